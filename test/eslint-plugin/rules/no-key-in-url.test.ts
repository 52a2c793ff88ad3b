import { noKeyInUrl } from "../../../eslint-plugin/rules/no-key-in-url.ts";
import { exampleKey } from "../../support/keys.ts";
import { REDIRECTS } from "../redirects.ts";
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

new RuleTester().run("no-key-in-url: redirects", noKeyInUrl, {
  valid: [],
  invalid: REDIRECTS.map(({ name, code, inUrl: line }) => ({
    name,
    code,
    errors: [{ messageId: "inUrl", line }],
  })),
});
