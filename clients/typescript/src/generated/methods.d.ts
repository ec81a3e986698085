// Made from protocol/ by `swift run generate`; do not edit. Sources: 63d53eda290eca8e
import type { CallOptions, Pages } from "../methods.js";
import type * as t from "./types.js";

/** The process itself: what it is, how it is, how a conversation begins and ends. */
export interface RpcMethods {
  /** This contract as an OpenRPC document. The same document that `staffetta protocol` prints and `protocol/openrpc.json` holds. */
  discover(params?: t.RpcDiscoverParams, options?: CallOptions): Promise<Record<string, unknown>>;
}

/** The process itself: what it is, how it is, how a conversation begins and ends. */
export interface AgentMethods {
  /** How the agent is. Overtakes whatever waits, so that it answers also while the agent is busy. */
  status(params?: t.AgentStatusParams, options?: CallOptions): Promise<t.AgentStatus>;
}

/** Settings of the whole account (R-ACC-4). */
export interface AccountMethods {
  /** The account's settings. */
  get(params?: t.AccountGetParams, options?: CallOptions): Promise<t.Account>;
  /** Change the account's settings. What is absent stays. A lower licence limit takes nobody's place away (R-PLAN-7). Errors: `configurationInvalid`. */
  update(params?: t.AccountUpdateParams, options?: CallOptions): Promise<t.Account>;
}

/** What can be switched on for the account (R-ACC-1, R-ACC-2). */
export interface FeatureMethods {
  /** Every feature and whether it is on. */
  list(params?: t.FeatureListParams, options?: CallOptions): Promise<t.FeatureList>;
  /** Switch a feature on. The current version of its terms must have been accepted, or be accepted with this call (R-ACC-1); without it the answer is `acceptanceRequired` with the text to be shown. After a pause the schedule goes on. Errors: `acceptanceRequired`. */
  enable(params: t.FeatureEnableParams, options?: CallOptions): Promise<t.Feature>;
  /** Switch a feature off. Stops the schedule and cancels runs that are not applying; nothing is deleted (R-ACC-2). */
  disable(params: t.FeatureDisableParams, options?: CallOptions): Promise<t.Feature>;
}

/** The catalogue of HR systems that can be connected (R-CON-1). */
export interface ConnectorMethods {
  /** The HR systems that can be connected. */
  list(params?: t.ConnectorListParams, options?: CallOptions): Pages<t.ConnectorPage, t.Connector>;
  /** One HR system. Errors: `notFound`. */
  get(params: t.ConnectorGetParams, options?: CallOptions): Promise<t.Connector>;
}

