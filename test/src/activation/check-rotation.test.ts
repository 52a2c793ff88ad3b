import { describe, expect, test } from "vitest";
import {
  checkPreviousFormat,
  checkRotation,
  type PreviousKey,
} from "../../../src/activation/check-rotation.ts";
import type { Expectation, RotationPhase } from "../../../src/activation/expectation.ts";
import type { KeyFacts } from "../../../src/activation/key-facts.ts";
import { PleoKey } from "../../../src/key/pleo-key.ts";
import { expectReadable } from "./expect-readable.ts";
import { exampleKey } from "../../support/keys.ts";
import {
  COMPANY,
  FORBIDDEN,
  NOT_FOUND,
  ORGANISATION,
  OTHER_COMPANY,
  TIMED_OUT,
  UNAUTHORIZED,
  company,
  companyUrn,
  healthyExpectation,
  healthyFacts,
  installed,
  introspected,
  ok,
  organisationUrn,
} from "../../support/pleo-answers.ts";

interface Case {
  readonly phase?: RotationPhase;
  readonly previous?: Partial<KeyFacts>;
  readonly current?: Partial<KeyFacts>;
  readonly expectation?: Partial<Expectation>;
  readonly hasKnownShape?: boolean;
}

/** A key that Pleo rejects is asked nothing more. */
const REJECTED: KeyFacts = { introspection: UNAUTHORIZED, probes: {} };

function check({
  phase = "overlap",
  previous = {},
  current = {},
  expectation = {},
  hasKnownShape = true,
}: Case) {
  const evidence = {
    phase,
    hasKnownShape,
    previous: previous === REJECTED ? REJECTED : healthyFacts(previous),
    current: healthyFacts(current),
  };
  const result = checkRotation(evidence, healthyExpectation(expectation));
  expectReadable(result.findings);
  return { ...result, ids: result.findings.map(({ id, severity }) => `${id} ${severity}`) };
}

const scopes = (...names: readonly string[]): Partial<KeyFacts> => ({
  introspection: introspected({ scopes: names }),
});
const ofCompany = (id: string): Partial<KeyFacts> => ({
  introspection: introspected({ subjectUrn: companyUrn(id) }),
  installations: installed({ resource: companyUrn(id) }),
});
const ofOrganisation: Partial<KeyFacts> = {
  introspection: introspected({ subjectUrn: organisationUrn(ORGANISATION) }),
  installations: installed({ resource: organisationUrn(ORGANISATION) }),
};

const NAMELESS: Partial<KeyFacts> = {
  introspection: introspected({ subjectUrn: undefined }),
  installations: NOT_FOUND,
};

