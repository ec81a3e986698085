import Foundation
import Provisioning

@testable import Connectors

/// A file that is there for one test.
final class TestFile: Sendable {
    let path: String

    init(_ bytes: [UInt8], name: String = "employees") throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: name).path
        try write(bytes)
    }

    convenience init(_ text: String, name: String = "employees") throws { try self.init(Array(text.utf8), name: name) }

    deinit { try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent()) }

    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }

    func append(_ text: String) throws {
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    /// Everything that a run would read.
    func employees(format: FileFormat? = nil, columns: [String: String] = [:], pageSize: Int = 1_000, chunk: Int = 1 << 16) async throws -> [Employee] {
        try await FileSnapshot(path: path, format: format, columns: columns, pageSize: pageSize, chunk: chunk).all()
    }
}

extension SnapshotReader {
    func all() async throws -> [Employee] {
        var employees: [Employee] = []
        while let page = try await next() { employees += page.employees }
        return employees
    }
}

struct FixedTime: TimeSource {
    var now: Timestamp
}

extension FixedTime {
    init(_ day: Day) { self.init(now: Timestamp(milliseconds: Int64(day.number) * 86_400_000)) }
}

/// What `body` refuses with.
func refusal(_ body: () async throws -> Void) async -> ConnectorError? {
    do {
        try await body()
        return nil
    } catch { return error as? ConnectorError }
}
