// Made from protocol/ by `swift run generate`; do not edit. Sources: 63d53eda290eca8e
import { StaffettaError } from "../errors.js";

/** The stable names of errors (`data.kind`). Newer agents may know more. */
export type ErrorKind = "parseError" | "invalidRequest" | "methodNotFound" | "invalidParams" | "internalError" | "cancelled" | "overloaded" | "closing" | "messageTooLarge" | "interrupted" | "notFound" | "forbidden" | "featureDisabled" | "acceptanceRequired" | "configurationInvalid" | "revisionConflict" | "runInProgress" | "limitReached" | "confirmationRequired" | "planStale" | "resultsExpired" | "fileInvalid" | "taken" | "wrongState" | "licenseLimit" | "unsupported" | "keyUnavailable" | "authorizationRejected" | "authorizationRequired" | "fileUnavailable" | "remoteUnavailable" | "remoteRateLimited" | "remoteUnexpected" | "remoteIncomplete" | "identityMismatch" | "storeLocked" | "storeTooNew" | "storeDamaged" | "storeFull";

/** -32700. The message is not JSON. Send one JSON value per line, or with Content-Length. */
export class ParseError extends StaffettaError {
  readonly kind: "parseError";
}

/** -32600. The message is not a JSON-RPC 2.0 request. Give jsonrpc, method and id. */
export class InvalidRequestError extends StaffettaError {
  readonly kind: "invalidRequest";
}

/** -32601. There is no such method. See the methods that `initialize` lists. */
export class MethodNotFoundError extends StaffettaError {
  readonly kind: "methodNotFound";
}

/** -32602. A parameter is missing, unknown, of the wrong type or out of its range; or a cursor was used with other parameters. Correct the member at `path`. */
export class InvalidParamsError extends StaffettaError {
  readonly kind: "invalidParams";
  readonly data: { kind: string; [name: string]: any } & {
    /** Where: members separated by dots, list places in brackets. */
    path?: any;
  };
}

/** -32603. The agent has a fault. Report it; nothing was changed. */
export class InternalError extends StaffettaError {
  readonly kind: "internalError";
}

/** -32800. The request or its run was cancelled. Nothing. */
export class CancelledError extends StaffettaError {
  readonly kind: "cancelled";
  readonly data: { kind: string; [name: string]: any } & {
    /** The run's id, if there was one. */
    run?: any;
  };
}

/** 1001. More than 1,000 requests are waiting. Wait for answers, then send again. */
export class OverloadedError extends StaffettaError {
  readonly kind: "overloaded";
}

/** 1002. The agent is leaving. Start it again and repeat the request. */
export class ClosingError extends StaffettaError {
  readonly kind: "closing";
}

/** 1003. The message is longer than `--max-message` allows and was skipped. Send less at once, or a file by `path`. */
export class MessageTooLargeError extends StaffettaError {
  readonly kind: "messageTooLarge";
  readonly data: { kind: string; [name: string]: any } & {
    /** The greatest number of bytes. */
    limit?: any;
  };
}

/** 1004. The agent ended before the work was done; it was rolled back. Start it again. */
export class InterruptedError extends StaffettaError {
  readonly kind: "interrupted";
  readonly data: { kind: string; [name: string]: any } & {
    /** The run's id, if there was one. */
    run?: any;
  };
}

/** 2001. What was named does not exist. Correct the id or the name. */
export class NotFoundError extends StaffettaError {
  readonly kind: "notFound";
  readonly data: { kind: string; [name: string]: any } & {
    /** What kind of thing. */
    what?: any;
    /** What was asked for. */
    id?: any;
  };
}

/** 2002. The actor may not do this, or is unknown; or the path or address is outside of what the operator allows. Ask an administrator, or the operator for `--files` or `--allow-host`. */
export class ForbiddenError extends StaffettaError {
  readonly kind: "forbidden";
}

/** 2003. The feature is off. Enable it with `feature/enable`. */
export class FeatureDisabledError extends StaffettaError {
  readonly kind: "featureDisabled";
  readonly data: { kind: string; [name: string]: any } & {
    /** Its name. */
    feature?: any;
  };
}

/** 2004. The terms must be accepted first. Show the text and repeat with `acceptSubprocessor`. */
export class AcceptanceRequiredError extends StaffettaError {
  readonly kind: "acceptanceRequired";
  readonly data: { kind: string; [name: string]: any } & {
    /** Of the terms. */
    version?: any;
    /** To be shown. */
    text?: any;
  };
}

/** 2005. A setting has the right form and a wrong meaning. Correct what `problems` lists. */
export class ConfigurationInvalidError extends StaffettaError {
  readonly kind: "configurationInvalid";
  readonly data: { kind: string; [name: string]: any } & {
    /** A list of Problem. */
    problems?: any;
  };
}

/** 2006. The configuration was saved by somebody else since. Read it again, make the change again. */
export class RevisionConflictError extends StaffettaError {
  readonly kind: "revisionConflict";
  readonly data: { kind: string; [name: string]: any } & {
    /** The present one. */
    revision?: any;
  };
}

/** 2007. Another run of this integration is going on. Wait for it with `run/wait`, or cancel it. */
export class RunInProgressError extends StaffettaError {
  readonly kind: "runInProgress";
  readonly data: { kind: string; [name: string]: any } & {
    /** Its id. */
    run?: any;
  };
}

/** 2008. The limit of runs in 24 hours is reached. Try again at `retryAt`. */
export class LimitReachedError extends StaffettaError {
  readonly kind: "limitReached";
  readonly data: { kind: string; [name: string]: any } & {
    /** When. */
    retryAt?: any;
  };
}

