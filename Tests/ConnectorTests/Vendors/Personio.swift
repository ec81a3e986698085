import JSON

extension Vendor {
    static let personio = Vendor(
        connector: "personio", kind: .clientCredentials, fields: ["clientId": .text("client"), "clientSecret": .text("secret-client")], listPath: "/v2/persons", hasTokens: true,
        delivers: [.status, .start, .end, .department, .title, .manager], customField: "custom_fields.dynamic_305",
        refusal: { .json(["errors": [["title": "refused", "detail": "refused"]]], status: $0) }
    ) { request, desk in
        if request.path == "/v2/auth/token" {
            guard request.form["client_secret"] == "secret-client", request.form["grant_type"] == "client_credentials" else {
                return .json(["error": "invalid_client", "error_description": "no such key"], status: 400)
            }
            return .json(["access_token": .string(desk.newToken()), "token_type": "Bearer", "expires_in": 86_400])
        }
        guard request["Authorization"]?.hasPrefix("Bearer token-") == true else { return .json(["errors": [["title": "Unauthorized"]]], status: 401) }
        func person(_ sample: Sample) -> JSONValue {
            [
                "id": .string(sample.id), "email": .string(sample.workEmail), "first_name": .string(sample.first), "last_name": .string(sample.last), "preferred_name": "",
                "gender": "UNSPECIFIED", "status": sample.hasLeft ? "INACTIVE" : "ACTIVE",
                "custom_attributes": [["id": "dynamic_305", "type": "STRING", "label": "T-shirt", "value": .string(sample.shirt)]],
            ]
        }
        func employment(_ sample: Sample) -> JSONValue {
            [
                "id": "e", "status": sample.hasLeft ? "INACTIVE" : sample.isOnLeave ? "LEAVE" : "ACTIVE", "type": "INTERNAL", "employment_start_date": .string(sample.start),
                "employment_end_date": .optional(sample.end), "termination": nil, "position": ["title": .string(sample.title)],
                "supervisor": sample.managerID.map { ["id": .string($0)] } ?? .null,
                "org_units": [["type": "team", "id": "t1"], ["type": "department", "id": .string(sample.departmentID)]],
            ]
        }
        switch request.path {
        case "/v2/org-units":
            let departments: JSONValue = [["id": "d1", "name": "Engineering"], ["id": "d2", "name": "Customer Success"]]
            return .json(["_data": request.query["type"] == "department" ? departments : [["id": "t1", "name": "Tier 1"]], "_meta": ["links": [:]]])
        case "/v2/persons":
            let page = desk.page(from: request.number("cursor") ?? 0, limit: request.number("limit") ?? 10)
            var links: JSONObject = ["self": ["href": "https://api.personio.de/v2/persons"]]
            // On another host than this one, as behind a gateway: only the cursor in it counts.
            if let next = page.next { links["next"] = ["href": .string("https://api.personio.de/v2/persons?cursor=\(next)")] }
            return .json(["_data": .array(page.samples.map(person)), "_meta": ["links": .object(links)]])
        default:
            let parts = request.path.split(separator: "/").map(String.init)
            guard parts.count >= 3, parts[1] == "persons", let sample = Sample.of(parts[2]) else { return .json(["errors": [["title": "Not found"]]], status: 404) }
            if parts.count == 3 { return .json(person(sample)) }
            // The newest first, and an older one that has ended.
            let old: JSONValue = ["id": "old", "status": "INACTIVE", "employment_start_date": "2001-01-01", "employment_end_date": "2002-01-01", "org_units": []]
            return .json(["_data": [employment(sample), old], "_meta": ["links": [:]]])
        }
    }
}
