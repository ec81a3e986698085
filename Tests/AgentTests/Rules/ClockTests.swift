import Agent
import Connectors
import Foundation
import JSON
import Logging
import Provisioning
import Store
import Synchronization
import Testing

/// A machine's clock that somebody sets wrong, and right again.
@Suite struct ClockTests {
    final class WildClock: TimeSource {
        private let time: Mutex<Timestamp>
        init(_ start: Timestamp) { time = Mutex(start) }
        var now: Timestamp { time.withLock { $0 } }
        func set(_ moment: Timestamp) { time.withLock { $0 = moment } }
    }

    /// Enabled on a clock that can go anywhere.
    struct Scene {
        let hris = ScriptedHRIS()
        let clock = WildClock(TestAgent.start)
        let agent: Agent
        let client: TestClient
        let store: Store

        init() async throws {
            store = try Store(.memory, keys: .memory)
            agent = Agent(
                store: store, catalog: TestAgent.TestCatalog(hris: hris), time: clock, options: Options(version: "0"),
                log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
            client = TestClient(agent)
            hris.deliver(employees(5))
            _ = try await client.call("feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true])
            _ = try await client.call("integration/connect", ["connector": "scripted", "name": "Acme", "authorization": ["kind": "bearer", "fields": ["token": "t"]]])
            _ = try await client.call("integration/configure", ["integration": "Acme", "configuration": [:]])
            _ = try await client.call("integration/enable", ["integration": "Acme", "confirm": true, "wait": true])
        }

        func due() async throws -> Int { try await agent.runDue().count }
        func next() async throws -> String? { try await client.call("integration/get", ["integration": "Acme"])["nextSyncAt"]?.string }
    }

    private static let day: Int64 = 86_400

    @Test("R-RUN-4 the clock goes back for an hour: no sync is lost, none comes twice") func hour() async throws {
        let scene = try await Scene()
        scene.clock.set(TestAgent.start.adding(seconds: Self.day + 60))
        #expect(try await scene.due() == 1)
        scene.clock.set(TestAgent.start.adding(seconds: Self.day - 3_000))
        #expect(try await scene.due() == 0)
        scene.clock.set(TestAgent.start.adding(seconds: Self.day + 600))
        #expect(try await scene.due() == 0)
        scene.clock.set(TestAgent.start.adding(seconds: 2 * Self.day))
        #expect(try await scene.due() == 1)
        #expect(try await scene.next() == "2026-01-08T08:00:00.000Z")
    }

    @Test("R-RUN-4, R-RUN-2 the clock was decades ahead: set right, syncs come every day again, and tests are not locked for decades", arguments: [-30 * 365, 365, 30 * 365] as [Int64])
    func decades(_ days: Int64) async throws {
        let scene = try await Scene()
        scene.clock.set(TestAgent.start.adding(days: days))
        _ = try await scene.due()
        for _ in 0..<3 { _ = try? await scene.client.call("integration/runTest", ["integration": "Acme", "wait": true]) }
        _ = try? await scene.client.call("integration/disable", ["integration": "Acme"])
        _ = try await scene.client.call("integration/enable", ["integration": "Acme", "confirm": true, "wait": true])
        scene.clock.set(TestAgent.start.adding(seconds: 10 * Self.day))
        var syncs: [Int] = []
        for day in 10..<20 as Range<Int64> {
            scene.clock.set(TestAgent.start.adding(seconds: day * Self.day + 40_000))
            try await syncs.append(scene.due())
        }
        #expect(syncs.dropFirst(2).allSatisfy { $0 == 1 }, "\(syncs)")
        #expect(try await scene.client.call("integration/runTest", ["integration": "Acme", "wait": true])["run", "state"] == "succeeded")
        #expect(try await scene.client.call("user/list")["items"]?.array?.count == 5)
    }

    @Test("R-RUN-4 ten days in which nothing ran are made up once; the slot stays") func missed() async throws {
        let scene = try await Scene()
        scene.clock.set(TestAgent.start.adding(seconds: 10 * Self.day + 5_000))
        #expect(try await scene.due() == 1)
        #expect(try await scene.due() == 0)
        #expect(try await scene.next() == "2026-01-16T08:00:00.000Z")
    }

    @Test("R-RUN-4 over a year, two changes of the clocks and a leap day every sync begins at the same second", arguments: ["Europe/Stockholm", "America/New_York", "Australia/Lord_Howe"])
    func drift(_ zone: String) async throws {
        let agent = try await TestAgent(now: Timestamp("2027-12-31T23:59:57Z") ?? TestAgent.start)
        try await agent.call("account/update", ["timeZone": .string(zone)])
        try await agent.connected(to: employees(2))
        try await agent.enable()
        for _ in 0..<53 { try await agent.advance(hours: 7 * 24) }
        var runs: [JSONValue] = [], cursor: JSONValue?
        repeat {
            let page = try await agent.call("run/list", cursor.map { ["limit": 1000, "cursor": $0] } ?? ["limit": 1000])
            runs += page["items"]?.array ?? []
            cursor = page["nextCursor"]
        } while cursor != nil
        #expect(runs.count == 53 * 7 + 1)
        #expect(runs.allSatisfy { $0["startedAt"]?.string?.hasSuffix("T23:59:57.000Z") == true && $0.state == "succeeded" })
        #expect(Set(runs.compactMap { $0["startedAt"]?.string }).count == runs.count)
    }
}
