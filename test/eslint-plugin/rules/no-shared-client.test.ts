import { noSharedClient } from "../../../eslint-plugin/rules/no-shared-client.ts";
import { RuleTester } from "../rule-tester.ts";

const PLEO = "https://external.pleo.io";
const ENV = "process.env.PLEO_API_KEY";
const HEADERS = `const headers = { Authorization: \`Basic \${btoa(\`\${${ENV}}:\`)}\` };`;
const CLIENT = `const pleo = new PleoClient({ apiKey: ${ENV} });`;

function shared(name: string, tenant: string) {
  return [{ messageId: "shared" as const, data: { name, tenant } }];
}

/** A function that serves what is called so with headers that everything shares. */
function serves(parameter: string, company = `${parameter}.companyId`): string {
  return `${HEADERS} async function tags(${parameter}) { await fetch(\`${PLEO}/v1/companies/\${${company}}\`, { headers }); }`;
}

new RuleTester().run("no-shared-client: who is served", noSharedClient, {
  valid: [
    serves("company", "company.id"),
    serves("companyId", "companyId"),
    serves("organization", "organization.companyId"),
    serves("user"),
    serves("tenants", "tenants.length"),
    serves("tenantsCount", "company"),
    serves("countTenants", "company"),
    serves("lieutenant"),
    // One company has many customers, accounts and connections of its own
    serves("customer", "companyId"),
    serves("customerId", "companyId"),
    serves("account", "account.id"),
    serves("client", "settings.companyId"),
    serves("installation", "settings.companyId"),
    `${HEADERS} async function f(customer) { log(customer.companyId); await fetch("${PLEO}/v1/companies", { headers }); }`,
    // Configured, so there is one
    `${CLIENT} async function f() { const tenantId = process.env.AZURE_TENANT_ID; login(tenantId); await pleo.tags(); }`,
    `${CLIENT} async function f() { login(config.tenantId); await pleo.tags(); }`,
    `${CLIENT} async function f() { const tenant = "common"; login(tenant); await pleo.tags(); }`,
    // Served elsewhere
    `${CLIENT} async function f(tenant) { return tenant.name; } async function g() { await pleo.tags(); }`,
    `${CLIENT} function mount(app) { app.get("/", (req) => show(req.tenant)); app.get("/up", () => pleo.up()); }`,
    `${CLIENT} async function f() { return [await pleo.tags(), tenants.length]; }`,
    `${CLIENT} await pleo.tags(); tenants.map((tenant) => tenant.id);`,
  ],
  invalid: [
    { code: serves("tenant"), errors: shared("headers", "tenant") },
    { code: serves("tenantId", "companyOf(tenantId)"), errors: shared("headers", "tenantId") },
    { code: serves("tenant_id", "companyOf(tenant_id)"), errors: shared("headers", "tenant_id") },
    { code: serves("currentTenant"), errors: shared("headers", "currentTenant") },
    { code: serves("tenantContext"), errors: shared("headers", "tenantContext") },
    { code: serves("{ tenant, limit }", "tenant.companyId"), errors: shared("headers", "tenant") },
    { code: serves("subscriber"), errors: shared("headers", "subscriber") },
    { code: serves("customer"), errors: shared("headers", "customer") },
    { code: serves("customer", "customer.pleoCompanyId"), errors: shared("headers", "customer") },
    { code: serves("workspace"), errors: shared("headers", "workspace") },
    { code: serves("installation"), errors: shared("headers", "installation") },
    {
      code: `${HEADERS} async function f(customerId) { const { companyId } = await store.find(customerId); await fetch(\`${PLEO}/v1/companies/\${companyId}\`, { headers }); }`,
      errors: shared("headers", "customerId"),
    },
    {
      code: `${HEADERS} async function f(customer) { const { companyId } = customer; const url = \`${PLEO}/v1/companies/\${companyId}\`; await fetch(url, { headers }); }`,
      errors: shared("headers", "customer"),
    },
    {
      code: `${CLIENT} async function f(id) { const tenant = await find(id); await pleo.tags(tenant.companyId); }`,
      errors: shared("pleo", "tenant"),
    },
    {
      code: `${CLIENT} app.get("/", async (req) => pleo.tags(req.tenant.companyId));`,
      errors: shared("pleo", "tenant"),
    },
    {
      code: `${CLIENT} app.get("/", async (req) => pleo.tags(companyOf(req.params.tenantId)));`,
      errors: shared("pleo", "tenantId"),
    },
    {
      code: `${CLIENT} async function f() { for (const tenant of all) await pleo.tags(tenant.companyId); }`,
      errors: shared("pleo", "tenant"),
    },
    {
      code: `${CLIENT} all.forEach((tenant) => pleo.tags(tenant.companyId));`,
      errors: shared("pleo", "tenant"),
    },
    {
      code: `${CLIENT} function f(id) { return pleo.tags(tenants.get(id).companyId); }`,
      errors: shared("pleo", "tenants"),
    },
    {
      code: `${CLIENT} function f(id) { return pleo.tags(tenants[id].companyId); }`,
      errors: shared("pleo", "tenants"),
    },
    {
      code: `${CLIENT} function f(tenant) { return all.map((one) => pleo.tags(one)); }`,
      errors: shared("pleo", "tenant"),
    },
  ],
});

