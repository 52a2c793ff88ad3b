import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { inheritedEnvironment } from "../support/inherited-environment.ts";
import { writeFiles } from "../support/write-files.ts";
import { ROOT, packedTarball } from "./packed.ts";

/** Someone's project in which a package manager installs the package, as everyone does. */
export interface Installation {
  readonly folder: string;
  readonly install: (...options: readonly string[]) => Outcome;
  /** Runs a script of an installed package. */
  readonly run: (script: string, ...args: readonly string[]) => Outcome;
}

export interface Outcome {
  readonly status: number | null;
  /** Both streams, one after the other. */
  readonly printed: string;
}

export const MANAGERS = ["npm", "pnpm"] as const;
export type Manager = (typeof MANAGERS)[number];

/** What else the project installs, in the versions that lie here, so that a cache has them. */
const BESIDE = ["eslint", "secretlint", "typescript"];

/** A new project in a temporary folder, gone when the test is over. Nothing is installed yet. */
export function createInstallation(
  manager: Manager,
  files: Readonly<Record<string, string>>,
): Installation {
  const home = mkdtempSync(path.join(realpathSync.native(tmpdir()), `${manager}-project-`));
  onTestFinished(() => {
    rmSync(home, { recursive: true, force: true });
  });
  const folder = path.join(home, "project");
  const manifest = JSON.stringify({ private: true, type: "module" });
  writeFiles(folder, { "package.json": manifest, ...files });
  const wanted = [packedTarball(), ...BESIDE.map((name) => `${name}@${versionHere(name)}`)];
  return {
    folder,
    install: (...options) =>
      manager === "npm"
        ? spawnIn(folder, "npm", [...NPM, ...options, ...wanted])
        : spawnIn(folder, process.execPath, [...pnpmIn(home), ...options, ...wanted]),
    run: (script, ...args) =>
      spawnIn(folder, process.execPath, [path.join(folder, "node_modules", script), ...args]),
  };
}

function versionHere(name: string): string {
  const file = path.join(ROOT, "node_modules", name, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
}

/** What `npm ci` has fetched already need not be fetched again. */
const NPM = ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"];

/**
 * Nothing of it outside of the folder, and nothing within reach of a package that it does not declare, which pnpm else
 * allows for the sake of packages that do not.
 */
function pnpmIn(home: string): readonly string[] {
  return [
    path.join(ROOT, "node_modules/pnpm/bin/pnpm.cjs"),
    "add",
    "--ignore-scripts",
    "--config.hoist=false",
    ...["store", "cache", "state"].map((kind) => `--config.${kind}-dir=${path.join(home, kind)}`),
  ];
}

function spawnIn(cwd: string, program: string, args: readonly string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    env: { ...inheritedEnvironment(), NO_COLOR: "1" },
    // Windows finds npm through a shell only.
    shell: process.platform === "win32" && program === "npm",
  });
  return { status, printed: `${stdout}${stderr}` };
}

const UNREACHABLE =
  /\b(?:EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|ERR_SOCKET_TIMEOUT|ETIMEDOUT)\b/;

/** Whether nobody answered, which says nothing about the package. Whatever else goes wrong is its matter. */
export function isUnreachable({ status, printed }: Outcome): boolean {
  return status !== 0 && UNREACHABLE.test(printed);
}
