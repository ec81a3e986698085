@testable import Connectors
import Provisioning

/// Any bytes as a manifest: it can be used, or every problem has its line.
func fuzzManifest(_ bytes: [UInt8]) {
    do throws(ManifestError) { _ = try Manifest(bytes) } catch {
        let lines = bytes.count { $0 == 0x0A } + 1
        require(!error.problems.isEmpty, "refused without a reason")
        for problem in error.problems { require((1...lines).contains(problem.line) && !problem.message.isEmpty, "a problem has no line or no words: \(problem)") }
    }
}

/// Any bytes as a file of employees, in each format: read in pieces they are the same people as at once, and no field is blank.
func fuzzEmployees(_ bytes: [UInt8]) {
    func read(_ parser: some EmployeeParser, _ size: Int) -> [Employee]? {
        var parser = parser
        var employees: [Employee] = []
        var start = 0
        do {
            while start < bytes.count {
                let end = min(bytes.count, start + size)
                try parser.feed(Array(bytes[start..<end]), into: &employees)
                start = end
            }
            try parser.finish(into: &employees)
            return employees
        } catch { return nil }
    }
    for parser in [JSONEmployees(path: "f"), JSONLineEmployees(path: "f"), CSVEmployees(path: "f", columns: [:])] as [any EmployeeParser] {
        let whole = read(parser, max(1, bytes.count))
        require(read(parser, 1) == whole, "byte by byte the people differ")
        for employee in whole ?? [] {
            require(employee.id != "", "an empty id")
            for (path, value) in employee.fields {
                if case .text(let text) = value { require(!text.isEmpty && text == Text.normalized(text), "the text of \(path) is blank or not normalised") }
            }
        }
    }
}
