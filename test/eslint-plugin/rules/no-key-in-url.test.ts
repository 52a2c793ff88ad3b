import { noKeyInUrl } from "../../../eslint-plugin/rules/no-key-in-url.ts";
import { exampleKey } from "../../support/keys.ts";
import { RuleTester } from "../rule-tester.ts";

const KEY = exampleKey();
const ENV = "process.env.PLEO_API_KEY";
const HOST = "https://external.pleo.io";

interface Case {
  readonly road?: string;
  /** What the code becomes by the suggestion. */
  readonly output?: string;
  readonly suggested?: string;
}

/** Code that has `«` where its one report is. */
function inUrl(
  marked: string,
  { road = `\`${ENV}\` on line 1`, output, suggested = ENV }: Case = {},
) {
  const at = marked.indexOf("«");
  const suggestions =
    output === undefined
      ? null
      : [{ messageId: "useHeader" as const, data: { name: suggested }, output }];
  return {
    code: marked.replace("«", ""),
    errors: [{ messageId: "inUrl" as const, data: { road }, line: 1, column: at + 1, suggestions }],
  };
}

const withJsx = { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } };

new RuleTester(withJsx).run("no-key-in-url", noKeyInUrl, {
  invalid: [
    // Texts that begin like a URL
    inUrl(`const a = \`${HOST}/v1?api_key=\${«${ENV}}\``),
    inUrl(`const a = "${HOST}/v1?api_key=" + «${ENV}`),
    inUrl(`const a = "https://" + «${ENV} + ":@external.pleo.io/v1"`),
    inUrl(`const a = \`https://\${«${ENV}}:@external.pleo.io\``),
    inUrl(`const a = \`https://\${user}:\${«${ENV}}@external.pleo.io\``),
    inUrl(`const a = \`https://example.com/hook/\${«${ENV}}/in\``),
    inUrl(`const a = \`wss://example.com/?token=\${«${ENV}}\``),
    inUrl(`const a = \`//example.com/?token=\${«${ENV}}\``),
    inUrl(`const a = \`/v1/x?a=1&api_key=\${«encodeURIComponent(${ENV})}\``),
    inUrl(`const a = \`?key=\${«${ENV}}\``),
    inUrl(`const a = "?key=" + «${ENV}`),
    inUrl(`const a = \`/callback#access_token=\${«${ENV}}\``),
    inUrl(`const a = \`myapp://done?key=\${«${ENV}}\``),
    inUrl(`const a = base + "/v1/x?key=" + «${ENV}`),
    inUrl(`const a = \`\${base}?key=\${«${ENV}}\``),
    inUrl(`const a = \`\${this.baseUrl}/v1/\${«${ENV}}\``),
    inUrl(`const a = API_URL + "/v1/" + «${ENV}`),
    inUrl(`const HOST = "${HOST}"; const a = HOST + "/v1/" + «${ENV}`),
    inUrl(`const a = "${HOST}/v1?key=".concat(«${ENV})`),
    inUrl(`let url = "${HOST}"; url += "?a=1"; url += "&key=" + «${ENV}`),
    inUrl(`url += \`/\${«${ENV}}\``),
    inUrl(`const a = \`${HOST}/v1?\${«new URLSearchParams({ api_key: ${ENV} })}\``),
    inUrl(`const a = \`/v1/x?\${«new URLSearchParams({ api_key: ${ENV} })}\``),
    inUrl(`const a = "${HOST}/v1?" + «qs.stringify({ api_key: ${ENV} })`),
    inUrl(
      `const query = new URLSearchParams({ api_key: «${ENV} }); const a = \`${HOST}/v1?\${query}\``,
      { road: `\`query\`, which comes from \`${ENV}\` on line 1` },
    ),
    inUrl(
      `const query = new URLSearchParams(); query.set("api_key", «${ENV}); fetch("/v1?" + query.toString())`,
      { road: `\`query\`, which comes from \`${ENV}\` on line 1` },
    ),
    inUrl(`exec(\`curl "${HOST}/v1?api_key=\${«${ENV}}"\`)`),
    inUrl(`element.innerHTML = \`<a href="https://\${«${ENV}}@external.pleo.io">x</a>\``),
    // Once for each road
    inUrl(`const a = \`${HOST}/v1?key=\${«${ENV}}\`; fetch(a); axios.get(a); new URL(a)`),
    inUrl(`const query = \`?key=\${«${ENV}}\`; fetch(\`${HOST}/v1\${query}\`)`),
    inUrl(`function make() { return "${HOST}?key=" + «${ENV} } fetch(make()); window.open(make())`),
    inUrl(`fetch(make()); function make() { return "${HOST}?key=" + «${ENV} }`),
    // Requests
    inUrl(`fetch("/v1/keys/" + «${ENV})`),
    inUrl(`const path = \`/v1/keys/\${${ENV}}\`; fetch(«path)`, {
      road: `\`path\`, which comes from \`${ENV}\` on line 1`,
    }),
    {
      // Named, because the code holds a key.
      name: "a literal in a request",
      ...inUrl(`fetch(«"${HOST}?api_key=${KEY}")`, { road: "a literal on line 1" }),
    },
    inUrl(`axios.get("${HOST}/v1", { params: { page: 1, api_key: «${ENV} } })`),
    inUrl(`axios({ url: "${HOST}/v1", params: { api_key: «${ENV} } })`),
    inUrl(`axios({ url: "${HOST}/v1", params: new URLSearchParams({ api_key: «${ENV} }) })`),
    inUrl(`const params = { api_key: ${ENV} }; axios.get("${HOST}/v1", { params: «params })`, {
      road: `\`params\`, which comes from \`${ENV}\` on line 1`,
    }),
    inUrl(`import got from "got"; got("${HOST}/v1", { searchParams: { api_key: «${ENV} } })`),
    inUrl(`import ky from "ky"; ky.get("${HOST}/v1", { searchParams: "api_key=" + «${ENV} })`),
    inUrl(
      `import { request } from "undici"; request("${HOST}/v1", { query: { api_key: «${ENV} } })`,
    ),
    inUrl(
      `import request from "superagent"; request.get("${HOST}/v1").query({ api_key: «${ENV} })`,
    ),
    inUrl(
      `import https from "node:https"; https.get({ host: "external.pleo.io", path: "/v1/" + «${ENV} })`,
    ),
    inUrl(
      `const client = axios.create({ params: { api_key: «${ENV} } }); client.get("/v1"); client.get("/v2")`,
    ),
    inUrl(
      `import axios from "axios"; export const client = axios.create({ params: { api_key: «${ENV} } })`,
    ),
    inUrl(`axios.defaults.params = { api_key: «${ENV} }`),
    inUrl(
      `client.interceptors.request.use((config) => { config.params.api_key = «${ENV}; return config })`,
    ),
    inUrl(`new WebSocket("/" + «${ENV})`),
    inUrl(`new EventSource("/events/" + «${ENV})`),
    inUrl(`navigator.sendBeacon("/log/" + «${ENV}, "")`),
    // URL objects
    inUrl(`new URL("/v1/" + «${ENV}, base)`),
    inUrl(`const url = new URL("${HOST}"); url.searchParams.set("api_key", «${ENV}); fetch(url)`),
    inUrl(`request.nextUrl.searchParams.append("api_key", «${ENV})`),
    inUrl(`const { searchParams } = new URL(x); searchParams.set("api_key", «${ENV})`),
    inUrl(`const at = new URL("${HOST}"); at.username = «${ENV}`),
    inUrl(`url.password = «${ENV}`),
    inUrl(`function f(at: URL) { at.hash = «${ENV} }`),
    inUrl(`url.search = new URLSearchParams({ api_key: «${ENV} })`),
    // Where people are sent
    inUrl(`location.hash = «${ENV}`),
    inUrl(`location.href = "/" + «${ENV}`),
    inUrl(`window.location = "/" + «${ENV}`),
    inUrl(`location.assign("/" + «${ENV})`),
    inUrl(`window.open("/" + «${ENV})`),
    inUrl(`history.pushState({}, "", "/" + «${ENV})`),
    inUrl(`router.push({ pathname: "/x", query: { key: «${ENV} } })`),
    inUrl(`const navigate = useNavigate(); navigate("/x/" + «${ENV})`),
    inUrl(`res.redirect(302, "/x/" + «${ENV})`),
    inUrl(`import { redirect } from "next/navigation"; redirect("/x/" + «${ENV})`),
    inUrl(`Linking.openURL("/x/" + «${ENV})`),
    inUrl(`const a = <a href={"/x/" + «${ENV}}>x</a>`),
    inUrl(`const a = <img src={\`https://example.com/?k=\${«${ENV}}\`} />`),
    inUrl(`const a = <Link to={{ pathname: "/x", search: "?key=" + «${ENV} }} />`),
    inUrl(`link.href = "/x/" + «${ENV}`),
    // By name
    inUrl(`function f(pleoApiKey) { return \`${HOST}?key=\${«pleoApiKey}\` }`, {
      road: "`pleoApiKey` on line 1",
    }),
    // With a suggestion
    inUrl(`fetch(\`${HOST}/v1?api_key=\${«${ENV}}\`)`, {
      output: `fetch(\`${HOST}/v1\`, { headers: { Authorization: \`Basic \${btoa(\`\${${ENV}}:\`)}\` } })`,
    }),
    inUrl(`fetch(\`${HOST}/v1?a=1&api_key=\${«encodeURIComponent(${ENV})}&b=\${b}\`)`, {
      output: `fetch(\`${HOST}/v1?a=1&b=\${b}\`, { headers: { Authorization: \`Basic \${btoa(\`\${${ENV}}:\`)}\` } })`,
    }),
    inUrl(`fetch(\`${HOST}/v1?api_key=\${«${ENV}}&b=1\`, { method: "POST" })`, {
      output: `fetch(\`${HOST}/v1?b=1\`, { headers: { Authorization: \`Basic \${btoa(\`\${${ENV}}:\`)}\` }, method: "POST" })`,
    }),
    inUrl(`fetch(\`${HOST}/v1?api_key=\${«${ENV}}\`, {})`, {
      output: `fetch(\`${HOST}/v1\`, { headers: { Authorization: \`Basic \${btoa(\`\${${ENV}}:\`)}\` } })`,
    }),
    inUrl(`fetch(\`${HOST}/v1?api_key=\${(«${ENV}) /* } */}&b=1\`, { method: "POST" })`, {
      output: `fetch(\`${HOST}/v1?b=1\`, { headers: { Authorization: \`Basic \${btoa(\`\${${ENV}}:\`)}\` }, method: "POST" })`,
    }),
    // Without one, where an edit is not that simple
    inUrl(`fetch(\`${HOST}/v1?api_key=\${«${ENV}}\`, { headers })`),
    inUrl(`fetch(\`${HOST}/v1?api_key=\${«${ENV}}\`, { ...options })`),
    inUrl(`fetch(\`${HOST}/v1?api_key=\${«${ENV}}\`, options)`),
    inUrl(`fetch(\`https://example.com/v1?api_key=\${«${ENV}}\`)`),
    inUrl(`fetch(\`${HOST}/\${«${ENV}}\`)`),
    inUrl(`fetch(\`${HOST}/v1?api_key=\${«${ENV}}.x\`)`),
    inUrl(`fetch(\`${HOST}/v1?api_key=\${«${ENV} || ""}\`)`),
    {
      name: "a literal in a template",
      ...inUrl(`fetch(«\`${HOST}/v1?api_key=\${"${KEY}"}\`)`, { road: "a literal on line 1" }),
    },
  ],
  valid: [
    // Where a key belongs
    `fetch("${HOST}", { headers: { Authorization: \`Basic \${btoa(\`\${${ENV}}:\`)}\` } })`,
    `axios.get("${HOST}/v1", { headers: { Authorization: ${ENV} }, params: { page: 1 } })`,
    `axios.get("${HOST}/v1", { auth: { username: ${ENV}, password: "" } })`,
    `import got from "got"; got("${HOST}", { username: ${ENV}, password: "" })`,
    `import request from "superagent"; request.get("${HOST}").set("Authorization", ${ENV})`,
    `import request from "superagent"; request.get("${HOST}").auth(${ENV}, "")`,
    `import https from "node:https"; https.get("${HOST}", { auth: ${ENV} + ":" })`,
    `new WebSocket("wss://example.com", [${ENV}])`,
    // Bodies
    `fetch("${HOST}", { method: "POST", body: new URLSearchParams({ api_key: ${ENV} }) })`,
    `fetch("${HOST}", { method: "POST", body: \`grant_type=x&api_key=\${${ENV}}\` })`,
    `axios.post("${HOST}", { api_key: ${ENV} })`,
    `axios.post("${HOST}", new URLSearchParams({ api_key: ${ENV} }), { params: { page: 1 } })`,
    `import qs from "qs"; axios.post("${HOST}", qs.stringify({ api_key: ${ENV} }))`,
    `const body = new URLSearchParams(); body.append("api_key", ${ENV}); fetch("${HOST}", { method: "POST", body })`,
    `navigator.sendBeacon("/log", ${ENV})`,
    `history.pushState({ key: ${ENV} }, "", "/x")`,
    // No URLs
    `const a = new RegExp(\`v?\${${ENV}}\`)`,
    `const a = \`\${url}:\${${ENV}}\`; const b = url + "|" + ${ENV}`,
    `endpoint.username = ${ENV}; webhook.password = ${ENV}`,
    `editor.rewrite(${ENV}); dialog.redirected = ${ENV}`,
    `const a = \`/run/secrets/\${${ENV}}\``,
    `const a = \`Basic \${${ENV}}\``,
    `const a = \`pleo:\${${ENV}}\``,
    `const a = \`Is it set? key=\${${ENV}}\``,
    `const a = \`See ${HOST}, key \${${ENV}}\``,
    `const a = \`${HOST} takes \${${ENV}}\``,
    `const a = ${ENV} + "?x=1"`,
    `const a = \`a=1&api_key=\${${ENV}}\``,
    `const a = \`cache://\${${ENV}}\``,
    `keys.push(${ENV}); queue.replace(${ENV}); "abc".replace("b", ${ENV})`,
    `user.password = ${ENV}; auth.username = ${ENV}; request.body = ${ENV}`,
    `config.params = ${ENV}; job.hash = ${ENV}; order.location = ${ENV}`,
    `navigation.navigate("Details", { key: ${ENV} })`,
    `const params = new Map(); params.set("a", ${ENV}); headers.set("a", ${ENV})`,
    `const a = <Field value={${ENV}} />; const b = <Link to="/x" state={${ENV}} />`,
    `const a = <form action={() => save(${ENV})} />`,
    `dialog.open(${ENV}); fs.open(${ENV})`,
    // Nothing of the key gets there
    `fetch(\`${HOST}?last=\${${ENV}.slice(-4)}\`)`,
    `fetch(\`${HOST}?has=\${Boolean(${ENV})}\`)`,
    `fetch(\`${HOST}?hash=\${sha256(${ENV})}\`)`,
    `const a = redactUrl(\`${HOST}?api_key=\${${ENV}}\`)`,
    `fetch(\`${HOST}/keys/\${pleoApiKeyId}?company_id=\${companyId}\`)`,
    `fetch(\`${HOST}?api_key=\${process.env.OTHER_API_KEY}\`)`,
    `axios.get("${HOST}", { params: { company_id: process.env.PLEO_COMPANY_ID } })`,
    `fetch(process.env.PLEO_URL + "?a=1")`,
    `const url = new URL("${HOST}"); url.searchParams.set("company_id", id); url.searchParams.delete("key")`,
    `const key = url.searchParams.get("pleo_api_key")`,
    `const empleoKey = "a"; fetch("/x?pleo=1&key=" + empleoKey)`,
    // Of a name, not of a key
    `import { PLEO_API_KEY_PARAM } from "./names"; fetch("/x?" + PLEO_API_KEY_PARAM + "=1")`,
  ],
});

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
      name: "qs stringify",
      code: `
import qs from "qs";
export function back(res) {
  const query = qs.stringify({ key: process.env.PLEO_API_KEY });
  res.redirect(\`/settings?\${query}\`);
}`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "params append then remix redirect",
      code: `
import { redirect } from "@remix-run/node";
export async function action({ request }) {
  const form = await request.formData();
  const pleoApiKey = String(form.get("pleoApiKey"));
  const params = new URLSearchParams({ tab: "pleo" });
  params.append("key", pleoApiKey);
  return redirect(\`/settings?\${params}\`);
}`,
      errors: [{ messageId: "inUrl", line: 7 }],
    },
    {
      name: "params set then toString",
      code: `
export async function action(req, res) {
  const params = new URLSearchParams();
  params.set("key", req.body.pleoApiKey);
  res.redirect("/settings?" + params.toString());
}`,
      errors: [{ messageId: "inUrl", line: 4 }],
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
      name: "Response.redirect with URL",
      code: `
export async function POST(request) {
  const { pleoApiKey } = await request.json();
  const url = new URL("/setup", request.url);
  url.searchParams.append("key", pleoApiKey);
  return Response.redirect(url);
}`,
      errors: [{ messageId: "inUrl", line: 5 }],
    },
    {
      name: "NextResponse with url.search",
      code: `
import { NextResponse } from "next/server";
export async function POST(request) {
  const { pleoApiKey } = await request.json();
  const url = request.nextUrl.clone();
  url.search = \`?key=\${pleoApiKey}\`;
  return NextResponse.redirect(url);
}`,
      errors: [{ messageId: "inUrl", line: 6 }],
    },
    {
      name: "Location header",
      code: `
export async function POST(request) {
  const { pleoApiKey } = await request.json();
  return new Response(null, { status: 303, headers: { Location: \`/setup?key=\${pleoApiKey}\` } });
}`,
      errors: [{ messageId: "inUrl", line: 4 }],
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

new RuleTester().run("no-key-in-url: options that functions make", noKeyInUrl, {
  valid: [
    {
      name: "opts from function https.get",
      code: `
const https = require('node:https');
function options(path) { return { hostname: 'external.pleo.io', path, auth: \`\${process.env.PLEO_API_KEY}:\`, headers: { Accept: 'application/json' } }; }
function call(path) { const opts = options(path); return https.get(opts, (res) => res.resume()); }`,
    },
    {
      name: "options inline call",
      code: `
const https = require('node:https');
const options = (path) => ({ hostname: 'external.pleo.io', path, auth: \`\${process.env.PLEO_API_KEY}:\` });
const call = (path, cb) => https.request(options(path), cb);`,
    },
    {
      name: "options with headers method",
      code: `
import { request } from 'https';
class P { #key = process.env.PLEO_API_KEY;
 private options(path: string) { return { host: 'external.pleo.io', path, headers: { Authorization: 'Basic ' + Buffer.from(this.#key + ':').toString('base64') } }; }
 call(path: string) { return request(this.options(path), (r) => r.resume()); } }`,
    },
    {
      name: "http2",
      code: `
const http2 = require('node:http2');
const headers = (path) => ({ ':path': path, authorization: \`Basic \${Buffer.from(process.env.PLEO_API_KEY + ':').toString('base64')}\` });
const call = (path) => { const client = http2.connect('https://external.pleo.io'); return client.request(headers(path)); };`,
    },
    {
      name: "axios config from function",
      code: `
const axios = require('axios');
const config = (path) => ({ url: \`https://external.pleo.io\${path}\`, auth: { username: process.env.PLEO_API_KEY, password: '' } });
const call = (path) => axios(config(path));
const call2 = (path) => axios.request(config(path));`,
    },
    {
      name: "got options from function",
      code: `
const got = require('got');
const options = (path) => ({ url: \`https://external.pleo.io\${path}\`, username: process.env.PLEO_API_KEY, password: '' });
const call = (path) => got(options(path));`,
    },
    {
      name: "new Request from a function",
      code: `
const request = (path) => new Request(\`https://external.pleo.io\${path}\`, { headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
const call = (path) => fetch(request(path));`,
    },
    {
      name: "ofetch undici options unknown",
      code: `
import { request } from 'undici';
const at = (path) => ({ origin: 'https://external.pleo.io', path, method: 'GET', headers: { authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
const call = (path) => request(at(path));`,
    },
    {
      name: "assigned object",
      code: `
const https = require('https');
const base = { hostname: 'external.pleo.io', auth: \`\${process.env.PLEO_API_KEY}:\` };
const call = (path, cb) => https.get(Object.assign({}, base, { path }), cb);`,
    },
    {
      name: "spread object",
      code: `
const https = require('https');
const base = { hostname: 'external.pleo.io', auth: \`\${process.env.PLEO_API_KEY}:\` };
const call = (path, cb) => https.get({ ...base, path }, cb);`,
    },
    {
      name: "url then options",
      code: `
const https = require('https');
const { urlToHttpOptions } = require('url');
const call = (path, cb) => https.get({ ...urlToHttpOptions(new URL(path, 'https://external.pleo.io')), auth: \`\${process.env.PLEO_API_KEY}:\` }, cb);`,
    },
    {
      name: "let opts",
      code: `
const https = require('https');
let opts = { hostname: 'external.pleo.io' };
opts.auth = \`\${process.env.PLEO_API_KEY}:\`;
opts.path = '/v1/companies';
https.get(opts, (r) => r.resume());`,
    },
    {
      name: "json body from function with settings",
      code: `
const settings = () => ({ method: 'POST', headers: { authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
const call = (path) => fetch(\`https://external.pleo.io\${path}\`, settings());`,
    },
    {
      name: "pleo target object",
      code: `
function target() { return { url: 'https://external.pleo.io/v1/companies', token: process.env.PLEO_API_KEY }; }
const call = () => { const t = target(); return fetch(t.url, { headers: { Authorization: \`Basic \${btoa(t.token + ':')}\` } }); };`,
    },
  ],
  invalid: [
    {
      name: "path in opts",
      code: `
const https = require('https');
function options() { return { hostname: 'external.pleo.io', path: \`/v1/companies?key=\${process.env.PLEO_API_KEY}\` }; }
https.get(options(), (r) => r.resume());`,
      errors: [{ messageId: "inUrl", line: 3 }],
    },
    {
      name: "path is the key",
      code: `
const https = require('https');
function options() { return { hostname: 'external.pleo.io', path: process.env.PLEO_API_KEY }; }
https.get(options(), (r) => r.resume());`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "search in opts",
      code: `
const https = require('https');
function options() { return { hostname: 'external.pleo.io', search: process.env.PLEO_API_KEY }; }
https.get(options(), (r) => r.resume());`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "axios params of function",
      code: `
const axios = require('axios');
const config = () => ({ url: \`https://external.pleo.io/v1/companies\`, params: { key: process.env.PLEO_API_KEY } });
const call = () => axios(config());`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "url from function",
      code: `
const address = () => 'https://external.pleo.io/v1/companies?key=' + process.env.PLEO_API_KEY;
const call = () => fetch(address());`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
    {
      name: "url func new URL",
      code: `
const address = () => { const u = new URL('https://external.pleo.io/v1/companies'); u.searchParams.set('key', process.env.PLEO_API_KEY); return u; };
const call = () => fetch(address());`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
  ],
});
