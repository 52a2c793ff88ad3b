import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName } from "../flow/syntax/binding.ts";
import { settledValue } from "../flow/syntax/constant-member.ts";
import { mayHoldKey } from "./script-values.ts";

/** Is the value of this variable taken, or is it thrown away, emptied, or forbidden? */
export function isTaken(member: TSESTree.MemberExpression): boolean {
  const { parent } = member;
  if (parent.type === "UnaryExpression" && parent.operator === "delete") return false;
  if (parent.type === "AssignmentExpression" && parent.left === member) {
    return mayHoldKey(parent.right);
  }
  return !isForbidden(member);
}

/** Nobody forbids anything by longer conditions. */
const MOST_PARTS = 40;

/** `if (process.env.NAME) throw …`: a program, or a test, that does not go on with it. */
function isForbidden(member: TSESTree.MemberExpression): boolean {
  let isSet = true;
  let test: TSESTree.Node = member;
  for (let left = MOST_PARTS; left > 0; left--) {
    const parent: TSESTree.Node = test.parent;
    if (parent.type === "UnaryExpression" && parent.operator === "!") isSet = !isSet;
    else if (parent.type === "BinaryExpression" && /^[=!]==?$/.test(parent.operator)) {
      if (parent.operator.startsWith("=")) isSet = !isSet;
    } else if (parent.type !== "LogicalExpression" && parent.type !== "ChainExpression") {
      if (parent.type === "CallExpression") return isAssertion(parent, isSet);
      const isTest = parent.type === "IfStatement" && parent.test === test;
      return isSet && isTest && stops(parent.consequent);
    }
    test = parent;
  }
  return false;
}

/** `assert(!process.env.NAME)`; what a test expects of it, the test says. */
function isAssertion({ callee }: TSESTree.CallExpression, isSet: boolean): boolean {
  const name = lastNameOf(callee) ?? "";
  return name === "expect" || (!isSet && /^(?:assert|invariant|ok)$/.test(name));
}

function stops(statement: TSESTree.Statement): boolean {
  const last = statement.type === "BlockStatement" ? statement.body.at(-1) : statement;
  if (last?.type === "ThrowStatement") return true;
  if (last?.type !== "ExpressionStatement" || last.expression.type !== "CallExpression")
    return false;
  return lastNameOf(last.expression.callee) === "exit";
}

/** The name in `env[NAME]`, where the file says what that is. */
export function constantName(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { computed, property }: TSESTree.MemberExpression,
): string | undefined {
  if (!computed || property.type !== "Identifier") return undefined;
  const value = settledValue(sourceCode, property);
  return value.type === "Literal" && typeof value.value === "string" ? value.value : undefined;
}

/** What the frameworks call the part of their settings that users get too; `undefined` if this object is none. */
export function publicHolder(object: TSESTree.Node): string | undefined {
  const holder = bare(object);
  if (holder.type === "Identifier")
    return holder.name === "publicRuntimeConfig" ? "`publicRuntimeConfig`" : undefined;
  if (holder.type !== "MemberExpression") return undefined;
  const name = propertyName(holder) ?? "";
  const owner = lastName(holder.object) ?? "";
  if (name === "publicRuntimeConfig") return "`publicRuntimeConfig`";
  if (name === "public" && /config$/i.test(owner)) return "`runtimeConfig.public`";
  if (name === "extra" && /^(?:expoConfig|manifest)$/.test(owner)) return "`extra`";
  return isWindow(owner) && /^_*env_*$/i.test(name) ? `\`${owner}.${name}\`` : undefined;
}

function lastName(node: TSESTree.Node): string | undefined {
  const inner = bare(node);
  if (inner.type === "CallExpression") return lastNameOf(inner.callee);
  return lastNameOf(inner);
}

export function isWindow(name: string): boolean {
  return name === "window" || name === "globalThis" || name === "self";
}

/** `getEnv("NAME")`, `Deno.env.get("NAME")`: does the call ask the environment for it? */
export function asksEnvironment(callee: TSESTree.Node): boolean {
  const name = lastNameOf(callee) ?? "";
  if (
    /^(?:get|read|require|need|must|load|use)?_?env(?:ironment)?(?:_?var(?:iable)?)?(?:OrThrow)?$/i.test(
      name,
    )
  ) {
    return true;
  }
  const called = bare(callee);
  if (!/^get(?:OrThrow)?$/.test(name) || called.type !== "MemberExpression") return false;
  return /(?:env|config|configService)$/i.test(lastName(called.object) ?? "");
}
