import JSON
import Provisioning

/// One conversation with the HRIS: what has been asked for once is kept for the rest of it.
struct Session: Sendable {
    let caller: Caller
    /// With variables and discovered ids.
    var scope: Scope
    var tables: [String: LoadedTable] = [:]
    var discovered: [DiscoveredField] = []
    var unavailable: Set<String> = []
    var absence: Absence?

    private var manifest: Manifest { caller.manifest }

    /// Before anything else can be asked.
    static func begin(_ caller: Caller, absence: Absence?) async throws(Refusal) -> Session {
        var session = Session(caller: caller, scope: caller.scope)
        session.absence = absence
        for variable in caller.manifest.variables {
            let answer = try await caller.call(variable.request, session.scope) { variable.value.find(in: $0)?.scalarText != nil }
            session.scope.values[variable.name] = variable.value.find(in: answer.body).map { .json($0.value) }
        }
        return session
    }

    /// Before records are translated.
    mutating func prepare() async throws(Refusal) {
        try await discover()
        for (name, table) in manifest.tables.sorted(by: { $0.key < $1.key }) {
            do {
                let elements = try await all(of: table.collection, scope).flatMap(\.elements)
                tables[name] = LoadedTable(elements.map(\.view), table)
            } catch {
                guard table.isOptional, error.isPartial else { throw error }
                tables[name] = .unavailable
            }
        }
    }

    private mutating func discover() async throws(Refusal) {
        guard let discovery = manifest.discovery else { return }
        var also: [String] = []
        do {
            let fields = try await fields(discovery)
            discovered = fields.filter(\.isCustom)
            also = fields.filter { !$0.isCustom }.map(\.id)
        } catch {
            guard discovery.isOptional, error.isPartial else { throw error }
            unavailable.insert("custom_fields")
        }
        if let limit = discovery.limit, discovered.count > limit {
            // More than may be asked for at once: those left out are not known, not empty.
            for field in discovered[limit...] { unavailable.insert("custom_fields." + Text.normalized(field.id)) }
            discovered.removeSubrange(limit...)
        }
        scope.values["discovered"] = .list(also + discovered.map(\.id))
        scope.values["discovered.more"] = .text((also + discovered.map(\.id)).map { "," + $0 }.joined())
    }

    func fields(_ discovery: Discovery) async throws(Refusal) -> [DiscoveredField] {
        var fields: [DiscoveredField] = [], known: Set<String> = []
        for element in try await all(of: discovery.collection, scope).flatMap(\.elements) {
            let view = element.view
            if let conditions = discovery.conditions, !conditions.match(view, scope) { continue }
            if let exceptions = discovery.exceptions, exceptions.match(view, scope) { continue }
            let found = discovery.id.lazy.compactMap { $0.names == ["$key"] ? element.key : $0.find(in: view)?.scalarText }.first { !$0.isEmpty }
            guard let id = found, discovery.also.contains(id) || discovery.isCustom(id), known.insert(id).inserted else { continue }
            var conversion = manifest.employee.standard
            if discovery.booleans?.match(view, scope) ?? false { conversion.kind = .boolean }
            let name = discovery.name.flatMap { $0.find(in: view)?.scalarText }
            fields.append(DiscoveredField(id: id, name: name, conversion: conversion, isCustom: !discovery.also.contains(id)))
        }
        return fields
    }

    // MARK: Lists

    struct Page: Sendable {
        var elements: [RecordList.Element]
        var answer: Caller.Answer
    }

    /// Readings of one list in all, when the HRIS loses its place or its entries come and go meanwhile.
    static let readings = 3

    /// A whole list that is not of people, held to the same completeness: what it lacks would be taken for cleared (R-SAFE-4).
    func all(of list: RecordList, _ scope: Scope, allowsSingle: Bool = false) async throws(Refusal) -> [Page] {
        var reading = 1
        while true {
            let message: String
            do {
                return try await once(list, scope, allowsSingle)
            } catch {
                guard case .meant(.restart, let said, _) = error else { throw error }
                message = said
            }
            guard reading < Self.readings else {
                throw .meant(.incomplete, "\(manifest.name), \(list.request.path.text): \(message) It was read \(Self.readings) times in vain; nothing was changed.")
            }
            reading += 1
        }
    }

