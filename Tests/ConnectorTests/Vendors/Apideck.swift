import JSON

extension Vendor {
    static let apideck = Vendor(
        connector: "apideck", kind: .apiKey, fields: ["apiKey": .text("secret-key"), "appId": .text("app"), "consumerId": .text("acme")],
        listPath: "/hris/employees", delivers: Set(Expected.allCases), customField: "custom_fields.cf_tshirt", hint: "x-downstream-ratelimit-reset", partial: ["manager.id"],
        refusal: { .json(["status_code": JSONValue($0), "type_name": $0 == 401 ? "UnauthorizedError" : "Error", "message": "refused", "detail": "refused"], status: $0) },
        customerRefusal: .json(["status_code": 401, "type_name": "ConnectorCredentialsError", "message": "Token refresh failed", "detail": ["message": "invalid_grant"]], status: 401)
    ) { request, desk in
        guard request["Authorization"] == "Bearer secret-key", request["x-apideck-app-id"] == "app", request["x-apideck-consumer-id"] == "acme" else {
            return .json(["type_name": "UnauthorizedError", "message": "Unauthorized Request"], status: 401)
        }
        func employee(_ sample: Sample) -> JSONValue {
            [
                "id": .string(sample.id), "first_name": .string(sample.first), "last_name": .string(sample.last), "title": .string(sample.title),
                "department_name": .string(sample.department), "employee_number": .string(sample.employeeNumber),
                "employment_status": sample.hasLeft ? "terminated" : "active", "employment_start_date": .string(sample.start), "employment_end_date": .optional(sample.end),
                "manager": sample.managerID.map { ["id": .string($0), "name": "Ada Novak"] } ?? .null, "preferred_language": "EN", "deleted": nil,
                "emails": [["email": .string(sample.workEmail), "type": "primary"], ["email": .string(sample.personalEmail), "type": "personal"]],
                "custom_fields": [["id": "cf_tshirt", "name": "T-shirt", "value": .string(sample.shirt)], ["id": "cf_none", "name": "None", "value": nil]],
            ]
        }
        switch request.path {
        case "/vault/connections": return .json(["data": [["service_id": "bamboohr", "state": "callable", "enabled": true]]])
        case "/hris/employees":
            let page = desk.page(from: request.query["cursor"].flatMap { Int($0.dropFirst()) } ?? 0, limit: request.number("limit") ?? 20)
            var meta: JSONObject = ["cursors": ["next": .optional(page.next.map { "c\($0)" })]]
            if desk.isPartial { meta["warnings"] = [["type": "downstream_request_failed", "status_code": 429, "operation": "getManager"]] }
            return .json(["status_code": 200, "data": .array(page.samples.map(employee)), "meta": .object(meta)])
        default:
            guard let sample = Sample.of(request.path.split(separator: "/").last.map(String.init)), request.path.hasPrefix("/hris/employees/") else {
                return .json(["type_name": "EntityNotFoundError", "message": "not found"], status: 404)
            }
            return .json(["status_code": 200, "data": employee(sample)])
        }
    }
}
