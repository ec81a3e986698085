// Made from protocol/ by `swift run generate`; do not edit. Sources: 0b7f80b1ca5c626c
import JSON

/// Parameters of `integration/list`.
public struct IntegrationListParams: Params {
    /// The most items one answer gives.
    public var limit: Int
    /// `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
    public var cursor: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(limit: Int = 100, cursor: String? = nil, actor: String? = nil) {
        self.limit = limit
        self.cursor = cursor
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["limit", "cursor", "actor"])
        self.limit = try members.optional("limit") ?? 100
        self.cursor = try members.optional("cursor")
        self.actor = try members.optional("actor")
        try members.check("limit", self.limit, in: 1...1000)
    }
}

/// Parameters of `integration/get`.
public struct IntegrationGetParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, actor: String? = nil) {
        self.integration = integration
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "actor"])
        self.integration = try members.required("integration")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `integration/update`.
public struct IntegrationUpdateParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// The new name, unique in the account.
    public var name: String
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, name: String, actor: String? = nil) {
        self.integration = integration
        self.name = name
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "name", "actor"])
        self.integration = try members.required("integration")
        self.name = try members.required("name")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `integration/connect`.
public struct IntegrationConnectParams: Params {
    /// By id, from `connector/list`.
    public var connector: String
    /// One of the connector's ways, filled in.
    public var authorization: Authorization
    /// For people, unique. Absent: the connector's name, numbered if it is taken.
    public var name: String?
    /// 2–32 characters of `A-Z a-z 0-9 . _ -`, ending in `-`. Absent: the connector's id and `-`.
    public var prefix: String?
    /// Go ahead although the consequences listed by `confirmationRequired` follow.
    public var confirm: Bool
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(connector: String, authorization: Authorization, name: String? = nil, prefix: String? = nil, confirm: Bool = false, actor: String? = nil) {
        self.connector = connector
        self.authorization = authorization
        self.name = name
        self.prefix = prefix
        self.confirm = confirm
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["connector", "authorization", "name", "prefix", "confirm", "actor"])
        self.connector = try members.required("connector")
        self.authorization = try members.required("authorization")
        self.name = try members.optional("name")
        self.prefix = try members.optional("prefix")
        self.confirm = try members.optional("confirm") ?? false
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `integration/authorize`.
public struct IntegrationAuthorizeParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// As given by `integration/connect` and sent back by the HR system.
    public var state: String
    /// The authorisation code.
    public var code: String?
    /// The HR system's refusal.
    public var error: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, state: String, code: String? = nil, error: String? = nil, actor: String? = nil) {
        self.integration = integration
        self.state = state
        self.code = code
        self.error = error
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "state", "code", "error", "actor"])
        self.integration = try members.required("integration")
        self.state = try members.required("state")
        self.code = try members.optional("code")
        self.error = try members.optional("error")
        self.actor = try members.optional("actor")
        try members.exactlyOne(["code", "error"])
    }
}

/// Parameters of `integration/reconnect`.
public struct IntegrationReconnectParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// One of the connector's ways, filled in.
    public var authorization: Authorization
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, authorization: Authorization, actor: String? = nil) {
        self.integration = integration
        self.authorization = authorization
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "authorization", "actor"])
        self.integration = try members.required("integration")
        self.authorization = try members.required("authorization")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `integration/disconnect`.
public struct IntegrationDisconnectParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// What becomes of its users.
    public var users: UsersAtDisconnect
    /// Go ahead although the consequences listed by `confirmationRequired` follow.
    public var confirm: Bool
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, users: UsersAtDisconnect = .keep, confirm: Bool = false, actor: String? = nil) {
        self.integration = integration
        self.users = users
        self.confirm = confirm
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "users", "confirm", "actor"])
        self.integration = try members.required("integration")
        self.users = try members.optional("users") ?? .keep
        self.confirm = try members.optional("confirm") ?? false
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `integration/fields`.
public struct IntegrationFieldsParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, actor: String? = nil) {
        self.integration = integration
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "actor"])
        self.integration = try members.required("integration")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `integration/configuration`.
