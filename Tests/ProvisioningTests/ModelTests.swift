import Foundation
import Provisioning
import Testing

/// Random worlds: `WORLDS=50000` plans more of them, `SEED=n` begins elsewhere.
@Suite struct ModelTests {
    static let worlds = ProcessInfo.processInfo.environment["WORLDS"].flatMap { UInt64($0) } ?? 3000
    static let firstSeed = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? 1

    @Test("The planner does what the rules say, on random worlds (R-MAP, R-LIFE, R-FIL, R-PLAN, R-SAFE)")
    func agreesWithModel() {
        for seed in Self.firstSeed..<(Self.firstSeed + Self.worlds) {
            var maker = WorldMaker(seed: seed)
            let world = maker.world()
            guard difference(world) != nil else { continue }
            let smallest = world.shrunk { difference($0) != nil }
            Issue.record("Seed \(seed):\n\(smallest)\n\(difference(smallest) ?? "")")
            return
        }
    }
}
