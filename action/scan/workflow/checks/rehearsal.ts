import {
  conditionIn,
  decide,
  runs,
  workOut,
  type Facts,
  type Value,
} from "../expression/decide.ts";
import type { JobVisit, StepVisit } from "../visit.ts";
import { deploysOf } from "./deploys.ts";

/** How a check ends that does not pass. */
export interface FailedCheck {
  readonly outcome: "failure" | "success" | "skipped";
  readonly verdict: string;
  readonly stepMayFail: boolean;
  readonly jobMayFail: boolean;
}

/** What deploys all the same: a step, or what cannot be looked into. */
interface Reached {
  readonly visit: JobVisit;
  readonly step: StepVisit | undefined;
}

interface Status {
  /** Did something fail before? */
  hasFailed: boolean;
  /** Or not run at all? Then nothing behind it runs of itself. */
  isBroken: boolean;
}

interface DoneJob extends Status {
  readonly isFailing: boolean;
  readonly result: Value;
  readonly outputs: ReadonlyMap<string, Value>;
}

/** Goes through the jobs as a run would in which the check of some does not pass, and all else goes well. */
export function rehearse(
  jobs: readonly JobVisit[],
  failing: ReadonlySet<JobVisit>,
  ending: FailedCheck,
): readonly Reached[] {
  const done = new Map<string, DoneJob>();
  return jobs.flatMap((visit) => {
    const { id, needs, outputs } = visit.job;
    const before = needs.flatMap((need) => done.get(need.toLowerCase()) ?? []);
    const status: Status = {
      hasFailed: before.some(({ hasFailed }) => hasFailed),
      isBroken: before.some(({ isBroken }) => isBroken),
    };
    const facts: Facts = {
      named: (chain) => {
        const [, of = "", name] = /^needs\.([^.]+)\.(?:result|outputs\.(.+))$/.exec(chain) ?? [];
        const need = done.get(of);
        return name === undefined ? need?.result : need?.outputs.get(name);
      },
      called: statusIn(status),
      hasResult: (wanted) => before.some(({ result }) => result === wanted),
    };
    const isFailing = failing.has(visit);
    const isSkipped = runs(visit.job.if, facts) === false;
    const said = needs.filter((need) => done.get(need.toLowerCase())?.isFailing === true);
    const inside = goThrough(visit, {
      facts,
      ending: isFailing ? ending : undefined,
      said: said.map((need) => `needs.${need.toLowerCase()}.`),
    });
    const hasFailed = !isSkipped && inside.hasFailed;
    const isForgiven = hasFailed && isFailing && ending.jobMayFail;
    done.set(id.toLowerCase(), {
      hasFailed: status.hasFailed || (hasFailed && !isForgiven),
      isBroken: status.isBroken || isSkipped || (hasFailed && !isForgiven),
      isFailing,
      result: isSkipped ? "skipped" : isForgiven ? undefined : hasFailed ? "failure" : "success",
      // However the check's job words it, it is taken to hand on what the check says.
      outputs: new Map(
        outputs.map(({ name, value }) => [
          name.toLowerCase(),
          isSkipped
            ? ""
            : (asText(workOut(conditionIn(value), inside.facts)) ??
              (isFailing ? "false" : undefined)),
        ]),
      ),
    });
    return isSkipped ? [] : inside.reached.map((step) => ({ visit, step }));
  });
}

/** An output is a text, of which `'false'` is as true as any. */
function asText(value: Value): Value {
  return typeof value === "boolean" ? String(value) : value;
}

function statusIn(status: Status): Facts["called"] {
  return (name) =>
    name === "always" || name === "cancelled"
      ? name === "always"
      : name === "success"
        ? !status.isBroken
        : name === "failure"
          ? status.hasFailed
          : undefined;
}

interface Situation {
  readonly facts: Facts;
  /** `undefined` in a job whose check passes, or that has none. */
  readonly ending: FailedCheck | undefined;
  /** How the job may speak of a check before it. */
  readonly said: readonly string[];
}

