import type { FindingId } from "./catalogue.ts";

/** What Pleo's documentation asks of whoever holds a key, in our own words. */
export interface Requirement {
  readonly id: string;
  /** `must` where Pleo says must, required or never; `should` where it recommends, or where we do. */
  readonly level: "must" | "should";
  readonly text: string;
  /** What the checks and the scans say where it is not kept. */
  readonly findings?: readonly FindingId[];
  /** What enforces it besides findings: a behaviour of this project that has a test. */
  readonly by?: string;
  /** The ESLint rules that find code which breaks it. */
  readonly rules?: readonly string[];
  /** What is left open, and why. Needed where neither a finding, nor `by`, nor a rule covers the requirement. */
  readonly gap?: string;
}

// The reasons that many rows share, so that closing one of them is one edit.
const CODE_LEFT = "Rules see what the source code says, not what happens while it runs.";
const NO_RULE = "It is about source code, and no rule looks for it.";
const FILES_LEFT =
  "What is encrypted is not looked through, nor is what lies outside of the repository.";
const HANDED_OVER =
  "Tenants are compared by the keys that are handed to the check; how the integration looks them up while it runs is not seen.";
const AT_RUN_TIME = "It happens inside the integration while it runs, where nothing here looks.";
const PEOPLE = "It is done by a person in Pleo's web app, where nothing here looks.";
const USER_INTERFACE = "It is about the integration's own screens, which nothing here sees.";
const REMINDER =
  "The reminder, an issue of the repository, says what stopped and what to do, with the steps for that kind of key.";
const BY_PEOPLE = "Whoever does not watch the repository has to be told by people.";

const ANY_TEXT =
  "In any other text, the secretlint rule finds them in every spelling, and so does ESLint with the preset `files`.";

const ADAPTER = "The HTTP adapter";
const MASKER = "The masker and the opaque key type";

