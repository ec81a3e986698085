import Provisioning

/// Why a call of a manifest's gave nothing.
enum Refusal: Error, Sendable {
    /// What the HRIS's answer means, in words fit for an administrator.
    case meant(Faults.Meaning, String, retryAt: Timestamp? = nil)
    /// 401: a token may have expired before its time.
    case unauthorized(String)
    /// 400 without a rule for it: behind the first page the HRIS may have lost its place.
    case invalid(String)
    /// Something that the form's field can mend.
    case setting(String, String)
    case connector(ConnectorError)
    case cancelled

    /// What the call was for.
    enum Purpose: Sendable { case prove, list, one }

    func error(_ purpose: Purpose) -> ConnectorError {
        switch self {
        case .cancelled: return .cancelled
        case .connector(let error):
            if purpose == .prove, case .authorizationRequired(let message) = error { return .authorizationRejected(message) }
            return error
        case .setting(let field, let message): return .settingsInvalid(field: field, message: message)
        case .invalid(let message): return .remoteUnexpected(message)
        case .unauthorized(let message): return Refusal.meant(.authorization, message).error(purpose)
        case .meant(let meaning, let message, let retryAt):
            switch meaning {
            case .authorization: return purpose == .prove ? .authorizationRejected(message) : .authorizationRequired(message)
            case .rateLimit, .quota: return .remoteRateLimited(message, retryAt: retryAt)
            case .retry: return .remoteUnavailable(message)
            case .restart, .unpaged, .incomplete: return .remoteIncomplete(message)
            case .missing:
                // A list that is not there says nothing about people (R-SAFE-4); nothing at all there is the wrong address.
                return purpose == .list ? .remoteIncomplete(message) : purpose == .prove ? .authorizationRejected(message) : .remoteUnexpected(message)
            case .unsupported: return .unsupported(message)
            case .unexpected: return .remoteUnexpected(message)
            }
        }
    }
}
