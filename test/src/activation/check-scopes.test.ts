import { describe, expect, test } from "vitest";
import { checkScopes, listScopes } from "../../../src/activation/check-scopes.ts";
import type { KeyFacts } from "../../../src/activation/key-facts.ts";
import type { Answer } from "../../../src/ports.ts";
import { expectReadable } from "./expect-readable.ts";
import {
  FORBIDDEN,
  NONSENSE,
  NOT_FOUND,
  TIMED_OUT,
  UNAUTHORIZED,
  healthyExpectation,
  healthyFacts,
  introspected,
  ok,
} from "../../support/pleo-answers.ts";

interface Case {
  readonly granted?: readonly string[];
  readonly required: readonly string[];
  readonly probes?: KeyFacts["probes"];
}

function check({ granted, required, probes = {} }: Case) {
  const introspection = granted === undefined ? NOT_FOUND : introspected({ scopes: granted });
  const result = checkScopes(
    healthyFacts({ introspection, probes }),
    healthyExpectation({ requiredScopes: required }),
  );
  expectReadable(result.findings);
  return {
    ...result,
    ids: result.findings.map(({ id, inconclusive }) => (inconclusive ? `${id}?` : id)),
  };
}

describe("checkScopes", () => {
  test.each<[string, Case]>([
    ["exactly what is required", { granted: ["vendors:read"], required: ["vendors:read"] }],
    [
      "an alias of what is required",
      { granted: ["tag-group:read"], required: ["tag-groups:read"] },
    ],
    ["what an alias requires", { granted: ["tag-groups:write"], required: ["tag-group:write"] }],
    [
      "what is required twice",
      { granted: ["vendors:read"], required: ["vendors:read", "vendors:read"] },
    ],
    [
      "a scope granted twice",
      { granted: ["vendors:read", "vendors:read"], required: ["vendors:read"] },
    ],
    ["a scope of a name unheard of", { granted: ["moons:read"], required: ["moons:read"] }],
    [
      "no list, but every read allowed",
      {
        required: ["vendors:read", "users:read"],
        probes: { "vendors:read": ok(null), "users:read": ok(null) },
      },
    ],
  ])("is content, without a word, with %s", (_name, given) => {
    expect(check(given)).toMatchObject({ ids: [], proven: true, missing: [], excess: [] });
  });

  test.each<[string, Case, readonly string[]]>([
    [
      "the read that needs it is forbidden",
      { granted: [], required: ["vendors:read"], probes: { "vendors:read": FORBIDDEN } },
      ["vendors:read"],
    ],
    [
      "there is no list and the read is forbidden",
      { required: ["users:read"], probes: { "users:read": FORBIDDEN } },
      ["users:read"],
    ],
    [
      "it is required by its alias",
      {
        granted: ["vendors:read"],
        required: ["tag-group:read", "vendors:read"],
        probes: { "tag-groups:read": FORBIDDEN },
      },
      ["tag-groups:read"],
    ],
    [
      "neither list nor search has accounting entries",
      {
        granted: [],
        required: ["accounting-entries:read"],
        probes: { "accounting-entries:read": FORBIDDEN },
      },
      ["accounting-entries:read"],
    ],
  ])("calls a scope missing when %s", (_name, given, missing) => {
    const result = check(given);
    expect(result).toMatchObject({ ids: ["scope-missing"], proven: false, missing });
    expect(result.findings[0]?.message).toContain(`lacks ${missing[0] ?? ""}, which is needed to`);
  });

  test.each<[string, string, Answer<null> | undefined, readonly string[] | undefined]>([
    ["a writing scope that is not listed", "vendors:write", undefined, []],
    ["a scope unheard of that is not listed", "moons:read", undefined, []],
    ["a reading scope that was not tried", "vendors:read", undefined, []],
    ["a writing scope without a list", "vendors:write", undefined, undefined],
    ["a read that Pleo was too busy for", "vendors:read", TIMED_OUT, []],
    ["a read that was not understood", "vendors:read", NONSENSE, []],
    ["a read that was refused as wrong", "vendors:read", { kind: "refused", status: 400 }, []],
    ["a read that wants no key", "vendors:read", UNAUTHORIZED, []],
    ["a search that answers 404", "vendors:read", NOT_FOUND, []],
    [
      "a refused search of accounting entries without a list",
      "accounting-entries:read",
      FORBIDDEN,
      undefined,
    ],
  ])("stays unknown on %s", (_name, scope, answer, granted) => {
    const probes = answer === undefined ? {} : { [scope]: answer };
    const result = check({
      required: [scope],
      probes,
      ...(granted === undefined ? {} : { granted }),
    });
    expect(result).toMatchObject({ ids: ["scope-unverifiable?"], proven: false, missing: [] });
  });

  test("a scope that is not listed, and works all the same, is granted under another name", () => {
    const given = {
      granted: ["export:read"],
      required: ["export-jobs:read"],
      probes: { "export-jobs:read": ok(null) },
    };
    expect(check(given)).toMatchObject({
      ids: ["scope-unlisted", "scope-excess"],
      proven: true,
      excess: ["export:read"],
    });
  });

  test("what is granted beyond the required is a warning", () => {
    const result = check({
      granted: ["vendors:write", "vendors:read", "users:read"],
      required: ["vendors:read"],
    });
    expect(result).toMatchObject({
      ids: ["scope-excess"],
      proven: true,
      excess: ["vendors:write", "users:read"],
    });
    expect(result.findings[0]).toMatchObject({ severity: "warning" });
    expect(result.findings[0]?.message).toContain(
      "also has vendors:write, users:read, which nothing here requires:",
    );
  });

  test("no list by a credential that is no API key counts", () => {
    const introspection = introspected({ authMethod: "NONE", scopes: ["vendors:read"] });
    const result = checkScopes(healthyFacts({ introspection }), healthyExpectation());
    expect(result.proven).toBe(false);
    expect(result.granted).toBeUndefined();
  });

  test("requiring nothing is said, and proves something only where the list is known", () => {
    const listed = check({ granted: ["vendors:read"], required: [] });
    expect(listed).toMatchObject({ ids: ["scopes-not-declared"], proven: true, excess: [] });
    expect(listed.findings[0]?.message).toContain("the key has vendors:read");
    const unlisted = check({ required: [] });
    expect(unlisted).toMatchObject({ ids: ["scopes-not-declared"], proven: false });
    expect(unlisted.findings[0]?.message).toContain("the key has scopes that could not be read");
    const bare = check({ granted: [], required: [] });
    expect(bare.findings[0]?.message).toContain("the key has none");
    expect(bare.proven).toBe(false);
  });

  test.each(["constructor", "__proto__", "toString"])(
    "the scope name %s finds no inherited answer",
    (scope) => {
      expect(check({ granted: [], required: [scope] }).ids).toEqual(["scope-unverifiable?"]);
    },
  );
});

