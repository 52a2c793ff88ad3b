import {
  entriesOf,
  entryOf,
  itemsOf,
  textUnder,
  valueOf,
  type Entry,
  type Tree,
  type TreeText,
} from "./yaml-tree.ts";

/** A name and its text: an entry of `env`, `with`, `secrets` or `outputs`. */
export interface Setting {
  readonly name: string;
  /** Of the name. */
  readonly line: number;
  readonly value: TreeText;
}

/** What a caller may hand over. */
export interface Input {
  readonly name: string;
  /** It says itself that it is a text, and none that is `true` or `false` by default. Those of actions say nothing. */
  readonly isText: boolean;
}

export interface Step {
  readonly id: string;
  readonly line: number;
  readonly uses: TreeText;
  readonly run: TreeText;
  readonly shell: string;
  readonly if: TreeText;
  readonly continueOnError: TreeText;
  readonly env: readonly Setting[];
  readonly with: readonly Setting[];
}

export interface Job {
  readonly id: string;
  readonly name: string;
  readonly line: number;
  readonly needs: readonly string[];
  readonly if: TreeText;
  readonly runsOn: string;
  readonly shell: string;
  readonly hasEnvironment: boolean;
  readonly continueOnError: TreeText;
  /** Of the job, and of the container that its steps run in. */
  readonly env: readonly Setting[];
  readonly outputs: readonly Setting[];
  /** The values that each variable of the matrix is given by name. */
  readonly matrix: ReadonlyMap<string, readonly string[]>;
  readonly steps: readonly Step[];
  /** Containers that run beside the steps, as steps that run an image. */
  readonly services: readonly Step[];
  /** A workflow that is called in place of steps. */
  readonly uses: TreeText;
  readonly with: readonly Setting[];
  readonly secrets: readonly Setting[];
  /** `secrets: inherit`. */
  readonly inherits: TreeText | undefined;
}

export interface Workflow {
  readonly kind: "workflow";
  readonly file: string;
  readonly triggers: ReadonlySet<string>;
  /** Of whoever calls or starts it. */
  readonly inputs: readonly Input[];
  readonly shell: string;
  readonly env: readonly Setting[];
  readonly jobs: readonly Job[];
}

/** `action.yml`. Only one of steps (`using: composite`) can be looked into. */
export interface Action {
  readonly kind: "action";
  readonly file: string;
  readonly inputs: readonly Input[];
  readonly outputs: readonly Setting[];
  readonly steps: readonly Step[];
  /** What a container is started with. */
  readonly args: readonly TreeText[];
}

export function readWorkflow(file: string, tree: Tree): Workflow {
  const on = valueOf(tree, "on");
  return {
    kind: "workflow",
    file,
    triggers: namesIn(on),
    inputs: ["workflow_call", "workflow_dispatch"].flatMap((event) =>
      entriesOf(valueOf(valueOf(on, event), "inputs"))
        // The others are no texts that anybody could write a key into.
        .filter(({ value }) => /^(?:string)?$/.test(textUnder(value, "type").text))
        .map(({ key, value }) => ({
          name: key,
          isText: textUnder(value, "type").text === "string" && !isSwitchedByDefault(value),
        })),
    ),
    shell: shellOf(tree),
    env: settingsOf(valueOf(tree, "env")),
    jobs: entriesOf(valueOf(tree, "jobs")).map(readJob),
  };
}

export function readAction(file: string, tree: Tree): Action {
  const runs = valueOf(tree, "runs");
  return {
    kind: "action",
    file,
    inputs: entriesOf(valueOf(tree, "inputs"))
      // A switch, whatever it is called.
      .filter(({ value }) => !isSwitchedByDefault(value))
      .map(({ key }) => ({ name: key, isText: false })),
    outputs: entriesOf(valueOf(tree, "outputs")).map(({ key, line, value }) => ({
      name: key,
      line: entryOf(value, "value")?.line ?? line,
      value: textUnder(value, "value"),
    })),
    steps: itemsOf(valueOf(runs, "steps")).map(readStep),
    args: itemsOf(valueOf(runs, "args")).filter((item) => item.kind === "text"),
  };
}

