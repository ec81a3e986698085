import Foundation
import JSON
import Provisioning
import Testing

/// Months of a company, day by day, through an HRIS that fails in every way it can, against what should be. `STAFFETTA_DAYS` makes it longer,
/// `STAFFETTA_SEED` repeats one.
@Suite struct HRISSoakTests {
    /// What an HRIS does wrong, at random.
    enum Fault: CaseIterable {
        /// These end the attempt.
        case unreachable, limited, garbage, breaksOff, fewerThanPromised, nobody, revoked
        /// With these a reading still counts.
        case repeats, someUnavailable, allWithoutDepartment, halfGone, someWithoutID

        var failure: ConnectorError? {
            switch self {
            case .unreachable: .remoteUnavailable("The HRIS does not answer.")
            case .limited: .remoteRateLimited("Too many requests.", retryAt: nil)
            case .garbage: .remoteUnexpected("The HRIS answered nonsense.")
            case .breaksOff: .remoteIncomplete("The HRIS broke off.")
            case .revoked: .authorizationRequired("The token was revoked.")
            default: nil
            }
        }
        var endsAttempt: Bool { failure != nil || self == .fewerThanPromised || self == .nobody }
    }

    static func setting(_ name: String, or standard: Int) -> Int { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? standard }

    @Test("R-SAFE-1, -4, -8, R-MAP-2, -9, R-PLAN-4: no wrong deletion, no wrong clearing, nobody lost, whatever the HRIS does", .timeLimit(.minutes(30)))
    func soak() async throws {
        let seed = UInt64(Self.setting("STAFFETTA_SEED", or: 3_345_464_897))
        var dice = Dice(seed: seed)
        let agent = try await TestAgent()
        let start = Timestamp("2026-01-05T00:00:00Z")?.milliseconds ?? 0
        var company = Company(size: 80, today: Int(start / 86_400_000), seed: seed)
        var mirror = Mirror()
        try await Self.prepare(agent)
        agent.hris.deliver(company.employees())
        try await agent.enable()
        mirror.sync(company.wanted)
        try await Self.expect(agent, mirror, "the first sync of seed \(seed)")
        // From evening to evening: the sync in the morning and its repetitions lie between.
        try await agent.advance(hours: 12)

        var tally: [String: Int] = [:]
        let days = Self.setting("STAFFETTA_DAYS", or: 150)
        for day in 1...days {
            company.live()
            let note: Comment = "day \(day) of seed \(seed)"
            let before = mirror
            // Up to four attempts a day (R-RUN-4); a revoked token ends them.
            var attempts: [Fault?] = []
            while attempts.count < 4, Int.random(in: 0..<3, using: &dice) == 0 { attempts.append(Fault.allCases.filter(\.endsAttempt).randomElement(using: &dice)) }
            if let revoked = attempts.firstIndex(of: .revoked) { attempts.removeLast(attempts.count - revoked - 1) }
            let succeeds = attempts.count < 4 && attempts.last != .some(.revoked)
            if succeeds { attempts.append(Bool.random(using: &dice) ? Fault.allCases.filter { !$0.endsAttempt }.randomElement(using: &dice) : nil) }
            var deliveries: [ScriptedHRIS.Delivery] = []
            for fault in attempts {
                tally["\(fault.map { "\($0)" } ?? "sound")", default: 0] += 1
                let (delivery, plainly) = Self.deliver(&company, fault, &dice)
                deliveries.append(delivery)
                if fault?.endsAttempt != true { mirror.sync(plainly.wanted, unknown: plainly.unknown, holdsAbsent: plainly.holdsAbsent) }
            }
            let newest = try await agent.items("run/list", ["limit": 1]).first?["id"]
            agent.hris.with { $0.coming = deliveries }
            try await agent.advance(hours: 24)
            let runs = try await agent.items("run/list", ["limit": JSONValue(attempts.count + 1)])
            #expect(runs.last?["id"] == newest, note)
            #expect(runs.dropLast().reversed().map { $0.state == "succeeded" } == attempts.map { $0?.endsAttempt != true }, note)
            if !succeeds { #expect(mirror == before) }
            try await Self.expect(agent, mirror, note)
            // The same again changes nothing.
            if succeeds, attempts.last == .some(nil), day % 10 == 0 {
                let again = try await agent.sync()
                #expect(again.counts.hasPrefix("0 0 0 "), "\(again.text)")
                tally["again", default: 0] += 1
            }
            if attempts.last == .some(.revoked) {
                agent.hris.with { ($0.pages, $0.total, $0.failure) = ([company.employees()], nil, nil) }
                try await agent.call("integration/reconnect", ["integration": "Acme", "authorization": ["kind": "bearer", "fields": ["token": "t", "tenant": "one"]]])
                try await agent.advance(seconds: 1)
                mirror.sync(company.wanted)
                try await Self.expect(agent, mirror, "after reconnecting, \(note)")
            }
        }
        let runs = tally.values.reduce(0, +)
        print("an HRIS with faults, seed \(seed): \(runs) runs, \(mirror.heldEver) held, \(mirror.deleted) deleted, \(mirror.users.count) users at the end; " + tally.sorted { $0.key < $1.key }.map { "\($0.key) × \($0.value)" }.joined(separator: ", "))
        #expect(runs > days)
    }

    static func prepare(
        _ agent: TestAgent, connector: String = "scripted", _ authorization: JSONValue = ["kind": "bearer", "fields": ["token": "s3cret-token", "tenant": "one"]]
    ) async throws {
        try await agent.call("attribute/create", ["key": "department", "name": "Department", "type": "choice"])
        try await agent.call("attribute/create", ["key": "manager", "name": "Manager", "type": "user"])
        try await agent.enableFeature()
        try await agent.call("integration/connect", ["connector": .string(connector), "name": "Acme", "prefix": "acme-", "authorization": authorization])
        try await agent.call("integration/configure", ["integration": "Acme", "configuration": [
            "lifecycle": ["userState": "delete", "participationStart": ["kind": "directly"], "userRemoval": ["kind": "directly"], "absence": "delete"],
            "attributeMapping": ["mappings": [["field": "department", "attribute": "department"], ["field": "manager", "attribute": "manager"]]],
            "filters": [["field": "department", "mode": "exclude", "kind": "values", "values": ["board"]]],
        ]])
    }

    /// What a delivery means, said plainly.
    struct Plainly {
        var wanted: [String: Company.Person]
        /// Of whom the department is not known this time.
        var unknown: Set<String> = []
        /// Nobody is deleted for being absent this time (R-MAP-2).
        var holdsAbsent: Set<String>?
    }

    private static func deliver(_ company: inout Company, _ fault: Fault?, _ dice: inout Dice) -> (ScriptedHRIS.Delivery, Plainly) {
        var employees = company.employees()
        var plainly = Plainly(wanted: company.wanted)
        var delivery = ScriptedHRIS.Delivery(failure: fault?.failure)
        // Only where both can be updated: whoever is not delivered keeps its address.
        if fault == nil, Bool.random(using: &dice) {
            company.swap()
            employees = company.employees()
            plainly.wanted = company.wanted
        }
        let size = [1, 7, 50, 1_000].randomElement(using: &dice) ?? 50
        switch fault {
        case .fewerThanPromised: delivery.total = employees.count + 1
        case .nobody: employees = []
        case .repeats: employees += employees.shuffled(using: &dice).prefix(20)
        case .someUnavailable, .allWithoutDepartment:
            for index in employees.indices where fault == .allWithoutDepartment || Int.random(in: 0..<5, using: &dice) == 0 {
                employees[index].fields["department"] = nil
                if fault == .someUnavailable { employees[index].unavailable = ["department"] }
                plainly.unknown.insert(employees[index].id ?? "")
            }
            plainly.wanted = company.people.filter { id, person in
                person.isActive && (person.lastDay.map { $0 >= company.today } ?? true) && (person.department != "Board" || plainly.unknown.contains(id))
            }
        case .halfGone:
            employees = employees.filter { _ in Int.random(in: 0..<10, using: &dice) < 3 }
            let left = Set(employees.compactMap(\.id))
            plainly.wanted = plainly.wanted.filter { left.contains($0.key) }
        case .someWithoutID:
            let index = Int.random(in: 0..<employees.count, using: &dice)
            plainly.wanted[employees[index].id ?? ""] = nil
            employees[index].id = nil
            plainly.holdsAbsent = Set(employees.compactMap(\.id))
        default: break
        }
        if fault?.failure != nil { employees = Array(employees.prefix(Int.random(in: 0...employees.count, using: &dice))) }
        delivery.pages = stride(from: 0, to: employees.count, by: size).map { Array(employees[$0..<min($0 + size, employees.count)]) }
        return (delivery, plainly)
    }

    /// The directory is exactly the mirror.
    static func expect(_ agent: TestAgent, _ mirror: Mirror, _ note: Comment, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let found = try await agent.items("user/list", ["limit": 1000])
        let ids = Dictionary(uniqueKeysWithValues: found.map { ($0["id"]?.string ?? "", $0["externalId"]?.string?.dropFirst(5) ?? "") })
        var users: [String: Mirror.User] = [:]
        for user in found {
            let managers = user["attributes", "manager"]?.array?.compactMap { $0.string.flatMap { ids[$0] }.map(String.init) }
            users[String(user["externalId"]?.string?.dropFirst(5) ?? "")] = Mirror.User(
                first: user["firstName"]?.string ?? "", last: user["lastName"]?.string ?? "", email: user["email"]?.string ?? "",
                department: user["attributes", "department"]?.string, manager: managers?.first, isHeld: user["held"] == true)
        }
        for id in Set(users.keys).union(mirror.users.keys).sorted() where users[id] != mirror.users[id] {
            Issue.record("\(note): \(id) is \(users[id].map { "\($0)" } ?? "nobody"), should be \(mirror.users[id].map { "\($0)" } ?? "nobody")", sourceLocation: sourceLocation)
        }
    }
}
