import { parsePleoUrn, parseUuid } from "../pleo/urn.ts";
import { keyHandling, type KeyHandling } from "../pleo/web-app.ts";
import type { Answer, Company } from "../ports.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import { checkDeclaredCompany, companyNotDeclared } from "./declared-company.ts";
import { describeAnswer } from "./describe-answer.ts";
import type { Expectation } from "./expectation.ts";
import { mayReachSeveral, ownersNamedBy, type KeyFacts, type NamedOwner } from "./key-facts.ts";
import { optional } from "../optional.ts";

export interface CompanyResult {
  readonly findings: readonly Finding[];
  /** True only when every answer that names a company names the expected one, or shows it within reach. */
  readonly proven: boolean;
  /** The company, when what Pleo said comes down to exactly one, and nothing in it contradicts that. */
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
  /** One of the answers could not be read, so that the key is not to blame for what they leave open. */
  readonly garbled: boolean;
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
    garbled: isGarbled(facts),
  };
}

function isGarbled({ introspection, installations, companies, membership }: KeyFacts): boolean {
  const answers = [introspection, installations, companies, membership];
  if (answers.some((answer) => answer?.kind === "unreadable")) return true;
  const subject = introspection.kind === "ok" ? introspection.value.subjectUrn : undefined;
  const resources = installations?.kind === "ok" ? installations.value : [];
  const urns = [subject, ...resources.map(({ resource }) => resource)];
  return urns.some((urn) => urn !== undefined && parsePleoUrn(urn) === undefined);
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
  const isDisputed = findings.some(({ id }) => id === "company-disagreement");
  const actual = isDisputed ? undefined : onlyCompany(evidence);
  return {
    findings,
    proven: findings.every(({ severity }) => severity !== "error"),
    ...optional("actual", actual),
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
  if (expected === undefined) return checkDeclaredCompany(expectation);

  const handling = keyHandling(expectation.kind, expectation.environment);
  const wrong = findDisagreement(evidence, handling) ?? findMismatch(evidence, expected);
  return wrong === undefined ? judgeReach(evidence, expected, handling) : [wrong];
}

function undeclared({ introspected, installed, listed }: OwnerEvidence): Finding {
  const owners = [...introspected, ...installed];
  const ids = [...new Set([...companiesAmong(owners), ...listed])];
  const [only, ...more] = ids;
  if (only === undefined) {
    const organisation = owners.find(({ kind }) => kind === "organisation");
    return organisation === undefined
      ? companyNotDeclared()
      : createFinding("company-not-declared", {
          opens: `; it opens companies of organisation ${organisation.id}`,
          fix: "Take the id of the one that this integration is for from your records, set it with `gh variable set PLEO_COMPANY_ID` and pass it as `company-id`.",
        });
  }
  if (more.length > 0) {
    return createFinding("company-not-declared", {
      opens: `; it opens several: ${listIds(ids)}`,
      fix: "Choose the one that this integration is for, set it with `gh variable set PLEO_COMPANY_ID` and pass it as `company-id`.",
    });
  }
  return createFinding("company-not-declared", {
    opens: `; it opens company ${only}`,
    fix: `If that is the right company, confirm it with \`gh variable set PLEO_COMPANY_ID --body ${only}\` and pass it as \`company-id\`.`,
  });
}

/** An organisation can have hundreds; the first few are enough to recognise it by. */
function listIds(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).join(", ");
  return ids.length > 3 ? `${shown} and more` : shown;
}

/** Introspection and installation each name an owner of the same kind, and not the same one. */
function findDisagreement(evidence: OwnerEvidence, { renew }: KeyHandling): Finding | undefined {
  const [introspected] = evidence.introspected;
  if (introspected !== undefined) {
    const comparable = evidence.installed.filter(({ kind }) => kind === introspected.kind);
    const other = comparable[0];
    if (other !== undefined && comparable.every(({ id }) => id !== introspected.id)) {
      const one = `introspection says ${nameOwner(introspected)}`;
      return createFinding("company-disagreement", {
        one,
        other: `the installation says ${nameOwner(other)}`,
        renew,
      });
    }
  }
  return findForeignMembership(evidence, renew);
}

function nameOwner({ kind, id }: Pick<NamedOwner, "kind" | "id">): string {
  return `${kind} ${id}`;
}

