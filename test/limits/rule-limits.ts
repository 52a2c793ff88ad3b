import { limitsOf, type Limit } from "./limit.ts";

/**
 * What stands on the pages of the rules under "What it does not see", word by word and in that order. A test holds the
 * two together.
 */

const PATH = "src/file.tsx";
const ENV = "process.env.PLEO_API_KEY";
const FROM_ELSEWHERE = 'import { value } from "./settings";';
const NAMED_FROM_ELSEWHERE = 'import { pleoApiKey } from "./settings";';
const half = (key: string): readonly [string, string] => [key.slice(0, 20), key.slice(20)];
const chopped = (key: string, size: number): string =>
  (key.match(new RegExp(`.{1,${size}}`, "g")) ?? []).map((piece) => `"${piece}"`).join(" + ");

const hardcoded = limitsOf("no-hardcoded-key", PATH);
const transport = limitsOf("no-insecure-transport", PATH);
const storage = limitsOf("no-key-in-browser-storage", PATH);
const client = limitsOf("no-key-in-client-code", PATH);
const error = limitsOf("no-key-in-error", PATH);
const log = limitsOf("no-key-in-log", PATH);
const publicEnv = limitsOf("no-key-in-public-env", PATH);
const response = limitsOf("no-key-in-response", PATH);
const telemetry = limitsOf("no-key-in-telemetry", PATH);
const url = limitsOf("no-key-in-url", PATH);
const host = limitsOf("no-wrong-host", PATH);
const basic = limitsOf("require-basic-auth", PATH);
const company = limitsOf("require-company-id", PATH);
const callers = limitsOf("no-company-id-from-request", PATH);
const shared = limitsOf("no-shared-client", PATH);
const session = limitsOf("no-key-in-session", PATH);

const TAGS = "https://external.pleo.io/v0/tag-groups?company_id=";
const WITH_KEY = `{ headers: { Authorization: "Basic " + btoa(${ENV} + ":") } }`;
const asks = (id: string): string => `fetch("${TAGS}" + ${id}, ${WITH_KEY});`;
const CLIENT = `const pleo = new PleoClient({ apiKey: ${ENV} });`;

