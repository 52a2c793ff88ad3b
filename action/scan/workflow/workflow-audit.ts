import type { Finding } from "../../../src/report/finding.ts";
import {
  checkAllSecrets,
  checkBuildArgs,
  checkCalledPin,
  checkContainerArguments,
  checkInherited,
  checkPins,
  handOversOf,
} from "./checks/calls.ts";
import { checkJobEnv, checkPublic, checkWorkflowEnv, sayPublic } from "./checks/environment.ts";
import { checkGate } from "./checks/gate.ts";
import { checkEnvironment } from "./checks/no-environment.ts";
import { checkActionOutputs, checkOutputs, checkUploads } from "./checks/published.ts";
import { found } from "./checks/saying.ts";
import { checkScript } from "./checks/scripts.ts";
import { checkUntrusted, HEAD_ORIGIN, runsUntrusted } from "./checks/untrusted.ts";
import { carriedBy, type Scope } from "./expression/carried.ts";
import type { GuardIdentity } from "./guard.ts";
import { EVERY_SECRET, findKeys, originOfKeys } from "./keys.ts";
import {
  readAction,
  readWorkflow,
  type Action,
  type Job,
  type Setting,
  type Workflow,
} from "./model.ts";
import { listed } from "./plain-name.ts";
import type { WorkflowFile } from "./read-workflow-files.ts";
import {
  visitRepository,
  type ActionVisit,
  type JobVisit,
  type Repository,
  type StepVisit,
  type Visits,
  type WorkflowVisit,
} from "./visit.ts";
import { lineAt, readYaml } from "./yaml-tree.ts";

// Loaded together with the audit, by whoever wants both.
export { readWorkflowFiles, type WorkflowFile } from "./read-workflow-files.ts";

export interface WorkflowAudit {
  readonly findings: readonly Finding[];
  /** Completes "nothing was found in …". */
  readonly seen: string;
}

/** A step that hands a key to this Action. */
export interface HandOver {
  readonly file: string;
  readonly line: number;
  /** The name of the secret, where the file says it. */
  readonly secret: string | undefined;
}

/** Everything that the workflows and actions of a repository do with the Pleo key and should not. Never throws. */
export function auditWorkflows(
  files: readonly WorkflowFile[],
  { guard }: { readonly guard: GuardIdentity },
): WorkflowAudit {
  const { repository, problems } = readRepository(files, guard);
  const keys = findKeys(visitRepository(repository, EVERY_SECRET));
  const findings = [...problems];
  if (keys.size > 0 || files.some(({ text }) => speaksOfPleo(text))) {
    const visits = visitRepository(repository, originOfKeys(keys));
    findings.push(...checkVisits(visits, headsIn(repository, visits)));
    if (visits.isCutShort) findings.push(tooMuch(repository));
  }
  return { findings: inOrder(findings), seen: countFiles(repository, files) };
}

/** Every place where a step hands a key to this Action. */
export function findHandOvers(
  files: readonly WorkflowFile[],
  guard: GuardIdentity = {},
): readonly HandOver[] {
  const { repository } = readRepository(files, guard);
  const { workflows, actions } = visitRepository(repository, EVERY_SECRET);
  const steps = [...workflows.flatMap(({ jobs }) => jobs), ...actions].flatMap(
    (visit) => visit.steps,
  );
  const handOvers = new Map<string, HandOver>();
  for (const { file, step, scope, isGuard } of steps) {
    for (const { line, value } of isGuard ? handOversOf(step) : []) {
      const [secret] = carriedBy(value, scope);
      const known = handOvers.get(`${file}:${line}`);
      handOvers.set(`${file}:${line}`, { file, line, secret: known?.secret ?? secret });
    }
  }
  return [...handOvers.values()];
}

interface ReadRepository {
  readonly repository: Repository;
  readonly problems: readonly Finding[];
}

function readRepository(files: readonly WorkflowFile[], guard: GuardIdentity): ReadRepository {
  const workflows = new Map<string, Workflow>();
  const actions = new Map<string, Action>();
  const problems: Finding[] = [];
  for (const { path, text, problem } of files) {
    if (problem !== undefined) {
      if (isActionFile(path) && !files.some(({ text }) => text.includes(callOf(path)))) continue;
      problems.push(unreadable(path, problem, 1));
      continue;
    }
    const read = readYaml(text);
    if ("problem" in read) {
      // What a broken file does that says nothing of Pleo is nobody's business here.
      if (speaksOfPleo(text)) problems.push(unreadable(path, read.problem, read.line));
    } else if (isActionFile(path)) actions.set(path, readAction(path, read.tree));
    else workflows.set(path, readWorkflow(path, read.tree));
  }
  return { repository: { workflows, actions, guard }, problems };
}

/** As the beginning of a word: `simpleOne` and `employee` are others. */
function speaksOfPleo(text: string): boolean {
  return /(?<![a-z])pleo/i.test(text) || text.includes("Pleo");
}

