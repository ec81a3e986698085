import Contract
import JSON
import Provisioning
import Store
import Testing
import Wire

@Suite struct RunRuleTests {
    static func starts(_ agent: TestAgent, _ kind: String = "sync") async throws -> [String] {
        try await agent.items("run/list", ["kind": .string(kind), "limit": 1000]).reversed().compactMap { run in
            run["startedAt"]?.string.map { "\($0.dropFirst(8).prefix(8)) \(run["trigger"]?.string ?? "") \(run.state ?? "")" }
        }
    }

    @Test("R-RUN-1 one run at a time; a sync that falls due meanwhile is queued, and starts afterwards, also if the other has not begun to read", arguments: [false, true])
    func queued(_ isQueuedItself: Bool) async throws {
        let agent = try await TestAgent(isSession: true)
        try await agent.connected(to: employees(2))
        try await agent.enable()
        try await agent.advance(hours: 23)
        agent.hris.hold()
        let test = try await agent.call("integration/runTest", ["integration": "Acme"])["run", "id"]
        await agent.hris.someoneWaits()
        for method in ["integration/runTest", "integration/sync"] {
            let refusal = try await agent.refusal(method, ["integration": "Acme"])
            #expect(refusal?.errorKind == .runInProgress)
            #expect(refusal?.data?["run"] == test)
        }
        #expect(try await agent.call("integration/get", ["integration": "Acme"])["running", "id"] == test)
        if isQueuedItself {
            try agent.store.write { writing in
                for var run in try writing.unfinishedRuns() {
                    run.state = .queued
                    try writing.update(run)
                }
            }
        }
        let advance = agent.client.send("clock/advance", ["seconds": 3600])
        await agent.client.wait { $0.contains { $0["params"]?["run"]?["trigger"] == "schedule" && $0["params"]?["run"]?["state"] == "queued" } }
        #expect(try await Self.starts(agent).last == "06T08:00 schedule queued")
        agent.hris.release()
        _ = try await agent.client.response(advance)
        #expect(try await Self.starts(agent).last == "06T08:00 schedule succeeded")
        #expect(try await Self.starts(agent, "test") == ["06T07:00 manual succeeded"])
    }

    @Test("R-RUN-2 3 tests in any 24 hours, free again exactly 24 hours later") func testQuota() async throws {
        let agent = try await TestAgent()
        try await agent.connected(to: employees(2))
        for _ in 1...3 {
            #expect(try await agent.test().state == "succeeded")
            try await agent.advance(hours: 1)
        }
        func limit() async throws -> String? {
            let refusal = try await agent.refusal("integration/runTest", ["integration": "Acme"])
            return refusal?.errorKind == .limitReached ? refusal?.data?["retryAt"]?.string : nil
        }
        #expect(try await limit() == "2026-01-06T08:00:00.000Z")
        #expect(try await agent.call("integration/get", ["integration": "Acme"])["quota"] == ["testsLeft": 0, "nextTestAt": "2026-01-06T08:00:00.000Z", "manualSyncsLeft": 1])
        try await agent.advance(hours: 20, minutes: 59, seconds: 59)
        #expect(try await limit() == "2026-01-06T08:00:00.000Z")
        try await agent.advance(seconds: 1)
        #expect(try await agent.test().state == "succeeded")
        #expect(try await limit() == "2026-01-06T09:00:00.000Z")
    }

