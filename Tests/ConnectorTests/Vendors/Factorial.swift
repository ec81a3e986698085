import JSON

extension Vendor {
    static let factorial = Vendor(
        connector: "factorial", kind: .apiKey, fields: ["apiKey": .text("secret-key")], listPath: "/api/2026-07-01/resources/employees/employees", promises: true,
        delivers: Set(Expected.allCases), customField: "custom_fields.7", refusal: { .json(["error": "refused"], status: $0) }
    ) { request, desk in
        guard request["x-api-key"] == "secret-key" else { return .json(["error": "no such key"], status: 401) }
        func answer(_ rows: [JSONValue], next: Int? = nil, total: Int? = nil) -> HTTPServer.Reply {
            .json([
                "data": .array(rows),
                "meta": [
                    "limit": nil, "total": JSONValue(total ?? rows.count), "has_next_page": .bool(next != nil), "has_previous_page": false, "start_cursor": "MQ",
                    // At the end it names the last one all the same.
                    "end_cursor": .string(next.map { "c\($0)" } ?? "Mg"),
                ],
            ])
        }
        guard request.path.hasPrefix("/api/2026-07-01/resources/") else { return nil }
        switch String(request.path.dropFirst("/api/2026-07-01/resources/".count)) {
        case "api_public/credentials": return answer([["id": "1", "company_id": 1]])
        case "teams/teams": return answer([["id": 1, "name": "Engineering", "company_id": 1], ["id": 2, "name": "Customer Success", "company_id": 1]])
        case "teams/memberships":
            return answer(Sample.all.map { ["id": JSONValue($0.number), "employee_id": $0.numericID, "team_id": $0.number % 2 == 0 ? 2 : 1, "lead": false] })
        case "contracts/contract_versions":
            let versions = Sample.all.flatMap { sample -> [JSONValue] in
                func version(_ id: Int, _ title: String, _ day: String, _ isReference: Bool) -> JSONValue {
                    [
                        "id": JSONValue(id), "employee_id": sample.numericID, "effective_on": .string(day), "starts_on": .string(sample.start), "ends_on": nil,
                        "job_title": .string(title), "is_reference": .bool(isReference),
                    ]
                }
                return [version(1, "Trainee", "2019-01-01", false), version(2, sample.title, "2024-01-01", true), version(3, "Boss to be", "2099-01-01", false)]
            }
            return answer(versions)
        case "locations/locations": return answer([["id": 3, "name": "Barcelona", "country": "ES", "timezone": "Europe/Madrid", "main": true]])
        case "custom_fields/fields": return answer([["id": 7, "field_type": "single_choice", "label_text": "T-shirt"], ["id": 8, "field_type": "cents", "label_text": "Days"]])
        case "custom_fields/values":
            guard request.query["valuable_type"] == "Employee" else { return .json(["error": "valuable_type"], status: 400) }
            return answer(Sample.all.flatMap { sample -> [JSONValue] in
                func value(_ field: Int, _ label: String, _ choice: JSONValue, _ cents: JSONValue) -> JSONValue {
                    [
                        "id": JSONValue(100 * sample.number + field), "value": nil, "long_text_value": nil, "date_value": nil, "single_choice_value": choice, "cents_value": cents,
                        "valuable_id": sample.numericID, "field_id": JSONValue(field), "valuable_type": "Employee", "label": .string(label),
                    ]
                }
                return [value(7, "T-shirt", .string(sample.shirt), nil), value(8, "Days", nil, 2850)]
            })
        case "employees/employees":
            let page = desk.page(from: request.query["after_id"].flatMap { Int($0.dropFirst()) } ?? 0, limit: request.number("limit") ?? 100)
            return answer(page.samples.map(employee), next: page.next, total: page.total)
        default: return Sample.of(request.path.split(separator: "/").last.map(String.init)).map { .json(employee($0)) }
        }
    }

    private static func employee(_ sample: Sample) -> JSONValue {
        [
            "id": sample.numericID, "access_id": 10, "first_name": .string(sample.first), "last_name": .string(sample.last), "full_name": .string("\(sample.first) \(sample.last)"),
            "preferred_name": nil, "email": .string(sample.personalEmail), "login_email": .string(sample.workEmail), "personal_email": .string(sample.personalEmail), "company_id": 1,
            "location_id": 3, "legal_entity_id": nil, "created_at": "2021-10-20T08:00:00Z", "updated_at": "2026-05-12T08:00:00Z", "is_terminating": false,
            "terminated_on": .optional(sample.end), "manager_id": sample.managerID == nil ? .null : 1001, "company_identifier": .string(sample.employeeNumber),
            "active": .bool(!sample.hasLeft), "seniority_calculation_date": sample.number == 2 ? .null : .string(sample.start), "birthday_on": nil, "gender": nil, "pronouns": nil,
            "nationality": nil,
        ]
    }
}
