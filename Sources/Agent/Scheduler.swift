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
    /// Somebody was reading when the log was to be emptied.
    private let owesEmptyLog = Atomic(false)

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
            return try reading.integrations().filter { $0.enabled && $0.state == .connected }.compactMap { $0.dueAt(time.now) }.min()
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
            let due = try writing.integrations().filter { $0.enabled && $0.state == .connected && ($0.dueAt(now).map { $0 <= now } ?? false) }
            for var integration in due.sorted(by: { ($0.nextSyncAt ?? now) < ($1.nextSyncAt ?? now) }) {
                let isAstray = integration.nextSyncAt.map { $0 > now } ?? false
                // A time missed is made up once: the next slot lies in the future.
                integration.nextSyncAt = Schedule.nextSlot(anchor: integration.scheduleAnchor ?? now, after: now)
                try writing.update(integration)
                changed.append(integration)
                let unfinished = try writing.unfinishedRuns().filter { $0.integration == integration.id }
                if isAstray || unfinished.contains(where: \.waitsItsTurn) { continue }
                let run = Provisioning.Run(id: "", integration: integration.id, kind: .sync, trigger: .schedule, startedAt: now, revision: integration.revision)
                // One that has to wait may be taken on by any process.
                runs.append(unfinished.isEmpty ? try driver.insert(run, writing) : try writing.insert(run))
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
        for var run in expired {
            // What a warning says of somebody goes with the rows (R-USR-3).
            if let warnings = run.summary?.warnings, warnings.contains(where: { $0.subject != nil }) {
                run.summary?.warnings = warnings.filter { $0.subject == nil }
                let forgotten = run
                try store.write { try $0.update(forgotten) }
            }
            try store.rows.erase(run: run.id)
        }
        // Nobody waits for the write lock, which an apply may hold for long, where nothing is to be done.
        if isAnythingOld {
            try store.write { writing in
                try writing.deleteNotices(olderThan: oldestNotice)
                try writing.deleteAudit(olderThan: oldestAudit)
            }
        }
        // What was deleted is overwritten in the file, and must not stay in the write-ahead log either (R-USR-3).
        if isQuiet { try emptyLog() }
    }

    /// Empties the log, or lets the schedule do it as soon as nobody needs it any more.
    func emptyLog() throws { owesEmptyLog.store(try !store.emptyLog(), ordering: .relaxed) }

    /// Until cancelled: starts what is due – a virtual clock does so itself –, and tells of what other processes have changed.
    func serve(_ watcher: Watcher, isVirtual: Bool) async {
        var lastExpiry: Timestamp?
        var lastTrouble: String?
        while !Task.isCancelled {
            do {
                if !isVirtual, let due = try nextDue(), due <= time.now { try startDue() }
                try driver.storeEnds()
                try driver.recover()
                if !isVirtual { try expireAttempts() }
                try driver.startWaiting()
                if owesEmptyLog.load(ordering: .relaxed) { try emptyLog() }
                if lastExpiry.map({ $0.adding(seconds: 600) <= time.now }) ?? true {
                    try expire()
                    lastExpiry = time.now
                }
                try watcher.look()
                lastTrouble = nil
            } catch {
                // Once, and not twice a second for as long as it lasts.
                let trouble = RPCError(error).message
                if trouble != lastTrouble { log.error("the schedule could not be read", metadata: ["error": "\(trouble)"]) }
                lastTrouble = trouble
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

extension Provisioning.Integration {
    /// When its sync is due: at once, too, if the time stored lies further ahead than any could be, for then the clock was wrong when it was made.
    fileprivate func dueAt(_ now: Timestamp) -> Timestamp? {
        guard let nextSyncAt else { return nil }
        return nextSyncAt > now.adding(hours: 48) ? now : nextSyncAt
    }
}