describe("while two keys overlap", () => {
  test.each<[string, Case, readonly string[], PreviousKey]>([
    ["the same company and scopes are fine", {}, [], "deletable"],
    [
      "more scopes are fine here",
      { current: scopes("vendors:read", "users:read") },
      [],
      "deletable",
    ],
    [
      "fewer scopes than required by nobody are a warning",
      { previous: scopes("vendors:read", "users:read") },
      ["rotation-scopes-lost warning"],
      "deletable",
    ],
    [
      "lost scopes are an error where none are declared",
      { previous: scopes("vendors:read", "users:read"), expectation: { requiredScopes: [] } },
      ["rotation-scopes-lost error"],
      "needed",
    ],
    [
      "an alias is not a loss",
      {
        previous: scopes("tag-group:read"),
        current: scopes("tag-groups:read"),
        expectation: { requiredScopes: [] },
      },
      [],
      "deletable",
    ],
    [
      "another company is an error",
      { previous: ofCompany(OTHER_COMPANY) },
      ["rotation-company-changed error"],
      "needed",
    ],
    [
      "an idle installation of the old key does not matter",
      { previous: { installations: installed({ status: "INACTIVE" }) } },
      [],
      "deletable",
    ],
    [
      "a dead old key cannot overlap",
      { previous: REJECTED },
      ["rotation-previous-dead warning"],
      "gone",
    ],
    [
      "an old key that does not answer proves nothing",
      { previous: { introspection: TIMED_OUT, installations: TIMED_OUT } },
      ["rotation-unproven error"],
      "needed",
    ],
    [
      "an old key that may ask nothing proves nothing",
      { previous: { introspection: FORBIDDEN, installations: FORBIDDEN } },
      ["rotation-unproven error"],
      "needed",
    ],
    [
      "an old key without a company proves nothing",
      {
        previous: {
          introspection: introspected({ subjectUrn: undefined }),
          installations: NOT_FOUND,
        },
      },
      ["rotation-unproven error"],
      "needed",
    ],
    [
      "a new key without a company proves nothing",
      {
        current: {
          introspection: introspected({ subjectUrn: undefined }),
          installations: NOT_FOUND,
        },
      },
      ["rotation-unproven error"],
      "needed",
    ],
    [
      "two keys of an organisation that both open it are fine",
      {
        previous: { ...ofOrganisation, membership: ok(company(COMPANY)) },
        current: { ...ofOrganisation, membership: ok(company(COMPANY)) },
      },
      [],
      "deletable",
    ],
    [
      "unlisted scopes are fine where the required ones are known",
      { previous: { introspection: NOT_FOUND } },
      [],
      "deletable",
    ],
    [
      "unlisted scopes of the new key prove nothing where none are declared",
      { current: { introspection: NOT_FOUND }, expectation: { requiredScopes: [] } },
      ["rotation-unproven error"],
      "needed",
    ],
    [
      "unlisted scopes prove nothing where none are declared",
      { previous: { introspection: NOT_FOUND }, expectation: { requiredScopes: [] } },
      ["rotation-unproven error"],
      "needed",
    ],
  ])("%s", (_name, given, ids, previousKey) => {
    expect(check(given)).toMatchObject({ ids, previousKey });
  });

  test("two keys with installations in the same two companies have not moved", () => {
    const both = {
      installations: installed({}, { resource: companyUrn(OTHER_COMPANY) }),
      membership: ok(company(COMPANY)),
    };
    expect(check({ previous: both, current: both })).toMatchObject({
      ids: [],
      previousKey: "deletable",
    });
  });

  test("a move is told with both companies", () => {
    const { findings } = check({ previous: ofCompany(OTHER_COMPANY) });
    expect(findings[0]?.message).toContain(
      `previous key opens ${OTHER_COMPANY} and the current one opens ${COMPANY}`,
    );
  });
});

describe("once a rotation is finished", () => {
  test.each<[string, Partial<KeyFacts>, readonly string[], PreviousKey]>([
    ["a dead old key is what is wanted", REJECTED, ["rotation-previous-gone notice"], "gone"],
    ["a living old key is an error", {}, ["rotation-previous-alive error"], "overdue"],
    [
      "a living old key that may do more than is required is an error",
      scopes("vendors:read", "users:read"),
      ["rotation-previous-alive error"],
      "overdue",
    ],
    [
      "a living old key of another company is not to be deleted yet",
      ofCompany(OTHER_COMPANY),
      ["rotation-previous-alive error", "rotation-company-changed error"],
      "needed",
    ],
    [
      "a living old key whose company is not known is not to be deleted yet",
      NAMELESS,
      ["rotation-previous-alive error", "rotation-unproven error"],
      "needed",
    ],
    [
      "an old key that does not answer is not known to be dead",
      { introspection: TIMED_OUT, installations: TIMED_OUT },
      ["rotation-unproven error"],
      "needed",
    ],
    [
      "an old key that may ask nothing is not known to be dead",
      { introspection: FORBIDDEN, installations: FORBIDDEN },
      ["rotation-unproven error"],
      "needed",
    ],
  ])("%s", (_name, previous, ids, previousKey) => {
    expect(check({ phase: "finished", previous })).toMatchObject({ ids, previousKey });
  });
});

test.each<[RotationPhase, string]>([
  ["overlap", "Do not delete the previous key yet"],
  ["finished", "Check under"],
])("what is not proven during %s comes with what to do", (phase, remedy) => {
  const previous = { introspection: TIMED_OUT, installations: TIMED_OUT };
  expect(check({ phase, previous }).findings[0]?.remedy).toContain(remedy);
});

