import { beforeAll, describe, expect, test, vi } from "vitest";
import { exampleKey } from "../support/keys.ts";
import { PATIENCE, createConsumer, placesOf, runESLint } from "./consumer.ts";
import type { Finding } from "./consumer.ts";
import { NODES, insistOn } from "./nodes.ts";
import { packedPackage } from "./packed.ts";

vi.setConfig(PATIENCE);
beforeAll(() => {
  packedPackage();
});

/** Every major version that package.json promises, and what it is called here. */
const VERSIONS = [
  ["9", "eslint-9"],
  ["10", "eslint"],
] as const;

const key = exampleKey();
const SCRIPT = [
  "const key = process.env.PLEO_API_KEY;",
  "console.log(key);",
  "export const url = `https://external.pleo.io/v1/employees?api_key=${key}`;",
  `export const written = "${key}";`,
].join("\n");

/** What the same program does when it takes care. */
const GOOD = [
  "const key = process.env.PLEO_API_KEY;",
  'console.log("asking Pleo");',
  "const authorization = `Basic ${Buffer.from(`${key}:`).toString('base64')}`;",
  'export const answer = fetch("https://external.pleo.io/v1/introspect", { headers: { authorization } });',
].join("\n");

function placesIn(file: string, prefix: string): readonly string[] {
  return [
    `${file}:2:13 ${prefix}/no-key-in-log`,
    `${file}:3:69 ${prefix}/no-key-in-url`,
    `${file}:4:25 ${prefix}/no-hardcoded-key`,
  ];
}

const EXTENDS = (name: string): string =>
  `defineConfig({ files: ["**/*.js"], plugins: { ${name}: pleo }, extends: ["${name}/recommended"] })`;

interface Setup {
  readonly how: string;
  readonly config: string;
  readonly text: string;
  readonly prefix?: string;
}

const SETUPS: readonly Setup[] = [
  {
    how: "with a preset in a list",
    config: "eslint.config.js",
    text: 'import pleo from "eslint-plugin-pleo"; export default [pleo.configs.recommended];',
  },
  {
    how: "with a preset extended by name",
    config: "eslint.config.mjs",
    text: `import pleo from "eslint-plugin-pleo"; import { defineConfig } from "eslint/config"; export default ${EXTENDS("pleo")};`,
  },
  {
    how: "as CommonJS",
    config: "eslint.config.cjs",
    text: 'const pleo = require("eslint-plugin-pleo"); module.exports = [pleo.configs.recommended];',
  },
  {
    how: "as TypeScript",
    config: "eslint.config.ts",
    text: 'import pleo from "eslint-plugin-pleo"; import type { Linter } from "eslint"; const config: Linter.Config[] = [pleo.configs.recommended]; export default config;',
  },
  {
    how: "as TypeScript in CommonJS",
    config: "eslint.config.cts",
    text: 'import pleo = require("eslint-plugin-pleo"); export = [pleo.configs.recommended];',
  },
  {
    how: "under another name",
    config: "eslint.config.js",
    text: `import pleo from "eslint-plugin-pleo"; import { defineConfig } from "eslint/config"; export default ${EXTENDS("renamed")};`,
    prefix: "renamed",
  },
];

/** No message may hold a key, or the prefix under which only some have registered the plugin. */
function expectDiscretion(findings: readonly Finding[]): void {
  for (const { message } of findings) {
    expect(message).not.toMatch(/pleo\/[a-z]/);
    expect(message).not.toContain(key.slice(4, 12));
    expect(message).not.toContain(key.slice(-8, -4));
  }
}

describe.each(VERSIONS)("ESLint %s", (_version, installedAs) => {
  test.each(SETUPS)("runs the plugin $how", ({ config, text, prefix = "pleo" }) => {
    const consumer = createConsumer({
      installed: { eslint: installedAs, jiti: "jiti" },
      files: { "package.json": '{ "type": "module" }', [config]: text, "src/a.js": SCRIPT },
    });
    const findings = runESLint(consumer, ["src"]);
    expect(placesOf(findings)).toEqual(placesIn("src/a.js", prefix));
    expectDiscretion(findings);
  });

  test.each(NODES)("runs it on Node $version", (node) => {
    const consumer = createConsumer({
      installed: { eslint: installedAs },
      files: {
        "package.json": '{ "type": "commonjs" }',
        "eslint.config.js": `${insistOn(node)} const pleo = require("eslint-plugin-pleo"); module.exports = [pleo.configs.strict, pleo.configs.files];`,
        "a.mjs": SCRIPT,
        "b.env": `PLEO_API_KEY=${key}`,
        "good.mjs": GOOD,
        "good.env": "PLEO_API_KEY=\n",
      },
    });
    const findings = runESLint(consumer, ["a.mjs", "b.env", "good.mjs", "good.env"], node.file);
    expect(placesOf(findings)).toEqual([
      ...placesIn("a.mjs", "pleo"),
      "b.env:1:14 pleo/no-hardcoded-key",
    ]);
    expectDiscretion(findings);
  });

  test.each(["pleo", "renamed"])("reads any file, registered as %s", (name) => {
    const consumer = createConsumer({
      installed: { eslint: installedAs },
      files: {
        "eslint.config.mjs": `import pleo from "eslint-plugin-pleo"; import { defineConfig } from "eslint/config"; export default defineConfig({ plugins: { ${name}: pleo }, extends: ["${name}/files"] });`,
        ".env": `# kept\nPLEO_API_KEY=${key}\nVITE_PLEO_API_KEY=$OTHER\n`,
        "deploy/values.yml": `pleo:\n  apiKey: ${key}\n  # eslint-disable-next-line ${name}/no-hardcoded-key -- an example\n  other: ${key}\n`,
        "package-lock.json": `{ "key": "${key}" }`,
        "src/a.css": `/* ${key} */`,
      },
    });
    const findings = runESLint(consumer, ["."]);
    expect(placesOf(findings)).toEqual([
      `.env:2:14 ${name}/no-hardcoded-key`,
      `.env:3:1 ${name}/no-key-in-public-env`,
      `deploy/values.yml:2:11 ${name}/no-hardcoded-key`,
    ]);
    expectDiscretion(findings);
  });
});
