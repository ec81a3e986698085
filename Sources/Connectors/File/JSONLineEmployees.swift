import JSON
import Provisioning

/// Employees as JSON lines: an object a line. Blank lines are nobody.
struct JSONLineEmployees: EmployeeParser {
    /// A line beyond this length is no employee.
    static let longestLine = 16 << 20

    private let path: String
    private var reader = EmployeeReader()
    private var rest: [UInt8] = []
    private var line = 0

    init(path: String) { self.path = path }

    var total: Int? { nil }
    var labels: [String: String] { reader.labels }

    mutating func feed(_ text: [UInt8], into employees: inout [Employee]) throws(ConnectorError) {
        var start = 0
        while let end = text[start...].firstIndex(of: 0x0A) {
            try read(rest + text[start..<end], &employees)
            rest.removeAll(keepingCapacity: true)
            start = end + 1
        }
        rest += text[start...]
        if rest.count > Self.longestLine { throw .incomplete(path, TextFault(line: line + 1, "This line is longer than 16 MiB, so it is no employee.")) }
    }

    mutating func finish(into employees: inout [Employee]) throws(ConnectorError) {
        let last = rest
        rest = []
        try read(last, &employees)
    }

    private mutating func read(_ bytes: [UInt8], _ employees: inout [Employee]) throws(ConnectorError) {
        line += 1
        if bytes.allSatisfy(FileFormat.isBlank) { return }
        let document: JSONDocument
        do { document = try JSONDocument(bytes) } catch {
            throw .incomplete(path, TextFault(line: line, "This is no JSON object (byte \(error.offset + 1) of the line). Every line must be one whole employee."))
        }
        guard let employee = reader.read(document.root) else {
            throw .incomplete(path, TextFault(line: line, "This is no JSON object. Every line must be one employee."))
        }
        employees.append(employee)
    }
}
