import Provisioning

/// Asks again what will pass: broken connections, time-outs, and answers that `judge` calls passing (R-SAFE-5).
struct Retry: Exchange {
    enum Verdict: Sendable {
        case success, refusal, again
        /// A refusal that may pass: once more after so long, then it is the answer.
        case cooling(Duration)
    }

    /// Tries of one request in all.
    static let tries = 6
    /// Longer than this nobody waits inside a run; the next one will find out.
    static let patience = Duration.seconds(600)

    let inner: any Exchange
    let waiting: any Waiting
    /// From 0 to below 1.
    let random: @Sendable () -> Double
    /// Headers besides `Retry-After` that say how long to wait.
    var hints: [Limits.Hint] = []
    let judge: @Sendable (HTTPResponse) -> Verdict

    func send(_ request: HTTPRequest) async throws(ExchangeError) -> HTTPResponse {
        var hasCooled = false
        for attempt in 1... {
            let isLast = attempt >= Self.tries
            var asked: Duration?
            do throws(ExchangeError) {
                let response = try await inner.send(request)
                switch judge(response) {
                case .refusal: return response
                case .success: if request.accepts?(response) ?? true { return response }
                case .again: break
                case .cooling(let pause):
                    if hasCooled || isLast || pause > Self.patience { return response }
                    hasCooled = true
                    asked = pause
                }
                // Vendors send their own headers with every answer; they are about waiting only where there is too much asked.
                if asked == nil, !response.isSuccess { asked = RetryHint.duration(response, [429, 503].contains(response.status) ? hints : [], now: waiting.now) }
                if isLast || asked.map({ $0 > Self.patience }) ?? false { throw .exhausted(response, retryAfter: asked) }
            } catch {
                switch error {
                case .unreachable, .timedOut: if isLast { throw error }
                case .refused, .untrusted, .tooLarge, .exhausted, .cancelled: throw error
                }
            }
            do { try await waiting.wait(max(asked ?? .zero, backoff(attempt))) } catch { throw .cancelled }
        }
        throw .cancelled  // Not reached: the last try returns or throws.
    }

    /// 0.5 s, 1 s, 2 s, … up to 30 s, each with up to as much again, so that many agents do not come back at once.
    private func backoff(_ attempt: Int) -> Duration {
        let base = min(30.0, 0.5 * Double(1 << (attempt - 1)))
        return .milliseconds(Int64((base * (1 + random())) * 1000))
    }
}

/// How long the HRIS asks us to wait.
enum RetryHint {
    /// `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3), else the vendor's own headers; nil: it does not say.
    static func duration(_ response: HTTPResponse, _ hints: [Limits.Hint], now: Timestamp) -> Duration? {
        if let text = response["Retry-After"] {
            if let seconds = Double(text), seconds >= 0, seconds < 1e9 { return .milliseconds(Int64(seconds * 1000)) }
            if let date = HTTPDate.read(text) { return .milliseconds(max(0, date.milliseconds - now.milliseconds)) }
        }
        return hints.lazy.compactMap { hint in response[hint.header].flatMap(Double.init).flatMap { duration($0, hint.unit, now) } }.first
    }

    private static func duration(_ number: Double, _ unit: Limits.Unit, _ now: Timestamp) -> Duration? {
        guard number.isFinite, number >= 0, number < 1e14 else { return nil }
        return switch unit {
        case .seconds: .milliseconds(Int64(number * 1000))
        case .milliseconds: .milliseconds(Int64(number))
        case .epochSeconds: .milliseconds(max(0, Int64(number * 1000) - now.milliseconds))
        case .epochMilliseconds: .milliseconds(max(0, Int64(number) - now.milliseconds))
        }
    }
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`, the one format that may be sent (RFC 9110 section 5.6.7).
enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func read(_ text: String) -> Timestamp? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3]),
            let date = Day(year: year, month: month + 1, day: day)
        else { return nil }
        let time = parts[4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3 else { return nil }
        return Timestamp(milliseconds: (Int64(date.number) * 86_400 + Int64(time[0] * 3600 + time[1] * 60 + time[2])) * 1000)
    }
}
