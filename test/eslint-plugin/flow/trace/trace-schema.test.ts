import { describe, expect, test } from "vitest";
import { cpuTimeOf } from "../../../support/cpu-time.ts";
import { keysIn } from "../../keys-in.ts";

/** Whether each `sink(…)` gets a key. */
function carries(code: string): readonly boolean[] {
  return keysIn(`/* pleo */ ${code}`).map((keys) => keys.length > 0);
}

describe("a schema lets a key through", () => {
  test.each<[string, string]>([
    [
      "of the environment",
      'import { z } from "zod"; const S = z.object({ PORT: z.string(), PLEO_API_KEY: z.string().min(20) }); sink(S.parse(process.env)); sink(await S.parseAsync(process.env))',
    ],
    [
      "by way of a result",
      'import { z } from "zod"; const S = z.object({ PORT: z.string(), PLEO_API_KEY: z.string() }); const out = S.safeParse(process.env); sink(out.data); sink(out); const { PORT, ...shown } = out.data; sink(shown)',
    ],
    [
      "of a body",
      'import { z } from "zod"; const S = z.object({ pleoApiKey: z.string(), label: z.string() }); const body = S.safeParse(await request.json()); sink(body.data); sink({ ...body.data, plan: 1 })',
    ],
    [
      "that is changed",
      'import { z } from "zod"; const S = z.object({ pleoApiKey: z.string() }); sink(S.partial().strict().parse(x)); sink(S.extend({ a: z.string() }).parse(x)); sink(z.object({ a: z.string() }).merge(S).parse(x)); sink(S.pick({ pleoApiKey: true }).parse(x)); sink(z.object({ ...S.shape, b: z.string() }).parse(x))',
    ],
    [
      "in another one",
      'import { z } from "zod"; const S = z.object({ pleo: z.object({ apiKey: z.string(), id: z.string() }) }); const env = S.parse(raw); sink(env); sink(env.pleo)',
    ],
    [
      "that keeps what it does not know",
      'import { z } from "zod"; const S = z.object({ PORT: z.string() }).passthrough(); sink(process.env.PLEO_API_KEY); sink(S.parse(process.env))',
    ],
    [
      "of Valibot",
      'import * as v from "valibot"; const S = v.object({ PLEO_API_KEY: v.string() }); sink(v.parse(S, process.env)); sink(v.safeParse(S, process.env).output); sink(v.parse(v.partial(S), x))',
    ],
    [
      "of Yup",
      'import { object, string } from "yup"; const S = object().shape({ pleoApiKey: string().required() }); sink(await S.validate(req.body)); sink(S.cast(req.body))',
    ],
    [
      "of Joi",
      "const S = Joi.object({ pleoApiKey: Joi.string() }); const { value, error } = S.validate(req.body); sink(value); sink(Joi.attempt(process.env, S)); sink(await S.validateAsync(req.body))",
    ],
    ["of envalid", "sink(cleanEnv(process.env, { PLEO_API_KEY: str(), PORT: port() }))"],
    ["of T3", "sink(createEnv({ server: { PLEO_API_KEY: z.string() }, runtimeEnv: process.env }))"],
    [
      "of ArkType",
      'const S = type({ "pleoApiKey?": "string", label: "string" }); sink(S(await request.json())); sink(S.assert(x))',
    ],
    [
      "of TypeBox",
      "const S = Type.Object({ pleoApiKey: Type.String() }); sink(Value.Parse(S, x)); sink(Value.Decode(S, x))",
    ],
    [
      "of Superstruct",
      "const S = object({ pleoApiKey: string() }); sink(create(await request.json(), S))",
    ],
    [
      "for a type",
      'import { z } from "zod"; const S = z.object({ pleoApiKey: z.string() }); function f(input: z.infer<typeof S>) { sink(input); }',
    ],
  ])("%s", (_name, code) => {
    const found = carries(code);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(false);
  });
});

describe("a type lets a key through", () => {
  test.each<[string, string]>([
    [
      "of a cast",
      "type Body = { pleoApiKey: string; label: string }; sink((await request.json()) as Body); sink(x as unknown as Partial<Body>)",
    ],
    ["of a call", "type Body = { pleoApiKey: string }; sink(await request.json<Body>())"],
    [
      "of a variable",
      'interface Body { pleoApiKey: string } interface More extends Body { a: string } const a: Body | null = await read(); sink(a); const b: More = await read(); sink(b); const c: Pick<Body, "pleoApiKey"> = await read(); sink(c)',
    ],
  ])("%s", (_name, code) => {
    const found = carries(code);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(false);
  });
});

