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
  return body && fieldsOfClass(body).get(name);
}

/** All that a class says of its own fields. */
export function fieldsOfClass(body: TSESTree.ClassBody): Fields {
  let fields = known.get(body);
  if (fields === undefined) {
    fields = readFields(body);
    known.set(body, fields);
  }
  return fields;
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
  for (const { name, typeAnnotation } of parameterProperties(params)) {
    fields.set(name, { value: undefined, type: typeAnnotation });
  }
  for (const { node, left, right } of assignmentsIn(body)) {
    const name = propertyName(left);
    if (name === undefined || node.operator !== "=") continue;
    // Assigned to a parameter of the constructor, it has that one's type, at most.
    fields.set(name, {
      value: right,
      type: fields.get(name)?.type ?? parameterType(params, right),
    });
  }
}

/** `constructor(private readonly name: T = given)`. */
interface ParameterProperty {
  readonly index: number;
  readonly name: string;
  readonly typeAnnotation: TSESTree.TSTypeAnnotation | undefined;
  readonly given: TSESTree.Expression | undefined;
}

export function parameterProperties(
  params: readonly TSESTree.Parameter[],
): readonly ParameterProperty[] {
  return params.flatMap((param, index) => {
    if (param.type !== "TSParameterProperty") return [];
    const { parameter } = param;
    const isGiven = parameter.type === "AssignmentPattern";
    const { name, typeAnnotation } = isGiven ? parameter.left : parameter;
    return [{ index, name, typeAnnotation, given: isGiven ? parameter.right : undefined }];
  });
}

/** `this.name = …`, whatever the operator. */
export interface FieldAssignment {
  readonly node: TSESTree.AssignmentExpression;
  readonly left: TSESTree.MemberExpression;
  readonly right: TSESTree.Expression;
}

export function fieldAssignment(node: TSESTree.Node): readonly FieldAssignment[] {
  if (node.type !== "AssignmentExpression") return [];
  const { left, right } = node;
  const isField = left.type === "MemberExpression" && left.object.type === "ThisExpression";
  return isField ? [{ node, left, right }] : [];
}

/** Those that a body makes in any case. */
export function assignmentsIn(
  body: TSESTree.BlockStatement | null | undefined,
): readonly FieldAssignment[] {
  return (body?.body ?? []).flatMap((statement) =>
    statement.type === "ExpressionStatement" ? fieldAssignment(statement.expression) : [],
  );
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
