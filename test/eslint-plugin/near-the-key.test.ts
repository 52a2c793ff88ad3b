import { describe, expect, test } from "vitest";
import type { rules } from "../../eslint-plugin/rules.ts";
import { lint } from "./lint.ts";

/** Code that has the key in its hands and lets nothing of it out, each beside its like that does. */
interface Pair {
  readonly rule: keyof typeof rules;
  readonly quiet: readonly string[];
  readonly told: readonly string[];
}

const SETTINGS = "const settings = { pleoApiKey: process.env.PLEO_API_KEY, port: 1 };\n";
const LODASH = `import _ from "lodash";\n${SETTINGS}`;
const RAMDA = `import * as R from "ramda";\n${SETTINGS}`;
const PLAIN = `{ pleoApiKey: "[hidden]" }`;
const HOST = "https://external.pleo.io";
const CLIENT = `import axios from "axios";
const client = axios.create({ baseURL: "${HOST}", auth: { username: process.env.PLEO_API_KEY, password: "" } });
`;
const ASK = '\nclient.get("/v0/tag-groups");';

const hooked = (lines: string): string =>
  `${CLIENT}client.interceptors.request.use((config) => { ${lines} return config; });${ASK}`;

const insecure = (line: string): string => `import https from "node:https";
const ask = (path) => fetch("${HOST}" + path);
const options = { hostname: "erp.example.com", rejectUnauthorized: false, headers: {} };
${line}
https.get(options, done);`;

const guarded = (middleware: string): string => `import express from "express";
const app = express();
app.get("/companies/:companyId/tags", ${middleware}, async (req, res) => {
  const headers = { Authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") };
  const found = await fetch(\`${HOST}/v0/tags?company_id=\${req.params.companyId}\`, { headers });
  res.json(await found.json());
});`;

const KEY = "process.env.PLEO_API_KEY";
const BASIC = `"Basic " + btoa(${KEY} + ":")`;
const OLD_CLASSES = `function Base(o) { this.key = o.key; }
function Stripe(o) { Base.call(this, o); }
util.inherits(Stripe, Base);
function Pleo(o) { Base.call(this, o); }
util.inherits(Pleo, Base);
`;
const OLD_CLIENT = "function Client(o) { this.key = o.pleoApiKey; }\n";
const SHOWN = `var c = new Client({ pleoApiKey: ${KEY} });\nconsole.log(JSON.stringify(c));`;

const asked = (company: string): string =>
  `fetch("${HOST}/v0/tag-groups?company_id=" + ${company}, { headers: { Authorization: ${BASIC} } })`;

