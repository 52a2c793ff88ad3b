import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExpression } from "../../../../action/scan/workflow/expression/parse.ts";
import { findExpressions } from "../../../../action/scan/workflow/expression/find.ts";
import { readCommands } from "../../../../action/scan/workflow/script/commands.ts";
import { auditWorkflows } from "../../../../action/scan/workflow/workflow-audit.ts";
import { readYaml } from "../../../../action/scan/workflow/yaml-tree.ts";
import { anyCharacter } from "../../../support/arbitrary-texts.ts";
import { cpuTimeOf, growthOf } from "../../../support/cpu-time.ts";
import { exampleKey } from "../../../support/keys.ts";
import { audit, expectMarks, FILE, placesOf, script, steps, toFiles } from "./audit-yaml.ts";

const KEY = "${{ secrets.PLEO_API_KEY }}";

describe("a file that is strange, and read right", () => {
  const SIMPLE = steps(`
- run: echo "$PLEO_API_KEY" # expect: secret-in-script
  env:
    PLEO_API_KEY: ${KEY}
`);
  test.each([
    ["line ends of Windows", SIMPLE.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${SIMPLE}`],
    ["a beginning of the document", `---\n${SIMPLE}`],
    ["an end of the document", `${SIMPLE}...\n`],
    ["on as a boolean", SIMPLE.replace("on: push", "%YAML 1.1\n---\non: push")],
    [
      "quoted keys",
      SIMPLE.replace("jobs:", '"jobs":').replace("- run:", "- 'run':").replace("env:", '"env":'),
    ],
    ["spaces behind", SIMPLE.replaceAll("\n", "  \n")],
    ["comments between", SIMPLE.replaceAll("\n", "\n# pleo\n")],
    [
      "a merge key",
      SIMPLE.replace("jobs:", `x: &env { PLEO_API_KEY: "${KEY}" }\njobs:`).replace(
        / {10}PLEO_API_KEY: .*/,
        "          <<: *env",
      ),
    ],
    [
      "an alias",
      SIMPLE.replace("jobs:", `x: &env { PLEO_API_KEY: "${KEY}" }\njobs:`).replace(
        /env:\n {10}PLEO_API_KEY: .*/,
        "env: *env",
      ),
    ],
    ["flow style", `{on: push, jobs: {a: {steps: [{run: 'echo "$K"', env: {K: "${KEY}"}}]}}}`],
    ["a tag", SIMPLE.replace("PLEO_API_KEY: ", "PLEO_API_KEY: !!str ")],
  ])("%s", (_name, text) => {
    const [finding, ...more] = audit({ [FILE]: text });
    expect(more).toEqual([]);
    expect(finding?.id).toBe("workflow-secret-in-script");
    const line = text.split("\n").findIndex((each) => each.includes("echo")) + 1;
    expect(finding?.where).toEqual({ file: FILE, line });
  });

  test.each([
    ["a block", script('\n\necho 1\necho "$PLEO_API_KEY" # expect: secret-in-script')],
    [
      "a block without its last break",
      script('echo "$PLEO_API_KEY" # expect: secret-in-script').replace("run: |", "run: |-"),
    ],
    [
      "a block with a comment",
      script('echo "$PLEO_API_KEY" # expect: secret-in-script').replace("run: |", "run: | # why"),
    ],
    [
      "a folded block",
      steps(
        `- run: >-\n    echo one\n\n    printf $K # expect: secret-in-script\n  env:\n    K: ${KEY}`,
      ),
    ],
  ])("the line in %s", (_name, text) => {
    expectMarks({ [FILE]: text });
  });
});

