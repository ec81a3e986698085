import Provisioning
import Testing

@Suite struct DelimitedTextTests {
    private func cells(_ text: String, _ delimiter: DelimitedText.Delimiter? = nil) throws -> [[String]] {
        try DelimitedText.records(text, delimiter: delimiter).map(\.cells)
    }

    @Test("R-RES-3 RFC 4180: quotes, doubled quotes, embedded newlines, every line end", arguments: [
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,b\n\"x,y\",\"he said \"\"no\"\"\"\n", [["a", "b"], ["x,y", "he said \"no\""]]),
        ("a,b\n\"two\r\nlines\",\"\"\n", [["a", "b"], ["two\r\nlines", ""]]),
        ("a,b\nRobert \"Bob\",2\n", [["a", "b"], ["Robert \"Bob\"", "2"]]),
        ("a,b\n,\n\n  \n , \nx,\n", [["a", "b"], ["x", ""]]),
        ("", []), ("\n\r\n", []), ("a", [["a"]]), ("\"a\"", [["a"]]), ("a,", [["a", ""]]),
    ] as [(String, [[String]])]) func reading(_ text: String, _ expected: [[String]]) throws {
        #expect(try cells(text) == expected)
    }

    @Test("R-RES-4 the delimiter is found out from the header, outside quotes", arguments: [
        ("a;b;c\n1,5;2;3", 3, DelimitedText.Delimiter.semicolon), ("a\tb\n1\t2", 2, .tab), ("a,b\n1;2,3", 2, .comma),
        ("\"x;y;z\",b\n1,2", 2, .comma), ("\n\n a;b\n1;2", 2, .semicolon), ("one\n1", 1, .comma), ("\"say \"\";;\"\"\",b\n1,2", 2, .comma),
    ]) func detection(_ text: String, _ columns: Int, _ delimiter: DelimitedText.Delimiter) throws {
        var reader = DelimitedText.Reader()
        var records: [DelimitedText.Record] = []
        try reader.feed(Array(text.utf8), into: &records)
        try reader.finish(into: &records)
        #expect(reader.delimiter == delimiter)
        #expect(records.count == 2)
        #expect(records.allSatisfy { $0.cells.count == columns })
    }

    @Test("a delimiter can be forced") func forced() throws {
        #expect(try cells("a;b,c\n1;2,3", .comma) == [["a;b", "c"], ["1;2", "3"]])
    }

    @Test("a record knows the line on which it begins", arguments: ["\n", "\r\n", "\r"]) func lines(_ end: String) throws {
        let text = ["", "h,i", "", "\"a", "b\",c", "d,e"].joined(separator: end)
        #expect(try DelimitedText.records(text).map(\.line) == [2, 4, 6])
    }

    @Test("faults name their line", arguments: [
        ("a,b\n1,\"2\n3\n", 2), ("a,b\n\"1\"x,2\n", 2), ("a,b\n\"x\ny\"z,2\n", 3), ("\"a", 1),
    ]) func faults(_ text: String, _ line: Int) {
        #expect { try DelimitedText.records(text) } throws: { ($0 as? TextFault)?.line == line }
    }

    @Test("a line with fewer or more fields than the header is a fault, also where only empty cells are missing") func counts() throws {
        let records = try DelimitedText.records("a,b,c\n1,2,\n1,2\n1,2,3,4\n")
        #expect(records.map { $0.fault(forColumns: 3)?.line } == [nil, nil, 3, 4])
    }

    @Test("the pieces in which a file arrives make no difference") func pieces() throws {
        let text = "\u{FEFF}näme;\"bei\r\nde\";c\r\n\r\n\"a;\"\"b\";2;\r\nø;\"\r\";3\n;;\nlast;\"\";\"\"".dropFirst()
        let whole = try DelimitedText.records(String(text))
        #expect(whole.count == 4)
        var random = Seeded(seed: 1)
        for _ in 0..<200 {
            var reader = DelimitedText.Reader()
            var records: [DelimitedText.Record] = []
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let size = Int.random(in: 1...7, using: &random)
                try reader.feed(Array(rest.prefix(size)), into: &records)
                rest = rest.dropFirst(size)
            }
            try reader.finish(into: &records)
            #expect(records == whole)
        }
    }

    @Test("R-RES-3 cells that look like formulas are guarded", arguments: [
        ("=1+1", "'=1+1"), ("+49", "'+49"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("'=x", "''=x"), ("''=x", "'''=x"),
        ("'tis", "'tis"), ("x=1", "x=1"), ("", ""), ("'", "'"), ("=\u{301}", "'=\u{301}"), ("\r\n", "'\r\n"),
    ]) func guarding(_ cell: String, _ guarded: String) {
        #expect(DelimitedText.guarded(cell) == guarded)
        #expect(DelimitedText.unguarded(guarded) == cell)
    }

    @Test("R-RES-3 what is written is read back, whatever the cells hold") func roundTrip() throws {
        let alphabet: [Character] = ["a", "é", ",", ";", "\t", "\"", "'", "=", "-", "+", "@", "\r", "\n", "\r\n", " ", "\u{301}", "🙂"]
        var random = Seeded(seed: 7)
        for round in 0..<500 {
            let header = ["First name", "a,b;c"]
            // A line whose cells are all blank is nobody, so each has a cell that is not.
            let rows = (0..<4).map { _ in ["x", String((0..<Int.random(in: 0...6, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) })] }
            var writer = DelimitedText.Writer(delimiter: round % 2 == 0 ? .semicolon : .comma, hasMark: round % 3 == 0)
            for row in [header] + rows { writer.append(row) }
            let read = try DelimitedText.records(try TextEncoding.decode(writer.bytes)).map { $0.cells.map(DelimitedText.unguarded) }
            #expect(read == [header] + rows)
        }
    }

    @Test("R-RES-3 CRLF, quotes where needed, the mark on request") func writing() {
        var writer = DelimitedText.Writer(hasMark: true)
        writer.append(["a", "b;c", "d\"e", "f,g", "=1"])
        #expect(String(decoding: writer.take(), as: UTF8.self) == "\u{FEFF}a;\"b;c\";\"d\"\"e\";\"f,g\";'=1\r\n")
        writer.append(["x"])
        #expect(writer.text == "x\r\n")
    }

    @Test("R-RES-4 booleans", arguments: [
        ("TRUE", true), ("false", false), (" 1 ", true), ("0", false), ("Yes", true), ("NO", false), ("", nil), ("ja", nil), ("2", nil),
    ] as [(String, Bool?)]) func booleans(_ text: String, _ expected: Bool?) {
        #expect(CSVBoolean.read(text) == expected)
    }
}

/// The same numbers every time.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
