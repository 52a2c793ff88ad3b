import { noKeyInLog } from "../../../../eslint-plugin/rules/no-key-in-log.ts";
import { RuleTester } from "../../rule-tester.ts";

const KEY = "const key = process.env.PLEO_API_KEY;";

function told(code: string) {
  return { code: `${KEY}\n${code}`, errors: [{ messageId: "logged" as const }] };
}

new RuleTester().run("no-key-in-log: what a framework's logger is told to hide", noKeyInLog, {
  valid: [
    "const app = Fastify({ logger: { redact: { paths: ['out.headers.authorization'] } } }); app.get('/', (request) => { request.log.info({ out: { headers: { authorization: key } } }); });",
    "const redact = ['out.key']; const app = Fastify({ logger: { redact } }); app.log.warn({ out: { key } });",
    "const app = Fastify({ loggerInstance: pino({ redact: ['*.key'] }) }); app.get('/', (request, reply) => { reply.log.info({ out: { key } }); });",
    "app.use(pinoHttp({ redact: { paths: ['out.key'], remove: true } })); app.get('/', (req) => { req.log.info({ out: { key } }); });",
    "server.register({ plugin: HapiPino, options: { redact: ['out.key'] } }); server.logger.info({ out: { key } });",
    "@Module({ imports: [LoggerModule.forRoot({ pinoHttp: { redact: ['out.key'] } })] }) class App { constructor(private readonly logger: PinoLogger) {} run() { this.logger.info({ out: { key } }); } }",
    "@Module({ imports: [LoggerModule.forRootAsync({ useFactory: () => ({ pinoHttp: { redact: ['out.key'] } }) })] }) class App { constructor(private readonly logger: PinoLogger) {} run() { this.logger.info({ out: { key } }); } }",
    "const HIDDEN = ['key']; const log = pino({ redact: { paths: [...HIDDEN, 'other'] } }); log.info({ key });",
    "const log = pino({ redact: ['key'] }); log.child({ a: 1 }).info({ key });",
  ].map((code) => `${KEY}\n${code}`),
  invalid: [
    "const app = Fastify({ logger: { redact: ['out.headers.authorization'] } }); app.get('/', (request) => { request.log.info({ key }); });",
    "const app = Fastify({ logger: { redact: ['out.key'] } }); app.get('/', (request) => { request.log.info(`key ${key}`); });",
    "const app = Fastify({ logger: { redact: ['out.key'] } }); console.log({ out: { key } });",
    "const app = Fastify({ logger: true }); const audit = pino({ redact: ['out.key'] }); app.log.info({ out: { key } });",
    "const app = Fastify({ logger: { redact: ['out.key'] } }); const log = pino(); log.info({ out: { key } });",
    "app.use(pinoHttp({ redact: ['out.key'] })); app.get('/', (req) => { req.log.info({ other: { key } }); });",
    "const a = pino(b), b = pino(a); const app = Fastify({ logger: { redact: ['x'] }, loggerInstance: a }); app.log.info({ key });",
    "class App { constructor(private readonly logger: Logger) {} run() { this.logger.info({ out: { key } }); } } LoggerModule.forRoot({ pinoHttp: { redact: ['out.key'] } });",
  ].map(told),
});
