import JSON
import Provisioning

/// From a JSON value to a field's value, by the closed set of conversions.
enum Values {
    static func convert(_ view: JSONView, _ conversion: Conversion) -> Evaluation.Reading {
        if view.isNull { return .none }
        if let text = view.scalarText, isEmpty(text, conversion), !(view.kind == .bool && conversion.kind == .boolean) { return .none }
        if let translated = translate(view, conversion) { return translated }
        switch conversion.kind {
        case .date, .epochSeconds, .epochMilliseconds:
            switch Dates.read(view, conversion) {
            case .day(let day): return .value(.text(day.description))
            case .none: return .none
            case .unreadable: return .value(view.scalarText.map { .text(Text.normalized($0)) } ?? .object)
            }
        case .boolean: return .value(boolean(view))
        case .firstName: return Evaluation.Reading(view.string.flatMap { text(names($0).first) })
        case .lastName: return Evaluation.Reading(view.string.flatMap { text(names($0).last) })
        case .language: return Evaluation.Reading(view.scalarText.flatMap { text(String($0.prefix { $0 != "," && $0 != ";" })) })
        case .any, .list: return Evaluation.Reading(natural(view, conversion))
        case .hundredths: return Evaluation.Reading(hundredths(view) ?? natural(view, conversion))
        case .word: return Evaluation.Reading(view.scalarText.flatMap(text))
        case .text, .number:
            if view.kind == .array || view.kind == .object { return Evaluation.Reading(natural(view, conversion)) }
            return Evaluation.Reading(view.scalarText.flatMap(text))
        }
    }

    /// With the type that JSON gives it; nil: nothing.
    static func natural(_ view: JSONView, _ conversion: Conversion) -> FieldValue? {
        switch view.kind {
        case .null: return nil
        case .bool: return .boolean(view.bool == true)
        case .number: return view.number.map { conversion.kind == .any ? .number($0.literal) : .text($0.literal) }
        case .string:
            let text = view.string ?? ""
            if isEmpty(text, conversion) { return nil }
            // OData's dates are text, and dates all the same.
            if text.hasPrefix("/Date("), case .day(let day) = Dates.read(view, Conversion(kind: .date)) { return .text(day.description) }
            return self.text(text)
        case .array:
            let elements = view.elements.compactMap { $0.kind == .array ? .object : natural($0, conversion) }
            return elements.isEmpty ? nil : .list(elements)
        case .object:
            // Dates and numbers that a vendor wraps.
            if view["__class__"] != nil {
                if case .day(let day) = Dates.read(view, Conversion(kind: .date)) { return .text(day.description) }
                if let decimal = view["decimal"]?.string { return .number(decimal) }
            }
            return .object
        }
    }

    static func text(_ text: String) -> FieldValue? {
        let normalized = Text.normalized(text)
        return normalized.isEmpty ? nil : .text(normalized)
    }

    /// 1250 is 12.5; nil: no whole number.
    private static func hundredths(_ view: JSONView) -> FieldValue? {
        guard let count = view.scalarText.flatMap({ Int($0) }) else { return nil }
        let whole = count.magnitude / 100, rest = count.magnitude % 100
        let fraction = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
        return .number("\(count < 0 ? "-" : "")\(whole)\(fraction)")
    }

    private static func isEmpty(_ text: String, _ conversion: Conversion) -> Bool {
        let trimmed = Text.trimmed(text)
        return trimmed.isEmpty || conversion.empty.contains(trimmed)
    }

    /// nil: there is no translation for this; it stays as it is.
    private static func translate(_ view: JSONView, _ conversion: Conversion) -> Evaluation.Reading? {
        guard let translation = conversion.translation, let text = view.scalarText, let ours = translation[Text.fold(text)] ?? beginning(Text.fold(text), translation) else { return nil }
        return Evaluation.Reading(ours.flatMap(Self.text))
    }

    private static func beginning(_ text: String, _ translation: [String: String?]) -> String?? {
        let fitting = translation.filter { $0.key.hasSuffix("*") && text.hasPrefix($0.key.dropLast()) }
        return fitting.max { $0.key.utf8.count < $1.key.utf8.count }?.value
    }

    private static func boolean(_ view: JSONView) -> FieldValue {
        if let flag = view.bool { return .boolean(flag) }
        guard let text = view.scalarText else { return .object }
        return CSVBoolean.read(text).map { .boolean($0) } ?? .text(text)
    }

    /// `Ada Maria Novak` and `Novak, Ada Maria`. A single word is a last name, and who has no first name is not synced (R-MAP-2).
    static func names(_ whole: String) -> (first: String, last: String) {
        let whole = Text.normalized(whole)
        if let comma = whole.firstIndex(of: ",") { return (Text.trimmed(String(whole[whole.index(after: comma)...])), Text.trimmed(String(whole[..<comma]))) }
        guard let blank = whole.lastIndex(where: \.isWhitespace) else { return ("", whole) }
        return (Text.trimmed(String(whole[..<blank])), String(whole[whole.index(after: blank)...]))
    }
}
