import { NOTHING, union, type Carried } from "./expression/carry.ts";
import { carriedBy, carriersAmong, type Scope } from "./expression/carried.ts";
import { Env } from "./expression/env.ts";
import { isGuard, readUses, repositoryOf, type Called, type GuardIdentity } from "./guard.ts";
import {
  inputOf,
  type Action,
  type Input,
  type Job,
  type Setting,
  type Step,
  type Workflow,
} from "./model.ts";
import type { TreeText } from "./yaml-tree.ts";
import { readScript, type ScriptFacts } from "./script/uses.ts";

/** A step with everything that its surroundings hand it. Those of local actions follow the step that runs them. */
export interface StepVisit {
  readonly file: string;
  readonly step: Step;
  readonly called: Called | undefined;
  readonly isGuard: boolean;
  /** What the step sees, its own `env` included. */
  readonly scope: Scope;
  /** What it runs: `run`, or what it hands to `actions/github-script`. */
  readonly text: TreeText;
  readonly script: ScriptFacts;
}

export interface JobVisit {
  readonly file: string;
  readonly job: Job;
  /** With the `env` of the workflow and of the job. */
  readonly scope: Scope;
  readonly steps: readonly StepVisit[];
  readonly services: readonly StepVisit[];
  readonly called: Called | undefined;
  /** The workflow of this repository that stands in place of steps. */
  readonly callee: WorkflowVisit | undefined;
}

export interface WorkflowVisit {
  readonly file: string;
  readonly workflow: Workflow;
  readonly scope: Scope;
  readonly jobs: readonly JobVisit[];
}

/** An action that no workflow of the repository runs. */
export interface ActionVisit {
  readonly file: string;
  readonly action: Action;
  readonly scope: Scope;
  readonly steps: readonly StepVisit[];
}

/** What is looked for: where it comes from. */
export interface Origin {
  readonly secretNamed: (name: string) => Carried;
  readonly allSecrets: Carried;
  /** Of an input that nobody in the repository fills. */
  readonly ofInput: (input: Input) => Carried;
  /** `github.head_ref` and the like. */
  readonly contextNamed?: (chain: string) => Carried;
}

export interface Repository {
  readonly workflows: ReadonlyMap<string, Workflow>;
  readonly actions: ReadonlyMap<string, Action>;
  readonly guard: GuardIdentity;
}

export interface Visits {
  readonly workflows: readonly WorkflowVisit[];
  readonly actions: readonly ActionVisit[];
  /** More was called than can be followed. */
  readonly isCutShort: boolean;
}

const DEEPEST = 10;
const MOST_STEPS = 60_000;
/** So many commands of a script count as another step. */
const COMMANDS_PER_STEP = 16;

/** Follows what is looked for from where it comes from, through `env`, inputs, outputs and calls within the repository. */
export function visitRepository(repository: Repository, origin: Origin): Visits {
  const visitor = new Visitor(repository, origin);
  const workflows = [...repository.workflows.values()].map((workflow) =>
    visitor.visitAlone(workflow),
  );
  const actions = [...repository.actions.values()].map((action) => visitor.visitAction(action));
  return {
    workflows: [...workflows, ...visitor.called],
    actions,
    isCutShort: visitor.stepCount > MOST_STEPS,
  };
}

class Visitor {
  stepCount = 0;
  /** Workflows as they are called, besides as they stand alone. */
  readonly called: WorkflowVisit[] = [];
  private readonly known = new Map<string, WorkflowVisit>();
  private readonly repository: Repository;
  private readonly origin: Origin;

  constructor(repository: Repository, origin: Origin) {
    this.repository = repository;
    this.origin = origin;
  }

  private emptyScope(): Scope {
    const none = new Map<string, never>();
    return { ...this.origin, env: Env.EMPTY, inputs: none, outputs: none, matrix: none };
  }

  /** Of what nobody in the repository calls. */
  private scopeWith(inputs: readonly Input[]): Scope {
    const given = inputs.map(
      (input) => [input.name.toLowerCase(), this.origin.ofInput(input)] as const,
    );
    return { ...this.emptyScope(), inputs: new Map(given) };
  }

