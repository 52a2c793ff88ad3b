import { requireBasicAuth } from "../../../eslint-plugin/rules/require-basic-auth.ts";
import { exampleKey } from "../../support/keys.ts";
import { RuleTester } from "../rule-tester.ts";

const KEY = exampleKey();
const PLEO = "https://external.pleo.io/v1/introspect";
const ENV = "process.env.PLEO_API_KEY";
const RIGHT = `\`Basic \${btoa(\`\${${ENV}}:\`)}\``;

function pleo(authorization: string): string {
  return `fetch("${PLEO}", { headers: { Authorization: ${authorization} } })`;
}

type MessageId = "scheme" | "unencoded" | "bare" | "header" | "colon" | "password";

/** One report in the first line, with the suggestion that makes the program this one; `null` for none. */
function one(messageId: MessageId, column: number, output: string | null = null) {
  const suggestion =
    messageId === "colon" ? "addColon" : messageId === "password" ? "swap" : "useBasic";
  const suggestions = output === null ? [] : [{ messageId: suggestion as "useBasic", output }];
  return [{ messageId, line: 1, column, suggestions }];
}

new RuleTester().run("require-basic-auth", requireBasicAuth, {
  valid: [
    // As it has to be
    pleo(RIGHT),
    pleo(`"Basic " + btoa(${ENV} + ":")`),
    pleo(`\`Basic \${Buffer.from(\`\${${ENV}}:\`).toString("base64")}\``),
    pleo(`\`Basic \${Buffer.from(${ENV} + ":", "utf8").toString("base64")}\``),
    pleo(`\`basic \${btoa(\`\${${ENV}}:\${""}\`)}\``),
    `const credentials = btoa(\`\${${ENV}}:\`); ${pleo("`Basic ${credentials}`")}`,
    `let header; header = ${RIGHT}; ${pleo("header")}`,
    `const basic = (key) => \`Basic \${btoa(\`\${key}:\`)}\`; ${pleo(`basic(${ENV})`)}`,
    pleo(`basicAuth(${ENV})`),
    pleo(`\`Basic \${encode(${ENV})}\``),
    `axios.get("${PLEO}", { auth: { username: ${ENV}, password: "" } })`,
    `import got from "got"; got("${PLEO}", { username: ${ENV}, password: "" })`,
    `https.get({ hostname: "external.pleo.io", auth: \`\${${ENV}}:\` })`,
    // No key of Pleo's
    pleo("`Bearer ${accessToken}`"),
    pleo("`Bearer ${token}`"),
    pleo("`Bearer ${session.access_token}`"),
    pleo("`Bearer ${process.env.PLEO_OAUTH_ACCESS_TOKEN}`"),
    pleo("`Bearer ${await pleoOAuthToken()}`"),
    pleo("`Bearer ${process.env.EMPLEO_API_KEY}`"),
    "fetch(url, { headers: { Authorization: `Bearer ${process.env.OTHER_KEY}` } }); // pleo",
    // Another address
    `fetch("https://openapi.pleo.io/v1", { headers: { Authorization: \`Bearer \${process.env.PLEO_API_TOKEN}\` } })`,
    `const BASE = "https://openapi.pleo.io/v1"; const headers = () => ({ Authorization: \`Bearer \${process.env.PLEO_TOKEN}\` });`,
    `fetch("https://api.example.com/", { headers: { Authorization: \`Bearer \${${ENV}}\` } })`,
    `fetch("/api/expenses", { headers: { Authorization: \`Bearer \${${ENV}}\` } }); // pleo`,
    `fetch("http://localhost:3000", { headers: { "X-API-Key": ${ENV} } })`,
    `fetch(url, { headers: { "X-API-Key": ${ENV} } })`,
    `const headers = { "X-API-Key": ${ENV} };`,
    // No header
    `const config = { pleo: { apiKey: ${ENV}, "apikey": ${ENV} } }; fetch("${PLEO}");`,
    `const show = () => \`Key \${${ENV}}\`;`,
    `function basic(key) { return "Basic " + btoa(key + ":"); } basic(${ENV});`,
    "function bearer(accessToken) { return `Bearer ${accessToken}`; } bearer(pleoSession.accessToken);",
    `const a = { bearer: ${ENV}, authorization: { key: ${ENV} } };`,
    `const text = \`Bearer \${${ENV}}\`;`,
    `const { Authorization = ${ENV} } = headers;`,
    `expect(headers).toEqual({ Authorization: \`Bearer \${${ENV}}\` });`,
    `new Pool({ user: "app", password: process.env.PLEO_SECRET })`,
    `pool.connect({ auth: { username: "app", password: process.env.DATABASE_PASSWORD } }); // pleo`,
    `seen.set("authorization", true); // pleo`,
    // Not read
    pleo(`\`\${scheme} \${${ENV}}\``),
    pleo(`\`Basic \${btoa(\`\${${ENV}}\${rest}\`)}\``),
    pleo(`authorizationFor(${ENV})`),
  ],
  invalid: [
    // Another scheme
    {
      code: pleo(`\`Bearer \${${ENV}}\``),
      errors: [
        {
          messageId: "scheme",
          line: 1,
          column: 77,
          data: { scheme: "Bearer", road: "`process.env.PLEO_API_KEY` on line 1" },
          suggestions: [{ messageId: "useBasic", output: pleo(RIGHT) }],
        },
      ],
    },
    { code: pleo(`\`bearer \${${ENV}}\``), errors: one("scheme", 77, pleo(RIGHT)) },
    { code: pleo(`"Bearer " + ${ENV}`), errors: one("scheme", 77, pleo(RIGHT)) },
    { code: pleo(`\`Token \${${ENV}}\``), errors: one("scheme", 77, pleo(RIGHT)) },
    { code: pleo(`\`Api-Key \${${ENV}}\``), errors: one("scheme", 77, pleo(RIGHT)) },
    { code: pleo(`["Bearer", ${ENV}].join(" ")`), errors: one("scheme", 77, pleo(RIGHT)) },
    {
      code: pleo("`Bearer ${pleoApiKey}`"),
      errors: one("scheme", 77, pleo("`Basic ${btoa(`${pleoApiKey}:`)}`")),
    },
    {
      code: pleo("`Bearer ${apiKey}`").replace(/^/, "function f(apiKey) { return ") + " }",
      errors: one(
        "scheme",
        105,
        `function f(apiKey) { return ${pleo("`Basic ${btoa(`${apiKey}:`)}`")} }`,
      ),
    },
    { code: pleo(`\`Bearer \${btoa(\`\${${ENV}}:\`)}\``), errors: one("scheme", 77) },
    {
      code: `const authorization = \`Bearer \${${ENV}}\`; ${pleo("authorization")}`,
      errors: one("scheme", 137),
    },
    {
      code: `const headers = { authorization: \`Bearer \${${ENV}}\` };`,
      errors: one("scheme", 34, `const headers = { authorization: ${RIGHT} };`),
    },
    {
      code: `const headers = new Headers(); headers.set("Authorization", \`Bearer \${${ENV}}\`);`,
      errors: one(
        "scheme",
        61,
        `const headers = new Headers(); headers.set("Authorization", ${RIGHT});`,
      ),
    },
    {
      code: `headers["Authorization"] = \`Bearer \${${ENV}}\`;`,
      errors: one("scheme", 28, `headers["Authorization"] = ${RIGHT};`),
    },
    {
      code: `axios.defaults.headers.common.Authorization = \`Bearer \${${ENV}}\`;`,
      errors: one("scheme", 47, `axios.defaults.headers.common.Authorization = ${RIGHT};`),
    },
    {
      code: `new Headers([["Authorization", \`Bearer \${${ENV}}\`]])`,
      errors: one("scheme", 32, `new Headers([["Authorization", ${RIGHT}]])`),
    },
    {
      code: `xhr.setRequestHeader("Authorization", \`Bearer \${${ENV}}\`)`,
      errors: one("scheme", 39, `xhr.setRequestHeader("Authorization", ${RIGHT})`),
    },
    {
      code: `axios.create({ baseURL: process.env.PLEO_URL, headers: { Authorization: \`Bearer \${${ENV}}\` } })`,
      errors: one(
        "scheme",
        73,
        `axios.create({ baseURL: process.env.PLEO_URL, headers: { Authorization: ${RIGHT} } })`,
      ),
    },
    {
      code: `fetch(url, { headers: { Authorization: \`Bearer \${${ENV}}\` } })`,
      errors: one("scheme", 40, `fetch(url, { headers: { Authorization: ${RIGHT} } })`),
    },
    // In a literal: nothing of it is repeated
    { code: pleo(`"Bearer ${KEY}"`), errors: one("scheme", 77) },
    { code: pleo(`"Basic ${KEY}"`), errors: one("unencoded", 77) },
    { code: pleo(`"${KEY}"`), errors: one("bare", 77) },
    {
      code: `const key = "${KEY}"; ${pleo("`Bearer ${key}`")}`,
      errors: [{ messageId: "scheme", line: 1 }],
    },
    { code: pleo(`\`Bearer \${${ENV} ?? "${KEY}"}\``), errors: one("scheme", 77) },
    // Not encoded
    { code: pleo(`\`Basic \${${ENV}}\``), errors: one("unencoded", 77, pleo(RIGHT)) },
    { code: pleo(`"Basic " + ${ENV}`), errors: one("unencoded", 77, pleo(RIGHT)) },
    {
      code: pleo(`\`Basic \${${ENV}.trim()}\``),
      errors: one("unencoded", 77, pleo(`\`Basic \${btoa(\`\${${ENV}.trim()}:\`)}\``)),
    },
    {
      code: `const { PLEO_API_KEY } = process.env; ${pleo("`Basic ${PLEO_API_KEY}`")}`,
      errors: one(
        "unencoded",
        115,
        `const { PLEO_API_KEY } = process.env; ${pleo("`Basic ${btoa(`${PLEO_API_KEY}:`)}`")}`,
      ),
    },
    // Without a scheme
    { code: pleo(ENV), errors: one("bare", 77, pleo(RIGHT)) },
    {
      code: pleo("pleoApiKey"),
      errors: one("bare", 77, pleo("`Basic ${btoa(`${pleoApiKey}:`)}`")),
    },
    // Without a colon
    { code: pleo(`\`Basic \${btoa(${ENV})}\``), errors: one("colon", 77, pleo(RIGHT)) },
    { code: pleo(`\`Basic \${btoa(\`\${${ENV}}\`)}\``), errors: one("colon", 77, pleo(RIGHT)) },
    {
      code: pleo(`\`Basic \${Buffer.from(${ENV}).toString("base64")}\``),
      errors: one(
        "colon",
        77,
        pleo(`\`Basic \${Buffer.from(\`\${${ENV}}:\`).toString("base64")}\``),
      ),
    },
    {
      code: `const credentials = btoa(${ENV}); ${pleo("`Basic ${credentials}`")}`,
      errors: one("colon", 129),
    },
    { code: `https.get({ hostname: "external.pleo.io", auth: ${ENV} })`, errors: one("colon", 49) },
    {
      code: `function basic(key) { return "Basic " + btoa(key); } ${pleo(`basic(${ENV})`)}`,
      errors: one(
        "colon",
        30,
        `function basic(key) { return "Basic " + btoa(\`\${key}:\`); } ${pleo(`basic(${ENV})`)}`,
      ),
    },
    {
      code: `const bearer = (key) => \`Bearer \${key}\`; ${pleo(`bearer(${ENV})`)}`,
      errors: one(
        "scheme",
        25,
        `const bearer = (key) => \`Basic \${btoa(\`\${key}:\`)}\`; ${pleo(`bearer(${ENV})`)}`,
      ),
    },
    {
      code: `class P { static bearer(key) { return "Bearer " + key; } } const value = P.bearer(${ENV}); ${pleo("value")}`,
      errors: one(
        "scheme",
        39,
        `class P { static bearer(key) { return \`Basic \${btoa(\`\${key}:\`)}\`; } } const value = P.bearer(${ENV}); ${pleo("value")}`,
      ),
    },
    // As the password
    { code: pleo(`\`Basic \${btoa(\`:\${${ENV}}\`)}\``), errors: one("password", 77) },
    { code: pleo(`\`Basic \${btoa("api:" + ${ENV})}\``), errors: one("password", 77) },
    { code: pleo(`\`Basic \${btoa(\`\${user}:\${${ENV}}\`)}\``), errors: one("password", 77) },
    {
      code: `axios.get("${PLEO}", { auth: { username: "", password: ${ENV} } })`,
      errors: one(
        "password",
        87,
        `axios.get("${PLEO}", { auth: { username: ${ENV}, password: "" } })`,
      ),
    },
    {
      code: `axios.create({ auth: { username: "api", password: ${ENV} } })`,
      errors: one("password", 51, `axios.create({ auth: { username: ${ENV}, password: "" } })`),
    },
    {
      code: `import got from "got"; got("${PLEO}", { username: "api", password: ${ENV} })`,
      errors: one(
        "password",
        99,
        `import got from "got"; got("${PLEO}", { username: ${ENV}, password: "" })`,
      ),
    },
    {
      code: `const password = ${ENV}; axios.get("${PLEO}", { auth: { username: "", password } })`,
      errors: one("password", 120),
    },
    // In a header of its own
    {
      code: `fetch("${PLEO}", { headers: { "X-API-Key": ${ENV} } })`,
      errors: [
        {
          messageId: "header",
          line: 1,
          column: 75,
          data: { header: "x-api-key", road: "`process.env.PLEO_API_KEY` on line 1" },
        },
      ],
    },
    {
      code: `fetch(\`\${process.env.PLEO_URL}/v1\`, { headers: { "x-api-key": ${ENV} } })`,
      errors: one("header", 63),
    },
    {
      code: `const headers = { "api-key": ${ENV} }; fetch("${PLEO}", { headers });`,
      errors: one("header", 30),
    },
  ],
});

