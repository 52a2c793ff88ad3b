import type { Verdict } from "../../src/report/report.ts";

export interface Progress {
  count(verdict: Verdict): void;
}

/** A log that says nothing for longer looks like one of a job that hangs. */
const LONGEST_SILENCE_MS = 30_000;
/** Each tenth is told of as well, unless they follow each other as fast as anybody can read. */
const SHORTEST_SILENCE_MS = 5_000;

/** Tells how far a long run has come. Names no tenant: the log is everybody's who sees the job. */
export function startProgress(
  total: number,
  log: (line: string) => void,
  monotonicMs: () => number = () => process.uptime() * 1000,
): Progress {
  const counts = { pass: 0, fail: 0, unknown: 0 };
  let done = 0;
  let told = { at: monotonicMs(), tenth: 0 };
  return {
    count: (verdict) => {
      counts[verdict] += 1;
      done += 1;
      const now = { at: monotonicMs(), tenth: Math.floor((10 * done) / total) };
      const silence = now.at - told.at;
      const isNews = now.tenth > told.tenth && silence >= SHORTEST_SILENCE_MS;
      if (done === total || !(isNews || silence >= LONGEST_SILENCE_MS)) return;
      told = now;
      const { pass, fail, unknown } = counts;
      log(`Checked ${done} of ${total} tenants: ${pass} pass, ${fail} fail, ${unknown} unknown.`);
    },
  };
}