public struct IntegrationConfigurationParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, actor: String? = nil) {
        self.integration = integration
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "actor"])
        self.integration = try members.required("integration")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `integration/configure`.
public struct IntegrationConfigureParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// The sections to replace.
    public var configuration: ConfigurationPatch
    /// The revision it was made from; if another was saved since, the answer is `revisionConflict`.
    public var revision: Int?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, configuration: ConfigurationPatch, revision: Int? = nil, actor: String? = nil) {
        self.integration = integration
        self.configuration = configuration
        self.revision = revision
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "configuration", "revision", "actor"])
        self.integration = try members.required("integration")
        self.configuration = try members.required("configuration")
        self.revision = try members.optional("revision")
        self.actor = try members.optional("actor")
        try members.check("revision", self.revision, in: 0...Int.max)
    }
}

/// Parameters of `integration/runTest`.
public struct IntegrationRunTestParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// Answer when the run has ended, not when it has begun.
    public var wait: Bool
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, wait: Bool = false, actor: String? = nil) {
        self.integration = integration
        self.wait = wait
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "wait", "actor"])
        self.integration = try members.required("integration")
        self.wait = try members.optional("wait") ?? false
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `integration/enable`.
public struct IntegrationEnableParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// Go ahead although the consequences listed by `confirmationRequired` follow.
    public var confirm: Bool
    /// Answer when the run has ended, not when it has begun.
    public var wait: Bool
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, confirm: Bool = false, wait: Bool = false, actor: String? = nil) {
        self.integration = integration
        self.confirm = confirm
        self.wait = wait
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "confirm", "wait", "actor"])
        self.integration = try members.required("integration")
        self.confirm = try members.optional("confirm") ?? false
        self.wait = try members.optional("wait") ?? false
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `integration/disable`.
public struct IntegrationDisableParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, actor: String? = nil) {
        self.integration = integration
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "actor"])
        self.integration = try members.required("integration")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `integration/sync`.
public struct IntegrationSyncParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// The id of the test to apply.
    public var plan: String?
    /// With `plan`: also the deletions and clearings that a safeguard holds back and this test lists (R-SAFE-2, R-SAFE-3).
    public var includeHeld: Bool
    /// Go ahead although the consequences listed by `confirmationRequired` follow.
    public var confirm: Bool
    /// Answer when the run has ended, not when it has begun.
    public var wait: Bool
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, plan: String? = nil, includeHeld: Bool = false, confirm: Bool = false, wait: Bool = false, actor: String? = nil) {
        self.integration = integration
        self.plan = plan
        self.includeHeld = includeHeld
        self.confirm = confirm
        self.wait = wait
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "plan", "includeHeld", "confirm", "wait", "actor"])
        self.integration = try members.required("integration")
        self.plan = try members.optional("plan")
        self.includeHeld = try members.optional("includeHeld") ?? false
        self.confirm = try members.optional("confirm") ?? false
        self.wait = try members.optional("wait") ?? false
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `integration/explain`.
public struct IntegrationExplainParams: Params {
    /// The integration, by id or by its unique name.
    public var integration: String
    /// The employee's id in the HRIS.
    public var employeeId: String?
    /// A user's id.
    public var userId: String?
    /// An address.
    public var email: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(integration: String, employeeId: String? = nil, userId: String? = nil, email: String? = nil, actor: String? = nil) {
        self.integration = integration
        self.employeeId = employeeId
        self.userId = userId
        self.email = email
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "employeeId", "userId", "email", "actor"])
        self.integration = try members.required("integration")
        self.employeeId = try members.optional("employeeId")
        self.userId = try members.optional("userId")
        self.email = try members.optional("email")
        self.actor = try members.optional("actor")
        try members.exactlyOne(["employeeId", "userId", "email"])
    }
}

