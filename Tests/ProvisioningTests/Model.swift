@testable import Provisioning

/// A planner that is slow and says the rules as they are written, to hold the real one against.
///
/// It plans a sync; a test is the same plan, in which those found by address have rows of their own instead of their conflicts (R-PLAN-2, R-PLAN-10).
struct Model {
    let world: World
    var configuration: Configuration { world.rules.configuration }
    /// Fields that are unavailable for all (R-SAFE-8).
    var vanished: Set<String> = []
    var plan = Plan()

    var people: [Person] = []
    var deletions: [Deletion] = []

    /// An employee who counts, in external ID order.
    struct Person {
        var employee: Employee
        var decision: Decision
        /// Its user by external ID.
        var user: User?
        var conflict: Row.Reason?
        /// In a test, the user found by its address, which a sync meets as a conflict (R-PLAN-2).
        var link: User?
        /// What a link is refused for.
        var linkConflict: Row.Reason?
        /// The references that a link would set, by attribute.
        var linkReferences: [Change] = []
        var wishes: [String: ModelWish] = [:]
        var changes: [Change] = []
        var isApplied: Bool { decision == .wanted && conflict == nil }
    }

    struct Deletion {
        var user: User
        var employee: Employee?
        var reason: Row.Reason
        var held: Bool
    }

    init(_ world: World) { self.world = world }

    var mappings: [(field: String, attribute: Attribute)] {
        var result: [(String, Attribute)] = []
        for mapping in configuration.attributeMapping.mappings {
            if let attribute = world.rules.attributes[mapping.attribute] {
                result.append((mapping.field == "manager" ? "manager.id" : mapping.field, attribute))
            }
        }
        return result
    }

    func externalID(_ id: String) -> String { world.rules.prefix + id }
    func user(of employee: Employee) -> User? { employee.id.flatMap { id in user(externalID: externalID(id)) } }
    func user(externalID: String) -> User? { world.users.first { $0.externalID.map { Text.sameBytes($0, externalID) } ?? false } }
    func language(_ employee: Employee) -> String? {
        if employee.isUnavailable("preferred_language") { return nil }
        return text(employee, "preferred_language").flatMap { LanguageTable.resolve($0, supported: world.rules.account.languages) }
    }

    var managed: [User] { world.users.filter { $0.externalID?.utf8.starts(with: world.rules.prefix.utf8) ?? false } }

    mutating func run() throws -> Plan {
        try takeSnapshot()
        findLinks()
        decideDeletions()
        wishAttributes()
        compareStandardFields()
        checkIdentity()
        resolveConflicts()
        limitLicences()
        setReferences()
        makeRows()
        return plan
    }

    mutating func warn(_ code: String, subject: String? = nil) { plan.summary.warn(Problem(.warning, code, "", subject: subject)) }

    /// R-PLAN-8, R-SAFE-4, R-SAFE-8, R-PLAN-1.
    mutating func takeSnapshot() throws {
        var counted: [Employee] = []
        for (index, employee) in world.employees.enumerated() {
            if let id = employee.id, world.employees[(index + 1)...].contains(where: { $0.id.map { Text.sameBytes($0, id) } ?? false }) { continue }
            counted.append(employee)
        }
        let delivered = counted.filter { !$0.deleted }
        if delivered.isEmpty && !managed.isEmpty { throw PlanRefusal.emptySnapshot(managed: managed.count) }

        plan.presence = world.rules.presence
        func having(_ field: String) -> Int { delivered.filter { raw($0, field) != nil }.count }
        for field in Set(delivered.flatMap(\.fields.keys) + ["id", "emails"]) where having(field) > 0 { plan.presence[field] = having(field) }
        for field in decidingFields {
            if having(field) == 0, (world.rules.presence[field] ?? 0) >= 20 {
                vanished.insert(field)
                warn("fieldVanished")
            }
        }
        if configuration.attributeMapping.kioskCode != nil, world.rules.account.kioskLogin != .employeeId { warn("kioskMappingRests") }

        // Insertion sort: stable, so that records without id stay as read.
        for employee in counted {
            var place = people.count
            while place > 0, precedes(employee, people[place - 1].employee) { place -= 1 }
            people.insert(Person(employee: employee, decision: decide(employee), user: user(of: employee)), at: place)
        }
        for person in people {
            guard let id = person.employee.id else { continue }
            let all = world.employees.filter { $0.id.map { Text.sameBytes($0, id) } ?? false }
            if all.contains(where: { !meanTheSame($0, person.employee) }) { warn("employeeRepeated", subject: externalID(id)) }
        }
        var words: [String] = []
        for person in people where !person.employee.deleted && person.employee.id != nil && !isUnavailable(person.employee, "employment_status") {
            if let word = text(person.employee, "employment_status"), isActive(person.employee) == nil, !words.contains(word) {
                words.append(word)
                warn("statusUnknown")
            }
        }
    }

