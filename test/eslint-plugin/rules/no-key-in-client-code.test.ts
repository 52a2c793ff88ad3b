import { noKeyInClientCode } from "../../../eslint-plugin/rules/no-key-in-client-code.ts";
import { exampleKey } from "../../support/keys.ts";
import { RuleTester } from "../rule-tester.ts";

const KEY = exampleKey();
const ENV = "process.env.PLEO_API_KEY";
const HOST = "external.pleo.io";
const USE_CLIENT = `"use client"; `;

interface Case {
  readonly evidence?: string;
  readonly source?: string;
  readonly filename?: string;
  readonly settings?: object;
}

/** Code that has `«` where its one report is. */
function held(
  marked: string,
  { evidence = "`'use client'`", source = `\`${ENV}\``, filename, settings }: Case = {},
) {
  return {
    ...within(marked, { filename, settings }),
    errors: [
      {
        messageId: "held" as const,
        data: { evidence, source },
        line: 1,
        column: marked.indexOf("«") + 1,
      },
    ],
  };
}

function sent(
  marked: string,
  {
    evidence = "`'use client'`",
    road = "`pleoApiKey` on line 1",
    filename,
  }: Case & { readonly road?: string } = {},
) {
  return {
    ...within(marked, { filename }),
    errors: [
      {
        messageId: "sent" as const,
        data: { evidence, road, host: HOST },
        line: 1,
        column: marked.indexOf("«") + 1,
      },
    ],
  };
}

function within(
  marked: string,
  {
    filename,
    settings,
  }: { readonly filename?: string | undefined; readonly settings?: object | undefined },
) {
  return {
    code: marked.replace("«", ""),
    ...(filename === undefined ? {} : { filename }),
    ...(settings === undefined ? {} : { settings: { pleo: settings } }),
  };
}

function authorized(key: string): string {
  return `fetch("https://${HOST}/v1", { headers: { Authorization: "Basic " + btoa(${key} + ":") } })`;
}

const withJsx = { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } };

