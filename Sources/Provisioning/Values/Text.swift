import Foundation

/// Text as the rules compare it.
public enum Text {
    /// Without white space at both ends (Unicode White_Space) and in NFC (R-MAP-2).
    public static func normalized(_ text: String) -> String { composed(trimmed(text)) }

    /// fold(s): trim, NFC, each scalar's uppercase mapping, each scalar's lowercase mapping, NFC; no locale.
    public static func fold(_ text: String) -> String {
        let plain = trimmed(text)
        if plain.utf8.allSatisfy({ $0 < 0x80 }) { return plain.lowercasedASCII }
        var upper = String.UnicodeScalarView()
        for scalar in composed(plain).unicodeScalars { upper.append(contentsOf: scalar.properties.uppercaseMapping.unicodeScalars) }
        var lower = String.UnicodeScalarView()
        for scalar in upper { lower.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars) }
        return composed(String(lower))
    }

    public static func trimmed(_ text: String) -> String {
        // Most text begins and ends with a visible ASCII character, for which Unicode's tables need not be asked.
        if let first = text.utf8.first, let last = text.utf8.last, (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) { return text }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return first == scalars.startIndex && scalars.index(after: last) == scalars.endIndex ? text : String(scalars[first...last])
    }

    /// NFC. Text whose scalars all come before U+0300, where the combining marks begin, is in NFC already (each has NFC_Quick_Check=Yes), which spares
    /// nearly all names the detour.
    public static func composed(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0xCC } ? text : text.precomposedStringWithCanonicalMapping
    }

    /// Whether two texts are the same scalars. Swift's `==` compares canonical equivalence; external IDs compare byte for byte.
    public static func sameBytes(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }
}

extension String {
    fileprivate var lowercasedASCII: String {
        utf8.contains { $0 >= 0x41 && $0 <= 0x5A }
            ? String(decoding: utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self) : self
    }
}
