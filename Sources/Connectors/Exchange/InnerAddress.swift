import Foundation

/// Addresses that are not the public internet: loopback, private, link-local, and whatever else leads inside (IANA special-purpose registries).
enum InnerAddress {
    /// An address that is none at all counts as inner.
    static func contains(_ text: String) -> Bool {
        if let bytes = bytes(text, AF_INET, 4) { return isInner4(bytes) }
        if let bytes = bytes(text, AF_INET6, 16) { return isInner6(bytes) }
        return true
    }

    private static func bytes(_ text: String, _ family: Int32, _ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        // Without a zone such as %eth0.
        let address = text.prefix { $0 != "%" }
        return inet_pton(family, String(address), &bytes) == 1 ? bytes : nil
    }

    private static func isInner4(_ b: [UInt8]) -> Bool {
        switch (b[0], b[1]) {
        case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (100, 64...127), (198, 18...19): true
        case (192, 0): b[2] == 0 || b[2] == 2
        case (198, 51): b[2] == 100
        case (203, 0): b[2] == 113
        case (224..., _): true
        default: false
        }
    }

    private static func isInner6(_ b: [UInt8]) -> Bool {
        let isZero = b[0..<10].allSatisfy { $0 == 0 }
        // ::, ::1, IPv4-compatible, and IPv4-mapped addresses.
        if isZero, b[10] == 0xFF, b[11] == 0xFF { return isInner4(Array(b[12...])) }
        if isZero, b[10] == 0, b[11] == 0 { return true }
        if b[0] == 0, b[1] == 0x64, b[2] == 0xFF, b[3] == 0x9B { return b[4...].prefix(8).contains { $0 != 0 } || isInner4(Array(b[12...])) }
        if b[0] == 0x20, b[1] == 0x02 { return isInner4(Array(b[2..<6])) }
        // Only 2000::/3 is the public internet; in it Teredo and the documentation's range are not.
        if b[0] & 0xE0 != 0x20 { return true }
        return b[0] == 0x20 && b[1] == 0x01 && (b[2] == 0x0D && b[3] == 0xB8 || b[2] == 0 && b[3] == 0)
    }
}
