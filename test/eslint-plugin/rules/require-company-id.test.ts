import { requireCompanyId } from "../../../eslint-plugin/rules/require-company-id.ts";
import { RuleTester } from "../rule-tester.ts";

const PLEO = "https://external.pleo.io";
const VENDORS = `${PLEO}/v1/vendors:search`;
const ACCOUNTS = `${PLEO}/v1/chart-of-accounts`;
const AXIOS = 'import axios from "axios";';
const KEY = "headers: { Authorization: `Basic ${btoa(`${process.env.PLEO_API_KEY}:`)}` }";

const vendors = { endpoint: "POST /v1/vendors:search", name: "company_id", place: "query" };
const tags = { endpoint: "GET /v0/tag-groups", name: "company_id", place: "query" };
const accounts = { endpoint: "POST /v1/chart-of-accounts", name: "companyId", place: "body" };

function missing(column: number, data: Readonly<Record<string, string>>) {
  const names =
    data["name"] === "company_id" && data["endpoint"] === tags.endpoint
      ? "`company_id` or `organization_id`"
      : `\`${data["name"] ?? ""}\``;
  return [{ messageId: "missing" as const, line: 1, column, data: { ...data, names } }];
}

function misspelt(column: number, data: Readonly<Record<string, string>>, output: string | null) {
  const suggestions =
    output === null
      ? []
      : [{ messageId: "rename" as const, data: { name: data["name"] ?? "" }, output }];
  return [{ messageId: "misspelt" as const, line: 1, column, data, suggestions }];
}

