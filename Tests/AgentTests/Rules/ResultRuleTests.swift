import Contract
import Foundation
import JSON
import Provisioning
import Testing

@Suite struct ResultRuleTests {
    static let mapping: JSONValue = ["attributeMapping": ["mappings": [
        ["field": "department", "attribute": "department"], ["field": "manager.id", "attribute": "manager"], ["field": "employment_start_date", "attribute": "hired"],
    ]], "advanced": ["deletionSafeguardPercent": 100]]

    static func attributes(_ agent: TestAgent) async throws {
        for (key, name, type) in [("department", "Department", "choice"), ("manager", "Manager", "user"), ("hired", "Hired", "date")] {
            try await agent.call("attribute/create", ["key": .string(key), "name": .string(name), "type": .string(type)])
        }
    }

    /// Ada leads; Bo and Cleo are users already, known by their addresses.
    static func scene(_ agent: TestAgent) async throws {
        try await attributes(agent)
        for (first, mail) in [("Bo", "bo@acme.example"), ("Cleopatra", "CLEO@acme.example"), ("Guest", "guest@else.example")] {
            try await agent.call("user/create", ["firstName": .string(first), "lastName": "Berg", "email": .string(mail)])
        }
        try await agent.connected(mapping, to: [
            employee("1", first: "Ada", last: "=Berg", email: "ada@acme.example", ["department": "Sales; North", "employment_start_date": "2020-02-29"]),
            employee("2", first: "Bo", last: "Berg", email: "bo@acme.example", ["department": "Sales; North", "manager.id": "1"]),
            employee("3", first: "Cleo", last: "Berg", email: "cleo@acme.example", ["manager.id": "2"]),
            employee("4", first: "Dag", last: "Ek", email: "dag@acme.example", ["manager.id": "1"]),
        ])
    }

    static let standard = "User ID;External ID;First name;Last name;Email;Language;Participate in survey;Participation start date;Kiosk code;Department;Manager;Hired"

