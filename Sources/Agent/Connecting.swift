import Contract
import JSON
import Provisioning
import Store
import Wire

/// Connecting an HRIS (R-CON).
extension Agent {
    /// What connecting has come to: it is done, or a person is to be sent to `authorize`.
    struct Connected {
        var integration: Provisioning.Integration
        var authorize: Contract.AuthorizeRequest?
    }

    func connect(
        _ connectorID: String, _ authorization: Provisioning.Authorization, name: String?, prefix: String?, confirm: Bool, actor: Actor
    ) async throws -> Connected {
        try scheduler.expireAttempts()
        let entry = try entry(connectorID)
        try mayRead(entry, authorization, actor)
        let prepared = try store.read { reading -> (name: String, prefix: String) in
            try requireFeature(reading)
            let name = try freeName(name, entry, reading)
            let prefix = try freePrefix(prefix, entry, reading)
            let users = try reading.managedCount(prefix: prefix)
            if users > 0, !confirm {
                throw RPCError(
                    askingBecause: "\(counted(users, "user has", "users have")) an external ID already that begins with “\(prefix)”; this integration would manage them.",
                    "Repeat with confirm: true if that is meant, or choose another prefix.", counts: [("users", users)])
            }
            return (name: name, prefix: prefix)
        }
        let begun = try begin(entry, authorization, actor)
        let tokens = begun == nil ? try await prove(entry, authorization, nil, isRestricted: actor != .host) : nil
        let now = time.now
        let integration = try store.write { writing -> Provisioning.Integration in
            try requireFeature(writing)
            let integration = try writing.insert(Provisioning.Integration(
                id: "", connector: connectorID, name: prepared.name, prefix: prepared.prefix, state: begun == nil ? .connected : .authorizing, createdAt: now,
                isRestricted: actor != .host))
            if let begun {
                try writing.set(begun.attempt, integration: integration.id)
            } else {
                try writing.set(authorization, secrets: entry.secretNames(authorization), integration: integration.id, now: now)
                if let tokens { try writing.set(tokens, integration: integration.id) }
            }
            try writing.audit("integration/connect", actor, subject: integration.id, at: now, after: [
                "connector": .string(connectorID), "name": .string(integration.name), "prefix": .string(integration.prefix),
            ])
            return integration
        }
        return Connected(integration: integration, authorize: begun?.request)
    }

    /// Keeps users, configuration and prefix; anything but new secrets needs a new test (R-CON-5).
    func reconnect(_ name: String, _ authorization: Provisioning.Authorization, actor: Actor) async throws -> Connected {
        try scheduler.expireAttempts()
        let found = try store.read { reading -> Provisioning.Integration in
            try requireFeature(reading)
            let integration = try self.integration(name, reading)
            // A run under way reads with the old authorization; its end must not be mixed with the new one.
            try requireNoRun(integration, reading)
            return integration
        }
        let entry = try entry(found.connector)
        try mayRead(entry, authorization, actor)
        if let begun = try begin(entry, authorization, actor) {
            try store.write { writing in
                try writing.set(begun.attempt, integration: found.id)
                try writing.audit("integration/reconnect", actor, subject: found.id, at: time.now, after: ["state": "authorizing"])
            }
            return Connected(integration: found, authorize: begun.request)
        }
        let tokens = try await prove(entry, authorization, nil, isRestricted: actor != .host)
        let integration = try store.write { writing -> Provisioning.Integration in
            guard var integration = try writing.integration(found.id) else { throw RPCError(.notFound, "The integration is gone.") }
            try requireNoRun(integration, writing)
            let onlySecrets = try replace(&integration, entry, authorization, tokens, isRestricted: actor != .host, writing)
            try writing.audit("integration/reconnect", actor, subject: integration.id, at: time.now, after: ["onlySecrets": .bool(onlySecrets)])
            return integration
        }
        return Connected(integration: integration)
    }

    /// One cheap real call (R-CON-3). Gives the tokens that it took, or made of those given.
    func prove(_ entry: ConnectorEntry, _ authorization: Provisioning.Authorization, _ tokens: Tokens?, isRestricted: Bool) async throws -> Tokens? {
        let keeper = MemoryTokens(tokens)
        let connector = try connections.connector(entry, authorization, keeper, isRestricted: isRestricted)
        do {
            try await connector.prove()
        } catch ConnectorError.authorizationRequired(let message) {
            // Nothing is connected yet that could ask for a new authorization.
            throw ConnectorError.authorizationRejected(message)
        }
        return await keeper.tokens()
    }

    /// Puts a proved authorization in the place of the old one, and says whether only secrets are new (R-CON-5).
    func replace(
        _ integration: inout Provisioning.Integration, _ entry: ConnectorEntry, _ authorization: Provisioning.Authorization, _ tokens: Tokens?,
        isRestricted: Bool, _ writing: Writing
    ) throws -> Bool {
        let now = time.now
        let old = try writing.authorization(integration: integration.id)
        let onlySecrets = old.map { entry.publicSettings($0) == entry.publicSettings(authorization) } ?? false
        integration.state = .connected
        integration.isRestricted = isRestricted
        if !onlySecrets {
            integration.enabled = false
            integration.nextSyncAt = nil
            // The next enable asks for a test that is newer than this.
            if integration.isConfigured { integration.configuredAt = now }
        } else if integration.enabled, integration.nextSyncAt == nil {
            integration.nextSyncAt = now
        }
        try writing.update(integration)
        try writing.set(authorization, secrets: entry.secretNames(authorization), integration: integration.id, now: now)
        if let tokens { try writing.set(tokens, integration: integration.id) }
        try writing.eraseAttempt(integration: integration.id)
        return onlySecrets
    }

    /// An actor may name files only under `--files`.
    private func mayRead(_ entry: ConnectorEntry, _ authorization: Provisioning.Authorization, _ actor: Actor) throws {
        if actor != .host { try connections.requireFile(entry, authorization) }
    }
}
