import Contract
import Foundation
import JSON
import Provisioning
import Testing

@Suite struct AuthorizationLossRuleTests {
    func revoked() async throws -> TestAgent {
        let agent = try await CodeFlowRuleTests().connected()
        try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg", "role": "administrator"])
        try await agent.enable()
        agent.hris.with {
            $0.server.access = []
            $0.server.refresh = []
        }
        return agent
    }

    @Test("R-CON-6 a call or a run that finds the authorization gone: needsAuthorization, told once a day, and nothing is planned", arguments: [
        "integration/fields", "integration/explain", "integration/runTest", "schedule",
    ])
    func lost(_ method: String) async throws {
        let agent = try await revoked()
        let users = try await agent.items("user/list")
        switch method {
        case "schedule": try await agent.advance(hours: 24)
        case "integration/runTest":
            let run = try await agent.test()
            #expect(run["error"]?.kind == "authorizationRequired")
            #expect(run["error"]?["data"]?["integration"] == "i1")
        default:
            let refusal = try await agent.refusal(method, method.hasSuffix("explain") ? ["integration": "Acme", "employeeId": "1"] : ["integration": "Acme"])
            #expect(refusal?.errorKind == .authorizationRequired)
            #expect(refusal?.data?["integration"] == "i1")
        }
        let shown = try await agent.call("integration/get", ["integration": "Acme"])
        #expect(shown.state == "needsAuthorization")
        #expect(shown["enabled"] == true)
        #expect(shown["nextSyncAt"] == nil)
        let kinds = try await agent.items("notification/list").compactMap { $0["kind"]?.string }
        // R-NOT-1: a test that failed gives syncFailed, nothing else.
        #expect(kinds.count { $0 == (method == "integration/runTest" ? "syncFailed" : "authorizationRequired") } == 1)
        for other in ["integration/runTest", "integration/sync", "integration/fields", "integration/enable"] {
            #expect(try await agent.refusal(other, ["integration": "Acme"])?.errorKind == .authorizationRequired, "\(other)")
        }
        try await agent.advance(hours: 72)
        #expect(try await agent.items("notification/list").count == kinds.count)
        #expect(try await agent.items("user/list") == users)
    }

    @Test("R-CON-6 a reconnect that changes only secrets resumes the schedule") func resumes() async throws {
        let agent = try await revoked()
        try await agent.advance(hours: 24)
        let begun = try await agent.call("integration/reconnect", ["integration": "Acme", "authorization": CodeFlowRuleTests.login(secret: "new-s3cret")])
        #expect(begun["integration"]?.state == "needsAuthorization", "not before it is proved")
        try await CodeFlowRuleTests().complete(agent, begun, code: "c2")
        let shown = try await agent.call("integration/get", ["integration": "Acme"])
        #expect(shown.state == "connected" && shown["enabled"] == true && shown["nextSyncAt"] != nil)
        try await agent.advance(seconds: 1)
        #expect(try await agent.items("run/list", ["kind": "sync"]).first?.state == "succeeded")
    }

    @Test("R-NOT-3 lost again and again in a day, it is told once a day") func daily() async throws {
        let agent = try await revoked()
        for hour in 0..<30 {
            _ = try await agent.refusal("integration/fields", ["integration": "Acme"])
            let begun = try await agent.call("integration/reconnect", ["integration": "Acme", "authorization": CodeFlowRuleTests.login(secret: "s3cret-\(hour)")])
            agent.hris.with { $0.server.codes.insert("again-\(hour)") }
            try await CodeFlowRuleTests().complete(agent, begun, code: "again-\(hour)")
            agent.hris.with {
                $0.server.access = []
                $0.server.refresh = []
            }
            // The sync that is made up fails, too, and says no more.
            try await agent.advance(hours: 1)
        }
        #expect(try await agent.items("notification/list").count { $0["kind"] == "authorizationRequired" } == 2)
    }
}

@Suite struct RestrictionRuleTests {
    @Test("R-ACC-3 what an actor connected stays within what actors may, whoever starts a run; the host's own does not") func restricted() async throws {
        let agent = try await TestAgent()
        agent.hris.deliver(employees(2))
        try await agent.enableFeature()
        let admin = try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg", "role": "administrator"])["id"] ?? .null
        /// What was asked since, in any order: runs of two integrations go side by side.
        func last() -> [String] {
            agent.hris.with { state in
                defer { state.restrictions = [] }
                return state.restrictions.sorted()
            }
        }
        for (name, actor, way) in [("Host", JSONValue?.none, "free"), ("Actor", admin, "restricted")] {
            var params: JSONObject = ["connector": "scripted", "name": .string(name), "prefix": .string(name.lowercased() + "-"), "authorization": ConnectingRuleTests.token(name)]
            params["actor"] = actor
            try await agent.call("integration/connect", .object(params))
            #expect(last() == ["\(name) \(way)"])
            try await agent.call("integration/configure", ["integration": .string(name), "configuration": [:]])
            _ = try await agent.test(name)
            #expect(last() == ["\(name) \(way)"])
            try await agent.call("integration/fields", ["integration": .string(name), "actor": admin])
            #expect(last() == ["\(name) restricted"], "an actor asks")
            try await agent.call("integration/runTest", ["integration": .string(name), "actor": admin, "wait": true])
            #expect(last() == ["\(name) restricted"], "an actor starts a run")
            try await agent.enable(name)
            #expect(last() == ["\(name) \(way)"])
        }
        try await agent.advance(hours: 24)
        #expect(last() == ["Actor restricted", "Host free"], "the schedule")
        try await agent.call("integration/reconnect", ["integration": "Host", "authorization": ConnectingRuleTests.token("Host"), "actor": admin])
        try await agent.call("integration/reconnect", ["integration": "Actor", "authorization": ConnectingRuleTests.token("Actor")])
        _ = last()
        try await agent.advance(hours: 24)
        #expect(last() == ["Actor free", "Host restricted"], "who reconnected it last")
    }

    @Test("R-ACC-3 a file that an actor connected is read only while it lies under --files") func files() async throws {
        let folder = try TestFolder(), outside = try TestFolder()
        try folder.write("id,first_name,last_name\n1,Ada,Berg\n", to: "people.csv")
        try outside.write("id,first_name,last_name\n2,Eve,Dahl\n", to: "secret.csv")
        let agent = try await TestAgent { $0.files = folder.path }
        try await agent.enableFeature()
        let admin = try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg", "role": "administrator"])["id"] ?? .null
        try await agent.call("integration/connect", [
            "connector": "file", "name": "People", "authorization": ["kind": "none", "fields": ["path": .string(folder.file("people.csv"))]], "actor": admin,
        ])
        try await agent.call("integration/configure", ["integration": "People", "configuration": [:]])
        #expect(try await agent.test("People").state == "succeeded")
        try FileManager.default.removeItem(atPath: folder.file("people.csv"))
        try FileManager.default.createSymbolicLink(atPath: folder.file("people.csv"), withDestinationPath: outside.file("secret.csv"))
        #expect(try await agent.test("People")["error"]?.kind == "forbidden")
        #expect(try await agent.refusal("integration/fields", ["integration": "People"])?.errorKind == .forbidden)
    }
}
