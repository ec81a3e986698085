/// How the bytes of a text file mean characters.
public enum TextEncoding: Sendable, Equatable {
    case utf8, utf16LittleEndian, utf16BigEndian, windows1252

    /// The text of a whole file: UTF-8 and UTF-16 with or without byte order mark, else Windows-1252.
    public static func decode(_ bytes: [UInt8]) throws(TextFault) -> String {
        var detector = EncodingDetector()
        detector.feed(bytes)
        var decoder = TextDecoder(try detector.finish())
        let text = try decoder.decode(bytes)
        return String(decoding: text + (try decoder.finish()), as: UTF8.self)
    }
}

/// Finds out the encoding of a file, which takes its last byte: only then is it known to be UTF-8.
public struct EncodingDetector: Sendable {
    private var head: [UInt8] = []
    private var line = 1
    private var previous: UInt8 = 0
    /// Continuation bytes still to come, and the range of the next one (Unicode standard, table 3-7).
    private var pending = 0
    private var range: ClosedRange<UInt8> = 0x80...0xBF
    private var characters = 0
    private var faults = 0
    private var faultLine = 0
    private var zeroLine: Int?

    public init() {}

    public mutating func feed(_ bytes: [UInt8]) {
        if head.count < 64 { head.append(contentsOf: bytes.prefix(64 - head.count)) }
        let span = bytes.span
        for index in span.indices {
            let byte = span[index]
            if byte < 0x80, pending == 0 {
                if byte < 0x20 { control(byte) }
            } else {
                check(byte)
            }
            previous = byte
        }
    }

    /// A text with characters beyond ASCII in UTF-8 and some bytes that are not is damaged, and no Windows-1252:
    /// read as such every accent in it would become two wrong letters.
    public func finish() throws(TextFault) -> TextEncoding {
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw TextFault(line: 1, "This is a workbook, not a text file. Save it as CSV (UTF-8).")
        }
        if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if let encoding = unmarkedUTF16 { return encoding }
        if let zeroLine { throw TextFault(line: zeroLine, "There is a zero byte, so this is no text file. Save it as CSV or JSON in UTF-8.") }
        let faults = faults + (pending > 0 ? 1 : 0), faultLine = self.faults > 0 ? faultLine : line
        if faults == 0 { return .utf8 }
        if head.starts(with: [0xEF, 0xBB, 0xBF]) || characters >= faults {
            throw TextFault(line: faultLine, "The text is UTF-8, but this line is damaged. Save the file again in UTF-8.")
        }
        return .windows1252
    }

    /// Every other byte of the head is zero.
    private var unmarkedUTF16: TextEncoding? {
        guard head.count >= 4 else { return nil }
        let units = stride(from: 0, to: head.count - 1, by: 2)
        if units.allSatisfy({ head[$0] != 0 && head[$0 + 1] == 0 }) { return .utf16LittleEndian }
        if units.allSatisfy({ head[$0] == 0 && head[$0 + 1] != 0 }) { return .utf16BigEndian }
        return nil
    }

    private mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x0A: if previous != 0x0D { line += 1 }
        case 0x0D: line += 1
        case 0: if zeroLine == nil { zeroLine = line }
        default: break
        }
    }

    private mutating func check(_ byte: UInt8) {
        if pending > 0 {
            if range.contains(byte) {
                pending -= 1
                range = 0x80...0xBF
                if pending == 0 { characters += 1 }
                return
            }
            fault()
            pending = 0
            if byte < 0x80 {
                if byte < 0x20 { control(byte) }
                return
            }
        }
        range = 0x80...0xBF
        switch byte {
        case 0xC2...0xDF: pending = 1
        case 0xE0: (pending, range) = (2, 0xA0...0xBF)
        case 0xED: (pending, range) = (2, 0x80...0x9F)
        case 0xE1...0xEF: pending = 2
        case 0xF0: (pending, range) = (3, 0x90...0xBF)
        case 0xF1...0xF3: pending = 3
        case 0xF4: (pending, range) = (3, 0x80...0x8F)
        default: fault()
        }
    }

    private mutating func fault() {
        if faults == 0 { faultLine = line }
        faults += 1
    }
}
