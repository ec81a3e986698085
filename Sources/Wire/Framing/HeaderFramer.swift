/// `Content-Length: N`, other headers, an empty line, then N bytes.
///
/// After headers without a usable length it looks for the next `Content-Length:`, wherever that stands: a body does not end with
/// a line feed, so the next header does not begin a line.
struct HeaderFramer: Framer {
    private enum State {
        case headers(length: Int?)
        case body(missing: Int)
        case skipping(missing: Int)
        /// The last bytes, as many as the name of the header has.
        case searching(tail: [UInt8])
    }

    private static let name = Array("content-length:".utf8)
    private static let maximumLine = 8_192

    private let maximumMessage: Int
    private var state = State.headers(length: nil)
    private var line: [UInt8] = []
    private var body: [UInt8] = []

    init(maximumMessage: Int) { self.maximumMessage = maximumMessage }

    mutating func feed(_ bytes: ArraySlice<UInt8>) -> [Frame] {
        var frames: [Frame] = []
        var rest = bytes
        while !rest.isEmpty {
            switch state {
            case .headers(let length): feedHeader(&rest, length, &frames)
            case .searching(let tail): search(&rest, tail)
            case .skipping(let missing):
                let count = min(missing, rest.count)
                rest = rest.dropFirst(count)
                state = count == missing ? .headers(length: nil) : .skipping(missing: missing - count)
            case .body(let missing):
                let part = rest.prefix(missing)
                body.append(contentsOf: part)
                rest = rest.dropFirst(part.count)
                state = .body(missing: missing - part.count)
                if part.count == missing { takeBody(&frames) }
            }
        }
        return frames
    }

    mutating func finish() -> [Frame] {
        switch state {
        case .headers(nil) where line.isEmpty: []
        case .searching, .skipping: []
        case .headers, .body: [.garbage("the input ends inside a message")]
        }
    }

    private mutating func feedHeader(_ rest: inout ArraySlice<UInt8>, _ length: Int?, _ frames: inout [Frame]) {
        let window = rest.prefix(Self.maximumLine + 1 - line.count)
        guard let end = window.firstIndex(of: UInt8(ascii: "\n")) else {
            line.append(contentsOf: window)
            rest = rest.dropFirst(window.count)
            if line.count > Self.maximumLine { lose("a header line is too long", &frames) }
            return
        }
        line.append(contentsOf: rest[..<end])
        rest = rest[(end + 1)...]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        let header = line
        line = []
        if header.isEmpty {
            guard let length else { return lose("Content-Length is missing", &frames) }
            beginBody(length, &frames)
        } else if header.count >= Self.name.count, Self.lowercased(header.prefix(Self.name.count)) == Self.name {
            guard let length = Self.length(header.dropFirst(Self.name.count)) else { return lose("Content-Length is no number", &frames) }
            state = .headers(length: length)
        }
    }

    private mutating func beginBody(_ length: Int, _ frames: inout [Frame]) {
        if length > maximumMessage {
            frames.append(.tooLarge)
            state = .skipping(missing: length)
        } else {
            state = .body(missing: length)
            if length == 0 { takeBody(&frames) }
        }
    }

    private mutating func takeBody(_ frames: inout [Frame]) {
        frames.append(.message(body))
        body = []
        state = .headers(length: nil)
    }

    private mutating func lose(_ reason: String, _ frames: inout [Frame]) {
        frames.append(.garbage(reason))
        line = []
        state = .searching(tail: [])
    }

    private mutating func search(_ rest: inout ArraySlice<UInt8>, _ tail: [UInt8]) {
        var tail = tail
        while let byte = rest.popFirst() {
            tail.append(byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0))
            if tail.count > Self.name.count { tail.removeFirst() }
            if tail == Self.name {
                line = Self.name
                state = .headers(length: nil)
                return
            }
        }
        state = .searching(tail: tail)
    }

    private static func lowercased(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }

    private static func length(_ value: ArraySlice<UInt8>) -> Int? {
        let digits = String(decoding: value, as: UTF8.self).split(separator: " ", omittingEmptySubsequences: true)
        guard digits.count == 1, digits[0].utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        return Int(digits[0])
    }
}
