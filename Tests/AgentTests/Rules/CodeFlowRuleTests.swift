import Contract
import Foundation
import JSON
import Provisioning
import Testing
import Wire

@Suite struct CodeFlowRuleTests {
    static func login(tenant: String = "one", secret: String = "client-s3cret") -> JSONValue {
        ["kind": "authorizationCode", "fields": ["clientSecret": .string(secret), "tenant": .string(tenant)], "redirectUri": "http://127.0.0.1:4711/callback"]
    }

    /// An agent with the feature on, and an authorization server that takes the codes c1 to c9.
    func agent(at path: String? = nil) async throws -> TestAgent {
        let agent = try await TestAgent(at: path)
        agent.hris.deliver(employees(3))
        agent.hris.with { $0.server.codes = Set((1...9).map { "c\($0)" }) }
        try await agent.enableFeature()
        return agent
    }

    @discardableResult
    func begin(_ agent: TestAgent, name: String = "Acme") async throws -> JSONValue {
        try await agent.call("integration/connect", ["connector": "scripted-code", "name": .string(name), "prefix": .string(name.lowercased() + "-"), "authorization": Self.login()])
    }

    func complete(_ agent: TestAgent, _ begun: JSONValue, code: String = "c1") async throws {
        try await agent.call("integration/authorize", ["integration": begun["integration", "id"] ?? .null, "state": begun["authorize", "state"] ?? .null, "code": .string(code)])
    }

    func connected() async throws -> TestAgent {
        let agent = try await agent()
        try await complete(agent, try await begin(agent))
        try await agent.call("integration/configure", ["integration": "Acme", "configuration": [:]])
        return agent
    }

    @Test("R-CON-2 R-CON-3 connect by code: sent to the HRIS, proved at authorize, then a run uses the tokens") func flow() async throws {
        let agent = try await agent()
        let begun = try await begin(agent)
        #expect(begun["integration"]?.state == "authorizing")
        let state = try #require(begun["authorize", "state"]?.string)
        #expect(state.count >= 22, "at least 128 bits")
        #expect(begun["authorize", "url"]?.string?.contains("state=\(state)") == true)
        #expect(begun["authorize", "expiresAt"] == "2026-01-05T08:30:00.000Z")
        for method in ["integration/runTest", "integration/fields"] {
            #expect(try await agent.refusal(method, ["integration": "Acme"])?.errorKind == .wrongState, "\(method)")
        }
        try await complete(agent, begun)
        let verifier = try #require(agent.hris.with { $0.server.verifiers.last })
        #expect(verifier.count >= 43, "RFC 7636, 4.1")
        #expect(verifier != state)
        let shown = try await agent.call("integration/get", ["integration": "Acme"])
        #expect(shown.state == "connected")
        #expect(shown["secrets"] == [["name": "clientSecret", "setAt": "2026-01-05T08:00:00.000Z"]])
        try await agent.call("integration/configure", ["integration": "Acme", "configuration": [:]])
        #expect(try await agent.test().counts == "3 0 0 0 0 0")
        #expect(agent.hris.with { $0.server.given } == 1, "the token of the code is used")
    }

