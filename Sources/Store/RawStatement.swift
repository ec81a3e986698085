internal import GRDB
internal import GRDBSQLite

/// A prepared statement that is driven by SQLite's own functions, for the few loops through which a million users pass: GRDB makes a value of each
/// argument and of each row, which takes several times as long as the statement itself. Everywhere else GRDB's own ways are clearer.
struct RawStatement {
    private let prepared: Statement
    private let statement: SQLiteStatement

    /// `arguments`: all of them; none if they are bound one by one.
    init(_ db: Database, _ sql: String, _ arguments: Arguments? = nil) throws(StoreError) {
        do {
            prepared = try db.cachedStatement(sql: sql)
            statement = prepared.sqliteStatement
            if let arguments { try prepared.setArguments(StatementArguments(arguments)) }
        } catch {
            throw StoreError(error)
        }
        sqlite3_reset(statement)
    }

    // MARK: Arguments, counted from 1

    func bind(_ position: Int32, _ number: Int64) { sqlite3_bind_int64(statement, position, number) }
    func bind(_ position: Int32, _ number: Int) { sqlite3_bind_int64(statement, position, Int64(number)) }
    func bind(_ position: Int32, _ flag: Bool) { sqlite3_bind_int(statement, position, flag ? 1 : 0) }
    func bindNull(_ position: Int32) { sqlite3_bind_null(statement, position) }

    func bind(_ position: Int32, _ text: String?) {
        guard var text else { return bindNull(position) }
        text.withUTF8 { bind(position, $0) }
    }

    func bind(_ position: Int32, utf8 bytes: [UInt8]) { bytes.withUnsafeBufferPointer { bind(position, $0) } }

    private func bind(_ position: Int32, _ utf8: UnsafeBufferPointer<UInt8>) {
        // A pointer that is nil would mean NULL and not the empty text.
        guard let base = utf8.baseAddress else {
            sqlite3_bind_text(statement, position, "", 0, copied)
            return
        }
        _ = base.withMemoryRebound(to: CChar.self, capacity: utf8.count) { sqlite3_bind_text(statement, position, $0, Int32(utf8.count), copied) }
    }

    /// SQLITE_TRANSIENT, which C's headers give as a cast.
    private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    // MARK: Rows, whose columns are counted from 0

    /// Whether there is another row; at the end the statement is ready to be used again.
    func step() throws(StoreError) -> Bool {
        let result = sqlite3_step(statement)
        if result == SQLITE_ROW { return true }
        if result == SQLITE_DONE {
            sqlite3_reset(statement)
            return false
        }
        let connection = sqlite3_db_handle(statement)
        let error = DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)), message: sqlite3_errmsg(connection).map { String(cString: $0) })
        sqlite3_reset(statement)
        throw StoreError(error)
    }

    /// To its end.
    func run() throws(StoreError) { while try step() {} }

    /// Before its end.
    func reset() { sqlite3_reset(statement) }

    func int(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
    /// Of a text.
    func bytes(_ column: Int32) -> [UInt8] {
        guard let text = sqlite3_column_text(statement, column) else { return [] }
        return Array(UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, column))))
    }

    /// nil: NULL.
    func text(_ column: Int32) -> String? {
        guard let text = sqlite3_column_text(statement, column) else { return nil }
        return String(decoding: UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(statement, column))), as: UTF8.self)
    }

    func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
}

extension Reading {
    /// Rows of nothing but numbers.
    func eachNumber(_ sql: String, _ arguments: [Int64], _ body: (RawStatement) -> Void) throws(StoreError) {
        let statement = try RawStatement(db, sql)
        for (index, argument) in arguments.enumerated() { statement.bind(Int32(index + 1), argument) }
        while try statement.step() { body(statement) }
    }
}
