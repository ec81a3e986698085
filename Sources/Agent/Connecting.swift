import Contract
import JSON
import Provisioning
import Store
import Wire

/// Connecting and disconnecting an HRIS (R-CON).
extension Agent {
    func connect(
        _ connectorID: String, _ authorization: Provisioning.Authorization, name: String?, prefix: String?, confirm: Bool, actor: Actor
    ) async throws -> Provisioning.Integration {
        let entry = try entry(connectorID)
        try mayRead(entry, authorization, actor)
        let prepared = try store.read { reading -> (name: String, prefix: String) in
            try requireFeature(reading)
            let name = try freeName(name, entry, reading)
            let prefix = try freePrefix(prefix, entry, reading)
            let users = try reading.managedCount(prefix: prefix)
            if users > 0, !confirm {
                throw RPCError(.confirmationRequired, "\(counted(users, "user has", "users have")) an external ID already that begins with “\(prefix)”; this integration would manage them. Repeat with confirm: true if that is meant, or choose another prefix.", data: ["counts": ["users": .number(JSONNumber(users))]])
            }
            return (name: name, prefix: prefix)
        }
        let connector = try catalog.connector(connectorID, ConnectorSetup(authorization: authorization, tokens: MemoryTokens(), time: time))
        try await connector.prove()
        let now = time.now
        let integration = try store.write { writing -> Provisioning.Integration in
            try requireFeature(writing)
            let integration = try writing.insert(Provisioning.Integration(id: "", connector: connectorID, name: prepared.name, prefix: prepared.prefix, createdAt: now))
            try writing.set(authorization, secrets: secretNames(entry, authorization), integration: integration.id, now: now)
            try writing.audit("integration/connect", actor, subject: integration.id, at: now, after: ["connector": .string(connectorID), "name": .string(integration.name), "prefix": .string(integration.prefix)])
            return integration
        }
        return integration
    }

