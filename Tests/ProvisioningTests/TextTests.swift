import Provisioning
import Testing

@Suite struct TextTests {
    @Test("fold: what differs only in case, composition or white space around is equal", arguments: [
        ("STRASSE", "Straße"), ("ﬁN", "FIN"), ("Σίσυφος", "ΣΊΣΥΦΟΣ"), ("σας", "σασ"), ("e\u{301}", "É"), ("Å", "\u{212B}"), ("\u{A0}x\u{2003}", "X"),
        ("ſ", "S"), ("K", "\u{212A}"), ("ŉ", "ʼN"), ("ANNA@EXAMPLE.COM", " anna@example.com\n"), ("ǆ", "ǅ"), ("\u{1E9E}", "\u{1E9E}"),
    ]) func equalFolds(_ left: String, _ right: String) {
        #expect(Text.sameBytes(Text.fold(left), Text.fold(right)))
    }

    @Test("fold: each scalar's own mappings, no locale", arguments: [
        ("İ", "i\u{307}"), ("I", "i"), ("ı", "i"), ("ß", "ss"), ("Σ", "σ"), ("ς", "σ"), ("A\u{30A}", "å"), ("a b", "a b"), ("", ""), ("\u{FEFF}x", "\u{FEFF}x"),
    ]) func folds(_ text: String, _ fold: String) {
        #expect(Text.sameBytes(Text.fold(text), fold))
    }

    @Test("a fold folds to itself; so does normalized text") func idempotent() {
        // Foundation puts the marks of these three Tibetan vowels, whose use Unicode discourages, in order only the second time.
        let late: Set<UInt32> = [0x0F73, 0x0F75, 0x0F81]
        for value in UInt32(0x80)..<0x3000 where !late.contains(value) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a" + String(Character(scalar)) + "\u{301}b"
            #expect(Text.sameBytes(Text.fold(Text.normalized(text)), Text.fold(text)))
            #expect(Text.sameBytes(Text.normalized(Text.normalized(text)), Text.normalized(text)))
        }
    }

    @Test("R-MAP-2 trimmed and in NFC", arguments: [
        (" \t\r\nAnna \u{A0}\u{2028}", "Anna"), ("Jose\u{301}", "José"), ("\u{301}x", "\u{301}x"), ("   ", ""), ("a  b", "a  b"), ("x\u{301}\n", "x\u{301}"),
    ]) func normalized(_ text: String, _ expected: String) {
        #expect(Text.sameBytes(Text.normalized(text), expected))
    }

    @Test("external IDs compare byte for byte") func bytes() {
        #expect(!Text.sameBytes("é", "e\u{301}"))
        #expect(Text.sameBytes("é", "é"))
    }
}
