import { keyHandling, type KeyHandling } from "../pleo/web-app.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import { parseKey, type ParsedKey } from "../key/parse-key.ts";
import type { PleoKey } from "../key/pleo-key.ts";
import { checkActivation, isAccepted } from "./check-activation.ts";
import { checkCompany } from "./check-company.ts";
import { checkFormat } from "./check-format.ts";
import { listScopes } from "./check-scopes.ts";
import type { Expectation, RotationPhase } from "./expectation.ts";
import { grantedScopes, type KeyFacts } from "./key-facts.ts";

/** What Pleo said about the key that is to be replaced, and about the one that replaces it. */
export interface RotationEvidence {
  readonly phase: RotationPhase;
  readonly previous: KeyFacts;
  readonly current: KeyFacts;
  /** Is the previous value of a shape that keys have been seen to have? */
  readonly hasKnownShape: boolean;
}

/**
 * What may be done with the old key: nothing yet, delete it, delete it at last (it should be gone by now), or
 * nothing any more. That the new one passes by itself is for the whole report to say.
 */
export type PreviousKey = "needed" | "deletable" | "overdue" | "gone";

export interface RotationResult {
  readonly findings: readonly Finding[];
  readonly previousKey: PreviousKey;
}

export interface PreviousFormat {
  readonly findings: readonly Finding[];
  /** The previous key, only where it is another one and may be sent. */
  readonly key?: PleoKey;
}

/** Is the previous value another key that may be sent? */
export function checkPreviousFormat(
  value: string,
  current: PleoKey,
  expectation: Expectation,
): PreviousFormat {
  const parsed = parseKey(value);
  const { renew } = keyHandling(expectation.kind, expectation.environment);
  const { key } = checkFormat(parsed, expectation);
  const seen = key ?? (parsed.kind === "damaged" ? parsed.inner : undefined);
  if (seen?.equals(current) === true) {
    return { findings: [createFinding("rotation-same-key", { renew })] };
  }
  if (key !== undefined) return { findings: [], key };
  return {
    findings: [createFinding("rotation-previous-unusable", { what: WHAT_IT_IS[parsed.kind] })],
  };
}

/** The advice for a stored key would have the old one stored over the new one, so only the kind is told. */
const WHAT_IT_IS: Readonly<Record<ParsedKey["kind"], string>> = {
  missing: "it is empty",
  damaged: "something stands around or inside it",
  placeholder: "it is a placeholder",
  "foreign-secret": "it is another product's secret",
  "legacy-token": "it is a token",
  "unknown-shape": "its shape is not known",
  key: "it is a key",
};

type PreviousState = "alive" | "dead" | "unproven";

/** The old key has no company to match and no installation to need: only whether it lives is asked. */
function stateOf(previous: KeyFacts, expectation: Expectation): PreviousState {
  const { findings, accepted } = checkActivation(previous, expectation, {
    company: true,
    scopes: true,
  });
  if (accepted) return "alive";
  const isRejected = findings.some(({ id }) => id === "key-rejected");
  // Accepted by one answer and rejected by the next: it may be dying, and nobody may rely on that.
  return isRejected && !isAccepted(previous) ? "dead" : "unproven";
}

export function checkRotation(
  evidence: RotationEvidence,
  expectation: Expectation,
): RotationResult {
  const { phase, previous } = evidence;
  const handling = keyHandling(expectation.kind, expectation.environment);
  switch (stateOf(previous, expectation)) {
    case "unproven":
      return speaksAgainst(
        unproven(
          "Pleo's answers do not tell whether the previous key still works",
          phase,
          handling,
        ),
      );
    case "dead":
      return rejected(evidence, handling);
    case "alive":
      return phase === "finished"
        ? stillAlive(evidence, expectation, handling)
        : compareKeys(evidence, expectation, handling);
  }
}

