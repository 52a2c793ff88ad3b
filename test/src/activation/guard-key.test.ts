import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/ports.ts";
import { exampleKey } from "../../support/keys.ts";
import {
  COMPANY,
  FORBIDDEN,
  NONSENSE,
  NOT_FOUND,
  ORGANISATION,
  OTHER_COMPANY,
  TIMED_OUT,
  UNAUTHORIZED,
  company,
  companyUrn,
  expectationWithoutCompany,
  healthyExpectation,
  installation,
  installed,
  introspected,
  ok,
  organisationUrn,
  type CannedAnswers,
} from "../../support/pleo-answers.ts";
import { runs } from "../samples.ts";
import { guard, KEY, type Guarded } from "./guard-key/guard.ts";

test("a healthy key passes, and the report says what was found", async () => {
  const { report, opened } = await guard({});
  expect(report).toEqual({
    verdict: "pass",
    findings: [],
    proofs: { accepted: true, active: true, company: true },
    keyHint: "c123",
    installationStatuses: ["ACTIVATED"],
    company: { expected: COMPANY, actual: COMPANY },
    scopes: { granted: ["vendors:read"], missing: [], excess: [] },
    expiry: {
      text: "2027-06-01",
      at: new Date("2027-06-01T00:00:00Z"),
      daysLeft: 136,
      hasPassed: false,
    },
  });
  expect(opened.map(({ key, api }) => [key, api.asked.length])).toEqual([[KEY, 2]]);
});

describe("what is no key is never sent", () => {
  test.each([
    ["nothing", "", "key-missing"],
    ["a key with a line break", `${KEY}\n`, "key-damaged"],
    ["a placeholder", "<your-key>", "key-placeholder"],
    ["another product's secret", `ghp_${"a1B2c3D4e5F6".repeat(3)}`, "key-foreign-secret"],
    [
      "a token",
      `${btoa('{"alg":"RS256"}').replaceAll("=", "")}.${btoa('{"sub":"someone"}').replaceAll("=", "")}.c2lnbmF0dXJl`,
      "key-legacy-token",
    ],
  ])("%s", async (_name, value, id) => {
    const { report, opened, ids } = await guard({ value });
    expect(ids).toEqual([id]);
    expect(report).toMatchObject({ verdict: "fail", company: { expected: COMPANY } });
    expect(report.keyHint).toBeUndefined();
    expect(report.previousKey).toBeUndefined();
    expect(opened).toEqual([]);
    if (value !== "") expect(JSON.stringify(report)).not.toContain(value.trim());
  });

  test("and the report on it claims nothing", async () => {
    const { report } = await guard({ value: "" });
    const { findings, ...rest } = report;
    expect(findings).toHaveLength(1);
    expect(rest).toEqual({
      verdict: "fail",
      proofs: { accepted: false, active: false, company: false },
      installationStatuses: [],
      company: { expected: COMPANY },
      scopes: { missing: [], excess: [] },
      expiry: {
        text: "2027-06-01",
        at: new Date("2027-06-01T00:00:00Z"),
        daysLeft: 136,
        hasPassed: false,
      },
    });
  });

  test("and what is wrong with it opens the sentence on what follows", async () => {
    const { report } = await guard({ value: `${KEY}\n` });
    expect(report.findings[0]?.message).toContain("it has a line break, so it was not sent");
  });

  test("and its declared expiry is judged all the same", async () => {
    const expiry = { expiresOn: "2027-01-01", warnBeforeDays: 30, failBeforeDays: 0 };
    const { ids } = await guard({ value: "", expectation: expectationWithoutCompany({ expiry }) });
    expect(ids).toEqual(["key-missing", "company-not-declared", "key-expired"]);
  });

  test("and what is missing beside it is told at once", async () => {
    const damaged = { value: `${KEY}\n` };
    const undeclared = await guard({ ...damaged, expectation: expectationWithoutCompany() });
    expect(undeclared.ids).toEqual(["key-damaged", "company-not-declared"]);
    const invalid = healthyExpectation({ companyId: "acme" });
    expect((await guard({ ...damaged, expectation: invalid })).ids).toEqual([
      "key-damaged",
      "company-id-invalid",
    ]);
  });
});

