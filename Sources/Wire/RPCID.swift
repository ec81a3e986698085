/// The id of a request: a string, a number (as written), or null for an answer to something unreadable.
public enum RPCID: Sendable, Hashable {
    case string(String)
    case number(String)
    case null
}
