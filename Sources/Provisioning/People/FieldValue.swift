/// What an HRIS delivers for one field. "No value" is the absence of the field.
public enum FieldValue: Sendable, Equatable {
    case text(String)
    /// The number as JSON writes it.
    case number(String)
    case boolean(Bool)
    case list([FieldValue])
    /// Something structured, which no attribute can take.
    case object

    /// The text that filters and segments see: numbers and booleans as JSON writes them (R-FIL-2, R-MAP-6); nil for lists and objects.
    public var scalarText: String? {
        switch self {
        case .text(let text): text
        case .number(let literal): literal
        case .boolean(let value): value ? "true" : "false"
        case .list, .object: nil
        }
    }
}
