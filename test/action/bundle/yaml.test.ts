import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as unbundled from "../../../action/scan/workflow/yaml-tree.ts";
import { bundle } from "../../../scripts/action-bundle/bundle.ts";

const ROOT = path.join(import.meta.dirname, "../../..");
const NOT_OURS = /(?:^|\/)(?:node_modules|\.git|action\/dist|coverage|demo-output)(?:\/|$)/;

const folder = mkdtempSync(path.join(tmpdir(), "bundled-yaml-"));
let bundled: typeof unbundled;
beforeAll(async () => {
  const chunks = await bundle(path.join(ROOT, "action/scan/workflow/yaml-tree.ts"));
  const [chunk] = chunks;
  if (chunk === undefined || chunks.length > 1) throw new Error("The parser is in one file.");
  const file = path.join(folder, "yaml-tree.mjs");
  writeFileSync(file, chunk.code);
  bundled = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as typeof unbundled;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function listFiles(inside: string): readonly string[] {
  const entries = readdirSync(path.join(ROOT, inside), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const name = path.posix.join(inside, entry.name);
    if (NOT_OURS.test(name)) return [];
    if (entry.isDirectory()) return listFiles(name);
    return entry.isFile() ? [name] : [];
  });
}

const FILES = listFiles("");
const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

/** What a page shows as YAML, indented or not. */
function samplesIn(page: string): readonly string[] {
  const fences = read(page).matchAll(/^( *)```ya?ml\b.*\n([^]*?)^\1```$/gm);
  return [...fences].map(([, indent = "", text = ""]) =>
    text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  );
}

/** Every text of a test, YAML or not: what is none has to be refused alike. */
function textsIn(test: string): readonly string[] {
  return [...read(test).matchAll(/`((?:[^`\\]|\\[^])*)`/g)].map(([, text = ""]) => text);
}

function expectSame(text: string): void {
  expect(bundled.readYaml(text)).toEqual(unbundled.readYaml(text));
}

const isTree = (text: string): boolean => "tree" in unbundled.readYaml(text);

describe("the bundled parser reads as the whole package does", () => {
  const yamlFiles = FILES.filter((file) => /\.ya?ml$/.test(file));
  test.each(yamlFiles)("%s", (file) => {
    expectSame(read(file));
    // Cut off anywhere, it is broken in many ways.
    const text = read(file);
    for (let at = 1; at < 10; at++) expectSame(text.slice(0, (text.length * at) / 10));
  });

  test("the samples of all pages", () => {
    const samples = FILES.filter((file) => file.endsWith(".md")).flatMap(samplesIn);
    expect(samples.filter(isTree).length).toBeGreaterThan(5);
    samples.forEach(expectSame);
  });

  test("the texts of the audit's own tests", () => {
    const texts = FILES.filter((file) => file.startsWith("test/action/scan/")).flatMap(textsIn);
    expect(texts.filter(isTree).length).toBeGreaterThan(50);
    texts.forEach(expectSame);
  });

  const VALUES = [
    ...["on", "yes", "~", "null", "", "true", "0x1f", "0o17", "017", "0b11", "1_000", "190:20:30"],
    ...["1.5e3", "-.inf", ".NaN", "1e999", "9007199254740993", "2001-12-14", "2001-13-45"],
    ...["2001-12-14t21:59:43.10-05:00", "'it''s'", '"\\u263a\\n\\x41"', '"\\q"', "|\n  a\n   b\n"],
    ...[">-\n  a\n  b\n\n  c\n", "[a, b: c, {d: e}]", "{a, ? b : c, d: [e]}", "&x {a: 1}", "*x"],
    ...["!!binary aGk=", "!!binary a", "!!timestamp 2001-12-14", "!!timestamp never", "!!str 12"],
    ...["!!int 12", "!!int x", "!!float 1", "!!bool on", "!!null ''", "!!merge <<", "!own x"],
    ...["! 12", "!<tag:yaml.org,2002:str> 1", "!no!handle x", "!!nothing x", "!!map [a]"],
    ...["!!seq [a]", "!!set {a, b}", "!!set {a: 1}", "!!set [a]", "!!omap [a: 1, b: 2]"],
    ...["!!omap [a: 1, a: 2]", "!!omap {a: 1}", "!!pairs [a: 1, a: 2]", "!!pairs [a, {}]"],
    ...["!!pairs [{a: 1, b: 2}]", "!!binary [a]", "!!omap [2001-12-14: a, 2001-12-14: b]"],
  ];
  const HEADS = ["", "%YAML 1.1\n---\n", "%YAML 1.2\n---\n", "%YAML 3.0\n---\n", "%YAML\n---\n"];
  test.each(HEADS)("each kind of value, after %j", (head) => {
    for (const value of VALUES) {
      expectSame(`${head}key: ${value}\nother: &a x\n`);
      expectSame(`${head}- &x ${value}\n- *x\n`);
      expectSame(`${head}? ${value}\n: there\n`);
      expectSame(`${head}${value}`);
    }
  });

  test.each([
    ["a merged key", "base: &b {a: 1, c: 3}\nuse:\n  <<: *b\n  a: 2\n"],
    ["merged keys of 1.1", "%YAML 1.1\n---\nbase: &b {a: 1}\nuse:\n  <<: [*b, {z: 1}]\n  a: 2\n"],
    ["a merge of what is no mapping", "a: {<<: [x]}\n"],
    ["a trigger named as a boolean", "%YAML 1.1\n---\non: {push: {branches: [no]}}\n"],
    ["an anchor that is not there", "a: *b\n"],
    ["an anchor that is given twice", "a: &x 1\nb: &x 2\nc: *x\n"],
    ["a tag's prefix", "%TAG ! tag:example.org,2000:\n---\na: !b c\n"],
    ["two prefixes for one tag", "%TAG !e! tag:yaml.org,2002:\n%TAG !e! x\n---\na: !e!set {b}\n"],
    ["half a prefix", "%TAG !e!\n---\na: !e!b c\n"],
    ["a directive that nobody knows", "%NEW 1\n---\na: b\n"],
    ["two documents", "a: b\n---\nc: d\n"],
    [
      "two documents, of which the first has its own version",
      "%YAML 1.1\n---\na: 017\n...\nb: 017\n",
    ],
    ["no document", "# nothing\n"],
    ["directives without a document", "%YAML 1.1\n"],
    ["an empty file", ""],
    ["comments everywhere", "# a\na: # b\n  # c\n  - d # e\n# f\n"],
    ["a byte-order mark", "\uFEFFa: b\n"],
    ["the line ends of Windows", "a: |\r\n  b\r\n  c\r\nd: e\r\n"],
    ["a tab", "a:\n\tb: c\n"],
    ["a key twice", "a: 1\na: 2\n"],
    ["a key that is no text", "? [a]\n: b\n"],
    ["what is too deep for us", `${"[".repeat(150)}${"]".repeat(150)}`],
  ])("%s", (_name, text) => {
    expectSame(text);
  });

  test("whatever is made of its marks", () => {
    const mark = fc.constantFrom(
      ...["a", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\n    ", "{", "}", "[", "]", ", ", "# c"],
      ...["&x ", "*x", "!!set ", "!!omap ", "!!pairs ", "!!binary ", "!t ", "|", ">-", "'", '"'],
      ...["<<: ", "---\n", "...\n", "%YAML 1.1\n", "%TAG !t! x\n", "2001-12-14", "\t", "~", "é"],
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 30 }), (marks) => {
        expectSame(marks.join(""));
      }),
      { numRuns: 3_000 },
    );
  });
});
