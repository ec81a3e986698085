/// How a method is scheduled (`x-effect` in `protocol/methods`).
public enum Effect: Sendable {
    /// Reads the store; sees every change whose request came before it.
    case read
    /// Changes something here; starts in order of arrival.
    case local
    /// Starts in order of arrival, then goes on beside later requests (an HRIS is called, or something is waited for).
    case remote
    /// Overtakes everything that waits.
    case control
}
