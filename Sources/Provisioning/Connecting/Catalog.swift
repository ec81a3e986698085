/// An entry of the catalogue: an HRIS that can be connected (R-CON-1).
public struct ConnectorEntry: Sendable {
    public var id: String
    public var name: String
    /// The unified API through which it is reached.
    public var via: String?
    public var authorizations: [AuthorizationForm]
    public var supports: Supports
    /// A sentence each.
    public var limitations: [String]
    /// Reads files of this machine: allowed to an actor only under `--files`.
    public var readsFiles: Bool

    public init(
        id: String, name: String, via: String? = nil, authorizations: [AuthorizationForm], supports: Supports, limitations: [String] = [],
        readsFiles: Bool = false
    ) {
        self.id = id
        self.name = name
        self.via = via
        self.authorizations = authorizations
        self.supports = supports
        self.limitations = limitations
        self.readsFiles = readsFiles
    }

    public struct Supports: Sendable, Equatable {
        public var manager = true, department = true, customFields = true, status = true, startDate = true, endDate = true, language = true
        /// `inactive`: it delivers people who are no longer active. `deletions`: it marks deleted ones. `changedSince`: it can tell what changed.
        public var employeeNumber = true, inactive = true, deletions = false, changedSince = false
        public init() {}
    }
}

/// One way to authorise a connector, and the form to ask for it.
public struct AuthorizationForm: Sendable {
    public var kind: AuthorizationKind
    public var title: String
    /// JSON Schema (draft-07), encoded: titles, help, order (`x-order`), defaults, `x-secret`, `x-visible-when`.
    public var form: String
    public var help: String
    /// The names of the form's secret fields.
    public var secretFields: Set<String>

    public init(kind: AuthorizationKind, title: String, form: String, help: String, secretFields: Set<String> = []) {
        self.kind = kind
        self.title = title
        self.form = form
        self.help = help
        self.secretFields = secretFields
    }
}

public enum AuthorizationKind: String, Sendable, CaseIterable {
    case apiKey, basic, bearer, clientCredentials, authorizationCode, none
}

/// What a caller filled in. Values are secrets until the form says otherwise.
public struct Authorization: Sendable, Equatable {
    public var kind: AuthorizationKind
    public var fields: [String: Setting]
    public var redirectURI: String?

    public init(kind: AuthorizationKind, fields: [String: Setting], redirectURI: String? = nil) {
        self.kind = kind
        self.fields = fields
        self.redirectURI = redirectURI
    }

    public enum Setting: Sendable, Equatable {
        case text(String)
        case number(Double)
        case boolean(Bool)
        case map([String: String])
    }
}

/// All connectors of this build.
public protocol ConnectorCatalog: Sendable {
    var entries: [ConnectorEntry] { get }
    /// Checks the settings against the form and makes the connector; `settingsInvalid` names the field.
    func connector(_ id: String, _ setup: ConnectorSetup) throws(ConnectorError) -> any Connector
    /// `unsupported`: this connector is not authorised by a code.
    func codeFlow(_ id: String, _ setup: ConnectorSetup) throws(ConnectorError) -> any CodeFlow
}
