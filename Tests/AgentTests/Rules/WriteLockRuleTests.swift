import JSON
import Provisioning
import Testing

/// What happens to people who are changed while the HRIS is being read.
@Suite struct WriteLockRuleTests {
    @Test("R-PLAN-12 a user changed since the reading began is compared as it then is") func changedMeanwhile() async throws {
        let agent = try await TestAgent(isSession: true)
        try await agent.connected(to: employees(3))
        try await agent.enable()
        let before = try await agent.items("user/list")
        // The first pages are read when they change, so whether they were recognised or not makes no difference.
        agent.hris.with { $0.pages = [employees(3), []] }
        let readings = agent.hris.readings
        agent.hris.hold()
        let sync = agent.client.send("integration/sync", ["integration": "Acme", "wait": true])
        await agent.hris.someoneWaits()
        try await agent.call("user/update", ["user": before[0]["id"] ?? .null, "lastName": "Changed"])
        try await agent.call("user/delete", ["user": before[1]["id"] ?? .null])
        agent.hris.release()
        let summary = try await agent.client.response(sync)["run"]?["summary"]
        #expect(["created", "updated", "unchanged"].map { summary?[$0]?.int } == [1, 1, 1])
        #expect(agent.hris.readings == readings + 2, "who was recognised and then changed is read after all")
        let after = try await agent.items("user/list")
        #expect(Set(after.compactMap { $0["lastName"]?.string }) == Set(before.compactMap { $0["lastName"]?.string }))
        #expect(Set(after.compactMap { $0["externalId"]?.string }) == ["acme-1", "acme-2", "acme-3"])
    }

    @Test("R-PLAN-12 an address taken since the reading began is a conflict, not an error") func takenMeanwhile() async throws {
        let agent = try await TestAgent(isSession: true)
        var people = employees(2)
        try await agent.connected(to: people)
        try await agent.enable()
        people[1].emails = [Employee.Email(address: "new@x.example", type: .primary)]
        agent.hris.deliver(people)
        agent.hris.hold()
        let sync = agent.client.send("integration/sync", ["integration": "Acme", "wait": true])
        await agent.hris.someoneWaits()
        try await agent.call("user/create", ["firstName": "Quick", "lastName": "One", "email": "NEW@x.example"])
        agent.hris.release()
        let run = try await agent.client.response(sync)["run"]
        #expect(run?["state"]?.string == "succeeded")
        #expect(run?["summary"]?["conflicts"]?.int == 1)
        let rows = try await agent.items("run/rows", ["run": run?["id"] ?? .null, "category": "conflict"])
        #expect(rows.map { $0["reason"]?.string } == ["emailTaken"])
    }

    @Test("R-RUN-6 a configuration saved during a run takes effect at the next") func configuredMeanwhile() async throws {
        let agent = try await TestAgent(isSession: true)
        try await agent.connected(to: employees(3))
        agent.hris.hold()
        let enabling = agent.client.send("integration/enable", ["integration": "Acme", "confirm": true, "wait": true])
        await agent.hris.someoneWaits()
        try await agent.call("integration/configure", [
            "integration": "Acme", "configuration": ["filters": [["field": "id", "mode": "exclude", "kind": "values", "values": ["3"]]]],
        ])
        agent.hris.release()
        #expect(try await agent.client.response(enabling)["run"]?["summary"]?["created"]?.int == 3)
        #expect(try await agent.sync()["summary"]?["deleted"]?.int == 1)
    }
}
