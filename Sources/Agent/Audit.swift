import Contract
import JSON
import Provisioning
import Store
import Wire

extension Agent {
    public func auditList(_ params: AuditListParams, _ call: Call) throws(RPCError) -> AuditEntryPage {
        let cursor = Cursor(call)
        let position = try cursor.position(params.cursor)
        return try attempt {
            try store.read { reading in
                let page = try reading.audit(
                    since: params.since.flatMap { Timestamp($0) }, method: params.method, subject: params.subject, after: position, limit: params.limit)
                return AuditEntryPage(items: page.items.map(Contract.AuditEntry.init), nextCursor: cursor.text(page.next))
            }
        }
    }
}

extension Contract.AuditEntry {
    init(_ entry: StoredAuditEntry) {
        func object(_ text: String?) -> JSONObject? { text.flatMap { (try? JSONValue(parsing: Array($0.utf8)))?.object } }
        self.init(
            at: entry.at.description, actor: entry.actor, method: entry.method, subject: entry.subject ?? "",
            fields: entry.fields.flatMap { (try? JSONValue(parsing: Array($0.utf8)))?.array?.compactMap(\.string) }, before: object(entry.before),
            after: object(entry.after), counts: object(entry.counts)?.members.reduce(into: [String: Int]()) { $0[$1.name] = $1.value.int })
    }
}

extension Writing {
    /// One entry of the audit log (R-ACC-5): values of settings, but only names of fields for people; never secrets.
    func audit(
        _ method: String, _ actor: Actor, subject: String?, at now: Timestamp, before: JSONObject? = nil, after: JSONObject? = nil,
        fields: [String]? = nil, counts: [String: Int]? = nil
    ) throws {
        func text(_ object: JSONObject?) -> String? { object.map { JSONValue.object($0).text } }
        var numbers = JSONObject()
        for (name, count) in (counts ?? [:]).sorted(by: { $0.key < $1.key }) { numbers[name] = .number(JSONNumber(count)) }
        try append(StoredAuditEntry(
            at: now, actor: actor.name, method: method, subject: subject, fields: fields.map { JSONValue.array($0.map { .string($0) }).text },
            before: text(before), after: text(after), counts: counts == nil ? nil : text(numbers)))
    }

    /// A run is one entry with its counts.
    func audit(_ run: Provisioning.Run, at now: Timestamp) throws {
        let actor: Actor = run.actor.map { .user(id: $0, role: .employee) } ?? .host
        var counts: [String: Int]?
        if let summary = run.summary {
            counts = ["created": summary.created, "updated": summary.updated, "deleted": summary.deleted, "conflicts": summary.conflicts]
        }
        var after: JSONObject = ["state": .string(run.state.rawValue), "trigger": .string(run.trigger.rawValue)]
        after["plan"] = run.plan.map { .string($0) }
        try audit(run.kind == .test ? "integration/runTest" : "integration/sync", actor, subject: run.id, at: now, after: after, counts: counts)
    }
}
