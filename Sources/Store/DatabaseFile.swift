#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The database's file as it was when it was opened. Deleted or replaced, it goes on without a name, and all that is written to it will be lost:
/// whoever works on it has to be told.
struct DatabaseFile: Sendable {
    private struct Identity: Equatable {
        var device: UInt64
        var inode: UInt64

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = UInt64(truncatingIfNeeded: status.st_dev)
            inode = UInt64(truncatingIfNeeded: status.st_ino)
        }
    }
    private let path: String
    private let identity: Identity

    init(_ path: String) throws(StoreError) {
        guard let identity = Identity(path) else { throw Files.failure("open", path) }
        self.path = path
        self.identity = identity
    }

    /// One call of the system, a microsecond.
    func requireInPlace() throws(StoreError) {
        let found = Identity(path)
        guard found != identity else { return }
        throw .unavailable(
            "The database \(path) was \(found == nil ? "removed" : "replaced") while it was in use, so nothing more is written. Stop the agent, put the file or a backup back (staffetta restore), and start it again.")
    }
}
