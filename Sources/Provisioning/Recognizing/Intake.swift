/// Takes in what a run reads, page by page. Who is recognised leaves a bit; only the others are read and kept.
public struct Intake: Sendable {
    /// How many employees and records came in.
    public private(set) var read = 0
    /// Those who were read, in the order in which they came; with the fingerprint of their record, if they came as one.
    private(set) var spool: EmployeeSpool
    public let key: FingerprintKey
    /// What the last sync found settled; nil: nothing that counts today.
    public let recognition: Recognition?
    /// The numbers of the users who were recognised, and the places of the outsiders.
    private(set) var recognised = NumberSet()
    private(set) var outsiders = NumberSet()
    /// By shape, how many of them there are.
    private(set) var shapeCounts: [Int]
    private let today: Day
    private let isOutsider: [Bool]

    /// `key`: for a first sync, which recognises nobody. `fields`: which the rules can ask for, so that no others need be kept; nil: all.
    public init(_ recognition: Recognition? = nil, today: Day, key: FingerprintKey = .known, fields: Set<String>? = nil) {
        let isUsable = recognition.map { $0.day <= today && today.number >= 0 } ?? false
        self.recognition = isUsable ? recognition : nil
        self.key = recognition?.key ?? key
        self.today = today
        spool = EmployeeSpool(keeping: fields)
        isOutsider = self.recognition?.shapes.map { $0.exclusion != nil } ?? []
        shapeCounts = Array(repeating: 0, count: self.recognition?.shapes.count ?? 0)
    }

    public init(_ employees: [Employee], today: Day) {
        self.init(today: today)
        take(employees)
    }

    public mutating func take(_ page: Page) throws(ConnectorError) {
        take(page.employees)
        if let records = page.records { try take(records) }
    }

    private mutating func take(_ employees: [Employee]) {
        read += employees.count
        for employee in employees { spool.append(employee, nil) }
    }

    /// Everybody's record passes here at every run: what is done for somebody who is recognised is done a million times.
    private mutating func take(_ records: RawRecords) throws(ConnectorError) {
        read += records.ranges.count
        let bytes = records.bytes.span
        for range in records.ranges {
            let fingerprint = key.fingerprint(of: bytes.extracting(range).bytes)
            if let place = recognition?.place(of: fingerprint), let entry = recognition?.entries[place], entry.until > today {
                // The very same record once more is nobody new (R-PLAN-8).
                let isNew = isOutsider[entry.shape] ? outsiders.insert(place) : recognised.insert(Int(entry.number))
                if isNew { shapeCounts[entry.shape] += 1 }
            } else {
                spool.append(try records.read(records.bytes[range]), fingerprint)
            }
        }
    }

    /// As the entries of outsiders have it.
    func mark(ofID id: String) -> UInt32 {
        let bytes = Array(id.utf8)
        return UInt32(truncatingIfNeeded: key.fingerprint(of: bytes.span.bytes).first)
    }

    /// The marks of the outsiders who were recognised.
    var outsiderMarks: Set<UInt32> {
        var marks: Set<UInt32> = []
        outsiders.forEach { place in if let recognition { marks.insert(recognition.entries[place].number) } }
        return marks
    }
}

/// Those who were recognised, as the safeguards count them.
struct Recognised {
    private let shapes: [(shape: Recognition.Shape, count: Int)]
    let count: Int

    init(_ intake: Intake) {
        shapes = zip(intake.recognition?.shapes ?? [], intake.shapeCounts).filter { $0.exclusion == nil && $1 > 0 }.map { ($0, $1) }
        count = intake.recognised.count
    }

    func count(where has: (Recognition.Shape) -> Bool) -> Int { shapes.reduce(0) { has($1.shape) ? $0 + $1.count : $0 } }
}

/// Somebody was recognised who cannot be judged unread: the run has to read every record and plan again.
public struct NeedsEveryRecord: Error {
    public init() {}
}
