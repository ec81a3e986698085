/// Puts many people in external ID order.
enum ExternalIDOrder {
    /// Ids of up to 18 digits, which are most, are compared as numbers; only where that leaves two alike, or for other ids, are texts made of them.
    private struct Key {
        var number: UInt64
        var place: Int32
    }

    static func sorted(_ places: [Int32], of spool: EmployeeSpool) -> [Int32] {
        var keys = places.map { place in Key(number: spool.withID(Int(place), number), place: place) }
        func precedes(_ left: Key, _ right: Key) -> Bool {
            if left.number != right.number { return left.number < right.number }
            return precedesInExternalIDOrder(spool.id(Int(left.place)) ?? "", spool.id(Int(right.place)) ?? "")
        }
        // An HRIS that delivers by id, as most do, has done the work.
        if zip(keys, keys.dropFirst()).allSatisfy({ precedes($0, $1) }) { return places }
        keys.sort(by: precedes)
        return keys.map(\.place)
    }

    /// The greatest number stands for whatever is no number, or too big a one: these come later.
    private static func number(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
        if id.isEmpty { return .max }
        var number: UInt64 = 0
        for byte in id {
            guard byte >= 0x30, byte <= 0x39 else { return .max }
            let (product, isTooBig) = number.multipliedReportingOverflow(by: 10)
            if isTooBig || product > UInt64.max - 10 { return .max }
            number = product + UInt64(byte - 0x30)
        }
        return number
    }
}
