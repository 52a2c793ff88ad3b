/**
 * For tests of what costs time and waits for nothing. What else the machine does at that time does not count, but it
 * makes caches cold: limits need a margin all the same.
 */

/** Systems look only now and then at what a thread has used up: what is shorter is told by the clock on the wall. */
const LEAST_TOLD_MS = process.platform === "win32" ? 100 : 40;
/** Of what is shorter, nothing is said. */
const SHORTEST_MS = 5;
const ROUNDS = 5;
const MOST_TIMES = 500;

/** Milliseconds that this thread itself has worked. */
export function cpuTimeOf(work: () => unknown): number {
  const [began, before] = [performance.now(), process.threadCpuUsage()];
  work();
  const { user, system } = process.threadCpuUsage(before);
  const passed = performance.now() - began;
  return passed < LEAST_TOLD_MS ? passed : (user + system) / 1000;
}

/**
 * How many times as long the long work takes as the short one. Neighbours make a run slower and never faster, so the
 * fastest of several counts; they take turns, so that a busy while meets both.
 */
export function growthOf(prepare: (size: number) => () => unknown, ...sizes: Sizes): number {
  const [runShort, runLong] = [prepare(sizes[0]), prepare(sizes[1])];
  const times = timesFor(runShort);
  let [short, long] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    long = Math.min(long, cpuTimeOf(repeat(runLong, times)));
    if (long <= SHORTEST_MS) return 1;
    short = Math.min(short, cpuTimeOf(repeat(runShort, times)));
  }
  return long / Math.max(short, SHORTEST_MS / 2);
}

type Sizes = readonly [short: number, long: number];

/** How often something has to be done for the clock to see it; the first time is slower than all others. */
function timesFor(run: () => unknown): number {
  run();
  let times = 1;
  while (times < MOST_TIMES && cpuTimeOf(repeat(run, times)) < SHORTEST_MS) times *= 2;
  return times;
}

function repeat(run: () => unknown, times: number): () => void {
  return () => {
    for (let count = 0; count < times; count++) run();
  };
}
