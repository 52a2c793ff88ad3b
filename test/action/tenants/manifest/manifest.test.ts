import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { readManifest, type ReadManifest } from "../../../../action/tenants/manifest/manifest.ts";
import type { Tenant } from "../../../../src/tenancy/tenant.ts";
import { cpuTimeOf } from "../../../support/cpu-time.ts";
import { exampleKey } from "../../../support/keys.ts";
import { COMPANY, manifestOf, MANIFESTS } from "./manifest-table.ts";

const LIMITS = { warnBeforeDays: 30, failBeforeDays: 7, maxLifetimeDays: 365 };

function read(text: string): ReadManifest {
  return readManifest(text, LIMITS);
}

function tenantsOf(text: string): readonly Tenant[] {
  const manifest = read(text);
  if (manifest.kind === "refused") throw new Error(JSON.stringify(manifest.problems));
  return manifest.tenants;
}

/** Each as `line:column message`. */
function problemsOf(text: string): readonly string[] {
  const manifest = read(text);
  return manifest.kind === "read"
    ? []
    : manifest.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const WRITERS: Readonly<Record<string, (manifest: unknown) => string>> = {
  "JSON of one line": (manifest) => JSON.stringify(manifest),
  "JSON of many lines": (manifest) => JSON.stringify(manifest, null, 2),
  YAML: (manifest) => stringify(manifest),
  "YAML with lists in the margin": (manifest) => stringify(manifest, { indentSeq: false }),
  "YAML with the names in order": (manifest) => stringify(manifest, { sortMapEntries: true }),
  "YAML as Windows writes it": (manifest) =>
    `\uFEFF${stringify(manifest).replaceAll("\n", "\r\n")}`,
  "YAML in flow": (manifest) => stringify(manifest, { collectionStyle: "flow" }),
};

describe.each(Object.entries(WRITERS))("as %s", (_writer, write) => {
  test.each(MANIFESTS.map((it) => [it.name, it] as const))("%s", (_, manifestCase) => {
    const manifest = manifestOf(manifestCase);
    const found = read(write(manifest));
    const messages = found.kind === "read" ? [] : found.problems.map(({ message }) => message);
    const { problems = [] } = manifestCase;
    expect(messages).toHaveLength(problems.length);
    for (const problem of problems) {
      expect(messages).toContainEqual(expect.stringMatching(problem));
    }
    expect(found.kind).toBe(problems.length === 0 ? "read" : "refused");
  });
});

const EXPIRY = { warnBeforeDays: 30, failBeforeDays: 7, maxLifetimeDays: 365 };

describe("what is read", () => {
  test("is a tenant with what a tenant usually is", () => {
    const text = "version: 1\ntenants:\n  - id: acme\n    key: { secret: acme }\n";
    expect(tenantsOf(text)).toEqual([
      {
        id: "acme",
        key: { kind: "secret", name: "acme" },
        rotation: "overlap",
        expectation: {
          kind: "integrated",
          environment: "production",
          requiredScopes: [],
          expiry: EXPIRY,
        },
        line: 3,
      },
    ]);
  });

  test("is all that is written", () => {
    const all = MANIFESTS.find(({ name }) => name.startsWith("everything"));
    if (all === undefined) throw new Error("There is no such manifest.");
    expect(tenantsOf(stringify(manifestOf(all)))).toEqual([
      {
        id: "acme",
        owner: "Team Payments <payments@example.com>",
        key: { kind: "env", name: "ACME_KEY" },
        previousKey: { kind: "file", path: "$RUNNER_TEMP/keys.json", name: "acme/old" },
        rotation: "finished",
        expectation: {
          kind: "standalone",
          environment: "staging",
          companyId: COMPANY,
          requiredScopes: ["vendors:read", "employees:read"],
          expiry: {
            ...EXPIRY,
            expiresOn: "2027-01-31",
            createdOn: "2026-01-31T12:30:00+01:00",
            keyHint: "0a1b",
          },
        },
        line: 3,
      },
    ]);
  });

  test.each(["before", "behind"])("has defaults that stand %s the tenants", (where) => {
    const defaults = "defaults: { kind: standalone, required-scopes: [vendors:read] }\n";
    const tenants = `tenants:
  - { id: a, key: { env: A } }
  - { id: b, key: { env: B }, kind: integrated, required-scopes: [employees:read] }
`;
    const text = where === "before" ? defaults + tenants : tenants + defaults;
    const told = tenantsOf(`${text}version: 1\n`).map(({ expectation, line }) => [
      expectation.kind,
      expectation.requiredScopes,
      line,
    ]);
    expect(told).toEqual([
      ["standalone", ["vendors:read"], where === "before" ? 3 : 2],
      ["integrated", ["employees:read"], where === "before" ? 4 : 3],
    ]);
  });

  test.each([
    "inside a tenant",
    "in the defaults",
    "in a tenant, and be used behind them",
    "in a name of its own",
  ])("follows anchors and merges, which may stand %s", (where) => {
    const scopes = "[vendors:read]";
    const text = {
      "inside a tenant": `version: 1
tenants:
  - &base
    id: a
    key: { env: A }
    required-scopes: &scopes ${scopes}
  - <<: *base
    id: b
    key: { env: B }
  - { id: c, key: { env: C }, required-scopes: *scopes }
`,
      "in the defaults": `version: 1
defaults:
  required-scopes: &scopes ${scopes}
tenants:
  - { id: a, key: { env: A } }
  - { id: b, key: { env: B }, required-scopes: *scopes }
  - { id: c, key: { env: C }, required-scopes: *scopes }
`,
      "in a tenant, and be used behind them": `version: 1
tenants:
  - { id: a, key: { env: A }, required-scopes: &scopes ${scopes} }
  - { id: b, key: { env: B } }
  - { id: c, key: { env: C } }
defaults:
  required-scopes: *scopes
`,
      "in a name of its own": `tenants:
- id: a
  key: &key { file: keys.json, name: a }
  required-scopes: [vendors:read]
- id: b
  key: { <<: *key, name: b }
  required-scopes: [vendors:read]
- id: c
  key: { <<: [*key], name: c }
  required-scopes: [vendors:read]
version: 1
`,
    }[where];
    const tenants = tenantsOf(text ?? "");
    expect(tenants.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    for (const { expectation } of tenants) {
      expect(expectation.requiredScopes).toEqual(["vendors:read"]);
    }
  });
});

describe("every problem at once", () => {
  test("each with its line and column, in order", () => {
    const text = `version: 2
tenants:
  - id: acme
    key: acme
    enviroment: staging
  - key: { env: 1X }
  # A note.
  - id: globex
    key:
      secret: globex
    expires-on: soon
colour: red
`;
    expect(problemsOf(text)).toEqual([
      "1:10 `version` must be 1",
      expect.stringMatching(/^4:10 `key` must say where the key is kept/),
      "5:5 this name is not known; `environment` may be meant",
      "6:5 a tenant must have `id`",
      "6:17 `env` must be the name of an environment variable",
      expect.stringMatching(/^11:17 `expires-on` must be a date/),
      expect.stringMatching(/^12:1 this name is not known here/),
    ]);
  });

  test("in JSON as well", () => {
    const text = '{\n  "version": 1,\n  "tenants": [\n    {"id": "a b", "key": {"env": "A"}}]}';
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^4:12 `id` must be/)]);
  });

  test("a tenant that is no YAML hides no other problem", () => {
    const text = `version: 1
tenants:
  - id: "acme
    key: { env: A }
  - id: b c
    key: { env: B }
  - id: c
    key: { env: C
  - id: d
    key: {}
`;
    expect(problemsOf(text).map((problem) => problem.split(" ", 1)[0])).toEqual([
      "4:20",
      "5:9",
      "8:18",
      "10:10",
    ]);
  });

  test("what an anchor says wrongly is said once", () => {
    const text = `version: 1
tenants:
  - { id: a, key: { env: A }, required-scopes: &s [vendors] }
  - { id: b, key: { env: B }, required-scopes: *s }
`;
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^3:52 `required-scopes` must/)]);
  });

  test("names that stand twice", () => {
    const text = `version: 1
version: 1
tenants:
  - id: a
    id: b
    key: { env: A, env: B }
tenants: []
`;
    expect(problemsOf(text)).toEqual([
      "2:1 `version` stands here twice",
      "5:5 `id` stands here twice",
      "6:20 `env` stands here twice",
      "7:1 `tenants` stands here twice",
    ]);
  });

  test.each([
    ["the same", "a", "a"],
    ["the same but for capitals", "Acme", "aCME"],
  ])("ids that are %s", (_, one, other) => {
    const text = `version: 1
tenants:
  - { id: ${one}, key: { env: A } }
  - { id: b, key: { env: B } }
  - { id: ${other}, key: { env: C } }
`;
    expect(problemsOf(text)).toEqual([
      "5:11 `id` is the same, but for upper and lower case, as that of the tenant of line 3",
    ]);
  });

  test.each<[string, string, string, boolean]>([
    ["one variable", "{ env: A }", "{ env: A }", true],
    ["two variables", "{ env: A }", "{ env: a }", false],
    ["one name", "{ secret: A }", "{ secret: A }", true],
    ["a variable and a name", "{ env: A }", "{ secret: A }", false],
    ["one file", "{ file: a }", "{ file: a }", true],
    ["one file, written differently", "{ file: ./k//a }", '{ file: "k\\\\a" }', true],
    ["one file and two names", "{ file: a, name: x }", "{ file: a, name: y }", false],
    ["one file and one name", "{ file: a, name: x }", "{ file: a, name: x }", true],
    ["one file, whole and by a name", "{ file: a, name: x }", "{ file: a }", false],
  ])("keys kept in %s", (_, one, other, isSame) => {
    const text = `version: 1\ntenants:\n  - { id: a, key: ${one} }\n  - { id: b, key: ${other} }\n`;
    const problem = "4:19 `key` is kept where the key is of the tenant of line 3";
    expect(problemsOf(text)).toEqual(isSame ? [problem] : []);
    const rotating = `version: 1\ntenants:\n  - { id: a, key: ${one}, previous-key: ${other} }\n`;
    expect(problemsOf(rotating)).toHaveLength(isSame ? 1 : 0);
  });

  test("as many as there are", () => {
    const tenants = Array.from({ length: 500 }, (_, index) => `  - { id: t${index} }\n`).join("");
    expect(problemsOf(`version: 1\ntenants:\n${tenants}`)).toHaveLength(500);
  });
});

