import { beforeAll, describe, expect, test, vi } from "vitest";
import { exampleKey } from "../support/keys.ts";
import { PATIENCE } from "./consumer.ts";
import { MANAGERS, createInstallation, isUnreachable } from "./installing.ts";
import { packedTarball } from "./packed.ts";

vi.setConfig(PATIENCE);
beforeAll(() => {
  packedTarball();
});

const KEY = exampleKey();
const FILES: Readonly<Record<string, string>> = {
  "eslint.config.js":
    'import pleo from "eslint-plugin-pleo"; export default [pleo.configs.recommended];',
  "bad.js": "console.log(process.env.PLEO_API_KEY);\n",
  "good.js": 'console.log("PLEO_API_KEY");\n',
  ".secretlintrc.json": JSON.stringify({ rules: [{ id: "eslint-plugin-pleo/secretlint" }] }),
  "bad.env": `PLEO_API_KEY=${KEY}\n`,
  "good.env": "PLEO_API_KEY=\n",
  "tsconfig.json": JSON.stringify({
    compilerOptions: { module: "nodenext", strict: true, noEmit: true, types: [] },
    files: ["types.ts"],
  }),
  "types.ts": `
import type { Linter } from "eslint";
import pleo from "eslint-plugin-pleo";
import { creator } from "eslint-plugin-pleo/secretlint";
export const preset: Linter.Config = pleo.configs.recommended;
export const id: string = creator.meta.id;
export const wrong: number = creator.meta.id;
`,
};

/** An address of this machine at which nobody answers. */
const NOBODY = "http://127.0.0.1:9";

describe.each(MANAGERS)("installed by %s", (manager) => {
  test("the package does its work", ({ skip, annotate }) => {
    const { install, run } = createInstallation(manager, FILES);
    const start = performance.now();
    const installed = install();
    skip(isUnreachable(installed), "the registry cannot be reached from here");
    expect(installed).toMatchObject({ status: 0 });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    void annotate(`${manager} installed it in ${seconds} s`);

    expect(run("eslint/bin/eslint.js", "good.js")).toEqual({ status: 0, printed: "" });
    const linted = run("eslint/bin/eslint.js", "--format=json", "bad.js");
    expect(linted).toMatchObject({ status: 1 });
    expect(linted.printed).toContain('"ruleId":"pleo/no-key-in-log"');

    expect(run("secretlint/bin/secretlint.js", "good.env")).toEqual({ status: 0, printed: "" });
    const found = run("secretlint/bin/secretlint.js", "--format=unix", "bad.env");
    expect(found).toMatchObject({ status: 1 });
    expect(found.printed).toContain("[PLEO_API_KEY]");
    expect(found.printed).not.toContain(KEY);

    const compiled = run("typescript/bin/tsc", "-p", "tsconfig.json");
    expect(compiled.printed.match(/\S+(?=: error)/g)).toEqual(["types.ts(7,14)"]);
  });

  test("a registry that does not answer is told from a package that is broken", () => {
    const { install } = createInstallation(manager, {});
    const options = ["--registry", NOBODY, "--fetch-retries", "0", "--prefer-offline=false"];
    expect(isUnreachable(install(...options))).toBe(true);
  });
});

test.each([
  [0, "added 92 packages after ETIMEDOUT", false],
  [1, "npm error code ENOTFOUND", true],
  [1, "npm error code ENOTEMPTY", false],
  [1, "npm error code E404", false],
  [1, "npm error code ERESOLVE", false],
  [1, "ERR_PNPM_META_FETCH_FAIL reason: connect ECONNREFUSED", true],
  [1, "ERR_PNPM_NO_MATCHING_VERSION", false],
])("status %i with %s: unreachable is %s", (status, printed, expected) => {
  expect(isUnreachable({ status, printed })).toBe(expected);
});
