import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { ANY, type Path } from "./answer.ts";
import { bare, literalText, propertyName } from "../syntax/binding.ts";
import {
  functionAround,
  isFunction,
  shareLoop,
  surelyRunsBefore,
  type FunctionNode,
} from "../syntax/place.ts";

type Variable = TSESLint.Scope.Variable;

/** What a variable is given, as a whole or in a part of it. */
export interface Write {
  /** Where it happens. */
  readonly at: TSESTree.Node;
  /** What of the variable is written: nothing for all of it. */
  readonly to: Path;
  readonly value: WrittenValue;
  /** What lay there before stays there as well. */
  readonly adds?: true;
}

type WrittenValue =
  /** What lies at `from` in the value of an expression. */
  | {
      readonly kind: "expression";
      readonly node: TSESTree.Node;
      readonly from: Path;
      readonly without?: readonly string[];
    }
  /** What the callers of a function pass. */
  | {
      readonly kind: "parameter";
      readonly fn: FunctionNode;
      readonly index: number;
      readonly from: Path;
      readonly isRest: boolean;
      readonly without?: readonly string[];
    }
  /** Nothing that could hold a key: a function, a class, a counter, a deletion. */
  | { readonly kind: "nothing" }
  | { readonly kind: "unknown" };

/** Everything that is written to a variable in this file, in the order of the text. */
export function writesTo(variable: Variable): readonly Write[] {
  const writes: Write[] = [];
  for (const definition of variable.defs) writes.push(...definitionWrites(definition));
  for (const reference of variable.references) writes.push(...referenceWrites(reference));
  if (writes.length < 2) return writes;
  return writes.sort((one, other) => one.at.range[0] - other.at.range[0]);
}

/** Those of them that a use may see: one of all of it, which surely ran before, hides what came earlier. */
export function writesSeenAt(writes: readonly Write[], use: TSESTree.Node): readonly Write[] {
  const around = functionAround(use);
  const seen = writesNear(writes, use).filter(
    ({ at }) => functionAround(at) !== around || at.range[0] <= use.range[0] || shareLoop(at, use),
  );
  const last = seen.findLastIndex(
    (write) => replaces(write) && write.to.length === 0 && hides(write, use, around),
  );
  return last < 0 ? seen : seen.slice(last);
}

/** No person reads more of them than these; and without an end to it, each use would look at each write. */
const MOST_BEFORE = 48;
const MOST_AFTER = 16;

function writesNear(writes: readonly Write[], use: TSESTree.Node): readonly Write[] {
  if (writes.length <= MOST_BEFORE) return writes;
  let low = 0;
  for (let high = writes.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((writes[middle]?.at.range[0] ?? Infinity) <= use.range[0]) low = middle + 1;
    else high = middle;
  }
  return writes.slice(Math.max(0, low - MOST_BEFORE), low + MOST_AFTER);
}

/** Is what lay there before surely gone when the use runs? */
export function isHiddenBy(write: Write, use: TSESTree.Node): boolean {
  return replaces(write) && hides(write, use, functionAround(use));
}

function replaces({ adds, to }: Write): boolean {
  return adds !== true && !to.includes(ANY);
}

function hides({ at }: Write, use: TSESTree.Node, around: FunctionNode | undefined): boolean {
  return functionAround(at) === around && surelyRunsBefore(at, use);
}

type Definition = Variable["defs"][number];

function definitionWrites({ node, name, type }: Definition): readonly Write[] {
  if (isFunction(node) && isParameter(type)) return parameterWrites(node, name);
  if (node.type === "VariableDeclarator") return declaratorWrites(node, name);
  // A function or a class is no key; what it returns is asked of its calls.
  const holdsNothing =
    isFunction(node) || node.type === "ClassDeclaration" || node.type === "ClassExpression";
  return [{ at: name, to: [], value: holdsNothing ? { kind: "nothing" } : { kind: "unknown" } }];
}

function isParameter(type: string): boolean {
  return type === "Parameter";
}

function parameterWrites(fn: FunctionNode, name: TSESTree.Node): readonly Write[] {
  const index = fn.params.findIndex(
    (param) => param.range[0] <= name.range[0] && name.range[1] <= param.range[1],
  );
  const param = fn.params[index];
  if (param === undefined) return [];
  const pattern = param.type === "TSParameterProperty" ? param.parameter : param;
  const isRest = pattern.type === "RestElement";
  const place = placeInPattern(isRest ? pattern.argument : pattern, name);
  if (place === undefined) return [{ at: name, to: [], value: { kind: "unknown" } }];
  return [
    {
      at: name,
      to: [],
      value: { kind: "parameter", fn, index, from: place.path, isRest, ...withoutOf(place) },
    },
    ...defaultWrites(name, place),
  ];
}