const PAIRS: Readonly<Record<string, Pair>> = {
  "what libraries leave out": {
    rule: "no-key-in-log",
    quiet: [
      `${LODASH}console.log(_.omitBy(settings, (_value, name) => /key|secret/i.test(name)));`,
      `${LODASH}console.log(_.pickBy(settings, (_value, name) => name === "port"));`,
      `${LODASH}console.log(_.omit({ pleo: { apiKey: settings.pleoApiKey } }, "pleo.apiKey"));`,
      `${RAMDA}console.log(R.slice(-4, Infinity, settings.pleoApiKey));`,
    ],
    told: [
      `${LODASH}console.log(_.omit(settings, "port"));`,
      `${LODASH}console.log(_.omit({ pleo: { apiKey: settings.pleoApiKey } }, "pleo.url"));`,
      `${LODASH}console.log(_.cloneDeep(settings));`,
    ],
  },
  "what libraries write over": {
    rule: "no-key-in-log",
    quiet: [
      `${RAMDA}console.log(R.mergeRight(settings, ${PLAIN}));`,
      `${RAMDA}console.log(R.mergeLeft(${PLAIN}, settings));`,
      `${LODASH}console.log(_.assign({}, settings, ${PLAIN}));`,
      `${LODASH}console.log(_.merge({}, settings, ${PLAIN}));`,
    ],
    told: [
      `${RAMDA}console.log(R.mergeRight(${PLAIN}, settings));`,
      `${RAMDA}console.log(R.mergeLeft(settings, ${PLAIN}));`,
      `${LODASH}console.log(_.assign({}, ${PLAIN}, settings));`,
      `${LODASH}console.log(_.merge({}, settings, { port: 2 }));`,
    ],
  },
  "functions of one's own that are named like those of packages": {
    rule: "no-key-in-log",
    quiet: [
      `import { safeStringify } from "./redaction";\n${SETTINGS}console.log(safeStringify(settings));`,
      `import { serialize } from "~/log/redaction";\n${SETTINGS}console.log(serialize(settings));`,
    ],
    told: [
      `import safeStringify from "fast-safe-stringify";\n${SETTINGS}console.log(safeStringify(settings));`,
      `import { format } from "node:util";\n${SETTINGS}console.log(format(settings));`,
    ],
  },
  "tokens of injection, and flags": {
    rule: "no-key-in-log",
    quiet: [
      `import { inject } from "vue";\nimport { pleoKey } from "./keys";\nconst pleo = inject(pleoKey);\nconsole.log(pleo);`,
      `console.log(await ld.variation("new-pleo-api-key", user, false));`,
    ],
    told: [
      `import { inject } from "@angular/core";\nimport { PLEO_API_KEY } from "./tokens";\nconst key = inject(PLEO_API_KEY);\nconsole.log(key);`,
      `console.log(await ld.variation("pleo-api-key", user, ""));`,
    ],
  },
  "names that say that it is not the key": {
    rule: "no-key-in-log",
    quiet: [
      `export function Status({ pleoApiKey: hasKey }) { console.log("has key", hasKey); }`,
      `const { PLEO_API_KEY: isConfigured } = configuredVariables();\nconsole.log(isConfigured);`,
    ],
    told: [
      `export function Status({ pleoApiKey: value }) { console.log("key", value); }`,
      `const { PLEO_API_KEY: hash } = app.getEnvs();\nconsole.log(hash);`,
    ],
  },
  "what a logger is made with": {
    rule: "no-key-in-log",
    quiet: [
      `import pino from "pino";\n${SETTINGS}pino({ base: settings, redact: ["pleoApiKey"] });`,
    ],
    told: [`import pino from "pino";\n${SETTINGS}pino({ base: settings, redact: ["port"] });`],
  },
  "what assertions compare": {
    rule: "no-key-in-error",
    quiet: [
      `import { assertStringIncludes } from "@std/assert";\nassertStringIncludes(header, process.env.PLEO_API_KEY);`,
      `import { assertObjectMatch } from "@std/assert";\nassertObjectMatch(config, { pleoApiKey: process.env.PLEO_API_KEY });`,
      `import * as assert from "uvu/assert";\nassert.is(body.key, process.env.PLEO_API_KEY);\nassert.is.not(a, process.env.PLEO_API_KEY);`,
    ],
    told: [
      `import { assertStringIncludes } from "@std/assert";\nassertStringIncludes(header, "Basic", process.env.PLEO_API_KEY);`,
      `import * as assert from "uvu/assert";\nassert.is(a, b, process.env.PLEO_API_KEY);`,
      `import * as assert from "uvu/assert";\nassert.is.not(a, b, process.env.PLEO_API_KEY);`,
    ],
  },
  "hooks that may add the company": {
    rule: "require-company-id",
    quiet: [
      hooked("const params = (config.params ??= {}); Object.assign(params, scope());"),
      hooked("const query = config.params || (config.params = {}); query[SCOPE] = id;"),
      hooked("config.transformRequest = [(data) => ({ ...data, ...SCOPE })];"),
    ],
    told: [
      hooked('config.headers["x-request-id"] = id;'),
      hooked("config.params = { ...config.params, limit: 10 };"),
    ],
  },
  "options for somebody else": {
    rule: "no-insecure-transport",
    quiet: [
      insecure('options.headers["x-id"] = id;'),
      insecure('console.log("asking", options.hostname);'),
    ],
    told: [insecure("register(options);"), insecure(`fetch("${HOST}", options);`)],
  },
  "copies of what is no request": {
    rule: "no-key-in-url",
    quiet: [`${SETTINGS}const made = template.clone({ params: settings });`],
    told: [
      `import { HttpRequest } from "@angular/common/http";\n${SETTINGS}export const intercept = (request, next) => next(request.clone({ setParams: { key: settings.pleoApiKey } }));`,
    ],
  },
  "middleware whose name says nothing": {
    rule: "no-company-id-from-request",
    quiet: ["tenantMiddleware", "tenantContext", "requireTenant"].map(guarded),
    told: ["resolveTenant", "tenantOf", "attachTenantContext"].map(guarded),
  },
  "who signs in with a password": {
    rule: "no-key-in-log",
    quiet: [
      `import axios from "axios";\nconst person = prompt();\naxios.post("https://auth.pleo.io/oauth/token", body, { auth: { username: person, password: pass } });\nconsole.log(person);`,
    ],
    told: [
      `import axios from "axios";\nconst person = prompt();\naxios.get("${HOST}/v1/employees", { auth: { username: person, password: "" } });\nconsole.log(person);`,
    ],
  },
  "what is handed on to who comes next": {
    rule: "no-key-in-error",
    quiet: [
      `client.use(async (request, context, next) => next({ ...request, headers: { Authorization: ${BASIC} } }));`,
      `function each(set) { set(null, 1); set({ pleoApiKey: ${KEY} }); }`,
    ],
    told: [
      `app.use((req, res, next) => next({ status: 500, key: ${KEY} }));`,
      `app.use((error, req, res, next) => next({ ...error, key: ${KEY} }));`,
      `function load(cb) { cb(null, 1); cb({ pleoApiKey: ${KEY} }); }`,
    ],
  },
  "what is found or made under the name of a key": {
    rule: "no-key-in-log",
    quiet: [
      `const token = await page.locator("pleoApiKey");\nconsole.log(token);`,
      `const key = await screen.findByLabelText("pleoApiKey");\nconsole.log(key);`,
      `const token = await slugify("pleoApiKey");\nconsole.log(token);`,
    ],
    told: [`const token = await hent("pleoApiKey");\nconsole.log(token);`],
  },
  "children of an old class": {
    rule: "no-key-in-log",
    quiet: [
      `${OLD_CLASSES}var p = new Pleo({ key: ${KEY} });\nvar s = new Stripe({ key: "x" });\nconsole.log(s.key);`,
      `${OLD_CLIENT}Client.prototype.toJSON = function () { return {}; };\n${SHOWN}`,
    ],
    told: [
      `${OLD_CLASSES}var p = new Pleo({ key: ${KEY} });\nconsole.log(p.key);`,
      `${OLD_CLIENT}${SHOWN}`,
    ],
  },
  "replies of what is no server": {
    rule: "no-key-in-response",
    quiet: [`bus.on("key", (request, reply) => reply({ pleoApiKey: ${KEY} }));`],
    told: [
      `module.exports.route = { method: "GET", path: "/", handler: (request, reply) => reply(${KEY}) };`,
      `exports.key = function (request, reply) { reply(${KEY}); };`,
    ],
  },
  "what only looks like a resolver": {
    rule: "no-company-id-from-request",
    quiet: [
      `const Query = { byCompany: async (client, companyId) => ${asked("companyId")} };`,
      `export const loader = { name: "tags", args: ["company"], resolve(loader, { company }) { return ${asked("company")}; } };`,
    ],
    told: [
      `const Query = { byCompany: async (root, { companyId }) => ${asked("companyId")} };`,
      `export const field = { args: { company: { type: ID } }, resolve: async (root, args) => ${asked("args.company")} };`,
    ],
  },
  "databases of a server, and what was read from one": {
    rule: "no-key-in-browser-storage",
    quiet: [
      `import PouchDB from "pouchdb";\nconst db = new PouchDB(process.env.COUCH);\ndb.put({ pleoApiKey: ${KEY} });`,
      `import { get } from "idb-keyval";\nfunction cached(name) { return get(name); }\nconst tags = await cached("tags");\ntags.set("x", ${KEY});`,
    ],
    told: [
      `import PouchDB from "pouchdb";\nconst db = new PouchDB("desk");\ndb.put({ pleoApiKey: ${KEY} });`,
      `import { set } from "idb-keyval";\nawait set("x", ${KEY});`,
      `import { openDB } from "idb";\nasync function desk() { return openDB("x"); }\nconst db = await desk();\ndb.put("a", { pleoApiKey: ${KEY} });`,
    ],
  },
  "what a generator yields on its way": {
    rule: "no-key-in-log",
    quiet: [
      `function* load() { const key = ${KEY}; yield call(check, key); yield key; return key.length; }\nfunction* main() { const n = yield* load(); console.log(n); }`,
    ],
    told: [
      `function* load(k) { yield call(check); return k; }\nfunction* main() { const k = yield* load(${KEY}); console.log(k); }`,
    ],
  },
};

describe.each(Object.entries(PAIRS))("%s", (_, { rule, quiet, told }) => {
  test.each(quiet.map((code, place) => [place, code] as const))("is fine (%i)", (_place, code) => {
    expect(lint(code, { rule })).toEqual([]);
  });

  test.each(told.map((code, place) => [place, code] as const))("is told (%i)", (_place, code) => {
    expect(lint(code, { rule })).not.toEqual([]);
  });
});

test("a key under a new name is called as it was", () => {
  const [report] = lint(
    `export function Status({ pleoApiKey: value }) { console.log("key", value); }`,
    { rule: "no-key-in-log" },
  );
  expect(report?.message).toContain("by `console.log`: `pleoApiKey` on line 1.");
});
