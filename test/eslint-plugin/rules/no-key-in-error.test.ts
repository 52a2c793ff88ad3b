import { noKeyInError } from "../../../eslint-plugin/rules/no-key-in-error.ts";
import { exampleKey } from "../../support/keys.ts";
import { marked } from "../marked.ts";
import { RuleTester } from "../rule-tester.ts";

const KEY = "process.env.PLEO_API_KEY";
const LITERAL = exampleKey();

const held: readonly string[] = [
  // Errors that are made
  `throw new Error(«\`Pleo refused \${${KEY}}\`»);`,
  `const error = new Error(«"Pleo refused " + ${KEY}»);`,
  `throw Error(«\`refused \${${KEY}}\`»);`,
  `throw new TypeError(«${KEY}»);`,
  `throw new Error("refused", «{ cause: ${KEY} }»);`,
  `throw new Error("refused", «{ cause: { headers: { Authorization: ${KEY} } } }»);`,
  `throw new AggregateError(errors, «\`refused \${${KEY}}\`»);`,
  `throw new PleoError("refused", 401, «{ apiKey: ${KEY} }»);`,
  `throw new errors.ActivationError(«JSON.stringify({ key: ${KEY} })»);`,
  `throw new GraphQLError("refused", «{ extensions: { key: ${KEY} } }»);`,
  `import { UnauthorizedException } from "@nestjs/common"; throw new UnauthorizedException(«\`refused \${${KEY}}\`»);`,
  `throw new DOMException(«${KEY}»);`,
  `callback(new Error(«\`refused \${${KEY}}\`»));`,
  `next(new Error(«\`refused \${${KEY}}\`»));`,
  `new Promise((resolve, reject) => reject(new Error(«${KEY}»)));`,
  `throw cause ? new Error(«${KEY}», { cause }) : cause;`,
  `throw new Error(«"Wrong key: ${LITERAL}"»);`,
  `throw new Error(«\`refused \${${KEY}.slice(0, 10)}\`»);`,
  `throw new Error(«\`refused \${btoa(${KEY})}\`»);`,
  `function createPleoError(key) { return new Error(«\`refused \${key}\`»); } throw createPleoError(${KEY});`,
  `const createPleoError = (key) => new Error(«key»); throw createPleoError(${KEY});`,
  `function fail(key) { throw new Error(«\`refused \${key}\`»); } fail(${KEY});`,
  `const message = (key) => \`refused \${key}\`; throw new Error(«message(${KEY})»);`,
  `throw new Error(«\`\${${KEY}} \${${KEY}}\`», { cause: ${KEY} });`,
  `throw new z.ZodError(«[{ message: ${KEY} }]»);`,
  // All that is kept under Pleo's name, whose type says what is in it
  `interface PleoConfig { apiKey: string } const pleo = config.getOrThrow<PleoConfig>("pleo"); throw new Error(«JSON.stringify(pleo)»);`,
  `type PleoSettings = { token: string }; const all = config.get<PleoSettings>("app.pleo"); throw new Error(«"bad " + JSON.stringify(all)»);`,
  `const pleo = config.get<{ pleoApiKey: string }>("pleo"); throw new Error("bad", «{ cause: pleo }»);`,
  `interface PleoConfig { apiKey: string } function f(options: PleoConfig) { throw new Error(«JSON.stringify(options)»); }`,
  // Makers of errors
  `import createError from "http-errors"; throw createError(401, «\`refused \${${KEY}}\`»);`,
  `import createError from "http-errors"; throw createError.Unauthorized(«${KEY}»);`,
  `import Boom from "@hapi/boom"; throw Boom.unauthorized(«${KEY}»);`,
  `app.get("/", async () => { throw app.httpErrors.unauthorized(«${KEY}»); });`,
  `throw createError(«{ statusCode: 401, data: { key: ${KEY} } }»);`,
  `import { error } from "@sveltejs/kit"; error(500, «\`refused \${${KEY}}\`»);`,
  `export async function handler(ctx) { ctx.throw(401, «\`refused \${${KEY}}\`»); }`,
  // Thrown and rejected
  `throw «\`refused \${${KEY}}\`»;`,
  `throw «${KEY}»;`,
  `throw «{ status: 401, key: ${KEY} }»;`,
  `const reason = { status: 401, key: ${KEY} }; throw «reason»;`,
  `const reason = "refused " + ${KEY}; throw «reason»;`,
  `throw isKnown ? error : «\`refused \${${KEY}}\`»;`,
  `throw «JSON.stringify({ key: ${KEY} })»;`,
  `Promise.reject(«\`refused \${${KEY}}\`»);`,
  `Promise.reject(«{ key: ${KEY} }»);`,
  `new Promise((resolve, reject) => { reject(«\`refused \${${KEY}}\`»); });`,
  `new Promise((_, rej) => rej(«\`refused \${${KEY}}\`»));`,
  `const deferred = createDeferred(); deferred.reject(«${KEY}»);`,
  // Put into one that is there
  `try { run(); } catch (error) { error.message = «\`refused \${${KEY}}\`»; throw error; }`,
  `try { run(); } catch (e) { e.message += «${KEY}»; throw e; }`,
  `try { run(); } catch (err) { err.context = «{ key: ${KEY} }»; }`,
  `run().catch((e) => { e.data = «{ key: ${KEY} }»; throw e; });`,
  `const failure = new Error("refused"); failure.key = «${KEY}»;`,
  `const failure = new Error("refused"); failure.request.headers.authorization = «${KEY}»;`,
  `throw Object.assign(new Error("refused"), «{ key: ${KEY} }»);`,
  `try { run(); } catch (error) { Object.assign(error, «{ key: ${KEY} }»); }`,
  `function f(problem: PleoError) { problem.key = «${KEY}»; }`,
  // Assertions
  `import assert from "node:assert"; assert(response.ok, «\`refused \${${KEY}}\`»);`,
  `import assert from "assert/strict"; assert.equal(status, 200, «\`with \${${KEY}}\`»);`,
  `import { ok } from "node:assert"; ok(response.ok, «\`with \${${KEY}}\`»);`,
  `import assert from "node:assert"; assert.fail(«${KEY}»);`,
  `import invariant from "tiny-invariant"; invariant(response.ok, «\`refused \${${KEY}}\`»);`,
  `invariant(response.ok, "refused %s", «${KEY}»);`,
  `assert(response.ok, «\`refused \${${KEY}}\`»);`,
  // Classes of errors of one's own
  `class PleoError extends Error {} throw new PleoError(«\`refused \${${KEY}}\`»);`,
  `class PleoError extends Error { constructor(key) { super(\`refused \${key}\`); } } throw new PleoError(«${KEY}»);`,
  `class PleoError extends Error { constructor(key) { super("refused"); this.key = key; } } throw new PleoError(«${KEY}»);`,
  `class PleoError extends Error { constructor(readonly apiKey: string) { super("refused"); } } throw new PleoError(«${KEY}»);`,
  `class Refusal extends Error { constructor(key) { super(\`refused \${key}\`); } } throw new Refusal(«${KEY}»);`,
  `class Refusal extends PleoError {} throw new Refusal(«${KEY}»);`,
  `export class PleoError extends Error { constructor(pleoApiKey) { super(«\`refused \${pleoApiKey}\`»); } }`,
  `export class PleoError extends Error { constructor() { super(«\`refused \${${KEY}}\`»); } }`,
  `export class PleoError extends Error { constructor(pleoApiKey) { super("refused"); this.apiKey = «pleoApiKey»; } }`,
  `export class PleoError extends Error { apiKey = «${KEY}»; }`,
];

