import Contract
import Logging
import Provisioning
import Store
import Synchronization
import Wire

/// Runs what is due: the daily syncs, and the expiry of what is kept only for a while. `serve` (initialised) and `run-due` use it, nothing else.
final class Scheduler: Sendable {
    let store: Store
    let driver: RunDriver
    let events: Events
    let time: any TimeSource
    let log: Logger

    init(store: Store, driver: RunDriver, events: Events, time: any TimeSource, log: Logger) {
        self.store = store
        self.driver = driver
        self.events = events
        self.time = time
        self.log = log
    }

    /// When the next sync is due; nil: none is planned.
    func nextDue() throws -> Timestamp? {
        try store.read { reading in
            guard try reading.feature(Agent.hrisIntegration).enabled else { return nil }
            return try reading.integrations().filter { $0.enabled && $0.state == .connected }.compactMap(\.nextSyncAt).min()
        }
    }

    /// Starts every sync that is due, in the order in which they fell due, and returns them.
    @discardableResult
    func startDue() throws -> [Provisioning.Run] {
        let now = time.now
        let (started, changed) = try store.write { writing -> ([Provisioning.Run], [Provisioning.Integration]) in
            guard try writing.feature(Agent.hrisIntegration).enabled else { return ([], []) }
            var runs: [Provisioning.Run] = []
            var changed: [Provisioning.Integration] = []
            let due = try writing.integrations().filter { $0.enabled && $0.state == .connected && ($0.nextSyncAt.map { $0 <= now } ?? false) }
            for var integration in due.sorted(by: { ($0.nextSyncAt ?? now) < ($1.nextSyncAt ?? now) }) {
                // A time missed is made up once: the next slot lies in the future.
                integration.nextSyncAt = Schedule.nextSlot(anchor: integration.scheduleAnchor ?? now, after: now)
                try writing.update(integration)
                changed.append(integration)
                let unfinished = try writing.unfinishedRuns().filter { $0.integration == integration.id }
                if unfinished.contains(where: { $0.state == .queued }) { continue }
                runs.append(try driver.insert(Provisioning.Run(
                    id: "", integration: integration.id, kind: .sync, trigger: .schedule, startedAt: now, revision: integration.revision), writing))
            }
            return (runs, changed)
        }
        for integration in changed { driver.announce(integration) }
        for run in started {
            driver.announce(run)
            let busy = try store.read { reading in
                try reading.unfinishedRuns().contains { $0.integration == run.integration && $0.id != run.id }
            }
            if !busy { driver.launch(run) }
        }
        return started
    }

    /// Erases what has been kept long enough: rows 24 hours (R-RUN-7), notifications 90 days (R-NOT-3), audit 400 days (R-ACC-5).
    func expire() throws {
        let now = time.now
        let oldestNotice = now.adding(days: -90), oldestAudit = now.adding(days: -400)
        let (expired, isAnythingOld, isQuiet) = try store.read { reading in
            (
                try reading.runsWithExpiredResults(now: now).filter { store.rows.exists(run: $0.id) },
                try reading.hasKept(noticesBefore: oldestNotice, auditBefore: oldestAudit), try reading.unfinishedRuns().isEmpty
            )
        }
        for run in expired { try store.rows.erase(run: run.id) }
        // Nobody waits for the write lock, which an apply may hold for long, where nothing is to be done.
        if isAnythingOld {
            try store.write { writing in
                try writing.deleteNotices(olderThan: oldestNotice)
                try writing.deleteAudit(olderThan: oldestAudit)
            }
        }
        // What was deleted is overwritten in the file, and must not stay in the write-ahead log either (R-USR-3).
        if isQuiet { try store.emptyLog() }
    }

    /// Until cancelled: starts what is due – a virtual clock does so itself –, and tells of what other processes have changed.
    func serve(_ watcher: Watcher, isVirtual: Bool) async {
        var lastExpiry: Timestamp?
        while !Task.isCancelled {
            do {
                if !isVirtual, let due = try nextDue(), due <= time.now { try startDue() }
                try driver.recover()
                if !isVirtual { try expireAttempts() }
                if lastExpiry.map({ $0.adding(seconds: 600) <= time.now }) ?? true {
                    try expire()
                    lastExpiry = time.now
                }
                try watcher.look()
            } catch {
                log.error("the schedule could not be read", metadata: ["error": "\(RPCError(error).message)"])
            }
            try? await Task.sleep(for: .milliseconds(500))
        }
    }

    /// Moves a virtual clock to `moment`: what falls due in between happens in order, each at its time, and has ended before the next.
    func advance(_ clock: VirtualClock, to moment: Timestamp) async throws {
        while let due = try nextDue(), due <= moment {
            clock.advance(to: due)
            try startDue()
            while let run = driver.active.ids.first { await driver.active.wait(run) }
        }
        clock.advance(to: moment)
        try expireAttempts()
        try expire()
    }
}
