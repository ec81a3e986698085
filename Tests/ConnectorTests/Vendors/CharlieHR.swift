import JSON

extension Vendor {
    static let charliehr = Vendor(
        connector: "charliehr", kind: .apiKey, fields: ["clientId": .text("client"), "clientSecret": .text("secret-client")], listPath: "/api/v1/team_members", promises: true,
        delivers: [.personalEmail, .status, .start, .end, .department, .title, .manager], customField: "custom_fields.T-shirt",
        refusal: { .json(["success": false, "error": "refused", "message": "refused"], status: $0) }
    ) { request, desk in
        guard request["Authorization"] == "Token token=client:secret-client" else { return .json(["success": false, "error": "unauthorized", "message": "no such key"], status: 401) }
        func member(_ sample: Sample) -> JSONValue {
            [
                "id": .string(sample.id), "first_name": .string(sample.first), "last_name": .string(sample.last), "display_name": .string("\(sample.first) \(sample.last)"),
                "work_email": .string(sample.workEmail), "personal_email": .string(sample.personalEmail), "job_title": .string(sample.title),
                "office": sample.number == 2 ? "o1" : .null, "manager": .optional(sample.managerID), "teams": [.string(sample.departmentID), "d9"],
                "start_date": .string(sample.start), "end_date": .optional(sample.end),
            ]
        }
        func all(_ elements: [JSONValue]) -> HTTPServer.Reply {
            .json(["success": true, "data": .array(elements), "meta": ["page": 1, "per_page": 50, "total": JSONValue(elements.count), "next_url": nil]])
        }
        switch request.path {
        case "/api/v1/team_member_note_types": return all([["id": "n1", "name": "T-shirt"], ["id": "n2", "name": "Allergies"]])
        case "/api/v1/teams": return all([["id": "d1", "name": "Engineering"], ["id": "d2", "name": "Customer Success"], ["id": "d9", "name": "Choir"]])
        case "/api/v1/offices": return all([["id": "o1", "name": "London"]])
        case "/api/v1/team_members":
            let number = request.number("page") ?? 1, limit = request.number("per_page") ?? 50
            let page = desk.page(from: (number - 1) * limit, limit: limit)
            // Now a query alone, now a path behind the API's base.
            let next = page.next.map { "page=\($0 / limit + 1)&per_page=\(limit)" }.map { number % 2 == 1 ? "?\($0)" : "/team_members?\($0)" }
            return .json([
                "success": true, "data": .array(page.samples.map(member)),
                "meta": ["page": JSONValue(number), "per_page": JSONValue(limit), "total": JSONValue(page.total), "next_url": .optional(next)],
            ])
        default:
            let parts = request.path.split(separator: "/").map(String.init)
            guard parts.count >= 4, parts[2] == "team_members", let sample = Sample.of(parts[3]) else {
                return .json(["success": false, "error": "not_found", "message": "not found"], status: 404)
            }
            if parts.count == 4 { return .json(["success": true, "data": member(sample)]) }
            // Types of which there is no note are left out.
            return parts[4] == "notes" ? all([["id": "x", "note_type": ["name": "T-shirt"], "content": .string(sample.shirt)]]) : nil
        }
    }
}
