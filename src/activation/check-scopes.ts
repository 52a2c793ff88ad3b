import { canonicalScope, findScope } from "../pleo/scopes.ts";
import { keyHandling, type KeyHandling } from "../pleo/web-app.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import { describeAnswer } from "./describe-answer.ts";
import type { Expectation } from "./expectation.ts";
import { grantedScopes, type KeyFacts } from "./key-facts.ts";
import { optional } from "../optional.ts";

export interface ScopesResult {
  readonly findings: readonly Finding[];
  /** True when what the key may do is known, and holds everything required. */
  readonly proven: boolean;
  /** What introspection lists, one spelling each; absent where it could not be read. */
  readonly granted?: readonly string[];
  readonly missing: readonly string[];
  readonly excess: readonly string[];
}

type ScopeState =
  | { readonly kind: "granted" }
  | { readonly kind: "granted-unlisted" }
  | { readonly kind: "missing" }
  | {
      readonly kind: "unverifiable";
      readonly problem: string;
      readonly way: WayOn;
    };

/** How it may become known after all: by asking again, once the rest is settled, or by eye alone. */
type WayOn = "again" | "settle" | "look";

/** Does the key hold every required scope, and none beyond them? */
export function checkScopes(facts: KeyFacts, expectation: Expectation): ScopesResult {
  const granted = grantedScopes(facts);
  const required = [...new Set(expectation.requiredScopes.map(canonicalScope))];
  const states = required.map((scope) => ({
    scope,
    state: judgeScope(scope, granted, facts.probes),
  }));
  const handling = keyHandling(expectation.kind, expectation.environment);
  const unlisted = states.filter(({ state }) => state.kind === "granted-unlisted");

  const excess =
    required.length === 0 ? [] : (granted ?? []).filter((it) => !required.includes(it));
  const findings = [
    ...states.flatMap(({ scope, state }) => describeState(scope, state, handling)),
    ...describeExcess(
      excess,
      unlisted.map(({ scope }) => scope),
      handling,
    ),
    ...(required.length === 0 ? [nothingRequired(granted)] : []),
  ];
  return {
    findings,
    proven: provesScopes(
      states.map(({ state }) => state),
      granted,
    ),
    missing: states.filter(({ state }) => state.kind === "missing").map(({ scope }) => scope),
    excess,
    ...optional("granted", granted),
  };
}

function provesScopes(
  states: readonly ScopeState[],
  granted: readonly string[] | undefined,
): boolean {
  // With nothing required and nothing listed, nothing has been shown: a loop over nothing is no success.
  if (states.length === 0) return granted !== undefined && granted.length > 0;
  return states.every(({ kind }) => kind === "granted" || kind === "granted-unlisted");
}

function judgeScope(
  scope: string,
  granted: readonly string[] | undefined,
  probes: KeyFacts["probes"],
): ScopeState {
  if (granted?.includes(scope) === true) return { kind: "granted" };
  const unlisted =
    granted === undefined ? "there is no list of scopes" : "introspection does not list it";
  const answer = Object.hasOwn(probes, scope) ? probes[scope] : undefined;
  if (answer === undefined) return untried(scope, unlisted);
  if (answer.kind === "ok") return { kind: granted === undefined ? "granted" : "granted-unlisted" };
  const convincing = granted !== undefined || findScope(scope)?.probe?.refusalIsWeak !== true;
  if (answer.kind === "forbidden" && convincing) return { kind: "missing" };
  return {
    kind: "unverifiable",
    problem: `${unlisted}, and the harmless read that tells gave ${describeAnswer(answer)}`,
    way: answer.kind === "unavailable" ? "again" : "look",
  };
}

/** Some scopes no read can tell; of the others none is tried before it is known for which company. */
function untried(scope: string, unlisted: string): ScopeState {
  return findScope(scope)?.probe === undefined
    ? {
        kind: "unverifiable",
        problem: `${unlisted}, and no harmless read can tell`,
        way: "look",
      }
    : {
        kind: "unverifiable",
        problem: `${unlisted}, and the harmless read that tells was not tried`,
        way: "settle",
      };
}

function describeState(name: string, state: ScopeState, handling: KeyHandling): readonly Finding[] {
  const scope = listScopes([name]);
  const known = findScope(name)?.purpose;
  const purpose = known === undefined ? "" : `, which is needed to ${known}`;
  switch (state.kind) {
    case "granted":
      return [];
    case "granted-unlisted":
      return [createFinding("scope-unlisted", { scope })];
    case "missing":
      return [createFinding("scope-missing", { scope, purpose, rescope: handling.rescope })];
    case "unverifiable": {
      const fix = adviseOn(state.way, handling);
      return [createFinding("scope-unverifiable", { scope, purpose, problem: state.problem, fix })];
    }
  }
}

function adviseOn(way: WayOn, { place }: KeyHandling): string {
  switch (way) {
    case "again":
      return "Run the check again; do not replace the key because of this.";
    case "settle":
      return "Settle the other findings first and run the check again; do not replace the key because of this.";
    case "look":
      return `Check under ${place} whether the key has it, perhaps by another name; if you accept that it stays unproven, lower \`scope-unverifiable\` in \`severities\`.`;
  }
}

function describeExcess(
  excess: readonly string[],
  unlisted: readonly string[],
  { rescope }: KeyHandling,
): readonly Finding[] {
  if (excess.length === 0) return [];
  // A scope that works without being listed is listed under some other name, and that looks like excess.
  const unless =
    unlisted.length === 0 ? "" : `, unless one of them is another name of ${listScopes(unlisted)}`;
  const them = excess.length === 1 ? "it" : "them";
  return [createFinding("scope-excess", { scopes: listScopes(excess), unless, them, rescope })];
}

function nothingRequired(granted: readonly string[] | undefined): Finding {
  const scopes = granted === undefined ? "scopes that could not be read" : listScopes(granted);
  return createFinding("scopes-not-declared", { scopes });
}

/** The form of every scope name known; no key, markup or command has it. */
const SHOWABLE_SCOPE = /^[a-z][a-z-]{0,40}:[a-z]{1,20}$/;
const SHOWN_SCOPES = 12;

/**
 * Names come from Pleo's answer or from an input, where anything can stand, a key included. Only what has the
 * form of a scope is repeated.
 */
export function isShowableScope(name: string): boolean {
  return SHOWABLE_SCOPE.test(name);
}

/** The names that may be shown, and how many there are beyond them. */
export function listScopes(scopes: readonly string[]): string {
  const shown = scopes.filter(isShowableScope).slice(0, SHOWN_SCOPES);
  const rest = scopes.length - shown.length;
  if (scopes.length === 0) return "none";
  if (shown.length === 0) {
    return rest === 1 ? "one scope of unusual name" : `${rest} scopes of unusual names`;
  }
  return rest === 0 ? shown.join(", ") : `${shown.join(", ")} and ${rest} more`;
}
