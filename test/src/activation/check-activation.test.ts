import { describe, expect, test } from "vitest";
import { checkActivation } from "../../../src/activation/check-activation.ts";
import { describeAnswer } from "../../../src/activation/describe-answer.ts";
import type { KeyFacts } from "../../../src/activation/key-facts.ts";
import type { Answer, Installation, Unavailability } from "../../../src/ports.ts";
import { expectReadable } from "./expect-readable.ts";
import {
  COMPANY,
  FORBIDDEN,
  NONSENSE,
  NOT_FOUND,
  OTHER_COMPANY,
  TIMED_OUT,
  UNAUTHORIZED,
  company,
  companyUrn,
  organisationUrn,
  ORGANISATION,
  healthyExpectation,
  healthyFacts,
  installed,
  introspected,
  ok,
} from "../../support/pleo-answers.ts";

const ALL_PROVEN = { company: true, scopes: true };
const NOT_ASKED = { kind: "unavailable", because: "not-asked" } as const;
const BAD_REQUEST: Answer<never> = { kind: "refused", status: 400 };

function check(
  facts: Partial<KeyFacts>,
  parts: { integrated?: boolean; proven?: typeof ALL_PROVEN } = {},
) {
  const kind = parts.integrated === true ? "integrated" : "standalone";
  const result = checkActivation(
    healthyFacts(facts),
    healthyExpectation({ kind }),
    parts.proven ?? ALL_PROVEN,
  );
  expectReadable(result.findings);
  return {
    ...result,
    ids: result.findings.map(({ id, severity, inconclusive }) =>
      [id, severity, ...(inconclusive ? ["inconclusive"] : [])].join(" "),
    ),
  };
}

test("a healthy key is accepted and active, and nothing is said", () => {
  expect(check({})).toMatchObject({ ids: [], accepted: true, active: true });
});

describe("only 401 rejects", () => {
  const UNACCEPTED = { introspection: NOT_FOUND, installations: NOT_FOUND };

  test.each<[string, Partial<KeyFacts>]>([
    ["introspection", { introspection: UNAUTHORIZED }],
    ["the installation", { installations: UNAUTHORIZED }],
    ["the list of companies", { ...UNACCEPTED, companies: UNAUTHORIZED }],
    ["the expected company", { ...UNACCEPTED, membership: UNAUTHORIZED }],
    ["the read that needs users:read", { ...UNACCEPTED, probes: { "users:read": UNAUTHORIZED } }],
  ])("on %s", (question, facts) => {
    const result = check(facts);
    expect(result).toMatchObject({ ids: ["key-rejected error"], accepted: false, active: false });
    expect(result.findings[0]?.message).toContain(`Pleo answered 401 to ${question}`);
  });

  test.each<[string, Partial<KeyFacts>]>([
    ["403", { introspection: FORBIDDEN, installations: FORBIDDEN }],
    [
      "403 to every question",
      {
        introspection: FORBIDDEN,
        installations: FORBIDDEN,
        companies: FORBIDDEN,
        probes: { "users:read": FORBIDDEN },
      },
    ],
  ])("%s everywhere is unknown", (_name, facts) => {
    expect(check(facts)).toMatchObject({
      ids: ["everything-forbidden error inconclusive"],
      accepted: false,
    });
  });

  test.each<[string, Partial<KeyFacts>]>([
    ["the list of companies", { companies: UNAUTHORIZED }],
    ["the expected company", { membership: UNAUTHORIZED }],
    ["a read", { probes: { "users:read": UNAUTHORIZED } }],
  ])("but not on %s, once the key was accepted: that endpoint may take no keys", (_name, facts) => {
    expect(check(facts)).toMatchObject({ ids: [], accepted: true });
  });

  test.each<[string, Partial<KeyFacts>]>([
    [
      "a timeout and 403",
      { introspection: TIMED_OUT, installations: FORBIDDEN, companies: FORBIDDEN },
    ],
    ["403 and a timeout", { introspection: FORBIDDEN, installations: TIMED_OUT }],
  ])("%s is unknown as well", (_name, facts) => {
    expect(check(facts)).toMatchObject({
      ids: ["everything-forbidden error inconclusive"],
      accepted: false,
    });
  });

  test("403 everywhere but in one place is a missing permission", () => {
    const facts = {
      introspection: FORBIDDEN,
      installations: FORBIDDEN,
      companies: ok([company(COMPANY)]),
    };
    expect(check(facts)).toMatchObject({
      ids: ["introspection-forbidden warning", "installation-forbidden error"],
      accepted: true,
    });
  });
});