    @Test("R-RUN-2 a run without a plan does not count, one that failed after it does; the host can lift the limits") func whatCounts() async throws {
        let agent = try await TestAgent()
        try await agent.connected(to: employees(10))
        agent.hris.with { $0.failure = .remoteUnavailable("The HRIS does not answer.") }
        for _ in 1...5 { #expect(try await agent.test().state == "failed") }
        agent.hris.with { $0.failure = nil }
        try await agent.enable()
        func left() async throws -> JSONValue? { try await agent.call("integration/get", ["integration": "Acme"])["quota"] }
        #expect(try await left() == ["testsLeft": 3, "manualSyncsLeft": 1], "neither failed tests nor the sync of enable count")
        agent.hris.deliver((1...10).map { employee(String($0), last: "Other\($0)", email: "other\($0)@else.example") })
        let sync = try await agent.sync()
        #expect(sync["error"]?.kind == "identityMismatch")
        #expect(try await left()?["manualSyncsLeft"] == 0)

        let free = try await TestAgent { ($0.testsPerDay, $0.syncsPerDay) = (0, 0) }
        try await free.connected(to: employees(1))
        for _ in 1...5 { #expect(try await free.test().state == "succeeded") }
        try await free.enable()
        for _ in 1...3 { #expect(try await free.sync().state == "succeeded") }
    }

    @Test("R-RUN-3 progress, phases in order, and a response that names a run comes before events about it") func phases() async throws {
        let agent = try await TestAgent(isSession: true)
        try await agent.connected()
        agent.hris.with { ($0.pages, $0.total) = ([employees(3), [employee("4"), employee("5")]], 5) }
        let run = try await agent.call("integration/enable", ["integration": "Acme"])["run"] ?? .null
        _ = try await agent.call("run/wait", ["run": run["id"] ?? .null])
        let received = agent.client.received
        let response = try #require(received.firstIndex { $0["result"]?["run"]?["id"] == run["id"] })
        let first = try #require(received.firstIndex { $0["params"]?["run"]?["id"] == run["id"] || $0["params"]?["token"] == run["id"] })
        #expect(response < first)
        let states = received.compactMap { $0["params"]?["run"]?["state"]?.string }
        #expect(states == ["queued", "fetching", "planning", "applying", "succeeded"])
        let progress = received.filter { $0["method"] == "$/progress" }.compactMap { $0["params"]?["value"]?.text }
        #expect(progress == [#"{"phase":"fetching","read":3,"total":5}"#, #"{"phase":"fetching","read":5,"total":5}"#])
        let after = received.drop { $0["params"]?["run"]?["state"] != "succeeded" }.compactMap { $0["method"]?.string }
        #expect(after == ["run/changed", "integration/changed", "user/changed"], "what follows from a run is told after its end")
    }

    @Test("R-RUN-3 a run can be cancelled until it is applying, and has changed nothing") func cancelled() async throws {
        let agent = try await TestAgent(isSession: true)
        try await agent.connected(to: employees(2))
        try await agent.enable()
        agent.hris.deliver(employees(4))
        let before = try await agent.dump()
        agent.hris.hold()
        let run = try await agent.call("integration/sync", ["integration": "Acme"])["run", "id"] ?? .null
        await agent.hris.someoneWaits()
        try await agent.call("run/cancel", ["run": run])
        #expect(try await agent.call("run/wait", ["run": run]).state == "cancelled")
        #expect(try await agent.dump() == before)
        agent.hris.release()
        // `$/cancelRequest` of a request that waits for its run does the same.
        agent.hris.hold()
        let request = agent.client.send("integration/sync", ["integration": "Acme", "wait": true])
        await agent.hris.someoneWaits()
        agent.client.connection.notify("$/cancelRequest", ["id": JSONValue(request)])
        do {
            #expect(try await agent.client.response(request)["run"]?.state == "cancelled")
        } catch let error as RPCError { #expect(error.errorKind == .cancelled) }
        #expect(try await agent.items("run/list").first?.state == "cancelled")
        #expect(try await agent.dump() == before)
        agent.hris.release()
        #expect(try await agent.sync().counts == "2 0 0 2 0 0", "cancelled runs count for no quota")
    }

    @Test("R-RUN-3 a run whose process died becomes failed, interrupted, and has changed nothing") func interrupted() async throws {
        let folder = try TestFolder()
        let hris = ScriptedHRIS()
        let agent = try await TestAgent(at: folder.file("a.sqlite"), hris: hris)
        try await agent.connected(to: employees(2))
        try await agent.enable()
        let users = try await agent.items("user/list")
        // As a process leaves it that was killed while it applied: the run is there, and nobody has a lease on it.
        let run = try agent.store.write { writing in
            try writing.insert(Provisioning.Run(
                id: "", integration: "i1", kind: .sync, trigger: .schedule, state: .applying, startedAt: TestAgent.start, revision: 1))
        }
        try await agent.end()
        let next = try await TestAgent(at: folder.file("a.sqlite"), now: TestAgent.start.adding(hours: 1), hris: hris)
        let shown = try await next.call("run/get", ["run": .string(run.id)])
        #expect(shown.state == "failed")
        #expect(shown["error"]?.kind == "interrupted")
        #expect(shown["error", "message"]?.string?.contains("Nothing was changed") == true)
        // It was the schedule's, so it is made up: first after 15 minutes.
        #expect(try await next.call("integration/get", ["integration": "Acme"])["nextSyncAt"] == "2026-01-05T09:15:00.000Z")
        #expect(try await next.items("user/list") == users)
        #expect(try await next.call("store/check")["ok"] == true)
        try await next.end()
    }

    @Test("R-RUN-4 the first sync at once, then every 24 hours, whatever a manual sync does") func daily() async throws {
        let agent = try await TestAgent()
        try await agent.connected(to: employees(2))
        try await agent.enable()
        try await agent.advance(hours: 30)
        _ = try await agent.sync()
        try await agent.advance(hours: 48)
        #expect(try await Self.starts(agent) == [
            "05T08:00 enable succeeded", "06T08:00 schedule succeeded", "06T14:00 manual succeeded", "07T08:00 schedule succeeded", "08T08:00 schedule succeeded",
        ])
        #expect(try await agent.call("integration/get", ["integration": "Acme"])["nextSyncAt"] == "2026-01-09T08:00:00.000Z")
    }

    @Test("R-RUN-4 a failed sync of the schedule is tried again after 15 min, 1 h and 4 h, then waits for the next day") func retries() async throws {
        let agent = try await TestAgent()
        try await agent.connected(to: employees(2))
        try await agent.enable()
        agent.hris.with { $0.failure = .remoteUnavailable("The HRIS does not answer.") }
        try await agent.advance(hours: 50)
        #expect(try await Self.starts(agent) == [
            "05T08:00 enable succeeded", "06T08:00 schedule failed", "06T08:15 schedule failed", "06T09:15 schedule failed", "06T13:15 schedule failed",
            "07T08:00 schedule failed", "07T08:15 schedule failed", "07T09:15 schedule failed",
        ])
        agent.hris.with { $0.failure = nil }
        try await agent.advance(hours: 46)
        #expect(try await Self.starts(agent).suffix(3) == ["07T13:15 schedule succeeded", "08T08:00 schedule succeeded", "09T08:00 schedule succeeded"])
    }

