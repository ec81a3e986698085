import Provisioning
import Testing

/// What holds of every plan, whatever the rules decide in particular.
@Suite struct ModelPropertyTests {
    /// Tries `fault` on the random worlds and shrinks the first one it finds.
    func expectNone(_ matching: Ruleset.Matching? = nil, share: UInt64 = 3, _ fault: (World, Plan) throws -> String?) {
        func faultOf(_ world: World) -> String? {
            guard let plan = try? world.planned() else { return nil }
            do { return try fault(world, plan) } catch { return "refused: \(error)" }
        }
        for seed in ModelTests.firstSeed..<(ModelTests.firstSeed + ModelTests.worlds / share) {
            var maker = WorldMaker(seed: seed &* 7919)
            var world = maker.world()
            if let matching { world = world.matching(matching) }
            guard faultOf(world) != nil else { continue }
            let smallest = world.shrunk { faultOf($0) != nil }
            Issue.record("Seed \(seed):\n\(smallest)\n\(faultOf(smallest) ?? "")\n\((try? smallest.planned().lines.joined(separator: "\n")) ?? "")")
            return
        }
    }

    @Test("R-PLAN-4 the same sync again changes nothing, and everybody wanted is as wanted")
    func isIdempotent() {
        expectNone(.externalID) { world, plan in
            let after = ModelApply.after(plan, in: world)
            if let broken = after.brokenPromise { return broken }
            let again = try after.planned()
            let summary = again.summary
            if summary.created + summary.updated + summary.deleted > 0 { return "again:\n" + again.lines.joined(separator: "\n") }
            if summary.unchanged != plan.summary.created + plan.summary.updated + plan.summary.unchanged { return "fewer are as wanted than were applied" }
            if summary.deletionsHeld != plan.summary.deletionsHeld || summary.conflicts != plan.summary.conflicts { return "other held rows or conflicts" }
            return nil
        }
    }

    @Test("R-RES-2 a row's values are the user's after the apply")
    func valuesAreTheUsers() {
        expectNone { world, plan in
            let after = ModelApply.after(plan, in: world, links: true)
            for row in plan.rows where row.category == .created || row.category == .updated {
                guard let user = after.users.first(where: { $0.externalID.map { Text.sameBytes($0, row.externalID ?? "") } ?? false }) else { return "\(row.externalID ?? "-") is missing" }
                var shown = after.shown(user), values = row.values
                // References to somebody linked by this very plan are shown by the user's id until then.
                for (key, value) in shown.attributes { if case .references = value { shown.attributes[key] = nil; values.attributes[key] = nil } }
                for (key, value) in values.attributes { if case .references = value { values.attributes[key] = nil } }
                if values != shown { return "row \(values)\nuser \(shown)" }
            }
            return nil
        }
    }

    @Test("R-PLAN-10 a test shows what the sync does, but for those found by address")
    func testEqualsSync() {
        expectNone(.externalIDThenEmail) { world, plan in
            let linked = Set(plan.rows.filter { $0.matchedBy == .email }.map(\.externalID))
            let sync = try world.matching(.externalID).planned()
            let shown = plan.rows.filter { $0.matchedBy != .email }, done = sync.rows.filter { !linked.contains($0.externalID) }
            if shown != done { return "test:\n" + shown.map(\.line).joined(separator: "\n") + "\nsync:\n" + done.map(\.line).joined(separator: "\n") }
            if !sync.rows.filter({ linked.contains($0.externalID) }).allSatisfy({ $0.category == .conflict }) { return "a link that is no conflict in the sync" }
            return plan.hold == sync.hold && plan.release == sync.release && plan.summary.safeguards == sync.summary.safeguards ? nil : "other safeguards"
        }
    }

    @Test("R-RES-5 after the links of a test are applied, the next test has none of them")
    func linksOnce() {
        expectNone(.externalIDThenEmail) { world, plan in
            let after = ModelApply.after(plan, in: world, links: true)
            if let broken = after.brokenPromise { return broken }
            let linked = Set(plan.rows.filter(\.needsLink).map(\.externalID))
            return try after.planned().rows.contains { $0.needsLink && linked.contains($0.externalID) } ? "linked, and yet to be linked" : nil
        }
    }

    @Test("Nobody outside the prefix is touched, but for references to deleted users")
    func leavesOthersAlone() {
        expectNone(.externalID) { world, plan in
            let after = ModelApply.after(plan, in: world)
            let gone = Set(plan.rows.filter { $0.category == .deleted && !$0.held }.compactMap(\.userID))
            func isOurs(_ id: String?) -> Bool { id?.utf8.starts(with: world.rules.prefix.utf8) ?? false }
            for user in world.users where !isOurs(user.externalID) {
                var expected = user
                for case (let key, .users(let ids)) in user.attributes {
                    let rest = ids.filter { !gone.contains($0) }
                    expected.attributes[key] = rest.isEmpty ? nil : .users(rest)
                }
                if after.users.first(where: { $0.id == user.id }) != expected { return "\(user.id) is changed" }
            }
            let new = after.users.filter { user in !world.users.contains { $0.id == user.id } }
            return new.allSatisfy { isOurs($0.externalID) } ? nil : "somebody new outside the prefix"
        }
    }

