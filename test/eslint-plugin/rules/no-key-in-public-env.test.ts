import { noKeyInPublicEnv } from "../../../eslint-plugin/rules/no-key-in-public-env.ts";
import { RuleTester } from "../rule-tester.ts";

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

const NEXT = { prefix: "NEXT_PUBLIC_", tool: "Next.js" };
const VITE = { prefix: "VITE_", tool: "Vite" };
const SVELTE = { prefix: "PUBLIC_", tool: "SvelteKit, Astro or Rsbuild" };

new RuleTester().run("no-key-in-public-env: public names", noKeyInPublicEnv, {
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
      name: "a demand by comparison that it be there",
      code: "if (process.env.VITE_PLEO_API_KEY === undefined) throw new Error();",
      errors: [named(VITE, "if (process.env.PLEO_API_KEY === undefined) throw new Error();")],
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
