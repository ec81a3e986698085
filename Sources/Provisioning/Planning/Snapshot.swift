/// What one run read from the HRIS, put in order for the planner.
struct Snapshot {
    /// Each employee who was read and has an id once, in external ID order; places in the spool.
    let order: [Int32]
    /// Those without id, as read (R-MAP-2); places in the spool.
    let withoutID: [Int]
    /// Employees that were delivered more than once and not the same each time: each earlier record with the last, which wins (R-PLAN-8).
    let repeats: [(earlier: Employee, last: Employee)]
    /// How many delivered employees have each field (R-SAFE-8).
    let presence: [String: Int]
    /// Delivered employees, repeats and `deleted: true` not counted; recognised ones are.
    let deliveredCount: Int
    private let spool: EmployeeSpool
    private let ids: IDTable
    /// By the place of the first of several records with one id, that of the last.
    private let lasts: [Int: Int]
    /// One of several is not to be recognised alone.
    private let repeated: Set<Int>

    struct Person {
        let id: String
        let employee: Employee
        /// Of the record, if it can be recognised next time.
        let fingerprint: Fingerprint?
        /// The number of the set of its fields.
        let paths: Int
    }

    init(_ intake: Intake) {
        let spool = intake.spool
        var ids = IDTable(key: intake.key)
        var firsts: [Int32] = []
        var last: [Int: Int] = [:]
        var earlier: [(first: Int, place: Int)] = []
        var withoutID: [Int] = []
        var counts = [Int](repeating: 0, count: spool.paths.count)
        for place in 0..<spool.count {
            let head = spool.head(place)
            if !head.hasID {
                if head.isDeleted { continue }
                withoutID.append(place)
                counts[head.paths] += 1
            } else if let first = ids.insert(place, in: spool) {
                earlier.append((first, last[first] ?? first))
                last[first] = place
            } else {
                firsts.append(Int32(place))
            }
        }
        self.spool = spool
        self.ids = ids
        lasts = last
        self.withoutID = withoutID
        let order = ExternalIDOrder.sorted(last.isEmpty ? firsts : firsts.map { Int32(last[Int($0)] ?? Int($0)) }, of: spool)
        self.order = order
        repeated = Set(last.values)
        repeats = earlier.compactMap { first, place in
            let one = spool.employee(place), other = spool.employee(last[first] ?? first)
            return one == other ? nil : (one, other)
        }
        for place in order {
            let head = spool.head(Int(place))
            if !head.isDeleted { counts[head.paths] += 1 }
        }
        var presence: [String: Int] = [:]
        for (set, count) in counts.enumerated() where count > 0 {
            for path in spool.paths.paths(of: set) { presence[path, default: 0] += count }
        }
        let delivered = counts.reduce(0, +)
        if let recognition = intake.recognition {
            for (shape, count) in zip(recognition.shapes, intake.shapeCounts) where count > 0 {
                for path in shape.paths { presence[path, default: 0] += count }
            }
        }
        self.presence = presence
        deliveredCount = delivered + intake.recognised.count + intake.outsiders.count
    }

    var paths: PathSets { spool.paths }

    var count: Int { spool.count }

    func person(_ place: Int) -> Person {
        let head = spool.head(place), employee = spool.employee(place)
        return Person(id: employee.id ?? "", employee: employee, fingerprint: repeated.contains(place) ? nil : head.fingerprint, paths: head.paths)
    }

    /// Of somebody who has one.
    func id(_ place: Int) -> String { spool.id(place) ?? "" }

    /// Of the record that counts.
    func place(ofID id: String) -> Int? { ids.place(of: id, in: spool).map { lasts[$0] ?? $0 } }

    /// Somebody without id.
    func employee(_ place: Int) -> Employee { spool.employee(place) }

    /// Deciding fields that at least 20 employees of the last run that had them had, and that nobody has now (R-SAFE-8).
    func vanishedFields(of rules: Ruleset) -> Set<String> {
        rules.decidingFields.filter { presence[$0, default: 0] == 0 && rules.presence[$0, default: 0] >= 20 }
    }
}