new RuleTester().run(
  "require-basic-auth: through helpers, and as clients are told",
  requireBasicAuth,
  {
    valid: [
      {
        name: "helper makes whole header, passed as param",
        code: `
const basic = (key: string) => \`Basic \${btoa(\`\${key}:\`)}\`;
async function check(url: string, Authorization: string) {
  const res = await fetch(url, { headers: { Authorization } });
  return res.ok;
}
export const a = () => check("https://external.pleo.io/v1/introspect", basic(process.env.PLEO_API_KEY ?? ""));`,
      },
      {
        name: "const from helper in header shorthand",
        code: `
const toBasic = (k) => "Basic " + Buffer.from(k + ":").toString("base64");
export async function f() {
  const authorization = toBasic(process.env.PLEO_API_KEY);
  return fetch("https://external.pleo.io/v1/introspect", { headers: { authorization } });
}`,
      },
      {
        name: "join with default parameter",
        code: `
function userInfo(user, password = "") { return [user, password].join(":"); }
export const h = { Authorization: \`Basic \${btoa(userInfo(process.env.PLEO_API_KEY))}\` };`,
      },
      {
        name: "template with default parameter",
        code: `
const pair = (user, password = "") => \`\${user}:\${password}\`;
export const h = { Authorization: \`Basic \${btoa(pair(process.env.PLEO_API_KEY))}\` };`,
      },
      {
        name: "concat helper, colon in second",
        code: `
const pair = (user) => user.concat(":");
export const h = { Authorization: \`Basic \${btoa(pair(process.env.PLEO_API_KEY))}\` };`,
      },
      {
        name: "class method makes the header",
        code: `
class Pleo {
  constructor(private readonly apiKey: string) {}
  private authorization() { return \`Basic \${Buffer.from(\`\${this.apiKey}:\`).toString("base64")}\`; }
  get(path: string) { return this.send(path, this.authorization()); }
  private send(path: string, authorization: string) { return fetch("https://external.pleo.io" + path, { headers: { authorization } }); }
}
export const pleo = new Pleo(process.env.PLEO_API_KEY ?? "");`,
      },
      {
        name: "key with colon const, then encoded",
        code: `
const credentials = \`\${process.env.PLEO_API_KEY}:\`;
const encoded = Buffer.from(credentials).toString("base64");
const Authorization = \`Basic \${encoded}\`;
export const r = () => fetch("https://external.pleo.io/v1/introspect", { headers: { Authorization } });`,
      },
      {
        name: "superagent basic good",
        code: `
const request = require("superagent");
const key = process.env.PLEO_API_KEY;
request.get("https://external.pleo.io/v2/employees").auth(key, "").then(console.info);
request.get("https://external.pleo.io/v2/employees").auth(key, "", { type: "basic" }).then(console.info);`,
      },
      {
        name: "superagent bearer elsewhere",
        code: `
const request = require("superagent");
const key = process.env.SLACK_TOKEN;
request.get("https://slack.com/api/x").auth(key, { type: "bearer" }).then(console.info);
export const pleo = process.env.PLEO_API_KEY;`,
      },
      {
        name: "request .auth basic",
        code: `
const request = require("request");
request.get("https://external.pleo.io/v2/employees").auth(process.env.PLEO_API_KEY, "", true);`,
      },
      {
        name: "request auth user pass good",
        code: `
const request = require("request");
request({ url: "https://external.pleo.io/v2/employees", auth: { user: process.env.PLEO_API_KEY, pass: "" } }, () => {});`,
      },
      {
        name: "needle user",
        code: `
const needle = require("needle");
needle.get("https://external.pleo.io/v2/employees", { username: process.env.PLEO_API_KEY, password: "" });`,
      },
      {
        name: "axios defaults good",
        code: `
import axios from "axios";
axios.defaults.baseURL = "https://external.pleo.io";
axios.defaults.headers.common.Authorization = \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\`;`,
      },
      {
        name: "ky hook good",
        code: `
import ky from "ky";
export const client = ky.extend({ prefixUrl: "https://external.pleo.io", hooks: { beforeRequest: [(request) => { request.headers.set("Authorization", \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`); }] } });`,
      },
      {
        name: "octokit-like auth is key",
        code: `
