import type { Severity } from "./finding.ts";
import type { RequirementId } from "./requirements.ts";

export interface CatalogueEntry {
  readonly severity: Severity;
  /** Nothing was proven either way: the verdict becomes unknown, not fail. */
  readonly inconclusive?: true;
  /** A deploy may never go ahead with this, so no setting lowers it. */
  readonly gate?: true;
  readonly title: string;
  /** What failed and why it matters. `{blanks}` are filled by the check that reports it. */
  readonly cause: string;
  /** What to do next: the place in Pleo's web app, or the command. */
  readonly remedy: string;
  /** The requirements of Pleo's documentation that this finding enforces. */
  readonly enforces: readonly RequirementId[];
}

/**
 * Everything the checks can say, in one closed list. Ids are stable: people filter by them, and each is a
 * heading of `docs/findings.md`.
 */
export const CATALOGUE = {
  // ── Is the text a key at all? ────────────────────────────────────────────────────────────────────
  "key-missing": {
    severity: "error",
    gate: true,
    title: "No key was given",
    cause: "There is no key to check: the value is empty, so nothing about Pleo could be proven.",
    remedy:
      "Create a key under {place} and store it with `gh secret set PLEO_API_KEY`; on a pull request from a fork or by Dependabot a secret is empty by design.",
    enforces: ["ACT-02", "ACT-06"],
  },
  "key-damaged": {
    severity: "error",
    gate: true,
    title: "The key was damaged when it was stored",
    cause:
      "{problem} It was not sent to Pleo, because whatever uses the stored value would be refused, or would send it wrongly.",
    remedy: "{fix}",
    enforces: ["SEC-14", "SEC-17", "UX-12", "UX-14"],
  },
  "key-placeholder": {
    severity: "error",
    gate: true,
    title: "The value is a placeholder",
    cause: "{problem} A stand-in opens no company, so every call of the integration would fail.",
    remedy: "{fix}",
    enforces: ["SEC-14", "UX-12"],
  },
  "key-foreign-secret": {
    severity: "error",
    gate: true,
    title: "The value is another product's secret",
    cause:
      "{problem} It was not sent anywhere, so that a secret of {vendor} is not disclosed to Pleo.",
    remedy: "{fix}",
    enforces: ["SEC-14", "SEC-16"],
  },
  "key-legacy-token": {
    severity: "error",
    gate: true,
    title: "The value is a token (JWT), not an API key",
    cause:
      "{problem} Tokens of the legacy API and OAuth access tokens do not work where API keys do.",
    remedy: "{fix}",
    enforces: ["ENV-03", "SEC-14"],
  },
  "key-shape-unknown": {
    severity: "notice",
    title: "The key has a shape that this version does not know",
    cause:
      "{problem} Pleo documents no format, so this is not an error; whether the key works is decided by Pleo's answer alone.",
    remedy: "{fix}",
    enforces: ["SEC-14"],
  },
  "environment-hint": {
    severity: "notice",
    title: "The key may be for the other environment",
    cause:
      "The beginning of the key is one that has been seen on {seen} keys, and it is checked against {environment}; this is a guess, not a rule.",
    remedy:
      "If Pleo rejects the key, make one under {place}; a key works only in the environment where it was made.",
    enforces: ["ENV-01"],
  },

  // ── Does Pleo accept it? ─────────────────────────────────────────────────────────────────────────
  "key-rejected": {
    severity: "error",
    gate: true,
    title: "Pleo rejects the key",
    cause:
      "Pleo answered 401 to {question}, so the key opens nothing: it has expired, was deleted or replaced, belongs to the other environment (this is {environment}), or was never a Pleo API key.",
    remedy:
      "Open {place}, look whether the key is still listed and in date, and if not make a new one and store it with `gh secret set PLEO_API_KEY`; a key cannot be shown again.",
    enforces: [
      "ACT-02",
      "ACT-05",
      "ACT-06",
      "ACT-12",
      "ENV-01",
      "ROT-02",
      "ROT-04",
      "ROT-09",
      "ROT-11",
      "INC-03",
      "LOG-04",
      "UX-07",
      "UX-08",
      "UX-12",
      "UX-14",
      "UX-15",
      "UX-16",
    ],
  },
  "key-not-an-api-key": {
    severity: "error",
    gate: true,
    title: "The credential is not an API key",
    cause:
      "Pleo's introspection calls this credential an OAuth token; a token ends with a person's session and must not stand where a company's key is expected.",
    remedy: "Make an API key under {place} and store it with `gh secret set PLEO_API_KEY`.",
    enforces: ["ACT-10", "ENV-03"],
  },
  "credential-not-recognised": {
    severity: "error",
    inconclusive: true,
    gate: true,
    title: "Pleo answered without recognising a credential",
    cause:
      "Introspection answered 200 with the authentication method NONE, so Pleo answered as it would to anybody, which proves nothing about the key.",
    remedy:
      "Run the check again; if it stays, look for a proxy that strips the Authorization header, and make sure that the key comes from {place}.",
    enforces: ["ACT-02"],
  },
  "everything-forbidden": {
    severity: "error",
    inconclusive: true,
    gate: true,
    title: "Pleo forbids every question",
    cause:
      "Pleo answered 403 to every question, which shows neither that the key works nor that it does not: an address filter or a missing entitlement looks the same.",
    remedy:
      "Check under {place} that the key is listed with the permissions you need; if it is, ask Pleo's support whether API access is enabled for this company.",
    enforces: ["ACT-02", "LOG-05", "SCP-08"],
  },
  "introspection-forbidden": {
    severity: "warning",
    title: "The key may not ask about itself",
    cause:
      "Pleo answered 403 to introspection, so the list of granted scopes is not known: missing scopes are tested one by one, and excess ones cannot be seen.",
    remedy: "Compare the key's permissions by eye under {place}.",
    enforces: ["LOG-05", "SCP-03"],
  },
  "introspection-absent": {
    severity: "notice",
    title: "Pleo does not introspect this key",
    cause:
      "Introspection answered {status}, so scopes are tested one by one with harmless reads, and excess ones cannot be seen.",
    remedy: "Compare the key's permissions by eye under {place}.",
    enforces: ["SCP-03"],
  },
  "installation-forbidden": {
    severity: "error",
    gate: true,
    title: "The key may not read its installation",
    cause:
      "Pleo answered 403 to the installation of this key: it lacks a permission, so it cannot be shown that the integration is in use for the company.",
    remedy:
      "Make a key with the permissions of your integration under {place}, store it with `gh secret set PLEO_API_KEY`, and run the check again.",
    enforces: ["ACT-01", "ACT-05", "ACT-14", "SCP-04", "LOG-05"],
  },
  "installation-missing": {
    severity: "error",
    gate: true,
    title: "The key has no installation",
    cause:
      "Pleo knows no installation for this key ({answer}), so the step that ties a key to its company has not been taken, or is not offered to this key.",
    remedy: "{fix}",
    enforces: ["ACT-01", "ACT-12", "ACT-13", "ROT-02"],
  },
  "installation-inactive": {
    severity: "error",
    gate: true,
    title: "The installation is not active",
    cause:
      "Pleo's status for the installation is {status} ({meaning}){errorCode}; only ACTIVATED may be used.",
    remedy:
      "Finish or repeat the set-up of the integration under Settings in Pleo's web app ({app}), then run the check again; it never changes the status itself.",
    enforces: ["ACT-05", "ACT-09", "ACT-15", "LOG-08", "UX-15"],
  },
  "answer-not-understood": {
    severity: "error",
    inconclusive: true,
    gate: true,
    title: "Pleo's answer was not understood",
    cause:
      "The answer to {question} is not what Pleo's specification describes ({problem}), so it proves nothing, whatever its status says.",
    remedy:
      "Check that nothing between here and Pleo rewrites answers (proxy, captive portal) and run again; if it stays, update Pleo Key Guard or report the status and question, never the key.",
    enforces: ["ACT-02", "LOG-09"],
  },
  "pleo-unavailable": {
    severity: "error",
    inconclusive: true,
    gate: true,
    title: "Pleo could not be asked",
    cause:
      "There was no usable answer to {question} ({problem}), which says nothing about the key: it may be fine.",
    remedy:
      "Look at https://status.pleo.io and run the check again; do not replace the key because of this.",
    enforces: ["ROT-13", "LOG-09", "NET-01", "NET-02"],
  },

  // ── Is it the right company? ─────────────────────────────────────────────────────────────────────
  "company-not-declared": {
    severity: "error",
    gate: true,
    title: "No company was expected",
    cause:
      "Nothing says which company this key should open, so a key of any company would pass; it opens {actual}.",
    remedy:
      "If that is the right company, confirm it with `gh variable set PLEO_COMPANY_ID --body {confirm}` and pass it as the expected company id.",
    enforces: ["ACT-03", "ACT-04", "ACT-08", "CID-01", "CID-04", "UX-09", "UX-10"],
  },
  "company-id-invalid": {
    severity: "error",
    gate: true,
    title: "The expected company id is not a UUID",
    cause:
      "The expected company id cannot be one of Pleo's, which are UUIDs, so no key could ever match it.",
    remedy:
      "Take the id from the summary of an earlier run or from your records and set it with `gh variable set PLEO_COMPANY_ID`.",
    enforces: ["CID-02", "CID-04"],
  },
  "company-mismatch": {
    severity: "error",
    gate: true,
    title: "The key opens another company",
    cause:
      "The key opens company {actual} according to {source}, but {expected} is expected: every read and write would land in the wrong books.",
    remedy:
      "Store the key of the expected company; if the change is meant, confirm it with `gh variable set PLEO_COMPANY_ID --body {actual}`.",
    enforces: [
      "ACT-03",
      "ACT-08",
      "ACT-12",
      "CID-04",
      "CID-06",
      "CID-07",
      "ROT-03",
      "TEN-03",
      "INC-03",
    ],
  },
  "company-disagreement": {
    severity: "error",
    gate: true,
    title: "Pleo names two different owners",
    cause:
      "Introspection says {introspected} and the installation says {installed}, so it is not certain whose data this key opens.",
    remedy:
      "Do not deploy; ask Pleo's support why the two differ, or make a new key under {place} and check that one.",
    enforces: ["ACT-03", "ACT-08", "CID-04"],
  },
  "company-unproven": {
    severity: "error",
    inconclusive: true,
    gate: true,
    title: "The company could not be proven",
    cause: "Nothing that Pleo answered shows that this key opens company {expected} ({problem}).",
    remedy:
      "Give the key the permission companies:read, or make a key for that one company, under {place}; then run the check again.",
    enforces: ["ACT-03", "ACT-12", "CID-04", "CID-08"],
  },
  "key-reaches-more-companies": {
    severity: "warning",
    title: "The key reaches more than one company",
    cause:
      "The key reaches the expected company and others as well ({problem}): whoever takes it takes them all, and each call must name the company.",
    remedy: "Make a key for this company alone under {place} and store it in this one's stead.",
    enforces: ["ACT-11", "ADM-03", "CID-08", "SCP-07"],
  },

  // ── May it do what it must, and no more? ─────────────────────────────────────────────────────────
  "scope-missing": {
    severity: "error",
    gate: true,
    title: "A required scope is missing",
    cause: "The key lacks {scope}, which is needed to {purpose}; Pleo refuses those calls.",
    remedy:
      "Scopes cannot be added to a key: make a new one with {scope} under {place}, and store it with `gh secret set PLEO_API_KEY`.",
    enforces: [
      "ACT-14",
      "SCP-02",
      "SCP-03",
      "SCP-04",
      "SCP-05",
      "SCP-06",
      "SCP-08",
      "SCP-09",
      "LOG-05",
    ],
  },
  "scope-unverifiable": {
    severity: "error",
    inconclusive: true,
    title: "A required scope could not be verified",
    cause:
      "It is not known whether the key has {scope} (needed to {purpose}): {problem}, and there may be another name for it.",
    remedy:
      "Look under {place} whether the key has it; if it has, and you accept that, lower the severity of scope-unverifiable.",
    enforces: ["SCP-02", "SCP-03"],
  },
  "scope-unlisted": {
    severity: "notice",
    title: "A scope is granted under another name",
    cause:
      "Introspection does not list {scope}, but a harmless read that needs it was allowed, so the key has it.",
    remedy: "Nothing needs to be done; report the name that Pleo uses if you know it.",
    enforces: ["SCP-09"],
  },
  "scope-excess": {
    severity: "warning",
    title: "The key may do more than it needs",
    cause:
      "The key also has {scopes}, which nothing here requires: whoever takes the key can do that too.",
    remedy:
      "Make a key without them under {place}, or add them to the required scopes if they are needed.",
    enforces: ["SCP-01", "SCP-07", "ADM-04"],
  },
  "scopes-not-declared": {
    severity: "warning",
    title: "No scopes were required",
    cause:
      "Nothing says which scopes the integration needs, so neither a missing nor an excess one can be told; the key has {scopes}.",
    remedy: "List what the integration needs as the required scopes.",
    enforces: ["SCP-01", "SCP-02", "SCP-03"],
  },

  // ── Will it still work next month? ───────────────────────────────────────────────────────────────
  "expiry-undeclared": {
    severity: "error",
    title: "The expiry date is not declared",
    cause:
      "Pleo shows a key's expiry only when it is made and tells it to no program, so without a declared date the key would stop working by surprise.",
    remedy:
      "Take the date from {place} and declare it with `gh variable set PLEO_KEY_EXPIRES_ON --body YYYY-MM-DD`.",
    enforces: ["ROT-08", "ADM-02"],
  },
  "expiry-invalid": {
    severity: "error",
    gate: true,
    title: "The declared dates make no sense",
    cause: "{problem}, so nobody can be warned before the key stops working.",
    remedy:
      "Declare a date (YYYY-MM-DD, which counts from its start in UTC) or an instant with its zone (2027-01-31T12:00:00Z).",
    enforces: ["ROT-08"],
  },
  "expiry-stale": {
    severity: "error",
    gate: true,
    title: "The declared expiry belongs to another key",
    cause:
      "The declared expiry is for a key with another ending than this one, so the key was replaced and the date was not.",
    remedy:
      "Take the new key's expiry from {place} and update the declared date and the expected key hint together.",
    enforces: ["ROT-02", "ROT-08"],
  },
  "key-expired": {
    severity: "error",
    gate: true,
    title: "The key has expired",
    cause:
      "The declared expiry, {expiresOn}, has passed ({ago}): Pleo disables an expired key for every system that uses it.",
    remedy:
      "Make a new key under {place}, store it with `gh secret set PLEO_API_KEY`, and declare its date.",
    enforces: ["ROT-08", "ROT-09", "ROT-12", "LOG-06"],
  },
  "key-expires-too-soon": {
    severity: "error",
    title: "The key expires too soon",
    cause:
      "The key expires on {expiresOn} ({left}), inside the {window} during which this check may not pass.",
    remedy:
      "Make a new key under {place} now, store it with `gh secret set PLEO_API_KEY`, and declare its date.",
    enforces: ["ROT-07", "ROT-08", "LOG-06"],
  },
  "key-expiring": {
    severity: "warning",
    title: "The key expires soon",
    cause:
      "The key expires on {expiresOn} ({left}); on that day it stops working for every system that uses it.",
    remedy: "Make a new key under {place}, store it, check it, and only then delete the old one.",
    enforces: ["ROT-07", "ROT-08", "ROT-12", "LOG-06"],
  },
  "lifetime-too-long": {
    severity: "error",
    title: "The key lives longer than allowed",
    cause:
      "The key lives {lifetime}, and {allowed} is the longest allowed: the longer a key lives, the longer a lost one is of use to others.",
    remedy: "Make a key with an earlier expiry under {place}.",
    enforces: ["ADM-02"],
  },
  "lifetime-unproven": {
    severity: "warning",
    title: "The key's lifetime cannot be told",
    cause:
      "A longest lifetime of {allowed} is set, but not when the key was made, so only the time that is left could be compared with it.",
    remedy: "Declare the day on which the key was made as well.",
    enforces: ["ADM-02"],
  },

  // ── Is it safe to replace the old key? ───────────────────────────────────────────────────────────
  "rotation-same-key": {
    severity: "error",
    gate: true,
    title: "The old and the new key are the same",
    cause: "The previous key and the current one are the same value, so nothing has been rotated.",
    remedy:
      "Make a new key under {place}, store it with `gh secret set PLEO_API_KEY`, and keep the old one as the previous key until this check passes.",
    enforces: ["ROT-01", "ROT-07"],
  },
  "rotation-previous-unusable": {
    severity: "error",
    title: "The previous key cannot be checked",
    cause: "{problem} So the previous key was not sent, and whether it still works is not known.",
    remedy: "{fix}",
    enforces: ["ROT-06", "ROT-07"],
  },
  "rotation-company-changed": {
    severity: "error",
    gate: true,
    title: "The new key opens another company than the old one",
    cause:
      "The previous key opens {previous} and the current one opens {current}: a replacement must never move to another company silently.",
    remedy:
      "Make the new key in the same company as the old one under {place}; if the move is meant, remove the previous key from this check.",
    enforces: ["CID-06", "ROT-03"],
  },
  "rotation-scopes-lost": {
    severity: "error",
    title: "The new key lost scopes",
    cause:
      "The previous key has {scopes}, the current one has not, so calls that work today would be refused after the switch.",
    remedy:
      "Make a new key with them under {place}, or list the scopes that are really needed as the required scopes.",
    enforces: ["SCP-06", "SCP-08", "ROT-09"],
  },
  "rotation-previous-alive": {
    severity: "error",
    title: "The old key still works",
    cause:
      "The rotation is said to be finished, but Pleo still accepts the previous key: whoever has a copy can go on using it.",
    remedy: "Open {place}, open the old key's row and choose Delete; then run this check again.",
    enforces: ["ROT-06", "ROT-10", "INC-01"],
  },
  "rotation-previous-dead": {
    severity: "warning",
    title: "The old key has already stopped working",
    cause:
      "Pleo rejects the previous key although both should overlap, so a system that still uses it is down, and the two could not be compared.",
    remedy:
      "Make sure that every system uses the new key, then remove the previous one from this check.",
    enforces: ["ROT-07", "ROT-12"],
  },
  "rotation-unproven": {
    severity: "error",
    inconclusive: true,
    title: "The rotation could not be proven",
    cause: "{problem}, so it is not known whether the previous key may be deleted.",
    remedy: "Do not delete the previous key yet; run the check again.",
    enforces: ["ROT-06", "ROT-07", "ROT-13"],
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type FindingId = keyof typeof CATALOGUE;

export const FINDING_IDS = Object.keys(CATALOGUE) as readonly FindingId[];

type Blanks<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Blanks<Rest>
  : never;

/** The values that an entry's texts ask for, by name. */
export type ValuesOf<Id extends FindingId> = Readonly<
  Record<Blanks<(typeof CATALOGUE)[Id]["cause" | "remedy"]>, string>
>;
