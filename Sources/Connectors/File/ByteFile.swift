#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif
import Provisioning

/// A file of this machine that is being read, and that must stay the same meanwhile.
final class ByteFile: Sendable {
    let path: String
    private let descriptor: Int32
    private let begin: Fingerprint

    /// `fileUnavailable` says what to do.
    init(_ path: String) throws(ConnectorError) {
        // Without waiting, or a pipe would keep us for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.unavailable(path, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let error = errno
            close(descriptor)
            throw Self.unavailable(path, error)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            let what = status.st_mode & S_IFMT == S_IFDIR ? "is a folder" : "is no ordinary file"
            throw .fileUnavailable("\(path) \(what); name the file with the employees.")
        }
        self.path = path
        self.descriptor = descriptor
        begin = Fingerprint(status)
    }

    deinit { close(descriptor) }

    /// The next bytes, behind those of `head`; none at the end.
    func read(_ count: Int, after head: [UInt8] = []) throws(ConnectorError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: head.count + count) { buffer, filled in
            _ = buffer.update(fromContentsOf: head)
            var result = 0
            repeat {
                result = systemRead(descriptor, buffer.baseAddress.map { $0 + head.count }, count)
            } while result < 0 && errno == EINTR
            if result < 0 { failure = errno }
            filled = head.count + max(0, result)
        }
        if failure != 0 { throw .fileUnavailable("\(path) could not be read to its end: \(String(cString: strerror(failure))). Try again.") }
        return bytes
    }

    func rewind() throws(ConnectorError) {
        guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.unavailable(path, errno) }
    }

    /// Another size, time or file under this name than at the beginning: what was read may be half the old and half the new one.
    func checkUnchanged() throws(ConnectorError) {
        var status = stat()
        guard stat(path, &status) == 0, Fingerprint(status) == begin else {
            throw .remoteIncomplete("\(path) changed while it was being read. Write it under another name and then rename it, or try again.")
        }
    }

    private struct Fingerprint: Equatable {
        let device, inode, size, seconds, nanoseconds: Int

        init(_ status: stat) {
            device = Int(truncatingIfNeeded: status.st_dev)
            inode = Int(truncatingIfNeeded: status.st_ino)
            size = Int(status.st_size)
            #if canImport(Darwin)
            seconds = status.st_mtimespec.tv_sec
            nanoseconds = status.st_mtimespec.tv_nsec
            #else
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
            #endif
        }
    }

    private static func unavailable(_ path: String, _ error: Int32) -> ConnectorError {
        switch error {
        case ENOENT, ENOTDIR: .fileUnavailable("There is no file \(path). Put it there, or give the right path.")
        case EACCES, EPERM: .fileUnavailable("\(path) may not be read by the user who runs the agent. Give that user the right to read it.")
        default: .fileUnavailable("\(path) cannot be opened: \(String(cString: strerror(error))).")
        }
    }
}

/// `read` of the C library, out of the way of the method of that name.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int { read(descriptor, buffer, count) }