new RuleTester().run("require-company-id: in the query", requireCompanyId, {
  valid: [
    `fetch("${VENDORS}?company_id=1", { method: "POST" })`,
    `fetch(\`${VENDORS}?limit=1&company_id=\${id}\`, { method: "POST" })`,
    `fetch(\`${VENDORS}?\${new URLSearchParams({ company_id: id })}\`, { method: "POST" })`,
    `const query = new URLSearchParams(); query.set("company_id", id); fetch(\`${VENDORS}?\${query}\`, { method: "POST" })`,
    `const url = new URL("${VENDORS}"); url.searchParams.set("company_id", id); fetch(url, { method: "POST" })`,
    `const url = new URL("/v1/vendors:search", "${PLEO}"); url.search = new URLSearchParams({ company_id: id }); fetch(url, { method: "POST" })`,
    `${AXIOS} axios.post("${VENDORS}", {}, { params: { company_id: id } })`,
    `${AXIOS} const api = axios.create({ baseURL: "${PLEO}", params: { company_id: id } }); api.post("/v1/vendors:search", {})`,
    `import got from "got"; got.post("${VENDORS}", { searchParams: { company_id: id }, json: {} })`,
    `import ky from "ky"; ky.post("v1/vendors:search", { prefixUrl: "${PLEO}", searchParams: "company_id=1" })`,
    `const request = require("superagent"); request.post("${VENDORS}").query({ company_id: id })`,
    // The whole organisation, where Pleo takes that
    `fetch("${PLEO}/v0/tag-groups?organization_id=1")`,
    // Perhaps there
    `fetch(\`${VENDORS}?\${query}\`, { method: "POST" })`,
    `fetch(\`${VENDORS}\${query}\`, { method: "POST" })`,
    `fetch(withCompany("${VENDORS}"), { method: "POST" })`,
    `const url = new URL("${VENDORS}"); addCompany(url); fetch(url, { method: "POST" })`,
    `const url = new URL("${VENDORS}"); for (const [name, value] of all) url.searchParams.set(name, value); fetch(url, { method: "POST" })`,
    `${AXIOS} axios.post("${VENDORS}", {}, { params })`,
    `${AXIOS} axios.post("${VENDORS}", {}, { params: { ...common, limit: 1 } })`,
    `${AXIOS} axios.post("${VENDORS}", {}, config)`,
    `${AXIOS} axios.post("${VENDORS}", {}, { params: companyParams() })`,
    `${AXIOS} axios.interceptors.request.use(addCompany); axios.post("${VENDORS}", {})`,
    `import got from "got"; const api = got.extend({ hooks: { beforeRequest: [addCompany] } }); api.post("${VENDORS}")`,
    `fetch(some ? "${VENDORS}" : "${VENDORS}?company_id=1", { method: "POST" })`,
    // Told by the credential, optional, or not sure
    `fetch("${PLEO}/v1/introspect")`,
    `fetch("${PLEO}/v1/installations/me")`,
    `fetch("${PLEO}/v1/subscriptions")`,
    `fetch("${PLEO}/v1/companies")`,
    `fetch(\`${PLEO}/v1/companies/\${id}\`)`,
    `fetch("${PLEO}/v2/employees")`,
    `fetch("${PLEO}/v2/employees?company_id=1")`,
    `fetch("${PLEO}/v3/export-jobs")`,
    `fetch("${PLEO}/v3/export-jobs", { method: "POST", body: JSON.stringify({}) })`,
    `fetch(\`${PLEO}/v1/vendors/\${id}\`)`,
    `fetch(\`${PLEO}/v1/accounting-entries/\${id}\`)`,
    // No endpoint that is known
    `fetch("${PLEO}/v9/vendors:search", { method: "POST" })`,
    `fetch("${PLEO}/v1/vendors:searching", { method: "POST" })`,
    `fetch("${VENDORS}", { method: "GET" })`,
    `fetch("${PLEO}/v0/tag-groups", { method })`,
    `fetch(answer.pagination.nextPage); // ${VENDORS}`,
    `fetch(\`${PLEO}\${path}\`)`,
    // Not Pleo
    'fetch("https://pleo.example/v1/vendors:search", { method: "POST" })',
    'fetch("https://external.pleo.io.evil.example/v1/vendors:search", { method: "POST" })',
    'fetch("https://openapi.pleo.io/v1/vendors:search", { method: "POST" })',
    'fetch("http://localhost:3000/v1/vendors:search", { method: "POST" }); // pleo',
    'fetch(`${base}/v1/vendors:search`, { method: "POST" }); // pleo',
    'fetch(`${empleoUrl}/v1/vendors:search`, { method: "POST" });',
    'app.post("/v1/vendors:search", answerLikePleo)',
    'fetch("/v1/vendors:search", { method: "POST" }); // pleo',
  ],
  invalid: [
    { code: `fetch("${VENDORS}", { method: "POST" })`, errors: missing(7, vendors) },
    { code: `fetch("${VENDORS}?limit=1", { method: "POST" })`, errors: missing(7, vendors) },
    { code: `fetch("${VENDORS}/", { method: "POST" })`, errors: missing(7, vendors) },
    {
      code: `fetch("https://external.staging.pleo.io/v1/vendors:search", { method: "POST" })`,
      errors: missing(7, vendors),
    },
    { code: `fetch("${VENDORS}", options)`, errors: missing(7, vendors) },
    { code: `fetch("${PLEO}/v0/tag-groups")`, errors: missing(7, tags) },
    { code: `fetch("${PLEO}//v0/tag-groups")`, errors: missing(7, tags) },
    {
      code: `fetch(\`${PLEO}/v0/tag-groups/\${id}\`)`,
      errors: [{ messageId: "missing", line: 1, column: 7 }],
    },
    {
      code: `fetch("${PLEO}/v1/accounting-entries:search", { method: "POST", body: JSON.stringify({ includeDeleted: false }) })`,
      errors: [{ messageId: "missing", line: 1, column: 7 }],
    },
    {
      code: `fetch("${PLEO}/v0/tax-codes:search", { method: "POST" })`,
      errors: [{ messageId: "missing", line: 1, column: 7 }],
    },
    {
      code: `fetch(\`${VENDORS}?\${new URLSearchParams({ limit: 1 })}\`, { method: "POST" })`,
      errors: missing(7, vendors),
    },
    {
      code: `const url = new URL("${VENDORS}"); url.searchParams.set("limit", 1); fetch(url, { method: "POST" })`,
      errors: [{ messageId: "missing", line: 1, column: 108 }],
    },
    { code: `${AXIOS} axios.post("${VENDORS}", {}, { headers })`, errors: missing(39, vendors) },
    {
      code: `${AXIOS} axios.post("${VENDORS}", {}, { params: { limit: 1 } })`,
      errors: missing(39, vendors),
    },
    { code: `${AXIOS} axios({ url: "${VENDORS}", method: "post" })`, errors: missing(41, vendors) },
    {
      code: `${AXIOS} const api = axios.create({ baseURL: "${PLEO}" }); api.get("/v0/tag-groups")`,
      errors: [{ messageId: "missing", line: 1, column: 103 }],
    },
    {
      code: `import got from "got"; got.post("${VENDORS}", { json: {} })`,
      errors: missing(33, vendors),
    },
    {
      code: `fetch(\`\${process.env.PLEO_BASE_URL}/v1/vendors:search\`, { method: "POST" })`,
      errors: missing(7, vendors),
    },
    {
      code: `fetch(\`\${config.pleo.url}/v1/vendors:search\`, { method: "POST" })`,
      errors: missing(7, vendors),
    },
    {
      code: `fetch(\`\${base}/v1/vendors:search\`, { method: "POST", ${KEY} })`,
      errors: missing(7, vendors),
    },
    {
      code: `const base = process.env.BASE ?? "${PLEO}"; fetch(base + "/v0/tags")`,
      errors: [{ messageId: "missing", line: 1, column: 68 }],
    },
    {
      code: `const HOSTS = { a: "${PLEO}", b: "https://external.staging.pleo.io" }; fetch(\`\${HOSTS[env]}/v0/tags\`)`,
      errors: [{ messageId: "missing", line: 1, column: 95 }],
    },
    // As another family would have it
    {
      code: `fetch("${VENDORS}?companyId=1", { method: "POST" })`,
      errors: misspelt(
        7,
        { ...vendors, written: "companyId" },
        `fetch("${VENDORS}?company_id=1", { method: "POST" })`,
      ),
    },
    {
      code: `fetch(\`${VENDORS}?companyId=\${companyId}&a=1\`, { method: "POST" })`,
      errors: misspelt(
        7,
        { ...vendors, written: "companyId" },
        `fetch(\`${VENDORS}?company_id=\${companyId}&a=1\`, { method: "POST" })`,
      ),
    },
    {
      code: `${AXIOS} axios.get("${PLEO}/v0/tag-groups", { params: { companyId } })`,
      errors: misspelt(
        92,
        { ...tags, written: "companyId" },
        `${AXIOS} axios.get("${PLEO}/v0/tag-groups", { params: { company_id: companyId } })`,
      ),
    },
    {
      code: `${AXIOS} axios.get("${PLEO}/v0/tag-groups", { params: { ...rest, "company-id": id } })`,
      errors: misspelt(
        101,
        { ...tags, written: "company-id" },
        `${AXIOS} axios.get("${PLEO}/v0/tag-groups", { params: { ...rest, "company_id": id } })`,
      ),
    },
    {
      code: `${AXIOS} axios.get("${PLEO}/v0/tag-groups", { params: { organisationId: id } })`,
      errors: misspelt(
        92,
        { ...tags, name: "organization_id", written: "organisationId" },
        `${AXIOS} axios.get("${PLEO}/v0/tag-groups", { params: { organization_id: id } })`,
      ),
    },
    {
      code: `const url = new URL("${VENDORS}"); url.searchParams.set("companyID", id); fetch(url, { method: "POST" })`,
      errors: misspelt(
        113,
        { ...vendors, written: "companyID" },
        `const url = new URL("${VENDORS}"); url.searchParams.set("company_id", id); fetch(url, { method: "POST" })`,
      ),
    },
    {
      code: `const query = "companyId=1"; fetch("${VENDORS}?" + query, { method: "POST" })`,
      errors: misspelt(36, { ...vendors, written: "companyId" }, null),
    },
    // In the body
    {
      code: `fetch("${VENDORS}", { method: "POST", body: JSON.stringify({ company_id: id }) })`,
      errors: [{ messageId: "misplaced", line: 1, column: 94, data: vendors }],
    },
    {
      code: `${AXIOS} axios.post("${VENDORS}", { companyId: id })`,
      errors: [{ messageId: "misplaced", line: 1, column: 87, data: vendors }],
    },
  ],
});

