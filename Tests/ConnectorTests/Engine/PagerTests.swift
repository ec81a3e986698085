import JSON
import Testing

@testable import Connectors

@Suite struct PagerTests {
    private func pager(_ paging: String, size: Int? = 2) throws -> Pager {
        let bytes = Array(paging.utf8)
        let notes = Notes(bytes)
        let pager = Pager(Paging(Draft(view: try JSONDocument(bytes).root, path: "", notes: notes)), size: size)
        #expect(notes.problems == [])
        return pager
    }

    private func answer(_ body: String, _ headers: [Header] = []) throws -> Caller.Answer {
        let address = try #require(Address("https://hr.example.org/v1/people?page=1"))
        return Caller.Answer(body: try JSONDocument(Array(body.utf8)).root, response: .json(body, headers), address: address)
    }

    /// What is asked for after each of these answers, by the page's values; the last word is how it ends.
    private func walk(_ paging: String, _ answers: [(String, Int)]) throws -> [String] {
        var pager = try pager(paging)
        var steps: [String] = []
        for (body, count) in answers {
            do throws(Pager.Fault) {
                switch try pager.next(after: answer(orFail: body), count: count) {
                case .done: return steps + ["done"]
                case .ask(let values, let link): steps.append(link?.description ?? (values["page.cursor"] ?? values["page.offset"] ?? values["page.number"])?.text ?? "nothing")
                }
            } catch {
                return steps + [{ if case .restart = error { "restart" } else { "broken" } }()]
            }
        }
        return steps
    }

    private func answer(orFail body: String) -> Caller.Answer {
        do { return try answer(body) } catch { preconditionFailure("the test's own answer: \(body)") }
    }

    @Test("cursors end with null, absence or more: false, and never with an empty page") func cursor() throws {
        let paging = #"{"kind": "cursor", "next": "n"}"#
        #expect(try walk(paging, [(#"{"n": "a"}"#, 2), (#"{"n": "b"}"#, 0), (#"{"n": null}"#, 2)]) == ["a", "b", "done"])
        #expect(try walk(paging, [("{}", 2)]) == ["done"])
        #expect(try walk(paging, [(#"{"n": ""}"#, 2)]) == ["done"])
        #expect(try walk(#"{"kind": "cursor", "next": "n", "more": "m"}"#, [(#"{"n": "a", "m": true}"#, 2), (#"{"n": "b", "m": false}"#, 2)]) == ["a", "done"])
        // More, and no way to it, is no end.
        #expect(try walk(#"{"kind": "cursor", "next": "n", "more": "m"}"#, [(#"{"n": null, "m": true}"#, 2)]) == ["broken"])
    }

    @Test("R-SAFE-4 a cursor seen twice is broken, also behind another") func loop() throws {
        let paging = #"{"kind": "cursor", "next": "n"}"#
        #expect(try walk(paging, [(#"{"n": "a"}"#, 2), (#"{"n": "a"}"#, 2)]) == ["a", "broken"])
        #expect(try walk(paging, [(#"{"n": "a"}"#, 2), (#"{"n": "b"}"#, 2), (#"{"n": "a"}"#, 2)]) == ["a", "b", "broken"])
    }

    @Test("a cursor inside an address, wherever that leads") func inside() throws {
        let paging = #"{"kind": "cursor", "next": "next.href", "parameter": "cursor"}"#
        #expect(try walk(paging, [(#"{"next": {"href": "https://other.example/v2?limit=5&cursor=a%2Fb"}}"#, 2), (#"{"next": {"href": "?cursor=c"}}"#, 2), ("{}", 1)]) == ["a/b", "c", "done"])
        #expect(try walk(paging, [(#"{"next": {"href": "https://other.example/v2?limit=5"}}"#, 2)]) == ["broken"])
    }

