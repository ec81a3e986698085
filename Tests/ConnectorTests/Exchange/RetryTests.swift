import Provisioning
import Testing

@testable import Connectors

@Suite struct RetryTests {
    private let waiting = CountingWaiting()

    private func retry(_ inner: ScriptedExchange, hints: [Limits.Hint] = []) -> Retry {
        Retry(inner: inner, waiting: waiting, random: { 0.5 }, hints: hints) { response in
            response.isSuccess ? .success : response.status == 429 || response.status >= 500 ? .again : .refusal
        }
    }

    @Test("R-SAFE-5 at most six tries, each wait longer than the one before, with jitter") func tries() async throws {
        let inner = ScriptedExchange([.success(.json("", status: 500))])
        let request = try HTTPRequest.get("https://a.test/")
        let error = await exchangeError { _ = try await retry(inner).send(request) }
        guard case .exhausted(let response, nil)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(response.status == 500)
        #expect(inner.requests.count == 6)
        #expect(waiting.waits == [0.75, 1.5, 3, 6, 12].map { .seconds($0) })
    }

    @Test("R-SAFE-5 broken connections and time-outs are tried again, refusals of ours are not", arguments: [
        (ExchangeError.unreachable("x"), 6), (.timedOut, 6), (.refused("x"), 1), (.tooLarge(9), 1), (.cancelled, 1),
    ])
    func errors(_ error: ExchangeError, _ tries: Int) async throws {
        let inner = ScriptedExchange([.failure(error)])
        let request = try HTTPRequest.get("https://a.test/")
        let thrown = await exchangeError { _ = try await retry(inner).send(request) }
        #expect(thrown == error)
        #expect(inner.requests.count == tries)
    }

    @Test("R-SAFE-5 what is refused for good is asked once", arguments: [400, 401, 403, 404]) func refusal(_ status: Int) async throws {
        let inner = ScriptedExchange([.success(.json("", status: status))])
        let response = try await retry(inner).send(try HTTPRequest.get("https://a.test/"))
        #expect(response.status == status)
        #expect(inner.requests.count == 1)
        #expect(waiting.waits == [])
    }

    @Test("R-SAFE-5 each way of saying how long is understood, and waited for at least", arguments: [
        ([Header("Retry-After", "20")], 20), ([Header("retry-after", "1.5")], 1.5), ([Header("Retry-After", CountingWaiting.start.adding(seconds: 30).httpDate)], 30),
        ([Header("X-Reset", "1780272040")], 40), ([Header("X-Milliseconds", "2500")], 2.5), ([Header("Retry-After", "soon")], 0.75), ([Header("Retry-After", "-5")], 0.75), ([], 0.75),
        ([Header("Retry-After", CountingWaiting.start.adding(seconds: -30).httpDate)], 0.75),
    ] as [([Header], Double)])
    func hints(_ headers: [Header], _ seconds: Double) async throws {
        let inner = ScriptedExchange([.success(.json("", status: 429, headers)), .success(.json("{}"))])
        let hints = [Limits.Hint(header: "X-Reset", unit: .epochSeconds), Limits.Hint(header: "X-Milliseconds", unit: .milliseconds)]
        _ = try await retry(inner, hints: hints).send(try HTTPRequest.get("https://a.test/"))
        #expect(waiting.waits == [.seconds(max(seconds, 0.75))])
    }

    @Test("nobody waits an hour inside a run") func patience() async throws {
        let inner = ScriptedExchange([.success(.json("", status: 429, [Header("Retry-After", "3600")]))])
        let request = try HTTPRequest.get("https://a.test/")
        let error = await exchangeError { _ = try await retry(inner).send(request) }
        guard case .exhausted(_, let after)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(after == .seconds(3_600))
        #expect(waiting.waits == [])
    }

    @Test("a success that is not what was asked for is asked for again") func accepts() async throws {
        let inner = ScriptedExchange([.success(.json("half")), .success(.json("whole"))])
        var request = try HTTPRequest.get("https://a.test/")
        request.accepts = { $0.body == Array("whole".utf8) }
        let response = try await retry(inner).send(request)
        #expect(response.body == Array("whole".utf8))
    }
}

@Suite struct PacerTests {
    private let waiting = CountingWaiting()

    @Test("so many requests a minute as the vendor allows, and no waiting below") func perMinute() async throws {
        var limits = Limits()
        limits.perMinute = 30
        let pacer = Pacer(ScriptedExchange([.success(.json("{}"))]), limits: limits, waiting: waiting)
        let request = try HTTPRequest.get("https://a.test/")
        for _ in 0..<4 { _ = try await pacer.send(request) }
        #expect(waiting.waits == [.seconds(2), .seconds(2), .seconds(2)])
    }

    @Test("when none are left, the next request waits for the reset") func remaining() async throws {
        var limits = Limits()
        limits.remaining = "X-Left"
        limits.hints = [Limits.Hint(header: "X-Reset", unit: .seconds)]
        let answers: [HTTPResponse] = [.json("{}", [Header("X-Left", "1")]), .json("{}", [Header("X-Left", "0"), Header("X-Reset", "12")]), .json("{}", [Header("x-left", "0")])]
        let pacer = Pacer(ScriptedExchange(answers.map { .success($0) }), limits: limits, waiting: waiting)
        let request = try HTTPRequest.get("https://a.test/")
        for _ in 0..<4 { _ = try await pacer.send(request) }
        #expect(waiting.waits == [.seconds(12), .seconds(1)])
    }
}
