/// Values of fields as the rules read them.
enum FieldReading {
    /// A list of one element counts as that element, an empty list as no value (R-MAP-6).
    static func single(_ value: FieldValue?) -> FieldValue? {
        guard case .list(let elements)? = value else { return value }
        return elements.isEmpty ? nil : elements.count == 1 ? elements[0] : value
    }

    enum DateReading: Equatable {
        case none
        case day(Day)
        case unreadable
    }

    /// `YYYY-MM-DD`, optionally followed by `T…` or a blank and a time; years before 1900 or after 2150 are no value (R-MAP-7).
    static func date(_ value: FieldValue?) -> DateReading {
        guard let value = single(value) else { return .none }
        guard case .text(let text) = value else { return .unreadable }
        var digits = 0
        var place = 0
        for byte in text.utf8 {
            switch place {
            case 4, 7: guard byte == UInt8(ascii: "-") else { return .unreadable }
            case 10: guard byte == UInt8(ascii: "T") || byte == UInt8(ascii: "t") || byte == UInt8(ascii: " ") else { return .unreadable }
            case 0..<10:
                guard byte >= 0x30, byte <= 0x39 else { return .unreadable }
                digits = digits * 10 + Int(byte - 0x30)
            default: break
            }
            place += 1
            if place > 10 { break }
        }
        guard place >= 10 else { return .unreadable }
        let year = digits / 10_000
        // HR systems write "no date" as 0000-00-00, 0001-01-01 or 9999-12-31.
        guard (1900...2150).contains(year) else { return .none }
        return Day(year: year, month: digits / 100 % 100, day: digits % 100).map { .day($0) } ?? .unreadable
    }

    /// A number, also as text in JSON's form; nil: not one.
    static func number(_ value: FieldValue) -> Double? {
        let text: String
        switch value {
        case .number(let literal), .text(let literal): text = literal
        case .boolean, .list, .object: return nil
        }
        return isJSONNumber(text) ? Double(text).flatMap { $0.isFinite ? $0 : nil } : nil
    }

    /// The grammar of RFC 8259 section 6.
    private static func isJSONNumber(_ text: String) -> Bool {
        var rest = Substring(text).utf8
        func digits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let leadingZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole > 0, !(leadingZero && whole > 1) else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if let exponent = rest.first, exponent | 0x20 == UInt8(ascii: "e") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }

    enum Status: Equatable {
        case active, notActive
        /// Missing, unavailable, or a word that the rules do not know; it never deletes and never changes participation (R-LIFE-1).
        case unknown(word: String?)
    }

    static func status(_ value: FieldValue?) -> Status {
        guard let value = single(value) else { return .unknown(word: nil) }
        guard let word = value.scalarText else { return .unknown(word: "(not a text)") }
        switch Text.fold(word) {
        case "active": return .active
        case "inactive", "terminated", "other": return .notActive
        case "": return .unknown(word: nil)
        default: return .unknown(word: word)
        }
    }
}
