import JSON
import Provisioning
import Testing

@testable import Connectors

/// Kombo's documented answers, and what they mean.
@Suite struct KomboSampleTests {
    private static let employees = """
        {"status": "success", "data": {"next": null, "results": [
          {"id": "26vafvWSRmbhNcxJYqjCzuJg", "remote_id": "32", "employee_number": "3243422", "first_name": "Ada", "last_name": "Novak", "display_full_name": "Ada Novak",
           "job_title": "Team Lead", "work_email": "ada.novak@example.test", "personal_email": null, "employment_status": "ACTIVE", "employment_type": "FULL_TIME",
           "work_location_id": "7E2gyuv6TmvtByzBxW9Sxt53", "legal_entity_id": null, "manager_id": "9pf2pxBB8VX8EQMC9aipW2Bo", "start_date": "2020-04-07T00:00:00.000Z",
           "termination_date": null, "changed_at": "2026-08-07T14:01:29.196Z", "remote_deleted_at": null, "custom_fields": {"tshirt": "M"}, "integration_fields": [],
           "manager": {"id": "9pf2pxBB8VX8EQMC9aipW2Bo", "remote_id": "7", "employee_number": "7", "first_name": "Marta", "last_name": "Lind", "display_full_name": "Marta Lind",
                       "work_email": "marta.lind@example.test", "employment_status": "ACTIVE", "termination_date": null},
           "groups": [{"id": "g1", "remote_id": "d1", "name": "Customer Success", "type": "DEPARTMENT"}], "employments": []},
          {"id": "26vafvWSRmbhNcxJYqjCzuXX", "remote_id": "33", "employee_number": null, "first_name": null, "last_name": null, "work_email": null,
           "employment_status": "INACTIVE", "changed_at": "2026-08-20T14:01:29.196Z", "remote_deleted_at": "2026-08-06T03:00:00.000Z", "groups": []}]}}
        """

    private func connector(_ text: String, status: Int = 200) async throws -> CatalogConnector {
        try await CatalogConnector(.kombo) { $0.path == "/v1/hris/employees" ? .text(text, status: status) : nil }
    }

    @Test("a person is read, and an anonymised tombstone is a deletion, whose empty names matter to nobody") func meaning() async throws {
        let people = try await connector(Self.employees).everybody()
        #expect(people["26vafvWSRmbhNcxJYqjCzuJg"]?.texts == [
            "first_name": "Ada", "last_name": "Novak", "display_name": "Ada Novak", "title": "Team Lead", "employee_number": "3243422", "employment_status": "active",
            "employment_type": "full_time", "employment_start_date": "2020-04-07", "department": "Customer Success", "department_id": "g1",
            "manager.id": "9pf2pxBB8VX8EQMC9aipW2Bo", "manager.name": "Marta Lind", "manager.email": "marta.lind@example.test", "custom_fields.tshirt": "M",
        ])
        #expect(people["26vafvWSRmbhNcxJYqjCzuJg"]?.emails == [.init(address: "ada.novak@example.test", type: .work)])
        #expect(people["26vafvWSRmbhNcxJYqjCzuXX"]?.deleted == true)
        #expect(people.count == 2)
    }

    @Test("statuses; what Kombo cannot translate stays as it is", arguments: [
        ("ACTIVE", "active"), ("PENDING", "active"), ("LEAVE", "active"), ("INACTIVE", "inactive"), ("Sabbatical", "Sabbatical"),
    ]) func statuses(_ theirs: String, _ ours: String) async throws {
        let people = try await connector(Self.employees.replacing(#""employment_status": "ACTIVE", "employment_type""#, with: #""employment_status": "\#(theirs)", "employment_type""#)).everybody()
        #expect(people["26vafvWSRmbhNcxJYqjCzuJg"]?.texts["employment_status"] == ours)
    }

    @Test("R-CON-6 errors by their codes, whatever the status", arguments: [
        ("INTEGRATION.SETUP_SYNC_PENDING", "remoteIncomplete"), ("INTEGRATION.AUTHENTICATION_INVALID", "authorizationRequired"),
        ("PLATFORM.AUTHENTICATION_INVALID", "authorizationRequired"), ("INTEGRATION.MODEL_DISABLED", "unsupported"), ("PLATFORM.RATE_LIMIT_EXCEEDED", "remoteRateLimited"),
        ("REMOTE.SERVICE_UNAVAILABLE", "remoteUnavailable"), ("PLATFORM.INPUT_INVALID", "remoteUnexpected"), ("INTEGRATION.SOMETHING_NEW", "remoteUnexpected"),
    ], [200, 400]) func errors(_ code: (String, String), _ status: Int) async throws {
        let text = #"{"status": "error", "error": {"code": "\#(code.0)", "title": "The initial sync has not finished yet", "message": "…", "log_url": null}}"#
        let connector = try await connector(text, status: status)
        let error = await refusal { _ = try await connector.everybody() }
        #expect(error?.kind == code.1)
    }
}
