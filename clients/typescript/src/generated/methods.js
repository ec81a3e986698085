// Made from protocol/ by `swift run generate`; do not edit. Sources: 63d53eda290eca8e
import { Methods } from "../methods.js";

/** The process itself: what it is, how it is, how a conversation begins and ends. */
export class RpcMethods extends Methods {
  /** This contract as an OpenRPC document. The same document that `staffetta protocol` prints and `protocol/openrpc.json` holds. */
  discover(params, options) { return this.call("rpc.discover", params, options); }
}

/** The process itself: what it is, how it is, how a conversation begins and ends. */
export class AgentMethods extends Methods {
  /** How the agent is. Overtakes whatever waits, so that it answers also while the agent is busy. */
  status(params, options) { return this.call("agent/status", params, options); }
}

/** Settings of the whole account (R-ACC-4). */
export class AccountMethods extends Methods {
  /** The account's settings. */
  get(params, options) { return this.call("account/get", params, options); }

  /** Change the account's settings. What is absent stays. A lower licence limit takes nobody's place away (R-PLAN-7). Errors: `configurationInvalid`. */
  update(params, options) { return this.call("account/update", params, options); }
}

/** What can be switched on for the account (R-ACC-1, R-ACC-2). */
export class FeatureMethods extends Methods {
  /** Every feature and whether it is on. */
  list(params, options) { return this.call("feature/list", params, options); }

  /** Switch a feature on. The current version of its terms must have been accepted, or be accepted with this call (R-ACC-1); without it the answer is `acceptanceRequired` with the text to be shown. After a pause the schedule goes on. Errors: `acceptanceRequired`. */
  enable(params, options) { return this.call("feature/enable", params, options); }

  /** Switch a feature off. Stops the schedule and cancels runs that are not applying; nothing is deleted (R-ACC-2). */
  disable(params, options) { return this.call("feature/disable", params, options); }
}

/** The catalogue of HR systems that can be connected (R-CON-1). */
export class ConnectorMethods extends Methods {
  /** The HR systems that can be connected. */
  list(params, options) { return this.pages("connector/list", params, options); }

  /** One HR system. Errors: `notFound`. */
  get(params, options) { return this.call("connector/get", params, options); }
}

/** A connection to one HR system: connect, configure, test, enable. */
export class IntegrationMethods extends Methods {
  /** Every integration, disconnected ones included. */
  list(params, options) { return this.pages("integration/list", params, options); }

  /** One integration. Errors: `notFound`. */
  get(params, options) { return this.call("integration/get", params, options); }

  /** Rename an integration. Errors: `notFound`, `taken`. */
  update(params, options) { return this.call("integration/update", params, options); }

  /** Connect an HR system. Proves the credentials with one cheap real call before anything is stored (R-CON-3). For `authorizationCode` the answer says where to send the browser, and the proof comes at `integration/authorize`. If users carry the prefix already, the answer is `confirmationRequired` with their count. Errors: `featureDisabled`, `notFound`, `taken`, `configurationInvalid`, `confirmationRequired`, `authorizationRejected`, `fileUnavailable`, `remoteUnavailable`, `remoteRateLimited`, `remoteUnexpected`, `forbidden`, `keyUnavailable`, `unsupported`. */
  connect(params, options) { return this.call("integration/connect", params, options); }

  /** Finish the code flow. With what the HR system appended to the redirect address: `state`, and `code` or `error`. The code is exchanged and what it gives is proved before anything is stored. A wrong, used or expired `state`, an `error`, or a refused code is `authorizationRejected` and changes nothing: a new connection waits on until its time is over and then disappears, a reconnect keeps the old secrets. Errors: `featureDisabled`, `notFound`, `unsupported`, `authorizationRejected`, `runInProgress`, `remoteUnavailable`, `remoteRateLimited`, `remoteUnexpected`, `keyUnavailable`. */
  authorize(params, options) { return this.call("integration/authorize", params, options); }

  /** Give an integration new secrets. Users, configuration and prefix stay. If anything but secrets changes (another tenant, another file) the integration is disabled and needs a new test (R-CON-5). A failed reconnect keeps the old secrets. Errors: `featureDisabled`, `notFound`, `configurationInvalid`, `authorizationRejected`, `fileUnavailable`, `remoteUnavailable`, `remoteRateLimited`, `remoteUnexpected`, `forbidden`, `keyUnavailable`, `runInProgress`. */
  reconnect(params, options) { return this.call("integration/reconnect", params, options); }

