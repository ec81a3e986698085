import Foundation
import JSON

/// What a person reads: steps, sentences, aligned tables, a progress bar. Colours and bars only on a terminal.
final class Terminal {
    private let isTerminal = isatty(STDOUT_FILENO) == 1
    private var hasBar = false

    func say(_ text: String) { print(text) }

    func step(_ title: String) { print("\n" + (isTerminal ? "\u{1B}[1m\(title)\u{1B}[0m" : title)) }

    func request(_ line: String) {
        let text = line.count > 400 ? line.prefix(400) + "…" : line[...]
        print(isTerminal ? "\u{1B}[2m→ \(text)\u{1B}[0m" : "→ \(text)")
    }

    /// A run's counts in a line.
    func summary(_ run: JSONValue) {
        guard let summary = run["summary"] else { return }
        func count(_ name: String) -> Int { summary[name]?.int ?? 0 }
        var parts = ["\(count("created")) created", "\(count("updated")) updated", "\(count("deleted")) deleted", "\(count("unchanged")) unchanged"]
        if count("needsLink") > 0 { parts.append("\(count("needsLink")) of the updated need linking") }
        if count("conflicts") > 0 { parts.append("\(count("conflicts")) conflicts") }
        let excluded = ["filtered", "ended", "inactive"].reduce(0) { $0 + (summary["excluded"]?[$1]?.int ?? 0) }
        if excluded > 0 { parts.append("\(excluded) not wanted") }
        say("\(count("employees")) employees read: " + parts.joined(separator: ", ") + ".")
    }

    /// Columns as wide as their widest cell, but no wider than a line can bear.
    func table(_ header: [String], _ rows: [[String]]) {
        let widest = 44
        func cut(_ text: String) -> String { text.count > widest ? text.prefix(widest - 1) + "…" : text }
        let cells = ([header] + rows).map { $0.map(cut) }
        let widths = header.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        for (index, row) in cells.enumerated() {
            let line = row.indices.map { column in
                let text = row[column]
                let padding = String(repeating: " ", count: widths[column] - text.count)
                // Numbers line up at the right.
                return index > 0 && Int(text) != nil && column > 0 ? padding + text : text + padding
            }.joined(separator: "  ")
            let trimmed = "  " + String(line.reversed().drop { $0 == " " }.reversed())
            print(index == 0 && isTerminal ? "\u{1B}[4m\(trimmed)\u{1B}[0m" : trimmed)
        }
    }

    func progress(_ phase: String, read: Int, total: Int?) {
        guard isTerminal else { return }
        let width = 30
        let filled = total.map { $0 > 0 ? min(width, read * width / $0) : 0 } ?? (read / 50) % (width + 1)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let text = "\r\(phase) \(bar) \(read)\(total.map { " of \($0)" } ?? "") employees"
        FileHandle.standardOutput.write(Data(text.utf8))
        hasBar = true
    }

    func endProgress() {
        if hasBar { print() }
        hasBar = false
    }
}
