import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const ROOT = path.join(import.meta.dirname, "../..");

/** What is built, what it is built with, and some of what must stay out of the package. */
const COPIED = [
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "LICENSE",
  "README.md",
  "action.yml",
  "docs",
  "eslint-plugin",
  "package.json",
  "scripts",
  "src",
  "tsconfig.json",
  "tsconfig.plugin.json",
];

/** What it is built with, to the last version; nothing of it is packed. */
const LOCK_FILE = "package-lock.json";

/** Every file of a folder, by its path from there. */
export function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll("\\", "/"))
    .toSorted();
}

/** The folder of the unpacked package, as `npm pack` makes it from the sources. */
export function packedPackage(): string {
  return path.join(findOrPack(), "package");
}

const TARBALL = "package.tgz";

/** The same, as it was packed. */
export function packedTarball(): string {
  return path.join(findOrPack(), TARBALL);
}

let kept: string | undefined;

/** Kept by the sources' hash, because all test files ask for the same and the compiler takes its time. */
function findOrPack(): string {
  if (kept !== undefined) return kept;
  const folder = path.join(tmpdir(), `eslint-plugin-pleo-${hashOf([...COPIED, LOCK_FILE])}`);
  if (!existsSync(folder)) packInTurn(folder);
  kept = folder;
  return folder;
}

/** Longer than the slowest machine packs: who has had the turn for that long was stopped in the middle of it. */
const TURN_MS = 180_000;
const LOOK_AGAIN_MS = 100;

/** Whoever comes second waits for what the first one makes: side by side, all of them would take as many times as long. */
function packInTurn(folder: string): void {
  const turn = `${folder}.turn`;
  const end = Date.now() + TURN_MS;
  while (!takeTurn(turn)) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_MS);
    if (Date.now() > end) break;
  }
  try {
    if (!existsSync(folder)) packInto(folder);
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

function takeTurn(turn: string): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function packInto(folder: string): void {
  const work = mkdtempSync(path.join(tmpdir(), "eslint-plugin-pleo-pack-"));
  try {
    const tarball = pack(copyCheckout(path.join(work, "checkout")));
    const unpacked = path.join(work, "unpacked");
    unpack(tarball, unpacked);
    renameSync(tarball, path.join(unpacked, TARBALL));
    keep(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function hashOf(names: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of names.flatMap((name) => filesBelow(name))) {
    hash.update(`${file}\0`).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

function filesBelow(name: string): readonly string[] {
  const full = path.join(ROOT, name);
  const isFile = path.extname(name) !== "" || name === "LICENSE";
  return isFile ? [name] : filesIn(full).map((file) => `${name}/${file}`);
}

function copyCheckout(folder: string): string {
  for (const name of COPIED) {
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"), "junction");
  return folder;
}

/** Packing builds, by the script that npm runs before, also for somebody who has switched scripts off. */
function pack(checkout: string): string {
  const options = ["--offline", "--no-update-notifier", "--ignore-scripts=false"];
  run("npm", ["pack", ...options], checkout);
  const tarball = readdirSync(checkout).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm packed nothing");
  return path.join(checkout, tarball);
}

function unpack(tarball: string, folder: string): void {
  mkdirSync(folder);
  // By a relative path: the tar of Git for Windows takes what stands before a colon for a machine's name.
  run("tar", ["-xzf", path.relative(folder, tarball).replaceAll("\\", "/")], folder);
}

function run(program: string, args: readonly string[], cwd: string): void {
  const shell = process.platform === "win32";
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, shell, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}\n${stdout}\n${stderr}`);
}

/** In one step, so that nobody sees half of it; whoever comes second has the same. */
function keep(made: string, kept: string): void {
  try {
    renameSync(made, kept);
  } catch (error) {
    if (!existsSync(kept)) throw error;
  }
}
