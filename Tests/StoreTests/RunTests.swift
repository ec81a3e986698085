import Provisioning
import Store
import Testing

@Suite struct RunTests {
    func store() throws -> Store {
        let store = try memoryStore()
        try store.write { writing in
            _ = try writing.insert(integration("A", prefix: "a-"))
            _ = try writing.insert(integration("B", prefix: "b-"))
        }
        return store
    }

    @Test("A run comes back as it was stored")
    func roundTrip() throws {
        let store = try store()
        var full = run(.sync, .failed)
        full.trigger = .plan
        full.endedAt = noon.adding(seconds: 5)
        full.read = 7
        full.total = 9
        full.failure = Run.Failure(code: 5004, message: "half", data: "{\"kind\":\"remoteIncomplete\"}")
        full.resultsExpireAt = noon.adding(hours: 24)
        full.undoneAt = noon.adding(seconds: 9)
        full.actor = "u1"
        full.plan = "r9"
        full.planned = true
        var summary = Summary()
        (summary.employees, summary.created, summary.updated, summary.deleted, summary.unchanged) = (1, 2, 3, 4, 5)
        (summary.conflicts, summary.skipped, summary.needsLink, summary.deletionsHeld) = (6, 7, 8, 9)
        (summary.filtered, summary.ended, summary.inactive) = (10, 11, 12)
        summary.segments = [Plan.NewSegment(attribute: "city", name: "Zürich")]
        summary.safeguards = [.deletion, .identity, .participation, .attribute("city")]
        summary.warn(Problem(.warning, "code", "text", path: "path", line: 3, subject: "a-1"))
        full.summary = summary
        full = try store.write { try $0.insert(full) }
        #expect(full.id == "r1")
        #expect(try store.read { try $0.run(id: "r1") } == full)
        full.state = .succeeded
        full.failure = nil
        try store.write { try $0.update(full) }
        #expect(try store.read { try $0.run(id: "r1") } == full)
    }

    @Test("R-RUN-1 One run at a time for each integration, besides a queued one")
    func oneAtATime() throws {
        let store = try store()
        _ = try store.write { try $0.insert(run(.test, .fetching)) }
        let queued = try store.write { try $0.insert(run(.sync, .queued)) }
        _ = try store.write { try $0.insert(run(.sync, .applying, integration: "i2")) }
        var next = queued
        next.state = .fetching
        #expect(throws: StoreError.runInProgress) { try store.write { try $0.update(next) } }
        #expect(throws: StoreError.runInProgress) { try store.write { try $0.insert(run(.test, .planning)) } }
        #expect(try store.read { try $0.unfinishedRuns(integration: "i1").map(\.id) } == ["r1", "r2"])
        #expect(try store.read { try $0.unfinishedRuns().count } == 3)
    }

    @Test("Runs are listed newest first, by integration and kind")
    func list() throws {
        let store = try store()
        try store.write { writing in
            for index in 0..<6 { _ = try writing.insert(run(index % 2 == 0 ? .test : .sync, index == 4 ? .queued : .succeeded)) }
            _ = try writing.insert(run(integration: "i2"))
        }
        try store.read { reading throws in
            #expect(try reading.runs(limit: 9).items.map(\.id) == ["r7", "r6", "r5", "r4", "r3", "r2", "r1"])
            let page = try reading.runs(integration: "i1", kind: .test, limit: 2)
            #expect(page.items.map(\.id) == ["r5", "r3"])
            #expect(try reading.runs(integration: "i1", kind: .test, after: page.next, limit: 2).items.map(\.id) == ["r1"])
            #expect(try reading.newestRun(integration: "i1")?.id == "r6")
            #expect(try reading.newestFinishedRun(integration: "i1", kind: .test)?.id == "r3")
            #expect(try reading.newestFinishedRun(integration: "i2", kind: .sync) == nil)
        }
    }

    @Test("R-RUN-2 Manual runs count for the quota, but not those that ended without a plan")
    func quota() throws {
        let store = try store()
        let cases: [(Run.State, Run.Trigger, planned: Bool, counts: Bool)] = [
            (.succeeded, .manual, true, true), (.failed, .manual, false, false), (.failed, .manual, true, true), (.cancelled, .manual, false, false),
            (.fetching, .manual, false, true), (.succeeded, .schedule, true, false), (.succeeded, .enable, true, false), (.succeeded, .plan, true, false),
        ]
        var expected: [Timestamp] = []
        for (index, each) in cases.enumerated() {
            var run = run(.sync, each.0, startedAt: noon.adding(seconds: Int64(index)))
            (run.trigger, run.planned) = (each.1, each.planned)
            if each.counts { expected.append(run.startedAt) }
            _ = try store.write { try $0.insert(run) }
        }
        #expect(try store.read { try $0.quotaStarts(integration: "i1", kind: .sync, since: noon.adding(seconds: -1)) } == expected)
        #expect(try store.read { try $0.quotaStarts(integration: "i1", kind: .sync, since: noon) } == Array(expected.dropFirst()))
        #expect(try store.read { try $0.quotaStarts(integration: "i1", kind: .test, since: noon.adding(seconds: -1)) } == [])
    }

    @Test("A lease is one process's until it lapses or is given up")
    func leases() throws {
        let store = try memoryStore()
        let mine = Lease(name: "r1", pid: 10, token: "a", expiresAt: noon.adding(seconds: 30))
        var later = mine
        later.expiresAt = noon.adding(seconds: 60)
        let others = Lease(name: "r1", pid: 10, token: "b", expiresAt: noon.adding(seconds: 90))
        try store.write { writing throws in
            #expect(try writing.acquire(mine, now: noon))
            #expect(try !writing.acquire(others, now: noon.adding(seconds: 29)))
            #expect(try writing.acquire(later, now: noon))
            #expect(try writing.lease("r1", now: noon) == later)
            #expect(try writing.lease("r1", now: noon.adding(seconds: 60)) == nil)
            #expect(try writing.acquire(others, now: noon.adding(seconds: 60)))
            #expect(try !writing.renew(later))
            try writing.release(later)
            #expect(try writing.renew(others))
            try writing.release(others)
            #expect(try writing.lease("r1", now: noon) == nil)
        }
    }
}
