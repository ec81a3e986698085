import Provisioning
import Synchronization

/// What the authorisation server has given out: codes, access tokens, refresh tokens.
final class Grants: Sendable {
    struct Code: Sendable {
        let redirect: String
        /// Of PKCE (RFC 7636): the challenge, and whether it is a hash.
        let challenge: String?
        let isHashed: Bool
        let scope: String?
        let expires: Timestamp
    }

    private struct Refresh: Sendable {
        /// All that came from one consent; it falls as a whole.
        let family: String
        let scope: String?
        var used = false
    }

    private struct Access: Sendable {
        let family: String
        let expires: Timestamp
    }

    private struct State: Sendable {
        var lifetime: Int
        var codes: [String: Code] = [:]
        var refreshes: [String: Refresh] = [:]
        var accesses: [String: Access] = [:]
    }

    private let state: Mutex<State>

    /// - Parameter lifetime: of access tokens, in seconds of the simulator's clock.
    init(lifetime: Int) { state = Mutex(State(lifetime: lifetime)) }

    struct Tokens: Sendable {
        let access: String
        /// nil: there is none with client credentials.
        let refresh: String?
        let lifetime: Int
        let scope: String?
    }

    func accepts(_ token: String, now: Timestamp) -> Bool {
        state.withLock { $0.accesses[token].map { now < $0.expires } ?? false }
    }

    func issueCode(redirect: String, challenge: String?, isHashed: Bool, scope: String?, now: Timestamp) -> String {
        let code = Self.random("code-")
        state.withLock {
            $0.codes[code] = Code(redirect: redirect, challenge: challenge, isHashed: isHashed, scope: scope, expires: now.adding(seconds: 60))
        }
        return code
    }

    /// The code, which is thereby used up; nil: there is none, or it is too old.
    func redeem(code: String, now: Timestamp) -> Code? {
        state.withLock { $0.codes.removeValue(forKey: code).flatMap { now < $0.expires ? $0 : nil } }
    }

    /// Tokens for a new consent, or for a client itself.
    func issue(scope: String?, refreshable: Bool, now: Timestamp) -> Tokens {
        state.withLock { Self.issue(&$0, family: Self.random("family-"), scope: scope, refreshable: refreshable, now: now) }
    }

    /// The next tokens of a family. A refresh token serves once; used again it ends its whole family (RFC 9700 section 4.14.2). nil: refused.
    func refresh(_ token: String, now: Timestamp) -> Tokens? {
        state.withLock { state in
            guard let refresh = state.refreshes[token] else { return nil }
            if refresh.used {
                state.refreshes = state.refreshes.filter { $0.value.family != refresh.family }
                state.accesses = state.accesses.filter { $0.value.family != refresh.family }
                return nil
            }
            state.refreshes[token]?.used = true
            return Self.issue(&state, family: refresh.family, scope: refresh.scope, refreshable: true, now: now)
        }
    }

    /// Everything that was given out is void, as if the customer had withdrawn his consent.
    func revokeAll() {
        state.withLock { state in (state.codes, state.refreshes, state.accesses) = ([:], [:], [:]) }
    }

    private static func issue(_ state: inout State, family: String, scope: String?, refreshable: Bool, now: Timestamp) -> Tokens {
        let tokens = Tokens(access: random("at-"), refresh: refreshable ? random("rt-") : nil, lifetime: state.lifetime, scope: scope)
        state.accesses[tokens.access] = Access(family: family, expires: now.adding(seconds: Int64(state.lifetime)))
        if let refresh = tokens.refresh { state.refreshes[refresh] = Refresh(family: family, scope: scope) }
        return tokens
    }

    private static func random(_ prefix: String) -> String {
        prefix + String(UInt64.random(in: 1 << 60...UInt64.max), radix: 36) + String(UInt64.random(in: 1 << 60...UInt64.max), radix: 36)
    }
}