describe("a schema or a type keeps a key back", () => {
  test.each<[string, string]>([
    [
      "by its name",
      'import { z } from "zod"; const S = z.object({ pleoApiKey: z.string(), label: z.string() }); sink(S.omit({ pleoApiKey: true }).parse(x)); sink(S.pick({ label: true }).parse(x)); sink(S.parse(x).label)',
    ],
    [
      "by what is taken from it",
      'import { z } from "zod"; const S = z.object({ PLEO_API_KEY: z.string(), PORT: z.string() }); const { PLEO_API_KEY, ...safe } = S.parse(process.env); sink(safe); sink({ ...S.parse(x), PLEO_API_KEY: "***" })',
    ],
    [
      "by what it does not know",
      'import { z } from "zod"; const S = z.object({ PORT: z.string(), PLEO_COMPANY_ID: z.string() }); const key = process.env.PLEO_API_KEY; sink(S.parse(process.env))',
    ],
    [
      "by what went wrong",
      'import { z } from "zod"; const S = z.object({ PLEO_API_KEY: z.string() }); const out = S.safeParse(process.env); sink(out.error); sink(out.success); sink(out.error.issues); sink(v.safeParse(S, process.env).issues)',
    ],
    [
      "by its kind",
      'import { z } from "zod"; const S = z.object({ pleoApiKey: z.boolean(), hasPleoKey: z.string(), pleoKeyId: z.string(), pleoToken: z.literal(true) }); sink(S.parse(x)); sink(type({ pleoApiKey: "boolean" })(x)); const Name = z.enum(["id"]); sink(z.object({ pleoKey: Name }).parse(x))',
    ],
    [
      "in Valibot",
      'const S = v.object({ pleoApiKey: v.string(), a: v.string() }); sink(v.parse(v.omit(S, ["pleoApiKey"]), x)); sink(v.parse(v.pick(S, ["a"]), x))',
    ],
    [
      "in envalid",
      "const key = process.env.PLEO_API_KEY; sink(cleanEnv(process.env, { PLEO_COMPANY_ID: str() }))",
    ],
    [
      "for a type",
      'type Body = { pleoApiKey: string; label: string }; const a: Omit<Body, "pleoApiKey"> = await read(); sink(a); sink((await read()) as Pick<Body, "label">); function f({ pleoApiKey, ...rest }: Body) { sink(rest); } sink((await read()) as { pleoApiKey: boolean })',
    ],
    [
      "by a field that only describes it",
      'import { z } from "zod"; const View = z.object({ pleoApiKey: z.object({ last4: z.string(), createdAt: z.date() }) }); sink(View.parse(row)); sink(z.object({ pleoApiKey: z.string().transform((key) => key.slice(-4)) }).parse(row)); sink(z.object({ pleoApiKey: z.string().transform(() => "***") }).parse(row))',
    ],
    [
      "by what others say of what came out of it",
      'import { z } from "zod"; const S = z.object({ PLEO_API_KEY: z.string() }); const env = S.parse(process.env); const body = S.parse(await request.json()); const problems = validate(body); sink(problems); sink(await chromecast.from(env).title)',
    ],
    [
      "for a list of names that stands elsewhere",
      'interface Connection { pleoApiKey: string; label: string } interface Secrets { pleoApiKey: string } type Hidden = "pleoApiKey" | "refreshToken"; function f(view: Omit<Connection, Hidden>) { sink(view); } function g(view: Omit<Connection, keyof Secrets>) { sink(view); }',
    ],
  ])("%s", (_name, code) => {
    const found = carries(code);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(true);
  });
});

describe("no schema takes long", () => {
  const each = (count: number, write: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => write(index + 1)).join("\n");

  test.each([
    ["of itself", "const s0 = { ...s0, PLEO_API_KEY: z.string() }; sink(z.object(s0).parse(x));"],
    ["of two", "const a = { ...b }; const b = { ...a }; sink(z.object(a).parse(process.env));"],
    [
      "of many twice",
      `const s0 = { PLEO_API_KEY: z.string() };\n${each(40, (i) => `const s${i} = { ...s${i - 1}, ...s${i - 1} };`)}\nsink(z.object(s40).parse(x));`,
    ],
    [
      "of many unions",
      `const s0 = z.object({ PLEO_API_KEY: z.string() });\n${each(20, (i) => `const s${i} = z.union([${Array.from({ length: 5 }, () => `s${i - 1}`).join()}]);`)}\nsink(s20.parse(x));`,
    ],
  ])("%s", (_name, code) => {
    expect(cpuTimeOf(() => carries(`import { z } from "zod"; ${code}`))).toBeLessThan(2_000);
  });
});
