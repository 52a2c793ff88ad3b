import { expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

/** For each `sink(…)`, whether a key reaches it. */
function carried(code: string): readonly boolean[] {
  return keysIn(code).map((keys) => keys.length > 0);
}

const PLEO = "https://external.pleo.io/v1/companies";
const send = (header: string): string =>
  `await fetch("${PLEO}", { headers: { Authorization: ${header} } });`;

test.each([
  ["a variable", `const k = await read(); ${send('"Basic " + btoa(k + ":")')} sink(k);`],
  [
    "a parameter",
    `async function f(nokkelen) { ${send("`Basic ${btoa(`${nokkelen}:`)}`")} sink(nokkelen); }`,
  ],
  ["a trimmed one", `async function f(x) { ${send('"Basic " + btoa(x.trim() + ":")')} sink(x); }`],
  [
    "one with a default",
    `async function f(x) { ${send('"Basic " + btoa(`${x ?? ""}:`)')} sink(x); }`,
  ],
  [
    "a Buffer",
    `async function f(x) { ${send('"Basic " + Buffer.from(x + ":").toString("base64")')} sink(x); }`,
  ],
  ["a member", `async function f(c) { ${send('"Basic " + btoa(c.value + ":")')} sink(c.value); }`],
  [
    "what it was called before",
    `async function f(c) { const k = c.secretText; ${send('"Basic " + btoa(k + ":")')} sink(c.secretText); }`,
  ],
  [
    "a field",
    `class C { constructor(s) { this.inner = s; } h() { return { Authorization: "Basic " + btoa(this.inner + ":") }; } ask() { return fetch("${PLEO}", { headers: this.h() }); } log() { sink(this.inner); } }`,
  ],
  [
    "a helper's argument",
    `const basic = (x) => "Basic " + btoa(x + ":"); async function f(s) { ${send("basic(s)")} sink(s); }`,
  ],
  [
    "got's user",
    `async function f(s) { await got("${PLEO}", { username: s, password: "" }); sink(s); }`,
  ],
  [
    "axios's user",
    `async function f(s) { await axios.get("${PLEO}", { auth: { username: s.text, password: "" } }); sink(s.text); }`,
  ],
  [
    "a key in another language",
    `async function f(nøkkel) { ${send('"Basic " + btoa(nøkkel + ":")')} sink(nøkkel); }`,
  ],
])("what Pleo is told as the user is a key, whatever it is called: %s", (_, code) => {
  expect(carried(code)).toEqual([true]);
});

test.each([
  [
    "another host",
    'async function f(x) { await fetch("https://api.example.com/pleo", { headers: { Authorization: "Basic " + btoa(x + ":") } }); sink(x); }',
  ],
  ["a whole header", `async function f(x) { ${send("x")} sink(x); }`],
  ["what is encoded already", `async function f(x) { ${send('"Basic " + x')} sink(x); }`],
  [
    "a user with a password",
    `async function f(x, y) { ${send('"Basic " + btoa(x + ":" + y)')} sink(x); }`,
  ],
  [
    "an address",
    `async function f(email) { ${send('"Basic " + btoa(email + ":")')} sink(email); }`,
  ],
  [
    "another vendor's",
    `async function f(stripeText) { ${send('"Basic " + btoa(stripeText + ":")')} sink(stripeText); }`,
  ],
  [
    "a user's id",
    `async function f(userId) { await got("${PLEO}", { username: userId }); sink(userId); }`,
  ],
  ["a constant", `const fixed = "demo"; ${send('"Basic " + btoa(fixed + ":")')} sink(fixed);`],
  [
    "a member of something else",
    `async function f(c) { ${send('"Basic " + btoa(c.value + ":")')} } function g(c) { sink(c.value); }`,
  ],
  [
    "another member",
    `async function f(c) { ${send('"Basic " + btoa(c.value + ":")')} sink(c.label); }`,
  ],
  [
    "what a helper encodes for others",
    `const basic = (x) => "Basic " + btoa(x + ":"); async function f(s, o) { ${send("basic(s)")} sink(o); sink(basic(o)); }`,
  ],
])("and nothing else is: %s", (_, code) => {
  expect(carried(code)).not.toContain(true);
});

test.each([
  ["pleoNøkkel", true],
  ["pleoApiSchlüssel", true],
  ["pleoSchluessel", true],
  ["clé_pleo", true],
  ["pleoSleutel", true],
  ["config.pleo.nyckel", true],
  ["chavePleo", true],
  ["pleoNøkkelId", false],
  ["pleoNøkkelNavn", false],
  ["empleoClave", false],
  ["nøkkel", false],
])("keys have names in other languages: %s", (name, isKey) => {
  expect(carried(`sink(${name}); // Pleo`)).toEqual([isKey]);
});

test.each([
  ['const nøkkel = await hentNøkkel(avdeling, "pleoApiKey"); sink(nøkkel);', true],
  ['const token = await store.lees("kommune", "PLEO_API_KEY"); sink(token);', true],
  ['const found = await hent(tenant, "pleoApiKey"); sink(found);', false],
  ['const key = await hasKey(tenant, "pleoApiKey"); sink(key);', false],
  ['const key = await validateKey("pleoApiKey"); sink(key);', false],
  ['const key = cacheKey(tenant, "pleoApiKey"); sink(key);', false],
  ['const key = await hent(tenant, "stripeKey"); sink(key); // Pleo', false],
])("what is kept as a key was asked for by its name: %s", (code, isKey) => {
  expect(carried(code)).toEqual([isKey]);
});
