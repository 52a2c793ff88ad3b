import { noSharedClient } from "../../../../eslint-plugin/rules/no-shared-client.ts";
import { RuleTester } from "../../rule-tester.ts";

function shared(name: string, tenant: string) {
  return [{ messageId: "shared" as const, data: { name, tenant } }];
}

new RuleTester().run("no-shared-client: the first one's for all", noSharedClient, {
  valid: [
    // One for each
    "const clients = new Map(); async function of(tenant) { let client = clients.get(tenant.id); if (!client) { client = new PleoClient(tenant.pleoApiKey); clients.set(tenant.id, client); } return client; }",
    "const clients = {}; const of = (tenant) => (clients[tenant.id] ??= new PleoClient(tenant.pleoApiKey));",
    "let client; function of(tenant) { client = new PleoClient(tenant.pleoApiKey); return client; }",
    "let client, last; function of(tenant) { if (!client || last !== tenant.id) { client = new PleoClient(tenant.pleoApiKey); last = tenant.id; } return client; }",
    "let client; beforeEach(() => { const tenant = makeTenant(); client = new PleoClient(tenant.pleoApiKey); });",
    // Not a key's
    "let vault; const keyOf = (tenant) => { vault ??= new Vault(process.env.VAULT_TOKEN); return vault.read(tenant.pleoKeyName); };",
    "let names; const nameOf = (tenant) => (names ??= readNames(tenant.pleoCompany))[tenant.id];",
    "let graph; const f = (tenant) => { graph ??= new GraphClient(process.env.AZURE_TENANT_ID); return save(tenant, graph); }; // pleo",
    "let graph; const f = (tenant) => { graph ??= new GraphClient(tenant.id); return save(tenant, graph); }; // pleo",
    // Of one
    "let client; function of(settings) { client ??= new PleoClient(settings.pleoApiKey); return client; }",
    "class P { client; of() { this.client ??= new PleoClient(this.tenant.pleoApiKey); return this.client; } }",
    "class P { clients = {}; of(tenant) { this.clients[tenant.id] ??= new PleoClient(tenant.pleoApiKey); } }",
    "class P { of(tenant) { tenant.client ??= new PleoClient(tenant.pleoApiKey); } }",
    "class P { of(tenant) { this.client = new PleoClient(tenant.pleoApiKey); return this.client; } }",
    "class P { constructor(tenant) { this.client = new PleoClient(tenant.pleoApiKey); } }",
  ],
  invalid: [
    {
      code: "let client; function of(tenant) { client ??= new PleoClient(tenant.pleoApiKey); return client; }",
      errors: shared("client", "tenant"),
    },
    {
      code: "let client; const of = async (tenantId) => client || (client = new PleoClient(await keyOf(tenantId)));",
      errors: shared("client", "tenantId"),
    },
    {
      code: "let client; async function of(tenant) { if (client === undefined) { client = createPleo({ apiKey: tenant.pleoApiKey }); } return client; }",
      errors: shared("client", "tenant"),
    },
    {
      code: "let headers; function of(subscriber) { if (headers) return headers; headers = { Authorization: `Basic ${btoa(`${subscriber.pleoApiKey}:`)}` }; return headers; }",
      errors: shared("headers", "subscriber"),
    },
    {
      code: "class P { client; of(tenant) { this.client ??= new PleoClient(tenant.pleoApiKey); return this.client; } }",
      errors: shared("this.client", "tenant"),
    },
    {
      code: "class P { #client; async of({ tenantId }) { if (!this.#client) this.#client = new PleoClient(await keyOf(tenantId)); return this.#client; } }",
      errors: shared("this.#client", "tenantId"),
    },
  ],
});