  /** Erase an integration's secrets and stop its schedule. Works also while the feature is off. Deleting its users needs `confirm`, else `confirmationRequired` tells how many there are (R-CON-5). Errors: `notFound`, `confirmationRequired`, `runInProgress`, `wrongState`. */
  disconnect(params, options) { return this.call("integration/disconnect", params, options); }

  /** The fields that the HR system has. From the reference employee of the configuration, else the union over a sample of employees (R-CON-7). Errors: `featureDisabled`, `notFound`, `wrongState`, `configurationInvalid`, `authorizationRequired`, `fileUnavailable`, `remoteUnavailable`, `remoteRateLimited`, `remoteUnexpected`, `remoteIncomplete`, `forbidden`, `keyUnavailable`. */
  fields(params, options) { return this.call("integration/fields", params, options); }

  /** An integration's configuration. Errors: `notFound`. */
  configuration(params, options) { return this.call("integration/configuration", params, options); }

  /** Save an integration's configuration. A given section replaces that section, a member left out of it takes its default; a section that is absent stays. It never calls the HRIS and takes effect at the next run (R-RUN-6). An unknown standard path, an unknown attribute or a broken rule is `configurationInvalid` with a problem for each; an unknown custom field is a warning only. Errors: `featureDisabled`, `notFound`, `configurationInvalid`, `revisionConflict`. */
  configure(params, options) { return this.call("integration/configure", params, options); }

  /** Start a test. Computes the plan and stops; changes no user. At most 3 in any 24 hours (R-RUN-2). Errors: `featureDisabled`, `notFound`, `wrongState`, `runInProgress`, `limitReached`. */
  runTest(params, options) { return this.call("integration/runTest", params, options); }

  /** Sync every 24 hours, the first time at once. Asks for confirmation when users would not be linked or nothing was tested since the last change (R-RUN-5). Errors: `featureDisabled`, `notFound`, `wrongState`, `confirmationRequired`, `runInProgress`. */
  enable(params, options) { return this.call("integration/enable", params, options); }

  /** Stop syncing by itself. Cancels a running scheduled sync that is not applying yet (R-RUN-4). Errors: `notFound`. */
  disable(params, options) { return this.call("integration/disable", params, options); }

  /** Start a sync. Without `plan`: a manual sync, once in any 24 hours, of an enabled integration. With `plan`: applies exactly the reviewed rows of a finished test, without asking the HRIS again (R-PLAN-11). That links users and needs `confirm` if administrators or superusers are among them; `planStale` names what has changed since (`day`, `configuration`, `account`, `attribute`, `segments`, `user` – the first 100 –, `store`). Errors: `featureDisabled`, `notFound`, `wrongState`, `runInProgress`, `limitReached`, `confirmationRequired`, `planStale`, `resultsExpired`. */
  sync(params, options) { return this.call("integration/sync", params, options); }

  /** Why an employee does or does not become a user. Reads that employee from the HRIS and asks the planner's questions in their order; what needs the whole picture (conflict, licence, safeguard) it takes from the newest run's row. Somebody named by an address who is not linked is looked for among all employees. Errors: `featureDisabled`, `notFound`, `wrongState`, `unsupported`, `authorizationRequired`, `fileUnavailable`, `remoteUnavailable`, `remoteRateLimited`, `remoteUnexpected`, `forbidden`, `keyUnavailable`. */
  explain(params, options) { return this.call("integration/explain", params, options); }
}

/** Tests and syncs, their rows, and the way back. */
export class RunMethods extends Methods {
  /** Runs, the newest first. Errors: `notFound`. */
  list(params, options) { return this.pages("run/list", params, options); }

  /** One run. Errors: `notFound`. */
  get(params, options) { return this.call("run/get", params, options); }

  /** Wait for a run to end. Answers with the run when it has ended, or as it is at the time-out. Errors: `notFound`. */
  wait(params, options) { return this.call("run/wait", params, options); }

  /** Cancel a run. Possible until it is applying; overtakes whatever waits. Errors: `notFound`, `wrongState`. */
  cancel(params, options) { return this.call("run/cancel", params, options); }