    @Test("R-MAP-8 no reference that a run sets is part of a circle, nor one to oneself")
    func closesNoCircle() {
        expectNone(.externalID) { world, plan in
            let after = ModelApply.after(plan, in: world)
            func targets(_ id: String, _ key: String) -> [String] {
                guard case .users(let ids)? = after.users.first(where: { $0.id == id })?.attributes[key] else { return [] }
                return ids
            }
            for row in plan.rows where row.category == .created || row.category == .updated {
                for change in row.changes {
                    guard case .attribute(let key) = change.field, case .references? = change.to, row.wantedReferences[key] != nil else { continue }
                    let start = row.userID ?? "made-" + row.externalID!
                    var seen: Set<String> = [], open = targets(start, key)
                    while let next = open.popLast() {
                        if next == start { return "\(row.externalID!) is in a circle" }
                        if seen.insert(next).inserted { open += targets(next, key) }
                    }
                }
            }
            return nil
        }
    }

    @Test("R-PLAN-7 there are never more users than before or than licences")
    func keepsLicences() {
        expectNone(.externalID) { world, plan in
            guard let limit = world.rules.account.licenseLimit else { return nil }
            let count = ModelApply.after(plan, in: world).users.count
            return count <= max(limit, world.users.count) ? nil : "\(count) users"
        }
    }

    @Test("R-SAFE-6, R-MAP-2: no protected user and nobody whose employee is skipped is deleted")
    func deletesNobodyItMustNot() {
        expectNone { world, plan in
            let skipped = Set(plan.rows.filter { $0.category == .skipped }.compactMap(\.userID))
            for row in plan.rows where row.category == .deleted {
                let user = world.users.first { $0.id == row.userID }!
                if skipped.contains(user.id) { return "\(user.id) is skipped and deleted" }
                if world.rules.account.protectAdministrators, [.administrator, .superuser].contains(user.role) { return "\(user.id) is protected" }
                if user.held, !row.held { return "\(user.id) was held" }
            }
            return nil
        }
    }

    @Test("The summary adds up, and rows are in external ID order")
    func addsUp() {
        expectNone { _, plan in
            let summary = plan.summary
            let protected = plan.rows.count { $0.reason == .protectedRole }
            let sum = summary.created + summary.updated + summary.unchanged + summary.conflicts + summary.skipped - protected
            if summary.employees != sum + summary.filtered + summary.ended + summary.inactive { return "\(summary.employees) employees, \(sum) rows" }
            for (one, next) in zip(plan.rows, plan.rows.dropFirst()) where one.category == next.category {
                switch (one.employeeID, next.employeeID) {
                case (nil, _?): return "no id before \(next.employeeID!)"
                case (let left?, let right?): if precedesInExternalIDOrder(right, left) { return "\(right) after \(left)" }
                default: break
                }
            }
            return nil
        }
    }

    @Test("The order of the mirror, and of employees with different ids, does not matter")
    func ignoresOrder() {
        expectNone { world, plan in
            var other = world
            other.users.reverse()
            let ids = world.employees.compactMap(\.id)
            if Set(ids.map { Array($0.utf8) }).count == world.employees.count { other.employees.reverse() }
            let lines = try other.planned().lines
            return lines == plan.lines ? nil : lines.joined(separator: "\n")
        }
    }

    @Test("The random worlds reach every category, reason, safeguard and warning")
    func worldsReachEverything() {
        var reached: Set<String> = []
        for seed in 1...UInt64(2500) {
            var maker = WorldMaker(seed: seed)
            guard let plan = try? maker.world().planned() else {
                reached.insert("refused")
                continue
            }
            for row in plan.rows {
                reached.insert(row.category.rawValue)
                if let reason = row.reason { reached.insert(reason.rawValue) }
                if row.needsLink { reached.insert("needsLink") }
                if row.held { reached.insert("held") }
                for change in row.changes { reached.insert("\(change.field) \(change.from != nil) \(change.to != nil)") }
            }
            if plan.rows.contains(where: { $0.matchedBy == .email && $0.category == .conflict }) { reached.insert("conflictOfLink") }
            for safeguard in plan.summary.safeguards { reached.insert("\(safeguard)") }
            for warning in plan.summary.warnings { reached.insert(warning.code) }
            if !plan.hold.isEmpty { reached.insert("hold") }
            if !plan.release.isEmpty { reached.insert("release") }
            for fields in plan.guardFields.values { reached.formUnion(fields.map { "guard \($0)" }) }
            for fields in plan.unguardFields.values { reached.formUnion(fields.map { "unguard \($0)" }) }
        }
        var wanted = Row.Category.allCases.map(\.rawValue) + Row.Reason.allCases.map(\.rawValue)
        wanted += ["refused", "needsLink", "held", "conflictOfLink", "hold", "release", "deletion", "identity", "participation", "attribute:team"]
        wanted += ["guard team", "unguard team", "guard participation", "unguard participation", "participationStartDate true true", "participationStartDate true false"]
        wanted += [
            "kioskMappingRests", "fieldVanished", "deletionsHeldForMissingId", "noUsableEmail", "valueUnusable", "statusUnknown", "referenceUnresolved", "referenceCycle",
            "employeeRepeated", "segmentNearMiss", "createsInactive",
        ]
        for key in ["team", "born", "fte", "boss", "buddy"] {
            wanted += ["attributes.\(key) true true", "attributes.\(key) true false", "attributes.\(key) false true"]
        }
        #expect(wanted.filter { !reached.contains($0) } == [])
    }
}
