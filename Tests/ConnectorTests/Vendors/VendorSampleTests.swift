import JSON
import Provisioning
import Testing

@testable import Connectors

/// Records as the vendors' documents show them, and who they are.
@Suite struct VendorSampleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var connector, title, record: String
        var fields: [String: String]
        var emails: [String]
        /// What the record does not tell, which must not clear anything.
        var unavailable: Set<String>

        var testDescription: String { title }
    }

    @Test("R-MAP-9 a vendor's sample means what it says, and nothing more", arguments: cases) func sample(_ sample: Case) throws {
        let vendor = try #require(Vendor.all.first { $0.connector == sample.connector })
        let translator = Translator(mapping: try vendor.manifest().employee, today: try #require(Day(year: 2026, month: 6, day: 1)))
        let employee = try #require(translator.employees([Record(view: try JSONDocument(Array(sample.record.utf8)).root)]).first)
        #expect(employee.id?.isEmpty == false)
        #expect(Dictionary(uniqueKeysWithValues: employee.fields.keys.map { ($0, employee.fields[$0]?.scalarText ?? "?") }) == sample.fields)
        #expect(employee.emails.map { "\($0.address) \($0.type)" } == sample.emails)
        #expect(employee.unavailable == sample.unavailable)
    }

    private static let cases: [Case] = [
        Case(
            connector: "deel", title: "Deel: present, null, of two kinds",
            record: #"""
                {"id": "9a1c6f0e-0000-4000-8000-000000000001", "worker_id": "123", "external_id": null, "first_name": "Ada", "last_name": "Novak",
                "full_name": "Ada Novak", "preferred_first_name": null, "emails": [{"type": "work", "value": "ada.novak@example.test"}, {"type": "personal",
                "value": "ada@home.test"}, {"type": null, "value": null}], "job_title": "Engineer", "department": {"id": "d1", "name": "Engineering",
                "parent": null}, "hiring_type": "hris_direct_employee", "hiring_status": "active", "person_status": "ACTIVE",
                "start_date": "2021-10-26T00:00:00.000Z", "completion_date": null, "country": "DE", "timezone": "Europe/Berlin",
                "direct_manager": {"id": "9a1c6f0e-0000-4000-8000-000000000002", "worker_id": 124, "first_name": "Marta", "last_name": "Lind",
                "work_email": "marta.lind@example.test"}, "employments": [], "created_at": "2021-10-20T08:00:00Z", "updated_at": null}
                """#,
            fields: [
                "first_name": "Ada", "last_name": "Novak", "display_name": "Ada Novak", "title": "Engineer", "department": "Engineering",
                "department_id": "d1", "employment_type": "hris_direct_employee", "employment_status": "active", "employment_start_date": "2021-10-26",
                "employee_number": "123", "manager.id": "9a1c6f0e-0000-4000-8000-000000000002", "manager.email": "marta.lind@example.test",
                "country": "DE", "timezone": "Europe/Berlin",
            ],
            emails: ["ada.novak@example.test work", "ada@home.test personal"], unavailable: ["birthday", "company_name", "custom_fields", "location", "nationality"]),
        Case(
            connector: "rippling", title: "Rippling: names come with the user",
            record: #"""
                {"id": "65a0c0ffee", "created_at": "2024-01-01T00:00:00Z", "updated_at": "2026-05-01T00:00:00Z", "user_id": "u1",
                "work_email": "ada.novak@example.test", "personal_email": "ada@home.test", "status": "ACTIVE", "start_date": "2021-10-26", "end_date": null,
                "number": 17, "title": "Engineer", "manager_id": "65a0c0ffef", "department_id": "d1", "department": {"id": "d1", "name": "Engineering"},
                "user": {"id": "u1", "name": {"given_name": "Ada", "family_name": "Novak"}, "display_name": "Ada Novak"},
                "custom_fields": [{"name": "T-shirt", "value": "M", "type": "TEXT"}]}
                """#,
            fields: [
                "first_name": "Ada", "last_name": "Novak", "display_name": "Ada Novak", "title": "Engineer", "department": "Engineering",
                "department_id": "d1", "employment_status": "active", "employment_start_date": "2021-10-26", "employee_number": "17",
                "manager.id": "65a0c0ffef", "custom_fields.T-shirt": "M",
            ],
            emails: ["ada.novak@example.test work", "ada@home.test personal"], unavailable: ["location", "preferred_language"]),
        Case(
            connector: "gusto", title: "Gusto: two addresses, a flag for a status, jobs and terminations",
            record: #"""
                {"uuid": "e1", "first_name": "Ada", "last_name": "Novak", "middle_initial": null, "email": "ada@home.test",
                "work_email": "ada.novak@example.test", "company_uuid": "c1", "manager_uuid": null, "version": "db0edd04aaac4506f7edab03ac855d56",
                "department": "Engineering", "terminated": false, "onboarded": true, "onboarding_status": "onboarding_completed",
                "current_employment_status": "full_time", "jobs": [{"uuid": "j1", "title": "Engineer", "hire_date": "2021-10-26", "primary": true}],
                "terminations": [], "custom_fields": [{"id": "cf1", "company_custom_field_id": "ccf1", "name": "T-shirt", "type": "text", "value": "M"}]}
                """#,
            fields: [
                "first_name": "Ada", "last_name": "Novak", "title": "Engineer", "department": "Engineering", "employment_status": "active",
                "employment_type": "full_time", "employment_start_date": "2021-10-26", "custom_fields.ccf1": "M",
            ],
            emails: ["ada.novak@example.test work", "ada@home.test personal"], unavailable: ["department_id", "preferred_name"]),
        Case(
            connector: "charliehr", title: "CharlieHR: ids of teams and offices",
            record: #"""
                {"id": "9b2f1a44-0000-4000-8000-000000000001", "first_name": "Ada", "last_name": "Novak", "display_name": "Ada Novak",
                "work_email": "ada.novak@example.test", "personal_email": null, "job_title": "Engineer", "office": "0f000000-0000-4000-8000-000000000001",
                "manager": "9b2f1a44-0000-4000-8000-000000000002", "teams": ["7e000000-0000-4000-8000-000000000001"], "start_date": "2021-10-26",
                "end_date": null}
                """#,
            fields: [
                "first_name": "Ada", "last_name": "Novak", "display_name": "Ada Novak", "title": "Engineer",
                "department_id": "7e000000-0000-4000-8000-000000000001", "employment_status": "active", "employment_start_date": "2021-10-26",
                "manager.id": "9b2f1a44-0000-4000-8000-000000000002",
            ],
            emails: ["ada.novak@example.test work"], unavailable: ["custom_fields", "department", "location", "team"]),
        Case(
            connector: "charliehr", title: "CharlieHR: neither team nor office nor manager",
            record: #"""
                {"id": "9b2f1a44-0000-4000-8000-000000000002", "first_name": "Marta", "last_name": "Lind", "display_name": "Marta Lind",
                "work_email": "marta.lind@example.test", "personal_email": null, "job_title": "Head of Engineering", "office": null, "manager": null,
                "teams": [], "start_date": "2018-02-01", "end_date": null}
                """#,
            fields: [
                "first_name": "Marta", "last_name": "Lind", "display_name": "Marta Lind", "title": "Head of Engineering",
                "employment_status": "active", "employment_start_date": "2018-02-01",
            ],
            emails: ["marta.lind@example.test work"], unavailable: ["custom_fields"]),
        Case(
            connector: "breathehr", title: "Breathe: a current employee",
            record: #"""
                {"id": 101, "account_id": 798, "first_name": "Ada", "middle_name": null, "last_name": "Novak", "known_as": null,
                "email": "ada.novak@example.test", "personal_email": null, "status": "Current employee", "join_date": "2021-10-26", "leaving_date": null,
                "probation_date": null, "employee_ref": "A01", "ref_number": null, "job_title": "Engineer", "job_start_date": null,
                "line_manager": {"id": 100, "first_name": "Marta", "last_name": "Lind"}, "holiday_approver": null, "department": {"id": 3,
                "name": "Engineering"}, "division": null, "location": {"id": 2, "name": "Leeds"}, "hr": false, "custom_fields": {"T-shirt": "M"},
                "photo_url": "", "created_at": "2021-10-20T11:12:02+00:00", "updated_at": "2026-05-12T07:43:32+00:00"}
                """#,
            fields: [
                "first_name": "Ada", "last_name": "Novak", "title": "Engineer", "department": "Engineering", "department_id": "3",
                "employment_status": "active", "employment_start_date": "2021-10-26", "employee_number": "A01", "manager.id": "100",
                "location": "Leeds",
            ],
            emails: ["ada.novak@example.test work"], unavailable: ["custom_fields"]),
        Case(
            connector: "breathehr", title: "Breathe: a former one",
            record: #"""
                {"id": 102, "account_id": 798, "first_name": "Jo", "middle_name": null, "last_name": "Berg", "known_as": null,
                "email": "jo.berg@example.test", "personal_email": null, "status": "Ex-employee", "join_date": "2021-10-26", "leaving_date": "2026-04-30",
                "probation_date": null, "employee_ref": null, "ref_number": null, "job_title": "Engineer", "job_start_date": null, "line_manager": null,
                "holiday_approver": null, "department": null, "division": null, "location": null, "hr": false, "custom_fields": null, "photo_url": "",
                "created_at": "2021-10-20T11:12:02+00:00", "updated_at": "2026-05-12T07:43:32+00:00"}
                """#,
            fields: [
                "first_name": "Jo", "last_name": "Berg", "title": "Engineer", "employment_status": "terminated", "employment_start_date": "2021-10-26",
                "employment_end_date": "2026-04-30",
            ],
            emails: ["jo.berg@example.test work"], unavailable: ["custom_fields"]),
        Case(
            connector: "odoo", title: "Odoo 19: links are pairs",
            record: #"""
                {"id": 7, "name": "Ada Novak", "work_email": "ada.novak@example.test", "private_email": false, "lang": "en_US", "active": true,
                "contract_date_start": "2021-10-26", "contract_date_end": false, "departure_date": false, "barcode": "A01", "parent_id": [2, "Marta Lind"],
                "department_id": [3, "Sales / EMEA"], "job_title": "Engineer", "work_location_id": [1, "Leeds"], "employee_type": "employee",
                "write_date": "2026-05-12 07:43:32"}
                """#,
            fields: [
                "first_name": "Ada", "last_name": "Novak", "display_name": "Ada Novak", "title": "Engineer", "department": "Sales / EMEA",
                "department_id": "3", "employment_status": "active", "employment_type": "employee", "employment_start_date": "2021-10-26",
                "employee_number": "A01", "manager.id": "2", "manager.name": "Marta Lind", "location": "Leeds", "preferred_language": "en_US",
            ],
            emails: ["ada.novak@example.test work"], unavailable: ["birthday", "company_name", "gender", "marital_status", "nationality", "timezone"]),
        Case(
            connector: "odoo", title: "Odoo 19: false is nothing, but not where it means archived",
            record: #"""
                {"id": 9, "name": "Jo Berg", "work_email": false, "private_email": false, "lang": false, "active": false, "contract_date_start": false,
                "contract_date_end": false, "departure_date": "2026-04-30", "barcode": false, "parent_id": false, "department_id": false,
                "job_title": false, "work_location_id": false, "employee_type": "contractor", "write_date": "2026-04-30 16:00:01"}
                """#,
            fields: [
                "first_name": "Jo", "last_name": "Berg", "display_name": "Jo Berg", "employment_status": "inactive", "employment_type": "contractor",
                "employment_end_date": "2026-04-30",
            ],
            emails: [], unavailable: ["birthday", "company_name", "gender", "marital_status", "nationality", "timezone"]),
        Case(
            connector: "odoo-18", title: "Odoo 18: what was not asked for is not known",
            record: #"""
                {"id": 7, "name": "Ada Novak", "work_email": "ada.novak@example.test", "private_email": false, "active": true, "department_id": [3,
                "Sales / EMEA"], "parent_id": [2, "Marta Lind"], "job_title": "Engineer", "departure_date": false, "barcode": false, "x_studio_tshirt": "M",
                "write_date": "2026-05-12 07:43:32"}
                """#,
            fields: [
                "first_name": "Ada", "last_name": "Novak", "display_name": "Ada Novak", "title": "Engineer", "department": "Sales / EMEA",
                "department_id": "3", "employment_status": "active", "manager.id": "2", "manager.name": "Marta Lind",
            ],
            emails: ["ada.novak@example.test work"], unavailable: ["birthday", "company_name", "employment_start_date", "employment_type", "gender", "location", "marital_status", "nationality", "preferred_language", "timezone"]),
    ]
}