  /** The rows of a run, in external ID order. Errors: `notFound`, `wrongState`, `resultsExpired`. */
  rows(params, options) { return this.pages("run/rows", params, options); }

  /** The rows of a category as CSV. One file per category; a category without rows gives no file (R-RES-1 to R-RES-3). Without `cursor` and `limit` the whole file. Errors: `notFound`, `wrongState`, `resultsExpired`, `forbidden`, `fileUnavailable`. */
  export(params, options) { return this.call("run/export", params, options); }

  /** How the rows of two runs differ. Errors: `notFound`, `wrongState`, `resultsExpired`. */
  compare(params, options) { return this.pages("run/compare", params, options); }

  /** Take back what a run changed. While its rows exist, once. Recreates deleted users, reverts fields and removes created users that nobody changed since, as far as uniqueness and licences allow. What stays is listed: `changedSince`, `deletedSince`, `taken`, `licenseLimit`, `referenceUnresolved`, `referenceCycle`, `segmentGone`, `attributeGone`. Segments that the run created stay. Disables the integration (R-RES-6). Errors: `notFound`, `wrongState`, `resultsExpired`, `runInProgress`. */
  undo(params, options) { return this.call("run/undo", params, options); }
}

/** The mirror: people as the account knows them (R-USR). */
export class UserMethods extends Methods {
  /** Users, by creation. Errors: `notFound`. */
  list(params, options) { return this.pages("user/list", params, options); }

  /** One user. By one of id, external ID and email (folded). Errors: `notFound`. */
  get(params, options) { return this.call("user/get", params, options); }

  /** Create a user by hand. Errors: `taken`, `licenseLimit`, `configurationInvalid`, `notFound`, `forbidden`. */
  create(params, options) { return this.call("user/create", params, options); }

  /** Change a user by hand. What is absent stays; null clears `email`, `externalId`, `kioskCode`, `participation.startDate` and single attributes. The next sync overwrites what it manages. Errors: `notFound`, `taken`, `configurationInvalid`, `forbidden`. */
  update(params, options) { return this.call("user/update", params, options); }

  /** Delete a user. References to it go with it (R-USR-4); its personal data is gone at once (R-USR-3). Errors: `notFound`, `forbidden`. */
  delete(params, options) { return this.call("user/delete", params, options); }

  /** Create, change and delete users by a CSV file. Reads the files of `run/export` and `user/export` back, also edited in a spreadsheet (R-RES-4). Any invalid row: nothing is applied and every fault is listed by line. Errors: `fileInvalid`, `fileUnavailable`, `confirmationRequired`, `licenseLimit`, `taken`, `forbidden`, `runInProgress`. */
  massEdit(params, options) { return this.call("user/massEdit", params, options); }

  /** Users as CSV, for mass edit. `create`: a file with the columns and no user, to be filled in; `edit` (and when absent): all users. Without `cursor` and `limit` the whole file. Errors: `forbidden`, `fileUnavailable`. */
  export(params, options) { return this.call("user/export", params, options); }

  /** What changed since a sequence number. Each changed user once in its latest state, and tombstones; whoever applies them all has the same directory (R-USR-2). */
  changes(params, options) { return this.call("user/changes", params, options); }
}

/** What is known about users besides the fixed fields (R-SEG). */
export class AttributeMethods extends Methods {
  /** Every attribute. */
  list(params, options) { return this.pages("attribute/list", params, options); }

  /** Create an attribute. Errors: `taken`, `configurationInvalid`. */
  create(params, options) { return this.call("attribute/create", params, options); }

  /** Rename an attribute. Errors: `notFound`, `taken`, `configurationInvalid`. */
  update(params, options) { return this.call("attribute/update", params, options); }

  /** Delete an attribute and its values. In use: only with `confirm`. Mapped: `wrongState` (R-SEG-4). Errors: `notFound`, `confirmationRequired`, `wrongState`. */
  delete(params, options) { return this.call("attribute/delete", params, options); }
}

/** The choices of an attribute, and their other spellings (R-SEG). */
export class SegmentMethods extends Methods {
  /** The segments of an attribute. Errors: `notFound`. */
  list(params, options) { return this.pages("segment/list", params, options); }

  /** Create a segment. Errors: `notFound`, `taken`, `configurationInvalid`. */
  create(params, options) { return this.call("segment/create", params, options); }

