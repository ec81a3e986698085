import JSON
import Provisioning
import Synchronization
import Testing

@testable import Connectors

@Suite struct ReadingTests {
    private static let offset = #""lists": [{"request": {"path": "/people", "query": {"offset": "{page.offset}", "limit": "{page.size}"}}, "records": "people", "paging": {"kind": "offset", "size": 2, "total": "total"}}],"#

    private static func page(_ ids: [Int], _ request: HTTPServer.Request, total: Int? = nil) -> HTTPServer.Reply {
        let start = request.number("offset") ?? 0
        let part = Array(ids.dropFirst(start).prefix(request.number("limit") ?? 2))
        return .json(["total": JSONValue(total ?? ids.count), "people": .array(part.map { InlineConnector.person($0) })])
    }

    @Test("R-SAFE-4 when somebody goes while pages are read, reading begins anew, and nobody is missed") func shifted() async throws {
        let asked = Mutex(0)
        let inline = try await InlineConnector(Self.offset) { request in
            // After the first page number 1 is gone, so that all others move up by one.
            let count = asked.withLock { $0 += 1; return $0 }
            return Self.page(count == 1 ? [1, 2, 3, 4, 5] : [2, 3, 4, 5], request)
        }
        #expect(Set(try await inline.everybody().compactMap(\.id)).isSuperset(of: ["2", "3", "4", "5"]))
    }

    @Test("R-SAFE-4 when people keep coming and going, reading fails after three times") func restless() async throws {
        let asked = Mutex(0)
        let inline = try await InlineConnector(Self.offset) { request in
            let count = asked.withLock { $0 += 1; return $0 }
            return Self.page(Array(1...(5 + count)), request)
        }
        let error = await refusal { _ = try await inline.everybody() }
        #expect(error?.kind == "remoteIncomplete")
        #expect(asked.withLock { $0 } == 6)
    }

    @Test("R-SAFE-4 an expired cursor begins anew; one that always expires fails") func expired() async throws {
        let parts = #""lists": [{"request": {"path": "/people", "query": {"cursor": "{page.cursor}"}}, "records": "people", "paging": {"kind": "cursor", "next": "next"}}], "faults": {"rules": [{"status": 400, "where": {"code": "Expired"}, "means": "restart"}]},"#
        for isPassing in [true, false] {
            let expiries = Mutex(0)
            let inline = try await InlineConnector(parts) { request in
                if request.query["cursor"] == nil { return .json(["people": [InlineConnector.person(1)], "next": "b"]) }
                let count = expiries.withLock { $0 += 1; return $0 }
                if !isPassing || count == 1 { return .json(["code": "Expired"], status: 400) }
                return .json(["people": [InlineConnector.person(2)]])
            }
            if isPassing {
                #expect(Set(try await inline.everybody().compactMap(\.id)) == ["1", "2"])
            } else {
                let error = await refusal { _ = try await inline.everybody() }
                #expect(error?.kind == "remoteIncomplete")
            }
        }
    }

    /// People whose title stands in a table of two pages.
    private static let looked = #""tables": {"jobs": {"request": {"path": "/jobs", "query": {"skip": "{page.offset}"}}, "records": "jobs", "paging": {"kind": "offset", "size": 2, "total": "total"}, "key": "who", "value": "title"}}, "employee": {"id": "id", "first_name": "first", "last_name": "last", "title": {"path": "id", "lookup": "jobs"}},"#

    enum Fault: CaseIterable { case none, short, repeated, ignoresOffset, totalChanges, refused }

