import Provisioning

/// Makes employees of UTF-8 that comes piece by piece.
protocol EmployeeParser: Sendable {
    mutating func feed(_ text: [UInt8], into employees: inout [Employee]) throws(ConnectorError)
    mutating func finish(into employees: inout [Employee]) throws(ConnectorError)
    /// How many employees there are in all, once it is known.
    var total: Int? { get }
    /// What the file calls its custom fields, by path, as far as it has been read.
    var labels: [String: String] { get }
}
