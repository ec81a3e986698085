import JSON
import Provisioning

/// Reads expressions from one record.
struct Evaluation {
    enum Reading: Equatable {
        case value(FieldValue)
        case none
        case unavailable

        init(_ value: FieldValue?) { self = value.map { .value($0) } ?? .none }
    }

    let record: Record
    let tables: [String: LoadedTable]
    let today: Day
    /// Whether some record of the same answer has a member at this path.
    let isSeen: (Path) -> Bool
    /// What a service says about absent members, whatever the manifest says.
    let absence: Absence?
    /// Texts that mean "no value", in which nothing can be looked for.
    var empty: Set<String> = []

    func read(_ expression: Expression) -> Reading {
        switch expression {
        case .constant(let text): return .value(.text(text))
        case .first(let all):
            var isAbsent = false
            for one in all {
                switch read(one) {
                case .value(let value): return .value(value)
                // What should have been read first was refused: neither nothing nor the next best may stand in for it.
                case .unavailable where isRefused(one): return .unavailable
                case .unavailable: isAbsent = true
                case .none: break
                }
            }
            return isAbsent && !all.contains { isKnown($0) } ? .unavailable : .none
        case .activeUntil(let date, let ended, let then):
            var reading = read(date)
            if case .value(let value) = reading {
                guard let day = value.scalarText.flatMap({ Day($0) }) else { return .unavailable }
                reading = day < today ? .value(.text(ended)) : .none
            }
            // None: it has not ended.
            return reading == .none ? then.map { read($0) } ?? .value(.text("active")) : reading
        case .activeBefore(let date, let then):
            if case .value(let value) = read(date), let day = value.scalarText.flatMap({ Day($0) }), day > today { return .value(.text("active")) }
            return read(then)
        case .notBefore(let date, let earliest):
            let reading = read(date)
            guard case .value(let value) = reading, let day = value.scalarText.flatMap({ Day($0) }), case .value(let other) = read(earliest),
                let first = other.scalarText.flatMap({ Day($0) })
            else { return reading }
            return day < first ? .none : reading
        case .value(let selector, let each, let conversion):
            let node = node(selector)
            if let each {
                guard let elements = list(node) else { return read(node, conversion, selector.path) }
                let values = elements.compactMap { element -> FieldValue? in
                    guard let inner = each.find(inWhole: element), case .value(let value) = convert(inner, conversion) else { return nil }
                    return value
                }
                return values.isEmpty ? .none : .value(.list(values))
            }
            return read(node, conversion, selector.path)
        }
    }

    func node(_ selector: Selector) -> Record.Node {
        var node = record.node(at: selector.path)
        if !empty.isEmpty, !selector.steps.isEmpty || !selector.lookups.isEmpty, case .found(let view) = node, view.scalarText.map(empty.contains) ?? false { node = .none }
        for step in selector.steps { node = self.node(node, step) }
        for lookup in selector.lookups { node = self.node(node, lookup) }
        return node
    }

    private func node(_ outer: Record.Node, _ step: Selector.Step) -> Record.Node {
        var node = outer
        if let pick = step.pick, let elements = list(node) {
            // Of mere ids, where objects were asked for, nothing is known that could be chosen by.
            if pick.conditions != nil, !elements.isEmpty, elements.allSatisfy({ $0.kind != .object && $0.kind != .array }) { return .absent }
            node = pick.choose(from: elements, today: today).map { .found($0) } ?? .none
        }
        guard let get = step.get else { return node }
        switch node {
        case .found(let view): return view.isNull ? .none : get.find(in: view, foldingNames: record.foldsNames).map { .found($0) } ?? .absent
        case .elements(let elements): return elements.first.flatMap { get.find(in: $0) }.map { .found($0) } ?? .none
        case .text, .none, .absent, .unavailable: return node
        }
    }

    private func node(_ key: Record.Node, _ lookup: Selector.Lookup) -> Record.Node {
        let text: String? = switch key {
        case .found(let view): view.scalarText
        case .text(let text): text
        case .elements, .none, .absent, .unavailable: nil
        }
        guard let text, !text.isEmpty else { return key }
        if lookup.empty.contains(Text.trimmed(text)) { return .none }
        return tables[lookup.table]?.node(text, lookup, today) ?? .unavailable
    }

    func list(_ node: Record.Node) -> [JSONView]? {
        switch node {
        case .elements(let elements): elements
        case .found(let view) where view.kind == .array: Array(view.elements)
        case .found(let view) where view.kind == .object: [view]
        case .found, .text, .none, .absent, .unavailable: nil
        }
    }

    func read(_ node: Record.Node, _ conversion: Conversion, _ path: Path) -> Reading {
        switch node {
        case .found(let view): return convert(view, conversion)
        case .text(let text): return Reading(Text.normalized(text).isEmpty ? nil : .text(Text.normalized(text)))
        case .elements(let views): return views.count == 1 ? convert(views[0], conversion) : views.isEmpty ? .none : .value(.object)
        case .none: return .none
        case .unavailable: return .unavailable
        case .absent: return isAbsenceMeaningful(absence ?? conversion.absent, path) ? .unavailable : .none
        }
    }

    private func isAbsenceMeaningful(_ absence: Absence, _ path: Path) -> Bool {
        switch absence {
        case .none: false
        case .unavailable: true
        case .unavailableUnlessSeen: !isSeen(path)
        }
    }

    /// Whether the record says at all what is there, be it nothing.
    private func isKnown(_ expression: Expression) -> Bool {
        if case .value(let selector, _, let conversion) = expression, case .absent = node(selector) {
            return (absence ?? conversion.absent) == .unavailableUnlessSeen && isSeen(selector.path)
        }
        return expression.selectors.contains { selector in
            switch node(selector) {
            case .found, .text, .elements, .none: true
            case .absent, .unavailable: false
            }
        }
    }

    /// Whether the HRIS was asked and did not say.
    private func isRefused(_ expression: Expression) -> Bool {
        expression.selectors.contains { if case .unavailable = node($0) { true } else { false } }
    }

    private func convert(_ view: JSONView, _ conversion: Conversion) -> Reading { Values.convert(view, conversion) }
}
