import Foundation

/// From a host's name to its addresses.
protocol Resolver: Sendable {
    func addresses(of host: String) async throws(ExchangeError) -> [String]
}

/// As the system resolves names, in its order.
struct SystemResolver: Resolver {
    func addresses(of host: String) async throws(ExchangeError) -> [String] {
        let found: [String]? = await withCheckedContinuation { continuation in
            // It blocks, for seconds if need be.
            DispatchQueue.global().async { continuation.resume(returning: Self.look(up: host)) }
        }
        guard let found, !found.isEmpty else { throw .unreachable("The name \(host) cannot be resolved.") }
        return found
    }

    private static func look(up host: String) -> [String]? {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0 else { return nil }
        defer { freeaddrinfo(list) }
        var addresses: [String] = []
        var next = list
        while let entry = next?.pointee {
            var buffer = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            if getnameinfo(entry.ai_addr, entry.ai_addrlen, &buffer, socklen_t(buffer.count), nil, 0, NI_NUMERICHOST) == 0 {
                let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                if !addresses.contains(text) { addresses.append(text) }
            }
            next = entry.ai_next
        }
        return addresses
    }
}
