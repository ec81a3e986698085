import JSON
import Provisioning

/// Employees of one JSON document, which is read whole: an array, or an object with one array member.
struct JSONEmployees: EmployeeParser {
    private let path: String
    private var reader = EmployeeReader()
    private var bytes: [UInt8] = []
    private(set) var total: Int?

    init(path: String) { self.path = path }

    var labels: [String: String] { reader.labels }

    mutating func feed(_ text: [UInt8], into employees: inout [Employee]) throws(ConnectorError) { bytes += text }

    mutating func finish(into employees: inout [Employee]) throws(ConnectorError) {
        let all = bytes
        bytes = []
        // An empty file is an empty list, as it is in the other formats.
        if all.allSatisfy(FileFormat.isBlank) { return }
        let document: JSONDocument
        do { document = try JSONDocument(all) } catch {
            let cutOff = error.reason == .unexpectedEnd ? "The JSON breaks off; the file is not complete." : "This is no JSON (byte \(error.offset + 1) of the file)."
            throw .incomplete(path, TextFault(line: error.line, cutOff))
        }
        var count = 0
        for element in try list(document.root).elements {
            count += 1
            guard let employee = reader.read(element) else { throw .remoteIncomplete("element \(count) of \(path) is no JSON object. Every element must be one employee.") }
            employees.append(employee)
        }
        total = count
    }

    private func list(_ root: JSONView) throws(ConnectorError) -> JSONView {
        if root.kind == .array { return root }
        guard root.kind == .object else { throw .remoteIncomplete("\(path) holds a single value. It must be an array of employees, or an object with one array.") }
        if FileFormat.isEmployee(root) { throw .remoteIncomplete("\(path) holds a single employee. It must be an array of employees: put it between [ and ].") }
        let arrays = root.members.filter { $0.value.kind == .array }
        guard let only = arrays.first, arrays.count == 1 else {
            let found = arrays.isEmpty ? "has no array" : "has several arrays (\(arrays.map(\.name).joined(separator: ", ")))"
            throw .remoteIncomplete("The object in \(path) \(found). It must be an array of employees, or an object with one array.")
        }
        return only.value
    }
}
