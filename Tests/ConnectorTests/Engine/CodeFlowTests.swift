import Foundation
import JSON
import Provisioning
import Synchronization
import Testing

@testable import Connectors

@Suite struct CodeFlowTests {
    private static func authorization(_ client: String) -> String {
        #"""
        {"kind": "authorizationCode", "title": "t", "help": "h",
         "settings": [{"name": "clientId", "title": "t", "help": "h"}, {"name": "clientSecret", "title": "t", "help": "h", "type": "secret"}],
         "code": {"authorize": "https://login.example.test/authorize?tenant=1", "token": "https://login.example.test/token", "scope": "people offline", "client": "\#(client)"},
         "send": {"headers": {"Authorization": "Bearer {token}"}}}
        """#
    }

    private let fields: [String: Authorization.Setting] = ["clientId": .text("me&you"), "clientSecret": .text("secret-client")]

    /// A server with rotating refresh tokens: each is good once, and only the newest access token is.
    private final class AuthorizationServer: Sendable {
        let grants = Mutex(0)
        let forms = Mutex<[[String: String]]>([])
        let client: String

        init(_ client: String) { self.client = client }

        func answer(_ request: HTTPServer.Request) -> HTTPServer.Reply {
            let newest = grants.withLock { $0 }
            guard request.path == "/token" else {
                return request["Authorization"] == "Bearer access-\(newest)" ? .json(["people": [InlineConnector.person(1)]]) : .json(["error": "expired"], status: 401)
            }
            forms.withLock { $0.append(request.form) }
            let pair = Data("me%26you:secret-client".utf8).base64EncodedString()
            let isClient = client == "basic" ? request["Authorization"] == "Basic \(pair)" && request.form["client_secret"] == nil : request.form["client_id"] == "me&you" && request.form["client_secret"] == "secret-client"
            let isGood = request.form["grant_type"] == "authorization_code" ? request.form["code"] == "good" : request.form["refresh_token"] == "refresh-\(newest)"
            guard isClient, isGood else { return .json(["error": "invalid_grant", "error_description": "no good: secret-client"], status: 400) }
            let grant = grants.withLock { $0 += 1; return $0 }
            return .json(["access_token": .string("access-\(grant)"), "refresh_token": .string("refresh-\(grant)"), "expires_in": 3600])
        }
    }

    private func inline(_ server: AuthorizationServer, _ time: any TimeSource = FixedTime(now: CountingWaiting.start)) async throws -> InlineConnector {
        try await InlineConnector("", authorization: Self.authorization(server.client), fields: fields, kind: .authorizationCode, time: time) { server.answer($0) }
    }

    @Test("R-CON-2 the address has state, PKCE (RFC 7636's own example) and what the vendor wants") func url() async throws {
        let inline = try await inline(AuthorizationServer("body"))
        let flow = try #require(inline.flow)
        let text = try flow.url(state: "s t", verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", redirectURI: "http://127.0.0.1:1/cb")
        let address = try #require(Address(text))
        let query = HTTPServer.pairs(address.query ?? "")
        #expect(address.path == "/authorize")
        #expect(query == [
            "tenant": "1", "response_type": "code", "client_id": "me&you", "redirect_uri": "http://127.0.0.1:1/cb", "state": "s t", "scope": "people offline",
            "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method": "S256",
        ])
        await inline.server.stop()
    }

    @Test("R-CON-2 the code is exchanged once, tokens are used, renewed when refused, and rotate", arguments: ["body", "basic"]) func rotation(_ client: String) async throws {
        let server = AuthorizationServer(client)
        let inline = try await inline(server)
        let flow = try #require(inline.flow)
        let tokens = try await flow.exchange(code: "good", verifier: "v", redirectURI: "http://x.test")
        #expect(tokens == Tokens(access: "access-1", refresh: "refresh-1", expiresAt: CountingWaiting.start.adding(seconds: 3600)))
        #expect(server.forms.withLock { $0[0]["code_verifier"] } == "v")
        _ = try await inline.tokens.renew(after: nil) { _ throws(ConnectorError) in tokens }
        _ = try await inline.connector.snapshot().all()
        // Somebody else has got a new one: ours is refused, so it is renewed, with the newest refresh token only.
        server.grants.withLock { $0 = 1 }
        for expected in 2...3 {
            let used = try #require(await inline.tokens.tokens())
            _ = try await inline.tokens.renew(after: used) { current throws(ConnectorError) in Tokens(access: "stale", refresh: current?.refresh) }
            _ = try await inline.connector.snapshot().all()
            let renewed = await inline.tokens.tokens()
            #expect(renewed?.access == "access-\(expected)" && renewed?.refresh == "refresh-\(expected)")
        }
        await inline.server.stop()
    }

    @Test("R-CON-3, R-CON-6 a refused code is a rejection, a refused refresh needs authorization; neither tells a secret") func refused() async throws {
        let server = AuthorizationServer("body")
        let inline = try await inline(server)
        let flow = try #require(inline.flow)
        let rejected = await refusal { _ = try await flow.exchange(code: "bad", verifier: "v", redirectURI: "http://x.test") }
        guard case .authorizationRejected(let message)? = rejected else {
            Issue.record("\(String(describing: rejected))")
            return
        }
        #expect(message.contains("no good") && !message.contains("secret-client"))
        _ = try await inline.tokens.renew(after: nil) { _ throws(ConnectorError) in Tokens(access: "old", refresh: "gone") }
        let required = await refusal { _ = try await inline.everybody() }
        #expect(required?.kind == "authorizationRequired")
    }

    @Test("a token is renewed before it expires") func expiry() async throws {
        let server = AuthorizationServer("body")
        let inline = try await inline(server, FixedTime(now: CountingWaiting.start.adding(seconds: 3_550)))
        server.grants.withLock { $0 = 1 }
        _ = try await inline.tokens.renew(after: nil) { _ throws(ConnectorError) in Tokens(access: "access-1", refresh: "refresh-1", expiresAt: CountingWaiting.start.adding(seconds: 3600)) }
        _ = try await inline.everybody()
        #expect(inline.server.requests.map(\.path) == ["/token", "/people"])
    }
}
