internal import GRDB
import JSON
import Provisioning

/// What lies beside the rows of a run: of a test, what applying it needs; of a sync, what undoing it needs.
extension RowStore {
    static let keepsakeSchema = """
        CREATE TABLE review (id INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
        CREATE TABLE guarded (id INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
        -- Users whom a sync may have changed or deleted, and those whom it has, in the order of the sequence; no JSON: deleted.
        CREATE TABLE before (user INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
        CREATE TABLE after (user INTEGER NOT NULL, sequence INTEGER PRIMARY KEY, json TEXT) STRICT;
        -- So many users, with numbers and sequences one after the other, as a sync creates them.
        CREATE TABLE created (user INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, count INTEGER NOT NULL) STRICT;
        """

    /// What the test of these rows was based on; nil: they are not a test's.
    public func review(run: String) throws(StoreError) -> Review? {
        try read(run) { db throws(StoreError) in
            guard let text: String = try texts(db, "SELECT json FROM review").first?.first else { return nil }
            var guarded: [Provisioning.Row] = []
            for row in try texts(db, "SELECT json FROM guarded ORDER BY id") { guarded.append(try RowJSON.decode(Array(row[0].utf8), .updated)) }
            return try ReviewJSON.decode(text, guarded: guarded)
        }
    }

    /// What the sync of these rows did, in the order in which it did it.
    public func effects(run: String) throws(StoreError) -> [UserEffect] {
        try read(run) { db throws(StoreError) in
            var effects: [UserEffect] = []
            for row in try texts(db, "SELECT before.json, coalesce(after.json, 'null') FROM after JOIN before USING (user) ORDER BY after.sequence") {
                guard let before = try UserJSON.decode(JSONText.parse(row[0])) else { throw .damaged("A user beside the rows of a run is missing.") }
                effects.append(try UserJSON.decode(JSONText.parse(row[1])).map { .changed(before: before, after: $0) } ?? .deleted(before))
            }
            for part in try numbers(db, "SELECT user, sequence, count FROM created ORDER BY user") {
                for index in 0..<part[2] { effects.append(.created(id: Identifier.user.text(part[0] + index), sequence: part[1] + index)) }
            }
            return effects
        }
    }

    private func numbers(_ db: Database, _ sql: String) throws(StoreError) -> [[Int64]] {
        do {
            return try SQLRow.fetchAll(db, sql: sql).map { row in (0..<row.count).map { row[$0] as Int64 } }
        } catch {
            throw StoreError(error)
        }
    }

    private func texts(_ db: Database, _ sql: String) throws(StoreError) -> [[String]] {
        do {
            return try SQLRow.fetchAll(db, sql: sql).map { row in (0..<row.count).map { row[$0] as String } }
        } catch {
            throw StoreError(error)
        }
    }
}
