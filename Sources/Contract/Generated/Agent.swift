// Made from protocol/ by `swift run generate`; do not edit. Sources: ba6176cf3780787c
import JSON

/// Parameters of `initialize`.
public struct InitializeParams: Params {
    /// The version the client was made for.
    public var protocolVersion: String?
    /// The client.
    public var client: PeerInfo?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(protocolVersion: String? = nil, client: PeerInfo? = nil, actor: String? = nil) {
        self.protocolVersion = protocolVersion
        self.client = client
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["protocolVersion", "client", "actor"])
        self.protocolVersion = try members.optional("protocolVersion")
        self.client = try members.optional("client")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `rpc.discover`.
public struct RpcDiscoverParams: Params {
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

/// Parameters of `agent/status`.
public struct AgentStatusParams: Params {
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

/// Who is at one end of the connection.
public struct PeerInfo: ContractValue {
    /// The program's name.
    public var name: String
    /// Its version.
    public var version: String

    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["name", "version"])
        self.name = try members.required("name")
        self.version = try members.required("version")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", name)
        writer.member("version", version)
        writer.endObject()
    }
}

/// What the agent is and can do.
public struct InitializeResult: ContractValue {
    /// The version of this protocol, `1.0`.
    public var protocolVersion: String
    /// The agent.
    public var server: PeerInfo
    /// Every method that this agent answers.
    public var methods: [String]
    /// Whether it was started with `--virtual-clock`, so that `clock/get` and `clock/advance` work.
    public var virtualClock: Bool

    public init(protocolVersion: String, server: PeerInfo, methods: [String], virtualClock: Bool) {
        self.protocolVersion = protocolVersion
        self.server = server
        self.methods = methods
        self.virtualClock = virtualClock
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["protocolVersion", "server", "methods", "virtualClock"])
        self.protocolVersion = try members.required("protocolVersion")
        self.server = try members.required("server")
        self.methods = try members.required("methods")
        self.virtualClock = try members.required("virtualClock")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("protocolVersion", protocolVersion)
        writer.member("server", server)
        writer.member("methods", methods)
        writer.member("virtualClock", virtualClock)
        writer.endObject()
    }
}

/// The state of the agent and of what it looks after.
public struct AgentStatus: ContractValue {
    /// It can take requests.
    public var ready: Bool
    /// Of the agent.
    public var version: String
    /// The mirror's database.
    public var database: DatabaseStatus
    /// Every integration in short.
    public var integrations: [IntegrationStatus]
    /// The agent's time, from its clock.
    public var now: String

    public init(ready: Bool, version: String, database: DatabaseStatus, integrations: [IntegrationStatus], now: String) {
        self.ready = ready
        self.version = version
        self.database = database
        self.integrations = integrations
        self.now = now
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["ready", "version", "database", "integrations", "now"])
        self.ready = try members.required("ready")
        self.version = try members.required("version")
        self.database = try members.required("database")
        self.integrations = try members.required("integrations")
        self.now = try members.required("now")
        try members.check("now", self.now, .timestamp)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("ready", ready)
        writer.member("version", version)
        writer.member("database", database)
        writer.member("integrations", integrations)
        writer.member("now", now)
        writer.endObject()
    }
}

/// The database file.
public struct DatabaseStatus: ContractValue {
    /// Where it lies; `:memory:` with `--memory`.
    public var path: String
    /// Its size.
    public var sizeBytes: Int
    /// The number of migrations applied to it.
    public var schemaVersion: Int

    public init(path: String, sizeBytes: Int, schemaVersion: Int) {
        self.path = path
        self.sizeBytes = sizeBytes
        self.schemaVersion = schemaVersion
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["path", "sizeBytes", "schemaVersion"])
        self.path = try members.required("path")
        self.sizeBytes = try members.required("sizeBytes")
        self.schemaVersion = try members.required("schemaVersion")
        try members.check("sizeBytes", self.sizeBytes, in: 0...Int.max)
        try members.check("schemaVersion", self.schemaVersion, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("path", path)
        writer.member("sizeBytes", sizeBytes)
        writer.member("schemaVersion", schemaVersion)
        writer.endObject()
    }
}

/// One integration in short.
public struct IntegrationStatus: ContractValue {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String
    /// Whether it is connected.
    public var state: IntegrationState
    /// Whether it syncs by itself.
    public var enabled: Bool
    /// The id of the run that is going on.
    public var running: String?

    public init(id: String, name: String, state: IntegrationState, enabled: Bool, running: String? = nil) {
        self.id = id
        self.name = name
        self.state = state
        self.enabled = enabled
        self.running = running
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["id", "name", "state", "enabled", "running"])
        self.id = try members.required("id")
        self.name = try members.required("name")
        self.state = try members.required("state")
        self.enabled = try members.required("enabled")
        self.running = try members.optional("running")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("id", id)
        writer.member("name", name)
        writer.member("state", state)
        writer.member("enabled", enabled)
        writer.member("running", running)
        writer.endObject()
    }
}

/// How far a long request or a run is.
public struct ProgressEvent: ContractValue {
    /// The run's id, or the id of the request that takes long.
    public var token: ProgressToken
    /// How far it is.
    public var value: ProgressValue

    public init(token: ProgressToken, value: ProgressValue) {
        self.token = token
        self.value = value
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["token", "value"])
        self.token = try members.required("token")
        self.value = try members.required("value")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("token", token)
        writer.member("value", value)
        writer.endObject()
    }
}

/// A run's id or a request's id.
public enum ProgressToken: ContractValue {
    case string(String)
    case number(JSONNumber)

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        switch json {
        case .string: self = .string(try String(json: json, at: path))
        case .number: self = .number(try JSONNumber(json: json, at: path))
        default: throw DecodingFault(path, "must be a string or a number")
        }
    }

    public func write(to writer: inout JSONWriter) {
        switch self {
        case .string(let value): value.write(to: &writer)
        case .number(let value): value.write(to: &writer)
        }
    }
}

/// How far something is.
public struct ProgressValue: ContractValue {
    /// What it is doing; for runs one of the run states.
    public var phase: String
    /// Employees read so far.
    public var read: Int
    /// How many there are, if known.
    public var total: Int?
    /// For people.
    public var message: String?

    public init(phase: String, read: Int, total: Int? = nil, message: String? = nil) {
        self.phase = phase
        self.read = read
        self.total = total
        self.message = message
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["phase", "read", "total", "message"])
        self.phase = try members.required("phase")
        self.read = try members.required("read")
        self.total = try members.optional("total")
        self.message = try members.optional("message")
        try members.check("read", self.read, in: 0...Int.max)
        try members.check("total", self.total, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("phase", phase)
        writer.member("read", read)
        writer.member("total", total)
        writer.member("message", message)
        writer.endObject()
    }
}

/// `$/progress`: How far a run or a long request is.
extension ProgressEvent: Event {
    public static let method = "$/progress"
    public static let delivery = Delivery.latest
}
