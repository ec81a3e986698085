import Provisioning
import Testing

/// What holds of every test that is applied as reviewed, and of every sync that is taken back.
extension ModelPropertyTests {
    private func reviewed(_ plan: Plan, in world: World, includesHeld: Bool = false) throws -> Plan {
        let mapped = Set(world.rules.configuration.attributeMapping.mappings.map(\.attribute))
        let attributes = world.rules.attributes.filter { mapped.contains($0.key) }.mapValues(\.name)
        let basis = Review.Basis(store: "", day: world.rules.today, revision: 1, account: "", attributes: attributes, segments: [:], sequence: 0)
        var reviewed = ReviewedPlan(
            rows: plan.rows, review: Review(basis: basis, marks: Marks(plan), guarded: plan.guarded), summary: plan.summary, includesHeld: includesHeld,
            prefix: world.rules.prefix, licenseLimit: world.rules.account.licenseLimit, attributes: Array(world.rules.attributes.values), mirror: ListMirror(users: world.users))
        return try reviewed.settle()
    }

    private func sum(_ summary: Summary, _ rows: [Row]) -> Int {
        let protected = rows.count { $0.reason == .protectedRole }
        return summary.created + summary.updated + summary.unchanged + summary.conflicts + summary.skipped - protected + summary.filtered + summary.ended + summary.inactive
    }

    @Test("R-PLAN-11 applied at once, a test without links gives exactly its rows; with links nobody else's rows but by references to them")
    func reviewedIsTheTest() {
        expectNone(.externalIDThenEmail) { world, plan in
            let settled = try reviewed(plan, in: world)
            if !plan.rows.contains(where: \.needsLink) {
                if settled.rows != plan.rows { return "reviewed:\n" + settled.lines.joined(separator: "\n") }
                var summary = plan.summary
                summary.safeguards.removeAll { $0 == .identity }
                return summary == settled.summary ? nil : "summary \(settled.summary)"
            }
            func plain(_ rows: [Row]) -> [Row] {
                rows.compactMap { row in
                    var row = row
                    row.changes.removeAll { change in if case .attribute("boss") = change.field { true } else if case .attribute("buddy") = change.field { true } else { false } }
                    (row.needsLink, row.problems, row.values.attributes["boss"], row.values.attributes["buddy"]) = (false, [], nil, nil)
                    return row.category == .updated && row.changes.isEmpty ? nil : row
                }
            }
            return plain(settled.rows) == plain(plan.rows) ? nil : "reviewed:\n" + settled.lines.joined(separator: "\n")
        }
    }

    @Test("R-PLAN-11, R-SAFE-2 what is applied keeps every promise, with and without what is held; the numbers add up", arguments: [false, true])
    func reviewedKeepsPromises(includesHeld: Bool) {
        expectNone(.externalIDThenEmail) { world, plan in
            let settled = try reviewed(plan, in: world, includesHeld: includesHeld)
            if sum(settled.summary, settled.rows) != settled.summary.employees { return "employees \(settled.summary.employees) but \(sum(settled.summary, settled.rows))" }
            let after = ModelApply.after(settled, in: world)
            if let broken = after.brokenPromise { return broken }
            if settled.rows.contains(where: { $0.category == .updated && $0.changes.isEmpty }) { return "an update of nothing" }
            guard includesHeld else { return nil }
            let ids = Set(plan.rows.filter(\.held).compactMap(\.userID))
            if after.users.contains(where: { ids.contains($0.id) }) { return "a held user is still there" }
            for row in plan.guarded {
                guard let user = after.users.first(where: { $0.id == row.userID }) else { return "a guarded user is gone" }
                for change in row.changes { if case .attribute(let key) = change.field, user.attributes[key] != nil { return "\(key) is not cleared" } }
            }
            return settled.summary.safeguards.isEmpty && settled.summary.deletionsHeld == 0 ? nil : "still held"
        }
    }

    private func hasCircle(_ world: World) -> Bool {
        ["boss", "buddy"].contains { key in
            let targets = Dictionary(uniqueKeysWithValues: world.users.map { user in
                (user.id, { if case .users(let ids)? = $0 { Set(ids) } else { [] } }(user.attributes[key]) as Set<String>)
            })
            // Whoever points to nobody left is on no circle.
            var rest = targets
            while let free = rest.first(where: { $0.value.isDisjoint(with: rest.keys) }) { rest[free.key] = nil }
            return !rest.isEmpty
        }
    }

    @Test("R-RES-6 undo(apply) is the directory before, whatever was applied", arguments: [Ruleset.Matching.externalID, .externalIDThenEmail])
    func undone(matching: Ruleset.Matching) {
        expectNone(matching) { world, plan in
            // Nobody can make a circle by hand, so none has to come back.
            if hasCircle(world) { return nil }
            let applied = matching == .externalID ? plan : try reviewed(plan, in: world, includesHeld: true)
            let after = ModelApply.after(applied, in: world)
            let before = Dictionary(uniqueKeysWithValues: world.users.map { ($0.id, $0) }), now = Dictionary(uniqueKeysWithValues: after.users.map { ($0.id, $0) })
            let effects = Set(before.keys).union(now.keys).sorted().compactMap { id -> UserEffect? in
                switch (before[id], now[id]) {
                case (nil, let after?): .created(id: id, sequence: after.sequence)
                case (let before?, nil): .deleted(before)
                case (let before?, let after?): before == after ? nil : .changed(before: before, after: after)
                case (nil, nil): nil
                }
            }
            // Licences may have been fewer than users all along.
            var planner = UndoPlanner(
                effects: effects, attributes: Array(world.rules.attributes.values), licenseLimit: nil, mirror: ListMirror(users: after.users), current: { now[$0] },
                segment: { $1 })
            let undo = try planner.plan()
            if !undo.untouched.isEmpty { return undo.untouched.map(\.message).joined(separator: "\n") }
            var users = now
            for id in undo.remove { users[id] = nil }
            for user in undo.revert + undo.recreate { users[user.id] = user }
            return users == before ? nil : "before \(before.values.filter { users[$0.id] != $0 })\nafter the undo \(users.values.filter { before[$0.id] != $0 })"
        }
    }
}