/** 2009. The request has consequences that somebody should know first. Show `because` and repeat with `confirm`. */
export class ConfirmationRequiredError extends StaffettaError {
  readonly kind: "confirmationRequired";
  readonly data: { kind: string; [name: string]: any } & {
    /** Why, in sentences for people. */
    because?: any;
    /** What would happen to how many. */
    counts?: any;
    /** The ids of administrators and superusers that would be linked. */
    users?: any;
  };
}

/** 2010. What the test was computed from has changed. Run a new test. */
export class PlanStaleError extends StaffettaError {
  readonly kind: "planStale";
  readonly data: { kind: string; [name: string]: any } & {
    /** A list of {what, id?}. */
    changed?: any;
  };
}

/** 2011. The rows of the run are erased after 24 hours. Run a new test. */
export class ResultsExpiredError extends StaffettaError {
  readonly kind: "resultsExpired";
  readonly data: { kind: string; [name: string]: any } & {
    /** The run's id. */
    run?: any;
  };
}

/** 2012. The file has faults; nothing was applied. Correct the lines that `problems` lists. */
export class FileInvalidError extends StaffettaError {
  readonly kind: "fileInvalid";
  readonly data: { kind: string; [name: string]: any } & {
    /** A list of Problem, with line. */
    problems?: any;
  };
}

/** 2013. The value belongs to another and must be unique. Choose another one. */
export class TakenError extends StaffettaError {
  readonly kind: "taken";
  readonly data: { kind: string; [name: string]: any } & {
    /** email, externalId, kioskCode, key, name or prefix. */
    which?: any;
    /** Whose it is, where it may be told. */
    id?: any;
  };
}

/** 2014. This cannot be done in the present state. See the message for what must come first. */
export class WrongStateError extends StaffettaError {
  readonly kind: "wrongState";
  readonly data: { kind: string; [name: string]: any } & {
    /** The present state. */
    state?: any;
  };
}

/** 2015. The account has as many users as its licence allows. Delete users or raise the limit with `account/update`. */
export class LicenseLimitError extends StaffettaError {
  readonly kind: "licenseLimit";
  readonly data: { kind: string; [name: string]: any } & {
    /** The greatest number of users. */
    limit?: any;
  };
}

/** 2016. The connector cannot do this. See `supports` and `limitations` in `connector/get`. */
export class UnsupportedError extends StaffettaError {
  readonly kind: "unsupported";
}

/** 4001. The key that unseals secrets cannot be read. See `--key-file`, `--key-env` and `--key-command`. */
export class KeyUnavailableError extends StaffettaError {
  readonly kind: "keyUnavailable";
}

/** 4002. The HRIS refused the credentials. Correct them; the HRIS's own words are in the message. */
export class AuthorizationRejectedError extends StaffettaError {
  readonly kind: "authorizationRejected";
}

/** 4003. The HRIS no longer accepts the authorisation. Use `integration/reconnect`. */
export class AuthorizationRequiredError extends StaffettaError {
  readonly kind: "authorizationRequired";
  readonly data: { kind: string; [name: string]: any } & {
    /** Its id. */
    integration?: any;
  };
}

/** 4004. The file is not there, cannot be read or written, or exists already. Correct the path or its rights. */
export class FileUnavailableError extends StaffettaError {
  readonly kind: "fileUnavailable";
  readonly data: { kind: string; [name: string]: any } & {
    /** The file. */
    path?: any;
  };
}

/** 5001. The HRIS does not answer. Try again later. */
export class RemoteUnavailableError extends StaffettaError {
  readonly kind: "remoteUnavailable";
  readonly data: { kind: string; [name: string]: any } & {
    /** When, if it told. */
    retryAt?: any;
  };
}

/** 5002. The HRIS refuses so many requests. Try again at `retryAt`. */
export class RemoteRateLimitedError extends StaffettaError {
  readonly kind: "remoteRateLimited";
  readonly data: { kind: string; [name: string]: any } & {
    /** When, if it told. */
    retryAt?: any;
  };
}

/** 5003. The HRIS answered something that the connector does not understand. Report it with the message. */
export class RemoteUnexpectedError extends StaffettaError {
  readonly kind: "remoteUnexpected";
}

/** 5004. The HRIS did not deliver everything, so nothing was changed (R-SAFE-4). Try again; if it stays, ask the vendor. For a file, correct the line. */
export class RemoteIncompleteError extends StaffettaError {
  readonly kind: "remoteIncomplete";
  readonly data: { kind: string; [name: string]: any } & {
    /** Of a file. */
    line?: any;
  };
}

/** 5005. Too many people changed both last name and address (R-SAFE-7); nothing was applied. Check the tenant or the file; a reviewed test is the way past. */
export class IdentityMismatchError extends StaffettaError {
  readonly kind: "identityMismatch";
  readonly data: { kind: string; [name: string]: any } & {
    /** How many of how many. */
    counts?: any;
  };
}

/** 6001. Another process holds the database. Stop it, or wait. */
export class StoreLockedError extends StaffettaError {
  readonly kind: "storeLocked";
  readonly data: { kind: string; [name: string]: any } & {
    /** Of the holder. */
    pid?: any;
  };
}

/** 6002. The database was written by a newer agent. Use that version. */
export class StoreTooNewError extends StaffettaError {
  readonly kind: "storeTooNew";
  readonly data: { kind: string; [name: string]: any } & {
    /** Of the database. */
    schemaVersion?: any;
  };
}

/** 6003. The database is damaged. Restore a backup. */
export class StoreDamagedError extends StaffettaError {
  readonly kind: "storeDamaged";
}

/** 6004. The disk is full; nothing was changed. Make room. */
export class StoreFullError extends StaffettaError {
  readonly kind: "storeFull";
}

/** The class of each kind. */
export const errorClasses: { readonly [kind in ErrorKind]: typeof StaffettaError };
