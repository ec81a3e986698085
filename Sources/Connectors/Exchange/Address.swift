import Foundation

/// A URL that can be called: http or https, a host, no user information, no fragment.
struct Address: Sendable, Hashable, CustomStringConvertible {
    let scheme: String
    /// In small letters; an IPv6 address without its brackets.
    let host: String
    let port: Int
    /// Percent-encoded, begins with a slash.
    var path: String
    /// Percent-encoded, without the question mark.
    var query: String?

    /// nil: `text` is no such URL.
    init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), scheme == "https" || scheme == "http",
            let host = parts.host?.lowercased(), !host.isEmpty, parts.user == nil, parts.password == nil, parts.fragment == nil,
            parts.port.map({ (1...65_535).contains($0) }) ?? true
        else { return nil }
        self.scheme = scheme
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        port = parts.port ?? (scheme == "https" ? 443 : 80)
        path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        query = parts.percentEncodedQuery
    }

    var origin: Origin { Origin(scheme: scheme, host: host, port: port) }

    var target: String { path + (query.map { "?" + $0 } ?? "") }

    var description: String { origin.description + target }

    /// An address that an answer names, read as a browser would from here; nil: it is none.
    func resolving(_ reference: String) -> Address? {
        URL(string: description).flatMap { URL(string: reference, relativeTo: $0)?.absoluteString }.flatMap(Address.init)
    }
}

/// Who answers: connections, secrets and pins belong to it.
struct Origin: Sendable, Hashable, CustomStringConvertible {
    let scheme, host: String
    let port: Int

    var description: String {
        let host = host.contains(":") ? "[\(host)]" : host
        return port == (scheme == "https" ? 443 : 80) ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
    }
}