    private func once(_ list: RecordList, _ scope: Scope, _ allowsSingle: Bool) async throws(Refusal) -> [Page] {
        var pages: [Page] = []
        // Entries have no id that is known here; the same entry twice has the same bytes.
        var seen: Set<ArraySlice<UInt8>> = []
        var pager = pager(list)
        var step = pager.first
        while case .ask(let values, let link) = step {
            let page = try await self.page(list, scope.adding(values), link, allowsSingle: allowsSingle)
            pages.append(page)
            let known = seen.count
            for element in page.elements { seen.insert(element.whole.raw) }
            do throws(Pager.Fault) {
                step = try pager.next(after: page.answer, count: page.elements.count, last: page.elements.last?.view)
                if !page.elements.isEmpty, seen.count == known { throw .restart("It delivered a page of entries that had been read already.") }
                if step == .done, let promised = pager.promised, seen.count < promised { throw .restart("It promised \(promised) entries and delivered \(seen.count).") }
            } catch {
                guard case .restart(let message) = error else { throw .meant(.incomplete, "\(manifest.name): \(error.message)") }
                throw .meant(.restart, message)
            }
        }
        return pages
    }

    func page(_ list: RecordList, _ scope: Scope, _ link: Address?, allowsSingle: Bool = false) async throws(Refusal) -> Page {
        let answer = try await caller.call(list.request, scope, address: link) { list.elements(of: $0, allowsSingle: allowsSingle) != nil }
        return Page(elements: list.elements(of: answer.body, allowsSingle: allowsSingle) ?? [], answer: answer)
    }

    /// - Parameter isWhole: the list comes in one piece, so that no size of a page is asked for.
    func pager(_ list: RecordList, isWhole: Bool = false) -> Pager {
        let size = list.paging.sizeSetting.flatMap { scope[$0]?.text }.flatMap { Int($0) } ?? list.paging.size
        return Pager(list.paging, size: isWhole ? nil : size)
    }

    // MARK: Records

    /// Records of one answer, with their details; where there are none to be asked for, they are unavailable.
    func records(_ page: Page, mapping: Mapping, isDetailed: Bool) async throws(Refusal) -> [Record] {
        let missing = manifest.partial?.missing(in: page.answer.body, all: mapping.paths) ?? []
        let columns = columns
        var records = page.elements.map { element in
            var record = Record(view: element.view, key: element.key, foldsNames: manifest.foldsNames)
            record.missing = missing
            record.columns = columns
            if let withheld = manifest.withheld?.find(in: element.view) { record.withheld = Set(withheld.elements.compactMap { $0.scalarText ?? $0["name"]?.scalarText }) }
            return record
        }
        for detail in manifest.details where detail.when.holds(scope) {
            if isDetailed { try await add(detail, to: &records, mapping) } else { leaveOut(detail, of: &records) }
        }
        return records
    }

    /// What the customer calls what this manifest reads.
    private var columns: [String: String] {
        guard let name = manifest.columns, case .json(.object(let pairs))? = scope[name] else { return [:] }
        return Dictionary(pairs.members.compactMap { pair in pair.value.string.map { ($0, pair.name) } }) { first, _ in first }
    }

    func translator(_ mapping: Mapping) -> Translator {
        Translator(
            mapping: mapping, tables: tables, discovered: discovered, unavailable: unavailable, absence: absence,
            today: today)
    }

    var today: Day { AccountTimeZone.utc.day(at: caller.setup.time.now) }

    func check(_ check: Check) async throws(Refusal) -> Bool {
        let answer = try await caller.call(check.request, scope)
        guard let conditions = check.conditions else { return true }
        guard let place = check.at.map({ $0.find(in: answer.body) }) ?? answer.body else { return false }
        let candidates = place.kind == .array ? Array(place.elements) : [place]
        return candidates.contains { conditions.match($0, scope) }
    }
}

extension Pager.Fault {
    var message: String {
        switch self {
        case .broken(let message), .restart(let message): message
        }
    }
}

extension Refusal {
    /// Only this part is refused; the rest may go on.
    var isPartial: Bool {
        switch self {
        case .meant(.authorization, _, _), .meant(.missing, _, _), .meant(.unsupported, _, _), .meant(.unexpected, _, _), .meant(.incomplete, _, _), .meant(.restart, _, _), .meant(.unpaged, _, _), .invalid: true
        case .meant(.retry, _, _), .meant(.rateLimit, _, _), .meant(.quota, _, _), .unauthorized, .setting, .connector, .cancelled: false
        }
    }
}
