/// One wire format. It only looks at the scene and answers; the world around it counts, remembers and breaks things.
protocol Vendor {
    /// What the request is to this vendor; nil: not one of its paths.
    static func scope(of request: ClientRequest) -> Fault.Scope?
    /// The answer when nothing is wrong with the exchange.
    static func answer(_ request: ClientRequest, _ scene: Scene) -> Answer
    /// An error as the vendor writes it, with its status and headers.
    static func answer(_ failure: Failure, _ request: ClientRequest, _ scene: Scene) -> Answer
}

/// A wire format by its name.
public enum Format: String, Sendable, CaseIterable {
    case apideck, bamboohr, personio, hibob, scim
    /// The authorisation server alone.
    case oauth

    var vendor: any Vendor.Type {
        switch self {
        case .apideck: Apideck.self
        case .bamboohr: BambooHR.self
        case .personio: Personio.self
        case .hibob: HiBob.self
        case .scim: SCIM.self
        case .oauth: AuthorizationServer.self
        }
    }
}

/// Why a vendor does not answer what was asked.
enum Failure: Sendable {
    case unauthorized, customerUnauthorized, forbidden, notFound, paymentRequired
    case rateLimited(RateHint)
    case serverError(status: Int)
    case cursorExpired
    /// The request itself is wrong.
    case invalid(String)

    /// How long to wait, in seconds, and where it is said.
    enum RateHint: Sendable {
        case none
        case seconds(Int)
        case date(Int)
        case vendorHeaders(Int)
    }

    /// What the fault means if it is an error of the vendor's.
    init?(_ fault: Fault) {
        let seconds = Int(fault.number(or: 1))
        switch fault.kind {
        case .unauthorized: self = .unauthorized
        case .customerUnauthorized: self = .customerUnauthorized
        case .forbidden: self = .forbidden
        case .notFound: self = .notFound
        case .paymentRequired: self = .paymentRequired
        case .rateLimited: self = .rateLimited(.none)
        case .rateLimitedSeconds: self = .rateLimited(.seconds(seconds))
        case .rateLimitedDate: self = .rateLimited(.date(seconds))
        case .rateLimitedHeaders: self = .rateLimited(.vendorHeaders(seconds))
        case .serverError: self = .serverError(status: Int(fault.number(or: 500)))
        case .cursorExpired: self = .cursorExpired
        default: return nil
        }
    }

    var status: Int {
        switch self {
        case .unauthorized, .customerUnauthorized: 401
        case .forbidden: 403
        case .notFound: 404
        case .paymentRequired: 402
        case .rateLimited: 429
        case .serverError(let status): status
        case .cursorExpired, .invalid: 400
        }
    }
}