new RuleTester(withJsx).run("no-key-in-client-code", noKeyInClientCode, {
  invalid: [
    // What a key comes from
    held(`${USE_CLIENT}const key = «${ENV}`),
    held(`${USE_CLIENT}const key = «process.env["PLEO_API_KEY"]`),
    held(`${USE_CLIENT}const key = «import.meta.env.VITE_PLEO_API_KEY`, {
      source: "`import.meta.env.VITE_PLEO_API_KEY`",
    }),
    held(`${USE_CLIENT}const env = import.meta.env; const key = «env.VITE_PLEO_API_KEY`, {
      source: "`import.meta.env.VITE_PLEO_API_KEY`",
    }),
    held(`${USE_CLIENT}const { «PLEO_API_KEY } = process.env`),
    held(`${USE_CLIENT}const { «PLEO_API_KEY: key = "" } = process.env ?? {}`),
    held(`${USE_CLIENT}const key = «import.meta.env.PLEO_API_KEY`, {
      source: "`import.meta.env.PLEO_API_KEY`",
    }),
    {
      // Named, because the code holds a key.
      name: "a literal",
      ...held(`${USE_CLIENT}const key = «"${KEY}"`, { source: "a literal" }),
    },
    {
      name: "a template",
      ...held(`${USE_CLIENT}const key = «\`Bearer ${KEY}\``, { source: "a literal" }),
    },
    held(`${USE_CLIENT}import { «PLEO_API_KEY } from "./config"; use(PLEO_API_KEY)`, {
      source: "`PLEO_API_KEY` of `./config`",
    }),
    held(`${USE_CLIENT}import { «PLEO_API_KEY as key } from "@env"; use(key)`, {
      source: "`PLEO_API_KEY` of `@env`",
    }),
    held(`${USE_CLIENT}import { «pleoApiKey } from "../lib/pleo-config"; use({ pleoApiKey })`, {
      source: "`pleoApiKey` of `../lib/pleo-config`",
    }),
    held(`${USE_CLIENT}import { env } from "./env"; use(«env.PLEO_API_KEY)`, {
      source: "`env.PLEO_API_KEY`",
    }),
    held(`${USE_CLIENT}import config from "./config"; use(«config.pleo.apiKey)`, {
      source: "`config.pleo.apiKey`",
    }),
    held(`import Constants from "expo-constants"; use(«Constants.expoConfig.extra.pleoApiKey)`, {
      evidence: "the import of `expo-constants`",
      source: "`Constants.expoConfig.extra.pleoApiKey`",
    }),
    held(`${USE_CLIENT}use(«process.env.EXPENSES)`, {
      source: "`process.env.EXPENSES`",
      settings: { keyNames: ["EXPENSES"] },
    }),
    // Once, at its source
    held(`${USE_CLIENT}const key = «${ENV}; ${authorized("key")}; ${authorized("key")}`),
    held(`${USE_CLIENT}import { «PLEO_API_KEY } from "./config"; ${authorized("PLEO_API_KEY")}`, {
      source: "`PLEO_API_KEY` of `./config`",
    }),
    // What a person types, and what is then sent to Pleo at once
    sent(`${USE_CLIENT}function f(pleoApiKey) { ${authorized("«pleoApiKey")} }`),
    sent(`${USE_CLIENT}function f({ «pleoApiKey }) { ${authorized("pleoApiKey")} }`),
    sent(
      `${USE_CLIENT}import axios from "axios"; (pleoApiKey) => axios.get("https://${HOST}/v1", { auth: { username: «pleoApiKey } })`,
    ),
    sent(`(pleoApiKey) => { document.title = "a"; ${authorized("«pleoApiKey")} }`, {
      evidence: "the use of `document`",
    }),
    sent(
      `${USE_CLIENT}function f({ «pleoApiKey }) { ${authorized("pleoApiKey")}; ${authorized("pleoApiKey")} }`,
    ),
    // By what one knows
    held(`import { createRoot } from "react-dom/client"; use(«${ENV})`, {
      evidence: "the import of `react-dom/client`",
    }),
    held(`import { useState } from "react"; use(«${ENV})`, {
      evidence: "the import of `useState`",
    }),
    held(`import React from "react"; React.useEffect(() => use(«${ENV}), [])`, {
      evidence: "`React.useEffect`",
    }),
    held(`const a = <button onClick={() => use(«${ENV})}>x</button>`, { evidence: "`onClick`" }),
    held(`import { View } from "react-native"; use(«${ENV})`, {
      evidence: "the import of `react-native`",
    }),
    held(`const { View } = require("react-native"); use(«${ENV})`, {
      evidence: "the import of `react-native`",
    }),
    held(`import * as SecureStore from "expo-secure-store"; use(«${ENV})`, {
      evidence: "the import of `expo-secure-store`",
    }),
    held(`import { onMounted } from "vue"; onMounted(() => use(«${ENV}))`, {
      evidence: "the import of `onMounted`",
    }),
    held(`import Cookies from "js-cookie"; use(«${ENV})`, {
      evidence: "the import of `js-cookie`",
    }),
    held(`document.querySelector("a").textContent = «${ENV}`, {
      evidence: "the use of `document`",
    }),
    held(`localStorage.getItem("a"); use(«${ENV})`, { evidence: "the use of `localStorage`" }),
    held(`navigator.clipboard.writeText(«${ENV})`, { evidence: "the use of `navigator`" }),
    held(`self.onmessage = () => use(«${ENV})`, { evidence: "the use of `self.onmessage`" }),
    held(`importScripts("a.js"); use(«${ENV})`, { evidence: "the use of `importScripts`" }),
    held(`const key = «${ENV}`, {
      evidence: "the name of the file",
      filename: "src/pleo.client.ts",
    }),
    held(`const key = «${ENV}`, {
      evidence: "the name of the file",
      filename: "src/routes/+page.ts",
    }),
    held(`const key = «${ENV}`, { evidence: "the name of the file", filename: "public/pleo.js" }),
    held(`const key = «${ENV}`, {
      evidence: "`settings.pleo.clientFiles`",
      filename: "src/browser/pleo.ts",
      settings: { clientFiles: ["src/browser/**"] },
    }),
    held(`const key = «${ENV}`, {
      evidence: "`settings.pleo.clientFiles`",
      filename: "test/page.test.ts",
      settings: { clientFiles: ["test/**"] },
    }),
    held(`${USE_CLIENT}import fs from "node:fs"; use(«${ENV})`),
    held(`import { useQuery } from "@tanstack/react-query"; use(«${ENV})`, {
      evidence: "the import of `useQuery`",
      filename: "packages/web/src/api/pleo.ts",
    }),
    held(`self.onmessage = () => use(«${ENV})`, {
      evidence: "the use of `self.onmessage`",
      filename: "packages/web/src/workers/pleo.ts",
    }),
    held(`chrome.runtime.onInstalled.addListener(() => use(«${ENV}))`, {
      evidence: "the use of `chrome`",
    }),
    held(`self.addEventListener("message", () => use(«${ENV}))`, {
      evidence: "the use of `self.addEventListener`",
    }),
    held(`import { Injectable } from "@angular/core"; use(«${ENV})`, {
      evidence: "the import of `Injectable`",
    }),
    held(`import { useQuery } from "@tanstack/react-query"; use(«${ENV})`, {
      evidence: "the import of `useQuery`",
      filename: "src/api/usePleo.ts",
    }),
    held(`${USE_CLIENT}const key = «${ENV} ?? ""`),
    held(`${USE_CLIENT}const a = "Bearer " + «${ENV}`),
    {
      ...held(`window.a = «${ENV}`, { evidence: "the use of `window`" }),
      languageOptions: { globals: { window: "readonly" } },
    },
    // Files of which a part runs on a server
    held(
      `export const getStaticProps = () => use(${ENV}); export default function Page() { use(«${ENV}) }`,
      { evidence: "the page beside `getStaticProps`" },
    ),
    held(
      `import { useState } from "react"; export async function loader() { return use(${ENV}) } export default function Page() { use(«${ENV}) }`,
      { evidence: "the import of `useState`" },
    ),
    held(
      `import { useState } from "react"; export const getServerSideProps = () => use(${ENV}); const Page = memo(() => use(«${ENV})); export default Page`,
      { evidence: "the import of `useState`" },
    ),
    held(`${USE_CLIENT}const a = typeof window === "undefined" ? ${ENV} : «${ENV}`),
    held(`${USE_CLIENT}if (!import.meta.env.SSR) use(«${ENV}); else use(${ENV})`),
  ],
  valid: [
    // Nothing to go by
    `const key = ${ENV}`,
    `import { useMemo, useId } from "react"; use(${ENV})`,
    `import type { Root } from "react-dom/client"; use(${ENV})`,
    `import { type useState } from "react"; use(${ENV})`,
    `export const App = () => <Page apiKey={${ENV}} onDone={f} />`,
    `const a = <div title="x">{${ENV}}</div>`,
    `function f(window, document) { window.a = document.b; use(${ENV}) }`,
    `const document = load(); document.save(${ENV})`,
    `if (typeof window !== "undefined") window.a = 1; use(${ENV})`,
    `use(navigator.userAgent, ${ENV}); use(navigator)`,
    `self.addEventListener("fetch", () => use(${ENV}))`,
    // On a server
    `"use server"; document.a = ${ENV}`,
    `import "server-only"; import { useState } from "react"; use(${ENV})`,
    `import fs from "node:fs"; document.write(${ENV})`,
    `const express = require("express"); document.write(${ENV})`,
    `import { chromium } from "playwright"; page.evaluate(() => document.title); use(${ENV})`,
    `import { PLEO_API_KEY } from "$env/static/private"; import { onMount } from "svelte"; use(PLEO_API_KEY)`,
    { code: `localStorage.a = ${ENV}`, filename: "src/pleo.server.ts" },
    { code: `import { useState } from "react"; use(${ENV})`, filename: "src/routes/+server.ts" },
    {
      code: `import { useState } from "react"; use(${ENV})`,
      filename: "src/routes/+page.server.ts",
    },
    { code: `import { useState } from "react"; use(${ENV})`, filename: "app/pleo/route.ts" },
    { code: `import { useState } from "react"; use(${ENV})`, filename: "src/pages/api/pleo.ts" },
    { code: `import { useState } from "react"; use(${ENV})`, filename: "middleware.ts" },
    { code: `import { useState } from "react"; use(${ENV})`, filename: "api/pleo.ts" },
    { code: `window.a = ${ENV}`, filename: "packages/web/src/workers/pleo.ts" },
    {
      code: `${USE_CLIENT}use(${ENV})`,
      filename: "src/pleo.ts",
      settings: { pleo: { serverFiles: ["src/**"], clientFiles: ["**/pleo.ts"] } },
    },
    `import { Text } from "ink"; import { useState } from "react"; use(${ENV})`,
    `import { useState } from "react"; Deno.serve(() => use(${ENV}))`,
    `document.a = path(__dirname); use(${ENV})`,
    // Nobody gets these
    { code: `${USE_CLIENT}use(${ENV})`, filename: "src/page.test.tsx" },
    { code: `${USE_CLIENT}use(${ENV})`, filename: "src/__tests__/page.tsx" },
    { code: `${USE_CLIENT}use(${ENV})`, filename: "src/page.stories.tsx" },
    { code: `document.a = ${ENV}`, filename: "vite.config.ts" },
    { code: `document.a = ${ENV}`, filename: "scripts/seed.ts" },
    { code: `document.a = ${ENV}`, filename: "src/env.d.ts" },
    // Parts that run on a server
    `import { useState } from "react"; export async function loader() { return use(${ENV}) } export default function Page() {}`,
    `import { useState } from "react"; const key = ${ENV}; export async function loader() { return use(key) }`,
    `import { useState } from "react"; import { json } from "@remix-run/node"; export const action = () => use(${ENV})`,
    `import { useState } from "react"; import { PLEO_API_KEY } from "./config"; export const getStaticProps = () => use(PLEO_API_KEY); export default function Page() {}`,
    `import { useState } from "react"; async function save() { "use server"; use(${ENV}) }`,
    `import { useState } from "react"; const f = createServerFn({ method: "GET" }).handler(() => use(${ENV}))`,
    `${USE_CLIENT}const a = typeof window === "undefined" ? ${ENV} : ""`,
    `${USE_CLIENT}if (typeof window !== "undefined") f(); else use(${ENV})`,
    `${USE_CLIENT}import.meta.env.SSR && use(${ENV})`,
    `export const loader = () => use(${ENV}); export default function Page() { use(${ENV}) }`,
    // Only asked for
    `${USE_CLIENT}if (!${ENV}) f(); const a = ${ENV} ? 1 : 2; ${ENV} && f()`,
    `${USE_CLIENT}const a = Boolean(${ENV}), b = ${ENV} !== undefined, c = typeof ${ENV}`,
    // No key, or another rule's
    `${USE_CLIENT}use(process.env.PLEO_COMPANY_ID, process.env.PLEO_API_URL, process.env.PLEO_API_KEY_ID)`,
    `${USE_CLIENT}use(process.env.API_KEY, process.env.EMPLEO_API_KEY); pleo`,
    `${USE_CLIENT}const process = f(); use(process.env.PLEO_API_KEY)`,
    `${USE_CLIENT}use("pls_your-api-key")`,
    `${USE_CLIENT}import { PleoApiKey } from "./config"; use(PleoApiKey)`,
    `${USE_CLIENT}import type { pleoApiKey } from "./config"; use<typeof pleoApiKey>()`,
    `${USE_CLIENT}import { pleoApiKey } from "./schemas"; pleoApiKey.parse(a)`,
    `${USE_CLIENT}import { PLEO_API_KEY } from "./names"; use(values[PLEO_API_KEY], form.get(PLEO_API_KEY))`,
    `${USE_CLIENT}import pleoApiKey from "./pleo-api-key.svg"; use(pleoApiKey)`,
    `${USE_CLIENT}import { styles } from "./styles"; use(styles.pleoApiKey)`,
    // A form in which a person types a key, for the site's own server
    `${USE_CLIENT}const [pleoApiKey, setPleoApiKey] = useState(""); fetch("/api/pleo", { method: "POST", body: JSON.stringify({ pleoApiKey }) })`,
    `${USE_CLIENT}const a = ({ pleoApiKey }) => <input value={pleoApiKey} onChange={f} />`,
    `${USE_CLIENT}axios.post("https://example.com/keys", { pleoApiKey: form.pleoApiKey })`,
    `${USE_CLIENT}fetch("https://external.pleo.io/v1", { headers: { Authorization: other } })`,
    `${USE_CLIENT}window.open("https://app.pleo.io/settings/api-keys")`,
    // The same on a server
    `(pleoApiKey) => ${authorized("pleoApiKey")}`,
  ],
});

