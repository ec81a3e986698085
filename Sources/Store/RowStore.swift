internal import GRDB
import Provisioning
import Synchronization

/// The rows of runs, for as long as results are kept (R-RUN-7): each run's in a file of its own beside the database, mode 0600.
///
/// In files of their own because erasing them is then one unlinking, where securely deleting a million rows would block the database. With a store
/// in memory they are in memory too. A run without rows, or whose rows have been erased, is `notFound`.
public final class RowStore: Sendable {
    private let directory: String?
    private let memory = Mutex<[String: DatabaseQueue]>([:])

    /// nil: in memory.
    init(directory: String?) { self.directory = directory }

    public enum Key: Sendable, Equatable {
        case employeeID(String)
        case externalID(String)
        case userID(String)
    }

    /// Stores what `body` writes, in the place of any stored before; when it returns, that is complete and on the disk. Throws what `body` throws,
    /// and then nothing is stored, or `StoreError`.
    public func write<Result>(run: String, _ body: (RowWriter) throws -> Result) throws -> Result {
        let path = try path(run), temporary = path + ".part"
        guard let directory else {
            let (queue, result) = try fill(":memory:", body)
            memory.withLock { $0[run] = queue }
            return result
        }
        try Files.makeDirectory(directory)
        Files.remove(temporary)
        try Files.createNew(temporary)
        do {
            let (queue, result) = try fill(temporary, body)
            do { try queue.close() } catch { throw StoreError(error) }
            CrashPoint.rowsComplete.reached()
            try Files.settle(temporary, as: path)
            CrashPoint.rowsSettled.reached()
            return result
        } catch {
            Files.remove(temporary)
            throw error
        }
    }

    /// Rows of a category in their order, after position `after`; `query` as for users.
    public func page(
        run: String, category: Provisioning.Row.Category, query: String? = nil, after: Int64 = 0, limit: Int
    ) throws(StoreError) -> Listing<Provisioning.Row> {
        try read(run) { db throws(StoreError) in try RowStore.page(db, category: category, query: query, after: after, limit: limit) }
    }

    /// The row of one person.
    public func row(run: String, _ key: Key) throws(StoreError) -> Provisioning.Row? {
        let (column, value) = switch key {
        case .employeeID(let id): ("employee_id", id)
        case .externalID(let id): ("external_id", id)
        case .userID(let id): ("user_id", id)
        }
        return try read(run) { db throws(StoreError) in
            try RowStore.rows(db, "SELECT id, category, json FROM row WHERE \(column) = ? ORDER BY id LIMIT 1", [value]).first?.item
        }
    }

    public func count(run: String, category: Provisioning.Row.Category) throws(StoreError) -> Int {
        try read(run) { db throws(StoreError) in
            do {
                return try Int.fetchOne(db, sql: "SELECT count(*) FROM row WHERE category = ?", arguments: [category.rawValue]) ?? 0
            } catch {
                throw StoreError(error)
            }
        }
    }

    /// All rows, or those of a category, in their order; read in batches, so that `body` may use the store. Throws what `body` throws, or `StoreError`.
    public func each(run: String, category: Provisioning.Row.Category? = nil, _ body: (Provisioning.Row) throws -> Void) throws {
        let queue = try open(run)
        for category in category.map({ [$0] }) ?? Provisioning.Row.Category.allCases {
            var position: Int64 = 0
            while true {
                let batch = try RowStore.read(queue) { db throws(StoreError) in
                    try RowStore.rows(db, "SELECT id, category, json FROM row WHERE id > ? AND category = ? ORDER BY id LIMIT 2000", [position, category.rawValue])
                }
                for row in batch { try body(row.item) }
                guard let last = batch.last else { break }
                position = last.position
            }
        }
    }

    public func exists(run: String) -> Bool {
        guard let path = try? path(run) else { return false }
        return directory == nil ? memory.withLock { $0[run] != nil } : Files.exists(path)
    }

    /// Gone, without a trace in the database.
    public func erase(run: String) throws(StoreError) {
        let path = try path(run)
        if directory == nil { memory.withLock { $0[run] = nil } } else { Files.remove(path) }
    }

    /// Erases what belongs to none of the runs that `keeping` names. It is asked after the files were listed: a run whose rows were there then was
    /// stored before, in another process even.
    public func eraseOrphans(keeping: () throws -> Set<String>) rethrows {
        let names = directory.map { Files.names(in: $0) } ?? []
        let runs = try keeping()
        guard let directory else { return memory.withLock { $0 = $0.filter { runs.contains($0.key) } } }
        // A run under way may be writing its rows just now.
        let kept = Set(runs.flatMap { ["\($0).sqlite", "\($0).sqlite.part", "\($0).sqlite.part-journal"] })
        for name in names where !kept.contains(name) {
            Files.remove("\(directory)/\(name)")
        }
    }

    // MARK: Files

    /// Checked, so that no id leads out of the directory.
    private func path(_ run: String) throws(StoreError) -> String {
        guard Identifier.run.row(run) != nil else { throw .notFound(run) }
        return "\(directory ?? "")/\(run).sqlite"
    }

    private func open(_ run: String) throws(StoreError) -> DatabaseQueue {
        let path = try path(run)
        guard directory != nil else {
            guard let queue = memory.withLock({ $0[run] }) else { throw .notFound(run) }
            return queue
        }
        guard Files.exists(path) else { throw .notFound(run) }
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        do { return try DatabaseQueue(path: path, configuration: configuration) } catch { throw StoreError(error) }
    }

    func read<T>(_ run: String, _ body: (Database) throws(StoreError) -> T) throws(StoreError) -> T {
        try RowStore.read(open(run), body)
    }

    private static func read<T>(_ queue: DatabaseQueue, _ body: (Database) throws(StoreError) -> T) throws(StoreError) -> T {
        do { return try queue.read(body) } catch { throw StoreError(error) }
    }

    private func fill<Result>(_ path: String, _ body: (RowWriter) throws -> Result) throws -> (DatabaseQueue, Result) {
        let queue: DatabaseQueue
        do { queue = try DatabaseQueue(path: path) } catch { throw StoreError(error) }
        // Nothing can be lost that is not written again: the file gets its name only when it is complete and synced.
        let result = try queue.writeWithoutTransaction { db in
            var result: Result?
            do {
                try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
                try db.inTransaction {
                    let writer = try RowWriter(db)
                    result = try body(writer)
                    try writer.finish()
                    CrashPoint.rowsFilled.reached()
                    return .commit
                }
            } catch let error as DatabaseError {
                throw StoreError(error)
            }
            return result
        }
        guard let result else { throw StoreError.invalid("The rows of a run have not been written.") }
        return (queue, result)
    }
}
