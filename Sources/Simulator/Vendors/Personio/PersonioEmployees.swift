import JSON
import Provisioning

/// `GET /v1/company/employees`: offset and limit, every field an object with its label.
enum PersonioEmployees {
    static func answer(_ request: ClientRequest, _ scene: Scene) -> Answer {
        switch request.segments.count {
        case 3: return list(request, scene)
        case 4 where ["attributes", "custom-attributes"].contains(request.segments[3]): return attributes(scene)
        case 4:
            let id = request.segments[3]
            guard let place = (0..<scene.company.count).first(where: { String(Personio.number(scene.company.person(at: $0).id)) == id }) else {
                return Personio.firstError(404, "Employee not found")
            }
            return Answer(200, ["success": true, "data": employee(place, scene)])
        default: return Personio.firstError(404, "Not found")
        }
    }

    private static func list(_ request: ClientRequest, _ scene: Scene) -> Answer {
        guard let limit = Int(request.query["limit"] ?? "50"), (1...100).contains(limit), let offset = Int(request.query["offset"] ?? "0"), offset >= 0 else {
            return Personio.firstError(400, "limit must be between 1 and 100")
        }
        let since = request.query["updated_since"], email = request.query["email"]
        let places = (0..<scene.company.count).filter { place in
            if let since, scene.company.changed(at: place).description < since { return false }
            if let email, scene.company.person(at: place).workEmail != email { return false }
            return true
        }
        // With updated_since there are no pages, as documented.
        let size = since == nil ? limit : max(1, places.count), start = since == nil ? offset : 0
        let listing = Listing(places, start: start, limit: size, paging: .offset, scene)
        return Answer(200, [
            "success": true,
            "metadata": [
                "total_elements": JSONValue(listing.total), "current_page": JSONValue(start / size), "total_pages": JSONValue((listing.total + size - 1) / size),
            ],
            "offset": JSONValue(offset), "limit": JSONValue(limit), "data": .array(listing.places.map { employee($0, scene) }),
        ])
    }

    private static func employee(_ place: Int, _ scene: Scene) -> JSONValue {
        let person = scene.company.person(at: place)
        var fields: JSONObject = [:]
        func set(_ key: String, _ label: String, _ type: String, _ value: JSONValue, path: String) {
            // An attribute that the credentials may not see is not there.
            guard !scene.withheld.contains(path) else { return }
            fields[key] = ["label": .string(label), "value": value, "type": .string(type), "universal_id": key.hasPrefix("dynamic_") ? nil : .string(key)]
        }
        set("id", "ID", "integer", JSONValue(Personio.number(person.id)), path: "id")
        set("first_name", "First name", "standard", JSONValue(person.firstName ?? ""), path: "first_name")
        set("last_name", "Last name", "standard", JSONValue(person.lastName ?? ""), path: "last_name")
        set("preferred_name", "Name (preferred)", "standard", JSONValue(person.displayName), path: "preferred_name")
        set("email", "Email", "standard", JSONValue(person.workEmail), path: "emails")
        set("gender", "Gender", "standard", JSONValue(person.text("gender")), path: "gender")
        set("status", "Status", "standard", .string(person.isActive ? "active" : "inactive"), path: "employment_status")
        set("position", "Position", "standard", JSONValue(person.title), path: "title")
        set("supervisor", "Supervisor", "standard", supervisor(person, scene), path: "manager")
        set("employment_type", "Employment type", "standard", .string(person.text("employment_type") == "contractor" ? "external" : "internal"), path: "employment_type")
        set("hire_date", "Hire date", "date", midnight(person.startDate), path: "employment_start_date")
        set("termination_date", "Termination date", "date", midnight(person.endDate), path: "employment_end_date")
        set("contract_end_date", "Contract ends", "date", nil, path: "")
        set("last_working_day", "Last day of work", "date", nil, path: "")
        set("last_modified_at", "Last modified", "date", .string(scene.company.changed(at: place).iso), path: "")
        set("office", "Office", "standard", named("Office", person.text("location")), path: "location")
        set("department", "Department", "standard", named("Department", person.text("department")), path: "department")
        set("team", "Team", "standard", named("Team", person.text("team")), path: "team")
        for field in person.customFields {
            set(Personio.attributeID(field.id), field.name ?? field.id, "standard", text(of: field.value), path: "custom_fields." + field.id)
        }
        return ["type": "Employee", "attributes": .object(fields)]
    }

    /// Local midnight with its offset, as Personio writes dates.
    private static func midnight(_ date: String?) -> JSONValue { JSONValue(date.map { $0 + "T00:00:00+01:00" }) }

    private static func named(_ type: String, _ name: String?) -> JSONValue {
        name.map { ["type": .string(type), "attributes": ["id": JSONValue(Personio.number($0)), "name": .string($0)]] } ?? nil
    }

    private static func supervisor(_ person: Person, _ scene: Scene) -> JSONValue {
        guard let id = person.managerID else { return nil }
        let manager = scene.manager(of: person)
        func field(_ label: String, _ key: String, _ value: JSONValue) -> JSONValue {
            ["label": .string(label), "value": value, "type": "standard", "universal_id": .string(key)]
        }
        return ["type": "Employee", "attributes": [
            "id": field("ID", "id", JSONValue(Personio.number(id))), "first_name": field("First name", "first_name", JSONValue(manager?.firstName)),
            "last_name": field("Last name", "last_name", JSONValue(manager?.lastName)), "email": field("Email", "email", JSONValue(manager?.workEmail)),
        ]]
    }

    /// Lists are tags: joined by commas.
    private static func text(of value: JSONValue) -> JSONValue {
        guard case .array(let elements) = value else { return value }
        return .string(elements.compactMap(\.string).joined(separator: ","))
    }

    private static func attributes(_ scene: Scene) -> Answer {
        let example = scene.company.count > 0 ? employee(0, scene)["attributes"]?.object ?? [:] : [:]
        return Answer(200, ["success": true, "data": .array(example.members.map { name, field in
            ["key": .string(name), "label": field["label"] ?? nil, "type": field["type"] ?? nil, "universal_id": field["universal_id"] ?? nil, "options": []]
        })])
    }
}
