import Foundation
import JSON
import Testing

/// Several processes on one database.
@Suite struct TwoProcessTests {
    @Test("a session hears within a second of a user that another process creates") func hears() async throws {
        let folder = try Folder()
        try await withChild(["--database", folder.database]) { child in
            child.request(0, "initialize")
            let own = try #require(try await child.result(1, "user/create", ["firstName": "Ada", "lastName": "Byron"])["sequence"]?.int)
            let user = try await call(folder.database, "user/create", ["firstName": "Charles", "lastName": "Babbage"])
            let start = ContinuousClock.now
            let changed = try await child.notification("user/changed") { $0["lastSequence"]?.int ?? 0 > own }
            #expect(ContinuousClock.now - start < .milliseconds(1_500))
            let changes = try await child.result(2, "user/changes", ["since": JSONValue(own)])
            #expect(changes["changes"]?.array?.first?["user"]?["id"] == user["id"])
            #expect(changes["next"] == changed["lastSequence"])
            #expect(changes["store"] == changed["store"])
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
