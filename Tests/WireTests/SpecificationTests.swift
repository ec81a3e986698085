import JSON
import Testing

@testable import Wire

/// The examples of the JSON-RPC 2.0 specification, with named parameters only, and what else can be wrong with a message.
@Suite("JSON-RPC 2.0") struct SpecificationTests {
    @Test("examples", arguments: [
        (#"{"jsonrpc":"2.0","method":"subtract","params":{"subtrahend":23,"minuend":42},"id":3}"#, #"{"jsonrpc":"2.0","id":3,"result":19}"#),
        (#"{"jsonrpc":"2.0","method":"subtract","params":{"minuend":42,"subtrahend":23},"id":"4"}"#, #"{"jsonrpc":"2.0","id":"4","result":19}"#),
        (#"{"jsonrpc":"2.0","method":"get","id":1.50}"#, #"{"jsonrpc":"2.0","id":1.50,"result":0}"#),
        (#"{"jsonrpc":"2.0","method":"update","params":{"a":1}}"#, ""),
        (#"{"jsonrpc":"2.0","method":"foobar"}"#, ""),
        (#"{"jsonrpc":"2.0","method":"foobar","params":[1]}"#, ""),
        (#"{"jsonrpc":"2.0","result":7,"id":1}"#, ""),
        (#"{"jsonrpc":"2.0","method":"foobar","id":"1"}"#, "-32601 methodNotFound \"1\""),
        (#"{"jsonrpc":"2.0","method":"foobar","params":[1],"id":"1"}"#, "-32601 methodNotFound \"1\""),
        (#"{"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":1}"#, "-32602 invalidParams 1"),
        (#"{"jsonrpc":"2.0","method":"subtract","params":null,"id":1}"#, "-32602 invalidParams 1"),
        (#"{"jsonrpc":"2.0","method":"foobar,"params":"bar","baz]"#, "-32700 parseError null"),
        (#"{"jsonrpc":"2.0","method":1,"params":"bar"}"#, "-32600 invalidRequest null"),
        (#"{"jsonrpc":"2.0","method":1,"id":5}"#, "-32600 invalidRequest 5"),
        (#"{"jsonrpc":"1.0","method":"get","id":5}"#, "-32600 invalidRequest 5"),
        (#"{"method":"get","id":5}"#, "-32600 invalidRequest 5"),
        (#"{"jsonrpc":"2.0","method":"get","id":null}"#, "-32600 invalidRequest null"),
        (#"{"jsonrpc":"2.0","method":"get","id":[1]}"#, "-32600 invalidRequest null"),
        (#"{"jsonrpc":"2.0","method":"exit","id":1}"#, "-32600 invalidRequest 1"),
        (#"{"jsonrpc":"2.0","method":"fail","id":1}"#, "2001 notFound 1"),
        ("7", "-32600 invalidRequest null"),
        (#"[{"jsonrpc":"2.0","method":"sum","params":{"of":[1,2]},"id":"1"},{"jsonrpc":"2.0","method""#, "-32700 parseError null"),
        ("[]", "-32600 invalidRequest null"),
        ("[1]", "[-32600 invalidRequest null]"),
        ("[1,2,3]", "[-32600 invalidRequest null,-32600 invalidRequest null,-32600 invalidRequest null]"),
        (#"[{"jsonrpc":"2.0","method":"update"},{"jsonrpc":"2.0","method":"foobar","params":{}}]"#, ""),
        (
            #"[{"jsonrpc":"2.0","method":"sum","params":{"of":[1,2,4]},"id":"1"},{"jsonrpc":"2.0","method":"update"},{"foo":"boo"},"#
                + #"{"jsonrpc":"2.0","method":"foo.get","id":"5"},{"jsonrpc":"2.0","method":"get","id":"9"},{"jsonrpc":"2.0","result":1,"id":2}]"#,
            #"[{"jsonrpc":"2.0","id":"1","result":7},-32600 invalidRequest null,-32601 methodNotFound "5",{"jsonrpc":"2.0","id":"9","result":0}]"#
        ),
        ("[" + Array(repeating: "1", count: 1_001).joined(separator: ",") + "]", "1001 overloaded null"),
    ])
    func examples(_ input: String, _ expected: String) async {
        let pair = PairedConnection(handler: TestHandler())
        pair.write(input + "\n")
        pair.closeInput()
        let answers = await pair.receiveAll()
        #expect(answers.map(Self.short).joined(separator: "\n") == expected)
        #expect(await pair.awaitEnd() == Ending(reason: .endOfInput, status: 0))
    }

    private static func short(_ answer: JSONValue) -> String {
        if let members = answer.array { return "[" + members.map(short).joined(separator: ",") + "]" }
        guard let code = answer.code else { return answer.text }
        return "\(code) \(answer.kind ?? "-") \(answer.id?.text ?? "-")"
    }

    @Test("after garbage and what is too large it goes on, also with headers") func goesOn() async {
        let pair = PairedConnection(handler: TestHandler(), maximumMessage: 100)
        pair.write("garbage\n{\u{0}}\n" + String(repeating: "x", count: 300) + "\n{\"jsonrpc\":\"2.0\",\"method\":\"get\",\"id\":1}\n")
        pair.write([0x22, 0xFF, 0x22, 0x0A])
        pair.closeInput()
        // The first byte is a letter, so these are headers; the whole of it is searched for the next Content-Length.
        #expect(await pair.awaitEnd()?.status == 0)

        let lines = PairedConnection(handler: TestHandler(), maximumMessage: 100)
        lines.write("{garbage\n{\u{0}}\n" + String(repeating: "x", count: 300) + "\n{\"jsonrpc\":\"2.0\",\"method\":\"get\",\"id\":1}\n")
        lines.write([0x22, 0xFF, 0x22, 0x0A])
        lines.closeInput()
        let kinds = await lines.receiveAll().map { $0.kind ?? "result" }
        #expect(kinds == ["parseError", "parseError", "messageTooLarge", "result", "parseError"])
    }

    @Test("headers are answered with headers") func headers() async {
        let pair = PairedConnection(handler: TestHandler())
        let body = #"{"jsonrpc":"2.0","method":"get","id":1}"#
        pair.write("Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        pair.closeInput()
        _ = await pair.awaitEnd()
        let answer = #"{"jsonrpc":"2.0","id":1,"result":0}"#
        #expect(await pair.receiveText() == "Content-Length: \(answer.utf8.count)\r\n\r\n\(answer)")
    }
}
