# Made from protocol/ by `swift run generate`; do not edit.
from __future__ import annotations

from ..faults import AgentError


class ParseError(AgentError):
    """The message is not JSON.

    To do: Send one JSON value per line, or with Content-Length.
    """

    code = -32700
    kind = "parseError"


class InvalidRequest(AgentError):
    """The message is not a JSON-RPC 2.0 request.

    To do: Give jsonrpc, method and id.
    """

    code = -32600
    kind = "invalidRequest"


class MethodNotFound(AgentError):
    """There is no such method.

    To do: See the methods that `initialize` lists.
    """

    code = -32601
    kind = "methodNotFound"


class InvalidParams(AgentError):
    """A parameter is missing, unknown, of the wrong type or out of its range; or a cursor was used with other parameters.

    To do: Correct the member at `path`.

    Members of `data`:
        path: Where: members separated by dots, list places in brackets.
    """

    code = -32602
    kind = "invalidParams"


class InternalError(AgentError):
    """The agent has a fault.

    To do: Report it; nothing was changed.
    """

    code = -32603
    kind = "internalError"


class Cancelled(AgentError):
    """The request or its run was cancelled.

    To do: Nothing.

    Members of `data`:
        run: The run's id, if there was one.
    """

    code = -32800
    kind = "cancelled"


class Overloaded(AgentError):
    """More than 1,000 requests are waiting.

    To do: Wait for answers, then send again.
    """

    code = 1001
    kind = "overloaded"


class Closing(AgentError):
    """The agent is leaving.

    To do: Start it again and repeat the request.
    """

    code = 1002
    kind = "closing"


class MessageTooLarge(AgentError):
    """The message is longer than `--max-message` allows and was skipped.

    To do: Send less at once, or a file by `path`.

    Members of `data`:
        limit: The greatest number of bytes.
    """

    code = 1003
    kind = "messageTooLarge"


class Interrupted(AgentError):
    """The agent ended before the work was done; it was rolled back.

    To do: Start it again.

    Members of `data`:
        run: The run's id, if there was one.
    """

    code = 1004
    kind = "interrupted"


class NotFound(AgentError):
    """What was named does not exist.

    To do: Correct the id or the name.

    Members of `data`:
        what: What kind of thing.
        id: What was asked for.
    """

    code = 2001
    kind = "notFound"


class Forbidden(AgentError):
    """The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.

    To do: Ask an administrator, or the operator for `--files` or `--allow-host`.
    """

    code = 2002
    kind = "forbidden"


class FeatureDisabled(AgentError):
    """The feature is off.

    To do: Enable it with `feature/enable`.

    Members of `data`:
        feature: Its name.
    """

    code = 2003
    kind = "featureDisabled"


class AcceptanceRequired(AgentError):
    """The terms must be accepted first.

    To do: Show the text and repeat with `acceptSubprocessor`.

    Members of `data`:
        version: Of the terms.
        text: To be shown.
    """

    code = 2004
    kind = "acceptanceRequired"


class ConfigurationInvalid(AgentError):
    """A setting has the right form and a wrong meaning.

    To do: Correct what `problems` lists.

    Members of `data`:
        problems: A list of Problem.
    """

    code = 2005
    kind = "configurationInvalid"


class RevisionConflict(AgentError):
    """The configuration was saved by somebody else since.

    To do: Read it again, make the change again.

    Members of `data`:
        revision: The present one.
    """

    code = 2006
    kind = "revisionConflict"


class RunInProgress(AgentError):
    """Another run of this integration is going on.

    To do: Wait for it with `run/wait`, or cancel it.

    Members of `data`:
        run: Its id.
    """

    code = 2007
    kind = "runInProgress"


class LimitReached(AgentError):
    """The limit of runs in 24 hours is reached.

    To do: Try again at `retryAt`.

    Members of `data`:
        retryAt: When.
    """

    code = 2008
    kind = "limitReached"


class ConfirmationRequired(AgentError):
    """The request has consequences that somebody should know first.

    To do: Show `because` and repeat with `confirm`.

    Members of `data`:
        because: Why, in sentences for people.
        counts: What would happen to how many.
        users: The ids of administrators and superusers that would be linked.
    """

    code = 2009
    kind = "confirmationRequired"


class PlanStale(AgentError):
    """What the test was computed from has changed.

    To do: Run a new test.

    Members of `data`:
        changed: A list of {what, id?}.
    """

    code = 2010
    kind = "planStale"


class ResultsExpired(AgentError):
    """The rows of the run are erased after 24 hours.

    To do: Run a new test.

    Members of `data`:
        run: The run's id.
    """

    code = 2011
    kind = "resultsExpired"


class FileInvalid(AgentError):
    """The file has faults; nothing was applied.

    To do: Correct the lines that `problems` lists.

    Members of `data`:
        problems: A list of Problem, with line.
    """

    code = 2012
    kind = "fileInvalid"


class Taken(AgentError):
    """The value belongs to another and must be unique.

    To do: Choose another one.

    Members of `data`:
        which: email, externalId, kioskCode, key, name or prefix.
        id: Whose it is, where it may be told.
    """

    code = 2013
    kind = "taken"


