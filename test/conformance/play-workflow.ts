import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  evaluate,
  NOTHING,
  playJob,
  playOwnAction,
  type Ending,
  type JobStage,
  type PlayedJob,
  type Step,
} from "./play-job.ts";

interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix?: Readonly<Record<string, readonly unknown[]>> };
  readonly steps: readonly Step[];
}

/** A workflow of several jobs, as YAML has it. */
export interface JobsOfWorkflow {
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What is there before the first job. */
interface WorkflowStage {
  /** The folder that a checkout copies. */
  readonly repository: string;
  /** Where artifacts are kept; one that is there is of an earlier attempt of the same run. */
  readonly artifacts: string;
  readonly secrets: Readonly<Record<string, string>>;
  /** A simulator, which takes Pleo's place. */
  readonly pleo: string;
}

interface FinishedJob {
  readonly succeeded: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  /** The logs of all that its matrix made of it. */
  readonly log: string;
}

/** Runs all jobs as GitHub does, those of a matrix side by side. Jobs that are skipped are not in what comes of it. */
export async function playWorkflow(
  { jobs }: JobsOfWorkflow,
  stage: WorkflowStage,
): Promise<Readonly<Record<string, FinishedJob>>> {
  const finished: Record<string, FinishedJob> = {};
  for (const [name, job] of Object.entries(jobs)) {
    if (!isReached(job, finished)) continue;
    const played = await Promise.all(combinationsOf(job).map((matrix) => play(job, matrix, stage)));
    finished[name] = {
      succeeded: played.every(({ succeeded }) => succeeded),
      outputs: Object.assign({}, ...played.map((each) => outputsOf(job, each))) as Played,
      log: played.map(({ log }) => log).join("\n"),
    };
  }
  return finished;
}

type Played = Readonly<Record<string, string>>;

const COMPARISON = /^needs\.([\w-]+)\.outputs\.([\w-]+) == '(.*)'$/;

function isReached(
  { needs = [], if: condition }: Job,
  finished: Readonly<Record<string, FinishedJob>>,
): boolean {
  const needed = [needs].flat().map((name) => finished[name]);
  if (condition === "${{ !cancelled() }}") return true;
  if (!needed.every((job) => job?.succeeded === true)) return false;
  if (condition === undefined) return true;
  const [isKnown, name = "", output = "", value] = COMPARISON.exec(condition) ?? [];
  if (isKnown === undefined) throw new Error(`cannot play if: ${condition}`);
  return finished[name]?.outputs[output] === value;
}

/** What expressions name `matrix.…` in each of the jobs that a matrix with one row makes. */
function combinationsOf({ strategy: { matrix = {} } = {} }: Job): readonly Played[] {
  const [row, ...more] = Object.entries(matrix);
  if (more.length > 0) throw new Error("cannot play a matrix of several rows");
  if (row === undefined) return [{}];
  const [name, values] = row;
  return values.map((value) => ({ [`matrix.${name}`]: String(value) }));
}

function outputsOf({ outputs = {} }: Job, { steps }: PlayedJob): Played {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, text]) => [name, evaluate(text, { played: steps })]),
  );
}

async function play(job: Job, matrix: Played, stage: WorkflowStage): Promise<PlayedJob> {
  const machine = mkdtempSync(path.join(tmpdir(), "machine-"));
  const folders = { workspace: path.join(machine, "workspace"), temp: path.join(machine, "temp") };
  for (const folder of Object.values(folders)) mkdirSync(folder);
  const secrets = Object.entries(stage.secrets).map(([name, value]) => [`secrets.${name}`, value]);
  try {
    return await playJob(job.steps, {
      actions: actionsOf(stage, folders),
      context: { ...matrix, ...(Object.fromEntries(secrets) as Played) },
    });
  } finally {
    rmSync(machine, { recursive: true, force: true });
  }
}

interface Machine {
  readonly workspace: string;
  readonly temp: string;
}

function actionsOf(stage: WorkflowStage, { workspace, temp }: Machine): JobStage["actions"] {
  const { repository, artifacts, pleo } = stage;
  return {
    "actions/checkout": () => {
      cpSync(repository, workspace, { recursive: true });
      return NOTHING;
    },
    "actions/upload-artifact": (inputs) => upload(inputs, { workspace, artifacts }),
    "actions/download-artifact": ({ pattern = "", path: to = "" }) => {
      // With a pattern, each artifact gets a folder of its own name.
      if (!pattern.endsWith("-*")) throw new Error(`cannot play pattern: ${pattern}`);
      const isMeant = (source: string): boolean =>
        source === artifacts || path.relative(artifacts, source).startsWith(pattern.slice(0, -1));
      cpSync(artifacts, path.join(workspace, to), { recursive: true, filter: isMeant });
      return NOTHING;
    },
    "OWNER/pleo-key-guard": (inputs) =>
      playOwnAction("tenants" in inputs ? { ...inputs, "api-url": pleo } : inputs, {
        PATH: process.env["PATH"] ?? "",
        GITHUB_WORKSPACE: workspace,
        GITHUB_REPOSITORY: "octo/shop",
        GITHUB_RUN_ID: "4711",
        RUNNER_TEMP: temp,
      }),
  };
}

function upload(
  { name = "", path: file = "", overwrite = "false", ...more }: Played,
  { workspace, artifacts }: { readonly workspace: string; readonly artifacts: string },
): Ending {
  const source = path.join(workspace, file);
  const target = path.join(artifacts, name, path.basename(file));
  if (!existsSync(source)) {
    const outcome = more["if-no-files-found"] === "error" ? "failure" : "success";
    return { ...NOTHING, outcome, text: `No files were found: ${file}\n` };
  }
  if (existsSync(target) && overwrite !== "true") {
    return { ...NOTHING, outcome: "failure", text: `An artifact ${name} already exists\n` };
  }
  cpSync(source, target);
  return NOTHING;
}
