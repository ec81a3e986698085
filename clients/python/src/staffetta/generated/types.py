# Made from protocol/ by `swift run generate`; do not edit.
from __future__ import annotations

import dataclasses
import datetime
from typing import Any, Literal, Union

from ..absent import ABSENT, Absent


@dataclasses.dataclass(frozen=True, kw_only=True)
class PeerInfo:
    """Who is at one end of the connection."""

    name: str
    """The program's name."""

    version: str
    """Its version."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class InitializeResult:
    """What the agent is and can do."""

    protocol_version: str
    """The version of this protocol, `1.0`."""

    server: PeerInfo
    """The agent."""

    methods: list[str]
    """Every method that this agent answers."""

    virtual_clock: bool
    """Whether it was started with `--virtual-clock`, so that `clock/get` and `clock/advance` work."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class AgentStatus:
    """The state of the agent and of what it looks after."""

    ready: bool
    """It can take requests."""

    version: str
    """Of the agent."""

    database: DatabaseStatus
    """The mirror's database."""

    integrations: list[IntegrationStatus]
    """Every integration in short."""

    now: datetime.datetime
    """The agent's time, from its clock."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class DatabaseStatus:
    """The database file."""

    path: str = dataclasses.field(repr=False)
    """Where it lies; `:memory:` with `--memory`."""

    size_bytes: int
    """Its size."""

    schema_version: int
    """The number of migrations applied to it."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class IntegrationStatus:
    """One integration in short."""

    id: str
    """Its id."""

    name: str
    """Its name."""

    state: IntegrationState
    """Whether it is connected."""

    enabled: bool
    """Whether it syncs by itself."""

    running: str | None = None
    """The id of the run that is going on."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ProgressEvent:
    """How far a long request or a run is."""

    token: ProgressToken
    """The run's id, or the id of the request that takes long."""

    value: ProgressValue
    """How far it is."""


ProgressToken = Union[str, float]
"""A run's id or a request's id."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ProgressValue:
    """How far something is."""

    phase: str
    """What it is doing; for runs one of the run states."""

    read: int
    """Employees read so far."""

    total: int | None = None
    """How many there are, if known."""

    message: str | None = None
    """For people."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Account:
    """The account's settings and how many people it has."""

    time_zone: str
    """IANA name; decides what “today” is. Default `UTC`."""

    default_language: str
    """The language of users of whom none is known. Default `en`."""

    languages: list[str]
    """The supported languages, as tags. Default: all two-letter ISO 639-1 codes."""

    license_limit: int | None
    """The greatest number of users; null: no limit (R-PLAN-7)."""

    kiosk_login: KioskLogin
    """How people sign in at a kiosk."""

    protect_administrators: bool
    """Whether a sync never deletes administrators and superusers (R-SAFE-6). Default true."""

    users: AccountUsers
    """Counts."""


KioskLogin = Literal["none", "employeeId", "code"]
"""How people sign in at a kiosk: not at all, by their employee id (which a kiosk code mapping needs, R-MAP-10), or by a code."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class AccountUsers:
    """How many users there are."""

    total: int
    """All."""

    managed: int
    """Those managed by an integration."""

    participating: int
    """Those who take part now (participation on, and its date has come)."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Feature:
    """Something that can be switched on."""

    name: FeatureName
    """Its stable name."""

    title: str
    """For people."""

    category: str
    """Where it stands among the features, for people."""

    enabled: bool
    """Whether it is on."""

    terms: Terms
    """The sub-processor terms that must be accepted first."""

    acceptance: Acceptance | None = None
    """Who accepted them, if anybody did."""


