import Foundation
import GRDB
import Provisioning
import Store
import Testing

/// A directory that goes when its owner goes, and stores in it.
final class TemporaryStore {
    let directory: String
    var path: String { directory + "/mirror.sqlite" }
    var keyPath: String { directory + "/key" }

    init() throws {
        directory = FileManager.default.temporaryDirectory.path + "/store-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func open(busyTimeout: Double = 5) throws -> Store { try Store(.file(path: path), keys: .file(keyPath), busyTimeout: busyTimeout) }

    func mode(_ path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    /// All bytes of the files whose names begin with the database's.
    func bytes() throws -> Data {
        var all = Data()
        for name in try FileManager.default.contentsOfDirectory(atPath: directory) where name.hasPrefix("mirror.sqlite") {
            all += FileManager.default.contents(atPath: directory + "/" + name) ?? Data()
        }
        return all
    }
}

func memoryStore() throws -> Store { try Store(.memory, keys: .memory) }

let noon = Timestamp(milliseconds: 1_800_000_000_000)

func person(_ first: String, _ last: String = "Rossi", externalID: String? = nil, email: String? = nil) -> User {
    User(id: "", externalID: externalID, firstName: first, lastName: last, email: email)
}

func integration(_ name: String, prefix: String) -> Integration {
    Integration(id: "", connector: "demo", name: name, prefix: prefix, createdAt: noon)
}

func run(_ kind: Run.Kind = .test, _ state: Run.State = .succeeded, integration: String = "i1", startedAt: Timestamp = noon) -> Run {
    Run(id: "", integration: integration, kind: kind, trigger: .manual, state: state, startedAt: startedAt, revision: 1)
}

/// What another program does to the file.
func sqlite(_ path: String, _ sql: String) throws {
    let other = try DatabaseQueue(path: path)
    try other.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try other.close()
}