new RuleTester().run("no-shared-client: kept for the first tenant", noSharedClient, {
  valid: [
    {
      name: "memoize by first argument is by tenant",
      code: `
const getClient = memoize((tenantId) => new PleoClient({ apiKey: keys[tenantId].pleoApiKey }));
export const tags = (tenantId) => getClient(tenantId).tags();`,
    },
    {
      name: "map by tenant",
      code: `
const clients = new Map();
export async function employees(tenantId) {
  const tenant = await loadTenant(tenantId);
  let client = clients.get(tenantId);
  if (!client) { client = axios.create({ baseURL: "https://external.pleo.io", auth: { username: tenant.pleoApiKey, password: "" } }); clients.set(tenantId, client); }
  return client.get("/v2/employees");
}`,
    },
    {
      name: "object by tenant",
      code: `
const clients = {};
export async function employees(tenant) {
  clients[tenant.id] ??= axios.create({ baseURL: "https://external.pleo.io", auth: { username: tenant.pleoApiKey, password: "" } });
  return clients[tenant.id].get("/v2/employees");
}`,
    },
    {
      name: "remade for another tenant",
      code: `
let client, madeFor;
export async function employees(tenant) {
  if (!client || madeFor !== tenant.id) { client = axios.create({ auth: { username: tenant.pleoApiKey, password: "" } }); madeFor = tenant.id; }
  return client.get("https://external.pleo.io/v2/employees");
}`,
    },
    {
      name: "local client",
      code: `
export async function employees(tenant) {
  let client;
  if (!client) client = axios.create({ auth: { username: tenant.pleoApiKey, password: "" } });
  return client.get("https://external.pleo.io/v2/employees");
}`,
    },
    {
      name: "client in a request context",
      code: `
export async function employees(ctx) {
  ctx.client ??= new PleoClient({ apiKey: ctx.tenant.pleoApiKey });
  return ctx.client.tags();
}`,
    },
    {
      name: "this client of request-scoped class made in constructor",
      code: `
class TenantPleo {
  constructor(tenant) { this.client = new PleoClient({ apiKey: tenant.pleoApiKey }); }
  tags() { return this.client.tags(); }
}`,
    },
    {
      name: "header per request on module client is fine",
      code: `
import axios from "axios";
const client = axios.create({ baseURL: "https://external.pleo.io" });
export async function employees(tenant) {
  return client.get("/v2/employees", { params: { companyId: tenant.companyId }, auth: { username: tenant.pleoApiKey, password: "" } });
}`,
    },
    {
      name: "react ref per component",
      code: `
export function useClient(tenant) {
  const ref = useRef();
  ref.current ??= new PleoClient({ apiKey: tenant.pleoApiKey });
  return ref.current;
}`,
    },
    {
      name: "WeakMap by tenant",
      code: `
const clients = new WeakMap();
export function of(tenant) {
  if (!clients.has(tenant)) clients.set(tenant, new PleoClient({ apiKey: tenant.pleoApiKey }));
  return clients.get(tenant).tags();
}`,
    },
  ],
  invalid: [
    {
      name: "let client if not client",
      code: `
import axios from "axios";
let client = null;
export async function employees(tenantId) {
  const tenant = await loadTenant(tenantId);
  if (!client) { client = axios.create({ baseURL: "https://external.pleo.io", auth: { username: tenant.pleoApiKey, password: "" } }); }
  const { data } = await client.get("/v2/employees", { params: { companyId: tenant.companyId } });
  return data;
}`,
      errors: [{ messageId: "shared", line: 7 }],
    },
    {
      name: "??= kept for first tenant",
      code: `
let client;
export async function employees(tenant) {
  client ??= axios.create({ baseURL: "https://external.pleo.io", auth: { username: tenant.pleoApiKey, password: "" } });
  const { data } = await client.get("/v2/employees");
  return data;
}`,
      errors: [{ messageId: "shared", line: 5 }],
    },
    {
      name: "static field",
      code: `
class Pleo {
  static #client;
  static for(tenant) {
    Pleo.#client ??= new PleoClient({ apiKey: tenant.pleoApiKey });
    return Pleo.#client;
  }
}
export const tags = (tenant) => Pleo.for(tenant).tags();`,
      errors: [{ messageId: "shared", line: 5 }],
    },
    {
      name: "static field if",
      code: `
class Pleo {
  static instance;
  static getInstance(tenant) {
    if (!Pleo.instance) Pleo.instance = new PleoClient(tenant.pleoApiKey);
    return Pleo.instance;
  }
}`,
      errors: [{ messageId: "shared", line: 5 }],
    },
    {
      name: "static this",
      code: `
class Pleo {
  static instance;
  static getInstance(tenant) {
    if (!this.instance) { this.instance = new PleoClient(tenant.pleoApiKey); }
    return this.instance;
  }
}`,
      errors: [{ messageId: "shared", line: 5 }],
    },
    {
      name: "globalThis",
      code: `
export function clientOf(tenant) {
  globalThis.pleo ??= new PleoClient({ apiKey: tenant.pleoApiKey });
  return globalThis.pleo;
}`,
      errors: [{ messageId: "shared", line: 3 }],
    },
    {
      name: "globalThis if",
      code: `
export async function tagsOf(tenantId) {
  const tenant = await load(tenantId);
  if (!globalThis.pleoClient) globalThis.pleoClient = new PleoClient({ apiKey: tenant.pleoApiKey });
  return globalThis.pleoClient.tags(tenant.companyId);
}`,
      errors: [{ messageId: "shared", line: 4 }],
    },
    {
      name: "singleton getter",
      code: `
let instance;
function getClient(key) {
  if (instance === undefined) instance = new PleoClient(key);
  return instance;
}
export async function tags(tenant) { return getClient(tenant.pleoApiKey).tags(); }`,
      errors: [{ messageId: "shared", line: 7 }],
    },
    {
      name: "lodash once",
      code: `
const getClient = once((tenant) => new PleoClient({ apiKey: tenant.pleoApiKey }));
export const tags = (tenant) => getClient(tenant).tags();`,
      errors: [{ messageId: "shared", line: 2 }],
    },
    {
      name: "object by fixed name",
      code: `
const clients = {};
export async function employees(tenant) {
  clients.pleo ??= axios.create({ baseURL: "https://external.pleo.io", auth: { username: tenant.pleoApiKey, password: "" } });
  return clients.pleo.get("/v2/employees");
}`,
      errors: [{ messageId: "shared", line: 4 }],
    },
    {
      name: "map by fixed name",
      code: `
const clients = new Map();
export async function employees(tenant) {
  if (!clients.has("pleo")) clients.set("pleo", axios.create({ baseURL: "https://external.pleo.io", auth: { username: tenant.pleoApiKey, password: "" } }));
  return clients.get("pleo").get("/v2/employees");
}`,
      errors: [{ messageId: "shared", line: 4 }],
    },
    {
      name: "defaults header set per tenant on module client",
      code: `
import axios from "axios";
const client = axios.create({ baseURL: "https://external.pleo.io" });
export async function employees(tenant) {
  client.defaults.headers.common.Authorization = \`Basic \${btoa(\`\${tenant.pleoApiKey}:\`)}\`;
  return client.get("/v2/employees", { params: { companyId: tenant.companyId } });
}`,
      errors: [{ messageId: "shared", line: 5 }],
    },
    {
      name: "key in module variable",
      code: `
let pleoApiKey;
export async function employees(tenant) {
  pleoApiKey = tenant.pleoApiKey;
  return fetch("https://external.pleo.io/v2/employees", { headers: { Authorization: \`Basic \${btoa(\`\${pleoApiKey}:\`)}\` } });
}`,
      errors: [{ messageId: "shared", line: 5 }],
    },
    {
      name: "headers cached",
      code: `
let headers;
export async function employees(tenant) {
  if (!headers) headers = { Authorization: \`Basic \${btoa(\`\${tenant.pleoApiKey}:\`)}\` };
  return fetch(\`https://external.pleo.io/v2/employees?companyId=\${tenant.companyId}\`, { headers });
}`,
      errors: [{ messageId: "shared", line: 4 }],
    },
    {
      name: "interceptor set with tenant key",
      code: `
const client = axios.create({ baseURL: "https://external.pleo.io" });
client.interceptors.request.use((config) => { config.auth = { username: process.env.PLEO_API_KEY, password: "" }; return config; });
export async function employees(tenant) {
  return client.get("/v2/employees", { params: { companyId: tenant.companyId } });
}`,
      errors: [{ messageId: "shared", line: 5 }],
    },
    {
      name: "base class client",
      code: `
class BaseClient { constructor(key) { this.http = axios.create({ baseURL: "https://external.pleo.io", auth: { username: key, password: "" } }); } }
class PleoApi extends BaseClient { tags(tenant) { return this.http.get("/v0/tags", { params: { company_id: tenant.companyId } }); } }
export const api = new PleoApi(process.env.PLEO_API_KEY);
export const sync = (tenant) => api.tags(tenant);`,
      errors: [
        { messageId: "shared", line: 3 },
        { messageId: "shared", line: 5 },
      ],
    },
    {
      name: "client that a class inherits",
      code: `
class Base { pleo = new PleoClient(process.env.PLEO_API_KEY); }
class Tags extends Base { of(tenant) { return this.pleo.tagGroups(tenant.companyId); } }`,
      errors: [{ messageId: "shared", line: 3 }],
    },
    {
      name: "early return",
      code: `
let client;
export function clientFor(tenant) {
  if (client) return client;
  client = new PleoClient({ apiKey: tenant.pleoApiKey });
  return client;
}`,
      errors: [{ messageId: "shared", line: 5 }],
    },
    {
      name: "customers with own company",
      code: `
let client;
export async function entries(customer) {
  if (!client) client = new PleoClient({ apiKey: customer.pleoApiKey });
  return client.entries(customer.companyId);
}`,
      errors: [{ messageId: "shared", line: 5 }],
    },
  ],
});

