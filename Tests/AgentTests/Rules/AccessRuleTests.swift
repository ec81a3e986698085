import Contract
import Foundation
import JSON
import Provisioning
import Testing

@Suite struct AccessRuleTests {
    @Test("R-ACC-1 the feature is off until the terms are accepted, once per version; who, when and which version is recorded")
    func acceptance() async throws {
        let agent = try await TestAgent()
        let ada = try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg", "role": "administrator"])["id"] ?? .null
        #expect(try await agent.items("feature/list").first?["enabled"] == false)
        let refusal = try await agent.refusal("feature/enable", ["feature": "hrisIntegration", "actor": ada])
        #expect(refusal?.errorKind == .acceptanceRequired)
        #expect(refusal?.data?["terms", "text"]?.string?.contains("sub-processor") == true)
        #expect(try await agent.items("feature/list").first?["enabled"] == false)

        let feature = try await agent.call("feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true, "actor": ada])
        #expect(feature["acceptance"] == ["at": "2026-01-05T08:00:00.000Z", "by": ada, "version": "1"])
        try await agent.call("feature/disable", ["feature": "hrisIntegration"])
        let again = try await agent.call("feature/enable", ["feature": "hrisIntegration"])
        #expect(again["enabled"] == true)
        #expect(again["acceptance"] == feature["acceptance"])
    }

    @Test("R-ACC-2 while the feature is off, what calls an HRIS or starts a run, and configure, is refused; disconnecting works")
    func featureOff() async throws {
        let agent = try await TestAgent()
        try await agent.connected(to: employees(2))
        try await agent.call("feature/disable", ["feature": "hrisIntegration"])
        let before = try await agent.dump()
        let authorization: JSONValue = ["kind": "bearer", "fields": ["token": "t"]]
        let refused: [(String, JSONValue)] = [
            ("integration/connect", ["connector": "scripted", "authorization": authorization]),
            ("integration/reconnect", ["integration": "Acme", "authorization": authorization]),
            ("integration/authorize", ["integration": "Acme", "state": "s", "code": "c"]),
            ("integration/fields", ["integration": "Acme"]),
            ("integration/configure", ["integration": "Acme", "configuration": [:]]),
            ("integration/runTest", ["integration": "Acme"]),
            ("integration/enable", ["integration": "Acme", "confirm": true]),
            ("integration/sync", ["integration": "Acme"]),
        ]
        for (method, params) in refused { #expect(try await agent.refusal(method, params)?.errorKind == .featureDisabled, "\(method)") }
        #expect(try await agent.dump() == before)
        #expect(agent.hris.readings == 0)
        #expect(try await agent.call("integration/disconnect", ["integration": "Acme"])["usersKept"] == 0)
    }

    @Test("R-ACC-2 turning it off cancels what is not applying and stops the schedule; turning it on resumes, and makes up once") func featureResumes() async throws {
        let agent = try await TestAgent(isSession: true)
        try await agent.connected(to: employees(3))
        try await agent.enable()
        agent.hris.hold()
        let run = try await agent.call("integration/runTest", ["integration": "Acme"])["run", "id"] ?? .null
        await agent.hris.someoneWaits()
        try await agent.call("feature/disable", ["feature": "hrisIntegration"])
        #expect(try await agent.call("run/wait", ["run": run]).state == "cancelled")
        agent.hris.release()
        try await agent.advance(hours: 72)
        #expect(try await agent.items("run/list", ["kind": "sync"]).count == 1)
        #expect(try await agent.items("user/list").count == 3)
        try await agent.call("feature/enable", ["feature": "hrisIntegration"])
        try await agent.advance(hours: 1)
        #expect(try await agent.items("run/list", ["kind": "sync"]).count == 2)
    }

    @Test("R-ACC-3 who may call what", arguments: Role.allCases) func table(_ role: Role) async throws {
        let agent = try await TestAgent { $0.files = "/" }
        let actor = try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg", "role": .string(role.rawValue)])["id"] ?? .null
        let examples = try Self.examples()
        let everybody: Set<Contract.Method> = [
            .initialize, .agentStatus, .rpcDiscover, .notificationList, .notificationMarkRead, .notificationPreferences, .notificationSetPreferences,
        ]
        let hostOnly: Set<Contract.Method> = [.storeBackup, .storeCheck, .clockGet, .clockAdvance]
        for method in Contract.Method.allCases where method != .initialize {
            let isAllowed = switch role {
            case .administrator, .superuser: !hostOnly.contains(method)
            case .analyst, .employee: everybody.contains(method)
            }
            var params = try #require(examples[method.rawValue])
            params["actor"] = actor
            let refusal = try await agent.refusal(method.rawValue, .object(params))
            #expect(refusal?.errorKind != .invalidParams, "\(method.rawValue): \(refusal?.message ?? "")")
            #expect((refusal?.errorKind == .forbidden) == !isAllowed, "\(method.rawValue) as \(role.rawValue): \(refusal?.message ?? "done")")
        }
    }

    /// The contract's examples of parameters, which name no file that could be written.
    static func examples() throws -> [String: JSONObject] {
        var examples: [String: JSONObject] = [:]
        let folder = Transcript.root.appending(path: "protocol/methods")
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            for method in try JSONValue(parsing: Array(Data(contentsOf: file)))["methods"]?.array ?? [] {
                var params = method["x-example"]?.object ?? [:]
                if method["name"] != "store/backup" { params["path"] = nil }
                // Everybody's own.
                if method["name"]?.string?.hasPrefix("notification/") == true { params["user"] = nil }
                if method["name"] == "user/massEdit" { params["csv"] = "" }
                examples[method["name"]?.string ?? ""] = params
            }
        }
        return examples
    }

    @Test("R-ACC-3 only administrators and the host grant or take the role administrator, or edit or delete one") func administrators() async throws {
        let agent = try await TestAgent()
        func person(_ name: String, _ role: String) async throws -> JSONValue {
            try await agent.call("user/create", ["firstName": .string(name), "lastName": "Berg", "role": .string(role)])["id"] ?? .null
        }
        let admin = try await person("Ada", "administrator"), other = try await person("Bo", "administrator")
        let superuser = try await person("Cleo", "superuser"), employee = try await person("Dag", "employee")
        let before = try await agent.dump()
        let refused: [(String, JSONValue)] = [
            ("user/create", ["firstName": "Eva", "lastName": "Falk", "role": "administrator", "actor": superuser]),
            ("user/update", ["user": employee, "role": "administrator", "actor": superuser]),
            ("user/update", ["user": admin, "firstName": "Eve", "actor": superuser]),
            ("user/update", ["user": admin, "role": "employee", "actor": superuser]),
            ("user/delete", ["user": admin, "actor": superuser]),
            ("user/massEdit", ["csv": .string("User ID;First name\n\(admin.string ?? "");Eve\n"), "actor": superuser]),
        ]
        for (method, params) in refused {
            let refusal = try await agent.refusal(method, params)
            #expect(refusal?.errorKind == .forbidden || refusal?.errorKind == .fileInvalid, "\(method) \(params.text)")
        }
        #expect(try await agent.dump() == before)
        try await agent.call("user/update", ["user": other, "role": "employee", "actor": admin])
        try await agent.call("user/delete", ["user": admin, "actor": admin])
        #expect(try await agent.refusal("user/list", ["actor": admin])?.errorKind == .forbidden, "a deleted actor")
        #expect(try await agent.refusal("user/list", ["actor": "u99"])?.errorKind == .forbidden, "an unknown actor")
        #expect(try await agent.items("audit/list", ["method": "user/delete"]).first?["actor"] == admin)
    }

    @Test("R-ACC-3 with --require-actor a request without one is refused; with an actor, files only under --files") func limits() async throws {
        let folder = try TestFolder(), elsewhere = try TestFolder()
        let agent = try await TestAgent { $0.files = folder.path }
        let ada = try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg", "role": "administrator"])["id"] ?? .null
        try await agent.call("user/export", ["actor": ada, "path": .string(folder.file("users.csv"))])
        for path in [elsewhere.file("users.csv"), folder.path + "/../users.csv", folder.path + "-2/users.csv"] {
            #expect(try await agent.refusal("user/export", ["actor": ada, "path": .string(path)])?.errorKind == .forbidden)
            #expect(try await agent.refusal("user/massEdit", ["actor": ada, "path": .string(path)])?.errorKind == .forbidden)
        }
        try await agent.enableFeature()
        let file = try elsewhere.write("id,first_name,last_name\n1,Ada,Berg\n", to: "e.csv")
        let settings: JSONValue = ["kind": "none", "fields": ["path": .string(file)]]
        #expect(try await agent.refusal("integration/connect", ["connector": "file", "authorization": settings, "actor": ada])?.errorKind == .forbidden)
        try await agent.call("user/export", ["path": .string(elsewhere.file("host.csv"))])

        let strict = try await TestAgent { $0.requireActor = true }
        #expect(try await strict.refusal("user/list")?.errorKind == .forbidden)
        let session = try await TestAgent(isSession: true) { $0.requireActor = true }
        #expect(session.client.received.first?["result"]?["protocolVersion"] == "1.0", "a session begins without")
    }

    @Test("R-ACC-4 the settings of a new account, and what they refuse") func account() async throws {
        let agent = try await TestAgent()
        let account = try await agent.call("account/get")
        #expect(account["timeZone"] == "UTC")
        #expect(account["defaultLanguage"] == "en")
        #expect((account["languages"]?.array?.count ?? 0) >= 183)
        #expect(account["licenseLimit"] == .null)
        #expect(account["kioskLogin"] == "none")
        #expect(account["protectAdministrators"] == true)
        for wrong: JSONValue in [["timeZone": "Mars/Olympus"], ["languages": []], ["defaultLanguage": "tlh"], ["languages": ["it"]]] {
            #expect(try await agent.refusal("account/update", wrong)?.errorKind == .configurationInvalid, "\(wrong.text)")
        }
        #expect(try await agent.call("account/get") == account)
        let changed = try await agent.call("account/update", ["languages": ["it", "en"], "defaultLanguage": "it", "licenseLimit": 5])
        #expect(changed["languages"] == ["it", "en"])
        #expect(try await agent.call("account/update", ["licenseLimit": .null])["licenseLimit"] == .null)
        let entry = try await agent.items("audit/list").first
        #expect(entry?["before", "licenseLimit"] == 5)
    }
}
