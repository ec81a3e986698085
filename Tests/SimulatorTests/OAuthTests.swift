import Foundation
import JSON
import Testing

@testable import Simulator

@Suite struct OAuthTests {
    static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    /// Of RFC 7636, appendix B.
    static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    static let client = "client_id=simulator-client&client_secret=simulator-secret"
    static let redirect = "http://127.0.0.1:9/back"

    private func code(_ client: Client, _ extra: String = "&code_challenge=\(challenge)&code_challenge_method=S256") async throws -> URLComponents? {
        let reply = try await client.send("GET", "/oauth/authorize?response_type=code&client_id=simulator-client&redirect_uri=\(Self.redirect)&state=s1&scope=a\(extra)")
        #expect(reply.status == 302)
        return reply.headers.first(name: "Location").flatMap { URLComponents(string: $0) }
    }

    private func value(_ url: URLComponents?, _ name: String) -> String? { url?.queryItems?.first { $0.name == name }?.value }

    private func token(_ client: Client, _ form: String) async throws -> Client.Reply { try await client.send("POST", "/oauth/token", form: form + "&" + Self.client) }

    @Test("the code flow with PKCE: the page sends back code and state, the code buys tokens once, the access token opens lists") func codeFlow() async throws {
        try await Client.with(try .people(3)) { client async throws in
            let back = try await code(client)
            #expect(back?.string?.hasPrefix(Self.redirect + "?") == true && value(back, "state") == "s1")
            let form = "grant_type=authorization_code&code=\(value(back, "code") ?? "")&redirect_uri=\(Self.redirect)&code_verifier=\(Self.verifier)"
            let tokens = try await token(client, form)
            #expect(tokens.status == 200 && tokens.json?["expires_in"]?.int == 3600 && tokens.json?["refresh_token"]?.string != nil)
            let access = tokens.json?["access_token"]?.string ?? ""
            #expect(try await client.send("GET", "/api/v1/employees", [("Authorization", "Bearer \(access)")]).status == 200)
            #expect(try await token(client, form).json?["error"]?.string == "invalid_grant")
        }
    }

    @Test("a wrong verifier, a missing one, another redirect are refused", arguments: [
        "&redirect_uri=\(redirect)&code_verifier=wrong", "&redirect_uri=\(redirect)", "&redirect_uri=http://elsewhere/&code_verifier=\(verifier)",
    ]) func refusedCodes(rest: String) async throws {
        try await Client.with(Company()) { client async throws in
            let code = value(try await code(client), "code") ?? ""
            let reply = try await token(client, "grant_type=authorization_code&code=\(code)\(rest)")
            #expect(reply.status == 400 && reply.json?["error"]?.string == "invalid_grant")
        }
    }

    @Test("refresh tokens serve once; used again they end all that came from the consent") func rotation() async throws {
        try await Client.with(try .people(1)) { client async throws in
            let code = value(try await code(client), "code") ?? ""
            let first = try await token(client, "grant_type=authorization_code&code=\(code)&redirect_uri=\(Self.redirect)&code_verifier=\(Self.verifier)")
            let old = first.json?["refresh_token"]?.string ?? ""
            let second = try await token(client, "grant_type=refresh_token&refresh_token=\(old)")
            #expect(second.status == 200 && second.json?["refresh_token"]?.string != old)
            let access = second.json?["access_token"]?.string ?? ""
            #expect(try await client.send("GET", "/scim/v2/Users", [("Authorization", "Bearer \(access)")]).status == 200)
            #expect(try await token(client, "grant_type=refresh_token&refresh_token=\(old)").json?["error"]?.string == "invalid_grant")
            #expect(try await client.send("GET", "/scim/v2/Users", [("Authorization", "Bearer \(access)")]).status == 401)
        }
    }

    @Test("access tokens end with the clock, and when all are revoked") func ending() async throws {
        try await Client.with(try .people(1)) { client async throws in
            func granted() async throws -> [(String, String)] {
                let token = try await token(client, "grant_type=client_credentials").json?["access_token"]?.string ?? ""
                return [("Authorization", "Bearer \(token)")]
            }
            let first = try await granted()
            #expect(try await client.send("GET", "/scim/v2/Users", first).status == 200)
            _ = try await client.send("PUT", "/control/clock", json: ["advanceSeconds": 3601])
            #expect(try await client.send("GET", "/scim/v2/Users", first).status == 401)
            let second = try await granted()
            _ = try await client.send("DELETE", "/control/tokens")
            #expect(try await client.send("GET", "/scim/v2/Users", second).status == 401)
        }
    }

    @Test("the user can say no, the page can know the client not, the token endpoint can fail") func refusals() async throws {
        try await Client.with(Company()) { client async throws in
            #expect(try await client.send("GET", "/oauth/authorize?client_id=wrong&redirect_uri=\(Self.redirect)").status == 400)
            #expect(try await client.send("POST", "/oauth/token", form: "grant_type=client_credentials&client_id=simulator-client").status == 401)
            client.simulator.setFaults([Fault(.denied), Fault(.customerUnauthorized, first: 1, last: 1, scope: .token), Fault(.serverError, first: 2, last: 2, scope: .token)])
            #expect(value(try await code(client), "error") == "access_denied")
            #expect(try await token(client, "grant_type=refresh_token&refresh_token=x").json?["error"]?.string == "invalid_grant")
            #expect(try await token(client, "grant_type=client_credentials").status == 500)
            #expect(try await token(client, "grant_type=client_credentials").status == 200)
        }
    }
}
