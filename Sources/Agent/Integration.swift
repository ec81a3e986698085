import Contract
import JSON
import Provisioning
import Store
import Wire

extension Agent {
    public func integrationList(_ params: IntegrationListParams, _ call: Call) throws(RPCError) -> IntegrationPage {
        try attempt {
            try store.read { reading in
                let page = try Cursor(call).page(of: try reading.integrations(), from: params.cursor, limit: params.limit)
                return IntegrationPage(items: try page.items.map { try shown($0, reading) }, nextCursor: page.next)
            }
        }
    }

    public func integrationGet(_ params: IntegrationGetParams, _ call: Call) throws(RPCError) -> Contract.Integration {
        try attempt { try store.read { reading in try shown(try integration(params.integration, reading), reading) } }
    }

    public func integrationUpdate(_ params: IntegrationUpdateParams, _ call: Call) throws(RPCError) -> Contract.Integration {
        let actor = try actor(params.actor, for: call.method)
        let name = Text.normalized(params.name)
        try requireName(name)
        return try attempt {
            let integration = try store.write { writing -> Provisioning.Integration in
                var integration = try self.integration(params.integration, writing)
                let before = integration.name
                integration.name = name
                try writing.update(integration)
                try writing.audit(call.method, actor, subject: integration.id, at: time.now, before: ["name": .string(before)], after: ["name": .string(name)])
                return integration
            }
            return try tell(integration, call)
        }
    }

    public func integrationConnect(_ params: IntegrationConnectParams, _ call: Call) async throws(RPCError) -> ConnectResult {
        let actor = try actor(params.actor, for: call.method)
        return try await attempt {
            let connected = try await connect(
                params.connector, Provisioning.Authorization(params.authorization), name: params.name, prefix: params.prefix, confirm: params.confirm, actor: actor)
            return ConnectResult(integration: try tell(connected.integration, call), authorize: connected.authorize)
        }
    }

    public func integrationAuthorize(_ params: IntegrationAuthorizeParams, _ call: Call) async throws(RPCError) -> IntegrationResult {
        let actor = try actor(params.actor, for: call.method)
        return try await attempt {
            let integration = try await authorize(params.integration, state: params.state, code: params.code, error: params.error, actor: actor)
            return IntegrationResult(integration: try tell(integration, call))
        }
    }

    public func integrationReconnect(_ params: IntegrationReconnectParams, _ call: Call) async throws(RPCError) -> ConnectResult {
        let actor = try actor(params.actor, for: call.method)
        return try await attempt {
            let connected = try await reconnect(params.integration, Provisioning.Authorization(params.authorization), actor: actor)
            return ConnectResult(integration: try tell(connected.integration, call), authorize: connected.authorize)
        }
    }

    public func integrationDisconnect(_ params: IntegrationDisconnectParams, _ call: Call) throws(RPCError) -> DisconnectResult {
        let actor = try actor(params.actor, for: call.method)
        return try attempt {
            let fate: Fate = switch params.users {
            case .keep: .keep
            case .unlink: .unlink
            case .delete: .delete
            }
            let result = try disconnect(params.integration, users: fate, confirm: params.confirm, actor: actor, call)
            return DisconnectResult(usersKept: result.kept, usersUnlinked: result.unlinked, usersDeleted: result.deleted)
        }
    }

    public func integrationConfiguration(_ params: IntegrationConfigurationParams, _ call: Call) throws(RPCError) -> ConfigurationResult {
        try attempt {
            try store.read { reading in
                let (configuration, revision) = try reading.configuration(integration: try integration(params.integration, reading).id)
                return ConfigurationResult(configuration: Contract.Configuration(configuration), revision: revision)
            }
        }
    }

    public func integrationConfigure(_ params: IntegrationConfigureParams, _ call: Call) throws(RPCError) -> ConfigureResult {
        let actor = try actor(params.actor, for: call.method)
        return try attempt {
            let result = try configure(params.integration, revision: params.revision, actor: actor, call) { $0.apply(params.configuration) }
            return ConfigureResult(
                configuration: Contract.Configuration(result.configuration), revision: result.revision, warnings: result.warnings.map(Contract.Problem.init))
        }
    }

    public func integrationRunTest(_ params: IntegrationRunTestParams, _ call: Call) async throws(RPCError) -> RunResult {
        let actor = try actor(params.actor, for: call.method)
        return try await attempt {
            let run = try start(.test, params.integration, actor: actor)
            return RunResult(run: Contract.Run(try await launched(run, wait: params.wait, call)))
        }
    }

