import { describe, expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

const TYPES = `
interface Data { ledger: string; pleoApiKey: string }
interface Plain { ledger: string; pleoApiKeyId: string }
interface Envelope<T> { id: string; inner: T }
interface Form { errors: { pleoApiKey?: string }; values: Data }
interface Wheel { value: Wheel; next: Envelope<Wheel> }
type Turn = Again; type Again = Turn;
`;

function carries(code: string): readonly boolean[] {
  return keysIn(TYPES + code).map((keys) => keys.length > 0);
}

describe("a type of this file says of a key", () => {
  test.each<[string, string]>([
    [
      "in a job",
      "function f(job: Job<Data>) { sink(job.data); sink(job.data.pleoApiKey); sink({ ...job.data }); sink(job); }",
    ],
    [
      "in the rest of a job",
      "function f(job: Job<Data>) { const { ledger, ...rest } = job.data; sink(rest); sink({ options: { ...rest } }); }",
    ],
    [
      "in a part of a parameter",
      "function f({ data }: Job<Data>, { data: { ledger, ...rest } }: Job<Data>) { sink(data); sink(rest); }",
    ],
    ["in a job that may be missing", "function f(job: Job<Data> | undefined) { sink(job?.data); }"],
    ["in a job of a package", "function f(job: Queue.Job<Data>) { sink(job.data); }"],
    [
      "in jobs",
      "function f(jobs: Job<Data>[], others: ReadonlyArray<Job<Data>>, [first]: Job<Data>[]) { for (const job of jobs) sink(job.data); others.forEach((job) => sink(job.data)); sink(first.data); }",
    ],
    [
      "in a message, an event and an action",
      "function f(m: Message<Data>, e: MessageEvent<Data>, c: CustomEvent<Data>, a: PayloadAction<Data>) { sink(m.body); sink(e.data); sink(c.detail); sink(a.payload); }",
    ],
    [
      "in a request of Express",
      "function f(req: Request<Plain, unknown, Data>, other: Request<Data>) { sink(req.body); sink(other.params); }",
    ],
    [
      "in a request of Fastify",
      "type Route = { Body: Data }; function f(a: FastifyRequest<{ Body: Data }>, { body }: FastifyRequest<Route>) { sink(a.body); sink(body); }",
    ],
    [
      "in what a worker is told",
      'new Worker<Data>("q", async (job) => { sink(job.data); }); new Worker<Data, void>("q", async ({ data }) => { sink(data); });',
    ],
    [
      "in what a queue is told",
      'const queue = new Queue<Data>("q"); queue.process(async (job) => { sink(job.data); }); boss.work<Data>("q", async ([job]) => { sink(job.data); });',
    ],
    [
      "in what a route is told",
      'app.post<Plain, unknown, Data>("/", (req) => { sink(req.body); }); fastify.post<{ Body: Data }>("/", async (req) => { sink(req.body); });',
    ],
    [
      "by the type of a function",
      "const a: Processor<Data> = async (job) => { sink(job.data); }; const b: React.FC<Data> = (props) => { sink(props); }; const c: RequestHandler<Plain, unknown, Data> = (req) => { sink(req.body); };",
    ],
    [
      "in a whole with something inside",
      "interface Payload { id: string; credentials: Data } function f(job: Job<Payload>, payload: Payload | null) { sink(job.data); sink(job.data.credentials); sink(payload); sink({ ...payload }); }",
    ],
    [
      "in an event of a cloud",
      'cloudEvent<Data>("x", (event) => { sink(event.data); }); onCall<Data>((request) => { sink(request.data); });',
    ],
    ["in props with children", "function f(props: React.PropsWithChildren<Data>) { sink(props); }"],
    [
      "in a ref",
      "function f(a: Ref<Data>, b: RefObject<Data>) { sink(a.value); sink(b.current); }",
    ],
    ["in a type that is told another", "function f(a: Envelope<Data>) { sink(a.inner); }"],
    [
      "deeper inside",
      "function f(form: Form, { values }: Form) { sink(form.values); sink(values); }",
    ],
    [
      "what is left of a type",
      'function f(a: Job<Pick<Data, "ledger" | "pleoApiKey">>, b: Omit<Form, "errors">) { sink(a.data); sink(b.values); }',
    ],
    [
      "by a cast",
      "const job = (await queue.getJob(id)) as Job<Data>; sink(job.data); const other: Job<Data> = await queue.getJob(id); sink(other.data);",
    ],
    [
      "of an answer",
      'const { data } = await axios.get<Data>("/"); sink(data); const answer = await axios.get<Data>("/"); sink(answer.data); sink(await $fetch<Data>("/"));',
    ],
    [
      "of a field",
      "class A { constructor(private readonly options: Data, private job: Job<Data>) {} f() { sink(this.options); sink(this.job.data); } }",
    ],
    [
      "of a neutral name",
      "interface PleoConfig { apiKey: string } function f(job: Job<PleoConfig>) { sink(job.data); sink(job.data.apiKey); }",
    ],
  ])("%s", (_what, code) => {
    const seen = carries(code);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain(false);
  });
});

describe("a type of this file says of something else", () => {
  test.each<[string, string]>([
    [
      "beside the key",
      'function f(job: Job<Data>, { id, data: { ledger } }: Job<Data>) { sink(job.id); sink(job.opts); sink(job.data.ledger); sink(id); sink(ledger); sink({ ...job.data, pleoApiKey: "***" }); }',
    ],
    [
      "what is left without the key",
      "function f(job: Job<Data>, { pleoApiKey, ...others }: Data) { const { pleoApiKey: key, ...rest } = job.data; sink(rest); sink(others); }",
    ],
    ["without a key", "function f(job: Job<Plain>) { sink(job.data); sink(job); }"],
    ["of what it gives back", "function f(job: Job<Plain, Data>) { sink(job.data); }"],
    [
      "that leaves the key out",
      'type Safe = Omit<Data, "pleoApiKey">; function f(a: Job<Omit<Data, "pleoApiKey">>, b: Job<Pick<Data, "ledger">>, c: Job<Safe>, d: Omit<Form, "values">) { sink(a.data); sink(b.data); sink(c.data); sink(d.values); }',
    ],
    [
      "of another part of a request",
      "function f(req: Request<Plain, unknown, Data>, other: Request<Data>, a: FastifyRequest<{ Body: Data }>) { sink(req.params); sink(req.query); sink(req); sink(other.body); sink(a.params); }",
    ],
    [
      "that holds something else inside",
      "interface Payload { id: string; errors: { pleoApiKey?: string }; plain: Plain } function f(job: Job<Payload>, payload: Payload) { sink(job.data); sink(payload); sink(payload.plain); }",
    ],
    ["of errors", "function f(form: Form, { errors }: Form) { sink(form.errors); sink(errors); }"],
    [
      "that is no text",
      'function f(a: Job<{ pleoApiKey: number }>, b: Job<{ pleoApiKey: "a" | "b" }>) { sink(a.data.pleoApiKey); sink(b.data.pleoApiKey); sink(b.data); }',
    ],
    [
      "of a collection",
      "function f(a: WeakSet<Data>, b: Repository<Data>) { sink(a); sink(b); sink(b.metadata); }",
    ],
    [
      "of an answer",
      'const answer = await axios.get<Data>("/"); sink(answer.status); sink(answer.headers);',
    ],
    ["of a second parameter", 'new Worker<Data>("q", async (job, token) => { sink(token); });'],
    [
      "of itself",
      "function f(a: Wheel, b: Job<Turn>, c: Turn) { sink(a.next.inner.next.inner.value.value.value.value.value); sink(b.data.data); sink(c.data); }",
    ],
  ])("%s", (_what, code) => {
    const seen = carries(code);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).not.toContain(true);
  });
});
