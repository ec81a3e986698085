/// A JSON text, checked and laid out on a tape: values are found without building a tree, strings are unescaped when asked for.
///
/// Strict RFC 8259: UTF-8 without a byte order mark, nothing behind the value, and no half surrogate pairs even as escapes, since
/// no text can hold them. Reading does not use the call stack, so hostile depth is an error and no crash.
public struct JSONDocument: Sendable {
    /// The deepest limit that can be asked for: trees made from documents are walked recursively.
    public static let greatestDepth = 1_024

    final class Storage: Sendable {
        let bytes: [UInt8]
        let tokens: [JSONToken]

        init(bytes: [UInt8], tokens: [JSONToken]) {
            self.bytes = bytes
            self.tokens = tokens
        }
    }

    private let storage: Storage

    /// - Parameter maximumDepth: how many arrays and objects may stand inside one another (at most `greatestDepth`).
    public init(_ bytes: [UInt8], maximumDepth: Int = 512) throws(JSONError) {
        var scanner = JSONScanner(maximumDepth: min(maximumDepth, Self.greatestDepth))
        storage = Storage(bytes: bytes, tokens: try scanner.scan(bytes.span))
    }

    public var root: JSONView { JSONView(storage: storage, index: 0) }
}
