import { noWrongHost } from "../../../eslint-plugin/rules/no-wrong-host.ts";
import { exampleKey } from "../../support/keys.ts";
import { RuleTester } from "../rule-tester.ts";

const KEY = exampleKey();
const ENV = "process.env.PLEO_API_KEY";
const PRODUCTION = "external.pleo.io";
const STAGING = "external.staging.pleo.io";

function basic(key: string): string {
  return `\`Basic \${btoa(\`\${${key}}:\`)}\``;
}

function send(url: string, key = ENV): string {
  return `fetch(${url}, { headers: { Authorization: ${basic(key)} } })`;
}

type MessageId = "elsewhere" | "foreign" | "environment" | "basic";

/** One report in the first line, with the suggestion that makes the program this one; `null` for none. */
function one(messageId: MessageId, column: number, output: string | null = null) {
  const suggestions = output === null ? [] : [{ messageId: "useHost" as const, output }];
  return [{ messageId, line: 1, column, suggestions }];
}

new RuleTester().run("no-wrong-host", noWrongHost, {
  valid: [
    // Where keys belong
    send(`"https://${PRODUCTION}/v1/introspect"`),
    send(`"https://${STAGING}/v1/introspect"`),
    send(`"https://EXTERNAL.Pleo.IO/v1"`),
    send(`"https://${PRODUCTION}:443/v1"`),
    send(`\`https://${PRODUCTION}/v1/\${id}\``),
    send("url"),
    send("`${process.env.PLEO_URL}/v1`"),
    send('"/api/pleo"'),
    // Where things are tried
    ...[
      "localhost:3000",
      "127.0.0.1:8080",
      "[::1]:8080",
      "0.0.0.0",
      "pleo.test",
      "api.localhost",
      "10.0.0.3",
      "192.168.1.7",
      "172.16.0.1",
      "pleo-simulator:8080",
      "host.docker.internal",
    ].map((host) => send(`"http://${host}/v1"`)),
    // Legacy tokens, where they belong
    `fetch("https://openapi.pleo.io/v1", { headers: { Authorization: \`Bearer \${process.env.PLEO_TOKEN}\` } })`,
    `fetch("https://openapi.pleo.io/v1", { headers: { Authorization: \`Bearer \${process.env.PLEO_API_TOKEN}\` } })`,
    `fetch("https://openapi.pleo.io/v1", { headers: { Authorization: \`Bearer \${legacyToken}\` } })`,
    `fetch("https://openapi.pleo.io/v1")`,
    // Client id and secret of OAuth
    'fetch("https://auth.pleo.io/oauth/token", { headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` } })',
    `open("https://app.pleo.io/access", ${ENV})`,
    // Environments that agree, or say nothing
    send(`"https://${PRODUCTION}/v1"`, "process.env.PLEO_PRODUCTION_API_KEY"),
    send(`"https://${PRODUCTION}/v1"`, "process.env.PLEO_PROD_KEY"),
    send(`"https://${STAGING}/v1"`, "process.env.PLEO_STAGING_API_KEY"),
    send(`"https://${PRODUCTION}/v1"`, "process.env.PLEO_TEST_API_KEY"),
    send(`"https://${STAGING}/v1"`, "process.env.PLEO_PRODUCT_API_KEY"),
    send(
      `live ? "https://${PRODUCTION}/v1" : "https://${STAGING}/v1"`,
      "(live ? process.env.PLEO_PROD_KEY : process.env.PLEO_STAGING_KEY)",
    ),
    send(
      `live ? "https://${PRODUCTION}/v1" : "https://${STAGING}/v1"`,
      "process.env.PLEO_STAGING_KEY",
    ),
    send(
      `"https://${PRODUCTION}/v1"`,
      "(live ? process.env.PLEO_PROD_KEY : process.env.PLEO_STAGING_KEY)",
    ),
    `const BASE = process.env.PLEO_URL ?? "https://${PRODUCTION}"; ${send("`${BASE}/v1`", "process.env.PLEO_STAGING_KEY")}`,
    `const HOSTS = { live: "https://${PRODUCTION}", staging: "https://${STAGING}" }; ${send("HOSTS[mode]", "process.env.PLEO_STAGING_KEY")}`,
    `const settings = { staging: { baseUrl: "https://${STAGING}", apiKey: process.env.PLEO_STAGING_KEY }, live: { baseUrl: "https://${PRODUCTION}", apiKey: process.env.PLEO_PROD_KEY } };`,
    // No key of Pleo's
    'fetch("https://example.com", { headers: { Authorization: `Bearer ${token}` } }); // pleo',
    'fetch("https://api.empleo.io", { headers: { Authorization: `Bearer ${process.env.EMPLEO_API_KEY}` } })',
    'fetch("https://openapi.pleo.io/v1", { headers: { Authorization: `Bearer ${token}` } })',
    // Not sent to prove who one is
    `const headers = () => ({ "X-Note": ${ENV} }); fetch("https://example.com/v1", { headers: headers() });`,
    `fetch("https://example.com", { headers: { "X-Kind": "pleo" } }); const key = ${ENV};`,
    `const settings = { url: "https://dashboard.example.com", pleoApiKey: ${ENV} };`,
    `const settings = { url: "https://openapi.pleo.io", other: "https://${PRODUCTION}" };`,
  ],
  invalid: [
    // Pleo's, for something else
    {
      code: send('"https://openapi.pleo.io/v1"'),
      errors: [
        {
          messageId: "elsewhere",
          line: 1,
          column: 7,
          data: {
            host: "openapi.pleo.io",
            right: PRODUCTION,
            purpose: "takes legacy tokens only",
            road: "`process.env.PLEO_API_KEY` on line 1",
          },
          suggestions: [{ messageId: "useHost", output: send(`"https://${PRODUCTION}/v1"`) }],
        },
      ],
    },
    {
      code: send('"https://openapi.staging.pleo.io/v1"'),
      errors: one("elsewhere", 7, send(`"https://${STAGING}/v1"`)),
    },
    {
      code: send('"https://api.pleo.io/v1"'),
      errors: one("elsewhere", 7, send(`"https://${PRODUCTION}/v1"`)),
    },
    {
      code: send('"https://auth.pleo.io/v1"'),
      errors: one("elsewhere", 7, send(`"https://${PRODUCTION}/v1"`)),
    },
    {
      code: send('"https://app.staging.pleo.io/v1"'),
      errors: one("elsewhere", 7, send(`"https://${STAGING}/v1"`)),
    },
    {
      code: send('"https://pleo.io/v1"'),
      errors: one("elsewhere", 7, send(`"https://${PRODUCTION}/v1"`)),
    },
    {
      code: send('"https://api.staging.pleo.io/v1"'),
      errors: one("elsewhere", 7, send(`"https://${STAGING}/v1"`)),
    },
    {
      code: send("`https://openapi.pleo.io/v1/${id}`"),
      errors: one("elsewhere", 7, send(`\`https://${PRODUCTION}/v1/\${id}\``)),
    },
    {
      code: `const BASE = "https://openapi.pleo.io"; ${send("`${BASE}/v1`")}`,
      errors: one("elsewhere", 47, `const BASE = "https://${PRODUCTION}"; ${send("`${BASE}/v1`")}`),
    },
    {
      code: `const BASE = "https://openapi.pleo.io"; ${send("BASE + '/v1'")}`,
      errors: one("elsewhere", 47, `const BASE = "https://${PRODUCTION}"; ${send("BASE + '/v1'")}`),
    },
    {
      name: "a literal key for another host",
      code: `fetch("https://openapi.pleo.io/v1", { headers: { Authorization: "Basic ${btoa(`${KEY}:`)}" } })`,
      errors: one(
        "elsewhere",
        7,
        `fetch("https://${PRODUCTION}/v1", { headers: { Authorization: "Basic ${btoa(`${KEY}:`)}" } })`,
      ),
    },
    {
      code: `fetch("https://openapi.pleo.io/v1", { headers: { Authorization: \`Bearer \${${ENV}}\` } })`,
      errors: one(
        "elsewhere",
        7,
        `fetch("https://${PRODUCTION}/v1", { headers: { Authorization: \`Bearer \${${ENV}}\` } })`,
      ),
    },
    {
      code: `axios.get("https://openapi.pleo.io/v1", { auth: { username: ${ENV}, password: "" } })`,
      errors: one(
        "elsewhere",
        11,
        `axios.get("https://${PRODUCTION}/v1", { auth: { username: ${ENV}, password: "" } })`,
      ),
    },
    {
      code: `import axios from "axios"; const api = axios.create({ baseURL: "https://openapi.pleo.io", headers: { Authorization: ${basic(ENV)} } }); api.get("/v1"); api.get("/v2");`,
      errors: one(
        "elsewhere",
        64,
        `import axios from "axios"; const api = axios.create({ baseURL: "https://${PRODUCTION}", headers: { Authorization: ${basic(ENV)} } }); api.get("/v1"); api.get("/v2");`,
      ),
    },
    {
      code: `import axios from "axios"; export default axios.create({ baseURL: "https://api.pleo.io", auth: { username: ${ENV}, password: "" } });`,
      errors: one(
        "elsewhere",
        67,
        `import axios from "axios"; export default axios.create({ baseURL: "https://${PRODUCTION}", auth: { username: ${ENV}, password: "" } });`,
      ),
    },
    {
      code: `https.get({ hostname: "openapi.pleo.io", path: "/v1", auth: \`\${${ENV}}:\` })`,
      errors: one(
        "elsewhere",
        23,
        `https.get({ hostname: "${PRODUCTION}", path: "/v1", auth: \`\${${ENV}}:\` })`,
      ),
    },
    {
      code: `fetch("https://openapi.pleo.io/v1", { headers: { "x-api-key": ${ENV} } })`,
      errors: one(
        "elsewhere",
        7,
        `fetch("https://${PRODUCTION}/v1", { headers: { "x-api-key": ${ENV} } })`,
      ),
    },
    {
      code: `const BASE = process.env.PLEO_URL ?? "https://openapi.pleo.io"; ${send("`${BASE}/v1`")}`,
      errors: one(
        "elsewhere",
        71,
        `const BASE = process.env.PLEO_URL ?? "https://${PRODUCTION}"; ${send("`${BASE}/v1`")}`,
      ),
    },
    {
      code: `const pleo = new PleoClient({ baseUrl: "https://openapi.pleo.io", apiKey: ${ENV} });`,
      errors: one(
        "elsewhere",
        40,
        `const pleo = new PleoClient({ baseUrl: "https://${PRODUCTION}", apiKey: ${ENV} });`,
      ),
    },
    {
      code: `class A { static BASE = "https://openapi.pleo.io"; f() { return ${send("A.BASE + '/v1'")} } }`,
      errors: one(
        "elsewhere",
        71,
        `class A { static BASE = "https://${PRODUCTION}"; f() { return ${send("A.BASE + '/v1'")} } }`,
      ),
    },
    {
      code: `enum Host { Api = "https://api.pleo.io" } ${send("`${Host.Api}/v1`")}`,
      errors: one(
        "elsewhere",
        49,
        `enum Host { Api = "https://${PRODUCTION}" } ${send("`${Host.Api}/v1`")}`,
      ),
    },
    {
      code: `const headers = () => ({ Authorization: ${basic(ENV)} }); fetch("https://example.com/v1", { headers: headers() });`,
      errors: one("foreign", 99),
    },
    // Basic authentication for tokens
    {
      code: 'fetch("https://openapi.pleo.io/v1", { headers: { Authorization: `Basic ${credentials}` } })',
      errors: one(
        "basic",
        7,
        `fetch("https://${PRODUCTION}/v1", { headers: { Authorization: \`Basic \${credentials}\` } })`,
      ),
    },
    // Not Pleo's
    { code: send('"https://example.com/v1"'), errors: one("foreign", 7) },
    {
      code: send('"https://proxy.example.com/https://external.pleo.io"'),
      errors: one("foreign", 7),
    },
    { code: send('"https://172.32.0.1/v1"'), errors: one("foreign", 7) },
    { code: send('"https://localhost.example.com/v1"'), errors: one("foreign", 7) },
    {
      code: send('"https://external.pleo.com/v1"'),
      errors: one("foreign", 7, send(`"https://${PRODUCTION}/v1"`)),
    },
    {
      code: send('"https://external.pleo.io.evil.example/v1"'),
      errors: one("foreign", 7, send(`"https://${PRODUCTION}/v1"`)),
    },
    {
      code: send('"https://external-pleo.io/v1"'),
      errors: one("foreign", 7, send(`"https://${PRODUCTION}/v1"`)),
    },
    { code: send('"https://external.pleo.io@evil.example/v1"'), errors: one("foreign", 7) },
    // The other environment's
    {
      code: send(`"https://${STAGING}/v1"`, "process.env.PLEO_PRODUCTION_API_KEY"),
      errors: [
        {
          messageId: "environment",
          line: 1,
          column: 7,
          data: {
            host: STAGING,
            right: PRODUCTION,
            keyEnvironment: "production",
            road: "`process.env.PLEO_PRODUCTION_API_KEY` on line 1",
          },
          suggestions: [
            {
              messageId: "useHost",
              output: send(`"https://${PRODUCTION}/v1"`, "process.env.PLEO_PRODUCTION_API_KEY"),
            },
          ],
        },
      ],
    },
    {
      code: send(`"https://${STAGING}/v1"`, "process.env.PLEO_PROD_KEY"),
      errors: one(
        "environment",
        7,
        send(`"https://${PRODUCTION}/v1"`, "process.env.PLEO_PROD_KEY"),
      ),
    },
    {
      code: send(`"https://${STAGING}/v1"`, "process.env.PLEO_LIVE_API_KEY"),
      errors: one(
        "environment",
        7,
        send(`"https://${PRODUCTION}/v1"`, "process.env.PLEO_LIVE_API_KEY"),
      ),
    },
    {
      code: send(`"https://${PRODUCTION}/v1"`, "process.env.PLEO_STAGING_API_KEY"),
      errors: one(
        "environment",
        7,
        send(`"https://${STAGING}/v1"`, "process.env.PLEO_STAGING_API_KEY"),
      ),
    },
    {
      code: send(`"https://${PRODUCTION}/v1"`, "process.env.PLEO_SANDBOX_KEY"),
      errors: one(
        "environment",
        7,
        send(`"https://${STAGING}/v1"`, "process.env.PLEO_SANDBOX_KEY"),
      ),
    },
    {
      code: send(`"https://${PRODUCTION}/v1"`, "pleoStagingKey"),
      errors: one("environment", 7, send(`"https://${STAGING}/v1"`, "pleoStagingKey")),
    },
    {
      code: `const pleo = createClient({ baseUrl: "https://${STAGING}", apiKey: process.env.PLEO_PROD_KEY });`,
      errors: one(
        "environment",
        38,
        `const pleo = createClient({ baseUrl: "https://${PRODUCTION}", apiKey: process.env.PLEO_PROD_KEY });`,
      ),
    },
    {
      code: `const pleo = createClient({ host: "${STAGING}", apiKey: process.env.PLEO_PROD_KEY });`,
      errors: one(
        "environment",
        35,
        `const pleo = createClient({ host: "${PRODUCTION}", apiKey: process.env.PLEO_PROD_KEY });`,
      ),
    },
  ],
});