new RuleTester().run("require-company-id: in the body", requireCompanyId, {
  valid: [
    `fetch("${ACCOUNTS}", { method: "POST", body: JSON.stringify({ companyId, name }) })`,
    `const body = { name }; body.companyId = id; fetch("${ACCOUNTS}", { method: "POST", body: JSON.stringify(body) })`,
    `const account = { companyId: id }; fetch("${ACCOUNTS}", { method: "POST", body: JSON.stringify({ ...account, name }) })`,
    `${AXIOS} axios.post("${ACCOUNTS}", { companyId: id })`,
    `${AXIOS} axios({ url: "${ACCOUNTS}", method: "post", data: { companyId: id } })`,
    `import got from "got"; got.post("${ACCOUNTS}", { json: { companyId: id } })`,
    `fetch("${ACCOUNTS}/batch", { method: "POST", body: JSON.stringify({ accounts: [{ companyId: id }] }) })`,
    // Perhaps there
    `fetch("${ACCOUNTS}", { method: "POST", body })`,
    `fetch("${ACCOUNTS}", { method: "POST", body: JSON.stringify(account) })`,
    `fetch("${ACCOUNTS}", { method: "POST", body: JSON.stringify({ ...account, name }) })`,
    `fetch("${ACCOUNTS}", { method: "POST", ...options })`,
    `fetch("${ACCOUNTS}", { method: "POST", body: serialize(account) })`,
    `${AXIOS} axios.post("${ACCOUNTS}", account)`,
    `function create(account) { return axios.post("${ACCOUNTS}", account) }`,
    `const body = { name }; addCompany(body); fetch("${ACCOUNTS}", { method: "POST", body: JSON.stringify(body) })`,
    `fetch("${ACCOUNTS}/batch", { method: "POST", body: JSON.stringify([{ name }]) })`,
    // Not asked for
    `fetch(\`${ACCOUNTS}/\${id}\`, { method: "PUT", body: JSON.stringify({ name }) })`,
    `fetch(\`${ACCOUNTS}/\${id}\`)`,
  ],
  invalid: [
    {
      code: `fetch("${ACCOUNTS}", { method: "POST", body: JSON.stringify({ name }) })`,
      errors: missing(7, accounts),
    },
    { code: `fetch("${ACCOUNTS}", { method: "POST" })`, errors: missing(7, accounts) },
    { code: `${AXIOS} axios.post("${ACCOUNTS}", { name })`, errors: missing(39, accounts) },
    { code: `${AXIOS} axios.post("${ACCOUNTS}")`, errors: missing(39, accounts) },
    {
      code: `import got from "got"; got.post("${ACCOUNTS}:search", { json: { excludeIfAssignedToCategory: false } })`,
      errors: [{ messageId: "missing", line: 1, column: 33 }],
    },
    {
      code: `fetch("${PLEO}/v1/vendors", { method: "POST", body: JSON.stringify({ name }) })`,
      errors: [{ messageId: "missing", line: 1, column: 7 }],
    },
    {
      code: `fetch(\`${PLEO}/v0/tax-codes/\${id}\`, { method: "PUT", body: JSON.stringify({ rate }) })`,
      errors: [{ messageId: "missing", line: 1, column: 7 }],
    },
    {
      code: `const body = { name }; fetch("${ACCOUNTS}", { method: "POST", body: JSON.stringify(body) })`,
      errors: [{ messageId: "missing", line: 1, column: 30 }],
    },
    {
      code: `${AXIOS} axios.post("${ACCOUNTS}", { company_id: id })`,
      errors: misspelt(
        90,
        { ...accounts, written: "company_id" },
        `${AXIOS} axios.post("${ACCOUNTS}", { companyId: id })`,
      ),
    },
    {
      code: `${AXIOS} axios.post("${ACCOUNTS}", { company_id })`,
      errors: misspelt(
        90,
        { ...accounts, written: "company_id" },
        `${AXIOS} axios.post("${ACCOUNTS}", { companyId: company_id })`,
      ),
    },
    {
      code: `fetch("${ACCOUNTS}", { method: "POST", body: JSON.stringify({ "company": id }) })`,
      errors: misspelt(
        97,
        { ...accounts, written: "company" },
        `fetch("${ACCOUNTS}", { method: "POST", body: JSON.stringify({ "companyId": id }) })`,
      ),
    },
    {
      code: `fetch("${ACCOUNTS}?companyId=1", { method: "POST", body: JSON.stringify({ name }) })`,
      errors: [{ messageId: "misplaced", line: 1, column: 7, data: accounts }],
    },
  ],
});

const WRAPPER = `const ask = (path) => fetch(\`${PLEO}\${path}\`, { method: "POST", body: "{}", ${KEY} });`;

new RuleTester().run("require-company-id: told by callers", requireCompanyId, {
  valid: [
    `${WRAPPER} ask("/v1/vendors:search?company_id=1");`,
    `${WRAPPER} ask(\`/v1/vendors:search?company_id=\${id}\`);`,
    `${WRAPPER} ask(path);`,
    `${WRAPPER} ask("/v1/vendors:search" + query);`,
    `${WRAPPER} ask(...paths);`,
    `${WRAPPER} ask("/v1/introspect");`,
    `${WRAPPER} other("/v1/vendors:search");`,
    `const ask = (path) => fetch(\`https://example.com\${path}\`, { method: "POST", ${KEY} }); ask("/v1/vendors:search");`,
    `${AXIOS} const http = axios.create({ baseURL: "${PLEO}" }); const ask = (path, params) => http.get(path, { params }); ask("/v0/tag-groups", { company_id: id });`,
    `${AXIOS} const http = axios.create({ baseURL: "${PLEO}" }); const ask = (path, params) => http.get(path, { params }); ask("/v0/tag-groups", { ...given });`,
    `${AXIOS} const http = axios.create({ baseURL: "${PLEO}" }); const ask = (path, params) => http.get(path, { params: { company_id: id, ...params } }); ask("/v0/tag-groups", { limit: 1 });`,
    `const ask = (path) => { path += "?company_id=1"; return fetch(\`${PLEO}\${path}\`, { method: "POST", ${KEY} }); }; ask("/v1/vendors:search");`,
    `const ask = (path) => { const url = new URL(path, "${PLEO}"); addCompany(url); return fetch(url, { method: "POST", ${KEY} }); }; ask("/v1/vendors:search");`,
    // One that makes the address
    `const urlOf = (path) => { path = withCompany(path); return \`${PLEO}/v1/\${path}\`; }; fetch(urlOf("vendors:search"), { method: "POST" });`,
    `const urlOf = (path) => \`${PLEO}/v1/\${path}\`; fetch(urlOf("vendors:search?company_id=1"), { method: "POST" });`,
    `const urlOf = (id) => { const url = new URL("${VENDORS}"); url.searchParams.set("company_id", id); return url; }; fetch(urlOf(a), { method: "POST" });`,
    `const urlOf = (id) => { const url = new URL("${VENDORS}"); url.searchParams.set("company_id", id); return url; }; const url = urlOf(a); fetch(url, { method: "POST" });`,
    `function urlOf() { const url = new URL("${VENDORS}"); return url; } const url = urlOf(); url.searchParams.set("company_id", a); fetch(url, { method: "POST" });`,
    `function urlOf(a) { if (a) return "${VENDORS}?company_id=1"; return "${VENDORS}"; } fetch(urlOf(b), { method: "POST" });`,
  ],
  invalid: [
    { code: `${WRAPPER} ask("/v1/vendors:search");`, at: '"/v1/vendors:search"' },
    { code: `${WRAPPER} ask("/v1/vendors:search?limit=5");`, at: '"/v1/vendors:search?limit' },
    {
      code: `${WRAPPER} const PATH = "/v1/vendors:search"; async function all() { return ask(PATH); }`,
      at: "PATH); }",
    },
    {
      code: `async function ask(path = "/v1/vendors:search") { return fetch(\`${PLEO}\${path}\`, { method: "POST", ${KEY} }); } ask();`,
      at: '"/v1/vendors:search"',
    },
    {
      code: `class Pleo { ask(path) { return fetch(\`${PLEO}\${path}\`, { method: "POST", body: "{}", ${KEY} }); } vendors() { return this.ask("/v1/vendors:search"); } }`,
      at: '"/v1/vendors:search"',
    },
    {
      code: `const send = (url) => fetch(url, { method: "POST", ${KEY} }); const ask = (path) => send(\`${PLEO}\${path}\`); ask("/v1/vendors:search");`,
      at: '"/v1/vendors:search"',
    },
    {
      code: `const urlOf = (path) => \`${PLEO}/v1/\${path}\`; fetch(urlOf("vendors:search"), { method: "POST" });`,
      at: 'urlOf("vendors',
    },
  ]
    .map(({ code, at }) => ({ code, errors: missing(code.indexOf(at) + 1, vendors) }))
    .concat([
      {
        code: `${AXIOS} const http = axios.create({ baseURL: "${PLEO}" }); const ask = (path, params) => http.get(path, { params }); ask("/v0/tag-groups", { limit: 1 });`,
        errors: missing(158, tags),
      },
    ]),
});