/** A connection to one HR system: connect, configure, test, enable. */
export interface IntegrationMethods {
  /** Every integration, disconnected ones included. */
  list(params?: t.IntegrationListParams, options?: CallOptions): Pages<t.IntegrationPage, t.Integration>;
  /** One integration. Errors: `notFound`. */
  get(params: t.IntegrationGetParams, options?: CallOptions): Promise<t.Integration>;
  /** Rename an integration. Errors: `notFound`, `taken`. */
  update(params: t.IntegrationUpdateParams, options?: CallOptions): Promise<t.Integration>;
  /** Connect an HR system. Proves the credentials with one cheap real call before anything is stored (R-CON-3). For `authorizationCode` the answer says where to send the browser, and the proof comes at `integration/authorize`. If users carry the prefix already, the answer is `confirmationRequired` with their count. Errors: `featureDisabled`, `notFound`, `taken`, `configurationInvalid`, `confirmationRequired`, `authorizationRejected`, `fileUnavailable`, `remoteUnavailable`, `remoteRateLimited`, `remoteUnexpected`, `forbidden`, `keyUnavailable`, `unsupported`. */
  connect(params: t.IntegrationConnectParams, options?: CallOptions): Promise<t.ConnectResult>;
  /** Finish the code flow. With what the HR system appended to the redirect address: `state`, and `code` or `error`. The code is exchanged and what it gives is proved before anything is stored. A wrong, used or expired `state`, an `error`, or a refused code is `authorizationRejected` and changes nothing: a new connection waits on until its time is over and then disappears, a reconnect keeps the old secrets. Errors: `featureDisabled`, `notFound`, `unsupported`, `authorizationRejected`, `runInProgress`, `remoteUnavailable`, `remoteRateLimited`, `remoteUnexpected`, `keyUnavailable`. */
  authorize(params: t.IntegrationAuthorizeParams, options?: CallOptions): Promise<t.IntegrationResult>;
  /** Give an integration new secrets. Users, configuration and prefix stay. If anything but secrets changes (another tenant, another file) the integration is disabled and needs a new test (R-CON-5). A failed reconnect keeps the old secrets. Errors: `featureDisabled`, `notFound`, `configurationInvalid`, `authorizationRejected`, `fileUnavailable`, `remoteUnavailable`, `remoteRateLimited`, `remoteUnexpected`, `forbidden`, `keyUnavailable`, `runInProgress`. */
  reconnect(params: t.IntegrationReconnectParams, options?: CallOptions): Promise<t.ConnectResult>;
  /** Erase an integration's secrets and stop its schedule. Works also while the feature is off. Deleting its users needs `confirm`, else `confirmationRequired` tells how many there are (R-CON-5). Errors: `notFound`, `confirmationRequired`, `runInProgress`, `wrongState`. */
  disconnect(params: t.IntegrationDisconnectParams, options?: CallOptions): Promise<t.DisconnectResult>;
  /** The fields that the HR system has. From the reference employee of the configuration, else the union over a sample of employees (R-CON-7). Errors: `featureDisabled`, `notFound`, `wrongState`, `configurationInvalid`, `authorizationRequired`, `fileUnavailable`, `remoteUnavailable`, `remoteRateLimited`, `remoteUnexpected`, `remoteIncomplete`, `forbidden`, `keyUnavailable`. */
  fields(params: t.IntegrationFieldsParams, options?: CallOptions): Promise<t.FieldList>;
  /** An integration's configuration. Errors: `notFound`. */
  configuration(params: t.IntegrationConfigurationParams, options?: CallOptions): Promise<t.ConfigurationResult>;
  /** Save an integration's configuration. A given section replaces that section, a member left out of it takes its default; a section that is absent stays. It never calls the HRIS and takes effect at the next run (R-RUN-6). An unknown standard path, an unknown attribute or a broken rule is `configurationInvalid` with a problem for each; an unknown custom field is a warning only. Errors: `featureDisabled`, `notFound`, `configurationInvalid`, `revisionConflict`. */
  configure(params: t.IntegrationConfigureParams, options?: CallOptions): Promise<t.ConfigureResult>;
  /** Start a test. Computes the plan and stops; changes no user. At most 3 in any 24 hours (R-RUN-2). Errors: `featureDisabled`, `notFound`, `wrongState`, `runInProgress`, `limitReached`. */
  runTest(params: t.IntegrationRunTestParams, options?: CallOptions): Promise<t.RunResult>;
  /** Sync every 24 hours, the first time at once. Asks for confirmation when users would not be linked or nothing was tested since the last change (R-RUN-5). Errors: `featureDisabled`, `notFound`, `wrongState`, `confirmationRequired`, `runInProgress`. */
  enable(params: t.IntegrationEnableParams, options?: CallOptions): Promise<t.EnableResult>;
  /** Stop syncing by itself. Cancels a running scheduled sync that is not applying yet (R-RUN-4). Errors: `notFound`. */
  disable(params: t.IntegrationDisableParams, options?: CallOptions): Promise<t.IntegrationResult>;
  /** Start a sync. Without `plan`: a manual sync, once in any 24 hours, of an enabled integration. With `plan`: applies exactly the reviewed rows of a finished test, without asking the HRIS again (R-PLAN-11). That links users and needs `confirm` if administrators or superusers are among them; `planStale` names what has changed since (`day`, `configuration`, `account`, `attribute`, `segments`, `user` – the first 100 –, `store`). Errors: `featureDisabled`, `notFound`, `wrongState`, `runInProgress`, `limitReached`, `confirmationRequired`, `planStale`, `resultsExpired`. */
  sync(params: t.IntegrationSyncParams, options?: CallOptions): Promise<t.RunResult>;
  /** Why an employee does or does not become a user. Reads that employee from the HRIS and asks the planner's questions in their order; what needs the whole picture (conflict, licence, safeguard) it takes from the newest run's row. Somebody named by an address who is not linked is looked for among all employees. Errors: `featureDisabled`, `notFound`, `wrongState`, `unsupported`, `authorizationRequired`, `fileUnavailable`, `remoteUnavailable`, `remoteRateLimited`, `remoteUnexpected`, `forbidden`, `keyUnavailable`. */
  explain(params: t.IntegrationExplainParams, options?: CallOptions): Promise<t.Explanation>;
}

