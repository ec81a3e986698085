import Provisioning
import Testing

@testable import Connectors

/// What every connector over HTTP must do, whatever its vendor does.
@Suite struct ConformanceTests {
    private static let ever = 1...1_000

    private func scene(_ vendor: Vendor, patience: Duration = .seconds(10), _ body: (ConformanceScene) async throws -> Void) async throws {
        let scene = try await ConformanceScene(vendor, patience: patience)
        do { try await body(scene) } catch {
            await scene.stop()
            throw error
        }
        let strays = scene.elsewhere.requests.count
        await scene.stop()
        #expect(strays == 0, "something was sent to another host")
    }

    /// Which request a passing fault meets: not the first, where there are several.
    private func late(_ vendor: Vendor) -> ClosedRange<Int> { vendor.isOnePage ? 1...1 : 2...2 }

    @Test("every connector of the catalogue that speaks HTTP is in this suite") func complete() {
        let tested = Set(Vendor.all.map(\.connector))
        let listed = Set(Catalog().entries.filter { $0.via == nil }.map(\.id)).subtracting(["file", "demo"])
        #expect(listed == tested)
    }

    // MARK: Reading

    @Test("R-SAFE-4 everybody is read, over all pages, with every field, manager and custom field", arguments: Vendor.all)
    func everybody(_ vendor: Vendor) async throws {
        try await scene(vendor) { scene in
            let people = try await scene.everybody()
            #expect(people.map { $0.id ?? "" }.sorted() == Sample.all.map(\.id).sorted())
            if !vendor.isOnePage { #expect(scene.desk.listsAsked >= 3) }
            for person in people { vendor.expect(person) }
        }
    }

    @Test("R-CON-3 the proof is one that the vendor answers, and a refusal is told in its words", arguments: Vendor.all)
    func prove(_ vendor: Vendor) async throws {
        try await scene(vendor) { scene in try await scene.connector.prove() }
        var refusing = vendor
        refusing.answer = { _, _ in .json(["error": "no_access", "message": "no such key"], status: 401) }
        refusing.refusal = { _ in .json(["error": "no_access", "message": "no such key"], status: 401) }
        try await scene(refusing) { scene in
            let error = await refusal { try await scene.connector.prove() }
            guard case .authorizationRejected(let message)? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(message.contains("no such key") || message.contains("no_access"))
            for case .text(let secret) in vendor.fields.values where secret.hasPrefix("secret") { #expect(!message.contains(secret)) }
        }
    }

    @Test("R-CON-7 one employee is found by id and looks as in the list; an unknown id is nobody", arguments: Vendor.all)
    func one(_ vendor: Vendor) async throws {
        try await scene(vendor) { scene in
            let all = try await scene.everybody()
            for sample in [Sample.all[1], Sample.all[2]] {
                let one = try await scene.connector.employee(id: sample.id)
                let listed = all.first { $0.id == sample.id }
                #expect(one != nil)
                #expect(one == listed)
            }
            let nobody = try await scene.connector.employee(id: "999999")
            #expect(nobody == nil)
        }
    }

    @Test("R-CON-7 custom fields have the vendor's names", arguments: Vendor.all.filter { $0.customField != nil })
    func labels(_ vendor: Vendor) async throws {
        try await scene(vendor) { scene in
            let labels = try await scene.connector.labels()
            if vendor.namesFields { #expect(labels[vendor.customField ?? ""] == "T-shirt") }
        }
    }

    // MARK: What passes

    private static let passing: [ConformanceFault] = [
        .status(500), .status(502), .status(503), .reset, .cutOff, .truncatedJSON, .wrongJSON, .html, .silence,
        .rateLimited(.none), .rateLimited(.seconds(7)), .rateLimited(.date(9)), .rateLimited(.vendor(11)),
    ]

    @Test("R-SAFE-5 what passes is ridden out, and waits as long as it was told", arguments: Vendor.all, passing)
    func passes(_ vendor: Vendor, _ fault: ConformanceFault) async throws {
        try await scene(vendor, patience: fault == .silence ? .seconds(2) : .seconds(30)) { scene in
            scene.desk.arm(fault, meets: late(vendor))
            let people = try await scene.everybody()
            #expect(Set(people.compactMap(\.id)) == Set(Sample.all.map(\.id)))
            for person in people { vendor.expect(person) }
            let waited = scene.waiting.total
            switch fault {
            case .rateLimited(.seconds(let seconds)), .rateLimited(.date(let seconds)): #expect(waited >= .seconds(seconds))
            case .rateLimited(.vendor(let seconds)): if vendor.hint != nil { #expect(waited >= .seconds(seconds)) }
            default: #expect(waited > .zero)
            }
        }
    }

    @Test("people who are delivered twice are all delivered", arguments: Vendor.all.filter { !$0.isOnePage })
    func repeated(_ vendor: Vendor) async throws {
        try await scene(vendor) { scene in
            scene.desk.arm(.repeatedPeople, meets: Self.ever)
            let people = try await scene.everybody()
            #expect(Set(people.compactMap(\.id)) == Set(Sample.all.map(\.id)))
        }
    }

    @Test("R-SAFE-5 a refused token is got anew once", arguments: Vendor.all.filter(\.hasTokens))
    func token(_ vendor: Vendor) async throws {
        try await scene(vendor) { scene in
            scene.desk.arm(.status(401), meets: late(vendor))
            let people = try await scene.everybody()
            #expect(Set(people.compactMap(\.id)) == Set(Sample.all.map(\.id)))
        }
    }

    // MARK: What does not

    private static let lasting: [(ConformanceFault, String)] = [
        (.status(401), "authorizationRequired"), (.customerUnauthorized, "authorizationRequired"), (.status(403), "authorizationRequired"),
        (.status(404), "remoteIncomplete"), (.status(402), "remoteRateLimited"), (.status(500), "remoteUnavailable"), (.reset, "remoteUnavailable"),
        (.cutOff, "remoteUnavailable"), (.silence, "remoteUnavailable"), (.truncatedJSON, "remoteUnexpected"), (.wrongJSON, "remoteUnexpected"),
        (.html, "remoteUnexpected"), (.redirect, "remoteUnexpected"), (.rateLimited(.none), "remoteRateLimited"), (.rateLimited(.seconds(7)), "remoteRateLimited"),
        (.rateLimited(.seconds(3_600)), "remoteRateLimited"),
    ]

    @Test("R-SAFE-4, R-CON-6 what stays fails the reading, with its kind; it never just ends", arguments: Vendor.all, lasting.indices)
    func stays(_ vendor: Vendor, _ index: Int) async throws {
        let (fault, kind) = Self.lasting[index]
        try await scene(vendor, patience: fault == .silence ? .milliseconds(500) : .seconds(30)) { scene in
            scene.desk.arm(fault, meets: late(vendor).lowerBound...1_000)
            let error = await refusal { _ = try await scene.everybody() }
            #expect(error?.kind == kind, "\(String(describing: error))")
            let asked = scene.desk.listsAsked - (vendor.isOnePage ? 0 : 1)
            switch fault {
            case .silence: #expect(asked <= 6, "with so little patience some do not even get there")
            case .status(500), .reset, .cutOff, .truncatedJSON, .wrongJSON, .html, .rateLimited(.none): #expect(asked == 6, "tries of one request")
            case .rateLimited(.seconds(3_600)):
                // Nobody waits an hour inside a run.
                #expect(asked == 1)
                guard case .remoteRateLimited(_, let retryAt)? = error else { return }
                #expect(retryAt == CountingWaiting.start.adding(seconds: 3_600))
            case .status(401): #expect(asked == (vendor.hasTokens ? 2 : 1))
            case .status(402), .status(403), .status(404), .redirect: #expect(asked == 1)
            default: break
            }
        }
    }

    @Test("R-SAFE-4 a page that comes again and again fails the reading", arguments: Vendor.all.filter { !$0.isOnePage })
    func loop(_ vendor: Vendor) async throws {
        try await scene(vendor) { scene in
            scene.desk.arm(.pageLoop, meets: 2...1_000)
            let error = await refusal { _ = try await scene.everybody() }
            #expect(error?.kind == "remoteIncomplete", "\(String(describing: error))")
            #expect(scene.desk.listsAsked < 30)
        }
    }

    @Test("R-SAFE-4 a promise that is not kept fails the reading", arguments: Vendor.all.filter(\.promises))
    func promise(_ vendor: Vendor) async throws {
        try await scene(vendor) { scene in
            scene.desk.arm(.countNotReached, meets: late(vendor).lowerBound...1_000)
            let error = await refusal { _ = try await scene.everybody() }
            #expect(error?.kind == "remoteIncomplete", "\(String(describing: error))")
        }
    }

    @Test("R-MAP-9 what a success with warnings lacks is unavailable, not empty", arguments: Vendor.all.filter { !$0.partial.isEmpty })
    func partial(_ vendor: Vendor) async throws {
        try await scene(vendor) { scene in
            scene.desk.arm(.partial, meets: 1...1)
            let people = try await scene.everybody()
            #expect(people.count == Sample.all.count)
            for path in vendor.partial { #expect(people[0].isUnavailable(path), "\(path)") }
        }
    }
}

extension ConnectorError {
    /// The name of its case.
    var kind: String { String("\(self)".prefix { $0 != "(" }) }
}

extension Vendor {
    /// Holds an employee against its sample.
    func expect(_ employee: Employee) {
        guard let sample = Sample.of(employee.id) else {
            Issue.record("nobody has the id \(employee.id ?? "none")")
            return
        }
        func equal(_ path: String, _ wanted: String?) {
            #expect(employee.fields[path]?.scalarText == wanted, "\(connector) \(sample.id): \(path)")
            #expect(!employee.isUnavailable(path), "\(connector) \(sample.id): \(path) is unavailable")
        }
        equal("first_name", sample.first)
        equal("last_name", sample.last)
        // The address that R-MAP-3 takes.
        let best = employee.emails.min { $0.type.rawValue < $1.type.rawValue }
        #expect(best?.address == sample.workEmail, "\(connector): \(employee.emails)")
        #expect(!employee.deleted)
        for expected in delivers {
            switch expected {
            case .personalEmail: #expect(employee.emails.contains(Employee.Email(address: sample.personalEmail, type: .personal)), "\(connector): \(employee.emails)")
            case .status:
                let status = employee.fields["employment_status"]?.scalarText
                #expect(sample.hasLeft ? ["inactive", "terminated"].contains(status) : status == "active", "\(connector) \(sample.id): \(status ?? "none")")
            case .start: equal("employment_start_date", sample.start)
            case .end: equal("employment_end_date", sample.end)
            case .department: equal("department", sample.department)
            case .title: equal("title", sample.title)
            case .manager: equal("manager.id", sample.managerID)
            case .employeeNumber: equal("employee_number", sample.employeeNumber)
            }
        }
        if let customField { equal(customField, sample.shirt) }
    }
}
