import Contract
import JSON
import Logging
import Provisioning
import Store
import Synchronization
import Wire

/// The agent behind every connection: a handler per method, in a file per noun.
public final class Agent: Sendable {
    let store: Store
    let connections: Connections
    let time: any TimeSource
    /// nil: the machine's clock.
    let virtualClock: VirtualClock?
    let options: Options
    let events = Events()
    let driver: RunDriver
    let scheduler: Scheduler
    let watcher: Watcher
    let log: Logger
    /// So many random bytes.
    let random: @Sendable (Int) -> [UInt8]
    private let schedule = Mutex<Task<Void, Never>?>(nil)
    /// What `agent/status` says of the integrations, and the version of the database of which it is true.
    let knownStatuses = Mutex<(version: Int, integrations: [IntegrationStatus])?>(nil)

    public init(
        store: Store, catalog: any ConnectorCatalog, time: any TimeSource, options: Options, log: Logger,
        random: @escaping @Sendable (Int) -> [UInt8] = { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }
    ) {
        self.store = store
        self.random = random
        connections = Connections(store: store, catalog: catalog, time: time, leases: Leases(), options: options)
        self.time = time
        virtualClock = time as? VirtualClock
        self.options = options
        self.log = log
        driver = RunDriver(connections: connections, events: events, log: log)
        scheduler = Scheduler(store: store, driver: driver, events: events, time: time, log: log)
        watcher = Watcher(store: store, events: events, driver: driver)
        driver.showIntegration.withLock { show in
            show = { [weak self] integration in
                guard let self else { return nil }
                return try? store.read { reading in try self.shown(try reading.integration(integration.id) ?? integration, reading) }
            }
        }
    }

    /// Puts in order what an earlier process left: interrupted runs and their rows. Call once after opening. What has expired is erased by the
    /// schedule of a session, and at the end of everything else: nobody waits for it at the start.
    public func recover() throws {
        try driver.recover()
        try driver.eraseOrphanedRows()
        try scheduler.expireAttempts()
    }

    /// One pass of the schedule: starts what is due and returns when it has ended (`run-due`). The ended runs.
    public func runDue() async throws -> [Provisioning.Run] {
        var ended: [Provisioning.Run] = []
        let started = try scheduler.startDue()
        for run in try started + driver.startWaiting() {
            await driver.active.wait(run.id)
            if let run = try store.read({ try $0.run(id: run.id) }) { ended.append(run) }
        }
        return ended
    }

    /// Runs the schedule until `close`; with a virtual clock only `clock/advance` does.
    func serveSchedule() {
        schedule.withLock { task in
            guard task == nil else { return }
            // What others change from here on is told; the client has read nothing yet. If it fails, the schedule's own look logs that.
            try? watcher.look()
            task = Task { [scheduler, watcher, isVirtual = virtualClock != nil] in await scheduler.serve(watcher, isVirtual: isVirtual) }
        }
    }

    /// Ends the schedule and cancels what is not applying. An apply has begun a transaction that either ends in time or never happened.
    public func close() {
        schedule.withLock { $0?.cancel() }
        for run in driver.active.ids { driver.active.cancel(run) }
    }

    /// The end: waits for applies that have begun, and closes the database, so that one file is left.
    public func shutDown() async {
        close()
        await schedule.withLock { $0 }?.value
        for run in driver.active.ids { await driver.active.wait(run, until: .now + .seconds(5)) }
        do { try scheduler.expire() } catch { log.info("what has expired could not be erased now", metadata: ["error": "\(RPCError(error).message)"]) }
        do { try store.close() } catch { log.warning("the database could not be closed in order", metadata: ["error": "\(RPCError(error).message)"]) }
    }

    /// `feature/enable` must have happened for everything that calls an HRIS or starts a run (R-ACC-2).
    func requireFeature(_ reading: Reading) throws {
        guard try reading.feature(Agent.hrisIntegration).enabled else {
            throw RPCError(.featureDisabled, "The feature hrisIntegration is off; turn it on with feature/enable.")
        }
    }

    /// An integration by its id or its unique name.
    func integration(_ name: String, _ reading: Reading) throws -> Provisioning.Integration {
        guard let integration = try reading.integration(name) else {
            throw RPCError(.notFound, "There is no integration with this id or name; integration/list shows all.")
        }
        return integration
    }

    func announce(_ integration: Provisioning.Integration) { driver.announce(integration) }

    var catalog: any ConnectorCatalog { connections.catalog }

    func entry(_ id: String) throws(RPCError) -> ConnectorEntry { try connections.entry(id) }
}
