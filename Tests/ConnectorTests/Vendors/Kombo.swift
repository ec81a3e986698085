import JSON

extension Vendor {
    static let kombo = Vendor(
        connector: "kombo", kind: .apiKey, fields: ["apiKey": .text("secret-key"), "integrationId": .text("workday:HWUT"), "region": .text("US")], listPath: "/v1/hris/employees",
        delivers: Set(Expected.allCases), customField: "custom_fields.shirt_size",
        refusal: { .json(error($0 == 401 ? "PLATFORM.AUTHENTICATION_INVALID" : "X", "refused"), status: $0) },
        customerRefusal: .json(error("INTEGRATION.AUTHENTICATION_INVALID", "The credentials have expired"), status: 403)
    ) { request, desk in
        guard request["Authorization"] == "Bearer secret-key" else { return .json(error("PLATFORM.AUTHENTICATION_INVALID", "no such key"), status: 401) }
        switch request.path {
        // The server decodes the path's %3A.
        case "/v1/integrations/workday:HWUT":
            return .json(["status": "success", "data": ["id": "workday:HWUT", "category": "HRIS", "status": "ACTIVE", "setup_status": "COMPLETED", "data_expired_at": nil]])
        case "/v1/integrations/workday:HWUT/integration-fields":
            let tax: JSONValue = ["id": "f1", "key": "tax_id", "model": "hris_employees", "type": "DEFAULT", "label": "Tax ID"]
            let shirt: JSONValue = ["id": "f2", "key": "shirt_size", "model": "hris_employees", "type": "CUSTOM", "label": "T-shirt"]
            return .json(["status": "success", "data": ["results": [tax, shirt], "next_cursor": nil, "next": nil]])
        case "/v1/hris/employees":
            guard request["X-Integration-Id"] == "workday:HWUT" else { return .json(error("PLATFORM.INPUT_INVALID", "X-Integration-Id is missing"), status: 400) }
            if let ids = request.query["ids"] { return answer([Sample.of(ids)].compactMap(\.self), nil) }
            let page = desk.page(from: request.query["cursor"].flatMap { Int($0.dropFirst()) } ?? 0, limit: request.number("page_size") ?? 100)
            return answer(page.samples, page.next.map { "e\($0)" })
        default: return nil
        }
    }

    private static func error(_ code: String, _ message: String) -> JSONValue {
        ["status": "error", "error": ["code": .string(code), "title": "An error", "message": .string(message), "log_url": nil]]
    }

    private static func answer(_ samples: [Sample], _ next: String?) -> HTTPServer.Reply {
        .json(["status": "success", "data": ["next": .optional(next), "results": .array(samples.map(employee))]])
    }

    private static func employee(_ sample: Sample) -> JSONValue {
        [
            "id": .string(sample.id), "remote_id": .string("r\(sample.number)"), "employee_number": .string(sample.employeeNumber), "first_name": .string(sample.first),
            "last_name": .string(sample.last), "nationality": nil, "display_full_name": .string("\(sample.first) \(sample.last)"), "job_title": .string(sample.title),
            "work_email": .string(sample.workEmail), "personal_email": .string(sample.personalEmail), "gender": nil, "marital_status": nil,
            "employment_status": sample.hasLeft ? "INACTIVE" : sample.isOnLeave ? "LEAVE" : sample.number == 8 ? "PENDING" : "ACTIVE", "employment_type": "FULL_TIME",
            "work_location_id": nil, "legal_entity_id": nil, "manager_id": .optional(sample.managerID), "date_of_birth": nil, "start_date": .string("\(sample.start)T00:00:00.000Z"),
            "termination_date": .optional(sample.end.map { "\($0)T00:00:00.000Z" }), "changed_at": "2026-08-07T14:01:29.196Z", "remote_deleted_at": nil, "custom_fields": [:],
            "integration_fields": [
                ["id": "f1", "key": "tax_id", "type": "DEFAULT", "value": "12 345", "label": "Tax ID"],
                ["id": "f2", "key": "shirt_size", "type": "CUSTOM", "value": .string(sample.shirt), "label": "T-shirt"],
            ],
            "manager": sample.managerID.map { ["id": .string($0), "display_full_name": "Ada Novak", "work_email": "p1@example.test"] } ?? .null,
            "groups": [
                ["id": "t1", "remote_id": "t1", "name": "Tier 1", "type": "TEAM"], ["id": "x", "remote_id": "x", "name": "Everybody", "type": nil],
                ["id": .string(sample.departmentID), "remote_id": "d", "name": .string(sample.department), "type": "DEPARTMENT"],
            ],
            "work_location": nil, "legal_entity": nil, "employments": [],
        ]
    }
}
