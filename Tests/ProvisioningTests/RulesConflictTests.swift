import Provisioning
import Testing

/// R-PLAN-6.
@Suite struct RulesConflictTests {
    private func scene(_ users: [User], _ employees: [Employee]) -> Scene {
        var scene = Scene(users, employees)
        scene.rules.account.kioskLogin = .employeeId
        scene.configuration.attributeMapping.kioskCode = .employeeNumber
        return scene
    }
    private func wanting(_ id: String, _ email: String?, code: String? = nil) -> Employee {
        employee(id, code.map { ["employee_number": .text($0)] } ?? [:], email: email)
    }
    private func having(_ id: String, _ email: String?, code: String? = nil) -> User { user(id, email: email) { $0.kioskCode = code } }

    @Test("R-PLAN-6 (1) an address that its user keeps is taken, whoever that is")
    func taken() throws {
        for keeper in [
            User(id: "local", firstName: "Lo", lastName: "Cal", email: "A@x"), User(id: "o", externalID: "o-1", firstName: "O", lastName: "Ther", email: "a@X"),
            having("12", "a@x"),
        ] {
            let plan = try scene([keeper, having("7", "b@x")], [wanting("7", "a@x"), wanting("8", "a@x"), wanting("12", nil)]).plan()
            #expect(plan.fate("7") == "conflict emailTaken" && plan.fate("8") == "conflict emailTaken")
        }
    }

    @Test("R-PLAN-6 (1) a held user keeps its address and its code")
    func heldKeeps() throws {
        let held = user("12", email: "a@x") {
            $0.held = true
            $0.kioskCode = "k"
        }
        let plan = try scene([held], [wanting("7", "a@x"), wanting("8", "b@x", code: "k")]).plan()
        #expect(plan.fate("7") == "conflict emailTaken" && plan.fate("8") == "conflict kioskCodeTaken")
    }

    @Test("R-PLAN-6 (2) of several the first in external ID order wins, creates and updates together; nobody moves up")
    func duplicate() throws {
        let first = try scene([having("10", "b@x")], [wanting("x", "a@x"), wanting("10", "a@x"), wanting("9", "A@x")]).plan()
        #expect(first.fate("9") == "created" && first.fate("10") == "conflict emailDuplicate" && first.fate("x") == "conflict emailDuplicate")
        var full = scene([having("10", "b@x")], [wanting("9", "a@x"), wanting("10", "a@x")])
        full.rules.account.licenseLimit = 1
        #expect(try full.fate("9") == "conflict licenseLimit")
        #expect(try full.fate("10") == "conflict emailDuplicate")
    }

    @Test("R-PLAN-6 (3) the same for kiosk codes, compared exactly, whatever became of the addresses")
    func codes() throws {
        let plan = try scene(
            [having("12", "t@x", code: "k")],
            [wanting("7", nil, code: "k"), wanting("8", "t@x", code: "m"), wanting("9", nil, code: "m"), wanting("10", nil, code: "K"), wanting("12", nil)]
        ).plan()
        #expect(plan.fate("7") == "conflict kioskCodeTaken")
        #expect(plan.fate("8") == "conflict emailTaken")
        #expect(plan.fate("9") == "conflict kioskCodeDuplicate")
        #expect(plan.fate("10") == "created")
        let swap = try scene([having("7", nil, code: "1"), having("8", nil, code: "2")], [wanting("7", nil, code: "2"), wanting("8", nil, code: "1")]).plan()
        #expect(swap.summary.updated == 2)
    }

    @Test("R-PLAN-6 (4) a refused update keeps what it has, so who had won that falls too, to the end of the chain")
    func cascade() throws {
        let keeper = User(id: "local", firstName: "Lo", lastName: "Cal", email: "t@x")
        let chain = try scene(
            [keeper, having("7", "a@x"), having("8", "b@x"), having("9", "c@x")],
            [wanting("7", "t@x"), wanting("8", "a@x"), wanting("9", "b@x"), wanting("10", "c@x")]
        ).plan()
        for id in ["7", "8", "9", "10"] { #expect(chain.fate(id) == "conflict emailTaken") }
        #expect(chain.summary.conflicts == 4)
        let codes = try scene([keeper, having("7", "a@x", code: "1")], [wanting("7", "t@x", code: "2"), wanting("8", nil, code: "1"), wanting("9", nil, code: "2")]).plan()
        #expect(codes.fate("8") == "conflict kioskCodeTaken")
        #expect(codes.fate("9") == "conflict kioskCodeDuplicate")
    }

    @Test("R-PLAN-6 the first reason in the rule's order is the row's, whichever falls first")
    func firstReason() throws {
        // 10 loses its code to 7, which is refused at once, and its address to 8, which falls only because of 7.
        let keeper = User(id: "local", firstName: "Lo", lastName: "Cal", email: "t@x")
        let plan = try scene(
            [keeper, having("7", "a@x", code: "1"), having("8", "b@x")], [wanting("7", "t@x", code: "3"), wanting("8", "a@x"), wanting("10", "b@x", code: "1")]
        ).plan()
        #expect(plan.fate("10") == "conflict emailTaken")
        #expect(try scene([keeper], [wanting("7", "t@x", code: "1"), wanting("8", "t@x", code: "1")]).plan().fate("8") == "conflict emailTaken")
    }

    @Test("R-PLAN-2 those to be linked free nothing; a code that another keeps refuses the link")
    func links() throws {
        let local = User(id: "local", firstName: "Ann", lastName: "Ek", email: "a@x", kioskCode: "1")
        var scene = scene([local, having("8", nil, code: "2")], [wanting("7", "a@x", code: "3"), wanting("9", nil, code: "1"), wanting("10", nil, code: "3"), wanting("8", nil)])
        for matching in [Ruleset.Matching.externalID, .externalIDThenEmail] {
            scene.rules.matching = matching
            #expect(try scene.fate("9") == "conflict kioskCodeTaken")
            #expect(try scene.fate("10") == "conflict kioskCodeDuplicate")
        }
        #expect(try scene.plan().changes("7") == ["externalId: - → “h-7”", "kioskCode: “1” → “3”"])
        scene.employees[0] = wanting("7", "a@x", code: "2")
        #expect(try scene.fate("7") == "conflict kioskCodeTaken")
    }

    @Test("R-PLAN-6 a conflicting row is not applied at all: the rest of it, its references and segments neither")
    func nothingApplied() throws {
        var scene = scene([having("7", "a@x"), having("8", "b@x")], [wanting("7", "b@x"), wanting("8", "b@x")])
        scene.employees[0].fields["last_name"] = "Other"
        let plan = try scene.plan()
        let after = ModelApply.after(plan, in: scene.world)
        #expect(after.users == scene.users)
    }
}
