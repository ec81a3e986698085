import Contract
import JSON
import Logging
import Provisioning
import Store
import Synchronization
import Wire

/// Carries out runs: fetch, plan, and for a sync apply. A failed or cancelled run changes nothing.
final class RunDriver: Sendable {
    let store: Store
    let time: any TimeSource
    let events: Events
    let active = ActiveRuns()
    let leases: Leases
    let connections: Connections
    /// How the agent shows an integration; set once, when the agent is made.
    let showIntegration = Mutex<(@Sendable (Provisioning.Integration) -> Contract.Integration?)?>(nil)
    let told: Mutex<Told>
    let log: Logger

    init(connections: Connections, events: Events, log: Logger) {
        self.connections = connections
        store = connections.store
        leases = connections.leases
        time = connections.time
        self.events = events
        self.log = log
        told = Mutex(Told(sequence: (try? store.read { try $0.lastSequence() }) ?? 0))
    }

    /// Stores a new run as this process's.
    func insert(_ run: Provisioning.Run, _ writing: Writing) throws -> Provisioning.Run {
        let run = try writing.insert(run)
        try leases.take(run.id, writing)
        return run
    }

    /// Carries out a run that has been stored, and afterwards what became due meanwhile.
    /// `token`: under which its progress is told besides its id.
    /// `includesHeld`: of a run that applies a reviewed test, whether it also does what safeguards hold back (R-SAFE-2).
    func launch(_ run: Provisioning.Run, token: RPCID? = nil, includesHeld: Bool = false) {
        active.begin(run.id) { [self] in await execute(run, token, includesHeld: includesHeld) }
    }

    private func execute(_ stored: Provisioning.Run, _ token: RPCID?, includesHeld: Bool) async {
        var run = stored
        let heartbeat = Task { [store, leases] in
            // A database that is locked or full for a moment does not end it.
            while (try? await Task.sleep(for: .seconds(Leases.renewal))) != nil { _ = try? store.write { try leases.renew(stored.id, $0) } }
        }
        defer { heartbeat.cancel() }
        var notices: [Notice] = []
        do {
            // Cancelled, or taken on by another process.
            guard try store.write({ try leases.claim(stored.id, $0) }) else { return }
            CrashPoint.runStored.reached()
            if run.plan != nil {
                notices = try finishReviewed(&run, includesHeld: includesHeld)
            } else {
                do {
                    notices = try await carryOut(&run, token, recognizes: true)
                } catch is NeedsEveryRecord {
                    notices = try await carryOut(&run, token, recognizes: false)
                }
            }
        } catch {
            notices = fail(&run, error)
        }
        // First that it ended, then what follows from that.
        announce(run)
        announceIntegration(of: run)
        announceUsers()
        for notice in notices { announce(notice) }
        startNext(after: run)
    }

    /// `recognizes`: whether records that are as they were need not be read.
    private func carryOut(_ run: inout Provisioning.Run, _ token: RPCID?, recognizes: Bool) async throws -> [Notice] {
        try move(&run, to: .fetching)
        let fetched = try await fetch(&run, token, recognizes: recognizes)
        try move(&run, to: .planning)
        return run.kind == .test ? try finishTest(&run, fetched) : try finishSync(&run, fetched)
    }

    private func move(_ run: inout Provisioning.Run, to state: Provisioning.Run.State) throws {
        if active.isCancelled(run.id) { throw CancellationError() }
        run.state = state
        let moved = run
        try store.write { writing in
            try leases.keep(moved.id, writing)
            try writing.update(moved)
        }
        announce(run)
    }

    // MARK: Fetch

    /// What a run has read, and the configuration with which it began: one saved meanwhile takes effect at the next run (R-RUN-6).
    struct Fetched: Sendable {
        var intake: Intake
        var configuration: Provisioning.Configuration
    }

