import type { Finding } from "../../../../src/report/finding.ts";
import { NOTHING, union, type Carried } from "../expression/carry.ts";
import { carriedBy, carriedByExpression } from "../expression/carried.ts";
import { FOREIGN, runs, type Facts, type Value } from "../expression/decide.ts";
import { repositoryOf } from "../guard.ts";
import { programOf } from "../script/programs.ts";
import { listed } from "../plain-name.ts";
import { inputOf, type Job } from "../model.ts";
import type { JobVisit, Origin, StepVisit, WorkflowVisit } from "../visit.ts";
import { lineAt, type TreeText } from "../yaml-tree.ts";
import { jobTouchesKey } from "./calls.ts";
import { found } from "./saying.ts";

/** Events that run with the secrets of the repository, and that a stranger can bring about. */
const EVENTS = ["pull_request_target", "workflow_run", "issue_comment"] as const;

const HEAD: Carried = new Set(["head"]);
/** Names no commit, but what a run that a stranger brought about has left. */
const RUN: Carried = new Set(["run"]);

const HEAD_CONTEXT =
  /^github\.(?:head_ref|event\.(?:number|issue\.number|pull_request\.(?:number|merge_commit_sha|head\..*)|workflow_run\.(?:head_.*|pull_requests\..*)))$/;

/** Follows, instead of keys, what names the head of a pull request. */
export const HEAD_ORIGIN: Origin = {
  secretNamed: () => NOTHING,
  allSecrets: NOTHING,
  ofInput: () => NOTHING,
  contextNamed: (chain) => {
    if (chain === "github.event.workflow_run.id") return RUN;
    return HEAD_CONTEXT.test(chain) ? HEAD : NOTHING;
  },
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
    if (seen === undefined || keepsStrangersOut(visit.job.if, events) || !jobTouchesKey(visit)) {
      return [];
    }
    return allSteps(seen)
      .filter(({ step }) => !keepsStrangersOut(step.if, events))
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

type UntrustedEvent = (typeof EVENTS)[number];

/** Does a condition keep out whatever a stranger can bring about by each of these events? */
function keepsStrangersOut(condition: TreeText, events: readonly UntrustedEvent[]): boolean {
  return events.every((event) => runs(condition, strangersFacts(event)) === false);
}

/** Of a pull request from a fork, with everything as the stranger would wish it. */
function strangersFacts(event: UntrustedEvent): Facts {
  return {
    called: (name) => name === "always" || name === "success",
    named: (chain) => {
      const known = KNOWN.get(chain);
      if (known !== undefined) return known;
      if (chain === "github.event_name") return event;
      const [, source] = /^github\.event\.(pull_request|workflow_run|issue)\b/.exec(chain) ?? [];
      if (source === undefined) return undefined;
      if (source !== SOURCES[event]) return "";
      if (chain.endsWith(".workflow_run.event")) return "pull_request";
      if (chain.endsWith(".issue.pull_request")) return true;
      if (/\.head(?:\.repo|_repository)\.fork$/.test(chain)) return true;
      return OF_STRANGER.test(chain) ? FOREIGN : undefined;
    },
  };
}

const SOURCES: Readonly<Record<UntrustedEvent, string>> = {
  pull_request_target: "pull_request",
  workflow_run: "workflow_run",
  issue_comment: "issue",
};

const KNOWN: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["github.repository", "own/repository"],
  ["github.repository_owner", "own"],
]);

/** What the event says of it. The rest is for the stranger to choose, or nobody knows. */
const OF_STRANGER =
  /\.head(?:\.(?:repo|user)|_repository)\.(?:owner\.)?(?:full_name|login|id|node_id)$/;

/** Where what is downloaded takes the place of what is there. */
const WORKSPACE = /^(?:\.\/?|\$\{\{\s*github\.workspace\s*\}\}(?:\/\.?)?)?$/;

interface Checkout {
  readonly what: string;
  readonly line: number;
}

function checkoutIn(visit: StepVisit): Checkout | undefined {
  const { step, called, scope } = visit;
  const action = repositoryOf(called);
  if (action === "actions/download-artifact") {
    const run = inputOf(step, "run-id");
    const folder = inputOf(step, "path")?.value.text ?? "";
    if (run === undefined || !carriedBy(run.value, scope).has("run") || !WORKSPACE.test(folder)) {
      return undefined;
    }
    return { what: "`actions/download-artifact` over the files of the job", line: run.line };
  }
  if (action === "actions/checkout") {
    const setting = step.with.find(
      ({ name, value }) =>
        /^(?:ref|repository)$/.test(name) &&
        (carriedBy(value, scope).has("head") ||
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
    const action = texts.find((text) => GIT_ACTION.test(text));
    const ofGh = name === "gh" ? texts.slice(0, 2).join(" ") : "";
    if (ofGh === "pr checkout") return { what: "`gh pr checkout`", line };
    const named = union(
      args.flatMap(({ references }) =>
        references.flatMap(({ variable = "", expression }) => [
          scope.env.get(variable),
          carriedByExpression(expression?.expression, scope),
        ]),
      ),
    );
    const isHead =
      named.has("head") ||
      texts.some((text) => /(?:^|[/+:])pull\/[^/]+\/(?:head|merge)/.test(text));
    if (name === "git" && action !== undefined && isHead) {
      return { what: `\`git ${action}\``, line };
    }
    if (
      named.has("run") &&
      ofGh === "run download" &&
      !texts.some((text) => /^(?:-D|--dir\b)/.test(text))
    ) {
      return { what: "`gh run download` over the files of the job", line };
    }
  }
  return undefined;
}

const GIT_ACTION = /^(?:fetch|checkout|switch|pull|clone|merge|worktree)$/;
