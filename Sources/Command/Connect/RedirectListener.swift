import Foundation

/// Waits on 127.0.0.1 for the browser that an HRIS sends back (RFC 8252, 7.3).
final class RedirectListener {
    /// What came with the browser, and the browser, which waits for its page.
    struct Arrival {
        var parameters: [String: String]
        fileprivate var socket: Int32

        func show(_ title: String, _ message: String, isError: Bool = false) {
            RedirectListener.answer(socket, RedirectPage.text(status: isError ? "400 Bad Request" : "200 OK", title: title, message: message))
        }
    }

    /// What was waited for, or what somebody typed meanwhile.
    enum Event {
        case arrival(Arrival)
        case typed
        case timedOut
    }

    let port: UInt16
    var redirectURI: String { "http://127.0.0.1:\(port)/callback" }

    private let listening: Int32
    /// Browsers open more connections than they use.
    private var open: [Int32: [UInt8]] = [:]
    private static let longestRequest = 32 << 10, mostConnections = 16

    /// `port` 0: one that is free.
    init(port: UInt16) throws {
        let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        var yes: Int32 = 1
        setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout.size(ofValue: yes)))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listening, $0, length) == 0 && getsockname(listening, $0, &length) == 0 }
        }
        guard listening >= 0, isBound, listen(listening, 8) == 0 else {
            let reason = String(cString: strerror(errno))
            if listening >= 0 { close(listening) }
            throw Trouble("Cannot listen on 127.0.0.1:\(port): \(reason). Choose another port with --port.")
        }
        self.listening = listening
        self.port = UInt16(bigEndian: address.sin_port)
    }

    deinit {
        for socket in open.keys { close(socket) }
        close(listening)
    }

    /// The next redirect to `/callback`. Others are told that they are wrong here. `input`: a descriptor to watch besides.
    func next(until deadline: ContinuousClock.Instant, watching input: Int32?) -> Event {
        while true {
            let left = (deadline - .now) / .milliseconds(1)
            if left <= 0 { return .timedOut }
            var waits = ([listening] + open.keys + [input].compactMap(\.self)).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&waits, nfds_t(waits.count), Int32(min(left, 60_000))) > 0 else { continue }
            for wait in waits where wait.revents != 0 {
                if wait.fd == input { return .typed }
                if wait.fd == listening { admit() } else if let arrival = receive(wait.fd) { return .arrival(arrival) }
            }
        }
    }

    private func admit() {
        let socket = accept(listening, nil, nil)
        guard socket >= 0 else { return }
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        _ = fcntl(socket, F_SETFL, O_NONBLOCK)
        if open.count >= Self.mostConnections { close(socket) } else { open[socket] = [] }
    }

    /// nil: not all is there yet, or it was not for us and has been answered.
    private func receive(_ socket: Int32) -> Arrival? {
        var part = [UInt8](repeating: 0, count: 4096)
        let count = recv(socket, &part, part.count, 0)
        if count < 0, errno == EAGAIN || errno == EINTR { return nil }
        let request = (open[socket] ?? []) + part.prefix(max(0, count))
        guard count > 0, request.count <= Self.longestRequest else {
            open[socket] = nil
            close(socket)
            return nil
        }
        open[socket] = request
        let text = String(decoding: request, as: UTF8.self)
        guard text.contains("\r\n\r\n") else { return nil }
        open[socket] = nil
        guard let parameters = parameters(of: text) else {
            Self.answer(socket, RedirectPage.text(status: "404 Not Found", title: "Nothing here", message: "Staffetta waits for the HR system to send you back."))
            return nil
        }
        return Arrival(parameters: parameters, socket: socket)
    }

    /// nil: not the redirect. The host must be ours, or else a foreign page could reach in under a name of its own.
    private func parameters(of request: String) -> [String: String]? {
        let lines = request.split(separator: "\r\n")
        let words = (lines.first ?? "").split(separator: " ")
        let host = lines.dropFirst().first { $0.lowercased().hasPrefix("host:") }?.dropFirst(5).trimmingCharacters(in: .whitespaces)
        guard words.count == 3, words[0] == "GET", host == "127.0.0.1:\(port)" || host == "localhost:\(port)" else { return nil }
        return Self.parameters(ofRedirect: "http://127.0.0.1\(words[1])", path: "/callback")
    }

    /// What a redirect carries; nil: it has another path or carries nothing.
    static func parameters(ofRedirect address: String, path: String? = nil) -> [String: String]? {
        guard var parts = URLComponents(string: address), path == nil || parts.path == path else { return nil }
        // As forms are encoded.
        parts.percentEncodedQuery = parts.percentEncodedQuery?.replacing("+", with: "%20")
        let items = parts.queryItems ?? []
        guard items.contains(where: { $0.name == "state" || $0.name == "code" || $0.name == "error" }) else { return nil }
        return Dictionary(items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
    }

    fileprivate static func answer(_ socket: Int32, _ text: String) {
        let bytes = Array(text.utf8)
        // Small enough for the socket's buffer.
        _ = send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        shutdown(socket, Int32(SHUT_WR))
        close(socket)
    }
}
