import Contract
import JSON
import Provisioning
import Store
import Wire

/// How runs end, and what starts afterwards.
extension RunDriver {
    /// A failed or cancelled run has changed nothing; what it leaves is its error.
    func fail(_ run: inout Provisioning.Run, _ error: any Error) -> [Notice] {
        let now = time.now
        let wasCancelled = active.isCancelled(run.id) || error is CancellationError || (error as? ConnectorError) == .cancelled
        let asked = try? store.read { [run] in try $0.integration(run.integration) }
        let failure = asked.flatMap { RPCError(lossOf: $0, error) } ?? RPCError(error)
        if failure.code == ErrorKind.internalError.code { log.error("a run failed unexpectedly", metadata: ["run": "\(run.id)", "error": "\(type(of: error))"]) }
        run.state = wasCancelled ? .cancelled : .failed
        run.endedAt = now
        if !wasCancelled { run.failure = Provisioning.Run.Failure(failure) }
        CrashPoint.failing.reached()
        do {
            return try store(end: run, failure, now)
        } catch {
            // The disk is full, say, which may be why it failed: then it is shown from here, and stored when that can be done.
            active.noteUnstored(run, failure)
            log.critical("the end of a run could not be stored", metadata: ["run": "\(run.id)", "error": "\(RPCError(error).message)"])
            return []
        }
    }

    private func store(end ended: Provisioning.Run, _ failure: RPCError, _ now: Timestamp) throws -> [Notice] {
        try store.write { writing -> [Notice] in
            // Whoever took this process for dead has ended the run already.
            guard try leases.claim(ended.id, writing) else { return [] }
            try store.rows.erase(run: ended.id)
            try writing.update(ended)
            try writing.audit(ended, at: now)
            try leases.giveUp(ended.id, writing)
            guard ended.state == .failed, var integration = try writing.integration(ended.integration) else { return [] }
            if failure.errorKind == .authorizationRequired {
                integration.loseAuthorization()
            } else {
                reschedule(&integration, after: ended, now: now)
            }
            try writing.update(integration)
            return try writing.notifyFailure(ended, failure, integration, at: now)
        }
    }

    /// Stores the ends of runs that could not be stored when they came.
    func storeEnds() throws {
        for (run, failure) in active.unstoredEnds {
            let notices = try store(end: run, failure, time.now)
            active.forgetUnstored(run.id)
            for notice in notices { announce(notice) }
        }
    }

    /// R-RUN-4: a failed sync of the schedule is tried again after 15 min, 1 h, 4 h, then waits for the next day.
    private func reschedule(_ integration: inout Provisioning.Integration, after run: Provisioning.Run, now: Timestamp) {
        guard run.kind == .sync, run.trigger == .schedule || run.trigger == .enable, integration.enabled, let anchor = integration.scheduleAnchor else { return }
        (integration.nextSyncAt, integration.retries) = { ($0.at, $0.retries) }(Schedule.afterFailure(anchor: anchor, retries: integration.retries, now: now))
    }

    /// Starts the sync that fell due while `run` was under way (R-RUN-1).
    func startNext(after run: Provisioning.Run) {
        do {
            let queued = try store.write { writing -> Provisioning.Run? in
                // A sync that somebody started does not move the schedule.
                if run.state == .succeeded, run.trigger == .schedule || run.trigger == .enable, var integration = try writing.integration(run.integration), integration.retries > 0 {
                    integration.retries = 0
                    if let anchor = integration.scheduleAnchor, integration.enabled { integration.nextSyncAt = Schedule.nextSlot(anchor: anchor, after: time.now) }
                    try writing.update(integration)
                }
                return try leases.waiting(writing).first { $0.integration == run.integration }
            }
            if let queued, !active.contains(queued.id) { launch(queued) }
        } catch {
            log.error("the queue of an integration could not be read", metadata: ["integration": "\(run.integration)"])
        }
    }

    /// Starts the queued syncs whose turn it is: another process, gone by now, may have queued them.
    @discardableResult
    func startWaiting() throws -> [Provisioning.Run] {
        let waiting = try store.read { try leases.waiting($0) }.filter { !active.contains($0.id) }
        for run in waiting { launch(run) }
        return waiting
    }
}

extension Provisioning.Run {
    /// Results can be read for 24 hours (R-RUN-7).
    mutating func succeed(_ summary: Provisioning.Summary, _ now: Timestamp) {
        state = .succeeded
        self.summary = summary
        planned = true
        endedAt = now
        resultsExpireAt = now.adding(hours: 24)
    }
}

extension Provisioning.Run.Failure {
    init(_ error: RPCError) {
        self.init(code: error.code, message: error.message, data: (error.data ?? .object([:])).text)
    }
}


extension RunDriver {
    /// What an earlier process left unfinished has changed nothing and says so; a sync of the schedule is made up (R-RUN-3, R-RUN-4).
    func recover() throws {
        // Nothing is written, and nobody kept waiting, where nothing is amiss.
        guard try !store.read({ try leases.orphans($0) }).isEmpty else { return }
        let now = time.now
        try store.write { writing in
            for var run in try leases.orphans(writing) {
                run.state = .failed
                run.endedAt = now
                run.failure = Provisioning.Run.Failure(RPCError(.interrupted, "The process that carried out this run ended before it was done. Nothing was changed."))
                try writing.update(run)
                try leases.forget(run.id, writing)
                try writing.audit(run, at: now)
                guard var integration = try writing.integration(run.integration) else { continue }
                reschedule(&integration, after: run, now: now)
                try writing.update(integration)
                CrashPoint.recovering.reached()
            }
        }
        try eraseOrphanedRows()
    }

    /// Rows of runs that ended without results, or whose results have expired.
    func eraseOrphanedRows() throws {
        try store.rows.eraseOrphans { try store.read { try $0.runsWithRows(now: time.now) } }
    }
}
