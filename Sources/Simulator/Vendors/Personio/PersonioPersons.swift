import Foundation
import JSON
import Provisioning

/// `GET /v2/persons`, `/v2/persons/ID/employments` and `/v2/org-units`: cursors inside the next link, one more call for each person.
enum PersonioPersons {
    static func answer(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let segments = request.segments
        switch (segments[1], segments.count) {
        case ("persons", 2): return list(request, scene)
        case ("persons", 3): return place(segments[2], scene).map { Answer(200, person($0, request, scene)) } ?? Personio.answer(.notFound, request, scene)
        case ("persons", 4) where segments[3] == "employments": return employments(segments[2], request, scene)
        case ("org-units", _): return units(request, scene)
        default: return Personio.answer(.notFound, request, scene)
        }
    }

    private static func place(_ id: String, _ scene: Scene) -> Int? {
        scene.company.place(of: id) ?? (0..<scene.company.count).first { String(Personio.number(scene.company.person(at: $0).id)) == id }
    }

    private static func list(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let query = request.query
        guard let limit = Int(query["limit"] ?? "10"), (1...50).contains(limit) else {
            return Personio.answer(.invalid("limit must be between 1 and 50."), request, scene)
        }
        var start = 0
        if let cursor = query["cursor"] {
            guard let place = cursor.hasPrefix("cur_") ? Int(cursor.dropFirst(4).prefix { $0 != "_" }) : nil else {
                return Personio.answer(.cursorExpired, request, scene)
            }
            start = place
        }
        let ids = query.list("id"), emails = query.list("email")
        let status = query["status"], after = query["updated_at.gt"]
        let places = (0..<scene.company.count).filter { place in
            if let status, (status == "ACTIVE") != scene.company.isActive(at: place) { return false }
            if let after, scene.company.changed(at: place).description <= after { return false }
            if ids == nil, emails == nil { return true }
            let person = scene.company.person(at: place)
            if let ids, !ids.contains(String(Personio.number(person.id))) { return false }
            if let emails, !emails.contains(person.workEmail ?? "") { return false }
            return true
        }
        let listing = Listing(places, start: start, limit: limit, paging: .cursor, tellsCount: false, scene)
        var links: JSONObject = ["self": ["href": .string(request.base + request.path)]]
        if let next = listing.next {
            // An empty page that leads on must not look like a loop.
            let salt = scene.has(.emptyPage) ? "_\(scene.number)" : ""
            links["next"] = ["href": .string("\(scene.linkBase(request))/v2/persons?limit=\(limit)&cursor=cur_\(next)\(salt)")]
        }
        return Answer(200, ["_data": .array(listing.places.map { person($0, request, scene) }), "_meta": ["links": .object(links)]])
    }

    private static func person(_ place: Int, _ request: ClientRequest, _ scene: Scene) -> JSONValue {
        let person = scene.company.person(at: place), id = String(Personio.number(person.id)), withheld = scene.withheld
        var object: JSONObject = ["id": .string(id)]
        func set(_ name: String, _ value: JSONValue, path: String) {
            if !withheld.contains(path) { object[name] = value }
        }
        set("email", JSONValue(person.workEmail), path: "emails")
        set("updated_at", .string(scene.company.changed(at: place).iso), path: "")
        set("first_name", JSONValue(person.firstName), path: "first_name")
        set("last_name", JSONValue(person.lastName), path: "last_name")
        set("preferred_name", JSONValue(person.displayName), path: "preferred_name")
        set("gender", .string(person.text("gender")?.uppercased() ?? "UNSPECIFIED"), path: "gender")
        set("status", .string(person.isActive ? "ACTIVE" : "INACTIVE"), path: "employment_status")
        if !scene.has(.thinList) {
            set("custom_attributes", .array(person.customFields.compactMap { field in
                withheld.contains("custom_fields." + field.id) ? nil : attribute(field)
            }), path: "custom_fields")
        }
        object["employments"] = [["id": .string("employment-\(id)")]]
        object["_meta"] = ["links": ["employments": ["href": .string("\(request.base)/v2/persons/\(id)/employments")]]]
        return .object(object)
    }

    private static func attribute(_ field: Person.CustomField) -> JSONValue {
        let type = switch field.value {
        case .bool: "BOOLEAN"
        case .number(let number): number.int == nil ? "DOUBLE" : "INT"
        case .array: "STRING_LIST"
        default: "STRING"
        }
        return ["id": .string(Personio.attributeID(field.id)), "type": .string(type), "global_id": .string(field.id), "label": .string(field.name ?? field.id), "value": field.value]
    }

    private static func employments(_ id: String, _ request: ClientRequest, _ scene: Scene) -> Answer {
        guard let place = place(id, scene) else { return Personio.answer(.notFound, request, scene) }
        let person = scene.company.person(at: place), withheld = scene.withheld
        var units: [JSONValue] = []
        for (type, name) in [("team", person.text("team")), ("department", person.text("department"))] where !withheld.contains(type) {
            if let name { units.append(["type": .string(type), "id": .string(String(Personio.number(name)))]) }
        }
        var employment: JSONObject = ["id": .string("employment-\(id)")]
        func set(_ name: String, _ value: JSONValue, path: String) {
            if !withheld.contains(path) { employment[name] = value }
        }
        set("status", .string(person.isActive ? "ACTIVE" : "INACTIVE"), path: "employment_status")
        set("employment_start_date", JSONValue(person.startDate), path: "employment_start_date")
        set("employment_end_date", JSONValue(person.endDate), path: "employment_end_date")
        set("type", .string(person.text("employment_type") == "contractor" ? "EXTERNAL" : "INTERNAL"), path: "employment_type")
        set("updated_at", .string(scene.company.changed(at: place).iso), path: "")
        set("position", person.title.map { ["title": .string($0)] } ?? nil, path: "title")
        set("supervisor", person.managerID.map { ["id": .string(String(Personio.number($0)))] } ?? nil, path: "manager")
        set("org_units", .array(units), path: "")
        employment["person"] = ["id": .string(id)]
        employment["_meta"] = ["links": ["person": ["href": .string("\(request.base)/v2/persons/\(id)")]]]
        return Answer(200, ["_data": [.object(employment)], "_meta": ["links": ["self": ["href": .string("\(request.base)/v2/employments")]]]])
    }

    /// Names of departments and teams; without a type there is nothing.
    private static func units(_ request: ClientRequest, _ scene: Scene) -> Answer {
        guard let type = request.query["type"], ["department", "team"].contains(type) else { return Personio.answer(.notFound, request, scene) }
        var names: Set<String> = []
        for place in 0..<scene.company.count {
            if let name = scene.company.person(at: place).text(type) { names.insert(name) }
        }
        func unit(_ name: String) -> JSONValue { ["id": .string(String(Personio.number(name))), "type": .string(type), "name": .string(name), "abbreviation": nil] }
        if request.segments.count == 3 {
            guard let name = names.first(where: { String(Personio.number($0)) == request.segments[2] }) else { return Personio.answer(.notFound, request, scene) }
            return Answer(200, unit(name))
        }
        return Answer(200, ["_data": .array(names.sorted().map(unit)), "_meta": ["links": ["self": ["href": .string(request.base + request.path)]]]])
    }
}
