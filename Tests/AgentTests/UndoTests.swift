import Foundation
import JSON
import Provisioning
import Testing
import Wire

/// Taking a sync back (R-RES-6).
@Suite struct UndoTests {
    private func agent(_ people: [Employee]) async throws -> TestAgent {
        let agent = try await TestAgent { options in (options.testsPerDay, options.syncsPerDay) = (0, 0) }
        try await agent.call("attribute/create", ["key": "department", "name": "Department", "type": "choice"])
        try await agent.call("attribute/create", ["key": "manager", "name": "Manager", "type": "user"])
        try await agent.connected(PlanTests.mapped, to: people)
        try await agent.enable()
        return agent
    }

    private func undo(_ agent: TestAgent, _ run: JSONValue) async throws -> JSONValue { try await agent.call("run/undo", ["run": run["id"] ?? .null]) }

    /// `recreated reverted removed untouched`.
    private func counts(_ result: JSONValue) -> String {
        "\(result["recreated"]?.int ?? -1) \(result["reverted"]?.int ?? -1) \(result["removed"]?.int ?? -1) \(result["untouched"]?.array?.count ?? -1)"
    }

    /// Everything about everybody but when and how often it was written.
    private func directory(_ agent: TestAgent) throws -> [User] {
        var users: [User] = []
        try agent.store.read { try $0.eachUser { users.append($0) } }
        return users.map { user in
            var user = user
            (user.updatedAt, user.sequence) = (user.createdAt, 0)
            return user
        }
    }

    private let people = [
        employee("1", ["department": "Design"]), employee("2", ["manager.id": "1"]), employee("3", ["manager.id": "2"]), employee("4"), employee("5"),
    ]

    @Test("R-RES-6 an undo gives back the deleted with their ids and who referred to them, the old values, and takes the created away; once")
    func whole() async throws {
        let agent = try await agent(people)
        try await agent.call("user/create", ["firstName": "By", "lastName": "Hand", "attributes": ["manager": ["u2"]]])
        let before = try directory(agent)
        agent.hris.deliver([
            employee("1", ["department": "Ops"]), employee("3", last: "New", email: "p4@example.org", ["manager.id": "1"]), employee("4", email: "p3@example.org"),
            employee("5"), employee("6", email: "p2@example.org"),
        ])
        let sync = try await agent.sync()
        #expect(sync.counts == "1 3 1 1 0 0")
        let result = try await undo(agent, sync)
        #expect(counts(result) == "1 4 1 0")
        #expect(try directory(agent) == before)
        #expect(try await agent.call("run/get", ["run": sync["id"] ?? .null])["undoneAt"] == "2026-01-05T08:00:00.000Z")
        #expect(try await agent.refusal("run/undo", ["run": sync["id"] ?? .null])?.kind == "wrongState")
        let integration = try await agent.call("integration/get", ["integration": "Acme"])
        #expect(integration["enabled"] == false && integration["nextSyncAt"] == nil)
        let audit = try await agent.items("audit/list", ["method": "run/undo"])
        #expect(audit.map { $0["counts"] } == [["recreated": 1, "removed": 1, "reverted": 4, "untouched": 0]])
        // A follower of the feed learns of it.
        #expect(try await agent.call("user/changes", ["since": 0])["changes"]?.array?.contains { $0["user"]?["id"] == "u2" } == true)
    }

