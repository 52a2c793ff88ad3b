import { parseUuid } from "../pleo/urn.ts";
import type { Finding } from "../report/finding.ts";
import type { Proofs, Verdict } from "../report/report.ts";
import type { DeclaredEnd } from "./check-expiry.ts";
import type { PreviousKey } from "./check-rotation.ts";
import type { ScopesResult } from "./check-scopes.ts";
import type { Expectation } from "./expectation.ts";

/** All that one check of one key has shown. Holds no part of the key but its hint. */
export interface GuardReport {
  readonly verdict: Verdict;
  /** The worst first. */
  readonly findings: readonly Finding[];
  readonly proofs: Proofs;
  readonly keyHint?: string;
  readonly installationStatuses: readonly string[];
  readonly company: { readonly expected?: string; readonly actual?: string };
  readonly scopes: Pick<ScopesResult, "granted" | "missing" | "excess">;
  readonly expiry?: DeclaredEnd;
  /** Only with a previous key. It is needed for as long as the new one does not pass. */
  readonly previousKey?: PreviousKey;
}

/** What stands where a company id should may be anything, a key by mistake included. */
export function expectedCompany({ companyId }: Expectation): { readonly expected?: string } {
  return optional("expected", companyId === undefined ? undefined : parseUuid(companyId));
}

/** A property that is absent, not undefined, where there is nothing to say. */
export function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Readonly<Partial<Record<Name, Value>>> {
  return (value === undefined ? {} : { [name]: value }) as Readonly<Partial<Record<Name, Value>>>;
}
