import Contract
import JSON
import Provisioning
import Store
import Wire

extension Agent {
    public func runList(_ params: RunListParams, _ call: Call) throws(RPCError) -> RunPage {
        let cursor = Cursor(call)
        let position = try cursor.position(params.cursor)
        return try attempt {
            try store.read { reading in
                let integration = try params.integration.map { try self.integration($0, reading).id }
                let kind: Provisioning.Run.Kind? = params.kind.map { $0 == .test ? .test : .sync }
                let page = try reading.runs(integration: integration, kind: kind, after: position, limit: params.limit)
                return RunPage(items: page.items.map { Contract.Run(live($0)) }, nextCursor: cursor.text(page.next))
            }
        }
    }

    public func runGet(_ params: RunGetParams, _ call: Call) throws(RPCError) -> Contract.Run {
        try attempt { try store.read { reading in Contract.Run(live(try run(params.run, params.integration, params.kind, reading))) } }
    }

    public func runWait(_ params: RunWaitParams, _ call: Call) async throws(RPCError) -> Contract.Run {
        try await attempt {
            let run = try store.read { reading in try self.run(params.run, params.integration, params.kind, reading) }
            let deadline = params.timeoutSeconds.map { ContinuousClock.now + .seconds($0) }
            var current = run
            while !current.state.isFinal, deadline.map({ $0 > .now }) ?? true {
                if call.cancellation.isCancelled { throw CancellationError() }
                if driver.active.contains(run.id) {
                    await driver.active.wait(run.id, until: deadline, call.cancellation)
                } else {
                    // Another process carries it out, or it is queued.
                    try await Task.sleep(for: .milliseconds(100))
                }
                current = live(try store.read { try $0.run(id: run.id) } ?? current)
            }
            return Contract.Run(live(current))
        }
    }

    public func runCancel(_ params: RunCancelParams, _ call: Call) throws(RPCError) -> Contract.Run {
        let actor = try actor(params.actor, for: call.method)
        return try attempt {
            let run = try store.read { reading in try self.run(params.run, params.integration, params.kind, reading) }
            if !run.state.isFinal {
                if driver.active.contains(run.id) {
                    guard driver.active.forbidApply(run.id) else {
                        throw RPCError(.wrongState, "This run is being applied and can no longer be cancelled; run/undo takes it back afterwards.")
                    }
                    call.afterResponse { [driver] in driver.active.cancel(run.id) }
                } else {
                    let cancelled = try store.write { writing in try cancel(run, writing) }
                    guard cancelled else { throw RPCError(.wrongState, "This run is carried out by another process; cancel it there.") }
                }
                try store.write { writing in try writing.audit(call.method, actor, subject: run.id, at: time.now) }
            }
            return try store.read { Contract.Run(live(try $0.run(id: run.id) ?? run)) }
        }
    }

    public func runRows(_ params: RunRowsParams, _ call: Call) throws(RPCError) -> RowPage {
        let cursor = Cursor(call)
        let position = try cursor.position(params.cursor)
        return try attempt {
            let run = try store.read { try runWithRows(params.run, params.integration, params.kind, $0) }
            let page = try store.rows.page(run: run.id, category: Provisioning.Row.Category(params.category), query: params.query, after: position ?? 0, limit: params.limit)
            return RowPage(items: page.items.map(Contract.Row.init), nextCursor: cursor.text(page.next))
        }
    }

    public func runExport(_ params: RunExportParams, _ call: Call) throws(RPCError) -> ExportResult {
        let actor = try actor(params.actor, for: call.method)
        let cursor = Cursor(call)
        let start = try cursor.position(params.cursor)
        return try attempt {
            let category = Provisioning.Row.Category(params.category)
            let (run, attributes) = try store.read { reading -> (Provisioning.Run, [Provisioning.Attribute]) in
                let run = try runWithRows(params.run, params.integration, params.kind, reading)
                return (run, try mappedAttributes(run, reading))
            }
            let table = RowTable(category: category, attributes: attributes)
            let exported = try export(
                name: "\(category.rawValue).csv", header: table.header, CSVOptions(params.delimiter, bom: params.bom, path: params.path), actor: actor,
                onePageOnly: params.limit != nil || params.cursor != nil,
                page: { after in
                    let page = try store.rows.page(run: run.id, category: category, query: nil, after: after ?? 0, limit: params.limit ?? 1000)
                    // The file of a test leaves out people who are no users yet (R-MAP-8).
                    let cells = try store.read { reading in
                        let linked = Set(try page.items.flatMap(\.referenceNames).filter { try reading.user(externalID: $0) != nil || reading.user(id: $0) != nil })
                        return page.items.map { row in table.cells(row) { linked.contains($0) } }
                    }
                    return (cells, page.next)
                }, from: start)
            return ExportResult(exported, cursor)
        }
    }

