import JSON
import Provisioning
import Testing

@testable import Connectors

@Suite struct TranslationTests {
    private static let today = Day(year: 2026, month: 6, day: 1)

    /// One record under a mapping; `absent` and `empty` hold for all of it.
    private func employee(_ record: String, _ mapping: String, absent: Absence = .none, empty: Set<String> = [], tables: [String: LoadedTable] = [:]) throws -> Employee {
        let bytes = Array(mapping.utf8)
        let notes = Notes(bytes)
        var conversion = Conversion(kind: .text)
        conversion.absent = absent
        conversion.empty = empty
        let parsed = Mapping(Draft(view: try JSONDocument(bytes).root, path: "", notes: notes), conversion)
        #expect(notes.problems == [])
        let translator = Translator(mapping: parsed, tables: tables, today: try #require(Self.today))
        return try #require(translator.employees([Record(view: try JSONDocument(Array(record.utf8)).root)]).first)
    }

    @Test("R-MAP-7 dates in the ways of HR systems", arguments: [
        (#""2021-10-26""#, "2021-10-26"), (#""2014-11-09T00:00:00+01:00""#, "2014-11-09"), (#""2020-10-10T23:59:59Z""#, "2020-10-10"), (#""2019-01-07-08:00""#, "2019-01-07"),
        (#""2026-05-12 07:43:32""#, "2026-05-12"), (#""/Date(1635206400000)/""#, "2021-10-26"), (#""/Date(1635206400000+0000)/""#, "2021-10-26"), (#""/Date(-86400000)/""#, "1969-12-31"),
        (#"{"__class__": "date", "year": 2015, "month": 1, "day": 1}"#, "2015-01-01"), (#""0000-00-00""#, nil), (#""9999-12-31""#, nil), (#""2154-12-31T00:00:00Z""#, nil),
        (#""/Date(253402214400000)/""#, nil), (#""""#, nil), ("null", nil), (#""31/01/2026""#, "31/01/2026"), (#""soon""#, "soon"), (#""2026-02-30""#, "2026-02-30"),
    ] as [(String, String?)])
    func dates(_ written: String, _ day: String?) throws {
        #expect(try employee("{\"d\": \(written)}", #"{"employment_start_date": "d"}"#).fields["employment_start_date"]?.scalarText == day)
    }

    @Test("dates with slashes, numbers since 1970", arguments: [
        (#""31/01/2026""#, #""order": "dayMonthYear""#, "2026-01-31"), (#""01/31/2026""#, #""order": "monthDayYear""#, "2026-01-31"), (#""31.01.2026""#, #""order": "dayMonthYear""#, "2026-01-31"),
        ("1635206400", #""as": "epochSeconds""#, "2021-10-26"), ("1635206400000", #""as": "epochMilliseconds""#, "2021-10-26"),
    ])
    func otherDates(_ written: String, _ conversion: String, _ day: String) throws {
        #expect(try employee("{\"d\": \(written)}", "{\"employment_start_date\": {\"path\": \"d\", \(conversion)}}").fields["employment_start_date"]?.scalarText == day)
    }

    @Test("what stands for nothing", arguments: [#"{}"#, #"{"t": null}"#, #"{"t": ""}"#, #"{"t": "  "}"#, #"{"t": false}"#, #"{"t": "NO_MANAGER"}"#]) func nothing(_ record: String) throws {
        #expect(try employee(record, #"{"title": "t"}"#, empty: ["false", "NO_MANAGER"]).fields["title"] == nil)
    }

    @Test("ids keep their digits: 19 of them, and zeros in front") func ids() throws {
        #expect(try employee(#"{"id": 3332883884017713938}"#, #"{"id": "id"}"#).id == "3332883884017713938")
        #expect(try employee(#"{"id": "007"}"#, #"{"id": "id"}"#).id == "007")
    }

    @Test("R-MAP-9 what is absent is what the manifest says it is") func absence() throws {
        let mapping = #"{"title": "t", "department": ["a", "b"], "emails": [{"value": "w", "type": "work"}, {"value": "p", "type": "personal"}]}"#
        let none = try employee("{}", mapping)
        #expect(none.unavailable.isEmpty && none.fields.isEmpty)
        let all = try employee("{}", mapping, absent: .unavailable)
        #expect(all.unavailable == ["title", "department", "emails"])
        let known = try employee(#"{"t": null, "b": "", "w": "a@b.test"}"#, mapping, absent: .unavailable)
        #expect(known.unavailable.isEmpty, "null is known, one known alternative is enough, and a better address is there")
        let personal = try employee(#"{"t": 1, "b": "x", "p": "a@b.test"}"#, mapping, absent: .unavailable)
        #expect(personal.unavailable == ["emails"], "the work address may be another one")
    }

    @Test("statuses are translated in any case, and unknown words stay", arguments: [
        ("Working", "active"), ("LEFT", "terminated"), ("sabbatical", "sabbatical"), ("?", nil),
    ] as [(String, String?)])
    func status(_ theirs: String, _ ours: String?) throws {
        let mapping = #"{"employment_status": {"path": "s", "translate": {"working": "active", "left": "terminated", "?": null}}}"#
        #expect(try employee("{\"s\": \"\(theirs)\"}", mapping).fields["employment_status"]?.scalarText == ours)
    }

    @Test("R-LIFE-1 a status from dates: gone from the day after, and not yet here is active") func dated() throws {
        let until = #"{"employment_status": {"activeUntil": "end"}}"#
        #expect(try employee(#"{"end": "2026-06-01"}"#, until).fields["employment_status"] == .text("active"))
        #expect(try employee(#"{"end": "2026-05-31"}"#, until).fields["employment_status"] == .text("terminated"))
        #expect(try employee(#"{"end": null}"#, until).fields["employment_status"] == .text("active"))
        #expect(try employee("{}", until, absent: .unavailable).unavailable == ["employment_status"])
        #expect(try employee(#"{"end": "nonsense"}"#, until).unavailable == ["employment_status"])
        let before = #"{"employment_status": {"activeBefore": "start", "then": "s"}}"#
        #expect(try employee(#"{"start": "2026-06-02", "s": "inactive"}"#, before).fields["employment_status"] == .text("active"))
        #expect(try employee(#"{"start": "2026-06-01", "s": "inactive"}"#, before).fields["employment_status"] == .text("inactive"))
    }

    @Test("R-LIFE-1 a past end goes before a status that nobody knows, and nothing else does") func datedUnknown() throws {
        let mapping = #"{"employment_status": {"first": [{"path": "s", "translate": {"Current*": "active", "Current Ex*": "terminated", "*": null}}, {"activeUntil": "end", "then": "s"}]}}"#
        func status(_ record: String) throws -> String? { try employee(record, mapping, absent: .unavailable).fields["employment_status"]?.scalarText }
        #expect(try status(#"{"s": "current employee", "end": "2020-01-01"}"#) == "active")
        #expect(try status(#"{"s": "Current ex-pat", "end": null}"#) == "terminated", "the longest beginning goes first")
        #expect(try status(#"{"s": "Suspended", "end": "2026-05-31"}"#) == "terminated")
        #expect(try status(#"{"s": "Suspended", "end": "2026-06-01"}"#) == "Suspended")
        #expect(try status(#"{"s": "Suspended", "end": null}"#) == "Suspended")
    }

    @Test("R-LIFE-4 an end before the start is that of an earlier employment") func returned() throws {
        let mapping = #"{"employment_end_date": {"path": "ends", "pick": {"latest": "d"}, "get": "d", "notBefore": "start"}}"#
        func end(_ record: String) throws -> String? { try employee(record, mapping).fields["employment_end_date"]?.scalarText }
        #expect(try end(#"{"start": "2020-05-01", "ends": [{"d": "2015-01-31"}, {"d": "2014-01-31"}]}"#) == nil)
        #expect(try end(#"{"start": "2020-05-01", "ends": [{"d": "2015-01-31"}, {"d": "2026-01-31"}]}"#) == "2026-01-31")
        #expect(try end(#"{"start": "2020-05-01", "ends": [{"d": "2020-05-01"}]}"#) == "2020-05-01")
        #expect(try end(#"{"start": null, "ends": [{"d": "2015-01-31"}]}"#) == "2015-01-31")
        #expect(try end(#"{"start": "soon", "ends": [{"d": "2015-01-31"}]}"#) == "2015-01-31")
        #expect(try end(#"{"start": "2020-05-01", "ends": [{"d": "soon"}]}"#) == "soon", "what cannot be read is not hidden")
        #expect(try employee("{}", mapping, absent: .unavailable).unavailable == ["employment_end_date"])
    }

    @Test("R-MAP-9 nothing is looked for in what stands for nothing") func insideNothing() throws {
        let mapping = #"{"department": {"path": "d", "get": "1"}, "manager.id": {"path": "m", "pick": {}}, "location": {"path": "l", "lookup": "t"}}"#
        let employee = try employee(#"{"d": false, "m": false, "l": false}"#, mapping, absent: .unavailable, empty: ["false"])
        #expect(employee.fields.isEmpty && employee.unavailable.isEmpty)
        let linked = try self.employee(#"{"d": [3, "Sales"], "m": [7, "Ada"], "l": null}"#, mapping, absent: .unavailable, empty: ["false"])
        #expect(linked.fields == ["department": .text("Sales"), "manager.id": .text("7")])
        #expect(try self.employee("{}", mapping, absent: .unavailable).unavailable == ["department", "manager.id", "location"])
    }

    @Test("R-MAP-9 lists of addresses and of custom fields that are absent were not delivered", arguments: [
        #"{"each": "f"}"#, #"{"members": "f"}"#, #"{"each": "f", "id": ["a", "b"], "value": ["c", "d"]}"#,
    ])
    func absentLists(_ custom: String) throws {
        let mapping = "{\"emails\": [{\"each\": \"e\", \"address\": \"v\"}], \"custom_fields\": [\(custom)]}"
        #expect(try employee("{}", mapping, absent: .unavailable).unavailable == ["emails", "custom_fields"])
        #expect(try employee("{}", mapping).unavailable.isEmpty)
        #expect(try employee(#"{"e": null, "f": null}"#, mapping, absent: .unavailable).unavailable.isEmpty)
    }

    @Test("names from one text", arguments: [("Ada Maria Novak", "Ada Maria", "Novak"), ("Novak, Ada", "Ada", "Novak"), ("Cher", nil, "Cher"), (" Zoë  Díaz ", "Zoë", "Díaz")] as [(String, String?, String)])
    func names(_ whole: String, _ first: String?, _ last: String) throws {
        let mapping = #"{"first_name": {"path": "n", "as": "firstName"}, "last_name": {"path": "n", "as": "lastName"}}"#
        let employee = try employee("{\"n\": \"\(whole)\"}", mapping)
        #expect(employee.fields["first_name"]?.scalarText == first)
        #expect(employee.fields["last_name"]?.scalarText == last)
    }

    @Test("one element of a list: by condition, by preference, the latest") func pick() throws {
        let record = #"{"jobs": [{"t": "old", "p": false, "d": "2020-01-01"}, {"t": "new", "p": false, "d": "2024-01-01"}, {"t": "main", "p": true, "d": "2022-01-01"}, {"t": "none"}]}"#
        func title(_ pick: String) throws -> String? { try employee(record, "{\"title\": {\"path\": \"jobs\", \"pick\": \(pick), \"get\": \"t\"}}").fields["title"]?.scalarText }
        #expect(try title(#"{"where": {"p": "true"}}"#) == "main")
        #expect(try title(#"{"latest": "d"}"#) == "new")
        #expect(try title(#"{"earliest": "d"}"#) == "old")
        #expect(try title(#"{"prefer": {"p": "true"}, "latest": "d"}"#) == "main")
        #expect(try title(#"{"prefer": {"p": "maybe"}, "latest": "d"}"#) == "new")
        #expect(try title(#"{"where": {"p": null}}"#) == "none")
        #expect(try title(#"{"where": {"p": "maybe"}}"#) == nil)
    }

    @Test("R-MAP-9 what a table does not know is unavailable, what it cannot be asked too") func tables() throws {
        let bytes = Array(#"{"request": {"path": "/x"}, "key": "id", "value": "n", "children": "c"}"#.utf8)
        let table = Table(Draft(view: try JSONDocument(bytes).root, path: "", notes: Notes(bytes)))
        let rows = try JSONDocument(Array(#"[{"id": 1, "n": "One", "c": [{"id": 2, "n": "Two"}]}]"#.utf8)).root
        let mapping = #"{"department": {"path": "d", "lookup": "t"}}"#
        let loaded = LoadedTable(Array(rows.elements), table)
        #expect(try employee(#"{"d": 1}"#, mapping, tables: ["t": loaded]).fields["department"] == .text("One"))
        #expect(try employee(#"{"d": "2"}"#, mapping, tables: ["t": loaded]).fields["department"] == .text("Two"))
        #expect(try employee(#"{"d": 3}"#, mapping, tables: ["t": loaded]).unavailable == ["department"])
        #expect(try employee(#"{"d": null}"#, mapping, tables: ["t": loaded]).unavailable.isEmpty)
        #expect(try employee(#"{"d": 1}"#, mapping, tables: ["t": .unavailable]).unavailable == ["department"])
    }

    private func table(_ description: String, _ rows: String) throws -> LoadedTable {
        let bytes = Array(description.utf8)
        let table = Table(Draft(view: try JSONDocument(bytes).root, path: "", notes: Notes(bytes)))
        return LoadedTable(Array(try JSONDocument(Array(rows.utf8)).root.elements), table)
    }

    @Test("R-MAP-9 what failed is not replaced by an alternative that is empty; what is only left out is") func alternatives() throws {
        let mapping = #"{"title": ["a", {"path": "id", "lookup": "t"}]}"#
        #expect(try employee(#"{"a": null, "id": 1}"#, mapping, absent: .unavailable, tables: ["t": .unavailable]).unavailable == ["title"])
        #expect(try employee(#"{"a": "x", "id": 1}"#, mapping, absent: .unavailable, tables: ["t": .unavailable]).fields["title"] == .text("x"))
        #expect(try employee(#"{"a": null}"#, #"{"title": ["b", "a"]}"#, absent: .unavailable).unavailable.isEmpty)
    }

    @Test("R-MAP-9 with alternatives, what another record has is empty here") func alternativesSeen() throws {
        let bytes = Array(#"{"id": "id", "title": ["a", "b"], "team": ["c", "d"]}"#.utf8)
        var conversion = Conversion(kind: .text)
        conversion.absent = .unavailableUnlessSeen
        let mapping = Mapping(Draft(view: try JSONDocument(bytes).root, path: "", notes: Notes(bytes)), conversion)
        let records = try [#"{"id": 1, "b": "x"}"#, #"{"id": 2}"#].map { Record(view: try JSONDocument(Array($0.utf8)).root) }
        let people = Translator(mapping: mapping, today: try #require(Self.today)).employees(records)
        #expect(people.map(\.unavailable) == [["team"], ["team"]])
        #expect(people.map { $0.fields["title"] } == [.text("x"), nil])
    }

    @Test("what would be inside null is null") func insideNull() throws {
        #expect(try employee(#"{"m": null}"#, #"{"manager.id": "m.id", "manager.name": "n.name"}"#, absent: .unavailable).unavailable == ["manager.name"])
    }

    @Test("an element of a list inside an element of a list") func nested() throws {
        let mapping = #"{"title": {"path": "e", "pick": {"prefer": {"end": null}, "latest": "s"}, "get": {"path": "j.r", "pick": {"latest": "s"}, "get": "t.c"}}}"#
        let record = #"{"e": [{"s": "1", "end": null, "j": {"r": [{"s": "3", "t": {"c": "new"}}, {"s": "2", "t": {"c": "old"}}]}}, {"s": "9", "end": "9", "j": {"r": [{"s": "8", "t": {"c": "gone"}}]}}]}"#
        #expect(try employee(record, mapping).fields["title"] == .text("new"))
        #expect(try employee(#"{"e": [{"s": "1", "j": null}]}"#, mapping, absent: .unavailable).unavailable.isEmpty)
        #expect(try employee(#"{"e": [{"s": "1", "j": {}}]}"#, mapping, absent: .unavailable).unavailable == ["title"])
    }

    @Test("a look-up of what a look-up gave; what means nothing is not looked up") func lookups() throws {
        let mapping = #"{"department": {"path": "id", "empty": ["NOBODY"], "lookup": [{"table": "m", "pick": {"earliest": "n"}, "get": "team"}, "t"]}}"#
        let memberships = try table(#"{"request": {"path": "/m"}, "key": "who", "many": true}"#, #"[{"who": 1, "n": 2, "team": 8}, {"who": 1, "n": 1, "team": 7}, {"who": 2, "n": 3, "team": 9}]"#)
        let tables = ["m": memberships, "t": try table(#"{"request": {"path": "/t"}, "key": "id", "value": "name"}"#, #"[{"id": 7, "name": "Research"}]"#)]
        #expect(try employee(#"{"id": 1}"#, mapping, tables: tables).fields["department"] == .text("Research"))
        #expect(try employee(#"{"id": 2}"#, mapping, tables: tables).unavailable == ["department"])
        #expect(try employee(#"{"id": 3}"#, mapping, tables: tables).unavailable.isEmpty)
        #expect(try employee(#"{"id": "NOBODY"}"#, mapping, tables: ["m": .unavailable]).unavailable.isEmpty)
    }

    @Test("addresses by their types, and the primary one by its flag") func emails() throws {
        let mapping = #"{"emails": [{"each": "e", "address": "v", "type": "t", "types": {"home": "personal"}, "primary": "p"}]}"#
        let record = #"{"e": [{"v": "a@x.test", "t": "home"}, {"v": "b@x.test", "t": "work", "p": true}, {"v": "c@x.test"}, {"v": null}, {"v": "d@x.test", "t": "WORK"}]}"#
        let types = try employee(record, mapping).emails.map { "\($0.address) \($0.type)" }
        #expect(types == ["a@x.test personal", "b@x.test primary", "c@x.test other", "d@x.test work"])
    }

    @Test("custom fields in each of their shapes") func custom() throws {
        func fields(_ record: String, _ custom: String) throws -> EmployeeFields { try employee(record, "{\"custom_fields\": [\(custom)]}").fields }
        let list = #"{"f": [{"id": "a", "value": "M"}, {"id": "b", "value": null}, {"id": "c", "value": ["x", "y"]}, {"name": "d", "value": 1.50}, {"value": 1}]}"#
        #expect(try fields(list, #"{"each": "f", "id": ["id", "name"], "value": "value"}"#) == ["custom_fields.a": .text("M"), "custom_fields.c": .list([.text("x"), .text("y")]), "custom_fields.d": .number("1.50")])
        #expect(try fields(#"{"f": {"a": true, "b": ""}}"#, #"{"members": "f"}"#) == ["custom_fields.a": .boolean(true)])
        #expect(try fields(#"{"x_a": "1", "y": "2"}"#, #"{"prefix": "x_"}"#) == ["custom_fields.x_a": .text("1")])
        #expect(try fields(#"{"urn:a": {"b": 1}, "urn:c": {"d": 2}}"#, #"{"nested": "urn:", "except": ["urn:c"]}"#) == ["custom_fields.urn:a:b": .number("1")])
        #expect(try employee(#"{"a": "1", "b": "2", "c": "3"}"#, #"{"title": "a", "custom_fields": [{"rest": true, "except": ["c"]}]}"#).fields["custom_fields.b"] == .text("2"))
    }

    @Test("R-MAP-9 custom fields whose list is not there at all are what the manifest says", arguments: [#"{"each": "f.list"}"#, #"{"members": "f.list"}"#])
    func customAbsent(_ custom: String) throws {
        #expect(try employee("{}", "{\"custom_fields\": [\(custom)]}", absent: .unavailable).unavailable == ["custom_fields"])
        #expect(try employee(#"{"f": null}"#, "{\"custom_fields\": [\(custom)]}", absent: .unavailable).unavailable.isEmpty)
        #expect(try employee("{}", "{\"custom_fields\": [\(custom.dropLast()), \"absent\": \"none\"}]}", absent: .unavailable).unavailable.isEmpty)
    }

    @Test("of custom fields those that match; values by their kinds") func customValues() throws {
        let mapping = #"{"custom_fields": [{"each": "f", "where": {"k": "own"}, "value": ["t", {"path": "c", "as": "hundredths"}]}, {"members": "o", "prefix": "x"}]}"#
        let record = #"{"f": [{"id": "a", "k": "own", "t": null, "c": 2850}, {"id": "b", "k": "own", "c": -205}, {"id": "c", "k": "own", "c": 300}, {"id": "d", "k": "other", "t": "no"}], "o": {"x1": "/Date(1635206400000)/", "y": 1}}"#
        #expect(try employee(record, mapping).fields == [
            "custom_fields.a": .number("28.5"), "custom_fields.b": .number("-2.05"), "custom_fields.c": .number("3"), "custom_fields.x1": .text("2021-10-26"),
        ])
    }

    @Test("deleted is a flag or a date", arguments: [("true", true), ("false", false), ("null", false), (#""2026-08-06T03:00:00.000Z""#, true), (#""no""#, false), (#""?""#, false)])
    func deleted(_ value: String, _ isDeleted: Bool) throws { #expect(try employee("{\"d\": \(value)}", #"{"deleted": "d"}"#).deleted == isDeleted) }
}
