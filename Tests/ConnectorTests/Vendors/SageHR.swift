import JSON

extension Vendor {
    static let sageHR = Vendor(
        connector: "sage-hr", kind: .apiKey, fields: ["subdomain": .text("acme"), "apiKey": .text("secret-key"), "customFields": .boolean(true)], listPath: "/api/employees",
        promises: true, delivers: [.status, .start, .end, .title, .employeeNumber], customField: nil, refusal: { .json(["errors": ["refused"]], status: $0) },
        customerRefusal: .json(["errors": ["Invalid token"]], status: 401)
    ) { request, desk in
        guard request["X-Auth-Token"] == "secret-key" else { return .json(["errors": ["no such key"]], status: 401) }
        let active = Sample.all.filter { !$0.hasLeft }, gone = Sample.all.filter(\.hasLeft)
        // Pages have a fixed size.
        func list(_ samples: [Sample], _ record: (Sample) -> JSONValue) -> HTTPServer.Reply {
            let number = request.number("page") ?? 1, size = Self.pageSize
            let page = samples == active ? desk.page(from: (number - 1) * size, limit: size, of: active) : Desk.Page(samples: samples, next: nil, total: samples.count)
            return .json([
                "data": .array(page.samples.map(record)),
                "meta": [
                    "current_page": JSONValue(number), "next_page": page.next.map { JSONValue($0 / size + 1) } ?? .null, "previous_page": nil,
                    "total_pages": JSONValue((page.total + size - 1) / size), "per_page": JSONValue(size), "total_entries": JSONValue(page.total),
                ],
            ])
        }
        let parts = request.path.split(separator: "/").map(String.init)
        switch parts.dropFirst() {
        case ["employees"]: return list(active, employee)
        case ["terminated-employees"]: return list(gone, leaver)
        case ["employees", parts.last ?? ""]: return active.first { $0.id == parts.last }.map { .json(["data": employee($0)]) }
        case ["terminated-employees", parts.last ?? ""]: return gone.first { $0.id == parts.last }.map { .json(["data": leaver($0)]) }
        case ["employees", parts.dropLast().last ?? "", "custom-fields"]:
            guard let sample = active.first(where: { $0.id == parts.dropLast().last }) else { return nil }
            let shirt: JSONValue = ["id": 1, "label": "T-shirt", "type": "CustomDropdownField", "value": .string(sample.shirt), "options": ["S", "M", "L"]]
            return .json(["data": [shirt, ["id": 2, "label": "Hobby", "type": "CustomTextField", "value": nil]]])
        default: return nil
        }
    }

    private static func employee(_ sample: Sample) -> JSONValue {
        [
            "id": sample.numericID, "email": .string(sample.workEmail), "first_name": .string(sample.first), "last_name": .string(sample.last), "picture_url": nil,
            "employment_start_date": .string(sample.start), "date_of_birth": nil, "team": .string(sample.department), "team_id": sample.number % 2 == 0 ? 2 : 1,
            "position": .string(sample.title), "position_id": 123, "reports_to_employee_id": sample.managerID == nil ? .null : 1001, "work_phone": nil, "gender": nil,
            "city": "London", "post_code": 99999, "country": "GB", "employee_number": .string(sample.employeeNumber), "employment_status": "Full-time",
        ]
    }

    private static func leaver(_ sample: Sample) -> JSONValue {
        [
            "id": sample.numericID, "termination_date": .optional(sample.end), "employee_number": .string(sample.employeeNumber), "email": .string(sample.workEmail),
            "first_name": .string(sample.first), "last_name": .string(sample.last), "employment_start_date": .string(sample.start), "position": .string(sample.title),
        ]
    }
}

extension Sample {
    var numericID: JSONValue { JSONValue(1000 + number) }
}
