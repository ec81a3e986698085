import Contract
import Provisioning
import Store
import Wire

/// CSV files of users and of runs' rows (R-RES-2, R-RES-3).
extension Agent {
    struct CSVOptions: Sendable {
        var delimiter = DelimitedText.Delimiter.semicolon
        var hasMark = false
        /// nil: the text is answered instead.
        var path: String?
    }

    struct Exported: Sendable {
        var name: String
        var rows: Int
        var csv: String?
        /// Where the next part begins; nil: that was all.
        var next: Int64?
    }

    /// Writes a header and the cells of `parts` – each part a page – to a file or into the answer.
    func export(
        name: String, header: [String], _ options: CSVOptions, actor: Actor, onePageOnly: Bool,
        page: (Int64?) throws -> (cells: [[String]], next: Int64?), from start: Int64?
    ) throws -> Exported {
        if let path = options.path { try mayUse(path: path, actor) }
        var writer = DelimitedText.Writer(delimiter: options.delimiter, hasMark: options.hasMark)
        // A later part of a paged export goes on where the one before ended.
        if start == nil { writer.append(header) }
        var rows = 0
        var next = start
        repeat {
            let part = try page(next)
            for cells in part.cells { writer.append(cells) }
            rows += part.cells.count
            next = part.next
        } while next != nil && !onePageOnly
        if rows == 0, start == nil { return Exported(name: name, rows: 0) }
        if let path = options.path {
            try writeNewFile(path, writer.bytes)
            return Exported(name: name, rows: rows, next: next)
        }
        return Exported(name: name, rows: rows, csv: writer.text, next: next)
    }

    /// The attributes whose columns a run's files have: those it maps, in the mapping's order.
    func mappedAttributes(_ run: Provisioning.Run, _ reading: Reading) throws -> [Provisioning.Attribute] {
        let known = Dictionary(try reading.attributes().map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        return try reading.configuration(integration: run.integration).configuration.attributeMapping.mappings.compactMap { known[$0.attribute] }
    }
}
