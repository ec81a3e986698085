// Made from protocol/ by `swift run generate`; do not edit. Sources: 63d53eda290eca8e
/// The stable names of errors (`data.kind`).
public enum ErrorKind: String, CaseIterable, Sendable {
    /// The message is not JSON.
    case parseError
    /// The message is not a JSON-RPC 2.0 request.
    case invalidRequest
    /// There is no such method.
    case methodNotFound
    /// A parameter is missing, unknown, of the wrong type or out of its range; or a cursor was used with other parameters.
    case invalidParams
    /// The agent has a fault.
    case internalError
    /// The request or its run was cancelled.
    case cancelled
    /// More than 1,000 requests are waiting.
    case overloaded
    /// The agent is leaving.
    case closing
    /// The message is longer than `--max-message` allows and was skipped.
    case messageTooLarge
    /// The agent ended before the work was done; it was rolled back.
    case interrupted
    /// What was named does not exist.
    case notFound
    /// The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
    case forbidden
    /// The feature is off.
    case featureDisabled
    /// The terms must be accepted first.
    case acceptanceRequired
    /// A setting has the right form and a wrong meaning.
    case configurationInvalid
    /// The configuration was saved by somebody else since.
    case revisionConflict
    /// Another run of this integration is going on.
    case runInProgress
    /// The limit of runs in 24 hours is reached.
    case limitReached
    /// The request has consequences that somebody should know first.
    case confirmationRequired
    /// What the test was computed from has changed.
    case planStale
    /// The rows of the run are erased after 24 hours.
    case resultsExpired
    /// The file has faults; nothing was applied.
    case fileInvalid
    /// The value belongs to another and must be unique.
    case taken
    /// This cannot be done in the present state.
    case wrongState
    /// The account has as many users as its licence allows.
    case licenseLimit
    /// The connector cannot do this.
    case unsupported
    /// The key that unseals secrets cannot be read.
    case keyUnavailable
    /// The HRIS refused the credentials.
    case authorizationRejected
    /// The HRIS no longer accepts the authorisation.
    case authorizationRequired
    /// The file is not there, cannot be read or written, or exists already.
    case fileUnavailable
    /// The HRIS does not answer.
    case remoteUnavailable
    /// The HRIS refuses so many requests.
    case remoteRateLimited
    /// The HRIS answered something that the connector does not understand.
    case remoteUnexpected
    /// The HRIS did not deliver everything, so nothing was changed (R-SAFE-4).
    case remoteIncomplete
    /// Too many people changed both last name and address (R-SAFE-7); nothing was applied.
    case identityMismatch
    /// Another process holds the database.
    case storeLocked
    /// The database was written by a newer agent.
    case storeTooNew
    /// The database is damaged.
    case storeDamaged
    /// The disk is full; nothing was changed.
    case storeFull

    /// The JSON-RPC error code.
    public var code: Int {
        switch self {
        case .parseError: -32700
        case .invalidRequest: -32600
        case .methodNotFound: -32601
        case .invalidParams: -32602
        case .internalError: -32603
        case .cancelled: -32800
        case .overloaded: 1001
        case .closing: 1002
        case .messageTooLarge: 1003
        case .interrupted: 1004
        case .notFound: 2001
        case .forbidden: 2002
        case .featureDisabled: 2003
        case .acceptanceRequired: 2004
        case .configurationInvalid: 2005
        case .revisionConflict: 2006
        case .runInProgress: 2007
        case .limitReached: 2008
        case .confirmationRequired: 2009
        case .planStale: 2010
        case .resultsExpired: 2011
        case .fileInvalid: 2012
        case .taken: 2013
        case .wrongState: 2014
        case .licenseLimit: 2015
        case .unsupported: 2016
        case .keyUnavailable: 4001
        case .authorizationRejected: 4002
        case .authorizationRequired: 4003
        case .fileUnavailable: 4004
        case .remoteUnavailable: 5001
        case .remoteRateLimited: 5002
        case .remoteUnexpected: 5003
        case .remoteIncomplete: 5004
        case .identityMismatch: 5005
        case .storeLocked: 6001
        case .storeTooNew: 6002
        case .storeDamaged: 6003
        case .storeFull: 6004
        }
    }
}
