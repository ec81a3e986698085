internal import GRDB
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A database that nobody else has open, nor can open until `end`.
///
/// Everyone who has it open holds a shared lock on byte 128 of the file with SQLite's shared memory (“The WAL-index file format”, locks; `unixShmLock`).
struct IdleDatabase {
    private let descriptor: Int32

    /// Throws `locked` with the pid of one who has it open.
    init(_ path: String) throws(StoreError) {
        try IdleDatabase.closeLog(path)
        descriptor = open(path + "-shm", O_RDWR | O_CLOEXEC)
        // Without that file nobody has the database open.
        guard descriptor >= 0 else { return }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 128
        lock.l_len = 1
        if fcntl(descriptor, F_SETLK, &lock) == 0 { return }
        lock.l_type = Int16(F_WRLCK)
        let isKnown = fcntl(descriptor, F_GETLK, &lock) == 0 && Int32(lock.l_type) != F_UNLCK
        close(descriptor)
        throw .locked(pid: isKnown && lock.l_pid > 0 ? lock.l_pid : nil)
    }

    func end() { if descriptor >= 0 { close(descriptor) } }

    /// Brings what the log has into the database, if both are sound: then they are one file.
    private static func closeLog(_ path: String) throws(StoreError) {
        guard Files.size(of: path + "-wal") > 0 else { return }
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
            try queue.close()
        } catch {
            // Damaged, or in use: what follows tells.
        }
    }
}
