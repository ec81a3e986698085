internal import GRDB
import Provisioning

/// What was changed through the agent, by whom (R-ACC-5). No secrets, and of users no values.
public struct AuditEntry: Sendable, Equatable {
    public var at: Timestamp
    /// A user id, or `host`.
    public var actor: String
    public var method: String
    public var subject: String?
    /// Names of fields, as a JSON array.
    public var fields: String?
    /// Settings before and after, as JSON.
    public var before: String?
    public var after: String?
    /// As a JSON object.
    public var counts: String?

    public init(
        at: Timestamp, actor: String, method: String, subject: String? = nil, fields: String? = nil, before: String? = nil, after: String? = nil,
        counts: String? = nil
    ) {
        self.at = at
        self.actor = actor
        self.method = method
        self.subject = subject
        self.fields = fields
        self.before = before
        self.after = after
        self.counts = counts
    }
}

extension Reading {
    /// Newest first, before position `after`.
    public func audit(
        since: Timestamp? = nil, method: String? = nil, subject: String? = nil, after: Int64? = nil, limit: Int
    ) throws(StoreError) -> Listing<AuditEntry> {
        let sql = """
            SELECT id, at, actor, method, subject, fields, before, after, counts FROM audit
            WHERE id < ?1 AND at >= ?2 AND (?3 IS NULL OR method = ?3) AND (?4 IS NULL OR subject = ?4) ORDER BY id DESC LIMIT ?5
            """
        let found = try all(sql, [after ?? .max, since?.milliseconds ?? .min, method, subject, limit + 1]) { row in
            (row[0] as Int64, AuditEntry(
                at: Timestamp(milliseconds: row[1]), actor: row[2], method: row[3], subject: row[4], fields: row[5], before: row[6], after: row[7],
                counts: row[8]))
        }
        return Listing(found, limit: limit)
    }
}

extension Reading {
    /// Whether there are notifications or entries of the audit log from before these times.
    public func hasKept(noticesBefore notices: Timestamp, auditBefore audit: Timestamp) throws(StoreError) -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM notification WHERE at < ?) OR EXISTS (SELECT 1 FROM audit WHERE at < ?)"
        return try number(sql, [notices.milliseconds, audit.milliseconds]) != 0
    }
}

extension Writing {
    public func append(_ entry: AuditEntry) throws(StoreError) {
        try execute(
            "INSERT INTO audit (at, actor, method, subject, fields, before, after, counts) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [entry.at.milliseconds, entry.actor, entry.method, entry.subject, entry.fields, entry.before, entry.after, entry.counts])
    }

    public func deleteAudit(olderThan time: Timestamp) throws(StoreError) {
        try execute("DELETE FROM audit WHERE at < ?", [time.milliseconds])
    }
}
