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
