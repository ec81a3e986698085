import Crypto
import Foundation
import JSON

/// OAuth 2: an authorisation page that agrees at once, and a token endpoint (RFC 6749) with PKCE (RFC 7636) and refresh tokens that serve once.
enum AuthorizationServer: Vendor {
    /// Ours, BambooHR's and HiBob's.
    private static let pages: Set<String> = ["/oauth/authorize", "/authorize.php", "/oauth2/v1/apps/authorize"]
    private static let tokenEndpoints: Set<String> = ["/oauth/token", "/token.php", "/oauth2/v1/apps/token"]

    static func scope(of request: ClientRequest) -> Fault.Scope? {
        pages.contains(request.path) ? .authorize : tokenEndpoints.contains(request.path) ? .token : nil
    }

    static func answer(_ request: ClientRequest, _ scene: Scene) -> Answer {
        pages.contains(request.path) ? authorize(request, scene) : token(request, scene)
    }

    static func answer(_ failure: Failure, _ request: ClientRequest, _ scene: Scene) -> Answer {
        switch failure {
        case .unauthorized: refused(401, "invalid_client", "The client could not be authenticated.")
        case .customerUnauthorized: refused(400, "invalid_grant", "The refresh token is not valid any more.")
        case .rateLimited(let hint):
            refused(429, "temporarily_unavailable", "Too many requests.", headers: scene.retryHeaders(hint))
        default: refused(failure.status, "server_error", "Something went wrong.")
        }
    }

    // MARK: The page

    private static func authorize(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let query = request.query
        // Before the client and its address are known to be right nobody is sent anywhere.
        guard query["client_id"] == scene.credentials.client else { return Answer(400, text: "<h1>Unknown client</h1>\n") }
        guard let redirect = query["redirect_uri"], var target = URLComponents(string: redirect), target.scheme != nil else {
            return Answer(400, text: "<h1>redirect_uri is missing or no URL</h1>\n")
        }
        func back(_ items: [(String, String?)]) -> Answer {
            target.queryItems = (target.queryItems ?? []) + (items + [("state", query["state"])]).compactMap { name, value in
                value.map { URLQueryItem(name: name, value: $0) }
            }
            return Answer(302, headers: [("Location", target.string ?? redirect), ("Cache-Control", "no-store")])
        }
        if scene.has(.denied) { return back([("error", "access_denied"), ("error_description", "The user said no.")]) }
        guard query["response_type"] == "code" else { return back([("error", "unsupported_response_type")]) }
        let method = query["code_challenge_method"] ?? "plain"
        guard ["plain", "S256"].contains(method) else { return back([("error", "invalid_request")]) }
        return back([
            ("code", scene.grants.issueCode(
                redirect: redirect, challenge: query["code_challenge"], isHashed: method == "S256", scope: query["scope"], now: scene.now)),
        ])
    }

    // MARK: The token endpoint

    private static func token(_ request: ClientRequest, _ scene: Scene) -> Answer {
        let form = request.form
        guard request.method == "POST" else { return refused(405, "invalid_request", "Only POST.") }
        let client = request.basic.map { ($0.name, $0.password) } ?? (form["client_id"] ?? "", form["client_secret"] ?? "")
        guard client == (scene.credentials.client, scene.credentials.secret) else {
            return refused(401, "invalid_client", "The client could not be authenticated.", headers: [("WWW-Authenticate", "Basic realm=\"token\"")])
        }
        switch form["grant_type"] {
        case "authorization_code": return redeem(form, scene)
        case "refresh_token":
            guard let tokens = scene.grants.refresh(form["refresh_token"] ?? "", now: scene.now) else {
                return refused(400, "invalid_grant", "The refresh token is not valid, or was used before.")
            }
            return granted(tokens)
        case "client_credentials": return granted(scene.grants.issue(scope: form["scope"], refreshable: false, now: scene.now))
        case nil: return refused(400, "invalid_request", "grant_type is missing.")
        default: return refused(400, "unsupported_grant_type", "There are authorization_code, refresh_token, client_credentials.")
        }
    }

    private static func redeem(_ form: Query, _ scene: Scene) -> Answer {
        guard let code = scene.grants.redeem(code: form["code"] ?? "", now: scene.now) else {
            return refused(400, "invalid_grant", "The code is unknown, used or too old.")
        }
        guard form["redirect_uri"] == code.redirect else { return refused(400, "invalid_grant", "redirect_uri is not the one of the page.") }
        if let challenge = code.challenge {
            let verifier = form["code_verifier"] ?? ""
            guard (code.isHashed ? hashed(verifier) : verifier) == challenge else {
                return refused(400, "invalid_grant", "code_verifier does not fit code_challenge.")
            }
        }
        return granted(scene.grants.issue(scope: code.scope, refreshable: true, now: scene.now))
    }

    /// `BASE64URL(SHA256(ASCII(verifier)))`, RFC 7636 section 4.6.
    private static func hashed(_ verifier: String) -> String {
        Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }

    private static func granted(_ tokens: Grants.Tokens) -> Answer {
        var body: JSONObject = ["access_token": .string(tokens.access), "token_type": "Bearer", "expires_in": JSONValue(tokens.lifetime)]
        if let refresh = tokens.refresh { body["refresh_token"] = .string(refresh) }
        if let scope = tokens.scope { body["scope"] = .string(scope) }
        return Answer(200, .object(body), headers: [("Cache-Control", "no-store")])
    }

    private static func refused(_ status: Int, _ error: String, _ description: String, headers: [(name: String, value: String)] = []) -> Answer {
        Answer(status, ["error": .string(error), "error_description": .string(description)], headers: headers)
    }
}
