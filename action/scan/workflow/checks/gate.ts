import type { Finding } from "../../../../src/report/finding.ts";
import {
  asksForStatus,
  conditionIn,
  decide,
  NO_FACTS,
  runs,
  type Facts,
} from "../expression/decide.ts";
import { plainName } from "../plain-name.ts";
import type { JobVisit, StepVisit, WorkflowVisit } from "../visit.ts";
import type { TreeText } from "../yaml-tree.ts";
import { jobTouchesKey } from "./calls.ts";
import { deploysOf, jobDeploys, stepDeploys } from "./deploys.ts";
import { rehearse, type FailedCheck } from "./rehearsal.ts";
import { found, type Spot } from "./saying.ts";

/** This check, where it holds nothing back. */
export function checkGate({ file, jobs }: WorkflowVisit): readonly Finding[] {
  const guarding = new Set(jobs.filter(hasGuard));
  if (guarding.size === 0) return [];
  const gate: Gate = { file, jobs, gated: jobsBehind(jobs, guarding) };
  return [
    ...[...guarding].slice(0, MOST_GUARDS).flatMap((visit) => checkGuardingJob(visit, gate)),
    ...checkBesides(gate, guarding),
    ...checkConditions(gate, guarding),
  ];
}

interface Gate {
  readonly file: string;
  readonly jobs: readonly JobVisit[];
  /** Those that wait for one that runs the check. */
  readonly gated: ReadonlySet<JobVisit>;
}

/** For each of them the whole workflow is gone through. */
const MOST_GUARDS = 10;

function hasGuard({ steps, callee }: JobVisit): boolean {
  return steps.some(({ isGuard }) => isGuard) || callee?.jobs.some(hasGuard) === true;
}

/** Those that wait for one of these. Jobs stand behind the ones that they need. */
function jobsBehind(jobs: readonly JobVisit[], ones: ReadonlySet<JobVisit>): ReadonlySet<JobVisit> {
  const ids = new Set([...ones].map(({ job }) => job.id));
  const behind = new Set<JobVisit>();
  for (const visit of jobs) {
    if (!visit.job.needs.some((id) => ids.has(id))) continue;
    behind.add(visit);
    ids.add(visit.job.id);
  }
  return behind;
}

/** Settings by which the check lets everything behind it go ahead. */
function checkGuardingJob(visit: JobVisit, gate: Gate): readonly Finding[] {
  const place = visit.steps.findIndex(({ isGuard }) => isGuard);
  const guard = visit.steps[place];
  if (guard === undefined) return [];
  const behind = jobsBehind(gate.jobs, new Set([visit]));
  const loose = reasonsOf(visit, guard, gate.file)
    .filter(({ endings }) => endings.some((each) => letsDeploy(visit, each, { gate, behind })))
    .map(({ spot, problem }) => found("workflow-guard-not-gating", { problem, fix: FIX }, spot));
  const deploying = new Set(deploysOf(visit).steps);
  const holdsBack =
    visit.steps.slice(place + 1).some((step) => deploying.has(step)) ||
    [...behind].some(jobDeploys);
  const before = visit.steps.slice(0, place).find((step) => !step.isGuard && stepDeploys(step));
  return [...loose, ...(before === undefined || holdsBack ? [] : [sayBefore(before)])];
}

const FIX =
  "Take the setting out, or give what deploys an `if` that asks for `deploy-allowed == 'true'`.";

/** Does anything deploy when the check of this job ends like this? */
function letsDeploy(
  visit: JobVisit,
  ending: FailedCheck,
  { gate, behind }: { gate: Gate; behind: ReadonlySet<JobVisit> },
): boolean {
  return rehearse(gate.jobs, new Set([visit]), ending).some(
    (reached) => reached.visit === visit || behind.has(reached.visit),
  );
}

interface Reason {
  readonly problem: string;
  readonly spot: Spot;
  /** How the check may end by it. */
  readonly endings: readonly FailedCheck[];
}