FeatureName = Union[Literal["hrisIntegration"], str]
"""The features there are. Newer agents may know more."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Terms:
    """Terms in one version."""

    version: str
    """Accepted once per version."""

    text: str
    """To be shown before they are accepted: which connectors send data to whom."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Acceptance:
    """An acceptance of terms, as recorded."""

    at: datetime.datetime
    """When."""

    by: str
    """The user's id, or `host`."""

    version: str
    """Of the terms."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class FeatureList:
    """Every feature."""

    items: list[Feature]
    """The features."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Connector:
    """An HR system that can be connected."""

    id: str
    """Its stable id, for example `bamboohr`."""

    name: str
    """For people."""

    via: str | None = None
    """The id of the unified API's connector through which it is reached."""

    authorizations: list[AuthorizationForm]
    """The ways to authorise it; the first is the usual one."""

    supports: ConnectorSupport
    """What it can deliver."""

    limitations: list[str]
    """What to know beforehand, a sentence each."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class AuthorizationForm:
    """One way to authorise, and the form to ask for it."""

    kind: AuthorizationKind
    """Which kind."""

    title: str
    """For people."""

    form: dict[str, Any]
    """JSON Schema (draft-07) of `fields`, with titles, help, order, defaults, `x-secret` and `x-visible-when`; good enough to draw the form from it."""

    help: str
    """Where to find what the form asks for."""


AuthorizationKind = Literal["apiKey", "basic", "bearer", "clientCredentials", "authorizationCode", "none"]
"""How an HR system is authorised (R-CON-2): a key, name and password, a token, OAuth 2 client credentials, the OAuth 2 code flow with PKCE, or nothing (files)."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ConnectorSupport:
    """What an HR system can deliver."""

    manager: bool
    """Who somebody's manager is."""

    department: bool
    """The department."""

    custom_fields: bool
    """Fields of the customer's own."""

    status: bool
    """The employment status."""

    start_date: bool
    """The employment start date."""

    end_date: bool
    """The employment end date."""

    language: bool
    """The preferred language."""

    employee_number: bool
    """A number beside the id."""

    inactive: bool
    """People who are no longer active. Without them see R-LIFE-5."""

    deletions: bool
    """Marks for deleted people."""

    changed_since: bool
    """What changed since a time."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ConnectorPage:
    """A part of a list."""

    items: list[Connector]
    """The items of this part, in order."""

    next_cursor: str | None = None
    """The `cursor` of the next part; absent: this was the last."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Integration:
    """One connection to one HR system."""

    id: str
    """Its id."""

    connector: str
    """The connector's id."""

    name: str
    """Unique; for people, and usable wherever `integration` is asked for."""

    prefix: str
    """What its external IDs begin with, for ever."""

    state: IntegrationState
    """Whether it is connected."""

    enabled: bool
    """Whether it syncs every 24 hours."""

    configured: bool
    """Whether a configuration was ever saved."""

    revision: int
    """Of the configuration; grows with each save."""

    secrets: list[SecretStatus]
    """Which secrets are set; never their values (R-CON-4)."""

    running: Run | None = None
    """The run that is going on."""

    last_test: Run | None = None
    """The newest finished test."""

    last_sync: Run | None = None
    """The newest finished sync."""

    next_sync_at: datetime.datetime | None = None
    """When the schedule syncs next."""

    quota: Quota
    """How many runs may still be started by hand."""


IntegrationState = Union[Literal["authorizing", "connected", "needsAuthorization", "disconnected"], str]
"""`authorizing`: the code flow is under way; `needsAuthorization`: the HRIS no longer accepts its authorisation (R-CON-6); `disconnected`: its secrets are erased, its prefix stays taken. Newer agents may know more."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class SecretStatus:
    """A secret that is set."""

    name: str
    """The form's field."""

    set_at: datetime.datetime
    """When."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Quota:
    """How many runs may still be started by hand (R-RUN-2)."""

    tests_left: int | None = None
    """Tests; absent: no limit."""

    next_test_at: datetime.datetime | None = None
    """When the next test is free, if none is now."""

    manual_syncs_left: int | None = None
    """Manual syncs; absent: no limit."""

    next_manual_sync_at: datetime.datetime | None = None
    """When the next manual sync is free, if none is now."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Authorization:
    """What a person filled in to authorise an HR system."""

    kind: AuthorizationKind
    """Which of the connector's ways."""

    fields: dict[str, FormValue] = dataclasses.field(repr=False)
    """The form's fields by name."""

    redirect_uri: str | None = None
    """Where the HR system sends the browser back to, for `authorizationCode`."""