function declaratorWrites(
  declarator: TSESTree.VariableDeclarator,
  name: TSESTree.Node,
): readonly Write[] {
  const isNameOfProperty = declarator.parent.parent.type === "ForInStatement";
  if (isNameOfProperty) return [{ at: declarator, to: [], value: { kind: "nothing" } }];
  const place = placeInPattern(declarator.id, name);
  const init = initialiser(declarator);
  if (place === undefined || init === undefined) return [];
  const { node, path } = init;
  return [
    {
      at: declarator,
      to: [],
      value: {
        kind: "expression",
        node,
        from: [...path, ...place.path],
        ...withoutOf(place),
      },
    },
    ...defaultWrites(declarator, place),
  ];
}

function defaultWrites(at: TSESTree.Node, { defaults }: PlaceInPattern): readonly Write[] {
  return defaults.map((node) => ({
    at,
    to: [],
    value: { kind: "expression", node, from: [] },
    adds: true,
  }));
}

/** What a declaration takes its values from; the list of a `for…of` counts by its elements. */
function initialiser(
  declarator: TSESTree.VariableDeclarator,
): { node: TSESTree.Node; path: Path } | undefined {
  const loop = declarator.parent.parent;
  if (loop.type === "ForOfStatement" && loop.left === declarator.parent)
    return { node: loop.right, path: [ANY] };
  return declarator.init === null ? undefined : { node: declarator.init, path: [] };
}

/** Where in a pattern a name stands, and what it is if there is nothing there. */
interface PlaceInPattern {
  readonly path: Path;
  readonly defaults: readonly TSESTree.Node[];
  /** For the rest of an object: what is not in it. */
  readonly without?: readonly string[];
}

function withoutOf({ without }: PlaceInPattern): Pick<PlaceInPattern, "without"> {
  return without === undefined ? {} : { without };
}

const AT_THE_TOP: PlaceInPattern = { path: [], defaults: [] };

function placeInPattern(pattern: TSESTree.Node, name: TSESTree.Node): PlaceInPattern | undefined {
  switch (pattern.type) {
    case "Identifier":
    case "MemberExpression":
      return pattern === name ? AT_THE_TOP : undefined;
    case "AssignmentPattern": {
      const place = placeInPattern(pattern.left, name);
      return (
        place && {
          ...place,
          defaults: place.path.length === 0 ? [...place.defaults, pattern.right] : place.defaults,
        }
      );
    }
    case "ObjectPattern":
      return first(pattern.properties, (property) => placeInProperty(property, pattern, name));
    case "ArrayPattern":
      return first(pattern.elements, (element, index) => {
        if (element === null) return undefined;
        if (element.type === "RestElement")
          return below(ANY, placeInPattern(element.argument, name), true);
        return below(String(index), placeInPattern(element, name));
      });
    default:
      return undefined;
  }
}

function placeInProperty(
  property: TSESTree.Property | TSESTree.RestElement,
  pattern: TSESTree.ObjectPattern,
  name: TSESTree.Node,
): PlaceInPattern | undefined {
  if (property.type === "Property")
    return below(propertyName(property) ?? ANY, placeInPattern(property.value, name));
  const place = placeInPattern(property.argument, name);
  if (place === undefined) return undefined;
  const without = pattern.properties.flatMap((other) =>
    other.type === "Property" ? [propertyName(other) ?? ANY] : [],
  );
  return { ...place, without };
}

function below(
  name: string,
  place: PlaceInPattern | undefined,
  isList = false,
): PlaceInPattern | undefined {
  return place && { ...place, path: isList ? place.path : [name, ...place.path] };
}

function first<Item, Found>(
  items: readonly Item[],
  find: (item: Item, index: number) => Found | undefined,
): Found | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function referenceWrites(reference: TSESLint.Scope.Reference): readonly Write[] {
  const { identifier } = reference;
  if (reference.init === true) return [];
  if (reference.isWrite()) return assignmentWrites(identifier);
  return identifier.type === "Identifier" ? contentWrites(identifier) : [];
}

