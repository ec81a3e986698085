import Foundation
import JSON

extension Vendor {
    static let bamboohr = Vendor(
        connector: "bamboohr", kind: .apiKey, fields: ["company": .text("acme"), "apiKey": .text("secret-key")], listPath: "/api/v1/reports/custom", isOnePage: true,
        delivers: Set(Expected.allCases), customField: "custom_fields.customShirt", refusal: { .answer(status: $0, headers: [("X-BambooHR-Error-Message", "refused")], body: []) }
    ) { request, _ in
        guard request["Authorization"] == "Basic " + Data("secret-key:x".utf8).base64EncodedString() else {
            return .answer(status: 401, headers: [("X-BambooHR-Error-Message", "no such key")], body: [])
        }
        func employee(_ sample: Sample, _ asked: [String]) -> JSONValue {
            let all: JSONObject = [
                "firstName": .string(sample.first), "lastName": .string(sample.last), "workEmail": .string(sample.workEmail), "homeEmail": .string(sample.personalEmail),
                "status": sample.hasLeft ? "Inactive" : "Active", "hireDate": .string(sample.start), "terminationDate": .string(sample.end ?? "0000-00-00"),
                "employeeNumber": .string(sample.employeeNumber), "supervisorEId": .optional(sample.managerID), "supervisor": sample.managerID == nil ? "" : "Novak, Ada",
                "department": .string(sample.department), "jobTitle": .string(sample.title), "customShirt": .string(sample.shirt), "employmentHistoryStatus": "Full-Time",
                "division": "", "location": nil, "country": nil, "gender": nil, "dateOfBirth": "0000-00-00", "middleName": nil, "preferredName": "",
            ]
            return .object(JSONObject([(name: "id", value: .string(sample.id))] + all.members.filter { asked.contains($0.name) }))
        }
        switch request.path {
        case "/api/v1/meta/fields":
            return .json([
                ["id": 4, "name": "Department", "type": "list", "alias": "department"], ["id": 4338, "name": "T-shirt", "type": "text", "alias": "customShirt"],
                ["id": 4339, "name": "Old", "type": "text", "alias": "customOld", "deprecated": true], ["id": "4340.4", "name": "401(k)", "type": "text"],
            ])
        case "/api/v1/reports/custom":
            let asked = request.json["fields"]?.array?.compactMap(\.string) ?? []
            return .json(["title": "Staffetta", "fields": .array(asked.map { ["id": .string($0), "type": "text"] }), "employees": .array(Sample.all.map { employee($0, asked) })])
        default:
            guard let sample = Sample.of(request.path.split(separator: "/").last.map(String.init)), request.path.hasPrefix("/api/v1/employees/") else {
                return .answer(status: 404, body: [])
            }
            return .json(employee(sample, (request.query["fields"] ?? "").split(separator: ",").map(String.init)))
        }
    }
}