    @Test("R-RUN-4 a manual sync between two tries does not move the schedule") func manualBetweenRetries() async throws {
        let agent = try await TestAgent()
        try await agent.connected(to: employees(2))
        try await agent.enable()
        agent.hris.with { $0.failure = .remoteUnavailable("The HRIS does not answer.") }
        try await agent.advance(hours: 24, minutes: 20)
        agent.hris.with { $0.failure = nil }
        #expect(try await agent.sync().state == "succeeded")
        #expect(try await agent.call("integration/get", ["integration": "Acme"])["nextSyncAt"] == "2026-01-06T09:15:00.000Z")
    }

    @Test("R-RUN-4 the schedule survives restarts, and a time missed is made up once") func missed() async throws {
        let folder = try TestFolder()
        let hris = ScriptedHRIS()
        let agent = try await TestAgent(at: folder.file("a.sqlite"), hris: hris)
        try await agent.connected(to: employees(2))
        try await agent.enable()
        try await agent.end()
        let next = try await TestAgent(at: folder.file("a.sqlite"), now: TestAgent.start.adding(hours: 24 * 5 + 3), hris: hris)
        try await next.advance(hours: 24)
        #expect(try await Self.starts(next) == ["05T08:00 enable succeeded", "10T11:00 schedule succeeded", "11T08:00 schedule succeeded"])
        try await next.end()
    }

    @Test("R-RUN-4 disabling cancels the schedule's sync; enabling again within 24 hours of a successful one keeps its slot") func disabling() async throws {
        let agent = try await TestAgent(isSession: true)
        try await agent.connected(to: employees(2))
        try await agent.enable()
        agent.hris.hold()
        let advance = agent.client.send("clock/advance", ["seconds": 86400])
        await agent.hris.someoneWaits()
        let off = try await agent.call("integration/disable", ["integration": "Acme"])["integration"]
        #expect(off?["enabled"] == false)
        _ = try await agent.client.response(advance)
        #expect(try await Self.starts(agent) == ["05T08:00 enable succeeded", "06T08:00 schedule cancelled"])
        agent.hris.release()
        try await agent.advance(hours: 72)
        #expect(try await Self.starts(agent).count == 2)
        // More than 24 hours after the last success the first sync runs at once, and makes a new slot.
        try await agent.enable()
        #expect(try await Self.starts(agent).last == "09T08:00 enable succeeded")
        try await agent.advance(hours: 5)
        try await agent.call("integration/disable", ["integration": "Acme"])
        let again = try await agent.call("integration/enable", ["integration": "Acme", "confirm": true])
        #expect(again["run"] == nil)
        #expect(again["integration", "nextSyncAt"] == "2026-01-10T08:00:00.000Z")
        #expect(try await agent.refusal("integration/sync", ["integration": "Acme"]) == nil)
    }

