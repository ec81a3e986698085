import Agent
import Foundation
import GRDB
import Provisioning
import Wire

@testable import Store

/// What a transcript's agent runs on: its process, its database, and what happens to them.
final class Machine {
    enum Event: String, Sendable {
        /// The agent leaves in order, and another begins.
        case restart
        /// The agent is killed, and another begins.
        case kill
        /// Another process holds the write lock of the database, until `unlock`.
        case lock, unlock
        /// No room is left on the disk, until `room`.
        case full, room
        /// The agent leaves, and another begins without the key that sealed the secrets.
        case loseKey
        /// The agent leaves, a newer version uses the database, and this one begins again.
        case newer
        /// The agent leaves, the database's first bytes are overwritten, and another begins.
        case damage
    }

    let hris = ScriptedHRIS()
    private(set) var client: TestClient
    private var database: String?
    private let now: Timestamp
    private let maximumMessage: Int
    private let options: (inout Options) -> Void
    /// nil: it cannot open its database.
    private var agent: TestAgent?
    private var otherProcess: DatabaseQueue?

    /// `database`: nil, it is in memory.
    init(database: String?, now: Timestamp, maximumMessage: Int, options: @escaping (inout Options) -> Void) async throws {
        self.database = database
        self.now = now
        self.maximumMessage = maximumMessage
        self.options = options
        let agent = try await TestAgent(at: database, now: now, hris: hris, maximumMessage: maximumMessage, options: options)
        self.agent = agent
        client = agent.client
    }

    var storeID: String? { get throws { try agent?.store.read { try $0.storeID() } } }

    func end() async throws {
        if let agent { try await agent.end() } else { client.connection.closeInput() }
        agent = nil
    }

    /// True: another agent has begun.
    func undergo(_ event: Event) async throws -> Bool {
        guard let database else { return false }
        switch event {
        case .lock:
            var configuration = GRDB.Configuration()
            configuration.allowsUnsafeTransactions = true
            otherProcess = try DatabaseQueue(path: database, configuration: configuration)
            try otherProcess?.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
            return false
        case .unlock:
            try otherProcess?.inDatabase { try $0.execute(sql: "ROLLBACK") }
            try otherProcess?.close()
            return false
        case .full, .room:
            // A limit of SQLite's in the place of the disk's.
            try agent?.store.write { try $0.execute("PRAGMA max_page_count = \(event == .full ? 1 : 1_000_000)") }
            return false
        case .restart: try await end()
        case .kill: try await kill(database)
        case .loseKey:
            try await end()
            try FileManager.default.removeItem(atPath: database + ".key")
        case .newer:
            try await end()
            try edit(database, "INSERT INTO grdb_migrations VALUES ('999')")
        case .damage:
            try await end()
            let file = try FileHandle(forWritingTo: URL(filePath: database))
            try file.write(contentsOf: Data(repeating: 0x2A, count: 4_096))
            try file.close()
        }
        try await begin()
        return true
    }

    /// What a killed process leaves: the files as they are at the moment, and leases of a process that is no more.
    private func kill(_ database: String) async throws {
        // In the middle of what it does.
        if hris.with({ $0.isHeld }) { await hris.someoneWaits() }
        let copy = database + ".killed"
        for suffix in ["", "-wal", ".key"] where FileManager.default.fileExists(atPath: database + suffix) {
            try FileManager.default.copyItem(atPath: database + suffix, toPath: copy + suffix)
        }
        // Its run ends with it; nothing of that is in the copy.
        agent?.agent.close()
        try await end()
        try edit(copy, "UPDATE lease SET pid = \(Int32.max)")
        self.database = copy
    }

    private func edit(_ database: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: database)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    private func begin() async throws {
        do {
            let agent = try await TestAgent(at: database, now: now, hris: hris, maximumMessage: maximumMessage, options: options)
            self.agent = agent
            client = agent.client
        } catch {
            client = TestClient(UnopenedAgent(RPCError(error)), maximumMessage: maximumMessage)
        }
    }
}
