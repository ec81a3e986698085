import Provisioning

/// Which column of a table is which path of the employee.
///
/// Names are compared without case, with blanks and hyphens as underscores (`First Name`, `Hire-Date`). What `columns` in the form says comes
/// first, and one column may serve several paths; then the model's paths and their aliases; every other column is `custom_fields.<column>`.
struct CSVHeader {
    /// By column.
    private(set) var targets: [[EmployeeTarget]]
    /// The custom columns' titles, by path.
    private(set) var labels: [String: String] = [:]

    init(_ record: DelimitedText.Record, path: String, columns: [String: String]) throws(ConnectorError) {
        let titles = record.cells.map(Text.normalized)
        if let empty = titles.firstIndex(of: "") {
            throw .incomplete(path, TextFault(line: record.line, "Column \(empty + 1) has no name in the header."))
        }
        targets = Array(repeating: [], count: titles.count)
        var taken: [EmployeeTarget: String] = [:]
        try assign(columns, titles, &taken)
        // What `columns` gives to one column is not also read from another that happens to have the path's name: that is a field of its own.
        let given = Set(taken.keys)
        for (index, title) in titles.enumerated() where targets[index].isEmpty {
            if let target = EmployeeTarget(standard: EmployeeTarget.loosened(title)), !given.contains(target) {
                try claim(target, title, &taken, path, record.line)
                targets[index] = [target]
                continue
            }
            let custom = title.hasPrefix("custom_fields.") ? title : "custom_fields." + title
            try claim(.custom(custom), title, &taken, path, record.line)
            targets[index] = [.custom(custom)]
            labels[custom] = title
        }
        guard taken[.id] != nil else {
            throw .settingsInvalid(
                field: "columns", message: "\(path) has no column named id or employee_id in line \(record.line). Say under columns which one is the id; there are: \(titles.joined(separator: ", ")).")
        }
    }

    private mutating func assign(_ columns: [String: String], _ titles: [String], _ taken: inout [EmployeeTarget: String]) throws(ConnectorError) {
        for (name, column) in columns.sorted(by: { $0.key < $1.key }) {
            guard let target = EmployeeTarget(named: name) else {
                throw .settingsInvalid(field: "columns", message: "There is no path “\(name)” in the employee model; a field of your own is custom_fields.<name>.")
            }
            let title = Text.normalized(column)
            let places = titles.indices.filter { titles[$0] == title }
            let loose = places.isEmpty ? titles.indices.filter { EmployeeTarget.loosened(titles[$0]) == EmployeeTarget.loosened(title) } : places
            guard let index = loose.first else {
                throw .settingsInvalid(field: "columns", message: "The file has no column “\(column)” for \(name). It has: \(titles.joined(separator: ", ")).")
            }
            guard loose.count == 1 else { throw .settingsInvalid(field: "columns", message: "The file has the column “\(column)” for \(name) more than once.") }
            guard taken.updateValue(title, forKey: target) == nil else {
                throw .settingsInvalid(field: "columns", message: "\(target.path) is given two columns; one of them is “\(column)”.")
            }
            targets[index].append(target)
            if case .custom(let path) = target { labels[path] = titles[index] }
        }
    }

    private func claim(_ target: EmployeeTarget, _ title: String, _ taken: inout [EmployeeTarget: String], _ path: String, _ line: Int) throws(ConnectorError) {
        if let other = taken.updateValue(title, forKey: target) {
            throw .incomplete(path, TextFault(line: line, "The columns “\(other)” and “\(title)” both mean \(target.path). Take one of them out, or say under columns which one counts."))
        }
    }

    /// Needs as many cells as there are columns.
    func employee(_ cells: [String]) -> Employee {
        var employee = Employee()
        for (index, targets) in targets.enumerated() {
            for target in targets { Self.set(target, cells[index], &employee) }
        }
        return employee
    }

    private static func set(_ target: EmployeeTarget, _ cell: String, _ employee: inout Employee) {
        switch target {
        case .id:
            let id = Text.normalized(cell)
            employee.id = id.isEmpty ? nil : id
        case .email(let type): employee.add(address: cell, type)
        case .emails: for address in parts(cell) { employee.add(address: address, .other) }
        case .deleted: employee.deleted = CSVBoolean.read(cell) ?? false  // Nothing that cannot be read makes a person go.
        case .unavailable: employee.setUnavailable(parts(cell))
        case .field(let path, .boolean):
            if let value = CSVBoolean.read(cell) { employee.fields[path] = .boolean(value) } else { employee.set(path, text: cell) }
        case .field(let path, _), .custom(let path): employee.set(path, text: cell)
        }
    }

    /// Several values in one cell are joined by `|`, as in our own files (R-RES-2).
    private static func parts(_ cell: String) -> [String] { cell.split(separator: "|").map(String.init) }
}
