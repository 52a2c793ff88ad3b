import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { INPUT_NAMES, INPUTS, OUTPUT_NAMES } from "../../action/contract.ts";
import { rules } from "../../eslint-plugin/rules.ts";
import { readApp } from "../../scripts/demo/example-app.ts";
import { STORIES } from "../../scripts/demo/stories.ts";
import { PAGES } from "./pages.ts";

const readme = readFileSync("README.md", "utf8");

describe("the README", () => {
  test("says that nothing is released only for as long as that is so", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as {
      readonly version: string;
    };
    const saying = PAGES.filter((page) => page !== "docs/releasing.md").filter((page) =>
      /nothing is\s+released|none is\s+published|-0\.0\.0\.tgz/i.test(readFileSync(page, "utf8")),
    );
    expect(saying.length > 0).toBe(version === "0.0.0");
  });

  test("is short", () => {
    expect(readme.trimEnd().split("\n").length).toBeLessThan(200);
  });

  test("gives two commands, and their scripts exist", () => {
    const commands = [...readme.matchAll(/^```sh\n([^`]*?)\n```$/gm)].map(([, command]) => command);
    expect(commands).toEqual(["npm ci && npm run demo\nnpm ci && npm test"]);
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      readonly scripts: object;
    };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["demo", "test", "simulator"]));
  });

  test("is tested by what CI runs", () => {
    expect(readFileSync(".ci/run", "utf8")).toContain("(npm ci && npm test)");
  });

  test("says how many situations the demo shows, and where", () => {
    expect(readme.replaceAll("\n", " ")).toContain(`the Action in ${STORIES.length} situations`);
    expect(readme).toContain("`demo-output/`");
    expect(readFileSync(".gitignore", "utf8")).toMatch(/^\/demo-output\/$/m);
  });

  test("says that the demo shows each rule", () => {
    expect(readme).toContain("[a small app](examples/app/README.md) that makes a mistake for each");
    const marked = readApp("examples/app").flatMap(({ expected }) => expected);
    expect(new Set(marked.map(({ rule }) => rule))).toEqual(new Set(Object.keys(rules)));
  });
});

test.each([
  ["README.md", 2],
  ["docs/action.md", 8],
])("%s says no input or output that is not there", (page, least) => {
  const known: readonly string[] = [...INPUT_NAMES, ...OUTPUT_NAMES];
  const named = [
    ...readFileSync(page, "utf8").matchAll(
      /`((?:on|deploy|api|company|required)-[a-z-]+)(?::[^`]*)?`/g,
    ),
  ].map(([, name]) => name ?? "");
  expect(named.length).toBeGreaterThanOrEqual(least);
  // `on-failure` is a choice of `comment`.
  expect(named.filter((name) => !known.includes(name) && name !== "on-failure")).toEqual([]);
});

test.each(PAGES)("%s names no command that is not there", (page) => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly scripts: object;
  };
  // In samples stand the commands of other people.
  const prose = readFileSync(page, "utf8").replaceAll(/^```[^]*?^```$/gm, "");
  const named = prose.matchAll(/npm run ([\w:-]+)/g);
  for (const [, name = ""] of named) expect(Object.keys(scripts)).toContain(name);
});

const inputsAndOutputs = readFileSync("docs/inputs-and-outputs.md", "utf8");

/** The cells of every row of the table below a heading, the first two of each. */
function tableBelow(header: string): readonly (readonly [string, string])[] {
  const [, below = ""] = inputsAndOutputs.split(`| ${header} |`);
  const [table = ""] = below.split("\n\n");
  return table
    .split("\n")
    .slice(2)
    .map((row) => {
      const [, first = "", second = ""] = row.split(" | ").flatMap((cell) => cell.split(/^\| /));
      return [first, second] as const;
    });
}

describe("the tables of inputs and outputs", () => {
  test("list the inputs that the code reads, with the same defaults, in the same order", () => {
    const expected = Object.entries(INPUTS).map(([name, value]) => {
      const shown = value === undefined ? "–" : `\`${value}\``;
      return [`\`${name}\``, shown];
    });
    expect(tableBelow("Input | Default | What it is")).toEqual(expected);
  });

  test("list the outputs that the code writes, in the same order", () => {
    const names = tableBelow("Output | What it says").map(([name]) => name);
    expect(names).toEqual(OUTPUT_NAMES.map((name) => `\`${name}\``));
  });
});