describe("a file that cannot be read", () => {
  test.each([
    ["tabs", "jobs:\n\tpleo: 1", 2],
    ["a key twice", "on: push\njobs: {}\njobs: {} # pleo", 3],
    ["several documents", "on: push # pleo\n---\non: push", 2],
    ["an anchor that is not there", "on: push\njobs: *pleo", 2],
    ["a circle", "jobs: &pleo\n  a: *pleo", 2],
    ["a mapping as a key", "? {a: pleo}\n: 1", 1],
    ["an open bracket", "on: [push # pleo", 1],
    ["an open quotation mark", 'on: "pleo', 1],
    ["no end of depth", `x: pleo\ny: ${"[".repeat(200)}${"]".repeat(200)}`, 2],
    ["no end of depth that the parser survives", `x: pleo\ny: ${"[".repeat(50_000)}`, 2],
    ["merging what is no mapping", "x: &x [1]\ny:\n  <<: *x # pleo", 1],
  ])("%s", (_name, text, line) => {
    const findings = audit({ [FILE]: text });
    expect(placesOf(findings)).toEqual([`${FILE}:${line} workflow-unreadable`]);
    expect(findings[0]?.inconclusive).toBe(true);
  });

  test.each([
    ["says nothing of Pleo", "jobs:\n\temployee: 1\n\tsimpleOne: 2"],
    ["is empty", ""],
    ["is a comment about Pleo", "# pleo"],
    ["is a text about Pleo", "pleo"],
    ["is a list", "- pleo"],
    ["has jobs that are none", "jobs: pleo"],
    ["has steps that are none", "jobs:\n  a:\n    steps: pleo"],
    ["has settings that are none", `jobs:\n  a:\n    env: ${KEY}\n    steps:\n      - ${KEY}`],
    ["has nothing where something is", "on:\njobs:\n  pleo:\n    steps:\n      -\n"],
  ])("is not told of where it %s", (_name, text) => {
    expect(audit({ [FILE]: text })).toEqual([]);
  });

  test("is told of where reading it was refused", () => {
    const file = { path: FILE, text: "", problem: "it is a link" };
    const { findings, seen } = auditWorkflows([file], { guard: {} });
    expect(findings[0]?.message).toBe(
      "The file could not be read: it is a link, so it is not known what it does with the key.",
    );
    expect(seen).toBe("0 workflows and 1 file that could not be read");
  });
});

describe("what was seen", () => {
  test.each([
    [{ a: "on: push" }, "1 workflow"],
    [{}, "0 workflows"],
    [{ a: "", b: "", "action.yml": "" }, "2 workflows and 1 action"],
    [
      { a: "", "x/action.yaml": "", "action.yml": "", b: "pleo: [" },
      "1 workflow, 2 actions and 1 file that could not be read",
    ],
  ])("%o is %s", (files, seen) => {
    expect(auditWorkflows(toFiles(files), { guard: {} }).seen).toBe(seen);
  });
});

const PIECES = [
  "jobs:",
  "\n",
  "  ",
  "- ",
  "run: ",
  "env:",
  "PLEO_API_KEY",
  KEY,
  "${{",
  "}}",
  "'",
  '"',
  "$",
  "{",
  "}",
  "(",
  ")",
  "$(",
  "`",
  "|",
  ">>",
  "<<EOF",
  "EOF",
  "\\",
  "echo ",
  "#",
  "&a ",
  "*a",
  "<<: *a",
  "on: push",
  "steps:",
  "uses: ./x",
  "secrets: inherit",
  "toJSON(secrets)",
  "[",
  "]",
  ":",
  ",",
  "\t",
  "\r\n",
  "\0",
  "\u001b[31m",
  "::error::",
  "pleo",
  "|\n    ",
] as const;
const pieces = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((parts) => parts.join(""));

