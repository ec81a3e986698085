import Provisioning
import Testing

/// A run that need not read the records which the last sync found settled plans what one would plan that reads them all.
@Suite struct RecognitionTests {
    /// The days, records and hands that worlds see one after the other.
    struct Story {
        var world: World
        var recognition: Recognition?
        var random: SplitMix64
        var recognised = 0, outsiders = 0, rereadings = 0

        init(seed: UInt64) {
            var maker = WorldMaker(seed: seed)
            world = maker.world().matching(.externalID)
            random = SplitMix64(seed: seed &* 31 &+ 7)
        }

        static func bytes(_ employee: Employee) -> [UInt8] {
            var text = "\(employee.id.debugDescription) \(employee.emails) \(employee.deleted) \(employee.unavailable.sorted())"
            for (path, value) in employee.fields.sorted(by: { $0.key < $1.key }) { text += " \(path) \(value)" }
            return Array(text.utf8)
        }

        /// As a connector with records delivers them.
        func intake(reading everything: Bool) throws -> Intake {
            var random = SplitMix64(seed: 1)
            var intake = everything ? Intake(today: world.rules.today, key: FingerprintKey(&random)) : Intake(recognition, today: world.rules.today, key: FingerprintKey(&random))
            let employees = Dictionary(world.employees.map { (Self.bytes($0), $0) }, uniquingKeysWith: { first, _ in first })
            for employee in world.employees {
                let bytes = Self.bytes(employee)
                try intake.take(Page(employees: [], records: RawRecords(bytes: bytes, ranges: [bytes.indices]) { record throws(ConnectorError) in
                    guard let employee = employees[Array(record)] else { throw .remoteUnexpected("") }
                    return employee
                }))
            }
            return intake
        }

        /// What the run plans, as the driver makes it plan.
        mutating func plan(_ matching: Ruleset.Matching) throws -> (Plan, Intake) {
            let world = world.matching(matching)
            let planner = Planner(rules: world.rules, mirror: ListMirror(users: world.users))
            if let recognition, recognition.epoch == world.rules.epoch {
                do {
                    let intake = try intake(reading: false)
                    let plan = try planner.plan(intake)
                    recognised += plan.recognised.count
                    outsiders += plan.outsiders.count
                    return (plan, intake)
                } catch is NeedsEveryRecord { rereadings += 1 }
            }
            let intake = try intake(reading: true)
            return (try planner.plan(intake), intake)
        }

        /// Applies a sync and keeps in mind what it left settled.
        mutating func apply(_ plan: Plan, _ intake: Intake) {
            let before = world
            world = ModelApply.after(plan, in: world)
            let written = Story.written(before, world)
            let entries = plan.recognisable.compactMap { person in
                let user = person.externalID.flatMap { name in world.users.first { $0.externalID.map { Text.sameBytes($0, name) } ?? false } }
                let number = person.externalID == nil ? Int(person.mark) : user.map { ModelNumbers.number($0.id) }
                return number.flatMap { Recognition.Entry(person.fingerprint, number: $0, shape: person.shape, until: person.until) }
            }
            let known = recognition?.epoch == world.rules.epoch ? intake.recognition : nil
            recognition = Recognition.after(
                plan, before: known, key: intake.key, epoch: world.rules.epoch, day: world.rules.today, sequence: 1, written: written, entries: entries) ?? recognition
        }

        static func written(_ before: World, _ after: World) -> NumberSet {
            var written = NumberSet()
            for user in before.users where after.users.first(where: { $0.id == user.id }) != user { written.insert(ModelNumbers.number(user.id)) }
            for user in after.users where !before.users.contains(where: { $0.id == user.id }) { written.insert(ModelNumbers.number(user.id)) }
            return written
        }

        /// What happens until the next run: little, so that many stay as they were.
        mutating func goOn() {
            let before = world
            var maker = WorldMaker(seed: random.next())
            maker.today = world.rules.today
            if random.chance(50) { world.rules.today = world.rules.today.adding(days: random.pick([1, 1, 2, 28, 31, -1])) }
            for index in world.employees.indices where random.chance(15) { world.employees[index] = maker.employee(id: world.employees[index].id) }
            if random.chance(25) { world.employees.append(maker.employee(id: random.chance(10) ? nil : random.pick(WorldMaker.ids))) }
            if random.chance(20), !world.employees.isEmpty { world.employees.remove(at: random.upTo(world.employees.count - 1)) }
            if random.chance(10), !world.employees.isEmpty { world.employees.append(random.pick(world.employees)) }
            if random.chance(20) { world.employees.reverse() }
            if random.chance(30), !world.users.isEmpty { edit(random.upTo(world.users.count - 1)) }
            if random.chance(8) { world.rules = maker.rules(like: world.rules) }
            let written = with(Story.written(before, world))
            recognition?.forget(written, upTo: 1)
        }

