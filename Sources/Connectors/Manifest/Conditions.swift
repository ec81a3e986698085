import JSON
import Provisioning

/// What a JSON value must look like: paths and the texts allowed there, compared by their folds. `*` is any value at all, `null` no value.
struct Conditions: Sendable {
    struct Condition: Sendable {
        var path: Path
        var allowed: [Template]
        var allowsNone: Bool
    }

    var all: [Condition]

    init(_ draft: Draft) {
        all = draft.entries.map { name, value in
            let values = value.view.kind == .array ? value.elements : [value]
            return Condition(
                path: Path(name), allowed: values.filter { !$0.view.isNull }.map { $0.view.kind == .string ? Template($0) : Template($0.view.scalarText ?? $0.text) },
                allowsNone: values.contains { $0.view.isNull })
        }
    }

    /// A condition on a setting that is not given holds.
    func match(_ view: JSONView, _ scope: Scope = Scope(), foldingNames: Bool = false) -> Bool {
        all.allSatisfy { condition in
            let found = condition.path.find(in: view, foldingNames: foldingNames)
            guard let found, !found.isNull else { return condition.allowsNone }
            return condition.allowed.contains { template in
                guard let wanted = template.filled(scope) else { return true }
                return wanted == "*" || found.scalarText.map { Text.fold($0) == Text.fold(wanted) } ?? false
            }
        }
    }
}

/// Which element of a list is meant.
struct Pick: Sendable {
    var conditions: Conditions?
    /// Elements that match come first, if there are any.
    var preferred: Conditions?
    var latest: Path?
    var earliest: Path?
    /// Where an element says from which day on it holds: the latest that has begun by today, or, if none has, the one that begins first.
    var effective: Path?

    init(_ draft: Draft) {
        let members = draft.members(["where", "prefer", "latest", "earliest", "effective"])
        conditions = members["where"].map(Conditions.init)
        preferred = members["prefer"].map(Conditions.init)
        latest = members["latest"].map(Path.init)
        earliest = members["earliest"].map(Path.init)
        effective = members["effective"].map(Path.init)
        if [latest, earliest, effective].count(where: { $0 != nil }) > 1 { draft.note("Only one of latest, earliest and effective.") }
    }

    func choose(from elements: [JSONView], today: Day) -> JSONView? {
        var candidates = elements
        if let conditions { candidates = candidates.filter { conditions.match($0) } }
        if let preferred {
            let matching = candidates.filter { preferred.match($0) }
            if !matching.isEmpty { candidates = matching }
        }
        // Dates written alike sort as text; those without one come last.
        func text(_ view: JSONView, _ path: Path) -> String? { path.find(in: view).flatMap(Dates.sortable) }
        var latest = latest, earliest = earliest
        if let effective {
            let begun = candidates.filter { (text($0, effective) ?? "").prefix(10) <= today.description }
            if begun.isEmpty { earliest = effective } else { (candidates, latest) = (begun, effective) }
        }
        if let latest { return candidates.enumerated().max { (text($0.element, latest) ?? "", -$0.offset) < (text($1.element, latest) ?? "", -$1.offset) }?.element }
        if let earliest {
            return candidates.enumerated().min { (text($0.element, earliest) ?? "~", $0.offset) < (text($1.element, earliest) ?? "~", $1.offset) }?.element
        }
        return candidates.first
    }
}
