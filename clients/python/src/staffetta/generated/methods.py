# Made from protocol/ by `swift run generate`; do not edit.
from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from ..absent import ABSENT, Absent, given
from ..call import Call
from . import types


class RpcMethods:
    """The process itself: what it is, how it is, how a conversation begins and ends."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def discover(
        self,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> dict[str, Any]:
        """This contract as an OpenRPC document (`rpc.discover`).

        The same document that `staffetta protocol` prints and `protocol/openrpc.json` holds.

        Args:
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "rpc.discover",
            {
                "actor": given(actor),
            },
            dict[str, Any],
            timeout,
        )


class AgentMethods:
    """The process itself: what it is, how it is, how a conversation begins and ends."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def status(
        self,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.AgentStatus:
        """How the agent is (`agent/status`).

        Overtakes whatever waits, so that it answers also while the agent is busy.

        Args:
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "agent/status",
            {
                "actor": given(actor),
            },
            types.AgentStatus,
            timeout,
        )


class AccountMethods:
    """Settings of the whole account (R-ACC-4)."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def get(
        self,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Account:
        """The account's settings (`account/get`).

        Args:
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "account/get",
            {
                "actor": given(actor),
            },
            types.Account,
            timeout,
        )

    def update(
        self,
        *,
        time_zone: str | None = None,
        default_language: str | None = None,
        languages: Sequence[str] | None = None,
        license_limit: int | None | Absent = ABSENT,
        kiosk_login: types.KioskLogin | None = None,
        protect_administrators: bool | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Account:
        """Change the account's settings (`account/update`).

        What is absent stays. A lower licence limit takes nobody's place away (R-PLAN-7).

        Args:
            time_zone: IANA name.
            default_language: One of the supported languages.
            languages: The supported languages.
            license_limit: The greatest number of users; null: no limit.
            kiosk_login: How people sign in at a kiosk.
            protect_administrators: R-SAFE-6.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.ConfigurationInvalid: A setting has the right form and a wrong meaning.
        """
        return self._call(
            "account/update",
            {
                "timeZone": given(time_zone),
                "defaultLanguage": given(default_language),
                "languages": given(languages),
                "licenseLimit": license_limit,
                "kioskLogin": given(kiosk_login),
                "protectAdministrators": given(protect_administrators),
                "actor": given(actor),
            },
            types.Account,
            timeout,
        )


class FeatureMethods:
    """What can be switched on for the account (R-ACC-1, R-ACC-2)."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.FeatureList:
        """Every feature and whether it is on (`feature/list`).

        Args:
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "feature/list",
            {
                "actor": given(actor),
            },
            types.FeatureList,
            timeout,
        )

    def enable(
        self,
        feature: types.FeatureName,
        *,
        accept_subprocessor: bool | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Feature:
        """Switch a feature on (`feature/enable`).

        The current version of its terms must have been accepted, or be accepted with this call (R-ACC-1); without it the answer is `acceptanceRequired` with the text to be shown. After a pause the schedule goes on.

        Args:
            feature: Which.
            accept_subprocessor: The person has read the terms and accepts them. Absent: False.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.AcceptanceRequired: The terms must be accepted first.
        """
        return self._call(
            "feature/enable",
            {
                "feature": feature,
                "acceptSubprocessor": given(accept_subprocessor),
                "actor": given(actor),
            },
            types.Feature,
            timeout,
        )

    def disable(
        self,
        feature: types.FeatureName,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Feature:
        """Switch a feature off (`feature/disable`).

        Stops the schedule and cancels runs that are not applying; nothing is deleted (R-ACC-2).

        Args:
            feature: Which.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "feature/disable",
            {
                "feature": feature,
                "actor": given(actor),
            },
            types.Feature,
            timeout,
        )


class ConnectorMethods:
    """The catalogue of HR systems that can be connected (R-CON-1)."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        query: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.ConnectorPage:
        """The HR systems that can be connected (`connector/list`).

        Args:
            query: The beginning of an id or of a word of the name, folded.
            limit: The most items one answer gives. From 1 to 1000. Absent: 100.
            cursor: `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "connector/list",
            {
                "query": given(query),
                "limit": given(limit),
                "cursor": given(cursor),
                "actor": given(actor),
            },
            types.ConnectorPage,
            timeout,
        )

    def get(
        self,
        connector: str,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Connector:
        """One HR system (`connector/get`).

        Args:
            connector: By id.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
        """
        return self._call(
            "connector/get",
            {
                "connector": connector,
                "actor": given(actor),
            },
            types.Connector,
            timeout,
        )


class IntegrationMethods:
    """A connection to one HR system: connect, configure, test, enable."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.IntegrationPage:
        """Every integration, disconnected ones included (`integration/list`).

        Args:
            limit: The most items one answer gives. From 1 to 1000. Absent: 100.
            cursor: `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "integration/list",
            {
                "limit": given(limit),
                "cursor": given(cursor),
                "actor": given(actor),
            },
            types.IntegrationPage,
            timeout,
        )

    def get(
        self,
        integration: str,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Integration:
        """One integration (`integration/get`).

        Args:
            integration: The integration, by id or by its unique name.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
        """
        return self._call(
            "integration/get",
            {
                "integration": integration,
                "actor": given(actor),
            },
            types.Integration,
            timeout,
        )

    def update(
        self,
        integration: str,
        name: str,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Integration:
        """Rename an integration (`integration/update`).

        Args:
            integration: The integration, by id or by its unique name.
            name: The new name, unique in the account.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.Taken: The value belongs to another and must be unique.
        """
        return self._call(
            "integration/update",
            {
                "integration": integration,
                "name": name,
                "actor": given(actor),
            },
            types.Integration,
            timeout,
        )

    def connect(
        self,
        connector: str,
        authorization: types.Authorization | Mapping[str, Any],
        *,
        name: str | None = None,
        prefix: str | None = None,
        confirm: bool | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.ConnectResult:
        """Connect an HR system (`integration/connect`).

        Proves the credentials with one cheap real call before anything is stored (R-CON-3). For `authorizationCode` the answer says where to send the browser, and the proof comes at `integration/authorize`. If users carry the prefix already, the answer is `confirmationRequired` with their count.

        Args:
            connector: By id, from `connector/list`.
            authorization: One of the connector's ways, filled in.
            name: For people, unique. Absent: the connector's name, numbered if it is taken.
            prefix: 2–32 characters of `A-Z a-z 0-9 . _ -`, ending in `-`. Absent: the connector's id and `-`.
            confirm: Go ahead although the consequences listed by `confirmationRequired` follow. Absent: False.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.FeatureDisabled: The feature is off.
            errors.NotFound: What was named does not exist.
            errors.Taken: The value belongs to another and must be unique.
            errors.ConfigurationInvalid: A setting has the right form and a wrong meaning.
            errors.ConfirmationRequired: The request has consequences that somebody should know first.
            errors.AuthorizationRejected: The HRIS refused the credentials.
            errors.FileUnavailable: The file is not there, cannot be read or written, or exists already.
            errors.RemoteUnavailable: The HRIS does not answer.
            errors.RemoteRateLimited: The HRIS refuses so many requests.
            errors.RemoteUnexpected: The HRIS answered something that the connector does not understand.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
            errors.KeyUnavailable: The key that unseals secrets cannot be read.
            errors.Unsupported: The connector cannot do this.
        """
        return self._call(
            "integration/connect",
            {
                "connector": connector,
                "authorization": authorization,
                "name": given(name),
                "prefix": given(prefix),
                "confirm": given(confirm),
                "actor": given(actor),
            },
            types.ConnectResult,
            timeout,
        )

    def authorize(
        self,
        integration: str,
        state: str,
        *,
        code: str | None = None,
        error: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.IntegrationResult:
        """Finish the code flow (`integration/authorize`).

        With what the HR system appended to the redirect address: `state`, and `code` or `error`. The code is exchanged and what it gives is proved before anything is stored. A wrong, used or expired `state`, an `error`, or a refused code is `authorizationRejected` and changes nothing: a new connection waits on until its time is over and then disappears, a reconnect keeps the old secrets.

        Exactly one of `code`, `error` must be given.

        Args:
            integration: The integration, by id or by its unique name.
            state: As given by `integration/connect` and sent back by the HR system.
            code: The authorisation code.
            error: The HR system's refusal.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.FeatureDisabled: The feature is off.
            errors.NotFound: What was named does not exist.
            errors.Unsupported: The connector cannot do this.
            errors.AuthorizationRejected: The HRIS refused the credentials.
            errors.RunInProgress: Another run of this integration is going on.
            errors.RemoteUnavailable: The HRIS does not answer.
            errors.RemoteRateLimited: The HRIS refuses so many requests.
            errors.RemoteUnexpected: The HRIS answered something that the connector does not understand.
            errors.KeyUnavailable: The key that unseals secrets cannot be read.
        """
        return self._call(
            "integration/authorize",
            {
                "integration": integration,
                "state": state,
                "code": given(code),
                "error": given(error),
                "actor": given(actor),
            },
            types.IntegrationResult,
            timeout,
        )

    def reconnect(
        self,
        integration: str,
        authorization: types.Authorization | Mapping[str, Any],
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.ConnectResult:
        """Give an integration new secrets (`integration/reconnect`).

        Users, configuration and prefix stay. If anything but secrets changes (another tenant, another file) the integration is disabled and needs a new test (R-CON-5). A failed reconnect keeps the old secrets.

        Args:
            integration: The integration, by id or by its unique name.
            authorization: One of the connector's ways, filled in.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.FeatureDisabled: The feature is off.
            errors.NotFound: What was named does not exist.
            errors.ConfigurationInvalid: A setting has the right form and a wrong meaning.
            errors.AuthorizationRejected: The HRIS refused the credentials.
            errors.FileUnavailable: The file is not there, cannot be read or written, or exists already.
            errors.RemoteUnavailable: The HRIS does not answer.
            errors.RemoteRateLimited: The HRIS refuses so many requests.
            errors.RemoteUnexpected: The HRIS answered something that the connector does not understand.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
            errors.KeyUnavailable: The key that unseals secrets cannot be read.
            errors.RunInProgress: Another run of this integration is going on.
        """
        return self._call(
            "integration/reconnect",
            {
                "integration": integration,
                "authorization": authorization,
                "actor": given(actor),
            },
            types.ConnectResult,
            timeout,
        )

    def disconnect(
        self,
        integration: str,
        *,
        users: types.UsersAtDisconnect | None = None,
        confirm: bool | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.DisconnectResult:
        """Erase an integration's secrets and stop its schedule (`integration/disconnect`).

        Works also while the feature is off. Deleting its users needs `confirm`, else `confirmationRequired` tells how many there are (R-CON-5).

        Args:
            integration: The integration, by id or by its unique name.
            users: What becomes of its users. Absent: "keep".
            confirm: Go ahead although the consequences listed by `confirmationRequired` follow. Absent: False.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.ConfirmationRequired: The request has consequences that somebody should know first.
            errors.RunInProgress: Another run of this integration is going on.
            errors.WrongState: This cannot be done in the present state.
        """
        return self._call(
            "integration/disconnect",
            {
                "integration": integration,
                "users": given(users),
                "confirm": given(confirm),
                "actor": given(actor),
            },
            types.DisconnectResult,
            timeout,
        )

    def fields(
        self,
        integration: str,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.FieldList:
        """The fields that the HR system has (`integration/fields`).

        From the reference employee of the configuration, else the union over a sample of employees (R-CON-7).

        Args:
            integration: The integration, by id or by its unique name.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.FeatureDisabled: The feature is off.
            errors.NotFound: What was named does not exist.
            errors.WrongState: This cannot be done in the present state.
            errors.ConfigurationInvalid: A setting has the right form and a wrong meaning.
            errors.AuthorizationRequired: The HRIS no longer accepts the authorisation.
            errors.FileUnavailable: The file is not there, cannot be read or written, or exists already.
            errors.RemoteUnavailable: The HRIS does not answer.
            errors.RemoteRateLimited: The HRIS refuses so many requests.
            errors.RemoteUnexpected: The HRIS answered something that the connector does not understand.
            errors.RemoteIncomplete: The HRIS did not deliver everything, so nothing was changed (R-SAFE-4).
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
            errors.KeyUnavailable: The key that unseals secrets cannot be read.
        """
        return self._call(
            "integration/fields",
            {
                "integration": integration,
                "actor": given(actor),
            },
            types.FieldList,
            timeout,
        )

    def configuration(
        self,
        integration: str,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.ConfigurationResult:
        """An integration's configuration (`integration/configuration`).

        Args:
            integration: The integration, by id or by its unique name.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
        """
        return self._call(
            "integration/configuration",
            {
                "integration": integration,
                "actor": given(actor),
            },
            types.ConfigurationResult,
            timeout,
        )

    def configure(
        self,
        integration: str,
        configuration: types.ConfigurationPatch | Mapping[str, Any],
        *,
        revision: int | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.ConfigureResult:
        """Save an integration's configuration (`integration/configure`).

        A given section replaces that section, a member left out of it takes its default; a section that is absent stays. It never calls the HRIS and takes effect at the next run (R-RUN-6). An unknown standard path, an unknown attribute or a broken rule is `configurationInvalid` with a problem for each; an unknown custom field is a warning only.

        Args:
            integration: The integration, by id or by its unique name.
            configuration: The sections to replace.
            revision: The revision it was made from; if another was saved since, the answer is `revisionConflict`.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.FeatureDisabled: The feature is off.
            errors.NotFound: What was named does not exist.
            errors.ConfigurationInvalid: A setting has the right form and a wrong meaning.
            errors.RevisionConflict: The configuration was saved by somebody else since.
        """
        return self._call(
            "integration/configure",
            {
                "integration": integration,
                "configuration": configuration,
                "revision": given(revision),
                "actor": given(actor),
            },
            types.ConfigureResult,
            timeout,
        )

    def run_test(
        self,
        integration: str,
        *,
        wait: bool | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.RunResult:
        """Start a test (`integration/runTest`).

        Computes the plan and stops; changes no user. At most 3 in any 24 hours (R-RUN-2).

        Args:
            integration: The integration, by id or by its unique name.
            wait: Answer when the run has ended, not when it has begun. Absent: False.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.FeatureDisabled: The feature is off.
            errors.NotFound: What was named does not exist.
            errors.WrongState: This cannot be done in the present state.
            errors.RunInProgress: Another run of this integration is going on.
            errors.LimitReached: The limit of runs in 24 hours is reached.
        """
        return self._call(
            "integration/runTest",
            {
                "integration": integration,
                "wait": given(wait),
                "actor": given(actor),
            },
            types.RunResult,
            timeout,
        )

    def enable(
        self,
        integration: str,
        *,
        confirm: bool | None = None,
        wait: bool | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.EnableResult:
        """Sync every 24 hours, the first time at once (`integration/enable`).

        Asks for confirmation when users would not be linked or nothing was tested since the last change (R-RUN-5).

        Args:
            integration: The integration, by id or by its unique name.
            confirm: Go ahead although the consequences listed by `confirmationRequired` follow. Absent: False.
            wait: Answer when the run has ended, not when it has begun. Absent: False.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.FeatureDisabled: The feature is off.
            errors.NotFound: What was named does not exist.
            errors.WrongState: This cannot be done in the present state.
            errors.ConfirmationRequired: The request has consequences that somebody should know first.
            errors.RunInProgress: Another run of this integration is going on.
        """
        return self._call(
            "integration/enable",
            {
                "integration": integration,
                "confirm": given(confirm),
                "wait": given(wait),
                "actor": given(actor),
            },
            types.EnableResult,
            timeout,
        )

    def disable(
        self,
        integration: str,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.IntegrationResult:
        """Stop syncing by itself (`integration/disable`).

        Cancels a running scheduled sync that is not applying yet (R-RUN-4).

        Args:
            integration: The integration, by id or by its unique name.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
        """
        return self._call(
            "integration/disable",
            {
                "integration": integration,
                "actor": given(actor),
            },
            types.IntegrationResult,
            timeout,
        )

    def sync(
        self,
        integration: str,
        *,
        plan: str | None = None,
        include_held: bool | None = None,
        confirm: bool | None = None,
        wait: bool | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.RunResult:
        """Start a sync (`integration/sync`).

        Without `plan`: a manual sync, once in any 24 hours, of an enabled integration. With `plan`: applies exactly the reviewed rows of a finished test, without asking the HRIS again (R-PLAN-11). That links users and needs `confirm` if administrators or superusers are among them; `planStale` names what has changed since (`day`, `configuration`, `account`, `attribute`, `segments`, `user` – the first 100 –, `store`).

        Args:
            integration: The integration, by id or by its unique name.
            plan: The id of the test to apply.
            include_held: With `plan`: also the deletions and clearings that a safeguard holds back and this test lists (R-SAFE-2, R-SAFE-3). Absent: False.
            confirm: Go ahead although the consequences listed by `confirmationRequired` follow. Absent: False.
            wait: Answer when the run has ended, not when it has begun. Absent: False.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.FeatureDisabled: The feature is off.
            errors.NotFound: What was named does not exist.
            errors.WrongState: This cannot be done in the present state.
            errors.RunInProgress: Another run of this integration is going on.
            errors.LimitReached: The limit of runs in 24 hours is reached.
            errors.ConfirmationRequired: The request has consequences that somebody should know first.
            errors.PlanStale: What the test was computed from has changed.
            errors.ResultsExpired: The rows of the run are erased after 24 hours.
        """
        return self._call(
            "integration/sync",
            {
                "integration": integration,
                "plan": given(plan),
                "includeHeld": given(include_held),
                "confirm": given(confirm),
                "wait": given(wait),
                "actor": given(actor),
            },
            types.RunResult,
            timeout,
        )

    def explain(
        self,
        integration: str,
        *,
        employee_id: str | None = None,
        user_id: str | None = None,
        email: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Explanation:
        """Why an employee does or does not become a user (`integration/explain`).

        Reads that employee from the HRIS and asks the planner's questions in their order; what needs the whole picture (conflict, licence, safeguard) it takes from the newest run's row. Somebody named by an address who is not linked is looked for among all employees.

        Exactly one of `employee_id`, `user_id`, `email` must be given.

        Args:
            integration: The integration, by id or by its unique name.
            employee_id: The employee's id in the HRIS.
            user_id: A user's id.
            email: An address.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.FeatureDisabled: The feature is off.
            errors.NotFound: What was named does not exist.
            errors.WrongState: This cannot be done in the present state.
            errors.Unsupported: The connector cannot do this.
            errors.AuthorizationRequired: The HRIS no longer accepts the authorisation.
            errors.FileUnavailable: The file is not there, cannot be read or written, or exists already.
            errors.RemoteUnavailable: The HRIS does not answer.
            errors.RemoteRateLimited: The HRIS refuses so many requests.
            errors.RemoteUnexpected: The HRIS answered something that the connector does not understand.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
            errors.KeyUnavailable: The key that unseals secrets cannot be read.
        """
        return self._call(
            "integration/explain",
            {
                "integration": integration,
                "employeeId": given(employee_id),
                "userId": given(user_id),
                "email": given(email),
                "actor": given(actor),
            },
            types.Explanation,
            timeout,
        )


class RunMethods:
    """Tests and syncs, their rows, and the way back."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        integration: str | None = None,
        kind: types.RunKind | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.RunPage:
        """Runs, the newest first (`run/list`).

        Args:
            integration: Only of this integration, by id or name.
            kind: Only tests, or only syncs.
            limit: The most items one answer gives. From 1 to 1000. Absent: 100.
            cursor: `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
        """
        return self._call(
            "run/list",
            {
                "integration": given(integration),
                "kind": given(kind),
                "limit": given(limit),
                "cursor": given(cursor),
                "actor": given(actor),
            },
            types.RunPage,
            timeout,
        )

    def get(
        self,
        *,
        run: str | None = None,
        integration: str | None = None,
        kind: types.RunKind | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Run:
        """One run (`run/get`).

        Exactly one of `run`, `integration` must be given.

        Args:
            run: The run, by id. Absent, `integration` (and `kind`) name the newest one.
            integration: Instead of `run`: the integration, by id or name, whose newest run is meant.
            kind: With `integration`: the newest run of this kind.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
        """
        return self._call(
            "run/get",
            {
                "run": given(run),
                "integration": given(integration),
                "kind": given(kind),
                "actor": given(actor),
            },
            types.Run,
            timeout,
        )

    def wait(
        self,
        *,
        run: str | None = None,
        integration: str | None = None,
        kind: types.RunKind | None = None,
        timeout_seconds: int | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Run:
        """Wait for a run to end (`run/wait`).

        Answers with the run when it has ended, or as it is at the time-out.

        Exactly one of `run`, `integration` must be given.

        Args:
            run: The run, by id. Absent, `integration` (and `kind`) name the newest one.
            integration: Instead of `run`: the integration, by id or name, whose newest run is meant.
            kind: With `integration`: the newest run of this kind.
            timeout_seconds: How long to wait at most; absent: until it has ended.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
        """
        return self._call(
            "run/wait",
            {
                "run": given(run),
                "integration": given(integration),
                "kind": given(kind),
                "timeoutSeconds": given(timeout_seconds),
                "actor": given(actor),
            },
            types.Run,
            timeout,
        )

    def cancel(
        self,
        *,
        run: str | None = None,
        integration: str | None = None,
        kind: types.RunKind | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Run:
        """Cancel a run (`run/cancel`).

        Possible until it is applying; overtakes whatever waits.

        Exactly one of `run`, `integration` must be given.

        Args:
            run: The run, by id. Absent, `integration` (and `kind`) name the newest one.
            integration: Instead of `run`: the integration, by id or name, whose newest run is meant.
            kind: With `integration`: the newest run of this kind.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.WrongState: This cannot be done in the present state.
        """
        return self._call(
            "run/cancel",
            {
                "run": given(run),
                "integration": given(integration),
                "kind": given(kind),
                "actor": given(actor),
            },
            types.Run,
            timeout,
        )

    def rows(
        self,
        category: types.Category,
        *,
        run: str | None = None,
        integration: str | None = None,
        kind: types.RunKind | None = None,
        query: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.RowPage:
        """The rows of a run, in external ID order (`run/rows`).

        Exactly one of `run`, `integration` must be given.

        Args:
            run: The run, by id. Absent, `integration` (and `kind`) name the newest one.
            integration: Instead of `run`: the integration, by id or name, whose newest run is meant.
            kind: With `integration`: the newest run of this kind.
            category: Which rows.
            query: The beginning of first name, last name, email or external ID, folded.
            limit: The most items one answer gives. From 1 to 1000. Absent: 100.
            cursor: `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.WrongState: This cannot be done in the present state.
            errors.ResultsExpired: The rows of the run are erased after 24 hours.
        """
        return self._call(
            "run/rows",
            {
                "run": given(run),
                "integration": given(integration),
                "kind": given(kind),
                "category": category,
                "query": given(query),
                "limit": given(limit),
                "cursor": given(cursor),
                "actor": given(actor),
            },
            types.RowPage,
            timeout,
        )

    def export(
        self,
        category: types.Category,
        *,
        run: str | None = None,
        integration: str | None = None,
        kind: types.RunKind | None = None,
        delimiter: types.Delimiter | None = None,
        bom: bool | None = None,
        path: str | None = None,
        cursor: str | None = None,
        limit: int | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.ExportResult:
        """The rows of a category as CSV (`run/export`).

        One file per category; a category without rows gives no file (R-RES-1 to R-RES-3). Without `cursor` and `limit` the whole file.

        Exactly one of `run`, `integration` must be given.

        Args:
            run: The run, by id. Absent, `integration` (and `kind`) name the newest one.
            integration: Instead of `run`: the integration, by id or name, whose newest run is meant.
            kind: With `integration`: the newest run of this kind.
            category: Which rows.
            delimiter: What separates the cells (R-RES-3). Absent: ";".
            bom: Begin the file with a byte order mark, which some spreadsheets need. Absent: False.
            path: A file on the agent's machine. With an actor only under `--files`. An existing file is never overwritten.
            cursor: `nextCursor` of the answer before.
            limit: The most rows one answer gives; absent: all. From 1 to 1000.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.WrongState: This cannot be done in the present state.
            errors.ResultsExpired: The rows of the run are erased after 24 hours.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
            errors.FileUnavailable: The file is not there, cannot be read or written, or exists already.
        """
        return self._call(
            "run/export",
            {
                "run": given(run),
                "integration": given(integration),
                "kind": given(kind),
                "category": category,
                "delimiter": given(delimiter),
                "bom": given(bom),
                "path": given(path),
                "cursor": given(cursor),
                "limit": given(limit),
                "actor": given(actor),
            },
            types.ExportResult,
            timeout,
        )

    def compare(
        self,
        with_: str,
        *,
        run: str | None = None,
        integration: str | None = None,
        kind: types.RunKind | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.RowChangePage:
        """How the rows of two runs differ (`run/compare`).

        Exactly one of `run`, `integration` must be given.

        Args:
            run: The run, by id. Absent, `integration` (and `kind`) name the newest one.
            integration: Instead of `run`: the integration, by id or name, whose newest run is meant.
            kind: With `integration`: the newest run of this kind.
            with_: The id of the run to compare with.
            limit: The most items one answer gives. From 1 to 1000. Absent: 100.
            cursor: `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.WrongState: This cannot be done in the present state.
            errors.ResultsExpired: The rows of the run are erased after 24 hours.
        """
        return self._call(
            "run/compare",
            {
                "run": given(run),
                "integration": given(integration),
                "kind": given(kind),
                "with": with_,
                "limit": given(limit),
                "cursor": given(cursor),
                "actor": given(actor),
            },
            types.RowChangePage,
            timeout,
        )

    def undo(
        self,
        *,
        run: str | None = None,
        integration: str | None = None,
        kind: types.RunKind | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.UndoResult:
        """Take back what a run changed (`run/undo`).

        While its rows exist, once. Recreates deleted users, reverts fields and removes created users that nobody changed since, as far as uniqueness and licences allow. What stays is listed: `changedSince`, `deletedSince`, `taken`, `licenseLimit`, `referenceUnresolved`, `referenceCycle`, `segmentGone`, `attributeGone`. Segments that the run created stay. Disables the integration (R-RES-6).

        Exactly one of `run`, `integration` must be given.

        Args:
            run: The run, by id. Absent, `integration` (and `kind`) name the newest one.
            integration: Instead of `run`: the integration, by id or name, whose newest run is meant.
            kind: With `integration`: the newest run of this kind.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.WrongState: This cannot be done in the present state.
            errors.ResultsExpired: The rows of the run are erased after 24 hours.
            errors.RunInProgress: Another run of this integration is going on.
        """
        return self._call(
            "run/undo",
            {
                "run": given(run),
                "integration": given(integration),
                "kind": given(kind),
                "actor": given(actor),
            },
            types.UndoResult,
            timeout,
        )


class UserMethods:
    """The mirror: people as the account knows them (R-USR)."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        query: str | None = None,
        integration: str | None = None,
        managed: bool | None = None,
        role: types.Role | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.UserPage:
        """Users, by creation (`user/list`).

        Args:
            query: The beginning of first name, last name, email or external ID, folded.
            integration: Only those managed by this integration, by id or name.
            managed: Only managed ones, or only others.
            role: Only with this role.
            limit: The most items one answer gives. From 1 to 1000. Absent: 100.
            cursor: `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
        """
        return self._call(
            "user/list",
            {
                "query": given(query),
                "integration": given(integration),
                "managed": given(managed),
                "role": given(role),
                "limit": given(limit),
                "cursor": given(cursor),
                "actor": given(actor),
            },
            types.UserPage,
            timeout,
        )

    def get(
        self,
        *,
        user: str | None = None,
        external_id: str | None = None,
        email: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.User:
        """One user (`user/get`).

        By one of id, external ID and email (folded).

        Exactly one of `user`, `external_id`, `email` must be given.

        Args:
            user: By id.
            external_id: By external ID.
            email: By address.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
        """
        return self._call(
            "user/get",
            {
                "user": given(user),
                "externalId": given(external_id),
                "email": given(email),
                "actor": given(actor),
            },
            types.User,
            timeout,
        )

    def create(
        self,
        first_name: str,
        last_name: str,
        *,
        email: str | None = None,
        external_id: str | None = None,
        language: str | None = None,
        role: types.Role | None = None,
        participation: types.ParticipationInput | Mapping[str, Any] | None = None,
        kiosk_code: str | None = None,
        attributes: Mapping[str, types.Value] | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.User:
        """Create a user by hand (`user/create`).

        Args:
            first_name: First name.
            last_name: Last name.
            email: Address.
            external_id: With an integration's prefix it is managed by it.
            language: One of the supported languages; absent: the default one.
            role: Only administrators and the host give the role administrator. Absent: "employee".
            participation: Absent: on, without start date.
            kiosk_code: Unique.
            attributes: By key.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.Taken: The value belongs to another and must be unique.
            errors.LicenseLimit: The account has as many users as its licence allows.
            errors.ConfigurationInvalid: A setting has the right form and a wrong meaning.
            errors.NotFound: What was named does not exist.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
        """
        return self._call(
            "user/create",
            {
                "firstName": first_name,
                "lastName": last_name,
                "email": given(email),
                "externalId": given(external_id),
                "language": given(language),
                "role": given(role),
                "participation": given(participation),
                "kioskCode": given(kiosk_code),
                "attributes": given(attributes),
                "actor": given(actor),
            },
            types.User,
            timeout,
        )

    def update(
        self,
        user: str,
        *,
        first_name: str | None = None,
        last_name: str | None = None,
        email: str | None | Absent = ABSENT,
        external_id: str | None | Absent = ABSENT,
        language: str | None = None,
        role: types.Role | None = None,
        participation: types.ParticipationPatch | Mapping[str, Any] | None = None,
        kiosk_code: str | None | Absent = ABSENT,
        attributes: Mapping[str, types.Value | None] | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.User:
        """Change a user by hand (`user/update`).

        What is absent stays; null clears `email`, `externalId`, `kioskCode`, `participation.startDate` and single attributes. The next sync overwrites what it manages.

        Args:
            user: By id.
            first_name: First name.
            last_name: Last name.
            email: Address.
            external_id: External ID.
            language: One of the supported languages.
            role: Only administrators and the host give or take the role administrator.
            participation: Whether the user takes part.
            kiosk_code: Unique.
            attributes: By key; what is not named stays.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.Taken: The value belongs to another and must be unique.
            errors.ConfigurationInvalid: A setting has the right form and a wrong meaning.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
        """
        return self._call(
            "user/update",
            {
                "user": user,
                "firstName": given(first_name),
                "lastName": given(last_name),
                "email": email,
                "externalId": external_id,
                "language": given(language),
                "role": given(role),
                "participation": given(participation),
                "kioskCode": kiosk_code,
                "attributes": given(attributes),
                "actor": given(actor),
            },
            types.User,
            timeout,
        )

    def delete(
        self,
        user: str,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Deleted:
        """Delete a user (`user/delete`).

        References to it go with it (R-USR-4); its personal data is gone at once (R-USR-3).

        Args:
            user: By id.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
        """
        return self._call(
            "user/delete",
            {
                "user": user,
                "actor": given(actor),
            },
            types.Deleted,
            timeout,
        )

    def mass_edit(
        self,
        *,
        csv: str | None = None,
        path: str | None = None,
        reset_empty: bool | None = None,
        delete_missing: bool | None = None,
        confirm: bool | None = None,
        preview: bool | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.MassEditResult:
        """Create, change and delete users by a CSV file (`user/massEdit`).

        Reads the files of `run/export` and `user/export` back, also edited in a spreadsheet (R-RES-4). Any invalid row: nothing is applied and every fault is listed by line.

        Exactly one of `csv`, `path` must be given.

        Args:
            csv: The text of the file,
            path: or a file on the agent's machine. With an actor only under `--files`.
            reset_empty: Empty cells clear; otherwise they are left alone. Absent: False.
            delete_missing: Users who are not in the file are deleted (protected ones never); needs `confirm`. Absent: False.
            confirm: Go ahead although the consequences listed by `confirmationRequired` follow. Absent: False.
            preview: Show what it would do, and do nothing. Absent: False.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.FileInvalid: The file has faults; nothing was applied.
            errors.FileUnavailable: The file is not there, cannot be read or written, or exists already.
            errors.ConfirmationRequired: The request has consequences that somebody should know first.
            errors.LicenseLimit: The account has as many users as its licence allows.
            errors.Taken: The value belongs to another and must be unique.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
            errors.RunInProgress: Another run of this integration is going on.
        """
        return self._call(
            "user/massEdit",
            {
                "csv": given(csv),
                "path": given(path),
                "resetEmpty": given(reset_empty),
                "deleteMissing": given(delete_missing),
                "confirm": given(confirm),
                "preview": given(preview),
                "actor": given(actor),
            },
            types.MassEditResult,
            timeout,
        )

    def export(
        self,
        *,
        path: str | None = None,
        delimiter: types.Delimiter | None = None,
        bom: bool | None = None,
        template: types.ExportTemplate | None = None,
        cursor: str | None = None,
        limit: int | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.ExportResult:
        """Users as CSV, for mass edit (`user/export`).

        `create`: a file with the columns and no user, to be filled in; `edit` (and when absent): all users. Without `cursor` and `limit` the whole file.

        Args:
            path: A file on the agent's machine. With an actor only under `--files`. An existing file is never overwritten.
            delimiter: What separates the cells (R-RES-3). Absent: ";".
            bom: Begin the file with a byte order mark, which some spreadsheets need. Absent: False.
            template: What the file is for.
            cursor: `nextCursor` of the answer before.
            limit: The most users one answer gives; absent: all. From 1 to 1000.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
            errors.FileUnavailable: The file is not there, cannot be read or written, or exists already.
        """
        return self._call(
            "user/export",
            {
                "path": given(path),
                "delimiter": given(delimiter),
                "bom": given(bom),
                "template": given(template),
                "cursor": given(cursor),
                "limit": given(limit),
                "actor": given(actor),
            },
            types.ExportResult,
            timeout,
        )

    def changes(
        self,
        since: int,
        *,
        store: str | None = None,
        limit: int | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.UserChanges:
        """What changed since a sequence number (`user/changes`).

        Each changed user once in its latest state, and tombstones; whoever applies them all has the same directory (R-USR-2).

        Args:
            since: `next` of the answer before; 0 for the beginning.
            store: `store` of the answer before; with another one the answer is `fresh` and begins anew.
            limit: The most changes one answer gives. From 1 to 1000. Absent: 100.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "user/changes",
            {
                "since": since,
                "store": given(store),
                "limit": given(limit),
                "actor": given(actor),
            },
            types.UserChanges,
            timeout,
        )


class AttributeMethods:
    """What is known about users besides the fixed fields (R-SEG)."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.AttributePage:
        """Every attribute (`attribute/list`).

        Args:
            limit: The most items one answer gives. From 1 to 1000. Absent: 100.
            cursor: `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "attribute/list",
            {
                "limit": given(limit),
                "cursor": given(cursor),
                "actor": given(actor),
            },
            types.AttributePage,
            timeout,
        )

    def create(
        self,
        key: str,
        name: str,
        type: types.AttributeType,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Attribute:
        """Create an attribute (`attribute/create`).

        Args:
            key: Its stable name, unique.
            name: For people, unique.
            type: What it holds.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.Taken: The value belongs to another and must be unique.
            errors.ConfigurationInvalid: A setting has the right form and a wrong meaning.
        """
        return self._call(
            "attribute/create",
            {
                "key": key,
                "name": name,
                "type": type,
                "actor": given(actor),
            },
            types.Attribute,
            timeout,
        )

    def update(
        self,
        attribute: str,
        name: str,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Attribute:
        """Rename an attribute (`attribute/update`).

        Args:
            attribute: Its key.
            name: The new name.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.Taken: The value belongs to another and must be unique.
            errors.ConfigurationInvalid: A setting has the right form and a wrong meaning.
        """
        return self._call(
            "attribute/update",
            {
                "attribute": attribute,
                "name": name,
                "actor": given(actor),
            },
            types.Attribute,
            timeout,
        )

    def delete(
        self,
        attribute: str,
        *,
        confirm: bool | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Deleted:
        """Delete an attribute and its values (`attribute/delete`).

        In use: only with `confirm`. Mapped: `wrongState` (R-SEG-4).

        Args:
            attribute: Its key.
            confirm: Go ahead although the consequences listed by `confirmationRequired` follow. Absent: False.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.ConfirmationRequired: The request has consequences that somebody should know first.
            errors.WrongState: This cannot be done in the present state.
        """
        return self._call(
            "attribute/delete",
            {
                "attribute": attribute,
                "confirm": given(confirm),
                "actor": given(actor),
            },
            types.Deleted,
            timeout,
        )


class SegmentMethods:
    """The choices of an attribute, and their other spellings (R-SEG)."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        attribute: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.SegmentPage:
        """The segments of an attribute (`segment/list`).

        Args:
            attribute: Its key.
            limit: The most items one answer gives. From 1 to 1000. Absent: 100.
            cursor: `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
        """
        return self._call(
            "segment/list",
            {
                "attribute": attribute,
                "limit": given(limit),
                "cursor": given(cursor),
                "actor": given(actor),
            },
            types.SegmentPage,
            timeout,
        )

    def create(
        self,
        attribute: str,
        name: str,
        *,
        aliases: Sequence[str] | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Segment:
        """Create a segment (`segment/create`).

        Args:
            attribute: The attribute's key.
            name: Its name.
            aliases: Other spellings.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.Taken: The value belongs to another and must be unique.
            errors.ConfigurationInvalid: A setting has the right form and a wrong meaning.
        """
        return self._call(
            "segment/create",
            {
                "attribute": attribute,
                "name": name,
                "aliases": given(aliases),
                "actor": given(actor),
            },
            types.Segment,
            timeout,
        )

    def update(
        self,
        segment: str,
        *,
        name: str | None = None,
        aliases: Sequence[str] | None = None,
        confirm: bool | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Segment:
        """Rename a segment or set its aliases (`segment/update`).

        Renaming keeps the old name as an alias (R-SEG-2). An alias that is another segment's name merges that one into it, with `confirm` (R-SEG-3).

        Args:
            segment: By id.
            name: The new name.
            aliases: All aliases it is to have.
            confirm: Go ahead although the consequences listed by `confirmationRequired` follow. Absent: False.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.Taken: The value belongs to another and must be unique.
            errors.ConfirmationRequired: The request has consequences that somebody should know first.
            errors.ConfigurationInvalid: A setting has the right form and a wrong meaning.
        """
        return self._call(
            "segment/update",
            {
                "segment": segment,
                "name": given(name),
                "aliases": given(aliases),
                "confirm": given(confirm),
                "actor": given(actor),
            },
            types.Segment,
            timeout,
        )

    def delete(
        self,
        segment: str,
        *,
        confirm: bool | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.Deleted:
        """Delete a segment (`segment/delete`).

        In use: only with `confirm` (R-SEG-4).

        Args:
            segment: By id.
            confirm: Go ahead although the consequences listed by `confirmationRequired` follow. Absent: False.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.ConfirmationRequired: The request has consequences that somebody should know first.
        """
        return self._call(
            "segment/delete",
            {
                "segment": segment,
                "confirm": given(confirm),
                "actor": given(actor),
            },
            types.Deleted,
            timeout,
        )


class NotificationMethods:
    """What administrators and superusers are told (R-NOT)."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        user: str | None = None,
        unread_only: bool | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.NotificationPage:
        """Notifications, the newest first (`notification/list`).

        Args:
            user: Whose, by id. Absent: the actor's; the host sees all.
            unread_only: Only unread ones. Absent: False.
            limit: The most items one answer gives. From 1 to 1000. Absent: 100.
            cursor: `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
        """
        return self._call(
            "notification/list",
            {
                "user": given(user),
                "unreadOnly": given(unread_only),
                "limit": given(limit),
                "cursor": given(cursor),
                "actor": given(actor),
            },
            types.NotificationPage,
            timeout,
        )

    def mark_read(
        self,
        notifications: Sequence[str],
        *,
        user: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.MarkReadResult:
        """Mark notifications as read (`notification/markRead`).

        Args:
            notifications: By id.
            user: For whom, by id. Absent: the actor.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
        """
        return self._call(
            "notification/markRead",
            {
                "notifications": notifications,
                "user": given(user),
                "actor": given(actor),
            },
            types.MarkReadResult,
            timeout,
        )

    def preferences(
        self,
        *,
        user: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.NotificationPreferences:
        """Who wants to be told what (`notification/preferences`).

        Args:
            user: Whose, by id. Absent: the account's.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
        """
        return self._call(
            "notification/preferences",
            {
                "user": given(user),
                "actor": given(actor),
            },
            types.NotificationPreferences,
            timeout,
        )

    def set_preferences(
        self,
        kinds: Mapping[types.NotificationKind, bool | None],
        *,
        user: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.NotificationPreferences:
        """Set who wants to be told what (`notification/setPreferences`).

        Without `user` account-wide. null goes back to the account's setting.

        Args:
            user: Whose, by id. Absent: the account's.
            kinds: What is not named stays.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.NotFound: What was named does not exist.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
        """
        return self._call(
            "notification/setPreferences",
            {
                "user": given(user),
                "kinds": kinds,
                "actor": given(actor),
            },
            types.NotificationPreferences,
            timeout,
        )


class AuditMethods:
    """Every change made through the agent, for 400 days (R-ACC-5)."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        since: datetime.datetime | None = None,
        method: str | None = None,
        subject: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.AuditEntryPage:
        """The audit log, the newest first (`audit/list`).

        Args:
            since: Only entries from this time on.
            method: Only of this method.
            subject: Only about this id.
            limit: The most items one answer gives. From 1 to 1000. Absent: 100.
            cursor: `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "audit/list",
            {
                "since": given(since),
                "method": given(method),
                "subject": given(subject),
                "limit": given(limit),
                "cursor": given(cursor),
                "actor": given(actor),
            },
            types.AuditEntryPage,
            timeout,
        )


class StoreMethods:
    """The database, for the host."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def backup(
        self,
        path: str,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.BackupResult:
        """Write a copy of the database (`store/backup`).

        Consistent, while the agent goes on; secrets stay sealed (R-CON-4). The rows of runs are not part of it.

        Args:
            path: A file that does not exist yet.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.

        Raises:
            errors.FileUnavailable: The file is not there, cannot be read or written, or exists already.
            errors.Forbidden: The actor may not do this, or is unknown; or the path or address is outside of what the operator allows.
            errors.StoreFull: The disk is full; nothing was changed.
        """
        return self._call(
            "store/backup",
            {
                "path": path,
                "actor": given(actor),
            },
            types.BackupResult,
            timeout,
        )

    def check(
        self,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.StoreCheck:
        """Check the database (`store/check`).

        Args:
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "store/check",
            {
                "actor": given(actor),
            },
            types.StoreCheck,
            timeout,
        )


class ClockMethods:
    """Time by hand, for tests; only with `--virtual-clock`."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def get(
        self,
        *,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.ClockState:
        """What time it is (`clock/get`).

        Args:
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "clock/get",
            {
                "actor": given(actor),
            },
            types.ClockState,
            timeout,
        )

    def advance(
        self,
        *,
        seconds: int | None = None,
        to: datetime.datetime | None = None,
        actor: str | None = None,
        timeout: float | None = None,
    ) -> types.ClockState:
        """Let time pass (`clock/advance`).

        The clock stands still between advances. What falls due in between happens in order, and the answer comes when every run it made due has ended. HTTP back-off and time-outs use real time.

        Exactly one of `seconds`, `to` must be given.

        Args:
            seconds: By so much,
            to: or until then; not into the past.
            actor: The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3).
            timeout: Seconds to wait for the answer; after that the request is cancelled. None: as the client was told at its start.
        """
        return self._call(
            "clock/advance",
            {
                "seconds": given(seconds),
                "to": given(to),
                "actor": given(actor),
            },
            types.ClockState,
            timeout,
        )


class Methods:
    """Every method of the protocol, by what it is about."""

    def __init__(self, call: Call) -> None:
        self.rpc = RpcMethods(call)
        """The process itself: what it is, how it is, how a conversation begins and ends."""
        self.agent = AgentMethods(call)
        """The process itself: what it is, how it is, how a conversation begins and ends."""
        self.account = AccountMethods(call)
        """Settings of the whole account (R-ACC-4)."""
        self.feature = FeatureMethods(call)
        """What can be switched on for the account (R-ACC-1, R-ACC-2)."""
        self.connector = ConnectorMethods(call)
        """The catalogue of HR systems that can be connected (R-CON-1)."""
        self.integration = IntegrationMethods(call)
        """A connection to one HR system: connect, configure, test, enable."""
        self.run = RunMethods(call)
        """Tests and syncs, their rows, and the way back."""
        self.user = UserMethods(call)
        """The mirror: people as the account knows them (R-USR)."""
        self.attribute = AttributeMethods(call)
        """What is known about users besides the fixed fields (R-SEG)."""
        self.segment = SegmentMethods(call)
        """The choices of an attribute, and their other spellings (R-SEG)."""
        self.notification = NotificationMethods(call)
        """What administrators and superusers are told (R-NOT)."""
        self.audit = AuditMethods(call)
        """Every change made through the agent, for 400 days (R-ACC-5)."""
        self.store = StoreMethods(call)
        """The database, for the host."""
        self.clock = ClockMethods(call)
        """Time by hand, for tests; only with `--virtual-clock`."""