        private func with(_ written: NumberSet) -> NumberSet {
            (try? written.withReferrers(in: ListMirror(users: world.users))) ?? written
        }

        /// By hand.
        private mutating func edit(_ index: Int) {
            switch random.upTo(9) {
            case 0: world.users[index].lastName = "Hand"
            case 1: world.users[index].participation.on.toggle()
            case 2: world.users[index].attributes["team"] = nil
            case 3: world.users[index].held.toggle()
            case 4: world.users[index].role = random.pick(User.Role.allCases)
            // Those made by the model are made again under the same id, which a mirror never does.
            case 5 where !world.users[index].id.hasPrefix("made-"):
                world.users[index].externalID = nil
            case 6: world.users[index].attributes["boss"] = .users([random.pick(world.users).id])
            case 9 where world.users[index].externalID == nil:
                let name = WorldMaker.prefix + random.pick(WorldMaker.ids)
                if !world.users.contains(where: { $0.externalID.map { Text.sameBytes($0, name) } ?? false }) { world.users[index].externalID = name }
            case 7: world.users[index].guarded.insert("team")
            default:
                let address = random.pick(WorldMaker.addresses.prefix(5).map { $0 })
                if !world.users.contains(where: { $0.email.map(Text.fold) == Text.fold(address) }) { world.users[index].email = address }
            }
        }
    }

    @Test("R-PLAN-4, R-PLAN-12 runs that follow each other plan what the model plans, however few records they read")
    func agreesWithModel() throws {
        var recognised = 0, outsiders = 0, rereadings = 0
        for seed in ModelTests.firstSeed..<(ModelTests.firstSeed + ModelTests.worlds / 4) {
            var story = Story(seed: seed)
            for step in 0..<6 {
                for matching in [Ruleset.Matching.externalIDThenEmail, .externalID] {
                    let wanted = Self.lines {
                        var model = Model(story.world.matching(matching))
                        return try model.run()
                    }
                    var made: (Plan, Intake)?
                    let got = Self.lines {
                        let result = try story.plan(matching)
                        made = result
                        return result.0
                    }
                    if wanted != got {
                        Issue.record("Seed \(seed), step \(step), \(matching):\n\(story.world)\nmodel:\n\(wanted.joined(separator: "\n"))\nplanner:\n\(got.joined(separator: "\n"))")
                        return
                    }
                    if matching == .externalID, let (plan, intake) = made, !plan.summary.safeguards.contains(.identity) {
                        story.apply(plan, intake)
                    }
                }
                story.goOn()
            }
            recognised += story.recognised
            outsiders += story.outsiders
            rereadings += story.rereadings
        }
        // Or it would prove nothing.
        #expect(recognised > Int(ModelTests.worlds) / 4 && outsiders > Int(ModelTests.worlds) / 20 && rereadings > Int(ModelTests.worlds) / 200, "recognised \(recognised), outsiders \(outsiders), reread \(rereadings)")
    }

    private static func lines(_ make: () throws -> Plan) -> [String] {
        do { return try make().lines } catch { return ["refused: \(error)"] }
    }

    @Test("A fingerprint hangs on every byte, on their number and on the key")
    func hangsOnEveryByte() {
        var random = SplitMix64(seed: 3)
        let key = FingerprintKey(&random), other = FingerprintKey(&random)
        for length in 0...70 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            var seen: Set<Fingerprint> = [key.fingerprint(of: bytes.span.bytes)]
            #expect(key.fingerprint(of: bytes.span.bytes) != other.fingerprint(of: bytes.span.bytes))
            for index in bytes.indices {
                for bit in 0..<8 {
                    var changed = bytes
                    changed[index] ^= 1 << UInt8(bit)
                    #expect(seen.insert(key.fingerprint(of: changed.span.bytes)).inserted)
                }
            }
            #expect(seen.insert(key.fingerprint(of: (bytes + [0]).span.bytes)).inserted)
        }
    }
}
