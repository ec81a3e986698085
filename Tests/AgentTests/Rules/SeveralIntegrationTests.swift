import Contract
import Foundation
import JSON
import Provisioning
import Testing

/// Several integrations in one account: each touches its own users and nobody else's.
@Suite struct SeveralIntegrationTests {
    /// Two files of people and the embedded company, all enabled, on one clock.
    struct Scene {
        let folder: TestFolder
        let agent: TestAgent

        init() async throws {
            folder = try TestFolder()
            agent = try await TestAgent(isSession: true) { ($0.syncsPerDay, $0.testsPerDay) = (0, 0) }
            try await agent.enableFeature()
            try await agent.call("user/create", ["firstName": "Zoe", "lastName": "Hand", "email": "zoe@hand.example"])
            for name in ["North", "South"] {
                try deliver(name, 1...4)
                try await agent.call("integration/connect", [
                    "connector": "file", "name": .string(name), "authorization": ["kind": "none", "fields": ["path": .string(folder.file(name + ".csv"))]],
                ])
                try await agent.call("integration/configure", ["integration": .string(name), "configuration": ["lifecycle": ["userState": "delete"]]])
            }
            try await agent.call("integration/connect", ["connector": "demo", "name": "Demo", "authorization": ["kind": "none", "fields": [:]]])
            try await agent.call("integration/configure", ["integration": "Demo", "configuration": [:]])
        }

        func deliver(_ name: String, _ ids: some Sequence<Int>, also line: String = "") throws {
            let rows = ids.map { "\($0),First\($0),\(name)\($0),\(name.lowercased())\($0)@acme.example\n" }.joined()
            try folder.write("id,first_name,last_name,work_email\n" + rows + line, to: name + ".csv")
        }

        /// The users of this prefix, as they are, without those that refer to nobody.
        func users(_ prefix: String) async throws -> [String] {
            try await all().filter { $0["externalId"]?.string?.hasPrefix(prefix) == true }.map(\.text)
        }

        func all() async throws -> [JSONValue] { try await agent.items("user/list", ["limit": 1000]) }
    }

    @Test("two of one connector and one of another run their days on one clock and never touch each other's users") func days() async throws {
        let scene = try await Scene()
        let agent = scene.agent
        let prefixes = try await agent.items("integration/list").compactMap { $0["prefix"]?.string }
        #expect(prefixes == ["file-", "file2-", "demo-"])
        for name in ["North", "South", "Demo"] { try await agent.enable(name) }
        #expect(try await scene.users("file-").count == 4)
        #expect(try await scene.users("file2-").count == 4)
        let zoe = try await agent.call("user/get", ["email": "zoe@hand.example"])

        // The next day only South has changed: one left, one came.
        try scene.deliver("South", [1, 2, 3, 5])
        let north = try await scene.users("file-")
        try await agent.advance(hours: 24)
        #expect(try await scene.users("file-") == north)
        #expect(try await scene.users("file2-").count == 4)
        #expect(try await agent.refusal("user/get", ["externalId": "file2-4"])?.errorKind == .notFound)
        #expect(try await agent.items("run/list", ["kind": "sync", "limit": 1000]).count == 6, "each has had its first sync and its day")
        #expect(try await agent.call("user/get", ["email": "zoe@hand.example"]) == zoe)

        // One that fails, and one that is held back, keep nobody from theirs.
        try FileManager.default.removeItem(atPath: scene.folder.file("North.csv"))
        try scene.deliver("South", [1])
        let demo = try await scene.users("demo-").count
        try await agent.advance(hours: 24)
        #expect(try await scene.users("file-") == north)
        #expect(try await scene.users("file2-").count == 4, "more than half would go, so nobody does")
        let newest = try await agent.items("integration/list").map { "\($0["name"]?.string ?? "") \($0["lastSync", "state"]?.string ?? "") \($0["lastSync", "summary", "deletionsHeld"]?.int ?? 0)" }
        #expect(newest == ["North failed 0", "South succeeded 3", "Demo succeeded 0"])
        #expect(demo > 200)
    }

    @Test("R-PLAN-6, R-PLAN-2 an address of another integration's user is a conflict and never a link") func addresses() async throws {
        let scene = try await Scene()
        try await scene.agent.enable("North")
        try scene.deliver("South", [1, 2], also: "9,Ann,Other,north2@acme.example\n")
        let test = try await scene.agent.test("South")
        #expect(test.counts == "2 0 0 0 1 0")
        let rows = try await scene.agent.items("run/rows", ["run": test["id"] ?? .null, "category": "conflict"])
        #expect(rows.map { "\($0["externalId"]?.string ?? "") \($0["reason"]?.string ?? "")" } == ["file2-9 emailTaken"])
        let north = try await scene.users("file-")
        try await scene.agent.enable("South")
        #expect(try await scene.users("file-") == north)
        #expect(try await scene.users("file2-").count == 2)
    }

    @Test("R-CON-5, R-MAP-8 disconnecting with delete takes its own users only; a manager is looked for in one's own HRIS only") func disconnect() async throws {
        let scene = try await Scene()
        let agent = scene.agent
        try await agent.call("attribute/create", ["key": "manager", "name": "Manager", "type": "user"])
        for name in ["North", "South"] {
            let others = name == "North" ? "" : "7,First7,South7,south7@acme.example,4\n"
            let rows = (1...3).map { "\($0),First\($0),\(name)\($0),\(name.lowercased())\($0)@acme.example,\($0 == 1 ? "" : "1")\n" }.joined()
            try scene.folder.write("id,first_name,last_name,work_email,manager_id\n" + rows + others, to: name + ".csv")
            try await agent.call("integration/configure", [
                "integration": .string(name), "configuration": ["attributeMapping": ["mappings": [["field": "manager.id", "attribute": "manager"]]]],
            ])
        }
        // North has a 4, South has not: 7's manager does not resolve.
        try await agent.enable("North")
        try await agent.enable("South")
        let seven = try await agent.call("user/get", ["externalId": "file2-7"])
        #expect(seven["attributes", "manager"] == nil)
        let two = try await agent.call("user/get", ["externalId": "file2-2"])
        #expect(two["attributes", "manager"] == .array([try await agent.call("user/get", ["externalId": "file2-1"])["id"] ?? .null]))
        let south = try await scene.users("file2-")
        let gone = try await agent.call("integration/disconnect", ["integration": "North", "users": "delete", "confirm": true])
        #expect(gone["usersDeleted"] == 3)
        #expect(try await scene.users("file-").isEmpty)
        #expect(try await scene.users("file2-") == south)
        #expect(try await scene.all().contains { $0["email"] == "zoe@hand.example" })
    }
}
