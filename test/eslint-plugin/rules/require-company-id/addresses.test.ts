import { requireCompanyId } from "../../../../eslint-plugin/rules/require-company-id.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("require-company-id: addresses that functions complete", requireCompanyId, {
  valid: [
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