function isActionFile(path: string): boolean {
  return /(?:^|\/)action\.ya?ml$/.test(path) && !/^\.github\/workflows\/[^/]*$/.test(path);
}

/** `uses: ./tools/act`. What nobody calls is nobody's business here. */
function callOf(file: string): string {
  return `./${file.replace(/\/?action\.ya?ml$/, "")}`;
}

function unreadable(file: string, problem: string, line: number): Finding {
  const fix = "Mend the file, or make it smaller, so that it can be looked through.";
  return found(
    "workflow-unreadable",
    { problem: `The file could not be read: ${problem}`, fix },
    { file, line },
  );
}

function tooMuch({ workflows }: Repository): Finding {
  const [file = ".github/workflows"] = workflows.keys();
  return unreadable(file, "the workflows have more steps than can be followed", 1);
}

/** Jobs in which something names the head of a pull request, where that matters. */
function headsIn(repository: Repository, { workflows }: Visits): ReadonlyMap<Job, JobVisit> {
  if (!workflows.some(runsUntrusted)) return new Map();
  const visits = visitRepository(repository, HEAD_ORIGIN);
  return new Map(visits.workflows.flatMap(({ jobs }) => jobs.map((visit) => [visit.job, visit])));
}

function checkVisits(
  { workflows, actions }: Visits,
  heads: ReadonlyMap<Job, JobVisit>,
): readonly Finding[] {
  return [
    ...workflows.flatMap((visit) => checkWorkflow(visit, heads)),
    ...actions.flatMap(checkAction),
  ];
}

function checkWorkflow(
  visit: WorkflowVisit,
  heads: ReadonlyMap<Job, JobVisit>,
): readonly Finding[] {
  const { file, workflow, scope } = visit;
  return [
    ...checkSettings(file, workflow.env, scope),
    ...checkWorkflowEnv(visit),
    ...visit.jobs.flatMap(checkJob),
    ...checkGate(visit),
    ...checkUntrusted(visit, heads),
  ];
}

function checkJob(visit: JobVisit): readonly Finding[] {
  const { file, job, scope } = visit;
  return [
    ...checkSettings(file, [...job.env, ...job.with, ...job.secrets, ...job.outputs], scope),
    ...checkJobEnv(visit),
    ...checkInherited(visit),
    ...checkCalledPin(visit),
    ...checkOutputs(visit),
    ...checkUploads(visit),
    ...checkEnvironment(visit),
    ...[...visit.services, ...visit.steps].flatMap(checkStep),
  ];
}

function checkSettings(
  file: string,
  settings: readonly Setting[],
  scope: Scope,
): readonly Finding[] {
  const texts = settings.map(({ value }) => value);
  return [...checkPublic(file, settings, scope), ...checkAllSecrets(file, texts, scope)];
}

function checkAction(visit: ActionVisit): readonly Finding[] {
  return [...visit.steps.flatMap(checkStep), ...checkActionOutputs(visit)];
}

function checkStep(visit: StepVisit): readonly Finding[] {
  const { file, step, scope } = visit;
  return [
    ...checkSettings(file, [...step.env, ...step.with], scope),
    ...checkPublicInScript(visit),
    ...checkAllSecrets(file, [step.run], scope),
    ...checkPins(visit),
    ...checkBuildArgs(visit),
    ...checkContainerArguments(visit),
    ...checkScript(visit),
  ];
}

/** `export VITE_KEY="$PLEO_API_KEY"`, also into a file. */
function checkPublicInScript({ file, text, script }: StepVisit): readonly Finding[] {
  return script.uses.flatMap((use) => {
    const name =
      use.kind === "assigned" ? use.variable : use.kind === "written" ? use.name : undefined;
    return sayPublic(name ?? "", use.secrets, { file, line: lineAt(text, use.offset) });
  });
}

/** Each once, though a file may be looked at as it stands alone and as it is called. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const unique = new Map<string, Finding>();
  for (const finding of findings) {
    const { file = "", line = 0 } = finding.where ?? {};
    const key = JSON.stringify([finding.id, file, line, finding.values["variable"] ?? ""]);
    if (!unique.has(key)) unique.set(key, finding);
  }
  return [...unique.values()].sort((one, other) => {
    const [first, second] = [one.where?.file ?? "", other.where?.file ?? ""];
    if (first !== second) return first < second ? -1 : 1;
    return (one.where?.line ?? 0) - (other.where?.line ?? 0);
  });
}

function countFiles({ workflows, actions }: Repository, files: readonly WorkflowFile[]): string {
  const unread = files.length - workflows.size - actions.size;
  const parts = [
    counted(workflows.size, "workflow"),
    ...(actions.size > 0 ? [counted(actions.size, "action")] : []),
    ...(unread > 0 ? [`${counted(unread, "file")} that could not be read`] : []),
  ];
  return listed(parts);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
