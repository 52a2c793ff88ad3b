import type { PleoKey } from "../key/pleo-key.ts";
import { INSTALLATION_STATUSES } from "../pleo/installation.ts";
import type { Finding } from "../report/finding.ts";
import type { Proofs } from "../report/report.ts";
import { checkActivation } from "./check-activation.ts";
import { checkCompany } from "./check-company.ts";
import { checkEnvironment } from "./check-environment.ts";
import { checkScopes, isShowableScope, type ScopesResult } from "./check-scopes.ts";
import type { Expectation } from "./expectation.ts";
import type { KeyFacts } from "./key-facts.ts";

/** What Pleo's answers come down to. */
export interface CheckedFacts {
  readonly facts: KeyFacts;
  readonly findings: readonly Finding[];
  readonly proofs: Proofs;
  readonly company: string | undefined;
  readonly scopes: Pick<ScopesResult, "granted" | "missing" | "excess">;
  readonly installationStatuses: readonly string[];
}

interface Subject {
  readonly key: PleoKey;
  readonly expectation: Expectation;
}

/** All that can be concluded from Pleo's answers about one key. */
export function checkFacts(facts: KeyFacts, { key, expectation }: Subject): CheckedFacts {
  const company = checkCompany(facts, expectation);
  const scopes = checkScopes(facts, expectation);
  const activation = checkActivation(facts, expectation, {
    company: company.proven,
    scopes: scopes.proven,
  });
  const { accepted, active } = activation;
  return {
    facts,
    findings: accepted
      ? [...activation.findings, ...company.findings, ...scopes.findings]
      : [
          ...activation.findings,
          ...company.findings.filter(isAboutExpectation),
          ...checkEnvironment(key, expectation),
        ],
    proofs: { accepted, active, company: company.proven },
    company: company.actual,
    scopes: showableScopes(scopes),
    installationStatuses: readStatuses(facts),
  };
}

/**
 * Where the key was not accepted, whatever else its answers say or do not say is a consequence and only noise.
 * What is wrong with the expectation itself stays wrong.
 */
function isAboutExpectation({ id }: Finding): boolean {
  return id === "company-not-declared" || id === "company-id-invalid";
}

function showableScopes({ granted, missing, excess }: ScopesResult): CheckedFacts["scopes"] {
  const shown = { missing, excess: excess.filter(isShowableScope) };
  return granted === undefined ? shown : { granted: granted.filter(isShowableScope), ...shown };
}

/** Only statuses of the specification: any other text could be anything. */
function readStatuses({ installations }: KeyFacts): readonly string[] {
  if (installations?.kind !== "ok") return [];
  return installations.value
    .map(({ status }) => status)
    .filter((status) => Object.hasOwn(INSTALLATION_STATUSES, status));
}
