// Made from protocol/ by `swift run generate`; do not edit. Sources: 63d53eda290eca8e

/** Who is at one end of the connection. */
export interface PeerInfo {
  /** The program's name. */
  name: string;
  /** Its version. */
  version: string;
}

/** What the agent is and can do. */
export interface InitializeResult {
  /** The version of this protocol, `1.0`. */
  protocolVersion: string;
  /** The agent. */
  server: PeerInfo;
  /** Every method that this agent answers. */
  methods: Array<string>;
  /** Whether it was started with `--virtual-clock`, so that `clock/get` and `clock/advance` work. */
  virtualClock: boolean;
}

/** The state of the agent and of what it looks after. */
export interface AgentStatus {
  /** It can take requests. */
  ready: boolean;
  /** Of the agent. */
  version: string;
  /** The mirror's database. */
  database: DatabaseStatus;
  /** Every integration in short. */
  integrations: Array<IntegrationStatus>;
  /** The agent's time, from its clock. */
  now: string;
}

/** The database file. */
export interface DatabaseStatus {
  /** Where it lies; `:memory:` with `--memory`. */
  path: string;
  /** Its size. */
  sizeBytes: number;
  /** The number of migrations applied to it. */
  schemaVersion: number;
}

/** One integration in short. */
export interface IntegrationStatus {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** Whether it is connected. */
  state: IntegrationState;
  /** Whether it syncs by itself. */
  enabled: boolean;
  /** The id of the run that is going on. */
  running?: string;
}

/** How far a long request or a run is. */
export interface ProgressEvent {
  /** The run's id, or the id of the request that takes long. */
  token: ProgressToken;
  /** How far it is. */
  value: ProgressValue;
}

/** A run's id or a request's id. */
export type ProgressToken = string | number;

/** How far something is. */
export interface ProgressValue {
  /** What it is doing; for runs one of the run states. */
  phase: string;
  /** Employees read so far. */
  read: number;
  /** How many there are, if known. */
  total?: number;
  /** For people. */
  message?: string;
}

