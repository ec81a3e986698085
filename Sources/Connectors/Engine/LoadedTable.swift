import JSON
import Provisioning

/// A table in memory.
enum LoadedTable: Sendable {
    case rows([String: [JSONView]], Table)
    case unavailable

    init(_ elements: [JSONView], _ table: Table) {
        var rows: [String: [JSONView]] = [:]
        var rest = elements[...]
        while let element = rest.popFirst() {
            if let key = table.key.find(in: element)?.scalarText { rows[key, default: []].append(element) }
            if let children = table.children?.find(in: element) { rest.append(contentsOf: children.elements) }
        }
        self = .rows(rows, table)
    }

    func node(_ key: String, _ lookup: Selector.Lookup, _ today: Day) -> Record.Node {
        guard case .rows(let rows, let table) = self else { return .unavailable }
        let found = rows[key] ?? []
        if let value = table.value {
            // A name that the table does not have, such as an archived department's, is not known; it is not empty.
            return found.last.flatMap { value.find(in: $0) }.map { .found($0) } ?? .unavailable
        }
        guard let get = lookup.get else {
            if let pick = lookup.pick { return pick.choose(from: found, today: today).map { .found($0) } ?? .none }
            return table.isMany ? .elements(found) : found.last.map { .found($0) } ?? .none
        }
        let element = lookup.pick.map { $0.choose(from: found, today: today) } ?? found.last
        return element.flatMap { get.find(in: $0) }.map { .found($0) } ?? .none
    }
}
