import Provisioning
import Store
import Testing

@Suite struct IntegrationTests {
    @Test("No prefix of the account begins another, disconnected integrations included", arguments: [
        ("hr-", false), ("hr-eu-", false), ("h", false), ("HR-", true), ("hr2-", true), ("hs-", true),
    ])
    func prefixes(prefix: String, free: Bool) throws {
        let store = try memoryStore()
        try store.write { writing in
            var gone = integration("Old", prefix: "hr-")
            gone.state = .disconnected
            _ = try writing.insert(gone)
        }
        let result = Result { try store.write { try $0.insert(integration("New", prefix: prefix)) } }
        switch result {
        case .success(let stored):
            #expect(free)
            #expect(try store.read { try $0.prefixes().map(\.integration) } == ["i1", stored.id])
        case .failure(let error):
            #expect(!free)
            #expect(error as? StoreError == .taken(.prefix))
        }
    }

    @Test("An integration is found by id or unique name, and changed")
    func update() throws {
        let store = try memoryStore()
        var stored = try store.write { try $0.insert(integration("HR", prefix: "hr-")) }
        _ = try store.write { try $0.insert(integration("i1", prefix: "i-")) }
        #expect(throws: StoreError.taken(.name)) { try store.write { try $0.insert(integration("HR", prefix: "x-")) } }
        stored.name = "People"
        stored.state = .needsAuthorization
        stored.enabled = true
        stored.nextSyncAt = noon.adding(hours: 1)
        stored.scheduleAnchor = noon
        stored.retries = 2
        try store.write { try $0.update(stored) }
        #expect(try store.read { try $0.integration("i1") } == stored)
        #expect(try store.read { try $0.integration("People") } == stored)
        #expect(try store.read { try $0.integration("HR") } == nil)
        #expect(try store.read { try $0.integrations().map(\.id) } == ["i1", "i2"])
        try store.write { try $0.deleteIntegration(id: "i2") }
        _ = try store.write { try $0.insert(integration("i1", prefix: "i-")) }
    }

    @Test("A configuration comes back as it was saved, each time under the next revision")
    func configuration() throws {
        let store = try memoryStore()
        let id = try store.write { try $0.insert(integration("HR", prefix: "hr-")) }.id
        #expect(try store.read { try $0.configuration(integration: id) } == (Configuration(), 0))
        var configuration = Configuration()
        configuration.lifecycle = Lifecycle(userState: .toggleParticipation, participationStart: .afterMonths(3), userRemoval: .directly, absence: .keep)
        configuration.attributeMapping = .init(mappings: [.init(field: "custom_fields.a\"b", attribute: "city")], kioskCode: .employeeNumber)
        configuration.filters = [
            Filter(field: "country", mode: .include, test: .values(["IT", "Åland"], matchEmpty: true)),
            Filter(field: "birthday", mode: .exclude, test: .date(.onOrBefore, .daysFromToday(-30))),
            Filter(field: "employment_start_date", mode: .include, test: .date(.after, .day(Day(number: 20_000)))),
        ]
        configuration.advanced = .init(syncPersonalEmail: false, referenceEmployeeId: "007", deletionSafeguardPercent: 10)
        for revision in 1...2 {
            #expect(try store.write { try $0.configure(integration: id, configuration, now: noon) } == revision)
            #expect(try store.read { try $0.configuration(integration: id) } == (configuration, revision))
        }
        #expect(try store.read { try $0.integration(id) }?.configuredAt == noon)
        #expect(try store.read { try $0.integration(id) }?.revision == 2)
    }

    @Test("R-SAFE-8 Which fields the last run had is remembered for each integration")
    func presence() throws {
        let store = try memoryStore()
        try store.write { writing in
            _ = try writing.insert(integration("A", prefix: "a-"))
            _ = try writing.insert(integration("B", prefix: "b-"))
            try writing.setPresence(integration: "i1", ["country": 20, "team": 3])
            try writing.setPresence(integration: "i1", ["country": 21])
        }
        #expect(try store.read { try $0.presence(integration: "i1") } == ["country": 21])
        #expect(try store.read { try $0.presence(integration: "i2") } == [:])
    }

    @Test("R-ACC-1, R-ACC-4 Account and feature come back as they were set")
    func account() throws {
        let store = try memoryStore()
        #expect(try store.read { try $0.account() } == nil)
        #expect(try store.read { try $0.feature("hrisIntegration") } == FeatureState())
        let account = Account(
            timeZone: try #require(AccountTimeZone("Europe/Rome")), defaultLanguage: "it", languages: ["it", "en"], licenseLimit: 12, kioskLogin: .employeeId,
            protectAdministrators: false)
        let state = FeatureState(enabled: true, acceptance: .init(at: noon, by: "u1", version: "2"))
        try store.write { writing in
            try writing.set(account)
            try writing.set(feature: "hrisIntegration", state)
        }
        #expect(try store.read { try $0.account() } == account)
        #expect(try store.read { try $0.feature("hrisIntegration") } == state)
    }
}
