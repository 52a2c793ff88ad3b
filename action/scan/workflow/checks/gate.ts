import type { Finding } from "../../../../src/report/finding.ts";
import { plainName } from "../plain-name.ts";
import type { JobVisit, StepVisit, WorkflowVisit } from "../visit.ts";
import { jobTouchesKey } from "./calls.ts";
import { isNamedDeploy, jobDeploys, stepDeploys } from "./deploys.ts";
import { found, secretsOf } from "./saying.ts";
import { union, type Carried } from "../expression/carry.ts";
import { carriedBy } from "../expression/carried.ts";

/** A job that deploys with the key, whoever pushes to whatever branch. */
export function checkEnvironment(visit: JobVisit): readonly Finding[] {
  const { file, job, callee } = visit;
  // A job that calls a workflow can have no environment; the jobs of that workflow can.
  if (job.hasEnvironment || job.uses.text !== "" || callee !== undefined) return [];
  if (!jobDeploys(visit)) return [];
  const carried = keysOf(visit);
  if (carried.size === 0) return [];
  const values = { job: plainName(job.id), secret: secretsOf(carried) };
  return [found("workflow-no-environment", values, { file, line: job.line })];
}

function keysOf({ scope, steps }: JobVisit): Carried {
  return union([
    scope.env.all,
    ...steps.flatMap((step) => [
      step.scope.env.all,
      carriedBy(step.step.run, step.scope),
      ...step.step.with.map(({ value }) => carriedBy(value, step.scope)),
    ]),
  ]);
}

/** This check, where it holds nothing back. */
export function checkGate({ file, workflow, jobs }: WorkflowVisit): readonly Finding[] {
  const guarding = new Set(jobs.filter(hasGuard));
  if (guarding.size === 0) return [];
  const readsVerdict = jobs.some((visit) => readsOutcome(visit, guarding));
  const byId = new Map(jobs.map((visit) => [visit.job.id, visit]));
  const gated = new Map(jobs.map((visit) => [visit, needsOneOf(visit, guarding, byId)]));
  const gate: Gate = { file, jobs, gated, readsVerdict };
  return [
    ...[...guarding].flatMap((visit) => checkGuardingJob(visit, gate)),
    ...checkBesides(gate, guarding),
    ...(workflow.jobs.length === 0 ? [] : checkConditions(gate)),
  ];
}

interface Gate {
  readonly file: string;
  readonly jobs: readonly JobVisit[];
  /** Does each job wait for one that runs the check? */
  readonly gated: ReadonlyMap<JobVisit, boolean>;
  /** Does anything look at what the check says? */
  readonly readsVerdict: boolean;
}

function hasGuard({ steps, callee }: JobVisit): boolean {
  return steps.some(({ isGuard }) => isGuard) || callee?.jobs.some(hasGuard) === true;
}

const VERDICT = /deploy-allowed|\bverdict\b|\.outcome\b|\.conclusion\b/;

function readsOutcome({ job, steps }: JobVisit, guarding: ReadonlySet<JobVisit>): boolean {
  const ids = [...guarding].map((visit) => visit.job.id);
  const conditions = [job.if.text, ...steps.map(({ step }) => step.if.text)];
  if (
    conditions.some(
      (text) => VERDICT.test(text) || ids.some((id) => text.includes(`needs.${id}.outputs.`)),
    )
  )
    return true;
  return steps.some(
    ({ step, isGuard }) =>
      !isGuard &&
      [step.run.text, ...step.env.map(({ value }) => value.text)].some((text) =>
        VERDICT.test(text),
      ),
  );
}

function needsOneOf(
  visit: JobVisit,
  guarding: ReadonlySet<JobVisit>,
  byId: ReadonlyMap<string, JobVisit>,
): boolean {
  const seen = new Set<JobVisit>();
  const open = [visit];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const id of next.job.needs) {
      const needed = byId.get(id);
      if (needed === undefined || seen.has(needed)) continue;
      if (guarding.has(needed)) return true;
      seen.add(needed);
      open.push(needed);
    }
  }
  return false;
}

/** Settings by which the check lets everything behind it go ahead. */
function checkGuardingJob(
  visit: JobVisit,
  { file, jobs, gated, readsVerdict }: Gate,
): readonly Finding[] {
  const place = visit.steps.findIndex(({ isGuard }) => isGuard);
  const guard = visit.steps[place];
  if (guard === undefined || readsVerdict) return [];
  const behind = visit.steps.slice(place + 1);
  const follows =
    behind.some((step) => isDeployStep(step, visit)) ||
    jobs.some((other) => other !== visit && gated.get(other) === true && jobDeploys(other));
  const before = visit.steps.slice(0, place).find((step) => !step.isGuard && stepDeploys(step));
  return [
    ...(follows ? checkLoose(visit, guard, file) : []),
    ...(before === undefined || follows ? [] : [sayBefore(before)]),
  ];
}