new RuleTester().run("no-shared-client: what is shared", noSharedClient, {
  valid: [
    // The tenant's own
    `async function f(tenant) { const pleo = new PleoClient({ apiKey: tenant.pleoApiKey }); await pleo.tags(tenant.companyId); }`,
    `async function f(tenant) { const pleoApiKey = await vault.read(tenant.id); await new PleoClient({ apiKey: pleoApiKey }).tags(); }`,
    `async function f(tenant) { const key = process.env[\`PLEO_API_KEY_\${tenant.id}\`]; await new PleoClient({ apiKey: key }).tags(); }`,
    `const pleoKeys = { ...read() }; async function f(tenant) { await new PleoClient({ apiKey: pleoKeys[tenant.id] }).tags(); }`,
    `const clients = new Map(); async function f(tenant) { await clients.get(tenant.id).tags(tenant.companyId); } // pleo`,
    `const pleo = axios.create({ baseURL: "${PLEO}" }); async function f(tenant) { await pleo.get("/v1/companies", { auth: { username: tenant.pleoApiKey } }); }`,
    `const pleo = (tenant) => new PleoClient({ apiKey: tenant.pleoApiKey }); async function f(tenant) { await pleo(tenant).tags(); }`,
    `async function f(tenant) { await new PleoClient({ apiKey: tenant.pleoApiKey ?? ${ENV} }).tags(); }`,
    `async function f(tenant, apiKey = ${ENV}) { await new PleoClient({ apiKey }).tags(); }`,
    `async function f(tenant) { let apiKey = ${ENV}; if (tenant.pleoApiKey) apiKey = tenant.pleoApiKey; await new PleoClient({ apiKey }).tags(); }`,
    `async function f(tenant) { await new PleoClient({ apiKey: tenant.isDemo ? ${ENV} : tenant.pleoApiKey }).tags(); }`,
    // Not sent
    `function f(tenant) { throw new PleoKeyError(tenant.id, ${ENV}); }`,
    `function f(tenant) { return new PleoKeyError(tenant.id, ${ENV}); }`,
    `const pleoApiKey = ${ENV}; function f(tenant) { return tenant.pleoApiKey === pleoApiKey; }`,
    `function f(tenant) { return tenant.pleoApiKey !== ${ENV}; }`,
    `const pleoApiKey = ${ENV}; function f(tenant) { if (pleoApiKey) throw new Error("one key for all"); return tenant; }`,
    `const hash = sha256(${ENV}); function f(tenant) { return hash.slice(tenant.n); }`,
    `${CLIENT} function f(tenant) { return pleo; }`,
    // Not a key of Pleo's
    `const stripe = new Stripe(process.env.STRIPE_KEY); async function f(tenant) { await stripe.charge(tenant); } // pleo`,
    `const db = new Database(process.env.DATABASE_URL); async function f(tenant) { await db.save(tenant.pleoApiKey); }`,
    `import { pleo } from "./pleo"; async function f(tenant) { await pleo.tags(tenant.companyId); }`,
  ],
  invalid: [
    {
      code: `${CLIENT} const f = (tenant) => pleo.tags(tenant.companyId);`,
      errors: shared("pleo", "tenant"),
    },
    {
      code: `${CLIENT} const f = (tenant) => pleo.v1.tags.list(tenant.companyId);`,
      errors: shared("pleo", "tenant"),
    },
    {
      code: `const ask = createPleo(${ENV}); const f = (tenant) => ask("tags", tenant.companyId);`,
      errors: shared("ask", "tenant"),
    },
    {
      code: `import axios from "axios"; const api = axios.create({ auth: { username: ${ENV} } }); const f = (tenant) => api.get("/v1/companies/" + tenant.companyId);`,
      errors: shared("api", "tenant"),
    },
    {
      code: `async function f(tenant) { await fetch(\`${PLEO}/v1/companies/\${tenant.companyId}\`, { headers: { Authorization: \`Basic \${btoa(${ENV} + ":")}\` } }); }`,
      errors: shared(ENV, "tenant"),
    },
    {
      code: `async function f(tenant) { await new PleoClient({ apiKey: ${ENV} }).tags(tenant.companyId); }`,
      errors: shared(ENV, "tenant"),
    },
    {
      code: `const pleoApiKey = ${ENV}; async function f(tenant) { const pleo = new PleoClient({ apiKey: pleoApiKey }); await pleo.tags(tenant); }`,
      errors: shared("pleoApiKey", "tenant"),
    },
    {
      code: `import { pleoApiKey } from "./settings"; async function f(tenant) { await new PleoClient({ apiKey: pleoApiKey }).tags(tenant); }`,
      errors: shared("pleoApiKey", "tenant"),
    },
    {
      code: `import { config } from "./config"; async function f(tenant) { await new PleoClient({ apiKey: config.pleo.apiKey }).tags(tenant); }`,
      errors: shared("config", "tenant"),
    },
    {
      code: `const pleoApiKey = ${ENV}; async function f(tenant) { const headers = { Authorization: "Basic " + btoa(pleoApiKey + ":") }; await fetch("${PLEO}/v1/companies", { headers }); return tenant; }`,
      errors: shared("pleoApiKey", "tenant"),
    },
    {
      code: `async function f(tenant) { let apiKey = ${ENV}; await new PleoClient({ apiKey }).tags(tenant.companyId); }`,
      errors: shared(ENV, "tenant"),
    },
    // By a function of the file
    {
      code: `${HEADERS} const ask = (path) => fetch("${PLEO}" + path, { headers }); const f = (tenant) => ask("/v1/companies/" + tenant.companyId);`,
      errors: [
        { messageId: "shared", line: 1, column: 184, data: { name: "headers", tenant: "tenant" } },
      ],
    },
    {
      code: `let client; function pleo() { client ??= new PleoClient(${ENV}); return client; } const f = (tenant) => pleo().tags(tenant.companyId);`,
      errors: shared(ENV, "tenant"),
    },
    // Once for each function
    {
      code: `${CLIENT} async function f(tenant) { await pleo.tags(tenant.companyId); await pleo.vendors(tenant.companyId); }`,
      errors: shared("pleo", "tenant"),
    },
    {
      code: `${CLIENT} async function f(tenant) { await pleo.tags(tenant); } async function g(tenantId) { await pleo.tags(tenantId); }`,
      errors: [...shared("pleo", "tenant"), ...shared("pleo", "tenantId")],
    },
  ],
});