test("a token may be an Integrated key for all we know: it is sent, with a warning", async () => {
  const token = `${btoa('{"alg":"RS256"}').replaceAll("=", "")}.${btoa('{"sub":"someone"}').replaceAll("=", "")}.c2lnbmF0dXJl`;
  const { report, opened } = await guard({
    value: token,
    expectation: healthyExpectation({ kind: "integrated" }),
  });
  expect(report.verdict).toBe("pass");
  expect(report.findings).toMatchObject([{ id: "key-looks-like-token", severity: "warning" }]);
  expect(opened).toHaveLength(1);
});

test("a token with something around it is not sent, whatever the key is for", async () => {
  const token = `${btoa('{"alg":"RS256"}').replaceAll("=", "")}.${btoa('{"sub":"someone"}').replaceAll("=", "")}.c2lnbmF0dXJl`;
  const { opened, ids } = await guard({
    value: `"${token}"`,
    expectation: healthyExpectation({ kind: "integrated" }),
  });
  expect(ids).toEqual(["key-legacy-token"]);
  expect(opened).toEqual([]);
});

test("a value of unknown shape is sent, and passes with a notice and without a hint", async () => {
  const { report } = await guard({ value: "another-shape-0f9e8d7c6b" });
  expect(report).toMatchObject({
    verdict: "pass",
    findings: [{ id: "key-shape-unknown", severity: "notice" }],
  });
  expect(report.keyHint).toBeUndefined();
});

describe("the verdict", () => {
  test.each<[string, Guarded, string, readonly string[]]>([
    [
      "fails a rejected key, and says nothing else",
      { pleo: { introspection: UNAUTHORIZED } },
      "fail",
      ["key-rejected"],
    ],
    [
      "fails a key of another company",
      {
        pleo: {
          introspection: introspected({ subjectUrn: companyUrn(OTHER_COMPANY) }),
          installations: installed({ resource: companyUrn(OTHER_COMPANY) }),
        },
      },
      "fail",
      ["company-mismatch"],
    ],
    [
      "fails a key without an expected company",
      { expectation: expectationWithoutCompany() },
      "fail",
      ["company-not-declared"],
    ],
    [
      "fails a missing scope",
      { pleo: { introspection: introspected({ scopes: [] }) } },
      "fail",
      ["scope-missing"],
    ],
    [
      "fails an idle installation",
      { pleo: { installations: installed({ status: "INACTIVE" }) } },
      "fail",
      ["installation-inactive"],
    ],
    [
      "fails an undeclared expiry",
      { expectation: healthyExpectation({ expiry: { warnBeforeDays: 30, failBeforeDays: 0 } }) },
      "fail",
      ["expiry-undeclared"],
    ],
    [
      "fails an expired key that still works",
      {
        expectation: healthyExpectation({
          expiry: { expiresOn: "2027-01-15", warnBeforeDays: 30, failBeforeDays: 0 },
        }),
      },
      "fail",
      ["key-expired"],
    ],
    [
      "is unknown while Pleo is down, and says so once",
      { pleo: { introspection: TIMED_OUT, installations: TIMED_OUT } },
      "unknown",
      ["pleo-unavailable"],
    ],
    [
      "is unknown while the installation does not answer",
      { pleo: { installations: TIMED_OUT } },
      "unknown",
      ["pleo-unavailable"],
    ],
    [
      "is unknown while introspection does not answer",
      { pleo: { introspection: TIMED_OUT, probe: () => ok(null) } },
      "unknown",
      ["pleo-unavailable"],
    ],
    [
      "is unknown where everything is forbidden",
      { pleo: { introspection: FORBIDDEN, installations: FORBIDDEN, companies: FORBIDDEN } },
      "unknown",
      ["everything-forbidden"],
    ],
    [
      "is unknown where nobody is recognised",
      { pleo: { introspection: introspected({ authMethod: "NONE" }) } },
      "unknown",
      ["credential-not-recognised"],
    ],
    [
      "is unknown where an organisation's company cannot be opened",
      {
        pleo: {
          introspection: introspected({ subjectUrn: organisationUrn(ORGANISATION) }),
          installations: NOT_FOUND,
          membership: FORBIDDEN,
        },
      },
      "unknown",
      ["company-unproven", "installation-missing"],
    ],
    [
      "passes an organisation's key that opens the company, with a warning",
      {
        pleo: {
          introspection: introspected({ subjectUrn: organisationUrn(ORGANISATION) }),
          installations: installed({ resource: organisationUrn(ORGANISATION) }),
          membership: ok(company(COMPANY, ORGANISATION)),
        },
      },
      "pass",
      ["key-reaches-more-companies"],
    ],
    [
      "passes a Standalone key without an installation, with a warning",
      { pleo: { installations: NOT_FOUND } },
      "pass",
      ["installation-absent"],
    ],
    [
      "fails an Integrated key without an installation",
      {
        pleo: { installations: NOT_FOUND },
        expectation: healthyExpectation({ kind: "integrated" }),
      },
      "fail",
      ["installation-missing"],
    ],
    [
      "passes without introspection where reads prove the scopes",
      { pleo: { introspection: NOT_FOUND, probe: () => ok(null) } },
      "pass",
      ["introspection-absent"],
    ],
    [
      "passes an excess scope, with a warning",
      { pleo: { introspection: introspected({ scopes: ["vendors:read", "vendors:write"] }) } },
      "pass",
      ["scope-excess"],
    ],
  ])("%s", async (_name, given, verdict, ids) => {
    const guarded = await guard(given);
    expect(guarded.report.verdict).toBe(verdict);
    expect(guarded.ids.toSorted()).toEqual(ids.toSorted());
  });

  test("of a rejected key comes with a hint where the prefix is of the other environment", async () => {
    const given = { value: exampleKey({ prefix: "plp" }), pleo: { introspection: UNAUTHORIZED } };
    const { ids, report } = await guard(given);
    expect(ids).toEqual(["key-rejected", "environment-hint"]);
    expect(report.findings[1]?.severity).toBe("notice");
    expect((await guard({ value: exampleKey({ prefix: "plx" }), pleo: given.pleo })).ids).toEqual([
      "key-rejected",
    ]);
  });

  test("of an accepted key comes without that hint: Pleo has answered the question", async () => {
    expect((await guard({ value: exampleKey({ prefix: "plp" }) })).ids).toEqual([]);
  });
});

