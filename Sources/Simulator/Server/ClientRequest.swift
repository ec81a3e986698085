import Foundation
import Hummingbird
import JSON

/// What a client sent, read to its end.
struct ClientRequest: Sendable {
    let method: String
    /// Percent-decoded, without the leading slash: `["hris", "employees", "7"]`.
    let segments: [String]
    let path: String
    /// As it was written, without the question mark; nil: none.
    let rawQuery: String?
    let query: Query
    let headers: HTTPFields
    let body: [UInt8]
    /// Scheme, host and port as the client wrote them, e.g. `http://127.0.0.1:8080`.
    let base: String
    let host: String

    init(_ request: Request, body: [UInt8], scheme: String) {
        method = request.method.rawValue
        path = request.uri.path
        segments = path.split(separator: "/", omittingEmptySubsequences: true).map { $0.removingPercentEncoding ?? String($0) }
        rawQuery = request.uri.query
        query = Query(rawQuery ?? "")
        headers = request.headers
        self.body = body
        host = request.head.authority ?? "127.0.0.1"
        base = "\(scheme)://\(host)"
    }

    func header(_ name: String) -> String? { HTTPFields.Element.Name(name).flatMap { headers[$0] } }

    /// The body as JSON; nil if it is none.
    var json: JSONValue? { try? JSONValue(parsing: body) }

    /// The body as a form (`application/x-www-form-urlencoded`).
    var form: Query { Query(String(decoding: body, as: UTF8.self)) }

    /// Name and password of HTTP Basic.
    var basic: (name: String, password: String)? {
        guard let value = credentials("Basic"), let bytes = Data(base64Encoded: value) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { return nil }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }

    var bearer: String? { credentials("Bearer") }

    /// The scheme of `Authorization` without its secret; nil: there is no such header.
    var authorizationScheme: String? {
        header("Authorization").map { String($0.prefix { $0 != " " }) }
    }

    private func credentials(_ scheme: String) -> String? {
        guard let value = header("Authorization"), value.lowercased().hasPrefix(scheme.lowercased() + " ") else { return nil }
        return value.dropFirst(scheme.count + 1).trimmingCharacters(in: .whitespaces)
    }
}

/// The parameters of a query or a form, in their order.
struct Query: Sendable {
    let items: [(name: String, value: String)]

    init(_ text: String) {
        items = text.split(separator: "&").map { item in
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(Self.decoded)
            return (parts[0], parts.count > 1 ? parts[1] : "")
        }
    }

    /// The first value of that name.
    subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    func all(_ name: String) -> [String] { items.filter { $0.name == name }.map(\.value) }

    /// The parts of a comma list; nil: there is no such parameter.
    func list(_ name: String) -> [String]? {
        self[name]?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacingOccurrences(of: "+", with: " ")
        return spaced.removingPercentEncoding ?? spaced
    }
}
