import { resolve } from "node:path";
import { ESLint } from "eslint";
import ts from "typescript";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";

/** Plants a line into a file that does not exist and asks the project's own lint configuration about it. */
async function lintPlanted(path: string, code: string): Promise<readonly string[]> {
  // Rules that need types need a real file; the walls are not among them.
  const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });
  const [result] = await eslint.lintText(code, { filePath: path });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId?.startsWith("no-restricted-") === true)
    .map(({ message }) => message);
}

describe("the linter refuses, and names the alternative", () => {
  test.each([
    ["src/key/planted.ts", 'import "node:fs";', "supply it from a door"],
    ["src/key/planted.ts", 'import { z } from "zod";', "The core has no packages"],
    ["src/key/planted.ts", 'import * as core from "@actions/core";', "The core has no packages"],
    [
      "src/key/planted.ts",
      'export { run } from "../../action/run.ts";',
      "The doors do not know each other",
    ],
    [
      "src/key/planted.ts",
      'import "../../eslint-plugin/index.ts";',
      "The doors do not know each other",
    ],
    [
      "src/key/planted.ts",
      'import "../../test/support/keys.ts";',
      "does not import what only tests",
    ],
    ["src/key/planted.ts", "export const now = Date.now();", "Time is an argument"],
    ["src/key/planted.ts", "export const now = new Date();", "Time is an argument"],
    ["src/key/planted.ts", "export const dice = Math.random();", "The core is repeatable"],
    ["src/key/planted.ts", "export const env = process.env;", "The core has no effects"],
    ["src/key/planted.ts", 'export const answer = fetch("x");', "The core has no effects"],
    ["src/key/planted.ts", 'console.log("x");', "The core has no effects"],
    ["src/key/index.ts", 'export * from "./shape.ts";', "No barrels"],
    [
      "action/planted.ts",
      'import "../eslint-plugin/index.ts";',
      "The doors do not know each other",
    ],
    ["action/planted.ts", 'import "eslint";', "The doors do not know each other"],
    ["action/planted.ts", 'import "@typescript-eslint/utils";', "The doors do not know each other"],
    ["action/planted.ts", 'import "../test/support/keys.ts";', "does not import what only tests"],
    [
      "eslint-plugin/planted.ts",
      'import "../action/pleo-api/client.ts";',
      "The doors do not know each other",
    ],
    ["eslint-plugin/planted.ts", 'import { z } from "zod/mini";', "use plain functions"],
    ["eslint-plugin/planted.ts", 'import * as core from "@actions/core";', "use plain functions"],
    ["eslint-plugin/planted.ts", 'import "node:fs/promises";', "does no input or output"],
  ])("in %s: %s", async (path, code, alternative) => {
    const messages = await lintPlanted(path, code);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(alternative);
  });

  test.each([
    ["src/key/planted.ts", 'import "./shape.ts";'],
    ["src/key/planted.ts", 'export const day = new Date("2027-01-31");'],
    [
      "action/planted.ts",
      'import "node:fs"; import "../src/errors.ts"; import * as z from "zod/mini";',
    ],
    [
      "eslint-plugin/planted.ts",
      'import "../src/key/find-keys.ts"; import "@typescript-eslint/utils";',
    ],
  ])("but not in %s: %s", async (path, code) => {
    expect(await lintPlanted(path, code)).toEqual([]);
  });
});

/** Compiles a file that does not exist as if it stood in the core. */
function compilePlanted(code: string): readonly string[] {
  const planted = resolve("src/planted.ts");
  const { options } = ts.parseJsonSourceFileConfigFileContent(
    ts.readJsonConfigFile("src/tsconfig.json", (path) => ts.sys.readFile(path)),
    ts.sys,
    resolve("src"),
  );
  const real = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...real,
    fileExists: (path) => resolve(path) === planted || real.fileExists(path),
    getSourceFile: (path, ...rest) =>
      resolve(path) === planted
        ? ts.createSourceFile(path, code, ts.ScriptTarget.ES2023)
        : real.getSourceFile(path, ...rest),
  };
  const program = ts.createProgram([planted], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

describe("the compiler refuses, in the core,", () => {
  test.each([
    "process",
    "fetch",
    "console",
    "Buffer",
    "setTimeout",
    "window",
    "URL",
    "TextEncoder",
    "performance",
  ])("%s", (name) => {
    const [problem, ...more] = compilePlanted(`export const planted: unknown = ${name};\n`);
    expect(problem).toContain(`Cannot find name '${name}'`);
    expect(more).toEqual([]);
  });

  test("a module of Node", () => {
    expect(
      compilePlanted(
        'import { readFileSync } from "node:fs";\nexport const planted: unknown = readFileSync;\n',
      )[0],
    ).toMatch(/Cannot find (module|name) 'node:fs'/);
  });

  test("and takes what the language has", () => {
    expect(compilePlanted('export const planted = [3, 1].toSorted().join(":");\n')).toEqual([]);
  });
});