test.each<[string, CannedAnswers]>([
  ["introspection knows nobody", { introspection: introspected({ authMethod: "NONE" }) }],
  ["introspection calls it a token", { introspection: introspected({ authMethod: "OAUTH2" }) }],
  [
    "two owners are named",
    {
      installations: installed({ resource: companyUrn(OTHER_COMPANY) }),
      membership: ok(company(COMPANY)),
    },
  ],
])("no company is told as the key's where %s", async (_name, pleo) => {
  const { report } = await guard({ pleo });
  expect(report.company).toEqual({ expected: COMPANY });
  const open = await guard({ pleo, expectation: expectationWithoutCompany() });
  expect(open.report.company.actual).toBeUndefined();
  expect(JSON.stringify(open.report)).not.toContain(`--body ${COMPANY}`);
});

test.each([
  [["vendors:read", "<b>", "a b"], { granted: ["vendors:read"], unshown: 2 }],
  [["<b>"], { granted: [], unshown: 1 }],
  [[], { granted: [] }],
])("granted scopes %j are counted where they are not named", async (scopes, shown) => {
  const { report } = await guard({ pleo: { introspection: introspected({ scopes }) } });
  const { granted, unshown } = report.scopes;
  expect(unshown === undefined ? { granted } : { granted, unshown }).toEqual(shown);
});

test("statuses that Pleo's specification does not list are not repeated", async () => {
  const pleo = {
    installations: ok([
      installation({ status: "::error::x" }),
      installation({ status: "INACTIVE" }),
    ]),
  };
  const { report } = await guard({ pleo });
  expect(report.installationStatuses).toEqual(["INACTIVE"]);
  const absent = await guard({ pleo: { installations: NOT_FOUND } });
  expect(absent.report.installationStatuses).toEqual([]);
});

