import { whereKeysAreMade } from "../pleo/web-app.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import { parseKey } from "../key/parse-key.ts";
import type { PleoKey } from "../key/pleo-key.ts";
import { checkActivation } from "./check-activation.ts";
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
}

export interface RotationResult {
  readonly findings: readonly Finding[];
  /** Both keys were compared and nothing speaks against dropping the old one; the new one must pass as well. */
  readonly comparable: boolean;
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
  const place = whereKeysAreMade(expectation.kind, expectation.environment);
  const { key } = checkFormat(parsed, expectation);
  const seen = key ?? (parsed.kind === "damaged" ? parsed.inner : undefined);
  if (seen?.equals(current) === true) {
    return { findings: [createFinding("rotation-same-key", { place })] };
  }
  if (key !== undefined) return { findings: [], key };
  const advice = parsed.kind === "key" ? { problem: "", remedy: "" } : parsed.advice;
  return {
    findings: [
      createFinding("rotation-previous-unusable", { problem: advice.problem, fix: advice.remedy }),
    ],
  };
}

type PreviousState = "alive" | "dead" | "unproven";

/** The old key has no company to match and no installation to need: only whether it lives is asked. */
function stateOf(previous: KeyFacts, expectation: Expectation): PreviousState {
  const { findings, accepted } = checkActivation(previous, expectation, {
    company: true,
    scopes: true,
  });
  if (findings.some(({ id }) => id === "key-rejected")) return "dead";
  return accepted ? "alive" : "unproven";
}

export function checkRotation(
  evidence: RotationEvidence,
  expectation: Expectation,
): RotationResult {
  const { phase, previous } = evidence;
  const place = whereKeysAreMade(expectation.kind, expectation.environment);
  switch (stateOf(previous, expectation)) {
    case "unproven":
      return speaksAgainst(
        createFinding("rotation-unproven", {
          problem: "Pleo gave no usable answer about the previous key",
        }),
      );
    case "dead":
      return phase === "finished"
        ? { findings: [], comparable: true }
        : { findings: [createFinding("rotation-previous-dead", {})], comparable: false };
    case "alive":
      return phase === "finished"
        ? speaksAgainst(createFinding("rotation-previous-alive", { place }))
        : compareKeys(evidence, expectation, place);
  }
}

function speaksAgainst(...findings: readonly Finding[]): RotationResult {
  return { findings, comparable: false };
}

function compareKeys(
  evidence: RotationEvidence,
  expectation: Expectation,
  place: string,
): RotationResult {
  const company = compareCompanies(evidence, expectation, place);
  const scopes = compareScopes(evidence, expectation, place);
  const findings = [...company, ...scopes];
  return { findings, comparable: findings.every(({ severity }) => severity !== "error") };
}

function compareCompanies(
  { previous, current }: RotationEvidence,
  expectation: Expectation,
  place: string,
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
            place,
          }),
        ];
  }
  // Both reach several companies, the expected one among them: nothing has moved.
  if (before.proven && after.proven) return [];
  const problem = `It could not be shown that ${before.actual === undefined ? "the previous" : "the current"} key opens the same company`;
  return [createFinding("rotation-unproven", { problem })];
}

function compareScopes(
  { previous, current }: RotationEvidence,
  { requiredScopes }: Expectation,
  place: string,
): readonly Finding[] {
  const before = grantedScopes(previous);
  const after = grantedScopes(current);
  if (before === undefined || after === undefined) {
    // Required scopes are proven for the new key by its own check; without any, nothing was compared.
    return requiredScopes.length > 0
      ? []
      : [
          createFinding("rotation-unproven", {
            problem: "The scopes of the two keys could not be compared",
          }),
        ];
  }
  const lost = before.filter((scope) => !after.includes(scope));
  if (lost.length === 0) return [];
  // A new key may rightly do less than the old one, as long as it does all that is required of it.
  const severity = requiredScopes.length > 0 ? "warning" : "error";
  return [createFinding("rotation-scopes-lost", { scopes: listScopes(lost), place }, { severity })];
}
