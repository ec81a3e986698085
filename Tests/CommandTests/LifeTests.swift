import Foundation
import JSON
import Testing

/// How scripts and sessions begin and end.
@Suite struct LifeTests {
    /// The first words of a session.
    static let initialize = Child.request(0, "initialize")

    @Test("a script is answered in order, and ends with its input") func script() async throws {
        let outcome = try await staffetta("--memory", lines: (1...200).map { number in
            Child.request(number, number % 3 == 0 ? "user/create" : "user/list", number % 3 == 0 ? ["firstName": "A", "lastName": .string("B\(number)")] : [:])
        })
        #expect(try outcome.messages.map { $0["id"]?.int } == Array(1...200))
        #expect(outcome.exit == .status(0))
        #expect(outcome.errors.isEmpty)
    }

    @Test("no input at all is a script, too") func empty() async throws {
        let outcome = try await staffetta("--memory", lines: [])
        #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
        #expect(outcome.exit == .status(0))
    }

    @Test("a run that a script started is finished before the agent leaves") func finishes() async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(3_000))
        let outcome = try await staffetta("--database", folder.database, lines: [Child.request(1, "integration/runTest", ["integration": "People"])])
        #expect(try outcome.messages.count == 1)
        #expect(outcome.exit == .status(0))
        #expect(try await call(folder.database, "run/get", ["integration": "People"])["state"]?.string == "succeeded")
    }

    @Test("exit ends a session: status 0 after shutdown, 1 without", arguments: [(true, Int32(0)), (false, 1)])
    func exit(_ shutdown: Bool, _ status: Int32) async throws {
        try await withChild(["--memory"]) { child in
            child.write(Self.initialize + "\n")
            if shutdown {
                child.request(1, "shutdown")
                #expect(try await child.response(1)["result"]?.isNull == true)
            }
            child.notify("exit")
            try await child.expectEnd(.status(status))
        }
    }

    @Test("after shutdown nothing but exit is served") func closing() async throws {
        try await withChild(["--memory"]) { child in
            child.write(Self.initialize + "\n")
            child.request(1, "shutdown")
            child.request(2, "user/list")
            let response = try await child.response(2)
            #expect(response["error"] != nil, "\(response.text)")
        }
    }

    @Test("SIGTERM and SIGINT end it in order, whether script or session", arguments: [SIGTERM, SIGINT], [true, false])
    func signals(_ signal: Int32, _ isSession: Bool) async throws {
        try await withChild(["--memory"]) { child in
            if isSession { child.write(Self.initialize + "\n") }
            _ = try await child.result(1, "feature/list")
            let start = ContinuousClock.now
            child.signal(signal)
            try await child.expectEnd(.status(0))
            #expect(try #require(child.endedAt) - start < .seconds(5))
        }
    }

    @Test("SIGTERM is heard while a client does not read what it asked for") func signalWithStalledReader() async throws {
        try await withChild(["--memory"], reading: .never) { child in
            child.write(Self.initialize + "\n")
            // More than a pipe holds: when all is written, the agent has read hundreds of requests, and their answers have no room.
            child.write((1...1_500).map { Child.request($0, "rpc.discover") + "\n" }.joined())
            await child.written()
            let start = ContinuousClock.now
            child.signal(SIGTERM)
            try await child.expectEnd(.status(0))
            #expect(try #require(child.endedAt) - start < .seconds(6))
        }
    }
}
