/// What is wrong with a configuration, or deserves a second look, before it is saved. Calls no HRIS (R-RUN-6).
public struct ConfigurationCheck: Sendable {
    public var attributes: [Attribute]
    public var account: Account
    public var supports: ConnectorEntry.Supports
    /// Paths of custom fields that the HRIS has shown so far.
    public var knownCustomFields: Set<String>

    public init(attributes: [Attribute], account: Account, supports: ConnectorEntry.Supports, knownCustomFields: Set<String>) {
        self.attributes = attributes
        self.account = account
        self.supports = supports
        self.knownCustomFields = knownCustomFields
    }

    public func problems(of configuration: Configuration) -> [Problem] {
        mappingProblems(configuration.attributeMapping) + filterProblems(configuration.filters) + lifecycleProblems(configuration.lifecycle)
    }

    // MARK: Attribute mapping

    private func mappingProblems(_ mapping: Configuration.AttributeMapping) -> [Problem] {
        var problems: [Problem] = []
        var mapped: Set<String> = []
        for (index, each) in mapping.mappings.enumerated() {
            let path = "attributeMapping.mappings[\(index)]"
            if FieldPath.unmappable.contains(FieldPath.canonical(each.field)) {
                problems.append(Problem(.error, "fieldNotMappable", "The field \(each.field) is always synced by itself and cannot be mapped; remove this mapping.", path: path + ".field"))
            } else {
                problems += fieldProblems(each.field, path: path + ".field")
            }
            if !attributes.contains(where: { $0.key == each.attribute }) {
                problems.append(Problem(.error, "attributeUnknown", "There is no attribute with the key “\(each.attribute)”; create it with attribute/create or name another.", path: path + ".attribute"))
            } else if !mapped.insert(each.attribute).inserted {
                problems.append(Problem(.error, "attributeMappedTwice", "The attribute “\(each.attribute)” is mapped already; one attribute takes one field.", path: path + ".attribute"))
            }
        }
        if mapping.kioskCode != nil, account.kioskLogin != .employeeId {
            problems.append(Problem(.error, "kioskLoginType", "Kiosk codes can be mapped only if the account's kiosk login type is employeeId; set it with account/update first.", path: "attributeMapping.kioskCode"))
        }
        return problems
    }

    private func fieldProblems(_ field: String, path: String) -> [Problem] {
        if FieldPath.isCustom(field) {
            guard !knownCustomFields.contains(field) else { return [] }
            return [Problem(.warning, "customFieldUnknown", "The HRIS has not shown a field \(field) so far. Many leave out fields that are empty; check the spelling with integration/fields.", path: path)]
        }
        guard FieldPath.kind(of: field) == nil else { return [] }
        return [Problem(.error, "fieldUnknown", "There is no field \(field). Standard fields are \(FieldPath.standard.map(\.path).joined(separator: ", ")); custom fields begin with custom_fields.", path: path)]
    }

    // MARK: Filters

    private func filterProblems(_ filters: [Filter]) -> [Problem] {
        var problems: [Problem] = []
        var dateFields: Set<String> = [], included: Set<String> = []
        for (index, filter) in filters.enumerated() {
            let path = "filters[\(index)]"
            let field = FieldPath.canonical(filter.field)
            problems += fieldProblems(filter.field, path: path + ".field")
            let isDateField = FieldPath.kind(of: field) == .date
            switch filter.test {
            case .values(let values, let matchEmpty):
                if isDateField {
                    problems.append(Problem(.error, "filterNeedsDate", "\(filter.field) is a date; filter it by a condition, not by values.", path: path + ".values"))
                } else if !matchEmpty, values.allSatisfy({ Text.trimmed($0).isEmpty }) {
                    problems.append(Problem(.error, "filterEmpty", "This filter matches nothing: give at least one value, or matchEmpty.", path: path + ".values"))
                }
            case .date:
                if !isDateField, FieldPath.kind(of: field) != nil {
                    problems.append(Problem(.error, "filterNeedsValues", "\(filter.field) is no date; filter it by values.", path: path + ".condition"))
                }
            }
            let isDate = if case .date = filter.test { true } else { isDateField }
            if dateFields.contains(field) || (isDate && filters[..<index].contains { FieldPath.canonical($0.field) == field }) {
                problems.append(Problem(.error, "filterDateTwice", "\(filter.field) is a date, which takes one filter only; remove this one or the other.", path: path))
            } else if filter.mode == .include, !included.insert(field).inserted {
                problems.append(Problem(.warning, "filterIncludeTwice", "Two include filters on \(filter.field): an employee must match both. To accept either, put the values into one filter.", path: path))
            }
            if isDate { dateFields.insert(field) }
        }
        return problems
    }

    // MARK: Lifecycle

    private func lifecycleProblems(_ lifecycle: Lifecycle) -> [Problem] {
        guard !supports.inactive, lifecycle.absence == .delete, lifecycle.userRemoval != .directly else { return [] }
        return [Problem(.warning, "removalCannotBeKept", "This HRIS delivers only current people: who leaves is simply absent, and absent users are deleted at once. Set absence to keep, or removal to directly.", path: "lifecycle.userRemoval")]
    }
}