/// One connection to one HR system.
public struct Integration: ContractValue {
    /// Its id.
    public var id: String
    /// The connector's id.
    public var connector: String
    /// Unique; for people, and usable wherever `integration` is asked for.
    public var name: String
    /// What its external IDs begin with, for ever.
    public var prefix: String
    /// Whether it is connected.
    public var state: IntegrationState
    /// Whether it syncs every 24 hours.
    public var enabled: Bool
    /// Whether a configuration was ever saved.
    public var configured: Bool
    /// Of the configuration; grows with each save.
    public var revision: Int
    /// Which secrets are set; never their values (R-CON-4).
    public var secrets: [SecretStatus]
    /// The run that is going on.
    public var running: Run?
    /// The newest finished test.
    public var lastTest: Run?
    /// The newest finished sync.
    public var lastSync: Run?
    /// When the schedule syncs next.
    public var nextSyncAt: String?
    /// How many runs may still be started by hand.
    public var quota: Quota

    public init(id: String, connector: String, name: String, prefix: String, state: IntegrationState, enabled: Bool, configured: Bool, revision: Int, secrets: [SecretStatus], running: Run? = nil, lastTest: Run? = nil, lastSync: Run? = nil, nextSyncAt: String? = nil, quota: Quota) {
        self.id = id
        self.connector = connector
        self.name = name
        self.prefix = prefix
        self.state = state
        self.enabled = enabled
        self.configured = configured
        self.revision = revision
        self.secrets = secrets
        self.running = running
        self.lastTest = lastTest
        self.lastSync = lastSync
        self.nextSyncAt = nextSyncAt
        self.quota = quota
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["id", "connector", "name", "prefix", "state", "enabled", "configured", "revision", "secrets", "running", "lastTest", "lastSync", "nextSyncAt", "quota"])
        self.id = try members.required("id")
        self.connector = try members.required("connector")
        self.name = try members.required("name")
        self.prefix = try members.required("prefix")
        self.state = try members.required("state")
        self.enabled = try members.required("enabled")
        self.configured = try members.required("configured")
        self.revision = try members.required("revision")
        self.secrets = try members.required("secrets")
        self.running = try members.optional("running")
        self.lastTest = try members.optional("lastTest")
        self.lastSync = try members.optional("lastSync")
        self.nextSyncAt = try members.optional("nextSyncAt")
        self.quota = try members.required("quota")
        try members.check("revision", self.revision, in: 0...Int.max)
        try members.check("nextSyncAt", self.nextSyncAt, .timestamp)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("connector", connector)
        writer.member("name", name)
        writer.member("prefix", prefix)
        writer.member("state", state)
        writer.member("enabled", enabled)
        writer.member("configured", configured)
        writer.member("revision", revision)
        writer.member("secrets", secrets)
        writer.member("running", running)
        writer.member("lastTest", lastTest)
        writer.member("lastSync", lastSync)
        writer.member("nextSyncAt", nextSyncAt)
        writer.member("quota", quota)
        writer.endObject()
    }
}

/// `authorizing`: the code flow is under way; `needsAuthorization`: the HRIS no longer accepts its authorisation (R-CON-6); `disconnected`: its secrets are erased, its prefix stays taken. Newer agents may know more.
public enum IntegrationState: String, ContractEnum {
    case authorizing
    case connected
    case needsAuthorization
    case disconnected
}

/// A secret that is set.
public struct SecretStatus: ContractValue {
    /// The form's field.
    public var name: String
    /// When.
    public var setAt: String

    public init(name: String, setAt: String) {
        self.name = name
        self.setAt = setAt
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["name", "setAt"])
        self.name = try members.required("name")
        self.setAt = try members.required("setAt")
        try members.check("setAt", self.setAt, .timestamp)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", name)
        writer.member("setAt", setAt)
        writer.endObject()
    }
}

