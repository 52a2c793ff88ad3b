import { describe, expect, test } from "vitest";
import { checkCompany, type CompanyResult } from "../../../src/activation/check-company.ts";
import type { Expectation } from "../../../src/activation/expectation.ts";
import type { KeyFacts } from "../../../src/activation/key-facts.ts";
import { expectReadable } from "./expect-readable.ts";
import {
  COMPANY,
  FORBIDDEN,
  NOT_FOUND,
  NONSENSE,
  ORGANISATION,
  OTHER_COMPANY,
  TIMED_OUT,
  company,
  companyUrn,
  expectationWithoutCompany,
  healthyExpectation,
  healthyFacts,
  installed,
  introspected,
  ok,
  organisationUrn,
} from "../../support/pleo-answers.ts";

const MINE = companyUrn(COMPANY);
const OTHER = companyUrn(OTHER_COMPANY);
const ORG = organisationUrn(ORGANISATION);
const OTHER_ORG = organisationUrn(OTHER_COMPANY);
const NO_SUBJECT = introspected({ subjectUrn: undefined });

const subject = (subjectUrn: string): Partial<KeyFacts> => ({
  introspection: introspected({ subjectUrn }),
});
const resource = (urn: string): Partial<KeyFacts> => ({
  installations: installed({ resource: urn }),
});

function check(
  facts: Partial<KeyFacts> = {},
  expectation: Expectation = healthyExpectation(),
): CompanyResult {
  const result = checkCompany(healthyFacts(facts), expectation);
  expectReadable(result.findings);
  return result;
}

