import JSON
import Provisioning

/// The people of a company, in their order, and when each was last changed.
///
/// They are kept as the bytes they were read from, so that a million of them fit into memory; a `Person` is parsed when it is asked for.
public struct Company: Sendable {
    private var lines: [[UInt8]] = []
    private var ids: [String?] = []
    private var changes: [Timestamp] = []
    private var actives: [Bool] = []
    private var places: [String: Int] = [:]
    /// Who went, and when.
    private(set) var departures: [String: Timestamp] = [:]

    public init() {}

    /// Reads employees of our model (docs/employee.md) from JSON lines or from a JSON array.
    public init(parsing bytes: [UInt8]) throws(CompanyError) {
        let now = Timestamp(milliseconds: 0)
        let first = bytes.first { !Self.blanks.contains($0) }
        if first == UInt8(ascii: "["), let array = try? JSONValue(parsing: bytes).array {
            for (index, value) in array.enumerated() {
                guard case .object(let object) = value else { throw CompanyError(line: index + 1, message: "is not an object") }
                append(value.encoded(), Person(object), now)
            }
            return
        }
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard !line.allSatisfy(Self.blanks.contains) else { continue }
            let value: JSONValue
            do { value = try JSONValue(parsing: Array(line)) } catch { throw CompanyError(line: index + 1, message: "is not JSON: \(error)") }
            guard case .object(let object) = value else { throw CompanyError(line: index + 1, message: "is not an object") }
            append(Array(line), Person(object), now)
        }
    }

    private static let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]

    public var count: Int { lines.count }

    /// JSON lines, as they came.
    public var text: [UInt8] { Array(lines.joined(separator: [UInt8(ascii: "\n")])) }

    func person(at place: Int) -> Person {
        // Every line was an object when it came in.
        Person((try? JSONValue(parsing: lines[place]))?.object ?? [:])
    }

    func place(of id: String) -> Int? { places[id] }
    func person(id: String) -> Person? { places[id].map(person(at:)) }
    func changed(at place: Int) -> Timestamp { changes[place] }
    /// Known without parsing the person, since lists of millions are asked for by it.
    func isActive(at place: Int) -> Bool { actives[place] }

    /// Adds this employee or takes it for the one with its id, which keeps its place.
    public mutating func put(_ employee: JSONObject, now: Timestamp) {
        let person = Person(employee), line = JSONValue.object(employee).encoded()
        guard let id = person.id, let place = places[id] else { return append(line, person, now) }
        if lines[place] != line { (lines[place], changes[place], actives[place]) = (line, now, person.isActive) }
    }

    /// False: nobody has that id.
    @discardableResult public mutating func remove(id: String, now: Timestamp) -> Bool {
        guard let place = places[id] else { return false }
        lines.remove(at: place)
        ids.remove(at: place)
        changes.remove(at: place)
        actives.remove(at: place)
        departures[id] = now
        places = Dictionary(ids.enumerated().compactMap { index, id in id.map { ($0, index) } }) { first, _ in first }
        return true
    }

    /// Takes other people for these; whoever stays as he was keeps the time of his last change.
    public mutating func replace(with other: Company, now: Timestamp) {
        var new = other
        new.departures = departures
        for (id, place) in new.places {
            let old = places[id]
            new.changes[place] = old.map { lines[$0] == new.lines[place] ? changes[$0] : now } ?? now
            new.departures[id] = nil
        }
        for id in places.keys where new.places[id] == nil { new.departures[id] = now }
        self = new
    }

    private mutating func append(_ line: [UInt8], _ person: Person, _ now: Timestamp) {
        if let id = person.id, places[id] == nil { places[id] = lines.count }
        lines.append(line)
        ids.append(person.id)
        changes.append(now)
        actives.append(person.isActive)
        if let id = person.id { departures[id] = nil }
    }
}

/// A company that cannot be read, by its line (of an array: its element), from 1.
public struct CompanyError: Error, Equatable, CustomStringConvertible {
    public let line: Int
    public let message: String

    public var description: String { "line \(line) \(message)" }
}
