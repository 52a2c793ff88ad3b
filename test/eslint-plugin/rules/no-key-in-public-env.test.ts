import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noKeyInPublicEnv } from "../../../eslint-plugin/rules/no-key-in-public-env.ts";
import { arbitraryDebris } from "../../support/arbitrary-keys.ts";
import { cpuTimeOf, growthOf } from "../../support/cpu-time.ts";
import { exampleKey } from "../../support/keys.ts";
import { lintText, pointedAt } from "../language/lint-text.ts";
import { lintRaw } from "../lint.ts";
import { RuleTester } from "../rule-tester.ts";

const RULE = "no-key-in-public-env";
const KEY = exampleKey();

interface Named {
  readonly prefix: string;
  readonly tool: string;
  readonly privateName?: string;
}

/** The report of a public name, with what is suggested. */
function named({ prefix, tool, privateName = "PLEO_API_KEY" }: Named, output: string | null) {
  const data = { name: `${prefix}${privateName}`, prefix, tool, privateName };
  return {
    messageId: "publicName" as const,
    data,
    suggestions:
      output === null ? null : [{ messageId: "rename" as const, data: { privateName }, output }],
  };
}

function inlined(place: string, what: string) {
  return { messageId: "inlined" as const, data: { place: `\`${place}\``, what } };
}

const NEXT = { prefix: "NEXT_PUBLIC_", tool: "Next.js" };
const VITE = { prefix: "VITE_", tool: "Vite" };
const SVELTE = { prefix: "PUBLIC_", tool: "SvelteKit, Astro or Rsbuild" };
const NAME = "`PLEO_API_KEY`";

