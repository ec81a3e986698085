// Made from protocol/ by `swift run generate`; do not edit. Sources: 90c29b0d3aa461b8
import JSON

/// Parameters of `connector/list`.
public struct ConnectorListParams: Params {
    /// The beginning of an id or of a word of the name, folded.
    public var query: String?
    /// The most items one answer gives.
    public var limit: Int
    /// `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
    public var cursor: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(query: String? = nil, limit: Int = 100, cursor: String? = nil, actor: String? = nil) {
        self.query = query
        self.limit = limit
        self.cursor = cursor
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["query", "limit", "cursor", "actor"])
        self.query = try members.optional("query")
        self.limit = try members.optional("limit") ?? 100
        self.cursor = try members.optional("cursor")
        self.actor = try members.optional("actor")
        try members.check("limit", self.limit, in: 1...1000)
    }
}

/// Parameters of `connector/get`.
public struct ConnectorGetParams: Params {
    /// By id.
    public var connector: String
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(connector: String, actor: String? = nil) {
        self.connector = connector
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["connector", "actor"])
        self.connector = try members.required("connector")
        self.actor = try members.optional("actor")
    }
}

/// An HR system that can be connected.
public struct Connector: ContractValue {
    /// Its stable id, for example `bamboohr`.
    public var id: String
    /// For people.
    public var name: String
    /// The id of the unified API's connector through which it is reached.
    public var via: String?
    /// The ways to authorise it; the first is the usual one.
    public var authorizations: [AuthorizationForm]
    /// What it can deliver.
    public var supports: ConnectorSupport
    /// What to know beforehand, a sentence each.
    public var limitations: [String]

    public init(id: String, name: String, via: String? = nil, authorizations: [AuthorizationForm], supports: ConnectorSupport, limitations: [String]) {
        self.id = id
        self.name = name
        self.via = via
        self.authorizations = authorizations
        self.supports = supports
        self.limitations = limitations
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["id", "name", "via", "authorizations", "supports", "limitations"])
        self.id = try members.required("id")
        self.name = try members.required("name")
        self.via = try members.optional("via")
        self.authorizations = try members.required("authorizations")
        self.supports = try members.required("supports")
        self.limitations = try members.required("limitations")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("name", name)
        writer.member("via", via)
        writer.member("authorizations", authorizations)
        writer.member("supports", supports)
        writer.member("limitations", limitations)
        writer.endObject()
    }
}

/// One way to authorise, and the form to ask for it.
public struct AuthorizationForm: ContractValue {
    /// Which kind.
    public var kind: AuthorizationKind
    /// For people.
    public var title: String
    /// JSON Schema (draft-07) of `fields`, with titles, help, order, defaults, `x-secret` and `x-visible-when`; good enough to draw the form from it.
    public var form: JSONObject
    /// Where to find what the form asks for.
    public var help: String

    public init(kind: AuthorizationKind, title: String, form: JSONObject, help: String) {
        self.kind = kind
        self.title = title
        self.form = form
        self.help = help
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["kind", "title", "form", "help"])
        self.kind = try members.required("kind")
        self.title = try members.required("title")
        self.form = try members.required("form")
        self.help = try members.required("help")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("kind", kind)
        writer.member("title", title)
        writer.member("form", form)
        writer.member("help", help)
        writer.endObject()
    }
}

/// How an HR system is authorised (R-CON-2): a key, name and password, a token, OAuth 2 client credentials, the OAuth 2 code flow with PKCE, or nothing (files).
public enum AuthorizationKind: String, ContractEnum {
    case apiKey
    case basic
    case bearer
    case clientCredentials
    case authorizationCode
    case none
}

/// What an HR system can deliver.
public struct ConnectorSupport: ContractValue {
    /// Who somebody's manager is.
    public var manager: Bool
    /// The department.
    public var department: Bool
    /// Fields of the customer's own.
    public var customFields: Bool
    /// The employment status.
    public var status: Bool
    /// The employment start date.
    public var startDate: Bool
    /// The employment end date.
    public var endDate: Bool
    /// The preferred language.
    public var language: Bool
    /// A number beside the id.
    public var employeeNumber: Bool
    /// People who are no longer active. Without them see R-LIFE-5.
    public var inactive: Bool
    /// Marks for deleted people.
    public var deletions: Bool
    /// What changed since a time.
    public var changedSince: Bool

    public init(manager: Bool, department: Bool, customFields: Bool, status: Bool, startDate: Bool, endDate: Bool, language: Bool, employeeNumber: Bool, inactive: Bool, deletions: Bool, changedSince: Bool) {
        self.manager = manager
        self.department = department
        self.customFields = customFields
        self.status = status
        self.startDate = startDate
        self.endDate = endDate
        self.language = language
        self.employeeNumber = employeeNumber
        self.inactive = inactive
        self.deletions = deletions
        self.changedSince = changedSince
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["manager", "department", "customFields", "status", "startDate", "endDate", "language", "employeeNumber", "inactive", "deletions", "changedSince"])
        self.manager = try members.required("manager")
        self.department = try members.required("department")
        self.customFields = try members.required("customFields")
        self.status = try members.required("status")
        self.startDate = try members.required("startDate")
        self.endDate = try members.required("endDate")
        self.language = try members.required("language")
        self.employeeNumber = try members.required("employeeNumber")
        self.inactive = try members.required("inactive")
        self.deletions = try members.required("deletions")
        self.changedSince = try members.required("changedSince")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("manager", manager)
        writer.member("department", department)
        writer.member("customFields", customFields)
        writer.member("status", status)
        writer.member("startDate", startDate)
        writer.member("endDate", endDate)
        writer.member("language", language)
        writer.member("employeeNumber", employeeNumber)
        writer.member("inactive", inactive)
        writer.member("deletions", deletions)
        writer.member("changedSince", changedSince)
        writer.endObject()
    }
}

/// A part of a list.
public struct ConnectorPage: ContractValue {
    /// The items of this part, in order.
    public var items: [Connector]
    /// The `cursor` of the next part; absent: this was the last.
    public var nextCursor: String?

    public init(items: [Connector], nextCursor: String? = nil) {
        self.items = items
        self.nextCursor = nextCursor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["items", "nextCursor"])
        self.items = try members.required("items")
        self.nextCursor = try members.optional("nextCursor")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("items", items)
        writer.member("nextCursor", nextCursor)
        writer.endObject()
    }
}
