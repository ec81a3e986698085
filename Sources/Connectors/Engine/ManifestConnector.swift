import JSON
import Provisioning

/// A connector that a manifest describes.
struct ManifestConnector: Connector {
    let caller: Caller
    var absence: Absence?

    var manifest: Manifest { caller.manifest }

    func session() async throws(Refusal) -> Session { try await Session.begin(caller, absence: absence) }

    func prove() async throws(ConnectorError) {
        do throws(Refusal) {
            let session = try await session()
            if let check = manifest.prove {
                if try await !session.check(check) { throw Refusal.meant(.authorization, check.sentence ?? "\(manifest.name) does not grant what is needed.") }
            } else if let listing = manifest.lists.first(where: { $0.when.holds(session.scope) }), case .ask(let values, _) = session.pager(listing.collection).first {
                _ = try await session.page(listing.collection, session.scope.adding(values), nil)
            }
        } catch { throw error.error(.prove) }
    }

    func snapshot() async throws(ConnectorError) -> any SnapshotReader { EverybodyReader(self) }

    func employee(id: String) async throws(ConnectorError) -> Employee? {
        do {
            var session = try await session()
            let ways = manifest.one.filter { $0.when.holds(session.scope) }
            if ways.isEmpty { return try await searched(id) }
            try await session.prepare()
            session.scope.values["id"] = .text(id)
            for way in ways {
                if let employee = try await asked(way, id, session) { return employee }
            }
            return nil
        } catch { throw error.error(.one) }
    }

    private func asked(_ way: Single, _ id: String, _ session: Session) async throws(Refusal) -> Employee? {
        let mapping = manifest.employee.overridden(by: way.employee)
        let answer: Caller.Answer
        do {
            answer = try await caller.call(way.request, session.scope)
        } catch {
            if case .meant(.missing, _, _) = error { return nil }
            throw error
        }
        guard let place = way.record.map({ $0.find(in: answer.body) }) ?? answer.body else { return nil }
        let views = place.kind == .array ? Array(place.elements) : [place]
        let elements = views.filter { $0.kind == .object }.map { RecordList.Element(view: $0, key: id, whole: $0) }
        let records = try await session.records(Session.Page(elements: elements, answer: answer), mapping: mapping, isDetailed: way.isDetailed)
        // Some take an address for an id; only this very person will do.
        return session.translator(mapping).employees(records).first { $0.id.map { Text.sameBytes($0, id) } ?? false }
    }

    /// Where one cannot be asked for: the last of that id, as a run would see it (R-PLAN-8).
    private func searched(_ id: String) async throws(Refusal) -> Employee? {
        let reader = EverybodyReader(self)
        var found: Employee?
        do {
            while let page = try await reader.next() { found = page.employees.last { $0.id.map { Text.sameBytes($0, id) } ?? false } ?? found }
        } catch { throw .connector(error) }
        return found
    }

    func labels() async throws(ConnectorError) -> [String: String] {
        do throws(Refusal) {
            let session = try await session()
            var labels: [String: String] = [:]
            for discovery in [manifest.labels, manifest.discovery].compactMap(\.self) {
                do throws(Refusal) {
                    for field in try await session.fields(discovery) where field.isCustom { labels["custom_fields." + Text.normalized(field.id)] = field.name }
                } catch {
                    if !error.isPartial { throw error }
                }
            }
            if labels.isEmpty { try await readNames(session, &labels) }
            for case .single(let id, let name?, _) in manifest.employee.customFields { labels["custom_fields." + id] = name }
            return labels
        } catch { throw error.error(.one) }
    }

    /// The names that records give beside the ids, from the first page of each list.
    private func readNames(_ session: Session, _ labels: inout [String: String]) async throws(Refusal) {
        let named = manifest.employee.customFields.compactMap { custom -> (list: CustomList, name: Path)? in
            if case .each(let list) = custom, let name = list.name { (list, name) } else { nil }
        }
        if named.isEmpty { return }
        for listing in manifest.lists where listing.when.holds(session.scope) {
            guard case .ask(let values, _) = session.pager(listing.collection).first else { continue }
            let page = try await session.page(listing.collection, session.scope.adding(values), nil)
            for record in try await session.records(page, mapping: manifest.employee, isDetailed: listing.isDetailed) {
                for (list, name) in named {
                    let elements: [JSONView] = switch record.node(at: list.selector.path) {
                    case .found(let view): Array(view.elements)
                    case .elements(let elements): elements
                    case .text, .none, .absent, .unavailable: []
                    }
                    for element in elements where list.conditions?.match(element) ?? true {
                        guard let id = list.ids.lazy.compactMap({ $0.find(in: element)?.scalarText }).first, let text = name.find(in: element)?.scalarText else { continue }
                        labels["custom_fields." + Text.normalized(id)] = Text.normalized(text)
                    }
                }
            }
        }
    }
}
