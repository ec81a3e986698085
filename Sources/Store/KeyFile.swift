internal import Crypto

/// A key in a file, for its owner only.
///
/// It is exchanged in four steps, each of which a crash may follow: the new key is written beside it (`.new`); the secrets are sealed under that in
/// one transaction; the old file keeps the old key under another name (`.old-` and its fingerprint); the new file takes the name. Whoever needs a
/// key meanwhile finds it under one of the three names, by its fingerprint, and does the steps that are missing.
struct KeyFile {
    private let path: String

    init(_ path: String) { self.path = Files.resolved(path) }

    private var next: String { path + ".new" }
    private func kept(_ fingerprint: String) -> String { "\(path).old-\(fingerprint)" }

    func key(_ need: Keys.Need) throws(StoreError) -> SymmetricKey {
        let isThere = Files.exists(path)
        if isThere {
            let key = try read(path)
            if need.isMet(by: key) { return key }
        }
        switch need {
        case .nothing: return try make(path)
        case .sealed(let fingerprint):
            if fingerprint != nil, Files.exists(next), let key = try? read(next), need.isMet(by: key) {
                try settle()
                return key
            }
            // A backup from before the exchange is opened with the key of its time.
            if let fingerprint, Files.exists(kept(fingerprint)) { return try read(kept(fingerprint)) }
            if isThere { return try read(path) }
            throw .keyUnavailable("The key file \(path) is missing, and without it the stored secrets cannot be opened. Put it back; if it is lost, 'staffetta rekey --forget-secrets' erases them, and the integrations have to be reconnected.")
        }
    }

    /// The first step. Nothing is sealed under what an earlier exchange may have left here.
    func makeNext() throws(StoreError) -> SymmetricKey {
        Files.remove(next)
        return try make(next)
    }

    /// The last steps; done already is as good.
    func settle() throws(StoreError) {
        guard Files.exists(next) else { return }
        if Files.exists(path) { Files.link(path, as: kept(Keys.fingerprint(try read(path)))) }
        do { try Files.settle(next, as: path) } catch { if Files.exists(next) { throw error } }
    }

    private func make(_ path: String) throws(StoreError) -> SymmetricKey {
        let key = SymmetricKey(size: .bits256)
        do {
            try Files.writeNew(Array((Keys.text(key) + "\n").utf8), to: path)
            try Files.syncFolder(of: path)
        } catch {
            throw .keyUnavailable("The key file cannot be made. \(error.text)")
        }
        return key
    }

    private func read(_ path: String) throws(StoreError) -> SymmetricKey {
        // Refused and not tightened: the key may have been read by others already, and somebody should know.
        guard let mode = Files.mode(of: path), mode & 0o077 == 0 else {
            throw .keyUnavailable("The key file \(path) can be read by others. If it is still a secret, run: chmod 600 \(path)")
        }
        let bytes: [UInt8]
        do { bytes = try Files.contents(of: path, limit: 256) } catch { throw .keyUnavailable("The key file cannot be read. \(error.text)") }
        return try Keys.parse(String(decoding: bytes, as: UTF8.self), from: path)
    }
}

extension StoreError {
    /// The words of an error that has some.
    fileprivate var text: String {
        switch self {
        case .unavailable(let message), .keyUnavailable(let message), .damaged(let message), .invalid(let message), .notFound(let message): message
        case .full: "The disk is full."
        case .locked, .tooNew, .taken, .runInProgress: "\(self)"
        }
    }
}
