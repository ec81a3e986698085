/// Where the 256-bit key comes from under which secrets are sealed: 64 hexadecimal digits.
public enum KeySource: Sendable, Equatable {
    /// Made with mode 0600 when it is not there and no secret depends on it yet.
    case file(String)
    /// An environment variable.
    case environment(String)
    /// What a shell command prints.
    case command(String)
    /// What an open file descriptor gives until its end; it is read once and closed.
    case descriptor(Int32)
    /// A random key that is gone with the process.
    case memory
}
