/// Turns a file's bytes, piece by piece, into UTF-8 without byte order mark.
public struct TextDecoder: Sendable {
    private let encoding: TextEncoding
    /// The first bytes, until it is clear whether they are a mark; later half a UTF-16 unit.
    private var held: [UInt8] = []
    private var hasBegun = false
    private var highSurrogate: UInt32?
    private var line = 1
    private var afterReturn = false

    public init(_ encoding: TextEncoding) { self.encoding = encoding }

    public mutating func decode(_ bytes: [UInt8]) throws(TextFault) -> [UInt8] {
        if bytes.isEmpty { return [] }
        switch encoding {
        case .utf8: return withoutMark(bytes)
        case .windows1252: return Self.windows1252(bytes)
        case .utf16LittleEndian, .utf16BigEndian: return try utf16(bytes)
        }
    }

    /// What is left; a text that ends inside a character is a fault.
    public mutating func finish() throws(TextFault) -> [UInt8] {
        defer { held = [] }
        if encoding == .utf8 { return held }
        if !held.isEmpty || highSurrogate != nil { throw TextFault(line: line, "The text ends inside a character; the file is cut off.") }
        return []
    }

    private mutating func withoutMark(_ bytes: [UInt8]) -> [UInt8] {
        if hasBegun { return bytes }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        held += bytes
        if held.count < 3, mark.starts(with: held) { return [] }
        hasBegun = true
        defer { held = [] }
        return held.starts(with: mark) ? Array(held.dropFirst(3)) : held
    }

    private mutating func utf16(_ bytes: [UInt8]) throws(TextFault) -> [UInt8] {
        let all = held + bytes
        var text: [UInt8] = []
        text.reserveCapacity(all.count)
        let low = encoding == .utf16LittleEndian ? 0 : 1
        for index in stride(from: 0, to: all.count - 1, by: 2) {
            let unit = UInt32(all[index + low]) | UInt32(all[index + 1 - low]) << 8
            let isFirst = !hasBegun
            hasBegun = true
            if isFirst, unit == 0xFEFF { continue }
            try append(unit, to: &text)
        }
        held = all.count % 2 == 0 ? [] : [all[all.count - 1]]
        return text
    }

    private mutating func append(_ unit: UInt32, to text: inout [UInt8]) throws(TextFault) {
        switch (highSurrogate, unit) {
        case (nil, 0): throw TextFault(line: line, "There is a zero character, so this is no text file. Save it as CSV or JSON in UTF-8.")
        case (nil, 0xD800...0xDBFF): highSurrogate = unit
        case (let high?, 0xDC00...0xDFFF):
            highSurrogate = nil
            Self.append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &text)
        case (.some, _), (nil, 0xDC00...0xDFFF): throw TextFault(line: line, "There is half a character. Save the file again in UTF-8.")
        case (nil, _):
            if unit == 0x0D || unit == 0x0A && !afterReturn { line += 1 }
            afterReturn = unit == 0x0D
            Self.append(unit, to: &text)
        }
    }

    private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
        guard let scalar = Unicode.Scalar(scalar) else { return }
        if scalar.isASCII { text.append(UInt8(scalar.value)) } else { text.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
    }

    private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            switch byte {
            case 0x80...0x9F: append(high[Int(byte - 0x80)], to: &text)
            default: append(UInt32(byte), to: &text)
            }
        }
        return text
    }

    /// 0x80 to 0x9F; the five without a character mean the control characters, as on the web (WHATWG Encoding).
    private static let high: [UInt32] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
        0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]
}