FormValue = Union[str, float, bool, dict[str, str]]
"""What a form's field takes."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class AuthorizeRequest:
    """Where to send a person's browser, for the code flow."""

    url: str = dataclasses.field(repr=False)
    """To be opened in a browser."""

    state: str = dataclasses.field(repr=False)
    """Comes back with the browser; hand it to `integration/authorize`."""

    expires_at: datetime.datetime
    """Until when the attempt is kept."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ConnectResult:
    """An integration that was connected, or is on its way."""

    integration: Integration
    """As it is now."""

    authorize: AuthorizeRequest | None = None
    """For `authorizationCode`: what comes next."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class IntegrationResult:
    """The integration as it is now."""

    integration: Integration
    """As it is now."""


UsersAtDisconnect = Literal["keep", "unlink", "delete"]
"""What becomes of the users of an integration: they stay with their external IDs, stay without them, or are deleted (protected ones are not)."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class DisconnectResult:
    """What became of the users."""

    users_kept: int
    """Left as they are."""

    users_unlinked: int
    """Without external ID now."""

    users_deleted: int
    """Deleted."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class FieldList:
    """The fields of an HR system (R-CON-7)."""

    fields: list[HRISField] = dataclasses.field(repr=False)
    """The fields, standard and custom."""

    sampled: int
    """How many employees they were taken from."""

    reference_employee_id: str | None = dataclasses.field(default=None, repr=False)
    """The one employee they were taken from, if the configuration names one."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class HRISField:
    """A field of an HR system."""

    path: str
    """What mappings and filters call it."""

    label: str
    """What the HR system calls it."""

    type: FieldType
    """What it holds."""

    custom: bool
    """Whether it is a field of the customer's own."""

    samples: list[str] = dataclasses.field(repr=False)
    """Some of its values."""

    filled: int
    """How many of the sampled employees have a value."""


FieldType = Union[Literal["text", "number", "date", "boolean", "list", "employee"], str]
"""What a field holds; `employee`: the id of another employee. Newer agents may know more."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class RunResult:
    """A run."""

    run: Run
    """As it is when the answer is written."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class EnableResult:
    """An enabled integration and its first sync."""

    integration: Integration
    """As it is now."""

    run: Run | None = None
    """The first sync, if one began."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Explanation:
    """Why an employee gets, or does not get, a user."""

    employee: dict[str, Any] | None = dataclasses.field(default=None, repr=False)
    """The employee as the HRIS delivers it now, in the employee model."""

    user: User | None = dataclasses.field(default=None, repr=False)
    """The user it belongs to."""

    steps: list[ExplanationStep] = dataclasses.field(repr=False)
    """The questions in the order in which they were asked (R-PLAN-1)."""

    decision: str = dataclasses.field(repr=False)
    """What becomes of the employee, as far as it can be seen without the others: `notDelivered`, `skipped`, `excluded`, `created`, `updated`, `unchanged` or `deleted`; `needsLink` (found by its address only), `protected`, `held` or `kept` (not wanted, but not deleted); `unmanaged` (a user whom this integration never touches)."""

    row: Row | None = dataclasses.field(default=None, repr=False)
    """Its row in the newest run."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ExplanationStep:
    """One question and its answer."""

    rule: str
    """The rule's number, for example `R-LIFE-4`."""

    question: str
    """What was asked."""

    answer: str
    """What came out."""

    because: str = dataclasses.field(repr=False)
    """What it came from."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class IntegrationChanged:
    """An integration is not what it was."""

    integration: Integration
    """As it is now."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class IntegrationPage:
    """A part of a list."""

    items: list[Integration]
    """The items of this part, in order."""

    next_cursor: str | None = None
    """The `cursor` of the next part; absent: this was the last."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Run:
    """One test or sync."""

    id: str
    """Its id."""

    integration: str
    """The integration's id."""

    kind: RunKind
    """Test or sync."""

    trigger: RunTrigger
    """What started it."""

    state: RunState
    """How far it is."""

    started_at: datetime.datetime
    """When it was asked for."""

    ended_at: datetime.datetime | None = None
    """When it ended."""

    revision: int
    """Of the configuration it used."""

    progress: RunProgress
    """Employees read."""

    summary: Summary | None = None
    """Once there is a plan."""

    error: RunError | None = None
    """Why it failed or was interrupted."""

    results_expire_at: datetime.datetime | None = None
    """Until when its rows can be read (R-RUN-7)."""

    undone_at: datetime.datetime | None = None
    """When it was undone."""


