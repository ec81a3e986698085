/// The ids that leave the store: a letter for the kind, then the number of the row.
enum Identifier: Character {
    case user = "u"
    case integration = "i"
    case run = "r"
    case segment = "s"
    case notification = "n"

    func text(_ row: Int64) -> String { "\(rawValue)\(row)" }

    /// nil: not an id of this kind, so nothing can have it. `u07`, `u+7` and `U7` are not ids.
    func row(_ id: String) -> Int64? {
        let digits = id.utf8.dropFirst()
        guard id.utf8.first == rawValue.asciiValue, let first = digits.first, first != UInt8(ascii: "0"),
            digits.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
        else { return nil }
        return Int64(id.dropFirst())
    }

    /// For something to be stored that refers to `id`.
    func required(_ id: String) throws(StoreError) -> Int64 {
        guard let row = row(id) else { throw .notFound(id) }
        return row
    }
}

/// Part of a list, in the list's order.
public struct Listing<Item: Sendable>: Sendable {
    public var items: [Item]
    /// The position after which the list goes on; nil: this is its end.
    public var next: Int64?

    public init(items: [Item], next: Int64? = nil) {
        self.items = items
        self.next = next
    }
}

extension Listing {
    /// Of one row more than asked for, to see whether there is more.
    init(_ rows: [(position: Int64, item: Item)], limit: Int) {
        items = rows.prefix(limit).map(\.item)
        next = rows.count > limit ? rows[limit - 1].position : nil
    }
}