import { PleoClient } from "@acme/pleo";
export const c = new PleoClient({ auth: process.env.PLEO_API_KEY });`,
      },
      {
        name: "http auth ok",
        code: `
const https = require("node:https");
https.get({ hostname: "external.pleo.io", path: "/v1/introspect", auth: \`\${process.env.PLEO_API_KEY}:\` });`,
      },
      {
        name: "wretch good",
        code: `
import wretch from "wretch";
export const api = wretch("https://external.pleo.io").auth(\`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`);`,
      },
      {
        name: "basic encodes with helper and a colon",
        code: `
const encode = (text) => Buffer.from(text).toString("base64");
export const h = { Authorization: \`Basic \${encode(process.env.PLEO_API_KEY + ":")}\` };`,
      },
      {
        name: "encodes with a helper that adds the colon",
        code: `
const encode = (text) => Buffer.from(\`\${text}:\`).toString("base64");
export const h = { Authorization: \`Basic \${encode(process.env.PLEO_API_KEY)}\` };`,
      },
      {
        name: "ternary header",
        code: `
const key = process.env.PLEO_API_KEY;
export const h = (legacy) => ({ Authorization: legacy ? \`Bearer \${process.env.PLEO_LEGACY_TOKEN}\` : \`Basic \${btoa(\`\${key}:\`)}\` });`,
      },
      {
        name: "basic helper with object",
        code: `
const auth = (key: string) => ({ Authorization: \`Basic \${btoa(\`\${key}:\`)}\` });
export const a = () => fetch("https://openapi.pleo.io/v1/expenses", { headers: auth(process.env.PLEO_API_KEY ?? "") });`,
      },
    ],
    invalid: [
      {
        name: "raw key passed as param named Authorization",
        code: `
async function check(url: string, Authorization: string) {
  const res = await fetch(url, { headers: { Authorization } });
  return res.ok;
}
export const a = () => check("https://external.pleo.io/v1/introspect", process.env.PLEO_API_KEY ?? "");`,
        errors: [
          {
            messageId: "bare",
            line: 3,
            suggestions: [
              {
                messageId: "useBasic",
                output: `
async function check(url: string, Authorization: string) {
  const res = await fetch(url, { headers: { Authorization: \`Basic \${btoa(\`\${Authorization}:\`)}\` } });
  return res.ok;
}
export const a = () => check("https://external.pleo.io/v1/introspect", process.env.PLEO_API_KEY ?? "");`,
              },
            ],
          },
        ],
      },
      {
        name: "helper forgets the colon",
        code: `
const toBasic = (k) => "Basic " + Buffer.from(k).toString("base64");
export async function f() {
  const authorization = toBasic(process.env.PLEO_API_KEY);
  return fetch("https://external.pleo.io/v1/introspect", { headers: { authorization } });
}`,
        errors: [
          {
            messageId: "colon",
            line: 2,
            suggestions: [
              {
                messageId: "addColon",
                output: `
const toBasic = (k) => "Basic " + Buffer.from(\`\${k}:\`).toString("base64");
export async function f() {
  const authorization = toBasic(process.env.PLEO_API_KEY);
  return fetch("https://external.pleo.io/v1/introspect", { headers: { authorization } });
}`,
              },
            ],
          },
        ],
      },
      {
        name: "pair helper passed to basic, without colon",
        code: `
const pair = (user) => user.trim();
const basic = (text) => \`Basic \${btoa(text)}\`;
export const h = { Authorization: basic(pair(process.env.PLEO_API_KEY)) };`,
        errors: [
          {
            messageId: "colon",
            line: 3,
            suggestions: [
              {
                messageId: "addColon",
                output: `
const pair = (user) => user.trim();
const basic = (text) => \`Basic \${btoa(\`\${text}:\`)}\`;
export const h = { Authorization: basic(pair(process.env.PLEO_API_KEY)) };`,
              },
            ],
          },
        ],
      },
      {
        name: "superagent bearer",
        code: `
const request = require("superagent");
const key = process.env.PLEO_API_KEY;
request.get("https://external.pleo.io/v2/employees").auth(key, { type: "bearer" }).then(console.info);`,
        errors: [{ messageId: "scheme", line: 4 }],
      },
      {
        name: "superagent swapped",
        code: `
const request = require("superagent");
const key = process.env.PLEO_API_KEY;
request.get("https://external.pleo.io/v2/employees").auth("", key).then(console.info);`,
        errors: [{ messageId: "password", line: 4 }],
      },
      {
        name: "superagent agent with prefix",
        code: `
import superagent from "superagent";
const agent = superagent.agent().auth(process.env.PLEO_API_KEY, { type: "bearer" });
export const e = () => agent.get("https://external.pleo.io/v2/employees");`,
        errors: [{ messageId: "scheme", line: 3 }],
      },
      {
        name: "request auth bearer",
        code: `
const request = require("request");
request({ url: "https://external.pleo.io/v2/employees", auth: { bearer: process.env.PLEO_API_KEY } }, () => {});`,
        errors: [{ messageId: "scheme", line: 3 }],
      },
      {
        name: "request .auth bearer",
        code: `
const request = require("request");
request.get("https://external.pleo.io/v2/employees").auth(null, null, true, process.env.PLEO_API_KEY);`,
        errors: [{ messageId: "scheme", line: 3 }],
      },
      {
        name: "needle",
        code: `
const needle = require("needle");
needle("get", "https://external.pleo.io/v2/employees", { headers: { authorization: "Bearer " + process.env.PLEO_API_KEY } });`,
        errors: [
          {
            messageId: "scheme",
            line: 3,
            suggestions: [
              {
                messageId: "useBasic",
                output: `
const needle = require("needle");
needle("get", "https://external.pleo.io/v2/employees", { headers: { authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });`,
              },
            ],
          },
        ],
      },
      {
        name: "got username swapped",
        code: `
import got from "got";
export const c = got.extend({ prefixUrl: "https://external.pleo.io", username: "", password: process.env.PLEO_API_KEY });`,
        errors: [
          {
            messageId: "password",
            line: 3,
            suggestions: [
              {
                messageId: "swap",
                output: `
import got from "got";
export const c = got.extend({ prefixUrl: "https://external.pleo.io", username: process.env.PLEO_API_KEY, password: "" });`,
              },
            ],
          },
        ],
      },
      {
        name: "axios auth swapped",
        code: `
import axios from "axios";
export const c = axios.create({ baseURL: "https://external.pleo.io", auth: { username: "api", password: process.env.PLEO_API_KEY } });`,
        errors: [
          {
            messageId: "password",
            line: 3,
            suggestions: [
              {
                messageId: "swap",
                output: `
import axios from "axios";
export const c = axios.create({ baseURL: "https://external.pleo.io", auth: { username: process.env.PLEO_API_KEY, password: "" } });`,
              },
            ],
          },
        ],
      },
      {
        name: "axios defaults",
        code: `
import axios from "axios";
axios.defaults.baseURL = "https://external.pleo.io";
axios.defaults.headers.common["Authorization"] = \`Bearer \${process.env.PLEO_API_KEY}\`;`,
        errors: [
          {
            messageId: "scheme",
            line: 4,
            suggestions: [
              {
                messageId: "useBasic",
                output: `
import axios from "axios";
axios.defaults.baseURL = "https://external.pleo.io";
axios.defaults.headers.common["Authorization"] = \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`;`,
              },
            ],
          },
        ],
      },
      {
        name: "axios defaults bearer of instance",
        code: `
import axios from "axios";
const client = axios.create({ baseURL: "https://external.pleo.io" });
client.defaults.headers.common.Authorization = "Bearer " + process.env.PLEO_API_KEY;`,
        errors: [
          {
            messageId: "scheme",
            line: 4,
            suggestions: [
              {
                messageId: "useBasic",
                output: `
import axios from "axios";
const client = axios.create({ baseURL: "https://external.pleo.io" });
client.defaults.headers.common.Authorization = \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`;`,
              },
            ],
          },
        ],
      },
      {
        name: "ky hook",
        code: `
import ky from "ky";
export const client = ky.extend({ prefixUrl: "https://external.pleo.io", hooks: { beforeRequest: [(request) => { request.headers.set("Authorization", \`Bearer \${process.env.PLEO_API_KEY}\`); }] } });`,
        errors: [
          {
            messageId: "scheme",
            line: 3,
            suggestions: [
              {
                messageId: "useBasic",
                output: `
import ky from "ky";
export const client = ky.extend({ prefixUrl: "https://external.pleo.io", hooks: { beforeRequest: [(request) => { request.headers.set("Authorization", \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`); }] } });`,
              },
            ],
          },
        ],
      },
      {
        name: "new Request",
        code: `
