import { noKeyInPublicEnv } from "../../../../eslint-plugin/rules/no-key-in-public-env.ts";
import { RuleTester } from "../../rule-tester.ts";

function inlined(place: string, what: string) {
  return { messageId: "inlined" as const, data: { place: `\`${place}\``, what } };
}

const NAME = "`PLEO_API_KEY`";

new RuleTester().run("no-key-in-public-env: what is written into an app", noKeyInPublicEnv, {
  valid: [
    {
      name: "a define of a comparison, under its name",
      code: "export default { define: { __PLEO_API_KEY__: process.env.PLEO_API_KEY !== undefined } };",
    },
    {
      name: "a define of a length, under its name",
      code: "export default { define: { __PLEO_API_KEY__: process.env.PLEO_API_KEY.length } };",
    },
    {
      name: "a schema of what servers get",
      code: 'const env = { PLEO_API_KEY: envField.string({ context: "server", access: "secret" }) };',
    },
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
    { name: "the private side of Nuxt's settings read", code: "f(useRuntimeConfig().pleoApiKey);" },
    { name: "something that is called public", code: "f(keys.public.pleoApiKey);" },
    { name: "a plugin that gets other names", code: 'new EnvironmentPlugin(["PLEO_HOST"]);' },
  ],
  invalid: [
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
      name: "a place within a place, each key once",
      filename: "next.config.js",
      code: "export default { env: { PLEO_API_KEY: a, define: { PLEO_TOKEN: b } } };",
      errors: [inlined("env", NAME), inlined("env", "`PLEO_TOKEN`")],
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
  ],
});
