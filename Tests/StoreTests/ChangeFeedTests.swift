import Provisioning
import Store
import Testing

@Suite struct ChangeFeedTests {
    /// The same numbers on every machine (Knuth's MMIX generator).
    struct Generator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    @Test("R-USR-2 A host that applies all changes has the same directory", arguments: [1, 2, 3] as [UInt64])
    func replay(seed: UInt64) throws {
        var random = Generator(state: seed)
        let store = try memoryStore()
        try store.write { try $0.insert(Attribute(key: "manager", name: "Manager", type: .user)) }
        var mirror: [String: User] = [:]
        var since: Int64 = 0
        for step in 0..<120 {
            try store.write { writing in
                let users = try writing.users(limit: 1000).items
                switch Int.random(in: 0..<10, using: &random) {
                case 0..<5: _ = try writing.insert(person("P\(step)", email: "p\(step)@example.com"), now: noon)
                case 5..<8:
                    guard var user = users.randomElement(using: &random), let target = users.randomElement(using: &random), target.id != user.id else { return }
                    user.lastName = "L\(step)"
                    user.attributes["manager"] = .users([target.id])
                    _ = try writing.update(user, now: noon)
                default:
                    guard let user = users.randomElement(using: &random) else { return }
                    try writing.deleteUser(id: user.id, now: noon)
                }
            }
            guard step % 7 == 0 || step == 119 else { continue }
            var seen: Set<String> = []
            var last = since
            while true {
                let part = try store.read { try $0.changes(since: since, limit: 3) }
                for change in part.changes {
                    #expect(change.sequence > last)
                    last = change.sequence
                    switch change {
                    case .changed(let user):
                        #expect(seen.insert(user.id).inserted)
                        mirror[user.id] = user
                    case .deleted(let id, _):
                        #expect(seen.insert(id).inserted)
                        mirror[id] = nil
                    }
                }
                since = part.next
                if !part.more { break }
            }
            let directory = try store.read { try $0.users(limit: 1000).items }
            #expect(mirror == Dictionary(uniqueKeysWithValues: directory.map { ($0.id, $0) }))
        }
        #expect(try store.check() == [])
    }

    @Test("R-USR-4 References to a deleted user go with it, and who held them counts as changed")
    func references() throws {
        let store = try memoryStore()
        try store.write { writing in
            try writing.insert(Attribute(key: "manager", name: "Manager", type: .user))
            for name in ["Ada", "Bea", "Cora", "Dora"] { _ = try writing.insert(person(name), now: noon) }
            for id in ["u2", "u3"] {
                var user = try #require(try writing.user(id: id))
                user.attributes["manager"] = .users(id == "u2" ? ["u1"] : ["u4", "u1"])
                _ = try writing.update(user, now: noon)
            }
        }
        let before = try store.read { try $0.lastSequence() }
        let later = noon.adding(seconds: 60)
        let changed = try store.write { try $0.deleteUsers(ids: ["u1", "u2"], now: later) }
        #expect(changed.map(\.id) == ["u3"])
        #expect(changed.first?.attributes["manager"] == .users(["u4"]))
        #expect(changed.first?.updatedAt == later)
        let feed = try store.read { try $0.changes(since: before, limit: 10) }
        #expect(feed.changes == [.deleted(id: "u1", sequence: before + 1), .deleted(id: "u2", sequence: before + 2), .changed(changed[0])])
    }

    @Test("R-PLAN-5 Users can pass addresses, external IDs and codes among each other in a ring")
    func ring() throws {
        let store = try memoryStore()
        let users = try store.write { writing in
            try (0..<3).map { index in
                var user = person("P\(index)", externalID: "hr-\(index)", email: "\(index)@example.com")
                user.kioskCode = "\(index)"
                return try writing.insert(user, now: noon)
            }
        }
        var moved = users
        for index in 0..<3 {
            moved[index].email = users[(index + 1) % 3].email
            moved[index].externalID = users[(index + 2) % 3].externalID
            moved[index].kioskCode = users[(index + 1) % 3].kioskCode
        }
        try store.write { _ = try $0.update(moved, now: noon) }
        let found = try store.read { try $0.users(limit: 9).items }
        #expect(found.map(\.email) == moved.map(\.email))
        #expect(found.map(\.externalID) == moved.map(\.externalID))
        #expect(found.map(\.kioskCode) == moved.map(\.kioskCode))
    }

    @Test("R-RES-6 A restored user has its id again, and no tombstone")
    func restore() throws {
        let store = try memoryStore()
        let user = try store.write { try $0.insert(person("Ada"), now: noon) }
        try store.write { try $0.deleteUser(id: user.id, now: noon) }
        let next = try store.write { try $0.insert(person("Bea"), now: noon) }
        #expect(next.id == "u2")
        let restored = try store.write { try $0.restore(user, now: noon.adding(seconds: 1)) }
        #expect(restored.id == user.id)
        #expect(restored.createdAt == user.createdAt)
        #expect(try store.read { try $0.changes(since: 0, limit: 10).changes } == [.changed(next), .changed(restored)])
        #expect(throws: StoreError.self) { try store.write { try $0.restore(user, now: noon) } }
    }

    @Test("An error takes everything back and comes out as it is")
    func rollback() throws {
        struct Own: Error {}
        let store = try memoryStore()
        #expect(throws: Own.self) {
            try store.write { writing in
                _ = try writing.insert(person("Ada"), now: noon)
                throw Own()
            }
        }
        #expect(try store.read { try $0.userCount() } == 0)
        #expect(try store.read { try $0.lastSequence() } == 0)
    }
}
