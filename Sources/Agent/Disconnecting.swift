import Contract
import JSON
import Provisioning
import Store
import Wire

extension Agent {
    enum Fate: Sendable { case keep, unlink, delete }

    /// Stops the schedule and erases the secrets; users stay unless the caller asks otherwise (R-CON-5). Works while the feature is off.
    func disconnect(_ name: String, users fate: Fate, confirm: Bool, actor: Actor, _ call: Call) throws -> (kept: Int, unlinked: Int, deleted: Int) {
        let now = time.now
        let (integration, result) = try store.write { writing -> (Provisioning.Integration, (kept: Int, unlinked: Int, deleted: Int)) in
            var integration = try self.integration(name, writing)
            if let run = try writing.unfinishedRuns().first(where: { $0.integration == integration.id }) {
                if try !cancel(run, writing) { throw RPCError(.runInProgress, "A run of this integration is being applied; try again when it has ended.", data: ["run": .string(run.id)]) }
            }
            let account = try self.account(writing)
            var managed: [Provisioning.User] = []
            try writing.managedUsers(prefix: integration.prefix) { managed.append($0) }
            let deletable = managed.filter { !(account.protectAdministrators && $0.role.isProtected) }
            if fate == .delete, !deletable.isEmpty, !confirm {
                throw RPCError(askingBecause: "\(counted(deletable.count, "user", "users")) would be deleted for good.", counts: [("users", deletable.count)])
            }
            var result = (kept: managed.count, unlinked: 0, deleted: 0)
            switch fate {
            case .keep: break
            case .unlink:
                _ = try writing.update(managed.map { user in
                    var user = user
                    user.externalID = nil
                    user.held = false
                    return user
                }, now: now)
                result = (0, managed.count, 0)
            case .delete:
                try writing.deleteUsers(ids: deletable.map(\.id), now: now)
                result = (managed.count - deletable.count, 0, deletable.count)
            }
            let isNew = integration.state == .authorizing
            integration.state = .disconnected
            integration.enabled = false
            integration.nextSyncAt = nil
            if isNew {
                // It never came to be; its name and prefix are free again.
                try writing.deleteIntegration(id: integration.id)
            } else {
                try writing.update(integration)
                try writing.eraseSecrets(integration: integration.id)
            }
            try writing.audit("integration/disconnect", actor, subject: integration.id, at: now, counts: ["kept": result.kept, "unlinked": result.unlinked, "deleted": result.deleted])
            return (integration, result)
        }
        call.afterResponse { [self] in announce(integration) }
        announceUsers(after: call)
        return result
    }

    /// After the response, to everybody.
    func announceUsers(after call: Call) { call.afterResponse { [driver] in driver.announceUsers() } }
}
