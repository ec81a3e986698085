import Provisioning
import Synchronization

/// An HRIS that delivers what its test says, page by page, and fails or waits when it is told to.
final class ScriptedHRIS: Sendable {
    struct State {
        var pages: [[Employee]] = []
        var total: Int?
        /// Thrown when everything would have been read.
        var failure: ConnectorError?
        /// Thrown by `prove`.
        var refusal: ConnectorError?
        /// What the next snapshots deliver, one each; then `pages` again.
        var coming: [Delivery] = []
        /// A run has asked for its delivery's records, and may still read it as a whole.
        var isOpen = false
        var isHeld = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var watching: [CheckedContinuation<Void, Never>] = []
        /// How many snapshots were begun.
        var readings = 0
        /// How many records were read.
        var recordsRead = 0
        /// Of each call, with which token, and whether it was held to what actors may reach.
        var restrictions: [String] = []
        var server = ScriptedServer()

        mutating func deliverNext() {
            guard !coming.isEmpty else { return }
            let delivery = coming.removeFirst()
            (pages, total, failure) = (delivery.pages, delivery.total, delivery.failure)
        }
    }
    struct Delivery {
        var pages: [[Employee]] = []
        var total: Int?
        var failure: ConnectorError?
    }
    private let state = Mutex(State())

    func with<T>(_ change: (inout State) -> T) -> T { state.withLock { change(&$0) } }

    /// What the next snapshots deliver, in one page.
    func deliver(_ employees: [Employee]) { with { $0.pages = [employees] } }

    var readings: Int { with { $0.readings } }

    /// From now on nobody gets past the first page.
    func hold() { with { $0.isHeld = true } }

    func release() {
        let waiting = with { state in
            state.isHeld = false
            defer { state.waiting = [] }
            return state.waiting
        }
        for one in waiting { one.resume() }
    }

    /// Returns when somebody waits at the gate.
    func someoneWaits() async {
        await withCheckedContinuation { continuation in
            let isThere = with { state in
                if state.waiting.isEmpty { state.watching.append(continuation) }
                return !state.waiting.isEmpty
            }
            if isThere { continuation.resume() }
        }
    }

    fileprivate func gate() async throws(ConnectorError) {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let (passes, watching) = with { state -> (Bool, [CheckedContinuation<Void, Never>]) in
                    guard state.isHeld, !Task.isCancelled else { return (true, []) }
                    state.waiting.append(continuation)
                    defer { state.watching = [] }
                    return (false, state.watching)
                }
                if passes { continuation.resume() }
                for one in watching { one.resume() }
            }
        } onCancel: {
            let waiting = with { state in
                defer { state.waiting = [] }
                return state.waiting
            }
            for one in waiting { one.resume() }
        }
        if Task.isCancelled { throw .cancelled }
    }
}

/// The connector `scripted`: a bearer token that is never looked at, and a tenant. `scripted-code`: the same, behind an authorization server.
struct ScriptedConnector: Connector {
    let hris: ScriptedHRIS
    let setup: ConnectorSetup

    static let entry = ConnectorEntry(
        id: "scripted", name: "Scripted",
        authorizations: [
            AuthorizationForm(
                kind: .bearer, title: "Token",
                form: #"{"type":"object","properties":{"token":{"type":"string","title":"Token","x-secret":true},"tenant":{"type":"string","title":"Tenant"}},"required":["token"]}"#,
                help: "Any token will do.", secretFields: ["token"])
        ],
        supports: .init())

    func prove() async throws(ConnectorError) {
        try await enter()
        if let refusal = hris.with({ $0.refusal }) { throw refusal }
    }

    func snapshot() async throws(ConnectorError) -> any SnapshotReader {
        try await enter()
        hris.with { state in
            state.readings += 1
            if !state.isOpen { state.deliverNext() }
            state.isOpen = false
        }
        return Reader(hris)
    }

    /// As long as all goes well, so that every test of the agent also tries what a run does not read again.
    func records() async throws(ConnectorError) -> (any SnapshotReader)? {
        try await enter()
        let isSound = hris.with { state in
            state.deliverNext()
            state.isOpen = true
            if state.failure == nil { state.readings += 1 }
            return state.failure == nil
        }
        guard isSound else { return nil }
        return Records(Reader(hris), hris)
    }

    func employee(id: String) async throws(ConnectorError) -> Employee? {
        try await enter()
        return hris.with { $0.pages.joined().last { $0.id == id } }
    }

    func labels() async throws(ConnectorError) -> [String: String] { [:] }

    /// What the reader delivers, as if it had been written somewhere.
    private final class Records: SnapshotReader {
        private let reader: Reader
        private let hris: ScriptedHRIS
        init(_ reader: Reader, _ hris: ScriptedHRIS) { (self.reader, self.hris) = (reader, hris) }

        func next() async throws(ConnectorError) -> Page? {
            guard let page = try await reader.next() else { return nil }
            var bytes: [UInt8] = [], ranges: [Range<Int>] = []
            var known: [[UInt8]: Employee] = [:]
            for employee in page.employees {
                let fields = employee.fields.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
                let record = Array("\(employee.id.debugDescription) \(employee.emails) \(fields) \(employee.deleted) \(employee.unavailable.sorted())".utf8)
                known[record] = employee
                ranges.append(bytes.count..<bytes.count + record.count)
                bytes += record
            }
            let records = RawRecords(bytes: bytes, ranges: ranges) { [known, hris] record throws(ConnectorError) in
                hris.with { $0.recordsRead += 1 }
                guard let employee = known[Array(record)] else { throw .remoteUnexpected("no such record") }
                return employee
            }
            return Page(employees: [], records: records, total: page.total)
        }
    }

    private final class Reader: SnapshotReader {
        private let hris: ScriptedHRIS
        private let page = Mutex(0)
        init(_ hris: ScriptedHRIS) { self.hris = hris }

        func next() async throws(ConnectorError) -> Page? {
            let index = page.withLock { page in
                defer { page += 1 }
                return page
            }
            if index == 1 { try await hris.gate() }
            let (employees, total, failure) = hris.with { state in (index < state.pages.count ? state.pages[index] : nil, state.total, state.failure) }
            if let employees { return Page(employees: employees, total: total) }
            if let failure { throw failure }
            return nil
        }
    }
}

/// An employee who is there: first name, last name and address made of the id unless given.
func employee(_ id: String, first: String? = nil, last: String? = nil, email: String? = nil, _ fields: [String: String] = [:]) -> Employee {
    var all: [String: FieldValue] = ["first_name": .text(first ?? "First\(id)"), "last_name": .text(last ?? "Last\(id)")]
    all.merge(fields.mapValues { .text($0) }) { _, given in given }
    return Employee(id: id, emails: [.init(address: email ?? "p\(id)@example.org", type: .primary)], fields: all)
}

/// The employees 1 to `count`.
func employees(_ count: Int) -> [Employee] { count == 0 ? [] : (1...count).map { employee(String($0)) } }
