import Contract
import JSON
import Provisioning
import Testing

@Suite struct SegmentRuleTests {
    static let mapping: JSONValue = ["attributeMapping": ["mappings": [["field": "department", "attribute": "department"]]]]

    /// Three people in Sales, Sales and IT.
    static func scene() async throws -> TestAgent {
        let agent = try await TestAgent { $0.syncsPerDay = 0 }
        try await agent.call("attribute/create", ["key": "department", "name": "Department", "type": "choice"])
        try await agent.connected(mapping, to: [
            employee("1", ["department": "Sales"]), employee("2", ["department": "Sales"]), employee("3", ["department": "IT"]),
        ])
        try await agent.enable()
        return agent
    }

    static func segments(_ agent: TestAgent) async throws -> [String] {
        try await agent.items("segment/list", ["attribute": "department"]).map { segment in
            "\(segment["name"]?.string ?? "") \(segment["aliases"]?.text ?? "") \(segment["users"]?.int ?? -1)"
        }
    }

    @Test("R-SEG-1 keys, names, segments and aliases are unique within what they belong to, segments case-sensitively") func unique() async throws {
        let agent = try await Self.scene()
        #expect(try await Self.segments(agent) == ["Sales [] 2", "IT [] 1"])
        let before = try await agent.dump()
        let taken: [(String, JSONValue)] = [
            ("attribute/create", ["key": "department", "name": "Other", "type": "choice"]), ("attribute/create", ["key": "other", "name": "Department", "type": "choice"]),
            ("segment/create", ["attribute": "department", "name": "Sales"]), ("segment/create", ["attribute": "department", "name": "New", "aliases": ["IT"]]),
            ("segment/update", ["segment": "s1", "name": "IT"]),
        ]
        for (method, params) in taken { #expect(try await agent.refusal(method, params)?.errorKind == .taken, "\(method) \(params.text)") }
        #expect(try await agent.dump() == before)
        try await agent.call("segment/create", ["attribute": "department", "name": "sales"])
    }

    @Test("R-SEG-2 renaming keeps the old name as an alias, so the next sync does not make it again") func rename() async throws {
        let agent = try await Self.scene()
        let segment = try await agent.call("segment/update", ["segment": "s1", "name": "Field sales"])
        #expect(segment["aliases"] == ["Sales"])
        #expect(try await agent.sync().counts == "0 0 0 3 0 0")
        #expect(try await Self.segments(agent) == ["Field sales [\"Sales\"] 2", "IT [] 1"])
        #expect(try await agent.call("user/get", ["externalId": "acme-1"])["attributes"] == ["department": "Field sales"])
    }

    @Test("R-SEG-3 an alias that is another segment's name merges that one, with confirm") func merge() async throws {
        let agent = try await Self.scene()
        let before = try await agent.dump()
        let refusal = try await agent.refusal("segment/update", ["segment": "s2", "aliases": ["Sales"]])
        #expect(refusal?.errorKind == .confirmationRequired)
        #expect(refusal?.data?["counts", "users"] == 2)
        #expect(try await agent.dump() == before)
        #expect(try await agent.call("segment/update", ["segment": "s2", "aliases": ["Sales"], "confirm": true])["users"] == 3)
        #expect(try await Self.segments(agent) == ["IT [\"Sales\"] 3"])
        #expect(try await agent.sync().counts == "0 0 0 3 0 0")
    }

    @Test("R-SEG-4 deleting what is in use needs confirm, a mapped attribute cannot be deleted") func delete() async throws {
        let agent = try await Self.scene()
        let before = try await agent.dump()
        #expect(try await agent.refusal("segment/delete", ["segment": "s1"])?.errorKind == .confirmationRequired)
        #expect(try await agent.refusal("attribute/delete", ["attribute": "department", "confirm": true])?.errorKind == .wrongState)
        #expect(try await agent.dump() == before)
        try await agent.call("segment/delete", ["segment": "s1", "confirm": true])
        #expect(try await agent.call("user/get", ["externalId": "acme-1"])["attributes"] == [:])
        try await agent.call("integration/configure", ["integration": "Acme", "configuration": ["attributeMapping": ["mappings": []]]])
        #expect(try await agent.refusal("attribute/delete", ["attribute": "department"])?.errorKind == .confirmationRequired)
        try await agent.call("attribute/delete", ["attribute": "department", "confirm": true])
        #expect(try await agent.items("attribute/list").isEmpty)
        #expect(try await agent.items("user/list").allSatisfy { $0["attributes"] == [:] })
    }
}

@Suite struct UserRuleTests {
    @Test("R-USR-1 email (folded), external ID and kiosk code are unique; beyond the licence nobody is created") func unique() async throws {
        let agent = try await TestAgent()
        try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg", "email": "Ada@Acme.example", "externalId": "x-1", "kioskCode": "7"])
        try await agent.call("user/create", ["firstName": "Bo", "lastName": "Berg"])
        let before = try await agent.dump()
        for (field, value) in [("email", "aDA@acme.EXAMPLE"), ("externalId", "x-1"), ("kioskCode", " 7 ")] {
            for (method, base) in [("user/create", ["firstName": "C", "lastName": "D"]), ("user/update", ["user": "u2"])] as [(String, JSONObject)] {
                var params = base
                params[field] = .string(value)
                let refusal = try await agent.refusal(method, .object(params))
                #expect(refusal?.errorKind == .taken && refusal?.data?["which"]?.string == field, "\(method) \(field)")
            }
        }
        #expect(try await agent.dump() == before)
        try await agent.call("account/update", ["licenseLimit": 2])
        #expect(try await agent.refusal("user/create", ["firstName": "C", "lastName": "D"])?.errorKind == .licenseLimit)
        #expect(try await agent.items("user/list").count == 2)
    }

