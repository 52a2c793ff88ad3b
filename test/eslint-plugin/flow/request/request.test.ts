import { describe, expect, test } from "vitest";
import {
  headerValues,
  headersOf,
  pleoHostOf,
  requestOf,
} from "../../../../eslint-plugin/flow/request/request.ts";
import type { HttpRequest } from "../../../../eslint-plugin/flow/request/request.ts";
import type { KnownUrl } from "../../../../eslint-plugin/flow/request/url.ts";
import { PARSERS } from "../../lint.ts";
import type { ParserName } from "../../lint.ts";
import { callsOf, parse } from "../../parse.ts";

interface Found {
  readonly request: HttpRequest;
  readonly textOf: (nodes: readonly { readonly range: readonly [number, number] }[]) => string;
  readonly headers: string;
  readonly authorization: string;
}

/** The only request of a program. */
function find(code: string, parser?: ParserName): Found | undefined {
  const sourceCode = parse(code, parser);
  const [request, ...more] = callsOf(sourceCode).flatMap(
    (call) => requestOf(sourceCode, call) ?? [],
  );
  if (more.length > 0) throw new Error("more than one request");
  if (request === undefined) return undefined;
  const textOf: Found["textOf"] = (nodes) =>
    nodes.map(({ range }) => code.slice(...range)).join(" ");
  return {
    request,
    textOf,
    headers: headersOf(sourceCode, request)
      .entries.map(({ name }) => name)
      .join(" "),
    authorization: textOf(headerValues(sourceCode, request, "Authorization")),
  };
}

/** `METHOD scheme://host/path?names`, with `*` for what is not known. */
function shown(code: string, parser?: ParserName): string {
  const found = find(code, parser);
  if (found === undefined) return "nothing";
  return `${found.request.method ?? "*"} ${found.request.urls().map(shownUrl).join(" or ")}`;
}

function shownUrl({ scheme, host, path, query }: KnownUrl): string {
  const names = query.entries.map(({ name }) => name);
  if (!query.isComplete) names.push("…");
  const asked = names.length === 0 ? "" : `?${names.join("&")}`;
  return `${scheme ?? "*"}://${host ?? "*"}${(path ?? "*").replaceAll("\0", "*")}${asked}`;
}

const URL_TEXT = "https://external.pleo.io/v1/a";
const AXIOS = "import axios from 'axios';";
const parsers = Object.keys(PARSERS) as ParserName[];

