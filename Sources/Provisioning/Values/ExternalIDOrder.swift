/// External ID order: ids of ASCII digits only come first, by number, ties by bytes; then all others by UTF-8 bytes.
///
/// `left` and `right` are employee ids of one integration (its prefix is the same for all).
public func precedesInExternalIDOrder(_ left: String, _ right: String) -> Bool {
    let a = left.utf8, b = right.utf8
    switch (isNumber(a), isNumber(b)) {
    case (true, false): return true
    case (false, true): return false
    case (false, false): return a.lexicographicallyPrecedes(b)
    case (true, true):
        let x = a.drop { $0 == 0x30 }, y = b.drop { $0 == 0x30 }
        if x.count != y.count { return x.count < y.count }
        if !x.elementsEqual(y) { return x.lexicographicallyPrecedes(y) }
        return a.lexicographicallyPrecedes(b)
    }
}

private func isNumber(_ bytes: String.UTF8View) -> Bool { !bytes.isEmpty && bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
