import Foundation
import JSON
import Testing

/// A session, `call` and `run-due` side by side on one database.
@Suite(.serialized) struct HearingTests {
    @Test("changes of users, integrations, runs and notifications by other processes are heard within a second") func hears() async throws {
        let folder = try Folder()
        try await folder.connect(folder.manyPeople(10))
        _ = try await call(folder.database, "user/create", ["firstName": "Ada", "lastName": "Byron", "role": "administrator"])
        _ = try await call(folder.database, "integration/enable", ["integration": "People", "confirm": true])
        var slowest = Duration.zero
        try await withChild(["--database", folder.database]) { child in
            child.request(0, "initialize")
            _ = try await child.response(0)
            /// From the end of the other process's work to the moment it is heard, at most.
            func hear(_ notification: String, _ isWanted: (JSONValue) -> Bool = { _ in true }, after work: () async throws -> Void) async throws {
                try await work()
                let done = ContinuousClock.now
                _ = try await child.notification(notification, where: isWanted)
                let delay = ContinuousClock.now - done
                slowest = max(slowest, delay)
                #expect(delay < .seconds(1), "\(notification)")
            }
            for round in 1...5 {
                try await hear("user/changed") { _ = try await call(folder.database, "user/create", ["firstName": "New", "lastName": .string("Person\(round)")]) }
                try await hear("integration/changed", { $0["integration"]?["name"] == .string("People \(round)") }) {
                    let before = round == 1 ? "People" : "People \(round - 1)"
                    _ = try await call(folder.database, "integration/update", ["integration": .string(before), "name": .string("People \(round)")])
                }
                try await hear("notification/created", { $0["notification"]?["kind"] == "testResultsReady" }) {
                    _ = try await call(folder.database, "integration/runTest", ["integration": .string("People \(round)")], "--tests-per-day", "0")
                }
                try await hear("run/changed", { $0["run"]?["trigger"] == "schedule" && $0["run"]?["state"] == "succeeded" }) {
                    // The session's own schedule may be the one that runs it.
                    try sqlite(folder.database, "UPDATE integration SET next_sync_at = 1")
                    _ = try await staffetta(["run-due", "--database", folder.database])
                }
            }
        }
        print("changes by other processes were heard after \(slowest) at most")
        let runs = try #require(try await call(folder.database, "run/list", ["limit": 100])["items"]?.array)
        #expect(runs.count { $0["trigger"] == "schedule" } == 5 && runs.allSatisfy { $0["state"] == "succeeded" }, "each due sync once: \(runs.map(\.text))")
    }
}
