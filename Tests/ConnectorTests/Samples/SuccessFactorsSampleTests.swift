import JSON
import Provisioning
import Testing

@testable import Connectors

/// SuccessFactors' OData answers, and what they mean.
@Suite struct SuccessFactorsSampleTests {
    private static func person(_ status: String = "", manager: String = "1000", emails: String = #"{"results": [{"emailAddress": "ada.novak@example.test", "emailType": "8448", "isPrimary": true}]}"#) -> String {
        """
        {"__metadata": {"uri": "https://api4.successfactors.com/odata/v2/PerPerson('1001')"}, "personIdExternal": "1001", "dateOfBirth": null,
         "lastModifiedDateTime": "/Date(1765432100000+0000)/",
         "personalInfoNav": {"results": [{"startDate": "/Date(1388534400000)/", "firstName": "Ada", "lastName": "Novak", "nativePreferredLang": "663865"}]},
         "emailNav": \(emails),
         "employmentNav": {"results": [{"userId": "1001", "startDate": "/Date(1635206400000)/", "endDate": null,
           "jobInfoNav": {"results": [{"emplStatus": "4242", \(status) "jobTitle": "Engineer", "department": "50001", "managerId": "\(manager)", "customDate1": "/Date(1388534400000)/"}]}}]}}
        """
    }

    private func people(_ person: String, tables: [String: String] = [:], next: String? = nil) async throws -> [String: Employee] {
        try await CatalogConnector(.successfactors) { request in
            if request.path == "/oauth/token" { return .json(["access_token": "t", "expires_in": 86_400]) }
            let name = String(request.path.dropFirst("/odata/v2/".count))
            if name == "PerPerson" {
                let more = next.map { #", "__next": "\#($0)""# } ?? ""
                return request.query["$skiptoken"] == nil ? .text(#"{"d": {"results": [\#(person)]\#(more)}}"#) : .text(#"{"d": {"results": []}}"#)
            }
            return tables[name].map { .text(#"{"d": {"results": [\#($0)]}}"#) } ?? .text(#"{"error": {"code": "COE_GENERAL_FORBIDDEN", "message": {"lang": "en-US", "value": "no"}}}"#, status: 403)
        }.everybody()
    }

    @Test("codes become names by their tables; what may not be read keeps its value") func meaning() async throws {
        let ada = try #require(try await people(Self.person(), tables: ["FODepartment": #"{"externalCode": "50001", "name": "Research"}"#])["1001"])
        #expect(ada.texts == [
            "first_name": "Ada", "last_name": "Novak", "employee_number": "1001", "employment_start_date": "2021-10-26", "employment_status": "4242", "title": "Engineer",
            "department_id": "50001", "department": "Research", "custom_fields.customDate1": "2014-01-01",
        ])
        #expect(ada.emails == [.init(address: "ada.novak@example.test", type: .primary)])
        #expect(["manager.id", "preferred_language", "division", "location"].allSatisfy(ada.isUnavailable))
        #expect(!ada.isUnavailable("employment_end_date"))
    }

    @Test("managers are users, and their persons are who we know; NO_MANAGER is nobody") func managers() async throws {
        let tables = ["EmpEmployment": #"{"userId": "1000", "personIdExternal": "P-7"}"#]
        #expect(try await people(Self.person(), tables: tables)["1001"]?.texts["manager.id"] == "P-7")
        let top = try #require(try await people(Self.person(manager: "NO_MANAGER"), tables: tables)["1001"])
        #expect(top.texts["manager.id"] == nil)
        #expect(!top.isUnavailable("manager.id"))
        #expect(try await people(Self.person(manager: "4711"), tables: tables)["1001"]?.isUnavailable("manager.id") == true)
    }

    @Test("statuses by their codes", arguments: [
        ("A", "active"), ("U", "active"), ("P", "active"), ("S", "active"), ("F", "active"), ("D", "active"), ("T", "terminated"), ("R", "terminated"), ("O", "terminated"),
        ("RNS", "terminated"), ("X", "X"),
    ]) func statuses(_ code: String, _ ours: String) async throws {
        let people = try await people(Self.person(#""emplStatusNav": {"externalCode": "\#(code)"},"#))
        #expect(people["1001"]?.texts["employment_status"] == ours)
    }

    @Test("a navigation that is only a link was not delivered") func deferred() async throws {
        let ada = try #require(try await people(Self.person(emails: #"{"__deferred": {"uri": "https://api4.successfactors.com/odata/v2/PerPerson('1001')/emailNav"}}"#))["1001"])
        #expect(ada.isUnavailable("emails"))
    }

    @Test("a next page on another host is refused") func foreign() async throws {
        let error = await refusal { _ = try await people(Self.person(), next: "https://api4.successfactors.com.evil.test/odata/v2/PerPerson?$format=json&$skiptoken=eyJzdGFydFJvdyI6MTAwMH0=") }
        #expect(error?.kind == "remoteUnexpected")
    }
}
