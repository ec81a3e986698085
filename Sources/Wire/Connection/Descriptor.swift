#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A pipe that wakes threads which wait for input or room: closing its writing end is seen by all of them, and stays seen.
final class WakePipe: Sendable {
    let readEnd: Int32
    private let writeEnd: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        // Without descriptors left waits cannot be interrupted, all else works.
        _ = pipe(&ends)
        for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    deinit {
        if readEnd >= 0 { close(readEnd) }
        if writeEnd >= 0 { close(writeEnd) }
    }

    /// Wakes now and for ever.
    func wake() {
        var byte: UInt8 = 0
        _ = write(writeEnd, &byte, 1)
    }
}

/// A descriptor that belongs to someone else: it is never closed here nor switched to O_NONBLOCK, which would be seen by every
/// process that shares it. Waiting is done by `poll`, so that it can be interrupted.
struct Descriptor: Sendable {
    enum Outcome: Equatable {
        case bytes(Int)
        /// End of input, or nobody reads any more.
        case end
        case woken
        /// Only without waiting: nothing can be done now.
        case wouldBlock
    }

    /// A pipe that is ready takes that many bytes without blocking (PIPE_BUF).
    static let safeWrite = 4_096

    let number: Int32

    /// Waits for bytes.
    func read(into buffer: inout [UInt8], wake: WakePipe) -> Outcome {
        while true {
            guard wait(Int16(POLLIN), wake: wake) else { return .woken }
            #if canImport(Glibc)
            let count = Glibc.read(number, &buffer, buffer.count)
            #else
            let count = Darwin.read(number, &buffer, buffer.count)
            #endif
            if count > 0 { return .bytes(count) }
            if count == 0 || (errno != EINTR && errno != EAGAIN) { return .end }
        }
    }

    /// Writes some bytes, at most `safeWrite`. Waits for room if there is a `wake` to interrupt that.
    func write(_ bytes: ArraySlice<UInt8>, wake: WakePipe?) -> Outcome {
        while true {
            if let wake {
                guard wait(Int16(POLLOUT), wake: wake) else { return .woken }
            } else {
                var entry = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
                guard poll(&entry, 1, 0) > 0 else { return .wouldBlock }
            }
            let count = bytes.prefix(Self.safeWrite).withUnsafeBytes { buffer in
                #if canImport(Glibc)
                Glibc.write(number, buffer.baseAddress, buffer.count)
                #else
                Darwin.write(number, buffer.baseAddress, buffer.count)
                #endif
            }
            if count >= 0 { return .bytes(count) }
            if errno != EINTR && errno != EAGAIN { return .end }
            if wake == nil { return .wouldBlock }
        }
    }

    /// False: woken. Errors and hang-ups count as ready, the call that follows tells them.
    private func wait(_ events: Int16, wake: WakePipe) -> Bool {
        var entries = [pollfd(fd: number, events: events, revents: 0), pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0)]
        while true {
            let count = poll(&entries, 2, -1)
            if count < 0, errno == EINTR { continue }
            if entries[1].revents != 0 { return false }
            return true
        }
    }
}
