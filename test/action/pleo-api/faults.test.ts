import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer, Introspection } from "../../../src/ports.ts";
import { MAX_BODY_BYTES } from "../../../action/pleo-api/body.ts";
import { FAULT_NAMES, type FaultName } from "../../pleo-simulator/faults/catalogue.ts";
import { HOSTILE_TEXTS } from "../../pleo-simulator/faults/hostile-texts.ts";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";
import { quickApi, timeoutFor } from "./quick-api.ts";

type Expected = Answer<unknown> | "ok";

const unavailable = (because: string): Expected => ({ kind: "unavailable", because }) as Expected;
const unreadable = (problem: string): Expected => ({ kind: "unreadable", problem }) as Expected;
const refused = (status: number): Expected => ({ kind: "refused", status });
const unauthorized: Expected = { kind: "unauthorized" };
const forbidden: Expected = { kind: "forbidden" };
const redirected = unavailable("redirected");
const rateLimited = unavailable("rate-limited");
const serverError = unavailable("server-error");
const timeout = unavailable("timeout");
const notJson = unreadable("not-json");
const wrongShape = unreadable("wrong-shape");
const repeatsKey = unreadable("repeats-key");
const tooLarge = unreadable("too-large");
const cutShort = unreadable("cut-short");

/** Each fault of the simulator: what it comes to, and how many requests that takes. */
const EXPECTED: Readonly<Record<FaultName, readonly [Expected, requests: number]>> = {
  unauthorized: [unauthorized, 1],
  forbidden: [forbidden, 1],
  "not-found": [refused(404), 1],
  "bad-request": [refused(400), 1],
  conflict: [refused(409), 1],
  "unauthorized-html": [unauthorized, 1],
  "forbidden-html": [forbidden, 1],
  "not-found-html": [refused(404), 1],
  "unauthorized-endless": [unauthorized, 1],

  "rate-limited": [rateLimited, 3],
  "rate-limited-html": [rateLimited, 3],
  "rate-limited-seconds": [rateLimited, 3],
  "rate-limited-date": [rateLimited, 3],
  "rate-limited-past-date": [rateLimited, 3],
  "rate-limited-absurd": [rateLimited, 1],
  "rate-limited-negative": [rateLimited, 3],
  "rate-limited-garbage": [rateLimited, 3],

  "server-error": [serverError, 3],
  "bad-gateway": [serverError, 3],
  "service-unavailable": [serverError, 3],
  "service-unavailable-seconds": [serverError, 3],
  "gateway-timeout": [serverError, 3],
  "unassigned-status": [unavailable("unexpected-status"), 1],
  "early-hints": ["ok", 1],

  "hang-before-headers": [timeout, 1],
  "hang-after-headers": [timeout, 1],
  drip: [timeout, 1],
  "reset-before-headers": [unavailable("network"), 3],
  "reset-in-body": [cutShort, 3],
  truncated: [cutShort, 3],

  "html-200": [notJson, 1],
  "html-called-json": [notJson, 1],
  "empty-200": [notJson, 1],
  "no-content": [notJson, 1],
  "null-body": [wrongShape, 1],
  "array-body": [wrongShape, 1],
  "text-body": [wrongShape, 1],
  "half-json": [notJson, 1],
  "wrong-types": [wrongShape, 1],
  "wrong-containers": [wrongShape, 1],
  "missing-fields": [wrongShape, 1],
  "prototype-keys": [wrongShape, 1],
  "deep-json": [wrongShape, 1],
  "duplicated-keys": ["ok", 1],
  "content-type-variant": ["ok", 1],
  "content-type-wrong": [notJson, 1],
  "content-type-look-alike": [notJson, 1],
  "content-type-missing": [notJson, 1],
  "byte-order-mark": ["ok", 1],
  "invalid-utf8": [notJson, 1],

  huge: [tooLarge, 1],
  "huge-chunked": [tooLarge, 1],
  gzip: ["ok", 1],
  "gzip-bomb": [tooLarge, 1],
  "gzip-broken": [cutShort, 3],
  "gzip-cut": [notJson, 1],

  "redirect-301": [redirected, 1],
  "redirect-302": [redirected, 1],
  "redirect-303": [redirected, 1],
  "redirect-307": [redirected, 1],
  "redirect-308": [redirected, 1],
  "redirect-nowhere": [redirected, 1],
  "not-modified": [redirected, 1],

  "echo-body": [repeatsKey, 1],
  "echo-error-body": [unauthorized, 1],
  "echo-server-error": [serverError, 3],
  "echo-headers": [refused(400), 1],
  "echo-fields": [repeatsKey, 1],
  "echo-encoded-fields": [repeatsKey, 1],

  // Hostile text is text: who prints it has to escape it.
  "hostile-ansi": ["ok", 1],
  "hostile-commands": ["ok", 1],
  "hostile-html": ["ok", 1],
  "hostile-markdown": ["ok", 1],
  "hostile-bidi": ["ok", 1],
  "hostile-lone-surrogate": ["ok", 1],
  "hostile-megabyte": [tooLarge, 1],
  "hostile-long-scope": [wrongShape, 1],
};

