import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createConfigs } from "../../eslint-plugin/configs.ts";
import { pageOf } from "../../eslint-plugin/create-rule.ts";
import { rules } from "../../eslint-plugin/rules.ts";
import { findKeys } from "../../src/key/find-keys.ts";
import { lint } from "./lint.ts";
import { lintFile } from "./language/lint-text.ts";
import { fileSamplesOf, readPage, samplesOf } from "./rule-page.ts";

type RuleName = keyof typeof rules;

const names = Object.keys(rules) as RuleName[];
const presets = createConfigs({});
/** Those that need nothing of a file but its text. */
const ofAnyFile: readonly RuleName[] = ["no-hardcoded-key", "no-key-in-public-env"];

function namesIn(folder: string, extension: string): readonly string[] {
  return readdirSync(folder).map((file) => {
    expect(file.endsWith(extension)).toBe(true);
    return file.slice(0, -extension.length);
  });
}

test("every rule's file is registered, and has a page and tests of its name", () => {
  expect(namesIn("eslint-plugin/rules", ".ts").toSorted()).toEqual(names.toSorted());
  expect(namesIn("eslint-plugin/docs/rules", ".md").toSorted()).toEqual(names.toSorted());
  const tests = readdirSync("test/eslint-plugin/rules").map((entry) =>
    entry.replace(/\.test\.ts$/, ""),
  );
  for (const name of names)
    expect(existsSync(`test/eslint-plugin/rules/${name}.test.ts`)).toBe(true);
  expect(names).toEqual(expect.arrayContaining(tests));
});

describe("the presets", () => {
  test.each([
    ["recommended", names.filter((name) => rules[name].meta.docs?.recommended)],
    ["strict", names],
    ["files", ofAnyFile],
  ] as const)(
    "%s has the rules that it is for, as errors, and nothing else",
    (preset, expected) => {
      expect(expected.length).toBeGreaterThan(0);
      expect(presets[preset].rules).toEqual(
        Object.fromEntries(expected.map((name) => [`pleo/${name}`, "error"])),
      );
    },
  );

  test("say by name what they are, and for which files", () => {
    for (const [name, preset] of Object.entries(presets)) {
      expect(preset.name).toBe(`pleo/${name}`);
      // ESLint takes a pattern for all files as one for none.
      expect(preset.files?.flat().filter((pattern) => /(^|\/)\*+$/.test(pattern))).toEqual([]);
      expect(preset.files?.length).toBeGreaterThan(0);
    }
  });
});

// Without a page a rule fails above, and the others are still looked at.
describe.each(names.filter((name) => existsSync(pageOf(name))))("%s", (name) => {
  const { meta } = rules[name];
  const page = readPage(name);

  test("says what it is for, and where its page is", () => {
    expect(rules[name].name).toBe(name);
    expect(meta.docs?.description).toMatch(/^(Disallow|Require|Enforce) [^.]*[^.]$/);
    expect(meta.docs?.url).toMatch(
      new RegExp(`^https://.*/eslint-plugin/docs/rules/${name}\\.md$`),
    );
  });

  test("says on what languages it runs, because ESLint stops at the others", () => {
    // Any language, not only ours: whoever reads JSON with another plugin has that one's language there.
    expect(meta.languages).toEqual(ofAnyFile.includes(name) ? ["*"] : ["js/js"]);
  });

  test("takes no option that its schema does not know", () => {
    // An empty list lets no option through; an object does, unless it says otherwise.
    for (const schema of [meta.schema].flat()) {
      expect(schema).toMatchObject({ additionalProperties: false });
    }
  });

  test("ends every message with a full stop, and names no prefix that a project may have changed", () => {
    const messages = Object.values(meta.messages);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(message).toMatch(/^([A-Z]|`?\{\{)[^]*\.$/);
      expect(message).not.toContain("pleo/");
    }
  });

  test("has a page that opens with its name and description", () => {
    expect(page.title).toBe(`pleo/${name}`);
    expect(page.text).toContain(`\n\n${meta.docs?.description ?? "?"}.\n`);
    expect(page.text.includes("In the preset `pleo/recommended`")).toBe(meta.docs?.recommended);
    expect(page.text.includes("`pleo/files`")).toBe(ofAnyFile.includes(name));
  });

  test("has a page with everything that one asks of a rule", () => {
    expect([...page.sections.keys()]).toEqual(
      expect.arrayContaining([
        "What it reports",
        "Why",
        "Incorrect",
        "Correct",
        "When not to use it",
      ]),
    );
  });

  test("has a page, a test and a source without a key", () => {
    for (const path of [
      `eslint-plugin/rules/${name}.ts`,
      `test/eslint-plugin/rules/${name}.test.ts`,
    ]) {
      expect(findKeys(readFileSync(path, "utf8"))).toEqual([]);
    }
    expect(findKeys(page.text)).toEqual([]);
  });

  const incorrect = samplesOf(page, "Incorrect");
  const correct = samplesOf(page, "Correct");

  test("has samples of both", () => {
    expect(incorrect.length).toBeGreaterThan(0);
    expect(correct.length).toBeGreaterThan(0);
  });

  // By number: what a test is called is printed, and these hold keys.
  test.each(Array.from(incorrect.keys()))("reports its incorrect sample %i", (index) => {
    expect(lint(incorrect[index] ?? "", { rule: name })).toHaveLength(1);
  });

  test.each(Array.from(correct.keys()))("is quiet about its correct sample %i", (index) => {
    expect(lint(correct[index] ?? "", { rule: name })).toEqual([]);
  });

  const incorrectFiles = fileSamplesOf(page, "Incorrect");
  const correctFiles = fileSamplesOf(page, "Correct");

  test.runIf(ofAnyFile.includes(name))("has samples of files of both", () => {
    expect(incorrectFiles.length).toBeGreaterThan(0);
    expect(correctFiles.length).toBeGreaterThan(0);
  });

  test.each(incorrectFiles.map(({ path }, index) => [index, path] as const))(
    "reports its incorrect file %i, %s",
    (index, path) => {
      expect(lintFile(incorrectFiles[index]?.text ?? "", { path, rule: name })).toHaveLength(1);
    },
  );

  test.each(correctFiles.map(({ path }, index) => [index, path] as const))(
    "is quiet about its correct file %i, %s",
    (index, path) => {
      expect(lintFile(correctFiles[index]?.text ?? "", { path, rule: name })).toEqual([]);
    },
  );
});
