import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Foundation
import JSON

@testable import Simulator

/// A plain HTTP client that follows nothing, and a simulator to talk to; both end with `body`.
struct Client {
    let simulator: Simulator
    let http: HTTPClient

    static func with(
        _ company: Company, _ options: Simulator.Options = Simulator.Options(), body: (Client) async throws -> Void
    ) async throws {
        let simulator = try await Simulator.start(company: company, options: options)
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: .init(redirectConfiguration: .disallow))
        let result: Result<Void, any Error>
        do { result = .success(try await body(Client(simulator: simulator, http: http))) } catch { result = .failure(error) }
        try await http.shutdown()
        await simulator.stop()
        try result.get()
    }

    struct Reply {
        let status: Int
        let headers: HTTPHeaders
        let body: [UInt8]

        var json: JSONValue? { try? JSONValue(parsing: body) }
    }

    /// `path` begins with a slash, or is a whole URL.
    func send(
        _ method: String = "GET", _ path: String, _ headers: [(String, String)] = [], json: JSONValue? = nil, form: String? = nil
    ) async throws -> Reply {
        var request = HTTPClientRequest(url: path.hasPrefix("/") ? "http://127.0.0.1:\(simulator.port)\(path)" : path)
        request.method = .init(rawValue: method)
        request.headers = HTTPHeaders(headers)
        if let json {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(json.encoded())
        } else if let form {
            request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
            request.body = .bytes(Array(form.utf8))
        }
        let response = try await http.execute(request, timeout: .seconds(20))
        let body = try await response.body.collect(upTo: 64 << 20)
        return Reply(status: Int(response.status.code), headers: response.headers, body: Array(buffer: body))
    }

    // MARK: What each vendor wants to see

    static let apideck = [
        ("Authorization", "Bearer simulator-key"), ("x-apideck-app-id", "simulator-client"), ("x-apideck-consumer-id", "simulator-consumer"),
    ]
    static let bamboohr = [("Authorization", basic("simulator-key", "x")), ("Accept", "application/json")]
    static let hibob = [("Authorization", basic("SERVICE-1", "simulator-secret"))]
    static let scim = [("Authorization", "Bearer simulator-key")]

    static func basic(_ name: String, _ password: String) -> String { "Basic " + Data("\(name):\(password)".utf8).base64EncodedString() }
}

extension Company {
    /// Somebody for each number from 1, who reports to number 1.
    static func people(_ count: Int) throws -> Company {
        let lines = (1...count).map { number in
            """
            {"id": "\(number)", "first_name": "First\(number)", "last_name": "Last\(number)", "emails": [{"email": "p\(number)@example.test", "type": "work"}, \
            {"email": "p\(number)@home.test", "type": "personal"}], "title": "Engineer", "department": "Department \(number % 3)", "employee_number": "E-\(number)", \
            "employment_status": "\(number % 5 == 0 ? "terminated" : "active")", "employment_start_date": "2020-01-\(10 + number % 20)"\
            \(number % 5 == 0 ? ", \"employment_end_date\": \"2026-01-31\"" : ""), "preferred_language": "sv-SE"\(number == 1 ? "" : ", \"manager\": {\"id\": \"1\"}"), \
            "custom_fields": [{"id": "shirt", "name": "T-shirt", "value": "M"}, {"id": "badge", "name": "Badge", "value": true}]}
            """
        }
        return try Company(parsing: Array(lines.joined(separator: "\n").utf8))
    }
}
