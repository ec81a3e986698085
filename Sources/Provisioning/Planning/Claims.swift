/// The addresses, or kiosk codes, that employees want and do not have. A text is known by its fingerprint, which two share as little as two records.
struct Claims {
    struct Claim {
        let key: Fingerprint
        /// Among the wanted, in whose order they are.
        let person: Int32
        /// The number of the user who has it; -1: nobody.
        let holder: Int
    }

    private(set) var all: [Claim] = []
    /// Users who want to leave what they have for it, by number.
    private(set) var leavers = NumberSet()
    /// By person, what such a user has.
    private(set) var leaving: [Int32: Fingerprint] = [:]
    private let fingerprints: FingerprintKey

    init(_ fingerprints: FingerprintKey) { self.fingerprints = fingerprints }

    mutating func add(_ text: String, by person: Int, holder: Int?) {
        all.append(Claim(key: fingerprint(text), person: Int32(person), holder: holder ?? -1))
    }

    /// The user of the person leaves what it has, if it has something.
    mutating func leave(_ text: String?, of number: Int, _ person: Int) {
        leavers.insert(number)
        if let text { leaving[Int32(person)] = fingerprint(text) }
    }

    private func fingerprint(_ text: String) -> Fingerprint {
        var text = text
        return text.withUTF8 { fingerprints.fingerprint(of: $0.span.bytes) }
    }
}

/// The first of those who claim the same: places of claims by their key, in a table at most half full.
struct ClaimTable {
    private var slots: [Int32]

    init(_ count: Int) {
        var size = 4
        while size < count * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
    }

    /// The claim that was inserted before under the same key; nil: none was, and now this one is.
    mutating func insert(_ place: Int, of claims: [Claims.Claim]) -> Int? {
        let (slot, found) = find(claims[place].key, claims)
        if let found { return found }
        slots[slot] = Int32(place)
        return nil
    }

    func place(of key: Fingerprint, in claims: [Claims.Claim]) -> Int? { find(key, claims).place }

    private func find(_ key: Fingerprint, _ claims: [Claims.Claim]) -> (slot: Int, place: Int?) {
        var slot = Int(truncatingIfNeeded: key.first) & (slots.count - 1)
        while slots[slot] >= 0 {
            if claims[Int(slots[slot])].key == key { return (slot, Int(slots[slot])) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return (slot, nil)
    }
}