/** Less than the time that a fault which answers is given, so that waiting in vain would show. */
const LONGEST_MS = 15_000;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

async function introspectUnder(name: FaultName): Promise<[Answer<Introspection>, number]> {
  simulator.clearFaults();
  simulator.fault(name);
  const before = simulator.requests.length;
  const { api } = quickApi(simulator, { timeoutMs: timeoutFor(name) });
  const answer = await api.introspect();
  return [answer, simulator.requests.length - before];
}

describe("every way in which Pleo can misbehave", () => {
  test.each(FAULT_NAMES)("%s", async (name) => {
    const [expected, requests] = EXPECTED[name];
    const started = performance.now();
    const [answer, sent] = await introspectUnder(name);
    expect(answer.kind === "ok" ? answer.kind : answer).toEqual(expected);
    expect(sent).toBe(requests);
    expect(performance.now() - started).toBeLessThan(LONGEST_MS);
  });
});

describe("a harmless oddity changes nothing of the answer", () => {
  const harmless = FAULT_NAMES.filter(
    (name) => EXPECTED[name][0] === "ok" && !name.startsWith("hostile"),
  );
  test.each(harmless)("%s", async (name) => {
    simulator.clearFaults();
    const usual = await quickApi(simulator).api.introspect();
    expect((await introspectUnder(name))[0]).toEqual(usual);
  });
});

describe("a wrong shape is no success, whatever was asked", () => {
  const shapes = ["wrong-types", "wrong-containers", "missing-fields", "null-body"] as const;
  test.each(shapes)("%s", async (name) => {
    simulator.clearFaults();
    simulator.fault(name);
    const { api } = quickApi(simulator);
    const wanted = { kind: "unreadable", problem: "wrong-shape" };
    expect(await api.installations()).toEqual(wanted);
    expect(await api.companies()).toEqual(wanted);
    expect(await api.company("10000000-0000-4000-8000-000000000001")).toEqual(wanted);
  });
});

test("hostile text is handed on as it is, since only who prints it knows what would harm", async () => {
  const [answer] = await introspectUnder("hostile-commands");
  expect(answer).toMatchObject({ kind: "ok", value: { subjectUrn: HOSTILE_TEXTS.commands } });
});

describe("the size of a body", () => {
  const LIST = '{"data":[]}';
  const sizes: readonly (readonly [number, string])[] = [
    [MAX_BODY_BYTES, "ok"],
    [MAX_BODY_BYTES + 1, "unreadable"],
  ];
  test.each(sizes)("of %i bytes is %s", async (size, kind) => {
    const headers = { "content-type": "application/json" };
    const fetch = (): Promise<Response> =>
      Promise.resolve(new Response(LIST + " ".repeat(size - LIST.length), { headers }));
    const { api } = quickApi(simulator, { platform: { fetch } });
    const answer = await api.probe({ method: "GET", path: "/v2/employees", query: {} });
    expect(answer.kind).toBe(kind);
  });

  test("that is announced as too large is not read", async () => {
    const headers = {
      "content-type": "application/json",
      "content-length": String(MAX_BODY_BYTES + 1),
    };
    const response = new Response("{}", { headers });
    const fetch = (): Promise<Response> => Promise.resolve(response);
    const { api } = quickApi(simulator, { platform: { fetch } });
    expect(await api.introspect()).toEqual(tooLarge);
    expect(response.bodyUsed).toBe(false);
  });
});

test("prototype keys stay data", async () => {
  await introspectUnder("prototype-keys");
  expect(Object.hasOwn(Object.prototype, "data")).toBe(false);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

describe("a redirect", () => {
  test.each([
    "redirect-301",
    "redirect-302",
    "redirect-303",
    "redirect-307",
    "redirect-308",
  ] as const)("%s to another host takes no request there", async (name) => {
    const other = await startSimulator();
    simulator.clearFaults();
    simulator.fault(name, { to: `${other.origin}/v1/introspect` });
    expect(await quickApi(simulator).api.introspect()).toEqual(redirected);
    expect(other.requests).toEqual([]);
    await other.close();
  });
});
