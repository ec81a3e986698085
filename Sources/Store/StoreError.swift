internal import GRDB

/// Why the store could not do what it was asked. Messages hold no personal data and no secret.
public enum StoreError: Error, Sendable, Equatable {
    /// Another process has kept the database from being written for longer than the time-out; its process id where the system tells.
    case locked(pid: Int32?)
    /// The file was written by a newer version: the newest schema found in it, and the newest one known here.
    case tooNew(found: Int, known: Int)
    /// What is in the file cannot be right.
    case damaged(String)
    /// The disk is full.
    case full
    /// Secrets can be neither sealed nor opened.
    case keyUnavailable(String)
    /// The file cannot be opened, read or written.
    case unavailable(String)
    /// Somebody else has it already.
    case taken(Unique)
    /// An id, key or name that something to be stored refers to is not there.
    case notFound(String)
    /// A value that the schema does not allow; a fault of the caller.
    case invalid(String)
    /// Another run of the integration is neither queued nor at its end (R-RUN-1).
    case runInProgress

    public enum Unique: String, Sendable, CaseIterable { case email, externalId, kioskCode, key, name, prefix }
}

extension StoreError {
    /// What an error of the database, or of this module itself, means to the caller.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(error)
        // Not its own words, which may hold what is in a row.
        default: self = .unavailable("The database could not be read (\(type(of: error))).")
        }
    }

    private init(_ error: DatabaseError) {
        let message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(pid: nil)
        case .SQLITE_FULL: self = .full
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: self = .damaged(message)
        case .SQLITE_READONLY: self = .unavailable("The database or its folder may not be written to (\(message)); mend its permissions, or name another with --database.")
        case .SQLITE_IOERR: self = .unavailable("The disk did not read or write the database (\(message)); nothing was changed. See whether it is full, over its quota or failing.")
        case .SQLITE_CANTOPEN: self = .unavailable("The database cannot be opened (\(message)); see whether its folder is there and may be written to.")
        case .SQLITE_CONSTRAINT: self = StoreError.constraint(message, error.extendedResultCode)
        default: self = .unavailable(message)
        }
    }

    private static func constraint(_ message: String, _ code: ResultCode) -> StoreError {
        if code == .SQLITE_CONSTRAINT_FOREIGNKEY { return .notFound("something it refers to") }
        for (column, unique) in uniqueColumns where message.contains(column) { return .taken(unique) }
        return message.contains("run_active") || message.contains("run.integration") ? .runInProgress : .invalid(message)
    }

    /// As SQLite names them in its messages.
    private static let uniqueColumns: [(String, Unique)] = [
        ("user.email_key", .email), ("user.external_id", .externalId), ("user.kiosk_code", .kioskCode), ("attribute.key", .key),
        ("attribute.name", .name), ("spelling.attribute", .name), ("integration.name", .name), ("integration.prefix", .prefix),
        ("prefix taken", .prefix),
    ]
}
