import JSON
import Provisioning
import Testing

@testable import Connectors

/// Finch's documented answers, and what they mean.
@Suite struct FinchSampleTests {
    private static let directory = """
        {"paging": {"offset": 0, "count": 2}, "individuals": [
          {"id": "5d0b10a1-a09a-430f-81f1-20be735dc5e9", "first_name": "Ada", "middle_name": null, "last_name": "Novak", "manager": {"id": "f7bd0a40-0000-4c6e-8000-000000000001"},
           "department": {"name": "Engineering"}, "is_active": true},
          {"id": "6d0b10a1-a09a-430f-81f1-20be735dc5e0", "first_name": "Chiara", "middle_name": null, "last_name": "Okoye", "manager": null, "department": null, "is_active": false}]}
        """
    private static let individual = """
        {"responses": [
          {"individual_id": "5d0b10a1-a09a-430f-81f1-20be735dc5e9", "code": 200, "body": {"id": "5d0b10a1-a09a-430f-81f1-20be735dc5e9", "first_name": "Ada", "last_name": "Novak",
           "preferred_name": null, "emails": [{"data": "ada.novak@example.test", "type": "work"}, {"data": "ada@home.test", "type": "personal"}],
           "phone_numbers": [{"data": "+15555550100", "type": "work"}]}},
          {"individual_id": "6d0b10a1-a09a-430f-81f1-20be735dc5e0", "code": 404,
           "body": {"code": 404, "name": "not_found_error", "message": "Individual not found", "finch_code": "individual_not_found"}}]}
        """
    private static let employment = """
        {"responses": [
          {"individual_id": "5d0b10a1-a09a-430f-81f1-20be735dc5e9", "code": 200, "body": {"id": "5d0b10a1-a09a-430f-81f1-20be735dc5e9", "first_name": "Ada", "last_name": "Novak",
           "title": "Engineer", "manager": {"id": "f7bd0a40-0000-4c6e-8000-000000000001"}, "department": {"name": "Engineering"},
           "employment": {"type": "employee", "subtype": "full_time"}, "start_date": "2020-10-10", "end_date": null, "latest_rehire_date": null, "is_active": true,
           "employment_status": "active", "location": {"city": "Berlin", "country": "DE"}, "custom_fields": [{"name": "T-shirt", "value": "M"}], "source_id": "100234"}}]}
        """
    private let ada = "5d0b10a1-a09a-430f-81f1-20be735dc5e9", chiara = "6d0b10a1-a09a-430f-81f1-20be735dc5e0"

    private func connector(directory: String = Self.directory, individual: String = Self.individual, employment: String = Self.employment, status: Int = 200) async throws -> CatalogConnector {
        try await CatalogConnector(.finch) { request in
            switch (request.method, request.path) {
            // What comes after the first page.
            case ("GET", "/employer/directory"): .text(request.number("offset") == 0 ? directory : #"{"paging": {"offset": 2}, "individuals": []}"#)
            case ("POST", "/employer/individual"): .text(individual)
            case ("POST", "/employer/employment"): .text(employment, status: status)
            default: nil
            }
        }
    }

    @Test("three calls are one person; a response of its own that failed leaves the values as they are") func meaning() async throws {
        let people = try await connector().everybody()
        #expect(people[ada]?.texts == [
            "first_name": "Ada", "last_name": "Novak", "title": "Engineer", "manager.id": "f7bd0a40-0000-4c6e-8000-000000000001", "department": "Engineering",
            "employment_type": "full_time", "employment_start_date": "2020-10-10", "employment_status": "active", "location": "Berlin", "country": "DE",
            "custom_fields.T-shirt": "M", "custom_fields.source_id": "100234",
        ])
        #expect(people[ada]?.emails == [.init(address: "ada.novak@example.test", type: .work), .init(address: "ada@home.test", type: .personal)])
        // Nobody was deleted, and nothing cleared, by an answer that failed: not even because the directory says that she is not active.
        let unknown = try #require(people[chiara])
        #expect(unknown.texts == ["first_name": "Chiara", "last_name": "Okoye"])
        for path in ["emails", "employment_status", "title", "department", "manager.id", "employment_start_date", "employment_end_date", "custom_fields.T-shirt"] {
            #expect(unknown.isUnavailable(path), "\(path)")
        }
    }

    @Test("R-SAFE-4 without a count the list goes on until a page is empty") func uncounted() async throws {
        let people = try await connector(directory: Self.directory.replacing(#", "count": 2"#, with: "")).everybody()
        #expect(people.count == 2)
    }

    @Test("while Finch reads for the first time nothing is read", arguments: [202]) func unready(_ status: Int) async throws {
        let connector = try await connector(employment: #"{"code": 202, "name": "accepted", "finch_code": "data_sync_in_progress", "message": "Data sync in progress"}"#, status: status)
        let error = await refusal { _ = try await connector.everybody() }
        #expect(error?.kind == "remoteUnavailable")
    }

    @Test("an element that is not ready yet is not known", arguments: ["data_sync_in_progress"]) func elementUnready(_ code: String) async throws {
        let people = try await connector(
            employment: #"{"responses": [{"individual_id": "\#(ada)", "code": 202, "body": {"code": 202, "name": "accepted", "finch_code": "\#(code)", "message": "m"}}]}"#
        ).everybody()
        #expect(people[ada]?.isUnavailable("employment_status") == true)
        #expect(people[ada]?.isUnavailable("manager.id") == true)
    }

    @Test("statuses", arguments: [
        ("active", true, "active"), ("leave", true, "active"), ("onboarding", false, "active"), ("prehire", false, "active"), ("terminated", false, "terminated"),
        ("retired", false, "terminated"), ("deceased", false, "terminated"), (nil, true, "active"), (nil, false, "inactive"), (nil, nil, nil),
    ] as [(String?, Bool?, String?)]) func statuses(_ word: String?, _ isActive: Bool?, _ ours: String?) async throws {
        let status = word.map { "\"\($0)\"" } ?? "null", flag = isActive.map { "\($0)" } ?? "null"
        let text = Self.employment.replacing(#""employment_status": "active""#, with: #""employment_status": \#(status)"#).replacing(#""is_active": true"#, with: #""is_active": \#(flag)"#)
        let people = try await connector(employment: text).everybody()
        #expect(people[ada]?.texts["employment_status"] == ours)
    }
}