describe("introspection", () => {
  test.each<[string, KeyFacts["introspection"], readonly string[], boolean]>([
    ["proves with API_KEY", introspected(), [], true],
    [
      "never proves with NONE",
      introspected({ authMethod: "NONE" }),
      ["credential-not-recognised error inconclusive"],
      false,
    ],
    [
      "refutes with OAUTH2",
      introspected({ authMethod: "OAUTH2" }),
      ["key-not-an-api-key error"],
      false,
    ],
    ["may be absent", NOT_FOUND, ["introspection-absent notice"], true],
    ["may be forbidden", FORBIDDEN, ["introspection-forbidden warning"], true],
    ["may be down", TIMED_OUT, ["pleo-unavailable error inconclusive"], true],
    ["may be unreadable", NONSENSE, ["answer-not-understood error inconclusive"], true],
    [
      "may name a stranger",
      introspected({ subjectUrn: "urn:pleo:employee:1" }),
      ["answer-not-understood error inconclusive"],
      true,
    ],
    ["may name nobody", introspected({ subjectUrn: undefined }), [], true],
    [
      "may be refused in a way unheard of",
      { kind: "refused", status: 409 },
      ["answer-not-understood error inconclusive"],
      true,
    ],
  ])("%s", (_name, introspection, ids, accepted) => {
    expect(check({ introspection })).toMatchObject({ ids, accepted });
  });
});

describe("the installation", () => {
  test.each<[string, KeyFacts["installations"], readonly string[]]>([
    ["INACTIVE", installed({ status: "INACTIVE" }), ["installation-inactive error"]],
    ["AUTHORIZED", installed({ status: "AUTHORIZED" }), ["installation-inactive error"]],
    [
      "PENDING_INTEGRATION",
      installed({ status: "PENDING_INTEGRATION" }),
      ["installation-inactive error"],
    ],
    [
      "ERROR",
      installed({ status: "ERROR", errorCode: "AUTH_ERROR" }),
      ["installation-inactive error"],
    ],
    [
      "activated, in lower case",
      installed({ status: "activated" }),
      ["installation-inactive error"],
    ],
    [
      "of a status unheard of",
      installed({ status: "constructor" }),
      ["installation-inactive error"],
    ],
    [
      "of a stranger",
      installed({ resource: "urn:pleo:company:x" }),
      ["answer-not-understood error inconclusive"],
    ],
    ["down", TIMED_OUT, ["pleo-unavailable error inconclusive"]],
    ["unreadable", NONSENSE, ["answer-not-understood error inconclusive"]],
    [
      "answered 409",
      { kind: "refused", status: 409 },
      ["answer-not-understood error inconclusive"],
    ],
    [
      "answered 410",
      { kind: "refused", status: 410 },
      ["answer-not-understood error inconclusive"],
    ],
  ])("that is %s is not active", (_name, installations, ids) => {
    expect(check({ installations: installations ?? NOT_FOUND })).toMatchObject({
      ids,
      active: false,
      accepted: true,
    });
  });

  test("names the error code it knows, and repeats no word it does not know", () => {
    const known = check({
      installations: installed({ status: "INACTIVE", errorCode: "NOT_ENTITLED" }),
    });
    expect(known.findings[0]?.message).toContain(
      "INACTIVE (not in use), with the error code NOT_ENTITLED",
    );
    const hostile = "\u001b[31m::set-output name=x::y\n<b>";
    const unknown = check({ installations: installed({ status: hostile, errorCode: hostile }) });
    expect(JSON.stringify(unknown.findings)).not.toMatch(/set-output|<b>|u001b/);
    expect(unknown.findings[0]?.message).toContain("an error code that this version does not know");
  });

  test("that was not asked for proves nothing", () => {
    const facts: KeyFacts = { introspection: introspected(), probes: {} };
    expect(checkActivation(facts, healthyExpectation(), ALL_PROVEN)).toEqual({
      findings: [],
      accepted: true,
      active: false,
    });
  });

  test("of another company may be idle, and ours may not", () => {
    const other = { resource: companyUrn(OTHER_COMPANY), status: "INACTIVE" };
    expect(check({ installations: installed(other, {}) }).active).toBe(true);
    const reversed = installed({ ...other, status: "ACTIVATED" }, { status: "INACTIVE" });
    expect(check({ installations: reversed }).active).toBe(false);
    const organisation = installed(other, {
      resource: organisationUrn(ORGANISATION),
      status: "ERROR",
    });
    expect(check({ installations: organisation }).active).toBe(false);
  });

  test("of another company alone is none of ours, or all there is to judge", () => {
    const other = installed({ resource: companyUrn(OTHER_COMPANY), status: "INACTIVE" });
    expect(check({ installations: other })).toMatchObject({
      ids: ["installation-absent warning"],
      active: true,
    });
    expect(check({ installations: other }).findings[0]?.message).toContain(
      "installations of other companies only",
    );
    const unproven = { proven: { company: false, scopes: true } };
    expect(check({ installations: other }, unproven).ids).toEqual(["installation-inactive error"]);
    const both = installed({ resource: companyUrn(OTHER_COMPANY), status: "INACTIVE" }, {});
    expect(check({ installations: both }, unproven)).toMatchObject({ ids: [], active: true });
  });

  test("that is the same twice is told once", () => {
    const twice = installed({ status: "INACTIVE" }, { status: "INACTIVE" });
    expect(check({ installations: twice }).ids).toEqual(["installation-inactive error"]);
  });

  test("of the expected company counts without letter case", () => {
    const facts = healthyFacts({
      installations: installed({ resource: companyUrn(OTHER_COMPANY) }, { status: "INACTIVE" }),
    });
    const expectation = healthyExpectation({ companyId: COMPANY.toUpperCase() });
    expect(checkActivation(facts, expectation, ALL_PROVEN).active).toBe(false);
  });
});

