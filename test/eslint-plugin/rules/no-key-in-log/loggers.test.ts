import { noKeyInLog } from "../../../../eslint-plugin/rules/no-key-in-log.ts";
import { RuleTester } from "../../rule-tester.ts";

const BEFORE = `
import { app, type InvocationContext } from "@azure/functions";
import { Logger } from "@aws-lambda-powertools/logger";
import * as functions from "firebase-functions";
import { logger as print } from "firebase-functions/v2";
import { write } from "firebase-functions/logger";
import { Logging } from "@google-cloud/logging";
import { getLogger } from "@logtape/logtape";
import { createClientLogger } from "@azure/logger";
import { LogLayer } from "loglayer";
import { note } from "@clack/prompts";
import { Effect, Console as Screen } from "effect";
import { debuglog } from "node:util";
import { writeSync } from "node:fs";
import createDebug from "debug";
import winston from "winston";
import ora from "ora";
const key = process.env.PLEO_API_KEY;
`;

const LINE = BEFORE.split("\n").length;

/** One report, behind the lines that all of them have. */
function told(code: string) {
  return { code: BEFORE + code, errors: [{ messageId: "logged" as const, line: LINE }] };
}

new RuleTester().run(
  "no-key-in-log: loggers of frameworks, and what loggers are made with",
  noKeyInLog,
  {
    invalid: [
      "export async function a(timer: Timer, run: InvocationContext) { run.error('x', key); }",
      "export async function a(timer: Timer, context: InvocationContext) { context.trace(JSON.stringify({ key })); }",
      "app.http('x', { handler: async (request, context) => { context.warn(key); } });",
      "app.timer('x', { handler: (timer, ctx) => ctx.info(`x ${key}`) });",
      "module.exports = async function (context, req) { context.log('x', key); };",
      "module.exports = async function (context, req) { context.log.verbose(key); };",
      "new Logger({ serviceName: 'x' }).appendKeys({ key });",
      "const l = new Logger(); l.addPersistentLogAttributes({ key });",
      "new Logger({ persistentLogAttributes: { key } });",
      "winston.createLogger({ level: 'info', defaultMeta: { key } });",
      "functions.logger.write({ message: key });",
      "print.warn(key);",
      "write({ message: key });",
      "new Logging().log('x').entry({}, { key });",
      "const l = new Logging().log('x'); l.write(key);",
      "getLogger(['x']).with({ key });",
      "createClientLogger('x').info(key);",
      "new LogLayer({}).withMetadata({ key });",
      "note(key);",
      "ora('x').succeed(key);",
      "Effect.logInfo('x', { key });",
      "Screen.log(key);",
      "debuglog('x')(key);",
      "const d = debuglog('x'); d('%j', key);",
      "createDebug('x').extend('y')('%O', { key });",
      "c.get('logger').info({ key });",
      "c.var.logger.assign({ key });",
      "class A { constructor(private readonly out: PinoLogger) {} f() { this.out.assign({ key }); } }",
      "class A { constructor(private readonly out: LoggerService) {} f() { this.out.log(key); } }",
      "server.log(['info'], key);",
      "request.log(['info'], { key });",
      "process.emitWarning(`x ${key}`);",
      "writeSync(2, key);",
      "Deno.stdout.writeSync(new TextEncoder().encode(key));",
      "process.stdout.end(key);",
    ].map(told),
    valid: [
      "export async function a(timer: Timer, run: InvocationContext) { run.log(key.length, run.invocationId); }",
      "export async function a(run: CanvasRenderingContext2D, context: Other) { run.error(key); context.error(key); }",
      "export async function a(other) { other.error(key); }",
      "context.save(key); context.options.error(key);",
      "request.get(key); server.route(key);",
      "new Logger({ serviceName: 'x', transport: { auth: key } });",
      "winston.createLogger({ transports: [new Http({ auth: key })] });",
      "new PleoLogger({ apiKey: key });",
      "createLogger({ key });",
      "writeSync(fd, key); writeSync(3, key);",
      "Effect.succeed(key);",
      "c.get('user').info(key); c.get(name).info(key);",
      "cache.with(key); timer.entry(key); form.setContext(key); user.assign({ key });",
      "emitter.emitWarning(key);",
      "response.end(key); file.writeSync(key);",
      "file.write(key); logFile.write(key);",
    ].map((code) => BEFORE + code),
  },
);
