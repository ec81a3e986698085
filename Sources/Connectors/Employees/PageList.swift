import Provisioning
import Synchronization

/// A snapshot that is in memory already.
final class PageList: SnapshotReader {
    private let employees: [Employee]
    private let pageSize: Int
    private let given = Mutex(0)

    init(_ employees: [Employee], pageSize: Int) {
        self.employees = employees
        self.pageSize = pageSize
    }

    func next() async throws(ConnectorError) -> Page? {
        given.withLock { given in
            let end = min(given + pageSize, employees.count)
            if given == end { return nil }
            defer { given = end }
            return Page(employees: Array(employees[given..<end]), total: employees.count)
        }
    }
}
