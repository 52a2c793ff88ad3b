import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rules } from "../../eslint-plugin/rules.ts";
import { shortenRemedy } from "../../scripts/docs/render-action-docs.ts";
import { FINDINGS_BY_TEST } from "../../scripts/docs/finding-tests.ts";
import {
  GENERATED_PAGES,
  GENERATED_PARTS,
  coverageOf,
  renderParts,
  testsOf,
} from "../../scripts/docs/render-docs.ts";
import { FINDING_IDS } from "../../src/report/catalogue.ts";
import { REQUIREMENTS, type Requirement } from "../../src/report/requirements.ts";

describe("generated pages", () => {
  test.each(Object.entries(GENERATED_PAGES))("%s is what `npm run docs` writes", (path, render) => {
    expect(readFileSync(path, "utf8")).toBe(render());
  });

  test("every link between them leads to something", () => {
    const pages = Object.values(GENERATED_PAGES).map((render) => render());
    const text = pages.join("\n");
    const anchors = new Set([
      ...[...text.matchAll(/^## (\S+)$/gm)].map(([, id]) => id),
      ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id),
    ]);
    const links = [...text.matchAll(/\]\((?:findings|compliance)\.md#([^)]+)\)/g)].map(
      ([, id]) => id,
    );
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((id) => !anchors.has(id))).toEqual([]);
  });
});

describe("generated parts of a page", () => {
  const paths = Object.keys(GENERATED_PARTS);

  test.each(paths)("of %s are what `npm run docs` writes", (path) => {
    const page = readFileSync(path, "utf8");
    expect(renderParts(path, page)).toBe(page);
  });

  test.each(paths)("of %s replace what stands between their comments", (path) => {
    const page = readFileSync(path, "utf8");
    const between = /( written by `npm run docs` -->)[^]*?(<!-- end of)/g;
    for (const other of ["", "\n\nSomething stale.\n\n"]) {
      const changed = page.replaceAll(between, `$1${other}$2`);
      expect(changed).not.toContain("| --- |");
      expect(renderParts(path, changed)).toBe(page);
    }
  });

  test.each([
    ["no end", (page: string) => page.replace("<!-- end of rules -->", "")],
    ["no start", (page: string) => page.replace("<!-- rules:", "<!-- rule:")],
    ["two of them", (page: string) => page + page],
    [
      "the end first",
      (page: string) =>
        `<!-- end of rules -->${page.replace("<!-- end of rules -->", "<!-- nothing -->")}`,
    ],
  ])("cannot be written where there is %s", (_name, damage) => {
    const page = damage(readFileSync("README.md", "utf8"));
    expect(() => renderParts("README.md", page)).toThrow("README.md needs both comments once");
  });

  test("help with every finding, and leave no blank", () => {
    const page = readFileSync("docs/action.md", "utf8");
    const linked = [...page.matchAll(/ \| \[([a-z-]+)\]\(findings\.md#\1\) \| /g)].map(
      ([, id]) => id,
    );
    expect(linked).toEqual(FINDING_IDS);
    expect(page.replaceAll(/\$\{\{.*?\}\}/g, "")).not.toMatch(/\{\w+\}/);
  });

  test("list every rule in order, with its page, preset and edits", () => {
    const page = readFileSync("README.md", "utf8").replaceAll(/ +\|/g, " |");
    const [, table = ""] = page.split("| Rule | What it does | Preset | Edits |\n");
    const rows = (table.split("\n\n")[0] ?? "").split("\n").slice(1);
    const linked = rows.map((row) => /^\| \[(.+)\]\(.*\/\1\.md\) \|/.exec(row)?.[1]);
    expect(linked).toEqual(Object.keys(rules));
    const ends: Readonly<Partial<Record<keyof typeof rules, string>>> = {
      "no-hardcoded-key": "in any spelling and in pieces | `recommended`, `files` | – |",
      "no-insecure-transport": "or without checking who answers | `recommended` | `--fix` |",
      "no-key-in-log": " | Disallow writing Pleo API keys to logs | `recommended` | – |",
      "no-key-in-public-env": "build tools make public | `recommended`, `files` | quick fix |",
    };
    for (const [name, end] of Object.entries(ends)) {
      expect(rows.filter((row) => row.includes(`/${name}.md)`) && row.endsWith(end))).toHaveLength(
        1,
      );
    }
  });

  test.each([
    ["{fix}", "Do what the run says, which depends on what it found."],
    ["To go on, {renew}.", "To go on, make a new key under Settings > API Keys."],
    ["Store it{confirm}.", "Store it."],
  ])("say %s as %s", (remedy, said) => {
    expect(shortenRemedy(remedy)).toBe(said);
  });

  test("need a word for every blank", () => {
    expect(() => shortenRemedy("Ask {nobody}.")).toThrow("no usual word for {nobody}");
  });
});

test.each<[Pick<Requirement, "findings" | "by" | "rules" | "gap">, string]>([
  [{ findings: ["key-damaged"] }, "enforced"],
  [{ by: "B." }, "enforced"],
  [{ rules: ["no-key-in-log"] }, "enforced"],
  [{ findings: ["key-damaged"], gap: "G." }, "in part"],
  [{ by: "B.", gap: "G." }, "in part"],
  [{ gap: "G." }, "open"],
])("a requirement with %j is covered: %s", (given, coverage) => {
  expect(coverageOf({ id: "SEC-01", level: "must", text: "T.", ...given })).toBe(coverage);
});

describe("the tests that the page on compliance names", () => {
  const named = Object.entries(FINDINGS_BY_TEST);

  test("are of every finding, each once", () => {
    expect(named.flatMap(([, ids]) => ids).toSorted()).toEqual([...FINDING_IDS].toSorted());
  });

  // Tests of the audit leave out what all of its findings begin with.
  test.each(named)("%s asks for its findings", (file, ids) => {
    const text = readFileSync(file, "utf8");
    for (const id of ids) {
      expect(text).toMatch(
        new RegExp(`(?<![\\w-])(?:${id}|${id.replace(/^workflow-/, "")})(?![\\w-])`),
      );
    }
  });

  test("are there", () => {
    const missing = REQUIREMENTS.flatMap(testsOf).filter((file) => !existsSync(file));
    expect(missing).toEqual([]);
  });

  test.each(REQUIREMENTS.map((it) => [it.id, it] as const))(
    "%s has one for a behaviour, and only for that",
    (_id, { by, tests }: Requirement) => {
      expect(tests === undefined).toBe(by === undefined);
    },
  );
});
