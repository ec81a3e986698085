import JSON

/// The id of a request: a string, a number (as written), or null for an answer to something unreadable.
public enum RPCID: Sendable, Hashable {
    case string(String)
    case number(String)
    case null

    /// nil if a request cannot have such an id.
    init?(_ value: JSONView) {
        if let text = value.string {
            self = .string(text)
        } else if let number = value.number {
            self = .number(number.literal)
        } else {
            return nil
        }
    }

    init?(_ value: JSONValue) {
        switch value {
        case .string(let text): self = .string(text)
        case .number(let number): self = .number(number.literal)
        default: return nil
        }
    }

    /// As it was written.
    public var value: JSONValue {
        switch self {
        case .string(let text): .string(text)
        case .number(let literal): JSONNumber(literal: literal).map { .number($0) } ?? .null
        case .null: .null
        }
    }
}
