import Provisioning
import Store
import Testing

@Suite struct ListTests {
    @Test("A keyset list shows everybody who is there throughout exactly once, whatever comes and goes meanwhile")
    func keyset() throws {
        let store = try memoryStore()
        let early = try store.write { writing in try (0..<25).map { try writing.insert(person("P\($0)"), now: noon).id } }
        var seen: [String] = []
        var after: Int64? = 0
        var round = 0
        while let position = after {
            let page = try store.read { try $0.users(after: position, limit: 7) }
            seen += page.items.map(\.id)
            after = page.next
            round += 1
            if round < 3 {
                try store.write { writing in
                    _ = try writing.insert(person("Late"), now: noon)
                    try writing.deleteUser(id: early[round], now: noon)
                }
            }
        }
        #expect(Set(seen).count == seen.count)
        #expect(seen.filter { early.contains($0) } == early)
        #expect(try store.read { try $0.users(limit: 1000).items.count } == 25)
    }

    @Test("A query matches the beginning of first name, last name, email or external ID, folded", arguments: [
        ("ÅS", ["u1"]), ("ros", ["u1", "u2"]), ("BEA@", ["u2"]), ("Hr-", ["u2", "u3"]), ("hr-X", ["u3"]), ("ssi", []), ("", ["u1", "u2", "u3"]), ("%", []),
    ])
    func query(text: String, expected: [String]) throws {
        let store = try memoryStore()
        try store.write { writing in
            _ = try writing.insert(person("Åsa", "Rossi"), now: noon)
            _ = try writing.insert(person("Bea", "Rosso", externalID: "hr-1", email: "bea@example.com"), now: noon)
            _ = try writing.insert(person("Cora", "Verdi", externalID: "HR-x9"), now: noon)
        }
        #expect(try store.read { try $0.users(query: text, limit: 10).items.map(\.id) } == expected)
    }

    @Test("Users are listed by role, by prefix, and by whether an integration manages them")
    func filters() throws {
        let store = try memoryStore()
        try store.write { writing in
            _ = try writing.insert(integration("HR", prefix: "hr-"))
            var boss = person("Ada")
            boss.role = .administrator
            _ = try writing.insert(boss, now: noon)
            _ = try writing.insert(person("Bea", externalID: "hr-1"), now: noon)
            _ = try writing.insert(person("Cora", externalID: "other-1"), now: noon)
        }
        try store.read { reading throws in
            #expect(try reading.users(role: .administrator, limit: 9).items.map(\.id) == ["u1"])
            #expect(try reading.users(prefix: "hr-", limit: 9).items.map(\.id) == ["u2"])
            #expect(try reading.users(managed: true, limit: 9).items.map(\.id) == ["u2"])
            #expect(try reading.users(managed: false, limit: 9).items.map(\.id) == ["u1", "u3"])
            #expect(try reading.users(roles: [.administrator, .employee]).map(\.id) == ["u1", "u2", "u3"])
            #expect(try reading.managedCount() == 1)
        }
    }

    @Test("R-LIFE-3 Who participates is counted by the day")
    func participating() throws {
        let store = try memoryStore()
        let today = try #require(Day("2027-01-15"))
        try store.write { writing in
            for (on, start) in [(true, nil), (true, today), (true, today.adding(days: 1)), (false, nil), (false, today), (false, today.adding(days: 1))] {
                var user = person("Ada")
                user.participation = User.Participation(on: on, startDate: start)
                _ = try writing.insert(user, now: noon)
            }
        }
        #expect(try store.read { try $0.participatingCount(today: today) } == 2)
        #expect(try store.read { try $0.participatingCount(today: today.adding(days: 1)) } == 3)
    }
}
