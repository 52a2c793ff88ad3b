import { whereKeysAreMade } from "../pleo/web-app.ts";
import type { PleoKey } from "../key/pleo-key.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import { daysBetween, describeDays, parseDeclaredInstant, type DeclaredInstant } from "./dates.ts";
import type { Expectation, ExpiryExpectation } from "./expectation.ts";

export interface ExpiryResult {
  readonly findings: readonly Finding[];
  /** The declared expiry, where it is valid and belongs to this key. */
  readonly expiresAt?: Date;
  /** Whole days until then; negative once it has passed. */
  readonly daysLeft?: number;
}

/** One declaration, read and found to make sense, and what its findings need. */
interface DeclaredLife {
  readonly expires: DeclaredInstant;
  readonly created: DeclaredInstant | undefined;
  readonly limits: ExpiryExpectation;
  readonly now: Date;
  readonly place: string;
}

/** Will the key still work for as long as it must? `key` is absent where the value was no usable key. */
export function checkExpiry(
  key: PleoKey | undefined,
  expectation: Expectation,
  now: Date,
): ExpiryResult {
  const { expiry: limits, kind, environment } = expectation;
  const place = whereKeysAreMade(kind, environment);
  if (limits.expiresOn === undefined) return { findings: [undeclared(kind, place)] };

  const expires = parseDeclaredInstant(limits.expiresOn);
  const created =
    limits.createdOn === undefined ? undefined : parseDeclaredInstant(limits.createdOn);
  const problem = findNonsense(limits, { expires, created, now });
  if (problem !== undefined) return { findings: [createFinding("expiry-invalid", { problem })] };
  if (expires === undefined) return { findings: [] };

  if (isForAnotherKey(key, limits)) return { findings: [createFinding("expiry-stale", { place })] };
  const life = { expires, created, limits, now, place };
  return {
    findings: [...judgeEnd(life), ...judgeLifetime(life)],
    expiresAt: expires.at,
    daysLeft: Math.floor(daysBetween(now, expires.at)),
  };
}

function undeclared(kind: Expectation["kind"], place: string): Finding {
  // Whether Integrated keys expire at all is not documented, so nobody can be asked for a date.
  const severity = kind === "integrated" ? "notice" : "error";
  return createFinding("expiry-undeclared", { place }, { severity });
}

interface ReadDates {
  readonly expires: DeclaredInstant | undefined;
  readonly created: DeclaredInstant | undefined;
  readonly now: Date;
}

function findNonsense(
  limits: ExpiryExpectation,
  { expires, created, now }: ReadDates,
): string | undefined {
  if (expires === undefined) return "The declared expiry is not a date";
  if (limits.createdOn === undefined) return undefined;
  if (created === undefined) return "The declared day of creation is not a date";
  if (created.at > now) return "The declared day of creation lies in the future";
  if (created.at >= expires.at) return "The key is said to expire before it was made";
  return undefined;
}

/** Comparing the ending shows nothing of it, so it works for keys whose hint may not be shown, too. */
function isForAnotherKey(key: PleoKey | undefined, { keyHint }: ExpiryExpectation): boolean {
  return key !== undefined && keyHint !== undefined && !key.reveal().endsWith(keyHint);
}

function judgeEnd({ expires, limits, now, place }: DeclaredLife): readonly Finding[] {
  const left = daysBetween(now, expires.at);
  const expiresOn = expires.text;
  if (left <= 0) {
    return [createFinding("key-expired", { expiresOn, ago: `${describeDays(left)} ago`, place })];
  }
  const remaining = `${describeDays(left)} left`;
  if (limits.failBeforeDays > 0 && left <= limits.failBeforeDays) {
    const window = `last ${describeDays(limits.failBeforeDays)}`;
    return [createFinding("key-expires-too-soon", { expiresOn, left: remaining, window, place })];
  }
  if (left <= limits.warnBeforeDays) {
    return [createFinding("key-expiring", { expiresOn, left: remaining, place })];
  }
  return [];
}

function judgeLifetime({ expires, created, limits, now, place }: DeclaredLife): readonly Finding[] {
  const { maxLifetimeDays } = limits;
  if (maxLifetimeDays === undefined) return [];
  const allowed = describeDays(maxLifetimeDays);
  // A key made in the past has lived at least from now on, so even without its birthday some are too old.
  const lifetime = daysBetween(created?.at ?? now, expires.at);
  if (lifetime > maxLifetimeDays) {
    const described = created === undefined ? "at least " : "";
    return [
      createFinding("lifetime-too-long", {
        lifetime: `${described}${describeDays(lifetime)}`,
        allowed,
        place,
      }),
    ];
  }
  return created === undefined ? [createFinding("lifetime-unproven", { allowed })] : [];
}
