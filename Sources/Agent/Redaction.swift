import Foundation
import Provisioning

/// Takes secrets out of what an HRIS says, which may repeat them (R-CON-3, R-CON-4).
struct Redaction: Sendable {
    /// The HRIS's own words are no longer than this.
    static let longest = 300
    private let secrets: [String]

    /// Also as they stand in URLs and JSON. What is shorter than four characters is no secret and would garble words.
    init(_ secrets: [String]) {
        let forms = secrets.filter { $0.count >= 4 }.flatMap { secret in
            [
                secret, secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? secret,
                secret.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? secret,
                secret.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""), Data(secret.utf8).base64EncodedString(),
            ]
        }
        // Longer ones first, since one may be a part of another.
        self.secrets = Set(forms).sorted { $0.count > $1.count }
    }

    func text(_ text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: "•••") }
    }

    func error(_ error: ConnectorError) -> ConnectorError {
        switch error {
        case .settingsInvalid(let field, let message): .settingsInvalid(field: field, message: text(message))
        case .authorizationRejected(let message): .authorizationRejected(short(message))
        case .authorizationRequired(let message): .authorizationRequired(short(message))
        case .fileUnavailable(let message): .fileUnavailable(text(message))
        case .remoteUnavailable(let message): .remoteUnavailable(text(message))
        case .remoteRateLimited(let message, let retryAt): .remoteRateLimited(text(message), retryAt: retryAt)
        case .remoteUnexpected(let message): .remoteUnexpected(text(message))
        case .remoteIncomplete(let message): .remoteIncomplete(text(message))
        case .unsupported(let message): .unsupported(text(message))
        case .tokensUnavailable, .cancelled: error
        }
    }

    private func short(_ message: String) -> String {
        let message = text(message)
        return message.count > Redaction.longest ? message.prefix(Redaction.longest - 1) + "…" : message
    }
}

/// A connector whose errors and warnings tell no secret.
struct RedactedConnector: Provisioning.Connector {
    let connector: any Provisioning.Connector
    let secrets: [String]
    let tokens: any TokenKeeper

    func prove() async throws(ConnectorError) {
        do { try await connector.prove() } catch { throw await redacted(error) }
    }

    func snapshot() async throws(ConnectorError) -> any SnapshotReader {
        do { return Reader(reader: try await connector.snapshot(), connector: self) } catch { throw await redacted(error) }
    }

    func records() async throws(ConnectorError) -> (any SnapshotReader)? {
        do { return try await connector.records().map { Reader(reader: $0, connector: self) } } catch { throw await redacted(error) }
    }

    func employee(id: String) async throws(ConnectorError) -> Employee? {
        do { return try await connector.employee(id: id) } catch { throw await redacted(error) }
    }

    func labels() async throws(ConnectorError) -> [String: String] {
        do { return try await connector.labels() } catch { throw await redacted(error) }
    }

    private func redacted(_ error: ConnectorError) async -> ConnectorError { await redaction().error(error) }

    /// Tokens are renewed while it works, so they are asked for when they are needed.
    private func redaction() async -> Redaction {
        let tokens = (try? await tokens.tokens()) ?? nil
        return Redaction(secrets + [tokens?.access, tokens?.refresh].compactMap(\.self))
    }

    private final class Reader: SnapshotReader {
        private let reader: any SnapshotReader
        private let connector: RedactedConnector

        init(reader: any SnapshotReader, connector: RedactedConnector) {
            self.reader = reader
            self.connector = connector
        }

        func next() async throws(ConnectorError) -> Page? {
            do {
                guard var page = try await reader.next() else { return nil }
                if !page.warnings.isEmpty {
                    let redaction = await connector.redaction()
                    for index in page.warnings.indices { page.warnings[index].message = redaction.text(page.warnings[index].message) }
                }
                return page
            } catch { throw await connector.redacted(error) }
        }
    }
}
