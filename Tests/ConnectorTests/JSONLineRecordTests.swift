import Foundation
import Provisioning
import Testing

@testable import Connectors

/// The quick way through a file of JSON lines finds the same people as the thorough one, or says that it cannot.
@Suite struct JSONLineRecordTests {
    private func connector(_ file: TestFile) -> FileConnector { FileConnector(path: file.path, format: nil, columns: [:]) }

    private func all(_ reader: any SnapshotReader) async throws -> [Employee] {
        var employees: [Employee] = []
        while let page = try await reader.next() {
            employees += page.employees
            guard let records = page.records else { continue }
            for range in records.ranges { employees.append(try records.read(records.bytes[range])) }
        }
        return employees
    }

    @Test("lines of every length, blank ones, a last one without an end") func findsTheSame() async throws {
        var lines: [String] = []
        for number in 1...3_000 {
            lines.append(#"{"id":"\#(number)","first_name":"Åsa","last_name":"\#(String(repeating: "x", count: number % 997))"}"#)
            if number % 50 == 0 { lines.append(number % 100 == 0 ? "" : " \t\r") }
        }
        for end in ["", "\n", "\n\n \n"] {
            let file = try TestFile(lines.joined(separator: "\n") + end, name: "people.jsonl")
            let records = try #require(try await connector(file).records())
            let quick = try await all(records)
            #expect(quick.count == 3_000)
            #expect(try await all(connector(file).snapshot()) == quick)
        }
    }

    @Test("a byte that is not UTF-8, or a line that is no employee, is left to the thorough way", arguments: [
        Data(#"{"id":"2","first_name":"J"#.utf8) + Data([0xFC]) + Data(#"rg"}"#.utf8), Data(#"{"id":"2""#.utf8), Data("[1]".utf8),
    ])
    func leavesTheRest(line: Data) async throws {
        let file = try TestFile(Array(#"{"id":"1","first_name":"A","last_name":"B"}"#.utf8) + [0x0A] + line + [0x0A], name: "people.jsonl")
        let records = try #require(try await connector(file).records())
        await #expect(throws: ConnectorError.self) { try await all(records) }
    }

    @Test("what does not begin as JSON lines in UTF-8 has no quick way", arguments: ["", "id;first_name\n1;A\n", "[\n{}]", "{\n}", "\u{FEFF}{\"id\":\"1\"}\n{\"id\":\"2\"}", #"{"id":"1"}"#])
    func hasNoQuickWay(text: String) async throws {
        let file = try TestFile(text, name: "people.jsonl")
        #expect(try await connector(file).records() == nil)
    }
}
