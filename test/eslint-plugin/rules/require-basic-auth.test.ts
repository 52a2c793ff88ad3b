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
    { name: "a literal after Bearer", code: pleo(`"Bearer ${KEY}"`), errors: one("scheme", 77) },
    { name: "a literal after Basic", code: pleo(`"Basic ${KEY}"`), errors: one("unencoded", 77) },
    { name: "a bare literal", code: pleo(`"${KEY}"`), errors: one("bare", 77) },
    {
      name: "a literal under a name",
      code: `const key = "${KEY}"; ${pleo("`Bearer ${key}`")}`,
      errors: [{ messageId: "scheme", line: 1 }],
    },
    {
      name: "a literal that is fallen back to",
      code: pleo(`\`Bearer \${${ENV} ?? "${KEY}"}\``),
      errors: one("scheme", 77),
    },
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
