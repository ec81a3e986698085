import NIOSSL

/// Whose certificates are believed: those of the authorities that the system knows, or of those in the file that the environment names.
struct Trust: Sendable, Equatable {
    /// A file in PEM, in place of the system's authorities, as curl and OpenSSL understand `SSL_CERT_FILE`; nil: the system's.
    let file: String?

    init(environment: [String: String]) { file = environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 } }

    var configuration: TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        if let file { configuration.trustRoots = .file(file) }
        return configuration
    }

    /// Why nothing is sent to `origin`, and what to do; nil: `error` is not about certificates.
    func explanation(of error: any Error, _ origin: Origin) -> String? {
        switch error {
        case NIOSSLError.handshakeFailed(let cause) where "\(cause)".contains("CERTIFICATE_VERIFY_FAILED"):
            let authorities = file.map { "in \($0) (SSL_CERT_FILE)" } ?? "that this system knows"
            return "The certificate of \(origin) is not trusted, and nothing was sent: it has expired, or no authority \(authorities) has signed it. "
                + "For an authority of your own, add it to the system's, or let SSL_CERT_FILE name a file with its certificate."
        case let error as NIOSSLExtraError where error == .failedToValidateHostname:
            return "The certificate of \(origin) is for another host, and nothing was sent. Correct the address, or have the server's certificate mended."
        case NIOSSLError.failedToLoadCertificate, NIOSSLError.noSuchFilesystemObject, BoringSSLError.unknownError:
            guard let file else { return "The system's certificate authorities cannot be read, so \(origin) cannot be trusted. Install them (ca-certificates)." }
            return "SSL_CERT_FILE names \(file), which cannot be read as certificates in PEM, so \(origin) cannot be trusted."
        default: return nil
        }
    }
}
