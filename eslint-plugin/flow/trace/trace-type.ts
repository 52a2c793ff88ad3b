import type { TSESTree } from "@typescript-eslint/utils";
import { bare } from "../syntax/binding.ts";
import { fromSource, under, UNKNOWN, type Answer } from "./answer.ts";
import type { Tracing } from "./tracing.ts";
import { keyMemberOf } from "./type-members.ts";

interface Typed {
  /** How the message calls what has the type. */
  readonly name: string;
  readonly type: TSESTree.TypeNode;
  readonly node: TSESTree.Node;
}

/** What holds a key because its type has a member for one. */
export function traceMembers(tracing: Tracing, { name, type, node }: Typed): Answer {
  const member = keyMemberOf(tracing, type);
  if (member === undefined) return UNKNOWN;
  return under(member, fromSource({ text: `\`${name}\`, whose \`${member}\` is one`, node }));
}

/** `(await request.json()) as Draft`. */
export function traceCast(tracing: Tracing, wrapped: TSESTree.Node): Answer {
  const node = bare(wrapped);
  for (let inner = wrapped; inner !== node;) {
    if (
      inner.type === "TSAsExpression" ||
      inner.type === "TSTypeAssertion" ||
      inner.type === "TSSatisfiesExpression"
    ) {
      const type = inner.typeAnnotation;
      const answer = traceMembers(tracing, { name: nameOfType(type), type, node });
      if (answer.carried.length > 0) return answer;
    }
    if (inner.type === "AwaitExpression") inner = inner.argument;
    else if ("expression" in inner && typeof inner.expression === "object")
      inner = inner.expression;
    else return UNKNOWN;
  }
  return UNKNOWN;
}

/** Never the text of a type, which may be a key. */
function nameOfType(type: TSESTree.TypeNode): string {
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return "object";
  return type.typeName.name;
}

const GIVES_OBJECT = /^(?:json|body|readBody|readValidatedBody|parse|payload|env)$/;

/** `request.json<Draft>()`. */
export function traceTypedCall(
  tracing: Tracing,
  node: TSESTree.CallExpression,
  name: string,
): Answer {
  const [type] = node.typeArguments?.params ?? [];
  return type === undefined || !GIVES_OBJECT.test(name)
    ? UNKNOWN
    : traceMembers(tracing, { name: nameOfType(type), type, node });
}
