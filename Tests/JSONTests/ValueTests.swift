import JSON
import Testing

@Suite("Values") struct ValueTests {
    @Test("whole numbers are exact", arguments: [
        ("0", 0), ("-0", 0), ("1.0", 1), ("1e2", 100), ("1.50e1", 15), ("-12E1", -120), ("100e-2", 1), ("0.0e999999999999999999999", 0),
        ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min), ("-9223372036854775808.0", Int.min), ("0.9e1", 9), ("9223372036854775807.000", Int.max),
    ])
    func whole(_ literal: String, _ value: Int) { #expect(JSONNumber(literal: literal)?.int == value) }

    @Test("other numbers are no Int", arguments: [
        "0.5", "1e-1", "9223372036854775808", "9223372036854775808.0", "-9223372036854775809", "-9223372036854775809.0", "1e19", "1e400", "1e99999999999999999999",
        "1e-99999999999999999999", "12345678901234567890",
    ])
    func notWhole(_ literal: String) throws {
        let number = try #require(JSONNumber(literal: literal))
        #expect(number.int == nil)
        #expect(try JSONValue(parsing: Array(literal.utf8)).text == literal)
    }

    @Test("no numbers", arguments: ["", "-", "01", "1.", ".1", "1e", "+1", " 1", "1 ", "0x1", "NaN", "1_000", "１"])
    func noNumber(_ literal: String) { #expect(JSONNumber(literal: literal) == nil) }

    @Test("doubles in their shortest form") func doubles() {
        #expect(JSONNumber(1.0)?.literal == "1")
        #expect(JSONNumber(0.1)?.literal == "0.1")
        #expect(JSONNumber(-2.5)?.literal == "-2.5")
        #expect(JSONNumber(Double.infinity) == nil)
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber(literal: "1e400")?.double == nil)
        #expect(JSONNumber(literal: "1.10")?.double == 1.1)
        var random = SplitMix(seed: 7)
        for _ in 0..<2_000 {
            let value = Double(bitPattern: random.next())
            guard let number = JSONNumber(value) else { continue }
            #expect(JSONNumber(literal: number.literal)?.double == value)
        }
    }

    @Test("objects keep order; the last of a repeated name wins") func objects() throws {
        var object: JSONObject = ["a": 1, "b": nil, "a": [true, "x"]]
        #expect(object.names == ["a", "b"])
        #expect(object["a"] == [true, "x"])
        #expect(object["b"] == JSONValue.null)
        object["c"] = 3
        object["a"] = nil
        #expect(JSONValue.object(object).text == #"{"b":null,"c":3}"#)
        object["b"] = .null
        #expect(object.count == 2)
        let many = (0..<50).map { (name: "k\($0 % 40)", value: JSONValue($0)) }
        #expect(JSONObject(many).count == 40)
        #expect(JSONObject(many)["k3"]?.int == 43)
        #expect(JSONObject(many).names.first == "k0")
        // The same letter spelled in two ways is two names.
        #expect(try JSONValue(parsing: Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8)).object?.count == 2)
    }

    @Test("the writer separates and escapes") func writer() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("a\"\\\u{8}\u{9}\u{A}\u{C}\u{D}\u{1}\u{1F}\u{7F}é\u{2028}/")
        writer.beginArray()
        writer.int(1)
        writer.double(2.5)
        writer.double(.nan)
        writer.bool(true)
        writer.beginObject()
        writer.endObject()
        writer.raw(Array("[0]".utf8))
        writer.beginArray()
        writer.endArray()
        writer.endArray()
        writer.name("b")
        writer.value(["c": nil, "d": [1, "x"]])
        writer.endObject()
        let expected = #"{"a\"\\\b\t\n\f\r\u0001\u001f"# + "\u{7F}é\u{2028}/" + #"":[1,2.5,null,true,{},[0],[]],"b":{"c":null,"d":[1,"x"]}}"#
        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test("pretty is stable") func pretty() throws {
        let value: JSONValue = ["a": [1, [], [:]], "b": ["c": "d"], "e": []]
        #expect(
            value.pretty == """
                {
                  "a": [
                    1,
                    [],
                    {}
                  ],
                  "b": {
                    "c": "d"
                  },
                  "e": []
                }
                """)
        #expect(try JSONValue(parsing: Array(value.pretty.utf8)) == value)
    }

    @Test("random trees survive the round trip", arguments: 0..<40) func roundTrip(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        for _ in 0..<20 {
            let value = random.value(depth: 5)
            #expect(try JSONValue(parsing: value.encoded()) == value)
            #expect(try JSONValue(parsing: Array(value.pretty.utf8)) == value)
            // Nothing cut off anywhere is JSON, numbers apart.
            guard value.number == nil else { continue }
            let bytes = value.encoded()
            for end in 0..<min(bytes.count, 200) { #expect(throws: JSONError.self) { try JSONDocument(Array(bytes[..<end])) } }
        }
    }
}

/// A small random source with a seed.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func text() -> String {
        let letters: [Unicode.Scalar] = ["a", "Z", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "é", "\u{2028}", "€", "\u{FFFF}", "😀", "\u{10FFFF}", " "]
        var text = ""
        for _ in 0..<Int.random(in: 0...12, using: &self) { text.unicodeScalars.append(letters.randomElement(using: &self) ?? "a") }
        return text
    }

    mutating func value(depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &self) {
        case 0: return nil
        case 1: return .bool(Bool.random(using: &self))
        case 2: return JSONValue(Int.random(in: .min ... .max, using: &self))
        case 3: return JSONNumber(Double(Int.random(in: -99_999...99_999, using: &self)) / 1_000).map { .number($0) } ?? nil
        case 4: return .string(text())
        case 5, 6: return .array((0..<Int.random(in: 0...4, using: &self)).map { _ in value(depth: depth - 1) })
        default: return .object(JSONObject((0..<Int.random(in: 0...4, using: &self)).map { (name: "\($0)" + text(), value: value(depth: depth - 1)) }))
        }
    }
}
