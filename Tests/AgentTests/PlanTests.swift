import JSON
import Provisioning
import Testing
import Wire

/// Applying a test as it was reviewed (R-PLAN-11).
@Suite struct PlanTests {
    /// A department and a manager are mapped.
    static let mapped: JSONValue = [
        "attributeMapping": ["mappings": [["field": "department", "attribute": "department"], ["field": "manager.id", "attribute": "manager"]]],
        "lifecycle": ["userState": "doNothing", "participationStart": ["kind": "directly"], "userRemoval": ["kind": "never"], "absence": "delete"],
    ]

    private func agent(_ employees: [Employee], configuration: JSONValue = PlanTests.mapped, before: (TestAgent) async throws -> Void = { _ in }) async throws -> TestAgent {
        let agent = try await TestAgent { options in (options.testsPerDay, options.syncsPerDay) = (0, 0) }
        try await agent.call("attribute/create", ["key": "department", "name": "Department", "type": "choice"])
        try await agent.call("attribute/create", ["key": "manager", "name": "Manager", "type": "user"])
        try await agent.connected(configuration, to: employees)
        try await before(agent)
        return agent
    }

    private func apply(_ agent: TestAgent, _ test: JSONValue, _ more: JSONObject = [:]) async throws -> JSONValue {
        var params: JSONObject = ["integration": "Acme", "plan": test["id"] ?? .null, "wait": true]
        for member in more.members { params[member.name] = member.value }
        return try await agent.call("integration/sync", .object(params))["run"] ?? .null
    }

    private func refusal(_ agent: TestAgent, _ test: JSONValue, _ more: JSONObject = [:]) async throws -> RPCError? {
        do {
            _ = try await apply(agent, test, more)
            return nil
        } catch let error as RPCError { return error }
    }

    private func user(_ agent: TestAgent, _ externalID: String) async throws -> JSONValue { try await agent.call("user/get", ["externalId": .string(externalID)]) }

    @Test("R-PLAN-11 a reviewed test is applied as it was, needsLink rows too, without the HRIS, once, and not enabled")
    func applies() async throws {
        let people = [employee("1", ["department": "Design"]), employee("2", ["manager.id": "1"]), employee("3")]
        let agent = try await agent(people) { agent in
            try await agent.call("user/create", ["firstName": "Old", "lastName": "Name", "email": "P1@example.org"])
        }
        let test = try await agent.test()
        #expect(test.counts == "2 1 0 0 0 0")
        let rows = try await agent.items("run/rows", ["run": test["id"] ?? .null, "category": "created"])
        let readings = agent.hris.readings
        agent.hris.deliver([])
        let sync = try await apply(agent, test)
        #expect(sync.state == "succeeded")
        #expect(sync["trigger"] == "plan")
        #expect(sync.counts == "2 1 0 0 0 0")
        #expect(agent.hris.readings == readings)
        // The reference to somebody whom the plan itself links is resolved; else the rows are those of the test.
        let applied = try await agent.items("run/rows", ["run": sync["id"] ?? .null, "category": "created"])
        #expect(applied.last == rows.last)
        #expect(applied.first?["changes"]?.array?.contains(["field": "attributes.manager", "to": ["acme-1"]]) == true)
        #expect(applied.first?["problems"] == nil)
        let linked = try await user(agent, "acme-1")
        #expect(linked["firstName"] == "First1" && linked["email"] == "P1@example.org")
        #expect(try await user(agent, "acme-2")["attributes", "manager"] == [linked["id"] ?? .null])
        #expect(try await refusal(agent, test)?.kind == "wrongState")
        // The sync after it has nothing left to do.
        agent.hris.deliver(people)
        #expect(try await agent.enable().counts == "0 0 0 3 0 0")
    }

