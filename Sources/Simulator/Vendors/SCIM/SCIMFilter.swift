import JSON

/// A filter of RFC 7644 section 3.4.2.2, as far as clients that synchronise use it: comparisons joined by `and`.
struct SCIMFilter {
    private struct Comparison {
        let path: [String]
        let op: String
        /// nil with `pr`.
        let value: JSONValue?
    }

    private var comparisons: [Comparison] = []
    private static let operators: Set<String> = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"]

    /// nil: it cannot be understood, `or`, `not` and brackets included.
    init?(_ text: String) {
        var words = Self.words(text)[...]
        while let name = words.popFirst() {
            guard let op = words.popFirst()?.lowercased(), !name.contains("["), !name.contains("("), name.lowercased() != "not" else { return nil }
            if op == "pr" {
                comparisons.append(Comparison(path: SCIMUser.path(name), op: op, value: nil))
            } else {
                guard Self.operators.contains(op), let word = words.popFirst(), let value = try? JSONValue(parsing: Array(word.utf8)) else { return nil }
                comparisons.append(Comparison(path: SCIMUser.path(name), op: op, value: value))
            }
            if let joint = words.popFirst(), joint.lowercased() != "and" || words.isEmpty { return nil }
        }
        if comparisons.isEmpty { return nil }
    }

    func matches(_ user: JSONValue) -> Bool {
        comparisons.allSatisfy { comparison in
            let values = Self.values(user, comparison.path[...])
            guard let wanted = comparison.value else { return !values.isEmpty }
            if comparison.op == "ne" { return !values.contains { Self.compare($0, "eq", wanted) } }
            return values.contains { Self.compare($0, comparison.op, wanted) }
        }
    }

    /// Split at blanks outside of quotes.
    private static func words(_ text: String) -> [String] {
        var words: [String] = [], word = "", isQuoted = false, isEscaped = false
        for character in text {
            if character == " ", !isQuoted {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && !isEscaped
            word.append(character)
        }
        return word.isEmpty ? words : words + [word]
    }

    /// All values at the path; a complex one counts by its `value`.
    private static func values(_ value: JSONValue, _ path: ArraySlice<String>) -> [JSONValue] {
        switch value {
        case .array(let elements): return elements.flatMap { values($0, path) }
        case .object(let object):
            guard let name = path.first else { return object["value"].map { [$0] } ?? [] }
            let member = object.members.first { $0.name.lowercased() == name.lowercased() }
            return member.map { values($0.value, path.dropFirst()) } ?? []
        case .null: return []
        default: return path.isEmpty ? [value] : []
        }
    }

    private static func compare(_ value: JSONValue, _ op: String, _ wanted: JSONValue) -> Bool {
        guard let left = value.string?.lowercased(), let right = wanted.string?.lowercased() else { return op == "eq" && value == wanted }
        return switch op {
        case "eq": left == right
        case "co": left.contains(right)
        case "sw": left.hasPrefix(right)
        case "ew": left.hasSuffix(right)
        case "gt": left > right
        case "ge": left >= right
        case "lt": left < right
        default: left <= right
        }
    }
}
