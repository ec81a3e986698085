// Made from protocol/ by `swift run generate`; do not edit. Sources: 63d53eda290eca8e
import { StaffettaError } from "../errors.js";

/** -32700. The message is not JSON. Send one JSON value per line, or with Content-Length. */
export class ParseError extends StaffettaError {}

/** -32600. The message is not a JSON-RPC 2.0 request. Give jsonrpc, method and id. */
export class InvalidRequestError extends StaffettaError {}

/** -32601. There is no such method. See the methods that `initialize` lists. */
export class MethodNotFoundError extends StaffettaError {}

/** -32602. A parameter is missing, unknown, of the wrong type or out of its range; or a cursor was used with other parameters. Correct the member at `path`. */
export class InvalidParamsError extends StaffettaError {}

/** -32603. The agent has a fault. Report it; nothing was changed. */
export class InternalError extends StaffettaError {}

/** -32800. The request or its run was cancelled. Nothing. */
export class CancelledError extends StaffettaError {}

/** 1001. More than 1,000 requests are waiting. Wait for answers, then send again. */
export class OverloadedError extends StaffettaError {}

/** 1002. The agent is leaving. Start it again and repeat the request. */
export class ClosingError extends StaffettaError {}

/** 1003. The message is longer than `--max-message` allows and was skipped. Send less at once, or a file by `path`. */
export class MessageTooLargeError extends StaffettaError {}

/** 1004. The agent ended before the work was done; it was rolled back. Start it again. */
export class InterruptedError extends StaffettaError {}

/** 2001. What was named does not exist. Correct the id or the name. */
export class NotFoundError extends StaffettaError {}

/** 2002. The actor may not do this, or is unknown; or the path or address is outside of what the operator allows. Ask an administrator, or the operator for `--files` or `--allow-host`. */
export class ForbiddenError extends StaffettaError {}

/** 2003. The feature is off. Enable it with `feature/enable`. */
export class FeatureDisabledError extends StaffettaError {}

/** 2004. The terms must be accepted first. Show the text and repeat with `acceptSubprocessor`. */
export class AcceptanceRequiredError extends StaffettaError {}

/** 2005. A setting has the right form and a wrong meaning. Correct what `problems` lists. */
export class ConfigurationInvalidError extends StaffettaError {}

/** 2006. The configuration was saved by somebody else since. Read it again, make the change again. */
export class RevisionConflictError extends StaffettaError {}

/** 2007. Another run of this integration is going on. Wait for it with `run/wait`, or cancel it. */
export class RunInProgressError extends StaffettaError {}

/** 2008. The limit of runs in 24 hours is reached. Try again at `retryAt`. */
export class LimitReachedError extends StaffettaError {}

/** 2009. The request has consequences that somebody should know first. Show `because` and repeat with `confirm`. */
export class ConfirmationRequiredError extends StaffettaError {}

/** 2010. What the test was computed from has changed. Run a new test. */
export class PlanStaleError extends StaffettaError {}

/** 2011. The rows of the run are erased after 24 hours. Run a new test. */
export class ResultsExpiredError extends StaffettaError {}

/** 2012. The file has faults; nothing was applied. Correct the lines that `problems` lists. */
export class FileInvalidError extends StaffettaError {}

/** 2013. The value belongs to another and must be unique. Choose another one. */
export class TakenError extends StaffettaError {}

/** 2014. This cannot be done in the present state. See the message for what must come first. */
export class WrongStateError extends StaffettaError {}

/** 2015. The account has as many users as its licence allows. Delete users or raise the limit with `account/update`. */
export class LicenseLimitError extends StaffettaError {}

/** 2016. The connector cannot do this. See `supports` and `limitations` in `connector/get`. */
export class UnsupportedError extends StaffettaError {}

/** 4001. The key that unseals secrets cannot be read. See `--key-file`, `--key-env` and `--key-command`. */
export class KeyUnavailableError extends StaffettaError {}

/** 4002. The HRIS refused the credentials. Correct them; the HRIS's own words are in the message. */
export class AuthorizationRejectedError extends StaffettaError {}

/** 4003. The HRIS no longer accepts the authorisation. Use `integration/reconnect`. */
export class AuthorizationRequiredError extends StaffettaError {}

/** 4004. The file is not there, cannot be read or written, or exists already. Correct the path or its rights. */
export class FileUnavailableError extends StaffettaError {}

/** 5001. The HRIS does not answer. Try again later. */
export class RemoteUnavailableError extends StaffettaError {}

/** 5002. The HRIS refuses so many requests. Try again at `retryAt`. */
export class RemoteRateLimitedError extends StaffettaError {}

/** 5003. The HRIS answered something that the connector does not understand. Report it with the message. */
export class RemoteUnexpectedError extends StaffettaError {}

/** 5004. The HRIS did not deliver everything, so nothing was changed (R-SAFE-4). Try again; if it stays, ask the vendor. For a file, correct the line. */
export class RemoteIncompleteError extends StaffettaError {}

/** 5005. Too many people changed both last name and address (R-SAFE-7); nothing was applied. Check the tenant or the file; a reviewed test is the way past. */
export class IdentityMismatchError extends StaffettaError {}

/** 6001. Another process holds the database. Stop it, or wait. */
export class StoreLockedError extends StaffettaError {}

/** 6002. The database was written by a newer agent. Use that version. */
export class StoreTooNewError extends StaffettaError {}

/** 6003. The database is damaged. Restore a backup. */
export class StoreDamagedError extends StaffettaError {}

/** 6004. The disk is full; nothing was changed. Make room. */
export class StoreFullError extends StaffettaError {}

/** The class of each kind. */
export const errorClasses = {
  parseError: ParseError,
  invalidRequest: InvalidRequestError,
  methodNotFound: MethodNotFoundError,
  invalidParams: InvalidParamsError,
  internalError: InternalError,
  cancelled: CancelledError,
  overloaded: OverloadedError,
  closing: ClosingError,
  messageTooLarge: MessageTooLargeError,
  interrupted: InterruptedError,
  notFound: NotFoundError,
  forbidden: ForbiddenError,
  featureDisabled: FeatureDisabledError,
  acceptanceRequired: AcceptanceRequiredError,
  configurationInvalid: ConfigurationInvalidError,
  revisionConflict: RevisionConflictError,
  runInProgress: RunInProgressError,
  limitReached: LimitReachedError,
  confirmationRequired: ConfirmationRequiredError,
  planStale: PlanStaleError,
  resultsExpired: ResultsExpiredError,
  fileInvalid: FileInvalidError,
  taken: TakenError,
  wrongState: WrongStateError,
  licenseLimit: LicenseLimitError,
  unsupported: UnsupportedError,
  keyUnavailable: KeyUnavailableError,
  authorizationRejected: AuthorizationRejectedError,
  authorizationRequired: AuthorizationRequiredError,
  fileUnavailable: FileUnavailableError,
  remoteUnavailable: RemoteUnavailableError,
  remoteRateLimited: RemoteRateLimitedError,
  remoteUnexpected: RemoteUnexpectedError,
  remoteIncomplete: RemoteIncompleteError,
  identityMismatch: IdentityMismatchError,
  storeLocked: StoreLockedError,
  storeTooNew: StoreTooNewError,
  storeDamaged: StoreDamagedError,
  storeFull: StoreFullError,
};
