internal import Crypto
import Synchronization
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the 256-bit key comes from under which secrets are sealed: 64 hexadecimal digits.
public enum KeySource: Sendable, Equatable {
    /// Made with mode 0600 when it is not there and no secret depends on it yet.
    case file(String)
    /// An environment variable.
    case environment(String)
    /// What a shell command prints.
    case command(String)
    /// A random key that is gone with the process.
    case memory
}

/// The key, fetched when it is first needed.
final class Keys: Sendable {
    private let source: KeySource
    private let known = Mutex<SymmetricKey?>(nil)

    init(_ source: KeySource) { self.source = source }

    /// `mayCreate`: no secret is stored that a new key could not open.
    func key(mayCreate: Bool) throws(StoreError) -> SymmetricKey {
        if let key = known.withLock({ $0 }) { return key }
        let key = try fetch(mayCreate)
        known.withLock { $0 = key }
        return key
    }

    private func fetch(_ mayCreate: Bool) throws(StoreError) -> SymmetricKey {
        switch source {
        case .memory: return SymmetricKey(size: .bits256)
        case .environment(let name):
            guard let value = getenv(name) else { throw .keyUnavailable("The environment variable \(name), which should hold the key, is not set.") }
            return try Keys.parse(String(cString: value), from: "the environment variable \(name)")
        case .command(let command): return try Keys.parse(output(of: command), from: "the key command's output")
        case .file(let path): return try readFile(path, mayCreate)
        }
    }

    private func readFile(_ path: String, _ mayCreate: Bool) throws(StoreError) -> SymmetricKey {
        guard let mode = Files.mode(of: path) else {
            guard mayCreate else { throw .keyUnavailable("The key file \(path) is missing, and without it the stored secrets cannot be opened. Put it back, or reconnect the integrations.") }
            let key = SymmetricKey(size: .bits256)
            do { try Files.writeNew(Array((Keys.text(key) + "\n").utf8), to: path) } catch { throw .keyUnavailable("The key file cannot be made. \(error)") }
            return key
        }
        // Refused and not tightened: the key may have been read by others already, and somebody should know.
        guard mode & 0o077 == 0 else { throw .keyUnavailable("The key file \(path) can be read by others. If it is still a secret, run: chmod 600 \(path)") }
        do {
            return try Keys.parse(String(decoding: Files.contents(of: path, limit: 256), as: UTF8.self), from: path)
        } catch {
            if case .keyUnavailable = error { throw error }
            throw .keyUnavailable("The key file cannot be read. \(error)")
        }
    }

    private func output(of command: String) throws(StoreError) -> String {
        guard let stream = popen(command, "r") else { throw .keyUnavailable("The key command cannot be started.") }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = fread(&bytes, 1, bytes.count, stream)
        guard pclose(stream) == 0 else { throw .keyUnavailable("The key command failed.") }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
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
