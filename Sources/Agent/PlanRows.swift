import Provisioning
import Store

/// The rows of a plan, for those who carry it out: made one by one, first those of everybody who is there already, then those of people whom the
/// run creates.
protocol PlanRows {
    /// Everything but rows; complete once all have been made.
    var plan: Plan { get }
    /// While the mirror is as it was. With the user, where the row is about one, as it is before the run.
    mutating func makeExisting(_ body: (Row, User?) throws -> Void) throws
    /// `body` gives the number of the new user.
    mutating func makeCreated(_ body: (Row) throws -> Int) throws
    /// Once they are all created: who refers, by which attribute, to whom.
    mutating func eachReferenceOfCreated(_ body: (Int, String, [Int]) throws -> Void) throws
}

/// Of a sync that has just been planned.
struct SyncRows: PlanRows {
    private var settled: SettledPlan<Reading>
    private let reading: Reading
    /// Whom the next run can recognise.
    private(set) var entries: [Recognition.Entry] = []

    init(_ settled: SettledPlan<Reading>, _ reading: Reading) {
        self.settled = settled
        self.reading = reading
    }

    var plan: Plan { settled.plan }

    mutating func makeExisting(_ body: (Row, User?) throws -> Void) throws {
        var entries: [Recognition.Entry] = []
        try settled.makeExisting { made in
            if let row = made.row { try body(row, made.user) }
            if let known = made.recognisable, let number = made.user.flatMap({ reading.number(ofUser: $0.id) }) { entries += [Recognition.Entry(known, number)].compactMap(\.self) }
        }
        self.entries += entries
    }

    mutating func makeCreated(_ body: (Row) throws -> Int) throws {
        var entries: [Recognition.Entry] = []
        try settled.makeCreated { made in
            guard let row = made.row else { return nil }
            let number = try body(row)
            if let known = made.recognisable, let entry = Recognition.Entry(known, number) { entries.append(entry) }
            return number
        }
        self.entries += entries
        settled.finish()
        self.entries += settled.plan.recognisable.compactMap { Recognition.Entry($0, Int($0.mark)) }
    }

    mutating func eachReferenceOfCreated(_ body: (Int, String, [Int]) throws -> Void) throws { try settled.eachReferenceOfCreated(body) }
}

/// Of a test as it was reviewed.
struct ReviewedRows: PlanRows {
    let plan: Plan
    private let writing: Writing
    private let attributes: Set<String>
    /// The new users, by external ID.
    private var numbers: [String: Int] = [:]

    init(_ plan: Plan, _ writing: Writing) throws {
        self.plan = plan
        self.writing = writing
        attributes = Set(try writing.attributes().filter { $0.type == .user }.map(\.key))
    }

    func makeExisting(_ body: (Row, User?) throws -> Void) throws {
        for row in plan.rows where row.category != .created { try body(row, row.userID.flatMap { try writing.user(id: $0) }) }
    }

    mutating func makeCreated(_ body: (Row) throws -> Int) throws {
        for row in plan.rows where row.category == .created {
            let number = try body(row)
            if let name = row.externalID { numbers[name] = number }
        }
    }

    func eachReferenceOfCreated(_ body: (Int, String, [Int]) throws -> Void) throws {
        for row in plan.rows where row.category == .created {
            guard let number = row.externalID.flatMap({ numbers[$0] }) else { continue }
            for (key, names) in row.references(attributes) where !names.isEmpty {
                let targets = try names.compactMap { name in try numbers[name] ?? writing.number(ofName: name) }
                if !targets.isEmpty { try body(number, key, targets) }
            }
        }
    }
}

extension Row {
    /// The references that the row sets, by key of one of the `user` attributes; names as rows show them.
    func references(_ attributes: Set<String>) -> [(key: String, names: [String])] {
        changes.compactMap { change in
            guard case .attribute(let key) = change.field, attributes.contains(key) else { return nil }
            return if case .references(let names)? = change.to { (key, names) } else { (key, []) }
        }
    }
}

extension Reading {
    /// Rows name users by external ID, else by id.
    func number(ofName name: String) throws -> Int? { try number(externalID: name) ?? user(id: name).flatMap { number(ofUser: $0.id) } }
}

extension Recognition.Entry {
    /// nil: too big a number.
    fileprivate init?(_ known: Plan.Recognisable, _ number: Int) {
        self.init(known.fingerprint, number: number, shape: known.shape, until: known.until)
    }
}
