import Contract
import JSON
import Provisioning
import Store
import Wire

/// Who asks. What each role may do is the table of R-ACC-3.
enum Actor: Sendable, Equatable {
    /// The program that embeds the agent; full rights.
    case host
    case user(id: String, role: Provisioning.User.Role)

    /// As the audit log names it.
    var name: String {
        switch self {
        case .host: "host"
        case .user(let id, _): id
        }
    }

    var userID: String? { if case .user(let id, _) = self { id } else { nil } }

    /// Only administrators and the host grant or take the role administrator, or edit or delete one.
    var mayEditAdministrators: Bool {
        switch self {
        case .host, .user(_, .administrator): true
        case .user: false
        }
    }
}

enum Access {
    /// What every role may do, for itself.
    static let everybody: Set<String> = [
        "initialize", "agent/status", "rpc.discover", "notification/list", "notification/markRead", "notification/preferences", "notification/setPreferences",
    ]
    static let hostOnly: Set<String> = ["store/backup", "store/check", "clock/get", "clock/advance"]

    /// Whether `actor` may call `method` at all.
    static func allows(_ actor: Actor, _ method: String) -> Bool {
        guard case .user(_, let role) = actor else { return true }
        if hostOnly.contains(method) { return false }
        return role == .administrator || role == .superuser || everybody.contains(method)
    }
}

extension Agent {
    /// The actor whom a request names, if it may call the method; else `forbidden`, also for unknown and deleted actors.
    func actor(_ id: String?, for method: String) throws(RPCError) -> Actor {
        guard let id else {
            if options.requireActor, method != "initialize" {
                throw RPCError(.forbidden, "This agent answers only requests that name an actor; add “actor” with a user id to the parameters.")
            }
            return .host
        }
        let user = try attempt { try store.read { try $0.user(id: id) } }
        guard let user else { throw RPCError(.forbidden, "The actor of this request is no user; name a user who exists.") }
        let actor = Actor.user(id: user.id, role: user.role)
        guard Access.allows(actor, method) else {
            throw RPCError(.forbidden, "A user with the role \(user.role.rawValue) may not call \(method); ask an administrator.")
        }
        return actor
    }

    /// Runs store and domain code, and turns whatever it throws into the protocol's errors.
    func attempt<T>(_ body: () throws -> T) throws(RPCError) -> T {
        do { return try body() } catch { throw RPCError(error) }
    }

    func attempt<T>(_ body: () async throws -> T) async throws(RPCError) -> T {
        do { return try await body() } catch { throw RPCError(error) }
    }
}
