import Contract
import JSON
import Provisioning
import Store
import Wire

/// Taking a sync back (R-RES-6).
extension Agent {
    public func runUndo(_ params: RunUndoParams, _ call: Call) throws(RPCError) -> UndoResult {
        let actor = try actor(params.actor, for: call.method)
        return try attempt {
            let now = time.now
            let (run, integration, undo) = try store.write { writing -> (Provisioning.Run, Provisioning.Integration, Undo) in
                var run = try undoable(try self.run(params.run, params.integration, params.kind, writing), writing)
                guard var integration = try writing.integration(run.integration) else { throw RPCError(.notFound, "The integration of this run is gone.") }
                var planner = UndoPlanner(
                    effects: try store.rows.effects(run: run.id), attributes: try writing.attributes(), licenseLimit: try account(writing).licenseLimit, mirror: writing,
                    current: { try writing.user(id: $0) }, segment: { try writing.segment(attribute: $0, spelled: $1)?.name })
                let undo = try planner.plan()
                try writing.apply(undo, now: now)
                run.undoneAt = now
                try writing.update(run)
                // The next sync would do it all again.
                integration.enabled = false
                integration.nextSyncAt = nil
                integration.retries = 0
                try writing.update(integration)
                try writing.audit(call.method, actor, subject: run.id, at: now, counts: [
                    "recreated": undo.recreate.count, "reverted": undo.revert.count, "removed": undo.remove.count, "untouched": undo.untouched.count,
                ])
                CrashPoint.undone.reached()
                return (run, integration, undo)
            }
            call.afterResponse { [self] in
                driver.announce(run)
                announce(integration)
            }
            announceUsers(after: call)
            return UndoResult(
                recreated: undo.recreate.count, reverted: undo.revert.count, removed: undo.remove.count, untouched: undo.untouched.map(Contract.Problem.init))
        }
    }

    private func undoable(_ run: Provisioning.Run, _ reading: Reading) throws -> Provisioning.Run {
        guard run.kind == .sync else { throw RPCError(.wrongState, "A test changes nothing, so there is nothing to take back.") }
        if let undone = run.undoneAt { throw RPCError(.wrongState, "This sync was taken back at \(undone) already.") }
        if run.state.isFinal, run.state != .succeeded {
            throw RPCError(.wrongState, "This sync has changed nothing: it \(run.state == .cancelled ? "was cancelled" : "failed").", data: ["state": .string(run.state.rawValue)])
        }
        if let integration = try reading.integration(run.integration) { try requireNoRun(integration, reading) }
        return try runWithRows(run.id, nil, nil, reading)
    }
}

extension Writing {
    /// Deletes, updates, creates, references, as an apply does.
    fileprivate func apply(_ undo: Undo, now: Timestamp) throws {
        let kinds = try Set(attributes().filter { $0.type == .user }.map(\.key))
        func withoutReferences(_ user: Provisioning.User) -> Provisioning.User {
            var user = user
            user.attributes = user.attributes.filter { !kinds.contains($0.key) }
            return user
        }
        try deleteUsers(ids: undo.remove, now: now)
        // Whom they refer to may not be there again yet.
        _ = try update(undo.revert.map(withoutReferences), now: now)
        for user in undo.recreate { _ = try restore(withoutReferences(user), now: now) }
        for user in undo.recreate + undo.revert where user.attributes.keys.contains(where: kinds.contains) { _ = try update(user, now: now) }
    }
}
