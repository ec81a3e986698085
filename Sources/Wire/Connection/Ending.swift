/// How a connection came to its end.
public struct Ending: Sendable, Equatable {
    public enum Reason: Sendable, Equatable {
        case endOfInput
        /// The client said `exit`.
        case exit
        /// Nobody reads our answers any more.
        case brokenPipe
        /// `stop(reason:)` was called.
        case stopped(String)
    }

    public let reason: Reason
    /// For the process: 1 after an `exit` that no `shutdown` announced in a session (as in the Language Server Protocol), else 0.
    public let status: Int32
}
