import Foundation
import JSON
import Provisioning
import Testing

@testable import Connectors

/// A report as Workday delivers it, and what it means.
@Suite struct WorkdaySampleTests {
    private static let report = """
        {"Report_Entry": [
          {"Employee_ID": "21001", "Work_Email": "ada.novak@example.test", "Legal_First_Name": "Ada", "Legal_Last_Name": "Novak", "Preferred_Name": "Ada Novak", "Active_Status": "1",
           "On_Leave": "0", "Hire_Date": "2021-10-26", "Supervisory_Organization": "Customer Success", "Supervisory_Organization_ID": "SUP-17", "Manager_Employee_ID": "21000",
           "Business_Title": "Engineer"},
          {"Employee_ID": "21002", "Legal_First_Name": "Chiara", "Legal_Last_Name": "Okoye", "Active_Status": "0", "Hire_Date": "2019-01-07-08:00", "Termination_Date": "2026-03-31-07:00"}]}
        """
    private static let path = "/ccx/service/customreport2/acme_dpt1/ISU_Staffetta/All_Workers"

    private func people(_ text: String, _ fields: [String: Authorization.Setting] = [:]) async throws -> [String: Employee] {
        try await CatalogConnector(.workday, fields) { $0.path == Self.path ? .text(text) : nil }.everybody()
    }

    @Test("what a line leaves out is empty if another line has it, and unknown if none has") func meaning() async throws {
        let people = try await people(Self.report)
        #expect(people["21001"]?.texts == [
            "first_name": "Ada", "last_name": "Novak", "preferred_name": "Ada Novak", "employee_number": "21001", "employment_status": "active",
            "employment_start_date": "2021-10-26", "department": "Customer Success", "department_id": "SUP-17", "manager.id": "21000", "title": "Engineer", "custom_fields.On_Leave": "0",
        ])
        #expect(people["21001"]?.emails == [.init(address: "ada.novak@example.test", type: .work)])
        let chiara = try #require(people["21002"])
        #expect(chiara.texts == [
            "first_name": "Chiara", "last_name": "Okoye", "employee_number": "21002", "employment_status": "terminated", "employment_start_date": "2019-01-07",
            "employment_end_date": "2026-03-31",
        ])
        #expect(!["department", "manager.id", "title", "preferred_name"].contains(where: chiara.isUnavailable))
        for person in people.values { #expect(["location", "cost_center", "preferred_language", "birthday"].allSatisfy(person.isUnavailable)) }
    }

    @Test("somebody hired for a later day is active already; on leave is active", arguments: [
        ("1", "2021-10-26", "active"), ("0", "2021-10-26", "terminated"), ("0", "2099-01-01-08:00", "active"), ("On Leave", "2021-10-26", "active"),
        ("Terminated", "2021-10-26", "terminated"), ("Furlough", "2021-10-26", "Furlough"),
    ]) func statuses(_ word: String, _ hired: String, _ ours: String) async throws {
        let text = Self.report.replacing(#""Active_Status": "1""#, with: #""Active_Status": "\#(word)""#).replacing("2021-10-26", with: hired)
        #expect(try await people(text)["21001"]?.texts["employment_status"] == ours)
    }

    @Test("columns of other names are read as the form says; what they hide is a field of its own") func columns() async throws {
        let text = Self.report.replacing(#""Employee_ID": "21001""#, with: #""WID": "0e44", "Employee_ID": "21001""#).replacing("Business_Title", with: "Profile")
        let people = try await people(text, ["columns": .map(["WID": "Employee_ID", "Profile": "Business_Title"])])
        #expect(people["0e44"]?.texts["title"] == "Engineer")
        #expect(people["0e44"]?.texts["custom_fields.Employee_ID"] == "21001")
        #expect(people["0e44"]?.texts["custom_fields.Profile"] == nil)
    }

    @Test("R-SAFE-4 an answer without a report is no report, an empty report is nobody") func empty() async throws {
        #expect(try await people(#"{"Report_Entry": []}"#).isEmpty)
        let error = await refusal { _ = try await people("{}") }
        #expect(error?.kind == "remoteUnexpected")
    }

    @Test("R-SAFE-5 an API client gets tokens for its refresh token, in the body or in the header, and goes on with the new one if one comes", arguments: ["body", "header"])
    func tokens(_ style: String) async throws {
        var vendor = Vendor.workday
        vendor.kind = .clientCredentials
        vendor.fields = vendor.fields.filter { !["username", "password", "prompts"].contains($0.key) }
        let fields: [String: Authorization.Setting] = [
            "clientId": .text("client"), "clientSecret": .text("secret-client"), "refreshToken": .text("secret-refresh"), "clientAuthentication": .text(style),
        ]
        let connector = try await CatalogConnector(vendor, fields) { request in
            if request.path == "/ccx/oauth2/acme_dpt1/token" {
                let isGood = style == "body"
                    ? request.form["client_id"] == "client" && request.form["client_secret"] == "secret-client"
                    : request["Authorization"] == "Basic " + Data("client:secret-client".utf8).base64EncodedString() && request.form["client_secret"] == nil
                guard isGood, request.form["grant_type"] == "refresh_token", let refresh = request.form["refresh_token"] else { return .json(["error": "invalid_client"], status: 400) }
                // The first refresh token is good once.
                let access = refresh == "secret-refresh" ? "first" : refresh == "example-refresh-token" ? "second" : "none"
                return .json(["access_token": .string(access), "token_type": "Bearer", "refresh_token": "example-refresh-token", "expires_in": 3600])
            }
            return request["Authorization"] == "Bearer second" ? .text(Self.report) : .answer(status: 401, body: Array("<html/>".utf8))
        }
        #expect(try await connector.everybody().count == 2)
    }
}
