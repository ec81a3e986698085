import Contract
import Foundation
import JSON
import Provisioning
import Testing

@Suite struct ConnectingRuleTests {
    static func token(_ token: String, tenant: String = "one") -> JSONValue { ["kind": "bearer", "fields": ["token": .string(token), "tenant": .string(tenant)]] }

    @Test("R-CON-2 a connector takes only the kinds of authorisation that it lists") func kinds() async throws {
        let agent = try await TestAgent()
        try await agent.enableFeature()
        let wrong = try await agent.refusal("integration/connect", ["connector": "file", "authorization": ["kind": "basic", "fields": ["path": "/x"]]])
        #expect(wrong?.errorKind == .configurationInvalid)
        #expect(try await agent.refusal("integration/connect", ["connector": "file", "authorization": ["kind": "magic", "fields": [:]]])?.errorKind == .invalidParams)
        #expect(try await agent.items("integration/list").isEmpty)
    }

    @Test("R-CON-3 the credentials are proved before anything is stored; a failed reconnect keeps the old ones") func proof() async throws {
        let agent = try await TestAgent()
        try await agent.enableFeature()
        agent.hris.deliver(employees(2))
        agent.hris.with { $0.refusal = .authorizationRejected("The HRIS says: no such token.") }
        let before = try await agent.dump()
        let refusal = try await agent.refusal("integration/connect", ["connector": "scripted", "authorization": Self.token("bad")])
        #expect(refusal?.errorKind == .authorizationRejected)
        #expect(refusal?.message == "The HRIS says: no such token.")
        #expect(try await agent.dump() == before)

        agent.hris.with { $0.refusal = nil }
        try await agent.connected()
        let connected = try await agent.dump()
        agent.hris.with { $0.refusal = .authorizationRejected("The HRIS says: no such token.") }
        #expect(try await agent.refusal("integration/reconnect", ["integration": "Acme", "authorization": Self.token("bad", tenant: "two")])?.errorKind == .authorizationRejected)
        #expect(try await agent.dump() == connected)
        #expect(try await agent.test().state == "succeeded")
    }

    @Test("R-CON-4 secrets are in no file, reply, audit entry or backup; replies show which are set, and when") func secrets() async throws {
        let folder = try TestFolder()
        let agent = try await TestAgent(at: folder.file("a.sqlite"), isSession: true)
        try await agent.connected(to: employees(2))
        agent.hris.with { $0.failure = .remoteUnexpected("The HRIS answered something odd.") }
        _ = try await agent.test()
        try await agent.call("integration/reconnect", ["integration": "Acme", "authorization": Self.token("an0ther-token")])
        #expect(try await agent.call("integration/get", ["integration": "Acme"])["secrets"] == [["name": "token", "setAt": "2026-01-05T08:00:00.000Z"]])
        _ = try await agent.items("audit/list")
        try await agent.call("store/backup", ["path": .string(folder.file("copy.sqlite"))])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count >= 3)
        for secret in ["s3cret-token", "an0ther-token"] {
            for name in names { #expect(FileManager.default.contents(atPath: folder.file(name))?.range(of: Data(secret.utf8)) == nil, "\(name)") }
            #expect(!agent.client.received.contains { $0.text.contains(secret) })
        }
    }

    @Test("R-CON-5 new secrets alone change nothing; another tenant disables and needs a new test") func reconnect() async throws {
        let agent = try await TestAgent()
        try await agent.connected(to: employees(2))
        try await agent.enable()
        let enabled = try await agent.call("integration/get", ["integration": "Acme"])
        try await agent.advance(hours: 1)
        var shown = try await agent.call("integration/reconnect", ["integration": "Acme", "authorization": Self.token("new")])["integration"]
        #expect(shown?["enabled"] == true)
        #expect(shown?["nextSyncAt"] == enabled["nextSyncAt"])
        let test = try await agent.test()
        #expect(test.state == "succeeded")
        try await agent.advance(minutes: 1)

        shown = try await agent.call("integration/reconnect", ["integration": "Acme", "authorization": Self.token("new", tenant: "two")])["integration"]
        #expect(shown?["enabled"] == false)
        #expect(shown?["nextSyncAt"] == nil)
        #expect(shown?["prefix"] == "acme-")
        #expect(shown?["revision"] == enabled["revision"])
        #expect(try await agent.items("user/list").count == 2)
        #expect(try await agent.refusal("integration/enable", ["integration": "Acme"])?.errorKind == .confirmationRequired)
        _ = try await agent.test()
        #expect(try await agent.refusal("integration/enable", ["integration": "Acme"]) == nil)
    }