    @Test("R-PLAN-11 what has changed since makes the plan stale, and is named")
    func stale() async throws {
        let people = [employee("1", ["department": "Design"]), employee("2", ["manager.id": "9"])]
        let changes: [(String, JSONValue, (TestAgent) async throws -> Void)] = [
            ("day", [["what": "day"]], { try await $0.advance(hours: 16) }),
            ("configuration", [["what": "configuration", "id": "i1"]], { try await $0.call("integration/configure", ["integration": "Acme", "configuration": ["advanced": [:]]]) }),
            ("account", [["what": "account"]], { try await $0.call("account/update", ["licenseLimit": 100]) }),
            ("attribute", [["what": "attribute", "id": "department"]], { try await $0.call("attribute/update", ["attribute": "department", "name": "Team"]) }),
            ("segments", [["what": "segments", "id": "department"]], { try await $0.call("segment/create", ["attribute": "department", "name": "Ops"]) }),
            ("a user named", [["what": "user", "id": "u1"]], { try await $0.call("user/update", ["user": "u1", "lastName": "Other"]) }),
            ("a user named, deleted", [["what": "user", "id": "u1"]], { try await $0.call("user/delete", ["user": "u1"]) }),
            ("a user referred to", [["what": "user", "id": "u2"]], { try await $0.call("user/update", ["user": "u2", "lastName": "Other"]) }),
            ("the reference's user, deleted", [["what": "user", "id": "u2"]], { try await $0.call("user/delete", ["user": "u2"]) }),
            ("an address taken", [["what": "user", "id": "u4"]], { try await $0.call("user/create", ["firstName": "A", "lastName": "B", "email": "P2@EXAMPLE.org"]) }),
            ("an external ID taken", [["what": "user", "id": "u4"]], { try await $0.call("user/create", ["firstName": "A", "lastName": "B", "externalId": "acme-2"]) }),
        ]
        for (name, changed, change) in changes {
            let agent = try await agent(people) { agent in
                try await agent.call("user/create", ["firstName": "A", "lastName": "One", "email": "p1@example.org"])
                try await agent.call("user/create", ["firstName": "A", "lastName": "Boss", "externalId": "acme-9"])
                try await agent.call("user/create", ["firstName": "Not", "lastName": "Concerned"])
            }
            agent.hris.deliver(people + [employee("9", first: "A", last: "Boss")])
            let test = try await agent.test()
            try await change(agent)
            let before = try await agent.dump()
            let error = try await refusal(agent, test)
            #expect(error?.kind == "planStale", "\(name)")
            #expect(error?.data?["changed"] == changed, "\(name)")
            #expect(try await agent.dump() == before, "\(name)")
        }
    }

    @Test("R-PLAN-11 a change that does not concern the rows leaves the plan fresh")
    func fresh() async throws {
        let agent = try await agent([employee("1")]) { agent in
            try await agent.call("user/create", ["firstName": "Not", "lastName": "Concerned"])
            try await agent.call("attribute/create", ["key": "other", "name": "Other", "type": "choice"])
        }
        let test = try await agent.test()
        try await agent.call("user/update", ["user": "u1", "lastName": "Changed"])
        try await agent.call("segment/create", ["attribute": "other", "name": "Ops"])
        try await agent.advance(hours: 1)
        #expect(try await apply(agent, test).counts == "1 0 0 0 0 0")
    }

    @Test("R-PLAN-11 linking administrators needs confirmation, which names them")
    func administrators() async throws {
        let agent = try await agent([employee("1"), employee("2")]) { agent in
            try await agent.call("user/create", ["firstName": "Ada", "lastName": "Min", "email": "p1@example.org", "role": "administrator"])
            try await agent.call("user/create", ["firstName": "Plain", "lastName": "User", "email": "p2@example.org"])
        }
        let test = try await agent.test()
        let error = try await refusal(agent, test)
        #expect(error?.kind == "confirmationRequired")
        #expect(error?.data?["users"] == ["u1"])
        #expect(try await apply(agent, test, ["confirm": true]).counts == "0 2 0 0 0 0")
    }

    @Test("R-PLAN-11 licences are counted again, and nobody refers to whom they keep out")
    func licences() async throws {
        let agent = try await agent([employee("1", ["manager.id": "2"]), employee("2", ["department": "Ops"])]) { agent in try await agent.call("account/update", ["licenseLimit": 2]) }
        let test = try await agent.test()
        #expect(test.counts == "2 0 0 0 0 0")
        try await agent.call("user/create", ["firstName": "Takes", "lastName": "One"])
        let sync = try await apply(agent, test)
        #expect(sync.counts == "1 0 0 0 1 0")
        #expect(sync["summary", "segments"] == [])
        #expect(try await agent.items("run/rows", ["run": sync["id"] ?? .null, "category": "conflict"]).map { $0["reason"] } == ["licenseLimit"])
        #expect(try await user(agent, "acme-1")["attributes"] == [:])
        #expect(try await agent.items("notification/list").contains { $0["kind"] == "licenseLimitExceeded" })
    }