/** Tests and syncs, their rows, and the way back. */
export interface RunMethods {
  /** Runs, the newest first. Errors: `notFound`. */
  list(params?: t.RunListParams, options?: CallOptions): Pages<t.RunPage, t.Run>;
  /** One run. Errors: `notFound`. */
  get(params: t.RunGetParams, options?: CallOptions): Promise<t.Run>;
  /** Wait for a run to end. Answers with the run when it has ended, or as it is at the time-out. Errors: `notFound`. */
  wait(params: t.RunWaitParams, options?: CallOptions): Promise<t.Run>;
  /** Cancel a run. Possible until it is applying; overtakes whatever waits. Errors: `notFound`, `wrongState`. */
  cancel(params: t.RunCancelParams, options?: CallOptions): Promise<t.Run>;
  /** The rows of a run, in external ID order. Errors: `notFound`, `wrongState`, `resultsExpired`. */
  rows(params: t.RunRowsParams, options?: CallOptions): Pages<t.RowPage, t.Row>;
  /** The rows of a category as CSV. One file per category; a category without rows gives no file (R-RES-1 to R-RES-3). Without `cursor` and `limit` the whole file. Errors: `notFound`, `wrongState`, `resultsExpired`, `forbidden`, `fileUnavailable`. */
  export(params: t.RunExportParams, options?: CallOptions): Promise<t.ExportResult>;
  /** How the rows of two runs differ. Errors: `notFound`, `wrongState`, `resultsExpired`. */
  compare(params: t.RunCompareParams, options?: CallOptions): Pages<t.RowChangePage, t.RowChange>;
  /** Take back what a run changed. While its rows exist, once. Recreates deleted users, reverts fields and removes created users that nobody changed since, as far as uniqueness and licences allow. What stays is listed: `changedSince`, `deletedSince`, `taken`, `licenseLimit`, `referenceUnresolved`, `referenceCycle`, `segmentGone`, `attributeGone`. Segments that the run created stay. Disables the integration (R-RES-6). Errors: `notFound`, `wrongState`, `resultsExpired`, `runInProgress`. */
  undo(params: t.RunUndoParams, options?: CallOptions): Promise<t.UndoResult>;
}

/** The mirror: people as the account knows them (R-USR). */
export interface UserMethods {
  /** Users, by creation. Errors: `notFound`. */
  list(params?: t.UserListParams, options?: CallOptions): Pages<t.UserPage, t.User>;
  /** One user. By one of id, external ID and email (folded). Errors: `notFound`. */
  get(params: t.UserGetParams, options?: CallOptions): Promise<t.User>;
  /** Create a user by hand. Errors: `taken`, `licenseLimit`, `configurationInvalid`, `notFound`, `forbidden`. */
  create(params: t.UserCreateParams, options?: CallOptions): Promise<t.User>;
  /** Change a user by hand. What is absent stays; null clears `email`, `externalId`, `kioskCode`, `participation.startDate` and single attributes. The next sync overwrites what it manages. Errors: `notFound`, `taken`, `configurationInvalid`, `forbidden`. */
  update(params: t.UserUpdateParams, options?: CallOptions): Promise<t.User>;
  /** Delete a user. References to it go with it (R-USR-4); its personal data is gone at once (R-USR-3). Errors: `notFound`, `forbidden`. */
  delete(params: t.UserDeleteParams, options?: CallOptions): Promise<t.Deleted>;
  /** Create, change and delete users by a CSV file. Reads the files of `run/export` and `user/export` back, also edited in a spreadsheet (R-RES-4). Any invalid row: nothing is applied and every fault is listed by line. Errors: `fileInvalid`, `fileUnavailable`, `confirmationRequired`, `licenseLimit`, `taken`, `forbidden`, `runInProgress`. */
  massEdit(params: t.UserMassEditParams, options?: CallOptions): Promise<t.MassEditResult>;
  /** Users as CSV, for mass edit. `create`: a file with the columns and no user, to be filled in; `edit` (and when absent): all users. Without `cursor` and `limit` the whole file. Errors: `forbidden`, `fileUnavailable`. */
  export(params?: t.UserExportParams, options?: CallOptions): Promise<t.ExportResult>;
  /** What changed since a sequence number. Each changed user once in its latest state, and tombstones; whoever applies them all has the same directory (R-USR-2). */
  changes(params: t.UserChangesParams, options?: CallOptions): Promise<t.UserChanges>;
}

