import { noKeyInClientCode } from "../../../../eslint-plugin/rules/no-key-in-client-code.ts";
import { RuleTester } from "../../rule-tester.ts";

const SEND = (key: string): string =>
  `fetch("https://external.pleo.io/v1/introspect", { headers: { Authorization: "Basic " + btoa(${key} + ":") } });`;
const PAGE = 'document.title = "Pleo";';

/** Code that has `«` where its one report is. */
function reported(marked: string, messageId: "held" | "sent") {
  const before = marked.slice(0, marked.indexOf("«")).split("\n");
  return {
    code: marked.replace("«", ""),
    errors: [{ messageId, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }],
  };
}

new RuleTester().run("no-key-in-client-code: what a page holds", noKeyInClientCode, {
  valid: [
    // Something else
    `${PAGE} use(window.__CONFIG__.pleoApiKeyId, window.pleoCompany, script.dataset.pleoApiKeyHint);`,
    `${PAGE} const { pleoCompanyId, theme } = script.dataset; use(pleoCompanyId, theme);`,
    `${PAGE} use(element.getAttribute("data-pleo-theme"), document.querySelector('meta[name="pleo-company"]').content);`,
    // Only asked for, written or taken away
    `${PAGE} if (window.pleoApiKey) use(); delete window.pleoApiKey;`,
    `${PAGE} window.pleoApiKey = undefined; script.dataset.pleoApiKey = "";`,
    // What a person has typed or kept
    `${PAGE} save(window.localStorage.pleoApiKey, document.forms[0].pleoApiKey.value, window.document.forms.key.pleoApiKey);`,
    // Another thing that is called so
    `${PAGE} function f(window) { use(window.pleoApiKey); }`,
    `${PAGE} const { pleoApiKey } = form; save({ pleoApiKey });`,
    // Has a public name, or a public place, which another rule tells
    `${PAGE} use(window.NEXT_PUBLIC_PLEO_API_KEY, window.__ENV__.PLEO_API_KEY);`,
    // Nobody can tell where it runs
    `use(script.dataset.pleoApiKey);`,
    // The element, and not what it holds
    `${PAGE} ${SEND("document.querySelector('meta[name=\"pleo-api-key\"]').id")}`,
  ],
  invalid: [
    reported(`use(«window.PLEO_API_KEY);`, "held"),
    reported(`${PAGE} use(«globalThis.pleoApiKey);`, "held"),
    reported(`new PleoClient({ key: «window.__CONFIG__.pleoApiKey });`, "held"),
    reported(`new PleoClient(«window.__CONFIG__.pleo.apiKey);`, "held"),
    reported(`const { theme, «pleoApiKey } = window.__CONFIG__; use(pleoApiKey);`, "held"),
    reported(`const { «pleoApiKey: key = "" } = window.__CONFIG__ ?? {}; use(key);`, "held"),
    reported(`${PAGE} const { theme, «pleoApiKey } = script.dataset; use(pleoApiKey);`, "held"),
    reported(`use(«document.currentScript.dataset.pleoApiKey);`, "held"),
    // Once, though it is sent as well
    reported(`const key = «window.PLEO_API_KEY; ${SEND("key")}`, "held"),
    reported(`${PAGE} const { «pleoApiKey } = script.dataset; ${SEND("pleoApiKey")}`, "held"),
  ],
});

new RuleTester().run("no-key-in-client-code: where a key that is sent is read", noKeyInClientCode, {
  valid: [`const key = element.getAttribute("data-pleo-api-key");\n${SEND("key")}`],
  invalid: [
    // A member of what came as a whole
    `${PAGE} const settings = await load();\nconst key = «settings.pleoApiKey;\n${SEND("key")}`,
    `${PAGE} const settings = (await (await fetch("/settings")).json()) as Settings;\nuse(settings);\nconst key = «settings.pleoApiKey;\n${SEND("key")}\ninterface Settings { pleoApiKey: string }`,
    `${PAGE} const managed = (await chrome.storage.managed.get(null)) as { pleoApiKey?: string };\nconst token = «managed.pleoApiKey ?? "";\n${SEND("token")}`,
    `${PAGE} const { pleo } = await load();\n${SEND("«pleo.apiKey")}`,
    `${PAGE} const managed = await chrome.storage.managed.get(null);\nconst { «pleoApiKey } = managed;\n${SEND("pleoApiKey")}`,
    `${PAGE} const managed = await chrome.storage.managed.get(null);\n${SEND("«managed.pleoApiKey")}\n${SEND("managed.pleoApiKey")}`,
    // What is asked for by its name
    `${PAGE} const stored = await «browser.storage.local.get("pleoApiKey");\nconst key = stored.pleoApiKey;\n${SEND("key")}`,
    `${PAGE} chrome.storage.sync.get(["pleoApiKey"], ({ «pleoApiKey }) => {\n${SEND("pleoApiKey")} });`,
    `const key = «localStorage.getItem("pleoApiKey");\n${SEND("key")}`,
    `${PAGE} const key = «new URLSearchParams(location.search).get("pleoApiKey");\n${SEND("key")}`,
    `${PAGE} const key = «element.getAttribute("data-pleo-api-key");\n${SEND("key")}`,
    `const key = «document.querySelector('meta[name="pleo-api-key"]').content;\n${SEND("key")}`,
    `const key = «document.querySelector('meta[name="pleo-api-key"]')?.getAttribute("content");\n${SEND("key")}`,
    // A neutral name, where it gets its value
    `${PAGE} const token = «await ipcRenderer.invoke("secret");\n${SEND("token")}`,
    `${PAGE} const token =\n  «readSomewhere();\n${SEND("token")}`,
    // What a script is handed in by the function around it
    `(function ($, window) { const boot = window.__BOOT__ || {};\n$.ajax({ url: "https://external.pleo.io/v1/companies", headers: { Authorization: "Basic " + window.btoa(«boot.pleoApiKey + ":") } }); })(jQuery, window);`,
    // What comes in
    `"use client"; function Panel({\n  title,\n  «pleoApiKey }) {\n${SEND("pleoApiKey")} }`,
    `"use client"; function Panel(props) {\n${SEND("«props.pleoApiKey")} }`,
    `window.addEventListener("message", (event) => {\nconst { «pleoApiKey } = event.data;\n${SEND("pleoApiKey")} });`,
    // The whole of it, of which no part is read
    `${PAGE} const settings = (await «load()) as Settings;\nfetch("https://external.pleo.io/v1/introspect", { method: "POST", body: JSON.stringify(settings) });\ninterface Settings { pleoApiKey: string }`,
  ].map((marked) => reported(marked, "sent")),
});
