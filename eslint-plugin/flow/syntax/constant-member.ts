import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, constantOf, propertyName, variableOf } from "./binding.ts";
import { fieldInFamily } from "./inherited-fields.ts";
import { oldFieldValue } from "./old-classes.ts";

type SourceCode = TSESLint.SourceCode;

/** Longer roads from one constant to the next are not worth their time. */
const FURTHEST = 8;

/**
 * What an expression is in the end, where this file says so once and for all: constants, members of constant objects,
 * frozen or not, fields of a class. Otherwise the expression itself, as far as it could be followed.
 */
export function settledValue(sourceCode: SourceCode, expression: TSESTree.Node): TSESTree.Node {
  return settle(sourceCode, expression, FURTHEST);
}

function settle(
  sourceCode: SourceCode,
  expression: TSESTree.Node,
  furthest: number,
): TSESTree.Node {
  let node = unfrozen(bare(expression));
  for (let left = furthest; left > 0; left--) {
    const next = nextValue(sourceCode, node, left);
    if (next === undefined) return node;
    node = unfrozen(bare(next));
  }
  return node;
}

function nextValue(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  furthest: number,
): TSESTree.Node | undefined {
  if (node.type === "Identifier") {
    const variable = variableOf(sourceCode, node);
    return variable === undefined ? undefined : constantOf(variable);
  }
  if (node.type !== "MemberExpression") return undefined;
  const name = propertyName(node);
  if (name === undefined) return undefined;
  if (node.object.type === "ThisExpression") {
    const field = fieldInFamily(sourceCode, node.object, name);
    return field === undefined ? oldFieldValue(sourceCode, node.object, name) : field.value;
  }
  if (node.object.type === "Identifier") {
    const variable = variableOf(sourceCode, node.object);
    const named = variable?.defs[0]?.node;
    if (named?.type === "TSEnumDeclaration") return enumMember(named, name);
    if (named?.type === "ClassDeclaration") return staticField(named, name);
  }
  return memberOf(settle(sourceCode, node.object, furthest - 1), name);
}

function enumMember({ body }: TSESTree.TSEnumDeclaration, name: string): TSESTree.Node | undefined {
  return body.members.find(({ id }) => id.type === "Identifier" && id.name === name)?.initializer;
}

function staticField({ body }: TSESTree.ClassDeclaration, name: string): TSESTree.Node | undefined {
  for (const member of body.body) {
    if (member.type !== "PropertyDefinition" || !member.static) continue;
    if (propertyName(member) === name) return member.value ?? undefined;
  }
  return undefined;
}

/** The value of a property of an object literal, where nothing that comes later may hide it. */
export function memberOf(object: TSESTree.Node, name: string): TSESTree.Node | undefined {
  if (object.type === "ArrayExpression") return object.elements[Number(name)] ?? undefined;
  if (object.type !== "ObjectExpression") return undefined;
  for (const property of object.properties.toReversed()) {
    if (property.type !== "Property") return undefined;
    const itsName = propertyName(property);
    if (itsName === undefined) return undefined;
    if (itsName === name) return property.value;
  }
  return undefined;
}

/** All values of an object or list of which one is taken by a name that only the running program knows. */
export function choicesOf(
  sourceCode: SourceCode,
  expression: TSESTree.Node,
): readonly TSESTree.Node[] {
  const node = settledValue(sourceCode, expression);
  if (node.type === "ConditionalExpression") return [node.consequent, node.alternate];
  if (node.type !== "MemberExpression" || !node.computed) return [];
  const object = settledValue(sourceCode, node.object);
  if (object.type !== "ObjectExpression") return [];
  const values = object.properties.map((property) =>
    property.type === "Property" ? property.value : undefined,
  );
  return values.every((value) => value !== undefined) ? values : [];
}

/** `Object.freeze({…})` is `{…}` to whoever reads it. */
function unfrozen(node: TSESTree.Node): TSESTree.Node {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return node;
  const { object } = node.callee;
  const [frozen] = node.arguments;
  const isFreeze =
    object.type === "Identifier" &&
    object.name === "Object" &&
    propertyName(node.callee) === "freeze";
  return isFreeze && frozen !== undefined ? bare(frozen) : node;
}
