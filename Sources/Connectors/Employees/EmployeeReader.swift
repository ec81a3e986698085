import JSON
import Provisioning

/// Reads an employee in our own JSON form. Members that the model does not know are ignored.
struct EmployeeReader {
    /// The names of the custom fields seen so far, by path.
    private(set) var labels: [String: String] = [:]

    private static let members = MemberTable(EmployeeTarget.scalarMembers.map(\.name) + ["custom_fields"])
    private static let emails = place("emails"), manager = place("manager"), unavailable = place("unavailable"), customFields = EmployeeTarget.scalarMembers.count

    private static func place(_ name: String) -> Int { EmployeeTarget.scalarMembers.firstIndex { $0.name == name } ?? customFields }

    /// nil: `view` is no object.
    mutating func read(_ view: JSONView) -> Employee? {
        guard view.kind == .object else { return nil }
        // Of a repeated name the last one counts.
        var found = [JSONView?](repeating: nil, count: Self.customFields + 1)
        for member in view.members { if let place = Self.members.place(of: member) { found[place] = member.value } }
        var employee = Employee()
        employee.fields.reserveCapacity(32)
        if let emails = found[Self.emails] { Self.readEmails(emails, &employee) }
        for (place, (_, target)) in EmployeeTarget.scalarMembers.enumerated() {
            if let value = found[place] { Self.read(value, target, &employee) }
        }
        if let manager = found[Self.manager], manager.kind == .object { Self.readManager(manager, &employee) }
        if let fields = found[Self.customFields] { readCustomFields(fields, &employee) }
        if let paths = found[Self.unavailable] { employee.setUnavailable(Self.texts(paths)) }
        return employee
    }

    /// The first name of a target that has a value wins.
    private static func read(_ view: JSONView, _ target: EmployeeTarget, _ employee: inout Employee) {
        switch target {
        case .id:
            if employee.id == nil { employee.id = text(view) }
        case .email(let type):
            if let address = text(view) { employee.add(address: address, type) }
        case .field("manager.id", _) where view.kind == .object: break
        case .field(let path, let kind):
            if employee.fields[path] == nil { employee.fields[path] = value(view, kind) }
        case .deleted:
            // Nothing that cannot be read makes a person go.
            employee.deleted = text(view).flatMap(CSVBoolean.read) ?? false
        case .emails, .unavailable, .custom: break
        }
    }

    /// A list of `{email, type}` or plain addresses; also a single one.
    private static func readEmails(_ view: JSONView, _ employee: inout Employee) {
        let elements = view.kind == .array ? Array(view.elements) : [view]
        for element in elements {
            if let address = element.string ?? element["email"]?.string {
                employee.add(address: address, Employee.EmailType(named: element["type"]?.string))
            }
        }
    }

    private static func readManager(_ view: JSONView, _ employee: inout Employee) {
        for (name, path) in [("id", "manager.id"), ("name", "manager.name"), ("email", "manager.email")] {
            if employee.fields[path] == nil, let member = view[name] { employee.fields[path] = value(member, .text) }
        }
    }

    /// `[{id, name?, value}]`, the id, else the name, makes the path; or `{id: value}`. Of a repeated id the last one counts.
    private mutating func readCustomFields(_ view: JSONView, _ employee: inout Employee) {
        for member in view.members {
            let id = Text.normalized(member.name)
            if !id.isEmpty { employee.fields["custom_fields." + id] = Self.value(member.value, nil) }
        }
        for element in view.elements {
            let name = element["name"].flatMap(Self.text)
            guard let id = element["id"].flatMap(Self.text) ?? name else { continue }
            let path = "custom_fields." + id
            employee.fields[path] = element["value"].flatMap { Self.value($0, nil) }
            if let name { labels[path] = name }
        }
    }

    // MARK: Values

    /// `kind` nil: a custom field, whose type is the value's own. Text fields take numbers by their literal, so that an id of 7 is "7".
    private static func value(_ view: JSONView, _ kind: FieldPath.Kind?) -> FieldValue? {
        switch view.kind {
        case .null: return nil
        case .object: return .object
        case .array:
            let elements = view.elements.compactMap { element in
                element.kind == .array ? FieldValue.object : value(element, kind)
            }
            return elements.isEmpty ? nil : .list(elements)
        case .bool, .number, .string: break
        }
        guard let text = text(view) else { return nil }
        if kind == .boolean { return CSVBoolean.read(text).map { .boolean($0) } ?? .text(text) }
        if kind != nil || view.kind == .string { return .text(text) }
        return view.bool.map { .boolean($0) } ?? .number(text)
    }

    /// A scalar as text, trimmed and in NFC; nil: none, or blank.
    private static func text(_ view: JSONView) -> String? {
        switch view.kind {
        case .null, .array, .object: return nil
        case .bool: return view.bool == true ? "true" : "false"
        case .number: return view.number?.literal
        case .string:
            let text = Text.normalized(view.string ?? "")
            return text.isEmpty ? nil : text
        }
    }

    private static func texts(_ view: JSONView) -> [String] {
        view.kind == .array ? view.elements.compactMap(text) : [text(view)].compactMap { $0 }
    }
}
