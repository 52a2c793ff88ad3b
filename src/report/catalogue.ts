import type { Severity } from "./finding.ts";

/** The question about the key that a finding answers; reports are grouped by it. */
export const AREAS = ["format", "activation", "company", "scopes", "expiry", "rotation"] as const;

/** The questions about a repository: is the key written somewhere, and do its workflows hand it about? */
export const SCAN_AREAS = ["leak", "workflow"] as const;

export type KeyArea = (typeof AREAS)[number];
export type ScanArea = (typeof SCAN_AREAS)[number];
/** `tenancy` is the question about many tenants: does each key open its own door, and was each tried? */
export type Area = KeyArea | ScanArea | "tenancy";

export interface CatalogueEntry {
  readonly area: Area;
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
}

/**
 * Everything the checks of a key can say, in one closed list. Ids are stable: people filter by them, and each is a
 * heading of `docs/findings.md`.
 */
export const CATALOGUE = {
  // ── Is the text a key at all? ────────────────────────────────────────────────────────────────────
  "key-missing": {
    area: "format",
    severity: "error",
    gate: true,
    title: "No key was given",
    cause: "There is no key to check: the value is empty, so nothing about Pleo could be proven.",
    remedy:
      "If there is a key, store it with `gh secret set PLEO_API_KEY` and pass it as `api-key`; if not, {renew}.",
  },
  "key-damaged": {
    area: "format",
    severity: "error",
    gate: true,
    title: "The key was damaged when it was stored",
    cause:
      "{problem}, so it was not sent to Pleo, and whatever uses the stored value would be refused or send it wrongly.",
    remedy: "{fix}",
  },
  "key-placeholder": {
    area: "format",
    severity: "error",
    gate: true,
    title: "The value is a placeholder",
    cause: "{problem}, so it opens no company, and every call of the integration would fail.",
    remedy: "{fix}",
  },
  "key-foreign-secret": {
    area: "format",
    severity: "error",
    gate: true,
    title: "The value is another product's secret",
    cause: "{problem}, so it was not sent anywhere, lest it be disclosed to Pleo.",
    remedy: "{fix}",
  },
  "key-legacy-token": {
    area: "format",
    severity: "error",
    gate: true,
    title: "The value is a token (JWT), not an API key",
    cause: "{problem}, and tokens do not work where API keys do.",
    remedy: "To get an API key, {renew}.",
  },
  "key-looks-like-token": {
    area: "format",
    severity: "warning",
    title: "The key looks like a token (JWT)",
    cause:
      "The value has the form of a token of the legacy API or of OAuth, which is strange for an API key, but the form of Integrated keys is not known, so it was sent.",
    remedy: "If Pleo accepts it, nothing needs to be done; if not, {renew}.",
  },
  "key-shape-unknown": {
    area: "format",
    severity: "notice",
    title: "The key has a shape that this version does not know",
    cause:
      "{problem}, which is no error, since Pleo documents no format: Pleo's answer alone decides whether it works.",
    remedy: "{fix}",
  },

  // ── Does Pleo accept it? ─────────────────────────────────────────────────────────────────────────
  "key-rejected": {
    area: "activation",
    severity: "error",
    gate: true,
    title: "Pleo rejects the key",
    cause:
      "Pleo answered 401 to {question}, so the key opens nothing: it has expired, was deleted or replaced, belongs to the other environment (this is {environment}), or was never a Pleo API key.",
    remedy:
      "Check under {place} whether the key is still there; if it is, compare its expiry and the last four characters with those of the stored key and store it again from where you keep it, and if it is not, {renewThere}.",
  },
  "key-of-other-environment": {
    area: "activation",
    severity: "error",
    gate: true,
    title: "The key is for the other environment",
    cause:
      "Pleo's {other} environment accepts this key and {environment} rejects it: a key works only in the environment where it was made.",
    remedy: "Check this key against {other}, or, to get one for {environment}, {renew}.",
  },
  "environment-undiagnosed": {
    area: "activation",
    severity: "notice",
    title: "The other environment was not asked",
    cause:
      "`diagnose-environment` asks for it, but `api-url` names the one address to ask, so it is not known whether the rejected key belongs to the other environment.",
    remedy: "To have the other environment asked, leave `api-url` out.",
  },
  "environment-hint": {
    area: "activation",
    severity: "notice",
    title: "The key may be for the other environment",
    cause:
      "The beginning of the key is one that has been seen on {seen} keys, and it is checked against {environment}; this is a guess, not a rule.",
    remedy: "If Pleo rejects the key here, check it against {seen} instead, or {renew}.",
  },
  "key-not-an-api-key": {
    area: "activation",
    severity: "error",
    gate: true,
    title: "The credential is not an API key",
    cause:
      "Pleo's introspection calls this credential an OAuth token, which must not stand where a company's key is expected: tokens are a user's, and end soon.",
    remedy: "To get an API key, {renew}.",
  },
  "credential-not-recognised": {
    area: "activation",
    severity: "error",
    inconclusive: true,
    gate: true,
    title: "Pleo answered without recognising a credential",
    cause:
      "Introspection answered 200 with the authentication method NONE, as it would to anybody, which proves nothing about the key.",
    remedy:
      "Look for a proxy that strips the Authorization header, check under {place} whether the key is there, and run the check again.",
  },
  "everything-forbidden": {
    area: "activation",
    severity: "error",
    inconclusive: true,
    gate: true,
    title: "Pleo forbids every question",
    cause:
      "Pleo gave no answer but 403, which shows neither that the key works nor that it does not: an address filter or a missing entitlement looks the same.",
    remedy:
      "Check under {place} whether the key is there with the permissions you need; if it is, ask Pleo's support whether API access is enabled for this company.",
  },
  "key-unproven": {
    area: "activation",
    severity: "error",
    inconclusive: true,
    gate: true,
    title: "Nothing shows that Pleo accepts the key",
    cause:
      "No answer was one that only an accepted key can get, and none was a rejection either, so the key may be good or not.",
    remedy:
      "Check under {place} whether the key is there and that the address that is asked is Pleo's, and run the check again.",
  },
  "introspection-forbidden": {
    area: "activation",
    severity: "warning",
    title: "The key may not ask about itself",
    cause:
      "Pleo answered 403 to introspection, so the list of granted scopes is not known: missing scopes are tested one by one, and excess ones cannot be seen.",
    remedy: "Compare the key's permissions by eye under {place}.",
  },
  "introspection-absent": {
    area: "activation",
    severity: "notice",
    title: "Pleo does not introspect this key",
    cause:
      "Introspection answered {status}, so scopes are tested one by one with harmless reads, and excess ones cannot be seen.",
    remedy: "Compare the key's permissions by eye under {place}.",
  },
  "installation-forbidden": {
    area: "activation",
    severity: "error",
    title: "The key may not read its installation",
    cause:
      "Pleo answered 403 to the installation of this key: it lacks a permission, so it cannot be shown that the integration is in use for the company.",
    remedy:
      "Ask Pleo's support which permission reads the installation, since none is documented; if you accept that it stays unproven, lower `installation-forbidden` in `severities`.",
  },
  "installation-missing": {
    area: "activation",
    severity: "error",
    gate: true,
    title: "The key has no installation",
    cause:
      "Pleo knows no installation of this key for the company ({answer}), and the rest of what was learned does not make up for it.",
    remedy: "{fix}",
  },
  "installation-absent": {
    area: "activation",
    severity: "warning",
    title: "The key works without an installation",
    cause:
      "Pleo knows no installation of this key for the company ({answer}), though company and scopes are proven otherwise, so the step that ties the key to its company was not taken, or is not offered to this key.",
    remedy:
      "If your integration needs an installation, create it once by hand with POST /v1/installations/me, which this check never does.",
  },
  "installation-inactive": {
    area: "activation",
    severity: "error",
    gate: true,
    title: "The installation is not active",
    cause:
      "Pleo's status for the installation is {status}{errorCode}, and only ACTIVATED may be used.",
    remedy: "{fix}",
  },
  "installation-troubled": {
    area: "activation",
    severity: "warning",
    title: "The installation is active, with an error",
    cause:
      "The installation is ACTIVATED{errorCode}, so it may stop working, or may have stopped in part.",
    remedy:
      "Look at the integration under Settings in Pleo's web app ({app}) and repeat its set-up if it shows an error.",
  },
  "answer-not-understood": {
    area: "activation",
    severity: "error",
    inconclusive: true,
    gate: true,
    title: "Pleo's answer was not understood",
    cause:
      "{answers} not what Pleo's specification describes ({problem}), and so no proof of anything.",
    remedy:
      "Check that nothing between here and Pleo rewrites answers (a proxy, a captive portal) and run again; if it stays, update Pleo Key Guard or report the status and the question, never the key.",
  },
  "pleo-unavailable": {
    area: "activation",
    severity: "error",
    inconclusive: true,
    gate: true,
    title: "Pleo gave no usable answer",
    cause: "Asking for {question} gave {problem}: {meaning}.",
    remedy: "{help}, and run the check again; do not replace the key because of this.",
  },
  "key-repeated": {
    area: "activation",
    severity: "error",
    inconclusive: true,
    gate: true,
    title: "Something sends the key back",
    cause:
      "The key stands in what came back from {question}: Pleo never repeats it, so somebody else may have answered, or may have recorded it.",
    remedy:
      "Find out what answers in Pleo's place (`api-url`, a proxy, a debugging tool), and once it is gone, {renew}, and delete this key.",
  },

  // ── Is it the right company? ─────────────────────────────────────────────────────────────────────
  "company-not-declared": {
    area: "company",
    severity: "error",
    gate: true,
    title: "No company was expected",
    cause: "`company-id` is empty or left out, so a key of any company would pass{opens}.",
    remedy: "{fix}",
  },
  "company-id-invalid": {
    area: "company",
    severity: "error",
    gate: true,
    title: "The expected company id is not a UUID",
    cause: "`company-id` cannot be one of Pleo's, which are UUIDs, so no key could ever match it.",
    remedy:
      "Take the id from the report of an earlier run or from your records, set it with `gh variable set PLEO_COMPANY_ID` and pass it as `company-id`.",
  },
  "company-mismatch": {
    area: "company",
    severity: "error",
    gate: true,
    title: "The key opens another company",
    cause:
      "The key opens {actual} according to {source}, but {expected} is expected: every read and write would land in the wrong books.",
    remedy: "Store the key of the expected company{confirm}.",
  },
  "company-disagreement": {
    area: "company",
    severity: "error",
    gate: true,
    title: "Pleo names two different owners",
    cause:
      "Pleo contradicts itself: {one}, and {other}, so it is not certain whose data this key opens.",
    remedy: "Do not deploy; ask Pleo's support why the two differ, or {renew}.",
  },
  "company-unproven": {
    area: "company",
    severity: "error",
    inconclusive: true,
    gate: true,
    title: "The company could not be proven",
    cause: "Nothing that Pleo answered shows that this key opens company {expected}: {problem}.",
    remedy: "{fix}",
  },
  "key-reaches-more-companies": {
    area: "company",
    severity: "warning",
    title: "The key reaches more than one company",
    cause:
      "The key reaches the expected company and others as well ({problem}): whoever takes it takes them all, and each call must name the company.",
    remedy: "To have one for this company alone, {renew}.",
  },

  // ── May it do what it must, and no more? ─────────────────────────────────────────────────────────
  "scope-missing": {
    area: "scopes",
    severity: "error",
    gate: true,
    title: "A required scope is missing",
    cause: "The key lacks {scope}{purpose}: Pleo refuses the calls that need it.",
    remedy: "To have every scope of `required-scopes`, {rescope}.",
  },
  "scope-unverifiable": {
    area: "scopes",
    severity: "error",
    inconclusive: true,
    title: "A required scope could not be verified",
    cause: "It is not known whether the key has {scope}{purpose}: {problem}.",
    remedy: "{fix}",
  },
  "scope-unlisted": {
    area: "scopes",
    severity: "notice",
    title: "A scope is granted under another name",
    cause:
      "Introspection does not list {scope}, but a harmless read that needs it was allowed, so the key has it.",
    remedy: "Nothing needs to be done; report the name that Pleo uses if you know it.",
  },
  "scope-excess": {
    area: "scopes",
    severity: "warning",
    title: "The key may do more than it needs",
    cause:
      "The key also has {scopes}, which nothing here requires{unless}: whoever takes the key can do that too.",
    remedy: "If the integration needs {them}, add {them} to `required-scopes`; if not, {rescope}.",
  },
  "scopes-not-declared": {
    area: "scopes",
    severity: "warning",
    title: "No scopes were required",
    cause:
      "`required-scopes` is empty or left out, so neither a missing nor an excess scope can be told; the key has {scopes}.",
    remedy: "List the scopes that the integration needs in `required-scopes`.",
  },

  // ── Will it still work next month? ───────────────────────────────────────────────────────────────
  "expiry-undeclared": {
    area: "expiry",
    severity: "error",
    title: "The expiry date is not declared",
    cause:
      "Pleo tells no program when a key expires and `expires-on` is empty or left out, so a key that expires would stop working by surprise.",
    remedy: "{fix}",
  },
  "expiry-invalid": {
    area: "expiry",
    severity: "error",
    gate: true,
    title: "The declared dates make no sense",
    cause: "{problem}, so it is not known when the key stops working.",
    remedy: "{fix}",
  },
  "expiry-stale": {
    area: "expiry",
    severity: "error",
    gate: true,
    title: "The declared expiry belongs to another key",
    cause:
      "The declared expiry is for a key with another ending than this one, so the key was replaced and the date was not.",
    remedy:
      "Set `expires-on` to the date that was chosen when this key was made, and `expected-key-hint` to its last four characters.",
  },
  "key-expired": {
    area: "expiry",
    severity: "error",
    gate: true,
    title: "The key has expired",
    cause:
      "The declared expiry, {expiresOn}, passed {ago}: Pleo disables an expired key for every system that uses it.",
    remedy:
      "Compare `expires-on` with the expiry under {place}; if it is wrong, as it may be where Pleo still accepts the key, correct it, and if not, {renew}, and set `expires-on` to its date.",
  },
  "key-expires-too-soon": {
    area: "expiry",
    severity: "error",
    title: "The key expires too soon",
    cause:
      "The key is declared to expire on {expiresOn} ({left}), inside the {window} during which this check may not pass.",
    remedy: "Before that, {renew}, and set `expires-on` to its date.",
  },
  "key-expiring": {
    area: "expiry",
    severity: "warning",
    title: "The key expires soon",
    cause:
      "The key is declared to expire on {expiresOn} ({left}), and stops working then for every system that uses it.",
    remedy:
      "Before that, pass the present key as `previous-api-key` from a secret of its own, {renew}, set `expires-on` to its date, and delete the old key once this check says that it may go.",
  },
  "lifetime-too-long": {
    area: "expiry",
    severity: "error",
    title: "The key lives longer than allowed",
    cause:
      "The key lives {lifetime}, and {allowed} is the longest allowed: the longer a key lives, the longer a lost one is of use to others.",
    remedy: "To have one with an earlier expiry, {renew}.",
  },
  "lifetime-unproven": {
    area: "expiry",
    severity: "warning",
    title: "The key's lifetime cannot be told",
    cause:
      "A longest lifetime of {allowed} is set, but not when the key was made, so only the time that is left could be compared with it.",
    remedy: "Set `created-on` to the day on which the key was made.",
  },

  // ── Is it safe to replace the old key? ───────────────────────────────────────────────────────────
  "rotation-same-key": {
    area: "rotation",
    severity: "error",
    gate: true,
    title: "The old and the new key are the same",
    cause: "The previous key and the current one are the same value, so nothing has been rotated.",
    remedy:
      "To rotate, {renew}, and pass the old one as `previous-api-key` until this check passes.",
  },
  "rotation-previous-unusable": {
    area: "rotation",
    severity: "error",
    title: "The previous key cannot be checked",
    cause:
      "What is given as the previous key is not one that can be sent ({what}), so whether it still works is not known.",
    remedy:
      "Store the previous key again, bare, in the secret that holds the previous one (not in the current one's), or leave `previous-api-key` out if nothing is being replaced.",
  },
  "rotation-company-changed": {
    area: "rotation",
    severity: "error",
    gate: true,
    title: "The new key opens another company than the old one",
    cause:
      "The previous key opens {previous} and the current one opens {current}: a replacement must never move to another company silently.",
    remedy:
      "Use a key of the same company as the old one's; if the move is meant, leave `previous-api-key` out.",
  },
  "rotation-scopes-lost": {
    area: "rotation",
    severity: "error",
    title: "The new key lost scopes",
    cause: "The previous key has {scopes} and the current one does not: {effect}.",
    remedy: "{fix}",
  },
  "rotation-previous-alive": {
    area: "rotation",
    severity: "error",
    title: "The old key still works",
    cause:
      "`rotation` says `finished`, but Pleo still accepts the previous key: whoever has a copy can go on using it.",
    remedy:
      "Once nothing else fails here, be rid of the old key: {revoke}, then run this check again.",
  },
  "rotation-previous-dead": {
    area: "rotation",
    severity: "warning",
    title: "The old key has already stopped working",
    cause:
      "Pleo rejects the previous key although both should overlap, so a system that still uses it is down, and the two could not be compared.",
    remedy: "Make sure that every system uses the new key, then leave `previous-api-key` out.",
  },
  "rotation-previous-gone": {
    area: "rotation",
    severity: "notice",
    title: "The old key no longer works",
    cause:
      "Pleo rejects the previous key, as it should once a rotation is finished; it would reject a key with one character wrong just the same.",
    remedy:
      "Compare its last four characters with those of the key that you deleted, then leave `previous-api-key` out and delete its secret.",
  },
  "rotation-unproven": {
    area: "rotation",
    severity: "error",
    inconclusive: true,
    title: "The rotation could not be proven",
    cause: "{problem}, so it is not known whether the previous key can be done without.",
    remedy: "{fix}",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type KeyFindingId = keyof typeof CATALOGUE;

/** What scans of a repository can say; the texts are in `scan-catalogue.ts`, which most runs never load. */
const SCAN_FINDING_IDS = [
  "key-leaked",
  "key-leaked-before",
  "key-in-env-file",
  "key-shaped-text",
  "leak-scan-incomplete",
  "history-incomplete",
  "workflow-secret-too-wide",
  "workflow-secret-public",
  "workflow-secret-in-script",
  "workflow-secret-on-command-line",
  "workflow-secret-published",
  "workflow-secret-to-unpinned-action",
  "workflow-secrets-all",
  "workflow-untrusted-code",
  "workflow-no-environment",
  "workflow-guard-unpinned",
  "workflow-guard-not-gating",
  "workflow-unreadable",
] as const;

/**
 * What a check of many tenants can say, and whether a deploy may never go ahead with it; the texts are in
 * `tenant-catalogue.ts`, which most runs never load.
 */
const TENANT_FINDINGS = {
  "tenant-key-shared": { gate: true },
  "tenant-company-shared": { gate: false },
  "tenant-environments-mixed": { gate: false },
  "tenant-key-unavailable": { gate: true },
  "tenant-key-file-open": { gate: false },
  "tenant-key-unclaimed": { gate: false },
  "tenant-unchecked": { gate: true },
  "fleet-empty": { gate: true },
  "fleet-unfinished": { gate: true },
  "shard-missing": { gate: true },
  "shard-mismatch": { gate: true },
} as const;

export type ScanFindingId = (typeof SCAN_FINDING_IDS)[number];
export type TenantFindingId = keyof typeof TENANT_FINDINGS;
export type FindingId = KeyFindingId | ScanFindingId | TenantFindingId;

export const FINDING_IDS: readonly FindingId[] = [
  ...(Object.keys(CATALOGUE) as readonly KeyFindingId[]),
  ...SCAN_FINDING_IDS,
  ...(Object.keys(TENANT_FINDINGS) as readonly TenantFindingId[]),
];

/** No deploy may go ahead with this finding, so no setting lowers it. */
export function isGate(id: FindingId): boolean {
  const ofKeys: Readonly<Partial<Record<FindingId, CatalogueEntry>>> = CATALOGUE;
  const ofTenants: Readonly<Partial<Record<FindingId, { readonly gate: boolean }>>> =
    TENANT_FINDINGS;
  return ofKeys[id]?.gate === true || ofTenants[id]?.gate === true;
}

type Blanks<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Blanks<Rest>
  : never;

/** The values that an entry's texts ask for, by name. */
export type ValuesOf<Entry extends CatalogueEntry> = Readonly<
  Record<Blanks<Entry["cause" | "remedy"]>, string>
>;