  visitAlone(workflow: Workflow): WorkflowVisit {
    return this.visitWorkflow(workflow, this.scopeWith(workflow.inputs), 0);
  }

  private visitWorkflow(workflow: Workflow, outer: Scope, depth: number): WorkflowVisit {
    const scope = withEnv(outer, workflow.env);
    const outputs = new Map<string, Carried>();
    const jobs = inOrder(workflow.jobs).map((job) =>
      this.visitJob(workflow, job, { scope: { ...scope, outputs }, depth, outputs }),
    );
    return { file: workflow.file, workflow, scope, jobs };
  }

  private visitJob(
    workflow: Workflow,
    job: Job,
    {
      scope: outer,
      depth,
      outputs,
    }: { scope: Scope; depth: number; outputs: Map<string, Carried> },
  ): JobVisit {
    const scope = withEnv({ ...outer, matrix: job.matrix }, job.env);
    const usual = /\bwindows\b/i.test(job.runsOn) ? "pwsh" : "";
    const shell = job.shell || workflow.shell || usual;
    const steps: StepVisit[] = [];
    const within = {
      file: workflow.file,
      shell,
      depth,
      steps,
      stepOutputs: new Map(outer.outputs),
    };
    const services: StepVisit[] = [];
    this.visitSteps(job.services, scope, { ...within, steps: services });
    this.visitSteps(job.steps, scope, within);
    const last = { ...scope, outputs: within.stepOutputs };
    for (const { name, carried } of carriersAmong(job.outputs, last)) {
      outputs.set(`needs.${job.id}.outputs.${name}`.toLowerCase(), carried);
    }
    const called = readUses(job.uses.text);
    const callee = this.visitCallee(job, called, { scope, depth });
    return { file: workflow.file, job, scope: last, steps, services, called, callee };
  }

  private visitCallee(
    job: Job,
    called: Called | undefined,
    { scope, depth }: { scope: Scope; depth: number },
  ): WorkflowVisit | undefined {
    const workflow =
      called?.kind === "local" ? this.repository.workflows.get(called.path) : undefined;
    if (workflow === undefined || depth >= DEEPEST) return undefined;
    const handed = carriedSettings(job.secrets, scope);
    const inputs = carriedSettings(job.with, scope);
    const inherits = job.inherits !== undefined;
    const signature = JSON.stringify([
      workflow.file,
      inherits,
      depth,
      sorted(handed),
      sorted(inputs),
    ]);
    const known = this.known.get(signature);
    if (known !== undefined) return known;
    const secretNamed = (name: string): Carried =>
      handed.get(name.toLowerCase()) ?? (inherits ? scope.secretNamed(name) : NOTHING);
    const allSecrets = inherits ? scope.allSecrets : union([...handed.values()]);
    const inner = { ...this.emptyScope(), secretNamed, allSecrets, inputs };
    const visit = this.visitWorkflow(workflow, inner, depth + 1);
    this.known.set(signature, visit);
    this.called.push(visit);
    return visit;
  }

  visitAction(action: Action): ActionVisit {
    const scope = this.scopeWith(action.inputs);
    const steps: StepVisit[] = [];
    const stepOutputs = new Map<string, Carried>();
    this.visitSteps(action.steps, scope, {
      file: action.file,
      shell: "",
      depth: 0,
      steps,
      stepOutputs,
    });
    return { file: action.file, action, scope: { ...scope, outputs: stepOutputs }, steps };
  }