/** In a job that is called a deploy every step may be it, but those that only prepare. */
function isDeployStep(visit: StepVisit, job: JobVisit): boolean {
  if (stepDeploys(visit)) return true;
  return isNamedDeploy(job) && visit.step.run.text !== "";
}

function checkLoose(visit: JobVisit, guard: StepVisit, file: string): readonly Finding[] {
  const { step } = guard;
  const soft = step.with.find(
    ({ name, value }) =>
      (name === "on-unknown" && value.text === "warn") ||
      (name === "on-missing-key" && value.text === "skip"),
  );
  const condition = neverRunsInTime(step.if.text) ? step.if : undefined;
  const reasons = [
    ...(isOn(step.continueOnError.text)
      ? [
          {
            line: step.continueOnError.line,
            problem: "The step of the check has `continue-on-error`",
            at: guard.file,
          },
        ]
      : []),
    ...(isOn(visit.job.continueOnError.text)
      ? [
          {
            line: visit.job.continueOnError.line,
            problem: "The job of the check has `continue-on-error`",
            at: file,
          },
        ]
      : []),
    ...(soft === undefined
      ? []
      : [
          {
            line: soft.line,
            problem: `The check goes on with \`${soft.name}: ${soft.value.text}\``,
            at: guard.file,
          },
        ]),
    ...(condition === undefined
      ? []
      : [
          {
            line: condition.line,
            problem: "The check runs only once something has failed",
            at: guard.file,
          },
        ]),
  ];
  const fix =
    "Take the setting out, or give what deploys an `if` that asks for `deploy-allowed == 'true'`.";
  return reasons.map(({ line, problem, at }) =>
    found("workflow-guard-not-gating", { problem, fix }, { file: at, line }),
  );
}

function sayBefore({ step, file }: StepVisit): Finding {
  const problem = "The step that deploys stands before the check";
  const fix = "Move the check to the front of the job, or to a job that this one needs.";
  return found("workflow-guard-not-gating", { problem, fix }, { file, line: step.line });
}

function isOn(text: string): boolean {
  return text !== "" && text !== "false";
}

function neverRunsInTime(condition: string): boolean {
  return /^(?:\$\{\{)?\s*(?:failure\(\)|cancelled\(\)|false)\s*(?:\}\})?$/.test(condition.trim());
}

/** Jobs that deploy and do not wait for the check. */
function checkBesides(
  { file, jobs, gated }: Gate,
  guarding: ReadonlySet<JobVisit>,
): readonly Finding[] {
  const deploying = jobs.filter((visit) => jobDeploys(visit) && !guarding.has(visit));
  // A job without the key may deploy something else, as long as one that waits is there.
  const isOneGated =
    deploying.some((visit) => gated.get(visit) === true) || [...guarding].some(jobDeploys);
  return deploying
    .filter((visit) => gated.get(visit) !== true && (jobTouchesKey(visit) || !isOneGated))
    .map(({ job }) => {
      const id = plainName([...guarding][0]?.job.id ?? "");
      const problem = `The job \`${plainName(job.id)}\` deploys without waiting for the job \`${id}\`, which runs the check`;
      const fix = `Write \`needs: ${id}\` on the job that deploys.`;
      return found("workflow-guard-not-gating", { problem, fix }, { file, line: job.line });
    });
}

/** `if: always()` on what deploys: it runs though the check has failed. */
function checkConditions({ file, jobs, gated }: Gate): readonly Finding[] {
  return jobs.flatMap((visit) => {
    const { job, steps } = visit;
    const isBehind = gated.get(visit) === true && jobDeploys(visit);
    const ofJob =
      isBehind && runsAnyway(job.if.text) ? [sayAnyway(file, job.if.line, job.if.text)] : [];
    const place = steps.findIndex(({ isGuard }) => isGuard);
    const behind =
      place < 0 ? [] : steps.slice(place + 1).filter((step) => isDeployStep(step, visit));
    const ofSteps = behind
      .filter(({ step }) => runsAnyway(step.if.text))
      .map((each) => sayAnyway(each.file, each.step.if.line, each.step.if.text));
    return [...ofJob, ...ofSteps];
  });
}

function runsAnyway(condition: string): boolean {
  if (
    VERDICT.test(condition) ||
    /\.result\s*==\s*'success'|needs\.[\w-]+\.outputs\./.test(condition)
  )
    return false;
  return /\b(?:always|failure|cancelled)\(\)/.test(condition);
}

function sayAnyway(file: string, line: number, condition: string): Finding {
  const [name = "always()"] = /!?\b(?:always|failure|cancelled)\(\)/.exec(condition) ?? [];
  const problem = `What deploys has \`if: ${name}\`, and so runs though the check has failed`;
  const fix =
    "Take the condition out, or add `&& needs.<job>.outputs.deploy-allowed == 'true'` to it.";
  return found("workflow-guard-not-gating", { problem, fix }, { file, line });
}