describe("what is no manifest", () => {
  test.each<[string, string, RegExp]>([
    ["nothing", "", /^1:1 a manifest must be a mapping/],
    ["a comment", "# tenants\n", /^1:1 a manifest must be a mapping/],
    ["a list", "- id: a\n", /^1:1 a manifest must be a mapping/],
    ["a bracket", "{", /^1:2 a quote, bracket, comma or colon is missing/],
    ["a tab", "version: 1\ntenants:\n\t- id: a\n", /^3:1 a tab/],
    ["two documents", "version: 1\ntenants: []\n---\nversion: 1\n", /^3:1 a second document/],
    ["a tag", "version: 1\ntenants: !vault []\n", /^2:10 this has a tag/],
    ["an anchor that is not there", "version: 1\ntenants: *a\n", /^2:10 this names an anchor/],
    ["a name that is a list", "[a]: 1\nversion: 1\ntenants: []\n", /^1:1 this name is no text/],
    ["a merge of a list", "version: 1\n<<: [[]]\ntenants: []\n", /merges what is no mapping/],
    ["brackets without end", "[".repeat(100_000), /nested too deeply|missing/],
    ["objects without end", '{"a":'.repeat(100_000), /nested too deeply|missing/],
    ["JSON that goes too deep", `{"a":${"[".repeat(200)}${"]".repeat(200)}}`, /nested too deeply/],
  ])("%s", (_, text, problem) => {
    expect(problemsOf(text).join("\n")).toMatch(problem);
  });

  test("an anchor that multiplies itself", () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `x${level + 1}: &x${level + 1} [${Array(10).fill(`*x${level}`).join(", ")}]`,
    );
    const text = `x0: &x0 [a, b, c]\n${levels.join("\n")}\nversion: 1\ntenants: []\n`;
    const time = cpuTimeOf(() => {
      expect(problemsOf(text).join("\n")).toMatch(/this makes the manifest too large/);
    });
    expect(time).toBeLessThan(5000);
  });

  test("merges that multiply themselves", () => {
    const many = Array.from({ length: 5000 }, (_, index) => `  n${index}: 1`).join("\n");
    const merges = Array.from({ length: 1000 }, (_, index) => `m${index}: { <<: *a }`).join("\n");
    const text = `a: &a\n${many}\n${merges}\nversion: 1\ntenants: []\n`;
    expect(problemsOf(text).join("\n")).toMatch(/this makes the manifest too large/);
  });
});

