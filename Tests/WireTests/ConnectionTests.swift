import Dispatch
import JSON
import Testing

@testable import Wire

@Suite("Scripts and sessions", .timeLimit(.minutes(1))) struct ConnectionTests {
    @Test("a script is answered strictly in order, then drained") func scriptInOrder() async {
        let handler = TestHandler()
        let pair = PairedConnection(handler: handler)
        pair.request(1, "start")
        pair.request(2, "slow")
        pair.request(3, "add")
        pair.request(4, "nonsense")
        pair.write("{garbage\n")
        pair.request(5, "get")
        await handler.gate.awaitArrival()
        pair.request(6, "status")
        #expect(await pair.receive()?.id?.int == 1)
        // Control overtakes what waits.
        #expect(await pair.receive()?.id?.int == 6)
        pair.closeInput()
        handler.gate.open()
        let rest = await pair.receiveAll()
        #expect(rest.map { $0.id?.int } == [2, 3, 4, nil, 5])
        #expect(rest.last?["result"]?.int == 1)
        #expect(await pair.awaitEnd() == Ending(reason: .endOfInput, status: 0))
        #expect(handler.noted == ["start", "start done", "slow", "status", "slow done", "add", "get", "drain", "closed"])
    }

    @Test("a script of any length is never overloaded") func longScript() async {
        let pair = PairedConnection(handler: TestHandler())
        DispatchQueue(label: "writer").async {
            for id in 1...5_000 { pair.request(id, "add") }
            pair.closeInput()
        }
        let received = await pair.receiveAll().map { $0["result"]?.int }
        #expect(received == (1...5_000).map { $0 })
    }

    @Test("a script gets no notifications, a session gets them after the response that names the run") func notifications() async {
        let script = PairedConnection(handler: TestHandler())
        script.request(1, "named")
        script.closeInput()
        #expect(await script.receiveAll().count == 1)

        let handler = TestHandler()
        let session = PairedConnection(handler: handler)
        await session.initialize()
        session.request(1, "named")
        #expect(await session.receive()?["result"]?.string == "run")
        #expect(await session.receive()?["method"]?.string == "event")
        session.closeInput()
        _ = await session.awaitEnd()
        #expect(handler.noted == ["initialize", "opened", "named", "closed"])
    }

    @Test("in a session a read sees the changes before it, and a remote request goes on beside") func sessionOrder() async {
        let handler = TestHandler()
        let pair = PairedConnection(handler: handler)
        await pair.initialize()
        for id in 1...200 {
            pair.request(id * 2, "add")
            pair.request(id * 2 + 1, id % 2 == 0 ? "get" : "quick")
        }
        for id in 1...200 {
            #expect(await pair.receive()?["result"]?.int == id)
            #expect(await pair.receive()?["result"]?.int == id)
        }
        pair.request(1_000, "slow")
        await handler.gate.awaitArrival()
        // What a remote request does before it suspends is seen as well.
        pair.request(1_001, "mark")
        pair.request(1_002, "get")
        let answer = await pair.receive()
        #expect(answer?.id?.int == 1_002)
        #expect(answer?["result"]?.int == 77)
        handler.gate.open()
        #expect(Set([await pair.receive()?.id?.int, await pair.receive()?.id?.int]) == [1_000, 1_001])
        pair.closeInput()
    }

    @Test("control overtakes a busy lane") func control() async {
        let handler = TestHandler()
        let pair = PairedConnection(handler: handler)
        await pair.initialize()
        pair.request(1, "block")
        await handler.gate.awaitArrival()
        pair.request(2, "get")
        pair.request(3, "status")
        #expect(await pair.receive()?.id?.int == 3)
        handler.gate.open()
        #expect(await pair.receive()?.id?.int == 1)
        #expect(await pair.receive()?.id?.int == 2)
        pair.closeInput()
    }

    @Test("cancelled while waiting, while running, and after the end") func cancellation() async {
        let handler = TestHandler()
        let pair = PairedConnection(handler: handler)
        await pair.initialize()
        pair.request(1, "block")
        await handler.gate.awaitArrival()
        pair.request(2, "add")
        pair.notify("$/cancelRequest", ["id": 2])
        let waiting = await pair.receive()
        #expect(waiting?.id?.int == 2)
        #expect(waiting?.kind == "cancelled")
        #expect(waiting?.code == -32800)
        handler.gate.open()
        #expect(await pair.receive()?.id?.int == 1)
        for id in [1, 2, 99] { pair.notify("$/cancelRequest", ["id": JSONValue(id)]) }
        // The request of that id that was cancelled was never begun.
        pair.request(2, "get")
        #expect(await pair.receive()?["result"]?.int == 0)

        let running = TestHandler()
        let second = PairedConnection(handler: running)
        await second.initialize()
        second.request(1, "untilCancelled")
        second.request(2, "slow")
        await running.gate.pass()
        second.notify("$/cancelRequest", ["id": 1])
        let answers = [await second.receive(), await second.receive()]
        #expect(answers.first { $0?.id?.int == 1 }??.kind == "cancelled")
        #expect(answers.first { $0?.id?.int == 2 }??["result"]?.string == "ok")
        pair.closeInput()
        second.closeInput()
    }

    @Test("an id that is still unanswered cannot be used again") func duplicates() async {
        let handler = TestHandler()
        let pair = PairedConnection(handler: handler)
        await pair.initialize()
        pair.request(1, "slow")
        await handler.gate.awaitArrival()
        pair.request(1, "get")
        #expect(await pair.receive()?.kind == "invalidRequest")
        handler.gate.open()
        #expect(await pair.receive()?["result"]?.string == "ok")
        pair.request(1, "get")
        #expect(await pair.receive()?["result"]?.int == 0)
        pair.closeInput()
    }

    @Test("more than 1,000 waiting requests of a session are overload; control is still answered") func overload() async {
        let handler = TestHandler()
        let pair = PairedConnection(handler: handler)
        await pair.initialize()
        pair.request(1, "block")
        await handler.gate.awaitArrival()
        for id in 2...1_003 { pair.request(id, "get") }
        pair.request(5_000, "status")
        #expect([await pair.receive(), await pair.receive()].map { $0?.kind } == ["overloaded", "overloaded"])
        #expect(await pair.receive()?.id?.int == 5_000)
        handler.gate.open()
        for id in 1...1_001 { #expect(await pair.receive()?.id?.int == id) }
        pair.closeInput()
    }

    @Test("initialize again, and in a script, is refused; after shutdown all but exit") func handshake() async {
        let pair = PairedConnection(handler: TestHandler())
        await pair.initialize()
        pair.request(1, "initialize")
        #expect(await pair.receive()?.kind == "invalidRequest")
        pair.notify("initialized")
        pair.request(2, "shutdown")
        let answer = await pair.receive()
        #expect(answer?.id?.int == 2)
        #expect(answer?["result"] == JSONValue.null)
        pair.request(3, "get")
        #expect(await pair.receive()?.code == 1002)
        pair.notify("exit")
        #expect(await pair.awaitEnd() == Ending(reason: .exit, status: 0))

        let script = PairedConnection(handler: TestHandler())
        script.request(1, "get")
        script.request(2, "initialize")
        script.closeInput()
        #expect(await script.receiveAll().last?.kind == "invalidRequest")
    }

    @Test("exit without shutdown is status 1 in a session, 0 in a script") func exit() async {
        let session = PairedConnection(handler: TestHandler())
        await session.initialize()
        session.notify("exit")
        #expect(await session.awaitEnd() == Ending(reason: .exit, status: 1))
        let script = PairedConnection(handler: TestHandler())
        script.request(1, "add")
        script.notify("exit")
        #expect(await script.receiveAll().first?["result"]?.int == 1)
        #expect(await script.awaitEnd() == Ending(reason: .exit, status: 0))
    }
}
