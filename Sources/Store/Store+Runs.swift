internal import GRDB
import Provisioning

extension Reading {
    public func run(id: String) throws(StoreError) -> Run? {
        guard let row = Identifier.run.row(id) else { return nil }
        return try first("\(Reading.selectRun) WHERE id = ?", [row]) { (row) throws(StoreError) in try run(row) }
    }

    /// Newest first, before position `after`.
    public func runs(integration: String? = nil, kind: Run.Kind? = nil, after: Int64? = nil, limit: Int) throws(StoreError) -> Listing<Run> {
        var sql = "\(Reading.selectRun) WHERE id < ?"
        var arguments: Arguments = [after ?? .max]
        if let integration {
            sql += " AND integration = ?"
            arguments.append(try Identifier.integration.required(integration))
        }
        if let kind {
            sql += " AND kind = ?"
            arguments.append(kind.rawValue)
        }
        arguments.append(limit + 1)
        return Listing(try all("\(sql) ORDER BY id DESC LIMIT ?", arguments) { (row) throws(StoreError) in (row[0] as Int64, try run(row)) }, limit: limit)
    }

    /// The newest run of an integration, whatever became of it.
    public func newestRun(integration: String, kind: Run.Kind? = nil) throws(StoreError) -> Run? {
        try runs(integration: integration, kind: kind, limit: 1).items.first
    }

    /// The newest run of that kind that has ended.
    public func newestFinishedRun(integration: String, kind: Run.Kind) throws(StoreError) -> Run? {
        let sql = "\(Reading.selectRun) WHERE integration = ? AND kind = ? AND state IN ('succeeded', 'failed', 'cancelled') ORDER BY id DESC LIMIT 1"
        return try first(sql, [Identifier.integration.required(integration), kind.rawValue]) { (row) throws(StoreError) in try run(row) }
    }

    /// Runs that have not ended, queued ones too, in the order of their start.
    public func unfinishedRuns(integration: String? = nil) throws(StoreError) -> [Run] {
        let row = try integration.map { (id) throws(StoreError) in try Identifier.integration.required(id) }
        let open = "state IN ('queued', 'fetching', 'planning', 'applying')"
        return try all("\(Reading.selectRun) WHERE \(open) AND (?1 IS NULL OR integration = ?1) ORDER BY id", [row]) { (row) throws(StoreError) in try run(row) }
    }

    /// The sync that has applied, or is applying, the plan of a test (R-PLAN-11).
    public func run(applying test: String) throws(StoreError) -> Run? {
        let sql = "\(Reading.selectRun) WHERE plan = ? AND state NOT IN ('failed', 'cancelled') ORDER BY id DESC LIMIT 1"
        return try first(sql, [test]) { (row) throws(StoreError) in try run(row) }
    }

    /// When the manual runs were started, after `since`, that count for the quota: not those that ended without a plan (R-RUN-2).
    public func quotaStarts(integration: String, kind: Run.Kind, since: Timestamp) throws(StoreError) -> [Timestamp] {
        let sql = """
            SELECT started_at FROM run WHERE integration = ?1 AND kind = ?2 AND trigger_kind = 'manual' AND started_at > ?3
                AND started_at < ?3 + 172800000 -- else a clock that was years ahead would lock it for years
                AND (planned OR state NOT IN ('failed', 'cancelled')) ORDER BY id
            """
        return try all(sql, [Identifier.integration.required(integration), kind.rawValue, since.milliseconds]) { Timestamp(milliseconds: $0[0]) }
    }

    /// Ended runs whose rows may be erased (R-RUN-7).
    public func runsWithExpiredResults(now: Timestamp) throws(StoreError) -> [Run] {
        try all("\(Reading.selectRun) WHERE results_expire_at <= ? ORDER BY id", [now.milliseconds]) { (row) throws(StoreError) in try run(row) }
    }

    /// Ids of runs whose rows are still to be kept: unfinished ones, and those whose results have not expired.
    public func runsWithRows(now: Timestamp) throws(StoreError) -> Set<String> {
        let sql = "SELECT id FROM run WHERE results_expire_at > ? OR state IN ('queued', 'fetching', 'planning', 'applying')"
        return Set(try all(sql, [now.milliseconds]) { Identifier.run.text($0[0]) })
    }

    private static let selectRun = """
        SELECT id, integration, kind, trigger_kind, state, started_at, ended_at, revision, read, total, summary, failure_code, failure_message,
            failure_data, results_expire_at, undone_at, actor, plan, planned FROM run
        """

    private func run(_ row: SQLRow) throws(StoreError) -> Run {
        guard let kind = Run.Kind(rawValue: row[2]), let trigger = Run.Trigger(rawValue: row[3]), let state = Run.State(rawValue: row[4]) else {
            throw .damaged("A run has an unknown kind, trigger or state.")
        }
        var run = Run(
            id: Identifier.run.text(row[0]), integration: Identifier.integration.text(row[1]), kind: kind, trigger: trigger, state: state,
            startedAt: Timestamp(milliseconds: row[5]), endedAt: Timestamp(stored: row[6]), revision: row[7], read: row[8], total: row[9])
        if let summary: String = row[10] { run.summary = try Summary(stored: JSONText.parse(summary)) }
        if let code: Int = row[11] { run.failure = Run.Failure(code: code, message: row[12] ?? "", data: row[13] ?? "{}") }
        run.resultsExpireAt = Timestamp(stored: row[14])
        run.undoneAt = Timestamp(stored: row[15])
        run.actor = row[16]
        run.plan = row[17]
        run.planned = row[18]
        return run
    }
}

extension Writing {
    /// Creates a run under a new id. Throws `runInProgress` if it is to be under way at once and another one is (R-RUN-1).
    public func insert(_ run: Run) throws(StoreError) -> Run {
        var run = run
        let row = try insert(
            """
            INSERT INTO run (integration, kind, trigger_kind, state, started_at, ended_at, revision, read, total, summary, failure_code, failure_message,
                failure_data, results_expire_at, undone_at, actor, plan, planned)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, values(of: run))
        run.id = Identifier.run.text(row)
        return run
    }

    /// Writes the whole run. Throws as `insert` does.
    public func update(_ run: Run) throws(StoreError) {
        let changed = try execute(
            """
            UPDATE run SET integration = ?, kind = ?, trigger_kind = ?, state = ?, started_at = ?, ended_at = ?, revision = ?, read = ?, total = ?,
                summary = ?, failure_code = ?, failure_message = ?, failure_data = ?, results_expire_at = ?, undone_at = ?, actor = ?, plan = ?, planned = ?
            WHERE id = ?
            """, values(of: run) + [Identifier.run.required(run.id)])
        guard changed == 1 else { throw .notFound(run.id) }
    }

    private func values(of run: Run) throws(StoreError) -> Arguments {
        [
            try Identifier.integration.required(run.integration), run.kind.rawValue, run.trigger.rawValue, run.state.rawValue, run.startedAt.milliseconds,
            run.endedAt?.milliseconds, run.revision, run.read, run.total, run.summary?.stored.text, run.failure?.code, run.failure?.message,
            run.failure?.data, run.resultsExpireAt?.milliseconds, run.undoneAt?.milliseconds, run.actor, run.plan, run.planned,
        ]
    }
}
