/// The members of a JSON object in their order. Names are compared byte for byte.
public struct JSONObject: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    public private(set) var members: [(name: String, value: JSONValue)] = []

    public init() {}

    /// A repeated name keeps the last value.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self.init(members.map { (name: $0.0, value: $0.1) })
    }

    /// A repeated name keeps its first place and its last value.
    public init(_ members: [(name: String, value: JSONValue)]) {
        self.members.reserveCapacity(members.count)
        // A search per member would be slow for an object of a million names.
        var places: [[UInt8]: Int] = [:]
        for member in members {
            if members.count <= 16 {
                self[member.name] = member.value
            } else if let place = places.updateValue(self.members.count, forKey: Array(member.name.utf8)) {
                places[Array(member.name.utf8)] = place
                self.members[place].value = member.value
            } else {
                self.members.append(member)
            }
        }
    }

    public var count: Int { members.count }
    public var isEmpty: Bool { members.isEmpty }
    public var names: [String] { members.map(\.name) }

    /// nil: there is no such member. Setting nil removes it, a new one goes to the end.
    public subscript(name: String) -> JSONValue? {
        get { place(of: name).map { members[$0].value } }
        set {
            switch (place(of: name), newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append((name, value))
            case (nil, nil): break
            }
        }
    }

    private func place(of name: String) -> Int? {
        members.firstIndex { $0.name.utf8.count == name.utf8.count && $0.name.utf8.elementsEqual(name.utf8) }
    }

    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.members.count == right.members.count
            && zip(left.members, right.members).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    }
}
