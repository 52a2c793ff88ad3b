/**
 * Runs every comparison, one after the other and each in a process of its own, and writes `docs/benchmarks.md` from what
 * they measured. Takes about two hours on a machine that does nothing else, most of them for the tree of 200,000 lines; with
 * less of it (`BENCH_LINES`, `BENCH_ROUNDS` and the like) it is quicker, and the page says so.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { machineOf, renderBenchmarks, type Chapter } from "./page.ts";
import { RECORD_VARIABLE, type Measurement } from "./report.ts";

const PAGE = "docs/benchmarks.md";

const COMPARISONS: readonly Omit<Chapter, "measurements">[] = [
  {
    script: "bench/find-keys.ts",
    command: "npm run bench:find",
    title: "Finding and masking keys in a text",
    about:
      "Against a plain regular expression that knows one spelling of a key and nothing of what stands around it. The last column shows that twice the text takes twice the time, also for texts made to be slow.",
  },
  {
    script: "bench/action.ts",
    command: "npm run bench:action",
    title: "The Action's start",
    about:
      "The committed bundle up to its refusal of missing inputs, against a Node that runs an empty file, in pairs.",
  },
  {
    script: "bench/lint.ts",
    command: "npm run bench:lint",
    title: "The ESLint plugin",
    about:
      "Beside no rules at all, rules that do nothing, and the plugins that look for secrets, on generated programs.",
  },
  {
    script: "bench/secretlint.ts",
    command: "npm run bench:secretlint",
    title: "The rule for secretlint",
    about:
      "Beside a rule that does nothing, a rule of one regular expression, and secretlint's recommended preset.",
  },
  {
    script: "bench/leak.ts",
    command: "npm run bench:leak",
    title: "The leak scan",
    about:
      "Beside ripgrep with the same needles, on the same tree, and beside `git cat-file --batch` on the same history.",
  },
  {
    script: "bench/fleet.ts",
    command: "npm run bench:fleet",
    title: "Many tenants",
    about:
      "Checks of generated tenants against a simulated Pleo in another process: time and memory by their number without a budget, and how well the default budget is kept.",
  },
];

function run(comparison: Omit<Chapter, "measurements">, record: string): Chapter {
  writeFileSync(record, "");
  console.log(`\n══ ${comparison.title}: ${comparison.script}`);
  const { status } = spawnSync(process.execPath, [comparison.script], {
    stdio: "inherit",
    env: { ...process.env, [RECORD_VARIABLE]: record },
  });
  if (status !== 0) throw new Error(`${comparison.script} ended with ${status ?? "a signal"}`);
  const lines = readFileSync(record, "utf8").trim().split("\n");
  return { ...comparison, measurements: lines.map((line) => JSON.parse(line) as Measurement) };
}

const folder = mkdtempSync(path.join(tmpdir(), "bench-"));
try {
  const record = path.join(folder, "record.jsonl");
  const chapters = COMPARISONS.map((comparison) => run(comparison, record));
  writeFileSync(PAGE, renderBenchmarks(chapters, machineOf()));
  console.log(`\nwrote ${PAGE}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