/// How many runs may still be started by hand (R-RUN-2).
public struct Quota: ContractValue {
    /// Tests; absent: no limit.
    public var testsLeft: Int?
    /// When the next test is free, if none is now.
    public var nextTestAt: String?
    /// Manual syncs; absent: no limit.
    public var manualSyncsLeft: Int?
    /// When the next manual sync is free, if none is now.
    public var nextManualSyncAt: String?

    public init(testsLeft: Int? = nil, nextTestAt: String? = nil, manualSyncsLeft: Int? = nil, nextManualSyncAt: String? = nil) {
        self.testsLeft = testsLeft
        self.nextTestAt = nextTestAt
        self.manualSyncsLeft = manualSyncsLeft
        self.nextManualSyncAt = nextManualSyncAt
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["testsLeft", "nextTestAt", "manualSyncsLeft", "nextManualSyncAt"])
        self.testsLeft = try members.optional("testsLeft")
        self.nextTestAt = try members.optional("nextTestAt")
        self.manualSyncsLeft = try members.optional("manualSyncsLeft")
        self.nextManualSyncAt = try members.optional("nextManualSyncAt")
        try members.check("testsLeft", self.testsLeft, in: 0...Int.max)
        try members.check("nextTestAt", self.nextTestAt, .timestamp)
        try members.check("manualSyncsLeft", self.manualSyncsLeft, in: 0...Int.max)
        try members.check("nextManualSyncAt", self.nextManualSyncAt, .timestamp)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("testsLeft", testsLeft)
        writer.member("nextTestAt", nextTestAt)
        writer.member("manualSyncsLeft", manualSyncsLeft)
        writer.member("nextManualSyncAt", nextManualSyncAt)
        writer.endObject()
    }
}

/// What a person filled in to authorise an HR system.
public struct Authorization: ContractValue {
    /// Which of the connector's ways.
    public var kind: AuthorizationKind
    /// The form's fields by name.
    public var fields: [String: FormValue]
    /// Where the HR system sends the browser back to, for `authorizationCode`.
    public var redirectUri: String?

    public init(kind: AuthorizationKind, fields: [String: FormValue], redirectUri: String? = nil) {
        self.kind = kind
        self.fields = fields
        self.redirectUri = redirectUri
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["kind", "fields", "redirectUri"])
        self.kind = try members.required("kind")
        self.fields = try members.required("fields")
        self.redirectUri = try members.optional("redirectUri")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("kind", kind)
        writer.member("fields", fields)
        writer.member("redirectUri", redirectUri)
        writer.endObject()
    }
}

/// What a form's field takes.
public enum FormValue: ContractValue {
    case string(String)
    case number(JSONNumber)
    case bool(Bool)
    case map([String: String])

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        switch json {
        case .string: self = .string(try String(json: json, at: path))
        case .number: self = .number(try JSONNumber(json: json, at: path))
        case .bool: self = .bool(try Bool(json: json, at: path))
        case .object: self = .map(try [String: String](json: json, at: path))
        default: throw DecodingFault(path, "must be a string or a number or a boolean or an object of strings")
        }
    }

    public func write(to writer: inout JSONWriter) {
        switch self {
        case .string(let value): value.write(to: &writer)
        case .number(let value): value.write(to: &writer)
        case .bool(let value): value.write(to: &writer)
        case .map(let value): value.write(to: &writer)
        }
    }
}

/// Where to send a person's browser, for the code flow.
public struct AuthorizeRequest: ContractValue {
    /// To be opened in a browser.
    public var url: String
    /// Comes back with the browser; hand it to `integration/authorize`.
    public var state: String
    /// Until when the attempt is kept.
    public var expiresAt: String

    public init(url: String, state: String, expiresAt: String) {
        self.url = url
        self.state = state
        self.expiresAt = expiresAt
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["url", "state", "expiresAt"])
        self.url = try members.required("url")
        self.state = try members.required("state")
        self.expiresAt = try members.required("expiresAt")
        try members.check("expiresAt", self.expiresAt, .timestamp)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("url", url)
        writer.member("state", state)
        writer.member("expiresAt", expiresAt)
        writer.endObject()
    }
}