new RuleTester().run(RULE, noKeyInPublicEnv, {
  valid: [
    {
      name: "what another rule tells, since the import shows an app",
      code: 'import Config from "react-native-config"; f(Config.PLEO_API_KEY);',
    },
    { name: "nothing at all", code: "" },
    { name: "a private name", code: "const key = process.env.PLEO_API_KEY;" },
    {
      name: "a public name of something else of Pleo's",
      code: "f(process.env.NEXT_PUBLIC_PLEO_COMPANY_ID);",
    },
    {
      name: "a public name of somebody else's, of a switch, and of no real key",
      code: "f(import.meta.env.VITE_ACME_EMPLEO_KEY, import.meta.env.VITE_HAS_PLEO_API_KEY, import.meta.env.VITE_FAKE_PLEO_API_KEY);",
    },
    {
      name: "a public name of what describes the key",
      code: "f(import.meta.env.VITE_PLEO_API_KEY_ID);",
    },
    { name: "a public address", code: "f(import.meta.env.VITE_PLEO_API_URL);" },
    {
      name: "a public name of another key",
      code: "/* pleo */ f(process.env.NEXT_PUBLIC_STRIPE_KEY);",
    },
    {
      name: "a public name of something that only ends like Pleo",
      code: "f(process.env.VITE_EMPLEO_API_KEY);",
    },
    { name: "a prefix in the middle", code: "f(process.env.PLEO_VITE_API_KEY);" },
    { name: "a prefix in small letters", code: "f(process.env.vite_PLEO_API_KEY);" },
    { name: "a prefix that no tool has", code: "f(process.env.MY_PUBLIC_PLEO_API_KEY);" },
    { name: "a deletion", code: "delete process.env.VITE_PLEO_API_KEY;" },
    { name: "an emptying", code: 'process.env.VITE_PLEO_API_KEY = "";' },
    { name: "an unsetting", code: "process.env.VITE_PLEO_API_KEY = undefined;" },
    { name: "a prohibition", code: 'if (process.env.VITE_PLEO_API_KEY) throw new Error("never");' },
    {
      name: "a prohibition by comparison",
      code: "if (process.env.VITE_PLEO_API_KEY !== undefined || other) { log(); process.exit(1); }",
    },
    {
      name: "a prohibition by a double negation",
      code: "if (!!process.env.VITE_PLEO_API_KEY) { throw new Error(); }",
    },
    {
      name: "a define of a comparison, under its name",
      code: "export default { define: { __PLEO_API_KEY__: process.env.PLEO_API_KEY !== undefined } };",
    },
    {
      name: "a define of a length, under its name",
      code: "export default { define: { __PLEO_API_KEY__: process.env.PLEO_API_KEY.length } };",
    },
    {
      name: "a prohibition by an assertion",
      code: 'assert(!process.env.VITE_PLEO_API_KEY, "never");',
    },
    {
      name: "a test that it is not there",
      code: "expect(process.env.VITE_PLEO_API_KEY).toBeUndefined();",
    },
    {
      name: "a schema that forbids it",
      code: "createEnv({ client: { NEXT_PUBLIC_PLEO_API_KEY: z.never() } });",
    },
    {
      name: "an entry that explains it",
      code: 'const hints = { VITE_PLEO_API_KEY: "It would be public." };',
    },
    {
      name: "a schema of what servers get",
      code: 'const env = { PLEO_API_KEY: envField.string({ context: "server", access: "secret" }) };',
    },
    {
      name: "a name that is a constant and private",
      code: 'const NAME = "PLEO_API_KEY"; f(process.env[NAME]);',
    },
    {
      name: "a setting that is called Config",
      code: 'import Config from "./config"; f(Config.PLEO_API_KEY);',
    },
    { name: "a text that speaks of it", code: 'log("Do not set VITE_PLEO_API_KEY here.");' },
    { name: "a text that is its name", code: 'forbid("VITE_PLEO_API_KEY");' },
    { name: "a translation", code: 't("VITE_PLEO_API_KEY");' },
    { name: "a comment", code: "// VITE_PLEO_API_KEY\nrun();" },
    { name: "a type", code: "interface ImportMetaEnv { readonly VITE_PLEO_API_KEY: never }" },
    { name: "a variable of its own", code: "const VITE_PLEO_API_KEY = 1; f(VITE_PLEO_API_KEY);" },
    { name: "an emptied entry", code: 'const env = { VITE_PLEO_API_KEY: "" };' },
    { name: "an entry without a value", code: "const env = { VITE_PLEO_API_KEY: undefined };" },
    { name: "an entry with a sample", code: 'const env = { VITE_PLEO_API_KEY: "your-api-key" };' },
    {
      name: "a define of nothing",
      code: 'export default { define: { "process.env.PLEO_API_KEY": "undefined" } };',
    },
    {
      name: "a define of an empty text",
      code: `export default { define: { "process.env.PLEO_API_KEY": '""' } };`,
    },
    {
      name: "a define of an empty text that is made",
      code: 'export default { define: { "process.env.PLEO_API_KEY": JSON.stringify("") } };',
    },
    {
      name: "a define of whether it is there",
      code: "export default { define: { __HAS_PLEO__: JSON.stringify(Boolean(process.env.PLEO_API_KEY)) } };",
    },
    {
      name: "a define of whether it is there, under its name",
      code: "export default { define: { __PLEO_API_KEY__: !!process.env.PLEO_API_KEY } };",
    },
    {
      name: "a define of something else of Pleo's",
      code: "export default { define: { __PLEO_HOST__: JSON.stringify(process.env.PLEO_HOST) } };",
    },
    {
      name: "env outside of a configuration that inlines it",
      code: "spawn(command, { env: { PLEO_API_KEY: process.env.PLEO_API_KEY } });",
    },
    {
      name: "env of another configuration",
      filename: "vitest.config.ts",
      code: "export default { test: { env: { PLEO_API_KEY: process.env.PLEO_API_KEY } } };",
    },
    {
      name: "something else in the env of Next.js",
      filename: "next.config.mjs",
      code: "export default { env: { PLEO_COMPANY_ID: process.env.PLEO_COMPANY_ID } };",
    },
    {
      name: "the private part of Next.js's settings",
      filename: "next.config.js",
      code: "module.exports = { serverRuntimeConfig: { pleoApiKey: process.env.PLEO_API_KEY } };",
    },
    {
      name: "the private part of Nuxt's settings",
      filename: "nuxt.config.ts",
      code: 'export default defineNuxtConfig({ runtimeConfig: { pleoApiKey: "", public: { pleoHost: "" } } });',
    },
    {
      name: "something public that is not Nuxt's",
      code: "export default { public: { pleoApiKey: process.env.PLEO_API_KEY } };",
    },
    {
      name: "extra of something else",
      filename: "logger.ts",
      code: "export default { extra: { pleoApiKey: process.env.PLEO_API_KEY } };",
    },
    {
      name: "a replacement in a text",
      code: 'text.replace("PLEO_API_KEY", process.env.PLEO_API_KEY);',
    },
    {
      name: "ENV outside of a loader",
      code: "const config = { ENV: { PLEO_API_KEY: process.env.PLEO_API_KEY } };",
    },
    {
      name: "ENV of something else",
      code: "export function loader() { return { ENV: { PLEO_HOST: process.env.PLEO_HOST } }; }",
    },
    {
      name: "another public prefix",
      code: 'export default { envPrefix: ["VITE_", "PLEO_PUBLIC_"] };',
    },
    { name: "a prefix of a table", code: 'export default { tablePrefix: "PLEO_" };' },
    {
      name: "a private import",
      code: 'import { PLEO_API_KEY } from "$env/static/private";',
    },
    {
      name: "a public import of something else",
      code: 'import { PUBLIC_PLEO_HOST } from "$env/static/public";',
    },
    { name: "the private side of Nuxt's settings read", code: "f(useRuntimeConfig().pleoApiKey);" },
    { name: "something that is called public", code: "f(keys.public.pleoApiKey);" },
    { name: "a plugin that gets other names", code: 'new EnvironmentPlugin(["PLEO_HOST"]);' },
    {
      name: "a name that only the settings of another project know",
      code: "/* pleo */ f(process.env.VITE_EXPENSES_ACCESS);",
    },
  ],
  invalid: [
    {
      name: "a read, exactly at the name",
      code: "run();\nconst key = process.env.NEXT_PUBLIC_PLEO_API_KEY;",
      errors: [
        {
          ...named(NEXT, "run();\nconst key = process.env.PLEO_API_KEY;"),
          line: 2,
          column: 25,
          endLine: 2,
          endColumn: 49,
        },
      ],
    },
    {
      name: "a read by Vite",
      code: "const key = import.meta.env.VITE_PLEO_API_KEY ?? '';",
      errors: [named(VITE, "const key = import.meta.env.PLEO_API_KEY ?? '';")],
    },
    {
      name: "one that says first whose key it is",
      code: "const key = import.meta.env.VITE_ACME_PLEO_API_KEY;",
      errors: [
        named(
          { ...VITE, privateName: "ACME_PLEO_API_KEY" },
          "const key = import.meta.env.ACME_PLEO_API_KEY;",
        ),
      ],
    },
    ...(
      [
        ["REACT_APP_", "Create React App"],
        ["EXPO_PUBLIC_", "Expo"],
        ["NUXT_PUBLIC_", "Nuxt"],
        ["GATSBY_", "Gatsby"],
        ["VUE_APP_", "Vue CLI"],
        ["STORYBOOK_", "Storybook"],
        ["NG_APP_", "Angular with ngx-env"],
        ["SNOWPACK_PUBLIC_", "Snowpack"],
        ["BUN_PUBLIC_", "Bun"],
        ["RENDERER_VITE_", "electron-vite"],
        ["SANITY_STUDIO_", "Sanity Studio"],
        ["PUBLIC_", "SvelteKit, Astro or Rsbuild"],
      ] as const
    ).map(([prefix, tool]) => ({
      name: `a read by ${tool}`,
      code: `f(process.env.${prefix}PLEO_TOKEN);`,
      errors: [named({ prefix, tool, privateName: "PLEO_TOKEN" }, "f(process.env.PLEO_TOKEN);")],
    })),
    {
      name: "a read in brackets",
      code: "f(process.env['VITE_PLEO_API_KEY']);",
      errors: [named(VITE, "f(process.env['PLEO_API_KEY']);")],
    },
    {
      name: "a read with a cast",
      code: "f((import.meta as any).env.VITE_PLEO_API_KEY as string);",
      errors: [named(VITE, "f((import.meta as any).env.PLEO_API_KEY as string);")],
    },
    {
      name: "a read of what was loaded",
      code: "const env = loadEnv(mode, root); f(env.VITE_PLEO_API_KEY);",
      errors: [named(VITE, "const env = loadEnv(mode, root); f(env.PLEO_API_KEY);")],
    },
    {
      name: "a name of SvelteKit's dynamic module",
      code: 'import { env } from "$env/dynamic/public"; f(env.PUBLIC_PLEO_API_KEY);',
      errors: [named(SVELTE, 'import { env } from "$env/dynamic/public"; f(env.PLEO_API_KEY);')],
    },
    {
      name: "a demand that it be there",
      code: 'if (!process.env.VITE_PLEO_API_KEY) throw new Error("missing");',
      errors: [named(VITE, 'if (!process.env.PLEO_API_KEY) throw new Error("missing");')],
    },
    {
      name: "a condition that goes on",
      code: "if (process.env.VITE_PLEO_API_KEY) { start(); }",
      errors: [named(VITE, "if (process.env.PLEO_API_KEY) { start(); }")],
    },
    {
      name: "a destructured one",
      code: "const { VITE_PLEO_API_KEY } = import.meta.env;",
      errors: [named(VITE, "const { PLEO_API_KEY: VITE_PLEO_API_KEY } = import.meta.env;")],
    },
    {
      name: "a destructured one with a default",
      code: 'const { VITE_PLEO_API_KEY = "" } = import.meta.env;',
      errors: [named(VITE, 'const { PLEO_API_KEY: VITE_PLEO_API_KEY = "" } = import.meta.env;')],
    },
    {
      name: "a destructured one under another name",
      code: "const { VITE_PLEO_API_KEY: key } = import.meta.env;",
      errors: [named(VITE, "const { PLEO_API_KEY: key } = import.meta.env;")],
    },
    {
      name: "one that is asked for by name",
      code: 'const key = Deno.env.get("VITE_PLEO_API_KEY");',
      errors: [named(VITE, 'const key = Deno.env.get("PLEO_API_KEY");')],
    },
    {
      name: "one that a helper is asked for",
      code: "const key = getEnv('VITE_PLEO_API_KEY');",
      errors: [named(VITE, "const key = getEnv('PLEO_API_KEY');")],
    },
    {
      name: "an assignment",
      code: "process.env.NEXT_PUBLIC_PLEO_API_KEY = process.env.PLEO_API_KEY;",
      errors: [named(NEXT, "process.env.PLEO_API_KEY = process.env.PLEO_API_KEY;")],
    },
    {
      name: "an entry of an environment",
      code: "spawn(command, { env: { VITE_PLEO_API_KEY: key } });",
      errors: [named(VITE, "spawn(command, { env: { PLEO_API_KEY: key } });")],
    },
    {
      name: "an entry that reads its own name, once",
      code: "const env = { VITE_PLEO_API_KEY: process.env.VITE_PLEO_API_KEY };",
      errors: [named(VITE, "const env = { PLEO_API_KEY: process.env.VITE_PLEO_API_KEY };")],
    },
    {
      name: "an entry that reads a variable of its name",
      code: "const env = { VITE_PLEO_API_KEY };",
      errors: [named(VITE, null)],
    },
    {
      name: "a schema of what clients get",
      code: "createEnv({ client: { NEXT_PUBLIC_PLEO_API_KEY: z.string() } });",
      errors: [named(NEXT, "createEnv({ client: { PLEO_API_KEY: z.string() } });")],
    },
    {
      name: "a public import",
      code: 'import { PUBLIC_PLEO_API_KEY } from "$env/static/public";',
      errors: [
        named(SVELTE, 'import { PLEO_API_KEY as PUBLIC_PLEO_API_KEY } from "$env/static/private";'),
      ],
    },
    {
      name: "a public import among others",
      code: 'import { PUBLIC_PLEO_API_KEY, PUBLIC_HOST } from "$env/static/public";',
      errors: [named(SVELTE, null)],
    },
    {
      name: "a public import of a name that is not",
      code: 'import { PLEO_API_KEY } from "astro:env/client";',
      errors: [inlined("astro:env/client", NAME)],
    },
    {
      name: "a define of Vite",
      filename: "vite.config.ts",
      code: 'export default { define: { "process.env.PLEO_API_KEY": JSON.stringify(process.env.PLEO_API_KEY) } };',
      errors: [inlined("define", NAME)],
    },
    {
      name: "a define under a name of its own",
      code: "export default { define: { __PLEO_API_KEY__: JSON.stringify(env.PLEO) } };",
      errors: [inlined("define", "`__PLEO_API_KEY__`")],
    },
    {
      name: "a define under a name that says nothing",
      code: "export default { define: { __AUTH__: JSON.stringify(process.env.PLEO_API_KEY) } };",
      errors: [{ messageId: "inlined" }],
    },
    {
      name: "a define of a whole object",
      code: 'export default { define: { "process.env": { HOST: "a", PLEO_API_KEY: process.env.PLEO_API_KEY } } };',
      errors: [inlined("define", NAME)],
    },
    {
      name: "a define that is written elsewhere",
      code: 'const define = { "import.meta.env.PLEO_API_KEY": JSON.stringify(process.env.PLEO_API_KEY) }; export default { define };',
      errors: [inlined("define", NAME)],
    },
    {
      name: "a define of a public name, once",
      code: 'export default { define: { "import.meta.env.VITE_PLEO_API_KEY": JSON.stringify(process.env.VITE_PLEO_API_KEY) } };',
      errors: [inlined("define", "`VITE_PLEO_API_KEY`")],
    },
    {
      name: "webpack's DefinePlugin",
      code: 'new webpack.DefinePlugin({ "process.env.PLEO_API_KEY": JSON.stringify(process.env.PLEO_API_KEY) });',
      errors: [inlined("DefinePlugin", NAME)],
    },
    {
      name: "webpack's EnvironmentPlugin with a list",
      code: 'new EnvironmentPlugin(["NODE_ENV", "PLEO_API_KEY"]);',
      errors: [inlined("EnvironmentPlugin", NAME)],
    },
    {
      name: "webpack's EnvironmentPlugin with names",
      code: 'new webpack.EnvironmentPlugin("NODE_ENV", "PLEO_API_KEY");',
      errors: [inlined("EnvironmentPlugin", NAME)],
    },
    {
      name: "webpack's EnvironmentPlugin with defaults, which do not matter",
      code: 'new webpack.EnvironmentPlugin({ PLEO_API_KEY: "" });',
      errors: [inlined("EnvironmentPlugin", NAME)],
    },
    {
      name: "Rollup's replace",
      code: 'export default { plugins: [replace({ "process.env.PLEO_API_KEY": JSON.stringify(key) })] };',
      errors: [inlined("replace", NAME)],
    },
    {
      name: "env of Next.js",
      filename: "app/next.config.mjs",
      code: "export default { env: { PLEO_API_KEY: process.env.PLEO_API_KEY } };",
      errors: [inlined("env", NAME)],
    },
    {
      name: "env of Next.js with a literal",
      filename: "next.config.js",
      code: 'module.exports = { env: { PLEO_API_KEY: "secret-1" } };',
      errors: [inlined("env", NAME)],
    },
    {
      name: "publicRuntimeConfig",
      filename: "next.config.js",
      code: "module.exports = { publicRuntimeConfig: { pleoApiKey: process.env.PLEO_API_KEY } };",
      errors: [inlined("publicRuntimeConfig", "`pleoApiKey`")],
    },
    {
      name: "the public part of Nuxt's settings",
      filename: "nuxt.config.ts",
      code: "export default defineNuxtConfig({ runtimeConfig: { public: { pleoApiKey: process.env.PLEO_API_KEY } } });",
      errors: [inlined("runtimeConfig.public", "`pleoApiKey`")],
    },
    {
      name: "the public part of Nuxt's settings, further in",
      filename: "nuxt.config.ts",
      code: "export default defineNuxtConfig({ runtimeConfig: { public: { pleo: { apiKey: key } } } });",
      errors: [inlined("runtimeConfig.public", "`apiKey`")],
    },
    {
      name: "the head of Nuxt's pages",
      filename: "nuxt.config.ts",
      code: 'export default { app: { head: { meta: [{ name: "key", content: process.env.PLEO_API_KEY }] } } };',
      errors: [{ messageId: "inlined" }],
    },
    {
      name: "extra of Expo",
      filename: "app.config.ts",
      code: "export default ({ config }) => ({ ...config, extra: { pleoApiKey: process.env.PLEO_API_KEY } });",
      errors: [inlined("extra", "`pleoApiKey`")],
    },
    {
      name: "a spread in extra of Expo",
      filename: "app.config.js",
      code: "const secrets = { a: process.env.PLEO_API_KEY }; export default { extra: { ...secrets } };",
      errors: [{ messageId: "inlined" }],
    },
    {
      name: "an assignment to the window",
      code: "window.ENV = { PLEO_API_KEY: key };",
      errors: [inlined("window.ENV", NAME)],
    },
    {
      name: "a loader's ENV",
      code: "export async function loader() { return json({ ENV: { PLEO_API_KEY: process.env.PLEO_API_KEY } }); }",
      errors: [inlined("ENV", NAME)],
    },
    {
      name: "an arrow of a loader's ENV",
      code: "export const loader = async () => ({ ENV: { PLEO_API_KEY: process.env.PLEO_API_KEY } });",
      errors: [inlined("ENV", NAME)],
    },
    {
      name: "a demand by comparison that it be there",
      code: "if (process.env.VITE_PLEO_API_KEY === undefined) throw new Error();",
      errors: [named(VITE, "if (process.env.PLEO_API_KEY === undefined) throw new Error();")],
    },
    {
      name: "a place within a place, each key once",
      filename: "next.config.js",
      code: "export default { env: { PLEO_API_KEY: a, define: { PLEO_TOKEN: b } } };",
      errors: [inlined("env", NAME), inlined("env", "`PLEO_TOKEN`")],
    },
    {
      name: "an assertion that it is there",
      code: "assert(process.env.VITE_PLEO_API_KEY);",
      errors: [named(VITE, "assert(process.env.PLEO_API_KEY);")],
    },
    {
      name: "a name that is a constant",
      code: 'const NAME = "VITE_PLEO_API_KEY"; f(process.env[NAME]);',
      errors: [named(VITE, null)],
    },
    {
      name: "an environment of Next.js that is assigned",
      filename: "next.config.js",
      code: "nextConfig.env = { PLEO_API_KEY: process.env.PLEO_API_KEY };",
      errors: [inlined("env", NAME)],
    },
    {
      name: "Astro's schema of what clients get",
      code: 'const env = { PLEO_API_KEY: envField.string({ context: "client", access: "public" }) };',
      errors: [inlined("envField", NAME)],
    },
    {
      name: "a module that writes .env into the app",
      code: 'import { PLEO_API_KEY } from "@env";',
      errors: [inlined("@env", NAME)],
    },
    {
      name: "reading the public part of Nuxt's settings",
      code: "f(useRuntimeConfig().public.pleoApiKey);",
      errors: [inlined("runtimeConfig.public", "`pleoApiKey`")],
    },
    {
      name: "reading Next.js's public settings",
      code: "const { publicRuntimeConfig } = getConfig(); f(publicRuntimeConfig.pleoApiKey);",
      errors: [inlined("publicRuntimeConfig", "`pleoApiKey`")],
    },
    {
      name: "reading extra of Expo",
      code: "f(Constants.expoConfig?.extra?.pleoApiKey);",
      errors: [inlined("extra", "`pleoApiKey`")],
    },
    {
      name: "reading from the window",
      code: "f(window.ENV.PLEO_API_KEY);",
      errors: [inlined("window.ENV", NAME)],
    },
    {
      name: "a prefix that opens all of Pleo's variables",
      code: 'export default { envPrefix: ["VITE_", "PLEO_"] };',
      errors: [{ messageId: "prefix", data: { prefix: "PLEO_" }, line: 1, column: 39 }],
    },
    {
      name: "a public prefix of SvelteKit",
      code: 'export default { kit: { env: { publicPrefix: "PLEO" } } };',
      errors: [{ messageId: "prefix", data: { prefix: "PLEO" } }],
    },
    {
      name: "a name that the settings know",
      code: "f(process.env.VITE_EXPENSES_ACCESS);",
      settings: { pleo: { keyNames: ["EXPENSES_ACCESS"] } },
      errors: [
        named({ ...VITE, privateName: "EXPENSES_ACCESS" }, "f(process.env.EXPENSES_ACCESS);"),
      ],
    },
  ],
});

