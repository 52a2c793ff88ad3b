import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isNeutralKeyName } from "../flow/evidence/key-names.ts";
import type { Names } from "../flow/evidence/names.ts";
import type { CarriedKey, Flow } from "../flow/flow.ts";
import { propertyName, variableOf } from "../flow/syntax/binding.ts";
import { contains } from "../flow/syntax/place.ts";

type Node = TSESTree.Node;

interface Asked {
  readonly sourceCode: TSESLint.SourceCode;
  readonly names: Names;
  readonly flow: Flow;
}

/**
 * Where somebody who looks for a key finds it: of `settings.pleoApiKey`, whose `settings` came over the wire, that member and
 * not the wire.
 */
export function placeOfKey(asked: Asked, { node, text }: CarriedKey["source"]): Node {
  // Of what holds a key the text says more than the name.
  const isItself = node.type === "Identifier" && text === `\`${node.name}\``;
  const declared = isItself ? declaredPlace(asked.sourceCode, node) : undefined;
  if (declared !== undefined) return declared;
  const isNamed = isItself || namesKey(asked, chainAround(node));
  return isNamed ? node : (readPlace(asked, node) ?? node);
}

/** Where a name gets its value, if that stands in the file: the value itself, or its name in a pattern. */
function declaredPlace(
  sourceCode: Asked["sourceCode"],
  name: TSESTree.Identifier,
): Node | undefined {
  const variable = variableOf(sourceCode, name);
  const [definition, ...others] = variable?.defs ?? [];
  if (definition === undefined || others.length > 0) return undefined;
  const { node, name: declared } = definition;
  const target = declared.parent.type === "AssignmentPattern" ? declared.parent : declared;
  const { parent } = target;
  if (parent.type === "Property" && parent.parent.type === "ObjectPattern") return parent;
  const isValue = node.type === "VariableDeclarator" && node.id === declared;
  return isValue ? (node.init ?? undefined) : undefined;
}

/** All of `window.config.pleo`, which begins with `window`. */
function chainAround(root: Node): Node {
  let node = root;
  for (let { parent } = node; parent; { parent } = node) {
    const isLonger =
      parent.type === "ChainExpression" ||
      (parent.type === "MemberExpression" && parent.object === node) ||
      (parent.type === "CallExpression" && parent.callee === node);
    if (!isLonger) return node;
    node = parent;
  }
  return node;
}

const NAME = /[A-Za-z][\w-]{3,}/g;
/** Nobody looks for a name further on. */
const LONGEST = 300;

/** Is the key named there already? `storage.get(["pleoApiKey"])`. */
function namesKey({ sourceCode, names }: Asked, node: Node): boolean {
  const text = sourceCode.text.slice(
    node.range[0],
    Math.min(node.range[1], node.range[0] + LONGEST),
  );
  return (text.match(NAME) ?? []).some((name) => names.isKey([name.replaceAll("-", "_")]));
}

/** The first place where the key is taken out of what holds it. */
function readPlace(asked: Asked, holder: Node): Node | undefined {
  return asked.flow.nodes().nodes.find((node) => {
    if (node.type !== "MemberExpression" && node.type !== "Property") return false;
    const name = propertyName(node);
    if (name === undefined || !isNameOfKey(asked, name) || contains(holder, node)) return false;
    const read = node.type === "MemberExpression" ? node : nameInPattern(node);
    return read !== undefined && isKeyOf(asked, read, holder);
  });
}

function isNameOfKey({ names }: Asked, name: string): boolean {
  return isNeutralKeyName(name) || names.isKey([name]);
}

function nameInPattern({ parent, value }: TSESTree.Property): Node | undefined {
  if (parent.type !== "ObjectPattern") return undefined;
  const target = value.type === "AssignmentPattern" ? value.left : value;
  return target.type === "Identifier" ? target : undefined;
}

function isKeyOf({ flow }: Asked, read: Node, holder: Node): boolean {
  return flow
    .keysIn(read)
    .some(({ source, inside }) => source.node === holder && inside.length === 0);
}