export const REQUIREMENTS = [
  // Secrecy, storage, transport
  {
    id: "SEC-01",
    level: "must",
    text: "Treat a key like a password.",
    by: `${MASKER} never show more than the last four characters.`,
  },
  {
    id: "SEC-02",
    level: "must",
    text: "Give a key only to the systems that need it.",
    findings: [
      "workflow-secret-too-wide",
      "workflow-secret-to-unpinned-action",
      "workflow-secrets-all",
      "workflow-untrusted-code",
      "workflow-no-environment",
      "workflow-guard-unpinned",
      "workflow-unreadable",
      "tenant-key-file-open",
      "tenant-key-unclaimed",
    ],
    gap: "Workflows are read; what else may see the key, outside of them, is not.",
  },
  { id: "SEC-03", level: "must", text: "Encrypt keys at rest.", gap: NO_RULE },
  {
    id: "SEC-04",
    level: "must",
    text: "Mask a key once it has been entered.",
    by: `${MASKER} show at most the last four characters, in every spelling of the key.`,
    gap: CODE_LEFT,
    rules: ["no-key-in-response"],
  },
  {
    id: "SEC-05",
    level: "must",
    text: "Make a saved key impossible to read back.",
    gap: CODE_LEFT,
    rules: ["no-key-in-response", "no-key-in-session"],
  },
  {
    id: "SEC-06",
    level: "must",
    text: "Store keys on trusted backends only.",
    findings: ["workflow-untrusted-code"],
    gap: CODE_LEFT,
    rules: ["no-key-in-browser-storage", "no-key-in-client-code", "no-key-in-session"],
  },
  {
    id: "SEC-07",
    level: "must",
    text: "Keep keys out of frontends, mobile apps and client JavaScript.",
    findings: ["workflow-secret-public"],
    gap: CODE_LEFT,
    rules: ["no-key-in-client-code", "no-key-in-public-env", "no-key-in-browser-storage"],
  },
  {
    id: "SEC-08",
    level: "must",
    text: "Keep keys out of browser storage.",
    gap: CODE_LEFT,
    rules: ["no-key-in-browser-storage", "no-key-in-session"],
  },
  {
    id: "SEC-09",
    level: "must",
    text: "Keep keys out of code repositories.",
    findings: [
      "key-leaked",
      "key-leaked-before",
      "key-shaped-text",
      "leak-scan-incomplete",
      "history-incomplete",
    ],
    by: ANY_TEXT,
    gap: FILES_LEFT,
    rules: ["no-hardcoded-key"],
  },
  {
    id: "SEC-10",
    level: "must",
    text: "Keep keys out of logs, error messages and analytics.",
    findings: ["key-in-env-file", "workflow-secret-in-script", "workflow-secret-published"],
    gap: CODE_LEFT,
    by: `${MASKER} stand in front of everything that the Action writes.`,
    rules: ["no-key-in-log", "no-key-in-error", "no-key-in-telemetry"],
  },
  {
    id: "SEC-11",
    level: "should",
    text: "Prefer a vault, backend environment variables, encrypted fields or a credential store.",
    gap: CODE_LEFT,
    rules: ["no-hardcoded-key"],
  },
  {
    id: "SEC-12",
    level: "must",
    text: "Use HTTPS always.",
    by: `${ADAPTER} sends a key to Pleo's external hosts over https only, and refuses to run where certificates are not checked.`,
    gap: CODE_LEFT,
    rules: ["no-insecure-transport"],
  },
  {
    id: "SEC-13",
    level: "must",
    text: "Send a key in a header, never as a query parameter.",
    findings: ["workflow-secret-on-command-line"],
    by: `${ADAPTER} puts a key into the Authorization header and nowhere else.`,
    gap: CODE_LEFT,
    rules: ["no-key-in-url"],
  },
  {
    id: "SEC-14",
    level: "should",
    text: "Check a key's format before sending it.",
    findings: [
      "key-damaged",
      "key-placeholder",
      "key-foreign-secret",
      "key-legacy-token",
      "key-looks-like-token",
      "key-shape-unknown",
    ],
  },
  {
    id: "SEC-15",
    level: "must",
    text: "Make no temporary copies of a key in logs or debug output.",
    findings: ["workflow-secret-in-script", "workflow-secret-on-command-line"],
    gap: CODE_LEFT,
    by: "Answers and errors of the HTTP adapter hold no key, no header and no body, and nothing is written for debugging.",
    rules: ["no-key-in-log", "no-key-in-error", "no-key-in-telemetry"],
  },
  {
    id: "SEC-16",
    level: "must",
    text: "Pass keys through secure backend channels only.",
    findings: [
      "key-in-env-file",
      "workflow-secret-on-command-line",
      "workflow-secret-published",
      "workflow-secret-to-unpinned-action",
    ],
    gap: CODE_LEFT,
    rules: ["no-key-in-url", "no-key-in-response", "no-wrong-host"],
  },
  {
    id: "SEC-17",
    level: "should",
    text: "Build the Basic header as Pleo describes it: the key, a colon, base64.",
    findings: ["key-damaged"],
    by: `${ADAPTER} builds it so.`,
    rules: ["require-basic-auth"],
  },
  { id: "SEC-18", level: "must", text: "Do not share a key between systems.", gap: AT_RUN_TIME },
  {
    id: "SEC-19",
    level: "must",
    text: "Do not expose keys in public.",
    findings: ["key-leaked", "key-leaked-before", "key-shaped-text", "workflow-secret-public"],
    by: ANY_TEXT,
    gap: FILES_LEFT,
    rules: ["no-hardcoded-key", "no-key-in-public-env"],
  },

  // Activation
  {
    id: "ACT-01",
    level: "must",
    text: "Ask for the installation once a key has been given.",
    findings: ["installation-forbidden", "installation-missing", "installation-absent"],
  },
  {
    id: "ACT-02",
    level: "must",
    text: "Check that authentication succeeds.",
    findings: [
      "key-missing",
      "key-rejected",
      "credential-not-recognised",
      "everything-forbidden",
      "key-unproven",
      "answer-not-understood",
      "key-repeated",
      "tenant-key-unavailable",
      "tenant-unchecked",
      "fleet-unfinished",
      "shard-missing",
    ],
  },
  {
    id: "ACT-03",
    level: "must",
    text: "Read the company from the answer.",
    findings: [
      "company-not-declared",
      "company-mismatch",
      "company-disagreement",
      "company-unproven",
    ],
  },
  {
    id: "ACT-04",
    level: "must",
    text: "Keep that company id.",
    findings: ["company-not-declared"],
    gap: "The check compares the id with the stored one; storing it is the integration's own work.",
    by: "The output `company-id` hands it on.",
  },
  {
    id: "ACT-05",
    level: "must",
    text: "Stay inactive when activation fails.",
    findings: [
      "key-rejected",
      "key-unproven",
      "installation-forbidden",
      "installation-inactive",
      "workflow-guard-not-gating",
    ],
    by: "The Action fails the step and keeps `deploy-allowed` false until a check has passed.",
  },
  {
    id: "ACT-06",
    level: "should",
    text: "Say what to do when it fails.",
    findings: ["key-missing", "key-rejected"],
  },
  {
    id: "ACT-07",
    level: "should",
    text: "Let the user replace the key and try again.",
    gap: AT_RUN_TIME,
  },
  {
    id: "ACT-08",
    level: "must",
    text: "Tie a key to exactly one company.",
    findings: ["company-not-declared", "company-mismatch", "company-disagreement"],
  },
  {
    id: "ACT-09",
    level: "must",
    text: "Keep the state of authentication: unverified, active, degraded, expired, revoked, replaced.",
    findings: ["installation-inactive"],
    gap: "The check tells the state at one moment; keeping it is the integration's own work.",
  },
  {
    id: "ACT-10",
    level: "must",
    text: "Treat a key as a company's installation, not as a login.",
    findings: ["key-not-an-api-key"],
    gap: NO_RULE,
  },
  {
    id: "ACT-11",
    level: "must",
    text: "Serve one company with a Standalone key, not many customers.",
    findings: ["key-reaches-more-companies"],
    gap: "A key that reaches several companies is told; one that serves several customers is a matter of source code, and no rule looks for it.",
  },
  {
    id: "ACT-12",
    level: "must",
    text: "Integrated: try the key, and see that it belongs to the expected company, before it is used.",
    findings: ["key-rejected", "installation-missing", "company-mismatch", "company-unproven"],
  },
  {
    id: "ACT-13",
    level: "must",
    text: "On saving, run the installation, keep and show the company id, show errors.",
    findings: ["installation-missing", "installation-absent"],
    gap: "The check does its part on every run; the moment of saving is the integration's own.",
  },
  {
    id: "ACT-14",
    level: "must",
    text: "Never activate in part when permissions are short.",
    findings: ["installation-forbidden", "scope-missing"],
  },
  {
    id: "ACT-15",
    level: "should",
    text: "Call an installation healthy only when its status is ACTIVATED, and report its error code.",
    findings: ["installation-inactive", "installation-troubled"],
  },

  // Company id
  {
    id: "CID-01",
    level: "must",
    text: "Keep the company id found at activation and go on using it.",
    findings: ["company-not-declared"],
    gap: NO_RULE,
  },
  {
    id: "CID-02",
    level: "must",
    text: "Send the right company id wherever the API needs one.",
    findings: ["company-id-invalid"],
    gap: CODE_LEFT,
    rules: ["require-company-id"],
  },
  {
    id: "CID-03",
    level: "must",
    text: "Scope every request to that company.",
    gap: CODE_LEFT,
    rules: ["require-company-id"],
  },
  {
    id: "CID-04",
    level: "should",
    text: "Prevent a key from being used with the wrong company.",
    findings: [
      "company-not-declared",
      "company-id-invalid",
      "company-mismatch",
      "company-disagreement",
      "company-unproven",
      "tenant-company-shared",
    ],
  },
  {
    id: "CID-05",
    level: "should",
    text: "Prevent requests without a company.",
    gap: CODE_LEFT,
    rules: ["require-company-id"],
  },
  {
    id: "CID-06",
    level: "should",
    text: "Never let a replaced key switch companies silently.",
    findings: ["company-mismatch", "rotation-company-changed"],
  },
  {
    id: "CID-07",
    level: "must",
    text: "Treat the company id as part of authentication.",
    findings: ["company-mismatch", "tenant-company-shared"],
    gap: CODE_LEFT,
    rules: ["no-company-id-from-request"],
  },
  {
    id: "CID-08",
    level: "must",
    text: "With several entities, name the company in each call and treat each as its own integration.",
    findings: ["company-unproven", "key-reaches-more-companies", "tenant-company-shared"],
    gap: CODE_LEFT,
    rules: ["require-company-id"],
  },
  {
    id: "CID-09",
    level: "should",
    text: "Keep company ids in configuration, not in code.",
    gap: NO_RULE,
  },

  // Scopes
  {
    id: "SCP-01",
    level: "must",
    text: "Ask only for the scopes that are needed.",
    findings: ["scope-excess", "scopes-not-declared"],
  },
  {
    id: "SCP-02",
    level: "must",
    text: "Do not assume full access.",
    findings: ["scope-missing", "scope-unverifiable", "scopes-not-declared"],
  },
  {
    id: "SCP-03",
    level: "should",
    text: "Verify the required permissions at set-up.",
    findings: [
      "introspection-forbidden",
      "introspection-absent",
      "scope-missing",
      "scope-unverifiable",
      "scopes-not-declared",
    ],
  },
  {
    id: "SCP-04",
    level: "should",
    text: "Give clear errors when permission is short.",
    findings: ["installation-forbidden", "scope-missing"],
  },
  {
    id: "SCP-05",
    level: "must",
    text: "Fail clearly when scopes are missing.",
    findings: ["scope-missing"],
  },
  {
    id: "SCP-06",
    level: "must",
    text: "Give a new key the needed scopes before switching to it.",
    findings: ["scope-missing", "rotation-scopes-lost"],
  },
  {
    id: "SCP-07",
    level: "should",
    text: "Think of least privilege for pre-scoped keys too.",
    findings: ["key-reaches-more-companies", "scope-excess"],
  },
  {
    id: "SCP-08",
    level: "should",
    text: "Watch for permissions lost later.",
    findings: ["everything-forbidden", "scope-missing", "rotation-scopes-lost"],
    gap: "One check sees one moment; running it on a schedule is up to the user.",
  },
  {
    id: "SCP-09",
    level: "should",
    text: "Accept other names of the same scope.",
    findings: ["scope-missing", "scope-unlisted"],
  },

  // Environment
  {
    id: "ENV-01",
    level: "must",
    text: "Use staging keys on staging and production keys on production only.",
    findings: [
      "key-rejected",
      "key-of-other-environment",
      "environment-undiagnosed",
      "environment-hint",
      "workflow-no-environment",
      "tenant-environments-mixed",
    ],
    rules: ["no-wrong-host"],
  },
  {
    id: "ENV-02",
    level: "must",
    text: "Never use one key in two environments.",
    findings: ["tenant-key-shared"],
    gap: "Keys are compared where both environments are in one manifest of tenants; a check of one key sees one.",
  },
  {
    id: "ENV-03",
    level: "must",
    text: "Send API keys to the external hosts and legacy tokens to the legacy hosts only.",
    findings: ["key-legacy-token", "key-looks-like-token", "key-not-an-api-key"],
    by: `${ADAPTER} refuses every host but the two external ones.`,
    rules: ["no-wrong-host"],
  },
  {
    id: "ENV-04",
    level: "should",
    text: "Know that production use of Standalone keys is restricted.",
    gap: PEOPLE,
  },
  {
    id: "ENV-05",
    level: "should",
    text: "Use OAuth for products with many customers.",
    gap: "It is a decision about the product, not about a key.",
  },

  // Rotation, expiry, replacement
  {
    id: "ROT-01",
    level: "must",
    text: "Support replacing the key.",
    findings: ["rotation-same-key"],
    gap: "Old and new key are compared; replacing one by the other is done by the integration.",
  },
  {
    id: "ROT-02",
    level: "must",
    text: "Repeat installation and activation after a new key.",
    findings: ["key-rejected", "installation-missing", "expiry-stale"],
  },
  {
    id: "ROT-03",
    level: "must",
    text: "Check the company again after a new key.",
    findings: ["company-mismatch", "rotation-company-changed"],
  },
  {
    id: "ROT-04",
    level: "must",
    text: "Stay inactive when that check fails.",
    findings: ["key-rejected", "workflow-guard-not-gating"],
    by: "The Action fails the step and keeps `deploy-allowed` false until a check has passed.",
  },
  {
    id: "ROT-05",
    level: "must",
    text: "Drop the old state first and resume only after success.",
    gap: AT_RUN_TIME,
  },
  {
    id: "ROT-06",
    level: "must",
    text: "Remove the old credential from your own systems.",
    findings: [
      "rotation-previous-unusable",
      "rotation-previous-alive",
      "rotation-previous-gone",
      "rotation-unproven",
      "tenant-key-unclaimed",
    ],
    gap: "That Pleo rejects the old key is proven; whether your own systems still hold a copy is not seen.",
  },
  {
    id: "ROT-07",
    level: "should",
    text: "Keep the order: make new, store, check, drop old.",
    findings: [
      "key-expires-too-soon",
      "key-expiring",
      "rotation-same-key",
      "rotation-previous-unusable",
      "rotation-previous-dead",
      "rotation-unproven",
    ],
  },
  {
    id: "ROT-08",
    level: "should",
    text: "Watch or remind of expiry.",
    findings: [
      "expiry-undeclared",
      "expiry-invalid",
      "expiry-stale",
      "key-expired",
      "key-expires-too-soon",
      "key-expiring",
    ],
  },
  {
    id: "ROT-09",
    level: "must",
    text: "Plan for expired, revoked and replaced keys and lost permissions.",
    findings: ["key-rejected", "key-expired", "rotation-scopes-lost"],
  },
  {
    id: "ROT-10",
    level: "must",
    text: "Rotate or revoke at once when a key is compromised.",
    findings: ["rotation-previous-alive", "key-leaked", "key-leaked-before"],
    gap: "Pleo offers no way to revoke a key by program; the check proves that it was done.",
  },
  {
    id: "ROT-11",
    level: "should",
    text: "Watch for authentication failures automatically.",
    findings: ["key-rejected"],
    gap: "One check sees one moment; running it on a schedule is up to the user.",
  },
  {
    id: "ROT-12",
    level: "must",
    text: "Know that one expired key stops every integration that uses it.",
    findings: ["key-expired", "key-expiring", "rotation-previous-dead", "tenant-key-shared"],
  },
  {
    id: "ROT-13",
    level: "should",
    text: "Tell transient errors from invalid credentials.",
    findings: ["pleo-unavailable", "rotation-unproven"],
    by: `${ADAPTER} keeps being unreachable, rate-limited or broken apart from being rejected.`,
  },

  // Making keys
  { id: "ADM-01", level: "should", text: "Give a key a descriptive name.", gap: PEOPLE },
  {
    id: "ADM-02",
    level: "should",
    text: "Choose a fitting expiry.",
    findings: ["expiry-undeclared", "lifetime-too-long", "lifetime-unproven"],
  },
  {
    id: "ADM-03",
    level: "must",
    text: "Choose the right access level.",
    findings: ["key-reaches-more-companies"],
  },
  {
    id: "ADM-04",
    level: "must",
    text: "Tick only the needed permissions.",
    findings: ["scope-excess"],
  },
  {
    id: "ADM-05",
    level: "must",
    text: "Store a new key at once, since it is shown once.",
    gap: PEOPLE,
  },
  {
    id: "ADM-06",
    level: "must",
    text: "Be an admin or bookkeeper of a company with the feature enabled.",
    gap: PEOPLE,
  },

  // Incidents
  {
    id: "INC-01",
    level: "must",
    text: "Revoke or replace a leaked key at once.",
    findings: ["key-repeated", "rotation-previous-alive", "key-leaked", "key-leaked-before"],
    gap: "Pleo offers no way to revoke a key by program; findings name the place where a person does it.",
  },
  {
    id: "INC-02",
    level: "must",
    text: "Tell the teams and users concerned.",
    by: REMINDER,
    gap: BY_PEOPLE,
  },
  {
    id: "INC-03",
    level: "must",
    text: "Confirm that the new key connects.",
    findings: ["key-rejected", "company-mismatch"],
  },
  {
    id: "INC-04",
    level: "must",
    text: "Look through logs for unauthorised use.",
    gap: "Pleo's logs of key use are not open to programs.",
  },
  {
    id: "INC-05",
    level: "must",
    text: "Keep an incident inside the customer it concerns.",
    gap: AT_RUN_TIME,
  },
  {
    id: "INC-06",
    level: "must",
    text: "Ask the user to replace the key.",
    by: REMINDER,
    gap: BY_PEOPLE,
  },

  // Logging and monitoring
  {
    id: "LOG-01",
    level: "must",
    text: "Never log a whole key.",
    findings: ["workflow-secret-in-script"],
    gap: CODE_LEFT,
    by: `${MASKER} hide it in every spelling, in everything that the Action writes.`,
    rules: ["no-key-in-log"],
  },
  {
    id: "LOG-02",
    level: "must",
    text: "Log at most a minimal identifier, such as the last four characters.",
    by: `${MASKER} show the last four characters or nothing.`,
    gap: CODE_LEFT,
    rules: ["no-key-in-log"],
  },
  {
    id: "LOG-03",
    level: "must",
    text: "Mask sensitive values in general.",
    by: "Bodies of Pleo's answers are checked and dropped, never shown.",
  },
  {
    id: "LOG-04",
    level: "must",
    text: "Watch answers for authentication failures.",
    findings: ["key-rejected"],
    gap: "One check sees one moment; running it on a schedule is up to the user.",
  },
  {
    id: "LOG-05",
    level: "must",
    text: "Watch answers for permission errors.",
    findings: [
      "everything-forbidden",
      "introspection-forbidden",
      "installation-forbidden",
      "scope-missing",
    ],
    gap: "One check sees one moment; running it on a schedule is up to the user.",
  },
  {
    id: "LOG-06",
    level: "must",
    text: "Tell users promptly when they have to act.",
    findings: ["key-expired", "key-expires-too-soon", "key-expiring"],
    by: REMINDER,
    gap: BY_PEOPLE,
  },
  {
    id: "LOG-07",
    level: "should",
    text: "Detect repeated failures.",
    gap: "A check sees one run; a schedule that fails again is the signal.",
  },
  {
    id: "LOG-08",
    level: "should",
    text: "Show a degraded state clearly.",
    findings: ["installation-inactive", "installation-troubled"],
  },
  {
    id: "LOG-09",
    level: "should",
    text: "Detect failures quickly and guide recovery.",
    findings: ["answer-not-understood", "pleo-unavailable", "key-repeated"],
  },

  // Tenancy of Integrated keys
  {
    id: "TEN-01",
    level: "must",
    text: "Map one key to exactly one tenant.",
    findings: [
      "tenant-key-shared",
      "tenant-company-shared",
      "tenant-key-unclaimed",
      "shard-mismatch",
    ],
    gap: HANDED_OVER,
  },
  {
    id: "TEN-02",
    level: "must",
    text: "Never share a key between customers.",
    findings: ["tenant-key-shared"],
    gap: HANDED_OVER,
    rules: ["no-shared-client"],
  },
  {
    id: "TEN-03",
    level: "must",
    text: "Always use the company id that belongs to the key.",
    findings: ["company-mismatch", "tenant-company-shared"],
    gap: HANDED_OVER,
    rules: ["no-company-id-from-request"],
  },
  { id: "TEN-04", level: "must", text: "Limit access to credentials by tenant.", gap: AT_RUN_TIME },
  {
    id: "TEN-05",
    level: "must",
    text: "Keep stored credentials apart per tenant.",
    gap: AT_RUN_TIME,
  },
  {
    id: "TEN-06",
    level: "must",
    text: "Let no compromise reach other tenants.",
    findings: ["tenant-key-shared"],
    gap: AT_RUN_TIME,
  },
  {
    id: "TEN-07",
    level: "must",
    text: "Support many keys, with rotation and reconnection per customer.",
    findings: [
      "tenant-key-unavailable",
      "tenant-unchecked",
      "fleet-empty",
      "fleet-unfinished",
      "shard-missing",
      "shard-mismatch",
    ],
    gap: "Every tenant's key, and the one that it replaces, is checked; replacing and reconnecting is done by the integration.",
  },

  // User interface
  {
    id: "UX-01",
    level: "must",
    text: "Have an input of its own for the key.",
    gap: USER_INTERFACE,
  },
  { id: "UX-02", level: "must", text: "Label it as a secret.", gap: USER_INTERFACE },
  { id: "UX-03", level: "must", text: "Let the user paste.", gap: NO_RULE },
  { id: "UX-04", level: "must", text: "Mask the key while it is typed.", gap: NO_RULE },
  {
    id: "UX-05",
    level: "must",
    text: "Never show the whole key after saving.",
    gap: CODE_LEFT,
    rules: ["no-key-in-response"],
  },
  {
    id: "UX-06",
    level: "should",
    text: "Explain company-level access, storage, and that the key cannot be seen again.",
    gap: USER_INTERFACE,
  },
  {
    id: "UX-07",
    level: "must",
    text: "Validate as soon as a key is submitted.",
    findings: ["key-rejected"],
    by: "The Action fails the step and keeps `deploy-allowed` false until a check has passed.",
  },
  {
    id: "UX-08",
    level: "must",
    text: "Let the user always know whether it worked.",
    findings: ["key-rejected"],
    by: "Every run ends in a verdict, and sets every output.",
  },
  {
    id: "UX-09",
    level: "must",
    text: "Show the company id after activation.",
    findings: ["company-not-declared"],
    by: "The report of a check names the company that the key opens.",
  },
  {
    id: "UX-10",
    level: "must",
    text: "Show which company is connected.",
    by: "The report of a check names the company that the key opens.",
    gap: "By its id; its name is not asked for.",
  },
  {
    id: "UX-11",
    level: "must",
    text: "Confirm success visibly.",
    by: "The report, the summary and the output `verdict` of a check say that the key passed.",
  },
  {
    id: "UX-12",
    level: "should",
    text: "Say in errors what failed.",
    findings: ["key-damaged", "key-placeholder", "key-rejected", "key-of-other-environment"],
  },
  {
    id: "UX-13",
    level: "should",
    text: "Use plain words.",
    by: "Each finding has a title, one sentence of cause and a remedy; a test holds them to that form.",
  },
  {
    id: "UX-14",
    level: "should",
    text: "Give a way to recover in each error.",
    findings: ["key-damaged", "key-rejected", "key-of-other-environment"],
  },
  {
    id: "UX-15",
    level: "must",
    text: "Never enter the active state after a failed activation.",
    findings: ["key-rejected", "installation-inactive"],
    by: "The Action fails the step and keeps `deploy-allowed` false until a check has passed.",
  },
  {
    id: "UX-16",
    level: "must",
    text: "Make recovery from expiry and failure predictable.",
    findings: ["key-rejected"],
    gap: "What Pleo recommends here beyond clear findings is not known to us.",
  },
  {
    id: "UX-17",
    level: "must",
    text: "Integrated: expect copying by hand, another tab, then validation.",
    gap: USER_INTERFACE,
  },
  {
    id: "UX-18",
    level: "must",
    text: "Let the user edit and save a new key, and activate again by itself.",
    gap: USER_INTERFACE,
  },

  // Network
  {
    id: "NET-01",
    level: "should",
    text: "Stay under Pleo's rate limits, retries included.",
    by: `${ADAPTER} asks two questions in the common case and retries a small, fixed number of times.`,
  },
  {
    id: "NET-02",
    level: "should",
    text: "Back off on 429 and 5xx, and honour Retry-After.",
    findings: ["pleo-unavailable"],
    by: `${ADAPTER} does, with jitter and a cap.`,
  },
  { id: "NET-03", level: "should", text: "Do not retry 401 and 403.", by: `${ADAPTER} does not.` },
  {
    id: "NET-04",
    level: "should",
    text: "Follow no redirect with the key, and send it to known hosts only.",
    by: `${ADAPTER} follows no redirect and refuses other hosts.`,
  },
] as const satisfies readonly Requirement[];