new RuleTester().run("no-shared-client: near misses of clients that are kept", noSharedClient, {
  valid: [
    {
      name: "lazily made client with own key of the program in a tool",
      code: `
let client;
export function pleo() { client ??= new PleoClient({ apiKey: process.env.PLEO_API_KEY }); return client; }`,
    },
    {
      name: "once without tenant",
      code: `
export const pleo = once(() => new PleoClient({ apiKey: process.env.PLEO_API_KEY }));`,
    },
    {
      name: "defaults of a client made per tenant",
      code: `
export function clientFor(tenant) {
  const client = axios.create({ baseURL: "https://external.pleo.io" });
  client.defaults.headers.common.Authorization = \`Basic \${btoa(\`\${tenant.pleoApiKey}:\`)}\`;
  return client;
}`,
    },
    {
      name: "interceptor of a client made per tenant",
      code: `
export function clientFor(tenant) {
  const client = axios.create({ baseURL: "https://external.pleo.io" });
  client.interceptors.request.use((config) => { config.auth = { username: tenant.pleoApiKey, password: "" }; return config; });
  return client.get("/v2/employees", { params: { companyId: tenant.companyId } });
}`,
    },
    {
      name: "module client, interceptor asks a store per request",
      code: `
const client = axios.create({ baseURL: "https://external.pleo.io" });
client.interceptors.request.use((config) => { config.auth = { username: store.getStore().pleoApiKey, password: "" }; return config; });
export const e = (tenant) => client.get("/v2/employees", { params: { companyId: tenant.companyId } });`,
    },
  ],
  invalid: [],
});
