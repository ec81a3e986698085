import JSON
import Provisioning

/// The ways in which HR systems write dates.
enum Dates {
    enum Result: Equatable {
        case day(Day)
        /// A stand-in for "no date": 0000-00-00, 9999-12-31.
        case none
        /// No date that we know; the rules for unreadable dates apply (R-MAP-7).
        case unreadable
    }

    static func read(_ view: JSONView, _ conversion: Conversion) -> Result {
        switch view.kind {
        case .null: return .none
        case .number: return view.number?.double.flatMap { seconds(of: $0, conversion.kind) }.map(day(ofEpochSeconds:)) ?? .unreadable
        case .string: return read(Text.trimmed(view.string ?? ""), conversion)
        case .object: return tagged(view)
        case .bool, .array: return .unreadable
        }
    }

    static func read(_ text: String, _ conversion: Conversion) -> Result {
        if text.isEmpty || text.hasPrefix("0000-00-00") { return .none }
        if text.hasPrefix("/Date("), let milliseconds = milliseconds(text) { return day(ofEpochSeconds: Double(milliseconds) / 1000) }
        if conversion.kind == .epochSeconds || conversion.kind == .epochMilliseconds {
            return Double(text).flatMap { seconds(of: $0, conversion.kind) }.map(day(ofEpochSeconds:)) ?? .unreadable
        }
        // The date as written, whatever time and offset follow: local midnights must not move to the day before.
        if let day = Day(text.prefix(10)) {
            let rest = text.utf8.dropFirst(10).first
            let isDate = rest.map { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "Z") } ?? true
            return isDate ? sensible(day) : .unreadable
        }
        return conversion.order.flatMap { ordered(text, $0) } ?? .unreadable
    }

    /// For comparing dates of one HRIS: a day, else the text as it is.
    static func sortable(_ view: JSONView) -> String? {
        if view.isNull { return nil }
        if let text = view.scalarText, text.hasPrefix("/Date("), let milliseconds = milliseconds(text) {
            // Below zero sorts before all others, which is all that is asked for.
            return milliseconds < 0 ? "-" : String(String(milliseconds + 1_000_000_000_000_000).dropFirst())
        }
        if case .day(let day) = view.kind == .object ? tagged(view) : .unreadable { return day.description }
        return view.scalarText
    }

    /// Nobody works before 1900 or after 2150 (R-MAP-7): such dates stand for none.
    private static func sensible(_ day: Day) -> Result { (1900...2150).contains(day.civil.year) ? .day(day) : .none }

    private static func seconds(of number: Double, _ kind: Conversion.Kind) -> Double? {
        switch kind {
        case .epochSeconds: number
        case .epochMilliseconds: number / 1000
        default: nil
        }
    }

    private static func day(ofEpochSeconds seconds: Double) -> Result {
        let days = (seconds / 86_400).rounded(.down)
        guard abs(days) < 10_000_000 else { return .none }
        return sensible(Day(number: Int32(days)))
    }

    /// `/Date(1388534400000+0000)/` (OData v2): milliseconds in UTC; the offset says only how it was entered.
    private static func milliseconds(_ text: String) -> Int64? {
        guard text.hasSuffix(")/") else { return nil }
        let inner = text.dropFirst("/Date(".count).dropLast(2)
        let sign = inner.hasPrefix("-") ? "-" : ""
        return Int64(sign + inner.drop { $0 == "-" }.prefix { $0.isASCII && $0.isNumber })
    }

    /// `{"__class__": "date", "year": …, "month": …, "day": …}` (Tryton).
    private static func tagged(_ view: JSONView) -> Result {
        guard let year = view["year"]?.number?.int, let month = view["month"]?.number?.int, let day = view["day"]?.number?.int,
            let date = Day(year: year, month: month, day: day)
        else { return .unreadable }
        return sensible(date)
    }

    private static func ordered(_ text: String, _ order: Conversion.Order) -> Result? {
        let parts = text.prefix(10).split { $0 == "/" || $0 == "." || $0 == "-" }.map { Int($0) }
        guard parts.count == 3, let first = parts[0], let second = parts[1], let year = parts[2], year >= 1000 else { return nil }
        let (day, month) = order == .dayMonthYear ? (first, second) : (second, first)
        return Day(year: year, month: month, day: day).map(sensible)
    }
}
