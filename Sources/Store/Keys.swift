internal import Crypto
import Synchronization
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The key, fetched when it is first needed, and again when it has been exchanged.
final class Keys: Sendable {
    let source: KeySource
    private let known = Mutex<SymmetricKey?>(nil)

    init(_ source: KeySource) { self.source = source }

    /// What the key is wanted for.
    enum Need {
        /// No secret is stored, so any key will do, and a new one may be made.
        case nothing
        /// Secrets that only the key with this fingerprint opens; nil: not known.
        case sealed(under: String?)

        func isMet(by key: SymmetricKey) -> Bool {
            switch self {
            case .nothing, .sealed(under: nil): true
            case .sealed(let fingerprint?): Keys.fingerprint(key) == fingerprint
            }
        }
    }

    func key(_ need: Need) throws(StoreError) -> SymmetricKey {
        if let key = known.withLock({ $0 }), need.isMet(by: key) { return key }
        let key = try fetch(need)
        guard need.isMet(by: key) else {
            throw .keyUnavailable("The key \(place) is not the one that the stored secrets were sealed with. Give the agent the right one; if that is lost, 'staffetta rekey --forget-secrets' erases them, and the integrations have to be reconnected.")
        }
        known.withLock { $0 = key }
        return key
    }

    private func fetch(_ need: Need) throws(StoreError) -> SymmetricKey {
        switch source {
        // One that this process has made is known already.
        case .memory: return SymmetricKey(size: .bits256)
        case .environment(let name):
            guard let value = getenv(name) else { throw .keyUnavailable("The environment variable \(name), which should hold the key, is not set.") }
            return try Keys.parse(String(cString: value), from: "the environment variable \(name)")
        case .command(let command): return try Keys.parse(output(of: command), from: "the key command's output")
        case .descriptor(let number): return try Keys.parse(contents(of: number), from: "what file descriptor \(number) gives")
        case .file(let path): return try KeyFile(path).key(need)
        }
    }

    private var place: String {
        switch source {
        case .file(let path): "in \(path)"
        case .environment(let name): "in the environment variable \(name)"
        case .command: "that the key command prints"
        case .descriptor(let number): "from file descriptor \(number)"
        case .memory: "in memory"
        }
    }

    private func output(of command: String) throws(StoreError) -> String {
        guard let stream = popen(command, "r") else { throw .keyUnavailable("The key command cannot be started.") }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = fread(&bytes, 1, bytes.count, stream)
        guard pclose(stream) == 0 else { throw .keyUnavailable("The key command failed.") }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    private func contents(of descriptor: Int32) throws(StoreError) -> String {
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 256)
        while bytes.count < 256 {
            let count = read(descriptor, &part, part.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw .keyUnavailable("The key cannot be read from file descriptor \(descriptor): \(String(cString: strerror(errno))). It is read once; start the agent again.")
            }
            if count == 0 { break }
            bytes += part.prefix(count)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func parse(_ text: String, from origin: String) throws(StoreError) -> SymmetricKey {
        let digits = text.filter { !$0.isWhitespace }.compactMap(\.hexDigitValue)
        guard digits.count == 64, text.filter({ !$0.isWhitespace }).count == 64 else {
            throw .keyUnavailable("There is no key of 64 hexadecimal digits in \(origin).")
        }
        return SymmetricKey(data: stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }

    static func text(_ key: SymmetricKey) -> String {
        key.withUnsafeBytes { bytes in
            bytes.map { byte in String(byte >> 4, radix: 16) + String(byte & 15, radix: 16) }.joined()
        }
    }
}