    @Test("links are read as a browser would; the same one twice is broken") func links() throws {
        let paging = #"{"kind": "link", "next": "n"}"#
        #expect(
            try walk(paging, [(#"{"n": "?page=2"}"#, 2), (#"{"n": "/v1/people?page=3"}"#, 2), (#"{"n": null}"#, 2)])
                == ["https://hr.example.org/v1/people?page=2", "https://hr.example.org/v1/people?page=3", "done"])
        #expect(try walk(paging, [(#"{"n": "?page=2"}"#, 2), (#"{"n": "?page=2"}"#, 2)]) == ["https://hr.example.org/v1/people?page=2", "broken"])
        #expect(try walk(paging, [(#"{"n": "?page=1"}"#, 2)]) == ["broken"])
    }

    @Test("Link headers, alone or among others", arguments: [
        (#"<https://hr.example.org/x?page=2>; rel="next", <https://hr.example.org/x?page=9>; rel="last""#, "https://hr.example.org/x?page=2"),
        (#"<https://hr.example.org/x?page=1>; rel="prev", </x?page=3>; title="a"; rel=next"#, "/x?page=3"), (#"<https://hr.example.org/x>; rel="last""#, nil), ("", nil), ("<", nil),
    ] as [(String, String?)])
    func linkHeader(_ header: String, _ next: String?) { #expect(LinkHeader.next(header) == next) }

    @Test("offsets count what came, and end with the total, a short or an empty page") func offset() throws {
        #expect(try walk(#"{"kind": "offset", "total": "t"}"#, [(#"{"t": 5}"#, 2), (#"{"t": 5}"#, 1), (#"{"t": 5}"#, 2)]) == ["2", "3", "done"])
        #expect(try walk(#"{"kind": "offset", "first": 1, "total": "t"}"#, [(#"{"t": 3}"#, 2), (#"{"t": 3}"#, 1)]) == ["3", "done"])
        #expect(try walk(#"{"kind": "offset", "size": 2, "end": "short"}"#, [("{}", 2), ("{}", 1)]) == ["2", "done"])
        #expect(try walk(#"{"kind": "offset", "size": 2}"#, [("{}", 2), ("{}", 1), ("{}", 0)]) == ["2", "3", "done"])
        #expect(try walk(#"{"kind": "offset", "total": "t"}"#, [("{}", 2), ("{}", 0)]) == ["2", "done"], "a promise that is not made")
    }

    @Test("R-SAFE-4 a total that is exactly one full page is not believed at once, however many come") func poorTotal() throws {
        for (kind, steps) in [("offset", ["2", "4"]), ("page", ["2", "3"])] {
            let paging = #"{"kind": "\#(kind)", "total": "t"}"#
            #expect(try walk(paging, [(#"{"t": 2}"#, 2), (#"{"t": 2}"#, 0)]) == [steps[0], "done"])
            // What a page holds at the most, promised as if it were all.
            #expect(try walk(paging, [(#"{"t": 2}"#, 2), (#"{"t": 2}"#, 2), (#"{"t": 2}"#, 1)]) == steps + ["done"])
        }
    }

    @Test("R-SAFE-4 when the total changes between pages, somebody may have slipped through") func shifted() throws {
        for kind in [#"{"kind": "offset", "total": "t"}"#, #"{"kind": "page", "total": "t"}"#] {
            #expect(try walk(kind, [(#"{"t": 5}"#, 2), (#"{"t": 4}"#, 2)]).last == "restart")
        }
    }

    @Test("an index list that answers with cursors is read by cursors") func cursorOnly() throws {
        let paging = #"{"kind": "offset", "first": 1, "total": "t", "cursor": "next"}"#
        #expect(try walk(paging, [(#"{"next": "a"}"#, 2), (#"{"next": "b"}"#, 2), ("{}", 1)]) == ["a", "b", "done"])
        var pager = try pager(paging)
        guard case .ask(let values, _) = try pager.next(after: answer(#"{"next": "a"}"#), count: 2) else {
            Issue.record("it ended")
            return
        }
        #expect(values["page.offset"] == nil, "never both")
    }

    @Test("R-SAFE-4 what comes after the last record, with its own type, until nothing does") func after() throws {
        var pager = try pager(#"{"kind": "after", "last": "n.id", "first": 0}"#)
        func next(_ record: String?, _ count: Int) throws -> [String: Scope.Value]? {
            let step = try pager.next(after: answer("[]"), count: count, last: record.map { try JSONDocument(Array($0.utf8)).root })
            if case .ask(let values, nil) = step { return values }
            return nil
        }
        guard case .ask(let values, nil) = pager.first else { return }
        #expect(values == ["page.size": .number(2), "page.cursor": .number(0)])
        #expect(try next(#"{"n": {"id": 7}}"#, 2) == ["page.size": .number(2), "page.cursor": .json(JSONValue(7))])
        #expect(try next(#"{"n": {"id": "b"}}"#, 1) == ["page.size": .number(2), "page.cursor": .json("b")], "a short page is not the last")
        #expect(throws: Pager.Fault.self, "the same page twice") { try next(#"{"n": {"id": 7}}"#, 2) }
        #expect(throws: Pager.Fault.self, "a record without its number") { try next(#"{"id": 8}"#, 2) }
        #expect(try next(nil, 0) == nil)
    }

    @Test("R-SAFE-4 a total in a header is a promise too; without it a list ends with an empty page") func header() throws {
        var pager = try pager(#"{"kind": "page", "totalHeader": "X-Total-Count"}"#)
        #expect(try pager.next(after: answer("[]", [Header("x-total-count", "3")]), count: 2) != .done)
        #expect(pager.promised == 3)
        #expect(try pager.next(after: answer("[]", [Header("x-total-count", "3")]), count: 1) == .done)
        var silent = try self.pager(#"{"kind": "page", "totalHeader": "X-Total-Count"}"#)
        #expect(try silent.next(after: answer("[]"), count: 1) != .done)
        #expect(try silent.next(after: answer("[]"), count: 0) == .done)
        var restless = try self.pager(#"{"kind": "page", "totalHeader": "X-Total-Count"}"#)
        _ = try restless.next(after: answer("[]", [Header("X-Total-Count", "5")]), count: 2)
        #expect(throws: Pager.Fault.self) { try restless.next(after: answer("[]", [Header("X-Total-Count", "4")]), count: 2) }
    }

    @Test("page numbers end with a null, the last page, the total or a short page") func pages() throws {
        #expect(try walk(#"{"kind": "page", "next": "n"}"#, [(#"{"n": 2}"#, 2), (#"{"n": null}"#, 2)]) == ["2", "done"])
        #expect(try walk(#"{"kind": "page", "pages": "p"}"#, [(#"{"p": 3}"#, 2), (#"{"p": 3}"#, 2), (#"{"p": 3}"#, 1)]) == ["2", "3", "done"])
        #expect(try walk(#"{"kind": "page", "size": 2, "end": "short"}"#, [("{}", 2), ("{}", 1)]) == ["2", "done"])
        #expect(try walk(#"{"kind": "page", "next": "n"}"#, [(#"{"n": 2}"#, 2), (#"{"n": 2}"#, 2)]) == ["2", "broken"])
    }
}
