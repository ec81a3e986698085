import Provisioning
import Testing

/// The pure half of mass edit: from a table and all users to what is to be done.
@Suite("Mass edit") struct MassEditTests {
    static let attributes = [
        Attribute(key: "department", name: "Department", type: .choice), Attribute(key: "hired", name: "Hired", type: .date),
        Attribute(key: "level", name: "Level", type: .number), Attribute(key: "manager", name: "Manager", type: .user),
    ]
    static let ada = User(id: "u1", externalID: "x-1", firstName: "Ada", lastName: "Lovelace", email: "ada@x.example", attributes: ["department": .choice("Maths")])
    static let bob = User(id: "u2", firstName: "Bob", lastName: "Stone", email: "bob@x.example", kioskCode: "7")
    static let eve = User(id: "u3", firstName: "Eve", lastName: "Admin", email: "eve@x.example", role: .administrator)

    func plan(
        _ header: String, _ lines: String..., users: [User] = [ada, bob, eve], resetEmpty: Bool = false, deleteMissing: Bool = false,
        limit: Int? = nil, mayEditAdministrators: Bool = true
    ) -> MassEdit.Outcome {
        let edit = MassEdit(
            attributes: Self.attributes, account: Account(languages: ["en", "sv"], licenseLimit: limit),
            segments: ["department": ["Maths": "Maths", "Mathematics": "Maths"]], users: users, resetEmpty: resetEmpty, deleteMissing: deleteMissing,
            mayEditAdministrators: mayEditAdministrators)
        func cells(_ line: String) -> [String] { line.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
        return edit.plan(header: cells(header), records: lines.enumerated().map { MassEdit.Record(line: $0 + 2, cells: cells($1)) })
    }

    @Test("R-RES-4 rows match by User ID, then External ID, then Email") func matching() {
        let outcome = plan("User ID;External ID;Email;Last name", "u1;;;King", ";x-1;new@x.example;Byron", ";;BOB@X.example;Brick")
        #expect(outcome.faults.map(\.code) == ["userRepeated"])  // u1 twice, by either ID
        let separate = plan("User ID;External ID;Email;Last name", ";x-1;new@x.example;Byron", ";;BOB@X.example;Brick")
        #expect(separate.faults.isEmpty)
        #expect(separate.edits.map(\.after.lastName) == ["Byron", "Brick"])
        // An address changes only in a row matched by an ID.
        #expect(separate.edits.map(\.after.email) == ["new@x.example", "bob@x.example"])
    }

    @Test("R-RES-4 a file is refused whole, every fault by its line", arguments: [
        ("User ID;First name", "u9;X", "userUnknown"), ("First name;Email", "Only;a@b", "required"), ("Email;Email", "a@b;c@d", "columnRepeated"),
        ("Email;Shoe size", "a@b;42", "columnUnknown"), ("Language", "en", "columnMissing"), ("User ID;Email", "u1;no address", "emailInvalid"),
        ("User ID;Email", "u1;bob@X.example", "taken"), ("User ID;Kiosk code", "u1;7", "taken"), ("User ID;Hired", "u1;31.12.2024", "dateInvalid"),
        ("User ID;Level", "u1;1,5", "numberInvalid"), ("User ID;Language", "u1;Klingon", "languageUnknown"),
        ("User ID;Participate in survey", "u1;perhaps", "notBoolean"), ("User ID;Participation start date", "u1;2024-02-30", "dateInvalid"),
        ("User ID;Manager", "u1;x-9", "referenceUnknown"), ("User ID;Manager", "u1;u1", "referenceCycle"), ("User ID;Manager", "u1;a;b", "fieldCount"),
        ("External ID;Email", "x-2;ada@x.example", "externalIdDiffers"),
    ])
    func faults(header: String, line: String, code: String) {
        let outcome = plan(header, line)
        #expect(outcome.faults.map(\.code) == [code])
        #expect(outcome.faults.allSatisfy { $0.line == (code.hasPrefix("column") ? 1 : 2) && $0.severity == .error })
    }

    @Test("R-RES-4 empty cells are left alone unless resetEmpty") func empties() {
        let header = "User ID;Email;Kiosk code;Department;Language"
        #expect(plan(header, "u1;;;;", "u2;;;;").unchanged == 2)
        let reset = plan(header, "u1;;;;", "u2;;;;", resetEmpty: true)
        #expect(reset.edits.map { [$0.after.email, $0.after.kioskCode] } == [[nil, nil], [nil, nil]])
        #expect(reset.edits[0].after.attributes.isEmpty)
        #expect(reset.edits[0].after.firstName == "Ada")
    }

    @Test("R-RES-4 users not in the file go only with deleteMissing, and protected ones never") func missing() {
        #expect(plan("User ID", "u1").deletes.isEmpty)
        #expect(plan("User ID", "u1", deleteMissing: true).deletes.map(\.id) == ["u2"])
    }

    @Test("R-RES-4 result columns are ignored, true and false come in many spellings, titles in any case") func tolerance() {
        for (text, on) in [("true", true), ("TRUE", true), ("1", true), ("Yes", true), ("false", false), ("0", false), ("no", false)] {
            let outcome = plan("user id;PARTICIPATE IN SURVEY;Reason;Held;Matched by;Changed fields", "u2;\(text);absent;true;email;x")
            #expect(outcome.faults.isEmpty)
            #expect((outcome.edits.first?.after.participation.on ?? true) == on)
        }
    }

    @Test("R-RES-4 segments: names and aliases are known, others are created once") func segments() {
        let outcome = plan("User ID;Department", "u1;Mathematics", "u2;Physics", "u3;Physics")
        #expect(outcome.unchanged == 1)
        #expect(outcome.segments == [Plan.NewSegment(attribute: "department", name: "Physics")])
    }

    @Test("R-RES-4 references may name people whom the file creates; two may swap addresses") func references() {
        let outcome = plan(
            "User ID;External ID;First name;Last name;Email;Manager", ";x-5;New;Boss;boss@x.example;", "u1;;;;bob@x.example;x-5", "u2;;;;ada@x.example;x-1|u3")
        #expect(outcome.faults.isEmpty)
        #expect(outcome.edits[1].references["manager"] == [.edit(0)])
        #expect(outcome.edits[2].references["manager"] == [.user("u1"), .user("u3")])
    }

    @Test("R-RES-4 a circle over several lines is found") func circles() {
        #expect(plan("User ID;Manager", "u1;u2", "u2;u3", "u3;u1").faults.map(\.code) == ["referenceCycle"])
        #expect(plan("User ID;Manager", "u1;u2", "u2;u3").faults.isEmpty)
    }

    @Test("R-PLAN-11 linking an administrator is told apart") func protectedLinks() {
        #expect(plan("User ID;External ID", "u3;x-3", "u2;x-2").linkedProtected == ["u3"])
    }

    @Test("R-ACC-3 who may not edit administrators cannot by file either") func administrators() {
        #expect(plan("User ID;Last name", "u3;Other", mayEditAdministrators: false).faults.map(\.code) == ["forbidden"])
        #expect(plan("User ID;Last name", "u3;Admin", mayEditAdministrators: false).unchanged == 1)
    }

    @Test("R-USR-1 creating beyond the licence limit is a fault; users deleted by the file make room") func licences() {
        let header = "First name;Last name;Email"
        #expect(plan(header, "A;B;a@b", limit: 3).faults.map(\.code) == ["licenseLimit"])
        #expect(plan(header, "A;B;a@b", deleteMissing: true, limit: 3).faults.isEmpty)
    }

    @Test("R-LIFE-3 a start date from a file is no longer a sync's") func startDate() {
        var user = Self.bob
        user.participation = User.Participation(on: true, startDate: Day("2030-01-01"), startDateIsSynced: true)
        let outcome = plan("User ID;Participation start date", "u2;2031-01-01", users: [user])
        #expect(outcome.edits.first?.after.participation == User.Participation(on: true, startDate: Day("2031-01-01"), startDateIsSynced: false))
        #expect(plan("User ID;Participation start date", "u2;2030-01-01", users: [user]).unchanged == 1)
    }
}