    @Test("R-PLAN-11 linked people may refer to each other, but not in a circle")
    func circles() async throws {
        let people = [employee("1", ["manager.id": "2"]), employee("2", ["manager.id": "3"]), employee("3", ["manager.id": "1"])]
        let agent = try await agent(people) { agent in
            for id in 1...3 { try await agent.call("user/create", ["firstName": "A", "lastName": "B", "email": .string("p\(id)@example.org")]) }
        }
        let sync = try await apply(agent, try await agent.test())
        #expect(sync["summary", "warningCount"] == 1)
        #expect(sync["summary", "warnings"]?.array?.first?["code"] == "referenceCycle")
        var managers: [JSONValue?] = []
        for id in 1...3 { managers.append(try await user(agent, "acme-\(id)")["attributes", "manager"]) }
        #expect(managers == [["u2"], ["u3"], nil])
        #expect(try await agent.enable().counts == "0 0 0 3 0 0")
    }

    @Test("R-SAFE-1, R-SAFE-2 held users stay held after a plan without includeHeld, and go with it")
    func held() async throws {
        let people = (1...10).map { employee(String($0), $0 == 2 ? ["manager.id": "7"] : [:]) }
        let agent = try await agent(people)
        try await agent.enable()
        agent.hris.deliver(Array(people.prefix(4)))
        let test = try await agent.test()
        #expect(test["summary", "deletionsHeld"] == 6)
        #expect(try await agent.refusal("integration/sync", ["integration": "Acme", "includeHeld": true])?.kind == "invalidParams")
        let without = try await apply(agent, test)
        #expect(without["summary", "deletionsHeld"] == 6)
        #expect(try await user(agent, "acme-7")["held"] == true)
        #expect(try await agent.items("notification/list").contains { $0["kind"] == "deletionSafeguard" })
        let with = try await apply(agent, try await agent.test(), ["includeHeld": true])
        #expect(with["summary", "deleted"] == 6 && with["summary", "deletionsHeld"] == 0 && with["summary", "safeguards"] == [])
        #expect(try await agent.items("user/list", ["limit": 1000]).count == 4)
        // R-USR-4: who referred to one of them has a row.
        #expect(with.counts == "0 1 6 3 0 0")
        let rows = try await agent.items("run/rows", ["run": with["id"] ?? .null, "category": "updated"])
        #expect(rows.map { $0["changes"] } == [[["field": "attributes.manager", "from": ["acme-7"]]]])
    }

    @Test("R-SAFE-3 guarded clearings are applied with includeHeld only, and are guarded no more")
    func guarded() async throws {
        let agent = try await agent((1...20).map { employee(String($0), ["department": "Design", "manager.id": "1"]) })
        try await agent.enable()
        // All lose their department; two change besides.
        agent.hris.deliver((1...20).map { employee(String($0), last: $0 <= 2 ? "Other" : nil, ["manager.id": "1"]) })
        let without = try await apply(agent, try await agent.test())
        #expect(without.counts == "0 2 0 18 0 0")
        #expect(without["summary", "safeguards"] == ["attribute:department"])
        #expect(try await user(agent, "acme-1")["attributes", "department"] == "Design")
        let test = try await agent.test()
        #expect(test.counts == "0 0 0 20 0 0")
        let with = try await apply(agent, test, ["includeHeld": true])
        #expect(with.counts == "0 20 0 0 0 0")
        let rows = try await agent.items("run/rows", ["run": with["id"] ?? .null, "category": "updated"])
        #expect(rows.map { $0["employeeId"]?.string } == (1...20).map { String($0) })
        #expect(rows.allSatisfy { $0["changes"] == [["field": "attributes.department", "from": "Design"]] })
        #expect(try await user(agent, "acme-1")["attributes", "department"] == nil)
        #expect(try await agent.store.read { try $0.user(externalID: "acme-20")?.guarded } == [])
    }

