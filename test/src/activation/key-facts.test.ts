import { describe, expect, test } from "vitest";
import { gatherKeyFacts, grantedScopes, ownersNamedBy } from "../../../src/activation/key-facts.ts";
import {
  COMPANY,
  FORBIDDEN,
  NOT_FOUND,
  ORGANISATION,
  OTHER_COMPANY,
  TIMED_OUT,
  UNAUTHORIZED,
  cannedPleo,
  company,
  companyUrn,
  installed,
  introspected,
  ok,
  organisationUrn,
  type CannedAnswers,
} from "../../support/pleo-answers.ts";

const ORG = organisationUrn(ORGANISATION);
const NO_SUBJECT = introspected({ subjectUrn: undefined });

async function ask(
  answers: CannedAnswers,
  requiredScopes: readonly string[] = [],
  companyId: string | undefined = COMPANY,
) {
  const pleo = cannedPleo(answers);
  const facts = await gatherKeyFacts(
    pleo,
    companyId === "" ? { requiredScopes } : { companyId, requiredScopes },
  );
  return { facts, asked: pleo.asked };
}

describe("gatherKeyFacts asks", () => {
  test.each<[string, CannedAnswers, readonly string[]]>([
    ["two questions in the common case", {}, ["introspection", "installations"]],
    ["one of a rejected key", { introspection: UNAUTHORIZED }, ["introspection"]],
    [
      "no more once the installation rejects",
      { installations: UNAUTHORIZED, introspection: NO_SUBJECT },
      ["introspection", "installations"],
    ],
    [
      "for no list while Pleo is down",
      { introspection: TIMED_OUT, installations: TIMED_OUT },
      ["introspection", "installations"],
    ],
    [
      "for the list when nobody names an owner",
      { introspection: NO_SUBJECT, installations: NOT_FOUND },
      ["introspection", "installations", "companies"],
    ],
    [
      "for the list when both are forbidden",
      { introspection: FORBIDDEN, installations: FORBIDDEN, companies: FORBIDDEN },
      ["introspection", "installations", "companies"],
    ],
    [
      "no more of a credential that is no key",
      { introspection: introspected({ authMethod: "OAUTH2" }), installations: NOT_FOUND },
      ["introspection", "installations"],
    ],
    [
      "no more where nobody is recognised",
      { introspection: introspected({ authMethod: "NONE" }), installations: NOT_FOUND },
      ["introspection", "installations"],
    ],
    [
      "for the company when an organisation is named",
      { introspection: introspected({ subjectUrn: ORG }) },
      ["introspection", "installations", `company ${COMPANY}`],
    ],
    [
      "for the company when two are named",
      { installations: installed({}, { resource: companyUrn(OTHER_COMPANY) }) },
      ["introspection", "installations", `company ${COMPANY}`],
    ],
    [
      "for the company when several are listed",
      {
        introspection: NO_SUBJECT,
        installations: NOT_FOUND,
        companies: ok([company(OTHER_COMPANY), company(COMPANY)]),
      },
      ["introspection", "installations", "companies", `company ${COMPANY}`],
    ],
  ])("%s", async (_name, answers, asked) => {
    expect((await ask(answers)).asked).toEqual(asked);
  });

  test("for no company where none is expected", async () => {
    const { asked } = await ask({ introspection: introspected({ subjectUrn: ORG }) }, [], "");
    expect(asked).toEqual(["introspection", "installations"]);
    const several = await ask(
      {
        introspection: NO_SUBJECT,
        installations: NOT_FOUND,
        companies: ok([company(OTHER_COMPANY), company(COMPANY)]),
      },
      [],
      "",
    );
    expect(several.asked).toEqual(["introspection", "installations", "companies"]);
  });
});

test("what introspection says to anybody, or of a token, names no owner and grants nothing", async () => {
  for (const authMethod of ["NONE", "OAUTH2"] as const) {
    const answers = { introspection: introspected({ authMethod }), installations: NOT_FOUND };
    const { facts } = await ask(answers);
    expect(ownersNamedBy(facts)).toEqual([]);
    expect(grantedScopes(facts)).toBeUndefined();
  }
});

