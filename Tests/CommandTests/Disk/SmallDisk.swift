import Foundation
import JSON
import Testing

/// A small file system of its own, which can be filled and made read-only. Mounting needs root, or sudo without a password.
final class SmallDisk: Sendable {
    let folder: Folder
    private let path: String
    var database: String { path + "/users.sqlite" }

    init(kilobytes: Int) throws {
        folder = try Folder()
        path = folder.path + "/disk"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try SmallDisk.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k,mode=777", "tmpfs", path)
    }

    deinit { try? SmallDisk.run("umount", "-l", path) }

    func makeReadOnly() throws { try SmallDisk.run("mount", "-o", "remount,ro", path) }

    func file(_ name: String) -> String { path + "/" + name }

    /// Leaves so many kB, as near as pages allow.
    func fill(leaving kilobytes: Int) throws {
        let descriptor = open(file("ballast"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let page = [UInt8](repeating: 7, count: 4_096)
        var size = 0
        while case let count = write(descriptor, page, page.count), count > 0 { size += count }
        try #require(ftruncate(descriptor, off_t(max(0, size - kilobytes * 1024))) == 0)
    }

    func empty() throws { try FileManager.default.removeItem(atPath: file("ballast")) }

    /// Whether this machine lets us. In CI it must.
    static let isPossible = ProcessInfo.processInfo.environment["CI"] != nil || (try? SmallDisk(kilobytes: 64)) != nil
    static let need: Comment = "a file system of its own has to be mounted: as root, or with sudo without a password"

    private static func run(_ words: String...) throws {
        let exit = try Child.run((getuid() == 0 ? [] : ["sudo", "-n"]) + words)
        guard exit == .status(0) else { throw Silence(description: "\(words.joined(separator: " ")): \(exit); \(need)") }
    }
}

/// `staffetta call` that has to fail; its error.
func refusal(_ database: String, _ method: String, _ params: JSONValue = [:], _ options: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws -> JSONValue {
    let outcome = try await staffetta(["call", method, params.text, "--database", database] + options)
    #expect(outcome.exit == .status(1), "\(method): \(outcome)", sourceLocation: sourceLocation)
    // A database that cannot even be opened is told as a sentence.
    return (try? JSONValue(parsing: Array(outcome.errors.utf8))) ?? ["message": .string(outcome.errors)]
}
