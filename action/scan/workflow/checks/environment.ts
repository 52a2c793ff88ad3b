import { ANY_PUBLIC_PREFIX, PUBLIC_PREFIXES } from "../../../../src/pleo/public-prefixes.ts";
import type { Finding } from "../../../../src/report/finding.ts";
import type { Carried } from "../expression/carry.ts";
import {
  carriedByExpression,
  carriersAmong,
  handsOverAllSecrets,
  type Scope,
} from "../expression/carried.ts";
import { expressionsIn } from "../expression/find.ts";
import type { Setting } from "../model.ts";
import { plainName } from "../plain-name.ts";
import { isPreparation } from "./preparation.ts";
import { found, secretsOf, type Spot } from "./saying.ts";
import type { JobVisit, StepVisit, WorkflowVisit } from "../visit.ts";

const PREFIX = new RegExp(`^(${ANY_PUBLIC_PREFIX})`);
const PUBLIC_NAME = new RegExp(`(?:^|[\\s"';&,])((?:${ANY_PUBLIC_PREFIX})\\w{0,100})=`, "g");

/** The tool that writes a variable of this name into what users get. */
function publicToolOf(name: string): string | undefined {
  const prefix = PREFIX.exec(name)?.[1];
  return PUBLIC_PREFIXES.find(([known]) => known === prefix)?.[1];
}

/** `env` and the arguments of a build, under a name that makes their values public. */
export function checkPublic(
  file: string,
  settings: readonly Setting[],
  scope: Scope,
): readonly Finding[] {
  return carriersAmong(settings, scope).flatMap((setting) => [
    ...sayPublic(setting.name, setting.carried, { file, line: setting.line }),
    ...checkBuildArguments(file, setting, scope),
  ]);
}

/** `NEXT_PUBLIC_KEY=${{ secrets.PLEO_API_KEY }}` in a setting of several lines. */
function checkBuildArguments(
  file: string,
  { name, line, value }: Setting,
  scope: Scope,
): readonly Finding[] {
  if (!/^build-?args?$/i.test(name)) return [];
  const expressions = expressionsIn(value);
  return [...value.text.matchAll(PUBLIC_NAME)].flatMap(({ 0: whole, 1: variable = "", index }) => {
    const end = index + whole.length;
    const next = expressions.find(({ start }) => start >= end && start <= end + 1);
    return sayPublic(variable, carriedByExpression(next?.expression, scope), { file, line });
  });
}

/** Of a variable, if it is public and holds a key. */
export function sayPublic(name: string, carried: Carried, spot: Spot): readonly Finding[] {
  const tool = publicToolOf(name);
  if (carried.size === 0 || tool === undefined) return [];
  const values = { secret: secretsOf(carried), variable: plainName(name), tool };
  return [found("workflow-secret-public", values, spot)];
}

/** A key in the `env` of a whole workflow, though few of its steps need it. */
export function checkWorkflowEnv(visit: WorkflowVisit): readonly Finding[] {
  const steps = visit.jobs.flatMap((job) => job.steps);
  return checkWide(visit.workflow.env, { ...visit, steps }, "workflow");
}

/** The same for the `env` of one job. */
export function checkJobEnv(visit: JobVisit): readonly Finding[] {
  return checkWide(visit.job.env, visit, `job \`${plainName(visit.job.id)}\``);
}

interface Wide {
  readonly file: string;
  readonly scope: Scope;
  readonly steps: readonly StepVisit[];
}

/** More keys than these in one place say nothing more, and each is looked for in each step. */
const MOST_VARIABLES = 20;

function checkWide(
  settings: readonly Setting[],
  { file, scope, steps }: Wide,
  what: string,
): readonly Finding[] {
  const own = steps.filter((step) => step.file === file);
  const wide = carriersAmong(settings, scope)
    .filter(({ name }) => publicToolOf(name) === undefined)
    // Everything at once is another finding.
    .filter(({ value }) =>
      expressionsIn(value).every(({ expression }) => !handsOverAllSecrets(expression)),
    )
    .slice(0, MOST_VARIABLES);
  if (wide.length === 0 || own.length < 2) return [];
  const needs = own.map(needOf);
  return wide
    .filter(({ name }) => needs.filter((need) => need(name)).length * 2 <= own.length)
    .map(({ line, carried }) => {
      const values = { secret: secretsOf(carried), scope: what };
      return found("workflow-secret-too-wide", values, { file, line });
    });
}

/** Which variables a step may need: those that it names, and of a program that it runs, any. */
function needOf({ step, script, called, isGuard }: StepVisit): (name: string) => boolean {
  const settings = [...step.env, ...step.with].map(({ value }) => value);
  const expressions = [step.run, step.if, ...settings]
    .map(({ text }) => text)
    .join("\n")
    .toLowerCase();
  const isAction = called !== undefined;
  const mayReadAny = isAction
    ? called.kind === "local" && !isGuard
    : !isPreparation(script.commands);
  return (name) =>
    mayReadAny ||
    script.mentioned.has(name) ||
    script.mentioned.has(name.toLowerCase()) ||
    expressions.includes(`env.${name.toLowerCase()}`) ||
    (!isAction && step.run.text.includes(name));
}
