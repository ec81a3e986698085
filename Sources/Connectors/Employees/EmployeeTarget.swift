import Provisioning

/// Where in the employee model a column or member of our own format belongs.
enum EmployeeTarget: Hashable {
    case id, deleted, unavailable
    /// Several addresses.
    case emails
    case email(Employee.EmailType)
    /// Of the model.
    case field(path: String, kind: FieldPath.Kind)
    case custom(String)

    /// The other names that a path goes by.
    private static let aliases: [String: EmployeeTarget] = [
        "employee_id": .id, "email": .email(.primary), "work_email": .email(.work), "secondary_email": .email(.secondary),
        "personal_email": .email(.personal), "other_email": .email(.other),
    ]
    private static let pathAliases = [
        "manager": "manager.id", "manager_id": "manager.id", "manager_name": "manager.name", "manager_email": "manager.email",
        "hire_date": "employment_start_date", "end_date": "employment_end_date", "job_title": "title", "birth_date": "birthday",
    ]
    /// Every name of the model, as it is written there, and every alias.
    private static let byName: [String: EmployeeTarget] = {
        var targets = aliases
        for (path, kind) in FieldPath.standard { targets[path] = .field(path: path, kind: kind) }
        for (alias, path) in pathAliases { targets[alias] = targets[path] }
        targets["id"] = .id
        targets["emails"] = .emails
        targets["deleted"] = .deleted
        targets["unavailable"] = .unavailable
        return targets
    }()

    /// All members of a JSON employee that mean a single value, paths of the model before their aliases.
    static let scalarMembers: [(name: String, target: EmployeeTarget)] = {
        let paths = FieldPath.standard.map(\.path)
        let aliasNames = byName.keys.filter { !paths.contains($0) }.sorted()
        return (paths + aliasNames).compactMap { name in byName[name].map { (name, $0) } }
    }()

    /// nil: no path of the model and no alias of one.
    init?(standard name: String) {
        guard let target = Self.byName[name] else { return nil }
        self = target
    }

    /// A path of the model, an alias, or `custom_fields.<name>`.
    init?(named name: String) {
        if let target = EmployeeTarget(standard: name) {
            self = target
        } else if FieldPath.isCustom(name) {
            self = .custom(name)
        } else {
            return nil
        }
    }

    /// A header cell as names are compared: trimmed, in small letters, blanks and hyphens as underscores.
    static func loosened(_ header: String) -> String {
        String(Text.fold(header).map { $0 == " " || $0 == "-" || $0 == "\u{A0}" ? "_" : $0 })
    }

    /// The path by which the employee has it.
    var path: String {
        switch self {
        case .id: "id"
        case .deleted: "deleted"
        case .unavailable: "unavailable"
        case .emails, .email: "emails"
        case .field(let path, _): path
        case .custom(let path): path
        }
    }
}

extension Employee {
    mutating func add(address: String, _ type: EmailType) {
        let address = Text.normalized(address)
        if !address.isEmpty { emails.append(Email(address: address, type: type)) }
    }

    /// Paths as the model or an alias names them; `manager` covers all of the manager.
    mutating func setUnavailable(_ names: [String]) {
        for name in names.map(Text.normalized) where !name.isEmpty {
            unavailable.insert(name == "manager" ? name : EmployeeTarget(named: name)?.path ?? name)
        }
    }
}
