import Foundation
import Synchronization
import Testing

/// What a child writes into one pipe, read by a thread of its own; waiting suspends and blocks no thread. For one reader at a time. Nobody waits
/// longer than until `limit` seconds after its start: then it counts as ended, and whoever waits has failed.
final class Output: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var hasEnded = false
        /// The limit has passed.
        var isLate = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }
    private let state = Mutex(State())
    private let name: String
    private let limit: Double

    /// Reads until nobody holds the other end any more, and closes `descriptor`.
    init(_ descriptor: Int32, _ name: String, limit: Double = 90) {
        (self.name, self.limit) = (name, limit)
        Thread { [self] in
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = read(descriptor, &buffer, buffer.count), count > 0 || count < 0 && errno == EINTR {
                if count > 0 { change { $0.bytes += buffer[..<count] } }
            }
            close(descriptor)
            change { $0.hasEnded = true }
        }.start()
        Child.limits.asyncAfter(deadline: .now() + limit) { [weak self] in self?.change { ($0.isLate, $0.hasEnded) = (!$0.hasEnded, true) } }
    }

    private func change(_ body: (inout State) -> Void) {
        let waiters = state.withLock { state in
            body(&state)
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Returns when there is something that `take` accepts, or nil at the end.
    private func await<T: Sendable>(_ take: @escaping @Sendable (inout [UInt8], _ hasEnded: Bool) -> T?) async -> T? {
        while true {
            // Together, or what comes in between is waited for in vain.
            let (found, seen) = state.withLock { state in (take(&state.bytes, state.hasEnded), (count: state.bytes.count, hasEnded: state.hasEnded, isLate: state.isLate)) }
            if seen.isLate { Issue.record("\(name) was waited for until \(limit) s after its start") }
            if let found { return found }
            if seen.hasEnded { return nil }
            await withCheckedContinuation { continuation in
                let isNews = state.withLock { state in
                    if state.hasEnded || state.bytes.count != seen.count { return true }
                    state.waiters.append(continuation)
                    return false
                }
                if isNews { continuation.resume() }
            }
        }
    }

    /// The next line without its line feed; nil: there are no more.
    func line() async -> [UInt8]? {
        await self.await { bytes, _ in
            guard let end = bytes.firstIndex(of: 0x0A) else { return nil }
            defer { bytes.removeFirst(end + 1) }
            return Array(bytes[..<end])
        }
    }

    /// The next `count` bytes; nil: there are not so many.
    func take(_ count: Int) async -> [UInt8]? {
        await self.await { bytes, _ in
            guard bytes.count >= count else { return nil }
            defer { bytes.removeFirst(count) }
            return Array(bytes[..<count])
        }
    }

    /// Whatever is there, at least a byte; nil: there is no more.
    func some() async -> [UInt8]? {
        await self.await { bytes, _ in
            guard !bytes.isEmpty else { return nil }
            defer { bytes = [] }
            return bytes
        }
    }

    /// Everything to the end that was not taken yet.
    func rest() async -> [UInt8] {
        await self.await { bytes, hasEnded in
            guard hasEnded else { return nil }
            defer { bytes = [] }
            return bytes
        } ?? []
    }
}