RunKind = Literal["test", "sync"]
"""A test computes the plan and stops; a sync applies it."""


RunTrigger = Union[Literal["manual", "schedule", "enable", "plan"], str]
"""By hand, by the schedule, by enabling, or to apply a test's plan. Newer agents may know more."""


RunState = Union[Literal["queued", "fetching", "planning", "applying", "succeeded", "failed", "cancelled"], str]
"""R-RUN-3. The last three are ends. Newer agents may know more."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class RunProgress:
    """Employees read."""

    read: int
    """So far."""

    total: int | None = None
    """In all, if the HRIS tells."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class RunError:
    """Why a run failed; the same members as a JSON-RPC error."""

    code: int
    """From the error table."""

    message: str
    """What happened and what to do next."""

    data: dict[str, Any]
    """With `kind`, the stable name."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Summary:
    """A plan in numbers. employees = created + updated + unchanged + conflicts + skipped (without protectedRole) + excluded; repeated ids and `deleted: true` are not counted."""

    employees: int
    """Employees delivered."""

    created: int
    """Rows."""

    updated: int
    """Rows."""

    deleted: int
    """Deletions that are not held."""

    unchanged: int
    """Employees whose users are right already."""

    conflicts: int
    """Rows that cannot be applied."""

    skipped: int
    """Rows that are not synced."""

    needs_link: int
    """A part of `updated`: matched by address, without external ID yet (R-PLAN-2)."""

    deletions_held: int
    """Deletions that a safeguard holds back."""

    excluded: ExcludedCounts
    """Employees who are not wanted."""

    segments: list[SegmentReference]
    """Segments that are created with the rows (R-MAP-6)."""

    safeguards: list[str]
    """Which ones held: `deletion`, `identity`, `participation`, `attribute:KEY`."""

    warnings: list[Problem] = dataclasses.field(repr=False)
    """The first 100."""

    warning_count: int
    """All of them."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ExcludedCounts:
    """Employees who are not wanted, by reason."""

    filtered: int
    """Out of scope."""

    ended: int
    """Their employment has ended."""

    inactive: int
    """Not active."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class SegmentReference:
    """A segment of an attribute."""

    attribute: str
    """The attribute's key."""

    name: str
    """The segment's name."""


Category = Literal["created", "updated", "deleted", "conflict", "skipped"]
"""What a row is about (R-RES-1)."""


Reason = Union[Literal["missingId", "missingFirstName", "missingLastName", "unavailable", "protectedRole", "absent", "filtered", "ended", "inactive", "emailTaken", "emailDuplicate", "kioskCodeTaken", "kioskCodeDuplicate", "licenseLimit"], str]
"""Why. Skipped: missingId, missingFirstName, missingLastName, unavailable, protectedRole. Deleted or excluded: absent, filtered, ended, inactive. Conflict: emailTaken, emailDuplicate, kioskCodeTaken, kioskCodeDuplicate, licenseLimit. Newer agents may know more."""


