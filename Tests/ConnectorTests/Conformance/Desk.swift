import JSON
import Provisioning
import Synchronization

/// A vendor's server with its samples, and what goes wrong with it.
final class Desk: Sendable {
    struct State: Sendable {
        var fault: ConformanceFault?
        /// The list requests that the fault meets, from 1.
        var meets: ClosedRange<Int> = 1...1
        var lists = 0
        /// How often a token was given.
        var tokens = 0
    }

    let vendor: Vendor
    private let state = Mutex(State())
    /// Where a redirect or a foreign link leads.
    let elsewhere: String

    init(_ vendor: Vendor, elsewhere: String) {
        self.vendor = vendor
        self.elsewhere = elsewhere
    }

    func arm(_ fault: ConformanceFault, meets: ClosedRange<Int>) { state.withLock { ($0.fault, $0.meets, $0.lists) = (fault, meets, 0) } }

    var listsAsked: Int { state.withLock { $0.lists } }

    /// `token-1`, `token-2`, …: only the newest is good.
    func newToken() -> String {
        state.withLock { state in
            state.tokens += 1
            return "token-\(state.tokens)"
        }
    }

    private var armed: ConformanceFault? { state.withLock { $0.meets.contains($0.lists) ? $0.fault : nil } }

    func reply(_ request: HTTPServer.Request) -> HTTPServer.Reply {
        let isList = request.path == vendor.listPath && vendor.isList(request)
        if isList {
            state.withLock { $0.lists += 1 }
            if let reply = armed?.reply(self) { return reply }
        }
        guard let reply = vendor.answer(request, self) else { return .json(["error": "there is no such path"], status: 404) }
        if isList, case .answer(let status, let headers, let body) = reply {
            switch armed {
            case .truncatedJSON: return .answer(status: status, headers: headers, body: Array(body.prefix(body.count / 2)))
            case .cutOff: return .cutOff(Array(body.prefix(body.count / 2)))
            default: break
            }
        }
        return reply
    }

    struct Page: Sendable {
        var samples: [Sample]
        /// Where the next page begins; nil: this is the last.
        var next: Int?
        var total: Int
    }

    /// The samples from a place on, as the vendor lists them, with what the fault does to them.
    func page(from start: Int, limit: Int, of all: [Sample] = Sample.all) -> Page {
        let end = min(all.count, start + limit)
        var page = Page(samples: start < end ? Array(all[start..<end]) : [], next: end < all.count ? end : nil, total: all.count)
        switch armed {
        case .pageLoop:
            // This page once more, and for ever.
            page.next = start
            if start > 0 { page.samples = Array(all[max(0, start - limit)..<start]) }
        case .countNotReached:
            page.samples = Array(page.samples.dropLast())
            page.next = nil
        case .repeatedPeople: if start > 0, !page.samples.isEmpty { page.samples.insert(all[start - 1], at: 0) }
        default: break
        }
        return page
    }

    /// Whether this answer is a success with warnings.
    var isPartial: Bool { armed == .partial }
}

/// What can go wrong with any vendor (R-SAFE-4, R-SAFE-5).
enum ConformanceFault: Sendable, Equatable {
    case status(Int)
    /// The customer's credentials at the system behind a unified API.
    case customerUnauthorized
    case rateLimited(Hint)
    case reset, cutOff, truncatedJSON, wrongJSON, html, silence, redirect
    /// The page before again and again.
    case pageLoop
    case countNotReached
    case repeatedPeople
    case partial

    enum Hint: Sendable, Equatable {
        case none
        case seconds(Int)
        /// Seconds from now, as a date.
        case date(Int)
        /// The vendor's own header.
        case vendor(Int)
    }

    fileprivate func reply(_ desk: Desk) -> HTTPServer.Reply? {
        switch self {
        case .status(let status): desk.vendor.refusal(status)
        case .customerUnauthorized: desk.vendor.customerRefusal
        case .rateLimited(let hint): .json(["message": "slow down"], status: 429, headers: headers(hint, desk.vendor))
        case .reset: .reset
        case .silence: .silence
        case .html: .answer(status: 200, body: Array("<html><body>We are back soon</body></html>".utf8))
        case .wrongJSON: .json(["unexpected": [1, 2, 3]])
        case .redirect: .json([:], status: 302, headers: [("Location", desk.elsewhere + "/stolen")])
        case .cutOff, .truncatedJSON, .pageLoop, .countNotReached, .repeatedPeople, .partial: nil
        }
    }

    private func headers(_ hint: Hint, _ vendor: Vendor) -> [(String, String)] {
        switch hint {
        case .none: []
        case .seconds(let seconds): [("Retry-After", String(seconds))]
        case .date(let seconds): [("Retry-After", CountingWaiting.start.adding(seconds: Int64(seconds)).httpDate)]
        case .vendor(let seconds): vendor.hint.map { [($0, String(CountingWaiting.start.milliseconds / 1000 + Int64(seconds)))] } ?? []
        }
    }
}