    /// R-PLAN-2.
    mutating func findLinks() {
        guard world.rules.matching == .externalIDThenEmail else { return }
        for index in people.indices where people[index].decision == .wanted && people[index].user == nil {
            guard let address = address(people[index].employee),
                let user = world.users.first(where: { $0.externalID == nil && $0.email.map(Text.fold) == Text.fold(address) }),
                !people.contains(where: { $0.link?.id == user.id })
            else { continue }
            people[index].link = user
        }
    }

    func precedes(_ one: Employee, _ other: Employee) -> Bool {
        switch (one.id, other.id) {
        case (let left?, let right?): precedesInExternalIDOrder(left, right)
        case (_?, nil): true
        default: false
        }
    }

    var decidingFields: [String] {
        var fields = configuration.filters.map { $0.field == "manager" ? "manager.id" : $0.field }
        if configuration.lifecycle.userState != .doNothing { fields.append("employment_status") }
        if configuration.lifecycle.userRemoval != nil { fields += ["employment_end_date", "employment_start_date"] }
        if configuration.lifecycle.participationStart != .directly { fields.append("employment_start_date") }
        return Array(Set(fields))
    }

    /// R-PLAN-3, R-LIFE-5, R-SAFE-6, R-MAP-2, R-SAFE-1.
    mutating func decideDeletions() {
        let someoneHasNoID = people.contains { $0.decision == .skipped(.missingId) }
        var heldForMissingID = false
        func isProtected(_ user: User) -> Bool {
            world.rules.account.protectAdministrators && (user.role == .administrator || user.role == .superuser)
        }
        for user in managed {
            let person = people.first { $0.user?.id == user.id }
            let reason: Row.Reason
            switch person?.decision {
            case .wanted?:
                if user.held { plan.release.insert(user.id) }
                continue
            case .skipped?: continue
            case .excluded(let why)?: reason = why
            case .notDelivered?, nil:
                if configuration.lifecycle.absence == .keep { continue }
                reason = .absent
            }
            let employee = person.flatMap { $0.decision == .notDelivered ? nil : $0.employee }
            if isProtected(user) {
                plan.rows.append(row(.skipped, employee: employee, user: user, reason: .protectedRole))
                continue
            }
            let forMissingID = reason == .absent && someoneHasNoID && !user.held
            if forMissingID { heldForMissingID = true }
            deletions.append(Deletion(user: user, employee: employee, reason: reason, held: user.held || forMissingID))
        }
        if heldForMissingID { warn("deletionsHeldForMissingId") }

        let asked = deletions.filter { !$0.held }.count
        let base = managed.filter { !isProtected($0) && !$0.held }.count
        if asked * 100 > base * configuration.advanced.deletionSafeguardPercent {
            plan.summary.safeguards.append(.deletion)
            for index in deletions.indices where !deletions[index].held {
                deletions[index].held = true
                plan.hold.insert(deletions[index].user.id)
            }
        }
    }

    func isDeleted(_ userID: String) -> Bool { deletions.contains { $0.user.id == userID && !$0.held } }

    func row(_ category: Row.Category, employee: Employee?, user: User?, reason: Row.Reason? = nil) -> Row {
        Row(
            category: category, employeeID: employee?.id ?? user?.externalID.map { String(decoding: $0.utf8.dropFirst(world.rules.prefix.utf8.count), as: UTF8.self) },
            externalID: user?.externalID ?? employee?.id.map(externalID), userID: user?.id, reason: reason, matchedBy: user == nil ? nil : .externalId)
    }
}