describe("a forbidden installation", () => {
  test("is an error, and no obstacle for a Standalone key once somebody has lowered it", () => {
    expect(check({ installations: FORBIDDEN })).toMatchObject({
      ids: ["installation-forbidden error"],
      active: true,
    });
  });

  test.each([
    ["an Integrated key", { integrated: true }],
    ["a key without a proven company", { proven: { company: false, scopes: true } }],
    ["a key without proven scopes", { proven: { company: true, scopes: false } }],
  ])("always is one for %s", (_name, parts) => {
    expect(check({ installations: FORBIDDEN }, parts)).toMatchObject({
      ids: ["installation-forbidden error"],
      active: false,
    });
  });
});

test("an installation that is active and in error at once is a warning", () => {
  const { ids, active, findings } = check({
    installations: installed({ errorCode: "AUTH_ERROR" }),
  });
  expect({ ids, active }).toEqual({ ids: ["installation-troubled warning"], active: true });
  expect(findings[0]?.message).toContain("is ACTIVATED, with the error code AUTH_ERROR");
});

describe("while nothing shows that the key is accepted", () => {
  test.each<[string, Partial<KeyFacts>, readonly string[]]>([
    [
      "404 everywhere",
      { introspection: NOT_FOUND, installations: NOT_FOUND },
      ["introspection-absent notice", "installation-missing error inconclusive"],
    ],
    [
      "an idle installation beside NONE",
      {
        introspection: introspected({ authMethod: "NONE" }),
        installations: installed({ status: "INACTIVE" }),
      },
      ["credential-not-recognised error inconclusive", "installation-inactive error inconclusive"],
    ],
  ])("%s is unknown", (_name, facts, ids) => {
    expect(check(facts, { integrated: true })).toMatchObject({
      ids,
      accepted: false,
      active: false,
    });
  });

  test("and nothing else says why, that is said", () => {
    const facts = { introspection: NOT_FOUND, installations: NOT_FOUND, companies: ok([]) };
    expect(check(facts).ids).toEqual([
      "introspection-absent notice",
      "installation-absent warning",
      "key-unproven error inconclusive",
    ]);
  });
});

