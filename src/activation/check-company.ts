import { parseUuid } from "../pleo/urn.ts";
import { whereKeysAreMade } from "../pleo/web-app.ts";
import type { Answer, Company } from "../ports.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import { describeAnswer } from "./describe-answer.ts";
import type { Expectation } from "./expectation.ts";
import { mayReachSeveral, ownersNamedBy, type KeyFacts, type NamedOwner } from "./key-facts.ts";

export interface CompanyResult {
  readonly findings: readonly Finding[];
  /** True only when every answer that names a company names the expected one, or shows it within reach. */
  readonly proven: boolean;
  /** The company, when what Pleo said comes down to exactly one. */
  readonly actual?: string;
}

/** What Pleo said about whose key it is, sorted by who said it. */
interface OwnerEvidence {
  readonly introspected: readonly NamedOwner[];
  readonly installed: readonly NamedOwner[];
  /** Companies of the list that is asked for when the other two name nobody. */
  readonly listed: readonly string[];
  readonly membership: Answer<Company> | undefined;
  /** Whether one of the answers leaves room for more than one company. */
  readonly several: boolean;
  /** Why nothing is known, where nothing is. */
  readonly listAnswer: Answer<readonly Company[]> | undefined;
}

function collectEvidence(facts: KeyFacts): OwnerEvidence {
  const owners = ownersNamedBy(facts);
  const listed = facts.companies?.kind === "ok" ? readIds(facts.companies.value) : [];
  return {
    introspected: owners.filter(({ source }) => source === "introspection"),
    installed: owners.filter(({ source }) => source === "installation"),
    listed,
    membership: facts.membership,
    several: mayReachSeveral(owners) || listed.length > 1,
    listAnswer: facts.companies,
  };
}

function readIds(companies: readonly Company[]): readonly string[] {
  return [...new Set(companies.map(({ id }) => parseUuid(id)).filter((id) => id !== undefined))];
}

function companiesAmong(owners: readonly NamedOwner[]): readonly string[] {
  return [...new Set(owners.filter(({ kind }) => kind === "company").map(({ id }) => id))];
}

/** Does the key open exactly the expected company? Ids are compared for equality, never matched. */
export function checkCompany(facts: KeyFacts, expectation: Expectation): CompanyResult {
  const evidence = collectEvidence(facts);
  const findings = judgeCompany(evidence, expectation);
  const actual = onlyCompany(evidence);
  return {
    findings,
    proven: findings.every(({ severity }) => severity !== "error"),
    ...(actual === undefined ? {} : { actual }),
  };
}

function onlyCompany({
  introspected,
  installed,
  listed,
  several,
  membership,
}: OwnerEvidence): string | undefined {
  if (several) return membership?.kind === "ok" ? parseUuid(membership.value.id) : undefined;
  const [only, ...more] = [...companiesAmong([...introspected, ...installed]), ...listed];
  return more.length === 0 ? only : undefined;
}

function judgeCompany(evidence: OwnerEvidence, expectation: Expectation): readonly Finding[] {
  if (expectation.companyId === undefined) return [undeclared(evidence)];
  const expected = parseUuid(expectation.companyId);
  if (expected === undefined) return [createFinding("company-id-invalid", {})];

  const place = whereKeysAreMade(expectation.kind, expectation.environment);
  const wrong = findDisagreement(evidence, place) ?? findMismatch(evidence, expected);
  return wrong === undefined ? judgeReach(evidence, expected, place) : [wrong];
}

function undeclared({ introspected, installed, listed }: OwnerEvidence): Finding {
  const ids = [...new Set([...companiesAmong([...introspected, ...installed]), ...listed])];
  const [only, ...more] = ids;
  const single = only !== undefined && more.length === 0;
  return createFinding("company-not-declared", {
    actual: single
      ? `company ${only}`
      : ids.length > 1
        ? `several: ${listIds(ids)}`
        : "one that Pleo did not name",
    confirm: single ? only : "<company id>",
  });
}

