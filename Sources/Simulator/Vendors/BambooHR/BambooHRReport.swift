import JSON

/// The older lists in one answer: `POST /v1/reports/custom` and `GET /v1/employees/directory`.
enum BambooHRReport {
    static func custom(_ request: ClientRequest, _ scene: Scene) -> Answer {
        guard let format = request.query["format"], format.uppercased() == "JSON" else {
            return BambooHR.failure(400, "The simulator writes reports as JSON only: format=JSON.")
        }
        let names = request.json?["fields"]?.array?.compactMap(\.string) ?? xmlFields(request)
        if names.isEmpty { return BambooHR.failure(400, "fields is required.") }
        guard names.count <= 400 else { return BambooHR.failure(400, "Too many fields. The maximum is 400.") }
        let known = BambooHRField.all(scene)
        // Unknown and restricted fields vanish, and nobody says so.
        let columns = names.compactMap { name in
            known.first { $0.alias == name || String($0.id) == name }.flatMap { scene.withheld.contains($0.path) ? nil : (name, $0) }
        }
        return report(title: request.json?["title"]?.string ?? "Report", columns, Array(0..<scene.company.count), scene)
    }

    /// The older form of the request: `<report><fields><field id="firstName"/>…`.
    private static func xmlFields(_ request: ClientRequest) -> [String] {
        String(decoding: request.body, as: UTF8.self).matches(of: /<field\s+id="([^"]*)"/).map { String($0.1) }
    }

    /// Active people only, unless asked otherwise; the manager is a name.
    static func directory(_ scene: Scene) -> Answer {
        let names = ["displayName", "firstName", "lastName", "preferredName", "jobTitle", "workEmail", "department", "location", "division", "supervisor"]
        let columns = names.compactMap { name in BambooHRField.standard.first { $0.alias == name && !scene.withheld.contains($0.path) }.map { (name, $0) } }
        let active = (0..<scene.company.count).filter(scene.company.isActive)
        if active.isEmpty { return BambooHR.failure(404, "Directory is empty.") }
        return report(title: nil, columns, active, scene)
    }

    private static func report(title: String?, _ columns: [(name: String, field: BambooHRField)], _ places: [Int], _ scene: Scene) -> Answer {
        let listing = Listing(places, start: 0, limit: max(1, places.count), paging: .offset, tellsCount: false, scene)
        let employees = listing.people(scene).map { person -> JSONValue in
            var row: JSONObject = ["id": JSONValue(person.id)]
            for (name, field) in columns { row[name] = value(of: field, person, scene) }
            return .object(row)
        }
        var body: JSONObject = [:]
        if let title { body["title"] = .string(title) }
        body["fields"] = .array(columns.map { ["id": .string($0.name), "type": .string($0.field.type), "name": .string($0.field.label)] })
        body["employees"] = .array(employees)
        return Answer(200, .object(body))
    }

    /// A start that is not known is written as a day that does not exist, an end as nothing.
    private static func value(of field: BambooHRField, _ person: Person, _ scene: Scene) -> JSONValue {
        if let value = field.value(person, scene) { return .string(value) }
        switch field.alias {
        case "hireDate": return "0000-00-00"
        case "terminationDate": return ""
        default: return nil
        }
    }
}