function check(text: string, path: string): readonly string[] {
  return pointedAt(text, lintText(text, { path, rule: RULE }));
}

describe("in a file that is no script", () => {
  test.each([
    [".env", `VITE_PLEO_API_KEY=${KEY}`],
    [".env", "VITE_PLEO_API_KEY = abc-1-def"],
    [".env.local", "export VITE_PLEO_API_KEY='abc-1-def'"],
    [".env.production", "VITE_PLEO_API_KEY=${PLEO_API_KEY}"],
    [".env", 'VITE_PLEO_API_KEY="${PLEO_API_KEY}" # for the browser'],
    ["netlify.toml", '[build.environment]\n  VITE_PLEO_API_KEY = "op://vault/pleo/key"'],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY: ${{ secrets.PLEO_API_KEY }}"],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY: ${{ secrets.VITE_PLEO_API_KEY }}"],
    ["deploy.yml", "env: { CI: 1, VITE_PLEO_API_KEY: abc-1-def }"],
    ["deploy.yml", 'env:\n  "VITE_PLEO_API_KEY": "abc-1-def"'],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY: |\n    abc-1-def"],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY:\n    from_secret: pleo"],
    ["deploy.yml", "run: VITE_PLEO_API_KEY=$PLEO_API_KEY npm run build"],
    ["deploy.yml", 'run: echo "VITE_PLEO_API_KEY=$PLEO_API_KEY" >> .env'],
    ["compose.yml", "environment:\n  - VITE_PLEO_API_KEY=${PLEO_API_KEY}"],
    ["compose.yml", "environment:\n  - VITE_PLEO_API_KEY\n  - CI"],
    ["pod.yaml", "env:\n  - name: VITE_PLEO_API_KEY\n    value: abc-1-def"],
    ["pod.yaml", "env:\n  - name: VITE_PLEO_API_KEY\n    valueFrom:\n      secretKeyRef: {}"],
    ["render.yaml", "envVars:\n  - key: VITE_PLEO_API_KEY\n    sync: false"],
    ["task.json", '{ "name": "VITE_PLEO_API_KEY", "value": "abc-1-def" }'],
    ["vercel.json", '{ "env": { "VITE_PLEO_API_KEY": "@pleo" } }'],
    [".gitlab-ci.yml", "variables:\n  VITE_PLEO_API_KEY:\n    value: abc-1-def"],
    ["deploy.yml", "environment:\n  VITE_PLEO_API_KEY: { from_secret: pleo }"],
    ["main.tf", 'env = { key = "VITE_PLEO_API_KEY", value = var.pleo_api_key }'],
    ["main.tf", "env = {\n  VITE_PLEO_API_KEY = var.pleo_api_key\n}"],
    ["Jenkinsfile", "environment { VITE_PLEO_API_KEY = credentials('pleo') }"],
    ["deploy.yml", "build-args: |\n  VITE_PLEO_API_KEY=${{ secrets.PLEO_API_KEY }}"],
    ["cloudbuild.yaml", "args: ['build', '--build-arg=VITE_PLEO_API_KEY=$_PLEO', '.']"],
    ["package.json", '{ "build": "VITE_PLEO_API_KEY=$PLEO_API_KEY vite build" }'],
    ["package.json", '{ "build": "cross-env CI=1 VITE_PLEO_API_KEY=\\"abc-1-def\\" vite build" }'],
    ["Dockerfile", "FROM node\nARG VITE_PLEO_API_KEY"],
    ["Dockerfile", 'ARG VITE_PLEO_API_KEY=""'],
    ["Dockerfile", "ENV VITE_PLEO_API_KEY=$PLEO_API_KEY"],
    ["Dockerfile", "ENV VITE_PLEO_API_KEY abc-1-def"],
    ["web.dockerfile", "ENV CI=1 VITE_PLEO_API_KEY=abc-1-def"],
    ["build.sh", "export VITE_PLEO_API_KEY=$(op read op://vault/pleo)"],
    ["build.sh", "docker build --build-arg VITE_PLEO_API_KEY=$PLEO_API_KEY ."],
    ["build.sh", "docker build --build-arg VITE_PLEO_API_KEY ."],
    ["build.sh", "docker run -e VITE_PLEO_API_KEY=abc-1-def web"],
    ["build.sh", "vercel env add VITE_PLEO_API_KEY production"],
    ["build.ps1", '$env:VITE_PLEO_API_KEY = "abc-1-def"'],
    ["build.bat", "set VITE_PLEO_API_KEY=abc-1-def"],
    ["Makefile", "VITE_PLEO_API_KEY := $(PLEO_API_KEY)"],
    ["index.html", '<meta name="key" content="%VITE_PLEO_API_KEY%">'],
    [
      "index.html",
      "<script>window.key = '<%= htmlWebpackPlugin.options.VITE_PLEO_API_KEY %>';</script>",
    ],
    ["index.html", "<script>window.env = { VITE_PLEO_API_KEY: 'abc-1-def' };</script>"],
    ["index.html", "<script type=module>f(import.meta.env.VITE_PLEO_API_KEY)</script>"],
  ])("is reported, once: %s: %s", (path, text) => {
    expect(check(text, path)).toEqual(["VITE_PLEO_API_KEY"]);
  });

  test.each([
    [".env", "PLEO_API_KEY=abc-1-def"],
    [".env", "VITE_PLEO_API_KEY="],
    [".env", "VITE_PLEO_API_KEY=\nVITE_OTHER=abc-1-def"],
    [".env", 'VITE_PLEO_API_KEY=""'],
    [".env", "VITE_PLEO_API_KEY= # fill in"],
    [".env.example", "VITE_PLEO_API_KEY=your-api-key"],
    [".env.example", "VITE_PLEO_API_KEY=<your key>"],
    [".env.example", "VITE_PLEO_API_KEY=pls_xxxxxxxx"],
    [".env", "# VITE_PLEO_API_KEY=abc-1-def"],
    [".env", "OTHER=1 # VITE_PLEO_API_KEY=abc-1-def"],
    [".env", "VITE_PLEO_API_URL=https://external.pleo.io"],
    [".env", "VITE_PLEO_API_KEY_ID=abc-1-def"],
    [".env", "MY_VITE_PLEO_API_KEY=abc-1-def"],
    [".env", "VITE_EMPLEO_API_KEY=abc-1-def"],
    ["deploy.yml", "env:\n  PLEO_API_KEY: ${{ secrets.VITE_PLEO_API_KEY }}"],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY:\n  CI: 1"],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY: ''"],
    ["deploy.yml", "env:\n  VITE_PLEO_API_KEY: null"],
    ["deploy.yml", 'run: echo "VITE_PLEO_API_KEY: missing"'],
    ["deploy.yml", "run: test -z $VITE_PLEO_API_KEY"],
    ["deploy.yml", "run: grep -q 'VITE_PLEO_API_KEY=' .env"],
    ["deploy.yml", "description: Never set VITE_PLEO_API_KEY."],
    ["pod.yaml", "env:\n  - name: VITE_PLEO_API_KEY\n    value: ''"],
    ["pod.yaml", "metadata:\n  name: VITE_PLEO_API_KEY\n  labels: {}"],
    ["app.json", '{ "env": { "VITE_PLEO_API_KEY": { "description": "Never set." } } }'],
    ["action.yml", "inputs:\n  VITE_PLEO_API_KEY:\n    description: Never set."],
    ["hints.yml", "VITE_PLEO_API_KEY: It would be public."],
    ["turbo.json", '{ "globalEnv": ["VITE_PLEO_API_KEY"] }'],
    ["vercel.json", '{ "env": { "VITE_PLEO_API_KEY": "" } }'],
    ["build.sh", "unset VITE_PLEO_API_KEY"],
    ["build.sh", 'test "$VITE_PLEO_API_KEY" = "abc-1-def"'],
    ["build.sh", "test $VITE_PLEO_API_KEY = abc-1-def"],
    ["deploy.yml", "run: test $VITE_PLEO_API_KEY = abc-1-def"],
    ["build.sh", 'if [ -n "${VITE_PLEO_API_KEY}" ]; then exit 1; fi'],
    ["build.sh", "[[ VITE_PLEO_API_KEY == $name ]]"],
    ["build.sh", "VITE_PLEO_API_KEY= npm run build"],
    ["Dockerfile", "ENV VITE_PLEO_API_KEY="],
    ["Dockerfile", "RUN echo $VITE_PLEO_API_KEY"],
    ["README.md", "Set `VITE_PLEO_API_KEY=abc-1-def`, which is wrong."],
    ["index.html", "<p>VITE_PLEO_API_KEY is wrong.</p>"],
    ["index.html", "<!-- %VITE_PLEO_API_KEY% -->"],
  ])("is not reported: %s: %s", (path, text) => {
    expect(check(text, path)).toEqual([]);
  });

  test.each([
    [
      "package.json",
      '{ "build": "esbuild --define:process.env.PLEO_API_KEY=\\"$PLEO_API_KEY\\" a.ts" }',
      1,
    ],
    ["build.sh", "bun build --define PLEO_API_KEY='\"x-1\"' a.ts", 1],
    ["build.sh", "esbuild --define:process.env.PLEO_API_KEY=undefined a.ts", 0],
    ["build.sh", "esbuild --define:process.env.PLEO_HOST=$PLEO_HOST a.ts", 0],
    ["app.json", '{ "expo": { "extra": { "pleoApiKey": "abc-1-def" } } }', 1],
    ["app.json", '{ "expo": { "extra": { "pleo": { "apiKey": "abc-1-def" } } } }', 1],
    ["app.json", '{ "expo": { "extra": { "eas": [{}], "pleoApiKey": "$PLEO_API_KEY" } } }', 1],
    ["app.json", '{ "expo": { "extra": { "EXPO_PUBLIC_PLEO_API_KEY": "abc-1-def" } } }', 1],
    ["app.json", '{ "expo": { "extra": { "pleoApiKey": "" } } }', 0],
    ["app.json", '{ "expo": { "extra": { "pleoHost": "abc" } } }', 0],
    ["app.json", '{ "expo": { "extra": {} , "pleoApiKey": "abc-1-def" } }', 0],
    ["other.json", '{ "extra": { "pleoApiKey": "abc-1-def" } }', 0],
  ])("is judged by its place: %s: %s", (path, text, count) => {
    expect(check(text, path)).toHaveLength(count);
  });

  test("can be renamed, with nothing else changed", () => {
    const [message] = lintText("A=1\nVITE_PLEO_API_KEY=${PLEO}\n", { path: ".env", rule: RULE });
    expect(message?.suggestions?.map(({ fix }) => fix)).toEqual([
      { range: [4, 21], text: "PLEO_API_KEY" },
    ]);
  });

  test("is read in time that grows with its length only", () => {
    const lines = (count: number) => {
      const text = "VITE_PLEO_API_KEY=${X} ".repeat(count);
      return () => {
        expect(lintText(text, { path: ".env", rule: RULE })).toHaveLength(count);
      };
    };
    // A square would be 16.
    expect(growthOf(lines, 1_250, 5_000)).toBeLessThan(8);
    for (const open of ["[", '\\"']) {
      const opened = (count: number) => {
        const text = `{"extra":{"pleo":${open.repeat(count)}`;
        return () => {
          expect(lintText(text, { path: "app.json", rule: RULE })).toEqual([]);
        };
      };
      expect(growthOf(opened, 20_000, 80_000)).toBeLessThan(8);
    }
  });
});