function isSwitchedByDefault(input: Tree | undefined): boolean {
  return /^(?:true|false)$/i.test(textUnder(input, "default").text);
}

function readJob({ key, line, value }: Entry): Job {
  const secrets = valueOf(value, "secrets");
  const container = valueOf(valueOf(value, "container"), "env");
  return {
    id: key,
    name: textUnder(value, "name").text,
    line,
    needs: [...namesIn(valueOf(value, "needs"))],
    if: textUnder(value, "if"),
    runsOn: [...namesIn(valueOf(value, "runs-on"))].join(" "),
    shell: shellOf(value),
    hasEnvironment: hasText(valueOf(value, "environment")),
    continueOnError: textUnder(value, "continue-on-error"),
    env: [...settingsOf(valueOf(value, "env")), ...settingsOf(container)],
    outputs: settingsOf(valueOf(value, "outputs")),
    matrix: readMatrix(valueOf(valueOf(value, "strategy"), "matrix")),
    steps: itemsOf(valueOf(value, "steps")).map(readStep),
    services: entriesOf(valueOf(value, "services")).map(readService),
    uses: textUnder(value, "uses"),
    with: settingsOf(valueOf(value, "with")),
    secrets: settingsOf(secrets),
    inherits: secrets?.kind === "text" && secrets.text === "inherit" ? secrets : undefined,
  };
}

function readStep(tree: Tree): Step {
  return {
    id: textUnder(tree, "id").text,
    line: tree.line,
    uses: textUnder(tree, "uses"),
    run: textUnder(tree, "run"),
    shell: textUnder(tree, "shell").text,
    if: textUnder(tree, "if"),
    continueOnError: textUnder(tree, "continue-on-error"),
    env: settingsOf(valueOf(tree, "env")),
    with: settingsOf(valueOf(tree, "with")),
  };
}

/** What a step hands to the action that it calls, under this name. */
export function inputOf({ with: inputs }: Step, name: string): Setting | undefined {
  return inputs.find((input) => input.name === name);
}

function readService({ value }: Entry): Step {
  const image = textUnder(value, "image");
  // What an expression comes to may be pinned.
  const uses = /^[^$]+$/.test(image.text) ? { ...image, text: `docker://${image.text}` } : image;
  return { ...readStep(value), uses };
}

function settingsOf(tree: Tree | undefined): readonly Setting[] {
  return entriesOf(tree).flatMap(({ key, line, value }) =>
    value.kind === "text" ? [{ name: key, line, value }] : [],
  );
}

/** `push`, `[push, pull_request]` and `{push: …, pull_request: …}`. */
function namesIn(tree: Tree | undefined): ReadonlySet<string> {
  if (tree?.kind === "text") return new Set(tree.text === "" ? [] : [tree.text]);
  const items = itemsOf(tree).flatMap((item) => (item.kind === "text" ? [item.text] : []));
  return new Set([...items, ...entriesOf(tree).map(({ key }) => key)]);
}

function shellOf(tree: Tree): string {
  return textUnder(valueOf(valueOf(tree, "defaults"), "run"), "shell").text;
}

function hasText(tree: Tree | undefined): boolean {
  return tree?.kind === "map"
    ? hasText(valueOf(tree, "name"))
    : tree?.kind === "text" && tree.text !== "";
}

/** `{secret: [A, B], include: [{secret: C}]}` and lists of mappings, as `secret` and `target.secret`. */
function readMatrix(tree: Tree | undefined): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  const add = (name: string, value: Tree): void => {
    if (value.kind === "text") values.set(name, [...(values.get(name) ?? []), value.text]);
    for (const { key, value: inner } of entriesOf(value)) {
      if (inner.kind === "text") add(`${name}.${key}`, inner);
    }
  };
  for (const { key, value } of entriesOf(tree).slice(0, MOST_VALUES)) {
    const items = itemsOf(value).slice(0, MOST_VALUES);
    if (key !== "include") for (const item of items) add(key.toLowerCase(), item);
    else for (const item of items) for (const each of entriesOf(item)) add(each.key, each.value);
  }
  return values;
}

/** GitHub starts no more jobs than this from one matrix. */
const MOST_VALUES = 256;
