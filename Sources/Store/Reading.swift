internal import GRDB
import Provisioning

typealias SQLRow = GRDB.Row
/// What statements take for their question marks.
typealias Arguments = [(any DatabaseValueConvertible)?]

/// A consistent view of the store, valid within the closure that it is given to.
public class Reading {
    let db: Database
    let context: StoreContext
    /// What ids and keys stand for is asked for again and again within one view.
    var attributeRows: [AttributeRow]?
    var segmentNames: [Int64: String] = [:]
    var segmentRows: [SegmentKey: Int64] = [:]

    init(_ db: Database, _ context: StoreContext) {
        self.db = db
        self.context = context
    }

    /// Of the last change of a user; 0: there has been none (R-USR-2).
    public func lastSequence() throws(StoreError) -> Int64 {
        guard let sequence = try meta(.sequence).flatMap({ Int64($0) }) else { throw .damaged("The change sequence is missing.") }
        return sequence
    }

    // MARK: Statements

    func each(_ sql: String, _ arguments: Arguments = [], _ body: (SQLRow) throws(StoreError) -> Void) throws(StoreError) {
        do {
            let rows = try SQLRow.fetchCursor(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
            while let row = try rows.next() { try body(row) }
        } catch {
            throw StoreError(error)
        }
    }

    func all<T>(_ sql: String, _ arguments: Arguments = [], _ decode: (SQLRow) throws(StoreError) -> T) throws(StoreError) -> [T] {
        var found: [T] = []
        try each(sql, arguments) { (row) throws(StoreError) in found.append(try decode(row)) }
        return found
    }

    func first<T>(_ sql: String, _ arguments: Arguments = [], _ decode: (SQLRow) throws(StoreError) -> T) throws(StoreError) -> T? {
        do {
            let rows = try SQLRow.fetchCursor(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
            return try rows.next().map { (row) throws(StoreError) in try decode(row) }
        } catch {
            throw StoreError(error)
        }
    }

    /// The number that a statement answers with.
    func number(_ sql: String, _ arguments: Arguments = []) throws(StoreError) -> Int {
        try first(sql, arguments) { $0[0] as Int } ?? 0
    }
}

/// A transaction that changes the store: everything in its closure, or nothing of it.
public final class Writing: Reading {
    /// Of the change feed; saved once, at the end of the transaction.
    private var sequence: Int64?

    /// The next number of the change feed (R-USR-2).
    func nextSequence() throws(StoreError) -> Int64 {
        let next = try lastSequence() + 1
        sequence = next
        return next
    }

    public override func lastSequence() throws(StoreError) -> Int64 {
        if let sequence { return sequence }
        return try super.lastSequence()
    }

    func saveSequence() throws(StoreError) {
        if let sequence { try set(.sequence, String(sequence)) }
    }

    /// The number of rows that were changed.
    @discardableResult
    func execute(_ sql: String, _ arguments: Arguments = []) throws(StoreError) -> Int {
        do {
            try db.cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
            return db.changesCount
        } catch {
            throw StoreError(error)
        }
    }

    /// The number of the row that was inserted.
    func insert(_ sql: String, _ arguments: Arguments) throws(StoreError) -> Int64 {
        try execute(sql, arguments)
        return db.lastInsertedRowID
    }
}
