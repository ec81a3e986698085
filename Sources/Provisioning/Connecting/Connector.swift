/// The port to an HRIS. What a connector needs (address, secrets) it was made with; it keeps nothing.
public protocol Connector: Sendable {
    /// One cheap real call that proves the credentials (R-CON-3).
    func prove() async throws(ConnectorError)

    /// Begins to read everything. Each call of `next` gives a page, then nil once the HRIS's answer is complete.
    /// An incomplete reading throws `remoteIncomplete`; it never just ends (R-SAFE-4).
    func snapshot() async throws(ConnectorError) -> any SnapshotReader

    /// As `snapshot`, but with records as the HRIS wrote them, so that those who are recognised need not be read; nil: not with this connector, or
    /// not with what it would read this time. If anything in it goes wrong, the caller turns to `snapshot`, which knows best what to say.
    func records() async throws(ConnectorError) -> (any SnapshotReader)?

    /// One employee as it is now; nil: the HRIS does not know this id.
    func employee(id: String) async throws(ConnectorError) -> Employee?

    /// What the HRIS calls its custom fields, by path, where it tells.
    func labels() async throws(ConnectorError) -> [String: String]
}

extension Connector {
    public func records() async throws(ConnectorError) -> (any SnapshotReader)? { nil }
}

/// A snapshot being read, page by page; memory is bounded by the page.
public protocol SnapshotReader: AnyObject, Sendable {
    func next() async throws(ConnectorError) -> Page?
}

public struct Page: Sendable {
    public var employees: [Employee]
    /// After the employees, further ones that nobody has read yet.
    public var records: RawRecords?
    /// How many employees there are in all, if the HRIS promises a number (R-SAFE-4).
    public var total: Int?
    public var warnings: [Problem]

    public init(employees: [Employee], records: RawRecords? = nil, total: Int? = nil, warnings: [Problem] = []) {
        self.employees = employees
        self.records = records
        self.total = total
        self.warnings = warnings
    }
}

/// Records as the HRIS wrote them. The same bytes always mean the same employee.
public struct RawRecords: Sendable {
    public var bytes: [UInt8]
    /// Where each record lies in `bytes`.
    public var ranges: [Range<Int>]
    /// Reads one of them.
    public var read: @Sendable (ArraySlice<UInt8>) throws(ConnectorError) -> Employee

    public init(bytes: [UInt8], ranges: [Range<Int>], read: @escaping @Sendable (ArraySlice<UInt8>) throws(ConnectorError) -> Employee) {
        self.bytes = bytes
        self.ranges = ranges
        self.read = read
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
