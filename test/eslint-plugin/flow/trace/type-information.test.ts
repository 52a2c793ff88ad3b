import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import plugin from "../../../../eslint-plugin/index.ts";
import { exampleKey } from "../../../support/keys.ts";

const folder = mkdtempSync(join(tmpdir(), "pleo-typed-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const FILES: Readonly<Record<string, string>> = {
  "tsconfig.json": JSON.stringify({ compilerOptions: { strict: true, types: [] }, include: ["."] }),
  "values.ts": `
    declare const process: { env: Record<string, string> };
    export const first = "${exampleKey()}";
    export const config = { service: "${exampleKey()}", url: "https://example.com" } as const;
    export function make() { return "${exampleKey()}" as const; }
    export const fromEnvironment = process.env.PLEO_API_KEY;
    export const withDefault = process.env["PLEO_API_KEY"] ?? "";
    export const other = process.env.STRIPE_API_KEY;
    export const keyId = process.env.PLEO_API_KEY_ID;
    export type PleoApiKey = string & { readonly brand: "key" };
    export declare const branded: PleoApiKey;
    export declare const plain: string;
  `,
  "barrel.ts": 'export { first as second, fromEnvironment as again } from "./values";',
};

/** Of a process that goes on, as an editor's does, unless the parser is told that it will not. */
function newLinter(parserOptions: Readonly<Record<string, unknown>> = {}): ESLint {
  return new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      plugin.configs.recommendedTypeChecked,
      {
        files: ["**/*.ts"],
        languageOptions: {
          parser: tseslint.parser,
          parserOptions: {
            project: "./tsconfig.json",
            tsconfigRootDir: folder,
            // Where CI is set, the parser would read the file from disk, not the text that it is given.
            disallowAutomaticSingleRunInference: true,
            ...parserOptions,
          },
        },
      },
    ],
  });
}

let linter: ESLint;
beforeAll(() => {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "use.ts"), "");
  linter = newLinter();
});

async function messagesOf(code: string): Promise<readonly string[]> {
  const [result] = await linter.lintText(code, { filePath: join(folder, "use.ts") });
  return (result?.messages ?? []).map(({ message }) => message);
}

describe("a key of another file is seen", () => {
  test.each([
    [
      "as a literal",
      'import { first } from "./values"; console.log(first);',
      "a literal of another file",
    ],
    [
      "through a barrel, under another name",
      'import { second } from "./barrel"; console.log(second);',
      "a literal of another file",
    ],
    [
      "as a property",
      'import { config } from "./values"; console.log(config.service);',
      "a literal of another file",
    ],
    [
      "as what the environment gives",
      'import { fromEnvironment } from "./values"; console.log(fromEnvironment);',
      "`PLEO_API_KEY` of the environment",
    ],
    [
      "with a default",
      'import { withDefault } from "./values"; console.log(withDefault);',
      "`PLEO_API_KEY` of the environment",
    ],
    [
      "from the environment, through a barrel",
      'import { again } from "./barrel"; console.log(again);',
      "`PLEO_API_KEY` of the environment",
    ],
    [
      "by its type",
      'import { branded } from "./values"; console.log(branded);',
      "a value of the type `PleoApiKey`",
    ],
  ])("%s", async (_name, code, text) => {
    expect(await messagesOf(code)).toEqual([expect.stringContaining(text)]);
  });
});

test.each([
  ["another property", 'import { config } from "./values"; console.log(config.url);'],
  ["another variable", 'import { other } from "./values"; console.log(other);'],
  ["what describes a key", 'import { keyId } from "./values"; console.log(keyId);'],
  ["a plain text", 'import { plain } from "./values"; console.log(plain);'],
  ["a module that is not there", 'import { nothing } from "./nowhere"; console.log(nothing);'],
])("%s of another file is no key", async (_name, code) => {
  expect(await messagesOf(code)).toEqual([]);
});

describe("a process that reads every file once, as in CI", () => {
  const code = 'import { fromEnvironment } from "./values"; console.log(fromEnvironment);';
  const filePath = join(folder, "once.ts");

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test("sees the key the first time, and gets no error from a compiler that is lost the second time", async () => {
    vi.stubEnv("TSESTREE_SINGLE_RUN", "true");
    writeFileSync(filePath, code);
    const once = newLinter();
    const [first] = await once.lintText(code, { filePath });
    expect(first?.messages).toEqual([
      expect.objectContaining({ ruleId: "pleo/no-key-in-log", line: 1 }),
    ]);

    const [second] = await once.lintText(code, { filePath });
    expect(second?.messages).toEqual([]);
  });
});
