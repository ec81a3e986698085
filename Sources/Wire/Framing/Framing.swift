/// How messages are told apart in a stream of bytes.
public enum Framing: Sendable {
    /// One JSON value per line.
    case lines
    /// `Content-Length` headers, as editors speak with language servers.
    case headers

    /// A message as it is written.
    func frame(_ json: [UInt8]) -> [UInt8] {
        switch self {
        case .lines: json + [UInt8(ascii: "\n")]
        case .headers: Array("Content-Length: \(json.count)\r\n\r\n".utf8) + json
        }
    }
}

/// What a framer cuts out of its input.
enum Frame: Equatable {
    /// The bytes of one message; whether they are JSON is not known yet.
    case message([UInt8])
    /// A message over the limit was skipped.
    case tooLarge
    /// Bytes that are no frame were skipped.
    case garbage(String)
}

/// Cuts a stream into messages. However the stream is chopped, the frames are the same, and no more than one message of the
/// permitted size is kept.
protocol Framer {
    mutating func feed(_ bytes: ArraySlice<UInt8>) -> [Frame]
    /// At the end of input.
    mutating func finish() -> [Frame]
}

/// Chooses the framing by the first byte that is not blank: a letter means headers, anything else lines.
struct StreamFramer: Framer {
    private let maximumMessage: Int
    private var framer: (any Framer)?
    /// nil until the first byte that is not blank.
    private(set) var framing: Framing?

    init(maximumMessage: Int) { self.maximumMessage = maximumMessage }

    mutating func feed(_ bytes: ArraySlice<UInt8>) -> [Frame] {
        if framer != nil { return framer?.feed(bytes) ?? [] }
        let rest = bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        guard let first = rest.first else { return [] }
        let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
        framing = isLetter ? .headers : .lines
        framer = isLetter ? HeaderFramer(maximumMessage: maximumMessage) : LineFramer(maximumMessage: maximumMessage)
        return framer?.feed(rest) ?? []
    }

    mutating func finish() -> [Frame] { framer?.finish() ?? [] }
}
