import JSON
import Testing

@testable import Wire

/// The state machine by itself: events in, actions out.
@Suite("Session") struct SessionTests {
    private final class NoClient: Client {
        var isSession: Bool { false }
        func notify(method: String, params: [UInt8], replacing key: String?) {}
    }

    private static func receive(_ session: inout Session, _ id: Int?, _ method: String, _ effect: Effect? = nil, quick: Bool = false, bytes: Int = 100) -> [Action] {
        let request = Message.Request(id: id.map { .number(String($0)) }, method: method, params: nil, bytes: bytes)
        return session.receive(request, .success([:]), MethodTraits(effect: effect, isQuick: quick), client: NoClient())
    }

    private static func names(_ actions: [Action]) -> [String] {
        actions.map { action in
            switch action {
            case .send(let bytes, _): (try? JSONValue(parsing: bytes)).flatMap { $0.kind ?? "result" } ?? "?"
            case .run: "run"
            case .wakeLane: "wake"
            case .cancel: "cancel"
            case .opened: "opened"
            case .exit(let status): "exit \(status)"
            }
        }
    }

    private static func opened() -> Session {
        var session = Session()
        guard case .run(let job)? = receive(&session, 0, "initialize").first else { return session }
        #expect(names(session.finish(job.ticket, .success(Array("{}".utf8)))) == ["result", "opened"])
        return session
    }

    @Test("the first request decides between script and session") func mode() {
        for (method, mode) in [("initialize", Session.Mode.session), ("get", .script), ("nonsense", .script), ("shutdown", .script)] {
            var session = Session()
            _ = Self.receive(&session, nil, "hello")
            _ = session.refuse(ReplyAddress(id: .null), .parseError("x"))
            #expect(session.mode == .undecided)
            _ = Self.receive(&session, 1, method, method == "get" ? .read : nil)
            #expect(session.mode == mode)
        }
    }

    @Test("an initialize that failed can be repeated") func failedInitialize() {
        var session = Session()
        guard case .run(let job)? = Self.receive(&session, 0, "initialize").first else {
            Issue.record("initialize does not run at once")
            return
        }
        #expect(Self.names(Self.receive(&session, 1, "initialize")) == ["invalidRequest"])
        #expect(Self.names(session.finish(job.ticket, .failure(.invalidParams("x")))) == ["invalidParams"])
        #expect(Self.names(Self.receive(&session, 2, "initialize")) == ["run"])
    }

    @Test("long requests wait only as long as they are 16 MiB together; one may be of any length") func bytes() {
        let half = Session.maximumWaitingBytes / 2
        var session = Self.opened()
        #expect(Self.names(Self.receive(&session, 1, "change", .local, bytes: 100 << 20)) == ["wake"])
        guard let first = session.next() else { return }
        #expect(Self.names(Self.receive(&session, 2, "change", .local)) == ["overloaded"])
        _ = session.finish(first.ticket, .success([]))
        for id in 3...4 { #expect(Self.names(Self.receive(&session, id, "change", .local, bytes: half)) == ["wake"]) }
        #expect(Self.names(Self.receive(&session, 5, "change", .local, bytes: 1)) == ["overloaded"])
        guard let third = session.next() else { return }
        _ = session.finish(third.ticket, .success([]))
        #expect(Self.names(Self.receive(&session, 6, "change", .local, bytes: half)) == ["wake"])
        // A script is not refused; it is not read from.
        var script = Session()
        for id in 1...2 {
            #expect(!script.isFull)
            _ = Self.receive(&script, id, "change", .local, bytes: half)
            _ = id == 1 ? script.next() : nil
        }
        #expect(script.isFull)
    }

    @Test("how each effect is scheduled in an idle session") func schedule() {
        for (effect, quick, expected) in [
            (Effect.read, false, "wake"), (.read, true, "run"), (.local, true, "wake"), (.remote, true, "wake"), (.control, false, "run"),
        ] {
            var session = Self.opened()
            #expect(Self.names(Self.receive(&session, 1, "m", effect, quick: quick)) == [expected])
        }
    }

    @Test("a quick read does not overtake") func quickBehind() {
        var session = Self.opened()
        #expect(Self.names(Self.receive(&session, 1, "add", .local)) == ["wake"])
        #expect(Self.names(Self.receive(&session, 2, "get", .read, quick: true)) == ["wake"])
        let first = session.next()
        #expect(first?.call?.id == .number("1"))
        #expect(session.next() == nil)
        #expect(Self.names(session.finish(first?.ticket ?? 0, .success([0x31]))) == ["result", "wake"])
        #expect(session.next()?.call?.id == .number("2"))
    }

    @Test("a remote request keeps the lane of a script, and leaves that of a session") func remote() {
        for isSession in [false, true] {
            var session = isSession ? Self.opened() : Session()
            _ = Self.receive(&session, 1, "slow", .remote)
            _ = Self.receive(&session, 2, "get", .read)
            let job = session.next()
            #expect(Self.names(session.release(job?.ticket ?? 0)) == (isSession ? ["wake"] : []))
            #expect((session.next() != nil) == isSession)
            _ = session.finish(job?.ticket ?? 0, .success([0x31]))
        }
    }

    @Test("a second response is dropped") func onlyOne() {
        var session = Self.opened()
        _ = Self.receive(&session, 1, "slow", .remote)
        let ticket = session.next()?.ticket ?? 0
        #expect(Self.names(session.abandon()) == ["cancelled"])
        #expect(session.finish(ticket, .success([0x31])).isEmpty)
        #expect(session.isIdle)
    }

    @Test("what comes after exit, shutdown and the end is refused") func ended() {
        var session = Self.opened()
        #expect(Self.names(Self.receive(&session, 1, "shutdown")) == ["wake"])
        #expect(Self.names(Self.receive(&session, 2, "get", .read)) == ["closing"])
        #expect(Self.names(Self.receive(&session, nil, "exit")) == ["exit 0"])
        #expect(Self.names(Self.receive(&session, nil, "exit")) == [])
        var other = Self.opened()
        #expect(Self.names(Self.receive(&other, nil, "exit")) == ["exit 1"])
        #expect(Self.names(Self.receive(&other, 2, "status", .control)) == ["closing"])
    }
}
