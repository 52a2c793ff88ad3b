import { requireCompanyId } from "../../../../eslint-plugin/rules/require-company-id.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("require-company-id: queries that functions make", requireCompanyId, {
  valid: [
    {
      name: "let rewritten company",
      code: `
async function f() { let params = { limit: 100 };
  if (x) params = { ...params, company_id: c };
  do {
    const { data } = await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params, auth: { username: process.env.PLEO_API_KEY, password: "" } });
    params = { ...params, after: data.pagination.endCursor };
  } while (params.after);
}`,
    },
    {
      name: "let rewritten unknown",
      code: `
async function f(o) { let params = { limit: 100 };
  params = { ...params, ...o.extra };
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params, auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "let set later",
      code: `
async function f() { let params; params = {}; params.company_id = x;
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params, auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "let for of",
      code: `
async function f() { for (let params of list)
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params, auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "let destructured write",
      code: `
async function f() { let params = {}; ({ params } = make());
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params, auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "pickBy with company",
      code: `
async function f() {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: pickBy({ limit: 1, company_id }, identity), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "own clean company",
      code: `
const clean = (o) => Object.fromEntries(Object.entries(o).filter(([, v]) => v != null));
async function f(after) {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: clean({ limit: 1, after, company_id: row.company }), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "own clean of unknown",
      code: `
const clean = (o) => Object.fromEntries(Object.entries(o).filter(([, v]) => v != null));
async function f(o) {
  const p = await make(); await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: clean(p), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "helper adds company",
      code: `
const query = (limit, after) => ({ limit, after, ...SCOPE }); const SCOPE = { company_id: process.env.C };
async function f(after) {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: query(1, after), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "helper adds imported",
      code: `
import { SCOPE } from "./scope"; const query = (limit, after) => ({ limit, after, ...SCOPE });
async function f(after) {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: query(1, after), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "helper with early return company",
      code: `
function query(limit, c) { if (c) return { limit, company_id: c }; return { limit }; }
async function f(after) {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: query(1, c), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "helper adds by statements",
      code: `
function query(limit, c) { const q = { limit }; if (c) q.company_id = c; return q; }
async function f(after) {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: query(1, c), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "helper param spread, unknown",
      code: `
const query = (extra) => ({ limit: 1, ...extra });
export async function f(o) {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: query(o), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "helper param default with company",
      code: `
const query = (extra = SCOPE) => ({ limit: 1, ...extra });
export async function f() {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: query(), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "generator",
      code: `
function* query() { yield { limit: 1 }; }
export async function f() {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: query(), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "recursive",
      code: `
const query = (n) => ({ limit: 1, ...query(n - 1), ...other });
export async function f() {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: query(3), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "method of many",
      code: `
class A { query(after) { return { limit: 1 }; }
  async f() {
    await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: this.query(this.after), auth: { username: process.env.PLEO_API_KEY, password: "" } }); } }
class B extends A { query(after) { return { company_id: this.c } } }`,
    },
    {
      name: "rest arg",
      code: `
const query = (...parts) => Object.assign({}, ...parts);
export async function f() {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: query({ limit: 1 }, SCOPE), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
    },
    {
      name: "given fetch and own, no company",
      code: `
async function list(f) { return f(\`https://external.pleo.io/v0/tags?limit=1\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } }); }
list(fetch); list(withCompany);`,
    },
  ],
  invalid: [
    {
      name: "helper query",
      code: `
const pleo = got.extend({ prefixUrl: 'https://external.pleo.io', username: process.env.PLEO_API_KEY, password: '' });
const withCursor = (after) => (after ? { after } : {});
const query = (limit, after) => ({ limit, ...withCursor(after) });
async function f(after) {
  await pleo.post('v1/vendors:search', { searchParams: query(100, after), json: {} });
}`,
      errors: [{ messageId: "missing", line: 6 }],
    },
    {
      name: "&& spread",
      code: `
async function f(after) { let a; a = g();
  await fetch(\`https://external.pleo.io/v1/vendors:search?\${new URLSearchParams({ limit: 1, ...(a && { after: a }) })}\`, { method: "POST", body: "{}", headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } });
}`,
      errors: [{ messageId: "missing", line: 3 }],
    },
    {
      name: "cond spread",
      code: `
async function f(after) { let a; a = g();
  await fetch(\`https://external.pleo.io/v1/vendors:search?\${new URLSearchParams({ limit: 1, ...(a ? { after: a } : {}) })}\`, { method: "POST", body: "{}", headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } });
}`,
      errors: [{ messageId: "missing", line: 3 }],
    },
    {
      name: "let rewritten",
      code: `
async function f() { let params = { limit: 100 };
  do {
    const { data } = await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params, auth: { username: process.env.PLEO_API_KEY, password: "" } });
    params = { ...params, after: data.pagination.endCursor };
  } while (params.after);
}`,
      errors: [{ messageId: "missing", line: 4 }],
    },
    {
      name: "Object.assign",
      code: `
async function f() { const base = { limit: 1 };
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: Object.assign({}, base, { after: x }), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
      errors: [{ messageId: "missing", line: 3 }],
    },
    {
      name: "omitBy",
      code: `
async function f() {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: _.omitBy({ limit: 1, after }, _.isNil), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
      errors: [{ messageId: "missing", line: 3 }],
    },
    {
      name: "fromEntries filter",
      code: `
async function f() {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: Object.fromEntries(Object.entries({ limit: 1, after }).filter(([, v]) => v)), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
      errors: [{ messageId: "missing", line: 3 }],
    },
    {
      name: "own clean",
      code: `
const clean = (o) => Object.fromEntries(Object.entries(o).filter(([, v]) => v != null));
async function f(after) {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: clean({ limit: 1, after }), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
      errors: [{ messageId: "missing", line: 4 }],
    },
    {
      name: "helper builds by statements",
      code: `
function query(limit, after) { const q = { limit }; if (after) q.after = after; return q; }
async function f(after) {
  await axios.post(
    "https://external.pleo.io/v1/vendors:search", {}, { params: query(1, after), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
      errors: [{ messageId: "missing", line: 5 }],
    },
    {
      name: "helper builds URLSearchParams",
      code: `
function query(limit, after) { const q = new URLSearchParams(); q.set("limit", limit); if (after) q.set("after", after); return q; }
async function f(after) {
  await axios.post(
    
    "https://external.pleo.io/v1/vendors:search", {}, { params: query(1, after), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
      errors: [{ messageId: "missing", line: 6 }],
    },
    {
      name: "helper param spread, left out",
      code: `
const query = (extra) => ({ limit: 1, ...extra });
export async function f() {
  await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: query(), auth: { username: process.env.PLEO_API_KEY, password: "" } });
}`,
      errors: [{ messageId: "missing", line: 4 }],
    },
    {
      name: "method",
      code: `
class A { query(after) { return { limit: 1, ...(after && { after }) }; }
  async f() {
    await axios.post("https://external.pleo.io/v1/vendors:search", {}, { params: this.query(this.after), auth: { username: process.env.PLEO_API_KEY, password: "" } }); } }`,
      errors: [{ messageId: "missing", line: 4 }],
    },
    {
      name: "given fetch, no company",
      code: `
async function list(f) { return f(\`https://external.pleo.io/v0/tags?limit=1\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } }); }
list(fetch);`,
      errors: [{ messageId: "missing", line: 2 }],
    },
  ],
});
