/// The port to an HRIS. What a connector needs (address, secrets) it was made with; it keeps nothing.
public protocol Connector: Sendable {
    /// One cheap real call that proves the credentials (R-CON-3).
    func prove() async throws(ConnectorError)

    /// Begins to read everything. Each call of `next` gives a page, then nil once the HRIS's answer is complete.
    /// An incomplete reading throws `remoteIncomplete`; it never just ends (R-SAFE-4).
    func snapshot() async throws(ConnectorError) -> any SnapshotReader

    /// One employee as it is now; nil: the HRIS does not know this id.
    func employee(id: String) async throws(ConnectorError) -> Employee?

    /// What the HRIS calls its custom fields, by path, where it tells.
    func labels() async throws(ConnectorError) -> [String: String]
}

/// A snapshot being read, page by page; memory is bounded by the page.
public protocol SnapshotReader: AnyObject, Sendable {
    func next() async throws(ConnectorError) -> Page?
}

public struct Page: Sendable {
    public var employees: [Employee]
    /// How many employees there are in all, if the HRIS promises a number (R-SAFE-4).
    public var total: Int?
    public var warnings: [Problem]

    public init(employees: [Employee], total: Int? = nil, warnings: [Problem] = []) {
        self.employees = employees
        self.total = total
        self.warnings = warnings
    }
}

/// Why a connector could not do what it was asked. Messages name no person and no secret.
public enum ConnectorError: Error, Sendable, Equatable {
    /// The settings cannot be right; `field` names the form's field.
    case settingsInvalid(field: String, message: String)
    case authorizationRejected(String)
    case authorizationRequired(String)
    case fileUnavailable(String)
    case remoteUnavailable(String)
    case remoteRateLimited(String, retryAt: Timestamp?)
    case remoteUnexpected(String)
    case remoteIncomplete(String)
    case unsupported(String)
    /// What the keeper of the tokens says: they can be neither read nor stored. `kind` is the protocol's.
    case tokensUnavailable(kind: String, message: String)
    case cancelled
}
