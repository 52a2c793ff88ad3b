import type { PleoKey } from "../key/pleo-key.ts";
import { optional } from "../optional.ts";
import { INSTALLATION_STATUSES } from "../pleo/installation.ts";
import type { Finding } from "../report/finding.ts";
import type { Proofs } from "../report/report.ts";
import { checkActivation } from "./check-activation.ts";
import { checkCompany } from "./check-company.ts";
import { checkEnvironment } from "./check-environment.ts";
import { checkDeclaredCompany } from "./declared-company.ts";
import { checkScopes, isShowableScope, type ScopesResult } from "./check-scopes.ts";
import type { Expectation } from "./expectation.ts";
import type { ShownScopes } from "./guard-report.ts";
import type { KeyFacts } from "./key-facts.ts";

/** What Pleo's answers come down to. */
export interface CheckedFacts {
  readonly facts: KeyFacts;
  readonly findings: readonly Finding[];
  readonly proofs: Proofs;
  readonly company: string | undefined;
  readonly scopes: ShownScopes;
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
          // Whatever else the answers say, or do not say, is a consequence and only noise.
          ...checkDeclaredCompany(expectation),
          ...checkEnvironment(key, expectation),
        ],
    proofs: { accepted, active, company: company.proven },
    // Of a credential that is not accepted as a key, nothing can be said to be opened.
    company: accepted ? company.actual : undefined,
    scopes: showableScopes(scopes),
    installationStatuses: readStatuses(facts),
  };
}

function showableScopes({ granted, missing, excess }: ScopesResult): ShownScopes {
  const shown = { missing, excess: excess.filter(isShowableScope) };
  if (granted === undefined) return shown;
  const showable = granted.filter(isShowableScope);
  const unshown = granted.length - showable.length;
  return {
    granted: showable,
    ...optional("unshown", unshown === 0 ? undefined : unshown),
    ...shown,
  };
}

/** Only statuses of the specification: any other text could be anything. */
function readStatuses({ installations }: KeyFacts): readonly string[] {
  if (installations?.kind !== "ok") return [];
  return installations.value
    .map(({ status }) => status)
    .filter((status) => Object.hasOwn(INSTALLATION_STATUSES, status));
}
