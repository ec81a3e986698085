import Provisioning

/// Employees of a table, one a line.
struct CSVEmployees: EmployeeParser {
    private let path: String
    private let columns: [String: String]
    private var reader = DelimitedText.Reader()
    private var header: CSVHeader?

    init(path: String, columns: [String: String]) {
        self.path = path
        self.columns = columns
    }

    var total: Int? { nil }
    var labels: [String: String] { header?.labels ?? [:] }

    mutating func feed(_ text: [UInt8], into employees: inout [Employee]) throws(ConnectorError) {
        var records: [DelimitedText.Record] = []
        do { try reader.feed(text, into: &records) } catch { throw .incomplete(path, error) }
        try append(records, to: &employees)
    }

    mutating func finish(into employees: inout [Employee]) throws(ConnectorError) {
        var records: [DelimitedText.Record] = []
        do { try reader.finish(into: &records) } catch { throw .incomplete(path, error) }
        try append(records, to: &employees)
    }

    private mutating func append(_ records: [DelimitedText.Record], to employees: inout [Employee]) throws(ConnectorError) {
        for record in records {
            guard let header else {
                header = try CSVHeader(record, path: path, columns: columns)
                continue
            }
            if let fault = record.fault(forColumns: header.targets.count) { throw .incomplete(path, fault) }
            employees.append(header.employee(record.cells))
        }
    }
}
