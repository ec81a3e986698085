/// What one run read from the HRIS, put in order for the planner.
struct Snapshot {
    /// Each employee who was read and has an id once, in external ID order.
    let people: [Person]
    /// Those without id, as read (R-MAP-2).
    let withoutID: [Employee]
    /// Employees that were delivered more than once and not the same each time: each earlier record with the last, which wins (R-PLAN-8).
    let repeats: [(earlier: Employee, last: Employee)]
    /// How many delivered employees have each field (R-SAFE-8).
    let presence: [String: Int]
    let paths: PathSets
    /// Delivered employees, repeats and `deleted: true` not counted; recognised ones are.
    let deliveredCount: Int

    struct Person {
        let id: String
        let employee: Employee
        /// Of the record, if it can be recognised next time.
        let fingerprint: Fingerprint?
        /// The number of the set of its fields.
        let paths: Int
    }

    init(_ intake: Intake) {
        var places: [String: Int] = [:]
        places.reserveCapacity(intake.employees.count)
        var last: [Person] = []
        var withoutID: [Employee] = []
        var earlier: [(place: Int, employee: Employee)] = []
        var paths = PathSets()
        var pathsWithoutID: [Int] = []
        for (employee, fingerprint) in intake.employees {
            let set = paths.id(of: employee)
            guard let id = employee.id else {
                if !employee.deleted {
                    withoutID.append(employee)
                    pathsWithoutID.append(set)
                }
                continue
            }
            if let place = places[id] {
                earlier.append((place, last[place].employee))
                // One of several is not to be recognised alone.
                last[place] = Person(id: id, employee: employee, fingerprint: nil, paths: set)
            } else {
                places[id] = last.count
                last.append(Person(id: id, employee: employee, fingerprint: fingerprint, paths: set))
            }
        }
        self.withoutID = withoutID
        repeats = earlier.compactMap { place, employee in last[place].employee == employee ? nil : (employee, last[place].employee) }
        people = last.sorted { precedesInExternalIDOrder($0.id, $1.id) }
        var counts = [Int](repeating: 0, count: paths.count)
        for person in people where !person.employee.deleted { counts[person.paths] += 1 }
        for set in pathsWithoutID { counts[set] += 1 }
        var presence: [String: Int] = [:]
        for (set, count) in counts.enumerated() where count > 0 {
            for path in paths.paths(of: set) { presence[path, default: 0] += count }
        }
        self.paths = paths
        let delivered = counts.reduce(0, +)
        if let recognition = intake.recognition {
            for (shape, count) in zip(recognition.shapes, intake.shapeCounts) where count > 0 {
                for path in shape.paths { presence[path, default: 0] += count }
            }
        }
        self.presence = presence
        deliveredCount = delivered + intake.recognised.count + intake.outsiders.count
    }

    /// Deciding fields that at least 20 employees of the last run that had them had, and that nobody has now (R-SAFE-8).
    func vanishedFields(of rules: Ruleset) -> Set<String> {
        rules.decidingFields.filter { presence[$0, default: 0] == 0 && rules.presence[$0, default: 0] >= 20 }
    }
}