  /** Rename a segment or set its aliases. Renaming keeps the old name as an alias (R-SEG-2). An alias that is another segment's name merges that one into it, with `confirm` (R-SEG-3). Errors: `notFound`, `taken`, `confirmationRequired`, `configurationInvalid`. */
  update(params, options) { return this.call("segment/update", params, options); }

  /** Delete a segment. In use: only with `confirm` (R-SEG-4). Errors: `notFound`, `confirmationRequired`. */
  delete(params, options) { return this.call("segment/delete", params, options); }
}

/** What administrators and superusers are told (R-NOT). */
export class NotificationMethods extends Methods {
  /** Notifications, the newest first. Errors: `notFound`, `forbidden`. */
  list(params, options) { return this.pages("notification/list", params, options); }

  /** Mark notifications as read. Errors: `notFound`, `forbidden`. */
  markRead(params, options) { return this.call("notification/markRead", params, options); }

  /** Who wants to be told what. Errors: `notFound`, `forbidden`. */
  preferences(params, options) { return this.call("notification/preferences", params, options); }

  /** Set who wants to be told what. Without `user` account-wide. null goes back to the account's setting. Errors: `notFound`, `forbidden`. */
  setPreferences(params, options) { return this.call("notification/setPreferences", params, options); }
}

/** Every change made through the agent, for 400 days (R-ACC-5). */
export class AuditMethods extends Methods {
  /** The audit log, the newest first. */
  list(params, options) { return this.pages("audit/list", params, options); }
}

/** The database, for the host. */
export class StoreMethods extends Methods {
  /** Write a copy of the database. Consistent, while the agent goes on; secrets stay sealed (R-CON-4). The rows of runs are not part of it. Errors: `fileUnavailable`, `forbidden`, `storeFull`. */
  backup(params, options) { return this.call("store/backup", params, options); }

  /** Check the database. */
  check(params, options) { return this.call("store/check", params, options); }
}

/** Time by hand, for tests; only with `--virtual-clock`. */
export class ClockMethods extends Methods {
  /** What time it is. Only with `--virtual-clock`. */
  get(params, options) { return this.call("clock/get", params, options); }

  /** Let time pass. The clock stands still between advances. What falls due in between happens in order, and the answer comes when every run it made due has ended. HTTP back-off and time-outs use real time. Only with `--virtual-clock`. */
  advance(params, options) { return this.call("clock/advance", params, options); }
}

/** Every noun of the protocol with its methods. */
export const namespaces = {
  rpc: RpcMethods,
  agent: AgentMethods,
  account: AccountMethods,
  feature: FeatureMethods,
  connector: ConnectorMethods,
  integration: IntegrationMethods,
  run: RunMethods,
  user: UserMethods,
  attribute: AttributeMethods,
  segment: SegmentMethods,
  notification: NotificationMethods,
  audit: AuditMethods,
  store: StoreMethods,
  clock: ClockMethods,
};

/** The name of every method, as the protocol has it. */
export const methodNames = [
  "rpc.discover",
  "agent/status",
  "account/get",
  "account/update",
  "feature/list",
  "feature/enable",
  "feature/disable",
  "connector/list",
  "connector/get",
  "integration/list",
  "integration/get",
  "integration/update",
  "integration/connect",
  "integration/authorize",
  "integration/reconnect",
  "integration/disconnect",
  "integration/fields",
  "integration/configuration",
  "integration/configure",
  "integration/runTest",
  "integration/enable",
  "integration/disable",
  "integration/sync",
  "integration/explain",
  "run/list",
  "run/get",
  "run/wait",
  "run/cancel",
  "run/rows",
  "run/export",
  "run/compare",
  "run/undo",
  "user/list",
  "user/get",
  "user/create",
  "user/update",
  "user/delete",
  "user/massEdit",
  "user/export",
  "user/changes",
  "attribute/list",
  "attribute/create",
  "attribute/update",
  "attribute/delete",
  "segment/list",
  "segment/create",
  "segment/update",
  "segment/delete",
  "notification/list",
  "notification/markRead",
  "notification/preferences",
  "notification/setPreferences",
  "audit/list",
  "store/backup",
  "store/check",
  "clock/get",
  "clock/advance",
];
