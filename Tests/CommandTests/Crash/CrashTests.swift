import Foundation
import JSON
import Testing

/// kill -9 at random moments. `STAFFETTA_ROUNDS` and `STAFFETTA_PEOPLE` make it long (`make soak`), `STAFFETTA_SEED` repeats one.
@Suite(.serialized) struct CrashTests {
    static func setting(_ name: String, or standard: Int) -> Int { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard }

    private enum Work: CaseIterable { case sync, test, massEdit, due, backup }

    @Test("R-PLAN-9 kill -9 at random moments: the mirror is as before or as after, and what was interrupted says so") func random() async throws {
        let world = try await CrashWorld(people: Self.setting("STAFFETTA_PEOPLE", or: 500))
        let seed = Self.setting("STAFFETTA_SEED", or: Int.random(in: 0..<1 << 32))
        var dice = Dice(seed: UInt64(seed))
        var tally: [String: Int] = [:]
        // How long each takes undisturbed.
        var lengths: [Work: Double] = [:]
        for work in Work.allCases {
            let start = ContinuousClock.now
            let folder = try world.round()
            let outcome = try await staffetta(arguments(work, folder))
            withExtendedLifetime(folder) {}
            try #require(outcome.exit == .status(0), "\(work): \(outcome)")
            lengths[work] = (ContinuousClock.now - start) / .seconds(1)
        }
        for round in 0..<Self.setting("STAFFETTA_ROUNDS", or: 25) {
            let work = [Work.sync, .sync, .sync, .massEdit, .test, .due, .backup][round % 7]
            let moment = Double.random(in: 0...(lengths[work] ?? 1), using: &dice)
            let folder = try world.round()
            let exit = try await withChild(arguments(work, folder), lifetime: 300) { child in
                try await Task.sleep(for: .seconds(moment))
                child.signal(SIGKILL)
                return try await child.end()
            }
            let found = try await outcome(work, folder, world)
            tally["\(work) \(exit == .signal(SIGKILL) ? "killed" : "done"): \(found)", default: 0] += 1
            #expect(!found.hasPrefix("BETWEEN"), "round \(round) of seed \(seed): \(work) after \(moment) s: \(found)")
            #expect(try await folder.isInOrder(), "round \(round) of seed \(seed)")
            if exit == .status(0) { #expect(found == "after") }
        }
        print("kill -9, seed \(seed), \(world.people) people: " + tally.sorted { $0.key < $1.key }.map { "\($0.key) × \($0.value)" }.joined(separator: "; "))
    }

    private func arguments(_ work: Work, _ folder: Folder) -> [String] {
        switch work {
        case .sync: folder.sync()
        case .test: folder.test()
        case .massEdit: folder.massEdit()
        case .due: ["run-due", "--database", folder.database] + CrashWorld.due
        case .backup: folder.backup()
        }
    }

    /// `before`, `after`, or what is wrong.
    private func outcome(_ work: Work, _ folder: Folder, _ world: CrashWorld) async throws -> String {
        let run = try await folder.newestRun()
        let mirror = try CrashWorld.mirror(folder.database)
        switch work {
        case .massEdit: return mirror == world.before ? "before" : mirror == world.afterMassEdit ? "after" : "BETWEEN: \(mirror)"
        case .backup:
            guard mirror == world.before else { return "BETWEEN: \(mirror)" }
            guard FileManager.default.fileExists(atPath: folder.copy) else { return "before" }
            return try await folder.isInOrder(folder.copy) ? "after" : "BETWEEN: the copy is not whole"
        case .sync, .test, .due:
            // The first sync is r1; a run that was not stored yet has not begun.
            if run["id"] == "r1" { return mirror == world.before && folder.rowFiles.isEmpty ? "before" : "BETWEEN: \(mirror)" }
            if run["state"] == "succeeded" {
                // A sync of another hour has other times in it, so only what it was not is known.
                let isRight = work == .sync ? mirror == world.afterSync : work == .test ? mirror == world.before : mirror != world.before
                return isRight && folder.rowFiles == ["\(run["id"]?.string ?? "").sqlite"] ? "after" : "BETWEEN: succeeded, but \(mirror), \(folder.rowFiles)"
            }
            let isRight = run["error"]?["data"]?["kind"] == "interrupted" && mirror == world.before && folder.rowFiles.isEmpty
            return isRight ? "before" : "BETWEEN: \(run.text), \(mirror), \(folder.rowFiles)"
        }
    }
}

/// The same numbers for the same seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
