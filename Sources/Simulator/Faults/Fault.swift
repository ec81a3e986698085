/// Something that goes wrong, for which requests: `KIND[:FIRST[-[LAST]]][@SCOPE][=VALUE]`, e.g. `serverError:3`, `slow:2-@detail=5`.
public struct Fault: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// 401: our key is wrong, or the token is.
        case unauthorized
        /// 401: the customer's credentials at the HR system behind a unified API; elsewhere the same as `unauthorized`.
        case customerUnauthorized
        /// 403.
        case forbidden
        /// 404 as the vendor writes it for a connection or a list that is not there.
        case notFound
        /// 402: the plan's requests are used up.
        case paymentRequired
        /// 429 without any hint.
        case rateLimited
        /// 429 with `Retry-After: VALUE` (1).
        case rateLimitedSeconds
        /// 429 with `Retry-After` as an HTTP date, VALUE seconds from now (1).
        case rateLimitedDate
        /// 429 with the vendor's own headers, VALUE seconds from now (1).
        case rateLimitedHeaders
        /// Status VALUE (500).
        case serverError
        /// The connection is reset (TCP RST) before anything was answered.
        case reset
        /// The connection closes in the middle of the body.
        case cutOff
        /// A complete answer whose JSON ends in the middle.
        case truncatedJSON
        /// JSON of another shape, with status 200.
        case wrongJSON
        /// A web page, with status 200.
        case html
        /// The answer comes after VALUE seconds (2).
        case slow
        /// 302 to VALUE (the same port under the other of the names 127.0.0.1 and localhost).
        case redirect
        /// The next page is this page.
        case cursorLoop
        /// 400: the cursor is not valid any more.
        case cursorExpired
        /// The last page comes too early, the count still promises everybody.
        case countNotReached
        /// The count is VALUE (what is on this page).
        case lyingTotal
        /// The page repeats the last person of the page before.
        case repeatedPeople
        /// The page begins one person early and lacks its own last one: somebody is never delivered.
        case shiftedPage
        /// A page without people that names a next one; nobody is lost.
        case emptyPage
        /// Nobody is there, and that is all.
        case emptyList
        /// The next link points to another host.
        case foreignNext
        /// The field VALUE (manager) of every person is missing, with the vendor's warning if it has one.
        case partialSuccess
        /// The list lacks what only the call for one person has.
        case thinList
        /// SCIM: the list pages by cursor though it was asked by index, as servers may that know nothing else (RFC 9865 section 2).
        case cursorOnly
        /// SCIM: `active` is "True" or "False", as some servers store it.
        case stringBooleans
        /// The user says no on the authorization page.
        case denied
    }

    /// Which requests the fault counts and meets.
    public enum Scope: String, Sendable, CaseIterable {
        /// The list of people.
        case list
        /// One person, or what belongs to one.
        case detail
        /// A token endpoint.
        case token
        /// An authorization page.
        case authorize
        /// Every other request: fields, look-up tables, connections.
        case other
        /// All of them.
        case any
    }

    public var kind: Kind
    /// The first request of the scope, counted from 1 since the fault was set, and the last; nil: for ever.
    public var first: Int
    public var last: Int?
    public var scope: Scope
    public var value: String?

    public init(_ kind: Kind, first: Int = 1, last: Int? = nil, scope: Scope? = nil, value: String? = nil) {
        self.kind = kind
        self.first = first
        self.last = last
        self.scope = scope ?? (kind == .denied ? .authorize : .list)
        self.value = value
    }

    /// Reads the form above.
    public init(_ text: String) throws(FaultError) {
        let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let scoped = halves[0].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let counted = scoped[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let kind = Kind(rawValue: String(counted[0])) else {
            throw FaultError(text: text, reason: "no such fault; there are \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        var scope: Scope?
        if scoped.count > 1 {
            guard let named = Scope(rawValue: String(scoped[1])) else {
                throw FaultError(text: text, reason: "behind @ stands one of \(Scope.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            scope = named
        }
        self.init(kind, scope: scope, value: halves.count > 1 ? String(halves[1]) : nil)
        if counted.count > 1 {
            let ends = counted[1].split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count <= 2, let first = Int(ends[0]), first > 0 else {
                throw FaultError(text: text, reason: "behind : stands a request's number from 1, or two with - between them")
            }
            self.first = first
            last = ends.count == 1 ? first : Int(ends[1])
            if ends.count == 2, !ends[1].isEmpty, (last ?? 0) < first {
                throw FaultError(text: text, reason: "the last request comes before the first")
            }
        }
        if let value, Self.takesNumber.contains(kind), Double(value).map({ $0 >= 0 && $0 < 1_000_000 }) != true {
            throw FaultError(text: text, reason: "behind = stands a number")
        }
    }

    private static let takesNumber: Set<Kind> = [.rateLimitedSeconds, .rateLimitedDate, .rateLimitedHeaders, .serverError, .slow, .lyingTotal]

    /// The value as a number.
    func number(or usual: Double) -> Double { value.flatMap(Double.init) ?? usual }
}

extension Fault: CustomStringConvertible {
    /// The form that `init(_:)` reads.
    public var description: String {
        let range = last == first ? ":\(first)" : first == 1 && last == nil ? "" : ":\(first)-\(last.map(String.init) ?? "")"
        return kind.rawValue + range + "@" + scope.rawValue + (value.map { "=" + $0 } ?? "")
    }
}

/// A fault that cannot be read.
public struct FaultError: Error, Equatable, CustomStringConvertible {
    public let text: String
    public let reason: String

    public var description: String { "\(text): \(reason)" }
}