describe("a key that is written into the manifest", () => {
  const base64 = (text: string): string => Buffer.from(text).toString("base64");
  const escaped = (text: string): string =>
    Array.from(text, (it) => `\\x${it.charCodeAt(0).toString(16).padStart(2, "0")}`).join("");
  const folded = (key: string): string => `"${key.slice(0, 12)}\\\n        ${key.slice(12)}"`;
  const unicode = (text: string): string =>
    Array.from(text, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");

  test.each<[string, (key: string) => string, number]>([
    ["as the key", (key) => `  - { id: a, key: ${key} }`, 3],
    ["as the place of the key", (key) => `  - { id: a, key: { env: ${key} } }`, 3],
    ["as the name of the key", (key) => `  - { id: a, key: { secret: ${key} } }`, 3],
    ["as the id", (key) => `  - id: ${key}\n    key: { env: A }`, 3],
    ["as the owner", (key) => `  - { id: a, key: { env: A }, owner: ${key} }`, 3],
    ["as a name", (key) => `  - { id: a, key: { env: A }, ${key}: 1 }`, 3],
    ["in a comment", (key) => `  # ${key}\n  - { id: a, key: { env: A } }`, 3],
    ["in an anchor", (key) => `  - { id: a, key: &${key} { env: A } }`, 3],
    ["in base64", (key) => `  - { id: a, key: { env: A }, owner: ${base64(key)} }`, 3],
    ["in hex escapes", (key) => `  - { id: a, key: { env: A }, owner: "${escaped(key)}" }`, 3],
    ["over two lines", (key) => `  - id: a\n    key: { env: A }\n    owner: ${folded(key)}`, 5],
    ["as an escaped name", (key) => `  - { id: a, key: { env: A }, "${escaped(key)}": 1 }`, 3],
  ])("%s is refused and not shown", (_, write, line) => {
    const key = exampleKey();
    const text = `version: 1\ntenants:\n${write(key)}\n`;
    const problems = problemsOf(text);
    expect(problems.join("\n")).toMatch(
      new RegExp(`^${line}:\\d+ a Pleo key is written here`, "m"),
    );
    expect(problems.join("\n")).not.toContain(key.slice(4, 12));
    expect(problems.join("\n")).not.toContain(key.slice(-4));
  });

  test("in escapes beside the tenants is refused", () => {
    const text = `version: 1\n"${escaped(exampleKey())}": 1\ntenants:\n  - { id: a, key: { env: A } }\n`;
    expect(problemsOf(text).join("\n")).toMatch(/^2:1 a Pleo key is written here/m);
  });

  test("that is plainly made up is no id all the same", () => {
    const madeUp = exampleKey({ body: "0".repeat(32), tail: "0".repeat(6) });
    const text = `version: 1\ntenants:\n  - { id: ${madeUp}, key: { env: A } }\n`;
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^3:11 `id` must be/)]);
  });

  test("in JSON's escapes is refused", () => {
    const text = `{"version": 1, "tenants": [{"id": "a", "key": {"env": "A"}, "owner": "${unicode(exampleKey())}"}]}`;
    expect(problemsOf(text).join("\n")).toMatch(/^1:\d+ a Pleo key is written here/m);
  });

  test("in a tenant that is no YAML is refused", () => {
    const text = `version: 1\ntenants:\n  - { id: a, key: "${exampleKey()}\n`;
    expect(problemsOf(text).join("\n")).toMatch(/^3:20 a Pleo key is written here/m);
  });
});

