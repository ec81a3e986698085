import Contract
import JSON
import Provisioning
import Store
import Wire

/// Applying a test as it was reviewed: `integration/sync` with `plan` (R-PLAN-11).
extension Agent {
    /// Needs only a connected and configured integration, and no quota (R-RUN-4).
    func startReviewed(_ name: String, plan: String, includesHeld: Bool, confirm: Bool, actor: Actor) throws -> Provisioning.Run {
        let now = time.now
        return try store.write { writing -> Provisioning.Run in
            try requireFeature(writing)
            let integration = try self.integration(name, writing)
            try mayRun(integration)
            let test = try run(plan, nil, nil, writing)
            guard test.kind == .test, test.integration == integration.id else {
                throw RPCError(.wrongState, "The plan is not a test of this integration; name one that run/list shows for it.")
            }
            guard test.state.isFinal else { throw RPCError(.wrongState, "This test has not ended yet; wait for it with run/wait.", data: ["state": .string(test.state.rawValue)]) }
            guard test.state == .succeeded else { throw RPCError(.wrongState, "This test has no results to apply; run a new one.", data: ["state": .string(test.state.rawValue)]) }
            try requireNoRun(integration, writing)
            if let sync = try writing.run(applying: test.id) {
                throw RPCError(.wrongState, "This test has been applied already, and is applied once; run a new test.", data: ["run": .string(sync.id)])
            }
            _ = try runWithRows(test.id, nil, nil, writing)
            let (rows, review) = try store.rows.reviewed(test)
            try writing.requireFresh(test, rows, review, integration, now: now)
            if !confirm { try askBeforeLinking(rows, writing) }
            // Not queued: nothing else may start it, and it waits for nothing.
            return try driver.insert(Provisioning.Run(
                id: "", integration: integration.id, kind: .sync, trigger: .plan, state: .planning, startedAt: now, revision: integration.revision,
                read: test.read, total: test.total, actor: actor.userID, plan: test.id), writing)
        }
    }

    /// An address alone must not hand over an administrator's account.
    private func askBeforeLinking(_ rows: [Provisioning.Row], _ reading: Reading) throws {
        let linked = try reading.users(ids: rows.filter(\.needsLink).compactMap(\.userID)).filter(\.role.isProtected).map(\.id)
        guard !linked.isEmpty else { return }
        throw RPCError(
            askingBecause: "The plan would link \(linked.count) administrators or superusers to people of an HRIS, which then manages their accounts.",
            "Repeat with confirm: true if these are the right people.", counts: [("linked", linked.count)], users: linked)
    }
}

extension RunDriver {
    /// The reviewed rows, once more held against the mirror under the write lock of the apply.
    func finishReviewed(_ run: inout Provisioning.Run, includesHeld: Bool) throws -> [Notice] {
        try apply(&run) { run, writing in
            guard let integration = try writing.integration(run.integration), var test = try run.plan.flatMap({ try writing.run(id: $0) }) else {
                throw RPCError(.notFound, "The integration or its test is gone.")
            }
            let (rows, review) = try store.rows.reviewed(test)
            let now = time.now
            try writing.requireFresh(test, rows, review, integration, now: now)
            var reviewed = ReviewedPlan(
                rows: rows, review: review, summary: test.summary ?? Summary(), includesHeld: includesHeld, prefix: integration.prefix,
                licenseLimit: try writing.account()?.licenseLimit, attributes: try writing.attributes(), mirror: writing)
            // R-RUN-7: an applied test's rows can be read for 24 hours from here.
            test.resultsExpireAt = now.adding(hours: 24)
            try writing.update(test)
            return try ReviewedRows(reviewed.settle(), writing)
        }
    }
}

extension RowWriter {
    /// All rows of a test, and what it was based on.
    func write(_ settled: inout SettledPlan<Reading>, of test: Provisioning.Run, _ configuration: Provisioning.Configuration, _ reading: Reading) throws {
        guard let integration = try reading.integration(test.integration) else { throw StoreError.notFound(test.integration) }
        var basis = try reading.basis(configuration, revision: test.revision, at: test.startedAt)
        let hasUsers = try reading.userCount() > 0
        func take(_ row: Provisioning.Row?) throws {
            guard let row else { return }
            try append(row)
            if hasUsers { basis.users.formUnion(try RowScope([row], prefix: integration.prefix).users(in: reading)) }
        }
        try settled.makeExisting { made in try take(made.row) }
        try settled.makeCreated { made in
            try take(made.row)
            return nil
        }
        settled.finish()
        try append(Review(basis: basis, marks: Marks(settled.plan), guarded: settled.plan.guarded))
    }
}

