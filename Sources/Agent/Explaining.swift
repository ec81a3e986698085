import Contract
import JSON
import Provisioning
import Store
import Wire

/// Why an employee does or does not become a user.
extension Agent {
    public func integrationExplain(_ params: IntegrationExplainParams, _ call: Call) async throws(RPCError) -> Contract.Explanation {
        let actor = try actor(params.actor, for: call.method)
        return try await attempt {
            let (integration, authorization, wanted) = try store.read { reading -> (Provisioning.Integration, Provisioning.Authorization?, Wanted) in
                try requireFeature(reading)
                let integration = try self.integration(params.integration, reading)
                try requireConnected(integration)
                return (integration, try reading.authorization(integration: integration.id), try self.wanted(params, integration, reading))
            }
            if case .foreign(let user) = wanted { return try explainForeign(user, integration) }
            let employee = try await ask(integration, authorization, actor) { connector -> Employee? in
                switch wanted {
                case .employee(let id): try await connector.employee(id: id)
                case .address(let email): try await search(connector, email, call)
                case .foreign: nil
                }
            }
            return try explain(employee, wanted, integration)
        }
    }

    private enum Wanted {
        case employee(id: String)
        /// Of nobody whom an integration manages.
        case address(String)
        /// A user whom this integration can neither manage nor find.
        case foreign(Provisioning.User)
    }

    private func wanted(_ params: IntegrationExplainParams, _ integration: Provisioning.Integration, _ reading: Reading) throws -> Wanted {
        if let id = params.employeeId { return .employee(id: id) }
        let user: Provisioning.User?
        if let id = params.userId {
            user = try reading.user(id: id)
            if user == nil { throw RPCError(.notFound, "There is no user with this id; user/list shows all.") }
        } else {
            user = try reading.user(emailKey: Text.fold(params.email ?? ""))
        }
        guard let user else { return .address(params.email ?? "") }
        guard let externalID = user.externalID else { return user.email.map { .address($0) } ?? .foreign(user) }
        guard externalID.utf8.starts(with: integration.prefix.utf8) else { return .foreign(user) }
        return .employee(id: String(decoding: externalID.utf8.dropFirst(integration.prefix.utf8.count), as: UTF8.self))
    }

    /// The employee with an address, as a run would see it: the last one read of its id.
    private func search(_ connector: any Provisioning.Connector, _ email: String, _ call: Call) async throws -> Employee? {
        let key = Text.fold(email)
        let reader = try await connector.snapshot()
        var found: Employee?
        while let page = try await reader.next() {
            if call.cancellation.isCancelled { throw CancellationError() }
            for employee in page.employees {
                if let id = found?.id, employee.id == id {
                    found = employee
                } else if found == nil, employee.emails.contains(where: { Text.fold(Text.normalized($0.address)) == key }) {
                    found = employee
                }
            }
        }
        return found
    }

    private func explain(_ employee: Employee?, _ wanted: Wanted, _ integration: Provisioning.Integration) throws -> Contract.Explanation {
        let now = time.now
        return try store.read { reading in
            var id = employee?.id
            if id == nil, case .employee(let asked) = wanted { id = asked }
            let run = try newestRunWithRows(integration, now, reading)
            // What nobody delivers any more shows only in a whole snapshot; the newest run has told of it (R-SAFE-8).
            let vanished = Set(run?.summary?.warnings.filter { $0.code == "fieldVanished" }.compactMap(\.path) ?? [])
            let rules = try driver.ruleset(
                integration, reading.configuration(integration: integration.id).configuration, startedAt: now, .externalIDThenEmail, reading)
            let explanation = try Explainer(rules: rules, unavailable: vanished, mirror: reading).explain(employee, id: id)
            let externalID = id.map { integration.prefix + $0 }
            let user = try externalID.flatMap { try reading.user(externalID: $0) } ?? linkable(wanted, reading)
            let row = try run.flatMap { run in
                try externalID.flatMap { try store.rows.row(run: run.id, .externalID($0)) } ?? user.flatMap { try store.rows.row(run: run.id, .userID($0.id)) }
            }
            return Contract.Explanation(
                employee: employee.map(\.json), user: try user.map(shower(reading)), steps: explanation.steps.map(ExplanationStep.init),
                decision: explanation.decision.rawValue, row: row.map(Contract.Row.init))
        }
    }

    private func linkable(_ wanted: Wanted, _ reading: Reading) throws -> Provisioning.User? {
        guard case .address(let email) = wanted else { return nil }
        return try reading.user(emailKey: Text.fold(email))
    }

    private func explainForeign(_ user: Provisioning.User, _ integration: Provisioning.Integration) throws -> Contract.Explanation {
        try store.read { reading in
            let because = user.externalID.map { "its external ID \($0) does not begin with “\(integration.prefix)”" } ?? "it has neither an external ID nor an address"
            return Contract.Explanation(
                user: try shower(reading)(user),
                steps: [ExplanationStep(rule: "R-PLAN-2", question: "Can this integration manage the user?", answer: "no", because: "\(because), so its syncs never touch the user")],
                decision: Provisioning.Explanation.Outcome.unmanaged.rawValue)
        }
    }

    private func newestRunWithRows(_ integration: Provisioning.Integration, _ now: Timestamp, _ reading: Reading) throws -> Provisioning.Run? {
        try reading.runs(integration: integration.id, limit: 100).items.first { $0.state == .succeeded && $0.resultsExpireAt.map { $0 > now } ?? false && store.rows.exists(run: $0.id) }
    }
}

extension ExplanationStep {
    fileprivate init(_ step: Provisioning.Explanation.Step) { self.init(rule: step.rule, question: step.question, answer: step.answer, because: step.because) }
}

extension Employee {
    /// In the employee model, as a file of JSON would have it.
    fileprivate var json: JSONObject {
        var object = JSONObject()
        object["id"] = id.map { .string($0) }
        for (path, value) in fields.sorted(by: { $0.key < $1.key }) {
            guard let dot = path.firstIndex(of: ".") else {
                object[path] = value.json
                continue
            }
            let outer = String(path[..<dot])
            var inner = object[outer]?.object ?? [:]
            inner[String(path[path.index(after: dot)...])] = value.json
            object[outer] = .object(inner)
        }
        if !emails.isEmpty { object["emails"] = .array(emails.map { ["email": .string($0.address), "type": .string("\($0.type)")] }) }
        if deleted { object["deleted"] = true }
        if !unavailable.isEmpty { object["unavailable"] = .array(unavailable.sorted().map { .string($0) }) }
        return object
    }
}

extension FieldValue {
    fileprivate var json: JSONValue {
        switch self {
        case .text(let text): .string(text)
        case .number(let literal): JSONNumber(literal: literal).map { .number($0) } ?? .string(literal)
        case .boolean(let flag): .bool(flag)
        case .list(let elements): .array(elements.map(\.json))
        case .object: [:]
        }
    }
}
