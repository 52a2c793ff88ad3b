import type { Finding } from "../../../../src/report/finding.ts";
import { NOTHING, type Carried } from "../expression/carry.ts";
import { carriedBy } from "../expression/carried.ts";
import { programOf } from "../script/programs.ts";
import { listed } from "../plain-name.ts";
import type { Job } from "../model.ts";
import type { JobVisit, Origin, StepVisit, WorkflowVisit } from "../visit.ts";
import { lineAt } from "../yaml-tree.ts";
import { jobTouchesKey } from "./calls.ts";
import { found } from "./saying.ts";

/** Events that run with the secrets of the repository, and that a stranger can bring about. */
const EVENTS = ["pull_request_target", "workflow_run", "issue_comment"] as const;

const HEAD: Carried = new Set(["head"]);

const HEAD_CONTEXT =
  /^github\.(?:head_ref|event\.(?:number|issue\.number|pull_request\.(?:number|merge_commit_sha|head\..*)|workflow_run\.(?:head_.*|pull_requests\..*)))$/;

/** Follows, instead of keys, what names the head of a pull request. */
export const HEAD_ORIGIN: Origin = {
  secretNamed: () => NOTHING,
  allSecrets: NOTHING,
  inputNamed: () => NOTHING,
  contextNamed: (chain) => (HEAD_CONTEXT.test(chain) ? HEAD : NOTHING),
};

export function runsUntrusted({ workflow }: WorkflowVisit): boolean {
  return EVENTS.some((event) => workflow.triggers.has(event));
}

/** Jobs that hold a key and check out what a stranger wrote. `heads` says which steps name such a thing. */
export function checkUntrusted(
  { workflow, jobs }: WorkflowVisit,
  heads: ReadonlyMap<Job, JobVisit>,
): readonly Finding[] {
  const events = EVENTS.filter((event) => workflow.triggers.has(event));
  if (events.length === 0) return [];
  return jobs.flatMap((visit) => {
    const seen = heads.get(visit.job);
    if (seen === undefined || isForOwnOnly(visit.job.if.text) || !jobTouchesKey(visit)) return [];
    return allSteps(seen)
      .filter(({ step }) => !isForOwnOnly(step.if.text))
      .flatMap((step) => {
        const checkout = checkoutIn(step);
        if (checkout === undefined) return [];
        const values = { event: listed(events.map(String)), checkout: checkout.what };
        return [found("workflow-untrusted-code", values, { file: step.file, line: checkout.line })];
      });
  });
}

function allSteps({ steps, callee }: JobVisit): readonly StepVisit[] {
  return [...steps, ...(callee?.jobs.flatMap(allSteps) ?? [])];
}

/** A condition that no pull request from a fork meets. */
function isForOwnOnly(condition: string): boolean {
  const text = condition.toLowerCase().replaceAll(/\s+/g, "").slice(0, 2000);
  // What is turned round means the opposite.
  if (/!\(|!!/.test(text)) return false;
  if (text.includes("||")) return text.split("||").every(isForOwnOnly);
  return (
    /head\.repo\.full_name==github\.repository(?!_)|github\.repository==github\.event\.pull_request\.head\.repo\.full_name/.test(
      text,
    ) ||
    /head_repository\.full_name==github\.repository(?!_)/.test(text) ||
    /!github\.event\.pull_request\.head\.repo\.fork|head\.repo\.fork==false/.test(text) ||
    /github\.event_name=='(?:push|schedule|workflow_dispatch|release)'/.test(text) ||
    /github\.event\.workflow_run\.event==?='(?:push|schedule|workflow_dispatch|release)'|github\.event\.workflow_run\.event!='pull_request'/.test(
      text,
    )
  );
}

interface Checkout {
  readonly what: string;
  readonly line: number;
}

function checkoutIn(visit: StepVisit): Checkout | undefined {
  const { step, called, scope } = visit;
  if (called?.kind === "repository" && called.repository === "actions/checkout") {
    const setting = step.with.find(
      ({ name, value }) =>
        /^(?:ref|repository)$/.test(name) &&
        (carriedBy(value, scope).size > 0 ||
          /\boutputs\.\w*(?:ref|sha|head|branch)\w*\s*\}\}/i.test(value.text)),
    );
    if (setting === undefined) return undefined;
    return { what: `\`actions/checkout\` with \`${setting.name}\``, line: setting.line };
  }
  return checkoutByScript(visit);
}

function checkoutByScript({ step, script, scope }: StepVisit): Checkout | undefined {
  for (const command of script.commands) {
    const { name, args } = programOf(command);
    const texts = args.map(({ text }) => text);
    const line = lineAt(step.run, command.offset);
    if (name === "gh" && texts[0] === "pr" && texts[1] === "checkout") {
      return { what: "`gh pr checkout`", line };
    }
    const action = name === "git" ? texts.find((text) => GIT_ACTION.test(text)) : undefined;
    if (action === undefined) continue;
    const isHead = args.some(
      ({ text, references }) =>
        /(?:^|[/+:])pull\/[^/]+\/(?:head|merge)/.test(text) ||
        references.some(({ variable, expression }) =>
          expression === undefined
            ? scope.env.get(variable ?? "").size > 0
            : namesHead(step.run.text.slice(expression.start, expression.end)),
        ),
    );
    if (isHead) return { what: `\`git ${action}\``, line };
  }
  return undefined;
}

const GIT_ACTION = /^(?:fetch|checkout|switch|pull|clone|merge|worktree)$/;

function namesHead(expression: string): boolean {
  return /head_ref|pull_request\.(?:head|merge_commit_sha|number)|workflow_run\.head_|event\.(?:issue\.)?number/i.test(
    expression,
  );
}