/** An organisation can have hundreds; the first few are enough to recognise it by. */
function listIds(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).join(", ");
  return ids.length > 3 ? `${shown} and more` : shown;
}

/** Introspection and installation each name an owner of the same kind, and not the same one. */
function findDisagreement(evidence: OwnerEvidence, place: string): Finding | undefined {
  const [introspected] = evidence.introspected;
  if (introspected !== undefined) {
    const comparable = evidence.installed.filter(({ kind }) => kind === introspected.kind);
    const other = comparable[0];
    if (other !== undefined && comparable.every(({ id }) => id !== introspected.id)) {
      return disagreement(introspected, other, place);
    }
  }
  return findForeignMembership(evidence, place);
}

/** The expected company is there, but says that it belongs to another organisation than the key does. */
function findForeignMembership(
  { introspected, installed, membership }: OwnerEvidence,
  place: string,
): Finding | undefined {
  const organisation = [...introspected, ...installed].find(({ kind }) => kind === "organisation");
  if (organisation === undefined || membership?.kind !== "ok") return undefined;
  const parent = parseUuid(membership.value.organizationId ?? "");
  return parent === undefined || parent === organisation.id
    ? undefined
    : disagreement(organisation, { kind: "organisation", id: parent }, place);
}

function disagreement(
  introspected: Pick<NamedOwner, "kind" | "id">,
  installed: Pick<NamedOwner, "kind" | "id">,
  place: string,
): Finding {
  return createFinding("company-disagreement", {
    introspected: `${introspected.kind} ${introspected.id}`,
    installed: `${installed.kind} ${installed.id}`,
    place,
  });
}

/** Every source that names companies must name the expected one. */
function findMismatch(
  { introspected, installed, listed, membership }: OwnerEvidence,
  expected: string,
): Finding | undefined {
  const sources = [
    { source: "introspection", ids: companiesAmong(introspected) },
    { source: "its installation", ids: companiesAmong(installed) },
    // A list of several may go on beyond its first page, so only a list of one excludes anything.
    { source: "the list of companies", ids: listed.length === 1 ? listed : [] },
    {
      source: "the company itself",
      ids: membership?.kind === "ok" ? readIds([membership.value]) : [],
    },
  ];
  const wrong = sources.find(({ ids }) => ids.length > 0 && !ids.includes(expected));
  if (wrong === undefined) return undefined;
  return createFinding("company-mismatch", {
    actual: listIds(wrong.ids),
    expected,
    source: wrong.source,
  });
}

/** Nothing contradicts the expected company. Has anything shown it? */
function judgeReach(evidence: OwnerEvidence, expected: string, place: string): readonly Finding[] {
  const { introspected, installed, listed, several, membership } = evidence;
  const owners = [...introspected, ...installed];
  const organisation = owners.some(({ kind }) => kind === "organisation");
  const named = [...companiesAmong(owners), ...listed].includes(expected);
  const isMember = membership?.kind === "ok" && parseUuid(membership.value.id) === expected;
  // An organisation's key proves a company only by opening it: being named somewhere is not enough.
  if (!(isMember || (named && !organisation))) {
    return [createFinding("company-unproven", { expected, place, problem: explainGap(evidence) })];
  }
  if (!several) return [];
  const problem = organisation ? "it belongs to an organisation" : "Pleo lists several";
  return [createFinding("key-reaches-more-companies", { problem, place })];
}

function explainGap({ membership, listAnswer }: OwnerEvidence): string {
  if (membership !== undefined) {
    const answer = membership.kind === "ok" ? "another company" : describeAnswer(membership);
    return `the key may reach several companies, and asking for this one gave ${answer}`;
  }
  if (listAnswer !== undefined) {
    const answer = listAnswer.kind === "ok" ? "none" : describeAnswer(listAnswer);
    return `no answer named an owner, and the list of companies gave ${answer}`;
  }
  return "no answer named a company";
}
