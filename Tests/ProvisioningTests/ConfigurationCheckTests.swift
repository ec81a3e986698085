import Provisioning
import Testing

@Suite("Configuration check") struct ConfigurationCheckTests {
    func codes(
        mappings: [(String, String)] = [], kiosk: Configuration.KioskSource? = nil, filters: [Filter] = [], lifecycle: Lifecycle = Lifecycle(),
        kioskLogin: Account.KioskLogin = .none, inactive: Bool = true
    ) -> [String] {
        var configuration = Configuration()
        configuration.attributeMapping = .init(mappings: mappings.map { Configuration.Mapping(field: $0.0, attribute: $0.1) }, kioskCode: kiosk)
        configuration.filters = filters
        configuration.lifecycle = lifecycle
        var supports = ConnectorEntry.Supports()
        supports.inactive = inactive
        let check = ConfigurationCheck(
            attributes: [Attribute(key: "a", name: "A", type: .choice), Attribute(key: "b", name: "B", type: .date)],
            account: Account(languages: ["en"], kioskLogin: kioskLogin), supports: supports, knownCustomFields: ["custom_fields.known"])
        return check.problems(of: configuration).map(\.code)
    }

    @Test("R-MAP-1 what is always synced cannot be mapped", arguments: ["id", "first_name", "last_name", "emails", "preferred_language", "deleted", "unavailable"])
    func unmappable(field: String) { #expect(codes(mappings: [(field, "a")]) == ["fieldNotMappable"]) }

    @Test("R-MAP-5 fields and attributes must exist, an attribute takes one field; unknown custom fields are only a warning") func mappings() {
        #expect(codes(mappings: [("department", "a"), ("manager", "b")]) == [])
        #expect(codes(mappings: [("departmnt", "a")]) == ["fieldUnknown"])
        #expect(codes(mappings: [("department", "nix")]) == ["attributeUnknown"])
        #expect(codes(mappings: [("department", "a"), ("team", "a")]) == ["attributeMappedTwice"])
        #expect(codes(mappings: [("custom_fields.known", "a"), ("custom_fields.other", "b")]) == ["customFieldUnknown"])
    }

    @Test("R-MAP-10 kiosk codes need the kiosk login type employeeId") func kiosk() {
        #expect(codes(kiosk: .id) == ["kioskLoginType"])
        #expect(codes(kiosk: .id, kioskLogin: .employeeId) == [])
    }

    @Test("R-FIL-1 a filter matches something; two includes on a field are a warning") func filters() {
        #expect(codes(filters: [Filter(field: "team", mode: .exclude, test: .values([" "], matchEmpty: false))]) == ["filterEmpty"])
        #expect(codes(filters: [Filter(field: "team", mode: .exclude, test: .values([], matchEmpty: true))]) == [])
        let include = Filter(field: "team", mode: .include, test: .values(["x"], matchEmpty: false))
        #expect(codes(filters: [include, include]) == ["filterIncludeTwice"])
        #expect(codes(filters: [include, Filter(field: "team", mode: .exclude, test: .values(["y"], matchEmpty: false))]) == [])
    }

    @Test("R-FIL-3 date fields take one filter with a condition, other standard fields none") func dates() {
        func date(_ field: String) -> Filter { Filter(field: field, mode: .include, test: .date(.after, .daysFromToday(-30))) }
        #expect(codes(filters: [date("birthday")]) == [])
        #expect(codes(filters: [date("birthday"), date("birthday")]) == ["filterDateTwice"])
        #expect(codes(filters: [date("birthday"), date("employment_start_date")]) == [])
        #expect(codes(filters: [Filter(field: "birthday", mode: .include, test: .values(["2000-01-01"], matchEmpty: false))]) == ["filterNeedsDate"])
        #expect(codes(filters: [date("team")]) == ["filterNeedsValues"])
        #expect(codes(filters: [date("custom_fields.known")]) == [])
        #expect(codes(filters: [date("custom_fields.known"), date("custom_fields.known")]) == ["filterDateTwice"])
    }

    @Test("R-LIFE-5 an HRIS of current people only cannot keep removal settings with absence delete") func absence() {
        #expect(codes(inactive: false) == ["removalCannotBeKept"])
        #expect(codes(lifecycle: Lifecycle(userRemoval: .directly), inactive: false) == [])
        #expect(codes(lifecycle: Lifecycle(userRemoval: .afterMonths(3)), inactive: false) == ["removalCannotBeKept"])
        #expect(codes(lifecycle: Lifecycle(absence: .keep), inactive: false) == [])
        #expect(codes(inactive: true) == [])
    }

    @Test("R-LIFE-6 the defaults are the harmless ones") func defaults() {
        let configuration = Configuration()
        #expect(configuration.lifecycle == Lifecycle(userState: .doNothing, participationStart: .directly, userRemoval: nil, absence: .delete))
        #expect(configuration.advanced == Configuration.Advanced(syncPersonalEmail: true, referenceEmployeeId: nil, deletionSafeguardPercent: 50))
        #expect(configuration.filters.isEmpty && configuration.attributeMapping.mappings.isEmpty)
    }
}
