import { setTimeout as sleepFor } from "node:timers/promises";
import type { PleoKey } from "../../src/key/pleo-key.ts";
import type { ApiRequest } from "../../src/pleo/endpoint.ts";
import type { Answer, Clock, PleoApi } from "../../src/ports.ts";
import { parseApiOrigin } from "./api-origin.ts";
import { attempt } from "./attempt.ts";
import { basicAuthorization, secretDetector } from "./credential.ts";
import type { Deadline } from "./deadline.ts";
import { requireReading } from "./read-only.ts";
import { NOT_ASKED, withRetries, type Attempt } from "./retry.ts";
import {
  decodeCompanies,
  decodeCompany,
  decodeInstallations,
  decodeIntrospection,
  decodeProbe,
  type Decode,
} from "./schemas.ts";
import { requireVerifiedTls, type TlsEnvironment } from "./tls.ts";
import { judgeWithoutSecrets } from "./without-secrets.ts";

export interface PleoApiOptions {
  readonly key: PleoKey;
  /** One of Pleo's external hosts, or a simulator on this machine. */
  readonly origin: string | URL;
  /** After it, every question is answered `timeout` at once. */
  readonly deadline: Deadline;
  readonly env: TlsEnvironment;
  /** For one attempt: connecting, headers and body. */
  readonly timeoutMs?: number;
  /** Shared by all who ask Pleo at the same time; without it, nobody waits. */
  readonly pace?: Pace;
  /** Says no only of a text that holds neither this key nor any other, and says it sooner than a look for each spelling. */
  readonly mayHoldSecret?: (text: string) => boolean;
  readonly platform?: Partial<Platform>;
}

/** One budget of requests for all who ask. Turns come in the order in which they were asked for. */
export interface Pace {
  /** Resolves when the next attempt may be sent. */
  turn(): Promise<void>;
  /** Pleo has had enough, and wants nothing for so long; zero where it does not say. */
  heed(retryAfterMs: number): void;
}

/** What the adapter takes from Node, so that a test can give it something else. */
export interface Platform {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
  readonly clock: Clock;
}

const DEFAULT_TIMEOUT_MS = 10_000;

// `fetch` is looked up at each call: setting up a proxy may replace what is behind it.
const NODE: Platform = {
  fetch: (url, init) => fetch(url, init),
  sleep: (milliseconds) => sleepFor(milliseconds),
  random: () => Math.random(),
  clock: { now: () => new Date() },
};

type Ask = <T>(request: ApiRequest, decode: Decode<T>) => Promise<Answer<T>>;

/** Pleo over HTTPS. Throws a `GuardError` when the key must not, or cannot, be sent. */
export function createPleoApi(options: PleoApiOptions): PleoApi {
  const ask = createAsk(options);
  return {
    introspect: () => ask(get("/v1/introspect"), decodeIntrospection),
    installations: () => ask(get("/v1/installations/me"), decodeInstallations),
    companies: () => ask(get("/v1/companies", { limit: "2" }), decodeCompanies),
    company: (id) => ask(get(`/v1/companies/${id}`), decodeCompany),
    probe: (request) => ask(request, decodeProbe),
  };
}

function createAsk(options: PleoApiOptions): Ask {
  const { key, deadline, timeoutMs = DEFAULT_TIMEOUT_MS, pace } = options;
  const { fetch: send, sleep, random, clock } = { ...NODE, ...options.platform };
  requireVerifiedTls(options.env);
  const { base } = parseApiOrigin(options.origin);
  const authorization = basicAuthorization(key);
  const holdsSecret = secretDetector(key, options.mayHoldSecret);
  return async (request, decode) => {
    requireReading(request);
    const url = addressOf(base, request);
    const judge = judgeWithoutSecrets(decode, holdsSecret);
    const attemptOnce = () =>
      attempt((signal) => send(url, { ...initOf(request, authorization), signal }), judge, {
        timeoutMs: Math.min(timeoutMs, deadline.remainingMs()),
        now: () => clock.now(),
      });
    const inTurn = pace === undefined ? attemptOnce : takingTurns(attemptOnce, pace, deadline);
    return withRetries(inTurn, { deadline, sleep, random });
  };
}

/** A rate limit is everybody's: whoever meets it waits with all others, and not by itself. */
function takingTurns<T>(
  attemptOnce: () => Promise<Attempt<T>>,
  pace: Pace,
  deadline: Deadline,
): () => Promise<Attempt<T>> {
  return async () => {
    await pace.turn();
    if (deadline.remainingMs() <= 0) return { answer: NOT_ASKED };
    const outcome = await attemptOnce();
    const { answer, retryAfterMs } = outcome;
    const isLimited = answer.kind === "unavailable" && answer.because === "rate-limited";
    if (!isLimited || retryAfterMs === undefined) return outcome;
    pace.heed(retryAfterMs);
    return { answer, retryAfterMs: 0 };
  };
}

function get(path: string, query: Readonly<Record<string, string>> = {}): ApiRequest {
  return { method: "GET", path, query };
}

function addressOf(base: string, { path, query }: ApiRequest): string {
  const parameters = new URLSearchParams(query).toString();
  return base + path + (parameters === "" ? "" : `?${parameters}`);
}

function initOf({ method, body }: ApiRequest, authorization: string): RequestInit {
  const hasBody = method === "POST";
  return {
    method,
    headers: {
      authorization,
      accept: "application/json",
      "user-agent": "pleo-key-guard",
      ...(hasBody ? { "content-type": "application/json" } : {}),
    },
    ...(hasBody ? { body: JSON.stringify(body ?? {}) } : {}),
    // Following one would hand the key to whoever it names.
    redirect: "manual",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  };
}
