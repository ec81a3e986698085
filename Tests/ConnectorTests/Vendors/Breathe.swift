import JSON

extension Vendor {
    static let breathehr = Vendor(
        connector: "breathehr", kind: .apiKey, fields: ["apiKey": .text("secret-key")], listPath: "/v1/employees", delivers: Set(Expected.allCases),
        customField: "custom_fields.T-shirt", namesFields: false, refusal: { .json(["error": ["type": "Refused", "message": "refused"]], status: $0) }
    ) { request, desk in
        guard request["X-API-KEY"] == "secret-key" else { return .json(["error": ["type": "Unauthorized", "message": "no such key"]], status: 401) }
        func employee(_ sample: Sample, isWhole: Bool) -> JSONValue {
            .object([
                "id": JSONValue(1000 + sample.number), "account_id": 798, "first_name": .string(sample.first), "middle_name": nil, "last_name": .string(sample.last), "known_as": nil,
                "email": .string(sample.workEmail), "personal_email": .string(sample.personalEmail),
                "status": sample.hasLeft ? "Ex-employee" : sample.isOnLeave ? "Current employee (on leave)" : "Current employee", "join_date": .string(sample.start),
                "leaving_date": .optional(sample.end), "probation_date": nil, "employee_ref": .string(sample.employeeNumber), "ref_number": nil, "job_title": .string(sample.title),
                "job_start_date": nil, "line_manager": sample.managerID == nil ? .null : ["id": 1001, "first_name": "Ada", "last_name": "Novak"], "holiday_approver": nil,
                "department": ["id": 3, "name": .string(sample.department)], "division": nil, "location": ["id": 2, "name": "Leeds"], "hr": false,
                // Only in one's own record, and only what is filled.
                "custom_fields": isWhole ? ["T-shirt": .string(sample.shirt)] : .null, "photo_url": "", "created_at": "2021-10-20T11:12:02+00:00",
                "updated_at": "2026-05-12T07:43:32+00:00",
            ])
        }
        switch request.path {
        case "/v1/divisions": return .json(["divisions": [["id": 1, "name": "North"]]])
        case "/v1/employees":
            let number = request.number("page") ?? 1, limit = request.number("per_page") ?? 50
            let people = request.query["filter"] == "all" ? Sample.all : Sample.all.filter { !$0.hasLeft }
            let page = desk.page(from: (number - 1) * limit, limit: limit, of: people)
            let filter = request.query["filter"].map { "&filter=\($0)" } ?? ""
            func link(_ number: Int, _ name: String) -> String { "<http://\(request["Host"] ?? "")/v1/employees?page=\(number)&per_page=\(limit)\(filter)>; rel=\"\(name)\"" }
            let links = page.next.map { [link($0 / limit + 1, "next"), link((people.count - 1) / limit + 1, "last")] } ?? [link(1, "first")]
            return .json(["employees": .array(page.samples.map { employee($0, isWhole: false) })], headers: [("Link", links.joined(separator: ", "))])
        default:
            // Of an unknown id there is no list at all.
            guard let sample = Sample.of(request.path.split(separator: "/").last.map(String.init)) else { return .json(["message": "none"]) }
            let one = JSONValue.array([employee(sample, isWhole: true)])
            // Both forms have been seen.
            return .json(sample.number % 2 == 0 ? ["employees": one] : one)
        }
    }
}
