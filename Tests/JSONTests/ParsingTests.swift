import JSON
import Testing

/// In the spirit of the public JSON parsing test collection: what every reader must take and what none may.
@Suite("RFC 8259") struct ParsingTests {
    @Test("taken", arguments: [
        "[]", "{}", "[[]   ]", " [] ", "[null]", "[1\n]", "[true,false,null]", "\"\"", "42", "-0", "-0.1", "null", "true", "\"asd\"", "\t[ ]\r\n",
        "[0e1]", "[0e+1]", "[1E22]", "[1E-2]", "[1e+2]", "[123.456e78]", "[-1]", "[20e1]", "[1e1]", "[123456789012345678901234567890]",
        "{\"a\":\"b\",\"a\":\"c\"}", "{\"\":0}", "{\"a\":[]}", "{\"foo\\u0000bar\": 42}", "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }",
        #"["\u0060\u012a\u12AB"]"#, #"["\uD801\udc37"]"#, #"["\"\\\/\b\f\n\r\t"]"#, #"["\\u0000"]"#, #"["\uDBFF\uDFFF"]"#, #"["\uFFFE"]"#,
        "[\"\u{7F}\"]", "[\"\u{2028}\u{2029}\"]", "[\"€𝄞\"]", "[\"\u{10FFFF}\"]", #"["\u0821 \u0000"]"#, "[[[[[]]]]]", "{\"a\":{\"b\":{}}}",
    ])
    func taken(_ text: String) throws {
        #expect(throws: Never.self) { try JSONDocument(Array(text.utf8)) }
    }

    @Test("refused", arguments: [
        "", " ", "[1 true]", "[\"\": 1]", "[\"\"],", "[,1]", "[1,,2]", "[1,]", "[\"x\"]]", "[\"x\",,]", "[x", "[\"x\"", "[:]", "[,", "[1:2]", "[-]",
        "[*]", "[\"a\",\n4\n,1,", "[1,\n1\n,1", "[{}", "[fals]", "[nul]", "[tru]", "[True]", "nul", "n", "[++1]", "[+1]", "[+Inf]", "[-01]", "[-1.0.]",
        "[-2.]", "[.-1]", "[.2e-3]", "[0.1.2]", "[0.3e+]", "[0.3e]", "[0.e1]", "[0E+]", "[0E]", "[1.0e+]", "[1.0e-]", "[1.0e]", "[1 000.0]", "[1eE2]",
        "[2.e+3]", "[9.e+]", "[Inf]", "[NaN]", "[\u{FF11}]", "[1+2]", "[0x1]", "[0x42]", "[Infinity]", "[0e+-1]", "[-Infinity]", "[- 1]", "[-012]",
        "[-NaN]", "[-.123]", "[1ea]", "[1.]", "[.123]", "[1.2a-3]", "[012]", "00", "01", "2.", "[\"x\", truth]", "{[: \"x\"}", "{\"x\", null}",
        "{\"x\"::\"b\"}", "{\"a\":\"a\" 123}", "{key: 'value'}", "{\"a\" b}", "{:\"b\"}", "{\"a\" \"b\"}", "{\"a\":", "{\"a\"", "{1:1}", "{\"id\":0,,,,,}",
        "{'a':0}", "{\"id\":0,}", "{\"a\":\"b\"}/**/", "{\"a\":\"b\"}//", "{\"a\":\"b\",,\"c\":\"d\"}", "{a: \"b\"}", "{\"a\":\"a", "{\"a\":true} \"x\"", "{,}",
        #"["\uD800\"]"#, #"["\u00A"]"#, #"["\"#, #"["\x00"]"#, #"["\\\"]"#, #"["\a"]"#, #"["\uqqqq"]"#, "[\"\\é\"]", #"["\u"]"#, "'a'", "[\"a\u{0}a\"]",
        "[\"new\nline\"]", "[\"\t\"]", "\"\\UA66D\"", "\"", "\"asd", "abc", "a", "[1]x", "[][]", "]", "{}}", "{]", "[}", "<null>", "*", "{\"a\":\"b\"}#{}",
        "[\u{000C}]", "\u{2060}", "[\u{A0}]", "1]", "{\"x\": true,", "[[", "{", "[", "{\"asd\":\"asd\"", "å", "\u{FEFF}", "\u{FEFF}{}", "1 2", "\"\u{1F}\"",
        #"["\uD800"]"#, #"["\uDC00"]"#, #"["\uD800\uD800"]"#, #"["\uD800abc"]"#, #"["\ud83d\n"]"#, #"["\uDd1e\uD834"]"#, #"["\uD834\uDd"]"#,
    ])
    func refused(_ text: String) {
        #expect(throws: JSONError.self) { try JSONDocument(Array(text.utf8)) }
    }

