import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A checkout in a folder of its own, gone at the end. */
export interface Checkout extends Disposable {
  readonly folder: string;
  readonly write: (name: string, text: string) => void;
  readonly git: (...args: readonly string[]) => string;
  /** Commits everything that is there, and returns the commit. */
  readonly commit: (message?: string) => string;
}

const IDENTITY = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];

export function openCheckout(files: Readonly<Record<string, string>> = {}): Checkout {
  const root = mkdtempSync(path.join(tmpdir(), "pleo-checkout-"));
  const folder = path.join(root, "checkout");
  mkdirSync(folder);
  const git = (...args: readonly string[]): string =>
    execFileSync("git", [...IDENTITY, ...args], {
      cwd: folder,
      env: {
        PATH: process.env["PATH"],
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_NOSYSTEM: "1",
      },
      encoding: "utf8",
    }).trim();
  git("init", "-q", "-b", "main");
  const write = (name: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
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