export const RULE_LIMITS: readonly Limit[] = [
  hardcoded(
    "computed",
    'A key put together out of variables that change, members, function calls, `concat`, `+=`, `replace`, or JSX text next to `{"…"}`.',
    {
      samples: [
        (key) => `const a = { b: "${half(key)[0]}" }; use(a.b + "${half(key)[1]}");`,
        (key) => `use("${half(key)[0]}".concat("${half(key)[1]}"));`,
        (key) => `let k = "${half(key)[0]}"; k += "${half(key)[1]}"; use(k);`,
        (key) => `use("${half(key)[0]}#".replace("#", "${half(key)[1]}"));`,
        (key) => `const x = <p>${half(key)[0]}{"${half(key)[1]}"}</p>;`,
      ],
      unless: (key) => `use("${half(key)[0]}" + "${half(key)[1]}");`,
    },
  ),
  hardcoded("escaped", "A key behind the escapes of a regular expression, or of a name.", {
    samples: [
      (key) => `const x = /${key.replaceAll("_", "\\x5f")}/;`,
      (key) => `const ${key.replaceAll("_", "\\u005f")} = 1;`,
    ],
    unless: (key) => `const x = "${key.replaceAll("_", "\\x5f")}";`,
  }),
  hardcoded("encoded", "A key in hex, reversed, encrypted or compressed.", {
    samples: [
      (key) => `const x = "${Buffer.from(key).toString("hex")}";`,
      (key) => `const x = "${Array.from(key).reverse().join("")}";`,
    ],
    unless: (key) => `const x = "${btoa(key)}";`,
  }),
  hardcoded(
    "small-pieces",
    "A key cut into so many pieces that no literal of the file shows `pl[a-z]_`, a decimal digit with seven hex digits after it, or twelve characters of base64 that stand for them. Files without any of these and without escapes are searched once as a text and are done, at a cost that cannot be noticed.",
    {
      samples: [(key) => `use(${chopped(key, 3)});`],
      unless: (key) => `use(${chopped(key, 20)});`,
    },
  ),
  hardcoded(
    "shape",
    "A key glued to the end of a longer word, or of a shape that Pleo has not been seen to use.",
    {
      samples: [(key) => `use("x${key}");`, (key) => `use("pleo_live_${key.slice(4)}");`],
      unless: (key) => `use("x ${key}");`,
    },
  ),
  hardcoded(
    "other-files",
    "Other files than scripts without the preset `pleo/files`, files that the preset does not name, and what git keeps of earlier states.",
    "ESLint hands a rule no file that its configuration does not name, and nothing that git keeps.",
  ),

  transport(
    "elsewhere",
    "An address whose scheme or host comes from another file, from a function or from the environment.",
    {
      samples: [
        'import { HOST } from "./pleo"; fetch(`http://${HOST}/v1/vendors`);',
        "fetch(`http://${pleoHost()}/v1/vendors`);",
        "fetch(`http://${process.env.PLEO_HOST}/v1/vendors`);",
      ],
      unless: 'const HOST = "external.pleo.io"; fetch(`http://${HOST}/v1/vendors`);',
    },
  ),
  transport(
    "switch",
    "A switch in a file that shows no address of Pleo's, even if every request of the program goes through it.",
    {
      samples: ["export const agent = new https.Agent({ rejectUnauthorized: false });"],
      unless:
        'const agent = new https.Agent({ rejectUnauthorized: false }); https.get("https://external.pleo.io/v1/companies", { agent });',
    },
  ),
  transport(
    "outside",
    "What is set outside the program: a proxy, or `NODE_TLS_REJECT_UNAUTHORIZED` in a shell, a Dockerfile or a workflow.",
    "A rule sees programs only; the Action refuses to run with certificates unchecked.",
  ),

  storage(
    "wrapper",
    'Wrappers in other files, like `storage.save("pleo", key)`, unless their names say it: `saveToLocalStorage`.',
    {
      samples: [`import { storage } from "./storage"; storage.save("pleo", ${ENV});`],
      unless: `import { saveToLocalStorage } from "./storage"; saveToLocalStorage("pleo", ${ENV});`,
    },
  ),
  storage(
    "middleware",
    "State that is kept by a middleware, like `persist` of zustand's or redux-persist.",
    {
      samples: [
        `import { persist } from "zustand/middleware"; export const use = create(persist(() => ({ value: ${ENV} }), { name: "pleo" }));`,
      ],
      unless: `localStorage.setItem("pleo", ${ENV});`,
    },
  ),
  storage("electron", "What Electron's main process writes to files.", {
    samples: [
      `import { app } from "electron"; fs.writeFileSync(path.join(app.getPath("userData"), "pleo"), ${ENV});`,
    ],
    unless: `import { app } from "electron"; localStorage.setItem("pleo", ${ENV});`,
  }),

  client(
    "no-evidence",
    "Files without any evidence of their own that client code imports: name them in `settings.pleo.clientFiles`.",
    {
      samples: [`export const value = ${ENV};`],
      unless: `"use client"; export const value = ${ENV};`,
    },
  ),
  client(
    "build",
    "How a project is built: which folder becomes a bundle, and what a bundler replaces.",
    "A rule reads one file and runs no bundler; the scan of build output looks at what one has made.",
  ),
  client(
    "handed-over",
    "Keys that a server hands to a page, which `pleo/no-key-in-response` looks for.",
    {
      samples: [
        `export async function getServerSideProps() { return { props: { value: ${ENV} } }; }`,
      ],
      unless: `"use client"; export function Page() { return <p>{${ENV}}</p>; }`,
    },
  ),
  client(
    "function-elsewhere",
    "Functions of other files that give the key out, like `getPleoApiKey()`.",
    {
      samples: [
        '"use client"; import { getPleoApiKey } from "./settings"; export const value = getPleoApiKey();',
      ],
      unless:
        '"use client"; import { PLEO_API_KEY } from "./settings"; export const value = PLEO_API_KEY;',
    },
  ),

  error(
    "of-others",
    "Errors that others make of the key: those of HTTP clients often hold the request with its headers.",
    {
      samples: [
        `try { await axios.get(u, { headers: { Authorization: ${ENV} } }); } catch (error) { throw error; }`,
      ],
      unless: `throw new Error("no answer", { cause: { Authorization: ${ENV} } });`,
    },
  ),
  error(
    "unnamed",
    "Errors whose class is not named as one, and functions of other files that make errors, unless they are called `create…Error` or the like.",
    {
      samples: [
        `import { Failure } from "./failure"; throw new Failure(${ENV});`,
        `import { failure } from "./failure"; throw failure(${ENV});`,
      ],
      unless: `import { createPleoError } from "./failure"; throw createPleoError(${ENV});`,
    },
  ),
  error(
    "assertion",
    "The values that an assertion compares, though it prints them when they differ.",
    {
      samples: [`assert.equal(${ENV}, expected);`],
      unless: `assert.equal(actual, expected, ${ENV});`,
    },
  ),
  error(
    "another-file",
    "A key that gets there through another file, unless a name on the way says what it is.",
    {
      samples: [`${FROM_ELSEWHERE} throw new Error(value);`],
      unless: `${NAMED_FROM_ELSEWHERE} throw new Error(pleoApiKey);`,
    },
  ),

  log(
    "another-file",
    "A key that reaches the log through another file, unless a name on the way says what it is.",
    {
      samples: [`${FROM_ELSEWHERE} console.log(value);`],
      unless: `${NAMED_FROM_ELSEWHERE} console.log(pleoApiKey);`,
    },
  ),
  log(
    "function-elsewhere",
    "Functions of other files that log what they are given, unless they are called `log…` or stand in `settings.pleo.loggers`.",
    {
      samples: [`import { show } from "./show"; show(${ENV});`],
      unless: `import { logValue } from "./show"; logValue(${ENV});`,
    },
  ),
  log(
    "formats",
    "Formats by which winston and others hide values: name the function that makes them in `settings.pleo.sanitizers`.",
    {
      kind: "false alarm",
      samples: [
        `import winston from "winston"; const logger = winston.createLogger({ format: hideKeys() }); logger.info({ apiKey: ${ENV} });`,
      ],
      unless: `import pino from "pino"; const logger = pino({ redact: ["apiKey"] }); logger.info({ apiKey: ${ENV} });`,
    },
  ),

  publicEnv(
    "no-value",
    "In files that are no scripts: a name without a value, or with a sample of one (`VITE_PLEO_API_KEY=`, `VITE_PLEO_API_KEY=your-key`). Nothing is given away there, and where a script reads the name it is reported.",
    {
      path: ".env",
      samples: ["VITE_PLEO_API_KEY=\n", "VITE_PLEO_API_KEY=your-key\n"],
      unless: "VITE_PLEO_API_KEY=$KEY\n",
    },
  ),
  publicEnv(
    "documents",
    "In Markdown and other documents: any name. They tell of variables, and nothing follows from it.",
    {
      path: "README.md",
      samples: ["VITE_PLEO_API_KEY=$KEY\n"],
      unless: { path: "deploy.sh", text: () => "VITE_PLEO_API_KEY=$KEY\n" },
    },
  ),
  publicEnv(
    "unnamed",
    "A name that does not say that it holds a key of Pleo's: `VITE_API_KEY`. List its private part in `settings.pleo.keyNames`.",
    {
      samples: ["const key = import.meta.env.VITE_API_KEY; // pleo"],
      unless: "const key = import.meta.env.VITE_PLEO_API_KEY;",
    },
  ),
  publicEnv(
    "own-prefix",
    "A prefix that a project has made public by its own configuration, other than one that begins `PLEO`.",
    {
      path: "vite.config.ts",
      samples: ['export default { envPrefix: "ACME_" }; // ACME_PLEO_API_KEY'],
      unless: 'export default { envPrefix: "PLEO_" };',
    },
  ),
  publicEnv(
    "computed",
    "A name that is put together while the program runs, and the whole of `process.env` handed to a bundler in a file that does not name the key.",
    {
      path: "vite.config.ts",
      samples: [
        'const name = read(); const key = import.meta.env["VITE_" + name]; // PLEO_API_KEY',
        'export default { define: { "process.env": process.env } };',
      ],
      unless: `export default { define: { "process.env.PLEO_API_KEY": ${ENV} } };`,
    },
  ),

  response(
    "handler",
    "Handlers that nothing shows to be one: a function of one parameter that is neither exported, nor handed to a router, nor named or typed as one.",
    {
      samples: [`function go(x) { x.send(${ENV}); }`],
      unless: `app.get("/", (request, response) => { response.send(${ENV}); });`,
    },
  ),
  response(
    "component",
    "A server component that hands the key to another component: whether that one runs in a browser stands in its own file.",
    {
      path: "app/page.tsx",
      samples: [`export default async function Page() { return <Card value={${ENV}} />; }`],
      unless: `export default async function Page() { return <p>{${ENV}}</p>; }`,
    },
  ),
  response("session", "Sessions, and what middleware of other files sends.", {
    samples: [`app.get("/", (request, response) => { request.session.value = ${ENV}; });`],
    unless: `app.get("/", (request, response) => { response.json({ value: ${ENV} }); });`,
  }),
  response(
    "another-file",
    "A key that gets there through another file, unless a name on the way says what it is.",
    {
      samples: [
        `${FROM_ELSEWHERE} app.get("/", (request, response) => { response.json({ value }); });`,
      ],
      unless: `${NAMED_FROM_ELSEWHERE} app.get("/", (request, response) => { response.json({ pleoApiKey }); });`,
    },
  ),

  telemetry(
    "unknown-service",
    "Services that are neither named above nor called like one of them.",
    {
      samples: [`import watch from "acme-watch"; watch.send({ value: ${ENV} });`],
      unless: `import posthog from "posthog-js"; posthog.capture("asked", { value: ${ENV} });`,
    },
  ),
  telemetry(
    "collected",
    "What a service collects by itself: session recordings, request headers, local variables of a stack trace.",
    {
      samples: [
        `import * as Sentry from "@sentry/node"; Sentry.init({ includeLocalVariables: true }); function ask() { const key = ${ENV}; return send(key); }`,
      ],
      unless: `import * as Sentry from "@sentry/node"; Sentry.setExtra("key", ${ENV});`,
    },
  ),
  telemetry(
    "taken-out",
    "What a hook such as Sentry's `beforeSend` takes out again: such a call is reported all the same.",
    {
      kind: "false alarm",
      samples: [
        `import * as Sentry from "@sentry/node"; Sentry.init({ beforeSend: withoutKeys }); Sentry.setExtra("key", ${ENV});`,
      ],
      unless: `import * as Sentry from "@sentry/node"; Sentry.setExtra("key", maskKey(${ENV}));`,
    },
  ),
  telemetry(
    "another-file",
    "A key that gets there through another file, unless a name on the way says what it is.",
    {
      samples: [
        `${FROM_ELSEWHERE} import * as Sentry from "@sentry/node"; Sentry.setExtra("a", value);`,
      ],
      unless: `${NAMED_FROM_ELSEWHERE} import * as Sentry from "@sentry/node"; Sentry.setExtra("a", pleoApiKey);`,
    },
  ),

  url("built-elsewhere", 'URLs that functions of other files build: `buildUrl("/v1", { key })`.', {
    samples: [`import { buildUrl } from "./urls"; fetch(buildUrl("/v1", { key: ${ENV} }));`],
    unless: `fetch("https://example.test/v1?" + new URLSearchParams({ key: ${ENV} }));`,
  }),
  url(
    "replaced",
    'A key that takes the place of a mark in a text, unless a request or a link takes that: `"https://…?key=KEY".replace("KEY", key)`.',
    {
      samples: [`const address = "https://example.test/v1?key=KEY".replace("KEY", ${ENV});`],
      unless: `fetch("https://example.test/v1?key=".concat(${ENV}));`,
    },
  ),
  url(
    "relative",
    "A relative address with the key in its path, unless a request or a link takes it: `/files/${key}` may be a file's name.",
    {
      samples: [`const file = \`/files/\${${ENV}}\`;`],
      unless: `fetch(\`/files/\${${ENV}}\`);`,
    },
  ),
  url("received", "Keys that a server is sent in a URL: `req.query.key`.", {
    samples: [
      'app.get("/", (req, res) => { const pleoApiKey = req.query.key; ask(pleoApiKey); });',
    ],
    unless: 'app.get("/", (req, res) => { res.redirect(`/next?key=${req.query.pleoApiKey}`); });',
  }),

  host(
    "elsewhere",
    "A host that comes from the environment, from another file or from a parameter.",
    {
      samples: [
        `fetch(process.env.PLEO_HOST + "/v1/companies", { headers: { Authorization: ${ENV} } });`,
        `import { HOST } from "./pleo"; fetch(HOST + "/v1/companies", { headers: { Authorization: ${ENV} } });`,
        `const ask = (host) => fetch(host + "/v1/companies", { headers: { Authorization: ${ENV} } });`,
      ],
      unless: `const HOST = "https://app.pleo.io"; fetch(HOST + "/v1/companies", { headers: { Authorization: ${ENV} } });`,
    },
  ),
  host(
    "environment",
    "The environment of a key whose name does not tell it. Nothing in a key itself does for sure.",
    {
      samples: [
        `fetch("https://external.staging.pleo.io/v1/companies", { headers: { Authorization: ${ENV} } });`,
      ],
      unless:
        'fetch("https://external.staging.pleo.io/v1/companies", { headers: { Authorization: process.env.PLEO_PRODUCTION_API_KEY } });',
    },
  ),
  host("body", "A key in a body or a query; `pleo/no-key-in-url` looks at queries.", {
    samples: [
      `fetch("https://app.pleo.io/v1", { method: "POST", body: ${ENV} });`,
      `fetch("https://app.pleo.io/v1?key=" + ${ENV});`,
    ],
    unless: `fetch("https://app.pleo.io/v1", { method: "POST", headers: { "X-API-Key": ${ENV} } });`,
  }),

  basic(
    "header-elsewhere",
    "A header that a function of another file makes, and what such a function does with a key.",
    {
      samples: [
        `import { headersFor } from "./headers"; fetch("https://external.pleo.io/v1/companies", { headers: headersFor(${ENV}) });`,
      ],
      unless: `const headersFor = (key) => ({ Authorization: "Bearer " + key }); fetch("https://external.pleo.io/v1/companies", { headers: headersFor(${ENV}) });`,
    },
  ),
  basic(
    "other-encoders",
    "Base64 by functions other than `btoa`, `Buffer`, and those whose names say base64.",
    {
      samples: [
        `import { encode } from "./encode"; fetch("https://external.pleo.io/v1/companies", { headers: { Authorization: "Basic " + encode(${ENV}) } });`,
      ],
      unless: `fetch("https://external.pleo.io/v1/companies", { headers: { Authorization: "Basic " + btoa(${ENV}) } });`,
    },
  ),
  basic("in-address", "A key that is sent in an address; `pleo/no-key-in-url` is for that.", {
    samples: [`fetch("https://external.pleo.io/v1/companies?key=" + ${ENV});`],
    unless: `fetch("https://external.pleo.io/v1/companies", { headers: { Authorization: "Bearer " + ${ENV} } });`,
  }),

  company(
    "elsewhere",
    "A request that a function of another file sends, or one whose path is put together out of parameters that only other files give.",
    {
      samples: [
        `import { ask } from "./ask"; ask("https://external.pleo.io/v0/tag-groups");`,
        "const list = (path) => fetch(`https://external.pleo.io/v0/${path}`);",
      ],
      unless: 'fetch("https://external.pleo.io/v0/tag-groups");',
    },
  ),
  company(
    "right-id",
    "Whether the id is the right one, and whether the name stands deeper in a body than at its top.",
    {
      samples: ['fetch("https://external.pleo.io/v0/tag-groups?company_id=" + employeeId);'],
      unless: 'fetch("https://external.pleo.io/v0/tag-groups?employee_id=" + employeeId);',
    },
  ),
  company("unknown-endpoint", "Endpoints that are not in this package's catalogue.", {
    samples: ['fetch("https://external.pleo.io/v9/vendors:search", { method: "POST" });'],
    unless: 'fetch("https://external.pleo.io/v1/vendors:search", { method: "POST" });',
  }),

  callers(
    "elsewhere",
    "A request that a function of another file sends, and one whose key is put on there.",
    {
      samples: [
        `import { askPleo } from "./ask"; app.get("/", (req) => askPleo(req.query.companyId));`,
        `import { headers } from "./pleo"; app.get("/", (req) => fetch("${TAGS}" + req.query.id, { headers }));`,
      ],
      unless: `app.get("/", (req) => { ${asks("req.query.id")} });`,
    },
  ),
  callers("handed-back", "A value that a function of another file hands back.", {
    samples: [
      `import { pick } from "./pick"; app.get("/", (req) => { ${asks("pick(req.query)")} });`,
    ],
    unless: `app.get("/", (req) => { ${asks("String(req.query.id)")} });`,
  }),
  callers(
    "any-check",
    "Whether a check is the right one: every comparison, and every function that is given the value, counts as one.",
    {
      samples: [
        `app.get("/", (req) => { note(req.query.id); ${asks("req.query.id")} });`,
        `app.get("/", (req) => { if (req.query.id === req.query.other) return; ${asks("req.query.id")} });`,
      ],
      unless: `app.get("/", (req) => { note(req.query.limit); ${asks("req.query.id")} });`,
    },
  ),
  callers(
    "unknown-handler",
    "Handlers whose parameter is called and typed like nothing that a framework hands over.",
    {
      samples: [`app.get("/", (incoming) => { ${asks("incoming.query.id")} });`],
      unless: `app.get("/", (req) => { ${asks("req.query.id")} });`,
    },
  ),

  session(
    "elsewhere",
    "A session that comes from another file, and what a function of another file puts into one.",
    {
      samples: [
        `import { session } from "./session"; session.key = ${ENV};`,
        `import { remember } from "./session"; app.get("/", (req) => remember(req, ${ENV}));`,
      ],
      unless: `app.get("/", (req) => { req.session.key = ${ENV}; });`,
    },
  ),
  session("store", "A store behind a session that is written to directly, say Redis.", {
    samples: [`redis.set("session:1", JSON.stringify({ key: ${ENV} }));`],
    unless: `app.get("/", (req) => { req.session.set("key", ${ENV}); });`,
  }),
  session(
    "of-authorize",
    "What Auth.js puts into its token by itself, out of what `authorize` returns.",
    {
      samples: [
        `NextAuth({ providers: [Credentials({ authorize: () => ({ id: "1", key: ${ENV} }) })] });`,
      ],
      unless: `NextAuth({ callbacks: { jwt: ({ token }) => ({ ...token, key: ${ENV} }) } });`,
    },
  ),

  shared("elsewhere", "A client of another file, and what a function of another file does.", {
    samples: [
      `import { pleo } from "./pleo"; const f = (tenant) => pleo.tagGroups(tenant.companyId);`,
    ],
    unless: `${CLIENT} const f = (tenant) => pleo.tagGroups(tenant.companyId);`,
  }),
  shared("other-names", "Tenants that are called otherwise, say `organization` or `company`.", {
    samples: [
      `${CLIENT} const tagsOfTenants = (organization) => pleo.tagGroups(organization.companyId);`,
    ],
    unless: `${CLIENT} const tagsOfTenants = (tenant) => pleo.tagGroups(tenant.companyId);`,
  }),
  shared("fallback", "A shared key that stands in only where a tenant has none of its own.", {
    samples: [
      `const f = (tenant) => new PleoClient({ apiKey: tenant.pleoApiKey ?? ${ENV} }).tagGroups();`,
    ],
    unless: `const f = (tenant) => new PleoClient({ apiKey: ${ENV} }).tagGroups(tenant.companyId);`,
  }),
  shared("handed-on", "A client that is handed on as an argument.", {
    samples: [`${CLIENT} const f = (tenant) => syncTags(pleo, tenant);`],
    unless: `${CLIENT} const f = (tenant) => pleo.syncTags(tenant);`,
  }),
];
