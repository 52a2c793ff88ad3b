import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { ESLint } from "eslint";
import { defineConfig } from "eslint/config";
import { describe, expect, test } from "vitest";
import plugin from "../../eslint-plugin/index.ts";
import { exampleKey } from "../support/keys.ts";

/** Refuses what whoever lints with another tool has not installed, for `import` and `require` alike. */
const REFUSE = `
  import { registerHooks } from "node:module";
  const absent = /^(eslint|typescript|@typescript-eslint\\/parser)(\\/|$)/;
  registerHooks({
    resolve(specifier, context, next) {
      if (absent.test(specifier)) throw new Error("absent: " + specifier);
      return next(specifier, context);
    },
  });
`;

function runWithout(code: string): { readonly stdout: string; readonly stderr: string } {
  const preload = `data:text/javascript,${encodeURIComponent(REFUSE)}`;
  return spawnSync(process.execPath, ["--import", preload, "--input-type=module", "--eval", code], {
    encoding: "utf8",
  });
}

describe("without ESLint and TypeScript installed", () => {
  test("the refusal works", () => {
    expect(runWithout('await import("eslint");').stderr).toContain("absent: eslint");
    expect(runWithout('await import("@typescript-eslint/utils");').stderr).toContain("absent: ");
  });

  test("the plugin loads", () => {
    const { stdout, stderr } = runWithout(
      'const { default: plugin } = await import("./eslint-plugin/index.ts"); console.log(plugin.meta.name);',
    );
    expect({ stdout, stderr }).toEqual({ stdout: "eslint-plugin-pleo\n", stderr: "" });
  });
});

describe("the plugin", () => {
  test("is what package.json says, under the name that projects use", () => {
    const { name, version } = JSON.parse(readFileSync("package.json", "utf8")) as {
      readonly name: string;
      readonly version: string;
    };
    expect(plugin.meta).toEqual({ name, version, namespace: "pleo" });
  });

  test("is the one that its presets register", () => {
    expect(plugin.configs.recommended.plugins?.["pleo"]).toBe(plugin);
  });

  test.each([
    ["by name", defineConfig({ plugins: { pleo: plugin }, extends: ["pleo/recommended"] }), "pleo"],
    ["as an object", defineConfig(plugin.configs.recommended), "pleo"],
    [
      "under another name",
      defineConfig({ plugins: { renamed: plugin }, extends: ["renamed/recommended"] }),
      "renamed",
    ],
  ])("can be extended %s", async (_how, config, prefix) => {
    const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: config });
    const [result] = await eslint.lintText(`const a = "${exampleKey()}";`, { filePath: "a.js" });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual([`${prefix}/no-hardcoded-key`]);
  });

  test("leaves files alone that are not JavaScript or TypeScript", async () => {
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [plugin.configs.recommended],
    });
    expect(await eslint.isPathIgnored("a.ts")).toBe(false);
    expect(await eslint.calculateConfigForFile("a.css")).toBeUndefined();
  });
});
