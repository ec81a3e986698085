/// Names as Swift wants them.
enum SwiftName {
    private static let keywords: Set<String> = [
        "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough",
        "false", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "private", "protocol", "public",
        "repeat", "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "var", "where", "while",
    ]

    static func escaped(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

    /// `employee_number`, `run/undo` and `rpc.discover` become `employeeNumber`, `runUndo` and `rpcDiscover`.
    static func camel(_ name: String) -> String {
        var parts = name.split { "_/.".contains($0) }.map(String.init)[...]
        let first = parts.popFirst() ?? ""
        return first + parts.map(capitalized).joined()
    }

    static func capitalized(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
