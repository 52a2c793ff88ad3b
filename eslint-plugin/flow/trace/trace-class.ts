import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { CLEAN, under, unite, UNKNOWN, type Answer, type Path } from "./answer.ts";
import { propertyName } from "../syntax/binding.ts";
import { traceParameter } from "./call-sites.ts";
import {
  assignmentsIn,
  fieldAssignment,
  parameterProperties,
  type FieldAssignment,
} from "../syntax/class-fields.ts";
import { lineageOf } from "../syntax/inheritance.ts";
import { membersOfThis } from "../syntax/members-of-this.ts";
import { answerByName } from "../evidence/names.ts";
import { isFunction, type ClassNode, type FunctionNode } from "../syntax/place.ts";
import { returnsOf } from "../syntax/returns.ts";
import { constructorFrames } from "./constructor-frames.ts";
import { traceDeclaredField } from "./declared-field.ts";
import { emptyKeysIn } from "./trace-state.ts";
import type { Asked, Tracing } from "./tracing.ts";

/** What a field of a class is given. */
type FieldValue = (
  | { readonly kind: "expression"; readonly node: TSESTree.Node }
  | { readonly kind: "parameter"; readonly fn: FunctionNode; readonly index: number }
  | { readonly kind: "getter"; readonly fn: FunctionNode }
  | { readonly kind: "method" }
) & {
  /** Set whenever an instance is made, so that nothing shows of what a base sets. */
  readonly isSure: boolean;
};

type Fields = ReadonlyMap<string, readonly FieldValue[]>;

/** Of one field; a class that sets it in more places is a generated one. */
const MOST_VALUES = 32;

/** What an instance of one of some classes holds, or a field of it. */
export function traceReceivers(
  tracing: Tracing,
  receivers: readonly ClassNode[],
  asked: Asked,
): Answer {
  return unite(receivers.map((each) => traceInstance(tracing, each, asked)));
}

/** What an instance of a class holds, or a field of it. */
export function traceInstance(
  tracing: Tracing,
  owner: ClassNode,
  { node, path, frame }: Asked,
): Answer {
  const [name, ...rest] = path;
  if (name === undefined) return traceWhole(tracing, owner, { node, path, frame });
  const held = heldUnder(tracing, owner, name);
  const values = held.flatMap((each) => each.values);
  const answer =
    values.length === 0
      ? UNKNOWN
      : unite(
          held.map((each) =>
            traceHeld(tracing, { ...each, from: owner }, { node, path: rest, frame }),
          ),
        );
  const later = name === "state" ? traceStateField(tracing, values, rest) : CLEAN;
  if (later.carried.length > 0) return unite([answer, later]);
  if (answer.carried.length > 0 || answer.isKnown) return answer;
  const declared = traceDeclaredField(tracing, owner, { node, path });
  if (declared.carried.length > 0) return declared;
  const names = lineageOf(tracing.sourceCode, owner).map(({ id }) => id?.name ?? "this");
  const byName = names.map((each) =>
    answerByName(tracing.names, { chain: [each, name], path: rest, node }),
  );
  return byName.find(({ carried }) => carried.length > 0) ?? byName[0] ?? UNKNOWN;
}

/** What one of the classes of an instance puts into a field. */
interface Held {
  readonly owner: ClassNode;
  readonly values: readonly FieldValue[];
}

/** From the class of the instance up to where the field is surely set. */
function heldUnder(tracing: Tracing, owner: ClassNode, name: string): readonly Held[] {
  const held: Held[] = [];
  for (const each of lineageOf(tracing.sourceCode, owner)) {
    const values = fieldsOf(tracing, each).get(name);
    if (values === undefined) continue;
    held.push({ owner: each, values: values.slice(0, MOST_VALUES) });
    if (values.some(({ isSure }) => isSure)) break;
  }
  return held;
}

function traceHeld(
  tracing: Tracing,
  { owner, values, from }: Held & { readonly from: ClassNode },
  { node, path, frame }: Asked,
): Answer {
  const frames = constructorFrames(tracing, { from, owner, frame });
  return unite(
    frames.flatMap((each) =>
      values.map((value) => traceField(tracing, value, { node, path, frame: each })),
    ),
  );
}

/** The state of a component, which `setState` changes. */
function traceStateField(tracing: Tracing, values: readonly FieldValue[], path: Path): Answer {
  return unite(
    values.map((value) =>
      value.kind === "expression" ? emptyKeysIn(tracing, value.node, { path, owners: [] }) : CLEAN,
    ),
  );
}

/** Methods by which a class says itself how it is to be shown. */
export const SHOWS_ITSELF: readonly string[] = [
  "toJSON",
  "[Symbol.for('nodejs.util.inspect.custom')]",
];