    @Test("R-RUN-4 a manual sync needs an enabled integration") func syncNeedsEnabled() async throws {
        let agent = try await TestAgent()
        try await agent.connected(to: employees(2))
        #expect(try await agent.refusal("integration/sync", ["integration": "Acme"])?.errorKind == .wrongState)
        #expect(try await agent.items("run/list").isEmpty)
    }

    @Test("R-RUN-5 what enabling needs, and when it asks back") func enabling() async throws {
        let agent = try await TestAgent { $0.testsPerDay = 0 }
        try await agent.enableFeature()
        try await agent.call("integration/connect", ["connector": "scripted", "name": "Acme", "authorization": ConnectingRuleTests.token("t")])
        #expect(try await agent.refusal("integration/enable", ["integration": "Acme"])?.errorKind == .wrongState, "never configured")
        try await agent.call("integration/configure", ["integration": "Acme", "configuration": [:]])
        agent.hris.deliver(employees(3))
        let user = try await agent.call("user/create", ["firstName": "First1", "lastName": "Last1", "email": "P1@example.org"])["id"] ?? .null
        func asks() async throws -> JSONValue? {
            let refusal = try await agent.refusal("integration/enable", ["integration": "Acme"])
            return refusal?.errorKind == .confirmationRequired ? refusal?.data?["counts"] : nil
        }
        #expect(try await asks() == ["users": 1, "needsLink": 0], "no test")
        #expect(try await agent.test()["summary", "needsLink"] == 1)
        #expect(try await asks() == ["users": 1, "needsLink": 1], "the test found somebody by address")
        try await agent.call("user/update", ["user": user, "externalId": "scripted-1"])
        try await agent.advance(seconds: 1)
        try await agent.call("integration/configure", ["integration": "Acme", "configuration": [:]])
        #expect(try await asks() == ["users": 1, "needsLink": 0], "configured since")
        _ = try await agent.test()
        try await agent.advance(hours: 24)
        #expect(try await asks() == ["users": 1, "needsLink": 0], "the test is a day old")
        _ = try await agent.test()
        #expect(try await asks() == nil)
        #expect(try await agent.call("integration/get", ["integration": "Acme"])["enabled"] == true)
    }

    @Test("R-RUN-6 a configuration saved while enabled takes effect at the next run, and saving calls no HRIS") func configuring() async throws {
        let agent = try await TestAgent()
        try await agent.connected(to: [employee("1", ["department": "Sales"]), employee("2", ["department": "IT"])])
        try await agent.call("attribute/create", ["key": "department", "name": "Department", "type": "choice"])
        try await agent.enable()
        let readings = agent.hris.readings
        try await agent.call("integration/configure", ["integration": "Acme", "configuration": [
            "attributeMapping": ["mappings": [["field": "department", "attribute": "department"]]],
            "filters": [["field": "department", "mode": "exclude", "kind": "values", "values": ["it"]]],
            "advanced": ["deletionSafeguardPercent": 100],
        ]])
        #expect(agent.hris.readings == readings)
        #expect(try await agent.items("user/list").count == 2)
        try await agent.advance(hours: 24)
        let users = try await agent.items("user/list")
        #expect(users.map { $0["attributes"]?.text } == [#"{"department":"Sales"}"#])
    }

    @Test("R-RUN-7 the rows of a run can be read for 24 hours, then they are erased") func expiry() async throws {
        let agent = try await TestAgent()
        try await agent.connected(to: employees(2))
        let run = try await agent.test()["id"] ?? .null
        try await agent.advance(hours: 23, minutes: 59, seconds: 59)
        #expect(try await agent.items("run/rows", ["run": run, "category": "created"]).count == 2)
        try await agent.advance(seconds: 1)
        for (method, params) in [("run/rows", ["run": run, "category": "created"]), ("run/export", ["run": run, "category": "created"])] as [(String, JSONValue)] {
            let refusal = try await agent.refusal(method, params)
            #expect(refusal?.errorKind == .resultsExpired)
            #expect(refusal?.message.contains("run a new test") == true)
        }
        #expect(!agent.store.rows.exists(run: run.string ?? ""))
        #expect(try await agent.call("run/get", ["run": run])["summary", "created"] == 2, "the counts stay")
    }
}