const EXPO = `import Constants from "expo-constants"; import { Text } from "react-native"; `;

new RuleTester().run("no-key-in-client-code: settings by another name", noKeyInClientCode, {
  valid: [
    `${EXPO}const extra = Constants.expoConfig.extra; use(extra.pleoCompany)`,
    `${EXPO}let extra = Constants.expoConfig.extra; extra = f(); use(extra.pleoApiKey)`,
    `${EXPO}const extra = useExtra(); use(extra.pleoApiKey)`,
    `${EXPO}const extra = form.extra; use(extra.pleoApiKey)`,
    `${USE_CLIENT}import { styles } from "./styles"; const { pleo } = styles; use(pleo.apiKey)`,
    `${USE_CLIENT}import { config } from "./config"; const { pleo } = config; use(pleo.companyId, pleo.apiKeyId)`,
    `import { config } from "./config"; const { pleo } = config; use(pleo.apiKey)`,
  ],
  invalid: [
    [
      `${EXPO}const extra = Constants.expoConfig?.extra ?? {}; use(«extra.pleoApiKey)`,
      "Constants.expoConfig.extra.pleoApiKey",
    ],
    [
      `${EXPO}const { extra } = Constants.expoConfig; use(«extra.pleoApiKey)`,
      "Constants.expoConfig.extra.pleoApiKey",
    ],
    [
      `${EXPO}const manifest = Constants.manifest2; const extra = manifest.extra; use(«extra.pleoApiKey)`,
      "Constants.manifest2.extra.pleoApiKey",
    ],
  ]
    .map(([code = "", name = ""]) =>
      held(code, { evidence: "the import of `expo-constants`", source: `\`${name}\`` }),
    )
    .concat([
      held(
        `${USE_CLIENT}import { config } from "./config"; const { pleo } = config; use(«pleo.apiKey)`,
        { source: "`config.pleo.apiKey`" },
      ),
      held(
        `${USE_CLIENT}import { config } from "./config"; const c = config.pleo; ${authorized("«c.apiKey")}`,
        { source: "`config.pleo.apiKey`" },
      ),
    ]),
});