    @Test("R-MAP-2, R-SAFE-2 whom a record without id holds for one run goes with includeHeld, and is not marked")
    func heldForMissingID() async throws {
        let agent = try await agent((1...10).map { employee(String($0)) })
        try await agent.enable()
        var nameless = employee("11")
        nameless.id = nil
        agent.hris.deliver((1...8).map { employee(String($0)) } + [nameless])
        let without = try await apply(agent, try await agent.test())
        #expect(without["summary", "deletionsHeld"] == 2 && without["summary", "safeguards"] == [])
        #expect(try await user(agent, "acme-9")["held"] == nil)
        #expect(try await apply(agent, try await agent.test(), ["includeHeld": true])["summary", "deleted"] == 2)
    }

    @Test("R-PLAN-11 another integration's test, a sync and a failed test are no plan; one run at a time")
    func noPlan() async throws {
        let agent = try await agent([employee("1")])
        try await agent.call("integration/connect", ["connector": "scripted", "name": "Other", "prefix": "other-", "authorization": ["kind": "bearer", "fields": ["token": "t"]]])
        try await agent.call("integration/configure", ["integration": "Other", "configuration": [:]])
        let other = try await agent.test("Other")
        #expect(try await refusal(agent, other)?.kind == "wrongState")
        let sync = try await agent.enable()
        #expect(try await refusal(agent, sync)?.kind == "wrongState")
        agent.hris.with { $0.failure = .remoteUnavailable("down") }
        #expect(try await refusal(agent, try await agent.test())?.kind == "wrongState")
        try await agent.call("integration/disconnect", ["integration": "Other"])
        #expect(try await agent.refusal("integration/sync", ["integration": "Other", "plan": other["id"] ?? .null])?.kind == "wrongState")
        try await agent.call("feature/disable", ["feature": "hrisIntegration"])
        #expect(try await refusal(agent, other)?.kind == "featureDisabled")
    }

    @Test("R-ACC-5, R-NOT-1 the audit log names the plan; a plan's sync tells what any sync tells")
    func told() async throws {
        let agent = try await agent([employee("1"), employee("2", email: "p1@example.org")])
        let test = try await agent.test()
        let sync = try await apply(agent, test)
        #expect(sync.counts == "1 0 0 0 1 0")
        let entries = try await agent.items("audit/list", ["method": "integration/sync"])
        #expect(entries.map { $0["after"] } == [["state": "succeeded", "trigger": "plan", "plan": test["id"] ?? .null]])
        #expect(try await agent.items("notification/list").contains { $0["kind"] == "userConflicts" && $0["run"] == sync["id"] })
    }

    @Test("R-SAFE-7 a plan is the way past an identity mismatch")
    func identity() async throws {
        let agent = try await agent((1...10).map { employee(String($0)) })
        try await agent.enable()
        agent.hris.deliver((1...10).map { employee(String($0), last: "Other\($0)", email: "other\($0)@example.org") })
        #expect(try await agent.sync()["error", "data", "kind"] == "identityMismatch")
        let test = try await agent.test()
        #expect(test["summary", "safeguards"] == ["identity"])
        #expect(try await apply(agent, test).counts == "0 10 0 0 0 0")
    }

    @Test("R-RUN-7 the rows of an applied test live 24 hours from the apply; expired ones cannot be applied")
    func expiry() async throws {
        let agent = try await agent([employee("1")])
        let test = try await agent.test()
        try await agent.advance(hours: 5)
        _ = try await apply(agent, test)
        let kept = try await agent.call("run/get", ["run": test["id"] ?? .null])
        #expect(kept["resultsExpireAt"] == "2026-01-06T13:00:00.000Z")
        let other = try await agent.test()
        try await agent.advance(hours: 24)
        #expect(try await refusal(agent, other)?.kind == "resultsExpired")
        #expect(try await agent.refusal("integration/sync", ["integration": "Acme", "plan": "r999"])?.kind == "notFound")
    }
}
