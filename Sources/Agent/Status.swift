import Contract
import JSON
import Provisioning
import Store
import Wire

extension Agent {
    public func initialize(_ params: InitializeParams, _ call: Call) throws(RPCError) -> InitializeResult {
        let methods = Method.allCases.filter { virtualClock != nil || !$0.needsVirtualClock }.map(\.rawValue)
        return InitializeResult(
            protocolVersion: "1.0", server: PeerInfo(name: "staffetta", version: options.version),
            methods: (methods + ["initialized", "shutdown", "exit"]).sorted(), virtualClock: virtualClock != nil)
    }

    public func agentStatus(_ params: AgentStatusParams, _ call: Call) throws(RPCError) -> AgentStatus {
        try attempt {
            AgentStatus(
                ready: true, version: options.version,
                database: DatabaseStatus(path: store.shownPath, sizeBytes: store.sizeBytes, schemaVersion: store.schemaVersion),
                integrations: try integrationStatuses(), now: time.now.description)
        }
    }

    /// Hosts ask again and again whether the agent is well, so the answer is read anew only if somebody, here or in another process, has written since.
    private func integrationStatuses() throws -> [IntegrationStatus] {
        // Looked at first: what is written from here on makes the answer old.
        let version = try store.dataVersion()
        if version != 0, let known = knownStatuses.withLock({ $0 }), known.version == version { return known.integrations }
        let integrations = try store.read { reading in
            let unfinished = try reading.unfinishedRuns()
            return try reading.integrations().map { integration in
                IntegrationStatus(
                    id: integration.id, name: integration.name, state: IntegrationState(rawValue: integration.state.rawValue) ?? .connected,
                    enabled: integration.enabled, running: unfinished.first { $0.integration == integration.id && $0.state != .queued }?.id)
            }
        }
        knownStatuses.withLock { $0 = (version, integrations) }
        return integrations
    }

    public func storeBackup(_ params: StoreBackupParams, _ call: Call) throws(RPCError) -> BackupResult {
        let actor = try actor(params.actor, for: call.method)
        try mayUse(path: params.path, actor)
        return try attempt { BackupResult(bytes: try store.backup(to: params.path)) }
    }

    public func storeCheck(_ params: StoreCheckParams, _ call: Call) throws(RPCError) -> StoreCheck {
        try attempt {
            let problems = try store.check()
            return StoreCheck(ok: problems.isEmpty, problems: problems)
        }
    }

    public func clockGet(_ params: ClockGetParams, _ call: Call) throws(RPCError) -> ClockState {
        _ = try requireVirtualClock(call)
        return ClockState(now: time.now.description)
    }

    /// What falls due on the way happens in order; the answer comes when every run it made due has ended.
    public func clockAdvance(_ params: ClockAdvanceParams, _ call: Call) async throws(RPCError) -> ClockState {
        let clock = try requireVirtualClock(call)
        let moment: Timestamp
        switch (params.seconds, params.to.flatMap { Timestamp($0) }) {
        case (let seconds?, nil): moment = clock.now.adding(seconds: Int64(seconds))
        case (nil, let to?): moment = to
        default: throw RPCError(.invalidParams, "Give either seconds or to.", data: ["path": "seconds"])
        }
        guard moment >= clock.now else { throw RPCError(.invalidParams, "The clock never goes back; it is \(clock.now).", data: ["path": "to"]) }
        return try await attempt {
            try await scheduler.advance(clock, to: moment)
            return ClockState(now: clock.now.description)
        }
    }

    private func requireVirtualClock(_ call: Call) throws(RPCError) -> VirtualClock {
        guard let virtualClock else { throw RPCError(.methodNotFound, "\(call.method) is there only with --virtual-clock.") }
        return virtualClock
    }
}

extension Store {
    fileprivate var shownPath: String {
        switch location {
        case .file(let path): path
        case .memory: ":memory:"
        }
    }
}
