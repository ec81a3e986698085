import JSON
import Synchronization

/// Requests and their answers, as they were once, without secrets: a JSON line each.
struct Cassette: Sendable {
    struct Interaction: Sendable {
        var method, target: String
        var response: HTTPResponse
    }

    var interactions: [Interaction] = []

    init() {}

    init(_ text: String) throws(JSONError) {
        for line in text.split(separator: "\n") where !line.isEmpty {
            let value = try JSONValue(parsing: Array(line.utf8))
            let headers = value["headers"]?.object?.members.map { Header($0.name, $0.value.string ?? "") } ?? []
            interactions.append(
                Interaction(
                    method: value["method"]?.string ?? "", target: value["target"]?.string ?? "",
                    response: HTTPResponse(status: value["status"]?.int ?? 0, headers: headers, body: Array((value["body"]?.string ?? "").utf8))))
        }
    }

    /// Bodies that are not UTF-8 lose what is not.
    var text: String {
        interactions.map { interaction in
            let headers = JSONObject(interaction.response.headers.map { ($0.name, .string($0.value)) })
            let value: JSONValue = [
                "method": .string(interaction.method), "target": .string(interaction.target), "status": JSONValue(interaction.response.status),
                "headers": .object(headers), "body": .string(String(decoding: interaction.response.body, as: UTF8.self)),
            ]
            return value.text + "\n"
        }.joined()
    }
}

/// Writes down what goes through it. What it keeps holds people's data: it is for making tests of invented people.
final class Recorder: Exchange {
    private let inner: any Exchange
    private let redactor: Redactor
    private let kept = Mutex(Cassette())

    init(_ inner: any Exchange, redactor: Redactor) {
        self.inner = inner
        self.redactor = redactor
    }

    var cassette: Cassette { kept.withLock { $0 } }

    func send(_ request: HTTPRequest) async throws(ExchangeError) -> HTTPResponse {
        let response = try await inner.send(request)
        var shown = response
        shown.body = Array(redactor.without(String(decoding: response.body, as: UTF8.self)).utf8)
        shown.headers = response.headers.filter { $0.name.lowercased() != "set-cookie" }.map { Header($0.name, redactor.without($0.value)) }
        let interaction = Cassette.Interaction(method: request.method, target: redactor.without(request.address.target).replacing("…", with: "%E2%80%A6"), response: shown)
        kept.withLock { $0.interactions.append(interaction) }
        return response
    }
}

/// Answers as a cassette says, each interaction once, in order among those alike.
final class Replayer: Exchange {
    private let left: Mutex<[Cassette.Interaction]>

    init(_ cassette: Cassette) { left = Mutex(cassette.interactions) }

    func send(_ request: HTTPRequest) async throws(ExchangeError) -> HTTPResponse {
        let found = left.withLock { left -> HTTPResponse? in
            guard let place = left.firstIndex(where: { $0.method == request.method && $0.target == request.address.target }) else { return nil }
            return left.remove(at: place).response
        }
        guard let found else { throw .refused("The cassette has no answer (any more) to \(request.method) \(request.address.target).") }
        return found
    }
}