    /// Reads everything, page by page (R-SAFE-4).
    private func fetch(_ run: inout Provisioning.Run, _ token: RPCID?, recognizes: Bool) async throws -> Fetched {
        let id = run.integration
        let (integration, authorization, configuration) = try store.read { reading in
            (try reading.integration(id), try reading.authorization(integration: id), try reading.configuration(integration: id).configuration)
        }
        guard let integration, let authorization else { throw ConnectorError.authorizationRequired("The integration has no authorization; reconnect it.") }
        let connector = try connections.connector(integration, authorization, isAskedByActor: run.actor != nil)
        let records = recognizes ? try await connector.records() : nil
        let reader = if let records { records } else { try await connector.snapshot() }
        var fetched = Fetched(intake: try intake(run, integration, configuration, recognizes: records != nil), configuration: configuration)
        (run.read, run.total) = (0, nil)
        do {
            while let page = try await reader.next() {
                if active.isCancelled(run.id) { throw CancellationError() }
                try fetched.intake.take(page)
                run.read = fetched.intake.read
                run.total = page.total ?? run.total
                active.note(run.id, read: run.read, total: run.total)
                announceProgress(run, token)
                CrashPoint.pageRead.reached()
            }
        } catch let error as ConnectorError where records != nil && error != .cancelled {
            // What is amiss, and whether it is, `snapshot` knows.
            throw NeedsEveryRecord()
        }
        CrashPoint.fetched.reached()
        if let total = run.total, run.read < total {
            throw ConnectorError.remoteIncomplete("The HRIS promised \(total) employees and delivered \(run.read); nothing was changed. Try again later.")
        }
        return fetched
    }

    /// With what the last sync found settled, but for whom has been written since.
    private func intake(
        _ run: Provisioning.Run, _ integration: Provisioning.Integration, _ configuration: Provisioning.Configuration, recognizes: Bool
    ) throws -> Intake {
        var random = SystemRandomNumberGenerator()
        let key = FingerprintKey(&random)
        return try store.read { reading in
            let rules = try ruleset(integration, configuration, startedAt: run.startedAt, .externalID, reading)
            guard recognizes, var recognition = try reading.recognition(integration: integration.id, epoch: rules.epoch) else {
                return Intake(today: rules.today, key: key, fields: configuration.fields)
            }
            let written = try reading.numbersChanged(since: recognition.sequence).withReferrers(in: reading)
            recognition.forget(written, upTo: try reading.lastSequence())
            return Intake(recognition, today: rules.today, fields: configuration.fields)
        }
    }

    // MARK: Plan

    /// A test stops with its plan stored (R-PLAN-10), and with what applying it later needs (R-PLAN-11).
    private func finishTest(_ run: inout Provisioning.Run, _ fetched: Fetched) throws -> [Notice] {
        let plan = try store.read { reading -> Plan in
            var settled = try settle(run, fetched, .externalIDThenEmail, reading)
            CrashPoint.planned.reached()
            run.planned = true
            if active.isCancelled(run.id) { throw CancellationError() }
            try store.rows.write(run: run.id) { rows in try rows.write(&settled, of: run, fetched.configuration, reading) }
            return settled.plan
        }
        let now = time.now
        run.succeed(plan.summary, now)
        let ended = run
        return try store.write { writing -> [Notice] in
            try leases.keep(ended.id, writing)
            try writing.update(ended)
            try leases.giveUp(ended.id, writing)
            try writing.setPresence(integration: ended.integration, plan.presence)
            try writing.audit(ended, at: now)
            return try writing.notifyTestReady(ended, at: now)
        }
    }

    private func finishSync(_ run: inout Provisioning.Run, _ fetched: Fetched) throws -> [Notice] {
        try apply(&run) { run, writing in
            let settled = try settle(run, fetched, .externalID, writing)
            try writing.setPresence(integration: run.integration, settled.plan.presence)
            return SyncRows(settled, writing)
        } afterwards: { run, rows, start, writing in
            guard let integration = try writing.integration(run.integration) else { return }
            let rules = try ruleset(integration, fetched.configuration, startedAt: run.startedAt, .externalID, writing)
            try writing.remember(rows.plan, rows.entries, fetched.intake, rules, integration: integration.id, since: start)
        }
    }