    @Test("R-RES-1 R-RES-2 R-RES-3 the files of a test, cell by cell; nobody, no file") func files() async throws {
        let agent = try await TestAgent()
        try await Self.scene(agent)
        #expect(try await agent.test().counts == "2 2 0 0 0 0")
        func file(_ category: String, _ more: JSONObject = [:]) async throws -> JSONValue {
            var params: JSONObject = ["integration": "Acme", "category": .string(category)]
            for member in more.members { params[member.name] = member.value }
            return try await agent.call("run/export", .object(params))
        }
        #expect(try await file("created") == ["name": "created.csv", "rows": 2, "csv": .string([
            Self.standard, ";acme-1;Ada;'=Berg;ada@acme.example;en;true;;;\"Sales; North\";;2020-02-29", ";acme-4;Dag;Ek;dag@acme.example;en;true;;;;;", "",
        ].joined(separator: "\r\n"))])
        let updated = try await file("updated")["csv"]?.string?.components(separatedBy: "\r\n")
        #expect(updated == [
            Self.standard + ";Matched by;Changed fields", "u1;acme-2;Bo;Berg;bo@acme.example;en;true;;;\"Sales; North\";;;email;externalId|attributes.department|attributes.manager",
            "u2;acme-3;Cleo;Berg;CLEO@acme.example;en;true;;;;;;email;firstName|externalId", "",
        ])
        for category in ["deleted", "conflict", "skipped"] { #expect(try await file(category) == ["name": .string(category + ".csv"), "rows": 0]) }
        let marked = try await file("created", ["delimiter": ",", "bom": true])["csv"]?.string
        #expect(marked?.hasPrefix("\u{FEFF}User ID,External ID") == true)
        #expect(marked?.contains(",\"Sales; North\",") == true)
        // Bo is nobody yet whom Cleo could have as manager: he is not linked. Rows show references as external IDs, also to those whom the file has to leave out.
        let rows = try await agent.items("run/rows", ["integration": "Acme", "category": "updated"])
        #expect(rows.first?["changes"]?.array?.last == ["field": "attributes.manager", "to": ["acme-1"]])
        // A page at a time makes the same file.
        let first = try await file("created", ["limit": 1])
        let second = try await file("created", ["limit": 1, "cursor": first["nextCursor"] ?? .null])
        #expect((first["csv"]?.string ?? "") + (second["csv"]?.string ?? "") == (try await file("created")["csv"]?.string))
    }

    @Test("R-RES-4 R-RES-5 uploading both files links and creates: the next test has nothing of either, and the sync conflicts with nobody") func upload() async throws {
        let folder = try TestFolder()
        let agent = try await TestAgent()
        try await Self.scene(agent)
        _ = try await agent.test()
        for category in ["updated", "created"] {
            try await agent.call("run/export", ["integration": "Acme", "category": .string(category), "path": .string(folder.file(category))])
        }
        let updated: JSONValue = ["path": .string(folder.file("updated"))]
        let linked = try await agent.call("user/massEdit", updated)
        #expect(linked["updated"] == 2 && linked["created"] == 0 && linked["deleted"] == 0)
        #expect(try await agent.test()["summary", "needsLink"] == 0)
        #expect(try await agent.call("user/massEdit", updated)["unchanged"] == 2, "the same file again changes nothing")
        #expect(try await agent.call("user/massEdit", ["path": .string(folder.file("created"))])["created"] == 2)
        let test = try await agent.test()
        #expect(test["summary", "created"] == 0)
        #expect(test["summary", "conflicts"] == 0)
        #expect(try await agent.call("user/get", ["externalId": "acme-1"])["lastName"] == "=Berg", "the guard is taken off again")
        let run = try await agent.enable()
        #expect(run["summary", "conflicts"] == 0)
        let ada = try await agent.call("user/get", ["externalId": "acme-1"])["id"] ?? .null
        #expect(try await agent.call("user/get", ["externalId": "acme-2"])["attributes", "manager"] == [ada])
    }

    @Test("R-RES-4 the users' own file, unchanged, changes nothing; a missing one is deleted only with both consents; preview only shows") func massEdit() async throws {
        let agent = try await TestAgent()
        try await Self.scene(agent)
        try await agent.enable()
        let file = try await agent.call("user/export")["csv"]?.string ?? ""
        let before = try await agent.dump()
        let same = try await agent.call("user/massEdit", ["csv": .string(file), "resetEmpty": true])
        #expect(same["updated"] == 0 && same["unchanged"]?.int == file.split(separator: "\r\n").count - 1)
        #expect(try await agent.dump() == before)

        let shorter = file.split(separator: "\r\n").prefix(3).joined(separator: "\r\n")
        #expect(try await agent.call("user/massEdit", ["csv": .string(shorter)])["deleted"] == 0)
        let missing = file.split(separator: "\r\n").count - 3
        let refusal = try await agent.refusal("user/massEdit", ["csv": .string(shorter), "deleteMissing": true])
        #expect(refusal?.errorKind == .confirmationRequired)
        #expect(refusal?.data?["counts", "deleted"]?.int == missing)
        let preview = try await agent.call("user/massEdit", ["csv": .string(shorter), "deleteMissing": true, "preview": true])
        #expect(preview["deleted"]?.int == missing)
        #expect(try await agent.dump() == before)
        #expect(try await agent.call("user/massEdit", ["csv": .string(shorter), "deleteMissing": true, "confirm": true])["deleted"]?.int == missing)
        #expect(try await agent.items("user/list").count == 2)
    }
}