/** Pleo rejects what was mistyped as it rejects what was deleted, and only one of them is gone. */
function rejected(
  { phase, hasKnownShape }: RotationEvidence,
  handling: KeyHandling,
): RotationResult {
  if (!hasKnownShape) {
    const problem =
      "Pleo rejects what is given as the previous key, and it is not of the shape that keys have, so it may be a mistyped one";
    return speaksAgainst(unproven(problem, phase, handling));
  }
  return phase === "finished"
    ? { findings: [createFinding("rotation-previous-gone", {})], previousKey: "gone" }
    : { findings: [createFinding("rotation-previous-dead", {})], previousKey: "gone" };
}

/** It should be gone, and yet it may go only if the new one replaces it. */
function stillAlive(
  evidence: RotationEvidence,
  expectation: Expectation,
  handling: KeyHandling,
): RotationResult {
  // As while both overlap: that is what still has to hold before it may go.
  const overlap: RotationEvidence = { ...evidence, phase: "overlap" };
  const { findings, previousKey } = compareKeys(overlap, expectation, handling);
  const alive = createFinding("rotation-previous-alive", { revoke: handling.revoke });
  return previousKey === "deletable"
    ? { findings: [alive], previousKey: "overdue" }
    : { findings: [alive, ...findings], previousKey: "needed" };
}

function speaksAgainst(finding: Finding): RotationResult {
  return { findings: [finding], previousKey: "needed" };
}

function unproven(problem: string, phase: RotationPhase, { place }: KeyHandling): Finding {
  const fix =
    phase === "finished"
      ? `Check under ${place} whether the old key is gone, and run the check again.`
      : "Do not delete the previous key yet; run the check again.";
  return createFinding("rotation-unproven", { problem, fix });
}

function compareKeys(
  evidence: RotationEvidence,
  expectation: Expectation,
  handling: KeyHandling,
): RotationResult {
  const company = compareCompanies(evidence, expectation, handling);
  const scopes = compareScopes(evidence, expectation, handling);
  const findings = [...company, ...scopes];
  const isFine = findings.every(({ severity }) => severity !== "error");
  return { findings, previousKey: isFine ? "deletable" : "needed" };
}

function compareCompanies(
  { phase, previous, current }: RotationEvidence,
  expectation: Expectation,
  handling: KeyHandling,
): readonly Finding[] {
  const before = checkCompany(previous, expectation);
  const after = checkCompany(current, expectation);
  if (before.actual !== undefined && after.actual !== undefined) {
    return before.actual === after.actual
      ? []
      : [
          createFinding("rotation-company-changed", {
            previous: before.actual,
            current: after.actual,
          }),
        ];
  }
  const unclear = before.actual === undefined ? "the previous" : "the current";
  const problem = `It could not be shown that ${unclear} key opens the same company as the other`;
  return [unproven(problem, phase, handling)];
}

function compareScopes(
  { phase, previous, current }: RotationEvidence,
  { requiredScopes }: Expectation,
  handling: KeyHandling,
): readonly Finding[] {
  const before = grantedScopes(previous);
  const after = grantedScopes(current);
  if (before === undefined || after === undefined) {
    // Required scopes are proven for the new key by its own check; without any, nothing was compared.
    return requiredScopes.length > 0
      ? []
      : [unproven("The scopes of the two keys could not be compared", phase, handling)];
  }
  const lost = before.filter((scope) => !after.includes(scope));
  return lost.length === 0 ? [] : [scopesLost(lost, requiredScopes.length > 0, handling)];
}

/** A new key may rightly do less than the old one, as long as it does all that is required of it. */
function scopesLost(
  lost: readonly string[],
  isDeclared: boolean,
  { rescope }: KeyHandling,
): Finding {
  const scopes = listScopes(lost);
  const them = lost.length === 1 ? "it" : "them";
  if (isDeclared) {
    const effect = `\`required-scopes\` does not ask for ${them}, so nothing that is required was lost`;
    const fix = `If something still needs ${them}, do not delete the old key yet: add ${them} to \`required-scopes\`, and ${rescope}; if not, nothing needs to be done.`;
    return createFinding("rotation-scopes-lost", { scopes, effect, fix }, { severity: "warning" });
  }
  const effect = "calls that work today may be refused after the switch";
  const fix = `List what the integration needs in \`required-scopes\`; if something lost is among that, ${rescope}.`;
  return createFinding("rotation-scopes-lost", { scopes, effect, fix });
}