  private visitSteps(
    steps: readonly Step[],
    outer: Scope,
    within: {
      readonly file: string;
      readonly shell: string;
      readonly depth: number;
      readonly steps: StepVisit[];
      readonly stepOutputs: Map<string, Carried>;
    },
  ): void {
    let jobEnv = outer.env;
    for (const step of steps) {
      if (++this.stepCount > MOST_STEPS) return;
      const scope = withEnv({ ...outer, env: jobEnv, outputs: within.stepOutputs }, step.env);
      const called = readUses(step.uses.text);
      const isNode = repositoryOf(called) === "actions/github-script";
      const text = (isNode ? inputOf(step, "script")?.value : undefined) ?? step.run;
      const shell = isNode ? "node" : step.shell || within.shell;
      const visit = {
        file: within.file,
        step,
        called,
        isGuard: isGuard(called, this.repository.guard),
        scope,
        text,
        script: readScript({ tree: text, scope, shell }),
      };
      this.stepCount += Math.floor(visit.script.commands.length / COMMANDS_PER_STEP);
      within.steps.push(visit);
      jobEnv = this.noteWrites(visit, jobEnv, within.stepOutputs);
      this.visitLocal(visit, within);
    }
  }

  /** What a script hands to the steps behind it. */
  private noteWrites({ step, script }: StepVisit, env: Env, outputs: Map<string, Carried>): Env {
    let result = env;
    for (const use of script.uses) {
      if (use.kind !== "written" || !use.isRunnerFile || use.name === undefined) continue;
      if (use.to === "GITHUB_OUTPUT" && step.id !== "") {
        outputs.set(`steps.${step.id}.outputs.${use.name}`.toLowerCase(), use.secrets);
      } else if (use.to === "GITHUB_ENV") {
        result = result.with(new Map([[use.name, use.secrets]]));
      }
    }
    return result;
  }

  private visitLocal(
    { step, called, scope, isGuard: isOurs }: StepVisit,
    within: {
      readonly shell: string;
      readonly depth: number;
      readonly steps: StepVisit[];
      readonly stepOutputs: Map<string, Carried>;
    },
  ): void {
    if (called?.kind !== "local" || isOurs || within.depth >= DEEPEST) return;
    const action = actionAt(this.repository.actions, called.path);
    if (action === undefined) return;
    const inputs = carriedSettings(step.with, scope);
    const stepOutputs = new Map<string, Carried>();
    const inner: Scope = {
      ...this.emptyScope(),
      env: scope.env,
      inputs,
      // An action has none.
      secretNamed: () => NOTHING,
      allSecrets: NOTHING,
    };
    const depth = within.depth + 1;
    this.visitSteps(action.steps, inner, {
      ...within,
      file: action.file,
      shell: "",
      depth,
      stepOutputs,
    });
    const last = { ...inner, outputs: stepOutputs };
    for (const { name, carried } of carriersAmong(action.outputs, last)) {
      within.stepOutputs.set(`steps.${step.id}.outputs.${name}`.toLowerCase(), carried);
    }
  }
}

function actionAt(actions: ReadonlyMap<string, Action>, path: string): Action | undefined {
  const folder = path === "" ? "" : `${path}/`;
  return actions.get(`${folder}action.yml`) ?? actions.get(`${folder}action.yaml`);
}

function withEnv(scope: Scope, settings: readonly Setting[]): Scope {
  const variables = settings.map(({ name, value }) => [name, carriedBy(value, scope)] as const);
  const env = scope.env.with(new Map(variables));
  return env === scope.env ? scope : { ...scope, env };
}

function carriedSettings(settings: readonly Setting[], scope: Scope): ReadonlyMap<string, Carried> {
  return new Map(
    carriersAmong(settings, scope).map(({ name, carried }) => [name.toLowerCase(), carried]),
  );
}

function sorted(carried: ReadonlyMap<string, Carried>): unknown {
  return [...carried].map(([name, secrets]) => [name, ...secrets]).sort();
}

/** Jobs behind the ones that they need; of those that need each other, which never run, in any order. */
function inOrder(jobs: readonly Job[]): readonly Job[] {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const ordered = new Set<Job>();
  const seen = new Set<Job>();
  const open = [...jobs];
  for (let job = open.at(-1); job !== undefined; job = open.at(-1)) {
    if (seen.has(job)) {
      ordered.add(job);
      open.pop();
      continue;
    }
    seen.add(job);
    for (const id of job.needs) {
      const need = byId.get(id);
      if (need !== undefined && !seen.has(need)) open.push(need);
    }
  }
  return [...ordered];
}
