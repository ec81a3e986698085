import Contract
import JSON
import Provisioning
import Wire

extension Agent {
    public func connectorList(_ params: ConnectorListParams, _ call: Call) throws(RPCError) -> ConnectorPage {
        let query = params.query.map(Text.fold) ?? ""
        // An HRIS is looked for by any word of its name.
        let found = catalog.entries.filter { entry in
            query.isEmpty || Text.fold(entry.id).hasPrefix(query) || Text.fold(entry.name).contains(query)
        }
        let page = try Cursor(call).page(of: found, from: params.cursor, limit: params.limit)
        return try attempt { ConnectorPage(items: try page.items.map(shown), nextCursor: page.next) }
    }

    public func connectorGet(_ params: ConnectorGetParams, _ call: Call) throws(RPCError) -> Contract.Connector {
        try attempt { try shown(try entry(params.connector)) }
    }

    private func shown(_ entry: ConnectorEntry) throws -> Contract.Connector {
        let supports = entry.supports
        return Contract.Connector(
            id: entry.id, name: entry.name, via: entry.via,
            authorizations: try entry.authorizations.map { authorization in
                Contract.AuthorizationForm(
                    kind: Contract.AuthorizationKind(rawValue: authorization.kind.rawValue) ?? .none, title: authorization.title,
                    form: try JSONValue(parsing: Array(authorization.form.utf8)).object ?? [:], help: authorization.help)
            },
            supports: ConnectorSupport(
                manager: supports.manager, department: supports.department, customFields: supports.customFields, status: supports.status,
                startDate: supports.startDate, endDate: supports.endDate, language: supports.language, employeeNumber: supports.employeeNumber,
                inactive: supports.inactive, deletions: supports.deletions, changedSince: supports.changedSince),
            limitations: entry.limitations)
    }
}

extension Provisioning.Authorization {
    init(_ authorization: Contract.Authorization) {
        self.init(
            kind: Provisioning.AuthorizationKind(rawValue: authorization.kind.rawValue) ?? .none,
            fields: authorization.fields.mapValues { value in
                switch value {
                case .string(let text): .text(text)
                case .number(let number): .number(number.double ?? 0)
                case .bool(let flag): .boolean(flag)
                case .map(let map): .map(map)
                }
            },
            redirectURI: authorization.redirectUri)
    }
}
