import Foundation
import JSON
import Provisioning

/// A company that people join, move in and leave, day by day, and what the mirror of it must be. Written apart from the planner, and as plainly as
/// can be: one dictionary, one loop.
struct Company {
    struct Person: Equatable {
        var first: String
        var last: String
        var email: String
        var department: String
        var manager: String?
        var isActive = true
        var lastDay: Int?
    }

    /// By employee id.
    private(set) var people: [String: Person] = [:]
    private(set) var today: Int
    private var lastID = 0
    private var dice: Dice
    private let hasLastDays: Bool
    static let departments = ["Sales", "IT", "People", "Board", "Law"]

    /// `hasLastDays`: whether people's last days are known before they come.
    init(size: Int, today: Int, seed: UInt64, hasLastDays: Bool = true) {
        self.today = today
        self.hasLastDays = hasLastDays
        dice = Dice(seed: seed)
        for _ in 0..<size { join() }
    }

    private mutating func join() {
        lastID += 1
        let manager = lastID > 3 ? "\(Int.random(in: 1..<lastID, using: &dice))" : nil
        people["\(lastID)"] = Person(
            first: "First\(lastID)", last: "Last\(lastID)", email: "p\(lastID)@example.org", department: Company.departments.randomElement(using: &dice) ?? "", manager: manager)
    }

    private var someone: String? { mutating get { people.keys.sorted().randomElement(using: &dice) } }

    /// A night passes.
    mutating func live() {
        today += 1
        for _ in 0..<Int.random(in: 0...2, using: &dice) { join() }
        for _ in 0..<Int.random(in: 0...3, using: &dice) {
            guard let id = someone else { continue }
            switch Int.random(in: 0..<8, using: &dice) {
            case 0: people[id]?.last += "-\(today)"
            case 1: people[id]?.email = "p\(id).\(today)@example.org"
            case 2, 3: people[id]?.department = Company.departments.randomElement(using: &dice) ?? ""
            // Managers have joined before, so there is no circle.
            case 4: people[id]?.manager = (Int(id) ?? 1) > 1 ? "\(Int.random(in: 1..<(Int(id) ?? 2), using: &dice))" : nil
            case 5: people[id]?.isActive.toggle()
            case 6 where hasLastDays: people[id]?.lastDay = today + Int.random(in: 0...5, using: &dice)
            default: people[id] = nil
            }
        }
    }

    /// Two users exchange their addresses (R-PLAN-5).
    mutating func swap() {
        let users = wanted.keys.sorted()
        guard let one = users.randomElement(using: &dice), let other = users.randomElement(using: &dice), let mine = people[one]?.email, let theirs = people[other]?.email
        else { return }
        people[one]?.email = theirs
        people[other]?.email = mine
    }

    /// As an HRIS delivers it, sorted or not.
    mutating func employees() -> [Employee] {
        let all = people.sorted { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) }.map { id, person in
            var fields = ["department": person.department, "employment_status": person.isActive ? "active" : "terminated"]
            if let manager = person.manager { fields["manager.id"] = manager }
            if let lastDay = person.lastDay { fields["employment_end_date"] = Day(number: Int32(lastDay)).description }
            return employee(id, first: person.first, last: person.last, email: person.email, fields)
        }
        return Bool.random(using: &dice) ? all : all.shuffled(using: &dice)
    }

    /// Who should be users: active, not past their last day, not of the board.
    var wanted: [String: Person] {
        people.filter { _, person in person.isActive && (person.lastDay.map { $0 >= today } ?? true) && person.department != "Board" }
    }

    /// The same as JSON lines (docs/employee.md), shuffled or not; `there`: nobody else.
    mutating func lines(of there: Set<String>? = nil) -> [UInt8] {
        let lines = employees().filter { there?.contains($0.id ?? "") ?? true }.map { employee in
            let id = employee.id ?? "", person = people[id]
            var line: JSONObject = [
                "id": .string(id), "first_name": .string(person?.first ?? ""), "last_name": .string(person?.last ?? ""), "work_email": .string(person?.email ?? ""),
                "department": .string(person?.department ?? ""), "employment_status": .string(person?.isActive == true ? "active" : "terminated"), "employment_start_date": "2021-01-15",
            ]
            if let manager = person?.manager { line["manager_id"] = .string(manager) }
            if let lastDay = person?.lastDay { line["employment_end_date"] = .string(Day(number: Int32(lastDay)).description) }
            return JSONValue.object(line).text
        }
        return Array(lines.joined(separator: "\n").utf8)
    }
}

/// The same numbers for the same seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