test("of a living old key nothing else says to look whether it is gone", () => {
  const { findings } = check({ phase: "finished", previous: NAMELESS });
  expect(findings[1]?.remedy).toContain("Do not delete the previous key yet");
  expect(findings[0]?.remedy).toContain("Once nothing else fails here");
});

test.each<[string, Case, string, string]>([
  [
    "where scopes are required",
    { previous: scopes("vendors:read", "users:read") },
    "nothing that is required was lost",
    "add it to `required-scopes`",
  ],
  [
    "where two are lost",
    { previous: scopes("vendors:read", "users:read", "accounts:read") },
    "does not ask for them",
    "add them to `required-scopes`",
  ],
  [
    "where none are required",
    { previous: scopes("vendors:read", "users:read"), expectation: { requiredScopes: [] } },
    "calls that work today may be refused",
    "List what the integration needs in `required-scopes`",
  ],
])("lost scopes are told %s", (_name, given, effect, remedy) => {
  const [finding] = check(given).findings;
  expect(finding?.message).toContain(effect);
  expect(finding?.remedy).toContain(remedy);
});

test("an old key that one answer accepts and the next rejects is not known to be dead", () => {
  for (const phase of ["overlap", "finished"] as const) {
    expect(check({ phase, previous: { installations: UNAUTHORIZED } })).toMatchObject({
      ids: ["rotation-unproven error"],
      previousKey: "needed",
    });
  }
});

test.each([
  ["previous", { previous: NAMELESS }],
  ["current", { current: NAMELESS }],
] as const)("it is said that the %s key's company is not known", (which, given) => {
  expect(check(given).findings[0]?.message).toContain(
    `that the ${which} key opens the same company`,
  );
});

describe("the previous value", () => {
  const value = exampleKey();
  const current = new PleoKey(value);
  const read = (previous: string, parts: Partial<Expectation> = {}) =>
    checkPreviousFormat(previous, current, healthyExpectation(parts));

  test.each([
    ["the same key", value],
    ["the same key with a line break", `${value}\n`],
    ["the same key in quotes", `"${value}"`],
  ])("may not be %s", (_name, previous) => {
    expect(read(previous)).toMatchObject({ findings: [{ id: "rotation-same-key" }] });
    expectReadable(read(previous).findings);
    expect(read(previous).key).toBeUndefined();
  });

  test.each([
    ["another key", exampleKey()],
    ["a value of another shape", "some-other-shape-wxyz-1234"],
  ])("may be %s", (_name, previous) => {
    expect(read(previous).findings).toEqual([]);
    expect(read(previous).key?.reveal()).toBe(previous);
  });

  test.each([
    ["nothing", "", "it is empty"],
    ["another key with a line break", `${exampleKey()}\n`, "something stands around or inside it"],
    ["a placeholder", "<your-key>", "it is a placeholder"],
    [
      "another product's secret",
      `ghp_${"a1B2c3D4e5F6".repeat(3)}`,
      "it is another product's secret",
    ],
    ["a token", `eyJ${"a1B2".repeat(5)}.eyJ${"c3D4".repeat(5)}.e5F6`, "it is a token"],
  ])("is not sent when it is %s", (_name, previous, what) => {
    const { findings } = read(previous);
    expect(findings).toMatchObject([{ id: "rotation-previous-unusable" }]);
    expect(findings[0]?.message).toContain(what);
    expectReadable(findings);
    // Advice for a stored key would have the old one stored over the new one.
    expect(findings[0]?.remedy).not.toContain("gh secret set");
    expect(read(previous).key).toBeUndefined();
  });
});

test.each<RotationPhase>(["overlap", "finished"])(
  "while %s, a rejected value that is not of the shape of keys proves nothing: it may be mistyped",
  (phase) => {
    const { ids, previousKey } = check({ phase, previous: REJECTED, hasKnownShape: false });
    expect(ids).toEqual(["rotation-unproven error"]);
    expect(previousKey).toBe("needed");
    expect(check({ phase, hasKnownShape: false }).ids).not.toContain("rotation-unproven error");
  },
);
