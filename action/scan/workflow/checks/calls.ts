import type { Finding } from "../../../../src/report/finding.ts";
import { NOTHING, union, type Carried } from "../expression/carry.ts";
import {
  carriedBy,
  carriedByExpression,
  carriedBySettings,
  carriersAmong,
  handsOverAllSecrets,
  type Scope,
} from "../expression/carried.ts";
import { expressionsIn } from "../expression/find.ts";
import { KEY_INPUTS, repositoryOf, type Called } from "../guard.ts";
import type { Setting, Step } from "../model.ts";
import { plainName } from "../plain-name.ts";
import type { JobVisit, StepVisit, WorkflowVisit } from "../visit.ts";
import type { TreeText } from "../yaml-tree.ts";
import { lineAt } from "../yaml-tree.ts";
import { codeOf, found, sayPublished, secretsOf, type Spot } from "./saying.ts";

/** An action that is handed the key, or this check itself, by a name that others can move. */
export function checkPins({ file, step, called, isGuard, scope }: StepVisit): readonly Finding[] {
  const spot = { file, line: step.uses.line };
  if (isGuard) return isLoose(called) ? [sayLooseGuard(called, spot)] : [];
  // Uploads take files; what is in them is another finding.
  if (!isLoose(called) || UPLOADS.test(repositoryOf(called))) return [];
  return sayLoose(called, carriedBySettings([...step.with, ...step.env], scope), spot);
}

/** The same for a workflow of another repository. */
export function checkCalledPin({ file, job, called, scope }: JobVisit): readonly Finding[] {
  if (!isLoose(called)) return [];
  const handed = carriedBySettings([...job.secrets, ...job.with], scope);
  const inherited = job.inherits === undefined ? NOTHING : scope.allSecrets;
  return sayLoose(called, union([handed, inherited]), { file, line: job.uses.line });
}

type LooseCall = Exclude<Called, { readonly kind: "local" }>;

function isLoose(called: Called | undefined): called is LooseCall {
  return called !== undefined && called.kind !== "local" && !called.isPinned;
}

export const UPLOADS = /^actions\/(?:upload-artifact|upload-pages-artifact|cache)$/;

function sayLoose(called: LooseCall, carried: Carried, spot: Spot): readonly Finding[] {
  if (carried.size === 0) return [];
  // GitHub holds the secrets anyway; what remains is that somebody else gets to move its tags.
  const isGithubs = /^(?:actions|github)\//.test(repositoryOf(called));
  const values = {
    secret: secretsOf(carried),
    action: plainName(`${called.name}${called.kind === "image" ? ":" : "@"}${called.ref}`),
    pinned: pinned(called),
  };
  return [
    found("workflow-secret-to-unpinned-action", values, {
      ...spot,
      ...(isGithubs ? { severity: "warning" as const } : {}),
    }),
  ];
}

function sayLooseGuard(called: LooseCall, spot: Spot): Finding {
  const action = plainName(`${called.name}@${called.ref}`);
  return found("workflow-guard-unpinned", { action, pinned: pinned(called) }, spot);
}

function pinned({ kind, name, ref }: LooseCall): string {
  return kind === "image"
    ? `${plainName(name)}@sha256:<64 hex digits>`
    : `${plainName(name)}@<40 hex digits> # ${plainName(ref) || "the version"}`;
}

/** `secrets: inherit`. A workflow of this repository that touches no key is handed nothing by it. */
export function checkInherited({ file, job, called, callee, scope }: JobVisit): readonly Finding[] {
  if (job.inherits === undefined || scope.allSecrets.size === 0) return [];
  if (callee !== undefined && !touchesKey(callee)) return [];
  const target =
    called === undefined ? "the workflow that is called" : `\`${plainName(job.uses.text)}\``;
  const problem = `\`secrets: inherit\` hands every secret to ${target}`;
  const values = { problem, secret: secretsOf(scope.allSecrets) };
  return [found("workflow-secrets-all", values, { file, line: job.inherits.line })];
}

/** `toJSON(secrets)`, in whatever setting or script. */
export function checkAllSecrets(
  file: string,
  texts: readonly TreeText[],
  scope: Scope,
): readonly Finding[] {
  return texts.flatMap((value) => {
    if (scope.allSecrets.size === 0 || !/secrets/i.test(value.text)) return [];
    const place = expressionsIn(value).find(({ expression }) => handsOverAllSecrets(expression));
    if (place === undefined) return [];
    const problem = "`toJSON(secrets)` writes every secret into one text";
    const values = { problem, secret: secretsOf(scope.allSecrets) };
    return [found("workflow-secrets-all", values, { file, line: lineAt(value, place.start) })];
  });
}

/** Does anything in a workflow hold a key? */
function touchesKey({ jobs, scope }: WorkflowVisit): boolean {
  return scope.env.all.size > 0 || jobs.some(jobTouchesKey);
}

export function jobTouchesKey(visit: JobVisit): boolean {
  const { job, scope, steps, services, callee } = visit;
  if (scope.env.all.size > 0 || (job.inherits !== undefined && callee === undefined)) return true;
  if (carriedBySettings([...job.secrets, ...job.with], scope).size > 0) return true;
  if ([...steps, ...services].some((step) => keysOf(step).size > 0)) return true;
  return callee !== undefined && touchesKey(callee);
}

/** The keys that a step gets to see. */
export function keysOf({ step, scope }: StepVisit): Carried {
  return union([scope.env.all, carriedBy(step.run, scope), carriedBySettings(step.with, scope)]);
}

/** What a step hands to this Action as a key. */
export function handOversOf(step: Step): readonly Setting[] {
  return step.with.filter(({ name }) => KEY_INPUTS.has(name.toLowerCase()));
}

/** An image is built with the key: its history keeps what it was built with. */
export function checkBuildArgs({ file, step, called, scope }: StepVisit): readonly Finding[] {
  if (!repositoryOf(called).endsWith("/build-push-action")) return [];
  const args = step.with.filter(({ name }) => name === "build-args");
  return carriersAmong(args, scope).map(({ line, value, carried }) => {
    const place = expressionsIn(value).find(
      ({ expression }) => carriedByExpression(expression, scope).size > 0,
    );
    const at = { file, line: place === undefined ? line : lineAt(value, place.start) };
    return sayBuildArgument(carried, at);
  });
}

export function sayBuildArgument(carried: Carried, spot: Spot): Finding {
  const problem = `${codeOf(carried)} is an argument of a build, which the history of the image keeps`;
  return sayPublished(problem, spot);
}

/** What a container is started with stands on its command line. */
export function checkContainerArguments({
  file,
  step,
  called,
  scope,
}: StepVisit): readonly Finding[] {
  if (called?.kind !== "image") return [];
  const args = step.with.filter(({ name }) => /^(?:args|entrypoint)$/.test(name));
  return carriersAmong(args, scope).map(({ line, carried }) => {
    const problem = `\`${plainName(called.name)}\` is given ${codeOf(carried)} as an argument`;
    const fix = "Give the key to the step as `env`, which the container gets as it is.";
    return found("workflow-secret-on-command-line", { problem, fix }, { file, line });
  });
}
