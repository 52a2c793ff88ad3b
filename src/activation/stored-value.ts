import { parseKey } from "../key/parse-key.ts";
import type { PleoKey } from "../key/pleo-key.ts";
import { optional } from "../optional.ts";
import type { Finding } from "../report/finding.ts";
import { decideVerdict, NOTHING_PROVEN, orderFindings } from "../report/report.ts";
import { checkExpiry, type ExpiryResult } from "./check-expiry.ts";
import { checkFormat } from "./check-format.ts";
import { checkDeclaredCompany } from "./declared-company.ts";
import type { Expectation } from "./expectation.ts";
import { expectedCompany, type GuardReport } from "./guard-report.ts";

/** All that is known of a stored value before anything is sent. */
export interface StoredValue {
  /** Only where it may be sent to Pleo. */
  readonly key?: PleoKey;
  readonly format: readonly Finding[];
  readonly expiry: ExpiryResult;
}

export type SendableValue = StoredValue & { readonly key: PleoKey };

export function hasSendableKey(stored: StoredValue): stored is SendableValue {
  return stored.key !== undefined;
}

/** Is it a key, and what was declared of its life? */
export function judgeStored(value: string, expectation: Expectation, now: Date): StoredValue {
  const { key, findings } = checkFormat(parseKey(value), expectation);
  return {
    ...optional("key", key),
    format: findings,
    expiry: checkExpiry(key, expectation, now),
  };
}

interface Unsent {
  readonly expectation: Expectation;
  /** A previous key was given, and stays needed. */
  readonly isRotation: boolean;
}

/** The report on a value that is not sent: nothing about Pleo is proven. */
export function reportUnsent(
  { format, expiry }: StoredValue,
  { expectation, isRotation }: Unsent,
): GuardReport {
  const findings = orderFindings([
    ...format,
    ...checkDeclaredCompany(expectation),
    ...expiry.findings,
  ]);
  return {
    verdict: decideVerdict(findings, NOTHING_PROVEN),
    findings,
    proofs: NOTHING_PROVEN,
    installationStatuses: [],
    company: expectedCompany(expectation),
    scopes: { missing: [], excess: [] },
    ...optional("expiry", expiry.end),
    ...optional("previousKey", isRotation ? ("needed" as const) : undefined),
  };
}