    @Test("R-SAFE-4 a table that does not keep its promise fails the reading: what it lacks would be cleared", arguments: Fault.allCases) func table(_ fault: Fault) async throws {
        let inline = try await InlineConnector(Self.looked) { request in
            if request.path == "/people" { return .json(["people": .array((1...4).map { InlineConnector.person($0) })]) }
            let skip = Int(request.query["skip"] ?? "") ?? 0
            let jobs = (1...4).map { ["who": JSONValue($0), "title": .string("Job \($0)")] as JSONValue }
            let page: ArraySlice<JSONValue> = switch fault {
            case .short: skip == 0 ? jobs[0..<2] : []
            case .repeated: skip == 0 ? jobs[0..<2] : jobs[1..<3]
            case .ignoresOffset: jobs[0..<2]
            case .none, .totalChanges, .refused: jobs.dropFirst(skip).prefix(2)
            }
            if fault == .refused, skip > 0 { return .json(["error": "x"], status: 403) }
            return .json(["jobs": .array(Array(page)), "total": JSONValue(fault == .totalChanges ? 4 + skip : 4)])
        }
        if fault == .none {
            #expect(try await inline.everybody().map { $0.fields["title"] } == (1...4).map { .text("Job \($0)") })
            return
        }
        let error = await refusal { _ = try await inline.everybody() }
        #expect(error?.kind == (fault == .refused ? "authorizationRequired" : "remoteIncomplete"))
        if fault != .refused { #expect(inline.server.requests.count { $0.path == "/jobs" && ($0.query["skip"] ?? "0") == "0" } == 3, "it is read anew twice") }
    }

    @Test("R-MAP-9 a preferred value that is refused is neither cleared nor replaced by the next best", arguments: [true, false]) func preferred(_ hasOther: Bool) async throws {
        let parts = #""tables": {"places": {"request": {"path": "/places"}, "records": "places", "key": "id", "value": "name", "optional": true}}, "employee": {"id": "id", "first_name": "first", "last_name": "last", "location": {"first": [{"path": "place", "lookup": "places"}, "city"]}},"#
        let inline = try await InlineConnector(parts) { request in
            if request.path == "/places" { return .json(["error": "x"], status: 403) }
            return .json(["people": [InlineConnector.person(1, hasOther ? ["place": "p1", "city": "Oslo"] : ["place": "p1"]), InlineConnector.person(2, ["city": "Rome"])]])
        }
        let people = try await inline.everybody()
        #expect(people.map { $0.isUnavailable("location") } == [true, false])
        #expect(people.map { $0.fields["location"] } == [nil, .text("Rome")], "who has no place was not asked about")
    }

    @Test("R-MAP-9 an empty list and a null in front are no value; only a missing member may be unavailable") func nothing() async throws {
        let parts = #""absent": "unavailable", "employee": {"id": "id", "first_name": "first", "last_name": "last", "department": "team.name", "title": "roles.0.title"},"#
        let inline = try await InlineConnector(parts) { _ in
            .json(["people": [
                InlineConnector.person(1, ["team": ["name": "Sales"], "roles": [["title": "Head"]]]), InlineConnector.person(2, ["team": .null, "roles": []]),
                InlineConnector.person(3, ["team": [:], "roles": [[:]]]), InlineConnector.person(4),
            ]])
        }
        let people = try await inline.everybody()
        #expect(people.map { $0.isUnavailable("department") } == [false, false, true, true])
        #expect(people.map { $0.isUnavailable("title") } == [false, false, true, true])
    }

    @Test("of what holds from some day on, the latest that has begun counts, and of those to come the first") func effective() async throws {
        let parts = #""employee": {"id": "id", "first_name": "first", "last_name": "last", "title": {"path": "roles", "pick": {"effective": "from"}, "get": "title"}},"#
        @Sendable func role(_ title: String, _ from: JSONValue) -> JSONValue { ["title": .string(title), "from": from] }
        let inline = try await InlineConnector(parts, time: FixedTime(now: Timestamp("2026-03-01T12:00:00Z") ?? CountingWaiting.start)) { _ in
            .json(["people": [
                InlineConnector.person(1, ["roles": [role("Old", "2020-01-01"), role("Now", "2026-03-01T00:00:00Z"), role("Next", "2026-03-02")]]),
                InlineConnector.person(2, ["roles": [role("Later", "2027-01-01"), role("First", "2026-04-01")]]),
                InlineConnector.person(3, ["roles": [role("Next", "2026-09-01"), role("Always", .null)]]), InlineConnector.person(4, ["roles": []]),
            ]])
        }
        #expect(try await inline.everybody().map { $0.fields["title"] } == [.text("Now"), .text("First"), .text("Always"), nil])
    }

    @Test("R-SAFE-4 without a promise a list goes on until a page is empty, whatever the server's page size") func capped() async throws {
        let parts = #""lists": [{"request": {"path": "/people", "query": {"skip": "{page.offset}", "limit": "{page.size}"}}, "records": "people", "paging": {"kind": "offset", "size": 100}}],"#
        let inline = try await InlineConnector(parts) { request in
            let skip = Int(request.query["skip"] ?? "") ?? 0
            return .json(["people": .array((1...5).dropFirst(skip).prefix(2).map { InlineConnector.person($0) })])
        }
        #expect(try await inline.everybody().count == 5)
    }

    @Test("a next link to another host is refused, and nothing is sent there") func foreign() async throws {
        let other = try await HTTPServer { _ in .json(["people": []]) }
        let parts = #""lists": [{"request": {"path": "/people"}, "records": "people", "paging": {"kind": "link", "next": "next"}}],"#
        let inline = try await InlineConnector(parts) { _ in .json(["people": [InlineConnector.person(1)], "next": .string(other.url + "/people?page=2")]) }
        let error = await refusal { _ = try await inline.everybody() }
        #expect(error?.kind == "remoteUnexpected")
        #expect(other.requests.isEmpty)
        await other.stop()
    }

    private static let detailed = #""details": [{"name": "job", "request": {"path": "/people/{record.id}/job"}}], "employee": {"id": "id", "first_name": "first", "last_name": "last", "title": "job.title"},"#

    @Test("R-MAP-9 a detail that is refused makes its fields unavailable, for that person alone", arguments: [403, 404, 422, 500]) func detail(_ status: Int) async throws {
        let inline = try await InlineConnector(Self.detailed) { request in
            if request.path == "/people" { return .json(["people": .array((1...3).map { InlineConnector.person($0) })]) }
            return request.path == "/people/2/job" ? .json(["error": "x"], status: status) : .json(["title": "Engineer"])
        }
        let people = try await inline.everybody()
        #expect(people.map { $0.fields["title"] } == [.text("Engineer"), nil, .text("Engineer")])
        #expect(people.map { $0.isUnavailable("title") } == [false, true, false])
    }

    @Test("R-MAP-9 of a record without an id no details can be asked for, and the others are read") func nameless() async throws {
        let inline = try await InlineConnector(Self.detailed) { request in
            request.path == "/people" ? .json(["people": [["first": "F", "last": "L"], InlineConnector.person(2)]]) : .json(["title": "Engineer"])
        }
        let people = try await inline.everybody()
        #expect(people.map(\.id) == [nil, "2"])
        #expect(people.map { $0.isUnavailable("title") } == [true, false])
    }

    @Test("R-SAFE-5 when the details of five people in a row fail for good, the reading fails") func down() async throws {
        let inline = try await InlineConnector(Self.detailed) { request in
            request.path == "/people" ? .json(["people": .array((1...20).map { InlineConnector.person($0) })]) : .json(["error": "x"], status: 503)
        }
        let error = await refusal { _ = try await inline.everybody() }
        #expect(error?.kind == "remoteUnavailable")
        #expect(inline.server.requests.count < 80)
    }

    @Test("R-CON-6 a detail refused with 401 fails the reading") func unauthorized() async throws {
        let inline = try await InlineConnector(Self.detailed) { request in
            request.path == "/people" ? .json(["people": [InlineConnector.person(1)]]) : .json(["error": "x"], status: 401)
        }
        let error = await refusal { _ = try await inline.everybody() }
        #expect(error?.kind == "authorizationRequired")
    }

    @Test("R-MAP-9 one call for a page: each element has a status of its own") func page() async throws {
        let parts = #""details": [{"name": "job", "for": "page", "request": {"path": "/jobs", "json": {"requests": {"each": {"id": "{record.id}"}}}}, "records": "responses", "key": "who", "code": "code", "item": "body"}], "employee": {"id": "id", "first_name": "first", "last_name": "last", "title": "job.title"},"#
        let inline = try await InlineConnector(parts) { request in
            if request.path == "/people" { return .json(["people": .array((1...3).map { InlineConnector.person($0) })]) }
            guard request.json["requests"] == [["id": 1], ["id": 2], ["id": 3]] else { return .json([:], status: 400) }
            return .json(["responses": [["who": 1, "code": 200, "body": ["title": "Engineer"]], ["who": 2, "code": 404, "body": ["message": "no"]]]])
        }
        let people = try await inline.everybody()
        #expect(people.map { $0.fields["title"] } == [.text("Engineer"), nil, nil])
        #expect(people.map { $0.isUnavailable("title") } == [false, true, true], "one failed, one was not answered")
    }

    @Test("R-SAFE-4 a check before reading that does not hold fails it") func ready() async throws {
        let parts = #""ready": [{"request": {"path": "/sync"}, "at": "results", "where": {"model": "Employee", "status": "DONE"}, "say": "It is still syncing."}],"#
        for (status, succeeds) in [("DONE", true), ("SYNCING", false)] {
            let inline = try await InlineConnector(parts) { request in
                request.path == "/sync" ? .json(["results": [["model": "Group", "status": "DONE"], ["model": "Employee", "status": .string(status)]]]) : .json(["people": [InlineConnector.person(1)]])
            }
            let error = await refusal { _ = try await inline.everybody() }
            #expect((error == nil) == succeeds)
            if !succeeds { #expect(error == .remoteIncomplete("It is still syncing.")) }
        }
    }

    @Test("R-MAP-9 what the credentials may not see, as the record says, is unavailable") func withheld() async throws {
        let inline = try await InlineConnector(#""withheld": "_restricted","#) { _ in
            .json(["people": [InlineConnector.person(1, ["_restricted": ["title"]]), InlineConnector.person(2, ["title": "Head"])]])
        }
        let people = try await inline.everybody()
        #expect(people.map { $0.isUnavailable("title") } == [true, false])
    }

    @Test("R-MAP-9 a member that nobody in the answer has was not delivered") func unseen() async throws {
        for (titles, unavailable) in [([nil, nil], true), (["Head", nil], false)] as [([String?], Bool)] {
            let inline = try await InlineConnector(#""absent": "unavailableUnlessSeen","#) { _ in
                .json(["people": .array(titles.enumerated().map { InlineConnector.person($0 + 1, $1.map { ["title": .string($0)] } ?? [:]) })])
            }
            let people = try await inline.everybody()
            #expect(people[1].isUnavailable("title") == unavailable)
        }
    }

    @Test("a refusal inside a success is one") func refusalInside() async throws {
        let inline = try await InlineConnector(#""faults": {"rules": [{"status": 200, "where": {"success": "false"}, "means": "authorization"}], "words": ["why"]},"#) { _ in .json(["success": false, "why": "no more"]) }
        let error = await refusal { _ = try await inline.everybody() }
        guard case .authorizationRequired(let message)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(message.contains("no more"))
        #expect(inline.server.requests.count == 1)
    }
}
