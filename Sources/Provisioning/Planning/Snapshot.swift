/// What one run read from the HRIS, put in order for the planner.
struct Snapshot {
    /// Each employee with an id once, in external ID order.
    let people: [(id: String, employee: Employee)]
    /// Those without id, as read (R-MAP-2).
    let withoutID: [Employee]
    /// Employees that were delivered more than once and not the same each time: each earlier record with the last, which wins (R-PLAN-8).
    let repeats: [(earlier: Employee, last: Employee)]
    /// How many delivered employees have each field (R-SAFE-8).
    let presence: [String: Int]
    /// Delivered employees, repeats and `deleted: true` not counted.
    let deliveredCount: Int

    init(_ employees: [Employee]) {
        var lastByID: [String: Employee] = [:]
        lastByID.reserveCapacity(employees.count)
        var withoutID: [Employee] = []
        var earlier: [(id: String, employee: Employee)] = []
        for employee in employees {
            if let id = employee.id {
                if let replaced = lastByID.updateValue(employee, forKey: id) { earlier.append((id, replaced)) }
            } else if !employee.deleted {
                withoutID.append(employee)
            }
        }
        self.withoutID = withoutID
        repeats = earlier.compactMap { id, employee in
            lastByID[id].flatMap { $0 == employee ? nil : (employee, $0) }
        }
        people = lastByID.map { (id: $0.key, employee: $0.value) }.sorted { precedesInExternalIDOrder($0.id, $1.id) }
        var presence: [String: Int] = [:]
        var delivered = 0
        func count(_ employee: Employee) {
            guard !employee.deleted else { return }
            delivered += 1
            for (path, value) in employee.fields where value != .list([]) { presence[path, default: 0] += 1 }
            if !employee.emails.isEmpty { presence["emails", default: 0] += 1 }
            if employee.id != nil { presence["id", default: 0] += 1 }
        }
        for person in people { count(person.employee) }
        for employee in withoutID { count(employee) }
        self.presence = presence
        deliveredCount = delivered
    }

    /// Deciding fields that at least 20 employees of the last run that had them had, and that nobody has now (R-SAFE-8).
    func vanishedFields(of rules: Ruleset) -> Set<String> {
        rules.decidingFields.filter { presence[$0, default: 0] == 0 && rules.presence[$0, default: 0] >= 20 }
    }
}