test("no problem repeats what is written", () => {
  const word = "Xq7secretWord";
  const texts = [
    `version: ${word}\ntenants: ${word}\n${word}: 1\n`,
    `version: 1\ntenants:\n  - ${word}\n  - { id: "${word} x", key: { ${word}: 1 }, ${word}: 2 }\n`,
    `version: 1\ntenants:\n  - { id: a, key: { file: ../${word} }, kind: ${word}, owner: "${word}\n`,
    `version: 1\ntenants:\n  - *${word}\n  - !${word} x\n  - ${word}: ${word}: ${word}\n`,
    `{"version": "${word}", "${word}": "${word}", "tenants": [{"id": "${word} x"}]}`,
    `%${word}\n---\n${word}\n...\n${word}: "${word}`,
  ];
  for (const text of texts) {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join("\n")).not.toContain(word);
  }
});

/** What a manifest looks like around and inside its tenants, in ways that make cutting them apart hard. */
const arbitraryItem = fc
  .record({
    id: fc.constantFrom("id: acme", 'id: "acme"', "id: 'a'", "id: a b", "id: &x acme", "id: *x"),
    owner: fc.constantFrom(
      "",
      "owner: a # - id: b",
      "owner: |\n  - id: x\n  tenants:",
      "owner: >-\n  a\n\n  - b",
      'owner: "a\n  - b"',
      "owner: a\n  - b",
      "owner: [a,\n  b]",
      "# - id: c",
      "# tenants:\n\n",
      "\n",
    ),
    gap: fc.constantFrom("", "\n", "# x\n", "  # x\n", "    \n"),
  })
  .map(({ id, owner, gap }) => ({ lines: [id, owner, "key: { env: A }"].join("\n"), gap }));

