/// A number with the text it was written with, so that `1.10` and `12345678901234567890` survive a round trip.
public struct JSONNumber: Sendable, Equatable, Hashable {
    /// The literal, valid by RFC 8259 section 6.
    public let literal: String

    /// Takes a literal which the reader has checked already.
    init(checked literal: String) { self.literal = literal }

    public init(_ value: Int) { literal = String(value) }
}
