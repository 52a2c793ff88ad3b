import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  runnerEnvironment,
  withLineFeeds,
  withoutMasks,
  type ActionInputs,
} from "../support/run-action.ts";

export interface StartOptions {
  readonly inputs: ActionInputs;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stdin?: "open" | "closed" | "nothing";
  /** Who reads standard output; `gone` has closed it before anything can be printed. */
  readonly reader?: "patient" | "gone";
}

interface ActionEnding {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly stdout: string;
  /** What the file for outputs held in the end. */
  readonly outputFile: string;
}

/** The committed bundle while it runs, for those who do something to its process. */
export interface StartedAction {
  readonly ended: Promise<ActionEnding>;
  kill(signal: NodeJS.Signals): void;
}

const BUNDLE = resolve("action/dist/index.js");

/** Started without a shell, since some drop the variables that the runner hands inputs over in. */
export function startAction(options: StartOptions): StartedAction {
  const { inputs, env = {}, cwd = ".", stdin = "open", reader = "patient" } = options;
  const folder = mkdtempSync(join(tmpdir(), "pleo-key-guard-"));
  const outputFile = join(folder, "output");
  writeFileSync(outputFile, "");
  const child = spawn(process.execPath, [BUNDLE], {
    cwd,
    stdio: [stdin === "nothing" ? "ignore" : "pipe", "pipe", "pipe"],
    env: {
      GITHUB_ACTIONS: "true",
      GITHUB_OUTPUT: outputFile,
      ...runnerEnvironment(inputs),
      ...env,
    },
  });
  if (stdin === "closed") child.stdin?.destroy();
  if (reader === "gone") child.stdout?.destroy();
  const printed = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  const { promise, resolve: end } = Promise.withResolvers<ActionEnding>();
  child.once("close", (exitCode, signal) => {
    const [stderr, stdout] = [printed.stderr, withLineFeeds(printed.stdout)];
    const written = withLineFeeds(readFileSync(outputFile, "utf8"));
    rmSync(folder, { recursive: true });
    end({ exitCode, signal, stderr, stdout, outputFile: written });
  });
  return { ended: promise, kill: (signal) => child.kill(signal) };
}

/** Annotations of one severity, in the order in which they were printed. */
export function annotationsIn(
  stdout: string,
  severity: "error" | "warning" | "notice",
): readonly string[] {
  return withoutMasks(stdout)
    .split("\n")
    .filter((line) => line.startsWith(`::${severity} `) || line.startsWith(`::${severity}::`));
}

/** What the runner is told to mask, decoded as the runner does it. */
export function masksIn(stdout: string): readonly string[] {
  const commands = [...stdout.matchAll(/^::add-mask::(.*)$/gm)].map(([, text = ""]) => text);
  return commands.map((text) =>
    text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%"),
  );
}
