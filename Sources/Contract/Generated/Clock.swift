// Made from protocol/ by `swift run generate`; do not edit. Sources: 2f425588396da541
import JSON

/// Parameters of `clock/get`.
public struct ClockGetParams: Params {
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

/// Parameters of `clock/advance`.
public struct ClockAdvanceParams: Params {
    /// By so much,
    public var seconds: Int?
    /// or until then; not into the past.
    public var to: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(seconds: Int? = nil, to: String? = nil, actor: String? = nil) {
        self.seconds = seconds
        self.to = to
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["seconds", "to", "actor"])
        self.seconds = try members.optional("seconds")
        self.to = try members.optional("to")
        self.actor = try members.optional("actor")
        try members.check("seconds", self.seconds, in: 0...Int.max)
        try members.check("to", self.to, .timestamp)
        try members.exactlyOne(["seconds", "to"])
    }
}

/// What time it is.
public struct ClockState: ContractValue {
    /// The agent's time.
    public var now: String

    public init(now: String) {
        self.now = now
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["now"])
        self.now = try members.required("now")
        try members.check("now", self.now, .timestamp)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("now", now)
        writer.endObject()
    }
}