new RuleTester().run(
  "require-company-id: clients that are keyed or completed later",
  requireCompanyId,
  {
    valid: [
      {
        name: "base class company given",
        code: `
class BaseClient { constructor(key) { this.http = axios.create({ baseURL: "https://external.pleo.io", auth: { username: key, password: "" } }); } }
class PleoApi extends BaseClient { tags(id) { return this.http.get("/v0/tags", { params: { company_id: id } }); } }`,
      },
      {
        name: "interceptor sets the company",
        code: `
const client = axios.create({ baseURL: "https://external.pleo.io", auth: { username: process.env.PLEO_API_KEY, password: "" } });
client.interceptors.request.use((config) => ({ ...config, params: { ...config.params, company_id: process.env.PLEO_COMPANY_ID } }));
export const tags = () => client.get("/v0/tags");`,
      },
    ],
    invalid: [
      {
        name: "interceptor only auth, company missing",
        code: `
const client = axios.create({ baseURL: "https://external.pleo.io" });
client.interceptors.request.use((config) => { config.auth = { username: process.env.PLEO_API_KEY, password: "" }; return config; });
export const tags = () => client.get("/v0/tags");`,
        errors: [{ messageId: "missing", line: 4 }],
      },
      {
        name: "interceptor header auth, company missing",
        code: `
const client = axios.create({ baseURL: "https://external.pleo.io" });
client.interceptors.request.use((config) => { config.headers.set("Authorization", \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`); return config; });
export const tags = () => client.get("/v0/tags");`,
        errors: [{ messageId: "missing", line: 4 }],
      },
    ],
  },
);

new RuleTester().run("require-company-id: what functions add to a query", requireCompanyId, {
  valid: [
    {
      name: "withCompany in file",
      code: `
const AUTH = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const withCompany = (params) => ({ ...params, company_id: process.env.PLEO_COMPANY_ID });
const call = (path, params) => fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams(withCompany(params))}\`, { headers: AUTH });
export const tags = () => call("/v0/tags", { limit: "1" });`,
    },
    {
      name: "withCompany at caller",
      code: `
const AUTH = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const withCompany = (params) => ({ ...params, company_id: process.env.PLEO_COMPANY_ID });
const call = (path, params) => fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams(params)}\`, { headers: AUTH });
export const tags = () => call("/v0/tags", withCompany({ limit: "1" }));`,
    },
    {
      name: "withCompany imported",
      code: `
import { withCompany } from "./company";
const AUTH = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const call = (path, params) => fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams(params)}\`, { headers: AUTH });
export const tags = () => call("/v0/tags", withCompany({ limit: "1" }));`,
    },
    {
      name: "qs defaults",
      code: `
import qs from "qs";
const defaults = { company_id: process.env.PLEO_COMPANY_ID };
const AUTH = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const call = (path, params = {}) => fetch(\`https://external.pleo.io\${path}?\${qs.stringify({ ...defaults, ...params })}\`, { headers: AUTH });
export const tags = () => call("/v0/tags", { limit: "1" });`,
    },
    {
      name: "qs defaults imported",
      code: `
import qs from "qs";
import { defaults } from "./defaults";
const AUTH = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const call = (path, params = {}) => fetch(\`https://external.pleo.io\${path}?\${qs.stringify({ ...defaults, ...params })}\`, { headers: AUTH });
export const tags = () => call("/v0/tags", { limit: "1" });`,
    },
    {
      name: "axios create params",
      code: `
import axios from "axios";
const api = axios.create({ baseURL: "https://external.pleo.io", params: { company_id: process.env.PLEO_COMPANY_ID }, auth: { username: process.env.PLEO_API_KEY, password: "" } });
const call = (path, params) => api.get(path, { params });
export const tags = () => call("/v0/tags", { limit: 1 });`,
    },
    {
      name: "axios defaults params later",
      code: `
import axios from "axios";
const api = axios.create({ baseURL: "https://external.pleo.io", auth: { username: process.env.PLEO_API_KEY, password: "" } });
api.defaults.params = { company_id: process.env.PLEO_COMPANY_ID };
export const tags = () => api.get("/v0/tags", { params: { limit: 1 } });`,
    },
    {
      name: "axios defaults params member later",
      code: `
import axios from "axios";
const api = axios.create({ baseURL: "https://external.pleo.io", params: {}, auth: { username: process.env.PLEO_API_KEY, password: "" } });
api.defaults.params.company_id = process.env.PLEO_COMPANY_ID;
export const tags = () => api.get("/v0/tags", { params: { limit: 1 } });`,
    },
    {
      name: "axios function makes client",
      code: `
import axios from "axios";
function client() { return axios.create({ baseURL: "https://external.pleo.io", params: { company_id: process.env.PLEO_COMPANY_ID }, auth: { username: process.env.PLEO_API_KEY, password: "" } }); }
export const tags = () => client().get("/v0/tags", { params: { limit: 1 } });`,
    },
    {
      name: "axios options from a function",
      code: `
import axios from "axios";
const common = () => ({ baseURL: "https://external.pleo.io", params: { company_id: process.env.PLEO_COMPANY_ID }, auth: { username: process.env.PLEO_API_KEY, password: "" } });
const api = axios.create(common());
export const tags = () => api.get("/v0/tags");`,
    },
    {
      name: "class #query",
      code: `
export class Pleo {
  readonly #company = process.env.PLEO_COMPANY_ID ?? "";
  #query(extra: Record<string, string> = {}) { return new URLSearchParams({ ...extra, company_id: this.#company }); }
  async #get(path: string, extra?: Record<string, string>) {
    const res = await fetch(\`https://external.pleo.io\${path}?\${this.#query(extra)}\`, { headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` } });
    return res.json();
  }
  tags() { return this.#get("/v0/tags"); }
}`,
    },
    {
      name: "class #url",
      code: `
