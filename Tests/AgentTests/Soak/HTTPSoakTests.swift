import JSON
import Provisioning
import Simulator
import Testing

/// Months of a company, day by day, through the connectors and real HTTP, from simulated HR systems that fail in every way they can, against what
/// should be. `STAFFETTA_DAYS` makes it longer, `STAFFETTA_SEED` repeats one.
@Suite(.serialized) struct HTTPSoakTests {
    @Test("R-SAFE-1, -4, -5, R-MAP-2, -9: no wrong deletion, no wrong clearing, nobody lost, whatever comes over HTTP", .timeLimit(.minutes(60)), arguments: SimulatedSystem.all)
    func soak(_ system: SimulatedSystem) async throws {
        let seed = UInt64(HRISSoakTests.setting("STAFFETTA_SEED", or: 2_718_281_828))
        var dice = Dice(seed: seed)
        var company = Company(size: 90, today: Int(TestAgent.start.milliseconds / 86_400_000), seed: seed, hasLastDays: system.hasLastDays)
        var options = Simulator.Options()
        options.clock = TestAgent.start
        let simulator = try await Simulator.start(company: .init(parsing: company.lines()), options: options)
        do { try await live(system, simulator, &company, seed, &dice) } catch {
            await simulator.stop()
            throw error
        }
        await simulator.stop()
    }

    private func live(_ system: SimulatedSystem, _ simulator: Simulator, _ company: inout Company, _ seed: UInt64, _ dice: inout Dice) async throws {
        let waiting = CountedTime()
        let agent = try await TestAgent(catalog: system.catalog(waiting, patience: .seconds(1), seed: seed))
        let authorization: JSONValue = [
            "kind": .string(system.kind.rawValue), "fields": .object(JSONObject(system.settings(simulator).map { (name: $0.key, value: .string($0.value)) })),
        ]
        try await HRISSoakTests.prepare(agent, connector: system.format.rawValue, authorization)
        var mirror = Mirror()
        try await agent.enable()
        mirror.sync(company.wanted)
        try await HRISSoakTests.expect(agent, mirror, "the first sync of seed \(seed)")
        try await agent.advance(hours: 12)

        var tally = Tally()
        for day in 1...HRISSoakTests.setting("STAFFETTA_DAYS", or: 25) {
            company.live()
            let weather = Weather(for: system, &dice)
            if weather.kind == .fair, Bool.random(using: &dice) { company.swap() }
            var wanted = company.wanted
            var there = Set(company.people.keys)
            if weather.kind == .halfGone {
                there = there.filter { _ in Int.random(in: 0..<10, using: &dice) < 3 }
                wanted = wanted.filter { there.contains($0.key) }
            }
            let lines = company.lines(of: there), now = agent.clock.now
            simulator.setClock(now)
            waiting.set(now)
            simulator.setFaults(weather.faults)
            simulator.changeCompany { company, now in
                do { company.replace(with: try type(of: company).init(parsing: lines), now: now) } catch { Issue.record(error) }
            }
            let newest = try await agent.items("run/list", ["limit": 1]).first?["id"]
            try await agent.advance(hours: 24)
            let runs = try await agent.items("run/list", ["limit": 12]).prefix { $0["id"] != newest }.reversed()
            let note: Comment = "\(system.format) day \(day) of seed \(seed), \(weather.faults.map(\.description)): \(runs.map { $0["error"]?.text ?? $0.state ?? "" })"
            let succeeded = runs.count { $0.state == "succeeded" }
            #expect(succeeded == (runs.last?.state == "succeeded" ? 1 : 0) && !runs.isEmpty, note)
            switch weather.kind {
            case .fair, .partial, .halfGone: #expect(runs.count == 1 && succeeded == 1, note)
            case .showers: #expect(weather.isSlow || runs.first?.state == "succeeded", note)
            case .storm: break
            }
            if succeeded > 0 { mirror.sync(wanted, keepsManagers: weather.kind == .partial) }
            try await HRISSoakTests.expect(agent, mirror, note)
            tally.note(runs, simulator.requests)
            simulator.forgetRequests()
            if try await agent.call("integration/get", ["integration": "Acme"])["state"] == "needsAuthorization" {
                simulator.setFaults([])
                try await agent.call("integration/reconnect", ["integration": "Acme", "authorization": authorization])
                try await agent.advance(seconds: 1)
                mirror.sync(company.wanted)
                try await HRISSoakTests.expect(agent, mirror, "after reconnecting, \(note)")
                tally.runs += 1
            }
        }
        print("\(system.format) over HTTP with faults, seed \(seed): \(tally), \(mirror.heldEver) held, \(mirror.deleted) deleted, \(mirror.users.count) users at the end")
    }

    /// What happened, for the report.
    private struct Tally: CustomStringConvertible {
        var runs = 0
        private var failed = 0, requests = 0
        private var faults: [String: Int] = [:]

        mutating func note(_ runs: some Collection<JSONValue>, _ records: [RequestRecord]) {
            self.runs += runs.count
            failed += runs.count { $0.state == "failed" }
            requests += records.count
            for fault in records.flatMap(\.faults) { faults[String(fault.prefix { $0 != ":" && $0 != "@" }), default: 0] += 1 }
        }

        var description: String {
            "\(runs) runs, \(failed) failed; \(requests) requests, of which met " + faults.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        }
    }
}
