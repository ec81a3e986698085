import Provisioning
import Store
import Testing

@Suite struct UserTests {
    @Test("A user comes back as it was stored, found by each of its unique values")
    func roundTrip() throws {
        let store = try memoryStore()
        let stored = try store.write { writing in
            try writing.insert(Attribute(key: "city", name: "City", type: .choice))
            try writing.insert(Attribute(key: "hired", name: "Hired", type: .date))
            try writing.insert(Attribute(key: "level", name: "Level", type: .number))
            try writing.insert(Attribute(key: "manager", name: "Manager", type: .user))
            try writing.insertSegment(attribute: "city", name: "Zürich", aliases: ["Zurich"])
            let boss = try writing.insert(person("Ada"), now: noon)
            var user = person("Bea", externalID: "hr-7", email: "Bea@Example.com")
            user.kioskCode = "0042"
            user.role = .superuser
            user.language = "sv"
            user.participation = User.Participation(on: true, startDate: Day("2027-02-28"), startDateIsSynced: true)
            user.held = true
            user.guarded = ["city", "participation"]
            user.attributes = ["city": .choice("Zürich"), "hired": .date(try #require(Day("2020-01-31"))), "level": .number(3.5), "manager": .users([boss.id])]
            return try writing.insert(user, now: noon)
        }
        #expect(stored.id == "u2")
        #expect(stored.createdAt == noon)
        try store.read { reading throws in
            #expect(try reading.user(id: "u2") == stored)
            #expect(try reading.user(externalID: "hr-7") == stored)
            #expect(try reading.user(externalID: "HR-7") == nil)
            #expect(try reading.user(emailKey: "bea@example.com") == stored)
            #expect(try reading.user(kioskCode: "0042") == stored)
            #expect(try reading.reference(toUser: "u2") == "hr-7")
            #expect(try reading.reference(toUser: "u1") == "u1")
        }
    }

    @Test("Ids are a letter and a plain number", arguments: ["", "u", "u0", "u01", "u+1", "u1 ", "U1", "i1", "1", "u1.0", "u99999999999999999999", "ü1"])
    func strictIDs(id: String) throws {
        let store = try memoryStore()
        _ = try store.write { try $0.insert(person("Ada"), now: noon) }
        #expect(try store.read { try $0.user(id: id) } == nil)
    }

    @Test("R-USR-1 Email by fold, external ID and kiosk code are unique")
    func uniqueness() throws {
        let store = try memoryStore()
        var first = person("Ada", externalID: "hr-1", email: "ada@example.com")
        first.kioskCode = "1"
        _ = try store.write { try $0.insert(first, now: noon) }
        var code = person("Cora")
        code.kioskCode = "1"
        let clashes: [(User, StoreError.Unique)] = [
            (person("Bea", email: "ADA@example.com"), .email), (person("Bea", externalID: "hr-1"), .externalId), (code, .kioskCode),
        ]
        for (user, unique) in clashes {
            #expect(throws: StoreError.taken(unique)) { try store.write { try $0.insert(user, now: noon) } }
        }
        #expect(try store.read { try $0.userCount() } == 1)
        #expect(try store.read { try $0.lastSequence() } == 1)
    }
}
