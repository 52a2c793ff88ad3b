import { expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

const BODY = 'const body = { town: "x", pleoApiKey: process.env.PLEO_API_KEY }; const out = {};\n';

function carried(code: string): readonly boolean[] {
  return keysIn(BODY + code).map((keys) => keys.length > 0);
}

test.each([
  "for (const [name, value] of Object.entries(body)) sink(value);",
  "for (const name of Object.keys(body)) out[`form_${name}`] = body[name]; sink(out);",
  "sink(Object.fromEntries(Object.entries(body).map(([k, v]) => [k.toLowerCase(), v])));",
  "sink(Object.keys(body).reduce((all, k) => ({ ...all, [k]: body[k] }), {}));",
  'for (const [name, value] of Object.entries(body)) { if (name === "town") continue; sink(value); }',
  'for (const [name, value] of Object.entries(body)) { if (name === "pleoApiKey") sink(value); }',
  'for (const [name, value] of Object.entries(body)) { if (name === "pleoApiKey") { count(); } sink(value); }',
  'for (const [name, value] of Object.entries(body)) { if (name !== "pleoApiKey" || loud) sink(value); }',
  'sink(Object.entries(body).filter(([name]) => name !== "town"));',
  'sink(Object.entries(body).filter(([name]) => name === "pleoApiKey"));',
  "const { town, ...rest } = body; sink(Object.values(rest));",
  "function flat(o) { return Object.entries(o).flatMap(([n, v]) => typeof v === 'object' ? flat(v) : [[n, v]]); } for (const [n, v] of flat({ body })) sink(v);",
])("what is gone through by its names is carried: %s", (code) => {
  expect(carried(code)).toEqual([true]);
});

test.each([
  'for (const [name, value] of Object.entries(body)) { if (name === "pleoApiKey") continue; sink(value); }',
  'for (const name of Object.keys(body)) { if (name !== "pleoApiKey") out[name] = body[name]; } sink(out);',
  'for (const name in body) { if (name === "town" || name === "pleoApiKey") continue; out[name] = body[name]; } sink(out);',
  'for (const name of Object.keys(body)) out[name] = name === "pleoApiKey" ? "***" : body[name]; sink(out);',
  "for (const name of Object.keys(body)) out[name] = mask(body[name]); sink(out);",
  'const HIDDEN = new Set(["pleoApiKey"]); for (const [name, value] of Object.entries(body)) { if (HIDDEN.has(name) || value === "") continue; sink(value); }',
  "for (const [name, value] of Object.entries(body)) if (!/key/i.test(name)) sink(value);",
  "for (const name in body) { if (isSecret(name)) continue; sink(body[name]); }",
  'Object.entries(body).forEach(([name, value]) => { if (name === "pleoApiKey") { return; } sink(value); });',
  'sink(Object.fromEntries(Object.entries(body).filter(([name]) => name !== "pleoApiKey")));',
  'sink(Object.entries(body).map(([name, value]) => (name.endsWith("Key") ? [name, "***"] : [name, value])));',
  "const { pleoApiKey, ...rest } = body; sink(Object.values(rest));",
  "for (const [name, value] of Object.entries(body)) sink(name);",
])("what is told apart by its name is not: %s", (code) => {
  expect(carried(code)).toEqual([false]);
});

const ENV = "interface Env { PLEO_API_KEY: string; RELEASE: string }\n";

test("the members of what has a type are gone through as well", () => {
  const code = `${ENV} const show = (env: Env) => { const { RELEASE, ...rest } = env; return Object.entries(rest).map(([name, value]) => ({ name, value })); };
    app.get("/", (request, env: Env) => { sink(show(env)); });`;
  expect(carried(code)).toEqual([true]);
  expect(carried(code.replace("{ RELEASE,", "{ PLEO_API_KEY,"))).toEqual([false]);
});

test("what is required of env-var is what was asked for", () => {
  const code =
    'sink(env.get("PLEO_API_KEY").required().asString()); sink(env.get("PLEO_COMPANY_ID").required().asString());';
  expect(carried(code)).toEqual([true, false]);
});