/** `x = …`, `({ a: x } = …)`, `x += …`, `for (x of …)`. */
function assignmentWrites(name: TSESTree.Node): readonly Write[] {
  for (let outer = name.parent; outer; outer = outer.parent) {
    if (outer.type === "ForOfStatement")
      return patternWrites(outer, { pattern: outer.left, name, value: outer.right, path: [ANY] });
    if (outer.type === "AssignmentExpression")
      return patternWrites(outer, { pattern: outer.left, name, value: outer.right, path: [] });
    if (outer.type === "UpdateExpression" || outer.type === "ForInStatement")
      return [{ at: outer, to: [], value: { kind: "nothing" } }];
    if (outer.type.endsWith("Statement") || isFunction(outer)) return [];
  }
  return [];
}

interface Assigned {
  readonly pattern: TSESTree.Node;
  readonly name: TSESTree.Node;
  readonly value: TSESTree.Node;
  readonly path: Path;
}

function patternWrites(
  at: TSESTree.Node,
  { pattern, name, value, path }: Assigned,
): readonly Write[] {
  const place = placeInPattern(pattern, name);
  if (place === undefined) return [];
  // `+=` and `??=` keep what was there: the whole expression says so.
  const isPlain = at.type !== "AssignmentExpression" || at.operator === "=";
  const node = isPlain ? value : at;
  return [{ at, to: [], value: { kind: "expression", node, from: [...path, ...place.path] } }];
}

/** Methods that put something into what they are called on, and where in it. */
const PUTTING_IN: Readonly<Record<string, "elements" | "named">> = {
  push: "elements",
  unshift: "elements",
  add: "elements",
  set: "named",
  append: "named",
  setHeader: "named",
  header: "named",
};

/** `x.a.b = …`, `x.push(…)`, `x.set("a", …)`, `Object.assign(x, …)`, `delete x.a`. */
function contentWrites(name: TSESTree.Identifier): readonly Write[] {
  const assigned = assignObject(name);
  if (assigned !== undefined) return assigned;
  const path: string[] = [];
  let node: TSESTree.Node = name;
  for (;;) {
    const outer = wrapped(node);
    if (outer.type !== "MemberExpression" || bare(outer.object) !== bare(node)) return [];
    const property = propertyName(outer) ?? ANY;
    const written = memberWrites(outer, [...path, property], path);
    if (written !== undefined) return written;
    path.push(property);
    node = outer;
  }
}

/** The parent that is more than a cast or an optional chain. */
function wrapped(node: TSESTree.Node): TSESTree.Node {
  let outer = node.parent;
  while (outer !== undefined && outer.type !== "AwaitExpression" && bare(outer) !== outer)
    outer = outer.parent;
  return outer ?? node;
}

function memberWrites(
  member: TSESTree.MemberExpression,
  to: Path,
  owner: Path,
): readonly Write[] | undefined {
  const outer = wrapped(member);
  if (outer.type === "AssignmentExpression" && bare(outer.left) === member) {
    return [
      {
        at: outer,
        to,
        value: { kind: "expression", node: outer.operator === "=" ? outer.right : outer, from: [] },
      },
    ];
  }
  if (outer.type === "UnaryExpression" && outer.operator === "delete")
    return [{ at: outer, to, value: { kind: "nothing" } }];
  if (outer.type !== "CallExpression" || bare(outer.callee) !== member) return undefined;
  const putting = Object.hasOwn(PUTTING_IN, to.at(-1) ?? "")
    ? PUTTING_IN[to.at(-1) ?? ""]
    : undefined;
  if (putting === undefined) return [];
  if (putting === "elements")
    return outer.arguments.map((node) => put(outer, [...owner, ANY], node));
  const [key, value] = outer.arguments;
  if (key === undefined || value === undefined) return [];
  return [put(outer, [...owner, literalText(key) ?? ANY], value)];
}

function put(at: TSESTree.Node, to: Path, node: TSESTree.Node): Write {
  if (node.type === "SpreadElement")
    return { at, to, value: { kind: "expression", node: node.argument, from: [ANY] } };
  return { at, to, value: { kind: "expression", node, from: [] } };
}

function assignObject(name: TSESTree.Identifier): readonly Write[] | undefined {
  const call = name.parent;
  if (call.type !== "CallExpression" || call.arguments[0] !== name) return undefined;
  const { callee } = call;
  const isAssign =
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "Object" &&
    propertyName(callee) === "assign";
  if (!isAssign) return undefined;
  return call.arguments.slice(1).map((node) => ({
    at: call,
    to: [],
    value: { kind: "expression", node, from: [] },
    adds: true,
  }));
}