/** The steps of a job, one after the other. */
function goThrough(visit: JobVisit, { facts: ofJob, ending, said: saidBefore }: Situation) {
  const guards = ending === undefined ? [] : idsOfGuards(visit);
  const conclusion = ending?.stepMayFail === true ? "success" : ending?.outcome;
  const said = [...saidBefore, "deploy-allowed", "outputs.verdict"].concat(
    guards.flatMap((id) => [
      `steps.${id}.outcome`,
      ...(conclusion === ending?.outcome ? [`steps.${id}.conclusion`] : []),
    ]),
  );
  const isSaid = (text: string): boolean => said.some((part) => text.toLowerCase().includes(part));
  /** What is handed on by steps that read what the check says. */
  const handedOn: string[] = [];
  const hasCheckElsewhere = visit.steps.length === 0 && ending?.outcome === "failure";
  const status: Status = { hasFailed: hasCheckElsewhere, isBroken: hasCheckElsewhere };
  const facts: Facts = {
    ...ofJob,
    called: statusIn(status),
    named: (chain) => {
      if (ending === undefined || chain.startsWith("needs.")) return ofJob.named(chain);
      const isAnswer = chain.endsWith(".deploy-allowed");
      if (isAnswer || chain.endsWith(".outputs.verdict")) {
        return ending.outcome === "skipped" ? "" : isAnswer ? "false" : ending.verdict;
      }
      if (handedOn.some((start) => chain.startsWith(start))) return "false";
      const [, id = "", part] = /^steps\.([^.]+)\.(outcome|conclusion)$/.exec(chain) ?? [];
      if (!guards.includes(id)) return undefined;
      return part === "outcome" ? ending.outcome : conclusion;
    },
  };
  const deploys = deploysOf(visit);
  const deploying = new Set(deploys.steps);
  const reached: (StepVisit | undefined)[] =
    deploys.isUnseen && ending === undefined ? [undefined] : [];
  let isBehind = ending === undefined;
  let outer: boolean | undefined = true;
  for (const each of visit.steps) {
    const own = runs(each.step.if, facts);
    // What an action does runs only where the step that calls it does.
    const isCalled = each.file === visit.file || outer === true;
    const isRunning = isCalled ? own : outer === false || own === false ? false : undefined;
    if (each.file === visit.file) outer = own;
    if (each.isGuard && ending !== undefined) {
      isBehind = true;
      if (conclusion === "failure") status.hasFailed = status.isBroken = true;
    }
    if (each.isGuard || !isBehind) continue;
    const text = textOf(each);
    const reads = isSaid(text);
    // To print the answer, or to write of it, is not to ask for it.
    const isAsking = reads && (isSaid(settingsOf(each)) || CONDITIONAL.test(commandsOf(each)));
    if (reads) {
      if (each.step.id !== "") handedOn.push(`steps.${each.step.id.toLowerCase()}.outputs.`);
      if (text.includes("GITHUB_ENV")) handedOn.push("env.");
    }
    const mayFail = decide(conditionIn(each.step.continueOnError), facts) === true;
    const asks = isSaid(each.step.if.text) || /needs\.\*|failure\(/.test(each.step.if.text);
    if (isRunning === true && !mayFail && (reads || asks) && fails(text, reads)) {
      status.hasFailed = status.isBroken = true;
    } else if (isRunning !== false && !isAsking && deploying.has(each)) reached.push(each);
  }
  return { reached, facts, hasFailed: status.hasFailed };
}

const FAILING =
  /(?:^|[\s;&|{])(?:exit (?:\/b )?[1-9]|false\s*$|throw\b|raise\b)|(?:setFailed|exit)\((?!0)/m;
const TESTING = /(?:^|\n)\s*(?:test|\[\[?) [^\n]*\s*$/;
const CONDITIONAL = /^\s*(?:if|case|while|for)\b|&&|\|\|/m;

/** Does a script fail: for sure, or where it read the answer itself, in some case? */
function fails(text: string, reads: boolean): boolean {
  return reads
    ? FAILING.test(text) || TESTING.test(text)
    : FAILING.test(text) && !CONDITIONAL.test(text);
}

function textOf(visit: StepVisit): string {
  return `${settingsOf(visit)}\n${commandsOf(visit)}`;
}

function settingsOf({ step }: StepVisit): string {
  return [...step.env, ...step.with].map(({ value }) => value.text).join("\n");
}

function commandsOf({ step }: StepVisit): string {
  return step.run.text.replaceAll(/^[ \t]*#.*$/gm, "");
}

/** Of the check, and of the step that it is part of. */
function idsOfGuards({ steps, file }: JobVisit): readonly string[] {
  let outer = "";
  return steps.flatMap(({ step, file: own, isGuard }) => {
    if (own === file) outer = step.id;
    return isGuard ? [step.id, outer].filter((id) => id !== "").map((id) => id.toLowerCase()) : [];
  });
}