describe("what helps where Pleo could not be asked", () => {
  test.each<[Unavailability, string]>([
    ["rate-limited", "let fewer jobs ask Pleo at the same time"],
    ["redirected", "Check `api-url` and the proxy of the runner for what redirects"],
    ["network", "Check the network, the firewall and the proxy"],
    ["timeout", "`timeout-seconds` if it has little, look at https://status.pleo.io, and"],
    ["not-asked", "Give the check more time with `timeout-seconds`"],
    ["server-error", "Look at https://status.pleo.io, and run the check again"],
    ["unexpected-status", "what answers in Pleo's place"],
  ])("depends on the trouble: %s", (because, help) => {
    const answer = { kind: "unavailable", because } as const;
    const { findings } = check({ introspection: answer, installations: answer });
    expect(findings).toMatchObject([{ id: "pleo-unavailable", inconclusive: true }]);
    expect(findings[0]?.remedy).toContain(help);
    expect(findings[0]?.message).toContain(": this says nothing about the key");
  });

  test("a status page is no help against too many requests or a redirect", () => {
    for (const because of ["rate-limited", "redirected"] as const) {
      const { findings } = check({ introspection: { kind: "unavailable", because } });
      expect(findings[0]?.remedy).not.toContain("status.pleo.io");
    }
  });

  test("it is not said that nothing is known of a key that another answer accepts", () => {
    const { findings } = check({ installations: TIMED_OUT });
    expect(findings[0]?.message).toContain("though Pleo accepts the key");
    expect(findings[0]?.message).not.toContain("says nothing about the key");
  });

  test("a question that there was no time for is not said to have gone unanswered", () => {
    const { findings } = check({ introspection: TIMED_OUT, installations: NOT_ASKED });
    expect(findings.map(({ id }) => id)).toEqual(["pleo-unavailable"]);
    expect(findings[0]?.message).not.toContain("installation");
    expect(check({ introspection: NOT_ASKED, installations: NOT_ASKED }).findings).toMatchObject([
      { id: "pleo-unavailable" },
    ]);
  });
});

test("what comes of a further question is for the check that asked it to say", () => {
  const further = {
    companies: TIMED_OUT,
    membership: NONSENSE,
    probes: { "users:read": TIMED_OUT },
  };
  expect(check(further)).toMatchObject({ ids: [], accepted: true });
});

test("an answer that repeats the key is news of its own", () => {
  const echo: Answer<never> = { kind: "unreadable", problem: "repeats-key" };
  expect(check({ introspection: echo, installations: echo })).toMatchObject({
    ids: ["key-repeated error inconclusive"],
    accepted: false,
  });
  expect(check({ introspection: echo, installations: echo }).findings[0]?.message).toContain(
    "introspection (GET /v1/introspect) and the installation (GET /v1/installations/me)",
  );
  expect(check({ introspection: echo, installations: NONSENSE }).ids).toEqual([
    "key-repeated error inconclusive",
    "answer-not-understood error inconclusive",
  ]);
});

test.each([
  [
    "one answer is",
    { introspection: NONSENSE },
    "The answer to introspection (GET /v1/introspect) is",
  ],
  [
    "two answers are",
    { introspection: NONSENSE, installations: NONSENSE },
    "introspection (GET /v1/introspect) and the installation (GET /v1/installations/me) are not what",
  ],
])("%s not understood", (_name, facts, words) => {
  expect(check(facts).findings[0]?.message).toContain(words);
});

test.each<[string, Partial<Installation>, string]>([
  ["is pending", { status: "PENDING_INTEGRATION" }, "Wait until Pleo is done"],
  ["is authorised", { status: "AUTHORIZED" }, "Wait until Pleo is done"],
  ["is idle", { status: "INACTIVE" }, "Finish or repeat the set-up"],
  ["is in error", { status: "ERROR", errorCode: "AUTH_ERROR" }, "Finish or repeat the set-up"],
  ["is not entitled", { status: "INACTIVE", errorCode: "NOT_ENTITLED" }, "Ask Pleo's support to"],
  ["is in a status unheard of", { status: "SLEEPING" }, "what the status means"],
])("an installation that %s comes with what to do", (_name, parts, remedy) => {
  expect(check({ installations: installed(parts) }).findings[0]?.remedy).toContain(remedy);
});

