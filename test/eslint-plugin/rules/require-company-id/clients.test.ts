import { requireCompanyId } from "../../../../eslint-plugin/rules/require-company-id.ts";
import { RuleTester } from "../../rule-tester.ts";

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

new RuleTester().run(
  "require-company-id: clients and fetches that add the company",
  requireCompanyId,
  {
    valid: [
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
    ],
    invalid: [
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
    ],
  },
);
