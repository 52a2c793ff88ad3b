import type { Answer } from "../../src/ports.ts";
import { readJson } from "./body.ts";
import { parseRetryAfterMs } from "./retry-after.ts";
import { TIMED_OUT, type Attempt } from "./retry.ts";
import { answerToStatus } from "./status.ts";
import type { Judge } from "./without-secrets.ts";

/** Sends one request, and gives up on it when the signal says so. */
export type Send = (signal: AbortSignal) => Promise<Response>;

export interface AttemptLimits {
  /** For connecting, headers and body together. */
  readonly timeoutMs: number;
  readonly now: () => Date;
}

// Beyond it, a timer fires at once.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const NETWORK_FAILURE = {
  answer: { kind: "unavailable", because: "network" },
  retryAfterMs: 0,
} as const;

/**
 * One request from start to end. What `fetch` throws stops here: its errors may carry the request, and so
 * the key. A timeout is final: waiting was given its full time, and further silences of that length would
 * use up the run's time for the questions that follow.
 */
export async function attempt<T>(
  send: Send,
  judge: Judge<T>,
  { timeoutMs, now }: AttemptLimits,
): Promise<Attempt<T>> {
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(
    () => {
      controller.abort();
    },
    Math.min(timeoutMs, LONGEST_TIMER_MS),
  );
  let isReadThrough = false;
  try {
    const { outcome, isWhole } = await receive(await send(signal), judge, now);
    isReadThrough = isWhole;
    return signal.aborted ? { answer: TIMED_OUT } : outcome;
  } catch {
    return signal.aborted ? { answer: TIMED_OUT } : NETWORK_FAILURE;
  } finally {
    clearTimeout(timer);
    // Drops whatever was not read, such as an error's body, and the connection with it. Of an answer that was read to
    // its end nothing is left, and aborting takes a fifth of the time that asking does.
    if (!isReadThrough) controller.abort();
  }
}

interface Received<T> {
  readonly outcome: Attempt<T>;
  /** Nothing of the answer is still on its way. */
  readonly isWhole: boolean;
}

async function receive<T>(
  response: Response,
  judge: Judge<T>,
  now: () => Date,
): Promise<Received<T>> {
  const answer = answerToStatus(response.status);
  if (answer !== undefined) {
    if (!isWorthRepeating(answer)) return { outcome: { answer }, isWhole: false };
    const header = response.headers.get("retry-after");
    const retryAfterMs = parseRetryAfterMs(header, now());
    return { outcome: { answer, retryAfterMs }, isWhole: false };
  }
  return read(response, judge);
}

async function read<T>(response: Response, judge: Judge<T>): Promise<Received<T>> {
  const body = await readJson(response);
  if (body.kind === "unreadable") {
    // A body that breaks off is the connection's doing, not the answer's: the next one may hold.
    const isCut = body.problem === "cut-short";
    return { outcome: { answer: body, ...(isCut ? { retryAfterMs: 0 } : {}) }, isWhole: false };
  }
  return { outcome: { answer: judge(body.value) }, isWhole: true };
}

function isWorthRepeating(answer: Answer<never>): boolean {
  return (
    answer.kind === "unavailable" &&
    (answer.because === "rate-limited" || answer.because === "server-error")
  );
}
