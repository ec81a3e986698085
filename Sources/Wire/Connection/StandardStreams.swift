#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// stdin and stdout for the protocol alone.
public enum StandardStreams {
    /// Moves stdout to a descriptor of its own and points descriptor 1 at stderr, so that nothing printed by mistake gets between
    /// two messages. To be called before anything else is done. nil: no descriptors left.
    public static func claim() -> (input: Int32, output: Int32)? {
        let output = dup(STDOUT_FILENO)
        guard output >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0 else { return nil }
        _ = fcntl(output, F_SETFD, FD_CLOEXEC)
        return (STDIN_FILENO, output)
    }
}
