import type { Answer } from "../../src/ports.ts";
import type { Deadline } from "./deadline.ts";

/** One request's outcome, and whether asking again may help. */
export interface Attempt<T> {
  readonly answer: Answer<T>;
  /** Absent: this is final. Otherwise the least time Pleo wants to pass, in milliseconds. */
  readonly retryAfterMs?: number;
}

export interface RetryLimits {
  readonly deadline: Deadline;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

const MAX_ATTEMPTS = 3;
const FIRST_BACKOFF_MS = 250;
/** Nobody watches a job for longer. Asking sooner than told would only prolong a rate limit. */
export const LONGEST_WAIT_MS = 30_000;

export const TIMED_OUT = { kind: "unavailable", because: "timeout" } as const;
export const NOT_ASKED = { kind: "unavailable", because: "not-asked" } as const;

/** Asks until there is a final answer, the attempts are used up, or waiting would outlast the run. */
export async function withRetries<T>(
  attempt: () => Promise<Attempt<T>>,
  { deadline, sleep, random }: RetryLimits,
): Promise<Answer<T>> {
  if (deadline.remainingMs() <= 0) return NOT_ASKED;
  for (let count = 1; deadline.remainingMs() > 0; count += 1) {
    const { answer, retryAfterMs } = await attempt();
    if (retryAfterMs === undefined || count === MAX_ATTEMPTS) return answer;
    const waitMs = Math.max(retryAfterMs, backoffMs(count, random));
    if (waitMs > LONGEST_WAIT_MS || waitMs >= deadline.remainingMs()) return answer;
    await sleep(waitMs);
  }
  return TIMED_OUT;
}

/** Full jitter, so that many jobs that failed together do not come back together. */
function backoffMs(count: number, random: () => number): number {
  return random() * FIRST_BACKOFF_MS * 2 ** (count - 1);
}
