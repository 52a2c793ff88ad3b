import { beforeAll, describe, expect, test, vi } from "vitest";
import { PATIENCE, createConsumer } from "./consumer.ts";
import { packedPackage } from "./packed.ts";

vi.setConfig(PATIENCE);
beforeAll(() => {
  packedPackage();
});

const MODULE = `
import type { ESLint, Linter } from "eslint";
import { defineConfig } from "eslint/config";
import pleo from "eslint-plugin-pleo";

const plugin: ESLint.Plugin = pleo;
const preset: Linter.Config = pleo.configs.recommended;
const named: readonly Linter.Config[] = [pleo.configs.strict, pleo.configs.files, pleo.configs.components];

export { plugin, preset, named };
export default defineConfig(
  { plugins: { pleo }, extends: ["pleo/recommended"] },
  pleo.configs.recommendedTypeChecked,
);
`;

const COMMON = `
import type { Linter } from "eslint";
import pleo = require("eslint-plugin-pleo");

const config: Linter.Config[] = [pleo.configs.recommended];
export = config;
`;

/** What a compiler has to refuse, or the checks above prove nothing. */
const WRONG = `
import pleo from "eslint-plugin-pleo";
export const preset: string = pleo.configs.recommended;
export const typo = pleo.confgs;
`;

interface Case {
  readonly module: string;
  readonly resolution: string;
  readonly file: string;
  readonly text: string;
}

const CASES: readonly Case[] = [
  { module: "node16", resolution: "node16", file: "eslint.config.mts", text: MODULE },
  { module: "nodenext", resolution: "nodenext", file: "eslint.config.ts", text: MODULE },
  { module: "esnext", resolution: "bundler", file: "eslint.config.ts", text: MODULE },
  { module: "node16", resolution: "node16", file: "eslint.config.cts", text: COMMON },
  { module: "nodenext", resolution: "nodenext", file: "eslint.config.cts", text: COMMON },
];

function compile({ module, resolution, file, text }: Case): string {
  const consumer = createConsumer({
    installed: { eslint: "eslint", typescript: "typescript" },
    files: {
      "package.json": '{ "type": "module" }',
      [file]: text,
      "tsconfig.json": JSON.stringify({
        compilerOptions: {
          module,
          moduleResolution: resolution,
          target: "es2022",
          strict: true,
          noEmit: true,
          types: [],
          skipLibCheck: false,
        },
        files: [file],
      }),
    },
  });
  const { stdout } = consumer.run("typescript/bin/tsc", ["-p", "tsconfig.json"]);
  // Of other packages' declarations we answer for none. On Windows they may lie on another drive.
  return stdout.replaceAll(/^(?:(?:\.\.\/)+|[A-Za-z]:\/).*\n(?: .*\n)*/gm, "");
}

describe("a configuration in TypeScript", () => {
  test.each(CASES)("compiles as $file with $module and $resolution", (given) => {
    expect(compile(given)).toBe("");
  });

  test("is refused where it is wrong", () => {
    const problems = compile({
      module: "nodenext",
      resolution: "nodenext",
      file: "eslint.config.ts",
      text: WRONG,
    });
    expect(problems.match(/^eslint\.config\.ts\(\d+,\d+\)/gm)).toEqual([
      "eslint.config.ts(3,14)",
      "eslint.config.ts(4,26)",
    ]);
  });
});