    @Test("R-CON-3 what is wrong at authorize is authorizationRejected and changes nothing", arguments: ["wrong state", "error", "refused code", "refused proof", "used", "expired"])
    func refused(_ fault: String) async throws {
        let agent = try await agent()
        let begun = try await begin(agent)
        var params: JSONObject = ["integration": "Acme", "state": begun["authorize", "state"] ?? .null, "code": "c1"]
        switch fault {
        case "wrong state": params["state"] = "AAAA"
        case "error":
            params["code"] = nil
            params["error"] = "access_denied: the administrator said no"
        case "refused code": params["code"] = "unknown-code"
        case "refused proof": agent.hris.with { $0.refusal = .authorizationRequired("The HRIS says: this user may not read employees. \(String(repeating: "x", count: 400))") }
        case "used": try await complete(agent, begun)
        default: try await agent.call("integration/reconnect", ["integration": "Acme", "authorization": Self.login()])
        }
        let before = try await agent.dump()
        let refusal = try await agent.refusal("integration/authorize", .object(params))
        #expect(refusal?.errorKind == .authorizationRejected)
        #expect((refusal?.message.count ?? 0) <= 300)
        #expect(refusal?.message.contains("unknown-code") == false, "a code is a secret")
        if fault == "error" { #expect(refusal?.message.contains("access_denied") == true) }
        #expect(try await agent.dump() == before)
        // Not spent by a failure: the right answer still counts.
        if fault == "wrong state" || fault == "error" { try await complete(agent, begun) }
    }

    @Test("R-CON-3 a new connection whose attempt expires disappears; its name and prefix are free again") func expiry() async throws {
        let agent = try await agent()
        let first = try await begin(agent)
        try await agent.advance(minutes: 29, seconds: 59)
        #expect(try await agent.items("integration/list").count == 1)
        try await agent.advance(seconds: 1)
        #expect(try await agent.items("integration/list").isEmpty)
        #expect(try await agent.refusal("integration/authorize", ["integration": "Acme", "state": first["authorize", "state"] ?? .null, "code": "c1"])?.errorKind == .notFound)
        try await complete(agent, try await begin(agent), code: "c2")
        #expect(try await agent.items("integration/list").first?.state == "connected")
        try await begin(agent, name: "Other")
        try await agent.call("integration/disconnect", ["integration": "Other"])
        #expect(try await agent.items("integration/list").count == 1, "given up, it never came to be")
    }

    @Test("R-CON-3 a reconnect by code that fails or expires keeps the old secrets", arguments: ["fails", "expires"]) func reconnectFails(_ end: String) async throws {
        let agent = try await connected()
        let before = try await agent.dump()
        let begun = try await agent.call("integration/reconnect", ["integration": "Acme", "authorization": Self.login(tenant: "two", secret: "other-s3cret")])
        #expect(begun["integration"]?.state == "connected")
        if end == "fails" {
            #expect(try await agent.refusal("integration/authorize", ["integration": "Acme", "state": begun["authorize", "state"] ?? .null, "code": "nope"])?.errorKind == .authorizationRejected)
        } else {
            try await agent.advance(minutes: 30)
            #expect(try await agent.refusal("integration/authorize", ["integration": "Acme", "state": begun["authorize", "state"] ?? .null, "code": "c2"])?.errorKind == .authorizationRejected)
        }
        #expect(try await agent.dump() == before)
        #expect(try await agent.test().state == "succeeded")
    }

    @Test("R-CON-5 a reconnect by code: new secrets alone resume, another tenant disables") func reconnect() async throws {
        let agent = try await connected()
        try await agent.enable()
        for (index, tenant) in ["one", "two"].enumerated() {
            let begun = try await agent.call("integration/reconnect", ["integration": "Acme", "authorization": Self.login(tenant: tenant, secret: "s3cret-\(index)")])
            try await complete(agent, begun, code: "c\(index + 2)")
            let shown = try await agent.call("integration/get", ["integration": "Acme"])
            #expect(shown["enabled"] == .bool(tenant == "one"))
            #expect(shown.state == "connected")
        }
        #expect(try await agent.refusal("integration/enable", ["integration": "Acme"])?.errorKind == .confirmationRequired)
    }

    @Test("two answers with one code at the same time: it is used once, and one of them connects") func twice() async throws {
        let agent = try await agent()
        let begun = try await begin(agent)
        let params: JSONValue = ["integration": "Acme", "state": begun["authorize", "state"] ?? .null, "code": "c1"]
        let other = TestClient(agent.agent)
        async let one = agent.refusal("integration/authorize", params)
        async let two = { do { _ = try await other.call("integration/authorize", params); return nil } catch { return error } }() as (any Error)?
        let refusals = [try await one?.errorKind, (await two as? RPCError)?.errorKind].compactMap(\.self)
        #expect(refusals == [.authorizationRejected])
        #expect(agent.hris.with { $0.server.verifiers.count } == 1)
        other.connection.closeInput()
    }

    @Test("connect by code needs an address to come back to", arguments: [nil, "", "callback", "https://example.org/#here"] as [String?]) func redirect(_ address: String?) async throws {
        let agent = try await agent()
        var login = Self.login().object ?? [:]
        login["redirectUri"] = address.map { .string($0) }
        let refusal = try await agent.refusal("integration/connect", ["connector": "scripted-code", "authorization": .object(login)])
        #expect(refusal?.errorKind == .configurationInvalid)
        #expect(refusal?.data?["problems"]?.array?.first?["path"] == "authorization.redirectUri")
        #expect(try await agent.items("integration/list").isEmpty)
    }

    @Test("R-CON-4 neither codes nor tokens are in a reply, an error, the audit log or the database") func secrets() async throws {
        let folder = try TestFolder()
        let agent = try await agent(at: folder.file("a.sqlite"))
        agent.hris.with { $0.server.codes.insert("code-marker") }
        try await complete(agent, try await begin(agent), code: "code-marker")
        try await agent.call("integration/configure", ["integration": "Acme", "configuration": [:]])
        agent.hris.with {
            $0.server.access = []
            $0.server.refresh = []
        }
        #expect(try await agent.test()["error"]?["message"]?.string == "The HRIS says: invalid_grant for •••.")
        _ = try await agent.items("audit/list")
        try await agent.call("store/backup", ["path": .string(folder.file("copy.sqlite"))])
        for secret in ["code-marker", "access-marker", "refresh-marker", "client-s3cret"] {
            #expect(!agent.client.received.contains { $0.text.contains(secret) }, "\(secret)")
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                #expect(FileManager.default.contents(atPath: folder.file(name))?.range(of: Data(secret.utf8)) == nil, "\(secret) in \(name)")
            }
        }
    }
}
