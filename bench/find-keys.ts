import { findKeys } from "../src/key/find-keys.ts";
import { maskText } from "../src/key/mask-text.ts";
import { report } from "./report.ts";
import { createTexts } from "./texts.ts";

/** What a plain regular expression costs that knows one spelling of one shape, and no neighbours. */
const PLAIN_PATTERN = /\bpl[ps]_[a-f0-9]{32}_[a-f0-9]{6}\b/g;
const ROUNDS = 15;

type Contender = (text: string) => number;

const contenders: Readonly<Record<"regex" | "findKeys" | "maskText", Contender>> = {
  regex: (text) => [...text.matchAll(PLAIN_PATTERN)].length,
  findKeys: (text) => findKeys(text).length,
  maskText: (text) => maskText(text).length,
};

const rows = createTexts(1 << 20).map(({ name, text }) => {
  const half = text.slice(0, text.length / 2);
  const times = measure(text, half);
  return {
    text: name,
    found: contenders.findKeys(text),
    "regex ms": show(times.regex),
    "findKeys ms": show(times.findKeys),
    "maskText ms": show(times.maskText),
    "findKeys / regex": ratio(times.findKeys, times.regex),
    "whole / half": ratio(times.findKeys, times.half),
  };
});
report({ title: `Texts of 1 MiB, ${ROUNDS} rounds, median ± half of the range`, rows });

/** In turns, so that whatever else the machine does meets all of them alike. */
function measure(text: string, half: string): Record<keyof typeof contenders | "half", number[]> {
  const times = { regex: [], findKeys: [], maskText: [], half: [] } as ReturnType<typeof measure>;
  for (let round = -2; round < ROUNDS; round++) {
    const taken = {
      regex: timeOf(() => contenders.regex(text)),
      findKeys: timeOf(() => contenders.findKeys(text)),
      half: timeOf(() => contenders.findKeys(half)),
      maskText: timeOf(() => contenders.maskText(text)),
    };
    if (round < 0) continue; // The first rounds warm the compiler up.
    for (const [name, time] of Object.entries(taken)) times[name as keyof typeof taken].push(time);
  }
  return times;
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The median, and how far the fastest and the slowest run are apart. */
function show(times: readonly number[]): string {
  const spread = Math.max(...times) - Math.min(...times);
  return `${median(times).toFixed(2)} ±${(spread / 2).toFixed(2)}`;
}

function ratio(one: readonly number[], other: readonly number[]): string {
  return `${(median(one) / median(other)).toFixed(1)}x`;
}

function median(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
