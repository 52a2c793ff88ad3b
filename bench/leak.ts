/**
 * What looking for a key costs, side by side in one run, whole processes from start to end:
 *
 * - the files of a generated tree, against `ripgrep -uuu -a -F` with the same needles;
 * - the history of a generated repository, against `git cat-file --batch` alone on the same list of objects.
 *
 * `BENCH_MEGABYTES`, `BENCH_BLOBS` and `BENCH_ROUNDS` change the sizes. The contenders take turns in changing order, and
 * what is compared is the ratio within a round.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import type { ChildProcess, SpawnOptions } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rgPath } from "@vscode/ripgrep";
import { rolldown } from "rolldown";
import { needlesOf } from "../action/scan/leak/search/needles.ts";
import { exampleKey } from "../test/support/keys.ts";
import { seededRandom } from "./seeded-random.ts";
import { report } from "./report.ts";
import { spread } from "./spread.ts";
import { createTexts } from "./texts.ts";
import { createTree } from "./trees.ts";

const MEGABYTES = Number(process.env["BENCH_MEGABYTES"] ?? 300);
const BLOBS = Number(process.env["BENCH_BLOBS"] ?? 20_000);
const ROUNDS = Number(process.env["BENCH_ROUNDS"] ?? 15);
const WARM_UPS = 2;
const FILES_PER_COMMIT = 10;
const PATHS = 2000;

const ROOT = path.join(import.meta.dirname, "..");
const KEY = exampleKey();

/** What the Action does with one key, and nothing else. */
const ENTRY = `import { scanForLeaks } from ${JSON.stringify(path.join(ROOT, "action/scan/leak/leak-scan.ts"))};
import { PleoKey } from ${JSON.stringify(path.join(ROOT, "src/key/pleo-key.ts"))};
const [workspace, mode] = process.argv.slice(2);
const { findings, seen } = await scanForLeaks(
  {
    scan: { modes: new Set([mode]), paths: [], includesIgnored: true },
    keys: [{ key: new PleoKey(process.env.BENCH_KEY), which: "the key" }],
    workspace,
    base: undefined,
    words: { revoke: "delete it", renew: "make another" },
  },
  { progress: () => undefined, now: () => performance.now() },
);
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ found: findings.length, seen, megabytes: maxRSS / 1024 }));
`;

interface ScanOptions {
  readonly mode: "workspace" | "history";
  readonly key?: string;
}

interface Scanned {
  readonly found: number;
  readonly seen: string;
  readonly megabytes: number;
}