describe.each(parsers)("with %s", (parser) => {
  test.each([
    [`fetch("${URL_TEXT}")`, `GET ${URL_TEXT}`],
    [`fetch("${URL_TEXT}", { method: "post" })`, `POST ${URL_TEXT}`],
    [`fetch("${URL_TEXT}", { method })`, `* ${URL_TEXT}`],
    [`fetch("${URL_TEXT}", options)`, `* ${URL_TEXT}`],
    [`fetch("${URL_TEXT}", { ...options, method: "PUT" })`, `PUT ${URL_TEXT}`],
    [`const options = { method: "PUT" }; fetch("${URL_TEXT}", options)`, `PUT ${URL_TEXT}`],
    [`this.fetch("${URL_TEXT}")`, `GET ${URL_TEXT}`],
    [`function load({ fetch }) { return fetch("${URL_TEXT}") }`, `GET ${URL_TEXT}`],
    [`import f from "node-fetch"; f("${URL_TEXT}")`, `GET ${URL_TEXT}`],
    [`import { fetch as f } from "undici"; f("${URL_TEXT}")`, `GET ${URL_TEXT}`],
    [
      `const { request } = require("undici"); request("${URL_TEXT}", { method: "POST" })`,
      `POST ${URL_TEXT}`,
    ],
    [
      `import { Client } from "undici"; const c = new Client("https://external.pleo.io"); c.request({ path: "/v1/a", method: "PUT" })`,
      `PUT ${URL_TEXT}`,
    ],
    [`$fetch("/v1/a", { baseURL: "https://external.pleo.io" })`, `GET ${URL_TEXT}`],
    [`new Request("${URL_TEXT}", { method: "DELETE" })`, `DELETE ${URL_TEXT}`],
    // axios
    [`${AXIOS} axios("${URL_TEXT}")`, `GET ${URL_TEXT}`],
    [`${AXIOS} axios("${URL_TEXT}", { method: "put" })`, `PUT ${URL_TEXT}`],
    [`${AXIOS} axios({ url: "${URL_TEXT}", method: "post" })`, `POST ${URL_TEXT}`],
    [
      `${AXIOS} axios.request({ url: "/v1/a", baseURL: "https://external.pleo.io" })`,
      `GET ${URL_TEXT}`,
    ],
    [`${AXIOS} axios.get("${URL_TEXT}", config)`, `GET ${URL_TEXT}`],
    [`${AXIOS} axios.post("${URL_TEXT}", body)`, `POST ${URL_TEXT}`],
    [
      `${AXIOS} const api = axios.create({ baseURL: "https://external.pleo.io/" }); api.get("/v1/a")`,
      "GET https://external.pleo.io//v1/a",
    ],
    [
      `${AXIOS} const api = axios.create({ baseURL: "https://external.pleo.io/v1" }); api.delete("a")`,
      `DELETE ${URL_TEXT}`,
    ],
    [
      `${AXIOS} const api = axios.create({ baseURL: "https://a.example" }); api.get("${URL_TEXT}")`,
      `GET ${URL_TEXT}`,
    ],
    [
      `${AXIOS} class A { api = axios.create({ baseURL: "https://external.pleo.io" }); f() { return this.api.get("/v1/a") } }`,
      `GET ${URL_TEXT}`,
    ],
    [`axios.get("${URL_TEXT}")`, `GET ${URL_TEXT}`],
    [`${AXIOS} axios.isAxiosError("${URL_TEXT}")`, "nothing"],
    [`${AXIOS} axios.interceptors.request.use("${URL_TEXT}")`, "nothing"],
    // got and ky
    [`import got from "got"; got("${URL_TEXT}")`, `GET ${URL_TEXT}`],
    [`import got from "got"; got.post("${URL_TEXT}", { json: a })`, `POST ${URL_TEXT}`],
    [`import got from "got"; got("${URL_TEXT}", { json: a })`, `* ${URL_TEXT}`],
    [
      `import ky from "ky"; ky.get("v1/a", { prefixUrl: "https://external.pleo.io" })`,
      `GET ${URL_TEXT}`,
    ],
    [
      `import ky from "ky"; const api = ky.create({ prefixUrl: "https://external.pleo.io" }); api.get("v1/a").json()`,
      `GET ${URL_TEXT}`,
    ],
    [
      `import got from "got"; const a = got.extend({ prefixUrl: "https://external.pleo.io" }); const b = a.extend({ headers }); b("v1/a")`,
      `GET ${URL_TEXT}`,
    ],
    // The rest
    [
      `const request = require("superagent"); request.get("${URL_TEXT}").set("A", b).query({ c })`,
      `GET ${URL_TEXT}`,
    ],
    [`import https from "node:https"; https.get("${URL_TEXT}", (answer) => {})`, `GET ${URL_TEXT}`],
    [
      `import https from "https"; https.request("${URL_TEXT}", { method: "POST" }, done)`,
      `POST ${URL_TEXT}`,
    ],
    [
      `import https from "https"; https.request({ hostname: "external.pleo.io", path: "/v1/a?b=1", method: "PUT" })`,
      `PUT ${URL_TEXT}?b`,
    ],
    [
      `import http from "http"; http.get({ host: "external.pleo.io", path: "/v1/a" })`,
      "GET http://external.pleo.io/v1/a",
    ],
    [`import { createServer } from "http"; createServer("${URL_TEXT}")`, "nothing"],
    [`const x = new XMLHttpRequest(); x.open("get", "${URL_TEXT}")`, `GET ${URL_TEXT}`],
    [`x.open("get", "${URL_TEXT}")`, "nothing"],
    [`new WebSocket("wss://external.pleo.io/a")`, "GET wss://external.pleo.io/a"],
    [`new EventSource("${URL_TEXT}")`, `GET ${URL_TEXT}`],
    [`navigator.sendBeacon("${URL_TEXT}", body)`, `POST ${URL_TEXT}`],
    [`$.ajax({ url: "${URL_TEXT}", type: "POST" })`, `POST ${URL_TEXT}`],
    [`$.ajax("${URL_TEXT}", { method: "PUT" })`, `PUT ${URL_TEXT}`],
    [`jQuery.getJSON("${URL_TEXT}", { a: 1 })`, `GET ${URL_TEXT}`],
    [
      `const request = require("request"); request({ uri: "${URL_TEXT}", qs: { a } }, done)`,
      `GET ${URL_TEXT}`,
    ],
    [`api.get("${URL_TEXT}")`, `GET ${URL_TEXT}`],
    [`client.post("${URL_TEXT}", { json: a })`, `POST ${URL_TEXT}`],
    [`api.get("/v1/a")`, "nothing"],
    [`cache.get(key)`, "nothing"],
    [`get("${URL_TEXT}")`, "nothing"],
    [`map.set("${URL_TEXT}", 1)`, "nothing"],
    [`console.log("${URL_TEXT}")`, "nothing"],
    [`new URL("${URL_TEXT}")`, "nothing"],
    // Where it goes
    ["fetch(`https://${host}/v1/a`)", "GET https://*/v1/a"],
    ["fetch(`${base}/v1/${id}?a=${b}`)", "GET *://*/v1/*?a"],
    ["fetch(url)", "GET *://*"],
    ["const B = 'https://external.pleo.io'; fetch(`${B}/v1/a`)", `GET ${URL_TEXT}`],
    ["const B = 'https://external.pleo.io'; fetch(B + '/v1/a')", `GET ${URL_TEXT}`],
    [
      "const API = { base: 'https://external.pleo.io' }; fetch(`${API.base}/v1/a`)",
      `GET ${URL_TEXT}`,
    ],
    [
      "const H = Object.freeze({ a: { b: 'external.pleo.io' } }); fetch(`https://${H.a.b}/v1/a`)",
      `GET ${URL_TEXT}`,
    ],
    [
      "const B = process.env.PLEO_URL ?? 'https://external.pleo.io'; fetch(`${B}/v1/a`)",
      `GET ${URL_TEXT}`,
    ],
    ["const B = process.env.PLEO_URL ?? ''; fetch(`${B}/v1/a`)", "GET *://*/v1/a"],
    ["fetch(new URL('/v1/a', 'https://external.pleo.io/old'))", `GET ${URL_TEXT}`],
    ["fetch(new URL('a', 'https://external.pleo.io/v1/old'))", `GET ${URL_TEXT}`],
    ["fetch(new URL('a', 'https://external.pleo.io'))", "GET https://external.pleo.io/a"],
    ["fetch(new URL(path, 'https://external.pleo.io'))", "GET https://external.pleo.io/*"],
    [
      "fetch(['https://external.pleo.io', 'v1', id].join('/'))",
      "GET https://external.pleo.io/v1/*",
    ],
    ["fetch('https://external.pleo.io'.concat('/v1/a'))", `GET ${URL_TEXT}`],
    ["fetch(`https://user:pass@external.pleo.io:443/v1/a#b`)", `GET ${URL_TEXT}`],
    ["fetch('HTTPS://External.Pleo.IO/v1/a')", "GET https://External.Pleo.IO/v1/a"],
    [
      "fetch(a ? 'https://a.example/b' : 'https://c.example/d')",
      "GET https://a.example/b or https://c.example/d",
    ],
    [
      "const H = { p: 'https://a.example', s: 'https://b.example' }; fetch(`${H[env]}/c`)",
      "GET https://a.example/c or https://b.example/c",
    ],
    // The query
    [`fetch("${URL_TEXT}?a=1&b")`, `GET ${URL_TEXT}?a&b`],
    [`fetch("${URL_TEXT}?company%5fid=1")`, `GET ${URL_TEXT}?company_id`],
    [`fetch(\`${URL_TEXT}?\${name}=1&b=2\`)`, `GET ${URL_TEXT}?b&…`],
    [`fetch(\`${URL_TEXT}?\${query}\`)`, `GET ${URL_TEXT}?…`],
    [`fetch(\`${URL_TEXT}?\${new URLSearchParams({ a, b: c })}\`)`, `GET ${URL_TEXT}?a&b`],
    [
      `const q = new URLSearchParams({ a }); q.set("b", c); fetch(\`${URL_TEXT}?\${q.toString()}\`)`,
      `GET ${URL_TEXT}?a&b`,
    ],
    [
      `const q = new URLSearchParams({ a }); q.set("b", c); fetch(\`${URL_TEXT}?\${q}\`)`,
      `GET ${URL_TEXT}?a&b`,
    ],
    [`const q = new URLSearchParams(); add(q); fetch(\`${URL_TEXT}?\${q}\`)`, `GET ${URL_TEXT}?…`],
    [`const u = new URL("${URL_TEXT}"); u.searchParams.set("a", b); fetch(u)`, `GET ${URL_TEXT}?a`],
    [
      `const u = new URL("${URL_TEXT}"); u.searchParams.append("a", b); fetch(u.href)`,
      `GET ${URL_TEXT}?a`,
    ],
    [
      `const u = new URL("${URL_TEXT}"); u.search = new URLSearchParams({ a }); fetch(u.toString())`,
      `GET ${URL_TEXT}?a`,
    ],
    [
      `const u = new URL("${URL_TEXT}"); u.searchParams.set(name, b); fetch(u)`,
      `GET ${URL_TEXT}?…`,
    ],
    [`const u = new URL("${URL_TEXT}"); const s = u.searchParams; fetch(u)`, `GET ${URL_TEXT}?…`],
    [`const u = new URL("${URL_TEXT}"); sign(u); fetch(u)`, `GET ${URL_TEXT}?…`],
    [`const u = new URL("${URL_TEXT}"); fetch(u); console.log(u)`, `GET ${URL_TEXT}`],
  ])("%s is %s", (code, expected) => {
    expect(shown(code, parser)).toBe(expected);
  });
});

