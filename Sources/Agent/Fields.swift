import Contract
import Provisioning
import Store
import Wire

/// What an HRIS delivers (R-CON-7): from the reference employee, else from the union over a sample.
extension Agent {
    /// How many employees the union is taken over.
    private static let sampleSize = 500

    public func integrationFields(_ params: IntegrationFieldsParams, _ call: Call) async throws(RPCError) -> FieldList {
        let actor = try actor(params.actor, for: call.method)
        return try await attempt {
            let (integration, authorization, reference) = try store.read { reading -> (Provisioning.Integration, Provisioning.Authorization?, String?) in
                try requireFeature(reading)
                let integration = try self.integration(params.integration, reading)
                return (
                    integration, try reading.authorization(integration: integration.id),
                    try reading.configuration(integration: integration.id).configuration.advanced.referenceEmployeeId
                )
            }
            let (sample, labels) = try await ask(integration, authorization, actor) { connector in
                (try await self.sample(connector, reference: reference, call), try await connector.labels())
            }
            let fields = fields(of: sample, labels: labels)
            try rememberCustomFields(fields, integration)
            return FieldList(fields: fields, sampled: sample.count, referenceEmployeeId: reference)
        }
    }

    private func sample(_ connector: any Provisioning.Connector, reference: String?, _ call: Call) async throws -> [Employee] {
        if let reference {
            guard let employee = try await connector.employee(id: reference) else {
                throw invalid("referenceEmployeeUnknown", "The HRIS knows no employee with the id “\(reference)”; choose another reference in the advanced settings.", path: "advanced.referenceEmployeeId")
            }
            return [employee]
        }
        let reader = try await connector.snapshot()
        var employees: [Employee] = []
        while employees.count < Agent.sampleSize, let page = try await reader.next() {
            if call.cancellation.isCancelled { throw CancellationError() }
            employees += page.employees.filter { !$0.deleted }
        }
        return Array(employees.prefix(Agent.sampleSize))
    }

    private func fields(of sample: [Employee], labels: [String: String]) -> [HRISField] {
        var filled: [String: Int] = [:], samples: [String: [String]] = [:], kinds: [String: FieldPath.Kind] = [:]
        for employee in sample {
            for path in employee.fields.keys + ["id", "emails"] {
                guard let value = employee.value(at: path) else { continue }
                filled[path, default: 0] += 1
                if kinds[path] == nil { kinds[path] = FieldPath.kind(of: path) ?? kind(of: value) }
                let text = text(of: value)
                if !text.isEmpty, samples[path, default: []].count < 3, samples[path]?.contains(text) != true { samples[path, default: []].append(text) }
            }
        }
        let custom = Set(filled.keys).union(labels.keys).filter(FieldPath.isCustom).sorted()
        let paths = FieldPath.standard.map(\.path) + custom
        return paths.map { path in
            HRISField(
                path: path, label: labels[path] ?? label(path), type: FieldType(rawValue: (FieldPath.kind(of: path) ?? kinds[path] ?? .text).rawValue) ?? .text,
                custom: FieldPath.isCustom(path), samples: samples[path] ?? [], filled: filled[path] ?? 0)
        }
    }

    private func kind(of value: FieldValue) -> FieldPath.Kind {
        switch value {
        case .text(let text): Day(text) == nil ? .text : .date
        case .number: .number
        case .boolean: .boolean
        case .list: .list
        case .object: .text
        }
    }

    private func text(of value: FieldValue) -> String {
        if case .list(let elements) = value { return elements.compactMap(\.scalarText).joined(separator: ", ") }
        return String((value.scalarText ?? "").prefix(100))
    }

    /// `employment_start_date` → `Employment start date`.
    private func label(_ path: String) -> String {
        let name = path.hasPrefix("custom_fields.") ? String(path.dropFirst("custom_fields.".count)) : path
        let words = name.replacing("_", with: " ").replacing(".", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// So that `configure`, which never calls the HRIS, knows which custom fields there are.
    private func rememberCustomFields(_ fields: [HRISField], _ integration: Provisioning.Integration) throws {
        let new = try store.read { try $0.presence(integration: integration.id) }
        let missing = fields.filter { $0.custom && new[$0.path] == nil }
        guard !missing.isEmpty else { return }
        try store.write { writing in
            var presence = try writing.presence(integration: integration.id)
            for field in missing where presence[field.path] == nil { presence[field.path] = 0 }
            try writing.setPresence(integration: integration.id, presence)
        }
    }
}
