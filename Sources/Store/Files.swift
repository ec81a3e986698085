#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The few things that are asked of the file system directly.
enum Files {
    /// Makes sure that the directory and the file are there and that nobody else can read the file. SQLite gives its side files the same mode.
    static func prepareDatabase(_ path: String) throws(StoreError) {
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex { try makeDirectory(String(path[..<slash])) }
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("open", path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure("open", path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unavailable("\(path) is not a regular file.") }
        try requireWholePages(descriptor, Int(status.st_size), path)
        if status.st_mode & 0o077 != 0 {
            for file in [path, path + "-wal", path + "-shm"] { _ = chmod(file, 0o600) }
        }
    }

    /// SQLite would take what is shorter than its header for a new database, and read the rest of a page that is cut off as zeros. While there is a
    /// log the end of the file may be about to be written again from there.
    private static func requireWholePages(_ descriptor: Int32, _ size: Int, _ path: String) throws(StoreError) {
        guard size > 0, Files.size(of: path + "-wal") == 0 else { return }
        var header = [UInt8](repeating: 0, count: 18)
        guard size >= 512, pread(descriptor, &header, header.count, 0) == header.count else { throw .damaged("the file \(path) is too short to be one") }
        // The page size stands at byte 16, 1 for 65536 (“Database File Format”, 1.3).
        let page = max(Int(header[16]) << 8 | Int(header[17]), 1)
        guard header.starts(with: "SQLite format 3\0".utf8), size % (page == 1 ? 65_536 : page) != 0 else { return }
        throw .damaged("the file \(path) ends in the middle of a page, so it has been cut off")
    }

    /// A database that has been used is never empty: something has cut it off, and making a new one in its place would hide that.
    static func requireNotEmptied(_ path: String, key: String?) throws(StoreError) {
        guard exists(path), size(of: path) == 0 else { return }
        let trace = [key, path + ".runs", size(of: path + "-wal") > 0 ? path + "-wal" : nil].compactMap(\.self).first { exists($0) }
        guard let trace else { return }
        throw .damaged("the file \(path) is empty, though \(trace) shows that it has been used")
    }

    /// With all the directories that lead to it; new ones are for their owner only.
    static func makeDirectory(_ path: String) throws(StoreError) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else { throw failure("create the directory", path) }
        try makeDirectory(String(path[..<slash]))
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure("create the directory", path) }
    }

    /// The names in a directory; none if it is not there.
    static func names(in directory: String) -> [String] {
        guard let stream = opendir(directory) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// A file that was not there before, for its owner only.
    static func createNew(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("create", path) }
        close(descriptor)
    }

    /// A new file with these contents on the disk, for its owner only.
    static func writeNew(_ bytes: [UInt8], to path: String) throws(StoreError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("create", path) }
        defer { close(descriptor) }
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else { throw failure("write", path) }
    }

    static func contents(of path: String, limit: Int) throws(StoreError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("read", path) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = read(descriptor, &bytes, limit)
        guard count >= 0 else { throw failure("read", path) }
        return Array(bytes.prefix(count))
    }

    /// Whether the disk that a file lies on has hardly room for a page more.
    static func isFull(_ path: String) -> Bool {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return false }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize) < 64 << 10
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The permission bits; nil: there is no such file.
    static func mode(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_mode & 0o777) : nil
    }

    static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Puts what was written to the disk, then under its name, replacing what had it.
    static func settle(_ temporary: String, as path: String) throws(StoreError) {
        try sync(temporary)
        guard rename(temporary, path) == 0 else { throw failure("rename", temporary) }
        try syncFolder(of: path)
    }

    /// So that a new name survives a power failure.
    static func syncFolder(of path: String) throws(StoreError) {
        if let slash = path.lastIndex(of: "/") { try sync(slash == path.startIndex ? "/" : String(path[..<slash])) } else { try sync(".") }
    }

    /// Another name for a file; nothing if that name is taken.
    static func link(_ path: String, as name: String) {
        #if canImport(Glibc)
            _ = Glibc.link(path, name)
        #else
            _ = Darwin.link(path, name)
        #endif
    }

    /// Where links lead.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// The same for a name that nothing has yet, never over another file.
    static func settleNew(_ temporary: String, as path: String) throws(StoreError) {
        try sync(temporary)
        guard systemLink(temporary, path) == 0 else {
            // File systems without hard links.
            if errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS, !exists(path) { return try settle(temporary, as: path) }
            throw failure("create", path)
        }
        remove(temporary)
        try syncFolder(of: path)
    }

    /// Another name for a file that keeps its own, too.
    static func addName(_ name: String, to path: String) throws(StoreError) {
        guard systemLink(path, name) == 0 else { throw failure("keep \(path) as", name) }
    }

    static func moveIfThere(_ path: String, to other: String) throws(StoreError) {
        guard exists(path), rename(path, other) != 0 else { return }
        throw failure("rename", path)
    }

    static func remove(_ path: String) { _ = unlink(path) }

    private static func sync(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("sync", path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("sync", path) }
    }

    static func failure(_ action: String, _ path: String) -> StoreError {
        let code = errno
        return code == ENOSPC ? .full : .unavailable("Cannot \(action) \(path): \(String(cString: strerror(code))).")
    }

    /// Who holds the write lock: byte 120 of the file with SQLite's shared memory (“The WAL-index file format”, locks). The kernel's list is
    /// read, because opening and closing the file itself would give away this process's own locks on it.
    static func writer(ofDatabase path: String) -> Int32? {
        var status = stat()
        guard stat(path + "-shm", &status) == 0 else { return nil }
        // Locks that come and go while the list is read may hide another one.
        for _ in 0..<3 { if let holder = holder(of: status.st_ino) { return holder } }
        return nil
    }

    private static func holder(of file: ino_t) -> Int32? {
        guard let bytes = try? contents(of: "/proc/locks", limit: 1 << 20) else { return nil }
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let words = line.split(separator: " ")
            guard words.count >= 8, words[1] == "POSIX", words[3] == "WRITE", words[5].hasSuffix(":\(file)"),
                let start = Int(words[6]), let end = words[7] == "EOF" ? Int.max : Int(words[7]), start <= 120, end >= 120
            else { continue }
            return Int32(words[4])
        }
        return nil
    }
}

/// `link` of the C library, out of the way of the method of that name.
private func systemLink(_ path: String, _ name: String) -> Int32 { link(path, name) }