const quiet: readonly string[] = [
  // Of what is kept under Pleo's name, what the type names is no key, or is not what is shown
  `interface PleoConfig { companyId: string } const pleo = config.get<PleoConfig>("pleo"); throw new Error(JSON.stringify(pleo));`,
  `interface PleoConfig { apiKey: string; companyId: string } const pleo = config.get<PleoConfig>("pleo"); throw new Error(pleo.companyId);`,
  `interface CrmConfig { apiKey: string } const crm = config.get<CrmConfig>("crm"); throw new Error(JSON.stringify(crm)); // pleo`,
  `interface PleoConfig { apiKey: string } const pleo = config.get("pleo"); throw new Error(JSON.stringify(pleo));`,
  // Nothing of a key
  `throw new Error("PLEO_API_KEY is missing");`,
  `if (!${KEY}) throw new Error("Set PLEO_API_KEY, see https://pleo.io");`,
  `const name = "PLEO_API_KEY"; throw new Error(\`\${name} is missing\`);`,
  `throw new Error(\`refused \${${KEY}.slice(-4)}\`);`,
  `throw new Error(\`refused \${maskKey(${KEY})}\`);`,
  `throw new Error(\`refused \${redact(${KEY})}\`);`,
  `throw new Error(\`a key of \${${KEY}.length} characters\`);`,
  `throw new Error(\`has key: \${Boolean(${KEY})}\`);`,
  `throw new Error(\`has key: \${${KEY} ? "yes" : "no"}\`);`,
  `throw new Error(\`refused \${settings.pleoApiKeyId}\`);`,
  `throw new Error(\`refused \${config.empleoApiKey}\`);`,
  `throw new Error("refused", { cause: error });`,
  `throw new Error(await response.text());`,
  `const key = ${KEY}; throw new Error(\`wrong prefix: \${typeof key}\`);`,
  // A function that may throw, or that deals with errors
  `connect(${KEY});`,
  `assertKey(${KEY});`,
  `throw await explain(${KEY});`,
  `handleError(${KEY});`,
  `if (isPleoError(${KEY})) run();`,
  `import createError from "http-errors"; createError.isHttpError(${KEY});`,
  `setError(${KEY});`,
  // What is checked, not what is said of it
  `import assert from "node:assert"; assert(${KEY}, "PLEO_API_KEY is missing");`,
  `import assert from "node:assert"; assert.ok(${KEY});`,
  `import assert from "node:assert"; assert.equal(${KEY}, expected);`,
  `import assert from "node:assert"; assert.match(${KEY}, /^pls_/);`,
  `invariant(${KEY}, "PLEO_API_KEY is missing");`,
  `expect(${KEY}, "the key").toBe(expected);`,
  `console.assert(response.ok, ${KEY});`,
  // Not an error, or not one that is made here
  `new ErrorBoundary(${KEY});`,
  `new Client(${KEY});`,
  `errors.apiKey = ${KEY};`,
  `state.error = ${KEY};`,
  `const error = ref(); error.value = ${KEY};`,
  `const input = form.elements.key; input.value = ${KEY};`,
  `form.addEventListener("input", (e) => { e.target.value = ${KEY}; });`,
  `Object.assign(config, { key: ${KEY} });`,
  `element.reject(${KEY});`,
  `new Promise((resolve, reject) => resolve(${KEY}));`,
  `new Promise((res, rej) => res(${KEY}));`,
  `run((_, next) => next(${KEY}));`,
  `import { reject } from "lodash"; reject(keys, ${KEY});`,
  `resolve(${KEY}); new Promise((resolve) => resolve(${KEY}));`,
  `try { run(); } catch (error) { throw error; }`,
  `try { run(${KEY}); } catch (error) { error.message = "refused"; throw error; }`,
  `try { run(${KEY}); } catch (error) { error.config.headers.authorization = undefined; throw error; }`,
  `const key = ${KEY}; function f(reason) { throw reason; }`,
  `export class PleoError extends Error { constructor(pleoApiKey) { super(\`refused \${maskKey(pleoApiKey)}\`); } }`,
  `class PleoError extends Error { constructor(key) { super(\`refused \${maskKey(key)}\`); } } throw new PleoError(${KEY});`,
  `class PleoError extends Error { constructor(key) { super("refused"); this.last = key.slice(-4); } } throw new PleoError(${KEY});`,
  `class Refusal extends Base {} throw new Refusal(${KEY});`,
  `export function Form({ error }) { error.value = ${KEY}; }`,
  `export function Form({ error }) { error.current = ${KEY}; }`,
  `const { error } = useForm(); error.message = ${KEY};`,
  `class Client extends Base { constructor(pleoApiKey) { super(pleoApiKey); this.key = pleoApiKey; } key = ${KEY}; }`,
  // A file that has nothing to do with Pleo
  `throw new Error(\`refused \${process.env.ACME_API_KEY}\`);`,
];

