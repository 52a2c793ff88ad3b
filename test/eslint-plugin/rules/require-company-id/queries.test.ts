import { requireCompanyId } from "../../../../eslint-plugin/rules/require-company-id.ts";
import { RuleTester } from "../../rule-tester.ts";

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
      name: "company from reduce",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const all = { company_id: process.env.PLEO_COMPANY_ID! };
const query = (more: object) => Object.entries({ ...all, ...more }).map(([k, v]) => \`\${k}=\${encodeURIComponent(v)}\`).join("&");
async function call(path: string, more = {}) { return fetch(\`https://external.pleo.io\${path}?\${query(more)}\`, { headers: KEY }); }
export const tags = () => call("/v0/tags", { limit: 1 });`,
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
      name: "destructured options bad",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const call = (path: string, { query, body }: Options) => fetch(\`https://external.pleo.io\${path}?\${new URLSearchParams({ ...query })}\`, { method: "POST", headers: KEY, body: JSON.stringify(body) });
export const entries = () => call("/v1/accounting-entries:search", { query: { limit: "1" }, body: { company_id: 1 } });`,
      errors: [{ messageId: "misplaced", line: 4 }],
    },
  ],
});