    @Test("not UTF-8", arguments: [
        [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xE2, 0x28, 0xA1],
        [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0xAF], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9D, 0x84], [0xF4, 0x90, 0x80, 0x80],
        [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xE9], [0xF0, 0x9F, 0x98, 0x22],
    ] as [[UInt8]])
    func notUTF8(_ bytes: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        for prefix in ["", "a", "abcdefg", "abcdefgh", "äöü"] {
            let text = [quote] + prefix.utf8 + bytes + [quote]
            let error = #expect(throws: JSONError.self) { try JSONDocument(text) }
            #expect(error?.reason == .invalidUTF8)
            #expect(error?.offset == 1 + prefix.utf8.count)
            #expect(throws: JSONError.self) { try JSONDocument(Array(text.dropLast())) }
        }
        #expect(throws: JSONError.self) { try JSONDocument(bytes) }
    }

    @Test("errors say where and what", arguments: [
        ("[1,\n 2,\n x]", 9, 3, JSONError.Reason.unexpected(UInt8(ascii: "x"))), ("{} {}", 3, 1, .trailingBytes), ("\u{FEFF}1", 0, 1, .byteOrderMark),
        ("\"a\u{1}\"", 2, 1, .controlCharacter(1)), (#""\q""#, 1, 1, .invalidEscape), (#""\ud800""#, 1, 1, .loneSurrogate), ("[", 1, 1, .unexpectedEnd),
        ("-", 0, 1, .invalidNumber),
    ])
    func errors(_ text: String, _ offset: Int, _ line: Int, _ reason: JSONError.Reason) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(Array(text.utf8)) }
        #expect(error?.offset == offset)
        #expect(error?.line == line)
        #expect(error?.reason == reason)
        #expect(error?.description.hasPrefix("line \(line), byte \(offset): ") == true)
    }

    @Test("depth is limited, not by the stack") func depth() throws {
        func nested(_ depth: Int) -> [UInt8] { Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth) }
        #expect(throws: Never.self) { try JSONDocument(nested(512)) }
        #expect(throws: JSONError.self) { try JSONDocument(nested(513)) }
        #expect(throws: Never.self) { try JSONDocument(nested(1), maximumDepth: 1) }
        #expect(throws: JSONError.self) { try JSONDocument(nested(2), maximumDepth: 1) }
        let error = #expect(throws: JSONError.self) { try JSONDocument(nested(100_000), maximumDepth: .max) }
        #expect(error?.reason == .tooDeep(maximum: JSONDocument.greatestDepth))
        let deepest = try JSONValue(parsing: nested(JSONDocument.greatestDepth), maximumDepth: .max)
        #expect(deepest.encoded() == nested(JSONDocument.greatestDepth))
        let objects = Array(String(repeating: #"{"a":"#, count: 100_000).utf8)
        #expect(throws: JSONError.self) { try JSONDocument(objects) }
    }

    @Test("views find values without a tree") func views() throws {
        let text = #" {"a":[1,"x\u00e9\ud83d\ude00\n",true,null,{}],"b":{"c":-1.50},"a\/b":false,"n":1,"n":2} "#
        let root = try JSONDocument(Array(text.utf8)).root
        #expect(root.kind == .object)
        #expect(root.count == 5)
        let a = try #require(root["a"])
        #expect(a.elements.map(\.kind) == [.number, .string, .bool, .null, .object])
        #expect(a.elements.compactMap(\.string) == ["xé😀\n"])
        #expect(a.count == 5)
        #expect(root["b"]?["c"]?.number?.literal == "-1.50")
        #expect(root["b"].map { String(decoding: $0.raw, as: UTF8.self) } == #"{"c":-1.50}"#)
        #expect(root["a/b"]?.bool == false)
        #expect(root["n"]?.number?.int == 2)
        #expect(root["missing"] == nil)
        #expect(a["a"] == nil)
        #expect(root.members.map(\.name) == ["a", "b", "a/b", "n", "n"])
        #expect(root.value.text == #"{"a":[1,"xé😀\n",true,null,{}],"b":{"c":-1.50},"a/b":false,"n":2}"#)
    }
}
