import JSON

extension Vendor {
    static let rippling = Vendor(
        connector: "rippling", kind: .bearer, fields: ["apiToken": .text("secret-token")], listPath: "/workers/", isList: { $0.query["limit"] != "1" }, delivers: Set(Expected.allCases),
        customField: "custom_fields.T-shirt", partial: ["emails"], refusal: { .json(["error": ["message": "refused"]], status: $0) }
    ) { request, desk in
        guard request["Authorization"] == "Bearer secret-token" else { return .json(["error": ["message": "no such key"]], status: 401) }
        let isExpanded = request.query["expand"]?.hasPrefix("user") == true
        func worker(_ sample: Sample) -> JSONValue {
            var worker: JSONObject = [
                "id": .string(sample.id), "created_at": "2024-01-01T00:00:00Z", "updated_at": "2026-05-01T00:00:00Z", "user_id": .string("u\(sample.number)"),
                "work_email": .string(sample.workEmail), "personal_email": .string(sample.personalEmail),
                "status": sample.hasLeft ? "TERMINATED" : sample.isOnLeave ? "HIRED" : "ACTIVE", "start_date": .string(sample.start), "end_date": .optional(sample.end),
                "number": .string(sample.employeeNumber), "title": .string(sample.title), "manager_id": .optional(sample.managerID),
                "department_id": .string(sample.departmentID),
            ]
            if isExpanded {
                // Now and then the department is not expanded.
                if sample.number != 5 { worker["department"] = ["id": .string(sample.departmentID), "name": .string(sample.department)] }
                worker["user"] = [
                    "id": .string("u\(sample.number)"), "name": ["given_name": .string(sample.first), "family_name": .string(sample.last)],
                    "display_name": .string("\(sample.first) \(sample.last)"),
                ]
                worker["custom_fields"] = [["name": "T-shirt", "value": .string(sample.shirt), "type": "TEXT"]]
            }
            return .object(worker)
        }
        switch request.path {
        case "/departments/": return .json(["results": [["id": "d1", "name": "Engineering"], ["id": "d2", "name": "Customer Success"]], "next_link": nil])
        case "/workers/":
            let limit = request.number("limit") ?? 50
            let page = desk.page(from: request.query["cursor"].flatMap { Int($0.dropFirst()) } ?? 0, limit: limit)
            // The link is whole, and carries everything that was asked for.
            let next = page.next.map { "http://\(request["Host"] ?? "")/workers/?cursor=c\($0)&limit=\(limit)&expand=user%2Cdepartment%2Ccustom_fields&order_by=id" }
            var answer: JSONObject = ["results": .array(page.samples.map(worker)), "next_link": .optional(next)]
            if desk.isPartial { answer["__meta"] = ["redacted_fields": [["name": "personal_email", "reason": "PERMISSION"], ["name": "ssn", "reason": "PERMISSION"]]] }
            return .json(.object(answer))
        default:
            let parts = request.path.split(separator: "/").map(String.init)
            guard parts.count == 2, parts[0] == "workers", let sample = Sample.of(parts[1]) else { return .json(["detail": "Not found."], status: 404) }
            return .json(worker(sample))
        }
    }
}
