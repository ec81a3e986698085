/// The employees whom a run has read, packed: some hundred bytes for each instead of kilobytes, since there may be a million, and in turn each is
/// unpacked for the moment in which it is looked at. Of their fields only those are kept that the run's rules can ask for; of the others it is
/// known that they had a value (R-SAFE-8).
struct EmployeeSpool: Sendable {
    /// nil: all.
    private let kept: Set<String>?
    /// Each begins where its `starts` says, in a block of its own where the last one is full.
    private var blocks: [[UInt8]] = []
    private var starts: [Start] = []
    private(set) var paths = PathSets()
    private var columns: [SpoolColumn] = []
    private var columnPlaces: [String: Int] = [:]

    private struct Start: BitwiseCopyable {
        var block: UInt32
        var offset: UInt32
    }

    private static let blockSize = 1 << 20

    /// What comes before the employee itself.
    struct Head {
        /// Of the record, if the employee came as one.
        var fingerprint: Fingerprint?
        /// The number of the set of all fields that it had.
        var paths: Int
        var isDeleted: Bool
        var hasID: Bool
    }

    init(keeping fields: Set<String>? = nil) { kept = fields }

    var count: Int { starts.count }

    mutating func append(_ employee: Employee, _ fingerprint: Fingerprint?) {
        if (blocks.last?.count ?? .max) >= Self.blockSize - (1 << 12) {
            blocks.append([])
            blocks[blocks.count - 1].reserveCapacity(Self.blockSize)
        }
        let block = blocks.count - 1
        starts.append(Start(block: UInt32(block), offset: UInt32(blocks[block].count)))
        let set = paths.id(of: employee)
        var packer = SpoolPacker(bytes: blocks[block])
        blocks[block] = []
        packer.byte((fingerprint == nil ? 0 : 1) | (employee.deleted ? 2 : 0) | (employee.id == nil ? 0 : 4) | (employee.unavailable.isEmpty ? 0 : 8))
        if let fingerprint { packer.fingerprint(fingerprint) }
        packer.number(set)
        if let id = employee.id { packer.text(id) }
        packer.number(employee.emails.count)
        for email in employee.emails {
            packer.byte(UInt8(email.type.rawValue))
            packer.text(email.address)
        }
        if !employee.unavailable.isEmpty {
            packer.number(employee.unavailable.count)
            for path in employee.unavailable { packer.text(path) }
        }
        for (path, value) in employee.fields where kept?.contains(path) ?? true {
            let column = column(of: path)
            packer.number(column + 1)
            packer.value(value, &columns[column])
        }
        packer.number(0)
        blocks[block] = packer.bytes
    }

    private mutating func column(of path: String) -> Int {
        if let place = columnPlaces[path] { return place }
        columnPlaces[path] = columns.count
        columns.append(SpoolColumn(path: path))
        return columns.count - 1
    }

    // MARK: Unpacking

    func head(_ place: Int) -> Head { reading(place) { $0.head() } }

    /// nil: it has none.
    func id(_ place: Int) -> String? {
        reading(place) { unpacker in unpacker.head().hasID ? unpacker.text() : nil }
    }

    /// The bytes of the id, which is there.
    func withID<Result>(_ place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        reading(place) { unpacker in
            _ = unpacker.head()
            return body(unpacker.bytesOfText())
        }
    }

    func employee(_ place: Int) -> Employee {
        reading(place) { unpacker in
            let flags = unpacker.flags
            let head = unpacker.head()
            var employee = Employee(id: head.hasID ? unpacker.text() : nil, deleted: head.isDeleted)
            let emails = unpacker.number()
            employee.emails.reserveCapacity(emails)
            for _ in 0..<emails {
                let type = Employee.EmailType(rawValue: Int(unpacker.byte())) ?? .other
                employee.emails.append(Employee.Email(address: unpacker.text(), type: type))
            }
            if flags & 8 != 0 { for _ in 0..<unpacker.number() { employee.unavailable.insert(unpacker.text()) } }
            employee.fields.reserveCapacity(kept?.count ?? 16)
            while true {
                let column = unpacker.number() - 1
                if column < 0 { return employee }
                employee.fields.append(columns[column].path, unpacker.value(columns[column]))
            }
        }
    }

    private func reading<Result>(_ place: Int, _ body: (inout SpoolUnpacker) -> Result) -> Result {
        let start = starts[place]
        return blocks[Int(start.block)].withUnsafeBufferPointer { bytes in
            var unpacker = SpoolUnpacker(bytes: UnsafeBufferPointer(rebasing: bytes[Int(start.offset)...]))
            return body(&unpacker)
        }
    }
}
