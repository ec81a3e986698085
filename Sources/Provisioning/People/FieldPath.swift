/// The paths of the employee model.
public enum FieldPath {
    public enum Kind: String, Sendable {
        case text, number, date, boolean, list, employee
    }

    /// Every standard path with its type, in the order in which a person would look for it.
    public static let standard: [(path: String, kind: Kind)] = [
        ("id", .text), ("first_name", .text), ("last_name", .text), ("middle_name", .text), ("preferred_name", .text), ("display_name", .text),
        ("title", .text), ("company_name", .text), ("division", .text), ("department", .text), ("department_id", .text), ("team", .text),
        ("cost_center", .text), ("location", .text), ("country", .text), ("emails", .list), ("employee_number", .text), ("employment_status", .text),
        ("employment_type", .text), ("employment_start_date", .date), ("employment_end_date", .date), ("birthday", .date), ("gender", .text),
        ("marital_status", .text), ("pronouns", .text), ("nationality", .text), ("preferred_language", .text), ("timezone", .text),
        ("manager.id", .employee), ("manager.name", .text), ("manager.email", .text), ("works_remote", .boolean),
    ]

    private static let kinds = Dictionary(uniqueKeysWithValues: standard.map { ($0.path, $0.kind) })

    /// The one spelling of a path: `manager` is `manager.id`.
    public static func canonical(_ path: String) -> String { path == "manager" ? "manager.id" : path }

    /// nil: not a standard path.
    public static func kind(of path: String) -> Kind? { kinds[canonical(path)] }

    public static func isCustom(_ path: String) -> Bool { path.hasPrefix("custom_fields.") && path.utf8.count > "custom_fields.".utf8.count }

    /// Always synced by themselves, or no information about a person (R-MAP-1).
    public static let unmappable: Set<String> = ["id", "first_name", "last_name", "emails", "preferred_language", "deleted", "unavailable"]
}
