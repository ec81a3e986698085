import JSON
import Provisioning

/// The unified `Employee`, with nulls for what is not known.
enum ApideckEmployee {
    /// What a list leaves out where only the call for one employee knows it.
    private static let onlyInDetail = ["custom_fields", "manager", "department", "department_id", "department_name", "jobs", "emails"]

    /// Members that hold a field of our model, where they are named otherwise.
    private static let members = ["department": ["department", "department_name"], "employment_type": ["employment_role"], "nationality": ["nationalities"]]

    static func json(_ person: Person, changed: Timestamp, _ scene: Scene, isList: Bool) -> JSONValue {
        var employee: JSONObject = [
            "id": JSONValue(person.id), "downstream_id": JSONValue(person.id),
            "first_name": JSONValue(person.firstName), "last_name": JSONValue(person.lastName), "middle_name": JSONValue(person.text("middle_name")),
            "display_name": JSONValue(person.displayName), "preferred_name": JSONValue(person.text("preferred_name")),
            "title": JSONValue(person.title), "division": JSONValue(person.text("division")),
            "department": JSONValue(person.text("department")), "department_id": JSONValue(person.text("department_id")),
            "department_name": JSONValue(person.text("department")), "team": team(person),
            "company_name": JSONValue(person.text("company_name")), "employment_start_date": JSONValue(person.startDate),
            "employment_end_date": JSONValue(person.endDate), "employee_number": JSONValue(person.text("employee_number")),
            "employment_status": JSONValue(person.status), "employment_role": role(person), "manager": manager(person, scene),
            "birthday": JSONValue(person.birthday), "gender": JSONValue(person.text("gender")), "marital_status": JSONValue(person.text("marital_status")),
            "pronouns": JSONValue(person.text("pronouns")),
            "nationalities": person.text("nationality").map { [.string($0)] } ?? nil, "preferred_language": language(person),
            "timezone": JSONValue(person.text("timezone")), "works_remote": person.object["works_remote"] ?? nil,
            "jobs": jobs(person), "addresses": addresses(person),
        ]
        employee["phone_numbers"] = person.object["phone_numbers"] ?? []
        employee["emails"] = .array(person.emails.map { ["id": nil, "email": .string($0.address), "type": JSONValue($0.type)] })
        employee["custom_fields"] = .array(person.customFields.map { ["id": .string($0.id), "name": JSONValue($0.name ?? $0.id), "description": nil, "value": $0.value] })
        employee["tags"] = .null
        employee["custom_mappings"] = .null
        employee["row_version"] = .null
        employee["deleted"] = person.object["deleted"] ?? nil
        employee["updated_at"] = .string(changed.description)
        employee["created_at"] = .null
        if isList, scene.has(.thinList) { for name in onlyInDetail { employee[name] = nil } }
        for field in scene.withheld { for name in members[field] ?? [field] { employee[name] = nil } }
        return .object(employee)
    }

    private static func team(_ person: Person) -> JSONValue {
        person.text("team").map { ["id": .string($0), "name": .string($0)] } ?? nil
    }

    private static func manager(_ person: Person, _ scene: Scene) -> JSONValue {
        guard let id = person.managerID else { return nil }
        let manager = scene.manager(of: person)
        return [
            "id": .string(id), "name": JSONValue(manager?.displayName), "first_name": JSONValue(manager?.firstName), "last_name": JSONValue(manager?.lastName),
            "email": JSONValue(manager?.workEmail), "employment_status": JSONValue(manager?.status),
        ]
    }

    private static func role(_ person: Person) -> JSONValue {
        guard let type = person.text("employment_type") else { return nil }
        let kinds: Set<String> = ["contractor", "employee", "freelance", "temp", "internship"]
        let times: Set<String> = ["full_time", "part_time", "hourly"]
        return ["type": .string(kinds.contains(type) ? type : times.contains(type) ? "employee" : "other"),
                "sub_type": .string(times.contains(type) ? type : "not_specified")]
    }

    /// ISO 639-1 in capitals.
    private static func language(_ person: Person) -> JSONValue {
        guard let tag = person.text("preferred_language") else { return nil }
        let language = tag.prefix { $0.isLetter }.uppercased()
        return language.count == 2 ? .string(language) : nil
    }

    private static func location(_ person: Person) -> JSONObject? {
        guard person.text("location") != nil || person.text("country") != nil else { return nil }
        return ["type": "office", "city": JSONValue(person.text("location")), "country": JSONValue(person.text("country"))]
    }

    private static func jobs(_ person: Person) -> JSONValue {
        guard let title = person.title else { return [] }
        return [[
            "id": .string("job-\(person.id ?? "")"), "employee_id": JSONValue(person.id), "title": .string(title), "role": nil,
            "start_date": JSONValue(person.startDate), "end_date": JSONValue(person.endDate), "is_primary": true, "is_manager": nil,
            "status": .string(person.isActive ? "active" : "inactive"), "location": location(person).map { .object($0) } ?? nil,
        ]]
    }

    private static func addresses(_ person: Person) -> JSONValue { location(person).map { [.object($0)] } ?? [] }
}
