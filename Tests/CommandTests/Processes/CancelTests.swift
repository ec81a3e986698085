import Foundation
import JSON
import Testing

/// Cancelling at any moment.
@Suite(.serialized) struct CancelTests {
    @Test("R-RUN-3 a run cancelled at a random moment has changed nothing, or it is told that it is too late and has changed everything") func random() async throws {
        let world = try await CrashWorld(people: 1_000)
        let seed = CrashTests.setting("STAFFETTA_SEED", or: Int.random(in: 0..<1 << 32))
        var dice = Dice(seed: UInt64(seed))
        var tally: [String: Int] = [:]
        let start = ContinuousClock.now, first = try world.round()
        _ = try await staffetta(first.sync())
        withExtendedLifetime(first) {}
        let length = (ContinuousClock.now - start) / .seconds(1)
        for round in 0..<CrashTests.setting("STAFFETTA_ROUNDS", or: 12) {
            let folder = try world.round()
            let moment = Double.random(in: 0...length, using: &dice)
            let found: String = try await withChild(["--database", folder.database] + CrashWorld.options) { child in
                child.request(0, "initialize")
                let run = try await child.result(1, round % 2 == 0 ? "integration/sync" : "integration/runTest", ["integration": "People"])["run"]?["id"] ?? .null
                try await Task.sleep(for: .seconds(moment))
                child.request(2, "run/cancel", ["run": run])
                let answer = try await child.response(2)
                let ended = try await child.result(3, "run/wait", ["run": run])
                let kind = answer["error"]?["data"]?["kind"]?.string ?? "cancelled"
                child.notify("exit")
                _ = try await child.end()
                return "\(kind) \(ended["state"]?.string ?? "")"
            }
            tally[found, default: 0] += 1
            let mirror = try CrashWorld.mirror(folder.database)
            let isTest = round % 2 == 1
            switch found {
            case "cancelled cancelled": #expect(mirror == world.before && folder.rowFiles.isEmpty, "round \(round) of seed \(seed)")
            // Too late: it was being applied, or had ended already.
            case "wrongState succeeded", "cancelled succeeded": #expect(mirror == (isTest ? world.before : world.afterSync), "round \(round) of seed \(seed)")
            default: Issue.record("round \(round) of seed \(seed): \(found)")
            }
        }
        print("cancelled at random, seed \(seed): \(tally)")
    }
}