class WrongState(AgentError):
    """This cannot be done in the present state.

    To do: See the message for what must come first.

    Members of `data`:
        state: The present state.
    """

    code = 2014
    kind = "wrongState"


class LicenseLimit(AgentError):
    """The account has as many users as its licence allows.

    To do: Delete users or raise the limit with `account/update`.

    Members of `data`:
        limit: The greatest number of users.
    """

    code = 2015
    kind = "licenseLimit"


class Unsupported(AgentError):
    """The connector cannot do this.

    To do: See `supports` and `limitations` in `connector/get`.
    """

    code = 2016
    kind = "unsupported"


class KeyUnavailable(AgentError):
    """The key that unseals secrets cannot be read.

    To do: See `--key-file`, `--key-env` and `--key-command`.
    """

    code = 4001
    kind = "keyUnavailable"


class AuthorizationRejected(AgentError):
    """The HRIS refused the credentials.

    To do: Correct them; the HRIS's own words are in the message.
    """

    code = 4002
    kind = "authorizationRejected"


class AuthorizationRequired(AgentError):
    """The HRIS no longer accepts the authorisation.

    To do: Use `integration/reconnect`.

    Members of `data`:
        integration: Its id.
    """

    code = 4003
    kind = "authorizationRequired"


class FileUnavailable(AgentError):
    """The file is not there, cannot be read or written, or exists already.

    To do: Correct the path or its rights.

    Members of `data`:
        path: The file.
    """

    code = 4004
    kind = "fileUnavailable"


class RemoteUnavailable(AgentError):
    """The HRIS does not answer.

    To do: Try again later.

    Members of `data`:
        retryAt: When, if it told.
    """

    code = 5001
    kind = "remoteUnavailable"


class RemoteRateLimited(AgentError):
    """The HRIS refuses so many requests.

    To do: Try again at `retryAt`.

    Members of `data`:
        retryAt: When, if it told.
    """

    code = 5002
    kind = "remoteRateLimited"


class RemoteUnexpected(AgentError):
    """The HRIS answered something that the connector does not understand.

    To do: Report it with the message.
    """

    code = 5003
    kind = "remoteUnexpected"


class RemoteIncomplete(AgentError):
    """The HRIS did not deliver everything, so nothing was changed (R-SAFE-4).

    To do: Try again; if it stays, ask the vendor. For a file, correct the line.

    Members of `data`:
        line: Of a file.
    """

    code = 5004
    kind = "remoteIncomplete"


class IdentityMismatch(AgentError):
    """Too many people changed both last name and address (R-SAFE-7); nothing was applied.

    To do: Check the tenant or the file; a reviewed test is the way past.

    Members of `data`:
        counts: How many of how many.
    """

    code = 5005
    kind = "identityMismatch"


class StoreLocked(AgentError):
    """Another process holds the database.

    To do: Stop it, or wait.

    Members of `data`:
        pid: Of the holder.
    """

    code = 6001
    kind = "storeLocked"


class StoreTooNew(AgentError):
    """The database was written by a newer agent.

    To do: Use that version.

    Members of `data`:
        schemaVersion: Of the database.
    """

    code = 6002
    kind = "storeTooNew"


class StoreDamaged(AgentError):
    """The database is damaged.

    To do: Restore a backup.
    """

    code = 6003
    kind = "storeDamaged"


class StoreFull(AgentError):
    """The disk is full; nothing was changed.

    To do: Make room.
    """

    code = 6004
    kind = "storeFull"


ERRORS: dict[str, type[AgentError]] = {
    "parseError": ParseError,
    "invalidRequest": InvalidRequest,
    "methodNotFound": MethodNotFound,
    "invalidParams": InvalidParams,
    "internalError": InternalError,
    "cancelled": Cancelled,
    "overloaded": Overloaded,
    "closing": Closing,
    "messageTooLarge": MessageTooLarge,
    "interrupted": Interrupted,
    "notFound": NotFound,
    "forbidden": Forbidden,
    "featureDisabled": FeatureDisabled,
    "acceptanceRequired": AcceptanceRequired,
    "configurationInvalid": ConfigurationInvalid,
    "revisionConflict": RevisionConflict,
    "runInProgress": RunInProgress,
    "limitReached": LimitReached,
    "confirmationRequired": ConfirmationRequired,
    "planStale": PlanStale,
    "resultsExpired": ResultsExpired,
    "fileInvalid": FileInvalid,
    "taken": Taken,
    "wrongState": WrongState,
    "licenseLimit": LicenseLimit,
    "unsupported": Unsupported,
    "keyUnavailable": KeyUnavailable,
    "authorizationRejected": AuthorizationRejected,
    "authorizationRequired": AuthorizationRequired,
    "fileUnavailable": FileUnavailable,
    "remoteUnavailable": RemoteUnavailable,
    "remoteRateLimited": RemoteRateLimited,
    "remoteUnexpected": RemoteUnexpected,
    "remoteIncomplete": RemoteIncomplete,
    "identityMismatch": IdentityMismatch,
    "storeLocked": StoreLocked,
    "storeTooNew": StoreTooNew,
    "storeDamaged": StoreDamaged,
    "storeFull": StoreFull,
}
"""The exception of each kind."""
