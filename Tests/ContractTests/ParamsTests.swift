import Contract
import JSON
import Testing

@Suite struct ParamsTests {
    /// nil: it reads.
    private func path(_ method: Method, _ json: String) throws -> String? {
        let type = try #require(paramsTypes[method.rawValue])
        do {
            _ = try type.init(json: JSONValue(parsing: Array(json.utf8)), at: "")
            return nil
        } catch let fault as DecodingFault { return fault.path }
    }

    @Test("what cannot be read is refused with its path", arguments: [
        (Method.accountGet, #"{"acount":1}"#, "acount"),
        (.accountGet, #"{"actor":null}"#, "actor"),
        (.accountUpdate, #"{"licenseLimit":-1}"#, "licenseLimit"),
        (.accountUpdate, #"{"licenseLimit":"5"}"#, "licenseLimit"),
        (.accountUpdate, #"{"languages":["en",7]}"#, "languages[1]"),
        (.accountUpdate, #"{"timeZone":null}"#, "timeZone"),
        (.featureEnable, #"{}"#, "feature"),
        (.featureEnable, #"{"feature":"other"}"#, "feature"),
        (.userList, #"{"limit":0}"#, "limit"),
        (.userList, #"{"limit":1001}"#, "limit"),
        (.userList, #"{"limit":1.5}"#, "limit"),
        (.userChanges, #"{"since":-1}"#, "since"),
        (.userChanges, #"{"limit":5}"#, "since"),
        (.userGet, #"{}"#, "user"),
        (.userGet, #"{"user":"a","email":"b"}"#, "email"),
        (.runGet, #"{"run":"a","integration":"b"}"#, "integration"),
        (.runGet, #"{"integration":"b","kind":"dryRun"}"#, "kind"),
        (.userCreate, #"{"firstName":"A","lastName":"B","participation":{"startDate":"2026-02-29"}}"#, "participation.startDate"),
        (.userCreate, #"{"firstName":"A","lastName":"B","participation":{"startDate":null}}"#, "participation.startDate"),
        (.userCreate, #"{"firstName":"A","lastName":"B","attributes":{"x":null}}"#, "attributes.x"),
        (.userCreate, #"{"firstName":"A","lastName":"B","attributes":{"x":["a",1]}}"#, "attributes.x[1]"),
        (.userUpdate, #"{"user":"u","firstName":null}"#, "firstName"),
        (.userMassEdit, #"{"csv":"a","path":"b"}"#, "path"),
        (.notificationSetPreferences, #"{"kinds":{"hello":true}}"#, "kinds.hello"),
        (.clockAdvance, #"{"seconds":-1}"#, "seconds"),
        (.clockAdvance, #"{"to":"tomorrow"}"#, "to"),
        (.auditList, #"{"since":"2026-01-01"}"#, "since"),
        (.integrationConnect, #"{"connector":"x","authorization":{"kind":"basic","fields":{"a":null}}}"#, "authorization.fields.a"),
        (.integrationConfigure, #"{"integration":"i","configuration":{"advanced":{"deletionSafeguardPercent":101}}}"#, "configuration.advanced.deletionSafeguardPercent"),
        (.integrationConfigure, #"{"integration":"i","configuration":{"lifecycle":{"participationStart":{"kind":"afterMonths","months":0}}}}"#, "configuration.lifecycle.participationStart.months"),
        (.integrationConfigure, #"{"integration":"i","configuration":{"filters":[{"field":"a","mode":"include","kind":"values"},{"field":"b","mode":"only","kind":"values"}]}}"#, "configuration.filters[1].mode"),
    ])
    func refused(_ method: Method, _ json: String, _ expected: String) throws {
        #expect(try path(method, json) == expected)
    }

    @Test("every method reads the parameters of its example, and every request may name its actor", arguments: Method.allCases)
    func actor(_ method: Method) throws {
        let type = try #require(paramsTypes[method.rawValue])
        var params = try Self.example(of: method)
        params["actor"] = "usr_1"
        #expect(try type.init(json: .object(params), at: "").actor == "usr_1")
    }

    static func example(of method: Method) throws -> JSONObject {
        let file = try #require(try? JSONValue(parsing: SourceBytes.read("protocol/methods/\(method.noun.rawValue).json")))
        let entry = try #require((file["methods"]?.array ?? []).first { $0["name"]?.string == method.rawValue })
        return try #require(entry["x-example"]?.object, "\(method.rawValue) has no x-example")
    }

    @Test("defaults of absent parameters") func defaults() throws {
        let list = try UserListParams(json: [:], at: "")
        #expect(list.limit == 100 && list.managed == nil && list.cursor == nil)
        let disconnect = try IntegrationDisconnectParams(json: ["integration": "a"], at: "")
        #expect(disconnect.users == .keep && !disconnect.confirm)
        let export = try RunExportParams(json: ["run": "a", "category": "created"], at: "")
        #expect(export.delimiter == .semicolon && !export.bom && export.limit == nil)
    }

    @Test("absent leaves, null clears, a value sets") func patches() throws {
        let params = try UserUpdateParams(json: ["user": "u", "email": nil, "kioskCode": "7", "participation": ["startDate": nil], "attributes": ["a": nil, "b": "x"]], at: "")
        #expect(params.email == .clear)
        #expect(params.externalId == .absent)
        #expect(params.kioskCode == .set("7"))
        #expect(params.participation == ParticipationPatch(startDate: .clear))
        #expect(params.attributes == ["a": nil, "b": .string("x")])
        #expect(params.email.applied(to: "old") == nil)
        #expect(params.externalId.applied(to: "old") == "old")
        #expect(params.kioskCode.applied(to: nil) == "7")
        let kinds = try NotificationSetPreferencesParams(json: ["kinds": ["syncFailed": nil, "userConflicts": false]], at: "").kinds
        #expect(kinds == [.syncFailed: nil, .userConflicts: false])
        #expect(try AccountUpdateParams(json: ["licenseLimit": nil], at: "").licenseLimit == .clear)
    }

    @Test("R-LIFE-6, R-SAFE-1 a member left out of a given section takes its default") func sectionDefaults() throws {
        let patch = try ConfigurationPatch(json: ["lifecycle": [:], "attributeMapping": [:], "advanced": [:]], at: "")
        #expect(patch.lifecycle == Lifecycle(userState: .doNothing, participationStart: .init(kind: .directly), userRemoval: .init(kind: .never), absence: .delete))
        #expect(patch.attributeMapping == AttributeMapping(mappings: [], kioskCode: nil))
        #expect(patch.filters == nil)
        #expect(patch.advanced == AdvancedSettings(syncPersonalEmail: true, referenceEmployeeId: nil, deletionSafeguardPercent: 50))
    }

    @Test("times by RFC 3339", arguments: [
        ("2026-01-31T08:00:00Z", true), ("2026-01-31t08:00:00.123456z", true), ("2026-01-31T08:00:60+14:00", true), ("2024-02-29T23:59:59-00:30", true),
        ("2026-02-29T08:00:00Z", false), ("2026-01-31T08:00:00", false), ("2026-01-31T08:00Z", false), ("2026-01-31 08:00:00Z", false),
        ("2026-01-31T08:00:00.Z", false), ("2026-01-31T08:00:00+1400", false), ("2026-01-31T08:00:00+24:00", false), ("2026-01-31T08:00:00ZZ", false), ("", false),
        ("1900-02-29T00:00:00Z", false), ("2000-02-29T00:00:00Z", true), ("2026-1-31T08:00:00.0Z", false),
    ])
    func timestamps(_ text: String, _ isValid: Bool) {
        #expect(((try? ClockState(json: ["now": .string(text)], at: "")) != nil) == isValid)
    }
}