new RuleTester().run("no-key-in-error", noKeyInError, {
  valid: quiet.map((code) => ({ code })),
  invalid: [
    ...held.map((text) => {
      const { code, ...place } = marked(text);
      // What a test is called is printed.
      const name = code.replaceAll(LITERAL, "{{key}}");
      return { name, code, errors: [{ messageId: "held" as const, ...place }] };
    }),
    {
      name: "one report for an error that is the cause of another",
      code: `const cause = new Error(${KEY}); throw new Error("refused", { cause });`,
      errors: [{ messageId: "held" as const, column: 25 }],
    },
    {
      name: "one report for an error among others",
      code: `const one = new Error(${KEY}); throw new AggregateError([one, two], "refused");`,
      errors: [{ messageId: "held" as const, column: 23 }],
    },
    {
      name: "the message says how the key comes there",
      code: `const token = ${KEY};\nthrow new Error(\`refused \${token}\`);`,
      errors: [
        {
          messageId: "held" as const,
          line: 2,
          data: {
            sink: "new Error",
            road: "`token`, which comes from `process.env.PLEO_API_KEY` on line 1",
          },
        },
      ],
    },
    {
      name: "of a key that stands in brackets, the message shows the end",
      code: `try { run(); } catch (error) { error["${LITERAL}"] = ${KEY}; }`,
      errors: [
        {
          messageId: "held" as const,
          data: {
            sink: `error.****${LITERAL.slice(-4)}`,
            road: "`process.env.PLEO_API_KEY` on line 1",
          },
        },
      ],
    },
  ],
});
