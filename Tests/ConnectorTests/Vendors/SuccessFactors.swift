import Foundation
import JSON

extension Vendor {
    static let successfactors = Vendor(
        connector: "successfactors", kind: .clientCredentials,
        fields: ["apiServer": .text("api4.successfactors.com"), "companyId": .text("ACME"), "apiKey": .text("key"), "assertion": .text("secret-assertion")],
        listPath: "/odata/v2/PerPerson", hasTokens: true, delivers: Set(Expected.allCases), customField: "custom_fields.customString1", namesFields: false,
        refusal: { .json(error("LGN0022", "refused"), status: $0) }
    ) { request, desk in
        if request.path == "/oauth/token" {
            let form = request.form
            guard form["grant_type"] == "urn:ietf:params:oauth:grant-type:saml2-bearer", form["company_id"] == "ACME", form["client_id"] == "key", form["assertion"] == "secret-assertion" else {
                return .json(error("LGN0022", "no such key"), status: 401)
            }
            return .json(["access_token": .string(desk.newToken()), "token_type": "Bearer", "expires_in": 86_400])
        }
        guard request["Authorization"]?.hasPrefix("Bearer token-") == true else { return .json(error("LGN0022", "[LGN0022]Authentication credentials are required"), status: 401) }
        guard request.query["$format"] == "json" else { return .answer(status: 200, body: Array("<feed/>".utf8)) }
        let host = request["Host"] ?? ""
        switch request.path {
        case "/odata/v2/PerPerson":
            let size = request.number("customPageSize") ?? 1000, isProof = request.query["$top"] == "1"
            guard isProof || request.query["paging"] == "snapshot" else { return .json(error("COE", "client paging loses people"), status: 400) }
            let page = desk.page(from: request.number("$skiptoken") ?? 0, limit: size)
            var answer: JSONObject = ["results": .array(page.samples.map(person))]
            if let next = page.next { answer["__next"] = .string("http://\(host)/odata/v2/PerPerson?$format=json&paging=snapshot&customPageSize=\(size)&$skiptoken=\(next)") }
            return .json(["d": .object(answer)])
        case "/odata/v2/EmpEmployment":
            return results(Sample.all.map { ["userId": .string($0.employeeNumber), "personIdExternal": .string($0.id)] })
        case "/odata/v2/FODepartment": return results([["externalCode": "d1", "name": "Engineering"], ["externalCode": "d2", "name": "Customer Success"]])
        case "/odata/v2/FODivision", "/odata/v2/FOLocation": return .json(error("COE_GENERAL_FORBIDDEN", "no permission"), status: 403)
        case "/odata/v2/User": return results(Sample.all.map { ["userId": .string($0.employeeNumber), "defaultLocale": "en_US"] })
        default:
            let id = request.path.split(separator: "'").dropFirst().first.map(String.init)
            guard request.path.hasPrefix("/odata/v2/PerPerson('"), let sample = Sample.of(id) else { return .json(error("COE_NOT_FOUND", "no such person"), status: 404) }
            return .json(["d": person(sample)])
        }
    }

    private static func error(_ code: String, _ text: String) -> JSONValue { ["error": ["code": .string(code), "message": ["lang": "en-US", "value": .string(text)]]] }

    private static func results(_ rows: [JSONValue]) -> HTTPServer.Reply { .json(["d": ["results": .array(rows)]]) }

    /// As OData v2 writes it.
    private static func date(_ day: String) -> JSONValue {
        let seconds = (try? Date("\(day)T00:00:00Z", strategy: .iso8601).timeIntervalSince1970) ?? 0
        return .string("/Date(\(Int(seconds) * 1000))/")
    }

    private static func person(_ sample: Sample) -> JSONValue {
        func job(_ title: String, _ start: String) -> JSONValue {
            [
                "startDate": date(start), "emplStatus": "4242", "emplStatusNav": ["externalCode": sample.hasLeft ? "T" : sample.isOnLeave ? "P" : "A"], "jobTitle": .string(title),
                "department": .string(sample.departmentID), "division": nil, "location": nil, "managerId": .string(Sample.of(sample.managerID)?.employeeNumber ?? "NO_MANAGER"),
                "customString1": .string(sample.shirt), "customDate1": nil,
            ]
        }
        func email(_ address: String, _ type: String, _ code: String, _ isPrimary: Bool) -> JSONValue {
            ["emailAddress": .string(address), "emailType": .string(type), "emailTypeNav": ["externalCode": .string(code)], "isPrimary": .bool(isPrimary)]
        }
        // One that ended long ago, of whom nobody should hear.
        let old: JSONValue = ["userId": "old", "startDate": date("2001-01-01"), "endDate": date("2002-01-01"), "jobInfoNav": ["results": [job("Trainee", "2001-01-01")]]]
        let current: JSONValue = [
            "userId": .string(sample.employeeNumber), "startDate": date(sample.start), "endDate": sample.end.map(date) ?? .null,
            "jobInfoNav": ["results": [job(sample.title, sample.start), job("Trainee", "2005-01-01")]],
        ]
        let old2: JSONValue = ["startDate": date("2001-01-01"), "firstName": "Maiden", "lastName": "Name"]
        return [
            "__metadata": ["uri": .string("https://api4.successfactors.com/odata/v2/PerPerson('\(sample.id)')")], "personIdExternal": .string(sample.id), "dateOfBirth": nil,
            "lastModifiedDateTime": "/Date(1765432100000+0000)/",
            "personalInfoNav": ["results": [old2, ["startDate": date("2014-01-01"), "firstName": .string(sample.first), "lastName": .string(sample.last), "nativePreferredLang": "663865"]]],
            "emailNav": ["results": [email(sample.personalEmail, "8449", "P", false), email(sample.workEmail, "8448", "B", true)]], "employmentNav": ["results": [old, current]],
        ]
    }
}