export class Pleo {
  readonly #company = process.env.PLEO_COMPANY_ID ?? "";
  #url(path: string) { const url = new URL(path, "https://external.pleo.io"); url.searchParams.set("company_id", this.#company); return url; }
  async #get(url: URL) {
    const res = await fetch(url, { headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` } });
    return res.json();
  }
  tags() { return this.#get(this.#url("/v0/tags")); }
}`,
    },
    {
      name: "ky extend",
      code: `
import ky from "ky";
const base = ky.create({ prefixUrl: "https://external.pleo.io", headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` } });
const pleo = base.extend({ searchParams: { company_id: process.env.PLEO_COMPANY_ID! } });
export const tags = () => pleo.get("v0/tags").json();`,
    },
    {
      name: "ky extend function",
      code: `
import ky from "ky";
const base = ky.create({ prefixUrl: "https://external.pleo.io", headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` } });
const pleo = base.extend((options) => ({ searchParams: { company_id: process.env.PLEO_COMPANY_ID! } }));
export const tags = () => pleo.get("v0/tags").json();`,
    },
    {
      name: "url through helper with several returns",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
function scoped(url: URL) { if (url.searchParams.has("company_id")) return url; url.searchParams.set("company_id", process.env.PLEO_COMPANY_ID!); return url; }
async function call(url: URL) { return fetch(scoped(url), { headers: KEY }); }
export const tags = () => call(new URL("/v0/tags", "https://external.pleo.io"));`,
    },
    {
      name: "helper changes url inside function told",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
async function call(url: URL) { url.searchParams.set("company_id", process.env.PLEO_COMPANY_ID!); return fetch(url, { headers: KEY }); }
export const tags = () => call(new URL("/v0/tags", "https://external.pleo.io"));`,
    },
    {
      name: "searchParams in const inside told",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
async function call(path: string) { const url = new URL(path, "https://external.pleo.io"); const { searchParams } = url; searchParams.set("company_id", process.env.PLEO_COMPANY_ID!); return fetch(url, { headers: KEY }); }
export const tags = () => call("/v0/tags");`,
    },
    {
      name: "Object.assign url",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
async function call(path: string) { const url = new URL(path, "https://external.pleo.io"); Object.assign(url, { search: \`company_id=\${process.env.PLEO_COMPANY_ID}\` }); return fetch(url, { headers: KEY }); }
export const tags = () => call("/v0/tags");`,
    },
    {
      name: "this.scope(url)",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
class A { constructor(private readonly company: Company) {}
async call(path: string) { const url = new URL(path, "https://external.pleo.io"); this.company.scope(url); return fetch(url, { headers: KEY }); }
tags() { return this.call("/v0/tags"); } }`,
    },
    {
      name: "url set in let",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
async function call(path: string) { let url = new URL(path, "https://external.pleo.io"); url = withCompany(url); return fetch(url, { headers: KEY }); }
export const tags = () => call("/v0/tags");`,
    },
    {
      name: "url text +=",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
async function call(path: string) { let url = \`https://external.pleo.io\${path}\`; url += \`?company_id=\${process.env.PLEO_COMPANY_ID}\`; return fetch(url, { headers: KEY }); }
export const tags = () => call("/v0/tags");`,
    },
    {
      name: "company from reduce",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const all = { company_id: process.env.PLEO_COMPANY_ID! };
const query = (more: object) => Object.entries({ ...all, ...more }).map(([k, v]) => \`\${k}=\${encodeURIComponent(v)}\`).join("&");
async function call(path: string, more = {}) { return fetch(\`https://external.pleo.io\${path}?\${query(more)}\`, { headers: KEY }); }
export const tags = () => call("/v0/tags", { limit: 1 });`,
    },
    {
      name: "scoped, company by caller",
      code: `
import { env } from '../env';
function scoped(path: string, query: Record<string, string> = {}) {
  const url = new URL(path, 'https://external.pleo.io');
  url.search = new URLSearchParams({ ...query }).toString();
  return url;
}
async function call(url: URL) {
  return fetch(url, { headers: { Authorization: \`Basic \${Buffer.from(\`\${env.PLEO_API_KEY}:\`).toString('base64')}\` } });
}
export const tags = () => call(scoped('/v0/tags', { limit: '100', company_id: env.COMPANY }));`,
    },
    {
      name: "got with searchParams helper",
      code: `
import got from "got";
import { env } from './env';
const params = (more: Record<string, string> = {}) => new URLSearchParams({ company_id: env.PLEO_COMPANY_ID, ...more });
const api = got.extend({ prefixUrl: "https://external.pleo.io", username: env.PLEO_API_KEY, password: "" });
const list = (path: string, more?: Record<string, string>) => api.get(path, { searchParams: params(more) }).json();
export const tags = () => list("v0/tags");`,
    },
    {
      name: "wrapper spreads options",
      code: `
import axios from "axios";
import { env } from './env';
const api = axios.create({ baseURL: "https://external.pleo.io", auth: { username: env.PLEO_API_KEY, password: "" } });
const list = (path: string, options = {}) => api.get(path, { ...options, params: { company_id: env.PLEO_COMPANY_ID, ...options.params } });
export const tags = () => list("/v0/tags", { params: { limit: 1 } });`,
    },
    {
      name: "wrapper with config function",
      code: `
import axios from "axios";
import { env } from './env';
const api = axios.create({ baseURL: "https://external.pleo.io", auth: { username: env.PLEO_API_KEY, password: "" } });
function config(params = {}) { return { params: { ...params, company_id: env.PLEO_COMPANY_ID } }; }
export const tags = () => api.get("/v0/tags", config({ limit: 1 }));`,
    },
    {
      name: "paramsSerializer",
      code: `
import axios from "axios";
import qs from "qs";
import { env } from './env';
const api = axios.create({ baseURL: "https://external.pleo.io", auth: { username: env.PLEO_API_KEY, password: "" }, paramsSerializer: (p) => qs.stringify({ company_id: env.PLEO_COMPANY_ID, ...p }) });
export const tags = () => api.get("/v0/tags", { params: { limit: 1 } });`,
    },
    {
      name: "transformRequest body",
      code: `
import axios from "axios";
import { env } from './env';
const api = axios.create({ baseURL: "https://external.pleo.io", auth: { username: env.PLEO_API_KEY, password: "" }, transformRequest: [(d) => JSON.stringify({ companyId: env.PLEO_COMPANY_ID, ...d })] });
export const account = () => api.post("/v1/chart-of-accounts", { name: "Travel" });`,
    },
    {
      name: "own fetch that adds",
      code: `
import { env } from './env';
const fetch = (url: string, init: RequestInit) => globalThis.fetch(\`\${url}?company_id=\${env.PLEO_COMPANY_ID}\`, init);
export const tags = () => fetch("https://external.pleo.io/v0/tags", { headers: { Authorization: \`Basic \${btoa(env.PLEO_API_KEY + ":")}\` } });`,
    },
    {
      name: "imported fetch",
      code: `
import { pleoFetch as fetch } from './pleo';
export const tags = () => fetch("https://external.pleo.io/v0/tags");`,
    },
    {
      name: "ofetch create query",
      code: `
import { ofetch } from "ofetch";
const pleo = ofetch.create({ baseURL: "https://external.pleo.io", query: { company_id: process.env.PLEO_COMPANY_ID }, headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` } });
export const tags = () => pleo("/v0/tags", { query: { limit: 1 } });`,
    },
    {
      name: "url from map of urls",
      code: `
import { urls } from "./urls";
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const call = (u: URL) => fetch(u, { headers: KEY });
export const tags = () => call(urls.scoped("/v0/tags"));`,
    },
    {
      name: "two helpers, url handed through",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const at = (path: string) => new URL(path, "https://external.pleo.io");
const scoped = (path: string) => { const url = at(path); url.searchParams.set("company_id", process.env.PLEO_COMPANY_ID!); return url; };
const call = (u: URL) => fetch(u, { headers: KEY });
export const tags = () => call(scoped("/v0/tags"));`,
    },
    {
      name: "const at caller",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const call = (u: URL) => fetch(u, { headers: KEY });
export const tags = () => { const url = new URL("/v0/tags", "https://external.pleo.io"); url.searchParams.set("company_id", process.env.PLEO_COMPANY_ID!); return call(url); };`,
    },
    {
      name: "const at caller toString",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const call = (u: string) => fetch(u, { headers: KEY });
export const tags = () => { const url = new URL("/v0/tags", "https://external.pleo.io"); url.searchParams.set("company_id", process.env.PLEO_COMPANY_ID!); return call(url.toString()); };`,
    },
    {
      name: "url with query member of function",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const build = (path: string) => { const url = new URL(path, "https://external.pleo.io"); url.searchParams.set("company_id", process.env.PLEO_COMPANY_ID!); return url; };
export const tags = () => fetch(build("/v0/tags").href, { headers: KEY });
export const tags2 = () => fetch(build("/v0/tags").toString(), { headers: KEY });
export const tags3 = () => fetch(\`\${build("/v0/tags")}\`, { headers: KEY });
export const tags4 = () => fetch(String(build("/v0/tags")), { headers: KEY });`,
    },
    {
      name: "result in object",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const build = (path: string) => { const url = new URL(path, "https://external.pleo.io"); url.searchParams.set("company_id", process.env.PLEO_COMPANY_ID!); return { url, headers: KEY }; };
export const tags = () => { const { url, headers } = build("/v0/tags"); return fetch(url, { headers }); };`,
    },
    {
      name: "good loop",
      code: `
import { config } from './config';
async function post(path: string, query: Record<string, string>, body: unknown) {
  const url = new URL(path, 'https://external.pleo.io'); for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value); return fetch(url, { method: 'POST', headers: { Authorization: \`Basic \${btoa(config.pleoApiKey + ":")}\` }, body: JSON.stringify(body) }); }
export const entries = () => post('/v1/accounting-entries:search', { limit: '100', company_id: config.pleoCompanyId }, { includeDeleted: false });`,
    },
    {
      name: "good loop unknown query",
      code: `
import { config } from './config';
async function post(path: string, query: Record<string, string>, body: unknown) {
  const url = new URL(path, 'https://external.pleo.io'); for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value); return fetch(url, { method: 'POST', headers: { Authorization: \`Basic \${btoa(config.pleoApiKey + ":")}\` }, body: JSON.stringify(body) }); }
export const entries = (query) => post('/v1/accounting-entries:search', query, { includeDeleted: false });
export const entries2 = (query) => post('/v1/accounting-entries:search', { ...query, limit: "1" }, { includeDeleted: false });`,
    },
    {
      name: "loop with changed names",
      code: `
import { config } from './config';
import { snake } from './case';
async function post(path: string, query: Record<string, string>, body: unknown) {
  const url = new URL(path, 'https://external.pleo.io'); for (const [name, value] of Object.entries(query)) url.searchParams.set(snake(name), value); return fetch(url, { method: 'POST', headers: { Authorization: \`Basic \${btoa(config.pleoApiKey + ":")}\` }, body: JSON.stringify(body) }); }
export const entries = () => post('/v1/accounting-entries:search', { companyId: config.x }, { includeDeleted: false });`,
    },
    {
      name: "loop forEach good",
      code: `
import { config } from './config';
async function get(path: string, query: Record<string, string>) {
  const url = new URL(path, 'https://external.pleo.io'); Object.entries(query).forEach(([name, value]) => url.searchParams.append(name, value)); return fetch(url, { headers: { Authorization: \`Basic \${btoa(config.pleoApiKey + ":")}\` } }); }
export const tags = () => get('/v0/tags', { company_id: config.pleoCompanyId });`,
    },
    {
      name: "loop and set of company",
      code: `
import { config } from './config';
async function get(path: string, query: Record<string, string> = {}) {
  const url = new URL(path, 'https://external.pleo.io'); for (const [k, v] of Object.entries({ ...query, company_id: config.company })) url.searchParams.append(k, v); return fetch(url, { headers: { Authorization: \`Basic \${btoa(config.pleoApiKey + ":")}\` } }); }
export const tags = () => get('/v0/tags');`,
    },
    {
      name: "URLSearchParams form loop good",
      code: `
import { config } from './config';
async function get(path: string, query: Record<string, string> = {}) {
  const params = new URLSearchParams(); for (const [k, v] of Object.entries(query)) if (v) params.append(k, v);
  return fetch(\`https://external.pleo.io\${path}?\${params}\`, { headers: { Authorization: \`Basic \${btoa(config.pleoApiKey + ":")}\` } }); }
export const tags = () => get('/v0/tags', { limit: "1", company_id: config.company });`,
    },
    {
      name: "imported own fetch",
      code: `
import { fetch } from './pleo';
export const tags = () => fetch("https://external.pleo.io/v0/tags");`,
    },
    {
      name: "imported default own fetch",
      code: `
import fetch from './pleo';
export const tags = () => fetch("https://external.pleo.io/v0/tags");`,
    },
    {
      name: "method called fetch",
      code: `
class Pleo { fetch(path: string) { return fetch(\`https://external.pleo.io\${path}?company_id=\${this.company}\`, { headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` } }); }
 tags() { return this.fetch("/v0/tags"); } }`,
    },
    {
      name: "destructured options good",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const call = (path: string, { query, body }: Options) => fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams({ ...query })}\`, { method: "POST", headers: KEY, body: JSON.stringify(body) });
export const entries = () => call("/v1/accounting-entries:search", { query: { limit: "1", company_id: "1" }, body: {} });`,
    },
    {
      name: "method of options",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const call = (path: string, options: Options) => fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams(options.query)}\`, { method: "POST", headers: KEY });
export const entries = () => call("/v1/accounting-entries:search", { query: { limit: "1", company_id: "1" }, body: {} });`,
    },
    {
      name: "param mutated",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
function call(path: string, query: Record<string, string> = {}) { query.company_id = process.env.PLEO_COMPANY_ID!; return fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams({ ...query })}\`, { headers: KEY }); }
export const tags = () => call("/v0/tags", { limit: "1" });`,
    },
    {
      name: "param mutated by assign",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
function call(path: string, query: Record<string, string> = {}) { Object.assign(query, scope()); return fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams({ ...query })}\`, { headers: KEY }); }
export const tags = () => call("/v0/tags", { limit: "1" });`,
    },
    {
      name: "param written again",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
function call(path: string, query: Record<string, string> = {}) { query = { ...query, ...scope() }; return fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams(query)}\`, { headers: KEY }); }
export const tags = () => call("/v0/tags", { limit: "1" });`,
    },
    {
      name: "given object changed by caller",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
function call(path: string, query: Record<string, string> = {}) { return fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams({ ...query })}\`, { headers: KEY }); }
export const tags = () => { const q: Record<string, string> = { limit: "1" }; addCompany(q); return call("/v0/tags", q); };`,
    },
    {
      name: "given object changed by caller 2",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
function call(path: string, query: Record<string, string> = {}) { return fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams({ ...query })}\`, { headers: KEY }); }
export const tags = () => { const q: Record<string, string> = { limit: "1" }; q["company_id"] = "1"; return call("/v0/tags", q); };`,
    },
    {
      name: "three deep good",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const send = (url: URL) => fetch(url, { headers: KEY });
function get(path: string, query: Record<string, string>) { const url = new URL(path, "https://external.pleo.io"); for (const [k, v] of Object.entries(query)) url.searchParams.set(k, v); return send(url); }
export const tags = () => get("/v0/tags", { company_id: "1" });`,
    },
    {
      name: "entries of params",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const own = new URLSearchParams({ company_id: process.env.PLEO_COMPANY_ID! });
function get(path: string) { const url = new URL(path, "https://external.pleo.io"); for (const [k, v] of own.entries()) url.searchParams.set(k, v); return fetch(url, { headers: KEY }); }
export const tags = () => get("/v0/tags");`,
    },
    {
      name: "entries of params forEach",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const own = new URLSearchParams({ company_id: process.env.PLEO_COMPANY_ID! });
function get(path: string) { const url = new URL(path, "https://external.pleo.io"); own.forEach((v, k) => url.searchParams.set(k, v)); return fetch(url, { headers: KEY }); }
export const tags = () => get("/v0/tags");`,
    },
    {
      name: "rest params",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
function get(path: string, ...pairs: [string, string][]) { const url = new URL(path, "https://external.pleo.io"); for (const [k, v] of pairs) url.searchParams.set(k, v); return fetch(url, { headers: KEY }); }
export const tags = () => get("/v0/tags", ["company_id", "1"]);`,
    },
    {
      name: "list of pairs",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
function get(path: string, pairs: [string, string][]) { const url = new URL(path, "https://external.pleo.io"); for (const [k, v] of pairs) url.searchParams.set(k, v); return fetch(url, { headers: KEY }); }
export const tags = () => get("/v0/tags", [["company_id", "1"]]);`,
    },
    {
      name: "curried",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const getter = (query: Record<string, string>) => (path: string) => fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams(query)}\`, { headers: KEY });
const get = getter({ company_id: process.env.PLEO_COMPANY_ID! });
export const tags = () => get("/v0/tags");`,
    },
    {
      name: "proxied query from a class field set later",
      code: `
class Pleo { params: Record<string, string> = {};
 forCompany(id: string) { this.params = { company_id: id }; return this; }
 get(path: string) { return fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams(this.params)}\`, { headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` } }); }
 tags() { return this.get("/v0/tags"); } }`,
    },
    {
      name: "class field member set later",
      code: `