const SENDS = (headers: string): string =>
  `fetch(\`${PLEO}/v1/companies/\${tenant.companyId}\`, { headers: ${headers} })`;
const BASIC = (key: string): string =>
  `{ Authorization: \`Basic \${Buffer.from(\`\${${key}}:\`).toString("base64")}\` }`;
const AXIOS = `import axios from "axios"; const http = axios.create({ baseURL: "${PLEO}" });`;
const ASKED =
  'const f = (tenant) => http.get("/v0/tags", { params: { company_id: tenant.companyId } });';

new RuleTester().run("no-shared-client: handed by the platform", noSharedClient, {
  valid: [
    `export default { async queue(batch, env) { for (const tenant of batch) { const key = await env.PLEO_KEYS.get(tenant.id); await ${SENDS(BASIC("key"))}; } } };`,
    `export default { async fetch(request, env) { await fetch("${PLEO}/v1/introspect", { headers: ${BASIC("env.PLEO_API_KEY")} }); } };`,
    `async function f(tenant, env) { if (!env.PLEO_API_KEY) throw 1; await ${SENDS(BASIC("tenant.pleoApiKey"))}; }`,
    `class S { async f(tenant) { const key = this.config.get(\`PLEO_API_KEY_\${tenant.id}\`); await ${SENDS(BASIC("key"))}; } }`,
    `class S { async f(tenant) { const key = await this.tenants.get("PLEO_API_KEY"); await ${SENDS(BASIC("key"))}; } }`,
    `class S { async f(tenant) { const url = this.config.get("PLEO_URL"); await fetch(url + tenant.companyId, { headers: ${BASIC("tenant.pleoApiKey")} }); } }`,
    `app.get("/tenants/:tenantId", (c) => c.json(tenants)); app.get("/up", (c) => fetch("${PLEO}/v1/introspect", { headers: ${BASIC("c.env.PLEO_API_KEY")} }));`,
    `app.get("/", (c) => { const id = c.req.param("company"); return fetch("${PLEO}/v1/companies/" + id, { headers: ${BASIC("c.env.PLEO_API_KEY")} }); });`,
    `app.get("/", (c) => { const id = config.get("tenantId"); return fetch("${PLEO}/v1/companies/" + id, { headers: ${BASIC("c.env.PLEO_API_KEY")} }); });`,
  ],
  invalid: [
    {
      code: `export default { async scheduled(event, env) { for (const tenant of await list()) await ${SENDS(BASIC("env.PLEO_API_KEY"))}; } };`,
      errors: shared("env.PLEO_API_KEY", "tenant"),
    },
    {
      code: `app.get("/", (c) => { const tenant = c.get("tenant"); return ${SENDS(BASIC("c.env.PLEO_API_KEY"))}; });`,
      errors: shared("c.env.PLEO_API_KEY", "tenant"),
    },
    {
      code: `app.get("/", (c) => { const id = companyOf(c.req.param("tenantId")); return fetch("${PLEO}/v1/companies/" + id, { headers: ${BASIC("c.env.PLEO_API_KEY")} }); });`,
      errors: shared("c.env.PLEO_API_KEY", "tenantId"),
    },
    {
      code: `export const onRequest = async ({ env, data: { tenant } }) => ${SENDS(BASIC("env.PLEO_API_KEY"))};`,
      errors: shared("env.PLEO_API_KEY", "tenant"),
    },
    {
      code: `class S { async f(tenant) { await ${SENDS(BASIC('this.config.get("PLEO_API_KEY")'))}; } }`,
      errors: shared('this.config.get("PLEO_API_KEY")', "tenant"),
    },
    {
      code: `class S { async f(tenant) { const key = this.configService.getOrThrow("PLEO_API_KEY"); await ${SENDS(BASIC("key"))}; } }`,
      errors: shared('this.configService.getOrThrow("PLEO_API_KEY")', "tenant"),
    },
    {
      code: `async function f(tenant) { const { PLEO_API_KEY } = process.env; await ${SENDS(BASIC("PLEO_API_KEY"))}; }`,
      errors: shared("PLEO_API_KEY", "tenant"),
    },
    {
      code: `async function f(tenant) { const { pleoApiKey } = useRuntimeConfig(); await ${SENDS(BASIC("pleoApiKey"))}; }`,
      errors: shared("pleoApiKey", "tenant"),
    },
    {
      code: `async function f(tenant) { const config = useRuntimeConfig(event); await ${SENDS(BASIC("config.pleoApiKey"))}; }`,
      errors: shared("config.pleoApiKey", "tenant"),
    },
    {
      code: `async function f(tenant) { await ${SENDS(BASIC('Deno.env.get("PLEO_API_KEY")'))}; }`,
      errors: shared('Deno.env.get("PLEO_API_KEY")', "tenant"),
    },
    {
      code: `for (const key of keys) { const customer = await env.CUSTOMERS.get(key, "json"); sync(customer); } async function sync(customer) { await fetch("${PLEO}/v1/companies/" + customer.companyId, { headers: ${BASIC(ENV)} }); }`,
      errors: shared(ENV, "customer"),
    },
  ],
});

