/**
 * What the committed bundle of the Action costs before it does anything: the bytes that Node loads, and the start up to
 * the refusal of missing inputs (no network), against a Node that runs an empty file.
 *
 * CPU time is what the process itself counts, user and system over all its threads, when it exits; a hook
 * loaded by both contenders reports it. Wall time is what the parent waits, from start to the end of the process.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { listEagerFiles } from "../scripts/action-bundle/eager-files.ts";
import { report } from "./report.ts";
import { spread } from "./spread.ts";

const ENTRY = path.resolve("action/dist/index.js");
const PAIRS = 41;
const WARM_UPS = 3;

/** CommonJS, because a module loaded ahead would make Node start a part of itself that the empty file does not need. */
const REPORT_CPU = `process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  require("node:fs").writeSync(3, String((user + system) / 1000));
});`;

interface Run {
  readonly cpu: number;
  readonly wall: number;
}

const folder = mkdtempSync(path.join(tmpdir(), "bench-action-"));
try {
  const hook = write("report-cpu.cjs", REPORT_CPU);
  const empty = write("empty.mjs", "");
  printSizes();
  printStartUp(
    () => start(hook, empty),
    () => start(hook, ENTRY),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function printSizes(): void {
  const sizes = [...listEagerFiles(ENTRY)].map((file) => ({
    "loaded eagerly": path.relative(".", file),
    bytes: statSync(file).size,
  }));
  const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
  report({
    title: "What Node loads before the run begins",
    rows: [...sizes, { "loaded eagerly": "together", bytes }],
  });
}

function start(hook: string, file: string): Run {
  // Nothing of the runner's, so that the Action finds no input wherever this is measured.
  const { PATH, SystemRoot } = process.env;
  const began = performance.now();
  const { output, status, stderr } = spawnSync(process.execPath, ["--require", hook, file], {
    env: { PATH, SystemRoot },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    encoding: "utf8",
  });
  const wall = performance.now() - began;
  // The Action refuses with 1; everything else is a crash, whose start-up is nobody's business.
  if (status !== (file === ENTRY ? 1 : 0) || stderr !== "") {
    throw new Error(`${file} ended with ${status ?? "a signal"}: ${stderr}`);
  }
  return { cpu: Number(output[3]), wall };
}

function printStartUp(runBare: () => Run, runAction: () => Run): void {
  const pairs = Array.from({ length: WARM_UPS + PAIRS }, (_, index) => {
    // In turns, and each first in half of the pairs, so that the machine's other work meets both alike.
    if (index % 2 === 0) return { bare: runBare(), action: runAction() };
    const action = runAction();
    return { bare: runBare(), action };
  }).slice(WARM_UPS);
  const rows = (["cpu", "wall"] as const).map((clock) => ({
    "start-up": `${clock} ms`,
    "bare node": spread(
      pairs.map(({ bare }) => bare[clock]),
      2,
    ),
    action: spread(
      pairs.map(({ action }) => action[clock]),
      2,
    ),
    "action / bare": spread(
      pairs.map(({ bare, action }) => action[clock] / bare[clock]),
      2,
    ),
  }));
  report({ title: `Start to end, ${PAIRS} pairs, median [quartiles]`, rows });
}
