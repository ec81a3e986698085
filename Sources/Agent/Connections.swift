import Contract
import JSON
import Provisioning
import Store
import Wire

/// Makes integrations' connectors with what is stored of them.
struct Connections: Sendable {
    let store: Store
    let catalog: any ConnectorCatalog
    let time: any TimeSource
    let leases: Leases
    let options: Options

    func entry(_ id: String) throws(RPCError) -> ConnectorEntry {
        guard let entry = catalog.entries.first(where: { $0.id == id }) else {
            throw RPCError(.notFound, "There is no connector “\(id)”; connector/list shows all.")
        }
        return entry
    }

    /// With the stored secrets and tokens. `isAsked`: an actor asks, rather than the host or the schedule. What an actor has connected stays within
    /// what actors may, whoever asks.
    func connector(_ integration: Provisioning.Integration, _ authorization: Provisioning.Authorization, isAskedByActor: Bool) throws -> any Provisioning.Connector {
        let entry = try entry(integration.connector)
        if integration.isRestricted { try requireFile(entry, authorization) }
        let tokens = StoredTokens(store: store, leases: leases, integration: integration.id, grant: integration.grant)
        return try connector(entry, authorization, tokens, isRestricted: integration.isRestricted || isAskedByActor)
    }

    func connector(
        _ entry: ConnectorEntry, _ authorization: Provisioning.Authorization, _ tokens: any TokenKeeper, isRestricted: Bool
    ) throws -> any Provisioning.Connector {
        let secrets = entry.secrets(authorization)
        do {
            let connector = try catalog.connector(entry.id, setup(authorization, tokens, isRestricted))
            return RedactedConnector(connector: connector, secrets: secrets, tokens: tokens)
        } catch { throw Redaction(secrets).error(error) }
    }

    func codeFlow(_ entry: ConnectorEntry, _ authorization: Provisioning.Authorization, isRestricted: Bool) throws -> any CodeFlow {
        do {
            return try catalog.codeFlow(entry.id, setup(authorization, MemoryTokens(), isRestricted))
        } catch { throw Redaction(entry.secrets(authorization)).error(error) }
    }

    private func setup(_ authorization: Provisioning.Authorization, _ tokens: any TokenKeeper, _ isRestricted: Bool) -> ConnectorSetup {
        ConnectorSetup(authorization: authorization, tokens: tokens, time: time, isRestricted: isRestricted)
    }

    /// An actor may name files only under `--files`.
    func requireFile(_ entry: ConnectorEntry, _ authorization: Provisioning.Authorization) throws(RPCError) {
        guard entry.readsFiles, case .text(let path)? = authorization.fields["path"] else { return }
        try options.requireInFiles(path)
    }
}

extension ConnectorEntry {
    private func form(_ authorization: Provisioning.Authorization) -> Provisioning.AuthorizationForm? {
        authorizations.first { $0.kind == authorization.kind }
    }

    /// The names of the secret fields that are filled in.
    func secretNames(_ authorization: Provisioning.Authorization) -> Set<String> {
        (form(authorization)?.secretFields ?? []).intersection(authorization.fields.keys)
    }

    /// What must not be told.
    func secrets(_ authorization: Provisioning.Authorization) -> [String] {
        secretNames(authorization).flatMap { name -> [String] in
            switch authorization.fields[name] {
            case .text(let text): [text]
            case .map(let map): Array(map.values)
            case .number, .boolean, nil: []
            }
        }
    }

    /// What says which tenant or file it is, secrets left out.
    func publicSettings(_ authorization: Provisioning.Authorization) -> [String: Provisioning.Authorization.Setting] {
        let secrets = form(authorization)?.secretFields ?? []
        return authorization.fields.filter { !secrets.contains($0.key) }
    }
}
