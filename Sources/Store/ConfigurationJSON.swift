import JSON
import Provisioning

/// Configurations as they are stored: in the shape that the protocol gives them.
extension Provisioning.Configuration {
    var stored: JSONValue {
        let months: (Lifecycle.Offset?) -> JSONValue = { offset in
            switch offset {
            case .directly?: ["kind": "directly"]
            case .afterMonths(let months)?: ["kind": "afterMonths", "months": JSONValue(months)]
            case nil: ["kind": "never"]
            }
        }
        let mapping: JSONValue = [
            "mappings": .array(attributeMapping.mappings.map { ["field": .string($0.field), "attribute": .string($0.attribute)] })
        ]
        let advancedValue: JSONValue = [
            "syncPersonalEmail": .bool(advanced.syncPersonalEmail), "deletionSafeguardPercent": JSONValue(advanced.deletionSafeguardPercent),
        ]
        return [
            "lifecycle": [
                "userState": .string(lifecycle.userState.rawValue), "participationStart": months(lifecycle.participationStart),
                "userRemoval": months(lifecycle.userRemoval), "absence": .string(lifecycle.absence.rawValue),
            ],
            "attributeMapping": mapping.adding("kioskCode", attributeMapping.kioskCode.map { .string($0.rawValue) }),
            "filters": .array(filters.map(\.stored)),
            "advanced": advancedValue.adding("referenceEmployeeId", advanced.referenceEmployeeId.map { .string($0) }),
        ]
    }

    init(stored value: JSONValue) throws(StoreError) {
        self.init()
        guard let userState = Lifecycle.UserState(rawValue: value["lifecycle"]?["userState"]?.string ?? ""),
            let start = try Self.offset(value["lifecycle"]?["participationStart"]),
            let absence = Lifecycle.Absence(rawValue: value["lifecycle"]?["absence"]?.string ?? ""), let advancedValue = value["advanced"]
        else { throw Self.unreadable }
        lifecycle = Lifecycle(
            userState: userState, participationStart: start, userRemoval: try Self.offset(value["lifecycle"]?["userRemoval"]), absence: absence)
        for mapping in value["attributeMapping"]?["mappings"]?.array ?? [] {
            guard let field = mapping["field"]?.string, let attribute = mapping["attribute"]?.string else { throw Self.unreadable }
            attributeMapping.mappings.append(Mapping(field: field, attribute: attribute))
        }
        attributeMapping.kioskCode = value["attributeMapping"]?["kioskCode"]?.string.flatMap { KioskSource(rawValue: $0) }
        for filter in value["filters"]?.array ?? [] {
            guard let filter = Filter(stored: filter) else { throw Self.unreadable }
            filters.append(filter)
        }
        advanced = Advanced(
            syncPersonalEmail: advancedValue["syncPersonalEmail"]?.bool ?? true, referenceEmployeeId: advancedValue["referenceEmployeeId"]?.string,
            deletionSafeguardPercent: advancedValue["deletionSafeguardPercent"]?.int ?? 50)
    }

    private static let unreadable = StoreError.damaged("A configuration cannot be read.")

    /// nil: never.
    private static func offset(_ value: JSONValue?) throws(StoreError) -> Lifecycle.Offset? {
        switch value?["kind"]?.string {
        case "directly": return .directly
        case "never": return nil
        case "afterMonths":
            guard let months = value?["months"]?.int else { throw unreadable }
            return .afterMonths(months)
        default: throw unreadable
        }
    }
}

extension Filter {
    var stored: JSONValue {
        let value: JSONValue = ["field": .string(field), "mode": .string(mode.rawValue)]
        switch test {
        case .values(let values, let matchEmpty):
            return value.adding("kind", "values").adding("values", .array(values.map { .string($0) })).adding("matchEmpty", .bool(matchEmpty))
        case .date(let comparison, let reference):
            var condition: JSONValue = ["operator": .string(comparison.rawValue)]
            switch reference {
            case .day(let day): condition = condition.adding("date", .string(day.description))
            case .daysFromToday(let days): condition = condition.adding("daysFromToday", JSONValue(days))
            }
            return value.adding("kind", "date").adding("condition", condition)
        }
    }

    init?(stored value: JSONValue) {
        guard let field = value["field"]?.string, let mode = Mode(rawValue: value["mode"]?.string ?? "") else { return nil }
        switch value["kind"]?.string {
        case "values":
            let values = value["values"]?.array?.compactMap(\.string) ?? []
            self.init(field: field, mode: mode, test: .values(values, matchEmpty: value["matchEmpty"]?.bool ?? false))
        case "date":
            guard let condition = value["condition"], let comparison = Operator(rawValue: condition["operator"]?.string ?? "") else { return nil }
            if let day = condition["date"]?.string.flatMap({ Day($0) }) {
                self.init(field: field, mode: mode, test: .date(comparison, .day(day)))
            } else if let days = condition["daysFromToday"]?.int {
                self.init(field: field, mode: mode, test: .date(comparison, .daysFromToday(days)))
            } else {
                return nil
            }
        default: return nil
        }
    }
}
