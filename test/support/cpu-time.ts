/**
 * For tests of what costs time and waits for nothing. What else the machine does at that time does not count, but it
 * makes caches cold: limits need a margin all the same.
 */

/** Some systems look at what a thread has used up only now and then; what is shorter says nothing. */
const SHORTEST_MS = process.platform === "win32" ? 16 : 5;
const ROUNDS = 5;

/** Milliseconds that this thread itself has worked. */
export function cpuTimeOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How many times as long the long work takes as the short one. Neighbours make a run slower and never faster, so the
 * fastest of several counts; they take turns, so that a busy while meets both.
 */
export function growthOf(prepare: (size: number) => () => unknown, ...sizes: Sizes): number {
  const [runShort, runLong] = [prepare(sizes[0]), prepare(sizes[1])];
  let [short, long] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    long = Math.min(long, cpuTimeOf(runLong));
    if (long <= SHORTEST_MS) return 1;
    short = Math.min(short, cpuTimeOf(runShort));
  }
  return long / Math.max(short, SHORTEST_MS);
}

type Sizes = readonly [short: number, long: number];
