import { setTimeout as sleepFor } from "node:timers/promises";
import type { Pace } from "../pleo-api/client.ts";
import type { Deadline } from "../pleo-api/deadline.ts";

export interface PaceOptions {
  /** `Infinity` for a simulator. */
  readonly requestsPerMinute: number;
  /** The end of the whole run. Once it is over nobody waits any more; whoever has a turn looks before sending. */
  readonly deadline: Deadline;
  /** Told how long all wait from now, where that is long, and longer than was known. */
  readonly onHeld?: (milliseconds: number) => void;
  /** Goes only forward. */
  readonly monotonicMs?: () => number;
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

const MINUTE_MS = 60_000;
/** Turns that came too late may follow each other so closely that the budget of this time is used. */
const CATCH_UP_MS = 1_000;
/** Where Pleo does not say how long, and then twice that for as long as it goes on. */
const FIRST_UNTOLD_WAIT_MS = 1_000;
/** Its limit is said to be one per minute. */
const LONGEST_UNTOLD_WAIT_MS = MINUTE_MS;
/** One answer in error may not stop a whole fleet for a day: after this, one more request shows whether it was meant. */
const LONGEST_HOLD_MS = 5 * MINUTE_MS;
/** Of a shorter pause nobody who watches a log wants to hear. */
const WORTH_TELLING_MS = 5_000;
/** Beyond it, a timer fires at once. */
const LONGEST_SLEEP_MS = 2 ** 31 - 1;

/** Spreads turns evenly: a burst of a whole minute's budget would look like an attack, and starve others. */
export function createPace(options: PaceOptions): Pace {
  return new EvenPace(options);
}

class EvenPace implements Pace {
  private readonly options: Required<Omit<PaceOptions, "requestsPerMinute">>;
  private readonly intervalMs: number;
  private readonly waiting: (() => void)[] = [];
  private nextAt: number;
  private heldUntil = -Infinity;
  private untoldWaitMs = 0;
  private isServing = false;

  constructor({ requestsPerMinute, ...options }: PaceOptions) {
    this.options = {
      onHeld: () => undefined,
      monotonicMs: () => process.uptime() * 1000,
      sleep: (milliseconds) => sleepFor(milliseconds),
      ...options,
    };
    this.intervalMs = MINUTE_MS / requestsPerMinute;
    this.nextAt = this.options.monotonicMs();
  }

  turn(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.waiting.push(() => {
      resolve(undefined);
    });
    void this.serve();
    return promise;
  }

  heed(retryAfterMs: number): void {
    const { monotonicMs, deadline, onHeld } = this.options;
    const now = monotonicMs();
    const asked = retryAfterMs > 0 ? retryAfterMs : this.chooseWait(now);
    const wait = Math.min(asked, LONGEST_HOLD_MS, deadline.remainingMs());
    const longer = now + wait - Math.max(this.heldUntil, now);
    if (longer <= 0) return;
    this.heldUntil = now + wait;
    this.nextAt = Math.max(this.nextAt, this.heldUntil);
    if (longer >= WORTH_TELLING_MS) onHeld(wait);
  }

  /** Requests that were on their way when the first was refused say nothing new. */
  private chooseWait(now: number): number {
    if (now < this.heldUntil) return 0;
    const goesOn = now < this.heldUntil + this.untoldWaitMs;
    this.untoldWaitMs = goesOn
      ? Math.min(2 * this.untoldWaitMs, LONGEST_UNTOLD_WAIT_MS)
      : FIRST_UNTOLD_WAIT_MS;
    return this.untoldWaitMs;
  }

  /** One at a time, and for all: a limit that is told of while this sleeps is seen on waking. */
  private async serve(): Promise<void> {
    if (this.isServing) return;
    this.isServing = true;
    const { monotonicMs, sleep, deadline } = this.options;
    while (this.waiting.length > 0) {
      const now = monotonicMs();
      const wait = Math.min(this.nextAt - now, deadline.remainingMs(), LONGEST_SLEEP_MS);
      if (wait > 0) {
        await sleep(Math.ceil(wait));
      } else {
        this.nextAt = Math.max(this.nextAt, now - CATCH_UP_MS) + this.intervalMs;
        this.waiting.shift()?.();
      }
    }
    this.isServing = false;
  }
}