/** What is known about users besides the fixed fields (R-SEG). */
export interface AttributeMethods {
  /** Every attribute. */
  list(params?: t.AttributeListParams, options?: CallOptions): Pages<t.AttributePage, t.Attribute>;
  /** Create an attribute. Errors: `taken`, `configurationInvalid`. */
  create(params: t.AttributeCreateParams, options?: CallOptions): Promise<t.Attribute>;
  /** Rename an attribute. Errors: `notFound`, `taken`, `configurationInvalid`. */
  update(params: t.AttributeUpdateParams, options?: CallOptions): Promise<t.Attribute>;
  /** Delete an attribute and its values. In use: only with `confirm`. Mapped: `wrongState` (R-SEG-4). Errors: `notFound`, `confirmationRequired`, `wrongState`. */
  delete(params: t.AttributeDeleteParams, options?: CallOptions): Promise<t.Deleted>;
}

/** The choices of an attribute, and their other spellings (R-SEG). */
export interface SegmentMethods {
  /** The segments of an attribute. Errors: `notFound`. */
  list(params: t.SegmentListParams, options?: CallOptions): Pages<t.SegmentPage, t.Segment>;
  /** Create a segment. Errors: `notFound`, `taken`, `configurationInvalid`. */
  create(params: t.SegmentCreateParams, options?: CallOptions): Promise<t.Segment>;
  /** Rename a segment or set its aliases. Renaming keeps the old name as an alias (R-SEG-2). An alias that is another segment's name merges that one into it, with `confirm` (R-SEG-3). Errors: `notFound`, `taken`, `confirmationRequired`, `configurationInvalid`. */
  update(params: t.SegmentUpdateParams, options?: CallOptions): Promise<t.Segment>;
  /** Delete a segment. In use: only with `confirm` (R-SEG-4). Errors: `notFound`, `confirmationRequired`. */
  delete(params: t.SegmentDeleteParams, options?: CallOptions): Promise<t.Deleted>;
}

/** What administrators and superusers are told (R-NOT). */
export interface NotificationMethods {
  /** Notifications, the newest first. Errors: `notFound`, `forbidden`. */
  list(params?: t.NotificationListParams, options?: CallOptions): Pages<t.NotificationPage, t.Notification>;
  /** Mark notifications as read. Errors: `notFound`, `forbidden`. */
  markRead(params: t.NotificationMarkReadParams, options?: CallOptions): Promise<t.MarkReadResult>;
  /** Who wants to be told what. Errors: `notFound`, `forbidden`. */
  preferences(params?: t.NotificationPreferencesParams, options?: CallOptions): Promise<t.NotificationPreferences>;
  /** Set who wants to be told what. Without `user` account-wide. null goes back to the account's setting. Errors: `notFound`, `forbidden`. */
  setPreferences(params: t.NotificationSetPreferencesParams, options?: CallOptions): Promise<t.NotificationPreferences>;
}

/** Every change made through the agent, for 400 days (R-ACC-5). */
export interface AuditMethods {
  /** The audit log, the newest first. */
  list(params?: t.AuditListParams, options?: CallOptions): Pages<t.AuditEntryPage, t.AuditEntry>;
}

/** The database, for the host. */
export interface StoreMethods {
  /** Write a copy of the database. Consistent, while the agent goes on; secrets stay sealed (R-CON-4). The rows of runs are not part of it. Errors: `fileUnavailable`, `forbidden`, `storeFull`. */
  backup(params: t.StoreBackupParams, options?: CallOptions): Promise<t.BackupResult>;
  /** Check the database. */
  check(params?: t.StoreCheckParams, options?: CallOptions): Promise<t.StoreCheck>;
}

/** Time by hand, for tests; only with `--virtual-clock`. */
export interface ClockMethods {
  /** What time it is. Only with `--virtual-clock`. */
  get(params?: t.ClockGetParams, options?: CallOptions): Promise<t.ClockState>;
  /** Let time pass. The clock stands still between advances. What falls due in between happens in order, and the answer comes when every run it made due has ended. HTTP back-off and time-outs use real time. Only with `--virtual-clock`. */
  advance(params: t.ClockAdvanceParams, options?: CallOptions): Promise<t.ClockState>;
}

/** Every noun of the protocol with its methods. */
export interface Namespaces {
  readonly rpc: RpcMethods;
  readonly agent: AgentMethods;
  readonly account: AccountMethods;
  readonly feature: FeatureMethods;
  readonly connector: ConnectorMethods;
  readonly integration: IntegrationMethods;
  readonly run: RunMethods;
  readonly user: UserMethods;
  readonly attribute: AttributeMethods;
  readonly segment: SegmentMethods;
  readonly notification: NotificationMethods;
  readonly audit: AuditMethods;
  readonly store: StoreMethods;
  readonly clock: ClockMethods;
}

/** The name of every method, as the protocol has it. */
export const methodNames: readonly string[];
