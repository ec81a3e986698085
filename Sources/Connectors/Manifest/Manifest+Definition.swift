import Foundation
import JSON
import Provisioning

/// From a manifest to entries of the catalogue.
extension Manifest {
    /// Its own entry and those of its services.
    var definitions: [Definition] { [definition(nil)] + services.map { definition($0) } }

    private func definition(_ service: Service?) -> Definition {
        let set = service?.values ?? [:]
        let forms = authorizations.map { plan in
            Form(kind: plan.kind, title: plan.title, help: plan.help, fields: asked(plan).filter { set[$0.field.name] == nil }.map(\.field))
        }
        var definition = Definition(
            id: service.map { "\(id)-\($0.id)" } ?? id, name: service.map { "\($0.name) (through \(name))" } ?? name, via: service.map { _ in id }, forms: forms,
            supports: supports(service), limitations: (service?.limitations ?? []) + limitations
        ) { setup, network throws(ConnectorError) in ManifestConnector(caller: try caller(setup, service, network), absence: service?.absence) }
        if authorizations.contains(where: { $0.code != nil }) {
            definition.makeCodeFlow = { setup, network throws(ConnectorError) in ManifestCodeFlow(caller: try caller(setup, service, network)) }
        }
        return definition
    }

    /// What a form asks for, in its order.
    private func asked(_ plan: AuthorizationPlan) -> [Setting] {
        let all = (settings + plan.settings).filter { !$0.isHidden }
        // A base that is a setting by itself needs no second one.
        if case .value? = base.parts.first { return all }
        return all + [Setting.baseURL]
    }

    private func supports(_ service: Service?) -> ConnectorEntry.Supports {
        let lacks = service?.lacks ?? []
        func has(_ word: String, _ isMapped: Bool) -> Bool { isMapped && !lacks.contains(word) }
        let mappings = [employee] + lists.compactMap(\.employee)
        func maps(_ path: String) -> Bool { mappings.contains { $0.fields[path] != nil } }
        var supports = ConnectorEntry.Supports()
        supports.manager = has("manager", maps("manager.id"))
        supports.department = has("department", maps("department"))
        supports.customFields = has("customFields", mappings.contains { !$0.customFields.isEmpty })
        supports.status = has("status", maps("employment_status"))
        supports.startDate = has("startDate", maps("employment_start_date"))
        supports.endDate = has("endDate", maps("employment_end_date"))
        supports.language = has("language", maps("preferred_language"))
        supports.employeeNumber = has("employeeNumber", maps("employee_number"))
        supports.inactive = has("inactive", deliversInactive)
        supports.deletions = has("deletions", mappings.contains { $0.deleted != nil })
        return supports
    }

    // MARK: Making

    private func caller(_ setup: ConnectorSetup, _ service: Service?, _ network: Network) throws(ConnectorError) -> Caller {
        guard let plan = authorizations.first(where: { $0.kind == setup.authorization.kind }) else {
            throw .settingsInvalid(field: "kind", message: "\(name) is not authorised like this.")
        }
        var scope = Scope()
        var secrets: [String] = []
        for setting in settings + plan.settings + [Setting.baseURL] {
            let name = setting.field.name
            if case .map(let pairs)? = setup.authorization.fields[name] {
                scope.values[name] = .json(.object(JSONObject(pairs.sorted { $0.key < $1.key }.map { (name: $0.key, value: .string($0.value)) })))
                continue
            }
            guard let text = service?.values[name] ?? setup.authorization.literal(name) ?? setting.field.standard else { continue }
            try setting.check(text)
            scope.values[name] = .text(setting.choices[text] ?? text)
            if setting.field.isSecret { secrets.append(text) }
        }
        if let basic = plan.basic, let user = basic.user.filled(scope), let password = basic.password.filled(scope) {
            secrets.append(Data("\(user):\(password)".utf8).base64EncodedString())
        }
        try check(columns: scope)
        let base = try Base(self, scope)
        try network.check(base, name)
        let faults = faults
        let paced = Pacer(network.exchange(isRestricted: setup.isRestricted), limits: limits, waiting: network.waiting)
        let exchange = Retry(inner: paced, waiting: network.waiting, random: network.random, hints: limits.hints) { response in
            // Several rules may ask for it.
            var body: JSONDocument?
            let fault = faults.judge(status: response.status) {
                if body == nil { body = try? JSONDocument(response.body) }
                return body?.root
            }
            return switch fault?.meaning {
            case nil: .success
            case .rateLimit, .retry: .again
            case .authorization, .quota, .restart, .unpaged, .incomplete, .missing, .unsupported, .unexpected: fault?.cooldown.map { .cooling($0) } ?? .refusal
            }
        }
        return Caller(manifest: self, plan: plan, setup: setup, scope: scope, base: base, exchange: exchange, redactor: Redactor(secrets: secrets))
    }
}

extension Manifest {
    /// The form's names of columns must be some that are read.
    private func check(columns scope: Scope) throws(ConnectorError) {
        guard let columns, case .json(.object(let pairs))? = scope[columns] else { return }
        let known = Set(employee.selectors.compactMap(\.path.names.first))
        for pair in pairs.members where !known.contains(pair.value.string ?? "") {
            throw .settingsInvalid(field: columns, message: "“\(pair.value.string ?? "")” is none of the columns that are read: \(known.sorted().joined(separator: ", ")).")
        }
    }
}

extension Authorization {
    /// A setting as placeholders see it; nil: not given or blank.
    fileprivate func literal(_ name: String) -> String? {
        switch fields[name] {
        case .text: text(name)
        case .number(let number): JSONNumber(number)?.literal
        case .boolean(let flag): flag ? "true" : "false"
        case .map, nil: nil
        }
    }
}

extension Network {
    /// Tells at once what no request could do.
    fileprivate func check(_ base: Base, _ name: String) throws(ConnectorError) {
        let origin = base.address.origin
        if origin.scheme == "https" || policy.allowsPlainHTTP(to: origin.host) { return }
        throw .settingsInvalid(
            field: base.field ?? "baseUrl",
            message: "\(name) is asked over HTTPS only; nothing is sent in the clear. The operator can allow this host with --allow-http \(origin.host).")
    }
}
