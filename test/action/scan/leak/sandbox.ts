import { execFileSync, type ExecFileSyncOptions } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { scanForLeaks } from "../../../../action/scan/leak/leak-scan.ts";
import type {
  LeakScan,
  LeakScanPorts,
  LeakScanRequest,
  LeakScanResult,
} from "../../../../action/scan/leak/leak-scan.ts";
import { PleoKey } from "../../../../src/key/pleo-key.ts";
import type { Finding } from "../../../../src/report/finding.ts";

/** A folder with a checkout in it, gone at the end. */
export interface Sandbox extends Disposable {
  readonly workspace: string;
  readonly write: (name: string, content: string | Buffer) => void;
  /** Runs git in the workspace and returns what it prints. */
  readonly git: (...args: readonly string[]) => string;
  /** Commits everything that is there and returns the commit. */
  readonly commit: (message?: string) => string;
}

export function openSandbox(options: { readonly git?: false | readonly string[] } = {}): Sandbox {
  const root = mkdtempSync(path.join(tmpdir(), "leak-scan-"));
  const workspace = path.join(root, "workspace");
  mkdirSync(workspace);
  const git = (...args: readonly string[]): string => runGit(workspace, args);
  if (options.git !== false) git("init", "-q", "-b", "main", ...(options.git ?? []));
  return {
    workspace,
    write: (name, content) => {
      const file = path.join(workspace, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    },
    git,
    commit: (message = "change") => {
      git("add", "-A");
      git("commit", "-q", "--allow-empty", "-m", message);
      return git("rev-parse", "HEAD");
    },
    [Symbol.dispose]: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const IDENTITY = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];

export function runGit(folder: string, args: readonly string[], input?: string): string {
  const options: ExecFileSyncOptions = {
    cwd: folder,
    env: { PATH: process.env["PATH"], GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
    stdio: ["pipe", "pipe", "pipe"],
    input: input ?? "",
  };
  return execFileSync("git", [...IDENTITY, ...args], options)
    .toString()
    .trim();
}

export interface ScanOptions extends Partial<LeakScan> {
  readonly base?: string;
  readonly previousKey?: string;
  readonly ports?: Partial<LeakScanPorts>;
}

/** Looks for a key, or without one, in a workspace. */
export async function scan(
  workspace: string,
  key: string | undefined,
  { base, previousKey, ports, ...scanned }: ScanOptions = {},
): Promise<LeakScanResult> {
  const keys: LeakScanRequest["keys"] = [
    ...(key === undefined ? [] : [{ key: new PleoKey(key), which: "the key" } as const]),
    ...(previousKey === undefined
      ? []
      : [{ key: new PleoKey(previousKey), which: "the previous key" } as const]),
  ];
  return scanForLeaks(
    {
      scan: { modes: new Set(["workspace"]), paths: [], includesIgnored: false, ...scanned },
      keys,
      workspace,
      base,
      words: { revoke: "choose Delete", renew: "make a new key" },
    },
    { progress: () => undefined, now: () => performance.now(), ...ports },
  );
}

export function idsOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ id }) => id);
}

/** Where each finding is, `file:line`. */
export function placesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ where }) => {
    if (where === undefined) return "nowhere";
    return where.line === undefined ? where.file : `${where.file}:${where.line}`;
  });
}
