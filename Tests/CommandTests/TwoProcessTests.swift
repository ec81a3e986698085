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
}
