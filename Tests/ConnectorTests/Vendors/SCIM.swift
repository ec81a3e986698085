import JSON

extension Vendor {
    static let scim = Vendor(
        connector: "scim", kind: .bearer, fields: ["bearerToken": .text("secret-token")], address: "url", listPath: "/Users", promises: true,
        delivers: [.personalEmail, .status, .department, .title, .manager, .employeeNumber], customField: "custom_fields.urn:acme:2.0:User:shirt", namesFields: false,
        refusal: { .json(["schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"], "status": .string(String($0)), "detail": "refused"], status: $0) }
    ) { request, desk in
        let enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
        guard request["Authorization"] == "Bearer secret-token" else { return .json(["detail": "no such key"], status: 401) }
        func user(_ sample: Sample) -> JSONValue {
            let extended: JSONObject = [
                "employeeNumber": .string(sample.employeeNumber), "department": .string(sample.department), "manager": sample.managerID.map { ["value": .string($0)] } ?? .null,
            ]
            return .object([
                "id": .string(sample.id), "userName": "user\(sample.number)", "name": ["givenName": .string(sample.first), "familyName": .string(sample.last)],
                "Title": .string(sample.title), "active": sample.hasLeft ? "False" : true, "preferredLanguage": "en_US",
                "emails": [["value": .string(sample.personalEmail), "type": "home"], ["value": .string(sample.workEmail), "type": "work", "primary": true]],
                enterprise: .object(extended), "urn:acme:2.0:User": ["shirt": .string(sample.shirt)],
            ])
        }
        if request.path == "/Users" {
            let page = desk.page(from: (request.number("startIndex") ?? 1) - 1, limit: request.number("count") ?? 100)
            return .json([
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "totalResults": JSONValue(page.total), "startIndex": JSONValue(request.number("startIndex") ?? 1),
                "itemsPerPage": JSONValue(page.samples.count), "Resources": .array(page.samples.map(user)),
            ])
        }
        guard let sample = Sample.of(request.path.split(separator: "/").last.map(String.init)) else { return .json(["detail": "not found"], status: 404) }
        return .json(user(sample))
    }
}
