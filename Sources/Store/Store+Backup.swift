internal import GRDB

extension Store {
    /// A consistent copy while everything goes on, mode 0600, with a store id of its own (R-USR-2); secrets stay sealed and rows of runs are
    /// left out. Gives its size in bytes. A file that is there already is `unavailable`.
    @discardableResult
    public func backup(to path: String) throws(StoreError) -> Int {
        // The name is taken first and filled last: whoever sees a file with contents sees the whole copy.
        try Files.createNew(path)
        let temporary = path + ".part"
        do {
            Files.remove(temporary)
            try Files.createNew(temporary)
            try writer.vacuum(into: temporary)
            let copy = try DatabaseQueue(path: temporary)
            try copy.writeWithoutTransaction { db in
                try db.execute(sql: """
                    PRAGMA journal_mode = DELETE;
                    UPDATE meta SET value = lower(hex(randomblob(16))) WHERE key = 'store';
                    DELETE FROM lease;
                    """)
            }
            try copy.close()
            try Files.settle(temporary, as: path)
            return Files.size(of: path)
        } catch {
            Files.remove(temporary)
            Files.remove(path)
            throw Store.explained(error, location)
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

    /// Empties the write-ahead log into the database, so that nothing deleted stays in it (R-USR-3). While others read, what they need stays.
    public func emptyLog() throws(StoreError) {
        guard case .file = location else { return }
        do {
            try writer.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch {
            throw Store.explained(error, location)
        }
    }

    /// Of the database and its log, in bytes; 0 in memory.
    public var sizeBytes: Int {
        guard case .file(let path) = location else { return 0 }
        return Files.size(of: path) + Files.size(of: path + "-wal")
    }
}
