/// What the last sync found settled: the records of people who are as they should be, so that a record with the same bytes changes nothing and
/// need not even be read.
///
/// An entry is made only for somebody who is wanted, has a user, and about whom there was nothing to do, to guard, to hold or to warn of once that
/// sync was applied; or for an *outsider*, who is excluded and has no user. It counts as long as
/// - everything that decides besides the record is as it was (`epoch`), and the day is none before the sync's;
/// - the day on which the record's dates next mean something else has not come (`until`);
/// - nobody has written that user since (`forget`), or an outsider's (the planner looks for one).
/// What the whole picture needs of such a person – which fields it has, which values its user has, why it is out – is its `Shape`.
public struct Recognition: Sendable {
    public let key: FingerprintKey
    public let epoch: Fingerprint
    public let day: Day
    public let shapes: [Shape]
    /// Of the last change of a user that the entries know of (R-USR-2).
    public private(set) var sequence: Int64
    /// The users who have been written since the sync.
    public private(set) var written = NumberSet()
    /// In the order of their fingerprints.
    private(set) var entries: [Entry]
    /// By the first bits of a fingerprint, where the entries that begin with them begin.
    private let starts: [UInt32]
    private let shift: UInt64

    /// What many settled people have in common.
    public struct Shape: Sendable, Hashable {
        /// Fields with a value (R-SAFE-8), in order.
        public var paths: [String]
        /// Keys of the mapped attributes that the user has (R-SAFE-3), in order.
        public var having: [String]
        public var participates: Bool
        /// Why an outsider is out; nil: somebody with a user.
        public var exclusion: Row.Reason?

        public init(paths: [String], having: [String] = [], participates: Bool = false, exclusion: Row.Reason? = nil) {
            self.paths = paths
            self.having = having
            self.participates = participates
            self.exclusion = exclusion
        }
    }

    /// 24 bytes, as they are stored.
    public struct Entry: Sendable, BitwiseCopyable, Equatable {
        public let fingerprint: Fingerprint
        /// Of the user; of an outsider, some bits of the id's own fingerprint.
        public let number: UInt32
        /// The shape in the lower 12 bits, the day in the upper 20.
        private let rest: UInt32

        public static let greatestShape = 1 << 12 - 1
        /// Later than every date that counts (R-MAP-7).
        public static let never = Day(number: 1 << 20 - 1)

        /// nil: too big a number. The shape is within its bounds, and the day none before 1970.
        public init?(_ fingerprint: Fingerprint, number: Int, shape: Int, until: Day) {
            guard let number = UInt32(exactly: number), until.number >= 0 else { return nil }
            self.fingerprint = fingerprint
            self.number = number
            rest = UInt32(shape) | UInt32(min(until.number, Self.never.number)) << 12
        }

        private init(_ other: Entry, rest: UInt32) {
            fingerprint = other.fingerprint
            number = other.number
            self.rest = rest
        }

        func with(shape: Int) -> Entry { Entry(self, rest: rest & ~0xFFF | UInt32(shape)) }

        public var shape: Int { Int(rest & 0xFFF) }
        /// The first day on which it does not count any more.
        public var until: Day { Day(number: Int32(rest >> 12)) }
    }

    /// `entries` are in the order of their fingerprints, and none names a shape that is not there.
    public init(key: FingerprintKey, epoch: Fingerprint, day: Day, sequence: Int64, shapes: [Shape], entries: [Entry]) {
        self.key = key
        self.epoch = epoch
        self.day = day
        self.sequence = sequence
        self.shapes = shapes
        self.entries = entries
        var bits = 1
        while bits < 24, 1 << bits < entries.count { bits += 1 }
        shift = UInt64(64 - bits)
        var starts: [UInt32] = []
        starts.reserveCapacity(1 << bits + 1)
        for (index, entry) in entries.enumerated() {
            let bucket = Int(truncatingIfNeeded: entry.fingerprint.first &>> shift)
            while starts.count <= bucket { starts.append(UInt32(index)) }
        }
        while starts.count <= 1 << bits { starts.append(UInt32(entries.count)) }
        self.starts = starts
    }

    public var count: Int { entries.count }

    /// The place of an entry. One look at `starts` and one at `entries`, mostly: fingerprints are spread evenly.
    @inline(__always)
    func place(of fingerprint: Fingerprint) -> Int? {
        let bucket = Int(truncatingIfNeeded: fingerprint.first &>> shift)
        var index = Int(starts[bucket])
        let end = Int(starts[bucket + 1])
        while index < end {
            if entries[index].fingerprint == fingerprint { return index }
            index += 1
        }
        return nil
    }

    /// Leaves out users who have been written since; `sequence`: up to which change these are all.
    public mutating func forget(_ users: NumberSet, upTo sequence: Int64) {
        self.sequence = sequence
        if users.isEmpty { return }
        var all = written
        users.forEach { all.insert($0) }
        let isOutsider = shapes.map { $0.exclusion != nil }
        self = Recognition(
            key: key, epoch: epoch, day: day, sequence: sequence, shapes: shapes, entries: entries.filter { isOutsider[$0.shape] || !users.contains(Int($0.number)) })
        written = all
    }

    /// The entries in their order, so many at a time.
    public func parts<Failure: Error>(of size: Int, _ body: (Int, ArraySlice<Entry>) throws(Failure) -> Void) throws(Failure) {
        for (part, start) in stride(from: 0, to: entries.count, by: size).enumerated() {
            try body(part, entries[start..<min(start + size, entries.count)])
        }
    }

    // MARK: After a sync

    /// What is known after a sync: those who were recognised and not written since, and who became recognisable. nil: exactly what was known before.
    ///
    /// `written`: the users, by number, whom the sync wrote; `entries`: of those who became recognisable.
    public static func after(
        _ plan: Plan, before: Recognition?, key: FingerprintKey, epoch: Fingerprint, day: Day, sequence: Int64, written: NumberSet, entries new: [Entry]
    ) -> Recognition? {
        let isOutsider = before?.shapes.map { $0.exclusion != nil } ?? []
        func isKept(_ place: Int, _ entry: Entry) -> Bool {
            if isOutsider[entry.shape] { return plan.outsiders.contains(place) }
            return plan.recognised.contains(Int(entry.number)) && !written.contains(Int(entry.number))
        }
        if let before, new.isEmpty, before.written.isEmpty, before.entries.enumerated().allSatisfy(isKept) { return nil }
        let new = new.sorted { $0.fingerprint < $1.fingerprint }
        var merged: [Entry] = []
        merged.reserveCapacity(new.count + (before?.entries.count ?? 0))
        var place = 0
        for (index, entry) in (before?.entries ?? []).enumerated() where isKept(index, entry) {
            while place < new.count, new[place].fingerprint < entry.fingerprint {
                merged.append(new[place])
                place += 1
            }
            merged.append(entry)
        }
        merged += new[place...]
        return Recognition(key: key, epoch: epoch, day: day, sequence: sequence, shapes: plan.shapes, entries: merged).withoutIdleShapes
    }

    /// Their number is limited, so those that nobody has any more make room.
    private var withoutIdleShapes: Recognition {
        var places = [Int?](repeating: nil, count: shapes.count)
        var kept: [Shape] = []
        for entry in entries where places[entry.shape] == nil {
            places[entry.shape] = kept.count
            kept.append(shapes[entry.shape])
        }
        if kept.count == shapes.count { return self }
        let moved = entries.map { entry in entry.with(shape: places[entry.shape] ?? 0) }
        return Recognition(key: key, epoch: epoch, day: day, sequence: sequence, shapes: kept, entries: moved)
    }
}
