/// A column of the CSV files that tests write and mass edit reads (R-RES-2, R-RES-4).
public enum Column: Sendable, Hashable {
    case userID, externalID, firstName, lastName, email, language, participation, participationStartDate, kioskCode
    /// By key.
    case attribute(String)
    /// Only in results; ignored when read back.
    case matchedBy, changedFields, reason, held

    public static let standard: [Column] = [
        .userID, .externalID, .firstName, .lastName, .email, .language, .participation, .participationStartDate, .kioskCode,
    ]
    static let results: [Column] = [.matchedBy, .changedFields, .reason, .held]

    /// The header cell; attributes go by their name.
    public func title(_ attributes: [Attribute]) -> String {
        switch self {
        case .userID: "User ID"
        case .externalID: "External ID"
        case .firstName: "First name"
        case .lastName: "Last name"
        case .email: "Email"
        case .language: "Language"
        case .participation: "Participate in survey"
        case .participationStartDate: "Participation start date"
        case .kioskCode: "Kiosk code"
        case .attribute(let key): attributes.first { $0.key == key }?.name ?? key
        case .matchedBy: "Matched by"
        case .changedFields: "Changed fields"
        case .reason: "Reason"
        case .held: "Held"
        }
    }

    /// The column that a header cell names, in any case; nil: unknown.
    static func named(_ title: String, _ attributes: [Attribute]) -> Column? {
        let fold = Text.fold(title)
        if let column = (standard + results).first(where: { Text.fold($0.title(attributes)) == fold }) { return column }
        // Two attributes may differ only in case: the exact name first.
        let name = Text.normalized(title)
        return (attributes.first { $0.name == name } ?? attributes.first { Text.fold($0.name) == fold }).map { .attribute($0.key) }
    }
}