describe("checkCompany", () => {
  test.each<[string, Partial<KeyFacts>]>([
    ["both answers name it", {}],
    ["in capitals", subject(MINE.replace(COMPANY, COMPANY.toUpperCase()))],
    ["introspection alone names it", { installations: NOT_FOUND }],
    ["the installation alone names it", { introspection: NOT_FOUND }],
    ["introspection names nobody", { introspection: NO_SUBJECT }],
    [
      "nobody names it, and it is the only one listed",
      {
        introspection: NO_SUBJECT,
        installations: NOT_FOUND,
        companies: ok([company(COMPANY)]),
      },
    ],
  ])("is proven, without a word, when %s", (_name, facts) => {
    const result = check(facts);
    expect(result).toEqual({ findings: [], proven: true, actual: COMPANY });
  });

  test("the expected id counts without its letter case", () => {
    const expectation = healthyExpectation({ companyId: COMPANY.toUpperCase() });
    expect(check({}, expectation).proven).toBe(true);
  });

  test.each<[string, Partial<KeyFacts>, string]>([
    ["both answers name another", { ...subject(OTHER), ...resource(OTHER) }, "company-mismatch"],
    [
      "introspection alone names another",
      { ...subject(OTHER), installations: NOT_FOUND },
      "company-mismatch",
    ],
    [
      "introspection names another and the installation fails",
      { ...subject(OTHER), installations: TIMED_OUT },
      "company-mismatch",
    ],
    [
      "the installation alone names another",
      { introspection: NOT_FOUND, ...resource(OTHER) },
      "company-mismatch",
    ],
    [
      "the only company listed is another",
      {
        introspection: NO_SUBJECT,
        installations: NOT_FOUND,
        companies: ok([company(OTHER_COMPANY)]),
      },
      "company-mismatch",
    ],
    [
      "the organisation's company answers with another id",
      {
        ...subject(ORG),
        ...resource(ORG),
        membership: ok(company(OTHER_COMPANY, ORGANISATION)),
      },
      "company-mismatch",
    ],
    [
      "only the installation names the expected one",
      { ...subject(OTHER), ...resource(MINE) },
      "company-disagreement",
    ],
    [
      "only introspection names the expected one",
      { ...subject(MINE), ...resource(OTHER) },
      "company-disagreement",
    ],
    [
      "two organisations are named",
      { ...subject(ORG), ...resource(OTHER_ORG), membership: ok(company(COMPANY)) },
      "company-disagreement",
    ],
    [
      "the company belongs to another organisation",
      {
        ...subject(ORG),
        ...resource(ORG),
        membership: ok(company(COMPANY, OTHER_COMPANY)),
      },
      "company-disagreement",
    ],
  ])("fails when %s", (_name, facts, id) => {
    const result = check(facts);
    expect(
      result.findings.map((finding) => [finding.id, finding.severity, finding.inconclusive]),
    ).toEqual([[id, "error", false]]);
    expect(result.proven).toBe(false);
    // What is contradicted is not told as a fact.
    if (id === "company-disagreement") expect(result.actual).toBeUndefined();
  });

  test.each<[string, Partial<KeyFacts>]>([
    [
      "an organisation's key may not ask",
      { ...subject(ORG), ...resource(ORG), membership: FORBIDDEN },
    ],
    [
      "an organisation's key finds no such company",
      { ...subject(ORG), ...resource(ORG), membership: NOT_FOUND },
    ],
    [
      "an organisation's company does not answer",
      { ...subject(ORG), ...resource(ORG), membership: TIMED_OUT },
    ],
    ["an organisation's company was not asked", { ...subject(ORG), ...resource(ORG) }],
    [
      "an organisation's installation names it, but it cannot be opened",
      { ...subject(ORG), ...resource(MINE), membership: FORBIDDEN },
    ],
    [
      "nobody names an owner and the list is forbidden",
      { introspection: NO_SUBJECT, installations: NOT_FOUND, companies: FORBIDDEN },
    ],
    [
      "nobody names an owner and the list is empty",
      { introspection: NO_SUBJECT, installations: NOT_FOUND, companies: ok([]) },
    ],
    [
      "several are listed and it cannot be opened",
      {
        introspection: NO_SUBJECT,
        installations: NOT_FOUND,
        companies: ok([company(OTHER_COMPANY), company(ORGANISATION)]),
        membership: FORBIDDEN,
      },
    ],
    [
      "what is listed has no readable id",
      { introspection: NO_SUBJECT, installations: NOT_FOUND, companies: ok([company("x")]) },
    ],
    [
      "two installations are told, ours among them, and it cannot be opened",
      {
        ...subject(MINE),
        installations: installed({ resource: OTHER }, { resource: MINE }),
        membership: FORBIDDEN,
      },
    ],
    [
      "several are listed, ours among them, and it cannot be opened",
      {
        introspection: NO_SUBJECT,
        installations: NOT_FOUND,
        companies: ok([company(COMPANY), company(OTHER_COMPANY)]),
        membership: NOT_FOUND,
      },
    ],
    [
      "introspection names it to anybody",
      {
        introspection: introspected({ authMethod: "NONE" }),
        installations: NOT_FOUND,
      },
    ],
    ["the owners are no Pleo URNs", { ...subject("urn:x"), ...resource("urn:y") }],
    ["nothing answers", { introspection: TIMED_OUT, installations: NONSENSE }],
  ])("stays unknown when %s", (_name, facts) => {
    const result = check(facts);
    expect(result.findings.map((finding) => [finding.id, finding.inconclusive])).toEqual([
      ["company-unproven", true],
    ]);
    expect(result.proven).toBe(false);
  });

  test.each<[string, Partial<KeyFacts>, string | undefined]>([
    [
      "an organisation's key opens it",
      { ...subject(ORG), ...resource(ORG), membership: ok(company(COMPANY, ORGANISATION)) },
      COMPANY,
    ],
    [
      "an organisation's key opens it, and its parent is not told",
      { ...subject(ORG), ...resource(ORG), membership: ok(company(COMPANY.toUpperCase())) },
      COMPANY,
    ],
    [
      "the key has an installation in another company too, and opens it",
      {
        ...subject(MINE),
        installations: installed({ resource: OTHER }, { resource: MINE }),
        membership: ok(company(COMPANY)),
      },
      COMPANY,
    ],
    [
      "an organisation's key opens it, though it is installed for another",
      { ...subject(ORG), ...resource(OTHER), membership: ok(company(COMPANY)) },
      COMPANY,
    ],
    [
      "several are listed and it opens",
      {
        introspection: NO_SUBJECT,
        installations: NOT_FOUND,
        companies: ok([company(OTHER_COMPANY), company(ORGANISATION)]),
        membership: ok(company(COMPANY)),
      },
      COMPANY,
    ],
    [
      "an organisation's installation is beside a company's introspection",
      { ...subject(MINE), ...resource(ORG), membership: ok(company(COMPANY, ORGANISATION)) },
      COMPANY,
    ],
    [
      "two are installed, and ours has a parent that nothing else names",
      {
        ...subject(MINE),
        installations: installed({ resource: OTHER }, { resource: MINE }),
        membership: ok(company(COMPANY, ORGANISATION)),
      },
      COMPANY,
    ],
  ])("passes with a word about reach when %s", (_name, facts, actual) => {
    const result = check(facts);
    expect(result.findings.map(({ id, severity }) => [id, severity])).toEqual([
      ["key-reaches-more-companies", "warning"],
    ]);
    expect(result.proven).toBe(true);
    expect(result.actual).toBe(actual);
  });

  test.each<[string, Partial<KeyFacts>, string]>([
    ["an organisation", { ...subject(ORG), ...resource(ORG) }, "it belongs to an organisation"],
    [
      "an organisation, installed for a company",
      { ...subject(ORG), ...resource(OTHER) },
      "it belongs to an organisation",
    ],
    [
      "two companies",
      { installations: installed({ resource: OTHER }, { resource: MINE }) },
      "Pleo lists several",
    ],
  ])("the word about reach tells that of %s", (_name, facts, why) => {
    const { findings } = check({ ...facts, membership: ok(company(COMPANY)) });
    expect(findings[0]?.message).toContain(`(${why})`);
  });

  test("without an expected company it fails, names the one found and the command that confirms it", () => {
    const { findings, proven } = check({}, expectationWithoutCompany());
    expect(proven).toBe(false);
    expect(findings).toMatchObject([
      { id: "company-not-declared", severity: "error", inconclusive: false },
    ]);
    expect(findings[0]?.message).toContain(COMPANY);
    expect(findings[0]?.remedy).toContain(`gh variable set PLEO_COMPANY_ID --body ${COMPANY}`);
  });

  test.each<[string, Partial<KeyFacts>, string, string]>([
    [
      "none was named",
      { introspection: NO_SUBJECT, installations: NOT_FOUND },
      "a key of any company would pass.",
      "Take the company's id from your records",
    ],
    [
      "an organisation alone was named",
      { ...subject(ORG), installations: NOT_FOUND },
      `it opens companies of organisation ${ORGANISATION}`,
      "Take the id of the one that this integration is for",
    ],
    [
      "several were named",
      {
        introspection: NO_SUBJECT,
        installations: NOT_FOUND,
        companies: ok(
          [COMPANY, OTHER_COMPANY, ORGANISATION, "12345678-1234-4234-8234-123456789012"].map((id) =>
            company(id),
          ),
        ),
      },
      `it opens several: ${COMPANY}, ${OTHER_COMPANY}, ${ORGANISATION} and more`,
      "Choose the one that this integration is for",
    ],
    [
      "three were named",
      {
        introspection: NO_SUBJECT,
        installations: NOT_FOUND,
        companies: ok([COMPANY, OTHER_COMPANY, ORGANISATION].map((id) => company(id))),
      },
      `it opens several: ${COMPANY}, ${OTHER_COMPANY}, ${ORGANISATION}.`,
      "Choose the one that this integration is for",
    ],
  ])("without an expected company it says when %s", (_name, facts, text, remedy) => {
    const { findings } = check(facts, expectationWithoutCompany());
    expect(findings[0]?.message).toContain(text);
    expect(findings[0]?.remedy).toContain(remedy);
    // What a shell would take for a redirection, or for several words, is no command to copy.
    expect(findings[0]?.remedy).not.toContain("--body");
  });

  test.each<[string, Partial<KeyFacts>, string, string]>([
    [
      "one other company",
      { ...subject(OTHER), ...resource(OTHER) },
      `company ${OTHER_COMPANY}`,
      ` --body ${OTHER_COMPANY}`,
    ],
    [
      "two other companies",
      {
        introspection: NO_SUBJECT,
        installations: installed({ resource: OTHER }, { resource: companyUrn(ORGANISATION) }),
      },
      `companies ${OTHER_COMPANY}, ${ORGANISATION}`,
      "the expected company.",
    ],
  ])("a mismatch with %s says what the key opens", (_name, facts, opened, remedy) => {
    const [finding] = check(facts).findings;
    expect(finding?.id).toBe("company-mismatch");
    expect(finding?.message).toContain(`The key opens ${opened} according to`);
    expect(finding?.remedy).toContain(remedy);
  });

  test.each<[string, Partial<KeyFacts>]>([
    ["introspection", { ...subject(OTHER), ...resource(OTHER) }],
    ["its installation", { introspection: NO_SUBJECT, ...resource(OTHER) }],
    [
      "its installation",
      { ...subject(ORG), ...resource(OTHER), membership: ok(company(OTHER_COMPANY)) },
    ],
    [
      "the list of companies",
      {
        introspection: NO_SUBJECT,
        installations: NOT_FOUND,
        companies: ok([company(OTHER_COMPANY)]),
      },
    ],
    [
      "the company itself",
      { ...subject(ORG), ...resource(ORG), membership: ok(company(OTHER_COMPANY)) },
    ],
  ])("a mismatch names who said it: %s", (source, facts) => {
    const [finding] = check(facts).findings;
    expect(finding?.id).toBe("company-mismatch");
    expect(finding?.message).toContain(
      `opens company ${OTHER_COMPANY} according to ${source}, but`,
    );
  });

  test.each<[string, Partial<KeyFacts>, string, string]>([
    [
      "two companies",
      { ...subject(MINE), ...resource(OTHER) },
      `introspection says company ${COMPANY}`,
      `the installation says company ${OTHER_COMPANY}`,
    ],
    [
      "another parent",
      {
        ...subject(ORG),
        installations: NOT_FOUND,
        membership: ok(company(COMPANY, OTHER_COMPANY)),
      },
      `introspection says organisation ${ORGANISATION}`,
      `the company says that it belongs to organisation ${OTHER_COMPANY}`,
    ],
    [
      "another parent than the installation's",
      {
        introspection: NO_SUBJECT,
        ...resource(ORG),
        membership: ok(company(COMPANY, OTHER_COMPANY)),
      },
      `the installation says organisation ${ORGANISATION}`,
      `the company says that it belongs to organisation ${OTHER_COMPANY}`,
    ],
  ])("a disagreement names who said what: %s", (_name, facts, one, other) => {
    const [finding] = check(facts).findings;
    expect(finding?.id).toBe("company-disagreement");
    expect(finding?.message).toContain(`${one}, and ${other}`);
  });

  test.each<[string, Partial<KeyFacts>, string]>([
    [
      "asking again may help",
      { ...subject(ORG), ...resource(ORG), membership: TIMED_OUT },
      "Run the check again",
    ],
    [
      "a permission is missing",
      { ...subject(ORG), ...resource(ORG), membership: FORBIDDEN },
      "needs companies:read",
    ],
    [
      "the list is forbidden",
      { introspection: NO_SUBJECT, installations: NOT_FOUND, companies: FORBIDDEN },
      "needs companies:read",
    ],
    [
      "the owners could not be read",
      { ...subject("urn:x"), ...resource("urn:y"), companies: ok([]) },
      "Settle first why Pleo's answers could not be read",
    ],
    [
      "introspection's owner could not be read",
      { ...subject("urn:x"), installations: NOT_FOUND, companies: ok([]) },
      "Settle first why Pleo's answers could not be read",
    ],
    [
      "the installation's owner could not be read",
      { introspection: NO_SUBJECT, ...resource("urn:y"), companies: ok([]) },
      "Settle first why Pleo's answers could not be read",
    ],
    [
      "every owner could be read, and none is a company of the key's",
      { introspection: NO_SUBJECT, installations: NOT_FOUND, companies: ok([]) },
      "needs companies:read",
    ],
    [
      "the list could not be read",
      { introspection: NO_SUBJECT, installations: NOT_FOUND, companies: NONSENSE },
      "Settle first why Pleo's answers could not be read",
    ],
    [
      "nothing was asked further",
      { introspection: TIMED_OUT, installations: TIMED_OUT },
      "Run the check again",
    ],
  ])("what is not proven comes with what to do: %s", (_name, facts, remedy) => {
    const [finding] = check(facts).findings;
    expect(finding?.remedy).toContain(remedy);
  });

  test.each<[string, Partial<KeyFacts>]>([
    [
      "the key may reach several companies, and asking for this one gave status 403",
      { ...subject(ORG), ...resource(ORG), membership: FORBIDDEN },
    ],
    [
      "the key may reach several companies, and asking for this one gave another company",
      { ...subject(ORG), ...resource(ORG), membership: ok(company("x")) },
    ],
    [
      "no answer named an owner, and the list of companies gave status 403",
      { introspection: NO_SUBJECT, installations: NOT_FOUND, companies: FORBIDDEN },
    ],
    [
      "no answer named an owner, and the list of companies gave none",
      { introspection: NO_SUBJECT, installations: NOT_FOUND, companies: ok([]) },
    ],
    ["no answer named a company", { introspection: TIMED_OUT, installations: TIMED_OUT }],
  ])("what is not proven comes with why: %s", (problem, facts) => {
    expect(check(facts).findings[0]?.message).toContain(`${COMPANY}: ${problem}.`);
  });

  test.each(["", "acme", `${COMPANY} `, companyUrn(COMPANY)])(
    "an expected id %j can match nothing",
    (companyId) => {
      const { findings, proven } = check({}, healthyExpectation({ companyId }));
      expect(findings.map(({ id }) => id)).toEqual(["company-id-invalid"]);
      expect(proven).toBe(false);
    },
  );
});
