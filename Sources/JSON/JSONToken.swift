/// One entry of a document's tape: 16 bytes, containers before what they contain.
struct JSONToken {
    enum Kind: UInt8 {
        case null, `false`, `true`, number
        /// A string without escapes: its bytes are its text.
        case plainString
        case escapedString
        case array, object
    }

    /// Where the value begins; of a string, the first byte after the quote.
    var offset: UInt32
    /// How many bytes; of a string, without the quotes.
    var length: UInt32
    /// The index of the first token behind this value and all it contains.
    var next: UInt32
    var kind: Kind

    var range: Range<Int> { Int(offset)..<Int(offset) + Int(length) }
}
