/// Why bytes are not JSON by RFC 8259, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Reason: Sendable, Equatable {
        /// The text ends inside a value, or there is none.
        case unexpectedEnd
        /// A byte that cannot stand here.
        case unexpected(UInt8)
        /// Something follows the value.
        case trailingBytes
        /// A byte order mark at the beginning.
        case byteOrderMark
        /// A string has a control character that is not escaped.
        case controlCharacter(UInt8)
        case invalidEscape
        /// Half of a surrogate pair, escaped with `\u`: no text can hold it.
        case loneSurrogate
        case invalidUTF8
        case invalidNumber
        /// More arrays and objects inside one another than allowed.
        case tooDeep(maximum: Int)
        /// More than 4 GiB.
        case tooLong
    }

    /// Bytes from the beginning, from 0.
    public let offset: Int
    /// Lines from the beginning, from 1.
    public let line: Int
    public let reason: Reason

    init(_ reason: Reason, at offset: Int, in bytes: Span<UInt8>) {
        self.offset = offset
        self.reason = reason
        var line = 1
        for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") { line += 1 }
        self.line = line
    }

    public var description: String { "line \(line), byte \(offset): \(text)" }

    private var text: String {
        switch reason {
        case .unexpectedEnd: "the text ends too early"
        case .unexpected(let byte): "unexpected \(Self.name(of: byte))"
        case .trailingBytes: "something follows the value"
        case .byteOrderMark: "a byte order mark is not allowed"
        case .controlCharacter(let byte): "\(Self.name(of: byte)) in a string must be escaped"
        case .invalidEscape: "invalid escape in a string"
        case .loneSurrogate: "half of a surrogate pair in a string"
        case .invalidUTF8: "not UTF-8"
        case .invalidNumber: "invalid number"
        case .tooDeep(let maximum): "more than \(maximum) levels of arrays and objects"
        case .tooLong: "more than 4 GiB"
        }
    }

    private static func name(of byte: UInt8) -> String {
        if byte > 0x20, byte < 0x7F { return "'\(Character(Unicode.Scalar(byte)))'" }
        let digits = String(byte, radix: 16, uppercase: true)
        return "byte 0x" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
}
