import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { pageOf } from "../../eslint-plugin/create-rule.ts";
import plugin from "../../eslint-plugin/index.ts";
import { rules } from "../../eslint-plugin/rules.ts";
import { readSettings } from "../../eslint-plugin/settings.ts";
import {
  PATIENCE,
  createConsumer,
  runESLint,
  runOxlint,
  type Finding,
} from "../package/consumer.ts";
import { packedPackage } from "../package/packed.ts";
import { exampleKey } from "../support/keys.ts";

vi.setConfig(PATIENCE);
beforeAll(() => {
  packedPackage();
});

/** What the samples import, besides the plugin. */
const INSTALLED = Object.fromEntries(
  [
    "eslint",
    "oxlint",
    "svelte",
    "svelte-eslint-parser",
    "typescript",
    "typescript-eslint",
    "vue-eslint-parser",
    "@types/node",
  ].map((name) => [name, name]),
);

/** A project in which every sample has something to find. */
const PROJECT: Readonly<Record<string, string>> = {
  "package.json": '{ "type": "module" }\n',
  "tsconfig.json":
    '{ "compilerOptions": { "strict": true, "module": "NodeNext" }, "include": ["src"] }\n',
  "src/plain.js": "console.log(process.env.PLEO_API_KEY);\n",
  "src/markup.jsx": "export const app = <PleoProvider apiKey={1} />;\nconsole.log(pleoApiKey);\n",
  "src/typed.ts": "const token: string = process.env.PLEO_API_KEY ?? ``;\nconsole.log(token);\n",
  "src/source.ts": [
    "export const secret = process.env.PLEO_API_KEY;",
    "type PleoApiKey = string & { readonly isKey: true };",
    "export const branded = globalThis.name as PleoApiKey;",
    `export const written = "${exampleKey()}";`,
    "export const company = process.env.PLEO_COMPANY_ID;",
  ].join("\n"),
  "src/use.ts": [
    'import { branded, company, secret, written } from "./source.js";',
    "console.log(secret);",
    "console.log(branded);",
    "console.log(written);",
    "console.log(company);",
  ].join("\n"),
  "src/Page.vue":
    '<script setup lang="ts">\nconst n: string = pleoApiKey;\nconsole.log(n);\n</script>\n',
  "src/Page.svelte":
    '<script lang="ts">\nconst n: string = pleoApiKey;\nconsole.log(n);\n</script>\n',
  "src/own-names.js":
    "audit.add(expensesToken);\nconsole.log(expensesToken);\nconsole.log(withoutSecrets(expensesToken));\n",
  "src/widgets/load.js": "export const load = () => fetchAll(process.env.PLEO_API_KEY);\n",
  "src/emails/load.js": "window.onload = () => fetchAll(process.env.PLEO_API_KEY);\n",
  ".env": `STORED=${exampleKey()}\n`,
};

function samplesIn(page: string, language: string): readonly string[] {
  const blocks = readFileSync(page, "utf8").matchAll(/^```(\w+)\n([^]*?)^```$/gm);
  return [...blocks].flatMap(([, name, text = ""]) => (name === language ? [text] : []));
}

function placesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ file, line, rule }) => `${file}:${line} ${rule}`).toSorted();
}

const STORED = ".env:1 pleo/no-hardcoded-key";
const IN_PAGE = "src/emails/load.js:1 pleo/no-key-in-client-code";
const SCRIPTS = [
  "src/markup.jsx:2 pleo/no-key-in-log",
  "src/plain.js:1 pleo/no-key-in-log",
  "src/source.ts:4 pleo/no-hardcoded-key",
  "src/typed.ts:2 pleo/no-key-in-log",
];

interface Setup {
  readonly name: string;
  /** Modules of which each gives a part of the configuration. */
  readonly parts: readonly (string | undefined)[];
  readonly finds: readonly string[];
}

const [quickStart] = samplesIn("README.md", "js");
const [typed, components, settings] = samplesIn("docs/eslint.md", "js");

const SETUPS: readonly Setup[] = [
  { name: "of the quick start", parts: [quickStart], finds: [...SCRIPTS, IN_PAGE, STORED] },
  {
    name: "with names of the project's own",
    parts: [quickStart, settings],
    finds: [
      ...SCRIPTS,
      STORED,
      "src/own-names.js:1 pleo/no-key-in-log",
      "src/own-names.js:2 pleo/no-key-in-log",
      "src/widgets/load.js:1 pleo/no-key-in-client-code",
    ],
  },
  {
    name: "with types",
    parts: [typed],
    finds: [
      ...SCRIPTS,
      IN_PAGE,
      STORED,
      ...[2, 3, 4].map((line) => `src/use.ts:${line} pleo/no-key-in-log`),
    ],
  },
  {
    name: "of components",
    parts: [components],
    finds: [
      ...SCRIPTS,
      IN_PAGE,
      "src/Page.svelte:3 pleo/no-key-in-log",
      "src/Page.vue:3 pleo/no-key-in-log",
    ],
  },
];