MatchedBy = Literal["externalId", "email"]
"""How an employee and a user found each other."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Row:
    """A person and what happens to them."""

    category: Category
    """What happens."""

    employee_id: str | None = dataclasses.field(default=None, repr=False)
    """The employee's id in the HRIS."""

    external_id: str | None = dataclasses.field(default=None, repr=False)
    """The user's external ID."""

    user_id: str | None = None
    """The user's id; absent: does not exist yet."""

    first_name: str | None = dataclasses.field(default=None, repr=False)
    """First name."""

    last_name: str | None = dataclasses.field(default=None, repr=False)
    """Last name."""

    email: str | None = dataclasses.field(default=None, repr=False)
    """Address."""

    reason: Reason | None = None
    """Why, for deleted, conflict and skipped."""

    matched_by: MatchedBy | None = None
    """How the user was found."""

    needs_link: bool | None = None
    """Found by address; must be linked before a sync can manage it (R-PLAN-2)."""

    held: bool | None = None
    """A deletion that a safeguard holds back."""

    changes: list[FieldChange] = dataclasses.field(repr=False)
    """Each field with old and new value."""

    problems: list[Problem] | None = dataclasses.field(default=None, repr=False)
    """What could not be taken over."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class FieldChange:
    """One field with its old and its new value; absent: no value."""

    field: str
    """`firstName`, `lastName`, `email`, `externalId`, `language`, `participation`, `participationStartDate`, `kioskCode` or `attributes.KEY`."""

    from_: Value | None = dataclasses.field(default=None, repr=False)
    """Before."""

    to: Value | None = dataclasses.field(default=None, repr=False)
    """After."""


Value = Union[str, float, bool, list[str]]
"""A value of a user: a segment's name or a date as text, a number, a boolean, or references (in rows external IDs, else user ids)."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class RowChange:
    """How a row differs between two runs."""

    change: RowChangeKind
    """What it is."""

    before: Row | None = dataclasses.field(default=None, repr=False)
    """In the run compared with."""

    after: Row | None = dataclasses.field(default=None, repr=False)
    """In the run."""


RowChangeKind = Literal["added", "removed", "changed"]
"""Only in the run, only in the one compared with, or in both and different."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ExportResult:
    """A table as CSV."""

    name: str
    """A name for the file."""

    rows: int
    """How many rows are in it; 0: no file."""

    csv: str | None = dataclasses.field(default=None, repr=False)
    """The text, unless `path` was given or there are no rows."""

    next_cursor: str | None = None
    """There is more."""


Delimiter = Literal[";", ","]
"""What separates the cells."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class UndoResult:
    """What was undone."""

    recreated: int
    """Deleted users who are back."""

    reverted: int
    """Users whose fields have their old values."""

    removed: int
    """Created users who are gone."""

    untouched: list[Problem] = dataclasses.field(repr=False)
    """What could not be undone, and why."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class RunChanged:
    """A run is not what it was."""

    run: Run
    """As it is now."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class RowPage:
    """A part of a list."""

    items: list[Row]
    """The items of this part, in order."""

    next_cursor: str | None = None
    """The `cursor` of the next part; absent: this was the last."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class RowChangePage:
    """A part of a list."""

    items: list[RowChange]
    """The items of this part, in order."""

    next_cursor: str | None = None
    """The `cursor` of the next part; absent: this was the last."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class RunPage:
    """A part of a list."""

    items: list[Run]
    """The items of this part, in order."""

    next_cursor: str | None = None
    """The `cursor` of the next part; absent: this was the last."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class User:
    """A person in the mirror."""

    id: str
    """Its id; never used again."""

    external_id: str | None = dataclasses.field(default=None, repr=False)
    """Prefix and employee id; decides which integration manages it."""

    first_name: str = dataclasses.field(repr=False)
    """First name."""

    last_name: str = dataclasses.field(repr=False)
    """Last name."""

    email: str | None = dataclasses.field(default=None, repr=False)
    """Address, unique (folded)."""

    language: str
    """Tag."""

    role: Role
    """What the user may do (R-ACC-3)."""

    participation: Participation
    """Whether the user takes part."""

    kiosk_code: str | None = dataclasses.field(default=None, repr=False)
    """Unique."""

    attributes: dict[str, Value] = dataclasses.field(repr=False)
    """By key: `choice` the segment's name, `date` a date, `number` a number, `user` a list of user ids."""

    managed_by: str | None = None
    """The integration's id."""

    held: bool | None = None
    """A safeguard holds back the user's deletion (R-SAFE-1)."""

    created_at: datetime.datetime
    """When it was created."""

    updated_at: datetime.datetime
    """When it was changed last."""

    sequence: int
    """Of the last change (R-USR-2)."""


