import type { TSESTree } from "@typescript-eslint/utils";
import {
  bare,
  isWrittenAgain,
  lastNameOf,
  literalText,
  propertyName,
  variableOf,
} from "../syntax/binding.ts";
import { memberOf, settledValue } from "../syntax/constant-member.ts";
import { pathInPattern } from "../syntax/pattern-path.ts";
import { isFunction } from "../syntax/place.ts";
import { ANY, type Path } from "./answer.ts";
import { frameOf } from "./call-sites.ts";
import type { Asked, Frame, Tracing } from "./tracing.ts";

/** Longer roads, and longer lists of names, are not worth their time. */
const MOST_STEPS = 40;
/** More ways to write one name are not told apart. */
const MOST_TEXTS = 16;

interface Search {
  readonly tracing: Tracing;
  stepsLeft: number;
}

type Texts = readonly string[] | undefined;

/**
 * Every text that an expression may be in the call that is looked at: of `name` in `process.env[name]` it is what the function
 * around it is called with. `undefined` where that is not all written in this file.
 */
export function givenTexts(tracing: Tracing, asked: Asked): Texts {
  const texts = textsOf({ tracing, stepsLeft: MOST_STEPS }, asked);
  return texts === undefined || texts.length === 0 ? undefined : [...new Set(texts)];
}

interface AskedNode<Node extends TSESTree.Node> extends Asked {
  readonly node: Node;
}

function textsOf(search: Search, { node: asked, path, frame }: Asked): Texts {
  if (--search.stepsLeft < 0) return undefined;
  const node = settledValue(search.tracing.sourceCode, asked);
  const part = (inner: TSESTree.Node, at: Path = path): Texts =>
    textsOf(search, { node: inner, path: at, frame });
  switch (node.type) {
    case "ConditionalExpression":
      return union([node.consequent, node.alternate], part);
    case "LogicalExpression":
      return union([node.left, node.right], part);
    case "ArrayExpression":
    case "ObjectExpression":
      return union(membersAt(node, path[0]), (member) => part(member, path.slice(1)));
    case "MemberExpression":
      return union(namesOf(search, { node, path, frame }), (name) =>
        part(node.object, [name, ...path]),
      );
    case "Identifier":
      return textsOfParameter(search, { node, path, frame });
    default:
      return path.length === 0 ? writtenTexts(search, { node, path, frame }) : undefined;
  }
}

/** All of them, if all are known. */
function union<Part>(parts: readonly (Part | undefined)[], read: (part: Part) => Texts): Texts {
  const texts: string[] = [];
  for (const part of parts) {
    const known = part === undefined ? undefined : read(part);
    if (known === undefined || texts.length > MOST_TEXTS) return undefined;
    texts.push(...known);
  }
  return texts;
}

/** `"PLEO_API_KEY"`, `${vendor.toUpperCase()}_API_KEY`, `"PLEO_" + name`. */
function writtenTexts(search: Search, { node, frame }: Asked): Texts {
  const part = (inner: TSESTree.Node): Texts => textsOf(search, { node: inner, path: [], frame });
  switch (node.type) {
    case "Literal":
      return listOf(literalText(node));
    case "TemplateLiteral":
      return joined(
        node.quasis.flatMap(({ value }, index) => {
          const inner = node.expressions[index];
          return [listOf(value.cooked), inner === undefined ? [""] : part(inner)];
        }),
      );
    case "BinaryExpression":
      return node.operator === "+" ? joined([part(node.left), part(node.right)]) : undefined;
    case "CallExpression": {
      const callee = bare(node.callee);
      const change = CHANGES.get(lastNameOf(callee) ?? "");
      if (change === undefined || callee.type !== "MemberExpression") return undefined;
      return part(callee.object)?.map(change);
    }
    default:
      return undefined;
  }
}

const CHANGES: ReadonlyMap<string, (text: string) => string> = new Map([
  ["toUpperCase", (text: string) => text.toUpperCase()],
  ["toLowerCase", (text: string) => text.toLowerCase()],
  ["trim", (text: string) => text.trim()],
  ["toString", (text: string) => text],
]);

function listOf(text: string | null | undefined): Texts {
  return typeof text === "string" ? [text] : undefined;
}

/** One after the other, in every way. */
function joined(parts: readonly Texts[]): Texts {
  let texts: readonly string[] = [""];
  for (const part of parts) {
    if (part === undefined || part.length * texts.length > MOST_TEXTS) return undefined;
    texts = texts.flatMap((start) => part.map((end) => start + end));
  }
  return texts;
}

/** `NAMES[which]`. */
function namesOf(
  search: Search,
  { node, frame }: AskedNode<TSESTree.MemberExpression>,
): readonly string[] {
  const name = propertyName(node);
  if (name !== undefined || !node.computed) return [name ?? ANY];
  return textsOf(search, { node: node.property, path: [], frame }) ?? [ANY];
}

/** What lies in a list or an object under a name; `undefined` for what is not written there. */
function membersAt(
  whole: TSESTree.ArrayExpression | TSESTree.ObjectExpression,
  name: string | undefined,
): readonly (TSESTree.Node | undefined)[] {
  if (name === undefined) return [undefined];
  if (name !== ANY) return [memberOf(whole, name)];
  const members = whole.type === "ArrayExpression" ? whole.elements : whole.properties;
  return members.map((member) => {
    if (member === null || member.type === "SpreadElement") return undefined;
    return member.type === "Property" ? member.value : member;
  });
}

/** What the call that is looked at gives for a parameter. */
function textsOfParameter(
  search: Search,
  { node: name, path, frame }: AskedNode<TSESTree.Identifier>,
): Texts {
  const variable = variableOf(search.tracing.sourceCode, name);
  const fn = variable?.defs[0]?.node;
  const own = isFunction(fn) ? frameOf(fn, frame) : undefined;
  if (variable === undefined || own === undefined || isWrittenAgain(variable)) return undefined;
  for (const [index, param] of own.fn.params.entries()) {
    const inside = pathInPattern(param, variable.name);
    if (inside === undefined) continue;
    if (param.type === "RestElement") return textsOfRest(search, { frame: own, index, path });
    const given = own.argument(index);
    return given && textsOf(search, { ...given, path: [...given.path, ...inside, ...path] });
  }
  return undefined;
}

interface AskedRest {
  readonly frame: Frame;
  readonly index: number;
  readonly path: Path;
}

/** `requireAll(...names)`, and one of the names or all of them. */
function textsOfRest(search: Search, { frame, index, path }: AskedRest): Texts {
  const [element = ANY, ...rest] = path;
  const places = element === ANY ? restOf(frame, index) : [index + Number(element)];
  return union(places, (place) => {
    const given = frame.argument(place);
    return given && textsOf(search, { ...given, path: [...given.path, ...rest] });
  });
}

function restOf(frame: Frame, index: number): readonly number[] {
  const places: number[] = [];
  for (let place = index; frame.argument(place) !== undefined; place++) {
    // A list that is spread stands for all that come after it.
    if (places.length > MOST_TEXTS) break;
    places.push(place);
  }
  return places;
}
