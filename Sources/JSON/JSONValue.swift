/// A JSON value as a tree, for messages and settings (employees are read from a `JSONDocument` instead).
///
/// Objects keep the order of their members; a repeated name keeps the last value, as RFC 8259 section 4 allows.
public enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    /// The number exactly as it was written.
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}