class Pleo { params: Record<string, string> = {};
 forCompany(id: string) { this.params.company_id = id; return this; }
 get(path: string) { return fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams(this.params)}\`, { headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` } }); }
 tags() { return this.get("/v0/tags"); } }`,
    },
    {
      name: "constant object member set later",
      code: `
const state = { params: {} as Record<string, string> };
export function use(id: string) { state.params.company_id = id; }
const get = (path: string) => fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams(state.params)}\`, { headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` } });
export const tags = () => get("/v0/tags");`,
    },
  ],
  invalid: [
    {
      name: "scoped without company",
      code: `
import { env } from '../env';
function scoped(path: string, query: Record<string, string> = {}) {
  const url = new URL(path, 'https://external.pleo.io');
  url.search = new URLSearchParams({ ...query }).toString();
  return url;
}
async function call(url: URL) {
  return fetch(url, { headers: { Authorization: \`Basic \${Buffer.from(\`\${env.PLEO_API_KEY}:\`).toString('base64')}\` } });
}
export const tags = () => call(scoped('/v0/tags', { limit: '100' }));`,
      errors: [{ messageId: "missing", line: 11 }],
    },
    {
      name: "url without query from helper",
      code: `
import { env } from '../env';
function at(path: string) {
  const url = new URL(path, 'https://external.pleo.io');
  return url;
}
const call = async (url: URL) => fetch(url, { headers: { Authorization: \`Basic \${Buffer.from(\`\${env.PLEO_API_KEY}:\`).toString('base64')}\` } });
export const tags = () => call(at('/v0/tags'));`,
      errors: [{ messageId: "missing", line: 8 }],
    },
    {
      name: "body",
      code: `
import { config } from './config';
async function post(path: string, query: Record<string, string>, body: unknown) {
  const url = new URL(path, 'https://external.pleo.io'); for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value); return fetch(url, { method: 'POST', headers: { Authorization: \`Basic \${btoa(config.pleoApiKey + ":")}\` }, body: JSON.stringify(body) }); }
export const entries = () => post('/v1/accounting-entries:search', { limit: '100' }, { includeDeleted: false, companyId: config.pleoCompanyId });`,
      errors: [{ messageId: "misplaced", line: 5 }],
    },
    {
      name: "loop forEach bad",
      code: `
import { config } from './config';
async function get(path: string, query: Record<string, string>) {
  const url = new URL(path, 'https://external.pleo.io'); Object.entries(query).forEach(([name, value]) => url.searchParams.append(name, value)); return fetch(url, { headers: { Authorization: \`Basic \${btoa(config.pleoApiKey + ":")}\` } }); }
export const tags = () => get('/v0/tags', { companyId: config.pleoCompanyId });`,
      errors: [
        {
          messageId: "misspelt",
          line: 5,
          suggestions: [
            {
              messageId: "rename",
              output: `
import { config } from './config';
async function get(path: string, query: Record<string, string>) {
  const url = new URL(path, 'https://external.pleo.io'); Object.entries(query).forEach(([name, value]) => url.searchParams.append(name, value)); return fetch(url, { headers: { Authorization: \`Basic \${btoa(config.pleoApiKey + ":")}\` } }); }
export const tags = () => get('/v0/tags', { company_id: config.pleoCompanyId });`,
            },
          ],
        },
      ],
    },
    {
      name: "loop in, bad",
      code: `
import { config } from './config';
async function get(path: string, query: Record<string, string> = {}) {
  const url = new URL(path, 'https://external.pleo.io'); for (const name in query) url.searchParams.append(name, query[name]); return fetch(url, { headers: { Authorization: \`Basic \${btoa(config.pleoApiKey + ":")}\` } }); }
export const tags = () => get('/v0/tags');`,
      errors: [{ messageId: "missing", line: 5 }],
    },
    {
      name: "URLSearchParams form loop",
      code: `
import { config } from './config';
async function get(path: string, query: Record<string, string> = {}) {
  const params = new URLSearchParams(); for (const [k, v] of Object.entries(query)) if (v) params.append(k, v);
  return fetch(\`https://external.pleo.io\${path}?\${params}\`, { headers: { Authorization: \`Basic \${btoa(config.pleoApiKey + ":")}\` } }); }
export const tags = () => get('/v0/tags', { limit: "1" });`,
      errors: [{ messageId: "missing", line: 6 }],
    },
    {
      name: "imported package fetch bad",
      code: `
import fetch from 'node-fetch';
export const tags = () => fetch("https://external.pleo.io/v0/tags");`,
      errors: [{ messageId: "missing", line: 3 }],
    },
    {
      name: "method called fetch bad",
      code: `
class Pleo { fetch(path: string) { return fetch(\`https://external.pleo.io\${path}\`, { headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` } }); }
 tags() { return this.fetch("/v0/tags"); } }`,
      errors: [{ messageId: "missing", line: 3 }],
    },
    {
      name: "axios serializer harmless bad",
      code: `