const folder = mkdtempSync(path.join(tmpdir(), "bench-leak-"));
try {
  const entry = await bundleEntry();
  await benchTree(entry);
  await benchHistory(entry);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bundleEntry(): Promise<string> {
  const input = path.join(folder, "entry.js");
  writeFileSync(input, ENTRY);
  const build = await rolldown({ input, platform: "node", tsconfig: false });
  const dir = path.join(folder, "bundle");
  await build.write({ dir, format: "esm", entryFileNames: "scan.mjs" });
  await build.close();
  return path.join(dir, "scan.mjs");
}

function scan(entry: string, workspace: string, { mode, key = KEY }: ScanOptions): Scanned {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, workspace, mode], {
    env: { PATH: process.env["PATH"], BENCH_KEY: key },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The scan ended with ${status ?? "a signal"}: ${stderr}`);
  return JSON.parse(stdout) as Scanned;
}

async function benchTree(entry: string): Promise<void> {
  const tree = path.join(folder, "tree");
  const bytes = fillTree(tree);
  // Each finds the one key that is there, or else there was nothing to compare.
  appendFileSync(path.join(tree, "module-0/file-0.ts"), `// ${KEY}\n`);
  const needles = needlesOf([KEY]);
  const patterns = path.join(folder, "needles");
  writeFileSync(
    patterns,
    needles.map((needle) => `${needle.bytes.toString("latin1")}\n`).join(""),
    "latin1",
  );
  let scanned: Scanned | undefined;
  const times = await race({
    ripgrep: () => {
      const args = ["-uuu", "-a", "-F", "-f", patterns, tree];
      const { status, stdout } = spawnSync(rgPath, args, { encoding: "utf8" });
      if (status !== 0 || !stdout.includes(KEY)) throw new Error("ripgrep did not find the key.");
      return Promise.resolve();
    },
    scan: () => {
      scanned = scan(entry, tree, { mode: "workspace" });
      if (scanned.found !== 1) throw new Error(`The scan found ${scanned.found} keys, not 1.`);
      return Promise.resolve();
    },
  });
  report({
    title: `${(bytes / 1e6).toFixed(0)} MB of files, ${needles.length} needles, ${ROUNDS} rounds, milliseconds`,
    rows: [{ ...ratioOf(times, "ripgrep"), ...costOf(scanned) }],
  });
}

/** Four fifths in small files, the rest in large ones. */
function fillTree(tree: string): number {
  const target = MEGABYTES * 1e6;
  mkdirSync(tree);
  const perFile = createTree(path.join(folder, "sample"), 500) / 500;
  let bytes = createTree(tree, Math.round((target * 0.8) / perFile));
  const [source, mixed] = createTexts(8_000_000).map(({ text }) => text);
  for (let index = 0; bytes < target; index++) {
    const text = (index % 2 === 0 ? source : mixed) ?? "";
    writeFileSync(path.join(tree, `large-${index}.js`), text);
    bytes += text.length;
  }
  return bytes;
}

async function benchHistory(entry: string): Promise<void> {
  const repository = path.join(folder, "repository");
  createRepository(repository);
  const list = path.join(folder, "list");
  const ids = git(repository, "rev-list", "--objects", "--all", "--filter=object:type=blob")
    .split("\n")
    .map((line) => `${line.split(" ")[0] ?? ""}\n`);
  const commits = git(repository, "rev-list", "--all").split("\n");
  writeFileSync(list, [...ids, ...commits.map((id) => `${id}\n`)].join(""));
  const found = scan(entry, repository, { mode: "history" }).found;
  if (found !== 1) throw new Error(`The scan found ${found} keys, not 1.`);
  const read = (output: "ignore" | "pipe"): SpawnOptions => ({
    stdio: [openSync(list, "r"), output, "inherit"],
  });
  const args = ["-C", repository, "cat-file", "--batch", "--buffer"];
  let scanned: Scanned | undefined;
  const times = await race({
    "git cat-file": () => ended(spawn("git", args, read("ignore"))),
    "Node reading it": async () => {
      const child = spawn("git", args, read("pipe"));
      child.stdout?.resume();
      await ended(child);
    },
    scan: () => {
      // Another key: what is found has to be explained, which asks git more.
      scanned = scan(entry, repository, { mode: "history", key: exampleKey() });
      if (scanned.found !== 0) throw new Error("The scan found a key that is not there.");
      return Promise.resolve();
    },
  });
  const history = `A history of ${ids.length} files and ${commits.length} commits, ${ROUNDS} rounds, milliseconds`;
  report({
    title: history,
    rows: [{ ...ratioOf(times, "git cat-file"), ...costOf(scanned) }],
  });
  report({
    title: "The same beside a Node that reads what git prints, and does nothing with it",
    rows: [ratioOf(times, "Node reading it")],
  });
}

function costOf(scanned: Scanned | undefined): Readonly<Record<string, string>> {
  return scanned === undefined
    ? {}
    : { "peak memory": `${scanned.megabytes.toFixed(0)} MB`, seen: scanned.seen };
}

async function ended(child: ChildProcess): Promise<void> {
  const [status] = (await once(child, "close")) as [number | null];
  if (status !== 0) throw new Error("git could not read the objects.");
}

/** Files that grow and change over many commits, as those of a project do. */
function createRepository(repository: string): void {
  execFileSync("git", ["init", "-q", "-b", "main", repository]);
  const stream = path.join(folder, "stream");
  const file = openSync(stream, "w");
  const random = seededRandom(11);
  const [source = ""] = createTexts(2_000_000).map(({ text }) => text);
  for (let blob = 0; blob < BLOBS; blob++) {
    if (blob % FILES_PER_COMMIT === 0) {
      const date = `${1_700_000_000 + blob} +0000`;
      writeSync(
        file,
        `commit refs/heads/main\ncommitter Bench <b@example.com> ${date}\ndata 6\nchange\n`,
      );
    }
    const start = Math.floor(random() * (source.length - 20_000));
    const secret = blob === 17 ? `\n${KEY}\n` : "";
    const text = `${source.slice(start, start + 500 + Math.floor(random() * 15_000))}${secret}`;
    const name = Math.floor(random() * PATHS);
    writeSync(
      file,
      `M 100644 inline src/folder-${name % 40}/file-${name}.ts\ndata ${text.length}\n${text}\n`,
    );
  }
  closeSync(file);
  const input = openSync(stream, "r");
  execFileSync("git", ["-C", repository, "fast-import", "--quiet"], {
    stdio: [input, "ignore", "inherit"],
  });
  closeSync(input);
  rmSync(stream);
  execFileSync("git", ["-C", repository, "repack", "-adfq"]);
}

function git(repository: string, ...args: readonly string[]): string {
  const options = { encoding: "utf8", maxBuffer: 1e9 } as const;
  return execFileSync("git", ["-C", repository, ...args], options).trim();
}

type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>;

/** In turns, and each first in half of the rounds. */
async function race<Name extends string>(
  contenders: Readonly<Record<Name, () => Promise<void>>>,
): Promise<Times<Name>> {
  const names = Object.keys(contenders) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  for (let round = -WARM_UPS; round < ROUNDS; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const start = performance.now();
      await contenders[name]();
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  return times;
}

function ratioOf<Name extends string>(
  times: Times<Name | "scan">,
  against: Name,
): Readonly<Record<string, string>> {
  const ratios = times.scan.map((time, round) => time / (times[against][round] ?? Number.NaN));
  return {
    [against]: spread(times[against], 0),
    scan: spread(times.scan, 0),
    [`scan / ${against}`]: spread(ratios, 2),
  };
}