    @Test("R-CON-5 disconnecting erases the secrets and keeps, unlinks or deletes the users", arguments: ["keep", "unlink", "delete"])
    func disconnect(_ fate: String) async throws {
        let agent = try await TestAgent()
        try await agent.connected(to: employees(3))
        try await agent.enable()
        let admin = try await agent.items("user/list").first?["id"] ?? .null
        try await agent.call("user/update", ["user": admin, "role": "administrator"])
        try await agent.call("user/create", ["firstName": "Guest", "lastName": "One"])
        if fate == "delete" {
            let before = try await agent.dump()
            let refusal = try await agent.refusal("integration/disconnect", ["integration": "Acme", "users": "delete"])
            #expect(refusal?.errorKind == .confirmationRequired)
            #expect(refusal?.data?["counts", "users"] == 2)
            #expect(try await agent.dump() == before)
        }
        let counts = try await agent.call("integration/disconnect", ["integration": "Acme", "users": .string(fate), "confirm": true])
        let users = try await agent.items("user/list")
        let managed = users.count { $0["externalId"] != nil }
        switch fate {
        case "keep": #expect(counts == ["usersKept": 3, "usersUnlinked": 0, "usersDeleted": 0] && users.count == 4 && managed == 3)
        case "unlink": #expect(counts == ["usersKept": 0, "usersUnlinked": 3, "usersDeleted": 0] && users.count == 4 && managed == 0)
        default: #expect(counts == ["usersKept": 1, "usersUnlinked": 0, "usersDeleted": 2] && users.count == 2 && managed == 1)
        }
        let shown = try await agent.call("integration/get", ["integration": "Acme"])
        #expect(shown.state == "disconnected")
        #expect(shown["secrets"] == [])
        #expect(shown["nextSyncAt"] == nil)
        try await agent.advance(hours: 48)
        #expect(try await agent.items("run/list").count == 1)
        #expect(try await agent.refusal("integration/connect", ["connector": "scripted", "name": "New", "prefix": "acme-x-", "authorization": Self.token("t")])?.errorKind == .taken, "its prefix is its own for ever")
    }

    @Test("R-CON-6 a revoked authorisation pauses the schedule, notifies, and a reconnect with new secrets resumes") func revoked() async throws {
        let agent = try await TestAgent()
        try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg", "role": "administrator"])
        try await agent.connected(to: employees(2))
        try await agent.enable()
        agent.hris.with { $0.failure = .authorizationRequired("The token was revoked; reconnect.") }
        try await agent.advance(hours: 24)
        var shown = try await agent.call("integration/get", ["integration": "Acme"])
        #expect(shown.state == "needsAuthorization")
        #expect(shown["enabled"] == true)
        #expect(try await agent.items("notification/list").first?["kind"] == "authorizationRequired")
        #expect(try await agent.refusal("integration/runTest", ["integration": "Acme"])?.errorKind == .authorizationRequired)
        try await agent.advance(hours: 240)
        #expect(try await agent.items("run/list").count == 2)
        agent.hris.with { $0.failure = nil }
        shown = try await agent.call("integration/reconnect", ["integration": "Acme", "authorization": Self.token("new")])["integration"] ?? .null
        #expect(shown.state == "connected")
        try await agent.advance(seconds: 1)
        #expect(try await agent.items("run/list", ["kind": "sync"]).first?.state == "succeeded")
    }

    @Test("R-CON-7 fields come from the union over a sample, or from the reference employee") func fields() async throws {
        let agent = try await TestAgent()
        try await agent.connected(to: [
            employee("1", ["department": "Sales"]), employee("2", ["department": "IT", "custom_fields.shirt": "XL"]), employee("3"),
        ])
        func field(_ path: String, _ list: JSONValue) -> JSONValue? { list["fields"]?.array?.first { $0["path"]?.string == path } }
        let union = try await agent.call("integration/fields", ["integration": "Acme"])
        #expect(union["sampled"] == 3)
        #expect(union["referenceEmployeeId"] == nil)
        #expect(field("department", union)?["filled"] == 2)
        #expect(field("custom_fields.shirt", union)?["samples"] == ["XL"])
        try await agent.call("integration/configure", ["integration": "Acme", "configuration": ["advanced": ["referenceEmployeeId": "1"]]])
        let one = try await agent.call("integration/fields", ["integration": "Acme"])
        #expect(one["sampled"] == 1)
        #expect(one["referenceEmployeeId"] == "1")
        #expect(field("department", one)?["samples"] == ["Sales"])
        #expect(field("custom_fields.shirt", one) == nil)
        try await agent.call("integration/configure", ["integration": "Acme", "configuration": ["advanced": ["referenceEmployeeId": "77"]]])
        #expect(try await agent.refusal("integration/fields", ["integration": "Acme"])?.errorKind == .configurationInvalid)
    }
}