    public func integrationEnable(_ params: IntegrationEnableParams, _ call: Call) async throws(RPCError) -> EnableResult {
        let actor = try actor(params.actor, for: call.method)
        return try await attempt {
            let (integration, started) = try enable(params.integration, confirm: params.confirm, actor: actor)
            // That it is enabled is told before its first run begins.
            if params.wait { announce(integration) } else { call.afterResponse { [self] in announce(integration) } }
            let run = if let started { try await launched(started, wait: params.wait, call) } else { Provisioning.Run?.none }
            let now = try store.read { reading in try shown(try reading.integration(integration.id) ?? integration, reading) }
            return EnableResult(integration: now, run: run.map(Contract.Run.init))
        }
    }

    public func integrationDisable(_ params: IntegrationDisableParams, _ call: Call) throws(RPCError) -> IntegrationResult {
        let actor = try actor(params.actor, for: call.method)
        return try attempt { IntegrationResult(integration: try tell(try disable(params.integration, actor: actor), call)) }
    }

    public func integrationSync(_ params: IntegrationSyncParams, _ call: Call) async throws(RPCError) -> RunResult {
        let actor = try actor(params.actor, for: call.method)
        return try await attempt {
            if let plan = params.plan {
                let run = try startReviewed(params.integration, plan: plan, includesHeld: params.includeHeld, confirm: params.confirm, actor: actor)
                return RunResult(run: Contract.Run(try await launched(run, wait: params.wait, includesHeld: params.includeHeld, call)))
            }
            if params.includeHeld { throw RPCError(.invalidParams, "includeHeld goes with plan: only what a test lists can be included.", data: ["path": "includeHeld"]) }
            let run = try start(.sync, params.integration, actor: actor)
            return RunResult(run: Contract.Run(try await launched(run, wait: params.wait, call)))
        }
    }

    // MARK: Shown

    /// Starts a stored run once the response is on its way, or with `wait` at once and until its end.
    private func launched(_ run: Provisioning.Run, wait: Bool, includesHeld: Bool = false, _ call: Call) async throws -> Provisioning.Run {
        guard wait else {
            call.afterResponse { [self] in
                driver.announce(run)
                driver.launch(run, includesHeld: includesHeld)
            }
            return run
        }
        driver.launch(run, token: call.id, includesHeld: includesHeld)
        call.cancellation.onCancel { [driver] in driver.active.cancel(run.id) }
        await driver.active.wait(run.id)
        return live(try store.read { try $0.run(id: run.id) } ?? run)
    }

    /// The integration for the response, and for the sessions after it.
    func tell(_ integration: Provisioning.Integration, _ call: Call) throws -> Contract.Integration {
        call.afterResponse { [self] in announce(integration) }
        return try store.read { reading in try shown(try reading.integration(integration.id) ?? integration, reading) }
    }

    func shown(_ integration: Provisioning.Integration, _ reading: Reading) throws -> Contract.Integration {
        let now = time.now
        let tests = try quota(.test, integration, now, reading), syncs = try quota(.sync, integration, now, reading)
        let running = try reading.unfinishedRuns().filter { $0.integration == integration.id }.first { $0.state != .queued }
        return Contract.Integration(
            id: integration.id, connector: integration.connector, name: integration.name, prefix: integration.prefix,
            state: Contract.IntegrationState(rawValue: integration.state.rawValue) ?? .connected, enabled: integration.enabled, configured: integration.isConfigured,
            revision: integration.revision,
            secrets: try reading.secretNames(integration: integration.id).map { SecretStatus(name: $0.name, setAt: $0.setAt.description) },
            running: running.map { Contract.Run(live($0)) },
            lastTest: try reading.newestFinishedRun(integration: integration.id, kind: .test).map(Contract.Run.init),
            lastSync: try reading.newestFinishedRun(integration: integration.id, kind: .sync).map(Contract.Run.init),
            nextSyncAt: integration.nextSyncAt?.description,
            quota: Contract.Quota(
                testsLeft: tests.left, nextTestAt: tests.nextAt?.description, manualSyncsLeft: syncs.left, nextManualSyncAt: syncs.nextAt?.description))
    }

    /// A run with the progress it has made since it was stored last.
    func live(_ run: Provisioning.Run) -> Provisioning.Run {
        if run.state.isFinal { return run }
        if let ended = driver.active.unstoredEnd(run.id) { return ended }
        guard let progress = driver.active.progress(run.id) else { return run }
        var run = run
        run.read = progress.read
        run.total = progress.total ?? run.total
        return run
    }
}
