import Contract
import JSON
import Provisioning
import Store
import Wire

/// An authorization that the HRIS no longer accepts (R-CON-6), whoever finds that out: a run, or a call.
extension Agent {
    /// Asks the HRIS on behalf of a call.
    func ask<T>(
        _ integration: Provisioning.Integration, _ authorization: Provisioning.Authorization?, _ actor: Actor, _ body: (any Provisioning.Connector) async throws -> T
    ) async throws -> T {
        try requireConnected(integration)
        guard let authorization else { throw RPCError(.wrongState, "This integration has no authorization; reconnect it.") }
        do {
            return try await body(try connections.connector(integration, authorization, isAskedByActor: actor != .host))
        } catch {
            guard let lost = RPCError(lossOf: integration, error) else { throw error }
            try loseAuthorization(integration)
            throw lost
        }
    }

    private func loseAuthorization(_ asked: Provisioning.Integration) throws {
        let now = time.now
        let (integration, notices) = try store.write { writing -> (Provisioning.Integration?, [Notice]) in
            // Somebody may have reconnected it while the HRIS was asked.
            guard var integration = try writing.integration(asked.id), integration.grant == asked.grant, integration.state == .connected else { return (nil, []) }
            integration.loseAuthorization()
            try writing.update(integration)
            return (integration, try writing.notifyAuthorizationLost(integration, at: now))
        }
        if let integration { announce(integration) }
        for notice in notices { driver.announce(notice) }
    }

    func requireConnected(_ integration: Provisioning.Integration) throws {
        switch integration.state {
        case .connected: break
        case .needsAuthorization: throw RPCError(lossOf: integration)
        case .authorizing: throw RPCError(.wrongState, "The authorization of this integration is not complete yet.", data: ["state": "authorizing"])
        case .disconnected: throw RPCError(.wrongState, "This integration is disconnected; reconnect it first.", data: ["state": "disconnected"])
        }
    }
}

extension Provisioning.Integration {
    /// Pauses the schedule until a reconnect.
    mutating func loseAuthorization() {
        state = .needsAuthorization
        nextSyncAt = nil
    }
}

extension RPCError {
    init(lossOf integration: Provisioning.Integration, _ message: String = "The HRIS no longer accepts this integration's authorization; reconnect it.") {
        self.init(.authorizationRequired, message, data: ["integration": .string(integration.id)])
    }

    /// nil: `error` says nothing about the authorization. Once connected, a refusal means that it is no longer accepted.
    init?(lossOf integration: Provisioning.Integration, _ error: any Error) {
        switch error as? ConnectorError {
        case .authorizationRequired(let message)?, .authorizationRejected(let message)?: self.init(lossOf: integration, message)
        default: return nil
        }
    }
}
