internal import GRDB
import Synchronization

/// The local mirror and everything that is remembered about it: one SQLite file, or memory.
///
/// The store reads no clock: what depends on the time takes `now`. Closures of `read` and `write` must not call `read` or `write` again.
public final class Store: Sendable {
    public enum Location: Sendable, Equatable {
        case file(path: String)
        /// Gone with the process.
        case memory
    }

    public let location: Location
    /// The rows of runs, each run's in a file of its own beside the database.
    public let rows: RowStore
    let writer: any DatabaseWriter
    let context: StoreContext
    let versionReader = Mutex<DatabaseQueue?>(nil)
    /// nil: in memory.
    private let file: DatabaseFile?
    let busyTimeout: Double
    /// What SQLite said when it found the file damaged: from then on nothing is written to it.
    private let damage = Mutex<String?>(nil)

    /// Opens the database, creating or migrating it where needed.
    ///
    /// `keys` are asked for only when a secret has to be sealed or opened. `busyTimeout` is how long, in seconds, to wait for another
    /// process that writes before `StoreError.locked`.
    public init(_ location: Location, keys: KeySource, busyTimeout: Double = 5) throws(StoreError) {
        self.location = location
        self.busyTimeout = busyTimeout
        context = StoreContext(keys: Keys(keys))
        do {
            switch location {
            case .file(let path):
                let key: String? = if case .file(let key) = keys { key } else { nil }
                try Files.requireNotEmptied(path, key: key)
                try Files.prepareDatabase(path)
                CrashPoint.fileMade.reached()
                writer = try Store.openPool(path, busyTimeout)
                rows = RowStore(directory: path + ".runs")
                file = try DatabaseFile(path)
            case .memory:
                file = nil
                writer = try DatabaseQueue(configuration: Store.configuration(busyTimeout))
                rows = RowStore(directory: nil)
            }
            try Schema.migrate(writer)
            CrashPoint.migrated.reached()
        } catch {
            throw Store.explained(error, location)
        }
    }

    /// Runs `body` on a consistent view, which a write in progress does not change. Throws what `body` throws, or `StoreError`.
    public func read<T>(_ body: (Reading) throws -> T) throws -> T {
        try file?.requireInPlace()
        do {
            return try writer.read { db in try body(Reading(db, context)) }
        } catch {
            throw noted(error)
        }
    }

    /// Runs `body` under the one write lock of the database. If it throws, nothing has happened, and its error comes out as it is; an error of
    /// `Writing` must not be swallowed in it, for a part of what failed may have been done.
    @discardableResult
    public func write<T>(_ body: (Writing) throws -> T) throws -> T {
        if let message = damage.withLock({ $0 }) { throw StoreError.damaged(message) }
        try file?.requireInPlace()
        do {
            return try writer.write { db in
                let writing = Writing(db, context)
                let result = try body(writing)
                try writing.saveSequence()
                return result
            }
        } catch {
            throw noted(error)
        }
    }

    /// The error as it goes to the caller. What cannot be right is not written to any more: that could only make it worse.
    private func noted(_ error: any Error) -> any Error {
        let told: any Error = error is DatabaseError ? Store.explained(error, location) : error
        if case .damaged(let message)? = told as? StoreError { damage.withLock { $0 = message } }
        return told
    }

    /// The schema of the file, which is that of this version once it is open.
    public var schemaVersion: Int { Schema.version }

    /// Ends all connections; nothing may be asked of the store afterwards.
    public func close() throws(StoreError) {
        do {
            try versionReader.withLock { try $0?.close() }
            // SQLite empties and removes the log only if the last connection to close may write.
            (writer as? DatabasePool)?.invalidateReadOnlyConnections()
            try writer.close()
        } catch {
            throw StoreError(error)
        }
    }

    // MARK: Connections

    private static func configuration(_ busyTimeout: Double) -> GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(busyTimeout)
        configuration.label = "store"
        configuration.prepareDatabase { db in
            // Deleted people are overwritten (R-USR-3), and nothing of them goes to temporary files.
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    private static func openPool(_ path: String, _ busyTimeout: Double) throws -> DatabasePool {
        let pool = try DatabasePool(path: path, configuration: configuration(busyTimeout))
        // GRDB chooses NORMAL for WAL, with which a power failure can take back the newest commits. A sync that was told as applied, and whose
        // rows and notifications somebody has acted on, must stay applied; commits are few, so the sync to disk costs nothing that shows.
        try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
    }

    /// With what the system knows besides: who holds the lock, whether the disk is full.
    static func explained(_ error: any Error, _ location: Location) -> StoreError {
        let told = StoreError(error)
        guard case .file(let path) = location else { return told }
        switch told {
        case .locked: return .locked(pid: Files.writer(ofDatabase: path))
        // On a full disk SQLite calls it an I/O error when its shared memory has no room.
        case .unavailable where error is DatabaseError && Files.isFull(path): return .full
        default: return told
        }
    }
}

/// What views and transactions need besides their connection.
struct StoreContext: Sendable {
    let keys: Keys
}
