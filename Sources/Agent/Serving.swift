import Contract
import Wire

/// The agent as what stands behind a connection.
extension Agent: AgentAPI, MessageHandler {
    private var dispatch: Dispatch<Agent> { Dispatch(self) }

    public func effect(of method: String) -> Effect? { dispatch.effect(of: method) }

    /// Reads that cost the same however many users there are.
    public func isQuick(_ method: String) -> Bool {
        switch Method(name: method) {
        case .initialize, .featureList, .connectorGet, .integrationGet, .integrationConfiguration, .runGet, .userGet, .notificationPreferences: true
        default: false
        }
    }

    public func answer(_ call: Call) throws(RPCError) -> [UInt8] { try dispatch.answer(call) }
    public func perform(_ call: Call) async throws(RPCError) -> [UInt8] { try await dispatch.perform(call) }

    /// R-ACC-3, asked before each call.
    public func admit(_ method: Method, actor: String?, _ call: Call) throws(RPCError) { _ = try self.actor(actor, for: method.rawValue) }

    /// A session gets notifications, and runs the schedule.
    public func opened(_ client: any Client) {
        events.add(client)
        serveSchedule()
    }

    public func closed(_ client: any Client) {
        events.remove(client)
        close()
    }

    /// A script's runs are finished before the agent leaves.
    public func drain(_ client: any Client) async {
        while let run = driver.active.ids.first { await driver.active.wait(run) }
    }
}
