/** One end for a whole run; several keys may share it. */
export interface Deadline {
  /** Whole milliseconds; zero or less once it is over. */
  remainingMs(): number;
}

/** A deadline of one among many, who is not charged for waiting until it is that one's turn. */
export interface PausableDeadline extends Deadline {
  /** What goes by until it is settled does not count. Several at once stop the time once. */
  pauseFor<T>(waiting: Promise<T>): Promise<T>;
}

/** Starts now. Measured on a clock that only goes forward, so that setting the time changes nothing. */
export function startDeadline(
  totalMs: number,
  monotonicMs: () => number = () => process.uptime() * 1000,
): Deadline {
  const end = monotonicMs() + totalMs;
  // Rounded down: a timer may fire a fraction early, and nothing can be asked in what is left then.
  return { remainingMs: () => Math.floor(end - monotonicMs()) };
}

/** The same, with an end that moves on while it is paused, though never beyond that of the whole. */
export function startPausableDeadline(
  totalMs: number,
  whole: Deadline,
  monotonicMs: () => number = () => process.uptime() * 1000,
): PausableDeadline {
  const end = monotonicMs() + totalMs;
  let pausedMs = 0;
  let pausedAt = 0;
  let pauses = 0;
  const spentWaiting = (): number => pausedMs + (pauses > 0 ? monotonicMs() - pausedAt : 0);
  return {
    remainingMs: () =>
      Math.min(Math.floor(end + spentWaiting() - monotonicMs()), whole.remainingMs()),
    pauseFor: async (waiting) => {
      if (pauses === 0) pausedAt = monotonicMs();
      pauses += 1;
      try {
        return await waiting;
      } finally {
        pausedMs = pauses === 1 ? spentWaiting() : pausedMs;
        pauses -= 1;
      }
    },
  };
}
