internal import GRDB

extension Store {
    /// A consistent copy while everything goes on, mode 0600, with a store id of its own (R-USR-2); secrets stay sealed and rows of runs are
    /// left out. Gives its size in bytes. A file that is there already is `unavailable`.
    @discardableResult
    public func backup(to path: String) throws(StoreError) -> Int {
        // Under its name it is complete, or not there at all.
        guard !Files.exists(path) else { throw .unavailable("Cannot create \(path): File exists.") }
        let temporary = path + ".part"
        do {
            Files.remove(temporary)
            try Files.createNew(temporary)
            try writer.vacuum(into: temporary)
            let copy = try DatabaseQueue(path: temporary)
            try Store.makeOwn(copy)
            try copy.close()
            CrashPoint.backupCopied.reached()
            try Files.settleNew(temporary, as: path)
            CrashPoint.backupSettled.reached()
            return Files.size(of: path)
        } catch {
            Files.remove(temporary)
            throw Store.explained(error, location)
        }
    }

    /// Makes a copy a store of its own, whose followers begin anew, and one file.
    static func makeOwn(_ copy: DatabaseQueue) throws {
        try copy.writeWithoutTransaction { db in
            try db.execute(sql: """
                PRAGMA journal_mode = DELETE;
                UPDATE meta SET value = lower(hex(randomblob(16))) WHERE key = 'store';
                DELETE FROM lease;
                """)
        }
    }

    /// Changes whenever another connection, of this process or another one, has committed; 0 in memory. Never waits for a write in progress.
    public func dataVersion() throws(StoreError) -> Int {
        guard case .file(let path) = location else { return 0 }
        do {
            return try versionReader.withLock { reader in
                let queue: DatabaseQueue
                if let reader {
                    queue = reader
                } else {
                    var configuration = GRDB.Configuration()
                    configuration.readonly = true
                    configuration.busyMode = .timeout(1)
                    queue = try DatabaseQueue(path: path, configuration: configuration)
                    reader = queue
                }
                return try queue.unsafeRead { db in
                    let statement = try RawStatement(db, "PRAGMA data_version")
                    defer { statement.reset() }
                    return try statement.step() ? Int(statement.int(0)) : 0
                }
            }
        } catch {
            throw Store.explained(error, location)
        }
    }

    /// Empties the write-ahead log into the database, so that nothing deleted stays in it (R-USR-3). false: others are reading or writing and
    /// need what is in it; to be tried again soon.
    @discardableResult
    public func emptyLog() throws(StoreError) -> Bool {
        guard case .file = location else { return true }
        do {
            try writer.writeWithoutTransaction { db in
                // Whoever wants to write meanwhile waits as long.
                try db.execute(sql: "PRAGMA busy_timeout = 200")
                defer { try? db.execute(sql: "PRAGMA busy_timeout = \(Int(busyTimeout * 1000))") }
                _ = try db.checkpoint(.truncate)
                // Opening a database writes if its log is empty, and then whoever only wants to look waits for who has the lock.
                try? db.execute(sql: "UPDATE meta SET value = value WHERE key = 'store'")
            }
            return true
        } catch {
            let error = Store.explained(error, location)
            if case .locked = error { return false }
            throw error
        }
    }

    /// Of the database and its log, in bytes; 0 in memory.
    public var sizeBytes: Int {
        guard case .file(let path) = location else { return 0 }
        return Files.size(of: path) + Files.size(of: path + "-wal")
    }
}
