import { namesPleoKey } from "../../../src/pleo/secret-names.ts";
import { NOTHING, union, type Carried } from "./expression/carry.ts";
import { carriedBy, carriersAmong, chainOf } from "./expression/carried.ts";
import { expressionsIn } from "./expression/find.ts";
import { handOversOf } from "./checks/calls.ts";
import type { Setting } from "./model.ts";
import type { Origin, StepVisit, Visits } from "./visit.ts";
import type { TreeText } from "./yaml-tree.ts";

/** Tokens of GitHub's own, whatever they are handed over as. */
const NO_KEY = /^github_token$/i;

/** Follows every secret, to see which ones this Action is handed as keys. */
export const EVERY_SECRET: Origin = {
  secretNamed: (name) => (NO_KEY.test(name) || name.includes("*") ? NOTHING : new Set([name])),
  allSecrets: NOTHING,
  ofInput: () => NOTHING,
};

/** The names of the secrets that hold a Pleo key: by what they are called, and by what they are used for. */
export function findKeys({ workflows, actions }: Visits): ReadonlySet<string> {
  const keys = new Map<string, string>();
  const add = (names: Carried): void => {
    for (const name of names) if (!keys.has(name.toLowerCase())) keys.set(name.toLowerCase(), name);
  };
  const jobs = workflows.flatMap((visit) => visit.jobs);
  for (const { workflow, scope } of workflows) addNamed(workflow.env, scope, add);
  for (const { job, scope } of jobs) {
    for (const settings of [job.env, job.with, job.secrets]) addNamed(settings, scope, add);
  }
  const steps = [...jobs, ...actions].flatMap((visit) => visit.steps);
  const services = jobs.flatMap((visit) => visit.services);
  for (const visit of [...steps, ...services]) addFromStep(visit, add);
  return new Set(keys.values());
}

function addFromStep(
  { step, scope, isGuard, script }: StepVisit,
  add: (names: Carried) => void,
): void {
  if (isGuard) for (const { value } of handOversOf(step)) add(carriedBy(value, scope));
  addNamed(step.env, scope, add);
  addNamed(step.with, scope, add);
  const run = carriedBy(step.run, scope);
  add(
    new Set([...run, ...script.uses.flatMap(({ secrets }) => [...secrets])].filter(namesPleoKey)),
  );
}

/** Secrets that are called keys, and secrets that are handed to something that is. */
function addNamed(
  settings: readonly Setting[],
  scope: StepVisit["scope"],
  add: (names: Carried) => void,
): void {
  for (const { name, value, carried } of carriersAmong(settings, scope)) {
    add(
      namesPleoKey(name) && isOneSecret(value)
        ? carried
        : new Set([...carried].filter(namesPleoKey)),
    );
  }
}

/** `${{ secrets.NAME }}` and nothing besides. */
function isOneSecret(value: TreeText): boolean {
  const [only, ...more] = expressionsIn(value);
  if (only?.expression === undefined || more.length > 0) return false;
  const isAlone = value.text.trim().length === only.end - only.start;
  return isAlone && chainOf(only.expression)?.startsWith("secrets.") === true;
}

/** Follows the keys of these names. A name that is worked out only when it runs has a `*` in it. */
export function originOfKeys(keys: ReadonlySet<string>): Origin {
  const byName = new Map([...keys].map((name) => [name.toLowerCase(), new Set([name])]));
  const allSecrets: Carried = union([...byName.values()]);
  const named = (name: string): Carried => {
    const known = byName.get(name.toLowerCase());
    if (known !== undefined) return known;
    return namesPleoKey(name.replaceAll("*", "")) ? new Set([name]) : NOTHING;
  };
  return {
    secretNamed: named,
    allSecrets,
    ofInput: ({ name, isText }) =>
      namesPleoKey(name) && (isText || !SWITCH.test(name)) ? new Set([name]) : NOTHING,
  };
}

/** `require-pleo-token` is no key, but whether there has to be one, unless it is said to be a text. */
const SWITCH =
  /^(?:requires?|required|has|have|is|uses?|needs?|checks?|verify|validate|skip|allow|enable|disable|with|without|should|must|fail|warn|mask|print|show)[-_ ]/i;
