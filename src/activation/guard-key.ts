import type { PleoKey } from "../key/pleo-key.ts";
import { isKnownShape } from "../key/shape.ts";
import { optional } from "../optional.ts";
import type { Clock, PleoApi } from "../ports.ts";
import { decideVerdict, orderFindings } from "../report/report.ts";
import { checkFacts, type CheckedFacts } from "./check-facts.ts";
import { checkPreviousFormat, checkRotation, type RotationResult } from "./check-rotation.ts";
import type { Expectation, RotationPhase } from "./expectation.ts";
import { expectedCompany, settlePreviousKey, type GuardReport } from "./guard-report.ts";
import { gatherKeyFacts } from "./key-facts.ts";
import { hasSendableKey, judgeStored, reportUnsent, type SendableValue } from "./stored-value.ts";

/** What is expected of a key, and of the one that it replaces. */
export interface Demand {
  readonly expectation: Expectation;
  readonly rotation?: { readonly previousValue: string; readonly phase: RotationPhase };
}

/** A stored secret, exactly as it is stored, and what is expected of it. */
export interface GuardRequest extends Demand {
  readonly value: string;
}

/** Opens Pleo's API with a key. Called only for values that may be sent. */
type OpenPleo = (key: PleoKey) => PleoApi | Promise<PleoApi>;

export interface GuardPorts {
  readonly openPleo: OpenPleo;
  readonly clock: Clock;
}

/**
 * The whole story of one check: is it a key, does Pleo accept it, for the right company, with the right
 * scopes, for long enough, and may the key before it go? Nothing is sent for a value that is no key.
 */
export async function guardKey(request: GuardRequest, ports: GuardPorts): Promise<GuardReport> {
  const { expectation } = request;
  const stored = judgeStored(request.value, expectation, ports.clock.now());
  if (hasSendableKey(stored)) return guardStored(stored, request, ports.openPleo);
  return reportUnsent(stored, { expectation, isRotation: request.rotation !== undefined });
}

/** The part of the story that asks Pleo. */
export async function guardStored(
  stored: SendableValue,
  demand: Demand,
  openPleo: OpenPleo,
): Promise<GuardReport> {
  const { key } = stored;
  const { expectation } = demand;
  const facts = await gatherKeyFacts(await openPleo(key), expectation);
  const checked = checkFacts(facts, { key, expectation });
  const rotation = await guardRotation(demand, { key, checked, openPleo });
  const findings = orderFindings([
    ...stored.format,
    ...checked.findings,
    ...stored.expiry.findings,
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
    ...optional("expiry", stored.expiry.end),
    ...optional("comparedKeys", rotation?.previousKey),
    ...optional(
      "previousKey",
      rotation && settlePreviousKey(rotation.previousKey, findings, checked.proofs),
    ),
  };
}

interface CurrentKey {
  readonly key: PleoKey;
  readonly checked: CheckedFacts;
  readonly openPleo: OpenPleo;
}

/** The old key is asked about only once the new one has been accepted: until then it must stay anyway. */
async function guardRotation(
  { rotation, expectation }: Demand,
  { key, checked, openPleo }: CurrentKey,
): Promise<RotationResult | undefined> {
  if (rotation === undefined) return undefined;
  const previous = checkPreviousFormat(rotation.previousValue, key, expectation);
  if (previous.key === undefined || !checked.proofs.accepted) {
    return { findings: previous.findings, previousKey: "needed" };
  }
  const facts = await gatherKeyFacts(await openPleo(previous.key), {
    ...optional("companyId", expectation.companyId),
    requiredScopes: [],
  });
  const evidence = {
    phase: rotation.phase,
    previous: facts,
    current: checked.facts,
    hasKnownShape: isKnownShape(previous.key.reveal()),
  };
  return checkRotation(evidence, expectation);
}
