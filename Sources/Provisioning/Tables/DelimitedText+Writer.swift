extension DelimitedText {
    /// Writes the agent's CSV files (R-RES-3): CRLF, quotes where needed, every cell guarded.
    public struct Writer: Sendable {
        public private(set) var bytes: [UInt8]
        private let delimiter: Delimiter

        /// `hasMark`: begins with the byte order mark by which spreadsheets know UTF-8.
        public init(delimiter: Delimiter = .semicolon, hasMark: Bool = false) {
            self.delimiter = delimiter
            bytes = hasMark ? [0xEF, 0xBB, 0xBF] : []
        }

        public var text: String { String(decoding: bytes, as: UTF8.self) }

        public mutating func append(_ cells: [String]) {
            for (index, cell) in cells.enumerated() {
                if index > 0 { bytes.append(delimiter.rawValue) }
                append(cell: DelimitedText.guarded(cell))
            }
            bytes += [0x0D, 0x0A]
        }

        /// The bytes so far, which are forgotten: for files written piece by piece.
        public mutating func take() -> [UInt8] {
            defer { bytes.removeAll(keepingCapacity: true) }
            return bytes
        }

        /// Quotes for any of the three delimiters, so that a reader finds out the right one.
        private mutating func append(cell: String) {
            let needsQuotes = cell.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || Delimiter(rawValue: $0) != nil }
            guard needsQuotes else { return bytes.append(contentsOf: cell.utf8) }
            bytes.append(0x22)
            for byte in cell.utf8 {
                if byte == 0x22 { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(0x22)
        }
    }
}
