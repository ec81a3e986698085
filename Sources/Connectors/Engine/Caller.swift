import Foundation
import JSON
import Provisioning
import Synchronization

/// Asks the HRIS what a manifest says, as the settings say: authorised, and with refusals understood.
struct Caller: Sendable {
    let manifest: Manifest
    let plan: AuthorizationPlan
    let setup: ConnectorSetup
    /// Settings and their defaults.
    let scope: Scope
    let base: Base
    /// Retries and pace included, hosts not pinned.
    let exchange: any Exchange
    let redactor: Redactor

    struct Answer: Sendable {
        let body: JSONView
        let response: HTTPResponse
        /// Where it came from, for links in it.
        let address: Address
    }

    /// - Parameter address: instead of the template's, when an answer named the next one.
    func call(
        _ template: RequestTemplate, _ scope: Scope, address: Address? = nil, accepts: (@Sendable (JSONView) -> Bool)? = nil
    ) async throws(Refusal) -> Answer {
        var used: Tokens?
        if plan.needsToken { used = try await tokens() }
        do {
            return try await send(template, scope, address, used, accepts)
        } catch {
            guard case .unauthorized = error, plan.needsToken else { throw error }
            // Refused although it should still be good: once more with a new one, then that is the answer (R-SAFE-5).
            return try await send(template, scope, address, try await renewed(after: used), accepts)
        }
    }

    // MARK: Tokens

    private func tokens() async throws(Refusal) -> Tokens {
        let kept: Tokens?
        do { kept = try await setup.tokens.tokens() } catch { throw .connector(error) }
        guard let kept else { return try await renewed(after: nil) }
        // A minute early, so that it does not expire on the way.
        if let expiry = kept.expiresAt, expiry <= setup.time.now.adding(seconds: 60) { return try await renewed(after: kept) }
        return kept
    }

    private func renewed(after used: Tokens?) async throws(Refusal) -> Tokens {
        let grant = TokenGrant(caller: self)
        do {
            return try await setup.tokens.renew(after: used) { current throws(ConnectorError) in try await grant.tokens(replacing: current) }
        } catch { throw .connector(error) }
    }

    // MARK: One request

    private func send(
        _ template: RequestTemplate, _ scope: Scope, _ address: Address?, _ tokens: Tokens?, _ accepts: (@Sendable (JSONView) -> Bool)?
    ) async throws(Refusal) -> Answer {
        var scope = scope
        if let tokens { scope.values["token"] = .text(tokens.access) }
        var request = try self.request(template, scope, address)
        for (name, value) in manifest.headers + plan.headers {
            if let text = value.filled(scope) { request.set(name, text) }
        }
        if let basic = plan.basic { request.headers.append(try basic.header(scope)) }
        for (name, value) in plan.query {
            if let text = value.filled(scope) { request.address.add(name, text) }
        }
        return try await answer(request, pinned: base.address.origin, redactor.adding([tokens?.access].compactMap(\.self)), accepts)
    }

    func request(_ template: RequestTemplate, _ scope: Scope, _ address: Address? = nil) throws(Refusal) -> HTTPRequest {
        let target: Address = if let address { address } else { try base.address(template.path, scope) }
        var request = HTTPRequest(method: template.method.rawValue, address: target)
        request.timeout = template.timeout
        if address == nil {
            for (name, value) in template.query { request.address.add(name, value, scope) }
        }
        request.headers = [Header("Accept", "application/json"), Header("Accept-Encoding", "gzip"), Header("User-Agent", "staffetta")]
        for (name, value) in template.headers { if let text = value.filled(scope) { request.set(name, text) } }
        if let basic = template.basic { request.headers.append(try basic.header(scope)) }
        switch template.body {
        case nil: break
        case .json(let json):
            request.set("Content-Type", "application/json")
            request.body = (json.filled(scope) ?? .object([:])).encoded()
        case .form(let members):
            request.set("Content-Type", "application/x-www-form-urlencoded")
            let pairs = members.compactMap { name, value in value.filled(scope).map { "\(Template.Encoding.percent(name))=\(Template.Encoding.percent($0))" } }
            request.body = Array(pairs.joined(separator: "&").utf8)
        }
        return request
    }

