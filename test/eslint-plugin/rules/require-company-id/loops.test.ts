import { requireCompanyId } from "../../../../eslint-plugin/rules/require-company-id.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("require-company-id: loops that fill a query", requireCompanyId, {
  valid: [
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
  ],
  invalid: [
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
      name: "three deep bad",
      code: `
const KEY = { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\` };
const send = (url: URL) => fetch(url, { headers: KEY });
function get(path: string, query: Record<string, string>) { const url = new URL(path, "https://external.pleo.io"); for (const [k, v] of Object.entries(query)) url.searchParams.set(k, v); return send(url); }
export const tags = () => get("/v0/tags", { limit: "1" });`,
      errors: [{ messageId: "missing", line: 5 }],
    },
  ],
});