test("one trouble with two answers is told once, and two troubles twice", () => {
  const down = check({ introspection: TIMED_OUT, installations: TIMED_OUT });
  expect(down.ids).toEqual(["pleo-unavailable error inconclusive"]);
  expect(down.findings[0]?.message).toContain(
    "introspection (GET /v1/introspect) and the installation (GET /v1/installations/me)",
  );
  expect(check({ introspection: TIMED_OUT, installations: NONSENSE }).ids).toEqual([
    "pleo-unavailable error inconclusive",
    "answer-not-understood error inconclusive",
  ]);
});

describe("no installation", () => {
  const ABSENT = [
    ["404", NOT_FOUND],
    ["400", BAD_REQUEST],
    ["an empty list", ok([])],
  ] as const;

  test.each(ABSENT)(
    "(%s) is a warning for a Standalone key that is proven otherwise",
    (_name, installations) => {
      expect(check({ installations })).toMatchObject({
        ids: ["installation-absent warning"],
        active: true,
      });
    },
  );

  test.each([
    ["the company", { company: false, scopes: true }],
    ["the scopes", { company: true, scopes: false }],
  ])("leaves a Standalone key unknown where %s is not proven", (_name, proven) => {
    expect(check({ installations: NOT_FOUND }, { proven })).toMatchObject({
      ids: ["installation-missing error inconclusive"],
      active: false,
    });
  });

  test("is told by what Pleo answered", () => {
    const [empty, status] = [ok([]), NOT_FOUND].map((installations) => check({ installations }));
    expect(empty?.findings[0]?.message).toContain("an empty list");
    expect(status?.findings[0]?.message).toContain("status 404");
  });

  test.each(ABSENT)("(%s) fails an Integrated key", (_name, installations) => {
    expect(check({ installations }, { integrated: true })).toMatchObject({
      ids: ["installation-missing error"],
      active: false,
    });
  });
});

describe("without introspection, acceptance is shown by", () => {
  test.each<[string, Partial<KeyFacts>, boolean]>([
    ["an installation", {}, true],
    ["not by an empty list of installations", { installations: ok([]) }, false],
    ["a company", { installations: NOT_FOUND, companies: ok([company(COMPANY)]) }, true],
    ["not by an empty list of companies", { installations: NOT_FOUND, companies: ok([]) }, false],
    ["the expected company", { installations: NOT_FOUND, membership: ok(company(COMPANY)) }, true],
    [
      "a read that was allowed",
      { installations: NOT_FOUND, probes: { "users:read": ok(null) } },
      true,
    ],
    [
      "not by a read that was forbidden",
      { installations: NOT_FOUND, probes: { "users:read": FORBIDDEN } },
      false,
    ],
  ])("%s", (_name, facts, accepted) => {
    expect(check({ introspection: NOT_FOUND, ...facts }).accepted).toBe(accepted);
  });
});

test.each<[Answer<unknown>, string]>([
  [ok(1), "an answer"],
  [UNAUTHORIZED, "status 401"],
  [FORBIDDEN, "status 403"],
  [NOT_FOUND, "status 404"],
  [{ kind: "refused", status: 409 }, "status 409"],
  [{ kind: "unreadable", problem: "not-json" }, "an answer that is not JSON"],
  [{ kind: "unreadable", problem: "wrong-shape" }, "an answer without what was asked for"],
  [{ kind: "unreadable", problem: "too-large" }, "an answer that is far too large"],
  [{ kind: "unreadable", problem: "cut-short" }, "an answer that breaks off"],
  [{ kind: "unreadable", problem: "repeats-key" }, "an answer that repeats the key"],
  [{ kind: "unavailable", because: "timeout" }, "no answer in time"],
  [{ kind: "unavailable", because: "not-asked" }, "nothing, since the time was up"],
  [{ kind: "unavailable", because: "network" }, "a failed connection"],
  [{ kind: "unavailable", because: "server-error" }, "an error on Pleo's side (status 5xx)"],
  [
    { kind: "unavailable", because: "redirected" },
    "a redirect, which is never followed with a key",
  ],
  [{ kind: "unavailable", because: "unexpected-status" }, "a status that Pleo does not use"],
  [{ kind: "unavailable", because: "rate-limited" }, "status 429, which means too many requests"],
])("an answer is described in our own words", (answer, text) => {
  expect(describeAnswer(answer)).toBe(text);
});