Role = Literal["administrator", "superuser", "analyst", "employee"]
"""What a user may do (R-ACC-3)."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Participation:
    """Whether a user takes part."""

    on: bool
    """Switched on."""

    start_date: datetime.date | None = None
    """Not before this day."""

    effective: bool
    """On, and the day has come."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ParticipationInput:
    """Whether a new user takes part."""

    on: bool | None = None
    """Default true."""

    start_date: datetime.date | None = None
    """Not before this day."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ParticipationPatch:
    """A change of participation."""

    on: bool | None = None
    """Switch it."""

    start_date: datetime.date | None | Absent = ABSENT
    """Not before this day; null: no start date."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Deleted:
    """Confirms a deletion."""

    deleted: Literal[True]
    """Always true."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class DeletedUser:
    """A tombstone: no more than the id."""

    id: str
    """The id it had."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class MassEditResult:
    """What a mass edit did, or would do."""

    created: int
    """Users."""

    updated: int
    """Users."""

    deleted: int
    """Users."""

    unchanged: int
    """Rows that change nothing."""

    segments_created: list[SegmentReference]
    """Segments."""

    problems: list[Problem] = dataclasses.field(repr=False)
    """What deserves a second look, by line."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class UserChanges:
    """A part of the feed of changes (R-USR-2)."""

    changes: list[UserChange] = dataclasses.field(repr=False)
    """In order; each user once, in its latest state."""

    next: int
    """The next `since`."""

    more: bool
    """There is more at once."""

    store: str
    """Which store the numbers belong to; hand it back with `since`."""

    fresh: bool
    """The numbers are of another store (a restore, a new database): forget what you have, this is the beginning."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class UserChange:
    """A user's latest state, or its tombstone."""

    sequence: int
    """Of the change."""

    user: User | None = dataclasses.field(default=None, repr=False)
    """The user as it is,"""

    deleted: DeletedUser | None = None
    """or that it is gone."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class UserChanged:
    """Users changed; read `user/changes`."""

    last_sequence: int
    """Of the newest change."""

    store: str
    """Which store it belongs to."""


ExportTemplate = Literal["create", "edit"]
"""What an exported file is for."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class UserPage:
    """A part of a list."""

    items: list[User]
    """The items of this part, in order."""

    next_cursor: str | None = None
    """The `cursor` of the next part; absent: this was the last."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Attribute:
    """Something known about users."""

    key: str
    """Its stable name."""

    name: str
    """For people, and the column in CSV files."""

    type: AttributeType
    """What it holds; never changes."""

    segments: int | None = None
    """For `choice`: how many segments it has."""


AttributeType = Literal["choice", "date", "number", "user"]
"""One segment, a date, a number, or other users."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class AttributePage:
    """A part of a list."""

    items: list[Attribute]
    """The items of this part, in order."""

    next_cursor: str | None = None
    """The `cursor` of the next part; absent: this was the last."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Segment:
    """A choice of an attribute."""

    id: str
    """Its id."""

    attribute: str
    """The attribute's key."""

    name: str
    """Its name."""

    aliases: list[str]
    """Other spellings that mean this segment."""

    users: int
    """How many users have it."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class SegmentPage:
    """A part of a list."""

    items: list[Segment]
    """The items of this part, in order."""

    next_cursor: str | None = None
    """The `cursor` of the next part; absent: this was the last."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Notification:
    """A message to administrators and superusers. Names people by id only."""

    id: str
    """Its id."""

    kind: NotificationKind
    """What it is about."""

    severity: NotificationSeverity
    """How bad it is."""

    title: str
    """For people."""

    text: str
    """For people."""

    at: datetime.datetime
    """When."""

    integration: str | None = None
    """The integration's id."""

    run: str | None = None
    """The run's id."""

    data: dict[str, Any]
    """What a program needs: counts, error kind."""

    read_at: datetime.datetime | None = None
    """When the asking user marked it as read."""


