import Provisioning
import Testing

@testable import Connectors

@Suite struct DemoTests {
    static let days: [Day] = ["2024-01-01", "2024-02-29", "2026-01-05", "2031-12-31", "2080-06-15"].compactMap { Day($0) }

    private func people(_ day: Day) -> [Employee] { DemoCompany.people(on: day) }

    @Test("the same day gives the same people, through the port too", arguments: days) func deterministic(_ day: Day) async throws {
        let connector = try Catalog().connector("demo", ConnectorSetup(authorization: Authorization(kind: .none, fields: [:]), tokens: MemoryTokens(), time: FixedTime(day)))
        #expect(try await connector.snapshot().all() == people(day))
        #expect(try await connector.employee(id: "1001")?.id == "1001")
        #expect(try await connector.employee(id: "1") == nil)
    }

    @Test("about 250 people with ids of their own, names, and everything that the catalogue says is there", arguments: days) func size(_ day: Day) {
        let people = people(day)
        #expect((235...285).contains(people.count), "\(people.count)")
        #expect(Set(people.compactMap(\.id)).count == people.count)
        #expect(people.allSatisfy { $0.fields["first_name"] != nil && $0.fields["last_name"] != nil && $0.fields["department"] != nil })
        #expect(people.contains { $0.emails.isEmpty })
        #expect(people.contains { $0.fields["custom_fields.on_leave"] == .boolean(true) && $0.fields["employment_status"] == .text("active") } || day == DemoCompany.firstDay)
        #expect(people.contains { if case .text(let start)? = $0.fields["employment_start_date"] { start > day.description } else { false } })
        #expect(people.contains { $0.fields["employment_status"] == .text("terminated") } || day == DemoCompany.firstDay)
        #expect(people.allSatisfy { $0.fields["preferred_language"].flatMap { $0.scalarText }.flatMap { LanguageTable.resolve($0, supported: LanguageTable.codes) } != nil })
        #expect(people.flatMap(\.emails).allSatisfy { EmailAddress.isValid($0.address) && $0.address.utf8.allSatisfy { $0 < 0x80 } })
    }

    @Test("one address belongs to two people, every other to one", arguments: days) func addresses(_ day: Day) {
        let addresses = people(day).flatMap(\.emails).map { Text.fold($0.address) }
        let counts = Dictionary(addresses.map { ($0, 1) }, uniquingKeysWith: +)
        #expect(counts.filter { $0.value > 1 } == ["reception@demo.example": 2])
    }

    @Test("managers are a tree of four or five levels below one root", arguments: days) func tree(_ day: Day) {
        let people = people(day)
        let boss = Dictionary(uniqueKeysWithValues: people.map { ($0.id ?? "", $0.fields["manager.id"]?.scalarText) })
        #expect(boss.values.filter { $0 == nil }.count == 1)
        var deepest = 0
        for id in boss.keys {
            var level = 1, current = id
            while let next = boss[current] ?? nil, level < 10 {
                #expect(boss[next] != nil, "a manager who is not delivered")
                current = next
                level += 1
            }
            deepest = max(deepest, level)
        }
        #expect((4...5).contains(deepest))
    }

    @Test("from day to day a handful changes; in 60 days everything happens", arguments: days) func changes(_ first: Day) {
        var joined = 0, gone = 0, moved = 0, renamed = 0, ended = 0, handsOn = 0
        var before = Dictionary(uniqueKeysWithValues: people(first).map { ($0.id ?? "", $0) })
        for offset in 1...60 {
            let after = Dictionary(uniqueKeysWithValues: people(first.adding(days: offset)).map { ($0.id ?? "", $0) })
            let same = after.filter { before[$0.key] == $0.value }.count
            let changes = max(before.count, after.count) - same
            #expect(changes <= 30, "\(first.adding(days: offset))")
            handsOn += changes
            joined += after.keys.filter { before[$0] == nil }.count
            gone += before.keys.filter { after[$0] == nil }.count
            for (id, old) in before {
                guard let new = after[id] else { continue }
                if old.fields["department"] != new.fields["department"] { moved += 1 }
                if old.fields["last_name"] != new.fields["last_name"] { renamed += 1 }
                if old.fields["employment_status"] != new.fields["employment_status"] { ended += 1 }
            }
            before = after
        }
        #expect((10...90).contains(joined), "\(joined)")
        #expect(ended >= 10)
        #expect(gone >= 1)
        #expect(moved >= 1)
        #expect(renamed >= 1)
        #expect(handsOn < 60 * 10, "\(handsOn)")
    }

    @Test("nobody starts on a weekend after the first day") func workingDays() {
        for person in people(DemoCompany.firstDay.adding(days: 900)) {
            guard case .text(let text)? = person.fields["employment_start_date"], let start = Day(text) else { continue }
            #expect((Int(start.number) + 3) % 7 < 5)  // 1970-01-01 was a Thursday.
        }
    }
}
