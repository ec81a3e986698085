import Foundation
import JSON
import Testing

/// Everything that a sync, test, mass edit or backup does to the disk is recorded, and played up to a random moment: with all of it, as kill -9
/// leaves it; or without what was not synced yet, as a power failure may. `STAFFETTA_ROUNDS`, `STAFFETTA_PEOPLE`, `STAFFETTA_SEED` as for `CrashTests`.
@Suite(.serialized) struct PowerTests {
    private static let world = Shared { try await CrashWorld(people: CrashTests.setting("STAFFETTA_PEOPLE", or: 2_000)) }

    enum Stop: String { case kill, power }

    @Test("R-PLAN-9 stopped at any moment, the mirror is as before or as after; what was answered has happened", arguments: [Stop.kill, .power], CrashWork.allCases)
    func stopped(_ stop: Stop, _ work: CrashWork) async throws {
        let world = try await Self.world.value()
        let seed = CrashTests.setting("STAFFETTA_SEED", or: Int.random(in: 0..<1 << 32))
        var dice = Dice(seed: UInt64(seed))
        let folder = try world.round()
        var disk = try StoppedDisk(folder)
        let (recording, whole) = try await Recording.of(work.arguments(folder), in: folder)
        try #require(whole.exit == .status(0), "\(whole)")
        let steps = recording.steps
        let syncs = steps.count { if case .sync = $0.action { true } else { false } }
        #expect(syncs > 1 && steps.contains { if case .answer = $0.action { true } else { false } }, "\(steps.count) steps, \(syncs) syncs")
        // A third of the moments after single steps at the end, where most is decided: a long work writes its rows for most of its time.
        let rounds = CrashTests.setting("STAFFETTA_ROUNDS", or: 100) / CrashWork.allCases.count
        let moments = (0..<rounds).map { Int.random(in: $0 % 3 == 0 ? max(0, steps.count - 40)...steps.count : 0...steps.count, using: &dice) }.sorted()
        var tally: [String: Int] = [:], done = 0, isAnswered = false
        for moment in moments {
            while done < moment {
                disk.take(steps[done])
                if case .answer = steps[done].action { isAnswered = true }
                done += 1
            }
            let left = try stop == .kill ? disk.afterKill() : disk.afterPowerFailure(&dice)
            let found = try await work.outcome(left, world)
            tally[found, default: 0] += 1
            #expect(!found.hasPrefix("BETWEEN") && (!isAnswered || found == "after"), "\(stop) after step \(moment) of \(steps.count), seed \(seed): \(found)")
            #expect(try await left.isInOrder(), "\(stop) after step \(moment) of \(steps.count), seed \(seed)")
        }
        print("\(stop) in \(work), \(world.people) people, \(steps.count) steps, \(syncs) syncs, seed \(seed): " + tally.sorted { $0.key < $1.key }.map { "\($0.key) × \($0.value)" }.joined(separator: ", "))
    }
}
