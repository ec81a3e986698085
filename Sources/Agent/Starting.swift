import Contract
import JSON
import Provisioning
import Store
import Wire

/// Starting and cancelling runs by hand (R-RUN-1, -2, -3).
extension Agent {
    func start(_ kind: Provisioning.Run.Kind, _ name: String, actor: Actor) throws -> Provisioning.Run {
        let now = time.now
        return try store.write { writing -> Provisioning.Run in
            try requireFeature(writing)
            let integration = try self.integration(name, writing)
            try mayRun(integration)
            if kind == .sync && !integration.enabled {
                throw RPCError(.wrongState, "This integration is not enabled; enable it first, or apply a reviewed test with its plan.")
            }
            try requireNoRun(integration, writing)
            try requireQuota(kind, integration, now, writing)
            return try driver.insert(Provisioning.Run(
                id: "", integration: integration.id, kind: kind, trigger: .manual, startedAt: now, revision: integration.revision, actor: actor.userID), writing)
        }
    }

    func quota(_ kind: Provisioning.Run.Kind, _ integration: Provisioning.Integration, _ now: Timestamp, _ reading: Reading) throws -> Provisioning.Quota {
        let limit = kind == .test ? options.testsPerDay : options.syncsPerDay
        return Provisioning.Quota(limit: limit, starts: try reading.quotaStarts(integration: integration.id, kind: kind, since: now.adding(hours: -24)), now: now)
    }

    private func requireQuota(_ kind: Provisioning.Run.Kind, _ integration: Provisioning.Integration, _ now: Timestamp, _ reading: Reading) throws {
        guard let retryAt = try quota(kind, integration, now, reading).nextAt else { return }
        let limit = kind == .test ? "\(options.testsPerDay) tests" : "\(options.syncsPerDay) manual sync\(options.syncsPerDay == 1 ? "" : "s")"
        throw RPCError(.limitReached, "At most \(limit) can be run in 24 hours; the next is free at \(retryAt).", data: ["retryAt": .string(retryAt.description)])
    }

    /// false: too late, or carried out by another process.
    func cancel(_ run: Provisioning.Run, _ writing: Writing) throws -> Bool {
        if driver.active.cancel(run.id) { return true }
        guard run.state == .queued, !driver.active.contains(run.id) else { return false }
        var cancelled = run
        cancelled.state = .cancelled
        cancelled.endedAt = time.now
        try writing.update(cancelled)
        try driver.leases.giveUp(run.id, writing)
        driver.announce(cancelled)
        return true
    }
}
