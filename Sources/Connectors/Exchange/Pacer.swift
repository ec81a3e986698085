import Provisioning
import Synchronization

/// Keeps to the vendor's pace: so many requests a minute, and none while its header says that none are left.
final class Pacer: Exchange {
    private let inner: any Exchange
    private let waiting: any Waiting
    private let limits: Limits
    /// When the next request may go.
    private let next = Mutex(Timestamp(milliseconds: 0))

    init(_ inner: any Exchange, limits: Limits, waiting: any Waiting) {
        self.inner = inner
        self.limits = limits
        self.waiting = waiting
    }

    func send(_ request: HTTPRequest) async throws(ExchangeError) -> HTTPResponse {
        let pause = reserve()
        if pause > 0 { do { try await waiting.wait(.milliseconds(pause)) } catch { throw .cancelled } }
        let response = try await inner.send(request)
        if let header = limits.remaining, let left = response[header].flatMap({ Double($0) }), left < 1 {
            let wait = RetryHint.duration(response, limits.hints, now: waiting.now) ?? .seconds(1)
            let until = Timestamp(milliseconds: waiting.now.milliseconds + min(wait, Retry.patience).milliseconds)
            next.withLock { $0 = max($0, until) }
        }
        return response
    }

    /// Milliseconds to wait; the place in the queue is taken.
    private func reserve() -> Int64 {
        let now = waiting.now
        let interval = limits.perMinute.map { 60_000 / Int64(max(1, $0)) } ?? 0
        return next.withLock { next in
            let start = max(next, now)
            next = Timestamp(milliseconds: start.milliseconds + interval)
            return start.milliseconds - now.milliseconds
        }
    }
}