    /// - Parameter pinned: the only host that it may go to.
    func answer(_ request: HTTPRequest, pinned: Origin, _ redactor: Redactor, _ accepts: (@Sendable (JSONView) -> Bool)? = nil) async throws(Refusal) -> Answer {
        var request = request
        // Of the success that was accepted, so that a long answer is parsed once.
        let parsed = Parsed()
        request.accepts = { response in
            guard let body = try? JSONDocument(response.body) else { return false }
            parsed.document.withLock { $0 = body }
            return accepts?(body.root) ?? true
        }
        let response: HTTPResponse
        do {
            response = try await HostGuard(inner: exchange, origin: pinned).send(request)
        } catch {
            throw refusal(error, pinned, redactor)
        }
        let accepted = response.isSuccess ? parsed.document.withLock { $0 } : nil
        let body = accepted ?? (try? JSONDocument(response.body))
        if let fault = manifest.faults.judge(status: response.status, body: { body?.root }) {
            throw refusal(fault, response, body?.root, redactor, nil)
        }
        guard let body else { throw .meant(.unexpected, "\(manifest.name) answered with something that is no JSON.") }
        return Answer(body: body.root, response: response, address: request.address)
    }
}

private final class Parsed: Sendable {
    let document = Mutex<JSONDocument?>(nil)
}

// MARK: Refusals in words

extension Caller {
    private func refusal(_ error: ExchangeError, _ pinned: Origin, _ redactor: Redactor) -> Refusal {
        switch error {
        case .cancelled: return .cancelled
        case .refused(let message):
            // The address came from the form; it can be mended there.
            if let field = base.field, message.contains("--allow-") { return .setting(field, message) }
            return .meant(.unexpected, message)
        case .unreachable(let message), .untrusted(let message): return .meant(.retry, message)
        case .timedOut: return .meant(.retry, "\(manifest.name) did not answer in time.")
        case .tooLarge(let size): return .meant(.unexpected, "\(manifest.name) answered with more than \(size >> 20) MB.")
        case .exhausted(let response, let retryAfter):
            let body = try? JSONDocument(response.body)
            let fault = manifest.faults.judge(status: response.status, body: { body?.root })
            guard let fault else {
                return .meant(.unexpected, body == nil ? "\(manifest.name) answered with something that is no JSON; perhaps the answer was cut off." : "\(manifest.name)'s answer has another form than it should.")
            }
            return refusal(fault, response, body?.root, redactor, retryAfter)
        }
    }

    private func refusal(
        _ fault: Faults.Verdict, _ response: HTTPResponse, _ body: JSONView?, _ redactor: Redactor, _ retryAfter: Duration?
    ) -> Refusal {
        let message = message(response, body, fault.sentence, redactor)
        if fault.meaning == .unexpected, fault.sentence == nil, response.status == 400 { return .invalid(message) }
        return fault.meaning == .authorization && response.status == 401 ? .unauthorized(message) : .meant(fault.meaning, message, retryAt: retryAt(retryAfter))
    }

    private func retryAt(_ duration: Duration?) -> Timestamp? {
        duration.map { Timestamp(milliseconds: setup.time.now.milliseconds + $0.milliseconds) }
    }

    /// Our sentence, then the HRIS's own words (R-CON-3).
    func message(_ response: HTTPResponse, _ body: JSONView?, _ sentence: String?, _ redactor: Redactor) -> String {
        let candidates = manifest.faults.words + ["message", "detail", "error_description", "error.message", "error", "title"].map { Path($0) }
        let told = manifest.faults.wordsHeader.flatMap { response[$0] } ?? body.flatMap { body in
            candidates.lazy.compactMap { $0.find(in: body)?.scalarText }.first { !Text.trimmed($0).isEmpty }
        }
        let words = told.map { redactor.words($0) }.flatMap { $0.isEmpty ? nil : $0 }
        let start = sentence ?? "\(manifest.name) refused (HTTP \(response.status))."
        return words.map { "\(start) It said: \($0)" } ?? start
    }
}

extension HTTPRequest {
    /// Of a name in any case there is one header.
    mutating func set(_ name: String, _ value: String) {
        headers.removeAll { $0.name.lowercased() == name.lowercased() }
        headers.append(Header(name, value))
    }
}

extension Address {
    /// `*`: every pair of a map.
    fileprivate mutating func add(_ name: String, _ value: Template, _ scope: Scope) {
        if name == "*", let map = value.onlyName, case .json(.object(let pairs))? = scope[map] {
            for pair in pairs.members { add(pair.name, pair.value.string ?? "") }
        } else if let text = value.filled(scope) {
            add(name, text)
        }
    }

    mutating func add(_ name: String, _ value: String) {
        let pair = "\(Template.Encoding.percent(name))=\(Template.Encoding.percent(value))"
        query = query.map { $0.isEmpty ? pair : "\($0)&\(pair)" } ?? pair
    }
}

extension RequestTemplate.Basic {
    func header(_ scope: Scope) throws(Refusal) -> Header {
        guard let user = user.filled(scope), let password = password.filled(scope) else { throw .setting("kind", "The credentials are not complete.") }
        return Header("Authorization", "Basic " + Data("\(user):\(password)".utf8).base64EncodedString())
    }
}
