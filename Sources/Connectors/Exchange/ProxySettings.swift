import Foundation

/// The proxy that the environment names, as curl understands it.
struct ProxySettings: Sendable, Equatable {
    struct Server: Sendable, Equatable {
        var host: String
        var port: Int
        var user, password: String?
    }

    private let https, http: Server?
    private let exceptions: [String]

    init(environment: [String: String]) {
        func value(_ names: String...) -> String? { names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } }
        https = value("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY").flatMap(Self.server)
        // Only in small letters: a web server would set HTTP_PROXY from a request's header.
        http = value("http_proxy", "all_proxy", "ALL_PROXY").flatMap(Self.server)
        exceptions = (value("no_proxy", "NO_PROXY") ?? "").lowercased().split { $0 == "," || $0 == " " }.map(String.init)
    }

    /// nil: straight there.
    func server(for origin: Origin) -> Server? {
        let isExcepted = exceptions.contains { exception in
            let name = exception.hasPrefix(".") ? String(exception.dropFirst()) : exception
            return exception == "*" || origin.host == name || origin.host.hasSuffix("." + name)
        }
        return isExcepted ? nil : origin.scheme == "https" ? https : http
    }

    private static func server(_ text: String) -> Server? {
        var rest = Substring(text.contains("://") ? String(text.drop { $0 != ":" }.dropFirst(3)) : text)
        if let slash = rest.firstIndex(of: "/") { rest = rest[..<slash] }
        var server = Server(host: "", port: 1080)
        if let at = rest.lastIndex(of: "@") {
            let parts = rest[..<at].split(separator: ":", maxSplits: 1).map { String($0).removingPercentEncoding ?? String($0) }
            server.user = parts.first
            server.password = parts.count > 1 ? parts[1] : ""
            rest = rest[rest.index(after: at)...]
        }
        // The last colon, but not one inside the brackets of an IPv6 address.
        if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("]"), let port = Int(rest[rest.index(after: colon)...]) {
            server.port = port
            rest = rest[..<colon]
        }
        server.host = rest.hasPrefix("[") ? String(rest.dropFirst().dropLast()) : String(rest)
        return server.host.isEmpty ? nil : server
    }
}
