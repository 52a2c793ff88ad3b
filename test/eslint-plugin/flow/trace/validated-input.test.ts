import { expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

const SCHEMAS = `
import { z } from "zod";
const Body = z.object({ town: z.string(), pleoApiKey: z.string().min(20) });
const Other = z.object({ town: z.string() });
`;

function carried(code: string): readonly boolean[] {
  return keysIn(SCHEMAS + code).map((keys) => keys.length > 0);
}

test.each([
  "export default async (event) => { sink(await readValidatedBody(event, Body.parse)); };",
  "export default async (event) => { sink(await readValidatedBody(event, (body) => Body.parse(body))); };",
  "export default async (event) => { sink(await getValidatedQuery(event, Body.safeParse)); };",
  "export default async (event) => { sink(await parseBody(event, Body)); };",
  'app.post("/", zValidator("json", Body), (c) => { sink(c.req.valid("json")); });',
  'app.post("/", zValidator("query", Other), sValidator("json", Body), (c) => { sink(c.req.valid("json")); });',
  "procedure.input(Body).mutation(async ({ input }) => { sink(input); });",
  "t.procedure.use(auth).input(Body).output(Other).query((opts) => { sink(opts.input); });",
  "actionClient.inputSchema(Body).action(async ({ parsedInput }) => { sink(parsedInput); });",
  'createServerFn({ method: "POST" }).validator(Body.parse).handler(({ data }) => { sink(data); });',
])("what a schema lets through is what it names: %s", (code) => {
  expect(carried(code)).toEqual([true]);
});

test.each([
  "export default async (event) => { sink(await readValidatedBody(event, Other.parse)); };",
  'app.post("/", zValidator("json", Other), zValidator("query", Body), (c) => { sink(c.req.valid("json")); });',
  'app.post("/", zValidator("json", Body), (c) => { const { pleoApiKey, ...rest } = c.req.valid("json"); sink(rest); });',
  "procedure.input(Other).mutation(async ({ input }) => { sink(input); });",
  "procedure.input(Body).mutation(async ({ ctx }) => { sink(ctx); });",
  "procedure.input(Body).mutation(async ({ input }) => { sink(input.town); });",
])("and nothing else is in it: %s", (code) => {
  expect(carried(code)).toEqual([false]);
});
