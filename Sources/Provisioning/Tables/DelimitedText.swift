/// CSV by RFC 4180 (R-RES-3, R-RES-4): what a file's records are, and how a cell is guarded against spreadsheets.
public enum DelimitedText {
    public struct Record: Sendable, Equatable {
        /// The physical line on which it begins, from 1.
        public var line: Int
        public var cells: [String]

        public init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }

        /// A line must have as many fields as the header: a short one is half a line, also where only empty cells seem to be missing.
        public func fault(forColumns count: Int) -> TextFault? {
            if cells.count == count { return nil }
            let problem = cells.count < count ? "it is cut off, or a delimiter is missing" : "a cell with a delimiter in it must stand in quotes"
            return TextFault(line: line, "This line has \(cells.count) fields and the header \(count): \(problem).")
        }
    }

    public enum Delimiter: UInt8, Sendable, CaseIterable {
        case semicolon = 0x3B, comma = 0x2C, tab = 0x09
    }

    /// All records of a text, the header first; nil as delimiter: found out from the header.
    public static func records(_ text: String, delimiter: Delimiter? = nil) throws(TextFault) -> [Record] {
        var reader = Reader(delimiter: delimiter)
        var records: [Record] = []
        try reader.feed(Array(text.utf8), into: &records)
        try reader.finish(into: &records)
        return records
    }

    /// A cell that a spreadsheet would take for a formula gets a leading `'` (R-RES-3), and so does one that looks guarded already.
    public static func guarded(_ cell: String) -> String { looksLikeFormula(cell.utf8.drop { $0 == apostrophe }) ? "'" + cell : cell }

    /// Takes one guard off: `unguarded(guarded(cell))` is `cell`.
    public static func unguarded(_ cell: String) -> String {
        cell.utf8.first == apostrophe && looksLikeFormula(cell.utf8.drop { $0 == apostrophe }) ? String(cell.unicodeScalars.dropFirst()) : cell
    }

    private static let apostrophe = UInt8(ascii: "'")

    private static func looksLikeFormula(_ rest: Substring.UTF8View) -> Bool {
        switch rest.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
        default: false
        }
    }
}