    /// Everything from the comparison to the last write happens under one write lock, against the mirror as it then is (R-PLAN-12).
    ///
    /// `afterwards` hears the change of a user that was the last one before the apply.
    func apply<Rows: PlanRows>(
        _ run: inout Provisioning.Run, _ makePlan: (Provisioning.Run, Writing) throws -> Rows,
        afterwards: (Provisioning.Run, Rows, Int64, Writing) throws -> Void = { _, _, _, _ in }
    ) throws -> [Notice] {
        guard active.enterApply(run.id) else { throw CancellationError() }
        run.state = .applying
        let applying = run
        try store.write { writing in
            try leases.keep(applying.id, writing)
            try writing.update(applying)
        }
        announce(run)
        var hasPlan = false
        defer { run.planned = hasPlan }
        defer { if !hasPlan { active.leaveApply(run.id) } }
        let (ended, notices) = try store.write { writing -> (Provisioning.Run, [Notice]) in
            var run = applying
            try leases.keep(run.id, writing)
            var rows = try makePlan(run, writing)
            CrashPoint.planned.reached()
            hasPlan = true
            // A reviewed plan is the way past (R-SAFE-7).
            if run.plan == nil, rows.plan.summary.safeguards.contains(.identity) { throw identityMismatch }
            let now = time.now
            let start = try writing.lastSequence()
            // Complete before the transaction ends; if that fails, so does the run, and they are erased again.
            let conflicts = try store.rows.write(run: run.id) { kept in
                var apply = try Apply(writing, keepingIn: kept, now: now)
                try apply.run(&rows)
                return kept.conflicts
            }
            try afterwards(run, rows, start, writing)
            run.succeed(rows.plan.summary, now)
            try writing.update(run)
            try writing.audit(run, at: now)
            try leases.giveUp(run.id, writing)
            let notices = try writing.notifyAfterSync(run, conflicts: conflicts, at: now)
            CrashPoint.applied.reached()
            return (run, notices)
        }
        CrashPoint.committed.reached()
        run = ended
        return notices
    }

    private var identityMismatch: RPCError {
        RPCError(.identityMismatch, "Too many people have both another last name and another address than before. This looks like another tenant or a wrongly sorted file, so nothing was applied. Run a test; if it is right, apply it with integration/sync and its plan.")
    }

    private func settle(_ run: Provisioning.Run, _ fetched: Fetched, _ matching: Ruleset.Matching, _ reading: Reading) throws -> SettledPlan<Reading> {
        guard let integration = try reading.integration(run.integration) else { throw RPCError(.notFound, "The integration is gone.") }
        let rules = try ruleset(integration, fetched.configuration, startedAt: run.startedAt, matching, reading)
        return try Planner(rules: rules, mirror: reading).settle(fetched.intake)
    }

    func ruleset(
        _ integration: Provisioning.Integration, _ configuration: Provisioning.Configuration, startedAt: Timestamp, _ matching: Ruleset.Matching, _ reading: Reading
    ) throws -> Ruleset {
        let account = try reading.account() ?? Provisioning.Account(languages: LanguageTable.codes)
        let attributes = try reading.attributes()
        var segments: [String: [String: String]] = [:]
        for attribute in attributes where attribute.type == .choice { segments[attribute.key] = try reading.spellings(attribute: attribute.key) }
        return Ruleset(
            configuration: configuration, account: account, today: account.timeZone.day(at: startedAt), prefix: integration.prefix, attributes: attributes,
            segments: segments, presence: try reading.presence(integration: integration.id), matching: matching)
    }
}