import axios from "axios";
import qs from "qs";
import { env } from './env';
const api = axios.create({ baseURL: "https://external.pleo.io", auth: { username: env.PLEO_API_KEY, password: "" }, paramsSerializer: (p) => qs.stringify(p) });
export const tags = () => api.get("/v0/tags", { params: { limit: 1 } });`,
      errors: [{ messageId: "missing", line: 6 }],
    },
    {
      name: "destructured options bad",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const call = (path: string, { query, body }: Options) => fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams({ ...query })}\`, { method: "POST", headers: KEY, body: JSON.stringify(body) });
export const entries = () => call("/v1/accounting-entries:search", { query: { limit: "1" }, body: { company_id: 1 } });`,
      errors: [{ messageId: "misplaced", line: 4 }],
    },
    {
      name: "three deep bad",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const send = (url: URL) => fetch(url, { headers: KEY });
function get(path: string, query: Record<string, string>) { const url = new URL(path, "https://external.pleo.io"); for (const [k, v] of Object.entries(query)) url.searchParams.set(k, v); return send(url); }
export const tags = () => get("/v0/tags", { limit: "1" });`,
      errors: [{ messageId: "missing", line: 5 }],
    },
    {
      name: "misspelt tag groups two lines",
      code: `
const got = require('got');
const companyId = process.env.PLEO_COMPANY_ID;
async function tagGroups() {
  const url = \`https://external.pleo.io/v0/tag-groups?companyId=\${companyId}\`;
  return got(url, { username: process.env.PLEO_API_KEY, password: "" });
}`,
      errors: [{ messageId: "misspelt", line: 5 }],
    },
  ],
});