test.each([
  [`fetch(u, { headers: { Authorization: a } })`, "a"],
  [`fetch(u, { headers: { "authorization": a } })`, "a"],
  [`fetch(u, { headers: { AUTHORIZATION: a, b: c } })`, "a"],
  [`fetch(u, { headers: new Headers({ Authorization: a }) })`, "a"],
  [`fetch(u, { headers: [["Authorization", a]] })`, "a"],
  [`const h = { Authorization: a }; fetch(u, { headers: h })`, "a"],
  [`const h = { Authorization: a }; fetch(u, { headers: { ...h, b } })`, "a"],
  [`const h = new Headers(); h.set("Authorization", a); fetch(u, { headers: h })`, "a"],
  [`const h = {}; h.Authorization = a; fetch(u, { headers: h })`, "a"],
  [`const h = {}; h["Authorization"] = a; fetch(u, { headers: h })`, "a"],
  [`const N = "Authorization"; fetch(u, { headers: { [N]: a } })`, "a"],
  [`fetch(u, { headers: { [name]: a } })`, ""],
  [`fetch(u, { headers: { "Proxy-Authorization": a } })`, ""],
  [`fetch(u, { headers })`, ""],
  [`axios.post(u, body, { headers: { Authorization: a } })`, "a"],
  [`axios.post(u, { headers: { Authorization: a } })`, ""],
  [`const api = axios.create({ headers: { Authorization: a } }); api.get("/b")`, "a"],
  [
    `const api = axios.create({ headers: { Authorization: a } }); api.get("/b", { headers: { Authorization: c } })`,
    "a c",
  ],
  [`superagent.get(u).set("Authorization", a)`, "a"],
  [`superagent.get(u).query({ b }).set({ Authorization: a }).then(c)`, "a"],
  [`const x = new XMLHttpRequest(); x.open("GET", u); x.setRequestHeader("Authorization", a)`, "a"],
  [
    `class A { constructor(private http: HttpClient) {} f() { this.http.get(u, { headers: new HttpHeaders().set("Authorization", a) }) } }`,
    "a",
  ],
])("the authorization of %s is %j", (code, expected) => {
  expect(find(code)?.authorization).toBe(expected);
});

