/// The CSV files of a run's rows and of users, as cells (R-RES-2). Encoding is `DelimitedText`'s.
public struct RowTable: Sendable {
    let attributes: [Attribute]
    public let columns: [Column]

    /// The file of one category: the standard columns, one per mapped attribute, and what explains the row.
    public init(category: Row.Category, attributes: [Attribute]) {
        self.attributes = attributes
        let explanation: [Column] = switch category {
        case .created: []
        case .updated: [.matchedBy, .changedFields]
        case .deleted: [.reason, .held]
        case .conflict, .skipped: [.reason]
        }
        columns = Column.standard + attributes.map { .attribute($0.key) } + explanation
    }

    /// The file of users, which mass edit reads back.
    public init(users attributes: [Attribute]) {
        self.attributes = attributes
        columns = Column.standard + attributes.map { .attribute($0.key) }
    }

    public var header: [String] { columns.map { $0.title(attributes) } }

    /// `isLinked` tells whether a user with this external ID exists by now: the file of a test leaves out the others (R-MAP-8).
    public func cells(_ row: Row, isLinked: (String) -> Bool) -> [String] {
        columns.map { column in
            switch column {
            case .userID: row.userID ?? ""
            case .externalID: row.externalID ?? ""
            case .firstName: row.values.firstName ?? ""
            case .lastName: row.values.lastName ?? ""
            case .email: row.values.email ?? ""
            case .language: row.values.language ?? ""
            case .participation: row.values.participation.map(RowTable.text) ?? ""
            case .participationStartDate: row.values.participationStartDate?.description ?? ""
            case .kioskCode: row.values.kioskCode ?? ""
            case .attribute(let key): text(row.values.attributes[key], isLinked: isLinked)
            case .matchedBy: row.matchedBy?.rawValue ?? ""
            case .changedFields: row.changes.map(\.field.description).joined(separator: "|")
            case .reason: row.reason?.rawValue ?? ""
            case .held: RowTable.text(row.held)
            }
        }
    }

    /// `reference` shows a user id as its external ID, else as it is.
    public func cells(_ user: User, reference: (String) -> String) -> [String] {
        columns.map { column in
            switch column {
            case .userID: user.id
            case .externalID: user.externalID ?? ""
            case .firstName: user.firstName
            case .lastName: user.lastName
            case .email: user.email ?? ""
            case .language: user.language
            case .participation: RowTable.text(user.participation.on)
            case .participationStartDate: user.participation.startDate?.description ?? ""
            case .kioskCode: user.kioskCode ?? ""
            case .attribute(let key):
                if case .users(let ids)? = user.attributes[key] {
                    ids.map(reference).joined(separator: "|")
                } else {
                    text(user.attributes[key].flatMap(RowValue.init)) { _ in true }
                }
            case .matchedBy, .changedFields, .reason, .held: ""
            }
        }
    }

    private static func text(_ value: Bool) -> String { value ? "true" : "false" }

    private func text(_ value: RowValue?, isLinked: (String) -> Bool) -> String {
        switch value {
        case nil: ""
        case .text(let text)?: text
        case .boolean(let value)?: RowTable.text(value)
        case .date(let day)?: day.description
        case .number(let number)?: RowTable.text(number)
        case .references(let names)?: names.filter(isLinked).joined(separator: "|")
        }
    }

    /// With a decimal point, whole numbers without one.
    public static func text(_ number: Double) -> String {
        if let whole = Int64(exactly: number), abs(number) < 1e15 { return String(whole) }
        return number.description
    }
}
