import Foundation
import JSON

extension Vendor {
    static let hibob = Vendor(
        connector: "hibob", kind: .basic, fields: ["serviceUser": .text("SERVICE-1"), "token": .text("secret-token")], listPath: "/v1/people/search", isOnePage: true,
        delivers: Set(Expected.allCases), customField: "custom_fields.work.custom.field_1", hint: "X-RateLimit-Reset",
        refusal: { .json(["key": "refused", "error": "refused"], status: $0) }
    ) { request, _ in
        guard request["Authorization"] == "Basic " + Data("SERVICE-1:secret-token".utf8).base64EncodedString() else { return .json(["error": "no such key"], status: 401) }
        func employee(_ sample: Sample) -> JSONValue {
            [
                "id": .string(sample.id), "email": .string(sample.workEmail), "firstName": .string(sample.first), "surname": .string(sample.last),
                "home": ["privateEmail": .string(sample.personalEmail)],
                "work": [
                    "startDate": .string(sample.start), "department": .string(sample.departmentID), "title": "t\(sample.number == 1 ? 1 : 2)",
                    "employeeIdInCompany": .string(sample.employeeNumber), "reportsTo": sample.managerID.map { ["id": .string($0)] } ?? .null, "custom": ["field_1": "c1"],
                ],
                "internal": [
                    "status": sample.hasLeft ? "Inactive" : "Active", "lifecycleStatus": sample.hasLeft ? "terminated" : sample.isOnLeave ? "sabbatical" : "employed",
                    "terminationDate": .optional(sample.end),
                ],
                "humanReadable": ["work": ["department": .string(sample.department), "title": .string(sample.title), "custom": ["field_1": .string(sample.shirt)]]],
            ]
        }
        switch request.path {
        case "/v1/company/people/fields":
            return .json([["id": "root.firstName", "name": "First name"], ["id": "work.custom.field_1", "name": "T-shirt", "type": "list"]])
        case "/v1/company/named-lists/department", "/v1/company/named-lists/title", "/v1/company/named-lists/site": return .json(["name": "x", "values": []])
        case "/v1/people/search":
            let asked = request.json["fields"]?.array?.compactMap(\.string) ?? []
            guard asked.contains("work.custom.field_1"), request.json["showInactive"] == true else { return .json(["error": "bad request"], status: 400) }
            return .json(["employees": .array(Sample.all.map(employee))])
        default:
            guard let sample = Sample.of(request.path.split(separator: "/").last.map(String.init)) else { return .json(["error": "not found"], status: 404) }
            return .json(employee(sample))
        }
    }
}
