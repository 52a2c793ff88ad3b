import { parseKey } from "../key/parse-key.ts";
import type { PleoKey } from "../key/pleo-key.ts";
import { parseUuid } from "../pleo/urn.ts";
import type { Clock, PleoApi } from "../ports.ts";
import type { Finding } from "../report/finding.ts";
import {
  decideVerdict,
  NOTHING_PROVEN,
  orderFindings,
  type Proofs,
  type Verdict,
} from "../report/report.ts";
import { checkExpiry, type DeclaredEnd, type ExpiryResult } from "./check-expiry.ts";
import { checkFacts, type CheckedFacts } from "./check-facts.ts";
import { checkFormat } from "./check-format.ts";
import {
  checkPreviousFormat,
  checkRotation,
  type PreviousKey,
  type RotationResult,
} from "./check-rotation.ts";
import type { ScopesResult } from "./check-scopes.ts";
import type { Expectation, RotationPhase } from "./expectation.ts";
import { gatherKeyFacts } from "./key-facts.ts";

/** A stored secret, exactly as it is stored, and what is expected of it. */
export interface GuardRequest {
  readonly value: string;
  readonly expectation: Expectation;
  readonly rotation?: { readonly previousValue: string; readonly phase: RotationPhase };
}

export interface GuardPorts {
  /** Opens Pleo's API with a key. Called only for values that may be sent. */
  readonly openPleo: (key: PleoKey) => PleoApi | Promise<PleoApi>;
  readonly clock: Clock;
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
  readonly scopes: Pick<ScopesResult, "granted" | "missing" | "excess">;
  readonly expiry?: DeclaredEnd;
  /** Only with a previous key. It is needed for as long as the new one does not pass. */
  readonly previousKey?: PreviousKey;
}

/**
 * The whole story of one check: is it a key, does Pleo accept it, for the right company, with the right
 * scopes, for long enough, and may the key before it go? Nothing is sent for a value that is no key.
 */
export async function guardKey(request: GuardRequest, ports: GuardPorts): Promise<GuardReport> {
  const { expectation, value } = request;
  const format = checkFormat(parseKey(value), expectation);
  const expiry = checkExpiry(format.key, expectation, ports.clock.now());
  const { key } = format;
  if (key === undefined) return reportUnsent(expectation, { format: format.findings, expiry });

  const facts = await gatherKeyFacts(await ports.openPleo(key), expectation);
  const checked = checkFacts(facts, { key, expectation });
  const rotation = await guardRotation(request, { key, checked, ports });
  const findings = orderFindings([
    ...format.findings,
    ...checked.findings,
    ...expiry.findings,
    ...(rotation?.findings ?? []),
  ]);
  const verdict = decideVerdict(findings, checked.proofs);
  return {
    verdict,
    findings,
    proofs: checked.proofs,
    ...optional("keyHint", key.hint),
    installationStatuses: checked.installationStatuses,
    company: {
      ...expectedCompany(expectation),
      ...optional("actual", checked.company),
    },
    scopes: checked.scopes,
    ...optional("expiry", expiry.end),
    ...optional("previousKey", rotation && (verdict === "pass" ? rotation.previousKey : "needed")),
  };
}

/** What stands where a company id should may be anything, a key by mistake included. */
function expectedCompany({ companyId }: Expectation): { readonly expected?: string } {
  return optional("expected", companyId === undefined ? undefined : parseUuid(companyId));
}

interface Unsent {
  readonly format: readonly Finding[];
  readonly expiry: ExpiryResult;
}

function reportUnsent(expectation: Expectation, { format, expiry }: Unsent): GuardReport {
  const findings = orderFindings([...format, ...expiry.findings]);
  return {
    verdict: decideVerdict(findings, NOTHING_PROVEN),
    findings,
    proofs: NOTHING_PROVEN,
    installationStatuses: [],
    company: expectedCompany(expectation),
    scopes: { missing: [], excess: [] },
    ...optional("expiry", expiry.end),
  };
}

interface CurrentKey {
  readonly key: PleoKey;
  readonly checked: CheckedFacts;
  readonly ports: GuardPorts;
}

/** The old key is asked about only once the new one has been accepted: until then it must stay anyway. */
async function guardRotation(
  { rotation, expectation }: GuardRequest,
  { key, checked, ports }: CurrentKey,
): Promise<RotationResult | undefined> {
  if (rotation === undefined) return undefined;
  const previous = checkPreviousFormat(rotation.previousValue, key, expectation);
  if (previous.key === undefined || !checked.proofs.accepted) {
    return { findings: previous.findings, previousKey: "needed" };
  }
  const facts = await gatherKeyFacts(await ports.openPleo(previous.key), {
    ...optional("companyId", expectation.companyId),
    requiredScopes: [],
  });
  const evidence = { phase: rotation.phase, previous: facts, current: checked.facts };
  return checkRotation(evidence, expectation);
}

/** A property that is absent, not undefined, where there is nothing to say. */
function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Readonly<Partial<Record<Name, Value>>> {
  return (value === undefined ? {} : { [name]: value }) as Readonly<Partial<Record<Name, Value>>>;
}