    @Test("R-USR-1 a managed user can be edited by hand; the next sync overwrites what it manages, and no more") func overwrite() async throws {
        let agent = try await TestAgent()
        try await agent.call("attribute/create", ["key": "shoe", "name": "Shoe", "type": "number"])
        try await agent.connected(to: employees(1))
        try await agent.enable()
        let user = try await agent.call("user/get", ["externalId": "acme-1"])["id"] ?? .null
        try await agent.call("user/update", [
            "user": user, "firstName": "Hand", "email": "hand@made.example", "language": "it", "role": "analyst", "participation": ["on": false], "attributes": ["shoe": 42],
        ])
        #expect(try await agent.sync().counts == "0 1 0 0 0 0")
        let after = try await agent.call("user/get", ["user": user])
        #expect(after["firstName"] == "First1" && after["email"] == "p1@example.org")
        #expect(after["language"] == "it" && after["role"] == "analyst" && after["participation", "on"] == false && after["attributes"] == ["shoe": 42])
    }

    @Test("R-USR-2 a host that applies every change of the feed, page by page, has the same directory") func feed() async throws {
        let agent = try await TestAgent { $0.syncsPerDay = 0 }
        try await ResultRuleTests.attributes(agent)
        var followed: [String: JSONValue] = [:]
        var next: JSONValue = 0
        func follow() async throws {
            var more = true
            while more {
                let page = try await agent.call("user/changes", ["since": next, "limit": 3])
                for change in page["changes"]?.array ?? [] {
                    if let user = change["user"] { followed[user["id"]?.string ?? ""] = user } else { followed[change["deleted", "id"]?.string ?? ""] = nil }
                    #expect(change["deleted"].map { $0.object?.names == ["id"] } ?? true, "a tombstone says nothing about the person")
                }
                #expect((page["next"]?.int ?? 0) >= (next.int ?? 0))
                next = page["next"] ?? 0
                more = page["more"] == true
            }
            let users = try await agent.items("user/list", ["limit": 1000])
            #expect(followed == Dictionary(uniqueKeysWithValues: users.map { ($0["id"]?.string ?? "", $0) }))
        }
        try await follow()
        try await agent.connected(ResultRuleTests.mapping, to: (1...10).map { employee(String($0), ["manager.id": "1", "department": "Sales"]) })
        try await agent.enable()
        try await follow()
        agent.hris.deliver([employee("2", email: "p3@example.org", ["manager.id": "4"]), employee("3", email: "p2@example.org"), employee("4"), employee("11")])
        _ = try await agent.sync()
        try await follow()
        try await agent.call("segment/update", ["segment": "s1", "name": "Selling"])
        try await agent.call("user/delete", ["user": try await agent.call("user/get", ["externalId": "acme-4"])["id"] ?? .null])
        try await follow()
        let other = try await agent.call("user/changes", ["since": next, "store": "another"])
        #expect(other["fresh"] == true)
        #expect(other["changes"]?.array?.isEmpty == false)
        #expect(try await agent.call("user/changes", ["since": 1_000_000])["fresh"] == true, "a number that this store has not reached")
    }

