import type { PleoKey } from "../key/pleo-key.ts";
import { keyHandling } from "../pleo/web-app.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import {
  daysBetween,
  describeDays,
  parseDeclaredInstant,
  wholeDays,
  type DeclaredInstant,
} from "./dates.ts";
import type { Expectation, ExpiryExpectation } from "./expectation.ts";

export interface ExpiryResult {
  readonly findings: readonly Finding[];
  /** The declared end, where it is valid and belongs to this key. */
  readonly end?: DeclaredEnd;
}

export interface DeclaredEnd {
  /** As it was written. */
  readonly text: string;
  readonly at: Date;
  /** Whole days until then, negative after it; zero on the last day as on the first day after. */
  readonly daysLeft: number;
  readonly hasPassed: boolean;
}

/** One declaration, read and found to make sense, and what its findings need. */
interface DeclaredLife {
  readonly expires: DeclaredInstant;
  readonly created: DeclaredInstant | undefined;
  readonly limits: ExpiryExpectation;
  readonly now: Date;
  readonly place: string;
  readonly renew: string;
}

/** Will the key still work for as long as it must? `key` is absent where the value was no usable key. */
export function checkExpiry(
  key: PleoKey | undefined,
  expectation: Expectation,
  now: Date,
): ExpiryResult {
  const { expiry: limits, kind, environment } = expectation;
  const { place, renew } = keyHandling(kind, environment);
  if (limits.expiresOn === undefined) return { findings: [undeclared(kind, renew)] };

  const expires = parseDeclaredInstant(limits.expiresOn);
  const created =
    limits.createdOn === undefined ? undefined : parseDeclaredInstant(limits.createdOn);
  if (expires === undefined) return { findings: [createFinding("expiry-invalid", NO_DATE)] };
  const nonsense = findNonsense(limits, { expires, created, now });
  if (nonsense !== undefined) return { findings: [createFinding("expiry-invalid", nonsense)] };

  if (isForAnotherKey(key, limits)) return { findings: [createFinding("expiry-stale", {})] };
  const life = { expires, created, limits, now, place, renew };
  return { findings: [...judgeEnd(life), ...judgeLifetime(life)], end: describeEnd(life) };
}

function describeEnd({ expires, now }: DeclaredLife): DeclaredEnd {
  const left = daysBetween(now, expires.at);
  return { ...expires, daysLeft: wholeDays(left), hasPassed: left <= 0 };
}

function undeclared(kind: Expectation["kind"], renew: string): Finding {
  if (kind === "integrated") {
    // Whether Integrated keys expire at all is not documented, so nobody can be asked for a date.
    const fix =
      "If Pleo has told you when the key expires, pass that date as `expires-on`; if not, nothing needs to be done.";
    return createFinding("expiry-undeclared", { fix }, { severity: "notice" });
  }
  const fix = `Set the date that was chosen when the key was made, \`gh variable set PLEO_KEY_EXPIRES_ON --body YYYY-MM-DD\`, and pass it as \`expires-on\`; if nobody knows it, ${renew}, and set the date of the new key.`;
  return createFinding("expiry-undeclared", { fix });
}

interface ReadDates {
  readonly expires: DeclaredInstant;
  readonly created: DeclaredInstant | undefined;
  readonly now: Date;
}

interface Nonsense {
  readonly problem: string;
  readonly fix: string;
}

const FORMS =
  "a date (YYYY-MM-DD, which counts from its start in UTC) or an instant with its zone (2027-01-31T12:00:00Z)";

const NO_DATE: Nonsense = {
  problem: "The declared expiry is not a date",
  fix: `Set \`expires-on\` to ${FORMS}.`,
};

/** East of Greenwich a day begins up to this much earlier than it does in UTC. */
const EARLIEST_ZONE_DAYS = 14 / 24;

function findNonsense(
  limits: ExpiryExpectation,
  { expires, created, now }: ReadDates,
): Nonsense | undefined {
  if (limits.keyHint !== undefined && readHint(limits.keyHint) === undefined) {
    return {
      problem: "The key hint that binds the declared expiry to a key is not the ending of one",
      fix: "Set `expected-key-hint` to exactly the last four characters of the key.",
    };
  }
  if (limits.createdOn === undefined) return undefined;
  if (created === undefined) {
    return {
      problem: "The declared day of creation is not a date",
      fix: `Set \`created-on\` to ${FORMS}.`,
    };
  }
  const fix = "Compare `created-on` and `expires-on` with what was chosen when the key was made.";
  if (daysBetween(now, created.at) > EARLIEST_ZONE_DAYS) {
    return { problem: "The declared day of creation lies in the future", fix };
  }
  return created.at >= expires.at
    ? { problem: "The key is said to expire before it was made", fix }
    : undefined;
}

const HINT = /^[*\u2026]*([A-Za-z0-9_-]{4})$/;

/** The last four characters, also in the masked form in which reports show them. */
function readHint(keyHint: string): string | undefined {
  return HINT.exec(keyHint)?.[1];
}

/** Comparing the ending shows nothing of it, so it works for keys whose hint may not be shown, too. */
function isForAnotherKey(key: PleoKey | undefined, { keyHint }: ExpiryExpectation): boolean {
  const hint = keyHint === undefined ? undefined : readHint(keyHint);
  return key !== undefined && hint !== undefined && !key.reveal().endsWith(hint);
}

function judgeEnd({ expires, limits, now, place, renew }: DeclaredLife): readonly Finding[] {
  const left = daysBetween(now, expires.at);
  const expiresOn = expires.text;
  if (left <= 0) {
    const basis = isDate(expires) && left > -1 ? ", since a date counts from its start in UTC" : "";
    const ago = `${describeDays(left)} ago${basis}`;
    return [createFinding("key-expired", { expiresOn, ago, place, renew })];
  }
  const remaining = `${describeDays(left)} left`;
  if (left <= limits.failBeforeDays) {
    const window = `last ${describeDays(limits.failBeforeDays)}`;
    return [createFinding("key-expires-too-soon", { expiresOn, left: remaining, window, renew })];
  }
  if (left <= limits.warnBeforeDays) {
    return [createFinding("key-expiring", { expiresOn, left: remaining, renew })];
  }
  return [];
}

function isDate({ text }: DeclaredInstant): boolean {
  return !text.includes("T");
}

function judgeLifetime({ expires, created, limits, now, renew }: DeclaredLife): readonly Finding[] {
  const { maxLifetimeDays } = limits;
  if (maxLifetimeDays === undefined) return [];
  const allowed = describeDays(maxLifetimeDays);
  // A key made in the past has lived at least from now on, so even without its birthday some are too old.
  const days = daysBetween(created?.at ?? now, expires.at);
  if (days > maxLifetimeDays) {
    const known = created === undefined ? "at least " : "";
    // Rounded up, or a key that is hours too old would be said to live just as long as allowed.
    const lifetime = `${known}${describeDays(Math.ceil(days))}`;
    return [createFinding("lifetime-too-long", { lifetime, allowed, renew })];
  }
  return created === undefined ? [createFinding("lifetime-unproven", { allowed })] : [];
}
