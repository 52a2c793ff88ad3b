import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName } from "../flow/syntax/binding.ts";
import { settledValue } from "../flow/syntax/constant-member.ts";
import { wordSet } from "../flow/evidence/word-set.ts";
import { parameterOf } from "../sinks/places.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Is one for the whole program, whoever it serves? Comes from the environment or the configuration, rather than from whoever makes the class. */
export function isSharedSource(sourceCode: SourceCode, source: Node): boolean {
  if (source.type === "CallExpression") return isRead(source);
  return source.type === "MemberExpression" && isEnvironment(sourceCode, bare(source.object));
}

/** `process.env`, `import.meta.env`, `c.env`, `this.env`, `useRuntimeConfig()`, and `env` where a function is handed it. */
export function isEnvironment(sourceCode: SourceCode, owner: Node): boolean {
  if (owner.type === "Identifier") {
    const made = settledValue(sourceCode, owner);
    if (made !== owner && made.type !== "Identifier") return isEnvironment(sourceCode, made);
    return /^_?env$/.test(owner.name) && parameterOf(sourceCode, owner) !== undefined;
  }
  if (owner.type === "CallExpression") return lastNameOf(owner.callee) === "useRuntimeConfig";
  return owner.type === "MemberExpression" && propertyName(owner) === "env";
}

const CONFIGURATION = /^(?:env|config(?:s|uration)?|config\w*service|settings|secrets)$/i;
const READS = wordSet("get getOrThrow env");

/** `config.get("…")`. */
export function isRead({ callee, arguments: [name] }: TSESTree.CallExpression): boolean {
  if (name?.type !== "Literal" || callee.type !== "MemberExpression") return false;
  if (!READS.has(propertyName(callee) ?? "")) return false;
  return CONFIGURATION.test(lastNameOf(callee.object)?.replace("#", "") ?? "");
}
