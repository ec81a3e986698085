import Contract
import Foundation
import Wire

extension Options {
    /// With an actor, paths are allowed only under `--files DIR`; links are followed before the comparison.
    func requireInFiles(_ path: String) throws(RPCError) {
        guard let files else {
            throw RPCError(.forbidden, "Requests with an actor may not name files of this machine; start the agent with --files DIR to allow a folder.")
        }
        let root = URL(filePath: files).resolvingSymlinksInPath().standardizedFileURL.path
        // The file itself may not exist yet; its folder decides, and the file if it is a link.
        let file = URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
        let folder = URL(filePath: path).deletingLastPathComponent().resolvingSymlinksInPath().standardizedFileURL.path
        let prefix = root.hasSuffix("/") ? root : root + "/"
        guard file.hasPrefix(prefix), folder == root || folder.hasPrefix(prefix) else {
            throw RPCError(.forbidden, "Requests with an actor may name files only in the folder that the agent was started with (--files).")
        }
    }
}

/// Files that requests name.
extension Agent {
    func mayUse(path: String, _ actor: Actor) throws(RPCError) {
        if actor != .host { try options.requireInFiles(path) }
    }

    /// The longest file that is read at once, in MiB.
    private static let longestFile = 256

    func readFile(_ path: String) throws(RPCError) -> [UInt8] {
        // Without waiting, or a pipe would keep us for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw RPCError(.fileUnavailable, "The file \(path) is not there or cannot be read; check the path and its permissions.") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw RPCError(.fileUnavailable, "\(path) is no ordinary file; name the file to be read.")
        }
        guard status.st_size <= Agent.longestFile << 20 else {
            throw RPCError(.fileUnavailable, "The file \(path) is longer than \(Agent.longestFile) MiB; divide it.")
        }
        do {
            return [UInt8](try handle.read(upToCount: Agent.longestFile << 20) ?? Data())
        } catch {
            throw RPCError(.fileUnavailable, "The file \(path) could not be read to its end; try again.")
        }
    }

    /// Writes a new file, mode 0600; never over another.
    func writeNewFile(_ path: String, _ bytes: [UInt8]) throws(RPCError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw RPCError(.fileUnavailable, errno == EEXIST ? "The file \(path) is there already; an export never overwrites. Name another or remove it." : "The file \(path) cannot be created: \(String(cString: strerror(errno))).")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(bytes))
        } catch {
            unlink(path)
            throw RPCError(.fileUnavailable, "The file \(path) could not be written to its end; it was removed. Is the disk full?")
        }
    }
}
