import { describe, expect, test } from "vitest";
import { cpuTimeOf } from "../../../support/cpu-time.ts";
import { audit, FILE, holds, HASH, steps, type Cases } from "./audit-yaml.ts";

/** A key that a program of another language has given a name of its own. */

const indented = (lines: string): string => lines.replaceAll("\n", "\n      ");

function node(code: string, mark = ""): string {
  return steps(`
- uses: actions/github-script@${HASH}
  with:
    script: |
      ${indented(code)}${mark === "" ? "" : ` # expect: ${mark}`}
  env:
    PLEO_API_KEY: \${{ secrets.PLEO_API_KEY }}
`);
}

function python(code: string, mark = ""): string {
  return steps(`
- shell: python
  run: |
      ${indented(code)}${mark === "" ? "" : ` # expect: ${mark}`}
  env:
    PLEO_API_KEY: \${{ secrets.PLEO_API_KEY }}
`);
}

const IN_NODE = "const key = process.env.PLEO_API_KEY;\n";
const IN_PYTHON = 'import os\nkey = os.environ["PLEO_API_KEY"]\n';

const PRINTED: Cases = [
  ["by its name", node(`${IN_NODE}console.log(key)`, "secret-in-script")],
  ["by its name in Python", python(`${IN_PYTHON}print(key)`, "secret-in-script")],
  [
    "behind a comment that stands beside the name",
    node(
      "const { PLEO_API_KEY: key /* (see the docs */ } = process.env;\nconsole.log(key)",
      "secret-in-script",
    ),
  ],
  [
    "though a loop has another name",
    node(`${IN_NODE}for (const keys of all) run(keys);\nconsole.log(key)`, "secret-in-script"),
  ],
  [
    "though it is asked how it begins, before",
    node(`${IN_NODE}if (key.startsWith("p")) run();\nconsole.log(key)`, "secret-in-script"),
  ],
  [
    "where it is chosen in Python",
    python(`${IN_PYTHON}print(key if verbose else "")`, "secret-in-script"),
  ],
  [
    "to the file of outputs",
    node(
      'const out = process.env.GITHUB_OUTPUT;\nfs.appendFileSync(out, "key=" + process.env.PLEO_API_KEY)',
      "secret-published",
    ),
  ],
];

const NOT_PRINTED: Cases = [
  ["a loop's own", node(`${IN_NODE}for (const key of Object.keys(counts)) console.log(key)`)],
  ["a loop's own in Python", python(`${IN_PYTHON}for key, value in all.items():\n    print(key)`)],
  ["a parameter", node(`${IN_NODE}counts.forEach((value, key) => console.log(key, value))`)],
  ["the one parameter", node(`${IN_NODE}names.map(key => console.log(key))`)],
  ["a function's parameter", node(`${IN_NODE}function show(key) { console.log(key) }`)],
  ["a function's parameter in Python", python(`${IN_PYTHON}def show(key):\n    print(key)`)],
  ["how it begins", node(`${IN_NODE}console.log(key.startsWith("p"))`)],
  ["how it begins, in Python", python(`${IN_PYTHON}print(key.startswith("p"))`)],
  ["whether there is one, in Python", python(`${IN_PYTHON}print("set" if key else "missing")`)],
  [
    "what goes into a header, below the name of the file of outputs",
    node(
      'const out = process.env.GITHUB_OUTPUT;\nheaders.append("Authorization", "Bearer " + process.env.PLEO_API_KEY)',
    ),
  ],
];

describe("printed or published", () => {
  holds(PRINTED);
});

describe("neither", () => {
  holds(NOT_PRINTED);
});

describe("what stands where a name should", () => {
  test.each([
    "const { PLEO_API_KEY: key /* (see the docs } = process.env;",
    "const { PLEO_API_KEY: (\\w+)+! } = process.env;",
    "const { PLEO_API_KEY: [ } = process.env;",
  ])("is no part of an expression: %s", (line) => {
    const time = cpuTimeOf(() => {
      expect(audit({ [FILE]: node(`${line}\n${"a".repeat(40)}`) })).toEqual([]);
    });
    expect(time).toBeLessThan(2_000);
  });
});

describe("a file of the script's own that held the key", () => {
  const shell = (lines: string, mark = ""): string =>
    steps(`
- run: |
      ${indented(lines)}${mark === "" ? "" : ` # expect: ${mark}`}
  env:
    K: \${{ secrets.PLEO_API_KEY }}
`);

  holds([
    ["and is printed", shell('echo "$K" > a.txt\ncat a.txt', "secret-in-script")],
    [
      "and is only looked at by sed before",
      shell('echo "$K" > a.txt\nsed -n 1p a.txt > b.txt\ncat a.txt', "secret-in-script"),
    ],
    ["and is changed by sed", shell('echo "$K" > a.txt\nsed -i s/././g a.txt\ncat a.txt')],
    ["and is made anew", shell('echo "$K" > a.txt\nrm a.txt\nmake a.txt\ncat a.txt')],
    [
      "and another is called by the same variable",
      shell('f=$(mktemp)\necho "$K" > "$f"\nf=report.txt\ncat "$f"'),
    ],
    [
      "by a path that ends like another variable",
      shell('echo "$K" > out/f\nf=report.txt\ncat out/f', "secret-in-script"),
    ],
  ]);
});
