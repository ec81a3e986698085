/// The fields of one employee that have a value, by path.
///
/// A list, since an employee has some thirty fields: to look through them costs less than the hashes of a dictionary, of which a million employees
/// would need a million.
public struct EmployeeFields: Sendable {
    /// Each path once.
    private var members: [(key: String, value: FieldValue)] = []

    public init() {}

    public init(_ values: [String: FieldValue]) { members = values.map { ($0, $1) } }

    public var isEmpty: Bool { members.isEmpty }
    public var count: Int { members.count }
    /// In the order in which they were set.
    public var keys: [String] { members.map(\.key) }

    public mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

    /// nil: no value.
    public subscript(path: String) -> FieldValue? {
        get { place(of: path).map { members[$0].value } }
        set {
            switch (place(of: path), newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append((path, value))
            case (nil, nil): break
            }
        }
    }

    public mutating func merge(_ others: [String: FieldValue]) {
        for (path, value) in others { self[path] = value }
    }

    /// A field whose path is not there yet.
    mutating func append(_ path: String, _ value: FieldValue) { members.append((path, value)) }

    @inline(__always)
    private func place(of path: String) -> Int? {
        for place in members.indices where members[place].key == path { return place }
        return nil
    }
}

extension EmployeeFields: Sequence {
    public func makeIterator() -> IndexingIterator<[(key: String, value: FieldValue)]> { members.makeIterator() }
}

extension EmployeeFields: Equatable {
    /// Whatever their order.
    public static func == (left: EmployeeFields, right: EmployeeFields) -> Bool {
        left.count == right.count && left.members.allSatisfy { right[$0.key] == $0.value }
    }
}

extension EmployeeFields: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, FieldValue)...) {
        for (path, value) in elements { self[path] = value }
    }
}
