import { describe, expect, test } from "vitest";
import { cpuTimeOf } from "../../support/cpu-time.ts";
import { exampleKey } from "../../support/keys.ts";
import { keysIn } from "../keys-in.ts";

const KEY = exampleKey();
const ENV = "process.env.PLEO_API_KEY";

/** How often a key is seen in each `sink(…)`, and what is said of the first. */
function seen(code: string): readonly (string | undefined)[] {
  return keysIn(code).map(([key]) => key?.road);
}

describe("a key comes from", () => {
  test.each<[string, string]>([
    ["a literal", `sink("${KEY}")`],
    ["a literal in a text", `sink("key=${KEY}.")`],
    ["a template in pieces", `sink(\`${KEY.slice(0, 20)}${KEY.slice(20)}\`)`],
    ["pieces that are added up", `sink("${KEY.slice(0, 20)}" + "${KEY.slice(20)}")`],
    ["the environment", `sink(${ENV})`],
    ["the environment by a text", 'sink(process.env["PLEO_API_KEY"])'],
    ["the environment by a constant", 'const NAME = "PLEO_API_KEY"; sink(process.env[NAME])'],
    ["the environment of Vite", "sink(import.meta.env.PLEO_KEY)"],
    ["the environment of Bun", "sink(Bun.env.PLEO_TOKEN)"],
    ["the environment of Deno", 'sink(Deno.env.get("PLEO_API_KEY"))'],
    [
      "the environment of a worker",
      "export default { fetch(request, env) { sink(env.PLEO_API_KEY) } }",
    ],
    [
      "an input of an Action",
      'import * as core from "@actions/core"; sink(core.getInput("pleo-api-key"))',
    ],
    ["a configuration", 'sink(config.get("pleo.apiKey"))'],
    [
      "a vault",
      'const s = await client.send(new GetSecretValueCommand({ SecretId: "prod/pleo/api-key" })); sink(s.SecretString)',
    ],
    ["a function that says so", "sink(getPleoApiKey())"],
    ["an import", 'import { pleoApiKey } from "./config"; sink(pleoApiKey)'],
    ["an import under another name", 'import { pleoApiKey as k } from "./config"; sink(k)'],
    ["a parameter", "function f(pleoToken) { sink(pleoToken) }"],
    ["a property", "sink(settings.pleo.apiKey)"],
    ["a field of a class that says Pleo", "class PleoClient { apiKey; f() { sink(this.apiKey) } }"],
    ["a type", "function f(value: PleoApiKey) { sink(value) }"],
    [
      "a neutral name that Pleo gets",
      "function f(apiKey) { sink(apiKey); fetch('https://external.pleo.io/v1/x', { headers: { Authorization: `Basic ${btoa(apiKey + ':')}` } }) }",
    ],
  ])("%s", (_name, code) => {
    expect(seen(code)).toEqual([expect.any(String)]);
  });
});

describe("no key is", () => {
  test.each<[string, string]>([
    [
      "what describes one",
      "sink(pleoApiKeyId); sink(pleoKeyName); sink(process.env.PLEO_KEY_EXPIRES_ON); sink(pleoKeyHint)",
    ],
    [
      "another kind of key",
      "sink(pleoQueryKey); sink(pleoIdempotencyKey); sink(pleoSortKey); sink(pleo.webhookSecret)",
    ],
    [
      "a token of OAuth",
      "sink(pleoAccessToken); sink(pleoRefreshToken); sink(process.env.PLEO_CLIENT_SECRET)",
    ],
    [
      "a name that only sounds like it",
      "sink(empleoApiKey); sink(tripleOKey); sink(simpleOAuthToken); sink(pleomorphicKey)",
    ],
    [
      "a neutral name that goes elsewhere",
      "function f(apiKey) { sink(apiKey); fetch('https://api.stripe.com', { headers: { Authorization: apiKey } }); fetch('https://external.pleo.io/v1/x') }",
    ],
    ["the name of a variable", 'sink("PLEO_API_KEY is missing")'],
    ["a placeholder", 'const pleoApiKey = "<your-key>"; sink(pleoApiKey)'],
    ["a text of a user interface", 'sink(t("pleo.apiKey")); sink(i18n.get("pleo.apiKey"))'],
    ["a list of names", "const pleoKeys = Object.keys(pleoConfig); sink(pleoKeys)"],
    ["another property", "const c = { key: process.env.PLEO_API_KEY, id: 1 }; sink(c.id)"],
    ["what is not asked for", "const { pleoApiKey, ...rest } = options; sink(rest)"],
  ])("%s", (_name, code) => {
    expect(seen(`/* pleo */ ${code}`).every((road) => road === undefined)).toBe(true);
    expect(seen(`/* pleo */ ${code}`).length).toBeGreaterThan(0);
  });
});

