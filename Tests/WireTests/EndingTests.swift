import Dispatch
import JSON
import Testing

@testable import Wire

@Suite("Endings", .timeLimit(.minutes(1))) struct EndingTests {
    @Test("the end of a script's input waits for all that was received") func scriptEnd() async {
        let handler = TestHandler()
        let pair = PairedConnection(handler: handler)
        pair.request(1, "slow")
        // The last line has no line feed.
        pair.write(#"{"jsonrpc":"2.0","method":"add","id":2}"#)
        pair.closeInput()
        await handler.gate.awaitArrival()
        handler.gate.open()
        #expect(await pair.receiveAll().map { $0.id?.int } == [1, 2])
        #expect(await pair.awaitEnd() == Ending(reason: .endOfInput, status: 0))
        #expect(handler.noted.suffix(2) == ["drain", "closed"])
    }

    @Test("the end of a session's input cancels what runs beside; all that was received is answered") func sessionEnd() async {
        let handler = TestHandler()
        let pair = PairedConnection(handler: handler)
        await pair.initialize()
        pair.request(1, "slow")
        pair.request(2, "block")
        for id in 3...20 { pair.request(id, id % 3 == 0 ? "slow" : "add") }
        await handler.gate.awaitArrival()
        await handler.gate.awaitArrival()
        pair.closeInput()
        // The remote ones that wait are refused when the end of input is seen, before anything else comes out.
        for id in 3...20 where id % 3 == 0 {
            let answer = await pair.receive()
            #expect(answer?.id?.int == id)
            #expect(answer?.kind == "closing")
        }
        handler.gate.open()
        let rest = await pair.receiveAll()
        #expect(Set(rest.compactMap { $0.id?.int }) == Set((1...20).filter { $0 < 3 || $0 % 3 != 0 }))
        #expect(rest.count == 14)
        #expect(rest.first { $0.id?.int == 1 }?.kind == "cancelled")
        #expect(rest.first { $0.id?.int == 20 }?["result"]?.int == 12)
        #expect(await pair.awaitEnd() == Ending(reason: .endOfInput, status: 0))
        #expect(handler.noted.last == "closed")
    }

    @Test("stop refuses what waits, cancels what runs, and answers for a handler that does not listen within 5 s")
    func stop() async {
        let handler = TestHandler()
        let pair = PairedConnection(handler: handler)
        await pair.initialize()
        pair.request(1, "stubborn")
        pair.request(2, "block")
        pair.request(3, "get")
        await handler.gate.awaitArrival()
        await handler.gate.awaitArrival()
        let begin = ContinuousClock.now
        pair.connection.stop(reason: "SIGTERM")
        let answers = await pair.receiveAll()
        #expect(await pair.awaitEnd() == Ending(reason: .stopped("SIGTERM"), status: 0))
        #expect(ContinuousClock.now - begin < .seconds(20), "5 s, and what a busy machine adds")
        #expect(answers.map { $0.id?.int } == [3, 1, 2])
        #expect(answers.map(\.kind) == ["closing", "cancelled", "cancelled"])
        handler.gate.open()
    }

    @Test("a script that waits for its runs can be stopped") func stopScript() async {
        let handler = TestHandler()
        let pair = PairedConnection(handler: handler)
        pair.request(1, "untilCancelled")
        pair.request(2, "get")
        pair.closeInput()
        await handler.gate.pass()
        pair.connection.stop(reason: "test")
        #expect(await pair.receiveAll().map(\.kind) == ["closing", "cancelled"])
        #expect(await pair.awaitEnd()?.reason == .stopped("test"))
    }

    @Test("nobody reads any more: the connection ends quietly") func brokenPipe() async {
        let handler = TestHandler()
        let pair = PairedConnection(handler: handler, isReading: false)
        pair.closeOutput()
        pair.request(1, "get")
        #expect(await pair.awaitEnd() == Ending(reason: .brokenPipe, status: 0))
        #expect(handler.noted.last == "closed")
    }

    @Test("a client that does not read is not read from, and loses no response") func stalled() async {
        let handler = TestHandler()
        let pair = PairedConnection(handler: handler, isReading: false)
        pair.request(0, "initialize")
        let count = 12
        for id in 1...count { pair.request(id, "big") }
        pair.startReading()
        _ = await pair.receive()
        var answers: [Int?] = []
        for _ in 1...count { answers.append(await pair.receive()?.id?.int) }
        #expect(answers == (1...count).map { $0 })
        pair.closeInput()
        _ = await pair.awaitEnd()
    }

    @Test("a random flood: each request has exactly one response", arguments: [1, 2, 3, 4] as [UInt64]) func flood(seed: UInt64) async {
        var random = SeededRandom(seed: seed)
        let handler = TestHandler()
        handler.gate.open()
        let pair = PairedConnection(handler: handler)
        let isSession = seed % 2 == 0
        if isSession { await pair.initialize() }
        var text = ""
        var expected: [Int: Int] = [:]
        for id in 1...600 {
            let method = ["get", "quick", "add", "slow", "start", "status", "fail", "nonsense", "mark"].randomElement(using: &random) ?? "get"
            let request = #"{"jsonrpc":"2.0","method":"\#(method)","id":\#(id)}"#
            expected[id] = 1
            switch Int.random(in: 0..<10, using: &random) {
            case 0: text += "[\(request),\(#"{"jsonrpc":"2.0","method":"note"}"#)]\n"
            case 1: text += #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":\#(id)}}"# + "\n\(request)\n"
            case 2: text += "\(request)\r\n" + #"{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":\#(id)}}"# + "\n"
            default: text += "\(request)\n"
            }
        }
        let bytes = Array(text.utf8), pieces = bytes.count / 97 + 1
        DispatchQueue(label: "flood").async {
            for piece in 0..<pieces { pair.write(Array(bytes[(piece * 97)..<min(bytes.count, piece * 97 + 97)])) }
            pair.closeInput()
        }
        var answered: [Int: Int] = [:]
        for message in await pair.receiveAll() {
            for answer in message.array ?? [message] { answered[answer.id?.int ?? -1, default: 0] += 1 }
        }
        #expect(answered == expected)
        #expect(await pair.awaitEnd()?.reason == .endOfInput)
    }
}

struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
