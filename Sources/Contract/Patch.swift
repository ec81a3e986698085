import JSON

/// A change of one value: not mentioned, taken away (null), or set.
public enum Patch<Value: ContractValue>: Sendable, Equatable {
    case absent, clear
    case set(Value)

    /// `old` after this change.
    public func applied(to old: Value?) -> Value? {
        switch self {
        case .absent: old
        case .clear: nil
        case .set(let value): value
        }
    }
}
