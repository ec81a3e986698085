import Contract
import JSON
import Provisioning
import Store
import Wire

/// Saving a configuration, enabling and disabling (R-RUN-4 to R-RUN-6).
extension Agent {
    struct Configured: Sendable {
        var configuration: Provisioning.Configuration
        var revision: Int
        var warnings: [Provisioning.Problem]
    }

    /// Replaces the given sections. Never calls the HRIS; takes effect at the next run.
    func configure(
        _ name: String, revision: Int?, actor: Actor, _ call: Call, change: (inout Provisioning.Configuration) -> [Provisioning.Problem]
    ) throws -> Configured {
        let now = time.now
        let (integration, result) = try store.write { writing -> (Provisioning.Integration, Configured) in
            try requireFeature(writing)
            var integration = try self.integration(name, writing)
            if integration.state == .disconnected { throw RPCError(.wrongState, "This integration is disconnected; reconnect it first.") }
            if let revision, revision != integration.revision {
                throw RPCError(.revisionConflict, "The configuration was changed meanwhile (revision \(integration.revision), yours is \(revision)). Read it again and repeat your change.", data: ["revision": .number(JSONNumber(integration.revision))])
            }
            let before = try writing.configuration(integration: integration.id).configuration
            var after = before
            let shapeProblems = change(&after)
            let check = ConfigurationCheck(
                attributes: try writing.attributes(), account: try account(writing), supports: try entry(integration.connector).supports,
                knownCustomFields: Set(try writing.presence(integration: integration.id).keys.filter(FieldPath.isCustom)))
            let problems = shapeProblems + check.problems(of: after)
            let errors = problems.filter { $0.severity == .error }
            guard errors.isEmpty else {
                let what = errors.count == 1 ? errors[0].message : "\(errors[0].message) (and \(errors.count - 1) more)"
                throw RPCError(.configurationInvalid, what, data: ["problems": .array(errors.map(\.json))])
            }
            integration.revision = try writing.configure(integration: integration.id, after, now: now)
            integration.configuredAt = now
            try writing.audit("integration/configure", actor, subject: integration.id, at: now, before: Agent.json(before), after: Agent.json(after))
            return (integration, Configured(configuration: after, revision: integration.revision, warnings: problems))
        }
        call.afterResponse { [self] in announce(integration) }
        return result
    }

    private static func json(_ configuration: Provisioning.Configuration) -> JSONObject {
        (try? JSONValue(parsing: Contract.Configuration(configuration).encoded()))?.object ?? [:]
    }

    /// The first sync runs at once, unless one has succeeded within the slot's 24 hours.
    func enable(_ name: String, confirm: Bool, actor: Actor, _ call: Call? = nil) throws -> (integration: Provisioning.Integration, run: Provisioning.Run?) {
        let now = time.now
        let (integration, run) = try store.write { writing -> (Provisioning.Integration, Provisioning.Run?) in
            try requireFeature(writing)
            var integration = try self.integration(name, writing)
            try mayRun(integration)
            if integration.enabled { return (integration, nil) }
            if !confirm { try askBeforeEnabling(integration, now, writing) }
            integration.enabled = true
            integration.retries = 0
            let lastSuccess = try newestSuccess(.sync, integration, writing)
            var run: Provisioning.Run?
            if let anchor = integration.scheduleAnchor, let ended = lastSuccess?.endedAt, ended.adding(hours: 24) > now {
                integration.nextSyncAt = Schedule.nextSlot(anchor: anchor, after: now)
            } else {
                try requireNoRun(integration, writing)
                integration.scheduleAnchor = now
                integration.nextSyncAt = now.adding(hours: 24)
                run = try driver.insert(Provisioning.Run(
                    id: "", integration: integration.id, kind: .sync, trigger: .enable, startedAt: now, revision: integration.revision, actor: actor.userID), writing)
            }
            try writing.update(integration)
            try writing.audit("integration/enable", actor, subject: integration.id, at: now)
            return (integration, run)
        }
        return (integration, run)
    }

    /// R-RUN-5.
    private func askBeforeEnabling(_ integration: Provisioning.Integration, _ now: Timestamp, _ writing: Writing) throws {
        let users = try writing.userCount()
        guard users > 0 else { return }
        let test = try newestSuccess(.test, integration, writing)
        var unlinked = 0
        // Once its rows have expired the test is too old anyway.
        if let test, store.rows.exists(run: test.id) {
            try store.rows.each(run: test.id, category: .updated) { row in
                if row.needsLink, let id = row.userID, let user = try writing.user(id: id), user.externalID != row.externalID { unlinked += 1 }
            }
        }
        let isFresh = test.map { $0.startedAt.adding(hours: 24) > now && $0.startedAt >= integration.configuredAt ?? now } ?? false
        guard unlinked > 0 || !isFresh else { return }
        let why = unlinked > 0
            ? "\(counted(unlinked, "user", "users")) whom the newest test found by address still lack an external ID, so the sync would meet a conflict for each. Upload the test's file of updated users by mass edit first."
            : "\(counted(users, "user is", "users are")) there already, and no test of this configuration from the last 24 hours, so nobody has seen what the sync will do. Run a test first."
        throw RPCError(askingBecause: why, "Or repeat with confirm: true.", counts: [("users", users), ("needsLink", unlinked)])
    }

    /// Stops the schedule; a running scheduled sync that is not applying is cancelled.
    func disable(_ name: String, actor: Actor) throws -> Provisioning.Integration {
        try store.write { writing -> Provisioning.Integration in
            var integration = try self.integration(name, writing)
            guard integration.enabled else { return integration }
            integration.enabled = false
            integration.nextSyncAt = nil
            integration.retries = 0
            try writing.update(integration)
            // The first sync, which enabling started, is the schedule's, too.
            for run in try writing.unfinishedRuns() where run.integration == integration.id && (run.trigger == .schedule || run.trigger == .enable) { _ = try cancel(run, writing) }
            try writing.audit("integration/disable", actor, subject: integration.id, at: time.now)
            return integration
        }
    }

    /// Among the newest runs; older ones matter to nobody who asks.
    private func newestSuccess(_ kind: Provisioning.Run.Kind, _ integration: Provisioning.Integration, _ reading: Reading) throws -> Provisioning.Run? {
        try reading.runs(integration: integration.id, kind: kind, limit: 100).items.first { $0.state == .succeeded }
    }

    // MARK: What a run needs

    func mayRun(_ integration: Provisioning.Integration) throws {
        try requireConnected(integration)
        if !integration.isConfigured { throw RPCError(.wrongState, "This integration has never been configured; call integration/configure first, with an empty configuration for the defaults.") }
    }

    func requireNoRun(_ integration: Provisioning.Integration, _ reading: Reading) throws {
        if let run = try reading.unfinishedRuns().first(where: { $0.integration == integration.id }) {
            throw RPCError(.runInProgress, "A run of this integration is under way; wait for it with run/wait or cancel it.", data: ["run": .string(run.id)])
        }
    }
}
