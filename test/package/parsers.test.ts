import { beforeAll, expect, test, vi } from "vitest";
import { exampleKey } from "../support/keys.ts";
import { PATIENCE, createConsumer, placesOf, runESLint } from "./consumer.ts";
import { packedPackage } from "./packed.ts";

vi.setConfig(PATIENCE);
beforeAll(() => {
  packedPackage();
});

const INSTALLED = {
  "@typescript-eslint/parser": "@typescript-eslint/parser",
  "vue-eslint-parser": "vue-eslint-parser",
  "svelte-eslint-parser": "svelte-eslint-parser",
};

const CONFIG = `
import pleo from "eslint-plugin-pleo";
import typescript from "@typescript-eslint/parser";
import vue from "vue-eslint-parser";
import svelte from "svelte-eslint-parser";

const parserOptions = { parser: typescript };
export default [
  pleo.configs.recommended,
  pleo.configs.components,
  { files: ["**/*.jsx"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ["**/*.{ts,tsx}"], languageOptions: { parser: typescript } },
  { files: ["**/*.vue"], languageOptions: { parser: vue, parserOptions } },
  { files: ["**/*.svelte"], languageOptions: { parser: svelte, parserOptions } },
];
`;

const key = exampleKey();

interface Sample {
  readonly file: string;
  readonly lines: readonly string[];
  readonly expected: readonly string[];
}

const SAMPLES: readonly Sample[] = [
  {
    file: "espree.js",
    lines: ["const { PLEO_API_KEY: key } = process.env;", "console.log(key);"],
    expected: ["2:13 pleo/no-key-in-log"],
  },
  {
    file: "espree.jsx",
    lines: [
      "const key = process.env.PLEO_API_KEY;",
      "console.warn(key);",
      `export const Code = () => <code>${key}</code>;`,
    ],
    expected: ["2:14 pleo/no-key-in-log", "3:33 pleo/no-hardcoded-key"],
  },
  {
    file: "typescript.ts",
    lines: [
      "class Client {",
      "  readonly #key = process.env.PLEO_API_KEY as string;",
      "  fail(): never {",
      "    throw new Error(`refused: ${this.#key!}`);",
      "  }",
      "}",
      "export default Client satisfies unknown;",
    ],
    expected: ["4:21 pleo/no-key-in-error"],
  },
  {
    file: "options.vue",
    lines: [
      "<template>",
      `  <p title="${key}">{{ text }}</p>`,
      "</template>",
      "<script>",
      "export default {",
      "  created() {",
      '    localStorage.setItem("pleo", import.meta.env.PLEO_API_KEY);',
      "  },",
      "};",
      "</script>",
    ],
    expected: [
      "2:13 pleo/no-hardcoded-key",
      "7:34 pleo/no-key-in-browser-storage",
      "7:34 pleo/no-key-in-client-code",
    ],
  },
  {
    file: "setup.vue",
    lines: [
      '<script setup lang="ts">',
      'import { ref } from "vue";',
      "const key: string = import.meta.env.VITE_PLEO_API_KEY;",
      "const text = ref(0);",
      "console.log(key);",
      "</script>",
      '<template><p v-for="n in text" :key="n" @click="text++">{{ n }}</p></template>',
      "<style scoped>p { color: v-bind(text) }</style>",
    ],
    expected: [
      "3:21 pleo/no-key-in-client-code",
      "3:37 pleo/no-key-in-public-env",
      "5:13 pleo/no-key-in-log",
    ],
  },
  {
    file: "Page.svelte",
    lines: [
      '<script lang="ts">',
      '  import { PLEO_API_KEY } from "$env/static/private";',
      "  let count: number = 0;",
      "  $: doubled = count * 2;",
      "  console.log(PLEO_API_KEY);",
      "</script>",
      "<button on:click={() => (count += 1)}>{doubled}</button>",
      `{#if count}<p title="${key}">{count}</p>{/if}`,
    ],
    expected: [
      "2:12 pleo/no-key-in-client-code",
      "5:15 pleo/no-key-in-log",
      "8:22 pleo/no-hardcoded-key",
    ],
  },
  {
    file: "clean.vue",
    lines: [
      '<script setup lang="ts">defineProps<{ pleoApiKeyName: string }>();</script>',
      "<template><p>{{ pleoApiKeyName }}</p></template>",
    ],
    expected: [],
  },
];

test.each(["eslint", "eslint-9"])("every parser's files are read by %s", (installedAs) => {
  const texts = SAMPLES.map(({ file, lines }) => [file, lines.join("\n")] as const);
  const consumer = createConsumer({
    installed: { eslint: installedAs, ...INSTALLED },
    files: { "eslint.config.mjs": CONFIG, ...Object.fromEntries(texts) },
  });
  const expected = SAMPLES.flatMap(({ file, expected }) => expected.map((at) => `${file}:${at}`));
  expect(placesOf(runESLint(consumer, ["."]))).toEqual(expected.toSorted());
});
