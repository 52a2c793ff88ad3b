import type { TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "./binding.ts";

/** What a class says of one of its fields. */
export interface Field {
  readonly value: TSESTree.Expression | undefined;
  readonly type: TSESTree.TSTypeAnnotation | undefined;
}

type Fields = ReadonlyMap<string, Field>;

const known = new WeakMap<TSESTree.ClassBody, Fields>();

/** The field that `this.name` means, where `this` stands directly in a method or field of a class. */
export function fieldOf(self: TSESTree.ThisExpression, name: string): Field | undefined {
  const body = classAround(self);
  if (body === undefined) return undefined;
  let fields = known.get(body);
  if (fields === undefined) {
    fields = readFields(body);
    known.set(body, fields);
  }
  return fields.get(name);
}

function classAround(self: TSESTree.ThisExpression): TSESTree.ClassBody | undefined {
  // A program's parent is `undefined` with one parser, and `null` with another.
  for (let node: TSESTree.Node = self.parent; node.type !== "Program"; node = node.parent) {
    if (node.type === "ClassBody") return node;
    if (node.type === "FunctionDeclaration") return undefined;
    const isOwnFunction =
      node.type === "FunctionExpression" && node.parent.type !== "MethodDefinition";
    if (isOwnFunction) return undefined;
  }
  return undefined;
}

function readFields(body: TSESTree.ClassBody): Fields {
  const fields = new Map<string, Field>();
  for (const member of body.body) {
    if (member.type === "PropertyDefinition") {
      const name = propertyName(member);
      if (name !== undefined) {
        fields.set(name, { value: member.value ?? undefined, type: member.typeAnnotation });
      }
    }
    const isConstructor = member.type === "MethodDefinition" && member.kind === "constructor";
    if (isConstructor) readConstructor(member.value, fields);
  }
  return fields;
}

function readConstructor(
  { params, body }: TSESTree.FunctionExpression | TSESTree.TSEmptyBodyFunctionExpression,
  fields: Map<string, Field>,
): void {
  for (const param of params) {
    if (param.type !== "TSParameterProperty") continue;
    const { parameter } = param;
    const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    fields.set(target.name, { value: undefined, type: target.typeAnnotation });
  }
  for (const statement of body?.body ?? []) {
    if (statement.type !== "ExpressionStatement") continue;
    const { expression } = statement;
    if (expression.type !== "AssignmentExpression" || expression.operator !== "=") continue;
    const { left, right } = expression;
    if (left.type !== "MemberExpression" || left.object.type !== "ThisExpression") continue;
    const name = propertyName(left);
    if (name === undefined) continue;
    // Assigned to a parameter of the constructor, it has that one's type, at most.
    fields.set(name, {
      value: right,
      type: fields.get(name)?.type ?? parameterType(params, right),
    });
  }
}

function parameterType(
  params: readonly TSESTree.Parameter[],
  value: TSESTree.Expression,
): TSESTree.TSTypeAnnotation | undefined {
  if (value.type !== "Identifier") return undefined;
  for (const param of params) {
    if (param.type === "Identifier" && param.name === value.name) return param.typeAnnotation;
  }
  return undefined;
}
