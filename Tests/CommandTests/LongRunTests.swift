import Foundation
import JSON
import Testing

/// What happens while a run is under way; one after the other, for each keeps a core busy.
@Suite(.serialized) struct LongRunTests {
    @Test("the end of its input stops a session, also one that runs a sync") func endOfInput() async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(60_000))
        try await withChild(["--database", folder.database]) { child in
            child.write(LifeTests.initialize + "\n")
            _ = try await child.result(1, "integration/runTest", ["integration": "People"])
            let start = ContinuousClock.now
            child.closeInput()
            try await child.expectEnd(.status(0))
            #expect(ContinuousClock.now - start < .seconds(6))
        }
        let run = try await call(folder.database, "run/get", ["integration": "People"])
        #expect(run["state"]?.string == "cancelled" || run["error"]?["data"]?["kind"]?.string == "interrupted", "\(run.text)")
    }

    @Test("SIGTERM during a long run leaves within 5 s, and the run says so", arguments: [true, false])
    func signalDuringRun(_ isSession: Bool) async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(60_000))
        try await withChild(["--database", folder.database]) { child in
            if isSession { child.write(LifeTests.initialize + "\n") }
            _ = try await child.result(1, "integration/runTest", ["integration": "People"])
            let start = ContinuousClock.now
            child.signal(SIGTERM)
            try await child.expectEnd(.status(0))
            #expect(ContinuousClock.now - start < .seconds(6))
        }
        let run = try await call(folder.database, "run/get", ["integration": "People"])
        #expect(run["state"]?.string == "cancelled" || run["error"]?["data"]?["kind"]?.string == "interrupted", "\(run.text)")
        #expect(try await call(folder.database, "user/list")["items"]?.array?.isEmpty == true)
    }

    @Test("R-PLAN-9 an apply that cannot finish within 5 s of SIGTERM or exit has never happened", arguments: ["SIGTERM", "exit"])
    func duringApply(_ way: String) async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(60_000))
        try await withChild(["--database", folder.database], lifetime: 120) { child in
            child.write(LifeTests.initialize + "\n")
            child.request(1, "integration/enable", ["integration": "People", "confirm": true, "wait": true])
            _ = try await child.notification("run/changed") { $0["run"]?["state"]?.string == "applying" }
            let start = ContinuousClock.now
            if way == "exit" { child.notify("exit") } else { child.signal(SIGTERM) }
            try await child.expectEnd(.status(way == "exit" ? 1 : 0))
            #expect(ContinuousClock.now - start < .seconds(6))
        }
        let run = try await call(folder.database, "run/get", ["integration": "People"])
        let users = try await call(folder.database, "account/get")["users"]?["total"]?.int
        // A fast machine gets it done.
        if run["state"]?.string == "succeeded" {
            #expect(users == 60_000)
        } else {
            #expect(run["error"]?["data"]?["kind"]?.string == "interrupted", "\(run.text)")
            #expect(users == 0)
        }
    }

    @Test("R-RUN-1 a run in one process is runInProgress in the other, and heard there") func runInProgress() async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(60_000))
        try await withChild(["--database", folder.database]) { listener in
            listener.request(0, "initialize")
            _ = try await listener.response(0)
            try await withChild(["--database", folder.database]) { child in
                child.request(0, "initialize")
                let run = try await child.result(1, "integration/runTest", ["integration": "People"])["run"]
                _ = try await child.notification("$/progress")
                let outcome = try await staffetta(["call", "integration/runTest", #"{"integration":"People"}"#, "--database", folder.database])
                #expect(outcome.exit == .status(1))
                #expect(try JSONValue(parsing: Array(outcome.errors.utf8))["data"]?["kind"]?.string == "runInProgress", "\(outcome.errors)")
                let heard = try await listener.notification("run/changed")
                #expect(heard["run"]?["id"] == run?["id"])
            }
        }
    }

    @Test("R-RUN-3, R-PLAN-9 kill -9 during a run: the next start shows it failed, and the mirror as it was") func killed() async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(60_000))
        _ = try await call(folder.database, "user/create", ["firstName": "Ada", "lastName": "Byron"])
        let before = try await call(folder.database, "user/list")
        try await withChild(["--database", folder.database]) { child in
            child.request(0, "initialize")
            _ = try await child.result(1, "integration/enable", ["integration": "People", "confirm": true])
            _ = try await child.notification("$/progress")
            child.signal(SIGKILL)
            try await child.expectEnd(.signal(SIGKILL))
        }
        let run = try await call(folder.database, "run/get", ["integration": "People"])
        #expect(run["state"]?.string == "failed")
        #expect(run["error"]?["data"]?["kind"]?.string == "interrupted", "\(run.text)")
        #expect(try await call(folder.database, "user/list") == before)
        #expect(try await staffetta(["check", "--database", folder.database]).output == "The database is in order.\n")
        let left = (try? FileManager.default.contentsOfDirectory(atPath: folder.database + ".runs")) ?? []
        #expect(left.isEmpty, "no rows of a run that never ended: \(left)")
    }
}