extension RowStore {
    fileprivate func reviewed(_ test: Provisioning.Run) throws -> ([Provisioning.Row], Review) {
        guard let review = try review(run: test.id) else { throw RPCError(.resultsExpired, "What this test was based on is no longer known; run a new test.") }
        var rows: [Provisioning.Row] = []
        try each(run: test.id) { rows.append($0) }
        return (rows, review)
    }
}

extension Reading {
    fileprivate func basis(_ configuration: Provisioning.Configuration, revision: Int, at time: Timestamp) throws -> Review.Basis {
        let account = try account() ?? Provisioning.Account(languages: LanguageTable.codes)
        var mapped: [String: String] = [:], segments: [String: String] = [:]
        for mapping in configuration.attributeMapping.mappings {
            guard let attribute = try attribute(key: mapping.attribute) else { continue }
            mapped[attribute.key] = "\(attribute.type.rawValue) \(attribute.name)"
            guard attribute.type == .choice else { continue }
            let spellings = try spellings(attribute: attribute.key).sorted { $0.key < $1.key }
            segments[attribute.key] = JSONValue.object(JSONObject(spellings.map { (name: $0.key, value: .string($0.value)) })).text
        }
        return Review.Basis(
            store: try storeID(), day: account.timeZone.day(at: time), revision: revision, account: account.text, attributes: mapped, segments: segments,
            sequence: try lastSequence())
    }

    /// `planStale`, naming what has changed since the test.
    fileprivate func requireFresh(
        _ test: Provisioning.Run, _ rows: [Provisioning.Row], _ review: Review, _ integration: Provisioning.Integration, now time: Timestamp
    ) throws {
        let then = review.basis
        let (configuration, revision) = try configuration(integration: integration.id)
        let now = try basis(configuration, revision: revision, at: time)
        var changed: [(what: String, id: String?)] = []
        if then.store != now.store { changed.append(("store", nil)) }
        if then.day != now.day { changed.append(("day", nil)) }
        // A reconnect to another tenant or file counts as a new configuration (R-CON-5).
        if then.revision != now.revision || integration.configuredAt.map({ $0 > test.startedAt }) ?? false { changed.append(("configuration", integration.id)) }
        if then.account != now.account { changed.append(("account", nil)) }
        for (what, old, new) in [("attribute", then.attributes, now.attributes), ("segments", then.segments, now.segments)] {
            for key in Set(old.keys).union(new.keys).sorted() where old[key] != new[key] { changed.append((what, key)) }
        }
        let users = try usersChanged(since: then, RowScope(rows, prefix: integration.prefix))
        changed += users.prefix(100).map { ("user", $0) }
        guard !changed.isEmpty else { return }
        let list = changed.map { what, id in
            var object: JSONObject = ["what": .string(what)]
            object["id"] = id.map { .string($0) }
            return JSONValue.object(object)
        }
        let words = Staleness.words.filter { word in changed.contains { $0.what == word.what } }.map(\.words).joined(separator: ", ")
        throw RPCError(.planStale, "Since this test \(words) changed, so it would no longer do what was reviewed. Run a new test.", data: ["changed": .array(list), "counts": ["users": JSONValue(users.count)]])
    }

    /// Ids of users who have changed, come or gone, and whom the rows name, refer to, or whose address or code they want.
    private func usersChanged(since basis: Review.Basis, _ scope: RowScope) throws -> [String] {
        var found: [String] = []
        var position = basis.sequence
        while true {
            let part = try changes(since: position, limit: 1000)
            for change in part.changes {
                switch change {
                case .changed(let user): if scope.touches(user) || basis.users.contains(user.id) { found.append(user.id) }
                case .deleted(let id, _): if scope.ids.contains(id) || basis.users.contains(id) { found.append(id) }
                }
            }
            guard part.more else { return found }
            position = part.next
        }
    }
}

private enum Staleness {
    static let words: [(what: String, words: String)] = [
        (what: "store", words: "the database"), ("day", "the day"), ("configuration", "the configuration"), ("account", "the account's settings"),
        ("attribute", "mapped attributes"), ("segments", "segments"), ("user", "users whom it concerns"),
    ]
}

extension Provisioning.Account {
    /// All settings, to tell whether one has changed.
    fileprivate var text: String {
        [
            timeZone.name, defaultLanguage, languages.joined(separator: ","), licenseLimit.map(String.init) ?? "none", kioskLogin.rawValue, "\(protectAdministrators)",
        ].joined(separator: " ")
    }
}
