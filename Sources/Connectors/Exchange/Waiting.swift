import Foundation
import Provisioning

/// Real time, as HTTP has it: the agent's clock may stand still. Tests bring one that only counts.
protocol Waiting: Sendable {
    var now: Timestamp { get }
    func wait(_ duration: Duration) async throws(CancellationError)
}

struct RealWaiting: Waiting {
    var now: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    func wait(_ duration: Duration) async throws(CancellationError) {
        do { try await Task.sleep(for: duration) } catch { throw CancellationError() }
    }
}

extension Duration {
    var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
