import JSON

/// `filter[...]` of the list: the properties of EmployeesFilter, which is closed.
struct ApideckFilter {
    /// The first filter that a connector cannot do.
    private(set) var unsupported: String?
    private var wanted: [(name: String, value: String)] = []

    private static let names: Set<String> = [
        "company_id", "email", "first_name", "last_name", "title", "manager_id", "employment_status", "employee_number", "department_id", "city", "country",
    ]

    init(_ query: Query) {
        for item in query.items where item.name.hasPrefix("filter[") && item.name.hasSuffix("]") {
            let name = String(item.name.dropFirst("filter[".count).dropLast())
            if Self.names.contains(name) { wanted.append((name, item.value)) } else if unsupported == nil { unsupported = item.name }
        }
    }

    var isEmpty: Bool { wanted.isEmpty }

    func matches(_ person: Person) -> Bool {
        wanted.allSatisfy { name, value in
            switch name {
            case "email": person.emails.contains { $0.address.lowercased() == value.lowercased() }
            case "manager_id": person.managerID == value
            case "title": person.title == value
            default: person.text(name) == value
            }
        }
    }
}

/// `fields=id,first_name,emails.type`: what the answer is to hold.
struct FieldSelection {
    /// nil: everything.
    private let paths: [[Substring]]?

    init(_ text: String?) {
        paths = text.flatMap { $0.isEmpty ? nil : $0.split(separator: ",").map { $0.split(separator: ".") } }
    }

    func select(_ value: JSONValue) -> JSONValue { paths.map { Self.select(value, $0) } ?? value }

    private static func select(_ value: JSONValue, _ paths: [[Substring]]) -> JSONValue {
        if paths.contains(where: \.isEmpty) { return value }
        switch value {
        case .array(let elements): return .array(elements.map { select($0, paths) })
        case .object(let object):
            return .object(JSONObject(object.members.compactMap { member in
                let rest = paths.filter { $0.first.map(String.init) == member.name }.map { Array($0.dropFirst()) }
                return rest.isEmpty ? nil : (member.name, select(member.value, rest))
            }))
        default: return value
        }
    }
}
