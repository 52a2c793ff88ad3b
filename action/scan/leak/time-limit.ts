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
