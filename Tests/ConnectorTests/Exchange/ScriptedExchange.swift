import Synchronization

@testable import Connectors

/// Answers what it was told, one after the other; the last one for ever.
final class ScriptedExchange: Exchange {
    private let answers: Mutex<[Result<HTTPResponse, ExchangeError>]>
    private let sent = Mutex<[HTTPRequest]>([])

    init(_ answers: [Result<HTTPResponse, ExchangeError>]) { self.answers = Mutex(answers) }

    var requests: [HTTPRequest] { sent.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws(ExchangeError) -> HTTPResponse {
        sent.withLock { $0.append(request) }
        let answer = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        return try answer.get()
    }
}

extension HTTPRequest {
    /// nil-free: the tests' addresses are good.
    static func get(_ text: String) throws -> HTTPRequest {
        struct NoAddress: Error {}
        guard let address = Address(text) else { throw NoAddress() }
        return HTTPRequest(address: address)
    }
}

extension HTTPResponse {
    static func json(_ text: String, status: Int = 200, _ headers: [Header] = []) -> HTTPResponse { HTTPResponse(status: status, headers: headers, body: Array(text.utf8)) }
}

/// What an exchange refuses with.
func exchangeError(_ body: () async throws -> Void) async -> ExchangeError? {
    do {
        try await body()
        return nil
    } catch { return error as? ExchangeError }
}
