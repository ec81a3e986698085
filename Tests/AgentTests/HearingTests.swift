import JSON
import Provisioning
import Testing

@testable import Agent

/// Who hears what of a change, on a database in a file, which the agent also watches for changes of other processes.
@Suite struct HearingTests {
    let folder: TestFolder
    let agent: TestAgent

    init() async throws {
        folder = try TestFolder()
        agent = try await TestAgent(at: folder.file("users.sqlite"), isSession: true)
        try await agent.connected(to: employees(3))
        try look()
    }

    func look() throws { try agent.agent.watcher.look() }

    /// How often each was told: integrations by name, runs by state, notifications by kind.
    func told() async throws -> [String: Int] {
        // Everything before this answer has been sent.
        try await agent.call("clock/get")
        let words = agent.client.notifications.compactMap { message -> String? in
            let params = message["params"]
            let what = params?["integration"]?["name"] ?? params?["run"]?["state"] ?? params?["notification"]?["kind"] ?? params?["lastSequence"].map { .string($0.text) }
            return message["method"]?.string.flatMap { method in what?.string.map { "\(method) \($0)" } }
        }
        return Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +)
    }

    @Test("a change of one's own is told once, although the watcher sees it too") func own() async throws {
        try await agent.call("integration/update", ["integration": "Acme", "name": "Nordlys"])
        try look()
        #expect(try await told()["integration/changed Nordlys"] == 1)
        try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg", "role": "administrator"])
        try look()
        #expect(try await told()["user/changed 1"] == 1)
    }

    @Test("so is what follows from an authorization that is gone, which no run tells of") func loss() async throws {
        agent.hris.with { $0.failure = .authorizationRequired("Revoked.") }
        try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg", "role": "administrator"])
        let before = try await told()["integration/changed Acme"] ?? 0
        #expect(try await agent.refusal("integration/fields", ["integration": "Acme"])?.errorKind == .authorizationRequired)
        try look()
        #expect(try await told()["integration/changed Acme"] == before + 1)
        #expect(try await told()["notification/created authorizationRequired"] == 1)
    }

    @Test("a change of another process is told, and each way back and forth again") func others() async throws {
        let other = try await TestAgent(at: folder.file("users.sqlite"))
        for (round, name) in ["Nordlys", "Acme", "Nordlys"].enumerated() {
            try await other.call("integration/update", ["integration": .string(round.isMultiple(of: 2) ? "Acme" : "Nordlys"), "name": .string(name)])
            try look()
        }
        #expect(try await told()["integration/changed Nordlys"] == 2)
        // Once more than when it was connected and configured.
        try await agent.call("integration/update", ["integration": "Nordlys", "name": "Acme"])
        try await other.call("integration/update", ["integration": "Acme", "name": "Else"])
        try look()
        #expect(try await told()["integration/changed Else"] == 1)
        try await other.end()
    }
}
