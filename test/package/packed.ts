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

/** Every file of a folder, by its path from there. */
export function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll("\\", "/"))
    .toSorted();
}

let packed: string | undefined;

/**
 * The folder of the unpacked package, as `npm pack` makes it from the sources. Kept by their hash, because several
 * test files ask for it and the compiler takes its time.
 */
export function packedPackage(): string {
  packed ??= findOrPack();
  return packed;
}

function findOrPack(): string {
  const kept = path.join(tmpdir(), `eslint-plugin-pleo-${hashOf(COPIED)}`);
  if (existsSync(kept)) return path.join(kept, "package");
  const work = mkdtempSync(path.join(tmpdir(), "eslint-plugin-pleo-pack-"));
  try {
    unpack(pack(copyCheckout(path.join(work, "checkout"))), path.join(work, "unpacked"));
    keep(path.join(work, "unpacked"), kept);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return path.join(kept, "package");
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

/** Packing builds, by the script that npm runs before. */
function pack(checkout: string): string {
  run("npm", ["pack", "--offline", "--no-update-notifier"], checkout);
  const tarball = readdirSync(checkout).find((name) => name.endsWith(".tgz"));
  if (tarball === undefined) throw new Error("npm packed nothing");
  return path.join(checkout, tarball);
}

function unpack(tarball: string, folder: string): void {
  mkdirSync(folder);
  run("tar", ["-xzf", tarball], folder);
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
