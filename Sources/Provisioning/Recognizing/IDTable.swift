/// Finds people by their ids: four bytes for each, in a table at most half full.
struct IDTable {
    private var slots: [Int32] = Array(repeating: -1, count: 64)
    private var count = 0
    private let key: FingerprintKey

    /// `key`: so that nobody can choose ids that all fall on one place.
    init(key: FingerprintKey) { self.key = key }

    /// The place of somebody of the same id who was inserted before; nil: nobody was, and now this one is.
    mutating func insert(_ place: Int, in spool: EmployeeSpool) -> Int? {
        if count * 2 >= slots.count { grow(spool) }
        let (slot, found) = spool.withID(place) { self.slot(of: $0, in: spool) }
        if let found { return found }
        slots[slot] = Int32(place)
        count += 1
        return nil
    }

    func place(of id: String, in spool: EmployeeSpool) -> Int? {
        var id = id
        return id.withUTF8 { slot(of: $0, in: spool).place }
    }

    private func slot(of id: UnsafeBufferPointer<UInt8>, in spool: EmployeeSpool) -> (slot: Int, place: Int?) {
        var slot = hash(id)
        while slots[slot] >= 0 {
            let place = Int(slots[slot])
            if spool.withID(place, { $0.count == id.count && $0.elementsEqual(id) }) { return (slot, place) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return (slot, nil)
    }

    private func hash(_ id: UnsafeBufferPointer<UInt8>) -> Int {
        Int(truncatingIfNeeded: key.fingerprint(of: id.span.bytes).first) & (slots.count - 1)
    }

    private mutating func grow(_ spool: EmployeeSpool) {
        let places = slots.filter { $0 >= 0 }
        slots = Array(repeating: -1, count: slots.count * 2)
        for place in places {
            var slot = spool.withID(Int(place), hash)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = place
        }
    }
}
