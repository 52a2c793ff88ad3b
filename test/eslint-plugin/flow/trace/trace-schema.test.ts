import { describe, expect, test } from "vitest";
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
  ])("%s", (_name, code) => {
    const found = carries(code);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(true);
  });
});
