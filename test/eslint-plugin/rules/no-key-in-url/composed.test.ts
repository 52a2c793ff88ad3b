import { noKeyInUrl } from "../../../../eslint-plugin/rules/no-key-in-url.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("no-key-in-url: joined, appended and built by packages", noKeyInUrl, {
  valid: [
    {
      name: "join for a cache name is no url",
      code: `
export async function cacheName(id: string) {
  return ["pleo", process.env.PLEO_API_KEY, id].join(":");
}`,
    },
    {
      name: "join of file path is no url",
      code: `
import { join } from "node:path";
export const tmp = (id) => ["tags", id, process.env.PLEO_API_KEY].join(",");`,
    },
    {
      name: "join of basic pair",
      code: `
export const pair = [process.env.PLEO_API_KEY, ""].join(":");`,
    },
    {
      name: "params as a form body is no url",
      code: `
export async function action(req, res) {
  const params = new URLSearchParams();
  params.set("key", req.body.pleoApiKey);
  await fetch("https://vault.acme.dev/keys", { method: "POST", body: params });
  res.sendStatus(204);
}`,
    },
    {
      name: "params as form body with company in url",
      code: `
export async function action(req, res) {
  const params = new URLSearchParams({ key: req.body.pleoApiKey });
  const query = new URLSearchParams({ company: req.body.company });
  await fetch(\`https://vault.acme.dev/keys?\${query}\`, { method: "POST", body: params.toString() });
}`,
    },
    {
      name: "key name only",
      code: `
export const link = (pleoApiKeyId: string) => \`https://acme.dev/keys/\${pleoApiKeyId}\`;`,
    },
    {
      name: "last four",
      code: `
export const link = (pleoApiKey: string) => \`https://acme.dev/keys/\${pleoApiKey.slice(-4)}\`;`,
    },
    {
      name: "headers through Request",
      code: `
const headers = new Headers({ Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` });
export const f = () => fetch(new Request("https://external.pleo.io/v1/introspect", { headers }));`,
    },
    {
      name: "request const",
      code: `
const request = new Request("https://external.pleo.io/v1/introspect", { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
export const f = () => fetch(request);`,
    },
    {
      name: "fetch of cloned request",
      code: `
export const f = (request) => fetch(new Request(request, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } }));`,
    },
  ],
  invalid: [
    {
      name: "join into url, sent later by http client",
      code: `
import { http } from "../http";
const { PLEO_API_KEY } = process.env;
export async function notify(id: string) {
  const url = ["https://internal.acme.dev/callback", PLEO_API_KEY, id].join("/");
  await http.post(url, {});
}`,
      errors: [{ messageId: "inUrl", line: 5 }],
    },
    {
      name: "join with neutral name",
      code: `
import { http } from "../http";
export async function notify(id: string, config) {
  const credential = config.pleo.apiKey;
  const url = [process.env.CALLBACK_URL, "pleo", credential, id].join("/");
  await http.post(url, {});
}`,
      errors: [{ messageId: "inUrl", line: 5 }],
    },
    {
      name: "join of a query",
      code: `
export function link(id: string) {
  const query = ["key=" + process.env.PLEO_API_KEY, "id=" + id].join("&");
  return \`https://app.acme.dev/callback?\${query}\`;
}`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "path.posix.join into URL",
      code: `
import path from "node:path";
export const u = () => new URL(path.posix.join("callback", process.env.PLEO_API_KEY ?? ""), "https://acme.dev");`,
      errors: [{ messageId: "inUrl", line: 3 }],
    },
    {
      name: "String.raw",
      code: `
export const u = () => fetch(String.raw\`https://acme.dev/cb/\${process.env.PLEO_API_KEY}\`);`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
    {
      name: "concat chained",
      code: `
export const u = () => fetch("https://acme.dev/cb?".concat("key=", process.env.PLEO_API_KEY ?? ""));`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
    {
      name: "urlcat",
      code: `
import urlcat from "urlcat";
export const u = () => fetch(urlcat("https://acme.dev", "/cb/:key", { key: process.env.PLEO_API_KEY }));`,
      errors: [{ messageId: "inUrl", line: 3 }],
    },
    {
      name: "url-join",
      code: `
import urlJoin from "url-join";
export const u = () => fetch(urlJoin("https://acme.dev", "cb", process.env.PLEO_API_KEY));`,
      errors: [{ messageId: "inUrl", line: 3 }],
    },
    {
      name: "query-string stringifyUrl",
      code: `
import queryString from "query-string";
export const u = () => fetch(queryString.stringifyUrl({ url: "https://acme.dev/cb", query: { key: process.env.PLEO_API_KEY } }));`,
      errors: [{ messageId: "inUrl", line: 3 }],
    },
    {
      name: "URLSearchParams from entries",
      code: `
export async function link(pleoApiKey: string) {
  const params = new URLSearchParams(Object.entries({ key: pleoApiKey }));
  return fetch(\`https://acme.dev/x?\${params}\`);
}`,
      errors: [{ messageId: "inUrl", line: 3 }],
    },
    {
      name: "next redirect",
      code: `
import { redirect } from "next/navigation";
export async function connect(formData: FormData) {
  "use server";
  const pleoApiKey = String(formData.get("pleoApiKey"));
  redirect(\`/setup?step=2&key=\${encodeURIComponent(pleoApiKey)}\`);
}`,
      errors: [{ messageId: "inUrl", line: 6 }],
    },
    {
      name: "sveltekit redirect",
      code: `
import { redirect } from "@sveltejs/kit";
export const actions = { default: async ({ request }) => {
  const pleoKey = (await request.formData()).get("pleoKey");
  redirect(303, \`/setup?key=\${pleoKey}\`);
} };`,
      errors: [{ messageId: "inUrl", line: 5 }],
    },
    {
      name: "express redirect",
      code: `
app.post("/connect", (req, res) => { res.redirect(303, "/setup?key=" + req.body.pleoApiKey); });`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
    {
      name: "Link component",
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
      code: `
export const Next = ({ pleoApiKey }) => <Link href={{ pathname: "/setup", query: { key: pleoApiKey } }}>next</Link>;`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
    {
      name: "template link in a mail",
      code: `
export const mail = (pleoApiKey: string) => sendMail({ html: \`<a href="https://acme.dev/setup?key=\${pleoApiKey}">go on</a>\` });`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
    {
      name: "request with key in url",
      code: `
const request = new Request(\`https://external.pleo.io/v1/introspect?key=\${process.env.PLEO_API_KEY}\`);
export const f = () => fetch(request);`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
  ],
});

new RuleTester().run("no-key-in-url: lists and forms that are no address", noKeyInUrl, {
  valid: [
    {
      name: "join of log words",
      code: `
export const words = (id) => ["a/b", process.env.PLEO_API_KEY, id].join(" ");`,
    },
    {
      name: "join of cache path",
      code: `
export const words = (id) => ["cache", id, process.env.PLEO_API_KEY].join("/");`,
    },
    {
      name: "url kept in params but sent in body",
      code: `
export async function connect(pleoApiKey) {
  const form = new URLSearchParams();
  form.append("key", pleoApiKey);
  return axios.post("https://vault.acme.dev/keys", form);
}`,
    },
    {
      name: "got form",
      code: `
import got from "got";
export const c = (pleoApiKey) => got.post("https://vault.acme.dev/keys", { form: { key: pleoApiKey } });`,
    },
  ],
  invalid: [],
});