describe("a key travels by", () => {
  test.each<[string, string]>([
    ["an alias", `const a = ${ENV}; const b = a; sink(b)`],
    ["a later assignment", `let a; a = ${ENV}; sink(a)`],
    ["an assignment on one branch", `let a = ""; if (x) a = ${ENV}; sink(a)`],
    ["destructuring", "const { PLEO_API_KEY } = process.env; sink(PLEO_API_KEY)"],
    ["destructuring under another name", "const { PLEO_API_KEY: a } = process.env; sink(a)"],
    ["destructuring in depth", `const { a: [, { b }] } = { a: [0, { b: ${ENV} }] }; sink(b)`],
    ["a default", `const { a = ${ENV} } = options; sink(a)`],
    ["a default of a parameter", `function f(a = ${ENV}) { sink(a) }`],
    ["the rest of an object", `const { a, ...rest } = { a: 1, b: ${ENV} }; sink(rest)`],
    ["an assigned pattern", `let a; ({ a } = { a: ${ENV} }); sink(a)`],
    ["a member", `const o = { a: { b: ${ENV} } }; sink(o.a.b)`],
    ["a member by an unknown name", `const o = { a: ${ENV} }; sink(o[name])`],
    ["a whole object", `const o = { a: { b: ${ENV} } }; sink(o)`],
    ["a property set later", `const o = {}; o.a = ${ENV}; sink(o)`],
    ["a spread", `const o = { a: ${ENV} }; sink({ ...o, b: 1 })`],
    ["a list", `sink([1, ${ENV}])`],
    ["an element", `const l = [1, ${ENV}]; sink(l[1])`],
    ["a spread list", `const l = [${ENV}]; sink([...l])`],
    ["a list that grows", `const l = []; l.push(${ENV}); sink(l.join(" "))`],
    ["a loop", `for (const a of [${ENV}]) sink(a)`],
    ["a map", `const m = new Map([["a", ${ENV}]]); sink(m.get("a"))`],
    ["a map that grows", `const m = new Map(); m.set("a", ${ENV}); sink(m.get("a"))`],
    ["a set", `sink([...new Set([${ENV}])])`],
    ["a template", `sink(\`key \${${ENV}}\`)`],
    ["a sum", `sink("key " + ${ENV} + "!")`],
    ["a growing text", `let s = "key "; s += ${ENV}; sink(s)`],
    ["a choice", `sink(x ? ${ENV} : "")`],
    ["a fallback", `sink(x ?? ${ENV}); `],
    ["another fallback", `sink(${ENV} || "none")`],
    ["the end of an `and`", `sink(x && ${ENV})`],
    ["an optional chain", `const o = { a: ${ENV} }; sink(o?.a)`],
    ["a cast", `sink(${ENV} as string)`],
    ["a check of its type", `sink({ a: ${ENV} } satisfies Options)`],
    ["a promise", `sink(await Promise.resolve(${ENV}))`],
    ["a callback of a promise", "getPleoApiKey().then((a) => sink(a))"],
    ["a closure", `const a = ${ENV}; function f() { sink(a) }`],
    ["a class field", `class A { a = ${ENV}; f() { sink(this.a) } }`],
    [
      "a field that is set on one branch",
      `class A { constructor(a) { if (a) { this.a = a } } f() { sink(this.a) } } new A(${ENV})`,
    ],
    [
      "a field that a method sets",
      `class A { constructor() { this.b = 1 } set(a) { this.a = a } f() { this.set(${ENV}); sink(this.a) } }`,
    ],
    ["a private field", `class A { #a = ${ENV}; f() { sink(this.#a) } }`],
    [
      "a constructor",
      `class A { constructor(a) { this.a = a } f() { sink(this.a) } } new A(${ENV})`,
    ],
    [
      "a parameter property",
      `class A { constructor(private a: string) {} f() { sink(this.a) } } new A(${ENV})`,
    ],
    ["an instance", `class A { constructor(a) { this.a = a } } const i = new A(${ENV}); sink(i.a)`],
    ["a static field", `class A { static a = ${ENV} } sink(A.a)`],
    ["a getter", `class A { #a = ${ENV}; get a() { return this.#a } } sink(new A().a)`],
    ["a getter of an object", `const o = { get a() { return ${ENV} } }; sink(o.a)`],
    ["an argument", `function f(a) { sink(a) } f(${ENV})`],
    ["an argument that is a pattern", `function f({ a }) { sink(a) } f({ a: ${ENV} })`],
    ["the rest of the arguments", `function f(...a) { sink(a[0]) } f(${ENV})`],
    ["a spread of arguments", `function f(a) { sink(a) } f(...[${ENV}])`],
    ["what a function returns", `function f() { return ${ENV} } sink(f())`],
    ["an arrow function", `const f = () => ({ a: ${ENV} }); sink(f().a)`],
    ["a function and back", `const f = (a) => "x" + a; sink(f(${ENV}))`],
    ["a method", `class A { a() { return ${ENV} } b() { sink(this.a()) } }`],
    ["a method of an object", `const o = { a(b) { sink(b) } }; o.a(${ENV})`],
    ["a callback", `[${ENV}].forEach((a) => sink(a))`],
    ["a callback's result", `sink([${ENV}].map((a) => "x" + a))`],
    ["a reducer", `sink([${ENV}].reduce((all, a) => all + a, ""))`],
    ["a function as a callback", `const f = (a) => sink(a); [${ENV}].forEach(f)`],
    ["String()", `sink(String(${ENV}))`],
    ["encodeURIComponent()", `sink(encodeURIComponent(${ENV}))`],
    ["base64", `sink(btoa(${ENV} + ":"))`],
    ["base64 of a buffer", `sink(Buffer.from(${ENV}).toString("base64"))`],
    ["hex", `sink(Buffer.from(${ENV}).toString("hex"))`],
    ["JSON", `sink(JSON.stringify({ a: ${ENV} }))`],
    ["Object.entries", `for (const [name, a] of Object.entries({ x: ${ENV} })) sink(a)`],
    ["Object.values", `sink(Object.values({ x: ${ENV} })[0])`],
    ["Object.assign", `sink(Object.assign({}, { x: ${ENV} }))`],
    ["Object.assign to a variable", `const o = {}; Object.assign(o, { x: ${ENV} }); sink(o)`],
    [
      "headers",
      `const headers = new Headers(); headers.set("Authorization", ${ENV}); sink(headers)`,
    ],
    ["headers that are set in place", `sink(new Headers().set("Authorization", ${ENV}))`],
    ["what is put into a text", `sink("key: X".replace("X", ${ENV}))`],
    ["capital letters", `sink(${ENV}.toUpperCase())`],
    ["a long slice", `sink(${ENV}.slice(0, 20))`],
    ["the last six characters", `sink(${ENV}.slice(-6))`],
    ["a mask whose result is thrown away", `const a = ${ENV}; mask(a); sink(a)`],
    ["an error", `sink(new Error("no " + ${ENV}))`],
    ["React's state", `const [a] = useState(${ENV}); sink(a)`],
    ["Vue's reference", `const a = ref(${ENV}); sink(a.value)`],
    [
      "many steps",
      `const a = ${ENV}; const b = { a }; const { a: c } = b; const d = [c]; const e = d[0]; const f = \`\${e}\`; sink(f)`,
    ],
    [
      "the whole environment, where the file reads a key of it",
      `const a = ${ENV}; sink(process.env)`,
    ],
  ])("%s", (_name, code) => {
    expect(seen(code)).toEqual([expect.any(String)]);
  });
});

