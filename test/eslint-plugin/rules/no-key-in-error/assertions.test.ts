import { noKeyInError } from "../../../../eslint-plugin/rules/no-key-in-error.ts";
import { RuleTester } from "../../rule-tester.ts";

const BEFORE = `
import assert from "node:assert/strict";
import { ok, equal, fail } from "node:assert";
import invariant from "tiny-invariant";
import { invariant as sure } from "ts-invariant";
import { assert as safe } from "tsafe";
import { assertEquals } from "@std/assert";
import httpAssert from "http-assert";
import createError, { NotFound } from "http-errors";
import Boom from "@hapi/boom";
import { createError as problem } from "h3";
import { ApplicationFailure } from "@temporalio/common";
import { Effect } from "effect";
import { err } from "neverthrow";
import ono from "@jsdevtools/ono";
const key = process.env.PLEO_API_KEY;
`;

const LINE = BEFORE.split("\n").length;

/** One report, behind the lines that all of them have. */
function told(code: string) {
  return { code: BEFORE + code, errors: [{ messageId: "held" as const, line: LINE }] };
}

new RuleTester().run(
  "no-key-in-error: assertions, failures and rejections of packages",
  noKeyInError,
  {
    invalid: [
      "assert(fits, `x ${key}`);",
      "assert.ok(fits, `x ${key}`);",
      "assert.match(a, /x/, key);",
      "ok(fits, key);",
      "equal(1, 2, key);",
      "fail(key);",
      "invariant(fits, () => `x ${key}`);",
      "sure(fits, `x ${key}`);",
      "safe(fits, `x ${key}`);",
      "assertEquals(a, b, key);",
      "httpAssert(fits, 401, `x ${key}`);",
      "httpAssert.equal(a, b, 401, key);",
      "ctx.assert(fits, 401, `x ${key}`);",
      "ctx.throw(401, 'x', { key });",
      "new NotFound(key);",
      "new createError.NotFound(key);",
      "new Boom.Boom('x', { data: { key } });",
      "problem({ statusCode: 401, statusMessage: key });",
      "ApplicationFailure.nonRetryable(`x ${key}`);",
      "Effect.fail(key);",
      "err({ key });",
      "ono(cause, `x ${key}`);",
      "reply.unauthorized(`x ${key}`);",
      "Object.defineProperty(error, 'key', { value: key });",
      "const { reject } = Promise.withResolvers(); reject(`x ${key}`);",
      "const later = Promise.withResolvers(); later.reject({ key });",
      "rejectWithValue({ key });",
      "thunk.rejectWithValue(key);",
      "const { PLEO_API_KEY: given } = fastify.getEnvs(); assert.ok(fits(given), `Unexpected ${given}`);",
    ].map(told),
    valid: [
      "assert(key, 'no key');",
      "assert.equal(typeof key, 'string', 'no key'); assert.match(key, /^pl/, 'no key');",
      "ok(key); equal(key, other); invariant(key, () => 'no key'); sure(key, 'no key'); safe(key);",
      "assertEquals(key, other); httpAssert(key, 401, 'no key'); httpAssert.equal(key, other, 401);",
      "ctx.assert(key, 401, 'no key'); ctx.assert.equal(key, other, 401);",
      "other.assert(fits, 401, key);",
      "ApplicationFailure.from(key); Effect.succeed(key);",
      "const { resolve } = Promise.withResolvers(); resolve(key);",
      "Object.defineProperty(settings, 'key', { value: key });",
      "reply.send2(key); tree.unauthorized(key);",
      "err2(key);",
    ].map((code) => BEFORE + code),
  },
);
