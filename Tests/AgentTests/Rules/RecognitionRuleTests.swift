import JSON
import Provisioning
import Testing

/// How little a sync reads, counted: no clock and no other program on the machine has a say in it.
@Suite struct RecognitionRuleTests {
    /// Of the summary: unchanged and updated; and how many records were read for it.
    private func sync(_ agent: TestAgent) async throws -> [Int?] {
        agent.hris.with { $0.recordsRead = 0 }
        let summary = try await agent.sync()["summary"]
        return [summary?["unchanged"]?.int, summary?["updated"]?.int, agent.hris.with { $0.recordsRead }]
    }

    @Test("R-PLAN-4 a sync reads the records that are new or changed, and no others") func readsWhatChanged() async throws {
        let agent = try await TestAgent { $0.syncsPerDay = 0 }
        var people = employees(300)
        try await agent.connected(to: people)
        try await agent.enable()
        #expect(try await sync(agent) == [300, 0, 0])

        people[7].fields["last_name"] = .text("New")
        agent.hris.deliver(people.reversed())
        #expect(try await sync(agent) == [299, 1, 1])
        #expect(try await sync(agent) == [300, 0, 0])

        // What nobody maps: read, and recognised again from then on.
        people[8].fields["team"] = .text("Red")
        agent.hris.deliver(people)
        #expect(try await sync(agent) == [300, 0, 1])
        #expect(try await sync(agent) == [300, 0, 0])
    }

    @Test("R-PLAN-12 a user whom somebody edited is read again, as is everybody under another configuration") func readsWhoWasEdited() async throws {
        let agent = try await TestAgent { $0.syncsPerDay = 0 }
        try await agent.connected(to: employees(300))
        try await agent.enable()
        let user = try await agent.call("user/get", ["externalId": "acme-5"])
        try await agent.call("user/update", ["user": user["id"] ?? .null, "lastName": "Edited"])
        #expect(try await sync(agent) == [299, 1, 1])
        try await agent.call("integration/configure", [
            "integration": "Acme", "configuration": ["filters": [["field": "team", "mode": "exclude", "kind": "values", "values": ["Red"]]]],
        ])
        #expect(try await sync(agent) == [300, 0, 300])
        #expect(try await sync(agent) == [300, 0, 0])
    }

    @Test("R-FIL-4 who is excluded and has no user is not read again either, until a filter's day has come") func readsNoOutsiders() async throws {
        let agent = try await TestAgent { $0.syncsPerDay = 0 }
        var people = employees(50)
        for index in 0..<10 { people[index].fields["employment_start_date"] = .text("2026-01-10") }
        try await agent.connected(to: people)
        try await agent.call("integration/configure", [
            "integration": "Acme",
            "configuration": ["filters": [["field": "employment_start_date", "mode": "exclude", "kind": "date", "condition": ["operator": "after", "daysFromToday": 0]]]],
        ])
        try await agent.enable()
        #expect(try await sync(agent) == [40, 0, 0])
        try await agent.call("integration/disable", ["integration": "Acme"])
        try await agent.call("clock/advance", ["to": "2026-01-10T08:00:00Z"])
        agent.hris.with { $0.recordsRead = 0 }
        try await agent.enable()
        #expect(agent.hris.with { $0.recordsRead } == 10)
        #expect(try await sync(agent) == [50, 0, 0])
    }
}
