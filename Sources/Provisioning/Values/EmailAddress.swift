/// An address as R-MAP-3 judges it.
public enum EmailAddress {
    /// Exactly one `@` with something on both sides, no white space or control characters, at most 254 bytes.
    public static func isValid(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count <= 254, let at = bytes.firstIndex(of: UInt8(ascii: "@")), at != bytes.startIndex, bytes.index(after: at) != bytes.endIndex,
            !bytes[bytes.index(after: at)...].contains(UInt8(ascii: "@"))
        else { return false }
        if bytes.allSatisfy({ (0x21...0x7E).contains($0) }) { return true }
        return text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.properties.generalCategory != .control }
    }
}
