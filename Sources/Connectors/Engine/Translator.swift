import JSON
import Provisioning

/// Makes employees from records: a pure function of the mapping, tables and day.
struct Translator: Sendable {
    var mapping: Mapping
    var tables: [String: LoadedTable] = [:]
    /// nil: nothing was to be discovered, or it could not be.
    var discovered: [DiscoveredField] = []
    /// Paths of ours that nobody can be asked for this time.
    var unavailable: Set<String> = []
    var absence: Absence?
    var today: Day

    /// - Parameter records: all of one answer.
    func employees(_ records: [Record]) -> [Employee] {
        var seen: [String: Bool] = [:]
        return records.map { record in
            let evaluation = Evaluation(
                record: record, tables: tables, today: today,
                isSeen: { path in
                    if let known = seen[path.text] { return known }
                    let isSeen = records.contains { if case .absent = $0.node(at: path) { false } else { true } }
                    seen[path.text] = isSeen
                    return isSeen
                }, absence: absence, empty: mapping.standard.empty)
            return employee(evaluation)
        }
    }

    private func employee(_ evaluation: Evaluation) -> Employee {
        var employee = Employee()
        employee.setUnavailable(Array(unavailable.union(evaluation.record.missing)))
        if let id = mapping.id, case .value(let value) = evaluation.read(id) { employee.id = value.scalarText }
        if let deleted = mapping.deleted, case .value(let value) = evaluation.read(deleted) {
            // A flag, or a date of deletion.
            if case .boolean(let flag) = value { employee.deleted = flag } else { employee.deleted = value.scalarText.flatMap(Dates.isDate) ?? false }
        }
        for (path, expression) in mapping.fields {
            switch evaluation.read(expression) {
            case .value(let value): employee.fields[path] = value
            case .none: break
            case .unavailable: employee.setUnavailable([path])
            }
        }
        readEmails(evaluation, &employee)
        for custom in mapping.customFields { read(custom, evaluation, &employee) }
        return employee
    }

    // MARK: Emails

    private func readEmails(_ evaluation: Evaluation, _ employee: inout Employee) {
        /// The best type of an address that we may not know; it would go before all that come after it.
        var unknown: Employee.EmailType?
        for source in mapping.emails {
            switch source {
            case .single(let expression, let type):
                switch evaluation.read(expression) {
                case .value(let value): if let address = value.scalarText { employee.add(address: address, type) }
                case .none: break
                case .unavailable: unknown = [unknown, type].compactMap(\.self).min { $0.rawValue < $1.rawValue }
                }
            case .each(let selector, let address, let type, let types, let primary):
                let node = evaluation.node(selector)
                if let elements = evaluation.list(node) {
                    for element in elements { add(element, address, type, types, primary, evaluation.record.foldsNames, &employee) }
                } else if case .unavailable = evaluation.read(node, mapping.standard, selector.path) {
                    unknown = .primary
                }
            }
        }
        if let unknown, !employee.emails.contains(where: { $0.type.rawValue <= unknown.rawValue }) { employee.unavailable.insert("emails") }
    }

    private func add(
        _ element: JSONView, _ address: Path, _ type: Path?, _ types: [String: Employee.EmailType], _ primary: Path?, _ foldsNames: Bool, _ employee: inout Employee
    ) {
        guard let text = (element.string ?? address.find(in: element, foldingNames: foldsNames)?.scalarText) else { return }
        let word = type.flatMap { $0.find(in: element, foldingNames: foldsNames)?.scalarText }
        var kind = word.flatMap { types[Text.fold($0)] } ?? Employee.EmailType(named: word)
        if let primary, let flag = primary.find(in: element, foldingNames: foldsNames)?.scalarText, CSVBoolean.read(flag) == true { kind = .primary }
        employee.add(address: text, kind)
    }

    // MARK: Custom fields

    private func read(_ custom: CustomFields, _ evaluation: Evaluation, _ employee: inout Employee) {
        let any = mapping.standard
        func set(_ id: String, _ reading: Evaluation.Reading) {
            let path = "custom_fields." + Text.normalized(id)
            guard FieldPath.isCustom(path) else { return }
            switch reading {
            case .value(let value): employee.fields[path] = value
            case .none: break
            case .unavailable: employee.setUnavailable([path])
            }
        }
        switch custom {
        case .each(let list):
            let node = evaluation.node(list.selector)
            guard let elements = evaluation.list(node) else {
                if case .unavailable = evaluation.read(node, list.conversion, list.selector.path) { employee.unavailable.insert("custom_fields") }
                return
            }
            for element in elements where list.conditions?.match(element) ?? true {
                guard let id = list.ids.lazy.compactMap({ $0.find(in: element)?.scalarText }).first(where: { !$0.isEmpty }) else { continue }
                let readings = list.values.lazy.compactMap { value in value.path.find(in: element).map { Values.convert($0, value.conversion) } }
                set(id, readings.first { $0 != Evaluation.Reading.none } ?? .none)
            }
        case .members(let object):
            let node = evaluation.node(object.selector)
            if case .found(let view) = node, view.kind == .object {
                for member in view.members where member.name.hasPrefix(object.prefix) && !object.except.contains(member.name) { set(member.name, Values.convert(member.value, any)) }
            } else if case .unavailable = evaluation.read(node, object.conversion, object.selector.path) {
                employee.unavailable.insert("custom_fields")
            }
        case .prefix(let prefix):
            for member in evaluation.record.view.members where member.name.hasPrefix(prefix) { set(member.name, Values.convert(member.value, any)) }
        case .nested(let prefix, let except):
            for outer in evaluation.record.view.members where outer.name.hasPrefix(prefix) && !except.contains(outer.name) {
                for member in outer.value.members { set("\(outer.name):\(member.name)", Values.convert(member.value, any)) }
            }
        case .rest(let except):
            let columns = evaluation.record.columns
            let used = Set(mapping.selectors.compactMap(\.path.names.first).map { columns[$0] ?? $0 }).union(except)
            for member in evaluation.record.view.members where !used.contains(member.name) { set(member.name, Values.convert(member.value, any)) }
        case .discovered(let places):
            for field in discovered {
                let expressions = places.map { Expression.value(Selector(path: Path($0.replacing("{id}", with: field.id))), each: nil, field.conversion) }
                set(field.id, evaluation.read(.first(expressions)))
            }
        case .single(let id, _, let expression): set(id, evaluation.read(expression))
        }
    }
}

/// A custom field that the HRIS says it has.
struct DiscoveredField: Sendable {
    var id: String
    var name: String?
    var conversion: Conversion
    /// Else a field of the model that is asked for where it exists.
    var isCustom: Bool
}

extension Dates {
    /// Whether a text is a date or a word that means yes.
    fileprivate static func isDate(_ text: String) -> Bool? {
        if let flag = CSVBoolean.read(text) { return flag }
        if case .day = read(text, Conversion(kind: .date)) { return true }
        return nil
    }
}
