import JSON
import Provisioning
import Testing

@testable import Connectors

/// Merge's documented answers, and what they mean.
@Suite struct MergeSampleTests {
    private static let first = """
        {"next": "cD0yMDIxLTAxLTA2KzAzJTNBMjQlM0E1My40MzQzMjYlMkIwMCUzQTAw", "previous": null, "results": [{
          "id": "0958cbc6-6040-430a-848e-aafacbadf4ae", "remote_id": "19202938", "created_at": "2021-09-15T00:00:00Z", "modified_at": "2026-05-16T00:00:00Z",
          "employee_number": "2", "company": "8d9fd929-436c-4fd4-a48b-0c61f68d6178", "first_name": "Ada", "last_name": "Novak", "preferred_name": null,
          "display_full_name": "Ada Novak", "username": "anovak", "groups": ["21a54124-397f-494d-985e-3c5b330b8a68"], "work_email": "ada.novak@example.test",
          "personal_email": "ada@home.test", "mobile_phone_number": null, "employments": ["17a54124-287f-494d-965e-3c5b330c9a68"], "home_location": null,
          "work_location": "9efbc633-3387-4306-aa55-e2c635e6bb4f", "manager": "0048ea5b-911e-4dff-9364-92070dea62ff", "team": "249c9faa-3045-4a31-953b-8f22d3613301",
          "pay_group": null, "ssn": null, "gender": null, "hire_date": "2020-09-10T00:00:00Z", "start_date": "2020-10-10T00:00:00Z", "remote_created_at": null,
          "employment_status": "ACTIVE", "termination_date": null, "avatar": null, "remote_was_deleted": false,
          "field_mappings": {"organization_defined_targets": {}, "linked_account_defined_targets": {"t_shirt": "M"}}, "remote_data": null}]}
        """
    private static let second = """
        {"next": null, "previous": "cj0x", "results": [{"id": "1958cbc6-6040-430a-848e-aafacbadf4ae", "remote_id": "19202939", "first_name": "Chiara", "last_name": "Okoye",
          "employment_status": "INACTIVE", "termination_date": "2026-03-31T00:00:00Z", "remote_was_deleted": true}]}
        """

    private func connector(_ status: String, _ result: String = "DONE", first: String = Self.first) async throws -> CatalogConnector {
        try await CatalogConnector(.merge) { request in
            switch request.path {
            case "/api/hris/v1/sync-status":
                return .text(#"{"next": null, "results": [{"model_name": "Employee", "model_id": "hris.Employee", "status": "\#(status)", "last_sync_result": "\#(result)"}]}"#)
            case "/api/hris/v1/employees":
                // `next` is a cursor, not an address, and all filters are sent again with it.
                guard request.query["expand"] != nil else { return nil }
                guard let cursor = request.query["cursor"] else { return .text(first) }
                return cursor == "cD0yMDIxLTAxLTA2KzAzJTNBMjQlM0E1My40MzQzMjYlMkIwMCUzQTAw" ? .text(Self.second) : nil
            default: return nil
            }
        }
    }

    @Test("what is not expanded is not known, and keeps its value; tombstones are deletions") func meaning() async throws {
        let people = try await connector("DONE").everybody()
        let ada = try #require(people["0958cbc6-6040-430a-848e-aafacbadf4ae"])
        #expect(ada.texts == [
            "first_name": "Ada", "last_name": "Novak", "display_name": "Ada Novak", "employee_number": "2", "employment_status": "active", "employment_start_date": "2020-10-10",
            "manager.id": "0048ea5b-911e-4dff-9364-92070dea62ff", "custom_fields.t_shirt": "M",
        ])
        #expect(ada.emails == [.init(address: "ada.novak@example.test", type: .work), .init(address: "ada@home.test", type: .personal)])
        #expect(["department", "title", "location", "company_name"].allSatisfy(ada.isUnavailable))
        #expect(!["employment_end_date", "preferred_name", "gender", "custom_fields.other"].contains(where: ada.isUnavailable))
        #expect(people["1958cbc6-6040-430a-848e-aafacbadf4ae"]?.deleted == true)
        #expect(people.count == 2)
    }

    @Test("R-SAFE-4 a list counts only when Merge has read the employees to the end", arguments: ["SYNCING", "FAILED", "PARTIALLY_SYNCED", "PAUSED", "DISABLED"])
    func unready(_ status: String) async throws {
        let connector = try await connector(status)
        let error = await refusal { _ = try await connector.everybody() }
        #expect(error?.kind == "remoteIncomplete")
    }

    @Test("a status that Merge passes on as it is stays so; no field mappings at all leave custom fields alone") func words() async throws {
        let odd = Self.first.replacing(#""employment_status": "ACTIVE""#, with: #""employment_status": "On probation""#)
            .replacing(#""field_mappings": {"organization_defined_targets": {}, "linked_account_defined_targets": {"t_shirt": "M"}}, "#, with: "")
        let people = try await connector("DONE", first: odd).everybody()
        let ada = try #require(people["0958cbc6-6040-430a-848e-aafacbadf4ae"])
        #expect(ada.texts["employment_status"] == "On probation")
        #expect(ada.isUnavailable("custom_fields.t_shirt"))
    }
}
