import JSON

/// Finds which member of an employee a name means, without making a text of it: some thirty names are looked up for each of a million employees.
struct MemberTable {
    private let names: [[UInt8]]
    /// Places in `names` by the name's hash, and -1; at most half of them are taken.
    private var slots: [Int16]

    init(_ names: [String]) {
        self.names = names.map { Array($0.utf8) }
        var size = 4
        while size < names.count * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        for (place, name) in self.names.enumerated() {
            var slot = Self.hash(name) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = Int16(place)
        }
    }

    /// nil: none of the names.
    func place(of member: JSONView.Member) -> Int? {
        if let name = member.plainName { place(of: name) } else { place(of: Array(member.name.utf8)) }
    }

    private func place(of name: some RandomAccessCollection<UInt8>) -> Int? {
        var slot = Self.hash(name) & (slots.count - 1)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if names[place].elementsEqual(name) { return place }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// FNV-1a.
    private static func hash(_ name: some Collection<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
