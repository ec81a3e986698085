import Foundation
import Synchronization

/// What a child writes into one pipe, read by a thread of its own; waiting suspends and blocks no thread. For one reader at a time.
final class Output: Sendable {
    private struct State {
        var bytes: [UInt8] = []
        var hasEnded = false
        var waiter: CheckedContinuation<Void, Never>?
    }
    private let state = Mutex(State())

    /// Reads until nobody holds the other end any more, and closes `descriptor`.
    init(_ descriptor: Int32) {
        Thread { [self] in
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while case let count = read(descriptor, &buffer, buffer.count), count > 0 || count < 0 && errno == EINTR {
                if count > 0 { change { $0.bytes += buffer[..<count] } }
            }
            close(descriptor)
            change { $0.hasEnded = true }
        }.start()
    }

    private func change(_ body: (inout State) -> Void) {
        let waiter = state.withLock { state in
            body(&state)
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Returns when there is something that `take` accepts, or nil at the end.
    private func await<T: Sendable>(_ take: @escaping @Sendable (inout [UInt8], _ hasEnded: Bool) -> T?) async -> T? {
        while true {
            let (found, hasEnded) = state.withLock { state in (take(&state.bytes, state.hasEnded), state.hasEnded) }
            if let found { return found }
            if hasEnded { return nil }
            let before = state.withLock { $0.bytes.count }
            await withCheckedContinuation { continuation in
                let isNews = state.withLock { state in
                    if state.hasEnded || state.bytes.count != before { return true }
                    state.waiter = continuation
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
