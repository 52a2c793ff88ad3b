/** One end for a whole run; several keys may share it. */
export interface Deadline {
  /** Whole milliseconds; zero or less once it is over. */
  remainingMs(): number;
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