/// An integration that was connected, or is on its way.
public struct ConnectResult: ContractValue {
    /// As it is now.
    public var integration: Integration
    /// For `authorizationCode`: what comes next.
    public var authorize: AuthorizeRequest?

    public init(integration: Integration, authorize: AuthorizeRequest? = nil) {
        self.integration = integration
        self.authorize = authorize
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "authorize"])
        self.integration = try members.required("integration")
        self.authorize = try members.optional("authorize")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("integration", integration)
        writer.member("authorize", authorize)
        writer.endObject()
    }
}

/// The integration as it is now.
public struct IntegrationResult: ContractValue {
    /// As it is now.
    public var integration: Integration

    public init(integration: Integration) {
        self.integration = integration
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration"])
        self.integration = try members.required("integration")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("integration", integration)
        writer.endObject()
    }
}

/// What becomes of the users of an integration: they stay with their external IDs, stay without them, or are deleted (protected ones are not).
public enum UsersAtDisconnect: String, ContractEnum {
    case keep
    case unlink
    case delete
}

/// What became of the users.
public struct DisconnectResult: ContractValue {
    /// Left as they are.
    public var usersKept: Int
    /// Without external ID now.
    public var usersUnlinked: Int
    /// Deleted.
    public var usersDeleted: Int

    public init(usersKept: Int, usersUnlinked: Int, usersDeleted: Int) {
        self.usersKept = usersKept
        self.usersUnlinked = usersUnlinked
        self.usersDeleted = usersDeleted
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["usersKept", "usersUnlinked", "usersDeleted"])
        self.usersKept = try members.required("usersKept")
        self.usersUnlinked = try members.required("usersUnlinked")
        self.usersDeleted = try members.required("usersDeleted")
        try members.check("usersKept", self.usersKept, in: 0...Int.max)
        try members.check("usersUnlinked", self.usersUnlinked, in: 0...Int.max)
        try members.check("usersDeleted", self.usersDeleted, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("usersKept", usersKept)
        writer.member("usersUnlinked", usersUnlinked)
        writer.member("usersDeleted", usersDeleted)
        writer.endObject()
    }
}

/// The fields of an HR system (R-CON-7).
public struct FieldList: ContractValue {
    /// The fields, standard and custom.
    public var fields: [HRISField]
    /// How many employees they were taken from.
    public var sampled: Int
    /// The one employee they were taken from, if the configuration names one.
    public var referenceEmployeeId: String?

    public init(fields: [HRISField], sampled: Int, referenceEmployeeId: String? = nil) {
        self.fields = fields
        self.sampled = sampled
        self.referenceEmployeeId = referenceEmployeeId
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["fields", "sampled", "referenceEmployeeId"])
        self.fields = try members.required("fields")
        self.sampled = try members.required("sampled")
        self.referenceEmployeeId = try members.optional("referenceEmployeeId")
        try members.check("sampled", self.sampled, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("fields", fields)
        writer.member("sampled", sampled)
        writer.member("referenceEmployeeId", referenceEmployeeId)
        writer.endObject()
    }
}

/// A field of an HR system.
public struct HRISField: ContractValue {
    /// What mappings and filters call it.
    public var path: String
    /// What the HR system calls it.
    public var label: String
    /// What it holds.
    public var type: FieldType
    /// Whether it is a field of the customer's own.
    public var custom: Bool
    /// Some of its values.
    public var samples: [String]
    /// How many of the sampled employees have a value.
    public var filled: Int

    public init(path: String, label: String, type: FieldType, custom: Bool, samples: [String], filled: Int) {
        self.path = path
        self.label = label
        self.type = type
        self.custom = custom
        self.samples = samples
        self.filled = filled
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["path", "label", "type", "custom", "samples", "filled"])
        self.path = try members.required("path")
        self.label = try members.required("label")
        self.type = try members.required("type")
        self.custom = try members.required("custom")
        self.samples = try members.required("samples")
        self.filled = try members.required("filled")
        try members.check("filled", self.filled, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("path", path)
        writer.member("label", label)
        writer.member("type", type)
        writer.member("custom", custom)
        writer.member("samples", samples)
        writer.member("filled", filled)
        writer.endObject()
    }
}

