import { optional } from "../optional.ts";
import { parseUuid } from "../pleo/urn.ts";
import type { Finding } from "../report/finding.ts";
import { decideVerdict, type Proofs, type Verdict } from "../report/report.ts";
import type { DeclaredEnd } from "./check-expiry.ts";
import type { PreviousKey } from "./check-rotation.ts";
import type { ScopesResult } from "./check-scopes.ts";
import type { Expectation } from "./expectation.ts";

/** Scopes by those names that have the form of one. */
export interface ShownScopes extends Pick<ScopesResult, "granted" | "missing" | "excess"> {
  /** How many more are granted, under names that may not be shown; absent for none. */
  readonly unshown?: number;
}

/** All that one check of one key has shown. Holds no part of the key but its hint. */
export interface GuardReport {
  readonly verdict: Verdict;
  /** The worst first. */
  readonly findings: readonly Finding[];
  readonly proofs: Proofs;
  readonly keyHint?: string;
  readonly installationStatuses: readonly string[];
  readonly company: { readonly expected?: string; readonly actual?: string };
  readonly scopes: ShownScopes;
  readonly expiry?: DeclaredEnd;
  /** Only with a previous key. It is needed for as long as the new one does not pass. */
  readonly previousKey?: PreviousKey;
  /** What comparing the two keys allows by itself. Whoever weighs the findings anew starts from it. */
  readonly comparedKeys?: PreviousKey;
  /** What was found and is not among the findings, because the user does not want to hear of it. */
  readonly switchedOff?: readonly Finding[];
}

/**
 * What may be done with the previous key, given everything. It stays needed while the new one does not pass; that
 * the old one still works, where it should not any more, is no reason to keep it.
 */
export function settlePreviousKey(
  previousKey: PreviousKey,
  findings: readonly Finding[],
  proofs: Proofs,
): PreviousKey {
  const others = findings.filter(({ id }) => id !== "rotation-previous-alive");
  return decideVerdict(others, proofs) === "pass" ? previousKey : "needed";
}

/** What stands where a company id should may be anything, a key by mistake included. */
export function expectedCompany({ companyId }: Expectation): { readonly expected?: string } {
  return optional("expected", companyId === undefined ? undefined : parseUuid(companyId));
}
