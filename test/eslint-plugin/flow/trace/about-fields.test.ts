import { describe, expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

/** Whether each `sink(…)` gets a key. */
function carries(code: string): readonly boolean[] {
  return keysIn(`/* pleo */ ${code}`).map((keys) => keys.length > 0);
}

describe("what is said of a field under its name is no key", () => {
  test.each([
    "sink({ errors: { pleoApiKey: text } });",
    "sink({ ok: false, fieldErrors: { pleoApiKey: [text] } });",
    "sink({ errors: { connection: { pleoApiKey: text } } });",
    "sink({ form: { touched: { pleoApiKey: was.touched } } });",
    "sink({ labels: { pleoApiKey: label() } });",
    "sink({ hints: isOld ? { pleoApiKey: oldHint } : { pleoApiKey: newHint } });",
    "const errors = { pleoApiKey: text }; sink({ errors }); sink(errors);",
    "const validationErrors = { pleoApiKey: messageOf(issue) } as Errors; sink(validationErrors);",
    "sink(new FormErrors({ pleoApiKey: text }));",
    "let errors; errors = { pleoApiKey: text }; sink(errors);",
  ])("%s", (code) => {
    expect(carries(code)).not.toContain(true);
  });
});

describe("but a key is one wherever it stands", () => {
  test.each([
    "sink({ errors: { pleoApiKey: process.env.PLEO_API_KEY } });",
    "sink({ errors: { pleoApiKey } });",
    "sink({ errors: { pleoApiKey: `Not accepted: ${form.pleoApiKey}` } });",
    "sink({ errors: {}, values: { pleoApiKey: text } });",
    "sink({ values: { pleoApiKey: text }, errors: { pleoApiKey: problem } });",
    "sink({ settings: { pleoApiKey: text } });",
    "sink({ mirrors: { pleoApiKey: text } });",
  ])("%s", (code) => {
    expect(carries(code)).toEqual([true]);
  });
});

describe("a type that says there is no key", () => {
  test.each([
    "type Shown = Connection & { pleoApiKey?: undefined };",
    "type Shown = Connection & { pleoApiKey: never };",
    "type Shown = { pleoApiKey?: never } & Connection;",
    "type Shown = Connection & { pleoApiKey: null };",
    "interface Shown extends Connection { pleoApiKey?: never }",
    "interface Shown { id: string; pleoApiKey?: undefined }",
  ])("%s", (type) => {
    const connection = "interface Connection { id: string; pleoApiKey: string }";
    expect(carries(`${connection} ${type} function f(c: Shown) { sink(c); }`)).toEqual([false]);
  });

  test.each([
    "type Shown = Connection & { pleoApiKey?: string };",
    "type Shown = Connection & { pleoApiKeyId?: undefined };",
    "type Shown = Connection & { pleoApiKey: string | null };",
    "type Shown = Connection | { pleoApiKey?: undefined };",
    "interface Shown extends Connection { pleoApiKeyHint?: never }",
    "interface Shown { id: string; pleoApiKey?: string | undefined }",
  ])("is another one than %s", (type) => {
    const connection = "interface Connection { id: string; pleoApiKey: string }";
    expect(carries(`${connection} ${type} function f(c: Shown) { sink(c); }`)).toEqual([true]);
  });
});

describe("what checks something", () => {
  test.each([
    "sink(policy.check(settings));",
    "sink(await this.permissions.check({ pleoApiKey }));",
    "sink(rateLimiter.check(pleoApiKey));",
    "const { reason } = accessRules.check(body); sink(reason);",
  ])("answers with what it thinks of it: %s", (code) => {
    expect(carries(`const settings = { pleoApiKey: process.env.PLEO_API_KEY }; ${code}`)).toEqual([
      false,
    ]);
  });

  test.each(["sink(Settings.check(settings));", "sink(schema.check(settings).pleoApiKey);"])(
    "or hands it on: %s",
    (code) => {
      expect(carries(`const settings = { pleoApiKey: process.env.PLEO_API_KEY }; ${code}`)).toEqual(
        [true],
      );
    },
  );
});
