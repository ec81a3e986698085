import Provisioning
import Store
import Synchronization

/// Notices what other processes have changed in the database, and tells the sessions of this one within a second. Changes of this process,
/// which it sees too, have been told (`Told`).
final class Watcher: Sendable {
    /// How many of the newest runs and notifications are compared.
    static let reach = 50
    private struct Seen {
        var version: Int?
        var runs: [String: Provisioning.Run] = [:]
        var integrations: [String: Provisioning.Integration] = [:]
        var notices: [Notice] = []
    }
    private let store: Store
    private let events: Events
    private let driver: RunDriver
    private let seen = Mutex(Seen())

    init(store: Store, events: Events, driver: RunDriver) {
        self.store = store
        self.events = events
        self.driver = driver
    }

    /// Compares the database with what it was at the last look. Cheap while nobody else writes.
    func look() throws {
        let version = try store.dataVersion()
        let before = seen.withLock { $0 }
        guard before.version != version else { return }
        var now = Seen(version: version)
        try store.read { reading in
            now.runs = Dictionary(try reading.runs(limit: Self.reach).items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            now.integrations = Dictionary(try reading.integrations().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            now.notices = try reading.notices(recipient: nil, limit: Self.reach).items.map(\.notice)
        }
        seen.withLock { $0 = now }
        // The first look only learns what there is.
        guard before.version != nil else { return }
        for (id, run) in now.runs.sorted(by: { $0.key < $1.key }) where before.runs[id] != run && !driver.active.hasSeen(id) { driver.announce(run) }
        for (id, integration) in now.integrations where before.integrations[id] != integration { driver.announce(integration, isSeen: true) }
        driver.announceUsers()
        let known = Set(before.notices.map(\.id))
        for notice in now.notices.reversed() where !known.contains(notice.id) { driver.announce(notice) }
    }
}