/** Parameters of `initialize`. */
export interface InitializeParams {
  /** The version the client was made for. */
  protocolVersion?: string;
  /** The client. */
  client?: PeerInfo;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `rpc.discover`. */
export interface RpcDiscoverParams {
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `agent/status`. */
export interface AgentStatusParams {
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** The account's settings and how many people it has. */
export interface Account {
  /** IANA name; decides what “today” is. Default `UTC`. */
  timeZone: string;
  /** The language of users of whom none is known. Default `en`. */
  defaultLanguage: string;
  /** The supported languages, as tags. Default: all two-letter ISO 639-1 codes. */
  languages: Array<string>;
  /** The greatest number of users; null: no limit (R-PLAN-7). */
  licenseLimit: number | null;
  /** How people sign in at a kiosk. */
  kioskLogin: KioskLogin;
  /** Whether a sync never deletes administrators and superusers (R-SAFE-6). Default true. */
  protectAdministrators: boolean;
  /** Counts. */
  users: AccountUsers;
}

/** How people sign in at a kiosk: not at all, by their employee id (which a kiosk code mapping needs, R-MAP-10), or by a code. */
export type KioskLogin = "none" | "employeeId" | "code";

/** How many users there are. */
export interface AccountUsers {
  /** All. */
  total: number;
  /** Those managed by an integration. */
  managed: number;
  /** Those who take part now (participation on, and its date has come). */
  participating: number;
}

/** Parameters of `account/get`. */
export interface AccountGetParams {
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `account/update`. */
export interface AccountUpdateParams {
  /** IANA name. */
  timeZone?: string;
  /** One of the supported languages. */
  defaultLanguage?: string;
  /** The supported languages. */
  languages?: Array<string>;
  /** The greatest number of users; null: no limit. */
  licenseLimit?: number | null;
  /** How people sign in at a kiosk. */
  kioskLogin?: KioskLogin;
  /** R-SAFE-6. */
  protectAdministrators?: boolean;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Something that can be switched on. */
export interface Feature {
  /** Its stable name. */
  name: FeatureName;
  /** For people. */
  title: string;
  /** Where it stands among the features, for people. */
  category: string;
  /** Whether it is on. */
  enabled: boolean;
  /** The sub-processor terms that must be accepted first. */
  terms: Terms;
  /** Who accepted them, if anybody did. */
  acceptance?: Acceptance;
}

/** The features there are. Newer agents may know more. */
export type FeatureName = "hrisIntegration" | (string & {});

/** Terms in one version. */
export interface Terms {
  /** Accepted once per version. */
  version: string;
  /** To be shown before they are accepted: which connectors send data to whom. */
  text: string;
}

/** An acceptance of terms, as recorded. */
export interface Acceptance {
  /** When. */
  at: string;
  /** The user's id, or `host`. */
  by: string;
  /** Of the terms. */
  version: string;
}

/** Every feature. */
export interface FeatureList {
  /** The features. */
  items: Array<Feature>;
}

/** Parameters of `feature/list`. */
export interface FeatureListParams {
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `feature/enable`. */
export interface FeatureEnableParams {
  /** Which. */
  feature: FeatureName;
  /** The person has read the terms and accepts them. Default: `false`. */
  acceptSubprocessor?: boolean;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `feature/disable`. */
export interface FeatureDisableParams {
  /** Which. */
  feature: FeatureName;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** An HR system that can be connected. */
export interface Connector {
  /** Its stable id, for example `bamboohr`. */
  id: string;
  /** For people. */
  name: string;
  /** The id of the unified API's connector through which it is reached. */
  via?: string;
  /** The ways to authorise it; the first is the usual one. */
  authorizations: Array<AuthorizationForm>;
  /** What it can deliver. */
  supports: ConnectorSupport;
  /** What to know beforehand, a sentence each. */
  limitations: Array<string>;
}

/** One way to authorise, and the form to ask for it. */
export interface AuthorizationForm {
  /** Which kind. */
  kind: AuthorizationKind;
  /** For people. */
  title: string;
  /** JSON Schema (draft-07) of `fields`, with titles, help, order, defaults, `x-secret` and `x-visible-when`; good enough to draw the form from it. */
  form: Record<string, unknown>;
  /** Where to find what the form asks for. */
  help: string;
}

/** How an HR system is authorised (R-CON-2): a key, name and password, a token, OAuth 2 client credentials, the OAuth 2 code flow with PKCE, or nothing (files). */
export type AuthorizationKind = "apiKey" | "basic" | "bearer" | "clientCredentials" | "authorizationCode" | "none";

/** What an HR system can deliver. */
export interface ConnectorSupport {
  /** Who somebody's manager is. */
  manager: boolean;
  /** The department. */
  department: boolean;
  /** Fields of the customer's own. */
  customFields: boolean;
  /** The employment status. */
  status: boolean;
  /** The employment start date. */
  startDate: boolean;
  /** The employment end date. */
  endDate: boolean;
  /** The preferred language. */
  language: boolean;
  /** A number beside the id. */
  employeeNumber: boolean;
  /** People who are no longer active. Without them see R-LIFE-5. */
  inactive: boolean;
  /** Marks for deleted people. */
  deletions: boolean;
  /** What changed since a time. */
  changedSince: boolean;
}

/** A part of a list. */
export interface ConnectorPage {
  /** The items of this part, in order. */
  items: Array<Connector>;
  /** The `cursor` of the next part; absent: this was the last. */
  nextCursor?: string;
}

/** Parameters of `connector/list`. */
export interface ConnectorListParams {
  /** The beginning of an id or of a word of the name, folded. */
  query?: string;
  /** The most items one answer gives. Default: `100`. */
  limit?: number;
  /** `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused. */
  cursor?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `connector/get`. */
export interface ConnectorGetParams {
  /** By id. */
  connector: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** One connection to one HR system. */
export interface Integration {
  /** Its id. */
  id: string;
  /** The connector's id. */
  connector: string;
  /** Unique; for people, and usable wherever `integration` is asked for. */
  name: string;
  /** What its external IDs begin with, for ever. */
  prefix: string;
  /** Whether it is connected. */
  state: IntegrationState;
  /** Whether it syncs every 24 hours. */
  enabled: boolean;
  /** Whether a configuration was ever saved. */
  configured: boolean;
  /** Of the configuration; grows with each save. */
  revision: number;
  /** Which secrets are set; never their values (R-CON-4). */
  secrets: Array<SecretStatus>;
  /** The run that is going on. */
  running?: Run;
  /** The newest finished test. */
  lastTest?: Run;
  /** The newest finished sync. */
  lastSync?: Run;
  /** When the schedule syncs next. */
  nextSyncAt?: string;
  /** How many runs may still be started by hand. */
  quota: Quota;
}

/** `authorizing`: the code flow is under way; `needsAuthorization`: the HRIS no longer accepts its authorisation (R-CON-6); `disconnected`: its secrets are erased, its prefix stays taken. Newer agents may know more. */
export type IntegrationState = "authorizing" | "connected" | "needsAuthorization" | "disconnected" | (string & {});

/** A secret that is set. */
export interface SecretStatus {
  /** The form's field. */
  name: string;
  /** When. */
  setAt: string;
}

/** How many runs may still be started by hand (R-RUN-2). */
export interface Quota {
  /** Tests; absent: no limit. */
  testsLeft?: number;
  /** When the next test is free, if none is now. */
  nextTestAt?: string;
  /** Manual syncs; absent: no limit. */
  manualSyncsLeft?: number;
  /** When the next manual sync is free, if none is now. */
  nextManualSyncAt?: string;
}

/** What a person filled in to authorise an HR system. */
export interface Authorization {
  /** Which of the connector's ways. */
  kind: AuthorizationKind;
  /** The form's fields by name. */
  fields: Record<string, FormValue>;
  /** Where the HR system sends the browser back to, for `authorizationCode`. */
  redirectUri?: string;
}

/** What a form's field takes. */
export type FormValue = string | number | boolean | Record<string, string>;

/** Where to send a person's browser, for the code flow. */
export interface AuthorizeRequest {
  /** To be opened in a browser. */
  url: string;
  /** Comes back with the browser; hand it to `integration/authorize`. */
  state: string;
  /** Until when the attempt is kept. */
  expiresAt: string;
}

/** An integration that was connected, or is on its way. */
export interface ConnectResult {
  /** As it is now. */
  integration: Integration;
  /** For `authorizationCode`: what comes next. */
  authorize?: AuthorizeRequest;
}

/** The integration as it is now. */
export interface IntegrationResult {
  /** As it is now. */
  integration: Integration;
}

/** What becomes of the users of an integration: they stay with their external IDs, stay without them, or are deleted (protected ones are not). */
export type UsersAtDisconnect = "keep" | "unlink" | "delete";

/** What became of the users. */
export interface DisconnectResult {
  /** Left as they are. */
  usersKept: number;
  /** Without external ID now. */
  usersUnlinked: number;
  /** Deleted. */
  usersDeleted: number;
}

/** The fields of an HR system (R-CON-7). */
export interface FieldList {
  /** The fields, standard and custom. */
  fields: Array<HRISField>;
  /** How many employees they were taken from. */
  sampled: number;
  /** The one employee they were taken from, if the configuration names one. */
  referenceEmployeeId?: string;
}

/** A field of an HR system. */
export interface HRISField {
  /** What mappings and filters call it. */
  path: string;
  /** What the HR system calls it. */
  label: string;
  /** What it holds. */
  type: FieldType;
  /** Whether it is a field of the customer's own. */
  custom: boolean;
  /** Some of its values. */
  samples: Array<string>;
  /** How many of the sampled employees have a value. */
  filled: number;
}

/** What a field holds; `employee`: the id of another employee. Newer agents may know more. */
export type FieldType = "text" | "number" | "date" | "boolean" | "list" | "employee" | (string & {});

/** A run. */
export interface RunResult {
  /** As it is when the answer is written. */
  run: Run;
}

/** An enabled integration and its first sync. */
export interface EnableResult {
  /** As it is now. */
  integration: Integration;
  /** The first sync, if one began. */
  run?: Run;
}

/** Why an employee gets, or does not get, a user. */
export interface Explanation {
  /** The employee as the HRIS delivers it now, in the employee model. */
  employee?: Record<string, unknown>;
  /** The user it belongs to. */
  user?: User;
  /** The questions in the order in which they were asked (R-PLAN-1). */
  steps: Array<ExplanationStep>;
  /** What becomes of the employee, as far as it can be seen without the others: `notDelivered`, `skipped`, `excluded`, `created`, `updated`, `unchanged` or `deleted`; `needsLink` (found by its address only), `protected`, `held` or `kept` (not wanted, but not deleted); `unmanaged` (a user whom this integration never touches). */
  decision: string;
  /** Its row in the newest run. */
  row?: Row;
}

/** One question and its answer. */
export interface ExplanationStep {
  /** The rule's number, for example `R-LIFE-4`. */
  rule: string;
  /** What was asked. */
  question: string;
  /** What came out. */
  answer: string;
  /** What it came from. */
  because: string;
}

/** An integration is not what it was. */
export interface IntegrationChanged {
  /** As it is now. */
  integration: Integration;
}

/** A part of a list. */
export interface IntegrationPage {
  /** The items of this part, in order. */
  items: Array<Integration>;
  /** The `cursor` of the next part; absent: this was the last. */
  nextCursor?: string;
}

/** Parameters of `integration/list`. */
export interface IntegrationListParams {
  /** The most items one answer gives. Default: `100`. */
  limit?: number;
  /** `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused. */
  cursor?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/get`. */
export interface IntegrationGetParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/update`. */
export interface IntegrationUpdateParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** The new name, unique in the account. */
  name: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/connect`. */
export interface IntegrationConnectParams {
  /** By id, from `connector/list`. */
  connector: string;
  /** One of the connector's ways, filled in. */
  authorization: Authorization;
  /** For people, unique. Absent: the connector's name, numbered if it is taken. */
  name?: string;
  /** 2–32 characters of `A-Z a-z 0-9 . _ -`, ending in `-`. Absent: the connector's id and `-`. */
  prefix?: string;
  /** Go ahead although the consequences listed by `confirmationRequired` follow. Default: `false`. */
  confirm?: boolean;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/authorize`. Exactly one of `code`, `error`. */
export interface IntegrationAuthorizeParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** As given by `integration/connect` and sent back by the HR system. */
  state: string;
  /** The authorisation code. */
  code?: string;
  /** The HR system's refusal. */
  error?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/reconnect`. */
export interface IntegrationReconnectParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** One of the connector's ways, filled in. */
  authorization: Authorization;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/disconnect`. */
export interface IntegrationDisconnectParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** What becomes of its users. Default: `"keep"`. */
  users?: UsersAtDisconnect;
  /** Go ahead although the consequences listed by `confirmationRequired` follow. Default: `false`. */
  confirm?: boolean;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/fields`. */
export interface IntegrationFieldsParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/configuration`. */
export interface IntegrationConfigurationParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/configure`. */
export interface IntegrationConfigureParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** The sections to replace. */
  configuration: ConfigurationPatch;
  /** The revision it was made from; if another was saved since, the answer is `revisionConflict`. */
  revision?: number;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/runTest`. */
export interface IntegrationRunTestParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** Answer when the run has ended, not when it has begun. Default: `false`. */
  wait?: boolean;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/enable`. */
export interface IntegrationEnableParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** Go ahead although the consequences listed by `confirmationRequired` follow. Default: `false`. */
  confirm?: boolean;
  /** Answer when the run has ended, not when it has begun. Default: `false`. */
  wait?: boolean;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/disable`. */
export interface IntegrationDisableParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/sync`. */
export interface IntegrationSyncParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** The id of the test to apply. */
  plan?: string;
  /** With `plan`: also the deletions and clearings that a safeguard holds back and this test lists (R-SAFE-2, R-SAFE-3). Default: `false`. */
  includeHeld?: boolean;
  /** Go ahead although the consequences listed by `confirmationRequired` follow. Default: `false`. */
  confirm?: boolean;
  /** Answer when the run has ended, not when it has begun. Default: `false`. */
  wait?: boolean;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `integration/explain`. Exactly one of `employeeId`, `userId`, `email`. */
export interface IntegrationExplainParams {
  /** The integration, by id or by its unique name. */
  integration: string;
  /** The employee's id in the HRIS. */
  employeeId?: string;
  /** A user's id. */
  userId?: string;
  /** An address. */
  email?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** One test or sync. */
export interface Run {
  /** Its id. */
  id: string;
  /** The integration's id. */
  integration: string;
  /** Test or sync. */
  kind: RunKind;
  /** What started it. */
  trigger: RunTrigger;
  /** How far it is. */
  state: RunState;
  /** When it was asked for. */
  startedAt: string;
  /** When it ended. */
  endedAt?: string;
  /** Of the configuration it used. */
  revision: number;
  /** Employees read. */
  progress: RunProgress;
  /** Once there is a plan. */
  summary?: Summary;
  /** Why it failed or was interrupted. */
  error?: RunError;
  /** Until when its rows can be read (R-RUN-7). */
  resultsExpireAt?: string;
  /** When it was undone. */
  undoneAt?: string;
}

/** A test computes the plan and stops; a sync applies it. */
export type RunKind = "test" | "sync";

/** By hand, by the schedule, by enabling, or to apply a test's plan. Newer agents may know more. */
export type RunTrigger = "manual" | "schedule" | "enable" | "plan" | (string & {});

/** R-RUN-3. The last three are ends. Newer agents may know more. */
export type RunState = "queued" | "fetching" | "planning" | "applying" | "succeeded" | "failed" | "cancelled" | (string & {});

/** Employees read. */
export interface RunProgress {
  /** So far. */
  read: number;
  /** In all, if the HRIS tells. */
  total?: number;
}

/** Why a run failed; the same members as a JSON-RPC error. */
export interface RunError {
  /** From the error table. */
  code: number;
  /** What happened and what to do next. */
  message: string;
  /** With `kind`, the stable name. */
  data: Record<string, unknown>;
}

/** A plan in numbers. employees = created + updated + unchanged + conflicts + skipped (without protectedRole) + excluded; repeated ids and `deleted: true` are not counted. */
export interface Summary {
  /** Employees delivered. */
  employees: number;
  /** Rows. */
  created: number;
  /** Rows. */
  updated: number;
  /** Deletions that are not held. */
  deleted: number;
  /** Employees whose users are right already. */
  unchanged: number;
  /** Rows that cannot be applied. */
  conflicts: number;
  /** Rows that are not synced. */
  skipped: number;
  /** A part of `updated`: matched by address, without external ID yet (R-PLAN-2). */
  needsLink: number;
  /** Deletions that a safeguard holds back. */
  deletionsHeld: number;
  /** Employees who are not wanted. */
  excluded: ExcludedCounts;
  /** Segments that are created with the rows (R-MAP-6). */
  segments: Array<SegmentReference>;
  /** Which ones held: `deletion`, `identity`, `participation`, `attribute:KEY`. */
  safeguards: Array<string>;
  /** The first 100. */
  warnings: Array<Problem>;
  /** All of them. */
  warningCount: number;
}

/** Employees who are not wanted, by reason. */
export interface ExcludedCounts {
  /** Out of scope. */
  filtered: number;
  /** Their employment has ended. */
  ended: number;
  /** Not active. */
  inactive: number;
}

/** A segment of an attribute. */
export interface SegmentReference {
  /** The attribute's key. */
  attribute: string;
  /** The segment's name. */
  name: string;
}

/** What a row is about (R-RES-1). */
export type Category = "created" | "updated" | "deleted" | "conflict" | "skipped";

/** Why. Skipped: missingId, missingFirstName, missingLastName, unavailable, protectedRole. Deleted or excluded: absent, filtered, ended, inactive. Conflict: emailTaken, emailDuplicate, kioskCodeTaken, kioskCodeDuplicate, licenseLimit. Newer agents may know more. */
export type Reason = "missingId" | "missingFirstName" | "missingLastName" | "unavailable" | "protectedRole" | "absent" | "filtered" | "ended" | "inactive" | "emailTaken" | "emailDuplicate" | "kioskCodeTaken" | "kioskCodeDuplicate" | "licenseLimit" | (string & {});

/** How an employee and a user found each other. */
export type MatchedBy = "externalId" | "email";

/** A person and what happens to them. */
export interface Row {
  /** What happens. */
  category: Category;
  /** The employee's id in the HRIS. */
  employeeId?: string;
  /** The user's external ID. */
  externalId?: string;
  /** The user's id; absent: does not exist yet. */
  userId?: string;
  /** First name. */
  firstName?: string;
  /** Last name. */
  lastName?: string;
  /** Address. */
  email?: string;
  /** Why, for deleted, conflict and skipped. */
  reason?: Reason;
  /** How the user was found. */
  matchedBy?: MatchedBy;
  /** Found by address; must be linked before a sync can manage it (R-PLAN-2). */
  needsLink?: boolean;
  /** A deletion that a safeguard holds back. */
  held?: boolean;
  /** Each field with old and new value. */
  changes: Array<FieldChange>;
  /** What could not be taken over. */
  problems?: Array<Problem>;
}

/** One field with its old and its new value; absent: no value. */
export interface FieldChange {
  /** `firstName`, `lastName`, `email`, `externalId`, `language`, `participation`, `participationStartDate`, `kioskCode` or `attributes.KEY`. */
  field: string;
  /** Before. */
  from?: Value;
  /** After. */
  to?: Value;
}

/** A value of a user: a segment's name or a date as text, a number, a boolean, or references (in rows external IDs, else user ids). */
export type Value = string | number | boolean | Array<string>;

/** How a row differs between two runs. */
export interface RowChange {
  /** What it is. */
  change: RowChangeKind;
  /** In the run compared with. */
  before?: Row;
  /** In the run. */
  after?: Row;
}

/** Only in the run, only in the one compared with, or in both and different. */
export type RowChangeKind = "added" | "removed" | "changed";

/** A table as CSV. */
export interface ExportResult {
  /** A name for the file. */
  name: string;
  /** How many rows are in it; 0: no file. */
  rows: number;
  /** The text, unless `path` was given or there are no rows. */
  csv?: string;
  /** There is more. */
  nextCursor?: string;
}

/** What separates the cells. */
export type Delimiter = ";" | ",";

/** What was undone. */
export interface UndoResult {
  /** Deleted users who are back. */
  recreated: number;
  /** Users whose fields have their old values. */
  reverted: number;
  /** Created users who are gone. */
  removed: number;
  /** What could not be undone, and why. */
  untouched: Array<Problem>;
}

/** A run is not what it was. */
export interface RunChanged {
  /** As it is now. */
  run: Run;
}

/** A part of a list. */
export interface RowPage {
  /** The items of this part, in order. */
  items: Array<Row>;
  /** The `cursor` of the next part; absent: this was the last. */
  nextCursor?: string;
}

/** A part of a list. */
export interface RowChangePage {
  /** The items of this part, in order. */
  items: Array<RowChange>;
  /** The `cursor` of the next part; absent: this was the last. */
  nextCursor?: string;
}

/** A part of a list. */
export interface RunPage {
  /** The items of this part, in order. */
  items: Array<Run>;
  /** The `cursor` of the next part; absent: this was the last. */
  nextCursor?: string;
}

/** Parameters of `run/list`. */
export interface RunListParams {
  /** Only of this integration, by id or name. */
  integration?: string;
  /** Only tests, or only syncs. */
  kind?: RunKind;
  /** The most items one answer gives. Default: `100`. */
  limit?: number;
  /** `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused. */
  cursor?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `run/get`. Exactly one of `run`, `integration`. */
export interface RunGetParams {
  /** The run, by id. Absent, `integration` (and `kind`) name the newest one. */
  run?: string;
  /** Instead of `run`: the integration, by id or name, whose newest run is meant. */
  integration?: string;
  /** With `integration`: the newest run of this kind. */
  kind?: RunKind;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `run/wait`. Exactly one of `run`, `integration`. */
export interface RunWaitParams {
  /** The run, by id. Absent, `integration` (and `kind`) name the newest one. */
  run?: string;
  /** Instead of `run`: the integration, by id or name, whose newest run is meant. */
  integration?: string;
  /** With `integration`: the newest run of this kind. */
  kind?: RunKind;
  /** How long to wait at most; absent: until it has ended. */
  timeoutSeconds?: number;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `run/cancel`. Exactly one of `run`, `integration`. */
export interface RunCancelParams {
  /** The run, by id. Absent, `integration` (and `kind`) name the newest one. */
  run?: string;
  /** Instead of `run`: the integration, by id or name, whose newest run is meant. */
  integration?: string;
  /** With `integration`: the newest run of this kind. */
  kind?: RunKind;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `run/rows`. Exactly one of `run`, `integration`. */
export interface RunRowsParams {
  /** The run, by id. Absent, `integration` (and `kind`) name the newest one. */
  run?: string;
  /** Instead of `run`: the integration, by id or name, whose newest run is meant. */
  integration?: string;
  /** With `integration`: the newest run of this kind. */
  kind?: RunKind;
  /** Which rows. */
  category: Category;
  /** The beginning of first name, last name, email or external ID, folded. */
  query?: string;
  /** The most items one answer gives. Default: `100`. */
  limit?: number;
  /** `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused. */
  cursor?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `run/export`. Exactly one of `run`, `integration`. */
export interface RunExportParams {
  /** The run, by id. Absent, `integration` (and `kind`) name the newest one. */
  run?: string;
  /** Instead of `run`: the integration, by id or name, whose newest run is meant. */
  integration?: string;
  /** With `integration`: the newest run of this kind. */
  kind?: RunKind;
  /** Which rows. */
  category: Category;
  /** What separates the cells (R-RES-3). Default: `";"`. */
  delimiter?: Delimiter;
  /** Begin the file with a byte order mark, which some spreadsheets need. Default: `false`. */
  bom?: boolean;
  /** A file on the agent's machine. With an actor only under `--files`. An existing file is never overwritten. */
  path?: string;
  /** `nextCursor` of the answer before. */
  cursor?: string;
  /** The most rows one answer gives; absent: all. */
  limit?: number;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `run/compare`. Exactly one of `run`, `integration`. */
export interface RunCompareParams {
  /** The run, by id. Absent, `integration` (and `kind`) name the newest one. */
  run?: string;
  /** Instead of `run`: the integration, by id or name, whose newest run is meant. */
  integration?: string;
  /** With `integration`: the newest run of this kind. */
  kind?: RunKind;
  /** The id of the run to compare with. */
  with: string;
  /** The most items one answer gives. Default: `100`. */
  limit?: number;
  /** `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused. */
  cursor?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `run/undo`. Exactly one of `run`, `integration`. */
export interface RunUndoParams {
  /** The run, by id. Absent, `integration` (and `kind`) name the newest one. */
  run?: string;
  /** Instead of `run`: the integration, by id or name, whose newest run is meant. */
  integration?: string;
  /** With `integration`: the newest run of this kind. */
  kind?: RunKind;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** A person in the mirror. */
export interface User {
  /** Its id; never used again. */
  id: string;
  /** Prefix and employee id; decides which integration manages it. */
  externalId?: string;
  /** First name. */
  firstName: string;
  /** Last name. */
  lastName: string;
  /** Address, unique (folded). */
  email?: string;
  /** Tag. */
  language: string;
  /** What the user may do (R-ACC-3). */
  role: Role;
  /** Whether the user takes part. */
  participation: Participation;
  /** Unique. */
  kioskCode?: string;
  /** By key: `choice` the segment's name, `date` a date, `number` a number, `user` a list of user ids. */
  attributes: Record<string, Value>;
  /** The integration's id. */
  managedBy?: string;
  /** A safeguard holds back the user's deletion (R-SAFE-1). */
  held?: boolean;
  /** When it was created. */
  createdAt: string;
  /** When it was changed last. */
  updatedAt: string;
  /** Of the last change (R-USR-2). */
  sequence: number;
}

/** What a user may do (R-ACC-3). */
export type Role = "administrator" | "superuser" | "analyst" | "employee";

/** Whether a user takes part. */
export interface Participation {
  /** Switched on. */
  on: boolean;
  /** Not before this day. */
  startDate?: string;
  /** On, and the day has come. */
  effective: boolean;
}

/** Whether a new user takes part. */
export interface ParticipationInput {
  /** Default true. */
  on?: boolean;
  /** Not before this day. */
  startDate?: string;
}

/** A change of participation. */
export interface ParticipationPatch {
  /** Switch it. */
  on?: boolean;
  /** Not before this day; null: no start date. */
  startDate?: string | null;
}

/** Confirms a deletion. */
export interface Deleted {
  /** Always true. */
  deleted: true;
}

/** A tombstone: no more than the id. */
export interface DeletedUser {
  /** The id it had. */
  id: string;
}

/** What a mass edit did, or would do. */
export interface MassEditResult {
  /** Users. */
  created: number;
  /** Users. */
  updated: number;
  /** Users. */
  deleted: number;
  /** Rows that change nothing. */
  unchanged: number;
  /** Segments. */
  segmentsCreated: Array<SegmentReference>;
  /** What deserves a second look, by line. */
  problems: Array<Problem>;
}

/** A part of the feed of changes (R-USR-2). */
export interface UserChanges {
  /** In order; each user once, in its latest state. */
  changes: Array<UserChange>;
  /** The next `since`. */
  next: number;
  /** There is more at once. */
  more: boolean;
  /** Which store the numbers belong to; hand it back with `since`. */
  store: string;
  /** The numbers are of another store (a restore, a new database): forget what you have, this is the beginning. */
  fresh: boolean;
}

/** A user's latest state, or its tombstone. */
export interface UserChange {
  /** Of the change. */
  sequence: number;
  /** The user as it is, */
  user?: User;
  /** or that it is gone. */
  deleted?: DeletedUser;
}

/** Users changed; read `user/changes`. */
export interface UserChanged {
  /** Of the newest change. */
  lastSequence: number;
  /** Which store it belongs to. */
  store: string;
}

/** What an exported file is for. */
export type ExportTemplate = "create" | "edit";

/** A part of a list. */
export interface UserPage {
  /** The items of this part, in order. */
  items: Array<User>;
  /** The `cursor` of the next part; absent: this was the last. */
  nextCursor?: string;
}

/** Parameters of `user/list`. */
export interface UserListParams {
  /** The beginning of first name, last name, email or external ID, folded. */
  query?: string;
  /** Only those managed by this integration, by id or name. */
  integration?: string;
  /** Only managed ones, or only others. */
  managed?: boolean;
  /** Only with this role. */
  role?: Role;
  /** The most items one answer gives. Default: `100`. */
  limit?: number;
  /** `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused. */
  cursor?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `user/get`. Exactly one of `user`, `externalId`, `email`. */
export interface UserGetParams {
  /** By id. */
  user?: string;
  /** By external ID. */
  externalId?: string;
  /** By address. */
  email?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `user/create`. */
export interface UserCreateParams {
  /** First name. */
  firstName: string;
  /** Last name. */
  lastName: string;
  /** Address. */
  email?: string;
  /** With an integration's prefix it is managed by it. */
  externalId?: string;
  /** One of the supported languages; absent: the default one. */
  language?: string;
  /** Only administrators and the host give the role administrator. Default: `"employee"`. */
  role?: Role;
  /** Absent: on, without start date. */
  participation?: ParticipationInput;
  /** Unique. */
  kioskCode?: string;
  /** By key. */
  attributes?: Record<string, Value>;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `user/update`. */
export interface UserUpdateParams {
  /** By id. */
  user: string;
  /** First name. */
  firstName?: string;
  /** Last name. */
  lastName?: string;
  /** Address. */
  email?: string | null;
  /** External ID. */
  externalId?: string | null;
  /** One of the supported languages. */
  language?: string;
  /** Only administrators and the host give or take the role administrator. */
  role?: Role;
  /** Whether the user takes part. */
  participation?: ParticipationPatch;
  /** Unique. */
  kioskCode?: string | null;
  /** By key; what is not named stays. */
  attributes?: Record<string, Value | null>;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `user/delete`. */
export interface UserDeleteParams {
  /** By id. */
  user: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `user/massEdit`. Exactly one of `csv`, `path`. */
export interface UserMassEditParams {
  /** The text of the file, */
  csv?: string;
  /** or a file on the agent's machine. With an actor only under `--files`. */
  path?: string;
  /** Empty cells clear; otherwise they are left alone. Default: `false`. */
  resetEmpty?: boolean;
  /** Users who are not in the file are deleted (protected ones never); needs `confirm`. Default: `false`. */
  deleteMissing?: boolean;
  /** Go ahead although the consequences listed by `confirmationRequired` follow. Default: `false`. */
  confirm?: boolean;
  /** Show what it would do, and do nothing. Default: `false`. */
  preview?: boolean;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `user/export`. */
export interface UserExportParams {
  /** A file on the agent's machine. With an actor only under `--files`. An existing file is never overwritten. */
  path?: string;
  /** What separates the cells (R-RES-3). Default: `";"`. */
  delimiter?: Delimiter;
  /** Begin the file with a byte order mark, which some spreadsheets need. Default: `false`. */
  bom?: boolean;
  /** What the file is for. */
  template?: ExportTemplate;
  /** `nextCursor` of the answer before. */
  cursor?: string;
  /** The most users one answer gives; absent: all. */
  limit?: number;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `user/changes`. */
export interface UserChangesParams {
  /** `next` of the answer before; 0 for the beginning. */
  since: number;
  /** `store` of the answer before; with another one the answer is `fresh` and begins anew. */
  store?: string;
  /** The most changes one answer gives. Default: `100`. */
  limit?: number;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Something known about users. */
export interface Attribute {
  /** Its stable name. */
  key: string;
  /** For people, and the column in CSV files. */
  name: string;
  /** What it holds; never changes. */
  type: AttributeType;
  /** For `choice`: how many segments it has. */
  segments?: number;
}

/** One segment, a date, a number, or other users. */
export type AttributeType = "choice" | "date" | "number" | "user";

/** A part of a list. */
export interface AttributePage {
  /** The items of this part, in order. */
  items: Array<Attribute>;
  /** The `cursor` of the next part; absent: this was the last. */
  nextCursor?: string;
}

/** Parameters of `attribute/list`. */
export interface AttributeListParams {
  /** The most items one answer gives. Default: `100`. */
  limit?: number;
  /** `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused. */
  cursor?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `attribute/create`. */
export interface AttributeCreateParams {
  /** Its stable name, unique. */
  key: string;
  /** For people, unique. */
  name: string;
  /** What it holds. */
  type: AttributeType;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `attribute/update`. */
export interface AttributeUpdateParams {
  /** Its key. */
  attribute: string;
  /** The new name. */
  name: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `attribute/delete`. */
export interface AttributeDeleteParams {
  /** Its key. */
  attribute: string;
  /** Go ahead although the consequences listed by `confirmationRequired` follow. Default: `false`. */
  confirm?: boolean;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** A choice of an attribute. */
export interface Segment {
  /** Its id. */
  id: string;
  /** The attribute's key. */
  attribute: string;
  /** Its name. */
  name: string;
  /** Other spellings that mean this segment. */
  aliases: Array<string>;
  /** How many users have it. */
  users: number;
}

/** A part of a list. */
export interface SegmentPage {
  /** The items of this part, in order. */
  items: Array<Segment>;
  /** The `cursor` of the next part; absent: this was the last. */
  nextCursor?: string;
}

/** Parameters of `segment/list`. */
export interface SegmentListParams {
  /** Its key. */
  attribute: string;
  /** The most items one answer gives. Default: `100`. */
  limit?: number;
  /** `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused. */
  cursor?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `segment/create`. */
export interface SegmentCreateParams {
  /** The attribute's key. */
  attribute: string;
  /** Its name. */
  name: string;
  /** Other spellings. */
  aliases?: Array<string>;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `segment/update`. */
export interface SegmentUpdateParams {
  /** By id. */
  segment: string;
  /** The new name. */
  name?: string;
  /** All aliases it is to have. */
  aliases?: Array<string>;
  /** Go ahead although the consequences listed by `confirmationRequired` follow. Default: `false`. */
  confirm?: boolean;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `segment/delete`. */
export interface SegmentDeleteParams {
  /** By id. */
  segment: string;
  /** Go ahead although the consequences listed by `confirmationRequired` follow. Default: `false`. */
  confirm?: boolean;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** A message to administrators and superusers. Names people by id only. */
export interface Notification {
  /** Its id. */
  id: string;
  /** What it is about. */
  kind: NotificationKind;
  /** How bad it is. */
  severity: NotificationSeverity;
  /** For people. */
  title: string;
  /** For people. */
  text: string;
  /** When. */
  at: string;
  /** The integration's id. */
  integration?: string;
  /** The run's id. */
  run?: string;
  /** What a program needs: counts, error kind. */
  data: Record<string, unknown>;
  /** When the asking user marked it as read. */
  readAt?: string;
}

/** What it is about (R-NOT-1). Newer agents may know more. */
export type NotificationKind = "testResultsReady" | "licenseLimitExceeded" | "deletionSafeguard" | "userConflicts" | "syncFailed" | "authorizationRequired" | "attributeSafeguard" | (string & {});

/** How bad it is. */
export type NotificationSeverity = "info" | "warning" | "error";

/** Some of a list, the newest first. */
export interface NotificationPage {
  /** The notifications. */
  items: Array<Notification>;
  /** There is more. */
  nextCursor?: string;
  /** How many are unread, of all. */
  unread: number;
}

/** What was marked. */
export interface MarkReadResult {
  /** How many were unread until now. */
  marked: number;
}

/** Who wants to be told what (R-NOT-2). */
export interface NotificationPreferences {
  /** The account's settings. */
  account: Partial<Record<NotificationKind, boolean>>;
  /** The user's own, which override them. */
  user?: Partial<Record<NotificationKind, boolean>>;
  /** What counts. */
  effective: Partial<Record<NotificationKind, boolean>>;
}

/** There is a new notification. */
export interface NotificationCreated {
  /** The notification. */
  notification: Notification;
  /** The ids of the users whom it is for. */
  recipients: Array<string>;
}

/** Parameters of `notification/list`. */
export interface NotificationListParams {
  /** Whose, by id. Absent: the actor's; the host sees all. */
  user?: string;
  /** Only unread ones. Default: `false`. */
  unreadOnly?: boolean;
  /** The most items one answer gives. Default: `100`. */
  limit?: number;
  /** `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused. */
  cursor?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `notification/markRead`. */
export interface NotificationMarkReadParams {
  /** By id. */
  notifications: Array<string>;
  /** For whom, by id. Absent: the actor. */
  user?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `notification/preferences`. */
export interface NotificationPreferencesParams {
  /** Whose, by id. Absent: the account's. */
  user?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `notification/setPreferences`. */
export interface NotificationSetPreferencesParams {
  /** Whose, by id. Absent: the account's. */
  user?: string;
  /** What is not named stays. */
  kinds: Partial<Record<NotificationKind, boolean | null>>;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** One change. */
export interface AuditEntry {
  /** When. */
  at: string;
  /** A user's id, or `host`. */
  actor: string;
  /** The method. */
  method: string;
  /** The id of what was changed. */
  subject: string;
  /** For users: the names of the fields, not their values. */
  fields?: Array<string>;
  /** For settings: the values before; never secrets. */
  before?: Record<string, unknown>;
  /** For settings: the values after; never secrets. */
  after?: Record<string, unknown>;
  /** For a run, a mass edit, an undo. */
  counts?: Record<string, number>;
}

/** A part of a list. */
export interface AuditEntryPage {
  /** The items of this part, in order. */
  items: Array<AuditEntry>;
  /** The `cursor` of the next part; absent: this was the last. */
  nextCursor?: string;
}

/** Parameters of `audit/list`. */
export interface AuditListParams {
  /** Only entries from this time on. */
  since?: string;
  /** Only of this method. */
  method?: string;
  /** Only about this id. */
  subject?: string;
  /** The most items one answer gives. Default: `100`. */
  limit?: number;
  /** `nextCursor` of the answer before. It belongs to the very parameters it was given for; with others it is refused. */
  cursor?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** A backup that was written. */
export interface BackupResult {
  /** Its size. */
  bytes: number;
}

/** What a check found. */
export interface StoreCheck {
  /** Nothing. */
  ok: boolean;
  /** What is damaged. */
  problems: Array<string>;
}

/** Parameters of `store/backup`. */
export interface StoreBackupParams {
  /** A file that does not exist yet. */
  path: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `store/check`. */
export interface StoreCheckParams {
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** What time it is. */
export interface ClockState {
  /** The agent's time. */
  now: string;
}

/** Parameters of `clock/get`. */
export interface ClockGetParams {
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** Parameters of `clock/advance`. Exactly one of `seconds`, `to`. */
export interface ClockAdvanceParams {
  /** By so much, */
  seconds?: number;
  /** or until then; not into the past. */
  to?: string;
  /** The user (by id) on whose behalf the request is made. Absent, it is made by the host, with full rights (R-ACC-3). */
  actor?: string;
}

/** What an administrator sets for one integration. */
export interface Configuration {
  /** What follows from status and dates. */
  lifecycle: Lifecycle;
  /** Which fields go to which attributes. */
  attributeMapping: AttributeMapping;
  /** Who is in scope. */
  filters: Array<Filter>;
  /** The rest. */
  advanced: AdvancedSettings;
}

/** Sections of a configuration to be replaced. */
export interface ConfigurationPatch {
  /** What follows from status and dates. */
  lifecycle?: Lifecycle;
  /** Which fields go to which attributes. */
  attributeMapping?: AttributeMapping;
  /** Who is in scope. */
  filters?: Array<Filter>;
  /** The rest. */
  advanced?: AdvancedSettings;
}

/** What follows from a person's status and dates (R-LIFE). */
export interface Lifecycle {
  /** What the employment status does. Default: `"doNothing"`. */
  userState?: UserState;
  /** When a new user begins to take part. Default: `{"kind":"directly"}`. */
  participationStart?: ParticipationStart;
  /** When a user goes after the employment's end. Default: `{"kind":"never"}`. */
  userRemoval?: UserRemoval;
  /** What happens to users whose employee is no longer delivered (R-LIFE-5). Default: `"delete"`. */
  absence?: Absence;
}

/** What the employment status does (R-LIFE-2): switches participation, deletes those who are not active, or nothing. */
export type UserState = "toggleParticipation" | "delete" | "doNothing";

/** When a user created by a sync begins to take part (R-LIFE-3). */
export interface ParticipationStart {
  /** At once, or some months after the employment start. */
  kind: ParticipationStartKind;
  /** With `afterMonths`: how many. */
  months?: number;
}

/** At once, or some months later. */
export type ParticipationStartKind = "directly" | "afterMonths";

/** When a user is deleted after the employment end date (R-LIFE-4). */
export interface UserRemoval {
  /** From the next day, some months later, or never. */
  kind: UserRemovalKind;
  /** With `afterMonths`: how many. */
  months?: number;
}

/** From the next day, some months later, or never. */
export type UserRemovalKind = "directly" | "afterMonths" | "never";

/** Users whose employee is no longer delivered are deleted, or left alone. */
export type Absence = "delete" | "keep";

/** Which HRIS fields go to which attributes (R-MAP-5). */
export interface AttributeMapping {
  /** One per attribute. Default: `[]`. */
  mappings?: Array<FieldMapping>;
  /** Where kiosk codes come from; absent: nowhere (R-MAP-10). */
  kioskCode?: KioskCodeSource;
}

/** One field to one attribute. */
export interface FieldMapping {
  /** The HRIS field's path. */
  field: string;
  /** The attribute's key. */
  attribute: string;
}

/** The employee's id or number. */
export type KioskCodeSource = "id" | "employee_number";

/** Narrows who is in scope (R-FIL). */
export interface Filter {
  /** The HRIS field's path. */
  field: string;
  /** Only those who match, or all but those. */
  mode: FilterMode;
  /** By values or by a date condition. */
  kind: FilterKind;
  /** With `values`: one of them must match, folded. */
  values?: Array<string>;
  /** With `values`: a field without value matches too. */
  matchEmpty?: boolean;
  /** With `date`: the condition. */
  condition?: DateCondition;
}

/** Only those who match, or all but those. */
export type FilterMode = "include" | "exclude";

/** By values or by a date condition. */
export type FilterKind = "values" | "date";

/** A condition on a date; with a date or a number of days from today. */
export interface DateCondition {
  /** How the field compares. */
  operator: DateOperator;
  /** With this day, */
  date?: string;
  /** or with today and so many days (negative: in the past). */
  daysFromToday?: number;
}

/** How a date compares. */
export type DateOperator = "before" | "onOrBefore" | "on" | "onOrAfter" | "after";

/** The rest of a configuration. */
export interface AdvancedSettings {
  /** Whether addresses of the type personal may be used (R-MAP-3). Default: `true`. */
  syncPersonalEmail?: boolean;
  /** The employee whose fields `integration/fields` shows (R-CON-7). */
  referenceEmployeeId?: string;
  /** A run that would delete a larger share of the managed users deletes none (R-SAFE-1). Default: `50`. */
  deletionSafeguardPercent?: number;
}

/** A configuration. */
export interface ConfigurationResult {
  /** As saved, complete with defaults. */
  configuration: Configuration;
  /** Its number. */
  revision: number;
}

/** A saved configuration. */
export interface ConfigureResult {
  /** As saved, complete with defaults. */
  configuration: Configuration;
  /** Its number. */
  revision: number;
  /** What deserves a second look. */
  warnings: Array<Problem>;
}

/** Something a person should know, or has to mend. */
export interface Problem {
  /** Whether it must be mended. */
  severity: ProblemSeverity;
  /** Stable, for programs. */
  code: string;
  /** For people. */
  message: string;
  /** Where in a configuration, or which column. */
  path?: string;
  /** Where in a file, from 1. */
  line?: number;
  /** Whom it is about: an external ID or a user's id. */
  subject?: string;
}

/** Whether it must be mended or deserves a second look. */
export type ProblemSeverity = "error" | "warning";

/** The notifications of the agent and what each one carries. */
export interface Events {
  /** How far a run or a long request is. A newer one replaces an older one with the same token that was not written yet. */
  "$/progress": ProgressEvent;
  /** An integration is not what it was. A newer one of the same integration replaces an older one. */
  "integration/changed": IntegrationChanged;
  /** A run is not what it was. A newer one of the same run replaces an older one that was not written yet. */
  "run/changed": RunChanged;
  /** Users changed. A hint: read `user/changes` from the number you have. */
  "user/changed": UserChanged;
  /** There is a new notification. */
  "notification/created": NotificationCreated;
}