function reasonsOf({ job }: JobVisit, guard: StepVisit, file: string): readonly Reason[] {
  const { step } = guard;
  const reasons: Reason[] = [];
  const stepMayFail = isOn(step.continueOnError);
  const add = (problem: string, at: Spot, ending: Partial<FailedCheck>): void => {
    const endings = [REFUSED, UNANSWERED].map((each) => ({ ...each, ...ending }));
    reasons.push({ problem, spot: at, endings });
  };
  const ofStep = (line: number): Spot => ({ file: guard.file, line });
  if (stepMayFail) {
    const { line } = step.continueOnError;
    add("The step of the check has `continue-on-error`", ofStep(line), { stepMayFail });
  }
  if (isOn(job.continueOnError)) {
    const spot = { file, line: job.continueOnError.line };
    add("The job of the check has `continue-on-error`", spot, { stepMayFail, jobMayFail: true });
  }
  for (const { name, line, value } of step.with) {
    const verdict = SOFT[`${name}: ${value.text}`];
    if (verdict === undefined) continue;
    const ending = { outcome: "success", verdict } as const;
    add(`The check goes on with \`${name}: ${value.text}\``, ofStep(line), ending);
  }
  if (runs(step.if, NOTHING_FAILED) === false) {
    const ending = { outcome: "skipped" } as const;
    add("The check runs only once something has failed", ofStep(step.if.line), ending);
  }
  return reasons;
}

const REFUSED: FailedCheck = {
  outcome: "failure",
  verdict: "fail",
  stepMayFail: false,
  jobMayFail: false,
};

/** Pleo gave no answer, of which `verdict != 'fail'` thinks nothing. */
const UNANSWERED: FailedCheck = { ...REFUSED, verdict: "unknown" };

const SOFT: Readonly<Record<string, string>> = {
  "on-unknown: warn": "unknown",
  "on-missing-key: skip": "skipped",
};

const NOTHING_FAILED: Facts = {
  ...NO_FACTS,
  called: (name) =>
    name === "always" || name === "success" ? true : NEVER.test(name) ? false : undefined,
};
const NEVER = /^(?:failure|cancelled)$/;

/** What GitHub would refuse is not on. */
function isOn(setting: TreeText): boolean {
  if (setting.text.includes("${{")) return decide(conditionIn(setting), NO_FACTS) !== false;
  return setting.text.toLowerCase() === "true";
}

function sayBefore({ step, file }: StepVisit): Finding {
  const problem = "The step that deploys stands before the check";
  const fix = "Move the check to the front of the job, or to a job that this one needs.";
  return found("workflow-guard-not-gating", { problem, fix }, { file, line: step.line });
}

/** Jobs that deploy and do not wait for the check. */
function checkBesides(
  { file, jobs, gated }: Gate,
  guarding: ReadonlySet<JobVisit>,
): readonly Finding[] {
  const deploying = jobs.filter((visit) => jobDeploys(visit) && !guarding.has(visit));
  // A job without the key may deploy something else, as long as one that waits is there.
  const isOneGated = deploying.some((visit) => gated.has(visit)) || [...guarding].some(jobDeploys);
  return deploying
    .filter((visit) => !gated.has(visit) && (jobTouchesKey(visit) || !isOneGated))
    .map(({ job }) => {
      const id = plainName([...guarding][0]?.job.id ?? "");
      const problem = `The job \`${plainName(job.id)}\` deploys without waiting for the job \`${id}\`, which runs the check`;
      const fix = `Write \`needs: ${id}\` on the job that deploys.`;
      return found("workflow-guard-not-gating", { problem, fix }, { file, line: job.line });
    });
}

/** `if: always()` on what deploys: it runs though the check has failed. */
function checkConditions(
  { file, jobs, gated }: Gate,
  guarding: ReadonlySet<JobVisit>,
): readonly Finding[] {
  return rehearse(jobs, guarding, REFUSED)
    .filter(({ visit }) => gated.has(visit) || guarding.has(visit))
    .map(({ visit, step }) => {
      const isOfStep = step !== undefined && asksForStatus(step.step.if);
      return isOfStep ? sayAnyway(step.file, step.step.if) : sayAnyway(file, visit.job.if);
    });
}

function sayAnyway(file: string, { line, text }: TreeText): Finding {
  const [name = "always()"] = /!?\b(?:always|failure|cancelled)\(\)/.exec(text) ?? [];
  const problem = `What deploys has \`if: ${name}\`, and so runs though the check has failed`;
  const fix =
    "Take the condition out, or add `&& needs.<job>.outputs.deploy-allowed == 'true'` to it.";
  return found("workflow-guard-not-gating", { problem, fix }, { file, line });
}