NotificationKind = Union[Literal["testResultsReady", "licenseLimitExceeded", "deletionSafeguard", "userConflicts", "syncFailed", "authorizationRequired", "attributeSafeguard"], str]
"""What it is about (R-NOT-1). Newer agents may know more."""


NotificationSeverity = Literal["info", "warning", "error"]
"""How bad it is."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class NotificationPage:
    """Some of a list, the newest first."""

    items: list[Notification]
    """The notifications."""

    next_cursor: str | None = None
    """There is more."""

    unread: int
    """How many are unread, of all."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class MarkReadResult:
    """What was marked."""

    marked: int
    """How many were unread until now."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class NotificationPreferences:
    """Who wants to be told what (R-NOT-2)."""

    account: dict[NotificationKind, bool]
    """The account's settings."""

    user: dict[NotificationKind, bool] | None = None
    """The user's own, which override them."""

    effective: dict[NotificationKind, bool]
    """What counts."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class NotificationCreated:
    """There is a new notification."""

    notification: Notification
    """The notification."""

    recipients: list[str]
    """The ids of the users whom it is for."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class AuditEntry:
    """One change."""

    at: datetime.datetime
    """When."""

    actor: str
    """A user's id, or `host`."""

    method: str
    """The method."""

    subject: str
    """The id of what was changed."""

    fields: list[str] | None = None
    """For users: the names of the fields, not their values."""

    before: dict[str, Any] | None = None
    """For settings: the values before; never secrets."""

    after: dict[str, Any] | None = None
    """For settings: the values after; never secrets."""

    counts: dict[str, int] | None = None
    """For a run, a mass edit, an undo."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class AuditEntryPage:
    """A part of a list."""

    items: list[AuditEntry]
    """The items of this part, in order."""

    next_cursor: str | None = None
    """The `cursor` of the next part; absent: this was the last."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class BackupResult:
    """A backup that was written."""

    bytes: int
    """Its size."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class StoreCheck:
    """What a check found."""

    ok: bool
    """Nothing."""

    problems: list[str]
    """What is damaged."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ClockState:
    """What time it is."""

    now: datetime.datetime
    """The agent's time."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Configuration:
    """What an administrator sets for one integration."""

    lifecycle: Lifecycle
    """What follows from status and dates."""

    attribute_mapping: AttributeMapping
    """Which fields go to which attributes."""

    filters: list[Filter]
    """Who is in scope."""

    advanced: AdvancedSettings
    """The rest."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ConfigurationPatch:
    """Sections of a configuration to be replaced."""

    lifecycle: Lifecycle | None = None
    """What follows from status and dates."""

    attribute_mapping: AttributeMapping | None = None
    """Which fields go to which attributes."""

    filters: list[Filter] | None = None
    """Who is in scope."""

    advanced: AdvancedSettings | None = None
    """The rest."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Lifecycle:
    """What follows from a person's status and dates (R-LIFE)."""

    user_state: UserState = "doNothing"
    """What the employment status does."""

    participation_start: ParticipationStart = dataclasses.field(default_factory=lambda: ParticipationStart(kind="directly"))
    """When a new user begins to take part."""

    user_removal: UserRemoval = dataclasses.field(default_factory=lambda: UserRemoval(kind="never"))
    """When a user goes after the employment's end."""

    absence: Absence = "delete"
    """What happens to users whose employee is no longer delivered (R-LIFE-5)."""