const arbitraryText = fc
  .record({
    head: fc.constantFrom("version: 1\n", "---\nversion: 1\n", "# tenants:\n", ""),
    name: fc.constantFrom("tenants:\n", "tenants: # x\n", "tenants:\n\n# y\n", "tenants:   \n"),
    indent: fc.constantFrom("", "  ", "    "),
    items: fc.array(arbitraryItem, { minLength: 1, maxLength: 5 }),
    tail: fc.constantFrom("", "version: 1\n", "# end\n", "defaults:\n  kind: standalone\n", "x"),
    lineBreak: fc.constantFrom("\n", "\r\n"),
  })
  .map(({ head, name, indent, items, tail, lineBreak }) => {
    const list = items.map(
      ({ lines, gap }) => `${indent}- ${lines.replaceAll("\n", `\n${indent}  `)}\n${gap}`,
    );
    return (head + name + list.join("") + tail).replaceAll("\n", lineBreak);
  });

test("tenants that are read one by one are those that are read at once", () => {
  const seen = { good: 0, bad: 0 };
  fc.assert(
    fc.property(arbitraryText, (text) => {
      const together = read(`%YAML 1.2\n---\n${text.replace(/^---\r?\n/, "")}`);
      const oneByOne = read(text);
      expect(oneByOne.kind).toBe(together.kind);
      if (oneByOne.kind === "refused" || together.kind === "refused") {
        seen.bad += 1;
        return;
      }
      seen.good += 1;
      const withoutLine = ({ line, ...rest }: Tenant): unknown => ({ ...rest, isLine: line > 0 });
      expect(oneByOne.tenants.map(withoutLine)).toEqual(together.tenants.map(withoutLine));
    }),
    { numRuns: 1000 },
  );
  expect(seen.bad).toBeGreaterThan(0);
});

test("ten thousand tenants are read in little time and little memory", () => {
  const tenants = Array.from(
    { length: 10_000 },
    (_, index) =>
      `  - id: tenant-${index}\n    owner: team-${index}@example.com\n    key:\n      secret: tenant-${index}\n    company-id: ${COMPANY}\n    expires-on: 2027-01-31\n    required-scopes:\n      - vendors:read\n`,
  );
  const text = `version: 1\ntenants:\n${tenants.join("")}`;
  const time = cpuTimeOf(() => {
    const found = tenantsOf(text);
    expect(found).toHaveLength(10_000);
    expect(found.at(-1)?.line).toBe(2 + 9_999 * 8 + 1);
  });
  // Alone and on a quiet machine it takes a tenth of this.
  expect(time).toBeLessThan(15_000);
});