/** Private fields are not shown by whatever prints an instance. */
function traceWhole(tracing: Tracing, owner: ClassNode, asked: Asked): Answer {
  const lineage = lineageOf(tracing.sourceCode, owner);
  const classes = lineage.map((each) => ({ each, fields: fieldsOf(tracing, each) }));
  const names = new Set(classes.flatMap(({ fields }) => [...fields.keys()]));
  if (SHOWS_ITSELF.some((name) => names.has(name))) return CLEAN;
  const answers = [...names].flatMap((name) =>
    name.startsWith("#")
      ? []
      : heldUnder(tracing, owner, name).map((held) => {
          const values = held.values.filter(({ kind }) => !RUNS.has(kind));
          return under(name, traceHeld(tracing, { ...held, values, from: owner }, asked));
        }),
  );
  return { ...unite([UNKNOWN, ...answers]), isKnown: false };
}

const RUNS: ReadonlySet<string> = new Set<FieldValue["kind"]>(["getter", "method"]);

function traceField(tracing: Tracing, value: FieldValue, { path, frame }: Asked): Answer {
  switch (value.kind) {
    case "expression":
      return tracing.trace({ node: value.node, path, frame });
    case "parameter":
      return traceParameter(tracing, { ...value, isRest: false }, { path, frame });
    case "getter":
      return unite([
        CLEAN,
        ...returnsOf(tracing.sourceCode, value.fn).map((node) =>
          tracing.trace({ node, path, frame }),
        ),
      ]);
    case "method":
      return CLEAN;
  }
}

const fieldsOfClass = new WeakMap<ClassNode, Fields>();

function fieldsOf({ sourceCode }: Tracing, owner: ClassNode): Fields {
  const known = fieldsOfClass.get(owner);
  if (known !== undefined) return known;
  const fields = new Map<string, FieldValue[]>();
  const add = (name: string | undefined, value: FieldValue): void => {
    if (name !== undefined) fields.set(name, [...(fields.get(name) ?? []), value]);
  };
  for (const member of owner.body.body) readMember(member, add);
  for (const { left, right, node } of assignmentsOf(sourceCode, owner)) {
    const isSure = node.operator === "=" && isInConstructor(node);
    const value = node.operator === "=" ? right : node;
    add(propertyName(left), { kind: "expression", node: value, isSure });
  }
  fieldsOfClass.set(owner, fields);
  return fields;
}

const ASSIGNS_TO_THIS = /\bthis\s*\??\.\s*#?[\w$]+\s*[-+*/%&|^?<>]{0,3}=(?![=>])/g;

/** `this.x = …`, mostly in the constructor; the class is walked only if its text shows that there are others. */
function assignmentsOf(
  sourceCode: TSESLint.SourceCode,
  owner: ClassNode,
): readonly FieldAssignment[] {
  const inConstructor = owner.body.body.flatMap(inConstructorOf);
  const [start, end] = owner.body.range;
  const shown = sourceCode.text.slice(start, end).match(ASSIGNS_TO_THIS)?.length ?? 0;
  return shown > inConstructor.length ? allAssignmentsIn(sourceCode, owner) : inConstructor;
}

function isInConstructor({ parent: statement }: TSESTree.AssignmentExpression): boolean {
  const method = statement.parent?.parent?.parent;
  return method?.type === "MethodDefinition" && method.kind === "constructor";
}

function inConstructorOf(member: TSESTree.ClassElement): readonly FieldAssignment[] {
  if (member.type !== "MethodDefinition" || member.kind !== "constructor") return [];
  return assignmentsIn(member.value.body);
}

function allAssignmentsIn(
  sourceCode: TSESLint.SourceCode,
  owner: ClassNode,
): readonly FieldAssignment[] {
  const members = Array.from(membersOfThis(sourceCode, owner.body).values()).flat();
  return members.flatMap((member) => fieldAssignment(member.parent));
}

function readMember(
  member: TSESTree.ClassElement,
  add: (name: string | undefined, value: FieldValue) => void,
): void {
  if (member.type === "PropertyDefinition") {
    if (member.value !== null)
      add(propertyName(member), { kind: "expression", node: member.value, isSure: true });
    return;
  }
  if (member.type !== "MethodDefinition" || !isFunction(member.value)) return;
  if (member.kind === "get")
    add(propertyName(member), { kind: "getter", fn: member.value, isSure: true });
  if (member.kind === "method") add(propertyName(member), { kind: "method", isSure: true });
  if (member.kind === "constructor") readParameterProperties(member.value, add);
}

function readParameterProperties(
  fn: FunctionNode,
  add: (name: string | undefined, value: FieldValue) => void,
): void {
  for (const { index, name, given } of parameterProperties(fn.params)) {
    add(name, { kind: "parameter", fn, index, isSure: true });
    if (given !== undefined) add(name, { kind: "expression", node: given, isSure: true });
  }
}
