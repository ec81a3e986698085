import Crypto
import Foundation
import Provisioning

/// Asks an authorisation server for tokens.
struct TokenGrant: Sendable {
    let caller: Caller

    /// With the refresh token, if there is one, else by the plan's own request.
    func tokens(replacing current: Tokens?) async throws(ConnectorError) -> Tokens {
        if let plan = caller.plan.tokens.first(where: { $0.when.holds(caller.scope) }) { return try await ask(try template(plan.request, current), plan.access, plan.expiresIn, plan.lifetime, current) }
        guard let plan = caller.plan.code else { throw .unsupported("This way to authorise has no tokens.") }
        guard let refresh = current?.refresh else {
            throw .authorizationRequired("The authorisation at \(caller.manifest.name) has expired and cannot be renewed. Authorise it again.")
        }
        return try await ask(try request(plan, ["grant_type": "refresh_token", "refresh_token": refresh], secret: refresh), Path("access_token"), Path("expires_in"), plan.lifetime, current)
    }

    /// The end of the code flow.
    func tokens(code: String, verifier: String, redirectURI: String) async throws(ConnectorError) -> Tokens {
        guard let plan = caller.plan.code else { throw .unsupported("This way to authorise has no code.") }
        let form = ["grant_type": "authorization_code", "code": code, "redirect_uri": redirectURI, "code_verifier": verifier]
        do {
            return try await ask(try request(plan, form, secret: code), Path("access_token"), Path("expires_in"), plan.lifetime, nil)
        } catch {
            // A refused code proves nothing of an older authorisation.
            if case .authorizationRequired(let message) = error { throw .authorizationRejected(message) }
            throw error
        }
    }

    /// A refresh token that came with the last token takes the place of the form's, which it may have made invalid.
    private func template(_ template: RequestTemplate, _ current: Tokens?) throws(ConnectorError) -> HTTPRequest {
        var scope = caller.scope
        if let refresh = current?.refresh { scope.values["refreshToken"] = .text(refresh) }
        do { return try caller.request(template, scope) } catch { throw error.error(.prove) }
    }

    private func request(_ plan: CodePlan, _ form: [String: String], secret: String) throws(ConnectorError) -> HTTPRequest {
        let address: Address
        do { address = try caller.base.address(plan.token, caller.scope) } catch { throw error.error(.prove) }
        var request = HTTPRequest(method: "POST", address: address)
        var form = form
        let id = caller.scope["clientId"]?.text ?? "", clientSecret = caller.scope["clientSecret"]?.text
        switch plan.client {
        case .body:
            form["client_id"] = id
            form["client_secret"] = clientSecret
        case .basic:
            // Both parts encoded as in a form (RFC 6749 section 2.3.1).
            let pair = "\(Template.Encoding.percent(id)):\(Template.Encoding.percent(clientSecret ?? ""))"
            request.set("Authorization", "Basic " + Data(pair.utf8).base64EncodedString())
        }
        request.set("Accept", "application/json")
        request.set("Content-Type", "application/x-www-form-urlencoded")
        request.set("User-Agent", "staffetta")
        let pairs = form.sorted { $0.key < $1.key }.map { "\($0.key)=\(Template.Encoding.percent($0.value))" }
        request.body = Array(pairs.joined(separator: "&").utf8)
        return request
    }

    /// A refusal of whatever kind means that the authorisation does not do; only what passes is another matter.
    private func ask(_ request: HTTPRequest, _ access: Path, _ expiresIn: Path, _ lifetime: Int?, _ current: Tokens?) async throws(ConnectorError) -> Tokens {
        let redactor = caller.redactor.adding([current?.access, current?.refresh].compactMap(\.self))
        let answer: Caller.Answer
        do {
            answer = try await caller.answer(request, pinned: request.address.origin, redactor)
        } catch {
            switch error {
            case .unauthorized(let message), .invalid(let message), .meant(.authorization, let message, _), .meant(.unexpected, let message, _), .meant(.missing, let message, _): throw .authorizationRequired(message)
            default: throw error.error(.one)
            }
        }
        guard let token = access.find(in: answer.body)?.scalarText, !token.isEmpty else {
            throw .authorizationRequired(caller.message(answer.response, answer.body, "\(caller.manifest.name) gave no token.", redactor))
        }
        let seconds = expiresIn.find(in: answer.body).flatMap { $0.scalarText }.flatMap(Double.init).map { Int64($0) } ?? lifetime.map(Int64.init)
        return Tokens(
            access: token, refresh: answer.body["refresh_token"]?.string ?? current?.refresh, expiresAt: seconds.map { caller.setup.time.now.adding(seconds: max(0, min($0, 1 << 31))) })
    }
}

/// The authorisation code flow of a manifest (RFC 6749, RFC 7636).
struct ManifestCodeFlow: CodeFlow {
    let caller: Caller

    func url(state: String, verifier: String, redirectURI: String) throws(ConnectorError) -> String {
        guard let plan = caller.plan.code else { throw .unsupported("\(caller.manifest.name) is not authorised by a code.") }
        var address: Address
        do { address = try caller.base.address(plan.authorize, caller.scope) } catch { throw error.error(.prove) }
        let challenge = Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        address.add("response_type", "code")
        address.add("client_id", caller.scope["clientId"]?.text ?? "")
        address.add("redirect_uri", redirectURI)
        address.add("state", state)
        address.add("code_challenge", challenge)
        address.add("code_challenge_method", "S256")
        if let scope = plan.scope?.filled(caller.scope) { address.add("scope", scope) }
        for (name, value) in plan.parameters { if let text = value.filled(caller.scope) { address.add(name, text) } }
        return address.description
    }

    func exchange(code: String, verifier: String, redirectURI: String) async throws(ConnectorError) -> Tokens {
        try await TokenGrant(caller: caller).tokens(code: code, verifier: verifier, redirectURI: redirectURI)
    }
}
