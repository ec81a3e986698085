import Foundation
import JSON
import Testing

/// stdout holds the protocol and nothing else; logs are JSON lines on stderr.
@Suite struct StreamTests {
    static let arguments = ["--memory", "--virtual-clock", "2026-01-05T08:00:00Z", "--log-level", "trace"]
    static let requests = [
        #"{"jsonrpc":"2.0","id":1,"method":"clock/get","params":{}}"#,
        #"{"jsonrpc":"2.0","id":"two","method":"segment/list","params":{"attribute":"none"}}"#,
        #"[{"jsonrpc":"2.0","id":3,"method":"attribute/list"},{"jsonrpc":"2.0","method":"no/notification"}]"#,
        #"{"jsonrpc":"2.0","id":4,"method":"user/list","params":{"limit":2}}"#,
    ]
    static let answers = [
        #"{"jsonrpc":"2.0","id":1,"result":{"now":"2026-01-05T08:00:00.000Z"}}"#,
        #"{"jsonrpc":"2.0","id":"two","error":{"code":2001,"message":"There is no attribute with the key “none”; attribute/list shows all.","data":{"kind":"notFound"}}}"#,
        #"[{"jsonrpc":"2.0","id":3,"result":{"items":[]}}]"#,
        #"{"jsonrpc":"2.0","id":4,"result":{"items":[]}}"#,
    ]

    private func expectLog(_ text: String) throws {
        let lines = text.split(separator: "\n")
        #expect(!lines.isEmpty, "at this level something is logged")
        for line in lines {
            let entry = try #require(try? JSONValue(parsing: Array(line.utf8)), "no JSON in the log: \(line)")
            #expect(entry["level"]?.string != nil && entry["message"]?.string != nil && entry["at"]?.string?.hasSuffix("Z") == true, "\(line)")
        }
    }

    @Test("a message a line: stdout byte for byte, logs on stderr") func lines() async throws {
        let outcome = try await staffetta(Self.arguments, input: Array(Self.requests.map { $0 + "\n" }.joined().utf8))
        #expect(outcome.output == Self.answers.map { $0 + "\n" }.joined())
        #expect(outcome.exit == .status(0))
        try expectLog(outcome.errors)
    }

    @Test("Content-Length headers: stdout byte for byte, logs on stderr") func headers() async throws {
        func framed(_ text: String) -> String { "Content-Length: \(text.utf8.count)\r\n\r\n\(text)" }
        let outcome = try await staffetta(Self.arguments, input: Array(Self.requests.map(framed).joined().utf8))
        #expect(outcome.output == Self.answers.map(framed).joined())
        #expect(outcome.exit == .status(0))
        try expectLog(outcome.errors)
    }

    @Test("a run at the most talkative log level leaves nothing but messages on stdout") func duringRun() async throws {
        let folder = try Folder()
        let people = try folder.manyPeople(50)
        let outcome = try await staffetta("--log-level", "trace", "--memory", lines: [
            Child.request(1, "initialize"),
            Child.request(2, "feature/enable", ["feature": "hrisIntegration", "acceptSubprocessor": true]),
            Child.request(3, "integration/connect", ["connector": "file", "name": "People", "authorization": ["kind": "none", "fields": ["path": .string(people)]]]),
            Child.request(4, "integration/configure", ["integration": "People", "configuration": [:]]),
            Child.request(5, "integration/runTest", ["integration": "People", "wait": true]),
            Child.request(6, "shutdown"), #"{"jsonrpc":"2.0","method":"exit"}"#,
        ])
        let messages = try outcome.messages
        #expect(outcome.exit == .status(0))
        #expect(Set(messages.compactMap { $0["id"]?.int }) == [1, 2, 3, 4, 5, 6])
        for message in messages { #expect(message["jsonrpc"]?.string == "2.0", "\(message.text)") }
    }

    @Test("garbage, invalid UTF-8 and 100,000 brackets are answered, and the next line as if nothing had been", arguments: [
        [UInt8]("garbage".utf8), [0xFF, 0xFE, 0x00], Array(#"{"jsonrpc":"2.0","id":1,"method":"user/list","params":{"query":""#.utf8) + [0xC3, 0x28] + Array(#""}}"#.utf8),
        Array(repeating: UInt8(ascii: "["), count: 100_000), Array((#"{"params":"# + String(repeating: "[", count: 100_000)).utf8),
    ])
    func garbage(_ line: [UInt8]) async throws {
        let good = Array((Self.requests[0] + "\n").utf8)
        let outcome = try await staffetta(Self.arguments, input: good + line + [0x0A] + good)
        let messages = try outcome.messages
        #expect(messages.count == 3)
        #expect(messages.count == 3 && messages[1]["error"]?["code"]?.int == -32700 && messages[1]["id"]?.isNull == true, "\(outcome.output)")
        #expect(messages.last?["result"]?["now"] != nil)
        #expect(outcome.exit == .status(0))
    }

    @Test("a line of 20 MiB is skipped and answered with messageTooLarge; --max-message sets the limit")
    func tooLarge() async throws {
        let long = Array(#"{"jsonrpc":"2.0","id":1,"method":"user/list","params":{"query":""#.utf8) + Array(repeating: UInt8(ascii: "a"), count: 20 << 20) + Array("\"}}\n".utf8)
        let good = Array((Self.requests[0] + "\n").utf8)
        let messages = try await staffetta(["--memory", "--virtual-clock", "2026-01-05T08:00:00Z"], input: long + good).messages
        #expect(messages.map { $0["error"]?["code"]?.int } == [1003, nil])
        #expect(messages.first?["id"]?.isNull == true)
        let small = try await staffetta("--memory", "--max-message", "100", lines: [Child.request(1, "user/list", ["query": .string(String(repeating: "a", count: 100))]), Child.request(2, "user/list")]).messages
        #expect(small.map { $0["error"]?["code"]?.int } == [1003, nil])
    }

    @Test("a client that closed its end ends the agent quietly, and not by a signal", arguments: [[], [Child.request(1, "initialize")]])
    func brokenPipe(_ first: [String]) async throws {
        try await withChild(["--memory"], reading: .closed) { child in
            for line in first + [Child.request(2, "feature/list"), Child.request(3, "feature/list")] { child.write(line + "\n") }
            try await child.expectEnd(.status(0))
            #expect(await child.log().isEmpty)
        }
    }
}
