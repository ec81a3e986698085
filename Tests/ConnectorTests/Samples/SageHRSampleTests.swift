import JSON
import Provisioning
import Testing

@testable import Connectors

/// Sage HR's documented answers, and what they mean.
@Suite struct SageHRSampleTests {
    private static let employees = """
        {"data": [{"id": 19, "email": "ada.novak@example.test", "first_name": "Ada", "last_name": "Novak", "picture_url": null, "employment_start_date": "2014-08-25",
          "date_of_birth": null, "team": "Customer Success", "team_id": 1, "position": "Engineer", "position_id": 123, "reports_to_employee_id": 5, "work_phone": null,
          "gender": null, "city": "London", "post_code": 99999, "country": "GB", "employee_number": "A01", "employment_status": "Full-time"}],
         "meta": {"current_page": 1, "next_page": null, "previous_page": null, "total_pages": 1, "per_page": 50, "total_entries": 1}}
        """
    private static let terminated = """
        {"data": [{"id": 20, "termination_date": "2026-03-31", "employee_number": "A02", "email": "chiara.okoye@example.test", "first_name": "Chiara", "last_name": "Okoye",
          "employment_start_date": "2019-01-07", "position": "Analyst"}],
         "meta": {"current_page": 1, "next_page": null, "previous_page": null, "total_pages": 1, "per_page": 50, "total_entries": 1}}
        """
    private static let customFields = """
        {"data": [{"id": 1, "label": "T-shirt", "type": "CustomDropdownField", "value": "M", "options": ["S", "M", "L"]},
                  {"id": 2, "label": "Hobby", "type": "CustomTextField", "value": null}]}
        """

    private func connector(readsCustomFields: Bool, terminated: String? = Self.terminated, customFields: String? = Self.customFields) async throws -> CatalogConnector {
        try await CatalogConnector(.sageHR, ["customFields": .boolean(readsCustomFields)]) { request in
            switch request.path {
            case "/api/employees": .text(Self.employees)
            case "/api/terminated-employees": terminated.map { .text($0) }
            case "/api/employees/19/custom-fields": customFields.map { .text($0) }
            default: nil
            }
        }
    }

    @Test("the list says who has left, not the employment status; leavers keep what is not told of them") func meaning() async throws {
        let connector = try await connector(readsCustomFields: true)
        let people = try await connector.everybody()
        #expect(people["19"]?.texts == [
            "first_name": "Ada", "last_name": "Novak", "employment_status": "active", "employment_type": "Full-time", "employment_start_date": "2014-08-25", "employee_number": "A01",
            "title": "Engineer", "department": "Customer Success", "department_id": "1", "manager.id": "5", "custom_fields.1": "M",
        ])
        #expect(people["19"]?.emails == [.init(address: "ada.novak@example.test", type: .work)])
        let chiara = try #require(people["20"])
        #expect(chiara.texts == [
            "first_name": "Chiara", "last_name": "Okoye", "employment_status": "terminated", "employment_start_date": "2019-01-07", "employment_end_date": "2026-03-31",
            "employee_number": "A02", "title": "Analyst",
        ])
        #expect(["department", "manager.id", "custom_fields.1", "gender"].allSatisfy(chiara.isUnavailable))
        #expect(!connector.server.requests.contains { $0.path.contains("20/custom-fields") })
    }

    @Test("custom fields have their labels as names") func labels() async throws {
        let connector = try await connector(readsCustomFields: true)
        let labels = try await connector.connector.labels()
        await connector.server.stop()
        #expect(labels == ["custom_fields.1": "T-shirt", "custom_fields.2": "Hobby"])
    }

    @Test("custom fields that are not asked for, or refused, stay as they are", arguments: [true, false]) func unread(_ isAsked: Bool) async throws {
        let people = try await connector(readsCustomFields: isAsked, customFields: isAsked ? nil : Self.customFields).everybody()
        #expect(people["19"]?.isUnavailable("custom_fields.1") == true)
        #expect(people["19"]?.texts["title"] == "Engineer")
    }

    @Test("R-SAFE-4 without the list of leavers nothing is read") func half() async throws {
        let connector = try await connector(readsCustomFields: false, terminated: nil)
        let error = await refusal { _ = try await connector.everybody() }
        #expect(error?.kind == "remoteIncomplete")
    }
}
