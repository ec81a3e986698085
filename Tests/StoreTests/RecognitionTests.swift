import Foundation
import GRDB
import Provisioning
import Store
import Testing

@Suite struct RecognitionTests {
    private func recognition(_ count: Int, epoch: String = "e", sequence: Int64 = 7) -> Recognition {
        let shapes = [
            Recognition.Shape(paths: ["emails", "id"], having: ["team"], participates: true), Recognition.Shape(paths: [], exclusion: .filtered),
        ]
        let entries = (0..<count).compactMap { index in
            Recognition.Entry(Fingerprint(first: UInt64(index) << 40, second: UInt64(index)), number: index + 1, shape: index % 2, until: Day(number: Int32(index)))
        }
        return Recognition(
            key: FingerprintKey(words: [1, 2, 3, .max]), epoch: Fingerprint(ofSettings: epoch), day: Day(number: 20_000), sequence: sequence, shapes: shapes, entries: entries)
    }

    @Test("what a sync found settled is found again, whole, by its epoch alone") func roundTrip() throws {
        let store = try memoryStore()
        let id = try store.write { try $0.insert(integration("A", prefix: "a-")).id }
        for count in [0, 1, 3, 40_000] {
            let known = recognition(count)
            try store.write { try $0.set(integration: id, known) }
            let found = try #require(try store.read { try $0.recognition(integration: id, epoch: known.epoch) })
            #expect(found.key == known.key && found.day == known.day && found.sequence == known.sequence && found.shapes == known.shapes)
            #expect(entries(found) == entries(known))
            #expect(try store.read { try $0.recognition(integration: id, epoch: Fingerprint(ofSettings: "other")) } == nil)
        }
        try store.write { try $0.set(integration: id, nil) }
        #expect(try store.read { try $0.recognition(integration: id, epoch: recognition(0).epoch) } == nil)
    }

    private func entries(_ recognition: Recognition) -> [Recognition.Entry] {
        var all: [Recognition.Entry] = []
        recognition.parts(of: 7) { (_, part) throws(Never) in all += part }
        return all
    }

    @Test("R-USR-2 every way to write a user is a change that is heard of") func everyWriteIsHeard() throws {
        let store = try memoryStore()
        let (ann, bo) = try store.write { writing in
            try writing.insert(Attribute(key: "boss", name: "Boss", type: .user))
            try writing.insert(Attribute(key: "team", name: "Team", type: .choice))
            try writing.insertSegment(attribute: "team", name: "Red")
            var bo = person("Bo")
            bo.attributes["team"] = .choice("Red")
            bo = try writing.insert(bo, now: noon)
            var ann = person("Ann")
            ann.attributes["boss"] = .users([bo.id])
            return (try writing.insert(ann, now: noon), bo)
        }
        func heard(_ change: (Writing) throws -> Void) throws -> Set<String> {
            try store.write { writing in
                let start = try writing.lastSequence()
                try change(writing)
                let changed = try writing.numbersChanged(since: start)
                return Set([ann.id, bo.id].filter { writing.number(ofUser: $0).map(changed.contains) ?? false })
            }
        }
        #expect(try heard { _ = try $0.update(ann, now: noon) } == [ann.id])
        #expect(try heard { try $0.update(Segment(id: "s1", attribute: "team", name: "Blue"), now: noon) } == [bo.id])
        #expect(try heard { try $0.deleteSegment(id: "s1", now: noon) } == [bo.id])
        #expect(try store.read { try $0.referrers(toNumber: $0.number(ofUser: bo.id) ?? 0) } == [store.read { $0.number(ofUser: ann.id) }])
        #expect(try heard { try $0.deleteUser(id: bo.id, now: noon) } == [ann.id, bo.id])
    }

    @Test("a database of the version before recognition is brought to today's, with all that is in it") func migratesTheOneBefore() throws {
        let files = try TemporaryStore()
        var store = try files.open()
        let user = try store.write { writing in
            _ = try writing.insert(integration("A", prefix: "a-"))
            return try writing.insert(person("Ann", externalID: "a-1"), now: noon)
        }
        try store.close()
        try sqlite(files.path, "DROP TABLE recognition_part; DROP TABLE recognition; DELETE FROM grdb_migrations WHERE identifier > '2'")
        store = try files.open()
        #expect(try store.read { try $0.user(id: user.id) } == user)
        #expect(try store.read { try $0.recognition(integration: "i1", epoch: Fingerprint(ofSettings: "")) } == nil)
        try store.write { try $0.set(integration: "i1", recognition(3)) }
        try store.close()
    }
}
