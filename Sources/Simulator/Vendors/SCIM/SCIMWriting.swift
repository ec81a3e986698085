import JSON

/// Users that are written over SCIM become people of the company, with all that was written kept beside.
enum SCIMWriting {
    static func create(_ request: ClientRequest, _ scene: Scene) -> Answer {
        guard let user = request.json?.object else { return SCIM.error(400, "invalidSyntax", "The body is not JSON.") }
        guard let name = user["userName"]?.string, !name.isEmpty else { return SCIM.error(400, "invalidValue", "userName is required.") }
        if isTaken(name, by: nil, request, scene) { return SCIM.error(409, "uniqueness", "userName already exists") }
        return write(user, id: "scim-\(scene.number)", status: 201, request, scene)
    }

    static func replace(_ id: String, _ request: ClientRequest, _ scene: Scene) -> Answer {
        guard scene.company.place(of: id) != nil else { return SCIM.answer(.notFound, request, scene) }
        guard let user = request.json?.object else { return SCIM.error(400, "invalidSyntax", "The body is not JSON.") }
        guard let name = user["userName"]?.string, !name.isEmpty else { return SCIM.error(400, "invalidValue", "userName is required.") }
        if isTaken(name, by: id, request, scene) { return SCIM.error(409, "uniqueness", "userName already exists") }
        return write(user, id: id, status: 200, request, scene)
    }

    static func delete(_ id: String, _ request: ClientRequest, _ scene: Scene) -> Answer {
        let isGone = scene.changeCompany { $0.remove(id: id, now: scene.now) }
        return isGone ? Answer(204) : SCIM.answer(.notFound, request, scene)
    }

    private static func write(_ user: JSONObject, id: String, status: Int, _ request: ClientRequest, _ scene: Scene) -> Answer {
        let employee = employee(user, id: id), now = scene.now
        _ = scene.changeCompany { company in
            company.put(employee, now: now)
            return true
        }
        var company = scene.company
        company.put(employee, now: now)
        let after = scene.with(company)
        return company.place(of: id).map { SCIM.one($0, status: status, request, after) } ?? SCIM.answer(.serverError(status: 500), request, scene)
    }

    /// Names are unique without regard to case.
    private static func isTaken(_ name: String, by id: String?, _ request: ClientRequest, _ scene: Scene) -> Bool {
        (0..<scene.company.count).contains { place in
            let user = SCIMUser.json(place, request, scene)
            return user["userName"]?.string?.lowercased() == name.lowercased() && user["id"]?.string != id
        }
    }

    private static func employee(_ user: JSONObject, id: String) -> JSONObject {
        let extended = user[SCIMUser.enterprise]
        let emails = (user["emails"]?.array ?? []).map { email -> JSONValue in
            let type = email["primary"]?.bool == true ? "primary" : email["type"]?.string == "home" ? "personal" : email["type"]?.string ?? "other"
            return ["email": email["value"] ?? nil, "type": .string(type)]
        }
        var written = user
        for name in ["id", "schemas", "meta", "password"] { written[name] = nil }
        return [
            "id": .string(id), "first_name": user["name"]?["givenName"] ?? nil, "last_name": user["name"]?["familyName"] ?? nil,
            "emails": .array(emails), "title": user["title"] ?? nil, "preferred_language": user["preferredLanguage"] ?? nil,
            "employment_status": user["active"]?.bool == false ? "inactive" : "active", "department": extended?["department"] ?? nil,
            "employee_number": extended?["employeeNumber"] ?? nil, "manager": ["id": extended?["manager"]?["value"] ?? nil], "scim": .object(written),
        ]
    }
}
