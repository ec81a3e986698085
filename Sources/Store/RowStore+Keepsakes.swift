internal import GRDB
import JSON
import Provisioning

/// What lies beside the rows of a run: of a test, what applying it needs; of a sync, what undoing it needs.
extension RowStore {
    static let keepsakeSchema = """
        CREATE TABLE review (id INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
        CREATE TABLE guarded (id INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
        CREATE TABLE effect (id INTEGER PRIMARY KEY, before TEXT NOT NULL, after TEXT NOT NULL) STRICT;
        """

    static func fill(_ db: Database, _ review: Review?, _ effects: some Sequence<UserEffect>) throws {
        try db.execute(sql: keepsakeSchema)
        if let review {
            try db.execute(sql: "INSERT INTO review (json) VALUES (?)", arguments: [ReviewJSON.encode(review)])
            for row in review.guarded { try db.execute(sql: "INSERT INTO guarded (json) VALUES (?)", arguments: [RowJSON.encode(row)]) }
        }
        let insert = try RawStatement(db, "INSERT INTO effect (before, after) VALUES (?, ?)")
        for effect in effects {
            insert.bind(1, utf8: UserJSON.bytes(effect.before))
            insert.bind(2, utf8: UserJSON.bytes(effect.after))
            try insert.run()
        }
    }

    /// What the test of these rows was based on; nil: they are not a test's.
    public func review(run: String) throws(StoreError) -> Review? {
        try read(run) { db throws(StoreError) in
            guard let text: String = try texts(db, "SELECT json FROM review").first?.first else { return nil }
            var guarded: [Provisioning.Row] = []
            for row in try texts(db, "SELECT json FROM guarded ORDER BY id") { guarded.append(try RowJSON.decode(row[0], .updated)) }
            return try ReviewJSON.decode(text, guarded: guarded)
        }
    }

    /// What the sync of these rows did, in the order in which it did it.
    public func effects(run: String) throws(StoreError) -> [UserEffect] {
        try read(run) { db throws(StoreError) in
            var effects: [UserEffect] = []
            for row in try texts(db, "SELECT before, after FROM effect ORDER BY id") {
                effects.append(UserEffect(before: try UserJSON.decode(JSONText.parse(row[0])), after: try UserJSON.decode(JSONText.parse(row[1]))))
            }
            return effects
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
