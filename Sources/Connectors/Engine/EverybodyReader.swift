import JSON
import Provisioning

/// Reads everybody, list after list, page after page, and never ends before the end (R-SAFE-4).
actor EverybodyReader: SnapshotReader {
    private let connector: ManifestConnector
    private var session: Session?
    private var listings: [Listing] = []
    private var isAlone = false
    private var current: Reading?

    /// One list being read.
    private struct Reading {
        var listing: Listing
        var mapping: Mapping
        var pager: Pager
        var step: Pager.Step
        /// The ids seen, by their hashes.
        var ids: Set<Int> = []
        var withoutID = 0
        /// The HRIS has refused to deliver it in pages.
        var isWhole = false
        var begun = 1
    }

    init(_ connector: ManifestConnector) { self.connector = connector }

    func next() async throws(ConnectorError) -> Page? {
        do {
            return try await read()
        } catch {
            throw error.error(.list)
        }
    }

    private func read() async throws(Refusal) -> Page? {
        let session = try await begun()
        while true {
            if current == nil {
                if listings.isEmpty { return nil }
                current = reading(listings.removeFirst(), session)
            }
            guard var reading = current else { return nil }
            guard case .ask(let values, let link) = reading.step else {
                current = nil
                continue
            }
            let page: Session.Page
            do {
                page = try await session.page(reading.listing.collection, session.scope.adding(values), link)
            } catch {
                switch error {
                case .meant(.unpaged, let message, _) where !reading.isWhole:
                    reading.isWhole = true
                    try restart(reading, message, session)
                case .meant(.restart, let message, _): try restart(reading, message, session)
                case .invalid(let message) where !reading.ids.isEmpty: try restart(reading, message, session)
                default: throw error
                }
                continue
            }
            let records = try await session.records(page, mapping: reading.mapping, isDetailed: reading.listing.isDetailed)
            let employees = session.translator(reading.mapping).employees(records)
            let isRepeated = note(employees, in: &reading)
            do throws(Pager.Fault) {
                reading.step = try reading.pager.next(after: page.answer, count: page.elements.count, last: page.elements.last?.view)
                if isRepeated { throw .restart("It delivered a page of people who had been read already.") }
                if reading.step == .done { try promiseKept(reading) }
                current = reading
            } catch {
                guard case .restart(let message) = error else { throw .meant(.incomplete, "\(connector.manifest.name): \(error.message) Nothing was changed.") }
                try restart(reading, message, session)
            }
            if !employees.isEmpty { return Page(employees: employees, total: isAlone ? reading.pager.promised : nil) }
        }
    }

    private func begun() async throws(Refusal) -> Session {
        if let session { return session }
        var session = try await connector.session()
        for check in connector.manifest.ready where check.when.holds(session.scope) {
            guard try await session.check(check) else {
                throw .meant(.incomplete, check.sentence ?? "\(connector.manifest.name) is not ready to be read yet. Try again later.")
            }
        }
        try await session.prepare()
        listings = connector.manifest.lists.filter { $0.when.holds(session.scope) }
        isAlone = listings.count == 1
        self.session = session
        return session
    }

    private func reading(_ listing: Listing, _ session: Session, isWhole: Bool = false) -> Reading {
        let pager = session.pager(listing.collection, isWhole: isWhole)
        return Reading(listing: listing, mapping: connector.manifest.employee.overridden(by: listing.employee), pager: pager, step: pager.first, isWhole: isWhole)
    }

    /// From its first page. Whoever was delivered already is delivered again, which changes nothing (R-PLAN-8).
    private func restart(_ reading: Reading, _ message: String, _ session: Session) throws(Refusal) {
        guard reading.begun < Session.readings else { throw .meant(.incomplete, "\(connector.manifest.name): \(message) It was read \(Session.readings) times in vain; nothing was changed.") }
        var fresh = self.reading(reading.listing, session, isWhole: reading.isWhole)
        fresh.begun = reading.begun + 1
        current = fresh
    }

    /// Whether a page brought people, but nobody new.
    private func note(_ employees: [Employee], in reading: inout Reading) -> Bool {
        var isNew = employees.isEmpty
        for employee in employees {
            if let id = employee.id {
                if reading.ids.insert(id.hashValue).inserted { isNew = true }
            } else {
                reading.withoutID += 1
                isNew = true
            }
        }
        return !isNew
    }

    private func promiseKept(_ reading: Reading) throws(Pager.Fault) {
        let count = reading.ids.count + reading.withoutID
        guard let promised = reading.pager.promised, count < promised else { return }
        throw .restart("It promised \(promised) employees and delivered \(count).")
    }
}
