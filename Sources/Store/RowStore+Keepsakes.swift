internal import GRDB
import JSON
import Provisioning

/// What lies beside the rows of a run: of a test, what applying it needs; of a sync, what undoing it needs.
extension RowStore {
    static let keepsakeSchema = """
        CREATE TABLE review (id INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
        CREATE TABLE guarded (id INTEGER PRIMARY KEY, json TEXT NOT NULL) STRICT;
        CREATE TABLE effect (id INTEGER PRIMARY KEY, before TEXT NOT NULL, after TEXT NOT NULL) STRICT;
        -- So many users, with numbers and sequences one after the other, as a sync creates them.
        CREATE TABLE created (user INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, count INTEGER NOT NULL) STRICT;
        """

    static func fill(_ db: Database, _ review: Review?, _ effects: some Sequence<UserEffect>) throws {
        try db.execute(sql: keepsakeSchema)
        if let review {
            try db.execute(sql: "INSERT INTO review (json) VALUES (?)", arguments: [ReviewJSON.encode(review)])
            for row in review.guarded { try db.execute(sql: "INSERT INTO guarded (json) VALUES (?)", arguments: [RowJSON.encode(row)]) }
        }
        let insert = try RawStatement(db, "INSERT INTO effect (before, after) VALUES (?, ?)")
        var created = CreatedUsers()
        for effect in effects {
            switch effect {
            case .created(let id, let sequence): created.append(try Identifier.user.required(id), sequence)
            case .changed(let before, let after):
                insert.bind(1, utf8: UserJSON.bytes(before))
                insert.bind(2, utf8: UserJSON.bytes(after))
                try insert.run()
            case .deleted(let user):
                insert.bind(1, utf8: UserJSON.bytes(user))
                insert.bind(2, utf8: UserJSON.bytes(nil))
                try insert.run()
            }
        }
        for part in created.parts { try db.execute(sql: "INSERT INTO created VALUES (?, ?, ?)", arguments: [part.user, part.sequence, part.count]) }
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

/// The users that a sync created, in the order in which it did: mostly one part, however many they are.
private struct CreatedUsers {
    private(set) var parts: [(user: Int64, sequence: Int64, count: Int64)] = []

    mutating func append(_ user: Int64, _ sequence: Int64) {
        if let last = parts.last, last.user + last.count == user, last.sequence + last.count == sequence {
            parts[parts.count - 1].count += 1
        } else {
            parts.append((user, sequence, 1))
        }
    }
}
