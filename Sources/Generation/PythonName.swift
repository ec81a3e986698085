import JSON

/// Names and literals as Python wants them.
enum PythonName {
    private static let keywords: Set<String> = [
        "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
        "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ]

    /// `startDate` and `from` become `start_date` and `from_`. The client finds the way back by itself, so a name that has none is refused.
    static func snake(_ name: String) throws(GenerationError) -> String {
        var snake = ""
        for letter in name { snake += letter.isUppercase ? "_" + letter.lowercased() : String(letter) }
        guard SwiftName.camel(snake) == name else { throw GenerationError("\(name): no way back from Python's name \(snake)") }
        return keywords.contains(snake) ? snake + "_" : snake
    }

    static func literal(_ value: JSONValue) -> String {
        if let bool = value.bool { return bool ? "True" : "False" }
        return value.isNull ? "None" : value.text
    }

    /// A docstring. A paragraph of several lines is indented as a whole.
    static func doc(_ paragraphs: [[String]], indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let lines = paragraphs.map { $0.map { ($0 == "" ? "" : margin + $0).replacing("\\", with: "\\\\") } }
        let text = lines.map { $0.joined(separator: "\n") }.joined(separator: "\n\n").dropFirst(indent)
        return [margin + "\"\"\"" + text + (paragraphs.count == 1 && paragraphs[0].count == 1 ? "" : "\n" + margin) + "\"\"\""]
    }
}
