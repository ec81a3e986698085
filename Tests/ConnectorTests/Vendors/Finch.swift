import JSON

extension Vendor {
    static let finch = Vendor(
        connector: "finch", kind: .bearer, fields: ["accessToken": .text("secret-token"), "entityId": .text("e1")], listPath: "/employer/directory", promises: true,
        delivers: Set(Expected.allCases).subtracting([.employeeNumber]), customField: "custom_fields.T-shirt",
        refusal: { .json(["code": JSONValue($0), "name": "refused", "message": "refused", "finch_code": "refused"], status: $0) },
        customerRefusal: .json(["code": 401, "name": "unauthorized", "message": "Reauthenticate", "finch_code": "reauth_user"], status: 401)
    ) { request, desk in
        guard request["Authorization"] == "Bearer secret-token", request["Finch-API-Version"] == "2020-09-17" else {
            return .json(["code": 401, "name": "unauthorized", "message": "no such key", "finch_code": "invalid_token"], status: 401)
        }
        // The connection has several entities.
        guard request.query["entity_ids[]"] == "e1" else { return .json(["code": 400, "name": "invalid_request_error", "message": "entity_ids[] is needed"], status: 400) }
        func named(_ sample: Sample) -> JSONObject {
            ["id": .string(sample.id), "first_name": .string(sample.first), "middle_name": nil, "last_name": .string(sample.last)]
        }
        let asked = request.json["requests"]?.array?.compactMap { $0["individual_id"]?.string } ?? []
        func responses(_ body: (Sample) -> JSONObject) -> HTTPServer.Reply {
            .json([
                "responses": .array(
                    asked.map { id in
                        guard let sample = Sample.of(id) else {
                            let error: JSONValue = ["code": 404, "name": "not_found_error", "message": "Individual not found", "finch_code": "individual_not_found"]
                            return ["individual_id": .string(id), "code": 404, "body": error]
                        }
                        return ["individual_id": .string(id), "code": 200, "body": .object(JSONObject(named(sample).members + body(sample).members))]
                    })
            ])
        }
        switch request.path {
        case "/employer/directory":
            let offset = request.number("offset") ?? 0
            let page = desk.page(from: offset, limit: request.number("limit") ?? 100)
            let individuals = page.samples.map { sample -> JSONValue in
                let rest: JSONObject = [
                    "manager": sample.managerID.map { ["id": .string($0)] } ?? .null, "department": ["name": .string(sample.department)], "is_active": .bool(!sample.hasLeft),
                ]
                return .object(JSONObject(named(sample).members + rest.members))
            }
            return .json(["paging": ["offset": JSONValue(offset), "count": JSONValue(page.total)], "individuals": .array(individuals)])
        case "/employer/individual":
            return responses { sample in
                [
                    "preferred_name": nil, "dob": nil, "gender": nil,
                    "emails": [["data": .string(sample.personalEmail), "type": "personal"], ["data": .string(sample.workEmail), "type": "work"]],
                    "phone_numbers": [["data": "+15555550100", "type": "work"]],
                ]
            }
        case "/employer/employment":
            return responses { sample in
                [
                    "title": .string(sample.title), "manager": sample.managerID.map { ["id": .string($0)] } ?? .null, "department": ["name": .string(sample.department)],
                    "employment": ["type": "employee", "subtype": "full_time"], "start_date": .string(sample.start), "end_date": .optional(sample.end), "latest_rehire_date": nil,
                    "is_active": .bool(!sample.hasLeft), "employment_status": sample.hasLeft ? "terminated" : sample.isOnLeave ? "leave" : sample.number == 8 ? "prehire" : "active",
                    "location": ["city": "Berlin", "country": "DE"], "custom_fields": [["name": "T-shirt", "value": .string(sample.shirt)]], "source_id": .string("10\(sample.number)"),
                ]
            }
        default: return nil
        }
    }
}
