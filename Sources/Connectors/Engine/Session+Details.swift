import JSON
import Provisioning

extension Session {
    /// After so many records in a row whose details fail for good, the HRIS is down rather than a record broken.
    private static let patience = 5

    func add(_ detail: Detail, to records: inout [Record], _ mapping: Mapping) async throws(Refusal) {
        switch detail.scope {
        case .page: try await addForPage(detail, to: &records)
        case .record: try await addForEach(detail, to: &records, mapping)
        }
    }

    func leaveOut(_ detail: Detail, of records: inout [Record]) {
        for index in records.indices { records[index].set(.unavailable, detail) }
    }

    // MARK: One call for a page

    private func addForPage(_ detail: Detail, to records: inout [Record]) async throws(Refusal) {
        if records.isEmpty { return }
        var scope = scope
        scope.records = records
        var found: [String: [RecordList.Element]] = [:]
        do {
            for element in try await all(of: detail.collection, scope).flatMap(\.elements) {
                if let key = detail.key.find(in: element.whole)?.scalarText { found[key, default: []].append(element) }
            }
        } catch {
            guard error.isPartial else { throw error }
            for index in records.indices { records[index].set(.unavailable, detail) }
            return
        }
        for index in records.indices {
            guard case .found(let match) = records[index].node(at: detail.match), let key = match.scalarText else {
                records[index].set(.none, detail)
                continue
            }
            let elements = found[key] ?? []
            if elements.contains(where: { !detail.isGood($0) }) {
                records[index].set(.unavailable, detail)
            } else if elements.isEmpty, detail.code != nil {
                // With a status for each of them, one without an answer was not answered.
                records[index].set(.unavailable, detail)
            } else {
                records[index].set(detail.value(elements.map(\.view), today), detail)
            }
        }
    }

    // MARK: A call for each record

    private struct Given: Sendable {
        var index: Int
        var result: Result<(detail: Record.Detail, missing: Set<String>), Refusal>
    }

    private func addForEach(_ detail: Detail, to records: inout [Record], _ mapping: Mapping) async throws(Refusal) {
        let atOnce = caller.manifest.limits.atOnce
        let asked = records
        var failures = 0
        var refusal: Refusal?
        let all = await withTaskGroup(of: Given.self) { group in
            var next = 0
            var answers: [Given] = []
            func ask() {
                let index = next
                next += 1
                group.addTask { await given(detail, for: asked[index], index, mapping) }
            }
            while next < min(atOnce, asked.count) { ask() }
            for await one in group {
                answers.append(one)
                if case .failure(let error) = one.result {
                    failures = error.isPassing ? failures + 1 : failures
                    if !error.isPartial, !error.isPassing || failures >= Self.patience { refusal = refusal ?? error }
                } else {
                    failures = 0
                }
                if refusal == nil, next < asked.count { ask() }
            }
            return answers
        }
        if let refusal { throw refusal }
        for one in all {
            switch one.result {
            case .success(let (found, missing)):
                records[one.index].set(found, detail)
                records[one.index].missing.formUnion(missing)
            case .failure: records[one.index].set(.unavailable, detail)
            }
        }
    }

    private func given(_ detail: Detail, for record: Record, _ index: Int, _ mapping: Mapping) async -> Given {
        do throws(Refusal) {
            let pages = try await all(of: detail.collection, scope.with(record), allowsSingle: true)
            let missing = pages.reduce(into: Set<String>()) { missing, page in
                missing.formUnion(caller.manifest.partial?.missing(in: page.answer.body, all: mapping.paths) ?? [])
            }
            return Given(index: index, result: .success((detail.value(pages.flatMap(\.elements).map(\.view), today), missing)))
        } catch {
            // A record without what it would be asked by: nobody knows.
            if case .setting(let name, _) = error, name.hasPrefix("record.") { return Given(index: index, result: .success((.unavailable, []))) }
            return Given(index: index, result: .failure(error))
        }
    }
}

extension Detail {
    fileprivate func isGood(_ element: RecordList.Element) -> Bool {
        guard let code else { return true }
        return code.find(in: element.whole)?.number?.int.map { (200..<300).contains($0) } ?? true
    }

    fileprivate func value(_ views: [JSONView], _ today: Day) -> Record.Detail {
        if isMany { return .many(views) }
        return (pick.map { $0.choose(from: views, today: today) } ?? views.first).map { .one($0) } ?? .none
    }
}

extension Record {
    fileprivate mutating func set(_ detail: Detail, _ description: Connectors.Detail) {
        if description.isMerged { full = detail } else { details[description.name] = detail }
    }
}

extension Refusal {
    /// It was asked for as long as is sensible, and may go well another time.
    fileprivate var isPassing: Bool {
        if case .meant(.retry, _, _) = self { true } else { false }
    }
}