new RuleTester().run("no-shared-client: what functions hand back", noSharedClient, {
  valid: [
    `const keyOf = (tenant) => tenant.pleoApiKey ?? ${ENV}; const f = (tenant) => ${SENDS(BASIC("keyOf(tenant)"))};`,
    `function keyOf(tenant) { if (tenant.own) return tenant.pleoApiKey; return ${ENV}; } const f = (tenant) => ${SENDS(BASIC("keyOf(tenant)"))};`,
    `const headers = () => (${BASIC(ENV)}); const f = () => fetch("${PLEO}/v1/introspect", { headers: headers() }); const g = (tenant) => save(tenant);`,
    `const headers = () => (${BASIC(ENV)}); const f = (tenant) => store(tenant, headers());`,
    `const createPleo = (key) => (path) => fetch("${PLEO}" + path, { headers: ${BASIC("key")} }); const f = (tenant) => createPleo(tenant.pleoApiKey)("/v1/companies/" + tenant.companyId);`,
    `function createPleo() { return (path) => fetch("${PLEO}" + path, { headers: ${BASIC(ENV)} }); } const ask = createPleo(); const f = () => ask("/v1/introspect"); const g = (tenant) => save(tenant);`,
    `async function f(tenant) { const { PLEO_API_KEY } = tenant.env; await ${SENDS(BASIC("tenant.pleoApiKey"))}; }`,
    `async function f(tenant) { const { PLEO_API_KEY } = process.env; if (!PLEO_API_KEY) throw 1; await ${SENDS(BASIC("tenant.pleoApiKey"))}; }`,
    `const headers = (key) => (${BASIC("key")}); const f = (tenant) => ${SENDS("headers(tenant.pleoApiKey)")};`,
  ],
  invalid: [
    {
      code: `const headers = () => (${BASIC(ENV)}); const f = (tenant) => ${SENDS("headers()")};`,
      errors: shared(ENV, "tenant"),
    },
    {
      code: `function headers() { const key = ${ENV}; return ${BASIC("key")}; } const f = (tenant) => ${SENDS("{ ...headers() }")};`,
      errors: shared(ENV, "tenant"),
    },
    {
      code: `class S { headers() { return ${BASIC(ENV)}; } async f(tenant) { await ${SENDS("this.headers()")}; } }`,
      errors: shared(ENV, "tenant"),
    },
    {
      code: `function createPleo() { const headers = ${BASIC(ENV)}; return (path) => fetch("${PLEO}" + path, { headers }); } const ask = createPleo(); const f = (tenant) => ask("/v1/companies/" + tenant.companyId);`,
      errors: shared(ENV, "tenant"),
    },
    {
      code: `import axios from "axios"; const pleo = () => axios.create({ baseURL: "${PLEO}", auth: { username: ${ENV} } }); const f = (tenant) => pleo().get("/v1/companies/" + tenant.companyId);`,
      errors: shared(ENV, "tenant"),
    },
    {
      code: `import axios from "axios"; function pleo() { return axios.create({ baseURL: "${PLEO}", auth: { username: ${ENV} } }); } const f = async (tenant) => { const api = pleo(); await api.get("/v1/companies/" + tenant.companyId); };`,
      errors: shared(ENV, "tenant"),
    },
  ],
});

