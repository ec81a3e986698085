/// A record in the HRIS, as every connector delivers it.
public struct Employee: Sendable, Equatable {
    /// The HRIS's id; nil: the record has none (R-MAP-2).
    public var id: String?
    /// In the HRIS's order.
    public var emails: [Email]
    /// All other fields that have a value, by path (`first_name`, `manager.id`, `custom_fields.shirt_size`); text trimmed and in NFC, never empty.
    public var fields: EmployeeFields
    /// true: counts as not delivered (R-PLAN-1).
    public var deleted: Bool
    /// Paths that the HRIS could not deliver this time (R-MAP-9).
    public var unavailable: Set<String>

    public struct Email: Sendable, Equatable {
        public var address: String
        public var type: EmailType

        public init(address: String, type: EmailType) {
            self.address = address
            self.type = type
        }
    }

    /// In the order of R-MAP-3.
    public enum EmailType: Int, Sendable, CaseIterable {
        case primary, work, secondary, personal
        /// Also billing, unknown and untyped.
        case other

        /// The type an HRIS names, in any case.
        public init(named name: String?) {
            switch name.map(Text.fold) {
            case "primary": self = .primary
            case "work": self = .work
            case "secondary": self = .secondary
            case "personal": self = .personal
            default: self = .other
            }
        }
    }

    public init(
        id: String? = nil, emails: [Email] = [], fields: [String: FieldValue] = [:], deleted: Bool = false, unavailable: Set<String> = []
    ) {
        self.id = id
        self.emails = emails
        self.fields = EmployeeFields(fields)
        self.deleted = deleted
        self.unavailable = unavailable
    }

    /// Sets a field from raw text: trimmed, NFC; blank text is no value.
    public mutating func set(_ path: String, text: String) {
        let normalized = Text.normalized(text)
        fields[path] = normalized.isEmpty ? nil : .text(normalized)
    }

    /// Whether the HRIS said that it could not deliver `path`, or all that the path lies in.
    public func isUnavailable(_ path: String) -> Bool {
        if unavailable.isEmpty { return false }
        if unavailable.contains(path) { return true }
        guard let dot = path.utf8.firstIndex(of: UInt8(ascii: ".")) else { return false }
        return unavailable.contains(String(path[..<dot]))
    }

    /// The value of a field that a filter or a mapping names, `id` and `emails` included.
    public func value(at path: String) -> FieldValue? {
        switch path {
        case "id": id.map { .text($0) }
        case "emails": emails.isEmpty ? nil : .list(emails.map { .text($0.address) })
        default: fields[path]
        }
    }
}