    /// Keeps users, configuration and prefix; anything but new secrets needs a new test (R-CON-5).
    func reconnect(_ name: String, _ authorization: Provisioning.Authorization, actor: Actor) async throws -> Provisioning.Integration {
        let (found, old) = try store.read { reading -> (Provisioning.Integration, Provisioning.Authorization?) in
            try requireFeature(reading)
            let integration = try self.integration(name, reading)
            // A run under way reads with the old authorization; its end must not be mixed with the new one.
            try requireNoRun(integration, reading)
            return (integration, try reading.authorization(integration: integration.id))
        }
        let entry = try entry(found.connector)
        try mayRead(entry, authorization, actor)
        let connector = try catalog.connector(found.connector, ConnectorSetup(authorization: authorization, tokens: MemoryTokens(), time: time))
        try await connector.prove()
        let onlySecrets = old.map { publicSettings(entry, $0) == publicSettings(entry, authorization) } ?? false
        let now = time.now
        let integration = try store.write { writing -> Provisioning.Integration in
            guard var integration = try writing.integration(found.id) else { throw RPCError(.notFound, "The integration is gone.") }
            integration.state = .connected
            if !onlySecrets {
                integration.enabled = false
                integration.nextSyncAt = nil
                // The next enable asks for a test that is newer than this.
                if integration.isConfigured { integration.configuredAt = now }
            } else if integration.enabled, integration.nextSyncAt == nil {
                integration.nextSyncAt = now
            }
            try writing.update(integration)
            try writing.set(authorization, secrets: secretNames(entry, authorization), integration: integration.id, now: now)
            try writing.audit("integration/reconnect", actor, subject: integration.id, at: now, after: ["onlySecrets": .bool(onlySecrets)])
            return integration
        }
        return integration
    }

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
                throw RPCError(.confirmationRequired, "\(counted(deletable.count, "user", "users")) would be deleted for good. Repeat with confirm: true if that is meant.", data: ["counts": ["users": .number(JSONNumber(deletable.count))]])
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
            integration.state = .disconnected
            integration.enabled = false
            integration.nextSyncAt = nil
            try writing.update(integration)
            try writing.eraseSecrets(integration: integration.id)
            try writing.audit("integration/disconnect", actor, subject: integration.id, at: now, counts: ["kept": result.kept, "unlinked": result.unlinked, "deleted": result.deleted])
            return (integration, result)
        }
        call.afterResponse { [self] in announce(integration) }
        announceUsers(after: call)
        return result
    }

    /// After the response, to everybody.
    func announceUsers(after call: Call) { call.afterResponse { [driver] in driver.announceUsers() } }

    // MARK: Names and prefixes

    private func freeName(_ asked: String?, _ entry: ConnectorEntry, _ reading: Reading) throws -> String {
        let taken = Set(try reading.integrations().map(\.name))
        if let asked {
            let name = Text.normalized(asked)
            if name.isEmpty { throw RPCError(.configurationInvalid, "The name is blank; leave it out to get the HRIS's.") }
            if taken.contains(name) { throw RPCError(.taken, "An integration with this name is there already; choose another name.", data: ["which": "name"]) }
            return name
        }
        return taken.contains(entry.name) ? (2...).lazy.map { "\(entry.name) \($0)" }.first { !taken.contains($0) } ?? entry.name : entry.name
    }

    /// 2–32 characters of `A-Z a-z 0-9 . _ -`, ending in `-`; none begins another, disconnected integrations included.
    private func freePrefix(_ asked: String?, _ entry: ConnectorEntry, _ reading: Reading) throws -> String {
        let taken = try reading.prefixes().map(\.prefix)
        func clashes(_ prefix: String) -> Bool { taken.contains { $0.hasPrefix(prefix) || prefix.hasPrefix($0) } }
        guard let asked else {
            let base = String(entry.id.prefix(28))
            return clashes(base + "-") ? (2...).lazy.map { "\(base)\($0)-" }.first { !clashes($0) } ?? base + "-" : base + "-"
        }
        let allowed = asked.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) && $0 >= 0x41 || [0x2E, 0x5F, 0x2D].contains($0) }
        guard (2...32).contains(asked.utf8.count), allowed, asked.hasSuffix("-") else {
            let problem = Problem(.error, "prefixInvalid", "A prefix has 2 to 32 characters of A-Z a-z 0-9 . _ - and ends in “-”.", path: "prefix")
            throw RPCError(.configurationInvalid, problem.message, data: ["problems": [problem.json]])
        }
        if clashes(asked) { throw RPCError(.taken, "This prefix begins, or is begun by, one that an integration has had; prefixes belong to one integration for ever.", data: ["which": "prefix"]) }
        return asked
    }

    // MARK: Settings and secrets

    private func form(_ entry: ConnectorEntry, _ authorization: Provisioning.Authorization) -> Provisioning.AuthorizationForm? {
        entry.authorizations.first { $0.kind == authorization.kind }
    }

    private func secretNames(_ entry: ConnectorEntry, _ authorization: Provisioning.Authorization) -> Set<String> {
        let secrets = form(entry, authorization)?.secretFields ?? []
        return secrets.intersection(authorization.fields.keys)
    }

    /// What says which tenant or file it is, secrets left out.
    private func publicSettings(_ entry: ConnectorEntry, _ authorization: Provisioning.Authorization) -> [String: Provisioning.Authorization.Setting] {
        let secrets = form(entry, authorization)?.secretFields ?? []
        return authorization.fields.filter { !secrets.contains($0.key) }
    }

    /// An actor may name files only under `--files`.
    private func mayRead(_ entry: ConnectorEntry, _ authorization: Provisioning.Authorization, _ actor: Actor) throws {
        guard entry.readsFiles, actor != .host else { return }
        guard case .text(let path)? = authorization.fields["path"] else { return }
        try mayUse(path: path, actor)
    }
}
