import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A checkout in a folder of its own, gone at the end. */
export interface Checkout extends Disposable {
  readonly folder: string;
  readonly write: (name: string, content: string | Buffer) => void;
  /** Runs git in the folder and returns what it prints. */
  readonly git: (...args: readonly string[]) => string;
  /** Commits everything that is there, and returns the commit. */
  readonly commit: (message?: string) => string;
}

const IDENTITY = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];

/** Git knows it by this name on every system, and by no other. */
export const NO_GIT_CONFIG = "/dev/null";

/** Runs git in a folder, with nothing of the machine's settings, and returns what it prints. */
export function runGit(folder: string, args: readonly string[]): string {
  return execFileSync("git", [...IDENTITY, ...args], {
    cwd: folder,
    env: {
      PATH: process.env["PATH"],
      GIT_CONFIG_GLOBAL: NO_GIT_CONFIG,
      GIT_CONFIG_NOSYSTEM: "1",
    },
    encoding: "utf8",
    stdio: "pipe",
  }).trim();
}

export interface CheckoutOptions {
  /** More arguments of `git init`, or no repository at all. */
  readonly git?: false | readonly string[];
}

export function openCheckout(
  files: Readonly<Record<string, string>> = {},
  { git: init = [] }: CheckoutOptions = {},
): Checkout {
  const root = mkdtempSync(path.join(tmpdir(), "pleo-checkout-"));
  const folder = path.join(root, "checkout");
  mkdirSync(folder);
  const git = (...args: readonly string[]): string => runGit(folder, args);
  if (init !== false) git("init", "-q", "-b", "main", ...init);
  const write = (name: string, content: string | Buffer): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    folder,
    write,
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
