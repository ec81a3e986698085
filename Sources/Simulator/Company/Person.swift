import JSON

/// An employee of the company, in our employee model as it was written (docs/employee.md).
struct Person: Sendable {
    let object: JSONObject

    init(_ object: JSONObject) { self.object = object }

    /// Text of a scalar member; numbers and booleans as JSON writes them; nil: none, or blank.
    func text(_ name: String) -> String? { object[name].flatMap(Self.text) }

    /// nil: the record has none.
    var id: String? { text("id") ?? text("employee_id") }
    var firstName: String? { text("first_name") }
    var lastName: String? { text("last_name") }
    var title: String? { text("title") ?? text("job_title") }
    var startDate: String? { text("employment_start_date") ?? text("hire_date") }
    var endDate: String? { text("employment_end_date") ?? text("end_date") }
    var birthday: String? { text("birthday") ?? text("birth_date") }
    /// As it was written; nil: unknown.
    var status: String? { text("employment_status") }
    /// Everything but `active` is not active (R-LIFE-1); nobody's status is taken for active.
    var isActive: Bool { status.map { $0.lowercased() == "active" } ?? true }

    var displayName: String? {
        text("display_name") ?? {
            let names = [firstName, lastName].compactMap { $0 }
            return names.isEmpty ? nil : names.joined(separator: " ")
        }()
    }

    var managerID: String? {
        object["manager"]?.object?["id"].flatMap(Self.text) ?? text("manager") ?? text("manager_id") ?? text("manager.id")
    }

    struct Email: Sendable {
        let address: String
        /// nil: untyped.
        let type: String?
    }

    var emails: [Email] {
        var emails: [Email] = []
        for element in object["emails"]?.array ?? [] {
            if let address = element.string ?? element["email"]?.string { emails.append(Email(address: address, type: element["type"]?.string)) }
        }
        for (name, type) in [("email", "primary"), ("work_email", "work"), ("secondary_email", "secondary"), ("personal_email", "personal"), ("other_email", "other")] {
            if let address = text(name) { emails.append(Email(address: address, type: type)) }
        }
        return emails
    }

    /// The address at work: what most HR systems call the e-mail.
    var workEmail: String? {
        for type in ["work", "primary", "secondary"] {
            if let email = emails.first(where: { $0.type == type }) { return email.address }
        }
        return emails.first { $0.type != "personal" }?.address
    }

    var personalEmail: String? { emails.first { $0.type == "personal" }?.address }

    struct CustomField: Sendable {
        let id: String
        let name: String?
        let value: JSONValue
    }

    /// Of `[{id, name?, value}]` or `{id: value}`.
    var customFields: [CustomField] {
        switch object["custom_fields"] {
        case .object(let fields): fields.members.map { CustomField(id: $0.name, name: nil, value: $0.value) }
        case .array(let fields):
            fields.compactMap { field in
                let name = field["name"]?.string
                guard let id = field["id"].flatMap(Self.text) ?? name else { return nil }
                return CustomField(id: id, name: name, value: field["value"] ?? .null)
            }
        default: []
        }
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text.allSatisfy(\.isWhitespace) ? nil : text
        case .number(let number): number.literal
        case .bool(let value): value ? "true" : "false"
        default: nil
        }
    }
}
