/// What the operator allows connectors to reach, beyond HTTPS on the public internet (`--allow-http`, `--allow-host`).
public struct NetworkPolicy: Sendable, Equatable {
    /// Hosts to which plain HTTP is spoken too; to all others HTTPS only, loopback included.
    private let plain: Set<String>
    /// Hosts that a restricted setup may reach although their address is a loopback, private or link-local one.
    private let inner: Set<String>

    /// Hosts by name or address, in any case, IPv6 with or without brackets.
    public init(allowHTTP: [String] = [], allowHost: [String] = []) {
        plain = Set(allowHTTP.map(NetworkPolicy.host))
        inner = Set(allowHost.map(NetworkPolicy.host))
    }

    func allowsPlainHTTP(to host: String) -> Bool { plain.contains(NetworkPolicy.host(host)) }

    /// Whether `host`, as it stands in an address, may lead a restricted setup to an inner address.
    func allowsInnerAddress(of host: String) -> Bool { inner.contains(NetworkPolicy.host(host)) }

    /// What is wrong with an operator's host; nil: nothing.
    public static func problem(withHost text: String) -> String? {
        let name = host(text)
        let isAddress = name.contains(":") && name.allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
        if isAddress, name.count(where: { $0 == ":" }) > 1 { return nil }
        let isName = !name.isEmpty && name.utf8.allSatisfy { $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        return isName ? nil : "“\(text)” is no host; give its name or address alone, such as hr.example.org or 127.0.0.1."
    }

    private static func host(_ text: String) -> String {
        let text = text.lowercased()
        return text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
    }
}