test.each<[string, Guarded]>([
  ["the company id", { expectation: healthyExpectation({ companyId: KEY }) }],
  [
    "a required scope",
    { expectation: healthyExpectation({ requiredScopes: [KEY, `${KEY}:read`] }) },
  ],
  [
    "a granted scope",
    { pleo: { introspection: introspected({ scopes: ["vendors:read", KEY, `${KEY}:read`] }) } },
  ],
  [
    "an expiry",
    {
      expectation: healthyExpectation({
        expiry: { expiresOn: KEY, createdOn: KEY, warnBeforeDays: 1, failBeforeDays: 1 },
      }),
    },
  ],
  [
    "a key hint",
    {
      expectation: healthyExpectation({
        expiry: { expiresOn: "2027-06-01", keyHint: KEY, warnBeforeDays: 1, failBeforeDays: 1 },
      }),
    },
  ],
  [
    "an owner",
    {
      pleo: {
        introspection: introspected({ subjectUrn: KEY }),
        installations: installed({ resource: KEY }),
        companies: ok([company(KEY)]),
      },
    },
  ],
  ["a status", { pleo: { installations: installed({ status: KEY, errorCode: KEY }) } }],
])(
  "a key that stands by mistake, or by malice, where %s should, is not repeated",
  async (_name, given) => {
    const { report } = await guard(given);
    expect(JSON.stringify(report)).not.toContain(KEY.slice(4, 20));
  },
);

describe("whatever Pleo answers", () => {
  const owners = fc.constantFrom(
    companyUrn(COMPANY),
    companyUrn(OTHER_COMPANY),
    organisationUrn(ORGANISATION),
    "urn:x",
  );
  const trouble: fc.Arbitrary<Answer<never>> = fc.constantFrom<Answer<never>>(
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    { kind: "refused", status: 400 },
    TIMED_OUT,
    NONSENSE,
  );
  const orTrouble = <T>(value: fc.Arbitrary<T>) =>
    fc.oneof({ weight: 2, arbitrary: value.map(ok) }, { weight: 1, arbitrary: trouble });
  const companies = fc.constantFrom(COMPANY, OTHER_COMPANY).map((id) => company(id));
  const answers = fc.record({
    introspection: orTrouble(
      fc.record({
        authMethod: fc.constantFrom("API_KEY", "API_KEY", "OAUTH2", "NONE"),
        scopes: fc.subarray(["vendors:read", "users:read"]),
        subjectUrn: fc.option(owners, { nil: undefined }),
      }),
    ),
    installations: orTrouble(
      fc.array(
        fc.record({
          resource: owners,
          status: fc.constantFrom("ACTIVATED", "ACTIVATED", "INACTIVE", "x"),
          errorCode: fc.constant(undefined),
        }),
        { maxLength: 2 },
      ),
    ),
    companies: orTrouble(fc.array(companies, { maxLength: 2 })),
    membership: orTrouble(companies),
    read: orTrouble(fc.constant(null)),
  });
  const kinds = fc.constantFrom("standalone" as const, "integrated" as const);

  test("nothing passes without positive proof, and nothing is withheld without a reason", async () => {
    await fc.assert(
      fc.asyncProperty(answers, kinds, async ({ read, ...pleo }, kind) => {
        const { report } = await guard({
          pleo: { ...pleo, probe: () => read },
          expectation: healthyExpectation({ kind }),
        });
        const all = [pleo.introspection, pleo.installations];
        if (all.some((answer) => answer.kind === "unauthorized" && answer === all[0])) {
          expect(report.verdict).toBe("fail");
        }
        if (report.verdict === "pass") {
          const named = JSON.stringify([
            pleo.introspection,
            pleo.installations,
            pleo.companies,
            pleo.membership,
          ]);
          expect(named).toContain(COMPANY);
          expect(
            all.every((answer) => answer.kind !== "unavailable" && answer.kind !== "unreadable"),
          ).toBe(true);
          expect(report.scopes.missing).toEqual([]);
          expect(report.company.actual ?? COMPANY).toBe(COMPANY);
        } else {
          expect(report.findings.some(({ severity }) => severity === "error")).toBe(true);
        }
        const certain = report.findings.some(
          ({ severity, inconclusive }) => severity === "error" && !inconclusive,
        );
        expect(report.verdict === "fail").toBe(certain);
        expect(JSON.stringify(report)).not.toContain(KEY.slice(0, -4));
      }),
      { numRuns: runs(1000) },
    );
  });
});
