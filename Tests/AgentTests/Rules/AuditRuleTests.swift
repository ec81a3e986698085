import Contract
import JSON
import Provisioning
import Testing

@Suite struct AuditRuleTests {
    /// One change: the method, its parameters, and what its entry must hold besides when, who and what.
    struct Change: CustomTestStringConvertible {
        var method: String
        var params: JSONValue
        /// Members of the entry, each named by itself and with its value where that is a setting's.
        var entry: [String: JSONValue]
        var testDescription: String { method }

        init(_ method: String, _ params: JSONValue, _ entry: [String: JSONValue] = [:]) {
            self.method = method
            self.params = params
            self.entry = entry
        }
    }

    @Test("R-ACC-5 every change is one entry: when, who, what; settings with values, people with names of fields, runs and mass edits with counts")
    func table() async throws {
        let agent = try await TestAgent { $0.syncsPerDay = 0 }
        let ada = try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg", "role": "administrator"])["id"] ?? .null
        agent.hris.deliver(employees(3))
        let token: JSONValue = ["kind": "bearer", "fields": ["token": "s3cret-token", "tenant": "one"]]
        // What they are called is only known when they have been made.
        let changes: [Change] = [
            Change("account/update", ["timeZone": "Europe/Rome"], ["before": ["timeZone": "UTC"], "after": ["timeZone": "Europe/Rome"]]),
            Change("feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true], ["before": ["enabled": false], "after": ["enabled": true]]),
            Change("attribute/create", ["key": "team", "name": "Team", "type": "choice"], ["after": ["name": "Team", "type": "choice"]]),
            Change("attribute/update", ["attribute": "team", "name": "Squad"], ["before": ["name": "Team"], "after": ["name": "Squad"]]),
            Change("segment/create", ["attribute": "team", "name": "Blue"], ["after": ["attribute": "team", "name": "Blue", "aliases": []]]),
            Change("segment/update", ["segment": "s1", "name": "Green"], ["before": ["name": "Blue"], "after": ["name": "Green", "aliases": ["Blue"]]]),
            Change("segment/delete", ["segment": "s1"], ["before": ["name": "Green"]]),
            Change("attribute/delete", ["attribute": "team"], ["before": ["name": "Squad"]]),
            Change("integration/connect", ["connector": "scripted", "name": "Acme", "authorization": token], ["after": ["connector": "scripted", "name": "Acme", "prefix": "scripted-"]]),
            Change("integration/update", ["integration": "Acme", "name": "Apex"], ["before": ["name": "Acme"], "after": ["name": "Apex"]]),
            Change("integration/reconnect", ["integration": "Apex", "authorization": token], ["after": ["onlySecrets": true]]),
            Change("integration/configure", ["integration": "Apex", "configuration": ["lifecycle": ["userState": "delete"]]], ["after": ["lifecycle": ["userState": "delete"]]]),
            Change("integration/runTest", ["integration": "Apex", "wait": true], ["counts": ["created": 3, "updated": 0, "deleted": 0, "conflicts": 0]]),
            Change("integration/enable", ["integration": "Apex", "confirm": true]),
            Change("integration/sync", ["integration": "Apex", "wait": true], ["counts": ["created": 0, "updated": 0, "deleted": 0, "conflicts": 0]]),
            Change("integration/disable", ["integration": "Apex"]),
            Change("user/create", ["firstName": "Bo", "lastName": "Carlsson", "email": "bo@acme.example"], ["fields": ["firstName", "lastName", "email", "language"]]),
            Change("user/update", ["user": "u5", "lastName": "Dahl", "email": .null], ["fields": ["lastName", "email"]]),
            Change("user/delete", ["user": "u5"]),
            Change("user/massEdit", ["csv": "First name;Last name\nCleo;Dahl\nDag;Eng\n"], ["counts": ["created": 2, "updated": 0, "deleted": 0]]),
            Change("notification/setPreferences", ["kinds": ["syncFailed": false]], ["before": [:], "after": ["syncFailed": false]]),
            Change("integration/disconnect", ["integration": "Apex"], ["counts": ["kept": 3, "unlinked": 0, "deleted": 0]]),
            Change("feature/disable", ["feature": "hrisIntegration"], ["before": ["enabled": true], "after": ["enabled": false]]),
        ]
        var hours = 0
        for change in changes {
            try await agent.advance(hours: 1)
            hours += 1
            let before = Set(try await agent.items("audit/list", ["limit": 1000]).map(\.text))
            var params = change.params.object ?? [:]
            params["actor"] = ada
            let result = try await agent.call(change.method, .object(params))
            // The sync of `enable` is a change of its own.
            if change.method == "integration/enable" { _ = try await agent.call("run/wait", ["run": result["run", "id"] ?? .null]) }
            let new = try await agent.items("audit/list", ["limit": 1000]).filter { !before.contains($0.text) }
            let expected = change.method == "integration/enable" ? ["integration/enable", "integration/sync"] : [change.method]
            #expect(new.reversed().compactMap { $0["method"]?.string } == expected, "\(change.method): \(new.map(\.text))")
            let entry = try #require(new.last)
            #expect(entry["at"]?.string == TestAgent.start.adding(hours: Int64(hours)).description)
            #expect(entry["actor"] == ada, "\(entry.text)")
            #expect(change.method == "user/massEdit" || entry["subject"]?.string?.isEmpty == false, "\(entry.text)")
            for (name, wanted) in change.entry { #expect(entry[name]?.includes(wanted) == true, "\(change.method): \(entry.text) has not \(name) \(wanted.text)") }
        }
        let log = try await agent.items("audit/list", ["limit": 1000]).map(\.text).joined()
        for value in ["s3cret-token", "Carlsson", "bo@acme.example", "Cleo", "Last1", "p1@example.org"] { #expect(!log.contains(value), "the log holds \(value)") }
    }

    @Test("R-ACC-5 an undo is one entry with counts; a refused request is none; reading is none") func undoAndRefusals() async throws {
        let agent = try await TestAgent { $0.syncsPerDay = 0 }
        try await agent.connected(to: employees(3))
        try await agent.enable()
        let count = try await agent.items("audit/list").count
        #expect(try await agent.refusal("user/create", ["firstName": "Ada", "lastName": "Berg", "externalId": "acme-1"])?.errorKind == .taken)
        #expect(try await agent.refusal("integration/configure", ["integration": "Acme", "configuration": ["filters": [["field": "nothing", "mode": "include", "kind": "values", "values": ["x"]]]]])?.errorKind == .configurationInvalid)
        for method in ["user/list", "account/get", "integration/list", "run/list", "audit/list", "agent/status"] { try await agent.call(method) }
        #expect(try await agent.items("audit/list").count == count)
        let run = try await agent.items("run/list").first?["id"] ?? .null
        try await agent.call("run/undo", ["run": run])
        let entry = try #require(try await agent.items("audit/list", ["method": "run/undo"]).first)
        #expect(entry["counts"]?.includes(["recreated": 0, "reverted": 0, "removed": 3]) == true, "\(entry.text)")
        #expect(entry["subject"] == run && entry["actor"] == "host")
    }

    @Test("R-ACC-5 kept 400 days, by the method, the subject and the time asked for; pages show each once") func kept() async throws {
        let agent = try await TestAgent(isSession: true)
        for number in 1...5 { try await agent.call("user/create", ["firstName": "Ada", "lastName": .string("Berg\(number)")]) }
        try await agent.advance(hours: 24 * 399)
        try await agent.call("account/update", ["licenseLimit": 9])
        func methods(_ params: JSONValue = [:]) async throws -> [String] { try await agent.items("audit/list", params).compactMap { $0["method"]?.string } }
        #expect(try await methods().count == 6)
        #expect(try await methods(["method": "account/update"]) == ["account/update"])
        #expect(try await methods(["subject": "u3"]) == ["user/create"])
        #expect(try await methods(["since": "2026-06-01T00:00:00Z"]) == ["account/update"])
        var seen: [String] = [], cursor: JSONValue?
        repeat {
            var params: JSONObject = ["limit": 4]
            params["cursor"] = cursor
            let page = try await agent.call("audit/list", .object(params))
            seen += page["items"]?.array?.compactMap { $0["subject"]?.string } ?? []
            cursor = page["nextCursor"]
        } while cursor != nil
        #expect(seen == ["account", "u5", "u4", "u3", "u2", "u1"])
        try await agent.advance(hours: 48)
        #expect(try await methods() == ["account/update"])
    }
}

extension JSONValue {
    /// Whether this has all that `part` has: objects by their members, everything else as it is.
    fileprivate func includes(_ part: JSONValue) -> Bool {
        guard let members = part.object?.members else { return self == part }
        return members.allSatisfy { self[$0.name]?.includes($0.value) == true }
    }
}