/// What a field holds; `employee`: the id of another employee. Newer agents may know more.
public enum FieldType: String, ContractEnum {
    case text
    case number
    case date
    case boolean
    case list
    case employee
}

/// A run.
public struct RunResult: ContractValue {
    /// As it is when the answer is written.
    public var run: Run

    public init(run: Run) {
        self.run = run
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["run"])
        self.run = try members.required("run")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("run", run)
        writer.endObject()
    }
}

/// An enabled integration and its first sync.
public struct EnableResult: ContractValue {
    /// As it is now.
    public var integration: Integration
    /// The first sync, if one began.
    public var run: Run?

    public init(integration: Integration, run: Run? = nil) {
        self.integration = integration
        self.run = run
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration", "run"])
        self.integration = try members.required("integration")
        self.run = try members.optional("run")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("integration", integration)
        writer.member("run", run)
        writer.endObject()
    }
}

/// Why an employee gets, or does not get, a user.
public struct Explanation: ContractValue {
    /// The employee as the HRIS delivers it now, in the employee model.
    public var employee: JSONObject?
    /// The user it belongs to.
    public var user: User?
    /// The questions in the order in which they were asked (R-PLAN-1).
    public var steps: [ExplanationStep]
    /// What becomes of the employee, as far as it can be seen without the others: `notDelivered`, `skipped`, `excluded`, `created`, `updated`, `unchanged` or `deleted`; `needsLink` (found by its address only), `protected`, `held` or `kept` (not wanted, but not deleted); `unmanaged` (a user whom this integration never touches).
    public var decision: String
    /// Its row in the newest run.
    public var row: Row?

    public init(employee: JSONObject? = nil, user: User? = nil, steps: [ExplanationStep], decision: String, row: Row? = nil) {
        self.employee = employee
        self.user = user
        self.steps = steps
        self.decision = decision
        self.row = row
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["employee", "user", "steps", "decision", "row"])
        self.employee = try members.optional("employee")
        self.user = try members.optional("user")
        self.steps = try members.required("steps")
        self.decision = try members.required("decision")
        self.row = try members.optional("row")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("employee", employee)
        writer.member("user", user)
        writer.member("steps", steps)
        writer.member("decision", decision)
        writer.member("row", row)
        writer.endObject()
    }
}

/// One question and its answer.
public struct ExplanationStep: ContractValue {
    /// The rule's number, for example `R-LIFE-4`.
    public var rule: String
    /// What was asked.
    public var question: String
    /// What came out.
    public var answer: String
    /// What it came from.
    public var because: String

    public init(rule: String, question: String, answer: String, because: String) {
        self.rule = rule
        self.question = question
        self.answer = answer
        self.because = because
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["rule", "question", "answer", "because"])
        self.rule = try members.required("rule")
        self.question = try members.required("question")
        self.answer = try members.required("answer")
        self.because = try members.required("because")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("rule", rule)
        writer.member("question", question)
        writer.member("answer", answer)
        writer.member("because", because)
        writer.endObject()
    }
}

/// An integration is not what it was.
public struct IntegrationChanged: ContractValue {
    /// As it is now.
    public var integration: Integration

    public init(integration: Integration) {
        self.integration = integration
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["integration"])
        self.integration = try members.required("integration")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("integration", integration)
        writer.endObject()
    }
}

/// A part of a list.
public struct IntegrationPage: ContractValue {
    /// The items of this part, in order.
    public var items: [Integration]
    /// The `cursor` of the next part; absent: this was the last.
    public var nextCursor: String?

    public init(items: [Integration], nextCursor: String? = nil) {
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

/// `integration/changed`: An integration is not what it was.
extension IntegrationChanged: Event {
    public static let method = "integration/changed"
    public static let delivery = Delivery.latest
}