describe("any text", () => {
  test("of a file is survived", () => {
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string({ unit: anyCharacter() })), (text) => {
        const { findings } = auditWorkflows(toFiles({ [FILE]: text, "x/action.yml": text }), {
          guard: {},
        });
        for (const { where } of findings) expect(where?.line).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  test("of a script is survived, and what is found lies in the file", () => {
    fc.assert(
      fc.property(
        pieces,
        fc.constantFrom("", "pwsh", "cmd", "python", "bash -x {0}"),
        (text, shell) => {
          const lines = text.split(/\r?\n|\r/);
          const file = [
            "jobs:",
            "  a:",
            "    steps:",
            "      - shell: " + JSON.stringify(shell),
            "        env:",
            `          PLEO_API_KEY: ${KEY}`,
            "        run: |2",
            ...lines.map((line) => `          ${line}`),
          ].join("\n");
          for (const { where } of audit({ [FILE]: file })) {
            expect(where?.line ?? 0).toBeLessThanOrEqual(file.split("\n").length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("of an expression is survived, and ends where it says", () => {
    fc.assert(
      fc.property(pieces, (text) => {
        for (const { start, end } of findExpressions(text)) {
          expect(text.slice(start, start + 3)).toBe("${{");
          expect(text.slice(end - 2, end)).toBe("}}");
        }
      }),
    );
  });

  test("holds nothing where nothing of it is Pleo's", () => {
    fc.assert(
      fc.property(pieces, (text) => {
        const clean = text.replaceAll(/pleo/gi, "acme");
        expect(audit({ [FILE]: clean })).toEqual([]);
      }),
    );
  });
});

describe("time grows no faster than the text", () => {
  const repeat = (part: string) => (count: number) => part.repeat(count);
  const inScript = (part: string) => (count: number) => script(part.repeat(count));
  test.each<[string, (count: number) => string, number]>([
    [
      "steps that print it",
      (count) => steps(`- run: echo "$K"\n  env:\n    K: ${KEY}\n`.repeat(count)),
      400,
    ],
    [
      "steps below an env",
      (count) =>
        `on: push\nenv:\n  K: ${KEY}\njobs:\n  a:\n    steps:\n${"      - run: echo $K\n".repeat(count)}`,
      600,
    ],
    [
      "jobs that need each other",
      (count) =>
        `jobs:\n${Array.from({ length: count }, (_, i) => `  j${i}:\n    needs: [j${i - 1}, j${i + 1}]\n    steps: [{run: "./deploy ${KEY}"}]\n`).join("")}`,
      400,
    ],
    ["expressions", inScript(`${KEY} `), 3000],
    ["open expressions", inScript("${{ '"), 5000],
    ["quotation marks", inScript("\"'\"'\\"), 5000],
    ["substitutions", inScript("$(echo `"), 4000],
    ["here documents", inScript("cat <<A <<B\n"), 3000],
    ["groups", inScript("{ ( "), 8000],
    ["groups that end", inScript("{ echo; } > x; "), 3000],
    ["pipes", inScript("echo $PLEO_API_KEY | cat | "), 2000],
    ["parameters", inScript("${PLEO_API_KEY:-"), 5000],
    ["words", inScript('echo "$PLEO_API_KEY"\n'), 3000],
    ["numbers", inScript("1>2>3"), 8000],
    ["reads of Node", inScript("console.log(process.env.PLEO_API_KEY);"), 2000],
    [
      "keys of a mapping",
      (count) => `pleo: 1\n${Array.from({ length: count }, (_, i) => `k${i}: 1\n`).join("")}`,
      6000,
    ],
    [
      "aliases",
      (count) =>
        `pleo: &a ${KEY}\nenv:\n${Array.from({ length: count }, (_, i) => `  K${i}: *a\n`).join("")}`,
      3000,
    ],
    ["nesting", repeat("[pleo"), 5000],
  ])("%s", (_name, build, count) => {
    const prepare = (size: number) => {
      const text = build(size);
      return () => audit({ [FILE]: text });
    };
    // A square would be 16.
    expect(growthOf(prepare, count, 4 * count)).toBeLessThan(8);
  });

  test("for a file of 10,000 steps", () => {
    const text = steps(`- run: echo "$K"\n  env:\n    K: ${KEY}\n`.repeat(10_000));
    const time = cpuTimeOf(() => {
      expect(audit({ [FILE]: text })).toHaveLength(10_000);
    });
    expect(time).toBeLessThan(20_000);
  });

  test("for actions that call each other, again and again", () => {
    const text = (next: string): string =>
      `inputs:\n  k:\n    required: true\nruns:\n  using: composite\n  steps:\n${`    - uses: ./${next}\n      with:\n        k: \${{ inputs.k }}\n`.repeat(20)}`;
    const files = Object.fromEntries(
      Array.from({ length: 10 }, (_, index) => [`a${index}/action.yml`, text(`a${index + 1}`)]),
    );
    const time = cpuTimeOf(() => {
      const findings = audit({ ...files, [FILE]: steps(`- uses: ./a0\n  with:\n    k: ${KEY}`) });
      expect(placesOf(findings)).toEqual([`${FILE}:1 workflow-unreadable`]);
    });
    expect(time).toBeLessThan(20_000);
  });

  test("for workflows that call themselves", () => {
    const text = `on: push\njobs:\n  a:\n    uses: ./${FILE}\n    secrets:\n      k: ${KEY}\n`;
    expect(audit({ [FILE]: text })).toEqual([]);
  });

  test("for deep expressions", () => {
    expect(parseExpression("(".repeat(10_000))).toBeUndefined();
    expect(parseExpression(`${"(".repeat(60)}1${")".repeat(60)}`)).toBeUndefined();
    expect(parseExpression(`${"(".repeat(40)}1${")".repeat(40)}`)).toBeDefined();
    expect(parseExpression("!".repeat(5000) + "a")).toBeDefined();
    expect(parseExpression(`a${".b".repeat(5000)}`)).toBeUndefined();
  });
});

describe("hostile names", () => {
  const EVIL = "x\n::error::`evil` \u001b[31m\u202e";

  test("come into no finding as they are", () => {
    const key = exampleKey();
    for (const name of [EVIL, key, `${EVIL}${key}`]) {
      const id = JSON.stringify(name);
      const text = `on: push\njobs:\n  ${id}:\n    name: deploy\n    outputs:\n      ${id}: ${KEY}\n    steps:\n      - uses: ${JSON.stringify(`acme/${name}@${name}`)}\n        with:\n          k: ${KEY}\n      - run: ${JSON.stringify(`./${name} "$K"`)}\n        env:\n          K: ${KEY}\n          ${JSON.stringify(`VITE_${name}`)}: ${KEY}\n`;
      const findings = audit({ [FILE]: text });
      expect(findings.length).toBeGreaterThan(2);
      for (const { message, remedy, values } of findings) {
        const said = [message, remedy, ...Object.values(values)].join(" ");
        expect(said).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(said).not.toContain(key.slice(0, -4));
      }
    }
  });

  test("are cut where they have no end", () => {
    const text = steps(`- uses: acme/${"x".repeat(5000)}@v1\n  with:\n    k: ${KEY}`);
    for (const { message } of audit({ [FILE]: text })) expect(message.length).toBeLessThan(400);
  });
});

describe("a script", () => {
  test("is split into commands", () => {
    const text = 'a "b c" | d >> "$E"; if f; then g=h i; fi\n# j\nk && l $(m n)';
    const commands = readCommands({ text, dialect: "posix", expressions: [] });
    expect(commands.map(({ words }) => words.map((word) => word.text))).toEqual([
      ["a", "b c"],
      ["d"],
      ["f"],
      ["i"],
      ["k"],
      ["m", "n"],
      ["l", "\uE000"],
    ]);
    expect(commands[0]?.pipesTo).toBe(commands[1]);
  });
});

test("a file of another kind has no problem of its own", () => {
  expect(readYaml("a: 1")).toMatchObject({ tree: { kind: "map" } });
});
