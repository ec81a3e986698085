/// Checks bytes against RFC 8259 and lays out the tape, in one pass and without recursion.
///
/// The bytes are passed along, since a span cannot be stored.
struct JSONScanner {
    private let maximumDepth: Int
    private var position = 0
    private var tokens: [JSONToken] = []
    /// The containers around `position`, as indices of their tokens.
    private var open: [Int] = []

    init(maximumDepth: Int) { self.maximumDepth = maximumDepth }

    mutating func scan(_ bytes: Span<UInt8>) throws(JSONError) -> [JSONToken] {
        tokens.reserveCapacity(bytes.count / 12 + 8)
        guard bytes.count < UInt32.max else { throw JSONError(.tooLong, at: 0, in: bytes) }
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { throw JSONError(.byteOrderMark, at: 0, in: bytes) }
        try scanValue(bytes)
        while let container = open.last {
            if tokens[container].kind == .object {
                try continueObject(container, bytes)
            } else {
                try continueArray(container, bytes)
            }
        }
        skipBlanks(bytes)
        guard position == bytes.count else { throw JSONError(.trailingBytes, at: position, in: bytes) }
        return tokens
    }

    // MARK: Containers

    private mutating func continueArray(_ container: Int, _ bytes: Span<UInt8>) throws(JSONError) {
        let isFirst = tokens.count == container + 1
        switch try peek(bytes) {
        case UInt8(ascii: "]"):
            close(container)
        case UInt8(ascii: ",") where !isFirst:
            position += 1
            try scanValue(bytes)
        case let byte:
            guard isFirst else { throw JSONError(.unexpected(byte), at: position, in: bytes) }
            try scanValue(bytes)
        }
    }

    private mutating func continueObject(_ container: Int, _ bytes: Span<UInt8>) throws(JSONError) {
        let isFirst = tokens.count == container + 1
        var byte = try peek(bytes)
        if byte == UInt8(ascii: "}") { return close(container) }
        if !isFirst {
            guard byte == UInt8(ascii: ",") else { throw JSONError(.unexpected(byte), at: position, in: bytes) }
            position += 1
            byte = try peek(bytes)
        }
        guard byte == UInt8(ascii: "\"") else { throw JSONError(.unexpected(byte), at: position, in: bytes) }
        try scanString(bytes)
        byte = try peek(bytes)
        guard byte == UInt8(ascii: ":") else { throw JSONError(.unexpected(byte), at: position, in: bytes) }
        position += 1
        try scanValue(bytes)
    }

    private mutating func begin(_ kind: JSONToken.Kind, _ bytes: Span<UInt8>) throws(JSONError) {
        guard open.count < maximumDepth else { throw JSONError(.tooDeep(maximum: maximumDepth), at: position, in: bytes) }
        open.append(tokens.count)
        append(kind, from: position, length: 1)
        position += 1
    }

    private mutating func close(_ container: Int) {
        position += 1
        tokens[container].length = UInt32(position) - tokens[container].offset
        tokens[container].next = UInt32(tokens.count)
        open.removeLast()
    }

    // MARK: Values

    private mutating func scanValue(_ bytes: Span<UInt8>) throws(JSONError) {
        switch try peek(bytes) {
        case UInt8(ascii: "\""): try scanString(bytes)
        case UInt8(ascii: "{"): try begin(.object, bytes)
        case UInt8(ascii: "["): try begin(.array, bytes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber(bytes)
        case UInt8(ascii: "t"): try scanWord("true", .true, bytes)
        case UInt8(ascii: "f"): try scanWord("false", .false, bytes)
        case UInt8(ascii: "n"): try scanWord("null", .null, bytes)
        case let byte: throw JSONError(.unexpected(byte), at: position, in: bytes)
        }
    }

    private mutating func scanWord(_ word: StaticString, _ kind: JSONToken.Kind, _ bytes: Span<UInt8>) throws(JSONError) {
        let start = position
        for index in 0..<word.utf8CodeUnitCount {
            guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position, in: bytes) }
            guard bytes[position] == word.utf8Start[index] else { throw JSONError(.unexpected(bytes[position]), at: position, in: bytes) }
            position += 1
        }
        append(kind, from: start, length: position - start)
    }

    private mutating func scanNumber(_ bytes: Span<UInt8>) throws(JSONError) {
        guard let end = JSONNumber.end(in: bytes, from: position) else { throw JSONError(.invalidNumber, at: position, in: bytes) }
        append(.number, from: position, length: end - position)
        position = end
    }

    /// `position` is at the opening quote.
    private mutating func scanString(_ bytes: Span<UInt8>) throws(JSONError) {
        let start = position + 1
        var index = start
        var kind = JSONToken.Kind.plainString
        while true {
            index = plainEnd(bytes, from: index)
            guard index < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count, in: bytes) }
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                kind = .escapedString
                index = try escapeEnd(bytes, from: index)
            } else if byte < 0x20 {
                throw JSONError(.controlCharacter(byte), at: index, in: bytes)
            } else {
                guard let end = UTF8Check.end(of: bytes, from: index) else { throw JSONError(.invalidUTF8, at: index, in: bytes) }
                index = end
            }
        }
        append(kind, from: start, length: index - start)
        position = index + 1
    }

    /// The first byte that is not plain ASCII text: a quote, a backslash, a control character, a part of a longer character.
    private func plainEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        let ones: UInt64 = 0x0101_0101_0101_0101, high: UInt64 = 0x8080_8080_8080_8080
        let raw = bytes.bytes
        // Eight bytes at a time; the lowest marked byte is always right, which is the one that is used.
        while index + 8 <= raw.byteCount {
            let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            let quote = word ^ (ones &* 0x22), slash = word ^ (ones &* 0x5C)
            let control = (word &- ones &* 0x20) & ~word
            let marks = (((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | control | word) & high
            if marks != 0 { return index + marks.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 || byte >= 0x80 { break }
            index += 1
        }
        return index
    }

    private func escapeEnd(_ bytes: Span<UInt8>, from backslash: Int) throws(JSONError) -> Int {
        guard backslash + 1 < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count, in: bytes) }
        switch bytes[backslash + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            return backslash + 2
        case UInt8(ascii: "u"):
            guard let unit = JSONText.unit(in: bytes, from: backslash + 2) else { throw JSONError(.invalidEscape, at: backslash, in: bytes) }
            if unit & 0xF800 != 0xD800 { return backslash + 6 }
            guard unit < 0xDC00, backslash + 7 < bytes.count, bytes[backslash + 6] == UInt8(ascii: "\\"), bytes[backslash + 7] == UInt8(ascii: "u"),
                let low = JSONText.unit(in: bytes, from: backslash + 8), low & 0xFC00 == 0xDC00
            else { throw JSONError(.loneSurrogate, at: backslash, in: bytes) }
            return backslash + 12
        default:
            throw JSONError(.invalidEscape, at: backslash, in: bytes)
        }
    }

    // MARK: Bytes

    private mutating func skipBlanks(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    /// The next byte that is not blank, at `position`.
    private mutating func peek(_ bytes: Span<UInt8>) throws(JSONError) -> UInt8 {
        skipBlanks(bytes)
        guard position < bytes.count else { throw JSONError(.unexpectedEnd, at: position, in: bytes) }
        return bytes[position]
    }

    private mutating func append(_ kind: JSONToken.Kind, from offset: Int, length: Int) {
        let token = JSONToken(offset: UInt32(offset), length: UInt32(length), next: UInt32(tokens.count + 1), kind: kind)
        tokens.append(token)
    }
}
