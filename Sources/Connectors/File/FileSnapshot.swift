import Provisioning
import Synchronization

/// One reading of a file from its beginning to its end, in pages.
final class FileSnapshot: SnapshotReader {
    struct State {
        var text: TextFile
        var parser: any EmployeeParser
        var buffer: [Employee] = []
        /// How many of `buffer` have been handed out.
        var given = 0
        var hasEnded = false
    }

    private let state: Mutex<State>
    private let pageSize: Int

    init(path: String, format: FileFormat?, columns: [String: String], pageSize: Int = 1_000, chunk: Int = 1 << 16) throws(ConnectorError) {
        self.pageSize = pageSize
        var text = try TextFile(path, chunk: chunk)
        let format = if let format { format } else { try FileFormat.detect(&text) }
        if format != .csv, !columns.isEmpty {
            throw .settingsInvalid(field: "columns", message: "Columns can only be named for a CSV file; this one is \(format.rawValue).")
        }
        let parser: any EmployeeParser = switch format {
        case .csv: CSVEmployees(path: path, columns: columns)
        case .json: JSONEmployees(path: path)
        case .jsonl: JSONLineEmployees(path: path)
        }
        state = Mutex(State(text: text, parser: parser))
    }

    func next() async throws(ConnectorError) -> Page? { try nextPage() }

    var labels: [String: String] { state.withLock { $0.parser.labels } }

    private func nextPage() throws(ConnectorError) -> Page? {
        let size = pageSize
        return try state.withLock { state throws(ConnectorError) in
            while state.buffer.count - state.given < size, !state.hasEnded { try state.readOn() }
            let end = min(state.given + size, state.buffer.count)
            if state.given == end { return nil }
            let page = Page(employees: Array(state.buffer[state.given..<end]), total: state.parser.total)
            state.given = end
            return page
        }
    }
}

extension FileSnapshot.State {
    fileprivate mutating func readOn() throws(ConnectorError) {
        buffer.removeFirst(given)
        given = 0
        if let piece = try text.next() {
            try parser.feed(piece, into: &buffer)
        } else {
            try parser.finish(into: &buffer)
            try text.file.checkUnchanged()
            hasEnded = true
        }
    }
}