describe("scopes are tried", () => {
  test("only where introspection does not list them", async () => {
    const { asked, facts } = await ask({}, ["vendors:read", "users:read", "users:read"]);
    expect(asked.slice(2)).toEqual(["GET /v2/employees"]);
    expect(facts.probes).toEqual({ "users:read": FORBIDDEN });
  });

  test("one after the other", async () => {
    const answers = { introspection: NOT_FOUND, probe: () => ok(null) };
    const { facts } = await ask(answers, ["vendors:read", "users:read"]);
    expect(facts.probes).toEqual({ "vendors:read": ok(null), "users:read": ok(null) });
  });

  test("by asking for the list of companies, where that has not been asked for", async () => {
    const { asked, facts } = await ask({}, ["companies:read"]);
    expect(asked.slice(2)).toEqual(["GET /v1/companies"]);
    expect(facts.probes).toEqual({ "companies:read": FORBIDDEN });
  });

  test("not of a credential that is no key", async () => {
    for (const authMethod of ["NONE", "OAUTH2"] as const) {
      const { asked } = await ask({ introspection: introspected({ authMethod }) }, ["users:read"]);
      expect(asked).toEqual(["introspection", "installations"]);
    }
  });

  test("not by asking for the list of companies a second time", async () => {
    const listed = { introspection: NOT_FOUND, installations: NOT_FOUND };
    const one = await ask({ ...listed, companies: ok([company(COMPANY)]) }, ["companies:read"]);
    expect(one.asked).toEqual(["introspection", "installations", "companies"]);
    expect(one.facts.probes).toEqual({ "companies:read": ok(null) });
    // An empty list is an answer that anybody might get.
    const none = await ask({ ...listed, companies: ok([]) }, ["companies:read"]);
    expect(none.facts.probes).toEqual({});
  });

  test("not under an alias that is listed", async () => {
    const { asked } = await ask({ introspection: introspected({ scopes: ["tag-group:read"] }) }, [
      "tag-groups:read",
    ]);
    expect(asked).toHaveLength(2);
  });

  test("never by writing, and never for names unheard of", async () => {
    const { asked } = await ask({ introspection: NOT_FOUND }, ["vendors:write", "moons:read"]);
    expect(asked).toEqual(["introspection", "installations"]);
  });

  test("about the company that the key opens, not the one that is expected", async () => {
    const companies: unknown[] = [];
    await ask(
      {
        introspection: introspected({ subjectUrn: companyUrn(OTHER_COMPANY), scopes: [] }),
        installations: installed({ resource: companyUrn(OTHER_COMPANY) }),
        probe: ({ query }) => {
          companies.push(query["company_id"]);
          return ok(null);
        },
      },
      ["vendors:read"],
    );
    expect(companies).toEqual([OTHER_COMPANY]);
  });

  test.each<[string, CannedAnswers, string]>([
    [
      "the only one listed",
      { installations: NOT_FOUND, companies: ok([company(OTHER_COMPANY)]) },
      OTHER_COMPANY,
    ],
    [
      "the expected one of an organisation, once it was opened",
      { installations: installed({ resource: ORG }) },
      COMPANY,
    ],
    [
      "the expected one of two, not the first",
      { installations: installed({ resource: companyUrn(OTHER_COMPANY) }, {}) },
      COMPANY,
    ],
  ])("about %s", async (_name, answers, wanted) => {
    const companies: unknown[] = [];
    await ask(
      {
        introspection: NOT_FOUND,
        ...answers,
        probe: ({ query }) => {
          companies.push(query["company_id"]);
          return ok(null);
        },
      },
      ["vendors:read"],
    );
    expect(companies).toEqual([wanted]);
  });

  test.each<[string, CannedAnswers]>([
    [
      "an organisation's company that cannot be opened",
      { installations: installed({ resource: ORG }), membership: FORBIDDEN },
    ],
    [
      "one of two that cannot be opened",
      {
        installations: installed({ resource: companyUrn(OTHER_COMPANY) }, {}),
        membership: NOT_FOUND,
      },
    ],
    [
      "a company that answers as another",
      { installations: installed({ resource: ORG }), membership: ok(company(OTHER_COMPANY)) },
    ],
    [
      "a listed company without a readable id",
      { installations: NOT_FOUND, companies: ok([company("../../x?y=1")]) },
    ],
    [
      "one of several listed",
      {
        installations: NOT_FOUND,
        companies: ok([company(OTHER_COMPANY), company(COMPANY)]),
        membership: FORBIDDEN,
      },
    ],
  ])("not about %s", async (_name, answers) => {
    const { facts } = await ask({ introspection: NOT_FOUND, ...answers }, ["vendors:read"]);
    expect(facts.probes).toEqual({});
  });

  test("not about what stands by mistake where the expected id should", async () => {
    const answers = { introspection: introspected({ subjectUrn: ORG, scopes: [] }) };
    const { asked, facts } = await ask(answers, ["vendors:read"], "not-a-company");
    expect(asked).toEqual(["introspection", "installations"]);
    expect(facts.probes).toEqual({});
  });

  test("not while nothing was answered well", async () => {
    const { asked } = await ask(
      { introspection: NOT_FOUND, installations: TIMED_OUT, companies: FORBIDDEN },
      ["vendors:read"],
    );
    expect(asked).toEqual(["introspection", "installations", "companies"]);
  });

  test("not where no company is known", async () => {
    const { asked } = await ask(
      { introspection: NOT_FOUND, installations: NOT_FOUND, companies: ok([]) },
      ["vendors:read"],
      "",
    );
    expect(asked).toEqual(["introspection", "installations", "companies"]);
  });

  test("not about the first of several, where none is expected", async () => {
    const { facts } = await ask(
      {
        introspection: NO_SUBJECT,
        installations: NOT_FOUND,
        companies: ok([company(OTHER_COMPANY), company(COMPANY)]),
      },
      ["users:read"],
      "",
    );
    expect(facts.probes).toEqual({});
  });

  test.each<[string, CannedAnswers]>([
    ["the list", { introspection: NO_SUBJECT, installations: NOT_FOUND, companies: UNAUTHORIZED }],
    [
      "the company",
      { introspection: introspected({ subjectUrn: ORG, scopes: [] }), membership: UNAUTHORIZED },
    ],
  ])("no more once %s rejects the key", async (_name, answers) => {
    const { asked, facts } = await ask(answers, ["users:read"]);
    expect(asked).toHaveLength(3);
    expect(facts.probes).toEqual({});
  });

  test("no more once one of them is rejected", async () => {
    const { facts } = await ask({ introspection: NOT_FOUND, probe: () => UNAUTHORIZED }, [
      "vendors:read",
      "users:read",
    ]);
    expect(facts.probes).toEqual({ "vendors:read": UNAUTHORIZED });
  });
});