UserState = Literal["toggleParticipation", "delete", "doNothing"]
"""What the employment status does (R-LIFE-2): switches participation, deletes those who are not active, or nothing."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ParticipationStart:
    """When a user created by a sync begins to take part (R-LIFE-3)."""

    kind: ParticipationStartKind
    """At once, or some months after the employment start."""

    months: int | None = None
    """With `afterMonths`: how many."""


ParticipationStartKind = Literal["directly", "afterMonths"]
"""At once, or some months later."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class UserRemoval:
    """When a user is deleted after the employment end date (R-LIFE-4)."""

    kind: UserRemovalKind
    """From the next day, some months later, or never."""

    months: int | None = None
    """With `afterMonths`: how many."""


UserRemovalKind = Literal["directly", "afterMonths", "never"]
"""From the next day, some months later, or never."""


Absence = Literal["delete", "keep"]
"""Users whose employee is no longer delivered are deleted, or left alone."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class AttributeMapping:
    """Which HRIS fields go to which attributes (R-MAP-5)."""

    mappings: list[FieldMapping] = dataclasses.field(default_factory=lambda: [])
    """One per attribute."""

    kiosk_code: KioskCodeSource | None = None
    """Where kiosk codes come from; absent: nowhere (R-MAP-10)."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class FieldMapping:
    """One field to one attribute."""

    field: str
    """The HRIS field's path."""

    attribute: str
    """The attribute's key."""


KioskCodeSource = Literal["id", "employee_number"]
"""The employee's id or number."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Filter:
    """Narrows who is in scope (R-FIL)."""

    field: str
    """The HRIS field's path."""

    mode: FilterMode
    """Only those who match, or all but those."""

    kind: FilterKind
    """By values or by a date condition."""

    values: list[str] | None = None
    """With `values`: one of them must match, folded."""

    match_empty: bool | None = None
    """With `values`: a field without value matches too."""

    condition: DateCondition | None = None
    """With `date`: the condition."""


FilterMode = Literal["include", "exclude"]
"""Only those who match, or all but those."""


FilterKind = Literal["values", "date"]
"""By values or by a date condition."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class DateCondition:
    """A condition on a date; with a date or a number of days from today."""

    operator: DateOperator
    """How the field compares."""

    date: datetime.date | None = None
    """With this day,"""

    days_from_today: int | None = None
    """or with today and so many days (negative: in the past)."""


DateOperator = Literal["before", "onOrBefore", "on", "onOrAfter", "after"]
"""How a date compares."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class AdvancedSettings:
    """The rest of a configuration."""

    sync_personal_email: bool = True
    """Whether addresses of the type personal may be used (R-MAP-3)."""

    reference_employee_id: str | None = dataclasses.field(default=None, repr=False)
    """The employee whose fields `integration/fields` shows (R-CON-7)."""

    deletion_safeguard_percent: int = 50
    """A run that would delete a larger share of the managed users deletes none (R-SAFE-1)."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ConfigurationResult:
    """A configuration."""

    configuration: Configuration
    """As saved, complete with defaults."""

    revision: int
    """Its number."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class ConfigureResult:
    """A saved configuration."""

    configuration: Configuration
    """As saved, complete with defaults."""

    revision: int
    """Its number."""

    warnings: list[Problem]
    """What deserves a second look."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Problem:
    """Something a person should know, or has to mend."""

    severity: ProblemSeverity
    """Whether it must be mended."""

    code: str
    """Stable, for programs."""

    message: str = dataclasses.field(repr=False)
    """For people."""

    path: str | None = None
    """Where in a configuration, or which column."""

    line: int | None = None
    """Where in a file, from 1."""

    subject: str | None = dataclasses.field(default=None, repr=False)
    """Whom it is about: an external ID or a user's id."""


ProblemSeverity = Literal["error", "warning"]
"""Whether it must be mended or deserves a second look."""
