import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, propertyName } from "../flow/syntax/binding.ts";
import { settledValue } from "../flow/syntax/constant-member.ts";
import { isCleansingName, isNeutralKeyName } from "../flow/evidence/key-names.ts";
import type { Names } from "../flow/evidence/names.ts";
import { staticTextOf } from "../flow/syntax/static-text.ts";
import type { StoredValue } from "./browser-storage.ts";
import { openPartsOf } from "./url-text.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

interface Labelled {
  readonly value: Node;
  readonly label: string;
}

/** A value that says nothing of itself, kept under a name that says that it is Pleo's key. */
export function namedAsKey(
  sourceCode: SourceCode,
  names: Names,
  stored: StoredValue,
): { readonly value: string; readonly label: string } | undefined {
  const labelled = labelledIn(sourceCode, stored);
  if (labelled === undefined || !names.isKey([labelled.label])) return undefined;
  const held = settledValue(sourceCode, unwrapped(labelled.value));
  const own = held.type === "Identifier" ? held.name : memberName(held);
  return own !== undefined && maySayKey(own) ? { value: own, label: labelled.label } : undefined;
}

function memberName(node: Node): string | undefined {
  return node.type === "MemberExpression" ? propertyName(node) : undefined;
}

/** `apiKey`, `input.value`; not `theme`, and not `maskedKey`. */
function maySayKey(name: string): boolean {
  return (name === "value" || isNeutralKeyName(name)) && !isCleansingName(name);
}

function labelledIn(sourceCode: SourceCode, { value, name }: StoredValue): Labelled | undefined {
  if (name === undefined) return cookieOf(sourceCode, value);
  const label = labelOf(sourceCode, name);
  return label === undefined ? undefined : { value, label };
}

/** `name=` and what comes after it. */
function cookieOf(sourceCode: SourceCode, text: Node): Labelled | undefined {
  const [first] = openPartsOf(sourceCode, text);
  const [, label] = /^\s*([\w.-]+)=$/.exec(first?.before ?? "") ?? [];
  return first === undefined || label === undefined ? undefined : { value: first.node, label };
}

const WRAPS: ReadonlySet<string> = new Set([
  "stringify",
  "String",
  "btoa",
  "encodeURIComponent",
  "trim",
  "toString",
]);

/** The same without what gives it another form. */
function unwrapped(value: Node): Node {
  let node = bare(value);
  for (let deepest = 4; deepest > 0 && node.type === "CallExpression"; deepest--) {
    const { callee } = node;
    const method = memberName(callee);
    const name = callee.type === "Identifier" ? callee.name : method;
    if (name === undefined || !WRAPS.has(name)) return node;
    const ofMethod = callee.type === "MemberExpression" ? callee.object : undefined;
    const inner = node.arguments[0] ?? ofMethod;
    if (inner === undefined) return node;
    node = bare(inner);
  }
  return node;
}

/** The text of a name, or the name of a property itself. */
function labelOf(sourceCode: SourceCode, name: Node): string | undefined {
  const isProperty =
    name.type === "Identifier" &&
    name.parent.type === "MemberExpression" &&
    name.parent.property === name &&
    !name.parent.computed;
  if (isProperty) return name.name;
  const [text, ...more] = staticTextOf(sourceCode, name);
  return typeof text === "string" && more.length === 0 ? text : undefined;
}
