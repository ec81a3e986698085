// Made from protocol/ by `swift run generate`; do not edit. Sources: e2e1fd8f8c0047b1
import JSON

/// Parameters of `store/backup`.
public struct StoreBackupParams: Params {
    /// A file that does not exist yet.
    public var path: String
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(path: String, actor: String? = nil) {
        self.path = path
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["path", "actor"])
        self.path = try members.required("path")
        self.actor = try members.optional("actor")
    }
}

/// Parameters of `store/check`.
public struct StoreCheckParams: Params {
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

/// A backup that was written.
public struct BackupResult: ContractValue {
    /// Its size.
    public var bytes: Int

    public init(bytes: Int) {
        self.bytes = bytes
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["bytes"])
        self.bytes = try members.required("bytes")
        try members.check("bytes", self.bytes, in: 0...Int.max)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("bytes", bytes)
        writer.endObject()
    }
}

/// What a check found.
public struct StoreCheck: ContractValue {
    /// Nothing.
    public var ok: Bool
    /// What is damaged.
    public var problems: [String]

    public init(ok: Bool, problems: [String]) {
        self.ok = ok
        self.problems = problems
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["ok", "problems"])
        self.ok = try members.required("ok")
        self.problems = try members.required("problems")
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("ok", ok)
        writer.member("problems", problems)
        writer.endObject()
    }
}
