import { noInsecureTransport } from "../../../eslint-plugin/rules/no-insecure-transport.ts";
import { RuleTester } from "../rule-tester.ts";

const HOST = "external.pleo.io";
const TALKS = `fetch("https://${HOST}/v1/introspect");`;
const EXTERNAL = { host: HOST, scheme: "http", secure: "https" };

function plain(line: number, column: number, data: Readonly<Record<string, string>> = EXTERNAL) {
  return [{ messageId: "plain" as const, line, column, data }];
}

function unchecked(name: string, line: number, column: number) {
  return [{ messageId: "unchecked" as const, line, column, data: { name } }];
}

new RuleTester().run("no-insecure-transport: addresses", noInsecureTransport, {
  valid: [
    `fetch("https://${HOST}/v1/introspect")`,
    `new WebSocket("wss://${HOST}/events")`,
    `const host = "${HOST}"; fetch(\`https://\${host}/v1\`)`,
    // Not Pleo's
    'fetch("http://localhost:3000/pleo.io")',
    'fetch("http://127.0.0.1/?for=external.pleo.io")',
    'fetch("http://pleo.io.example/")',
    'fetch("http://external.pleo.io.evil.example/")',
    'fetch("http://myexternal.pleo.io/")',
    'fetch("http://empleo.io/")',
    'fetch("http://external-pleo.io/")',
    'fetch("http://pleo.io/")',
    'fetch("http://evil.example/http://external.pleo.io")',
    `fetch("http://${HOST}@evil.example/")`,
    'const a = "http://www.w3.org/2000/svg"; const b = "pleo.io";',
    // Not an address that is used
    `// http://${HOST}/v1 is what nobody should call.`,
    `const text = "Never call http://${HOST}/v1.";`,
    `if (url.startsWith("http://${HOST}")) fail();`,
    `const safe = url.replace("http://${HOST}", "https://${HOST}");`,
    `if (url === "http://${HOST}") fail();`,
    `switch (url) { case "http://${HOST}": fail(); }`,
    `console.warn("http://${HOST} is not allowed");`,
    `throw new Error("http://${HOST} is not allowed");`,
    `expect(url).not.toBe("http://${HOST}");`,
    {
      code: `<a xmlns="http://${HOST}/ns" />`,
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    // Not known
    `const scheme = pick(); fetch(\`\${scheme}://${HOST}/v1\`)`,
    "fetch(`http://${host}/v1`); // pleo.io",
    `const a = "ftp://${HOST}";`,
    `import https from "https"; https.get({ hostname: "${HOST}", path: "/v1" })`,
    'import http from "http"; http.get({ hostname: "pleo.io.example", path: "/v1" })',
    `import http from "http"; http.get({ protocol: "https:", hostname: "${HOST}" })`,
  ],
  invalid: [
    {
      code: `fetch("http://${HOST}/v1/introspect")`,
      errors: plain(1, 7),
      output: `fetch("https://${HOST}/v1/introspect")`,
    },
    {
      code: `const a = 'http://${HOST}';`,
      errors: plain(1, 11),
      output: `const a = 'https://${HOST}';`,
    },
    {
      code: `const a = \`http://${HOST}\`;`,
      errors: plain(1, 11),
      output: `const a = \`https://${HOST}\`;`,
    },
    {
      code: `const a = "HTTP://External.Pleo.IO/";`,
      errors: plain(1, 11),
      output: `const a = "https://External.Pleo.IO/";`,
    },
    {
      code: `const a = { base: "http://external.staging.pleo.io" };`,
      errors: plain(1, 19, { ...EXTERNAL, host: "external.staging.pleo.io" }),
      output: `const a = { base: "https://external.staging.pleo.io" };`,
    },
    {
      code: `fetch("http://openapi.pleo.io/v1")`,
      errors: plain(1, 7, { ...EXTERNAL, host: "openapi.pleo.io" }),
      output: `fetch("https://openapi.pleo.io/v1")`,
    },
    {
      code: `fetch("http://auth.pleo.io/oauth/token")`,
      errors: plain(1, 7, { ...EXTERNAL, host: "auth.pleo.io" }),
      output: `fetch("https://auth.pleo.io/oauth/token")`,
    },
    {
      code: `new WebSocket("ws://${HOST}/events")`,
      errors: plain(1, 15, { host: HOST, scheme: "ws", secure: "wss" }),
      output: `new WebSocket("wss://${HOST}/events")`,
    },
    {
      code: `fetch(\`http://${HOST}/v1/\${id}\`)`,
      errors: plain(1, 7),
      output: `fetch(\`https://${HOST}/v1/\${id}\`)`,
    },
    {
      code: `fetch("http://${HOST}/v1/" + id)`,
      errors: plain(1, 7),
      output: `fetch("https://${HOST}/v1/" + id)`,
    },
    {
      code: `const base = process.env.PLEO_URL ?? "http://${HOST}";`,
      errors: plain(1, 38),
      output: `const base = process.env.PLEO_URL ?? "https://${HOST}";`,
    },
    {
      code: `const a = live ? "http://${HOST}" : "https://${HOST}";`,
      errors: plain(1, 18),
      output: `const a = live ? "https://${HOST}" : "https://${HOST}";`,
    },
    {
      code: `const BASE = "http://${HOST}";\nfetch(\`\${BASE}/v1\`); fetch(BASE + "/v2"); fetch(new URL("/v3", BASE));`,
      errors: plain(1, 14),
      output: `const BASE = "https://${HOST}";\nfetch(\`\${BASE}/v1\`); fetch(BASE + "/v2"); fetch(new URL("/v3", BASE));`,
    },
    {
      code: `const host = "${HOST}";\nfetch(\`http://\${host}/v1\`);`,
      errors: plain(2, 7),
      output: `const host = "${HOST}";\nfetch(\`https://\${host}/v1\`);`,
    },
    {
      code: `const host = "${HOST}";\nfetch("http://" + host + "/v1");`,
      errors: plain(2, 7),
      output: `const host = "${HOST}";\nfetch("https://" + host + "/v1");`,
    },
    {
      code: `const scheme = "http";\nfetch(\`\${scheme}://${HOST}/v1\`);`,
      errors: plain(2, 7),
      output: null,
    },
    // Whatever answers there may not know the other.
    { code: `fetch("http://${HOST}:8080/v1")`, errors: plain(1, 7), output: null },
    {
      code: `fetch("http://user@${HOST}/v1")`,
      errors: plain(1, 7),
      output: `fetch("https://user@${HOST}/v1")`,
    },
    {
      code: `import http from "http"; http.get({ hostname: "${HOST}", path: "/v1" })`,
      errors: plain(1, 26),
      output: null,
    },
    {
      code: `import { request } from "node:https"; request({ protocol: "http:", host: "${HOST}" })`,
      errors: plain(1, 39),
      output: null,
    },
    {
      code: `<a href="http://${HOST}" />`,
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
      errors: plain(1, 9),
      output: `<a href="https://${HOST}" />`,
    },
    {
      code: `const a = ["http://${HOST}", "http://app.pleo.io"];`,
      errors: [...plain(1, 12), ...plain(1, 39, { ...EXTERNAL, host: "app.pleo.io" })],
      output: `const a = ["https://${HOST}", "https://app.pleo.io"];`,
    },
  ],
});

new RuleTester().run("no-insecure-transport: certificates", noInsecureTransport, {
  valid: [
    `${TALKS} new https.Agent({ rejectUnauthorized: true })`,
    `${TALKS} new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === "production" })`,
    `${TALKS} new https.Agent({ rejectUnauthorized })`,
    `${TALKS} new https.Agent({ ca })`,
    `${TALKS} process.env.NODE_TLS_REJECT_UNAUTHORIZED = "1";`,
    `${TALKS} delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;`,
    `${TALKS} if (process.env.NODE_TLS_REJECT_UNAUTHORIZED === "0") fail();`,
    `${TALKS} new https.Agent({ checkServerIdentity: (host, cert) => check(host, cert) })`,
    `${TALKS} new https.Agent({ checkServerIdentity: () => { throw new Error("no"); } })`,
    `${TALKS} const a = { strict: false, ssl: false };`,
    // Nothing here talks to Pleo
    "new https.Agent({ rejectUnauthorized: false })",
    'process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"; // pleo.io',
    'fetch("https://pleo.io.example"); new https.Agent({ rejectUnauthorized: false })',
    // Something else does
    `${TALKS} new Pool({ ssl: { rejectUnauthorized: false } })`,
    `${TALKS} const ssl = { rejectUnauthorized: false }; new Pool({ ssl })`,
    `${TALKS} nodemailer.createTransport({ tls: { rejectUnauthorized: false } })`,
    `${TALKS} axios.get("https://intranet.example", { httpsAgent: new https.Agent({ rejectUnauthorized: false }) })`,
    `${TALKS} const agent = new https.Agent({ rejectUnauthorized: false });\nfetch("https://intranet.example", { agent });`,
    `${TALKS} const api = axios.create({ baseURL: "https://intranet.example", httpsAgent: new https.Agent({ rejectUnauthorized: false }) });\napi.get("/a");`,
  ],
  invalid: [
    {
      code: `fetch("https://${HOST}/v1", { agent: new https.Agent({ rejectUnauthorized: false }) })`,
      errors: unchecked("rejectUnauthorized", 1, 65),
    },
    {
      code: `const agent = new https.Agent({ rejectUnauthorized: false });\nfetch("https://${HOST}/v1", { agent });`,
      errors: unchecked("rejectUnauthorized", 1, 33),
    },
    {
      code: `const options = { rejectUnauthorized: false };\nconst agent = new https.Agent(options);\naxios.get("https://${HOST}/v1", { httpsAgent: agent });`,
      errors: unchecked("rejectUnauthorized", 1, 19),
    },
    {
      code: `const agent = new https.Agent({ rejectUnauthorized: false });\nfetch("https://intranet.example", { agent });\nfetch("https://${HOST}", { agent });`,
      errors: unchecked("rejectUnauthorized", 1, 33),
    },
    {
      code: `const agent = new https.Agent({ rejectUnauthorized: false });\nfetch(url, { agent });\n${TALKS}`,
      errors: unchecked("rejectUnauthorized", 1, 33),
    },
    {
      code: `const api = axios.create({ baseURL: "https://${HOST}", httpsAgent: new https.Agent({ rejectUnauthorized: false }) });`,
      errors: unchecked("rejectUnauthorized", 1, 95),
    },
    {
      code: `https.request({ hostname: "${HOST}", rejectUnauthorized: false })`,
      errors: unchecked("rejectUnauthorized", 1, 47),
    },
    {
      code: `import { Agent, setGlobalDispatcher } from "undici";\nsetGlobalDispatcher(new Agent({ connect: { rejectUnauthorized: false } }));\n${TALKS}`,
      errors: unchecked("rejectUnauthorized", 2, 44),
    },
    {
      code: `https.globalAgent.options.rejectUnauthorized = false;\n${TALKS}`,
      errors: unchecked("rejectUnauthorized", 1, 1),
    },
    {
      code: `const CHECK = false;\nfetch("https://${HOST}", { agent: new Agent({ rejectUnauthorized: CHECK }) })`,
      errors: unchecked("rejectUnauthorized", 2, 56),
    },
    {
      code: `new Agent({ "rejectUnauthorized": !1 });\n${TALKS}`,
      errors: unchecked("rejectUnauthorized", 1, 13),
    },
    {
      code: `process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";\n${TALKS}`,
      errors: unchecked("NODE_TLS_REJECT_UNAUTHORIZED", 1, 1),
    },
    {
      code: `process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = 0;\n${TALKS}`,
      errors: unchecked("NODE_TLS_REJECT_UNAUTHORIZED", 1, 1),
    },
    {
      code: `spawn("node", ["sync.js"], { env: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } });\nconst host = "${HOST}";`,
      errors: unchecked("NODE_TLS_REJECT_UNAUTHORIZED", 1, 37),
    },
    {
      code: `request({ url: "https://${HOST}", strictSSL: false })`,
      errors: unchecked("strictSSL", 1, 44),
    },
    {
      code: `https.get("https://${HOST}", { checkServerIdentity: () => undefined })`,
      errors: unchecked("checkServerIdentity", 1, 41),
    },
    {
      code: `https.get("https://${HOST}", { checkServerIdentity() {} })`,
      errors: unchecked("checkServerIdentity", 1, 41),
    },
    {
      code: `https.get("https://${HOST}", { checkServerIdentity: function () { return null; } })`,
      errors: unchecked("checkServerIdentity", 1, 41),
    },
  ],
});
