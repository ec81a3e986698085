import Provisioning
import Synchronization
import Wire

/// The runs that this process is carrying out, and who waits for them.
final class ActiveRuns: Sendable {
    private struct Entry {
        var task: Task<Void, Never>?
        var isCancelled = false
        /// Too late to cancel: the apply has begun (R-RUN-3).
        var isApplying = false
        var read = 0
        var total: Int?
        var waiters: [Waiter] = []
    }
    private let entries = Mutex<[String: Entry]>([:])
    /// The runs that this process has carried out so far.
    private let past = Mutex<Set<String>>([])

    /// Failed runs whose end could not be stored, with the reason of their failure.
    private let unstored = Mutex<[String: (run: Provisioning.Run, failure: RPCError)]>([:])

    var unstoredEnds: [(run: Provisioning.Run, failure: RPCError)] { unstored.withLock { $0.values.sorted { $0.run.id < $1.run.id } } }
    func unstoredEnd(_ run: String) -> Provisioning.Run? { unstored.withLock { $0[run]?.run } }
    func noteUnstored(_ run: Provisioning.Run, _ failure: RPCError) { unstored.withLock { $0[run.id] = (run, failure) } }
    func forgetUnstored(_ run: String) { unstored.withLock { $0[run] = nil } }

    var ids: [String] { entries.withLock { Array($0.keys) } }
    var isEmpty: Bool { entries.withLock { $0.isEmpty } }

    func hasSeen(_ run: String) -> Bool { past.withLock { $0.contains(run) } }
    func contains(_ run: String) -> Bool { entries.withLock { $0[run] != nil } }

    func begin(_ run: String, _ work: @escaping @Sendable () async -> Void) {
        entries.withLock { $0[run] = Entry() }
        past.withLock { _ = $0.insert(run) }
        let task = Task {
            await work()
            self.end(run)
        }
        let cancelled = entries.withLock { entries in
            entries[run]?.task = task
            return entries[run]?.isCancelled ?? false
        }
        if cancelled { task.cancel() }
    }

    private func end(_ run: String) {
        let waiters = entries.withLock { $0.removeValue(forKey: run)?.waiters ?? [] }
        for waiter in waiters { waiter.resume() }
    }

    func progress(_ run: String) -> (read: Int, total: Int?)? { entries.withLock { entries in entries[run].map { ($0.read, $0.total) } } }

    func note(_ run: String, read: Int, total: Int?) {
        entries.withLock { entries in
            entries[run]?.read = read
            entries[run]?.total = total
        }
    }

    func isCancelled(_ run: String) -> Bool { entries.withLock { $0[run]?.isCancelled ?? false } }

    /// From here on the run will not be applied; false: it is applying already, or not running here.
    func forbidApply(_ run: String) -> Bool {
        entries.withLock { entries in
            guard entries[run]?.isApplying == false else { return false }
            entries[run]?.isCancelled = true
            return true
        }
    }

    /// Ends the run, unless it is applying already or not running here: then false.
    @discardableResult
    func cancel(_ run: String) -> Bool {
        guard forbidApply(run) else { return false }
        entries.withLock { $0[run]?.task }?.cancel()
        return true
    }

    /// From here on the run cannot be cancelled; false: it has been.
    func enterApply(_ run: String) -> Bool {
        entries.withLock { entries in
            guard entries[run]?.isCancelled != true else { return false }
            entries[run]?.isApplying = true
            return true
        }
    }

    /// The apply came to nothing, and the run goes on otherwise or ends.
    func leaveApply(_ run: String) { entries.withLock { $0[run]?.isApplying = false } }

    /// Returns when the run has ended – at once if it is not running here –, or earlier at the deadline or when cancelled.
    func wait(_ run: String, until deadline: ContinuousClock.Instant? = nil, _ cancellation: Cancellation? = nil) async {
        let waiter = Waiter()
        let waits = entries.withLock { entries in
            entries[run]?.waiters.append(waiter)
            return entries[run] != nil
        }
        if !waits { return }
        cancellation?.onCancel { waiter.resume() }
        let timer = deadline.map { deadline in
            Task {
                try await Task.sleep(until: deadline, clock: .continuous)
                waiter.resume()
            }
        }
        await waiter.wait()
        timer?.cancel()
    }
}

/// Somebody who waits, and may be told to go on more than once.
private final class Waiter: Sendable {
    private enum State {
        case idle, done
        case waiting(CheckedContinuation<Void, Never>)
    }
    private let state = Mutex(State.idle)

    func wait() async {
        await withCheckedContinuation { continuation in
            let goesOn = state.withLock { state in
                if case .done = state { return true }
                state = .waiting(continuation)
                return false
            }
            if goesOn { continuation.resume() }
        }
    }

    func resume() {
        let continuation = state.withLock { state -> CheckedContinuation<Void, Never>? in
            defer { state = .done }
            if case .waiting(let continuation) = state { return continuation }
            return nil
        }
        continuation?.resume()
    }
}
