import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createConfigs } from "../../eslint-plugin/configs.ts";
import { rules } from "../../eslint-plugin/rules.ts";
import { findKeys } from "../../src/key/find-keys.ts";
import { lint } from "./lint.ts";
import { readPage, samplesOf } from "./rule-page.ts";

type RuleName = keyof typeof rules;

const names = Object.keys(rules) as RuleName[];
const { recommended } = createConfigs({});

function namesIn(folder: string, extension: string): readonly string[] {
  return readdirSync(folder).map((file) => {
    expect(file.endsWith(extension)).toBe(true);
    return file.slice(0, -extension.length);
  });
}

test("every rule's file is registered, and has a page and a test of its name", () => {
  expect(namesIn("eslint-plugin/rules", ".ts").toSorted()).toEqual(names.toSorted());
  expect(namesIn("eslint-plugin/docs/rules", ".md").toSorted()).toEqual(names.toSorted());
  for (const name of names)
    expect(existsSync(`test/eslint-plugin/rules/${name}.test.ts`)).toBe(true);
});

test("the recommended preset has what is recommended, as errors, and nothing else", () => {
  const expected = names.filter((name) => rules[name].meta.docs?.recommended);
  expect(recommended.rules).toEqual(
    Object.fromEntries(expected.map((name) => [`pleo/${name}`, "error"])),
  );
  expect(expected.length).toBeGreaterThan(0);
});

describe.each(names)("%s", (name) => {
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
    expect(meta.languages).toEqual(["js/js"]);
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
      expect(message).toMatch(/^([A-Z]|\{\{)[^]*\.$/);
      expect(message).not.toContain("pleo/");
    }
  });

  test("has a page that opens with its name and description", () => {
    expect(page.title).toBe(`pleo/${name}`);
    expect(page.text).toContain(`\n\n${meta.docs?.description ?? "?"}.\n`);
    expect(page.text.includes("In the preset `pleo/recommended`")).toBe(meta.docs?.recommended);
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
});