const headers = new Headers();
headers.append("Authorization", process.env.PLEO_API_KEY ?? "");
export const f = () => fetch(new Request("https://external.pleo.io/v1/introspect", { headers }));`,
        errors: [
          {
            messageId: "bare",
            line: 3,
            suggestions: [
              {
                messageId: "useBasic",
                output: `
const headers = new Headers();
headers.append("Authorization", \`Basic \${btoa(\`\${process.env.PLEO_API_KEY ?? ""}:\`)}\`);
export const f = () => fetch(new Request("https://external.pleo.io/v1/introspect", { headers }));`,
              },
            ],
          },
        ],
      },
      {
        name: "Headers from pairs",
        code: `
const headers = new Headers([["authorization", \`token \${process.env.PLEO_API_KEY}\`]]);
export const f = () => fetch("https://external.pleo.io/v1/introspect", { headers });`,
        errors: [
          {
            messageId: "scheme",
            line: 2,
            suggestions: [
              {
                messageId: "useBasic",
                output: `
const headers = new Headers([["authorization", \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`]]);
export const f = () => fetch("https://external.pleo.io/v1/introspect", { headers });`,
              },
            ],
          },
        ],
      },
      {
        name: "octokit-like",
        code: `
import { PleoClient } from "@acme/pleo";
export const c = new PleoClient({ auth: \`Bearer \${process.env.PLEO_API_KEY}\`, baseUrl: "https://external.pleo.io" });`,
        errors: [{ messageId: "scheme", line: 3 }],
      },
      {
        name: "http auth colon missing",
        code: `
const https = require("node:https");
https.get({ hostname: "external.pleo.io", path: "/v1/introspect", auth: process.env.PLEO_API_KEY });`,
        errors: [{ messageId: "colon", line: 3 }],
      },
      {
        name: "bearer-token option of some libraries",
        code: `
import { createClient } from "@hey-api/client-fetch";
export const c = createClient({ baseUrl: "https://external.pleo.io", auth: () => \`Bearer \${process.env.PLEO_API_KEY}\` });`,
        errors: [
          {
            messageId: "scheme",
            line: 3,
            suggestions: [
              {
                messageId: "useBasic",
                output: `
import { createClient } from "@hey-api/client-fetch";
export const c = createClient({ baseUrl: "https://external.pleo.io", auth: () => \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` });`,
              },
            ],
          },
        ],
      },
      {
        name: "axios with bearerAuth chain",
        code: `
import request from "supertest-as-promised";
export const c = () => request("https://external.pleo.io").get("/v1/introspect").bearerAuth(process.env.PLEO_API_KEY);`,
        errors: [{ messageId: "scheme", line: 3 }],
      },
      {
        name: "wretch",
        code: `
import wretch from "wretch";
export const api = wretch("https://external.pleo.io").auth(\`Bearer \${process.env.PLEO_API_KEY}\`);`,
        errors: [{ messageId: "scheme", line: 3 }],
      },
      {
        name: "setHeader on request",
        code: `
const https = require("https");
const req = https.request("https://external.pleo.io/v1/introspect");
req.setHeader("Authorization", "Bearer " + process.env.PLEO_API_KEY);
req.end();`,
        errors: [
          {
            messageId: "scheme",
            line: 4,
            suggestions: [
              {
                messageId: "useBasic",
                output: `
const https = require("https");
const req = https.request("https://external.pleo.io/v1/introspect");
req.setHeader("Authorization", \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`);
req.end();`,
              },
            ],
          },
        ],
      },
      {
        name: "basic encodes with helper",
        code: `
const encode = (text) => Buffer.from(text).toString("base64");
export const h = { Authorization: \`Basic \${encode(process.env.PLEO_API_KEY)}\` };`,
        errors: [
          {
            messageId: "colon",
            line: 3,
            suggestions: [
              {
                messageId: "addColon",
                output: `
const encode = (text) => Buffer.from(text).toString("base64");
export const h = { Authorization: \`Basic \${encode(\`\${process.env.PLEO_API_KEY}:\`)}\` };`,
              },
            ],
          },
        ],
      },
    ],
  },
);

new RuleTester().run("require-basic-auth: near misses of helpers", requireBasicAuth, {
  valid: [
    {
      name: "axios auth for internal bearer",
      code: `
import axios from "axios";
export const c = axios.create({ baseURL: "https://gateway.acme.dev", headers: { Authorization: \`Bearer \${process.env.GATEWAY_TOKEN}\`, "x-pleo-company": process.env.PLEO_COMPANY_ID } });`,
    },
    {
      name: "bearer to own gateway, key of pleo",
      code: `
import request from "superagent";
export const c = () => request.get("https://gateway.acme.dev/pleo").auth(process.env.PLEO_GATEWAY_TOKEN, { type: "bearer" });`,
    },
    {
      name: "basic by two helpers of a class",
      code: `
class Auth { static encode(t) { return Buffer.from(t).toString("base64"); } static header(k) { return \`Basic \${Auth.encode(\`\${k}:\`)}\`; } }
export const f = () => fetch("https://external.pleo.io/v1/introspect", { headers: { Authorization: Auth.header(process.env.PLEO_API_KEY) } });`,
    },
    {
      name: "header in a map of headers param",
      code: `
function call(path, headers) { return fetch(\`https://external.pleo.io\${path}\`, { headers }); }
const auth = (key) => ({ Authorization: \`Basic \${Buffer.from(\`\${key}:\`).toString("base64")}\` });
export const x = () => call("/v1/introspect", auth(process.env.PLEO_API_KEY));`,
    },
  ],
  invalid: [],
});