describe("a key is gone after", () => {
  test.each<[string, string]>([
    [
      "its last four characters",
      `sink(${ENV}.slice(-4)); sink(${ENV}.substr(-4)); sink(${ENV}.at(-1))`,
    ],
    ["a slice by its length", "const a = process.env.PLEO_API_KEY; sink(a.slice(a.length - 4))"],
    [
      "its length",
      `sink(${ENV}.length); sink(String(${ENV}).length); sink(btoa(${ENV}).length); sink(JSON.stringify({ a: ${ENV} }).length); sink(new Set([${ENV}]).size); sink(Object.values({ a: ${ENV} }).length)`,
    ],
    [
      "a yes or no",
      `sink(!!${ENV}); sink(Boolean(${ENV})); sink(${ENV} ? "set" : "missing"); sink(${ENV} && "set")`,
    ],
    ["a comparison", `sink(${ENV} === other); sink(${ENV}.startsWith("pl")); sink(typeof ${ENV})`],
    ["a hash", `sink(createHash("sha256").update(${ENV}).digest("hex")); sink(sha256(${ENV}))`],
    ["an HMAC", `sink(crypto.createHmac("sha256", ${ENV}).update("x").digest())`],
    ["encryption", `sink(encrypt(${ENV}))`],
    [
      "a mask",
      `sink(maskKey(${ENV})); sink(redact({ a: ${ENV} })); sink(utils.sanitize(${ENV})); sink(fingerprint(${ENV}))`,
    ],
    ["a mask by a pattern", `sink(${ENV}.replace(/.(?=.{4})/g, "*"))`],
    ["a mask that is kept", `let a = ${ENV}; a = mask(a); sink(a)`],
    ["being replaced in an object", `const o = { a: ${ENV} }; o.a = "***"; sink(o)`],
    ["being deleted", `const o = { a: ${ENV} }; delete o.a; sink(o)`],
    ["being hidden by a later property", `const o = { a: ${ENV} }; sink({ ...o, a: "***" })`],
    [
      "what is called as the environment",
      `function f(process) { sink(process.env) } f({ env: {} }); g(${ENV})`,
    ],
    ["a replacer", `sink(JSON.stringify({ a: ${ENV} }, hide))`],
    ["a function that gives something else", `function f(a) { return a.length } sink(f(${ENV}))`],
    ["a call with something else", `const f = (a) => a; f(${ENV}); sink(f("x"))`],
  ])("%s", (_name, code) => {
    const roads = seen(code);
    expect(roads.length).toBeGreaterThan(0);
    expect(
      roads.every((road) => road === undefined),
      roads.join(),
    ).toBe(true);
  });
});

