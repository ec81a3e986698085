import JSON
import Provisioning
import Testing

@testable import Connectors

/// Factorial's documented answers, and what they mean.
@Suite struct FactorialSampleTests {
    private static let employees = """
        {"data": [{"id": 1, "access_id": 10, "first_name": "Ada", "last_name": "Novak", "full_name": "Ada Novak", "preferred_name": null, "email": "ada@home.test",
          "login_email": "ada.novak@example.test", "personal_email": "ada@home.test", "company_id": 1, "location_id": 3, "legal_entity_id": null,
          "created_at": "2021-10-20T08:00:00Z", "updated_at": "2026-05-12T08:00:00Z", "is_terminating": false, "terminated_on": null, "manager_id": 2, "company_identifier": "A01",
          "active": true, "seniority_calculation_date": "2021-10-26"}],
         "meta": {"limit": 100, "total": 1, "has_next_page": false, "has_previous_page": false, "start_cursor": "MQ", "end_cursor": "MQ"}}
        """

    /// - Parameter tables: rows by the resource's name; what is not here is refused.
    private func people(_ employees: String = Self.employees, _ tables: [String: String] = [:]) async throws -> [String: Employee] {
        try await CatalogConnector(.factorial) { request in
            let name = String(request.path.dropFirst("/api/2026-07-01/resources/".count))
            if name == "employees/employees" { return .text(employees) }
            return tables[name].map { .text(#"{"data": [\#($0)], "meta": {"limit": 100, "total": 1, "has_next_page": false, "end_cursor": null}}"#) } ?? .json(["error": "forbidden"], status: 403)
        }.everybody()
    }

    @Test("an employee alone; the tables that the key may not read leave what they would say as it is") func alone() async throws {
        let ada = try #require(try await people()["1"])
        #expect(ada.texts == [
            "first_name": "Ada", "last_name": "Novak", "display_name": "Ada Novak", "employment_status": "active", "employment_start_date": "2021-10-26", "employee_number": "A01",
            "manager.id": "2",
        ])
        #expect(ada.emails == [.init(address: "ada.novak@example.test", type: .work), .init(address: "ada@home.test", type: .personal)])
        #expect(["title", "department", "location", "country", "custom_fields.7"].allSatisfy(ada.isUnavailable))
        // Without the contracts nobody knows when she started.
        let unknown = try #require(try await people(Self.employees.replacing(#""2021-10-26""#, with: "null"))["1"])
        #expect(unknown.isUnavailable("employment_start_date"))
    }

    @Test("an employee with teams, contracts, location and custom fields, one row for each value; numbers come in hundredths") func joined() async throws {
        let ada = try #require(try await people(Self.employees, [
            "teams/teams": #"{"id": 4, "name": "Research"}"#, "teams/memberships": #"{"id": 1, "employee_id": 1, "team_id": 4, "lead": false}"#,
            "contracts/contract_versions": #"{"id": 1, "employee_id": 1, "effective_on": "2021-10-26", "starts_on": "2021-10-26", "job_title": "Engineer", "is_reference": true}"#,
            "locations/locations": #"{"id": 3, "name": "Barcelona", "country": "ES", "timezone": "Europe/Madrid"}"#,
            "custom_fields/values": """
                {"id": 1, "valuable_id": 1, "field_id": 7, "label": "T-shirt", "single_choice_value": "M", "cents_value": null, "value": null},
                {"id": 2, "valuable_id": 1, "field_id": 8, "label": "Days", "single_choice_value": null, "cents_value": 2850, "value": null},
                {"id": 3, "valuable_id": 1, "field_id": 9, "label": "Car", "single_choice_value": null, "cents_value": null, "value": false},
                {"id": 4, "valuable_id": 2, "field_id": 7, "label": "T-shirt", "single_choice_value": "S", "cents_value": null, "value": null}
                """,
        ])["1"])
        #expect(ada.texts == [
            "first_name": "Ada", "last_name": "Novak", "display_name": "Ada Novak", "employment_status": "active", "employment_start_date": "2021-10-26", "employee_number": "A01",
            "manager.id": "2", "department": "Research", "department_id": "4", "title": "Engineer", "location": "Barcelona", "country": "ES", "timezone": "Europe/Madrid",
            "custom_fields.7": "M", "custom_fields.8": "28.5", "custom_fields.9": "false",
        ])
    }

    @Test("statuses: the flag, else the day of leaving; who has not started is active", arguments: [
        ("true", "null", "2021-10-26", "active"), ("false", #""2026-03-31""#, "2021-10-26", "terminated"), ("null", #""2001-03-31""#, "2000-10-26", "terminated"),
        ("null", "null", "2021-10-26", "active"), ("true", #""2099-03-31""#, "2021-10-26", "active"), ("false", "null", "2099-10-26", "active"),
    ]) func statuses(_ active: String, _ left: String, _ started: String, _ ours: String) async throws {
        let text = Self.employees.replacing(#""active": true"#, with: #""active": \#(active)"#).replacing(#""terminated_on": null"#, with: #""terminated_on": \#(left)"#)
            .replacing("2021-10-26", with: started)
        #expect(try await people(text)["1"]?.texts["employment_status"] == ours)
    }

    @Test("R-SAFE-4 more that cannot be asked for fails the reading") func more() async throws {
        let error = await refusal { _ = try await people(Self.employees.replacing(#""has_next_page": false"#, with: #""has_next_page": true"#).replacing(#""end_cursor": "MQ""#, with: #""end_cursor": null"#)) }
        #expect(error?.kind == "remoteIncomplete")
    }
}
