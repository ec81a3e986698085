import Foundation
import JSON
import Testing

/// kill -9 at random moments. `STAFFETTA_ROUNDS` and `STAFFETTA_PEOPLE` make it long (`make soak`), `STAFFETTA_SEED` repeats one.
@Suite(.serialized) struct CrashTests {
    static func setting(_ name: String, or standard: Int) -> Int { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard }

    @Test("R-PLAN-9 kill -9 at random moments: the mirror is as before or as after, and what was interrupted says so") func random() async throws {
        let world = try await CrashWorld(people: Self.setting("STAFFETTA_PEOPLE", or: 500))
        let seed = Self.setting("STAFFETTA_SEED", or: Int.random(in: 0..<1 << 32))
        var dice = Dice(seed: UInt64(seed))
        var tally: [String: Int] = [:]
        // How long each takes undisturbed.
        var lengths: [CrashWork: Double] = [:]
        for work in CrashWork.allCases {
            let start = ContinuousClock.now
            let folder = try world.round()
            let outcome = try await staffetta(work.arguments(folder))
            withExtendedLifetime(folder) {}
            try #require(outcome.exit == .status(0), "\(work): \(outcome)")
            lengths[work] = (ContinuousClock.now - start) / .seconds(1)
        }
        for round in 0..<Self.setting("STAFFETTA_ROUNDS", or: 25) {
            let work = [CrashWork.sync, .sync, .sync, .massEdit, .test, .due, .backup][round % 7]
            let moment = Double.random(in: 0...(lengths[work] ?? 1), using: &dice)
            let folder = try world.round()
            let exit = try await withChild(work.arguments(folder), lifetime: 300) { child in
                try await Task.sleep(for: .seconds(moment))
                child.signal(SIGKILL)
                return try await child.end()
            }
            let found = try await work.outcome(folder, world)
            tally["\(work) \(exit == .signal(SIGKILL) ? "killed" : "done"): \(found)", default: 0] += 1
            #expect(!found.hasPrefix("BETWEEN"), "round \(round) of seed \(seed): \(work) after \(moment) s: \(found)")
            #expect(try await folder.isInOrder(), "round \(round) of seed \(seed)")
            if exit == .status(0) { #expect(found == "after") }
        }
        print("kill -9, seed \(seed), \(world.people) people: " + tally.sorted { $0.key < $1.key }.map { "\($0.key) × \($0.value)" }.joined(separator: "; "))
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
