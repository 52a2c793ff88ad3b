import { parseInputs } from "../../action/inputs.ts";
import { INPUT_NAMES, OUTPUT_NAMES } from "../../action/contract.ts";
import { readRawInputs } from "../../action/raw-inputs.ts";
import { GuardError } from "../../src/errors.ts";
import { exampleKey } from "../support/keys.ts";
import { runnerEnvironment } from "../support/run-action.ts";

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly "runs-on"?: string;
  readonly "timeout-minutes"?: number;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** A workflow of the documentation, as far as it is looked at. */
export interface Workflow {
  readonly on?: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const OURS = "OWNER/pleo-key-guard@COMMIT_SHA";

/** A value for every secret, variable and input that a sample may name. Which of them may be missing is a sample's word. */
export function sampleValues(): Readonly<Record<string, string>> {
  const key = exampleKey();
  return {
    "secrets.PLEO_API_KEY": key,
    "secrets.PLEO_API_KEY_PREVIOUS": exampleKey(),
    "vars.PLEO_COMPANY_ID": "10000000-0000-4000-8000-000000000001",
    "vars.PLEO_KEY_EXPIRES_ON": "2999-01-31",
    "vars.PLEO_KEY_HINT": key.slice(-4),
    "inputs.phase": "overlap",
    "secrets.PLEO_TENANT_KEYS": JSON.stringify({ bakery: key }),
    "matrix.shard": "3",
  };
}

/** Everything for which a reader who copies the workflow would come to grief. */
export function problemsOf(
  workflow: Workflow,
  values: Readonly<Record<string, string>> = sampleValues(),
): readonly string[] {
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);
  return [
    ...(isEmptyObject(workflow.permissions) ? [] : ["does not begin with permissions: {}"]),
    ...(workflow.on === undefined ? ["never runs"] : []),
    ...(steps.some(({ uses }) => uses === OURS) ? [] : ["does not use this Action"]),
    ...jobs.flatMap(([name, job]) => [
      ...(job["runs-on"] === undefined ? [`${name} has no runs-on`] : []),
      ...referencesOf(job).flatMap((reference) => referenceProblems(reference, job, workflow)),
    ]),
    ...steps.flatMap((step) => stepProblems(step, values)),
  ];
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;

function stepProblems(
  { uses, run, with: given = {} }: Step,
  values: Readonly<Record<string, string>>,
): readonly string[] {
  return [
    ...((uses === undefined) === (run === undefined) ? ["a step has not one of uses and run"] : []),
    ...(uses === undefined || uses === OURS || PINNED.test(uses) ? [] : [`${uses} is not pinned`]),
    ...(run?.includes("${{") === true ? ["a run holds an expression"] : []),
    ...(uses === OURS ? inputProblems(given, values) : []),
  ];
}

/** One key, many, or what the checks of many have written down. */
const HANDS_OVER = ["api-key", "tenants", "merge"];

function inputProblems(
  given: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, string>>,
): readonly string[] {
  const known: readonly string[] = INPUT_NAMES;
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  const problems = [
    ...unknown.map((name) => `there is no input ${name}`),
    ...(HANDS_OVER.some((name) => name in given) ? [] : ["the key is not handed over"]),
  ];
  const filled = Object.entries(given).map(([name, value]) => {
    return [name, substitute(String(value), values, problems)] as const;
  });
  try {
    parseInputs(readRawInputs(runnerEnvironment(Object.fromEntries(filled))));
  } catch (error) {
    problems.push(error instanceof GuardError ? error.message : "the inputs cannot be read");
  }
  return problems;
}

const EXPRESSION = /\$\{\{\s*(.*?)\s*\}\}/g;

function substitute(
  text: string,
  values: Readonly<Record<string, string>>,
  problems: string[],
): string {
  return text.replaceAll(EXPRESSION, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) problems.push(`nothing is known of ${name}`);
    return value ?? "";
  });
}

/** What a job reads of steps and of other jobs. */
function referencesOf(job: Job): readonly string[] {
  const texts = [
    job.if ?? "",
    ...Object.values(job.outputs ?? {}),
    ...job.steps.flatMap((step) => [step.if ?? "", ...Object.values(step.with ?? {}).map(String)]),
  ];
  return texts.flatMap((text) => text.match(/\b(?:steps|needs)\.[\w.-]+/g) ?? []);
}

function referenceProblems(reference: string, job: Job, { jobs }: Workflow): readonly string[] {
  const [from, source = "", kind, output = ""] = reference.split(".");
  if (kind !== "outputs") return [`${reference} reads no output`];
  if (from === "steps") {
    const known: readonly string[] = OUTPUT_NAMES;
    const isOurs = job.steps.some(({ id, uses }) => id === source && uses === OURS);
    return isOurs && known.includes(output) ? [] : [`there is no ${reference}`];
  }
  const isNeeded = [job.needs].flat().includes(source);
  const isSet = Object.hasOwn(jobs[source]?.outputs ?? {}, output);
  return isNeeded && isSet ? [] : [`there is no ${reference}`];
}
