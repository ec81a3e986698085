// How the protocol's words read on a page. A word that is not listed is shown as it is: newer agents may know more.

const dateTime = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const dayOnly = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
const plainNumber = new Intl.NumberFormat();

export const time = (text) => dateTime.format(new Date(text));
export const day = (text) => dayOnly.format(new Date(`${text}T00:00:00Z`));
export const number = (value) => plainNumber.format(value);
/** `1 user`, `12 users`. */
export const count = (value, word, plural = word + "s") => `${number(value)} ${value === 1 ? word : plural}`;

export const categories = { created: "Created", updated: "Updated", deleted: "Deleted", conflict: "Conflicts", skipped: "Skipped" };

export const kinds = { test: "Test", sync: "Sync" };
export const triggers = { manual: "by hand", schedule: "by the schedule", enable: "on enabling", plan: "from a reviewed test" };
export const states = {
  queued: "Waiting", fetching: "Reading employees", planning: "Planning", applying: "Applying", succeeded: "Succeeded", failed: "Failed", cancelled: "Cancelled",
};
export const integrationStates = {
  authorizing: "Waiting for authorisation", connected: "Connected", needsAuthorization: "Needs authorisation", disconnected: "Disconnected",
};

export const reasons = {
  missingId: "The employee has no ID",
  missingFirstName: "The employee has no first name",
  missingLastName: "The employee has no last name",
  unavailable: "The HR system could not deliver a field that decides this",
  protectedRole: "Administrators and superusers are protected",
  absent: "No longer in the HR system",
  filtered: "Left out by a filter",
  ended: "Employment has ended",
  inactive: "Not an active employee",
  emailTaken: "Another user has this email address",
  emailDuplicate: "Several employees have this email address",
  kioskCodeTaken: "Another user has this kiosk code",
  kioskCodeDuplicate: "Several employees have this kiosk code",
  licenseLimit: "No licence left",
};

/** After a number of employees. */
export const exclusions = { filtered: "left out by a filter", ended: "with an employment that has ended", inactive: "not active" };

export const roles = { administrator: "Administrator", superuser: "Superuser", analyst: "Analyst", employee: "Employee" };

export const notificationKinds = {
  testResultsReady: "Integration test results ready",
  licenseLimitExceeded: "Max user licenses exceeded",
  deletionSafeguard: "Deletion safeguard",
  userConflicts: "User conflicts",
  syncFailed: "Synchronization failed",
  authorizationRequired: "Authorisation required",
  attributeSafeguard: "Attribute safeguard",
};

export const attributeTypes = { choice: "Choice (segments)", date: "Date", number: "Number", user: "Users (such as a manager)" };

export const decisions = {
  notDelivered: "Not delivered by the HR system", skipped: "Skipped", excluded: "Left out", created: "Will be created", updated: "Will be updated",
  unchanged: "Nothing to change", deleted: "Will be deleted", needsLink: "Must be linked first", protected: "Protected", held: "Deletion is held back",
  kept: "Kept as it is", unmanaged: "Not managed by this integration",
};

export const authorizationKinds = {
  apiKey: "API key", basic: "User name and password", bearer: "Access token", clientCredentials: "Client credentials", authorizationCode: "Sign in at the HR system", none: "No sign-in needed",
};

export const userFields = {
  firstName: "First name", lastName: "Last name", email: "Email", externalId: "External ID", language: "Language", participation: "Participation",
  participationStartDate: "Participation start", kioskCode: "Kiosk code",
};

/** `attributes` from attribute/list, for the names of `attributes.KEY`. */
export function fieldName(field, attributes) {
  const key = field.startsWith("attributes.") ? field.slice("attributes.".length) : undefined;
  if (key === undefined) return userFields[field] ?? field;
  return attributes.find((each) => each.key === key)?.name ?? key;
}

export function value(given) {
  if (given === undefined || given === null) return "none";
  if (typeof given === "boolean") return given ? "on" : "off";
  if (Array.isArray(given)) return given.length ? given.join(", ") : "none";
  return /^\d{4}-\d{2}-\d{2}$/.test(given) ? day(given) : String(given);
}

/** What `planStale` names, and what a confirmation counts, as words. */
export const staleThings = {
  day: "the day", configuration: "the configuration", account: "the account's settings", attribute: "an attribute", segments: "an attribute's segments", user: "a user", store: "the database",
};

/** `needsLink` → `needs link`, for words that nobody translated. */
export const spaced = (word) => word.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
export const sentence = (word) => word.charAt(0).toUpperCase() + word.slice(1);
export const fullName = ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(" ");