/** Of other rules oxlint has some switched on by itself. */
function findWithOxlint(config: string): readonly string[] {
  const consumer = createConsumer({
    installed: { oxlint: "oxlint" },
    files: { ...PROJECT, ".oxlintrc.json": config },
  });
  const found = runOxlint(consumer, ["src"]);
  return placesOf(found.filter(({ rule }) => rule.startsWith("pleo/")));
}

describe("a setup to copy", () => {
  test("stands in the README and on the plugin's page, and nowhere unseen", () => {
    expect(samplesIn("README.md", "js")).toHaveLength(1);
    expect(samplesIn("docs/eslint.md", "js")).toHaveLength(3);
  });

  test.each(SETUPS)("$name finds what it should, and nothing else", ({ parts, finds }) => {
    const files = Object.fromEntries(parts.map((part, index) => [`part-${index}.js`, part ?? ""]));
    const config = [
      ...parts.map((_part, index) => `import part${index} from "./part-${index}.js";`),
      `export default [${parts.map((_part, index) => `...part${index}`).join(", ")}];`,
    ].join("\n");
    const consumer = createConsumer({
      installed: INSTALLED,
      files: { ...PROJECT, ...files, "eslint.config.js": config },
    });
    expect(placesOf(runESLint(consumer, ["."]))).toEqual(finds.toSorted());
  });

  test("for oxlint finds what it should, and nothing else", () => {
    const [config = ""] = samplesIn("docs/eslint.md", "json");
    expect(findWithOxlint(config)).toEqual(
      [
        ...SCRIPTS,
        IN_PAGE,
        "src/Page.svelte:3 pleo/no-key-in-log",
        "src/Page.vue:3 pleo/no-key-in-log",
      ].toSorted(),
    );
  });
});

describe("oxlint", () => {
  test("reads the settings as well", () => {
    const [config = ""] = samplesIn("docs/eslint.md", "json");
    const pleo = { keyNames: ["expensesToken"], serverFiles: ["src/emails/**"] };
    const found = findWithOxlint(JSON.stringify({ ...JSON.parse(config), settings: { pleo } }));
    expect(found).toContain("src/own-names.js:2 pleo/no-key-in-log");
    expect(found).not.toContain(IN_PAGE);
  });
});

describe("what is said of the plugin", () => {
  const readme = readFileSync("README.md", "utf8");
  const page = readFileSync("docs/eslint.md", "utf8");

  test("names every preset", () => {
    const presets = Object.keys(plugin.configs);
    expect(presets.filter((preset) => !page.includes(`\n| \`${preset}\``))).toEqual([]);
  });

  test("names every setting, and shows all but the one that a preset sets", () => {
    const names = Object.keys(readSettings({}));
    expect(names.filter((name) => !page.includes(`\n| \`${name}\``))).toEqual([]);
    expect(names.filter((name) => !settings?.includes(` ${name}: [`))).toEqual(["typeInformation"]);
  });

  test("counts the rules and the presets", () => {
    expect(readme).toContain(` ${Object.keys(rules).length} rules, five presets`);
    expect(Object.keys(plugin.configs)).toHaveLength(5);
  });

  test("sends those who ask for a rule's limits to its page", () => {
    const unknown = Object.keys(rules).filter(
      (name) => !page.includes(`\n- [${name}](../${pageOf(name)}#what-it-does-not-see): `),
    );
    expect(unknown).toEqual([]);
  });
});

test("the first step of adopting it sets secretlint up as its page does", () => {
  const [steps = ""] = samplesIn("docs/adopt.md", "sh");
  const config = /^echo '(.*)' > \.secretlintrc\.json$/m.exec(steps)?.[1] ?? "";
  const page = readFileSync("eslint-plugin/docs/secretlint.md", "utf8");
  const shown = /^```json \.secretlintrc\.json\n([^]*?)^```$/m.exec(page)?.[1] ?? "";
  expect(JSON.parse(config)).toEqual(JSON.parse(shown));
  const run = 'npx secretlint "**/*"\n';
  expect([steps.includes(run), page.includes(run)]).toEqual([true, true]);
});