@Suite struct PlanRuleTests {
    /// A mirror of twelve, and an HRIS that has moved on: joiners, leavers, movers, a swap of addresses, a conflict, new segments, a removed manager.
    static func worlds(_ agent: TestAgent) async throws {
        try await ResultRuleTests.attributes(agent)
        try await agent.call("user/create", ["firstName": "Guest", "lastName": "One", "email": "p20@example.org", "externalId": "other-1"])
        try await agent.connected(ResultRuleTests.mapping, to: (1...12).map { employee(String($0), ["department": "Sales", "manager.id": "1"]) })
        try await agent.enable()
        agent.hris.deliver(
            [employee("2", email: "p3@example.org", ["department": "IT"]), employee("3", email: "p2@example.org", ["department": "Sales", "manager.id": "2"]),
             employee("4", first: "Other", ["department": "Sales", "manager.id": "1"]), employee("20"), employee("21", ["manager.id": "22"]),
             employee("22", ["employment_start_date": "2026-01-01", "department": "Sales"]), employee("23", first: "")]
            + (5...9).map { employee(String($0), ["department": "Sales", "manager.id": "2"]) })
    }

    @Test("R-PLAN-10 what a test shows is what the sync does, field by field, and the mirror is then as the rows say") func testThenSync() async throws {
        let agent = try await TestAgent()
        try await Self.worlds(agent)
        let test = try await agent.test(), sync = try await agent.sync()
        #expect(test.counts == "2 8 4 0 1 1")
        #expect(sync["summary"] == test["summary"])
        for category in ["created", "updated", "deleted", "conflict", "skipped"] {
            func rows(_ run: JSONValue) async throws -> [JSONValue] { try await agent.items("run/rows", ["run": run["id"] ?? .null, "category": .string(category), "limit": 1000]) }
            #expect(try await rows(test) == rows(sync), "\(category)")
            if category == "deleted" {
                for row in try await rows(sync) { #expect(try await agent.refusal("user/get", ["externalId": row["externalId"] ?? .null])?.errorKind == .notFound) }
            }
            guard category == "created" || category == "updated" else { continue }
            for row in try await rows(sync) {
                let user = try await agent.call("user/get", ["externalId": row["externalId"] ?? .null])
                for change in row["changes"]?.array ?? [] {
                    let field = change["field"]?.string ?? ""
                    var value: JSONValue? = field == "participation" ? user["participation", "on"] : field.hasPrefix("attributes.") ? user["attributes"]?[String(field.dropFirst(11))] : user[field]
                    if case .array(let ids)? = value {
                        var names: [JSONValue] = []
                        for id in ids { names.append(try await agent.call("user/get", ["user": id])["externalId"] ?? id) }
                        value = .array(names)
                    }
                    #expect(value == change["to"], "\(row["externalId"]?.string ?? "") \(field)")
                }
            }
        }
        #expect(try await agent.items("run/compare", ["run": sync["id"] ?? .null, "with": test["id"] ?? .null]).isEmpty)
        #expect(try await agent.test().counts == "0 0 0 10 1 1", "R-PLAN-4 again changes nothing")
    }

    @Test("R-PLAN-9 an apply that breaks in the middle has changed nothing; the next one does it all") func atomic() async throws {
        let folder = try TestFolder()
        let agent = try await TestAgent(at: folder.file("a.sqlite")) { $0.syncsPerDay = 0 }
        try await Self.worlds(agent)
        func directory() async throws -> String {
            try await [agent.call("user/list", ["limit": 1000]), agent.call("user/changes", ["since": 0]), agent.call("segment/list", ["attribute": "department"])].map(\.text).joined()
        }
        let before = try await directory()
        // The last create of the plan fails, after its deletes and updates.
        try sqlite(folder.file("a.sqlite"), "CREATE TRIGGER broken BEFORE INSERT ON user WHEN NEW.external_id = 'acme-22' BEGIN SELECT RAISE(ABORT, 'broken'); END")
        let run = try await agent.sync()
        #expect(run.state == "failed")
        #expect(try await directory() == before)
        #expect(try await agent.refusal("run/rows", ["run": run["id"] ?? .null, "category": "created"])?.errorKind == .wrongState)
        try sqlite(folder.file("a.sqlite"), "DROP TRIGGER broken")
        #expect(try await agent.sync().counts == "2 8 4 0 1 1")
        #expect(try await agent.call("store/check")["ok"] == true)
        try await agent.end()
    }
}
