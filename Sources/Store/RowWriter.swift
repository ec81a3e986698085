internal import GRDB
import JSON
import Provisioning

/// Writes the rows of one run and what lies beside them, one after the other as they come, so that they need not all be in memory. Valid within the
/// closure that it is given to.
public final class RowWriter {
    private let db: Database
    private let insertRow: RawStatement
    private let insertBefore: RawStatement
    private let insertAfter: RawStatement
    private var created = CreatedUsers()
    private var json = JSONWriter()
    /// How many rows of conflicts there are, by reason.
    public private(set) var conflicts: [Provisioning.Row.Reason: Int] = [:]

    init(_ db: Database) throws(StoreError) {
        self.db = db
        do { try db.execute(sql: RowStore.schema + RowStore.keepsakeSchema) } catch { throw StoreError(error) }
        insertRow = try RawStatement(
            db, "INSERT INTO row (category, employee_id, external_id, user_id, first_key, last_key, email_key, external_key, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        insertBefore = try RawStatement(db, "INSERT OR IGNORE INTO before VALUES (?, ?)")
        insertAfter = try RawStatement(db, "INSERT INTO after VALUES (?, ?, ?)")
    }

    /// Rows of a category come in their order.
    public func append(_ row: Provisioning.Row) throws(StoreError) {
        if row.category == .conflict, let reason = row.reason { conflicts[reason, default: 0] += 1 }
        insertRow.bind(1, row.category.rawValue)
        insertRow.bind(2, row.employeeID)
        insertRow.bind(3, row.externalID)
        insertRow.bind(4, row.userID)
        insertRow.bind(5, row.values.firstName.map(Text.fold))
        insertRow.bind(6, row.values.lastName.map(Text.fold))
        insertRow.bind(7, row.values.email.map(Text.fold))
        let externalKey = row.externalID.map(Text.fold)
        insertRow.bind(8, Text.sameBytes(externalKey ?? "", row.externalID ?? "") ? nil : externalKey)
        json.removeAll()
        RowJSON.write(row, to: &json)
        insertRow.bind(9, utf8: json.bytes)
        try insertRow.run()
    }

    /// The rows of a category that have been written, in their order: what is to be done, without values and problems.
    public func eachChange(_ category: Provisioning.Row.Category, _ body: (Provisioning.Row) throws -> Void) throws {
        let statement = try RawStatement(db, "SELECT json FROM row WHERE category = ? ORDER BY id")
        statement.bind(1, category.rawValue)
        defer { statement.reset() }
        while try statement.step() { try body(try RowJSON.decode(statement.bytes(0), category, changesOnly: true)) }
    }

    // MARK: What the run does to users (R-RES-6)

    /// A user as it was before the run, whom it may change or delete; once is enough.
    public func appendBefore(_ user: User) throws(StoreError) {
        insertBefore.bind(1, try Identifier.user.required(user.id))
        insertBefore.bind(2, utf8: UserJSON.bytes(user))
        try insertBefore.run()
    }

    /// What has become of a user; nothing is kept of those who are not known as they were before.
    public func appendAfter(_ change: UserChange) throws(StoreError) {
        insertAfter.bind(2, change.sequence)
        switch change {
        case .changed(let user):
            insertAfter.bind(1, try Identifier.user.required(user.id))
            insertAfter.bind(3, utf8: UserJSON.bytes(user))
        case .deleted(let id, _):
            insertAfter.bind(1, try Identifier.user.required(id))
            insertAfter.bindNull(3)
        }
        try insertAfter.run()
    }

    public func appendCreated(number: Int, sequence: Int64) { created.append(Int64(number), sequence) }

    /// What a test was based on.
    public func append(_ review: Review) throws(StoreError) {
        do {
            try db.execute(sql: "INSERT INTO review (json) VALUES (?)", arguments: [ReviewJSON.encode(review)])
            for row in review.guarded { try db.execute(sql: "INSERT INTO guarded (json) VALUES (?)", arguments: [RowJSON.encode(row)]) }
        } catch {
            throw StoreError(error)
        }
    }

    func finish() throws(StoreError) {
        do {
            for part in created.parts { try db.execute(sql: "INSERT INTO created VALUES (?, ?, ?)", arguments: [part.user, part.sequence, part.count]) }
            try db.execute(sql: RowStore.indexes)
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
