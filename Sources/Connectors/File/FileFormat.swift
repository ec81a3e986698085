import JSON
import Provisioning

/// How employees are written in a file.
enum FileFormat: String, CaseIterable {
    case csv, json, jsonl

    /// Judges by the content; the name only decides about an object that spans lines.
    static func detect(_ text: inout TextFile) throws(ConnectorError) -> FileFormat {
        var head: [UInt8] = []
        var isWhole = false
        while head.count < 1 << 20 {
            guard let bytes = try text.next() else {
                isWhole = true
                break
            }
            head += bytes
        }
        try text.rewind()
        guard let first = head.firstIndex(where: { !isBlank($0) }) else { return .csv }
        switch head[first] {
        case UInt8(ascii: "["): return .json
        case UInt8(ascii: "{"): break
        default: return .csv
        }
        let end = head[first...].firstIndex(of: 0x0A) ?? head.endIndex
        guard let line = try? JSONDocument(Array(head[first..<end])) else {
            return hasSuffix(text.file.path, ["jsonl", "ndjson"]) ? .jsonl : .json
        }
        let isOnlyLine = isWhole && head[end...].allSatisfy(isBlank)
        return isOnlyLine && !isEmployee(line.root) ? .json : .jsonl
    }

    /// Tells an employee from an object that holds the list of them: `emails` is a list, too.
    static func isEmployee(_ view: JSONView) -> Bool {
        ["id", "employee_id", "first_name", "last_name"].contains { view[$0] != nil }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func hasSuffix(_ path: String, _ endings: [String]) -> Bool {
        endings.contains { Text.fold(path).hasSuffix("." + $0) }
    }
}
