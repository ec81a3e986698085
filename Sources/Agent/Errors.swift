import Contract
import JSON
import Provisioning
import Store
import Wire

/// The one place where other modules' errors become the protocol's.
extension RPCError {
    public init(_ error: any Error) {
        switch error {
        case let error as RPCError: self = error
        case let error as StoreError: self = RPCError(store: error)
        case let error as ConnectorError: self = RPCError(connector: error)
        case let error as PlanRefusal: self = RPCError(refusal: error)
        case is CancellationError: self = RPCError(.cancelled, "The request was cancelled.")
        default: self = RPCError(.internalError, "Something went wrong inside the agent; the log on stderr says where. Nothing was changed.")
        }
    }

    private init(store error: StoreError) {
        switch error {
        case .locked(let pid):
            let who = pid.map { " by the process \($0)" } ?? ""
            self = RPCError(.storeLocked, "The database is being written\(who); try again in a moment.", data: pid.map { ["pid": .number(JSONNumber(Int($0)))] } ?? [:])
        case .tooNew(let found, let known):
            self = RPCError(.storeTooNew, "The database was written by a newer version of the agent (its format is \(found), this one knows \(known)); update the agent.")
        case .damaged(let message):
            self = RPCError(.storeDamaged, "The database is damaged: \(message.hasSuffix(".") ? message : message + ".") Put a backup in its place; nothing more was written.")
        case .full: self = RPCError(.storeFull, "The disk is full. Nothing was changed; free some room and try again.")
        case .keyUnavailable(let message): self = RPCError(.keyUnavailable, message)
        case .unavailable(let message): self = RPCError(.fileUnavailable, message)
        case .taken(let which):
            self = RPCError(.taken, "This \(which.words) belongs to another already; it must be unique.", data: ["which": .string(which.rawValue)])
        case .notFound: self = RPCError(.notFound, "What the request names is not there (any more).")
        case .invalid(let message): self = RPCError(.invalidParams, message)
        case .runInProgress: self = RPCError(.runInProgress, "A run of this integration is under way; wait for it with run/wait or cancel it.")
        }
    }

    private init(connector error: ConnectorError) {
        switch error {
        case .settingsInvalid(let field, let message):
            let problem = Problem(.error, "settingInvalid", message, path: "authorization.fields.\(field)")
            self = RPCError(.configurationInvalid, message, data: ["problems": .array([problem.json])])
        case .authorizationRejected(let message): self = RPCError(.authorizationRejected, message)
        case .authorizationRequired(let message): self = RPCError(.authorizationRequired, message)
        case .fileUnavailable(let message): self = RPCError(.fileUnavailable, message)
        case .remoteUnavailable(let message): self = RPCError(.remoteUnavailable, message)
        case .remoteRateLimited(let message, let retryAt):
            self = RPCError(.remoteRateLimited, message, data: retryAt.map { ["retryAt": .string($0.description)] } ?? [:])
        case .remoteUnexpected(let message): self = RPCError(.remoteUnexpected, message)
        case .remoteIncomplete(let message): self = RPCError(.remoteIncomplete, message)
        case .unsupported(let message): self = RPCError(.unsupported, message)
        case .tokensUnavailable(let kind, let message): self = RPCError(ErrorKind(rawValue: kind) ?? .internalError, message)
        case .cancelled: self = RPCError(.cancelled, "The request was cancelled.")
        }
    }

    private init(refusal: PlanRefusal) {
        switch refusal {
        case .emptySnapshot(let managed):
            self = RPCError(.remoteIncomplete, "The HRIS delivered nobody at all, while \(counted(managed, "user is", "users are")) managed. An empty answer never counts; check the HRIS and its authorization.")
        }
    }
}

/// `1 user`, `2 users`.
func counted(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }

extension Provisioning.Problem {
    var json: JSONValue {
        var object: JSONObject = ["severity": .string(severity.rawValue), "code": .string(code), "message": .string(message)]
        if let path { object["path"] = .string(path) }
        if let line { object["line"] = .number(JSONNumber(line)) }
        if let subject { object["subject"] = .string(subject) }
        return .object(object)
    }
}

extension StoreError.Unique {
    fileprivate var words: String {
        switch self {
        case .email: "address"
        case .externalId: "external ID"
        case .kioskCode: "kiosk code"
        case .key: "key"
        case .name: "name"
        case .prefix: "prefix"
        }
    }
}