    @Test("R-USR-4 references to a deleted user go with it; in a run that is an updated row of those who had them") func references() async throws {
        let agent = try await TestAgent { $0.syncsPerDay = 0 }
        try await ResultRuleTests.attributes(agent)
        try await agent.connected(ResultRuleTests.mapping, to: [employee("1"), employee("2", ["manager.id": "1"]), employee("3", ["manager.id": "1"])])
        try await agent.enable()
        agent.hris.deliver([employee("2", ["manager.id": "1"]), employee("3", ["manager.id": "2"])])
        let sync = try await agent.sync()
        #expect(sync.counts == "0 2 1 0 0 0")
        let rows = try await agent.items("run/rows", ["run": sync["id"] ?? .null, "category": "updated"])
        #expect(rows.first?["changes"] == [["field": "attributes.manager", "from": ["acme-1"]]])
        let two = try await agent.call("user/get", ["externalId": "acme-2"])
        #expect(two["attributes"] == [:])
        let before = try await agent.call("user/changes", ["since": 0])["next"] ?? 0
        try await agent.call("user/delete", ["user": two["id"] ?? .null])
        let changes = try await agent.call("user/changes", ["since": before])["changes"]?.array ?? []
        #expect(changes.count == 2, "the tombstone, and who had the deleted one as manager")
        #expect(try await agent.call("user/get", ["externalId": "acme-3"])["attributes"] == [:])
    }

    @Test("wrong values of a user are refused, each with its place, and nothing is stored") func wrongValues() async throws {
        let agent = try await TestAgent()
        try await ResultRuleTests.attributes(agent)
        try await agent.call("user/create", ["firstName": "Ada", "lastName": "Berg"])
        try await agent.call("user/create", ["firstName": "Bo", "lastName": "Berg", "attributes": ["manager": ["u1"], "department": "New"]])
        #expect(try await agent.items("segment/list", ["attribute": "department"]).map { $0["name"] } == ["New"], "a new segment comes with its first user")
        let before = try await agent.dump()
        let wrong: [(JSONValue, String)] = [
            (["email": "no address"], "email"), (["firstName": "  "], "firstName"), (["language": "tlh"], "language"), (["externalId": " "], "externalId"),
            (["kioskCode": ""], "kioskCode"), (["attributes": ["hired": "tomorrow"]], "attributes.hired"), (["attributes": ["department": 5]], "attributes.department"),
            (["attributes": ["manager": ["u2"]]], "attributes.manager"), (["attributes": ["manager": ["u1"]]], "attributes.manager"),
            (["attributes": ["shoe": 42]], "attributes.shoe"),
        ]
        for (change, path) in wrong {
            var params = change.object ?? [:]
            params["user"] = "u1"
            let refusal = try await agent.refusal("user/update", .object(params))
            #expect(refusal?.errorKind == .configurationInvalid, "\(change.text)")
            #expect(refusal?.data?["problems"]?.array?.first?["path"]?.string == path, "\(change.text)")
        }
        #expect(try await agent.dump() == before)
    }
}
