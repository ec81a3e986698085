import JSON
import Provisioning

/// A field by its names in BambooHR's three vocabularies: the employee and report fields, the cursor list, the datasets.
struct BambooHRField: Sendable {
    /// In `/meta/fields` and reports.
    let alias: String
    let id: Int
    let label: String
    let type: String
    /// In `GET /employees`; nil: it does not have it.
    var list: String?
    /// In the datasets; nil: they do not have it.
    var dataset: String?
    /// The path in our model, by which it is withheld.
    let path: String
    let value: @Sendable (Person, Scene) -> String?

    /// The standard fields; a company's own come from its people.
    static let standard: [BambooHRField] = [
        BambooHRField(alias: "id", id: 4047, label: "EEID", type: "int", list: "employeeId", dataset: "eeid", path: "id") { person, _ in person.id },
        BambooHRField(alias: "employeeNumber", id: 636, label: "Employee #", type: "employee_number", list: "employeeNumber", dataset: "employeeNumber", path: "employee_number") { person, _ in person.text("employee_number") },
        BambooHRField(alias: "firstName", id: 1, label: "First Name", type: "text", list: "firstName", dataset: "firstName", path: "first_name") { person, _ in person.firstName },
        BambooHRField(alias: "lastName", id: 2, label: "Last Name", type: "text", list: "lastName", dataset: "lastName", path: "last_name") { person, _ in person.lastName },
        BambooHRField(alias: "middleName", id: 5, label: "Middle Name", type: "text", list: "middleName", dataset: "middleName", path: "middle_name") { person, _ in person.text("middle_name") },
        BambooHRField(alias: "preferredName", id: 1358, label: "Preferred Name", type: "text", list: "preferredName", dataset: "preferredName", path: "preferred_name") { person, _ in person.text("preferred_name") },
        BambooHRField(alias: "displayName", id: 3991, label: "Display name", type: "text", path: "display_name") { person, _ in person.displayName },
        BambooHRField(alias: "workEmail", id: 15, label: "Work Email", type: "email", list: "workEmail", dataset: "email", path: "emails") { person, _ in person.workEmail },
        BambooHRField(alias: "homeEmail", id: 2016, label: "Home Email", type: "email", list: "homeEmail", dataset: "homeEmail", path: "emails") { person, _ in person.personalEmail },
        BambooHRField(alias: "bestEmail", id: 2047, label: "Best Email", type: "email", list: "bestEmail", path: "emails") { person, _ in person.workEmail ?? person.personalEmail },
        BambooHRField(alias: "status", id: 387, label: "Status", type: "status", list: "status", dataset: "status", path: "employment_status") { person, _ in
            person.isActive ? "Active" : "Inactive"
        },
        BambooHRField(alias: "employmentHistoryStatus", id: 16, label: "Employment Status", type: "list", dataset: "employmentStatus", path: "employment_type") { person, _ in
            person.isActive ? history(person.text("employment_type")) : "Terminated"
        },
        BambooHRField(alias: "hireDate", id: 3, label: "Hire Date", type: "date", list: "hireDate", dataset: "hireDate", path: "employment_start_date") { person, _ in person.startDate },
        BambooHRField(alias: "terminationDate", id: -38, label: "Termination Date", type: "date", list: "terminationDate", dataset: "terminationDate", path: "employment_end_date") { person, _ in person.endDate },
        BambooHRField(alias: "jobTitle", id: 17, label: "Job Title", type: "list", list: "jobTitleName", dataset: "jobInformationJobTitle", path: "title") { person, _ in person.title },
        BambooHRField(alias: "department", id: 4, label: "Department", type: "list", list: "departmentName", dataset: "jobInformationDepartment", path: "department") { person, _ in person.text("department") },
        BambooHRField(alias: "division", id: 1355, label: "Division", type: "list", list: "divisionName", dataset: "jobInformationDivision", path: "division") { person, _ in person.text("division") },
        BambooHRField(alias: "location", id: 18, label: "Location", type: "list", list: "locationName", dataset: "jobInformationLocation", path: "location") { person, _ in person.text("location") },
        BambooHRField(alias: "country", id: 3910, label: "Country", type: "country", dataset: "country", path: "country") { person, _ in person.text("country") },
        BambooHRField(alias: "dateOfBirth", id: 6, label: "Birth Date", type: "date", dataset: "dateOfBirth", path: "birthday") { person, _ in person.birthday },
        BambooHRField(alias: "gender", id: 9, label: "Gender", type: "gender", dataset: "gender", path: "gender") { person, _ in person.text("gender") },
        BambooHRField(alias: "maritalStatus", id: 7, label: "Marital Status", type: "marital_status", dataset: "maritalStatus", path: "marital_status") { person, _ in person.text("marital_status") },
        // The names mislead: EId is the manager's id, Id the manager's number.
        BambooHRField(alias: "supervisorEId", id: 91_001, label: "Supervisor EID", type: "text", list: "reportsToId", dataset: "supervisorEid", path: "manager") { person, _ in person.managerID },
        BambooHRField(alias: "supervisorId", id: 91_002, label: "Supervisor Id", type: "text", dataset: "supervisorId", path: "manager") { person, scene in scene.manager(of: person)?.text("employee_number") },
        BambooHRField(alias: "supervisorEmail", id: 91_003, label: "Supervisor Email", type: "email", dataset: "supervisorEmail", path: "manager") { person, scene in scene.manager(of: person)?.workEmail },
        BambooHRField(alias: "supervisor", id: 91, label: "Manager name", type: "text", dataset: "supervisorName", path: "manager") { person, scene in
            scene.manager(of: person).map { "\($0.lastName ?? ""), \($0.firstName ?? "")" }
        },
    ]

    private static func history(_ type: String?) -> String {
        switch type {
        case "part_time": "Part-Time"
        case "contractor": "Contractor"
        case "internship", "intern": "Intern"
        default: "Full-Time"
        }
    }

    /// The company's own fields, numbered from 4338, as its first people show them.
    static func custom(_ company: Company) -> [BambooHRField] {
        var names: [(id: String, name: String?)] = []
        for place in 0..<min(company.count, 200) {
            for field in company.person(at: place).customFields where !names.contains(where: { $0.id == field.id }) { names.append((field.id, field.name)) }
        }
        return names.enumerated().map { index, field in
            BambooHRField(alias: field.id, id: 4338 + index, label: field.name ?? field.id, type: "text", dataset: field.id, path: "custom_fields." + field.id) { person, _ in
                person.customFields.first { $0.id == field.id }.flatMap { text(of: $0.value) }
            }
        }
    }

    static func all(_ scene: Scene) -> [BambooHRField] { standard + custom(scene.company) }

    /// BambooHR's values are strings; lists are joined.
    private static func text(of value: JSONValue) -> String? {
        switch value {
        case .null, .object: nil
        case .bool(let value): value ? "yes" : "no"
        case .number(let number): number.literal
        case .string(let text): text
        case .array(let elements): elements.compactMap(text).joined(separator: ", ")
        }
    }
}
