import JSON
import Provisioning

extension Vendor {
    static let gusto = Vendor(
        connector: "gusto", kind: .authorizationCode, fields: ["clientId": .text("client"), "clientSecret": .text("secret-client")],
        listPath: "/v1/companies/c1/employees", promises: true, hasTokens: true, tokens: Tokens(access: "token-0", refresh: "refresh-0", expiresAt: nil),
        delivers: [.personalEmail, .status, .start, .end, .department, .title, .manager], customField: "custom_fields.ccf1",
        refusal: { .json(["errors": [["error_key": "base", "category": "refused", "message": "refused", "metadata": [:]]]], status: $0) }
    ) { request, desk in
        if request.path == "/oauth/token" {
            let number = desk.newToken().dropFirst("token-".count)
            // A refresh token serves once.
            guard request.form["grant_type"] == "refresh_token", request.form["client_secret"] == "secret-client",
                request.form["refresh_token"] == "refresh-\((Int(number) ?? 0) - 1)"
            else { return .json(["error": "invalid_grant", "error_description": "no such key"], status: 400) }
            return .json(["access_token": .string("token-\(number)"), "token_type": "Bearer", "expires_in": 7200, "refresh_token": .string("refresh-\(number)")])
        }
        guard request["Authorization"]?.hasPrefix("Bearer token-") == true, request["X-Gusto-API-Version"] == "2024-04-01" else {
            return .json(["error": "invalid_token"], status: 401)
        }
        func employee(_ sample: Sample) -> JSONValue {
            // Number 5 came back after years.
            let ends = sample.number == 5 ? ["2015-01-31"] : sample.end.map { ["2016-12-31", $0] } ?? []
            var employee: JSONObject = [
                "uuid": .string(sample.id), "first_name": .string(sample.first), "last_name": .string(sample.last), "middle_initial": nil,
                "email": .string(sample.personalEmail), "work_email": .string(sample.workEmail), "company_uuid": "c1", "manager_uuid": .optional(sample.managerID),
                "version": "db0edd04aaac4506f7edab03ac855d56", "department": .string(sample.department), "terminated": .bool(sample.hasLeft),
                "onboarded": .bool(!sample.isOnLeave), "onboarding_status": sample.isOnLeave ? "self_onboarding_invited" : "onboarding_completed",
                "current_employment_status": "full_time",
                "jobs": [
                    ["uuid": "j0", "title": "Juror", "hire_date": "2010-01-01", "primary": false],
                    ["uuid": "j1", "title": .string(sample.title), "hire_date": .string(sample.start), "primary": true],
                ],
                "terminations": .array(ends.map { ["uuid": "t", "effective_date": .string($0)] }),
            ]
            // Each value has an id of its own, beside that of the field.
            if request.query["include"] == "custom_fields" {
                employee["custom_fields"] = [
                    ["id": .string("cf\(sample.number)"), "company_custom_field_id": "ccf1", "name": "T-shirt", "type": "text", "value": .string(sample.shirt)],
                ]
            }
            return .object(employee)
        }
        switch request.path {
        case "/v1/token_info": return .json(["scope": "employees:read", "resource": ["type": "Company", "uuid": "c1"], "resource_owner": ["type": "CompanyAdmin", "uuid": "a1"]])
        case "/v1/companies/c1/custom_fields": return .json(["custom_fields": [["id": "ccf1", "name": "T-shirt", "type": "text", "description": nil]]])
        case "/v1/companies/c1/employees":
            // Without a page everybody comes at once.
            let limit = request.number("page") == nil ? 1_000 : request.number("per") ?? 25
            let page = desk.page(from: ((request.number("page") ?? 1) - 1) * limit, limit: limit)
            return .json(.array(page.samples.map(employee)), headers: [("X-Page", request.query["page"] ?? "1"), ("X-Per-Page", String(limit)), ("X-Total-Count", String(page.total))])
        default:
            guard request.path.hasPrefix("/v1/employees/"), let sample = Sample.of(request.path.split(separator: "/").last.map(String.init)) else {
                return .json(["errors": [["error_key": "request", "category": "not_found", "message": "not found"]]], status: 404)
            }
            return .json(employee(sample))
        }
    }
}
