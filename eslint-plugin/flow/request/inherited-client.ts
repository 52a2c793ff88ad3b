import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, importOf, propertyName, variableOf } from "../syntax/binding.ts";
import type { Call } from "../syntax/callee.ts";
import { lineageOf, memberIn } from "../syntax/inheritance.ts";
import { fieldOn } from "../syntax/inherited-fields.ts";
import { ownerOfThis } from "../syntax/place.ts";
import { staticTextOf } from "../syntax/static-text.ts";

type SourceCode = TSESLint.SourceCode;

/** A class from elsewhere that sends requests for what extends it. */
interface InheritedClient {
  /** Where it sends them. */
  readonly base: TSESTree.Node;
  readonly module: string | undefined;
}

const BASE_FIELDS: readonly string[] = ["baseURL", "baseUrl", "prefixUrl", "baseUri"];

/** The class behind `this.get(…)`, if that comes from elsewhere and a field of ours says where it sends to. */
export function inheritedClient(
  sourceCode: SourceCode,
  { callee }: Call,
): InheritedClient | undefined {
  const member = bare(callee);
  if (member.type !== "MemberExpression" || member.object.type !== "ThisExpression")
    return undefined;
  const owner = ownerOfThis(member.object);
  if (owner === undefined || owner.type === "ObjectExpression") return undefined;
  const root = lineageOf(sourceCode, owner).at(-1)?.superClass;
  const name = propertyName(member);
  if (!root || name === undefined || memberIn(sourceCode, owner, name) !== undefined) {
    return undefined;
  }
  for (const field of BASE_FIELDS) {
    const base = fieldOn(sourceCode, owner, field)?.value;
    const [start] = base === undefined ? [] : staticTextOf(sourceCode, base);
    if (base !== undefined && typeof start === "string" && /^https?:\/\//i.test(start)) {
      return { base, module: moduleOf(sourceCode, bare(root)) };
    }
  }
  return undefined;
}

function moduleOf(sourceCode: SourceCode, root: TSESTree.Node): string | undefined {
  const name = root.type === "MemberExpression" ? bare(root.object) : root;
  const variable = name.type === "Identifier" ? variableOf(sourceCode, name) : undefined;
  return variable && importOf(variable)?.module;
}
