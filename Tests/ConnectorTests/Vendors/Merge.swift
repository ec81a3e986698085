import JSON

extension Vendor {
    static let merge = Vendor(
        connector: "merge", kind: .bearer, fields: ["accessKey": .text("secret-key"), "accountToken": .text("secret-token"), "region": .text("EU")],
        listPath: "/api/hris/v1/employees", delivers: Set(Expected.allCases), customField: "custom_fields.t_shirt", namesFields: false,
        refusal: { .json(["detail": "refused"], status: $0) }, customerRefusal: .json(["detail": "Invalid account token."], status: 401)
    ) { request, desk in
        guard request["Authorization"] == "Bearer secret-key", request["X-Account-Token"] == "secret-token" else { return .json(["detail": "no such key"], status: 401) }
        switch request.path {
        case "/api/hris/v1/account-details": return .json(["id": "a1", "integration": "BambooHR", "category": "hris", "status": "COMPLETE"])
        case "/api/hris/v1/sync-status":
            func model(_ name: String, _ status: String) -> JSONValue {
                ["model_name": .string(name), "model_id": .string("hris.\(name)"), "status": .string(status), "last_sync_result": .string(status), "is_initial_sync": false]
            }
            return .json(["next": nil, "previous": nil, "results": [model("TimeOff", "PARTIALLY_SYNCED"), model("Employee", "DONE")]])
        case "/api/hris/v1/employees":
            guard request.query["include_deleted_data"] == "true" else { return .json(["detail": "deleted people are to be asked for"], status: 400) }
            let page = desk.page(from: request.query["cursor"].flatMap { Int($0.dropFirst(2)) } ?? 0, limit: request.number("page_size") ?? 100)
            return .json(["next": .optional(page.next.map { "cD\($0)" }), "previous": nil, "results": .array(page.samples.map { employee($0, request) })])
        default:
            guard let sample = Sample.of(request.path.split(separator: "/").last.map(String.init)), request.path.hasPrefix("/api/hris/v1/employees/") else {
                return .json(["detail": "Not found."], status: 404)
            }
            return .json(employee(sample, request))
        }
    }

    /// With ids in place of what `expand` does not name.
    private static func employee(_ sample: Sample, _ request: HTTPServer.Request) -> JSONValue {
        let expanded = Set((request.query["expand"] ?? "").split(separator: ",").map(String.init))
        func related(_ name: String, _ id: String?, _ object: JSONValue) -> JSONValue { id == nil ? nil : expanded.contains(name) ? object : .optional(id) }
        let manager = sample.managerID.flatMap(Sample.of)
        let group: JSONValue = ["id": .string(sample.departmentID), "name": .string(sample.department), "type": "DEPARTMENT"]
        let job: JSONValue = ["id": "j2", "job_title": .string(sample.title), "effective_date": "2025-01-01T00:00:00Z", "employment_type": "FULL_TIME"]
        let oldJob: JSONValue = ["id": "j1", "job_title": "Trainee", "effective_date": "2019-01-01T00:00:00Z", "employment_type": "INTERN"]
        return [
            "id": .string(sample.id), "remote_id": .string("r\(sample.number)"), "created_at": "2021-09-15T00:00:00Z", "modified_at": "2026-05-16T00:00:00Z",
            "employee_number": .string(sample.employeeNumber), "company": related("company", "c1", ["id": "c1", "legal_name": "Acme GmbH"]),
            "first_name": .string(sample.first), "last_name": .string(sample.last), "preferred_name": nil, "display_full_name": .string("\(sample.first) \(sample.last)"),
            "username": nil, "groups": expanded.contains("groups") ? [["id": "t1", "name": "Tier 1", "type": "TEAM"], group] : ["t1", .string(sample.departmentID)],
            "work_email": .string(sample.workEmail), "personal_email": .string(sample.personalEmail), "mobile_phone_number": nil,
            "employments": expanded.contains("employments") ? [job, oldJob] : ["j2", "j1"], "home_location": nil, "work_location": nil,
            "manager": related("manager", sample.managerID, ["id": .optional(manager?.id), "display_full_name": "Ada Novak", "work_email": .optional(manager?.workEmail)]),
            "team": related("team", "t1", ["id": "t1", "name": "Tier 1"]), "pay_group": nil, "ssn": nil, "gender": nil, "hire_date": nil,
            "start_date": .string("\(sample.start)T00:00:00Z"), "remote_created_at": nil, "employment_status": sample.hasLeft ? "INACTIVE" : sample.number == 8 ? "PENDING" : "ACTIVE",
            "termination_date": .optional(sample.end.map { "\($0)T00:00:00Z" }), "avatar": nil, "remote_was_deleted": false,
            "field_mappings": ["organization_defined_targets": [:], "linked_account_defined_targets": ["t_shirt": .string(sample.shirt)]], "remote_data": nil,
        ]
    }
}
