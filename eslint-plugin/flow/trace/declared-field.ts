import type { TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../syntax/binding.ts";
import type { ClassNode } from "../syntax/place.ts";
import { UNKNOWN, type Answer } from "./answer.ts";
import { decoratorsOf, injectedBy } from "./injected.ts";
import { isOtherType } from "./other-types.ts";
import { traceTyped } from "./trace-type.ts";
import type { Asked, Tracing } from "./tracing.ts";

/** What a field is where nobody in this file sets it: what a container fills in, and what its type says. */
export function traceDeclaredField(
  tracing: Tracing,
  { body: { body } }: ClassNode,
  { node, path: [wanted = "", ...path] }: Pick<Asked, "node" | "path">,
): Answer {
  const declared = declarationsOf(body).get(wanted);
  if (declared === undefined) return UNKNOWN;
  const type = declared.typed.typeAnnotation?.typeAnnotation;
  if (type !== undefined && isOtherType(tracing.sourceCode, type)) return UNKNOWN;
  const injected = injectedBy(tracing, decoratorsOf(declared.whole), { node, path });
  if (injected.carried.length > 0 || type === undefined) return injected;
  return traceTyped(tracing, { name: `this.${wanted}`, type, node, path });
}

interface FieldDeclaration {
  readonly name: string | undefined;
  readonly whole: TSESTree.Node;
  readonly typed: TSESTree.Identifier | TSESTree.PropertyDefinition;
}

type Declarations = ReadonlyMap<string | undefined, FieldDeclaration>;

const declarations = new WeakMap<readonly TSESTree.ClassElement[], Declarations>();

function declarationsOf(body: readonly TSESTree.ClassElement[]): Declarations {
  let known = declarations.get(body);
  if (known === undefined) {
    known = new Map(body.flatMap(declarationsIn).map((declared) => [declared.name, declared]));
    declarations.set(body, known);
  }
  return known;
}

function declarationsIn(member: TSESTree.ClassElement): readonly FieldDeclaration[] {
  if (member.type === "PropertyDefinition") {
    return [{ name: propertyName(member), whole: member, typed: member }];
  }
  if (member.type !== "MethodDefinition" || member.kind !== "constructor") return [];
  return member.value.params.flatMap((whole) => {
    if (whole.type !== "TSParameterProperty" || whole.parameter.type !== "Identifier") return [];
    return [{ name: whole.parameter.name, whole, typed: whole.parameter }];
  });
}
