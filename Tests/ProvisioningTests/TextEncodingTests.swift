import Provisioning
import Testing

@Suite struct TextEncodingTests {
    private static let text = "id;Name\r\n1;Sánchez 🙂\r\n"

    private static func utf16(_ text: String, isBig: Bool, hasMark: Bool) -> [UInt8] {
        ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            isBig ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
    }

    @Test("R-RES-4 UTF-8 and UTF-16 with and without mark", arguments: [
        Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16(text, isBig: false, hasMark: true), utf16(text, isBig: true, hasMark: true),
        utf16("id;Name and other columns;still ASCII\r\n" + text, isBig: false, hasMark: false),
        utf16("id;Name and other columns;still ASCII\r\n" + text, isBig: true, hasMark: false),
    ]) func unicode(_ bytes: [UInt8]) throws {
        #expect(try TextEncoding.decode(bytes).hasSuffix(Self.text))
        #expect(try TextEncoding.decode(bytes).unicodeScalars.first == "i")
    }

    @Test("R-RES-4 what is not UTF-8 is Windows-1252") func windows() throws {
        #expect(try TextEncoding.decode([0x47, 0xF6, 0x74, 0x65, 0x62, 0x6F, 0x72, 0x67, 0x20, 0x80, 0x92, 0x8A]) == "Göteborg €’Š")
        let all = try TextEncoding.decode([0xFF] + Array(0x80...0xFE).map { UInt8($0) }).unicodeScalars
        #expect(all.count == 128)
        #expect(Set(all).count == 128)
        #expect(all.dropFirst(33).map(\.value) == Array(0xA0...0xFE))
    }

    @Test("damaged UTF-8 is a fault, since as Windows-1252 every accent would become two wrong letters", arguments: [
        ("é\né".utf8 + [0x0A, 0xC3], 3), ("á\r\ná".utf8 + [0x0D, 0xFF, 0x0A] + "á".utf8, 3), ([0xEF, 0xBB, 0xBF, 0x61, 0xE9], 1),
        ([0x61, 0x00, 0x62], 1), ([0x50, 0x4B, 0x03, 0x04, 0x14], 1), ([0xFF, 0xFE, 0x61], 1), ([0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61], 1),
        ([0xFF, 0xFE, 0x0A, 0x00, 0x00, 0xDC], 2), ([0xFF, 0xFE, 0x00, 0x00], 1),
    ] as [([UInt8], Int)]) func damage(_ bytes: [UInt8], _ line: Int) {
        #expect { try TextEncoding.decode(bytes) } throws: { ($0 as? TextFault)?.line == line }
    }

    @Test("the detector agrees with the standard library about what UTF-8 is") func agreement() {
        var random = Seeded(seed: 3)
        let edges: [UInt8] = [0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF]
        var valid = 0
        for _ in 0..<20_000 {
            let bytes = [0x61, 0x61] + (0..<Int.random(in: 1...5, using: &random)).compactMap { _ in edges.randomElement(using: &random) }
            var detector = EncodingDetector()
            for byte in bytes { detector.feed([byte]) }
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect(((try? detector.finish()) == .utf8) == isValid)
            if isValid { valid += 1 }
        }
        #expect(valid > 100)
    }

    @Test("the pieces in which a file arrives make no difference", arguments: [
        [0xEF, 0xBB, 0xBF] + Array(text.utf8), Array(text.utf8), utf16(text, isBig: true, hasMark: true), utf16(text, isBig: false, hasMark: true),
        [0xEF], [0xEF, 0xBB, 0xBF],
    ] as [[UInt8]]) func pieces(_ bytes: [UInt8]) throws {
        for size in 1...5 {
            var detector = EncodingDetector()
            detector.feed(bytes)
            var decoder = TextDecoder(try detector.finish())
            var text: [UInt8] = []
            for start in stride(from: 0, to: bytes.count, by: size) { text += try decoder.decode(Array(bytes[start..<min(start + size, bytes.count)])) }
            text += try decoder.finish()
            #expect(String(decoding: text, as: UTF8.self) == (try TextEncoding.decode(bytes)))
        }
    }

    @Test("an empty file is an empty text") func empty() throws { #expect(try TextEncoding.decode([]) == "") }
}
