import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { InputName } from "../../action/contract.ts";
import { runAction } from "../support/run-action.ts";

/** A step of a workflow, as YAML has it. */
export interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly "continue-on-error"?: boolean;
}

interface Played {
  readonly outcome: "success" | "failure";
  readonly outputs: Readonly<Record<string, string>>;
}

export interface PlayedJob {
  readonly succeeded: boolean;
  /** What the steps wrote into the log. */
  readonly log: string;
}

/**
 * Runs the steps of a job as GitHub's runner does, as far as this project's own need it. What prepares the machine (a
 * checkout, Node, `npm ci`) has been done here already.
 */
export async function playJob(steps: readonly Step[]): Promise<PlayedJob> {
  const temp = mkdtempSync(path.join(tmpdir(), "job-"));
  const groups: number[] = [];
  const played = new Map<string, Played>();
  let log = "";
  try {
    for (const step of steps.filter((each) => !isPreparation(each))) {
      const { text, ...ending } =
        step.uses === "./"
          ? await playAction(step, played)
          : await playScript(step, { played, temp, groups });
      log += text;
      if (step.id !== undefined) played.set(step.id, ending);
      if (ending.outcome === "failure" && step["continue-on-error"] !== true) {
        return { succeeded: false, log };
      }
    }
    return { succeeded: true, log };
  } finally {
    // As the runner does at the end of a job: whatever was left running in the background ends with it.
    for (const group of groups) endGroup(group);
    rmSync(temp, { recursive: true, force: true });
  }
}

function isPreparation({ uses, run }: Step): boolean {
  return (uses !== undefined && uses !== "./") || run === "npm ci";
}

function endGroup(group: number): void {
  try {
    process.kill(-group);
  } catch {
    // Nothing of it was left.
  }
}

const EXPRESSION = /\$\{\{ steps\.([\w-]+)\.(?:outputs\.([\w-]+)|outcome) \}\}/g;

function fillIn(text: string, played: ReadonlyMap<string, Played>): string {
  const filled = text.replaceAll(EXPRESSION, (_all, id: string, output?: string) => {
    const step = played.get(id);
    return (output === undefined ? step?.outcome : step?.outputs[output]) ?? "";
  });
  if (filled.includes("${{")) throw new Error(`cannot play ${text}`);
  return filled;
}

type Ending = Played & { readonly text: string };

async function playAction(step: Step, played: ReadonlyMap<string, Played>): Promise<Ending> {
  const inputs = Object.fromEntries(
    Object.entries(step.with ?? {}).map(([name, value]) => [
      name as InputName,
      fillIn(String(value), played),
    ]),
  );
  const { exitCode, outputs, stdout, stderr } = await runAction({ inputs });
  return { outcome: exitCode === 0 ? "success" : "failure", outputs, text: stdout + stderr };
}

interface Machine {
  readonly played: ReadonlyMap<string, Played>;
  readonly temp: string;
  /** The process groups that were started. */
  readonly groups: number[];
}

async function playScript(step: Step, { played, temp, groups }: Machine): Promise<Ending> {
  const outputFile = path.join(temp, `output-${groups.length}`);
  writeFileSync(outputFile, "");
  const env = Object.fromEntries(
    Object.entries(step.env ?? {}).map(([name, value]) => [name, fillIn(value, played)]),
  );
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...inherited } = process.env;
  const child = spawn("bash", ["-e", "-c", step.run ?? ""], {
    env: { ...inherited, RUNNER_TEMP: temp, GITHUB_OUTPUT: outputFile, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.pid !== undefined) groups.push(child.pid);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (part: string) => (text += part));
  }
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const written = readFileSync(outputFile, "utf8").matchAll(/^([\w-]+)=(.*)$/gm);
  return {
    outcome: status === 0 ? "success" : "failure",
    outputs: Object.fromEntries([...written].map(([, name = "", value = ""]) => [name, value])),
    text,
  };
}