/** The expected company is there, but says that it belongs to another organisation than the key does. */
function findForeignMembership(
  { introspected, installed, membership }: OwnerEvidence,
  renew: string,
): Finding | undefined {
  const organisation = [...introspected, ...installed].find(({ kind }) => kind === "organisation");
  if (organisation === undefined || membership?.kind !== "ok") return undefined;
  const parent = parseUuid(membership.value.organizationId ?? "");
  if (parent === undefined || parent === organisation.id) return undefined;
  return createFinding("company-disagreement", {
    one: `${organisation.source === "installation" ? "the installation" : "introspection"} says ${nameOwner(organisation)}`,
    other: `the company says that it belongs to organisation ${parent}`,
    renew,
  });
}

/** Every source that names companies must name the expected one. */
function findMismatch(evidence: OwnerEvidence, expected: string): Finding | undefined {
  const { introspected, installed, listed, membership } = evidence;
  const sources = [
    { source: "introspection", ids: companiesAmong(introspected) },
    {
      source: "its installation",
      ids: isMember(evidence, expected) ? [] : companiesAmong(installed),
    },
    // A list of several may go on beyond its first page, so only a list of one excludes anything.
    { source: "the list of companies", ids: listed.length === 1 ? listed : [] },
    {
      source: "the company itself",
      ids: membership?.kind === "ok" ? readIds([membership.value]) : [],
    },
  ];
  const wrong = sources.find(({ ids }) => ids.length > 0 && !ids.includes(expected));
  if (wrong === undefined) return undefined;
  const [only, ...more] = wrong.ids;
  return createFinding("company-mismatch", {
    actual: more.length > 0 ? `companies ${listIds(wrong.ids)}` : `company ${only ?? ""}`,
    expected,
    source: wrong.source,
    confirm:
      only === undefined || more.length > 0
        ? ""
        : `; if the change is meant, confirm it with \`gh variable set PLEO_COMPANY_ID --body ${only}\``,
  });
}

/** The company answered for itself. An organisation's key may have been installed for another one only. */
function isMember({ membership }: OwnerEvidence, expected: string): boolean {
  return membership?.kind === "ok" && parseUuid(membership.value.id) === expected;
}

/** Nothing contradicts the expected company. Has anything shown it? */
function judgeReach(
  evidence: OwnerEvidence,
  expected: string,
  handling: KeyHandling,
): readonly Finding[] {
  const { introspected, installed, listed, several } = evidence;
  const owners = [...introspected, ...installed];
  const named = [...companiesAmong(owners), ...listed].includes(expected);
  // Where there may be several, being named somewhere is not enough: the key has to open the company.
  if (!(isMember(evidence, expected) || (named && !several))) {
    return [createFinding("company-unproven", { expected, ...explainGap(evidence, handling) })];
  }
  if (!several) return [];
  const organisation = owners.some(({ kind }) => kind === "organisation");
  const problem = organisation ? "it belongs to an organisation" : "Pleo lists several";
  return [createFinding("key-reaches-more-companies", { problem, renew: handling.renew })];
}

interface Gap {
  readonly problem: string;
  readonly fix: string;
}

const ASK_AGAIN = "Run the check again; do not replace the key because of this.";

const UNDERSTAND_FIRST =
  "Settle first why Pleo's answers could not be read, and run the check again; do not replace the key because of this.";

function explainGap(
  { membership, listAnswer, garbled }: OwnerEvidence,
  { rescope }: KeyHandling,
): Gap {
  const answer = membership ?? listAnswer;
  const permit = `The key needs companies:read to prove its company, or has to be a key of that one company: ${rescope}.`;
  const isOpen = answer === undefined || answer.kind === "unavailable";
  const fix = garbled ? UNDERSTAND_FIRST : isOpen ? ASK_AGAIN : permit;
  if (membership !== undefined) {
    const got = membership.kind === "ok" ? "another company" : describeAnswer(membership);
    return {
      problem: `the key may reach several companies, and asking for this one gave ${got}`,
      fix,
    };
  }
  if (listAnswer !== undefined) {
    const got = listAnswer.kind === "ok" ? "none" : describeAnswer(listAnswer);
    return { problem: `no answer named an owner, and the list of companies gave ${got}`, fix };
  }
  return { problem: "no answer named a company", fix };
}
