/// A value inside a `JSONDocument`, which it keeps alive.
public struct JSONView: Sendable {
    public enum Kind: Sendable {
        case null, bool, number, string, array, object
    }

    let storage: JSONDocument.Storage
    let index: Int

    private var token: JSONToken { storage.tokens[index] }

    public var kind: Kind {
        switch token.kind {
        case .null: .null
        case .false, .true: .bool
        case .number: .number
        case .plainString, .escapedString: .string
        case .array: .array
        case .object: .object
        }
    }

    public var isNull: Bool { token.kind == .null }

    public var bool: Bool? {
        switch token.kind {
        case .true: true
        case .false: false
        default: nil
        }
    }

    public var number: JSONNumber? {
        token.kind == .number ? JSONNumber(checked: String(decoding: raw, as: UTF8.self)) : nil
    }

    public var string: String? {
        switch token.kind {
        case .plainString: String(decoding: raw, as: UTF8.self)
        case .escapedString: String(decoding: JSONText.unescaped(raw.span), as: UTF8.self)
        default: nil
        }
    }

    /// The bytes as they were written; of a string, what stands between the quotes (`hasEscapes` tells whether that is its text).
    public var raw: ArraySlice<UInt8> { storage.bytes[token.range] }

    /// Whether this is a string written with escapes.
    public var hasEscapes: Bool { token.kind == .escapedString }

    /// Elements of an array or members of an object, counted by walking; 0 for other kinds.
    public var count: Int {
        switch token.kind {
        case .array: elements.reduce(0) { count, _ in count + 1 }
        case .object: members.reduce(0) { count, _ in count + 1 }
        default: 0
        }
    }

    /// The elements of an array; none for other kinds.
    public var elements: Elements {
        Elements(storage: storage, position: index + 1, end: token.kind == .array ? Int(token.next) : 0)
    }

    /// The members of an object in their order, repeated names too; none for other kinds.
    public var members: Members {
        Members(storage: storage, position: index + 1, end: token.kind == .object ? Int(token.next) : 0)
    }

    /// The member of that name, the last one if it is repeated; nil also if this is no object.
    public subscript(name: String) -> JSONView? {
        var found: JSONView?
        for member in members where member.isNamed(name) { found = member.value }
        return found
    }

    public var value: JSONValue {
        switch token.kind {
        case .null: .null
        case .false: .bool(false)
        case .true: .bool(true)
        case .number: .number(JSONNumber(checked: String(decoding: raw, as: UTF8.self)))
        case .plainString, .escapedString: .string(string ?? "")
        case .array: .array(elements.map(\.value))
        case .object: .object(JSONObject(members.map { (name: $0.name, value: $0.value.value) }))
        }
    }

    var next: Int { Int(token.next) }
}

extension JSONView {
    public struct Elements: Sequence, IteratorProtocol, Sendable {
        let storage: JSONDocument.Storage
        var position: Int
        let end: Int

        public mutating func next() -> JSONView? {
            guard position < end else { return nil }
            let view = JSONView(storage: storage, index: position)
            position = view.next
            return view
        }
    }

    public struct Members: Sequence, IteratorProtocol, Sendable {
        let storage: JSONDocument.Storage
        var position: Int
        let end: Int

        public mutating func next() -> Member? {
            guard position < end else { return nil }
            let member = Member(storage: storage, index: position)
            position = member.value.next
            return member
        }
    }

    public struct Member: Sendable {
        let storage: JSONDocument.Storage
        let index: Int

        public var name: String { nameView.string ?? "" }
        public var value: JSONView { JSONView(storage: storage, index: index + 1) }

        /// The bytes of the name; nil: it is written with escapes.
        public var plainName: ArraySlice<UInt8>? {
            let view = nameView
            return view.hasEscapes ? nil : view.raw
        }

        /// Compares byte for byte, without making a `String` of the name.
        public func isNamed(_ other: String) -> Bool {
            let view = nameView
            if view.hasEscapes { return name.utf8.elementsEqual(other.utf8) }
            let raw = view.raw
            return raw.count == other.utf8.count && raw.elementsEqual(other.utf8)
        }

        private var nameView: JSONView { JSONView(storage: storage, index: index) }
    }
}
