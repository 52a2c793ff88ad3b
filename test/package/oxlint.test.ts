import { beforeAll, expect, test, vi } from "vitest";
import { rules } from "../../eslint-plugin/rules.ts";
import { readPage, samplesOf } from "../eslint-plugin/rule-page.ts";
import { exampleKey } from "../support/keys.ts";
import { PATIENCE, createConsumer, placesOf, runESLint, runOxlint } from "./consumer.ts";
import { NODES, insistOn } from "./nodes.ts";
import { packedPackage } from "./packed.ts";

vi.setConfig(PATIENCE);
beforeAll(() => {
  packedPackage();
});

const names = Object.keys(rules);

const OXLINT_CONFIG = JSON.stringify({
  jsPlugins: ["eslint-plugin-pleo"],
  categories: { correctness: "off" },
  rules: Object.fromEntries(names.map((name) => [`pleo/${name}`, "error"])),
});

const ESLINT_CONFIG = `
import pleo from "eslint-plugin-pleo";
import typescript from "@typescript-eslint/parser";

export default [
  pleo.configs.strict,
  { files: ["**/*.tsx"], languageOptions: { parser: typescript } },
];
`;

/** Samples that are good and samples that are bad, each in a file of its own. */
function filesOfPages(): Readonly<Record<string, string>> {
  const samples = names.flatMap((name) =>
    ["Incorrect", "Correct"].flatMap((section) =>
      samplesOf(readPage(name), section).map(
        (text, index) => [`src/${name}/${section.toLowerCase()}-${index}.tsx`, text] as const,
      ),
    ),
  );
  return Object.fromEntries(samples);
}

/** Oxlint counts bytes where ESLint counts UTF-16, and both have an opinion on what ends a line. */
const WIDE = [
  "// Ärger mit 💳",
  'const key = "é" && process.env.PLEO_API_KEY;',
  'console.log("💳💳", "Ünïcödé", key);\r',
  `export const ärger = "💳 ${exampleKey()}";`,
].join("\n");

const JSX = `
"use client";
export function Form({ pleoApiKey }: { readonly pleoApiKey: string }) {
  sessionStorage.setItem("key", pleoApiKey);
  return <p title="${exampleKey()}">{pleoApiKey.length}</p>;
}
`;

test("oxlint finds what ESLint finds, and where", () => {
  const files = { ...filesOfPages(), "src/wide.tsx": WIDE, "src/form.tsx": JSX };
  const oxlint = createConsumer({
    installed: { oxlint: "oxlint" },
    files: { ".oxlintrc.json": OXLINT_CONFIG, ...files },
  });
  const eslint = createConsumer({
    installed: { eslint: "eslint", "@typescript-eslint/parser": "@typescript-eslint/parser" },
    files: { "eslint.config.mjs": ESLINT_CONFIG, ...files },
  });
  const found = runOxlint(oxlint, ["src"]);
  expect(placesOf(found)).toEqual(placesOf(runESLint(eslint, ["src"])));
  const reported = new Set(found.map(({ rule }) => rule.replace("pleo/", "")));
  expect([...reported].toSorted()).toEqual(names);
});

test("oxlint has neither ESLint nor TypeScript there", () => {
  const consumer = createConsumer({
    installed: { oxlint: "oxlint" },
    files: {
      "find.cjs": `
        const { createRequire } = require("node:module");
        const plugin = createRequire(require.resolve("eslint-plugin-pleo"));
        const { dependencies = {} } = plugin("eslint-plugin-pleo/package.json");
        const others = Object.keys(dependencies).map((name) => createRequire(plugin.resolve(name)));
        const found = ["eslint", "typescript", "@typescript-eslint/parser"].filter((name) =>
          [plugin, ...others].some((from) => {
            try { return from.resolve(name); } catch { return false; }
          }));
        process.stdout.write(JSON.stringify(found));`,
    },
  });
  expect(consumer.run("find.cjs").stdout).toBe("[]");
});

test("oxlint reads components, and its comments switch rules off", () => {
  const consumer = createConsumer({
    installed: { oxlint: "oxlint" },
    files: {
      ".oxlintrc.json": OXLINT_CONFIG,
      "src/a.vue": `<template><p>{{ n }}</p></template>\n<script setup lang="ts">\nconsole.log(process.env.PLEO_API_KEY as string);\n</script>\n`,
      "src/b.js":
        "// oxlint-disable-next-line pleo/no-key-in-log\nconsole.log(process.env.PLEO_API_KEY);\n",
    },
  });
  expect(placesOf(runOxlint(consumer, ["src"]))).toEqual([
    "src/a.vue:3:13 pleo/no-key-in-client-code",
    "src/a.vue:3:13 pleo/no-key-in-log",
  ]);
});

test.each(NODES)("oxlint runs it on Node $version", (node) => {
  const consumer = createConsumer({
    installed: { oxlint: "oxlint" },
    files: {
      // Plugins are loaded in order, by the Node that oxlint itself runs on.
      ".oxlintrc.json": JSON.stringify({
        ...(JSON.parse(OXLINT_CONFIG) as object),
        jsPlugins: ["./insist.mjs", "eslint-plugin-pleo"],
      }),
      "insist.mjs": `${insistOn(node)} export default { meta: { name: "insist" }, rules: {} };`,
      "src/bad.js": "console.log(process.env.PLEO_API_KEY);\n",
      "src/good.js": 'console.log("asking Pleo");\n',
    },
  });
  expect(placesOf(runOxlint(consumer, ["src"], node.file))).toEqual([
    "src/bad.js:1:13 pleo/no-key-in-log",
  ]);
});