test.each([
  ["axios.get(u, { params: { a } })", "query", "{ a }"],
  ["axios.post(u, a, { params: b })", "query", "b"],
  ["axios.post(u, a, { params: b })", "body", "a"],
  ["axios({ url: u, data: a })", "body", "a"],
  ["got(u, { searchParams: a })", "query", "a"],
  ["got.post(u, { json: a })", "body", "a"],
  ["$.get(u, a)", "query", "a"],
  ["$.ajax({ url: u, data: a })", "query", "a"],
  ["$.ajax({ url: u, data: a, type: 'POST' })", "body", "a"],
  ["superagent.post(u).query(a).send(b)", "query", "a"],
  ["superagent.post(u).query(a).send(b)", "body", "b"],
  ["axios.get(u, { auth: { username: a, password: b } })", "auth", "{ username: a, password: b }"],
  ["got(u, { username: a, password: b })", "auth", "a b"],
  ["superagent.get(u).auth(a, b)", "auth", "a b"],
  ["fetch(u, { body: JSON.stringify(a) })", "body", "JSON.stringify(a)"],
  ["axios.create({ baseURL: a }).get(b)", "url", "a b"],
] as const)("%s has as its %s %s", (code, part, expected) => {
  const found = find(code);
  expect(found?.textOf(found.request[part])).toBe(expected);
});

