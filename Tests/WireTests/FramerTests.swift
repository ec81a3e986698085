import Testing

@testable import Wire

@Suite("Framers") struct FramerTests {
    static let lines = "\r\n \n{\"a\":1}\r\n\n  \r\n[2]\nthis is a long line of garbage\n\u{FF}{}\n{\"b\":\"ä\"}"
    static let headers =
        "Content-Length: 7\r\n\r\n{\"a\":1}content-LENGTH:3\r\nContent-Type: x\r\n\r\n[2]Content-Length: 25\r\n\r\n{\"too\":\"large a message\"}"
        + "Content-Length: 2\r\n\r\n{}Content-Type: x\r\n\r\n{\"lost\":1}Content-Length: 4\r\n\r\nnullContent-Length: x1\r\n\r\n{}Content-Length: 1\n\n5"
        + "Long: " + String(repeating: "x", count: 9_000) + "Content-Length: 0\r\n\r\nContent-Length: 9\r\n\r\n{}"

    static func frames(_ bytes: [UInt8], chunks: (Int) -> Int) -> [Frame] {
        var framer = StreamFramer(maximumMessage: 20)
        var frames: [Frame] = []
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + chunks(start))
            frames += framer.feed(bytes[start..<end])
            start = end
        }
        return frames + framer.finish()
    }

    static func message(_ text: String) -> Frame { .message(Array(text.utf8)) }

    @Test("lines: CRLF, blanks, too long, the last without a line feed") func lineFrames() {
        let expected = [
            Self.message("{\"a\":1}"), Self.message("[2]"), .tooLarge, Self.message("\u{FF}{}"), Self.message("{\"b\":\"ä\"}"),
        ]
        #expect(Self.frames(Array(Self.lines.utf8)) { _ in .max / 2 } == expected)
    }

    @Test("headers: any case, unknown ones, too long, missing and wrong lengths") func headerFrames() {
        let expected = [
            Self.message("{\"a\":1}"), Self.message("[2]"), .tooLarge, Self.message("{}"), .garbage("Content-Length is missing"), Self.message("null"),
            .garbage("Content-Length is no number"), Self.message("5"), .garbage("a header line is too long"), Self.message(""),
            .garbage("the input ends inside a message"),
        ]
        #expect(Self.frames(Array(Self.headers.utf8)) { _ in .max / 2 } == expected)
    }

    @Test("byte by byte and in random pieces the frames are the same", arguments: [lines, headers]) func chunks(_ text: String) {
        let bytes = Array(text.utf8)
        let whole = Self.frames(bytes) { _ in .max / 2 }
        #expect(Self.frames(bytes) { _ in 1 } == whole)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let most = Int.random(in: 1...40, using: &random)
            var sizes: [Int] = []
            let frames = Self.frames(bytes) { _ in
                sizes.append(Int.random(in: 1...most))
                return sizes[sizes.count - 1]
            }
            #expect(frames == whole, "pieces: \(sizes)")
        }
    }

    @Test("a message of the permitted size passes, one byte more does not") func limit() {
        let text = String(repeating: "7", count: 20)
        for end in ["", "\n", "\r\n"] {
            #expect(Self.frames(Array((text + end).utf8)) { _ in 3 } == [Self.message(text)])
            #expect(Self.frames(Array((text + "7" + end).utf8)) { _ in 3 } == [.tooLarge])
        }
    }

    @Test("the first byte that is not blank chooses", arguments: [
        ("{", Framing.lines), ("[", .lines), ("C", .headers), ("c", .headers), ("\u{1}", .lines), ("7", .lines), ("\"", .lines),
    ])
    func choice(_ first: String, _ framing: Framing) {
        var framer = StreamFramer(maximumMessage: 20)
        #expect(framer.feed(Array(" \r\n\t".utf8)[...]).isEmpty)
        #expect(framer.framing == nil)
        _ = framer.feed(Array(first.utf8)[...])
        #expect(framer.framing == framing)
    }

    @Test("answers are framed as the input is") func output() {
        #expect(Framing.lines.frame([0x31]) == Array("1\n".utf8))
        #expect(Framing.headers.frame(Array("ä".utf8)) == Array("Content-Length: 2\r\n\r\nä".utf8))
    }
}