describe("settings", () => {
  test("name keys and functions that cleanse", () => {
    const pleo = { keyNames: ["spendKey"], sanitizers: ["shorten"] };
    expect(keysIn("sink(spendKey); sink(shorten(spendKey))", { pleo })).toEqual([
      [expect.objectContaining({ inside: [] })],
      [],
    ]);
    expect(keysIn("sink(spendKey)")).toEqual([[]]);
  });
});

describe("a road", () => {
  test.each([
    [`sink(${ENV})`, "`process.env.PLEO_API_KEY` on line 1"],
    [
      `const a = ${ENV};\nconst b = a;\nsink(b)`,
      "`b`, which comes from `process.env.PLEO_API_KEY` on line 1",
    ],
    [`sink("${KEY}")`, "a literal on line 1"],
    ["function f(pleoToken) { sink(pleoToken) }", "`pleoToken` on line 1"],
  ])("of %# names the variable and where it began", (code, road) => {
    expect(seen(code)).toEqual([road]);
  });

  test.each([
    "",
    `import process from "node:process";`,
    `import * as process from "process";`,
    `const process = require("node:process");`,
  ])("names the whole environment after %j", (before) => {
    expect(seen(`${before} sink(process.env); g(${ENV})`)).toEqual([
      "`process.env`, which holds `PLEO_API_KEY` on line 1",
    ]);
  });

  test("says where in an object the key lies", () => {
    expect(keysIn(`sink({ a: [{ b: ${ENV} }] })`)[0]?.[0]?.inside).toEqual(["a", "*", "b"]);
  });
});

describe("a program that was made to take long", () => {
  test.each<[string, (size: number) => string]>([
    ["a long sum", (size) => `sink(${Array.from({ length: size }, () => "a").join("+")}) // pleo`],
    [
      "a long chain of variables",
      (size) =>
        `${Array.from({ length: size }, (_, i) => `const a${String(i + 1)} = a${String(i)} + a${String(i)};`).join("\n")}\nsink(a${String(size)}) // pleo`,
    ],
    [
      "functions that call each other",
      (size) =>
        `${Array.from({ length: size }, (_, i) => `function f${String(i)}(x) { return f${String(i + 1)}(x) + f${String(i + 1)}(x + 1) }`).join("\n")}\nsink(f0(pleoKeyId))`,
    ],
    // Half as deep: a parser has a stack that ends.
    ["a deep object", (size) => `sink(${"{a:".repeat(size / 2)}1${"}".repeat(size / 2)}) // pleo`],
    [
      "many uses of one variable",
      (size) => `let a = 1; ${"a = f(a); sink(a);".repeat(size)} // pleo`,
    ],
    ["one that is itself", () => "const a = () => a(); let b = b; sink(a()); sink(b); // pleo"],
  ])("%s", (_name, program) => {
    const code = program(500);
    expect(cpuTimeOf(() => keysIn(code))).toBeLessThan(2_000);
  });
});
