import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { InputName } from "../../action/contract.ts";
import { inheritedEnvironment } from "../support/inherited-environment.ts";
import { runAction } from "../support/run-action.ts";

/** A step of a workflow, as YAML has it. */
export interface Step {
  readonly id?: string;
  readonly if?: string;
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

/** How a step ended, and what it wrote into the log. */
export type Ending = Played & { readonly text: string };

/** Plays what a step uses, by its inputs with their expressions filled in. */
type UsedAction = (inputs: Readonly<Record<string, string>>) => Promise<Ending> | Ending;

/** What is there before the first step. */
export interface JobStage {
  /** By what stands before the `@`. Others cannot be played. */
  readonly actions: Readonly<Record<string, UsedAction>>;
  /** What expressions name, besides steps: `secrets.NAME`, `matrix.name`. */
  readonly context?: Readonly<Record<string, string>>;
}

export interface PlayedJob {
  readonly succeeded: boolean;
  /** What the steps wrote into the log. */
  readonly log: string;
  readonly steps: ReadonlyMap<string, Played>;
}

/** What a step has that does nothing here: a checkout that is there, a Node that runs already. */
export const NOTHING: Ending = { outcome: "success", outputs: {}, text: "" };

/** Runs the steps of a job as GitHub's runner does, as far as this project's own and its documentation's need it. */
export async function playJob(steps: readonly Step[], stage: JobStage): Promise<PlayedJob> {
  const temp = mkdtempSync(path.join(tmpdir(), "job-"));
  const groups: number[] = [];
  const played = new Map<string, Played>();
  const machine: Machine = { ...stage, played, temp, groups };
  let log = "";
  let succeeded = true;
  try {
    for (const step of steps) {
      if (!isReached(step, succeeded)) continue;
      const { text, ...ending } = await playStep(step, machine);
      log += text;
      if (step.id !== undefined) played.set(step.id, ending);
      if (ending.outcome === "failure" && step["continue-on-error"] !== true) succeeded = false;
    }
    return { succeeded, log, steps: played };
  } finally {
    // As the runner does at the end of a job: whatever was left running in the background ends with it.
    for (const group of groups) endGroup(group);
    rmSync(temp, { recursive: true, force: true });
  }
}

function isReached({ if: condition }: Step, hasSucceeded: boolean): boolean {
  if (condition === undefined) return hasSucceeded;
  if (condition === "${{ !cancelled() }}") return true;
  throw new Error(`cannot play if: ${condition}`);
}

function endGroup(group: number): void {
  try {
    process.kill(-group);
  } catch {
    // Nothing of it was left.
  }
}

interface Machine extends JobStage {
  readonly played: ReadonlyMap<string, Played>;
  readonly temp: string;
  /** The process groups that were started. */
  readonly groups: number[];
}

async function playStep(step: Step, machine: Machine): Promise<Ending> {
  if (step.uses === undefined) return playScript(step, machine);
  const [name = ""] = step.uses.split("@", 1);
  const action = machine.actions[name];
  if (action === undefined) throw new Error(`cannot play ${step.uses}`);
  return action(evaluateAll(step.with ?? {}, machine));
}

function evaluateAll(
  texts: Readonly<Record<string, string | number | boolean>>,
  machine: Machine,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, value]) => [name, evaluate(String(value), machine)]),
  );
}

const EXPRESSION = /\$\{\{ ([\w.-]+) \}\}/g;
const OF_STEP = /^steps\.([\w-]+)\.(?:outputs\.([\w-]+)|outcome)$/;

/** A text with its expressions replaced by what they stand for. One of another kind cannot be played. */
export function evaluate(
  text: string,
  { played, context = {} }: Pick<Machine, "played" | "context">,
): string {
  const filled = text.replaceAll(EXPRESSION, (whole, expression: string) => {
    const [isOfStep, id = "", output] = OF_STEP.exec(expression) ?? [];
    if (isOfStep === undefined) return context[expression] ?? whole;
    const step = played.get(id);
    return (output === undefined ? step?.outcome : step?.outputs[output]) ?? "";
  });
  if (filled.includes("${{")) throw new Error(`cannot play ${text}`);
  return filled;
}

/** This project's own Action, as it is committed. */
export async function playOwnAction(
  inputs: Readonly<Partial<Record<InputName, string>>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Ending> {
  const { exitCode, outputs, stdout, stderr } = await runAction({ inputs, env });
  return { outcome: exitCode === 0 ? "success" : "failure", outputs, text: stdout + stderr };
}

async function playScript({ run = "", env: given = {} }: Step, machine: Machine): Promise<Ending> {
  // What it would install is here already.
  if (run === "npm ci") return NOTHING;
  const { temp, groups } = machine;
  const outputFile = path.join(temp, `output-${groups.length}`);
  writeFileSync(outputFile, "");
  const own = { RUNNER_TEMP: temp, GITHUB_OUTPUT: outputFile };
  const child = spawn("bash", ["-e", "-c", run], {
    env: { ...inheritedEnvironment(), ...own, ...evaluateAll(given, machine) },
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