new RuleTester().run("no-wrong-host: addresses in pieces", noWrongHost, {
  valid: [
    send(`\`https://${PRODUCTION}\${path}\``),
    send(`\`https://${PRODUCTION}\${path}\``, "process.env.PLEO_PROD_KEY"),
    send("`https://api${path}`"),
    send("`https://api.${domain}`"),
    send("`https://${name}.example.com/v1`"),
    send("`https://localhost${path}`"),
    `const urlOf = (path) => \`https://${PRODUCTION}/v1/\${path}\`; ${send('urlOf("tags")')}`,
    `const urlOf = (path) => BASE + path; ${send('urlOf("tags")')}`,
    `function urlOf(path) { if (path) return "https://openapi.pleo.io/v1"; return "https://${PRODUCTION}/v1"; } ${send("urlOf(a)")}`,
    `function* urlOf() { yield "https://openapi.pleo.io/v1"; } ${send("urlOf()")}`,
    `const urlOf = () => urlOf(); ${send("urlOf()")}`,
  ],
  invalid: [
    {
      code: send(`\`https://${PRODUCTION}\${path}\``, "process.env.PLEO_STAGING_KEY"),
      errors: one(
        "environment",
        7,
        send(`\`https://${STAGING}\${path}\``, "process.env.PLEO_STAGING_KEY"),
      ),
    },
    {
      code: send(`\`https://openapi.pleo.io\${path}?a=1\``),
      errors: one("elsewhere", 7, send(`\`https://${PRODUCTION}\${path}?a=1\``)),
    },
    { code: send("`https://api.example.com${path}/b`"), errors: one("foreign", 7) },
    {
      code: `const urlOf = (path) => \`https://openapi.pleo.io/v1/\${path}\`; ${send('urlOf("tags")')}`,
      errors: one(
        "elsewhere",
        25,
        `const urlOf = (path) => \`https://${PRODUCTION}/v1/\${path}\`; ${send('urlOf("tags")')}`,
      ),
    },
    {
      code: `class Urls { static of(path) { return "https://openapi.pleo.io/" + path; } } ${send("Urls.of(a)")}`,
      errors: one(
        "elsewhere",
        39,
        `class Urls { static of(path) { return "https://${PRODUCTION}/" + path; } } ${send("Urls.of(a)")}`,
      ),
    },
    {
      code: `const base = () => "https://openapi.pleo.io"; const urlOf = (path) => base() + path; ${send('urlOf("/v1")')}`,
      errors: one("elsewhere", 71),
    },
  ],
});