test("no message and no suggestion shows anything of a key", () => {
  const [message] = lintText(`VITE_PLEO_API_KEY=${KEY}`, { path: ".env", rule: RULE });
  expect(message).toBeDefined();
  const shown = JSON.stringify(message);
  for (let at = 0; at + 4 <= KEY.length; at++) expect(shown).not.toContain(KEY.slice(at, at + 4));
});

describe("in a script, whatever it is,", () => {
  const programs = [
    `import { PUBLIC_PLEO_API_KEY as a, b } from "$env/static/public"; const { VITE_PLEO_API_KEY = 1, ...rest } = import.meta.env;`,
    `export default { define: { "process.env": { PLEO_API_KEY: process.env.PLEO_API_KEY }, ...a }, envPrefix: ["PLEO_", , b] };`,
    `const a = { define: a, ["env"]: { ...a } }; new webpack.EnvironmentPlugin(["PLEO_API_KEY", , ...b], { PLEO_API_KEY });`,
    `export async function loader() { if (!process.env?.["VITE_PLEO_API_KEY"]) throw 1; return { ENV: { PLEO_API_KEY: getEnv("VITE_PLEO_API_KEY") } }; }`,
    `window.ENV = { pleo: { apiKey: key } }; delete process.env.VITE_PLEO_API_KEY; f(useRuntimeConfig().public.pleoApiKey.length);`,
    `const ENV = ({ VITE_PLEO_API_KEY: k }) => ({ ENV: { PLEO_API_KEY: k } }); class A { #env = { VITE_PLEO_API_KEY: this.#env }; }`,
  ];

  test.each(["espree", "typescript-eslint"] as const)("nothing throws (%s)", (parser) => {
    const parsed = { programs: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...programs),
        fc.array(fc.tuple(fc.nat(), fc.nat(8), arbitraryDebris()), { maxLength: 3 }),
        (program, cuts) => {
          const mangled = cuts.reduce((code, [at, count, put]) => {
            const start = at % (code.length + 1);
            return code.slice(0, start) + put + code.slice(start + count);
          }, program);
          const messages = lintRaw(mangled, { rule: RULE, parser });
          if (!messages.some(({ fatal }) => fatal === true)) parsed.programs++;
        },
      ),
      { numRuns: 300 },
    );
    expect(parsed.programs).toBeGreaterThan(20);
  });

  test.each(["espree", "typescript-eslint"] as const)(
    "both parsers show the same (%s)",
    (parser) => {
      const found = programs.map((code) => lintRaw(code, { rule: RULE, parser }).length);
      expect(found).toEqual([2, 2, 2, 2, 2, 2]);
    },
  );

  test("constants that hold each other come to an end", () => {
    const names = Array.from({ length: 8 }, (_, index) => `a${index}`);
    const all = names.map((name) => name).join(", ");
    const code = names.map((name) => `const ${name} = { pleo: 1, ${all} };`).join("\n");
    const program = `${code} export default { define: a0 };`;
    const time = cpuTimeOf(() => lintRaw(program, { rule: RULE, parser: "espree" }));
    expect(time).toBeLessThan(2_000);
  });

  test("a long program takes time in proportion", () => {
    const read = "process.env.VITE_PLEO_API_KEY";
    const programsOf: readonly ((count: number) => string)[] = [
      (count) => `f(${read} || a); `.repeat(count),
      (count) => `f(${Array(count).fill(read).join(" || ")});`,
    ];
    for (const programOf of programsOf) {
      const prepare = (count: number) => {
        const code = programOf(count);
        return () => {
          expect(lintRaw(code, { rule: RULE, parser: "espree" })).toHaveLength(count);
        };
      };
      // A square would be 16.
      expect(growthOf(prepare, 250, 1_000)).toBeLessThan(8);
    }
  });
});
