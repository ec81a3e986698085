import JSON
import Provisioning

/// An invented person, as all vendors' samples have them.
struct Sample: Sendable, Equatable {
    var number: Int

    /// Number 1 is the boss, 3 has left, 4 is on leave where a vendor has that.
    static let all = (1...8).map { Sample(number: $0) }

    private static let names = ["Ada Novak", "Bruno Sato", "Chiara Okoye", "Jo Berg", "Marta Lind", "Ravi Costa", "Svea Åkesson", "Zoë Díaz"]

    var id: String { String(1000 + number) }
    var first: String { String(Self.names[number - 1].prefix { $0 != " " }) }
    var last: String { String(Self.names[number - 1].drop { $0 != " " }.dropFirst()) }
    var workEmail: String { "p\(number)@example.test" }
    var personalEmail: String { "p\(number)@home.test" }
    var department: String { number % 2 == 0 ? "Customer Success" : "Engineering" }
    var departmentID: String { number % 2 == 0 ? "d2" : "d1" }
    var title: String { number == 1 ? "Head" : "Engineer" }
    var hasLeft: Bool { number == 3 }
    var isOnLeave: Bool { number == 4 }
    var start: String { "202\(number % 5)-0\(number)-1\(number)" }
    var end: String? { hasLeft ? "2026-03-31" : nil }
    var employeeNumber: String { "A0\(number)" }
    var managerID: String? { number == 1 ? nil : "1001" }
    var shirt: String { ["S", "M", "L"][number % 3] }

    static func of(_ id: String?) -> Sample? { all.first { $0.id == id } }
}

extension JSONValue {
    /// null for nil.
    static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
