// Made from protocol/ by `swift run generate`; do not edit. Sources: de4ba50e30cceee7
import JSON

/// Parameters of `audit/list`.
public struct AuditListParams: Params {
    /// Only entries from this time on.
    public var since: String?
    /// Only of this method.
    public var method: String?
    /// Only about this id.
    public var subject: String?
    /// The most items one answer gives.
    public var limit: Int
    /// `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
    public var cursor: String?
    /// The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
    public var actor: String?

    public init(since: String? = nil, method: String? = nil, subject: String? = nil, limit: Int = 100, cursor: String? = nil, actor: String? = nil) {
        self.since = since
        self.method = method
        self.subject = subject
        self.limit = limit
        self.cursor = cursor
        self.actor = actor
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["since", "method", "subject", "limit", "cursor", "actor"])
        self.since = try members.optional("since")
        self.method = try members.optional("method")
        self.subject = try members.optional("subject")
        self.limit = try members.optional("limit") ?? 100
        self.cursor = try members.optional("cursor")
        self.actor = try members.optional("actor")
        try members.check("since", self.since, .timestamp)
        try members.check("limit", self.limit, in: 1...1000)
    }
}

/// One change.
public struct AuditEntry: ContractValue {
    /// When.
    public var at: String
    /// A user's id, or `host`.
    public var actor: String
    /// The method.
    public var method: String
    /// The id of what was changed.
    public var subject: String
    /// For users: the names of the fields, not their values.
    public var fields: [String]?
    /// For settings: the values before; never secrets.
    public var before: JSONObject?
    /// For settings: the values after; never secrets.
    public var after: JSONObject?
    /// For a run, a mass edit, an undo.
    public var counts: [String: Int]?

    public init(at: String, actor: String, method: String, subject: String, fields: [String]? = nil, before: JSONObject? = nil, after: JSONObject? = nil, counts: [String: Int]? = nil) {
        self.at = at
        self.actor = actor
        self.method = method
        self.subject = subject
        self.fields = fields
        self.before = before
        self.after = after
        self.counts = counts
    }

    public init(json: JSONValue, at path: String) throws(DecodingFault) {
        let members = try Members(json, at: path, names: ["at", "actor", "method", "subject", "fields", "before", "after", "counts"])
        self.at = try members.required("at")
        self.actor = try members.required("actor")
        self.method = try members.required("method")
        self.subject = try members.required("subject")
        self.fields = try members.optional("fields")
        self.before = try members.optional("before")
        self.after = try members.optional("after")
        self.counts = try members.optional("counts")
        try members.check("at", self.at, .timestamp)
    }

    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("at", at)
        writer.member("actor", actor)
        writer.member("method", method)
        writer.member("subject", subject)
        writer.member("fields", fields)
        writer.member("before", before)
        writer.member("after", after)
        writer.member("counts", counts)
        writer.endObject()
    }
}

/// A part of a list.
public struct AuditEntryPage: ContractValue {
    /// The items of this part, in order.
    public var items: [AuditEntry]
    /// The `cursor` of the next part; absent: this was the last.
    public var nextCursor: String?

    public init(items: [AuditEntry], nextCursor: String? = nil) {
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
