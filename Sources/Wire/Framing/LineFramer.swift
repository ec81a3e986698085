/// One message per line. Blank lines are ignored, a CR before the line feed too; the last line may lack its line feed.
struct LineFramer: Framer {
    private let maximumMessage: Int
    private var line: [UInt8] = []
    /// The line is over the limit already.
    private var isSkipping = false

    init(maximumMessage: Int) { self.maximumMessage = maximumMessage }

    mutating func feed(_ bytes: ArraySlice<UInt8>) -> [Frame] {
        var frames: [Frame] = []
        var rest = bytes
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            append(rest[..<end])
            if let frame = takeLine() { frames.append(frame) }
            rest = rest[(end + 1)...]
        }
        append(rest)
        return frames
    }

    mutating func finish() -> [Frame] {
        takeLine().map { [$0] } ?? []
    }

    private mutating func append(_ part: ArraySlice<UInt8>) {
        if isSkipping { return }
        // One byte more than the limit, since a CR at the end does not count.
        if line.count + part.count > maximumMessage + 1 {
            isSkipping = true
            line = []
        } else {
            line.append(contentsOf: part)
        }
    }

    private mutating func takeLine() -> Frame? {
        defer {
            line = []
            isSkipping = false
        }
        if isSkipping { return .tooLarge }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        if line.count > maximumMessage { return .tooLarge }
        let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return isBlank ? nil : .message(line)
    }
}
