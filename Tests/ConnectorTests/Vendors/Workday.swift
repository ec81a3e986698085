import Foundation
import JSON

extension Vendor {
    static let workday = Vendor(
        connector: "workday", kind: .basic,
        fields: [
            "host": .text("wd3-impl-services1.workday.com"), "tenant": .text("acme_dpt1"), "reportOwner": .text("ISU_Staffetta"), "reportName": .text("All_Workers"),
            "username": .text("ISU_Staffetta"), "password": .text("secret-password"), "prompts": .map(["Effective_as_of_Date": "2026-05-01-07:00"]),
        ],
        listPath: "/ccx/service/customreport2/acme_dpt1/ISU_Staffetta/All_Workers", isOnePage: true, delivers: Set(Expected.allCases).subtracting([.employeeNumber]),
        customField: "custom_fields.Shirt_Size", namesFields: false, refusal: { .answer(status: $0, headers: [("Content-Type", "text/html")], body: Array("<html>refused</html>".utf8)) }
    ) { request, _ in
        guard request["Authorization"] == "Basic " + Data("ISU_Staffetta@acme_dpt1:secret-password".utf8).base64EncodedString() else {
            return .answer(status: 401, headers: [("Content-Type", "text/html")], body: Array("<html>invalid username or password</html>".utf8))
        }
        guard request.query == ["format": "json", "Effective_as_of_Date": "2026-05-01-07:00"] else { return .answer(status: 500, body: Array("<wd:Validation_Fault/>".utf8)) }
        // What a worker has not is left out of the line.
        func worker(_ sample: Sample) -> JSONValue {
            var line: JSONObject = [
                "Employee_ID": .string(sample.id), "Work_Email": .string(sample.workEmail), "Home_Email": [["Descriptor": .string(sample.personalEmail)]],
                "Legal_First_Name": .string(sample.first), "Legal_Last_Name": .string(sample.last), "Preferred_Name": .string("\(sample.first) \(sample.last)"),
                "Active_Status": sample.hasLeft ? "0" : "1", "On_Leave": sample.isOnLeave ? "1" : "0", "Hire_Date": .string("\(sample.start)-08:00"),
                "Supervisory_Organization": sample.number == 1 ? .string(sample.department) : [["Descriptor": .string(sample.department), "ID": .string(sample.departmentID)]],
                "Business_Title": .string(sample.title), "Shirt_Size": .string(sample.shirt),
            ]
            if let end = sample.end { line["Termination_Date"] = .string("\(end)-07:00") }
            if let manager = sample.managerID { line["Manager_Employee_ID"] = .string(manager) }
            return .object(line)
        }
        return .json(["Report_Entry": .array(Sample.all.map(worker))])
    }
}