    public func runCompare(_ params: RunCompareParams, _ call: Call) throws(RPCError) -> RowChangePage {
        try attempt {
            let (before, after) = try store.read { reading in
                (try runWithRows(params.with, nil, nil, reading), try runWithRows(params.run, params.integration, params.kind, reading))
            }
            let changes = RowComparison.changes(from: try allRows(before), to: try allRows(after))
            let page = try Cursor(call).page(of: changes, from: params.cursor, limit: params.limit)
            return RowChangePage(items: page.items.map(RowChange.init), nextCursor: page.next)
        }
    }

    private func allRows(_ run: Provisioning.Run) throws -> [Provisioning.Row] {
        var rows: [Provisioning.Row] = []
        try store.rows.each(run: run.id) { rows.append($0) }
        return rows
    }

    // MARK: Which run

    /// By id, or the newest of an integration and a kind.
    func run(_ id: String?, _ integration: String?, _ kind: RunKind?, _ reading: Reading) throws -> Provisioning.Run {
        if let id {
            guard let run = try reading.run(id: id) else { throw RPCError(.notFound, "There is no run with this id; run/list shows all.") }
            return run
        }
        let integration = try self.integration(integration ?? "", reading)
        let newest = try reading.runs(integration: integration.id, kind: kind.map { $0 == .test ? .test : .sync }, after: nil, limit: 1).items.first
        guard let newest else { throw RPCError(.notFound, "\(integration.name) has had no such run yet.") }
        return newest
    }

    /// A run whose rows can be read (R-RUN-7).
    func runWithRows(_ id: String?, _ integration: String?, _ kind: RunKind?, _ reading: Reading) throws -> Provisioning.Run {
        let run = try run(id, integration, kind, reading)
        guard run.state.isFinal else { throw RPCError(.wrongState, "This run has not ended yet; wait for it with run/wait.", data: ["run": .string(run.id)]) }
        guard let expiry = run.resultsExpireAt else { throw RPCError(.wrongState, "This run ended without results: it \(run.state == .cancelled ? "was cancelled" : "failed").", data: ["run": .string(run.id)]) }
        guard time.now < expiry else { throw RPCError(.resultsExpired, "The results of this run could be read until \(expiry); run a new test.", data: ["expiredAt": .string(expiry.description)]) }
        return run
    }
}

extension Provisioning.Row.Category {
    init(_ category: Contract.Category) { self = Provisioning.Row.Category(rawValue: category.rawValue) ?? .skipped }
}

extension Provisioning.Row {
    /// Everybody whom the row's references show.
    var referenceNames: [String] {
        values.attributes.values.flatMap { value -> [String] in if case .references(let names) = value { names } else { [] } }
    }
}

extension Agent.CSVOptions {
    init(_ delimiter: Delimiter, bom: Bool, path: String?) {
        self.init(delimiter: delimiter.rawValue == "," ? .comma : .semicolon, hasMark: bom, path: path)
    }
}

extension ExportResult {
    init(_ exported: Agent.Exported, _ cursor: Cursor) {
        self.init(name: exported.name, rows: exported.rows, csv: exported.csv, nextCursor: cursor.text(exported.next))
    }
}

extension RowChange {
    init(_ change: RowComparison.Change) {
        self.init(
            change: change.before == nil ? .added : change.after == nil ? .removed : .changed, before: change.before.map(Contract.Row.init),
            after: change.after.map(Contract.Row.init))
    }
}
