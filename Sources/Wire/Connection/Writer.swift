import Dispatch
import Synchronization

/// Writes messages, each whole and in order, from one queue.
///
/// A message is written at once on the thread that brings it if nothing waits and the descriptor takes it; else a thread of its own
/// writes. Memory is bounded by `capacity`: when more waits, `waitForRoom` blocks those who read and work on requests, and
/// notifications without a key are dropped (they are hints, the truth can be asked for). What may come on top are the answers to
/// requests that run already.
final class Writer: Sendable {
    private struct Item {
        var bytes: [UInt8]
        var key: String?
    }

    private struct State {
        var framing = Framing.lines
        var queue: [Item] = []
        /// Bytes in the queue and in the hands of the writing thread.
        var queuedBytes = 0
        var isWriting = false
        /// Nobody reads any more, or the end was told.
        var hasEnded = false
        var waiters: [(most: Int, semaphore: DispatchSemaphore)] = []

        mutating func wakeWaiters() {
            let bytes = queuedBytes, hasEnded = hasEnded
            for waiter in waiters where hasEnded || bytes <= waiter.most { waiter.semaphore.signal() }
            waiters.removeAll { hasEnded || bytes <= $0.most }
        }
    }

    /// Bytes that may wait before reading pauses.
    static let capacity = 4 << 20

    private let output: Descriptor
    private let wake: WakePipe
    private let state = Mutex(State())
    private let work = DispatchSemaphore(value: 0)

    init(output: Descriptor, wake: WakePipe) {
        self.output = output
        self.wake = wake
    }

    func use(_ framing: Framing) { state.withLock { $0.framing = framing } }

    /// Queues a response; it is never dropped while somebody reads. Does not block.
    func send(_ json: [UInt8]) {
        add(json, key: nil, isDroppable: false)
    }

    /// Queues a notification. One that still waits under the same key is replaced, in its place.
    func notify(_ json: [UInt8], replacing key: String?) {
        add(json, key: key, isDroppable: true)
    }

    private func add(_ json: [UInt8], key: String?, isDroppable: Bool) {
        let mustWork = state.withLock { state in
            if state.hasEnded { return false }
            var bytes = state.framing.frame(json)
            if let key, let place = state.queue.firstIndex(where: { $0.key == key }) {
                state.queuedBytes += bytes.count - state.queue[place].bytes.count
                state.queue[place].bytes = bytes
                return false
            }
            if isDroppable, state.queuedBytes > Self.capacity { return false }
            if !state.isWriting, state.queue.isEmpty, bytes.count <= Descriptor.safeWrite {
                guard case .bytes(let count) = output.write(bytes[...], wake: nil), count > 0 else {
                    return Self.enqueue(bytes, key, &state)
                }
                if count == bytes.count { return false }
                bytes.removeFirst(count)
                // The rest of a frame that has begun must not be replaced.
                return Self.enqueue(bytes, nil, &state)
            }
            return Self.enqueue(bytes, key, &state)
        }
        if mustWork { work.signal() }
    }

    private static func enqueue(_ bytes: [UInt8], _ key: String?, _ state: inout State) -> Bool {
        state.queue.append(Item(bytes: bytes, key: key))
        state.queuedBytes += bytes.count
        return !state.isWriting
    }

    /// Blocks while more than `capacity` waits.
    func waitForRoom() {
        // Most often there is room, and a semaphore costs an allocation.
        if state.withLock({ $0.hasEnded || $0.queuedBytes <= Self.capacity }) { return }
        let semaphore = DispatchSemaphore(value: 0)
        if !isDown(to: Self.capacity, orSignal: semaphore) { semaphore.wait() }
    }

    /// Whether everything is written, or nobody reads any more; if not, `semaphore` is signalled when it is.
    func isFlushed(orSignal semaphore: DispatchSemaphore) -> Bool {
        isDown(to: 0, orSignal: semaphore)
    }

    private func isDown(to most: Int, orSignal semaphore: DispatchSemaphore) -> Bool {
        state.withLock { state in
            if state.hasEnded || state.queuedBytes <= most { return true }
            state.waiters.append((most, semaphore))
            return false
        }
    }

    /// Drops what waits and lets everyone go who waits for it.
    func end() {
        state.withLock { state in
            state.hasEnded = true
            state.queue = []
            state.queuedBytes = 0
            state.wakeWaiters()
        }
        work.signal()
    }

    /// The writing thread, until the end; false: nobody reads any more.
    func run() -> Bool {
        while true {
            let items: [Item]? = state.withLock { state in
                if state.hasEnded { return nil }
                defer { state.queue = [] }
                state.isWriting = !state.queue.isEmpty
                return state.queue
            }
            guard let items else { return true }
            if items.isEmpty {
                work.wait()
                continue
            }
            for item in items {
                guard let isRead = write(item.bytes) else { return true }
                guard isRead else { return false }
                state.withLock { state in
                    if !state.hasEnded { state.queuedBytes -= item.bytes.count }
                    state.wakeWaiters()
                }
            }
        }
    }

    /// nil: woken, the end was told.
    private func write(_ bytes: [UInt8]) -> Bool? {
        var rest = bytes[...]
        while !rest.isEmpty {
            switch output.write(rest, wake: wake) {
            case .bytes(let count): rest = rest.dropFirst(count)
            case .wouldBlock: continue
            case .woken: return nil
            case .end:
                end()
                return false
            }
        }
        return true
    }
}
