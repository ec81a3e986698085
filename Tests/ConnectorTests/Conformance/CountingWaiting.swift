import Provisioning
import Synchronization

@testable import Connectors

/// Time that passes only by being waited for.
final class CountingWaiting: Waiting {
    /// Monday, 2026-06-01T00:00:00Z.
    static let start = Timestamp(milliseconds: 1_780_272_000_000)

    private let passed = Mutex<[Duration]>([])

    var waits: [Duration] { passed.withLock { $0 } }
    var total: Duration { waits.reduce(.zero, +) }
    var now: Timestamp { Timestamp(milliseconds: Self.start.milliseconds + total.milliseconds) }

    func wait(_ duration: Duration) async throws(CancellationError) { passed.withLock { $0.append(duration) } }
}

extension Timestamp {
    /// Of a day in June 2026, which is all that is needed.
    var httpDate: String {
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let number = milliseconds / 86_400_000, seconds = milliseconds / 1000 % 86_400
        let civil = Day(number: Int32(number)).civil
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[Int(number % 7)]), \(two(Int64(civil.day))) Jun \(civil.year) \(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60)) GMT"
    }
}