test("a granted list without letter case or order in it is still one list", () => {
  const result = check({ granted: ["b:read", "a:read", "b:read"], required: ["a:read"] });
  expect(result.granted).toEqual(["b:read", "a:read"]);
});

test("a scope that works unlisted may be the one that looks like excess, and that is said", () => {
  const given = {
    granted: ["vendor:read"],
    required: ["vendors:read"],
    probes: { "vendors:read": ok(null) },
  };
  expect(check(given).findings[1]?.message).toContain(
    "also has vendor:read, which nothing here requires, unless one of them is another name of vendors:read",
  );
});

test.each<[string, Case, string]>([
  [
    "asking again may help",
    { granted: [], required: ["vendors:read"], probes: { "vendors:read": TIMED_OUT } },
    "Run the check again",
  ],
  [
    "nothing more can be asked",
    { granted: [], required: ["vendors:write"] },
    "lower `scope-unverifiable` in `severities`",
  ],
  [
    "asking again would be answered alike",
    {
      granted: [],
      required: ["vendors:read"],
      probes: { "vendors:read": { kind: "refused", status: 400 } },
    },
    "lower `scope-unverifiable` in `severities`",
  ],
  ["it was not tried", { granted: [], required: ["vendors:read"] }, "Settle the other findings"],
])("what is not verified comes with what to do: %s", (_name, given, remedy) => {
  expect(check(given).findings[0]?.remedy).toContain(remedy);
});

test.each<[string, string]>([
  ["vendors:write", "no harmless read can tell"],
  ["moons:read", "no harmless read can tell"],
  ["vendors:read", "the harmless read that tells was not tried"],
])("of %s it is not said that what was not tried could not tell", (scope, problem) => {
  expect(check({ granted: [], required: [scope] }).findings[0]?.message).toContain(problem);
});

test.each<[string, Case, string]>([
  [
    "without a list",
    { required: ["vendors:write"] },
    "there is no list of scopes, and no harmless read can tell",
  ],
  [
    "with a list",
    { granted: [], required: ["vendors:write"] },
    "introspection does not list it, and no harmless read can tell",
  ],
  [
    "after a read",
    { granted: [], required: ["vendors:read"], probes: { "vendors:read": TIMED_OUT } },
    "introspection does not list it, and the harmless read that tells gave no answer in time",
  ],
])("why a scope stays unknown is told %s", (_name, given, problem) => {
  expect(check(given).findings[0]?.message).toContain(problem);
});

test("a scope of unknown purpose is missing without empty words", () => {
  const [finding] = check({ granted: [], required: ["moons:read"] }).findings;
  expect(finding?.message).toContain("whether the key has moons:read: introspection");
});

test.each([
  [["vendors:read", "users:read"], "needs it, add it to `required-scopes`; if not, make a new key"],
  [["vendors:read", "users:read", "accounts:read"], "needs them, add them to"],
])("what is beyond the required is told in its number: %j", (granted, remedy) => {
  expect(check({ granted, required: ["vendors:read"] }).findings[0]?.remedy).toContain(remedy);
});

describe("listScopes", () => {
  test.each<[readonly string[], string]>([
    [[], "none"],
    [["users:read"], "users:read"],
    [["Vendors:Read"], "one scope of unusual name"],
    [["users:read", "::error::<b>"], "users:read and 1 more"],
    [["<b>users:read"], "one scope of unusual name"],
    [["users:read<b>"], "one scope of unusual name"],
    [["\u001b[1m", "a b"], "2 scopes of unusual names"],
    [
      Array.from({ length: 14 }, (_, index) => `${"abcdefghijklmn".charAt(index)}:read`),
      "a:read, b:read, c:read, d:read, e:read, f:read, g:read, h:read, i:read, j:read, k:read, l:read and 2 more",
    ],
  ])("shows of %j only what is a scope", (scopes, text) => {
    expect(listScopes(scopes)).toBe(text);
  });
});
