import Contract
import JSON
import Provisioning
import Testing

@Suite struct NotificationRuleTests {
    /// An administrator, a superuser, an analyst and an employee: u1 to u4.
    static func people(_ agent: TestAgent) async throws {
        for role in ["administrator", "superuser", "analyst", "employee"] {
            try await agent.call("user/create", ["firstName": .string(role), "lastName": "Berg", "role": .string(role)])
        }
    }

    static func kinds(_ agent: TestAgent, _ params: JSONValue = [:]) async throws -> [String] {
        try await agent.items("notification/list", params).compactMap { $0["kind"]?.string }
    }

    @Test("R-NOT-1 each kind with the guide's title and words, its run, and no name of anybody") func texts() async throws {
        let agent = try await TestAgent { ($0.testsPerDay, $0.syncsPerDay) = (0, 0) }
        try await Self.people(agent)
        try await agent.call("user/create", ["firstName": "Guest", "lastName": "One", "email": "p9@example.org"])
        try await agent.connected(name: "Acme HR", to: employees(8))
        func newest(_ kind: String) async throws -> JSONValue? { try await agent.items("notification/list").first { $0["kind"]?.string == kind } }

        let test = try await agent.test("Acme HR")
        let ready = try await newest("testResultsReady")
        #expect(ready?["title"] == "Integration test results ready")
        #expect(ready?["run"] == test["id"])
        #expect(ready?["data"] == ["created": 8, "updated": 0, "deleted": 0])

        try await agent.enable("Acme HR")
        try await agent.call("account/update", ["licenseLimit": 14])
        agent.hris.deliver(employees(12))
        _ = try await agent.sync("Acme HR")
        #expect(try await newest("licenseLimitExceeded")?["title"] == "Max user licenses exceeded")
        #expect(try await newest("licenseLimitExceeded")?["text"] == "The integration for Acme HR failed to add 2 users due to max user licenses exceeded")
        #expect(try await newest("userConflicts")?["title"] == "HRIS synchronization error - user conflicts")
        #expect(try await newest("userConflicts")?["text"] == "HRIS synchronization for Acme HR failed to add 1 users because their email addresses already exist. Please check the HRIS settings.")

        agent.hris.deliver(employees(2))
        let sync = try await agent.sync("Acme HR")
        #expect(sync["summary", "deletionsHeld"] == 7)
        let held = try await newest("deletionSafeguard")
        #expect(held?["title"] == "HRIS synchronization error - deletion safeguard")
        #expect(held?["severity"] == "error")
        #expect(held?["run"] == sync["id"])

        agent.hris.with { $0.failure = .remoteUnavailable("The HRIS does not answer.") }
        let failed = try await agent.sync("Acme HR")
        #expect(try await newest("syncFailed")?["run"] == failed["id"])
        #expect(try await newest("syncFailed")?["text"]?.string?.contains("The HRIS does not answer.") == true)
        for notice in try await agent.items("notification/list") {
            for name in ["First", "Last1", "@example.org"] { #expect(!notice.text.contains(name)) }
        }
    }

    @Test("R-NOT-1 a test gives testResultsReady or syncFailed, nothing else") func tests() async throws {
        let agent = try await TestAgent()
        try await Self.people(agent)
        try await agent.call("user/create", ["firstName": "Guest", "lastName": "One", "email": "p1@example.org", "externalId": "other-1"])
        try await agent.call("account/update", ["licenseLimit": 5])
        try await agent.connected(to: employees(2))
        #expect(try await agent.test().counts == "0 0 0 0 2 0")
        #expect(try await Self.kinds(agent) == ["testResultsReady"])
        agent.hris.with { $0.failure = .authorizationRequired("The token was revoked.") }
        #expect(try await agent.test().state == "failed")
        #expect(try await Self.kinds(agent) == ["syncFailed", "testResultsReady"])
    }

    @Test("R-NOT-2 administrators and superusers get them, by the account's preference and each one's own, fixed when created") func recipients() async throws {
        let agent = try await TestAgent { $0.testsPerDay = 0 }
        try await Self.people(agent)
        try await agent.connected(to: employees(1))
        func told() async throws -> [Int] {
            _ = try await agent.test()
            try await agent.advance(seconds: 1)
            var counts: [Int] = []
            for user in ["u1", "u2", "u3", "u4"] { counts.append(try await agent.items("notification/list", ["actor": .string(user)]).count) }
            return counts
        }
        #expect(try await told() == [1, 1, 0, 0])
        try await agent.call("notification/setPreferences", ["kinds": ["testResultsReady": false]])
        #expect(try await told() == [1, 1, 0, 0])
        let own = try await agent.call("notification/setPreferences", ["user": "u2", "kinds": ["testResultsReady": true]])
        #expect(own["effective", "testResultsReady"] == true)
        #expect(own["account", "testResultsReady"] == false)
        #expect(try await told() == [1, 2, 0, 0])
        let back = try await agent.call("notification/setPreferences", ["user": "u2", "kinds": ["testResultsReady": .null]])
        #expect(back["user"] == [:])
        #expect(back["effective", "testResultsReady"] == false)
        #expect(try await told() == [1, 2, 0, 0])
        // Who becomes an administrator later does not get what was sent before.
        try await agent.call("user/update", ["user": "u4", "role": "administrator"])
        #expect(try await agent.items("notification/list", ["actor": "u4"]).isEmpty)
        #expect(try await agent.refusal("notification/list", ["actor": "u1", "user": "u2"])?.errorKind == .forbidden)
    }

    @Test("R-NOT-3 pushed at once, read per recipient, kept 90 days") func life() async throws {
        let agent = try await TestAgent(isSession: true)
        try await Self.people(agent)
        try await agent.connected(to: employees(1))
        _ = try await agent.test()
        let pushed = agent.client.notifications.filter { $0["method"] == "notification/created" }
        #expect(pushed.map { $0["params"]?["recipients"] } == [["u1", "u2"]])
        #expect(pushed.first?["params"]?["notification"]?["id"] == "n1")
        #expect(try await agent.call("notification/markRead", ["actor": "u1", "notifications": ["n1", "n99"]]) == ["marked": 1])
        try await agent.advance(hours: 1)
        #expect(try await agent.call("notification/markRead", ["actor": "u1", "notifications": ["n1"]]) == ["marked": 0])
        let mine = try await agent.call("notification/list", ["actor": "u1"]), yours = try await agent.call("notification/list", ["actor": "u2"])
        #expect(mine["unread"] == 0 && mine["items"]?.array?.first?["readAt"] == "2026-01-05T08:00:00.000Z")
        #expect(yours["unread"] == 1 && yours["items"]?.array?.first?["readAt"] == nil)
        #expect(try await agent.items("notification/list", ["actor": "u1", "unreadOnly": true]).isEmpty)
        try await agent.advance(hours: 90 * 24 - 2)
        #expect(try await Self.kinds(agent) == ["testResultsReady"])
        try await agent.advance(hours: 2)
        #expect(try await Self.kinds(agent) == [])
    }

    @Test("R-NOT-3 syncFailed comes once a day per integration and error kind") func onceADay() async throws {
        let agent = try await TestAgent { $0.syncsPerDay = 0 }
        try await agent.connected(to: employees(1))
        try await agent.enable()
        agent.hris.with { $0.failure = .remoteUnavailable("The HRIS does not answer.") }
        for _ in 1...3 { _ = try await agent.sync() }
        #expect(try await Self.kinds(agent) == ["syncFailed"])
        agent.hris.with { $0.failure = .remoteUnexpected("The HRIS answered something odd.") }
        _ = try await agent.sync()
        #expect(try await Self.kinds(agent).count == 2, "another kind of error")
        agent.hris.with { $0.failure = .remoteUnavailable("The HRIS does not answer.") }
        try await agent.call("integration/disable", ["integration": "Acme"])
        try await agent.advance(hours: 23, minutes: 59, seconds: 59)
        _ = try await agent.test()
        #expect(try await Self.kinds(agent).count == 2)
        try await agent.advance(seconds: 1)
        _ = try await agent.test()
        #expect(try await Self.kinds(agent).count == 3)
    }
}
