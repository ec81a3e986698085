internal import GRDB

/// Putting a backup in the place of a database.
public enum Restore {
    /// Checks the backup, keeps a database that is at `path` under another name beside it, and puts a copy of the backup in its place: either all
    /// of that has happened, or the old database is still there. The copy is a store of its own, so the change feed begins anew (R-USR-2).
    ///
    /// Gives where the old database lies now, named by `suffix`; nil: there was none. A process that has it open is `locked`.
    public static func restore(_ backup: String, to path: String, suffix: String) throws(StoreError) -> String? {
        do {
            try check(backup)
            let guarding = try IdleDatabase(path)
            defer { guarding.end() }
            let temporary = path + ".part"
            Files.remove(temporary)
            try copy(backup, to: temporary)
            var kept: String?
            if Files.exists(path) {
                kept = path + suffix
                try Files.addName(path + suffix, to: path)
                // Beside the new file an old log would be taken for its own.
                try Files.moveIfThere(path + "-wal", to: path + suffix + "-wal")
            }
            CrashPoint.restoreKept.reached()
            Files.remove(path + "-shm")
            try Files.settle(temporary, as: path)
            CrashPoint.restoreSettled.reached()
            // They are of the runs that the old database knows.
            RowStore(directory: path + ".runs").eraseOrphans { [] }
            return kept
        } catch {
            Files.remove(path + ".part")
            throw StoreError(error)
        }
    }

    private static func check(_ backup: String) throws {
        guard Files.exists(backup) else { throw StoreError.unavailable("There is no file \(backup).") }
        guard Files.size(of: backup) > 0 else { throw StoreError.damaged("the backup \(backup) is empty") }
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        let queue: DatabaseQueue
        let problems: [String]
        do {
            queue = try DatabaseQueue(path: backup, configuration: configuration)
            problems = try queue.read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check") }.filter { $0 != "ok" }
        } catch let error as DatabaseError {
            throw StoreError.damaged("the backup \(backup) is none (\(error.message ?? "\(error.resultCode)"))")
        }
        if let problem = problems.first { throw StoreError.damaged("the backup \(backup) is damaged itself (\(problem))") }
        try Schema.requireKnown(queue)
        guard try queue.read({ db in try db.tableExists("meta") }) else { throw StoreError.damaged("\(backup) is a database, but not one of the agent") }
        try queue.close()
    }

    private static func copy(_ backup: String, to path: String) throws {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        let source = try DatabaseQueue(path: backup, configuration: configuration)
        try Files.createNew(path)
        try source.vacuum(into: path)
        try source.close()
        let copy = try DatabaseQueue(path: path)
        try Store.makeOwn(copy)
        try copy.close()
    }
}
