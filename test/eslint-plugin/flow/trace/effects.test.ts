import { expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

const IMPORTS = `
import { Config, Effect, Redacted, Secret, Function as Fn } from "effect";
import { pipe, flow } from "fp-ts/function";
import * as O from "fp-ts/Option";
import * as E from "fp-ts/Either";
import { ok } from "neverthrow";
import { of } from "rxjs";
const key = process.env.PLEO_API_KEY;
`;

function carried(code: string): readonly boolean[] {
  return keysIn(IMPORTS + code).map((keys) => keys.length > 0);
}

test.each([
  'Effect.gen(function* () { const k = yield* Config.string("PLEO_API_KEY"); sink(k); });',
  'const c = Effect.gen(function* () { const k = yield* Config.string("PLEO_API_KEY"); return { header: `Basic ${k}` }; }); Effect.gen(function* () { const { header } = yield* c; sink(header); });',
  'Effect.gen(function* () { const h = yield* Config.redacted("PLEO_API_KEY"); sink(Redacted.value(h)); });',
  'Effect.gen(function* () { const h = yield* Config.secret("PLEO_API_KEY"); sink(`${Secret.value(h)}:`); });',
  "sink(Redacted.value(Redacted.make(key)));",
  "function f(pleoApiKey: Redacted.Redacted<string>) { sink(Redacted.value(pleoApiKey)); }",
  "const b = Effect.succeed(key).pipe(Effect.map((k) => `Basic ${k}`)); sink(b);",
  "sink(Fn.pipe(key, (k) => k + ':'));",
  'sink(pipe(O.fromNullable(key), O.getOrElse(() => "")));',
  "sink(pipe(key, O.fromNullable, O.map((x) => `Basic ${x}`), O.getOrElse(() => '')));",
  "sink(pipe(undefined, O.fromNullable, O.getOrElse(() => key)));",
  "sink(pipe(key, O.fromNullable, O.match(() => 'none', (k) => k)));",
  'sink(E.fromNullable("none")(key));',
  'sink(ok(key).unwrapOr(""));',
  "const end = (x) => x + ':'; pipe('a', end); sink(pipe(key, end));",
  "sink(flow((x) => x + ':', encodeURIComponent)(key));",
])("what effects and options hold comes out of them: %s", (code) => {
  expect(carried(code)).toEqual([true]);
});

test.each([
  'Effect.gen(function* () { const id = yield* Config.string("PLEO_COMPANY_ID"); sink(id); });',
  'Effect.gen(function* () { const k = yield* Config.string("PLEO_API_KEY"); yield* Effect.log("x"); const c = { base: "x" }; sink(c); });',
  'Effect.gen(function* () { const pleoKey = yield* Config.redacted("PLEO_API_KEY"); sink(`key ${pleoKey}`); });',
  'Effect.gen(function* () { const pleoKey = yield* Config.secret("PLEO_API_KEY"); sink(JSON.stringify({ pleoKey })); });',
  "sink(Redacted.make(key));",
  "function f(pleoApiKey: Redacted.Redacted<string>) { sink(pleoApiKey); }",
  "sink(pipe(key, O.fromNullable, O.map((x) => x.slice(-4)), O.getOrElse(() => '')));",
  "sink(pipe(key, O.fromNullable, O.map(maskKey), O.toUndefined));",
  "sink(pipe(key, O.fromNullable, O.isSome));",
  "sink(pipe(key, O.fromNullable, O.match(() => 'none', () => 'set')));",
  "sink(pipe(key, (k) => k.length));",
  "const end = (x) => x + ':'; pipe(key, end); sink(pipe('a', end));",
  "sink(of(key).pipe(map(() => 1)));",
])("and what is hidden, or made of nothing but a key's being there, does not: %s", (code) => {
  expect(carried(code)).toEqual([false]);
});
