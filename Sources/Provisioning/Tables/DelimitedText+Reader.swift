extension DelimitedText {
    /// Reads records from UTF-8, piece by piece. Lines whose cells are all blank are skipped. A quote inside an unquoted cell is itself.
    public struct Reader: Sendable {
        /// A record beyond this length has a quote that is never closed.
        public static let longestRecord = 16 << 20

        /// nil: not yet known.
        public private(set) var delimiter: Delimiter?
        private var head: [UInt8] = []
        private var state = State.cellStart
        private var cell: [UInt8] = []
        private var cells: [String] = []
        private var isBlank = true
        private var length = 0
        private var line = 1
        private var recordLine = 1
        private var quoteLine = 1
        private var afterReturn = false

        private enum State { case cellStart, plain, quoted, quoteInQuotes }

        public init(delimiter: Delimiter? = nil) { self.delimiter = delimiter }

        public mutating func feed(_ bytes: [UInt8], into records: inout [Record]) throws(TextFault) {
            if let delimiter { return try read(bytes, delimiter.rawValue, &records) }
            head += bytes
            if let found = Self.delimiter(ofHeaderIn: head, isWhole: false) {
                try begin(found, &records)
            } else if head.count > Self.longestRecord {
                throw TextFault(line: 1, "The header does not end within 16 MiB; is a quote never closed?")
            }
        }

        public mutating func finish(into records: inout [Record]) throws(TextFault) {
            if delimiter == nil { try begin(Self.delimiter(ofHeaderIn: head, isWhole: true) ?? .comma, &records) }
            if state == .quoted { throw TextFault(line: quoteLine, "A quote opens here and is never closed.") }
            if !cells.isEmpty || !cell.isEmpty || state != .cellStart { endRecord(&records) }
        }

        private mutating func begin(_ found: Delimiter, _ records: inout [Record]) throws(TextFault) {
            delimiter = found
            let bytes = head
            head = []
            try read(bytes, found.rawValue, &records)
        }

        private mutating func read(_ bytes: [UInt8], _ delimiter: UInt8, _ records: inout [Record]) throws(TextFault) {
            let span = bytes.span
            for index in span.indices {
                let byte = span[index]
                if afterReturn {
                    afterReturn = false
                    if byte == 0x0A {
                        if state == .quoted { cell.append(byte) }
                        continue
                    }
                }
                length += 1
                switch state {
                case .cellStart where byte == 0x22:
                    state = .quoted
                    quoteLine = line
                case .cellStart, .plain:
                    try plain(byte, delimiter, &records)
                case .quoted:
                    if byte == 0x22 {
                        state = .quoteInQuotes
                    } else {
                        cell.append(byte)
                        if byte == 0x0A || byte == 0x0D { endLine(byte) }
                    }
                case .quoteInQuotes where byte == 0x22:
                    cell.append(byte)
                    state = .quoted
                case .quoteInQuotes:
                    guard byte == delimiter || byte == 0x0A || byte == 0x0D else {
                        throw TextFault(line: line, "Something follows a closing quote; a quote inside a quoted cell must be doubled.")
                    }
                    try plain(byte, delimiter, &records)
                }
                if length > Self.longestRecord { throw TextFault(line: recordLine, "This record is longer than 16 MiB; is a quote never closed?") }
            }
        }

        private mutating func plain(_ byte: UInt8, _ delimiter: UInt8, _ records: inout [Record]) throws(TextFault) {
            if byte == delimiter {
                endCell()
            } else if byte == 0x0A || byte == 0x0D {
                endRecord(&records)
                endLine(byte)
                recordLine = line
            } else {
                cell.append(byte)
                state = .plain
            }
        }

        private mutating func endLine(_ byte: UInt8) {
            line += 1
            afterReturn = byte == 0x0D
        }

        private mutating func endCell() {
            if isBlank, !cell.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { isBlank = false }
            cells.append(String(decoding: cell, as: UTF8.self))
            cell.removeAll(keepingCapacity: true)
            state = .cellStart
        }

        private mutating func endRecord(_ records: inout [Record]) {
            endCell()
            if !isBlank { records.append(Record(line: recordLine, cells: cells)) }
            cells.removeAll(keepingCapacity: true)
            isBlank = true
            length = 0
        }

        /// What separates most cells of the first line that is not blank, outside quotes; nil: the line is not complete yet.
        private static func delimiter(ofHeaderIn bytes: [UInt8], isWhole: Bool) -> Delimiter? {
            var counts: [Delimiter: Int] = [:]
            var isQuoted = false, atStart = true, hasText = false
            for byte in bytes {
                if isQuoted {
                    // A doubled quote closes and opens again.
                    if byte == 0x22 { (isQuoted, atStart) = (false, true) }
                } else if byte == 0x22, atStart {
                    isQuoted = true
                    hasText = true
                } else if let delimiter = Delimiter(rawValue: byte) {
                    counts[delimiter, default: 0] += 1
                    atStart = true
                } else if byte == 0x0A || byte == 0x0D {
                    if hasText { return most(counts) }
                    counts = [:]
                    atStart = true
                } else {
                    if byte != 0x20 { hasText = true }
                    atStart = false
                }
            }
            return isWhole ? most(counts) : nil
        }

        private static func most(_ counts: [Delimiter: Int]) -> Delimiter {
            var best = Delimiter.comma
            for delimiter in Delimiter.allCases where counts[delimiter, default: 0] > counts[best, default: 0] { best = delimiter }
            return best
        }
    }
}
