import Provisioning
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The machine's clock.
public struct SystemClock: TimeSource {
    public init() {}

    public var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

/// A clock that stands still until it is advanced (`--virtual-clock`, `clock/advance`).
public final class VirtualClock: TimeSource {
    private let time: Mutex<Timestamp>

    public init(_ start: Timestamp) { time = Mutex(start) }

    public var now: Timestamp { time.withLock { $0 } }

    /// Never goes back.
    func advance(to moment: Timestamp) { time.withLock { $0 = max($0, moment) } }
}
