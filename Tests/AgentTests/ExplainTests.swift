import JSON
import Provisioning
import Testing
import Wire

@Suite struct ExplainTests {
    static let configuration: JSONValue = [
        "lifecycle": ["userState": "delete", "participationStart": ["kind": "afterMonths", "months": 1], "userRemoval": ["kind": "directly"], "absence": "delete"],
        "filters": [
            ["field": "country", "mode": "include", "kind": "values", "values": ["SE", "NO"]],
            ["field": "employment_type", "mode": "exclude", "kind": "values", "values": ["contractor"]],
        ],
        "attributeMapping": ["mappings": [["field": "department", "attribute": "department"]]],
    ]

    private func agent(_ people: [Employee], _ configuration: JSONValue = ExplainTests.configuration) async throws -> TestAgent {
        let agent = try await TestAgent { options in (options.testsPerDay, options.syncsPerDay) = (0, 0) }
        try await agent.call("attribute/create", ["key": "department", "name": "Department", "type": "choice"])
        try await agent.connected(configuration, to: people)
        return agent
    }

    private func explain(_ agent: TestAgent, _ id: String) async throws -> JSONValue { try await agent.call("integration/explain", ["integration": "Acme", "employeeId": .string(id)]) }

    /// `R-FIL-1 no, R-…`.
    private func answers(_ explanation: JSONValue) -> [String] {
        explanation["steps"]?.array?.map { "\($0["rule"]?.string ?? "") \($0["answer"]?.string ?? "")" } ?? []
    }

    private func swede(_ id: String, _ fields: [String: String] = [:]) -> Employee {
        employee(id, ["country": "SE", "department": "Design", "employment_status": "active"].merging(fields) { _, new in new })
    }

    @Test("R-PLAN-1 the questions come in the planner's order and end with the one that decided")
    func order() async throws {
        let start = ["R-PLAN-1 yes", "R-MAP-2 yes"], inScope = start + ["R-FIL-1 yes", "R-FIL-1 yes", "R-MAP-9 yes"]
        var gone = swede("6")
        gone.deleted = true
        var unknown = swede("7")
        unknown.unavailable = ["employment_type"]
        let cases: [(Employee, [String], String)] = [
            (swede("1"), inScope + ["R-LIFE-4 yes", "R-LIFE-2 yes", "R-LIFE-3 yes", "R-PLAN-2 no"], "created"),
            (swede("2", ["country": "DK"]), start + ["R-FIL-1 no", "R-PLAN-2 no"], "excluded"),
            (swede("3", ["employment_type": "Contractor"]), start + ["R-FIL-1 yes", "R-FIL-1 no", "R-PLAN-2 no"], "excluded"),
            (swede("4", ["employment_end_date": "2026-01-04"]), inScope + ["R-LIFE-4 no", "R-PLAN-2 no"], "excluded"),
            (swede("5", ["employment_status": "terminated"]), inScope + ["R-LIFE-4 yes", "R-LIFE-2 no", "R-PLAN-2 no"], "excluded"),
            (gone, ["R-PLAN-1 no"], "notDelivered"),
            (unknown, start + ["R-FIL-1 yes", "R-FIL-1 not known, so it counts as passed", "R-MAP-9 no"], "skipped"),
            (Employee(id: "8", fields: ["first_name": .text("Only")]), ["R-PLAN-1 yes", "R-MAP-2 no"], "skipped"),
        ]
        let agent = try await agent(cases.map(\.0))
        for (employee, steps, decision) in cases {
            let explanation = try await explain(agent, employee.id ?? "")
            #expect(answers(explanation) == steps, "\(employee.id ?? "")")
            #expect(explanation["decision"]?.string == decision, "\(employee.id ?? "")")
            #expect(explanation["employee", "id"]?.string == employee.id)
        }
        let unknownID = try await explain(agent, "99")
        #expect(answers(unknownID) == ["R-PLAN-1 no"] && unknownID["decision"] == "notDelivered" && unknownID["employee"] == nil)
    }

    @Test("R-PLAN-1 what an explanation decides is what a test's row says")
    func agrees() async throws {
        let people = (1...6).map { swede(String($0)) }
        let agent = try await agent(people)
        try await agent.enable()
        try await agent.call("user/update", ["user": "u5", "role": "superuser"])
        var kept = swede("6")
        kept.unavailable = ["country"]
        agent.hris.deliver([swede("1"), swede("2", ["department": "Ops"]), swede("3", ["country": "DK"]), swede("5", ["employment_status": "inactive"]), kept, swede("7")])
        let test = try await agent.test()
        #expect(test.counts == "1 1 2 2 0 1")
        var decisions: [String: String] = [:]
        for id in 1...7 {
            let explanation = try await explain(agent, "\(id)")
            decisions["\(id)"] = explanation["decision"]?.string
            let row = explanation["row"]
            switch explanation["decision"]?.string {
            case "protected": #expect(row?["reason"] == "protectedRole")
            case "unchanged": #expect(row == nil)
            default: #expect(row?["category"] == explanation["decision"])
            }
        }
        #expect(decisions == ["1": "unchanged", "2": "updated", "3": "deleted", "4": "deleted", "5": "protected", "6": "unchanged", "7": "created"])
    }

    @Test("R-SAFE-1, R-LIFE-5 held and kept users say so")
    func held() async throws {
        let agent = try await agent((1...10).map { swede(String($0)) })
        try await agent.enable()
        agent.hris.deliver([swede("1")])
        _ = try await agent.sync()
        let held = try await explain(agent, "2")
        #expect(held["decision"] == "held" && held["user", "held"] == true && held["row", "held"] == true)
        try await agent.call("integration/configure", ["integration": "Acme", "configuration": ["lifecycle": ["absence": "keep"]]])
        #expect(try await explain(agent, "2")["decision"] == "kept")
    }

    @Test("R-PLAN-2 by a user's id or an address; linked only by address; a user of another origin is never touched")
    func others() async throws {
        let agent = try await agent([swede("1"), swede("2")])
        try await agent.call("user/create", ["firstName": "A", "lastName": "B", "email": "P1@example.org"])
        try await agent.call("user/create", ["firstName": "A", "lastName": "B", "externalId": "other-1"])
        for params in [["userId": "u1"], ["email": "p1@EXAMPLE.org"], ["employeeId": "1"]] as [[String: JSONValue]] {
            var all: JSONObject = ["integration": "Acme"]
            for (name, value) in params { all[name] = value }
            let explanation = try await agent.call("integration/explain", .object(all))
            #expect(explanation["decision"] == "needsLink", "\(params)")
            #expect(explanation["employee", "id"] == "1")
        }
        #expect(try await agent.call("integration/explain", ["integration": "Acme", "email": "p2@example.org"])["decision"] == "created")
        #expect(try await agent.call("integration/explain", ["integration": "Acme", "email": "nobody@example.org"])["decision"] == "notDelivered")
        #expect(try await agent.call("integration/explain", ["integration": "Acme", "userId": "u2"])["decision"] == "unmanaged")
        #expect(try await agent.refusal("integration/explain", ["integration": "Acme", "userId": "u9"])?.kind == "notFound")
    }
}
