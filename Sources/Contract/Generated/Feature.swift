// Made from protocol/ by `swift run generate`; do not edit. Sources: 401454cdcbf70675
import JSON

/// Parameters of `feature/list`.
public struct FeatureListParams: Params {
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(actor: String? = nil) {
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["actor"])
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `feature/enable`.
public struct FeatureEnableParams: Params {
    /// Which.
    public var feature: FeatureName
    /// The person has read the terms and accepts them.
    public var acceptSubprocessor: Bool
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(feature: FeatureName, acceptSubprocessor: Bool = false, actor: String? = nil) {
        self.feature = feature
        self.acceptSubprocessor = acceptSubprocessor
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["feature", "acceptSubprocessor", "actor"])
        self.feature = try members.required("feature")
        self.acceptSubprocessor = try members.optional("acceptSubprocessor") ?? false
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `feature/disable`.
public struct FeatureDisableParams: Params {
    /// Which.
    public var feature: FeatureName
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(feature: FeatureName, actor: String? = nil) {
        self.feature = feature
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["feature", "actor"])
        self.feature = try members.required("feature")
        self.actor = try members.optional("actor")
    }
}

/// Something that can be switched on.
public struct Feature: ContractValue {
    /// Its stable name.
    public var name: FeatureName
    /// For people.
    public var title: String
    /// Where it stands among the features, for people.
    public var category: String
    /// Whether it is on.
    public var enabled: Bool
    /// The sub-processor terms that must be accepted first.
    public var terms: Terms
    /// Who accepted them, if anybody did.
    public var acceptance: Acceptance?

    public init(name: FeatureName, title: String, category: String, enabled: Bool, terms: Terms, acceptance: Acceptance? = nil) {
        self.name = name
        self.title = title
        self.category = category
        self.enabled = enabled
        self.terms = terms
        self.acceptance = acceptance
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["name", "title", "category", "enabled", "terms", "acceptance"])
        self.name = try members.required("name")
        self.title = try members.required("title")
        self.category = try members.required("category")
        self.enabled = try members.required("enabled")
        self.terms = try members.required("terms")
        self.acceptance = try members.optional("acceptance")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", name)
        writer.member("title", title)
        writer.member("category", category)
        writer.member("enabled", enabled)
        writer.member("terms", terms)
        writer.member("acceptance", acceptance)
        writer.endObject()
    }
}

/// The features there are. Newer agents may know more.
public enum FeatureName: String, ContractEnum {
    case hrisIntegration
}

/// Terms in one version.
public struct Terms: ContractValue {
    /// Accepted once per version.
    public var version: String
    /// To be shown before they are accepted: which connectors send data to whom.
    public var text: String

    public init(version: String, text: String) {
        self.version = version
        self.text = text
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["version", "text"])
        self.version = try members.required("version")
        self.text = try members.required("text")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("version", version)
        writer.member("text", text)
        writer.endObject()
    }
}

/// An acceptance of terms, as recorded.
public struct Acceptance: ContractValue {
    /// When.
    public var at: String
    /// The user's id, or `host`.
    public var by: String
    /// Of the terms.
    public var version: String

    public init(at: String, by: String, version: String) {
        self.at = at
        self.by = by
        self.version = version
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["at", "by", "version"])
        self.at = try members.required("at")
        self.by = try members.required("by")
        self.version = try members.required("version")
        try members.check("at", self.at, .timestamp)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("at", at)
        writer.member("by", by)
        writer.member("version", version)
        writer.endObject()
    }
}

/// Every feature.
public struct FeatureList: ContractValue {
    /// The features.
    public var items: [Feature]

    public init(items: [Feature]) {
        self.items = items
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["items"])
        self.items = try members.required("items")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("items", items)
        writer.endObject()
    }
}
