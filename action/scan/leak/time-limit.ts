/**
 * Nothing tells an action what is left of its job. That many are enough for a hundred gigabytes of files or millions of
 * versions; what takes longer hangs, and would hold the job for the six hours that it may take.
 */
export const LONGEST_SCAN_MINUTES = 15;

/** How long a scan may take, and whether that is over. */
export interface TimeLimit {
  /** Aborted when the run is ended, and when the time is over. */
  readonly signal: AbortSignal;
  readonly isOver: () => boolean;
  /** Nobody asks any more. */
  readonly release: () => void;
}

class OutOfTime extends Error {
  override readonly name = "OutOfTime";
}

export function startTimeLimit(milliseconds: number, ended: AbortSignal | undefined): TimeLimit {
  const controller = new AbortController();
  const end = (): void => {
    controller.abort(ended?.reason);
  };
  ended?.addEventListener("abort", end);
  const timer = setTimeout(() => {
    controller.abort(new OutOfTime());
  }, milliseconds);
  const { signal } = controller;
  return {
    signal,
    isOver: () => signal.reason instanceof OutOfTime,
    release: () => {
      clearTimeout(timer);
      ended?.removeEventListener("abort", end);
    },
  };
}
