import Provisioning
import Store
import Testing

@Suite struct SegmentTests {
    /// Two segments, s1 of u1 and u2, s2 of u3, and an attribute of another type.
    func company() throws -> Store {
        let store = try memoryStore()
        try store.write { writing in
            try writing.insert(Attribute(key: "city", name: "City", type: .choice))
            try writing.insert(Attribute(key: "hired", name: "Hired", type: .date))
            try writing.insertSegment(attribute: "city", name: "Rome", aliases: ["Roma"])
            try writing.insertSegment(attribute: "city", name: "Turin", aliases: ["Torino"])
            for (name, city) in [("Ada", "Rome"), ("Bea", "Rome"), ("Cora", "Turin")] {
                var user = person(name)
                user.attributes = ["city": .choice(city), "hired": .date(Day(number: 20_000))]
                _ = try writing.insert(user, now: noon)
            }
        }
        return store
    }

    @Test("R-SEG-1 Keys, names, segments and aliases are unique, segments case-sensitively and within their attribute")
    func uniqueness() throws {
        let store = try company()
        try store.write { try $0.insert(Attribute(key: "site", name: "Site", type: .choice)) }
        #expect(throws: StoreError.taken(.key)) { try store.write { try $0.insert(Attribute(key: "city", name: "Town", type: .date)) } }
        #expect(throws: StoreError.taken(.name)) { try store.write { try $0.insert(Attribute(key: "town", name: "City", type: .date)) } }
        #expect(throws: StoreError.taken(.name)) { try store.write { try $0.insertSegment(attribute: "city", name: "Roma") } }
        #expect(throws: StoreError.taken(.name)) { try store.write { try $0.insertSegment(attribute: "city", name: "Milan", aliases: ["Turin"]) } }
        try store.write { writing in
            try writing.insertSegment(attribute: "city", name: "rome")
            try writing.insertSegment(attribute: "site", name: "Rome")
        }
        #expect(try store.read { try $0.segmentCounts() } == ["city": 3, "site": 1])
        #expect(try store.read { try $0.spellings(attribute: "city") } == ["Rome": "Rome", "Roma": "Rome", "Turin": "Turin", "Torino": "Turin", "rome": "rome"])
    }

    @Test("Segments are listed with the number of their users")
    func list() throws {
        let store = try company()
        let all = try store.read { try $0.segments(attribute: "city") }
        #expect(all.items.map(\.users) == [2, 1])
        #expect(all.items.map(\.segment) == [
            Segment(id: "s1", attribute: "city", name: "Rome", aliases: ["Roma"]), Segment(id: "s2", attribute: "city", name: "Turin", aliases: ["Torino"]),
        ])
        let page = try store.read { try $0.segments(attribute: "city", limit: 1) }
        #expect(page.items.map(\.segment.id) == ["s1"])
        #expect(try store.read { try $0.segments(attribute: "city", after: try #require(page.next), limit: 1) }.items.map(\.segment.id) == ["s2"])
    }

    @Test("A renamed segment is renamed at its users, who count as changed")
    func rename() throws {
        let store = try company()
        let before = try store.read { try $0.lastSequence() }
        try store.write { try $0.update(Segment(id: "s1", attribute: "city", name: "Roma", aliases: ["Rome"]), now: noon) }
        #expect(try store.read { try $0.user(id: "u1") }?.attributes["city"] == .choice("Roma"))
        #expect(try store.read { try $0.changes(since: before, limit: 9).changes.count } == 2)
        #expect(try store.read { try $0.segment(attribute: "city", spelled: "Rome") }?.id == "s1")
    }

    @Test("R-SEG-3 Merging moves users, name and aliases")
    func merge() throws {
        let store = try company()
        let before = try store.read { try $0.lastSequence() }
        #expect(try store.write { try $0.mergeSegment("s1", into: "s2", now: noon) } == 2)
        #expect(try store.read { try $0.segments(attribute: "city").items } == [
            SegmentUse(segment: Segment(id: "s2", attribute: "city", name: "Turin", aliases: ["Torino", "Rome", "Roma"]), users: 3)
        ])
        #expect(try store.read { try $0.user(id: "u1") }?.attributes["city"] == .choice("Turin"))
        #expect(try store.read { try $0.changes(since: before, limit: 9).changes.count } == 2)
        #expect(try store.check() == [])
    }

    @Test("R-SEG-4 A deleted segment or attribute takes its values along")
    func delete() throws {
        let store = try company()
        let before = try store.read { try $0.lastSequence() }
        #expect(try store.write { try $0.deleteSegment(id: "s1", now: noon) } == 2)
        #expect(try store.read { try $0.user(id: "u1") }?.attributes == ["hired": .date(Day(number: 20_000))])
        #expect(try store.read { try $0.lastSequence() } == before + 2)
        #expect(try store.write { try $0.deleteAttribute(key: "city", now: noon) } == 1)
        #expect(try store.write { try $0.deleteAttribute(key: "hired", now: noon) } == 3)
        #expect(try store.read { try $0.user(id: "u3") }?.attributes == [:])
        #expect(try store.read { try $0.attributes() } == [])
        #expect(try store.check() == [])
    }

    @Test("A user can be given only values that its attributes can have")
    func values() throws {
        let store = try company()
        let wrong: [[String: AttributeValue]] = [
            ["city": .choice("Milan")], ["city": .number(1)], ["hired": .choice("Rome")], ["nothing": .number(1)], ["city": .users(["u1"])],
        ]
        for attributes in wrong {
            var user = person("Dora")
            user.attributes = attributes
            #expect(throws: StoreError.self) { try store.write { try $0.insert(user, now: noon) } }
        }
        #expect(try store.read { try $0.userCount() } == 3)
    }
}