test("user name and password are told apart", () => {
  const found = find("axios.get(u, { auth: { username: a, password: b } })");
  const { user, password } = found?.request.credentials ?? {};
  expect(found?.textOf([user, password].filter((node) => node !== undefined))).toBe("a b");
});

test.each([
  [`fetch("https://external.pleo.io/v1")`, "external.pleo.io"],
  [`fetch("https://external.pleo.io.evil.example/v1")`, undefined],
  [`fetch("https://evil.example/external.pleo.io")`, undefined],
  [`fetch("https://external.pleo.io@evil.example/")`, undefined],
  [`fetch("https://key@external.pleo.io/")`, "external.pleo.io"],
  [`fetch(a ? "https://external.pleo.io" : "https://external.pleo.io/v1")`, "external.pleo.io"],
  [`fetch(a ? "https://external.pleo.io" : "https://external.staging.pleo.io")`, undefined],
  [`fetch(a ? "https://external.pleo.io" : b)`, undefined],
])("%s goes to %s", (code, expected) => {
  const found = find(code);
  expect(found && pleoHostOf(found.request)?.host).toBe(expected);
});

describe("without end", () => {
  test.each([
    "const a = new URL('x', b), b = new URL('y', a); fetch(a)",
    "const a = { ...b, ...b }, b = { ...a, ...a }; fetch('x', a)",
    "const a = `${b}${b}`, b = `${a}${a}`; fetch(a)",
    "const a = c ? b : b, b = d ? a : a; fetch(a)",
    "const h = new Headers(h); h.set('a', h); fetch('x', { headers: h })",
    `const o = { ${"...o, ".repeat(60)} }; fetch('x', o)`,
  ])("%s comes to an end", (code) => {
    expect(() => shown(code)).not.toThrow();
  });
});
