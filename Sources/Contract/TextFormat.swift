/// Strings with a form of their own.
enum TextFormat {
    /// `YYYY-MM-DD`, a day that exists in the Gregorian calendar.
    case date
    /// RFC 3339 section 5.6, with `Z` or an offset.
    case timestamp

    var reason: String {
        switch self {
        case .date: "must be a date, YYYY-MM-DD"
        case .timestamp: "must be a time by RFC 3339, like 2026-01-31T08:00:00Z"
        }
    }

    func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        switch self {
        case .date: return bytes.count == 10 && Self.isDate(bytes[...])
        case .timestamp: return bytes.count >= 20 && Self.isDate(bytes[..<10]) && Self.isTime(bytes[10...])
        }
    }

    private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
        let start = bytes.startIndex
        guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"), let year = number(bytes[start..<start + 4]),
            let month = number(bytes[start + 5..<start + 7]), let day = number(bytes[start + 8..<start + 10]), (1...12).contains(month)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month - 1]).contains(day)
    }

    /// `T08:00:00.000Z`: what follows the date.
    private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
        let start = bytes.startIndex
        let colon = UInt8(ascii: ":")
        guard bytes[start] | 0x20 == UInt8(ascii: "t"), bytes[start + 3] == colon, bytes[start + 6] == colon,
            let hour = number(bytes[start + 1..<start + 3]), let minute = number(bytes[start + 4..<start + 6]), let second = number(bytes[start + 7..<start + 9]),
            hour < 24, minute < 60, second < 61
        else { return false }
        var rest = bytes[(start + 9)...]
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { $0 &- UInt8(ascii: "0") < 10 }
            if digits.isEmpty { return false }
            rest = rest[digits.endIndex...]
        }
        guard let zone = rest.first else { return false }
        if zone | 0x20 == UInt8(ascii: "z") { return rest.count == 1 }
        let first = rest.startIndex
        guard zone == UInt8(ascii: "+") || zone == UInt8(ascii: "-"), rest.count == 6, rest[first + 3] == colon, let hours = number(rest[first + 1..<first + 3]),
            let minutes = number(rest[first + 4..<first + 6])
        else { return false }
        return hours < 24 && minutes < 60
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            let figure = digit &- UInt8(ascii: "0")
            guard figure < 10 else { return nil }
            value = value * 10 + Int(figure)
        }
        return value
    }
}
