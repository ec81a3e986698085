import Provisioning

/// Employees from a file of this machine: CSV, TSV, JSON or JSON lines, read anew each time.
struct FileConnector: Connector {
    let path: String
    /// nil: found out from the content.
    let format: FileFormat?
    /// Our path to their column.
    let columns: [String: String]

    static let definition = Definition(
        id: "file", name: "File (CSV, JSON, JSON lines)",
        forms: [
            Form(
                kind: .none, title: "File", help: "A file that the agent can read. It is read anew at every run, so replace it as often as you like.",
                fields: [
                    Form.Field(
                        name: "path", title: "Path",
                        help: "The whole path of the file, for example /srv/hr/employees.csv. To replace it safely, write a new file beside it and rename that."),
                    Form.Field(
                        name: "format", title: "Format", help: "auto looks at the content. Delimiter and encoding of a CSV file are found out too.",
                        type: .choice(["auto", "csv", "json", "jsonl"]), isRequired: false, standard: "auto"),
                    Form.Field(
                        name: "columns", title: "Columns",
                        help: "For a CSV file whose columns have names of their own: our path to their column, for example first_name: Vorname. Columns named like our paths need no entry; all others become custom fields.",
                        type: .map, isRequired: false, visibleWhen: ("format", ["auto", "csv"])),
                ])
        ],
        supports: supports,
        limitations: ["Whoever is not in the file any more counts as absent; an end date, or a column named deleted, says it more gently."],
        readsFiles: true
    ) { setup, _ throws(ConnectorError) in
        let authorization = setup.authorization
        var columns: [String: String] = [:]
        if case .map(let map)? = authorization.fields["columns"] { columns = map }
        return FileConnector(
            path: authorization.text("path") ?? "", format: authorization.text("format").flatMap(FileFormat.init(rawValue:)), columns: columns)
    }

    private static var supports: ConnectorEntry.Supports {
        var supports = ConnectorEntry.Supports()
        supports.deletions = true  // A column or member `deleted`.
        return supports
    }

    /// Opens the file and reads its first record.
    func prove() async throws(ConnectorError) { _ = try await open(pageSize: 1).next() }

    func snapshot() async throws(ConnectorError) -> any SnapshotReader { try open() }

    func records() async throws(ConnectorError) -> (any SnapshotReader)? {
        columns.isEmpty ? try JSONLineRecords(path: path, format: format) : nil
    }

    /// The last one of that id, as a run would see it (R-PLAN-8).
    func employee(id: String) async throws(ConnectorError) -> Employee? {
        let snapshot = try open()
        var found: Employee?
        while let page = try await snapshot.next() {
            found = page.employees.last { $0.id.map { Text.sameBytes($0, id) } ?? false } ?? found
        }
        return found
    }

    /// Column titles, and the names that JSON gives beside the ids; from the first thousand employees.
    func labels() async throws(ConnectorError) -> [String: String] {
        let snapshot = try open()
        _ = try await snapshot.next()
        return snapshot.labels
    }

    private func open(pageSize: Int = 1_000) throws(ConnectorError) -> FileSnapshot {
        try FileSnapshot(path: path, format: format, columns: columns, pageSize: pageSize)
    }
}
