import { closeSync, openSync, readSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { createGlance } from "./glance.ts";
import type { Pace } from "./pace.ts";
import { FILE_FLAGS } from "./read-file.ts";
import { createByteSearch } from "./search/byte-search.ts";

export interface Glances {
  /** Which of the files want a second look, in their order, and how many bytes the others have together. */
  readonly glanceAt: (
    paths: readonly string[],
    pace: Pace,
    /** How many have been taken so far. */
    onTaken: (count: number) => void,
  ) => Promise<GlanceResult>;
  readonly close: () => void;
}

interface GlanceResult {
  readonly notable: readonly number[];
  readonly bytes: number;
}

/** Larger files are looked at for themselves. */
const BUFFER = 512 * 1024;
/** So many are taken at once, which keeps all threads busy until the end. */
const BATCH = 32;
/** Below that, a thread would start for nothing. */
const FEWEST_FOR_THREADS = 2000;
const MOST_THREADS = 4;

/**
 * What other threads do. It is handed over as a text, since a bundle of one entry has no file for a thread to begin
 * with, and to begin with the entry would run everything once more.
 */
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const files = require("node:fs");
const createByteSearch = ${createByteSearch.toString()};
const createGlance = ${createGlance.toString()};
const takeBatches = ${takeBatches.toString()};
const { search } = createByteSearch(workerData.needles);
const buffer = new Uint8Array(workerData.buffer);
const glance = createGlance({ files, flags: workerData.flags, search, buffer });
parentPort.on("message", ({ paths, counter }) => {
  const result = { notable: [], bytes: 0 };
  const take = takeBatches({ paths, counter: new Int32Array(counter), batch: workerData.batch }, glance);
  while (take(result));
  parentPort.postMessage(result);
});
`;

interface Batches {
  readonly paths: readonly string[];
  /** The first file that nobody has taken yet; all threads share it. */
  readonly counter: Int32Array;
  readonly batch: number;
}

interface GrowingResult {
  readonly notable: number[];
  bytes: number;
}

/**
 * Looks at some files that nobody has looked at; says whether there were any.
 *
 * Other threads get the text of this function, so it may use nothing from outside of it.
 */
function takeBatches(
  { paths, counter, batch }: Batches,
  glance: (path: string) => number,
): (result: GrowingResult) => boolean {
  return (result) => {
    const start = Atomics.add(counter, 0, batch);
    if (start >= paths.length) return false;
    const end = Math.min(paths.length, start + batch);
    for (let index = start; index < end; index++) {
      const bytes = glance(paths[index] ?? "");
      if (bytes < 0) result.notable.push(index);
      else result.bytes += bytes;
    }
    return true;
  };
}

/** Tells quickly, on several processors, which files want a closer look. */
export function openGlances(needles: readonly Uint8Array[]): Glances {
  const glance = createGlance({
    files: { openSync, readSync, closeSync },
    flags: FILE_FLAGS,
    search: createByteSearch(needles).search,
    buffer: new Uint8Array(BUFFER),
  });
  let workers: readonly Worker[] = [];
  const startWorkers = (): void => {
    if (workers.length > 0) return;
    const workerData = { needles, flags: FILE_FLAGS, buffer: BUFFER, batch: BATCH };
    // Of the environment and of what was given to this process, a thread needs nothing.
    const options = { eval: true, workerData, env: {}, argv: [], execArgv: [] };
    const count = Math.min(availableParallelism(), MOST_THREADS) - 1;
    workers = Array.from({ length: count }, () => new Worker(THREAD, options));
  };
  return {
    glanceAt: async (paths, pace, onTaken) => {
      if (paths.length >= FEWEST_FOR_THREADS) startWorkers();
      const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
      const counter = new Int32Array(shared);
      const others = workers.map((worker) => resultOf(worker, { paths, counter: shared }));
      const own: GrowingResult = { notable: [], bytes: 0 };
      const take = takeBatches({ paths, counter, batch: BATCH }, glance);
      while (take(own)) {
        if (!pace.isDue()) continue;
        onTaken(Math.min(paths.length, Atomics.load(counter, 0)));
        await pace.rest();
      }
      const results = [own, ...(await Promise.all(others))];
      // Nobody knows what a thread that failed has looked at.
      if (results.includes(undefined)) return { notable: [...paths.keys()], bytes: 0 };
      const known = results.filter((result) => result !== undefined);
      return {
        notable: known.flatMap(({ notable }) => notable).sort((one, other) => one - other),
        bytes: known.reduce((sum, { bytes }) => sum + bytes, 0),
      };
    },
    close: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
}

/** Nothing where the thread fails. */
function resultOf(worker: Worker, message: unknown): Promise<GlanceResult | undefined> {
  return new Promise((resolve) => {
    const settle = (result: GlanceResult | undefined): void => {
      worker.off("message", settle).off("error", fail).off("exit", fail);
      resolve(result);
    };
    const fail = (): void => {
      settle(undefined);
    };
    worker.on("message", settle).on("error", fail).on("exit", fail);
    worker.postMessage(message);
  });
}
