/// A number with the text it was written with, so that `1.10` and `12345678901234567890` survive a round trip.
///
/// Equal means written alike: `1.0` and `1` are different; compare `int` or `double` to compare values.
public struct JSONNumber: Sendable, Equatable, Hashable {
    /// The literal, valid by RFC 8259 section 6.
    public let literal: String

    /// Takes a literal which the reader has checked already.
    init(checked literal: String) { self.literal = literal }

    public init(_ value: Int) { literal = String(value) }

    /// The shortest literal that reads as `value`, integers without `.0`; nil unless finite.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        let text = value.description
        literal = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// nil unless the whole of `literal` is a number by RFC 8259.
    public init?(literal: String) {
        let bytes = Array(literal.utf8)
        guard Self.end(in: bytes.span, from: 0) == bytes.count else { return nil }
        self.literal = literal
    }

    /// The value if it is a whole number that fits; `1.0` and `1e2` are whole.
    public var int: Int? {
        if let value = Int(literal) { return value }
        return wholeValue
    }

    /// The nearest value; nil if it is too big for a `Double`.
    public var double: Double? {
        guard let value = Double(literal), value.isFinite else { return nil }
        return value
    }

    private var wholeValue: Int? {
        var digits: [Int] = []
        var fraction = 0, exponent = 0
        var isNegative = false, isFraction = false
        for (index, byte) in literal.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits.append(Int(byte - UInt8(ascii: "0")))
                if isFraction { fraction += 1 }
            default:
                let text = literal.utf8.dropFirst(index + 1)
                // An exponent too long for an Int: only zero would stay whole.
                exponent = Int(Substring(text)) ?? (text.first == UInt8(ascii: "-") ? -1_000_000_000 : 1_000_000_000)
                return Self.whole(digits, scale: exponent - fraction, isNegative: isNegative)
            }
        }
        return Self.whole(digits, scale: -fraction, isNegative: isNegative)
    }

    private static func whole(_ digits: [Int], scale: Int, isNegative: Bool) -> Int? {
        var digits = digits[...]
        var scale = scale
        while digits.last == 0 {
            digits.removeLast()
            scale += 1
        }
        if digits.isEmpty { return 0 }
        guard scale >= 0, scale < 20 else { return nil }
        var value = 0
        for digit in digits + repeatElement(0, count: scale) {
            let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooBigStill) = product.subtractingReportingOverflow(digit)
            if tooBig || tooBigStill { return nil }
            value = sum
        }
        // Summed up below zero, where one more value fits.
        return isNegative ? value : (value == .min ? nil : -value)
    }

    /// The index behind the number that begins at `start`, by the grammar of RFC 8259 section 6.
    static func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
        func isDigit(_ index: Int) -> Bool { byte(index) &- UInt8(ascii: "0") < 10 }
        if byte(index) == UInt8(ascii: "-") { index += 1 }
        guard isDigit(index) else { return nil }
        if byte(index) == UInt8(ascii: "0") {
            index += 1
            if isDigit(index) { return nil }
        }
        while isDigit(index) { index += 1 }
        if byte(index) == UInt8(ascii: ".") {
            index += 1
            guard isDigit(index) else { return nil }
            while isDigit(index) { index += 1 }
        }
        if byte(index) | 0x20 == UInt8(ascii: "e") {
            index += 1
            if byte(index) == UInt8(ascii: "+") || byte(index) == UInt8(ascii: "-") { index += 1 }
            guard isDigit(index) else { return nil }
            while isDigit(index) { index += 1 }
        }
        return index
    }
}