new RuleTester().run("no-shared-client: clients that get their key later", noSharedClient, {
  valid: [
    `${AXIOS} http.defaults.timeout = 5; ${ASKED} // pleo`,
    `${AXIOS} http.defaults.headers.common["X-App"] = "pleo"; ${ASKED}`,
    `${AXIOS} other.defaults.auth = { username: ${ENV} }; ${ASKED}`,
    `${AXIOS} http.defaults.auth = { username: ${ENV} }; const f = (tenant) => save(tenant); const g = () => http.get("/v1/introspect");`,
    `${AXIOS} const f = (tenant) => http.get("/v0/tags", { auth: { username: tenant.pleoApiKey }, params: { company_id: tenant.companyId } });`,
    `const pleo = new Pleo(); pleo.setCompany("x"); const f = (tenant) => pleo.tags(tenant.companyId);`,
  ],
  invalid: [
    `${AXIOS} http.defaults.auth = { username: ${ENV}, password: "" }; ${ASKED}`,
    `${AXIOS} http.defaults.headers.common.Authorization = \`Basic \${btoa(\`\${${ENV}}:\`)}\`; ${ASKED}`,
    `${AXIOS} http.defaults.headers["Authorization"] = ${BASIC(ENV)}.Authorization; ${ASKED}`,
  ]
    .map((code) => ({ code, errors: shared("http", "tenant") }))
    .concat([
      {
        code: `const pleo = new Pleo(); pleo.setApiKey(${ENV}); const f = (tenant) => pleo.tags(tenant.companyId);`,
        errors: shared("pleo", "tenant"),
      },
      {
        code: `const pleo = new Pleo(); pleo.auth.use({ apiKey: ${ENV} }); const f = (tenant) => pleo.tags(tenant.companyId);`,
        errors: shared("pleo", "tenant"),
      },
    ]),
});
