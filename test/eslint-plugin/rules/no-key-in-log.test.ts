import { noKeyInLog } from "../../../eslint-plugin/rules/no-key-in-log.ts";
import { exampleKey } from "../../support/keys.ts";
import { RuleTester } from "../rule-tester.ts";

const KEY = exampleKey();
const ENV = "process.env.PLEO_API_KEY";

/** What is said of one key on the first line, which the environment gives at once. */
function logged(sink: string, column: number, road = `\`${ENV}\` on line 1`) {
  return { errors: [{ messageId: "logged" as const, data: { sink, road }, line: 1, column }] };
}

new RuleTester().run("no-key-in-log", noKeyInLog, {
  invalid: [
    { code: `console.log(${ENV})`, ...logged("console.log", 13) },
    {
      code: "console.log(process.env.ACME_PLEO_API_KEY)",
      ...logged("console.log", 13, "`process.env.ACME_PLEO_API_KEY` on line 1"),
    },
    {
      code: "const { ACME_PLEO_API_KEY: key } = process.env; console.log(key)",
      ...logged(
        "console.log",
        61,
        "`key`, which comes from `process.env.ACME_PLEO_API_KEY` on line 1",
      ),
    },
    {
      code: "console.log(process.env)\nconst key = process.env.ACME_PLEO_API_KEY",
      ...logged("console.log", 13, "`process.env`, which holds `ACME_PLEO_API_KEY` on line 1"),
    },
    { code: `console.error("key", ${ENV})`, ...logged("console.error", 22) },
    { code: `console.table([{ key: ${ENV} }])`, ...logged("console.table", 15) },
    { code: `window.console.log(${ENV})`, ...logged("console.log", 20) },
    { code: `console.log.call(console, ${ENV})`, ...logged("console.log", 27) },
    { code: `console?.debug?.(${ENV})`, ...logged("console.debug", 18) },
    { code: `const { warn } = console; warn(${ENV})`, ...logged("console.warn", 32) },
    { code: `const print = console.log; print(${ENV})`, ...logged("console.log", 34) },
    { code: `process.stdout.write(${ENV} + "\\n")`, ...logged("process.stdout.write", 22) },
    { code: `process.stderr.write(${ENV})`, ...logged("process.stderr.write", 22) },
    { code: `logger.info({ key: ${ENV} }, "ready")`, ...logged("logger.info", 13) },
    { code: `log.verbose(\`key \${${ENV}}\`)`, ...logged("log.verbose", 13) },
    { code: `req.log.warn(${ENV})`, ...logged("req.log.warn", 14) },
    {
      code: `class A { f() { this.auditLogger.error(${ENV}) } }`,
      ...logged("this.auditLogger.error", 40),
    },
    {
      code: `import pino from "pino"; const out = pino(); out.info(${ENV})`,
      ...logged("out.info", 55),
    },
    { code: `const w = require("winston"); w.error(${ENV})`, ...logged("w.error", 39) },
    { code: `import { info as say } from "@actions/core"; say(${ENV})`, ...logged("say", 50) },
    {
      code: `import * as core from "@actions/core"; core.setFailed(${ENV})`,
      ...logged("core.setFailed", 55),
    },
    {
      code: `import * as core from "@actions/core"; core.summary.addRaw(${ENV})`,
      ...logged("core.summary.addRaw", 60),
    },
    {
      code: `import * as core from "@actions/core"; core.setOutput("key", ${ENV})`,
      ...logged("core.setOutput", 62),
    },
    {
      code: `import debug from "debug"; const d = debug("app"); d("%s", ${ENV})`,
      ...logged("d", 60),
    },
    { code: `import { log } from "./log"; log(${ENV})`, ...logged("log", 34) },
    { code: `function f(out: Logger) { out.info(${ENV}) }`, ...logged("out.info", 36) },
    { code: `logger.child({ key: ${ENV} })`, ...logged("logger.child", 14) },
    {
      code: `const child = root.child({}); root.logger.info(${ENV})`,
      ...logged("root.logger.info", 48),
    },
    { code: `console.log(new Error(${ENV}))`, ...logged("console.log", 13) },
    {
      name: "a literal",
      code: `console.log("${KEY}")`,
      ...logged("console.log", 13, "a literal on line 1"),
    },
    {
      code: `console.log(${ENV}, ${ENV})`,
      errors: [
        { messageId: "logged", column: 13 },
        { messageId: "logged", column: 39 },
      ],
    },
    {
      code: `import pino from "pino"; const l = pino({ redact: ["token"] }); l.info({ key: ${ENV} })`,
      ...logged("l.info", 72),
    },
    {
      code: `import pino from "pino"; const l = pino({ redact: ["pleo.id"] }); l.info({ pleo: { key: ${ENV} } })`,
      ...logged("l.info", 74),
    },
    {
      code: `out.put(${ENV}); out.tell(${ENV})`,
      settings: { pleo: { loggers: ["tell"] } },
      ...logged("out.tell", 45),
    },
    {
      code: `const key = ${ENV};\nconsole.log(key)`,
      errors: [
        {
          messageId: "logged",
          data: { sink: "console.log", road: `\`key\`, which comes from \`${ENV}\` on line 1` },
          line: 2,
          column: 13,
        },
      ],
    },
  ],
  valid: [
    "console.log(process.env.GITHUB_PLEO_TOKEN, import.meta.env.VITE_GITHUB_PLEO_TOKEN)",
    "console.log(process.env.PLEO_TOKEN_ENDPOINT)",
    "console.log(process.env.ACME_PLEO_KEY_ROTATION_INTERVAL)",
    "console.log(process.env.REDACTED_PLEO_API_KEY)",
    "console.log(import.meta.env.VITE_HAS_PLEO_API_KEY)",
    "console.log(process.env.HAS_PLEO_API_KEY)",
    "console.log(process.env.ACME_PLEO_API_KEY_ID)",
    "console.log(process.env.ACME_EMPLEO_API_KEY)",
    "console.log(process.env.FAKE_PLEO_API_KEY)",
    "console.log(INVALID_PLEO_API_KEY, errors.ACME_PLEO_API_KEY)",
    'console.log("PLEO_API_KEY is missing")',
    `console.log("key set:", Boolean(${ENV}))`,
    `console.log(${ENV}.slice(-4))`,
    `console.log(${ENV}?.length)`,
    `console.log(mask(${ENV}))`,
    `logger.info({ pleoKeyHint, pleoApiKeyId, company: config.pleo.companyId })`,
    "console.log(stripeApiKey) // pleo",
    "console.log(empleoApiKey)",
    `console.clear(${ENV})`.replace(ENV, ""),
    `fetch(url, { headers: { Authorization: ${ENV} } })`,
    `new PleoClient(${ENV})`,
    `Math.log(${ENV})`,
    `blog.info(${ENV})`,
    `catalog.warn(${ENV})`,
    `dialog.error(${ENV})`,
    `response.write(${ENV})`,
    `const console = { log() {} }; const out = { log: console }; out.put(${ENV})`,
    `import { debug } from "./maths"; debug.enable(${ENV})`,
    `core.setSecret(${ENV})`,
    'import * as core from "@actions/core"; core.setSecret(core.getInput("pleo-api-key"))',
    `import pino from "pino"; const l = pino({ redact: ["key"] }); l.info({ key: ${ENV} })`,
    `import pino from "pino"; const l = pino({ redact: { paths: ["*.key"] } }); l.info({ pleo: { key: ${ENV} } })`,
    `import pino from "pino"; const l = pino({ redact: ["pleo"] }).child({}); l.info({ pleo: { key: ${ENV} } })`,
    `logger.info("checked", { ok: ${ENV} !== undefined })`,
    `logger.info(createHash("sha256").update(${ENV}).digest("hex"))`,
    `const { log } = Math; log(${ENV})`,
    `function log(text) { return text } log(${ENV})`,
  ],
});
