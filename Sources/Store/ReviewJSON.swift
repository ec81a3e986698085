import JSON
import Provisioning

/// What a test keeps beside its rows, as it is stored; the guarded rows lie in a table of their own.
enum ReviewJSON {
    static func encode(_ review: Review) -> String {
        let basis = review.basis, marks = review.marks
        let value: JSONValue = [
            "store": .string(basis.store), "day": .string(basis.day.description), "revision": JSONValue(basis.revision), "account": .string(basis.account),
            "attributes": texts(basis.attributes), "segments": texts(basis.segments), "sequence": JSONValue(Int(basis.sequence)), "users": names(basis.users),
            "hold": names(marks.hold), "release": names(marks.release), "guard": sets(marks.guardFields), "unguard": sets(marks.unguardFields),
        ]
        return value.text
    }

    static func decode(_ text: String, guarded: [Row]) throws(StoreError) -> Review {
        let value = try JSONText.parse(text)
        guard let store = value["store"]?.string, let day = value["day"]?.string.flatMap({ Day($0) }), let revision = value["revision"]?.int,
            let account = value["account"]?.string, let sequence = value["sequence"]?.int
        else { throw .damaged("What a test was based on cannot be read.") }
        let basis = Review.Basis(
            store: store, day: day, revision: revision, account: account, attributes: texts(value["attributes"]), segments: texts(value["segments"]),
            sequence: Int64(sequence), users: names(value["users"]))
        var marks = Marks()
        marks.hold = names(value["hold"])
        marks.release = names(value["release"])
        marks.guardFields = sets(value["guard"])
        marks.unguardFields = sets(value["unguard"])
        return Review(basis: basis, marks: marks, guarded: guarded)
    }

    private static func names(_ names: Set<String>) -> JSONValue { .array(names.sorted().map { .string($0) }) }
    private static func names(_ value: JSONValue?) -> Set<String> { Set(value?.array?.compactMap(\.string) ?? []) }

    private static func object(_ members: [(name: String, value: JSONValue)]) -> JSONValue { .object(JSONObject(members.sorted { $0.name < $1.name })) }
    private static func texts(_ texts: [String: String]) -> JSONValue { object(texts.map { ($0.key, .string($0.value)) }) }
    private static func sets(_ sets: [String: Set<String>]) -> JSONValue { object(sets.map { ($0.key, names($0.value)) }) }

    private static func texts(_ value: JSONValue?) -> [String: String] {
        var texts: [String: String] = [:]
        for member in value?.object?.members ?? [] { texts[member.name] = member.value.string }
        return texts
    }

    private static func sets(_ value: JSONValue?) -> [String: Set<String>] {
        var sets: [String: Set<String>] = [:]
        for member in value?.object?.members ?? [] { sets[member.name] = names(member.value) }
        return sets
    }
}
