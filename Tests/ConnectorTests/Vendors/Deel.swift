import JSON

extension Vendor {
    static let deel = Vendor(
        connector: "deel", kind: .bearer, fields: ["apiToken": .text("secret-token")], listPath: "/rest/v2/people", promises: true, delivers: Set(Expected.allCases),
        customField: "custom_fields.5b1e0000-0000-4000-8000-0000000000f1", refusal: { .json(["errors": [["message": "refused"]]], status: $0) }
    ) { request, desk in
        guard request["Authorization"] == "Bearer secret-token" else { return .json(["errors": [["message": "no such key"]]], status: 401) }
        func person(_ sample: Sample) -> JSONValue {
            // Older accounts have no person status, and people without an external id are known by the number that Deel gave them.
            let isOld = sample.number % 2 == 0
            return [
                "id": .string(sample.id), "worker_id": .string(isOld ? sample.employeeNumber : "9\(sample.number)"),
                "external_id": isOld ? .null : .string(sample.employeeNumber), "first_name": .string(sample.first), "last_name": .string(sample.last),
                "full_name": .string("\(sample.first) \(sample.last)"), "preferred_first_name": nil,
                "emails": [
                    ["type": nil, "value": nil], ["type": "personal", "value": .string(sample.personalEmail)], ["type": "work", "value": .string(sample.workEmail)],
                ],
                "job_title": .string(sample.title), "department": ["id": .string(sample.departmentID), "name": .string(sample.department), "parent": nil],
                "hiring_type": "hris_direct_employee", "hiring_status": sample.hasLeft ? "inactive" : sample.isOnLeave ? "onboarding_at_risk" : "active",
                "person_status": isOld ? .null : .string(sample.hasLeft ? "INACTIVE" : "ACTIVE"), "start_date": .string(sample.start + "T00:00:00.000Z"),
                "completion_date": sample.end.map { .string($0 + "T00:00:00.000Z") } ?? .null, "country": "DE", "timezone": "Europe/Berlin",
                "direct_manager": sample.managerID.map {
                    ["id": .string($0), "worker_id": 124, "first_name": "Ada", "last_name": "Novak", "work_email": "p1@example.test"]
                } ?? .null,
                "employments": [], "created_at": "2021-10-20T08:00:00Z", "updated_at": nil,
            ]
        }
        let missing = HTTPServer.Reply.json(["errors": [["message": "not found"]]], status: 404)
        let field = "5b1e0000-0000-4000-8000-0000000000f1"
        switch request.path {
        case "/rest/v2/people/custom_fields": return .json(["data": [["id": .string(field), "name": "T-shirt", "type": ["name": "list", "options": ["S", "M", "L"]]]]])
        case "/rest/v2/people":
            let offset = request.number("offset") ?? 0
            let page = desk.page(from: offset, limit: request.number("limit") ?? 50)
            return .json([
                "data": .array(page.samples.map(person)), "page": ["offset": JSONValue(offset), "total_rows": JSONValue(page.total), "items_per_page": JSONValue(request.number("limit") ?? 50)],
            ])
        default:
            let parts = request.path.split(separator: "/").map(String.init)
            guard parts.count >= 4, parts[2] == "people", let sample = Sample.of(parts[3]) else { return missing }
            if parts.count == 4 { return .json(["data": person(sample)]) }
            return parts[4] == "custom_fields" ? .json(["data": [["id": .string(field), "name": "T-shirt", "type": "list", "data": ["option": .string(sample.shirt)]]]]) : missing
        }
    }
}
