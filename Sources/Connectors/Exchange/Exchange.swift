/// One HTTP request and its answer. The parts around it (retries, pacing, guards, recording) are exchanges themselves, each around another.
protocol Exchange: Sendable {
    func send(_ request: HTTPRequest) async throws(ExchangeError) -> HTTPResponse
}

/// Why there is no answer at all. An answer of any status is no error here.
enum ExchangeError: Error, Sendable, Equatable {
    /// Nothing was sent: a rule of ours forbids it. Says which and what to do.
    case refused(String)
    /// Nothing was sent: who answered could not prove to be the host. Says why and what to do.
    case untrusted(String)
    /// No connection, a broken one, or an answer that breaks off.
    case unreachable(String)
    case timedOut
    /// The answer is longer than this many bytes.
    case tooLarge(Int)
    /// It went on for as long as is sensible; what the HRIS said last.
    case exhausted(HTTPResponse, retryAfter: Duration?)
    case cancelled
}

struct HTTPRequest: Sendable {
    var method = "GET"
    var address: Address
    var headers: [Header] = []
    var body: [UInt8]?
    /// How long the answer may take; nil: as the connection is set. For answers that hold a whole company.
    var timeout: Duration?
    /// Whether a successful answer is what was asked for; else it is asked for again. nil: every success is.
    var accepts: (@Sendable (HTTPResponse) -> Bool)?
}

struct HTTPResponse: Sendable, Equatable {
    var status: Int
    var headers: [Header] = []
    var body: [UInt8] = []

    /// The first header of this name, in any case.
    subscript(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }

    var isSuccess: Bool { (200..<300).contains(status) }
}

struct Header: Sendable, Equatable {
    var name: String
    var value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