    @Test("R-RES-6 what somebody changed since stays, and is listed")
    func changedSince() async throws {
        let agent = try await agent(people)
        agent.hris.deliver([employee("1", first: "New", ["department": "Ops"]), employee("2", last: "New"), employee("3", ["manager.id": "1"]), employee("4"), employee("6"), employee("7")])
        let sync = try await agent.sync()
        #expect(sync.counts == "2 3 1 1 0 0")
        try await agent.call("segment/create", ["attribute": "department", "name": "Law"])
        let seventh = try await agent.call("user/get", ["externalId": "acme-7"])["id"] ?? .null
        try await agent.call("user/update", ["user": "u1", "attributes": ["department": "Law", "manager": [seventh]]])
        try await agent.call("user/update", ["user": "u6", "kioskCode": "77"])
        try await agent.call("user/delete", ["user": "u2"])
        try await agent.call("user/create", ["firstName": "Another", "lastName": "One", "email": "P5@example.org"])
        let result = try await undo(agent, sync)
        // 3's manager was 2, who is gone; 5's address belongs to another.
        #expect(counts(result) == "1 2 1 5")
        let told = result["untouched"]?.array?.map { "\($0["subject"]?.string ?? "") \($0["code"]?.string ?? "") \($0["path"]?.string ?? "")" } ?? []
        #expect(Set(told) == [
            "acme-1 changedSince attributes.department", "acme-6 changedSince ", "acme-2 deletedSince ", "acme-3 referenceUnresolved attributes.manager", "acme-5 taken email",
        ])
        let first = try await agent.call("user/get", ["user": "u1"])
        #expect(first["firstName"] == "First1" && first["attributes"] == ["department": "Law"])
        #expect(try await agent.call("user/get", ["user": "u5"])["email"] == nil)
        #expect(try await agent.call("user/get", ["externalId": "acme-6"])["kioskCode"] == "77")
        #expect(try await agent.refusal("user/get", ["externalId": "acme-7"])?.kind == "notFound")
    }

    @Test("R-RES-6 nobody is created again beyond the licences, or beside a user who has the external ID by now")
    func limits() async throws {
        let agent = try await agent(people)
        agent.hris.deliver((1...3).map { employee(String($0)) })
        let sync = try await agent.sync()
        #expect(sync["summary", "deleted"] == 2)
        try await agent.call("account/update", ["licenseLimit": 5])
        try await agent.call("user/create", ["firstName": "A", "lastName": "B", "externalId": "acme-4"])
        let result = try await undo(agent, sync)
        #expect(result["recreated"] == 1)
        #expect(result["untouched"]?.array?.map { $0["code"] } == ["taken"])
        #expect(try await agent.call("user/get", ["user": "u5"])["externalId"] == "acme-5")
        let other = try await self.agent(people)
        other.hris.deliver((1...3).map { employee(String($0)) })
        let second = try await other.sync()
        try await other.call("account/update", ["licenseLimit": 4])
        let limited = try await undo(other, second)
        #expect(limited["recreated"] == 1 && limited["untouched"]?.array?.map { $0["code"] } == ["licenseLimit"])
    }

    @Test("R-RES-6 a reference that would close a circle by now is left out")
    func circle() async throws {
        let agent = try await agent(people)
        agent.hris.deliver([employee("1", ["department": "Design"]), employee("2"), employee("3", ["manager.id": "2"]), employee("4"), employee("5")])
        let sync = try await agent.sync()
        #expect(sync.counts == "0 1 0 4 0 0")
        try await agent.call("user/update", ["user": "u1", "attributes": ["manager": ["u3"]]])
        let result = try await undo(agent, sync)
        #expect(result["untouched"]?.array?.map { $0["code"] } == ["referenceCycle"])
        #expect(try await agent.call("user/get", ["user": "u2"])["attributes"] == [:])
    }

    @Test("R-RES-6 a value whose segment has been deleted since cannot come back; one that was renamed comes back under its new name")
    func segments() async throws {
        let agent = try await agent([employee("1", ["department": "Design"]), employee("2", ["department": "Law"])])
        agent.hris.deliver([employee("1", ["department": "Ops"]), employee("2", ["department": "Ops"])])
        let sync = try await agent.sync()
        let segments = try await agent.items("segment/list", ["attribute": "department"])
        let ids = Dictionary(uniqueKeysWithValues: segments.map { ($0["name"]?.string ?? "", $0["id"] ?? .null) })
        try await agent.call("segment/delete", ["segment": ids["Design"] ?? .null])
        try await agent.call("segment/update", ["segment": ids["Law"] ?? .null, "name": "Legal"])
        let result = try await undo(agent, sync)
        #expect(result["untouched"]?.array?.map { $0["code"] } == ["segmentGone"])
        #expect(try await agent.call("user/get", ["user": "u1"])["attributes"] == ["department": "Ops"])
        #expect(try await agent.call("user/get", ["user": "u2"])["attributes"] == ["department": "Legal"])
    }

    @Test("R-RES-6 marks of safeguards and dates come back too; a test, a failed sync and expired rows cannot be taken back")
    func others() async throws {
        let agent = try await agent((1...10).map { employee(String($0)) })
        let before = try directory(agent)
        agent.hris.deliver((1...4).map { employee(String($0)) })
        let sync = try await agent.sync()
        #expect(try directory(agent) != before)
        _ = try await undo(agent, sync)
        #expect(try directory(agent) == before)
        let test = try await agent.test()
        #expect(try await agent.refusal("run/undo", ["run": test["id"] ?? .null])?.kind == "wrongState")
        agent.hris.with { $0.failure = .remoteUnavailable("down") }
        try await agent.enable()
        #expect(try await agent.refusal("run/undo", ["integration": "Acme"])?.kind == "wrongState")
        agent.hris.with { $0.failure = nil }
        let last = try await agent.sync()
        try await agent.call("integration/disable", ["integration": "Acme"])
        try await agent.advance(hours: 24)
        #expect(try await agent.refusal("run/undo", ["run": last["id"] ?? .null])?.kind == "resultsExpired")
    }

    @Test("R-RES-6 a plan's sync, its links too, is taken back")
    func plan() async throws {
        let agent = try await TestAgent()
        try await agent.call("user/create", ["firstName": "Old", "lastName": "Name", "email": "p1@example.org"])
        try await agent.connected(to: [employee("1"), employee("2")])
        let before = try directory(agent)
        let test = try await agent.test()
        let sync = try await agent.call("integration/sync", ["integration": "Acme", "plan": test["id"] ?? .null, "wait": true])["run"] ?? .null
        #expect(counts(try await undo(agent, sync)) == "0 1 1 0")
        #expect(try directory(agent) == before)
    }

    static let mapping: JSONValue = [
        "lifecycle": ["userState": "toggleParticipation", "participationStart": ["kind": "afterMonths", "months": 2], "userRemoval": ["kind": "directly"], "absence": "delete"],
        "attributeMapping": ["mappings": [
            ["field": "department", "attribute": "department"], ["field": "manager.id", "attribute": "manager"], ["field": "employment_start_date", "attribute": "hired"],
        ]],
    ]

    @Test("R-RES-6 undo(apply) is the directory before: 40 days of the demo company", .timeLimit(.minutes(5)))
    func demo() async throws {
        let agent = try await TestAgent { options in options.syncsPerDay = 0 }
        try await agent.enableFeature()
        try await agent.call("integration/connect", ["connector": "demo", "name": "Demo", "authorization": ["kind": "none", "fields": [:]]])
        for (key, type) in [("department", "choice"), ("manager", "user"), ("hired", "date")] {
            try await agent.call("attribute/create", ["key": .string(key), "name": .string(key), "type": .string(type)])
        }
        try await agent.call("integration/configure", ["integration": "Demo", "configuration": Self.mapping])
        var touched = 0
        for _ in 0..<8 {
            let before = try directory(agent)
            let sync = try await agent.call("integration/enable", ["integration": "Demo", "confirm": true, "wait": true])["run"] ?? .null
            let run = sync == .null ? try await agent.call("integration/sync", ["integration": "Demo", "wait": true])["run"] ?? .null : sync
            #expect(run.state == "succeeded")
            let after = try directory(agent)
            let result = try await undo(agent, run)
            #expect(try directory(agent) == before)
            #expect(result["untouched"] == [])
            touched += (result["recreated"]?.int ?? 0) + (result["reverted"]?.int ?? 0) + (result["removed"]?.int ?? 0)
            // Do it again for good, and go on some days.
            try await agent.call("integration/enable", ["integration": "Demo", "confirm": true, "wait": true])
            let again = try await agent.call("integration/sync", ["integration": "Demo", "wait": true])["run"] ?? .null
            #expect(again.state == "succeeded")
            #expect(try directory(agent).map(\.externalID).sorted { $0 ?? "" < $1 ?? "" } == after.map(\.externalID).sorted { $0 ?? "" < $1 ?? "" })
            try await agent.call("integration/disable", ["integration": "Demo"])
            try await agent.advance(hours: 5 * 24)
        }
        #expect(touched > 250)
    }

    @Test("R-RES-6 undo(apply) is the directory before: the file of 290 people, and its next day")
    func adventureWorks() async throws {
        let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Data/adventureworks/employees.csv")
        let text = try String(contentsOf: data, encoding: .utf8)
        let folder = try TestFolder()
        let path = try folder.write(text, to: "employees.csv")
        let agent = try await TestAgent(at: folder.file("users.sqlite")) { options in options.syncsPerDay = 0 }
        try await agent.enableFeature()
        try await agent.call("integration/connect", ["connector": "file", "name": "File", "authorization": ["kind": "none", "fields": ["path": .string(path)]]])
        for (key, type) in [("department", "choice"), ("manager", "user"), ("hired", "date")] {
            try await agent.call("attribute/create", ["key": .string(key), "name": .string(key), "type": .string(type)])
        }
        try await agent.call("integration/configure", ["integration": "File", "configuration": Self.mapping])
        let first = try await agent.call("integration/enable", ["integration": "File", "confirm": true, "wait": true])["run"] ?? .null
        #expect(first.counts == "290 0 0 0 0 0")
        let before = try directory(agent)
        // Managers leave too, people move, addresses swap, somebody joins.
        var lines = text.split(whereSeparator: \.isNewline).map(String.init)
        lines.removeAll { line in ["2", "16", "25", "281"].contains(line.prefix { $0 != "," }) }
        lines = lines.map { $0.replacing(",Production,", with: ",Making,") }
        if let one = lines.firstIndex(where: { $0.contains("jae0@") }), let two = lines.firstIndex(where: { $0.contains("rachel0@") }) {
            (lines[one], lines[two]) = (lines[one].replacing("jae0@", with: "rachel0@"), lines[two].replacing("rachel0@", with: "jae0@"))
        }
        lines.append("291,New,Person,terri0@adventure-works.com,Buyer,Purchasing,Inventory,1,active,2026-01-01,,1990-01-01,F,S,1,x")
        try folder.write(lines.joined(separator: "\n"), to: "employees.csv")
        let sync = try await agent.call("integration/sync", ["integration": "File", "wait": true])["run"] ?? .null
        #expect(sync["summary", "deleted"] == 4 && sync["summary", "created"] == 1)
        #expect(try directory(agent) != before)
        let result = try await undo(agent, sync)
        #expect(result["recreated"] == 4 && result["removed"] == 1 && result["untouched"] == [])
        #expect(try directory(agent) == before)
        #expect(try await agent.call("store/check")["ok"] == true)
        try await agent.end()
    }
}
