import Foundation
import GRDB
import JSON
import Testing

/// Several processes on one database: who may what at the same time, and what becomes of those that die or stand still.
@Suite(.serialized) struct LockTests {
    @Test("storeLocked names the process that writes") func storeLocked() async throws {
        let folder = try Folder()
        // Somebody at work, as always when this happens; a script, which does not empty the log.
        let child = try Child(["--database", folder.database])
        _ = try await child.result(1, "user/create", ["firstName": "Grace", "lastName": "Hopper"])
        var configuration = GRDB.Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: folder.database, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let error = try await refusal(folder.database, "user/create", ["firstName": "Ada", "lastName": "Byron"])
        #expect(error["code"] == 6001 && error["data"]?["kind"] == "storeLocked", "\(error.text)")
        let pid = Int(ProcessInfo.processInfo.processIdentifier)
        #expect(error["data"]?["pid"] == JSONValue(pid), "\(error.text)")
        #expect(error["message"]?.string?.contains("process \(pid)") == true && error["message"]?.string?.contains("try again") == true)
        #expect(try await call(folder.database, "user/list")["items"]?.array?.count == 1, "reading does not wait")
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        _ = try await call(folder.database, "user/create", ["firstName": "Ada", "lastName": "Byron"])
        await child.stop()
    }

    @Test("R-RUN-1 many processes that want to run the same integration: never two at once, and each loser is told") func race() async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(2_000))
        var refused = 0
        for _ in 0..<6 {
            let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
                for _ in 0..<4 { group.addTask { try await staffetta(["call", "integration/runTest", #"{"integration":"People"}"#, "--tests-per-day", "0", "--database", folder.database]) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(outcomes.contains { $0.exit == .status(0) })
            for outcome in outcomes where outcome.exit != .status(0) {
                refused += 1
                let error = try JSONValue(parsing: Array(outcome.errors.utf8))
                #expect(error["data"]?["kind"] == "runInProgress", "\(error.text)")
            }
        }
        #expect(refused > 0, "they never met")
        let runs = try #require(try await call(folder.database, "run/list", ["limit": 100])["items"]?.array)
        #expect(runs.allSatisfy { $0["state"] == "succeeded" })
        let spans = runs.compactMap { run in run["startedAt"]?.string.flatMap { start in run["endedAt"]?.string.map { (start, $0) } } }.sorted { $0 < $1 }
        for (earlier, later) in zip(spans, spans.dropFirst()) { #expect(earlier.1 <= later.0, "two runs at once: \(earlier), \(later)") }
    }

    /// Starts an enable that takes a while, in a session of its own.
    private func startLongSync(_ child: Child) async throws {
        child.request(0, "initialize")
        _ = try await child.result(1, "integration/enable", ["integration": "People", "confirm": true])
        _ = try await child.notification("$/progress")
    }

    @Test("R-RUN-3 a session hears within seconds that another one was killed in its run, and the run is interrupted") func killed() async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(60_000))
        try await withChild(["--database", folder.database]) { witness in
            witness.request(0, "initialize")
            _ = try await witness.response(0)
            try await withChild(["--database", folder.database]) { child in
                try await startLongSync(child)
                child.signal(SIGKILL)
                _ = try await child.end()
            }
            let start = ContinuousClock.now
            let run = try await witness.notification("run/changed") { $0["run"]?["state"] == "failed" }["run"]
            #expect(run?["error"]?["data"]?["kind"] == "interrupted", "\(run?.text ?? "")")
            #expect(ContinuousClock.now - start < .seconds(3))
        }
    }

    @Test("R-RUN-3 a process that stood still until its lease lapsed finds its run ended, and changes nobody") func suspended() async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(60_000))
        try await withChild(["--database", folder.database]) { child in
            try await startLongSync(child)
            child.signal(SIGSTOP)
            // What 15 seconds would do.
            try sqlite(folder.database, "UPDATE lease SET expires_at = 1")
            let run = try await call(folder.database, "run/get", ["integration": "People"])
            #expect(run["state"] == "failed" && run["error"]?["data"]?["kind"] == "interrupted", "\(run.text)")
            child.signal(SIGCONT)
            _ = try await child.notification("run/changed") { ["failed", "cancelled", "succeeded"].contains($0["run"]?["state"]?.string) }
            let after = try await call(folder.database, "run/get", ["integration": "People"])
            #expect(after == run, "it is not ended twice: \(run.text), \(after.text)")
            #expect(try await call(folder.database, "account/get")["users"]?["total"] == 0)
        }
        #expect(try await staffetta(["check", "--database", folder.database]).exit == .status(0))
    }

    @Test("R-RUN-1 a sync that falls due while another process runs a test waits for its turn, whoever is there then") func queued() async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(5_000))
        _ = try await call(folder.database, "integration/enable", ["integration": "People", "confirm": true])
        try await withChild(["--database", folder.database], lifetime: 200) { tester in
            tester.request(0, "initialize")
            _ = try await tester.result(1, "integration/runTest", ["integration": "People"])
            try sqlite(folder.database, "UPDATE integration SET next_sync_at = 1")
            try await withChild(["--database", folder.database], lifetime: 200) { scheduler in
                scheduler.request(0, "initialize")
                _ = try await scheduler.notification("run/changed") { $0["run"]?["trigger"] == "schedule" && $0["run"]?["state"] == "queued" }
                // Nobody holds what waits, and that does not make it interrupted.
                try sqlite(folder.database, "DELETE FROM lease WHERE name = (SELECT 'r' || id FROM run WHERE state = 'queued')")
                let run = try await scheduler.notification("run/changed") { $0["run"]?["trigger"] == "schedule" && !["queued", "fetching", "planning", "applying"].contains($0["run"]?["state"]?.string) }
                #expect(run["run"]?["state"] == "succeeded", "\(run.text)")
            }
        }
        let runs = try #require(try await call(folder.database, "run/list")["items"]?.array)
        #expect(runs.map { "\($0["trigger"]?.string ?? "") \($0["state"]?.string ?? "")" } == ["schedule succeeded", "manual succeeded", "enable succeeded"], "\(runs.map(\.text))")
    }
}
