/** Lets a long run breathe: it can be ended, and says now and then how far it is. */
export interface Pace {
  /** Whether it is time to rest. */
  readonly isDue: () => boolean;
  /** Gives way to everything else, and throws if the run was ended. */
  readonly rest: () => Promise<void>;
}

interface PaceOptions {
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
  readonly progress: (line: string) => void;
  /** How far the run is, in words. */
  readonly describe: () => string;
}

/** Nobody notices so short a wait before a run that was cancelled ends. */
const WORK_MS = 25;
const PROGRESS_MS = 5000;

export function createPace({ now, signal, progress, describe }: PaceOptions): Pace {
  let rested = now();
  let told = rested;
  return {
    isDue: () => now() - rested > WORK_MS,
    rest: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      rested = now();
      if (rested - told < PROGRESS_MS) return;
      told = rested;
      progress(describe());
    },
  };
}
