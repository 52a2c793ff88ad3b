import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { lastNameOf, propertyName, variableOf } from "../flow/syntax/binding.ts";
import { settledValue } from "../flow/syntax/constant-member.ts";
import { fieldOf } from "../flow/syntax/class-fields.ts";
import { isSetAgain, membersOfThis } from "../flow/syntax/members-of-this.ts";
import { functionAround, isFunction, ownerOfThis } from "../flow/syntax/place.ts";
import { returnsOf } from "../flow/syntax/returns.ts";
import { chainOf } from "../sinks/places.ts";
import type { Reading } from "../flow/raw-key.ts";
import { isAsked, isKeyed, isMadeWithKey, keysMadeWith } from "./keyed-clients.ts";
import { isMemoised, speaksOfTenant } from "./memoised.ts";
import { isSent } from "./sent-value.ts";
import { isSharedSource } from "./shared-source.ts";

/** `this.client` and `Pleo.client`, where something is asked of it, of a class that makes it with a key for the whole program. */
export function isSharedField(reading: Reading, member: TSESTree.MemberExpression): boolean {
  const { object } = member;
  if (object.type !== "ThisExpression" && object.type !== "Identifier") return false;
  const { parent } = member;
  if (parent.type !== "MemberExpression" || parent.object !== member || !isAsked(parent)) {
    return false;
  }
  const { sourceCode } = reading;
  if (object.type === "Identifier" && !isClass(sourceCode, object)) return false;
  const made = settledValue(sourceCode, member);
  if (made === member || !isMadeWithKey(reading, made)) return false;
  const keys = keysMadeWith(reading, made);
  return keys.every(({ source }) => isSharedSource(sourceCode, source.node));
}

/** `this.authorization`, which a class makes of a key for the whole program, where it ends up in a request. */
export function isSharedValue(reading: Reading, member: TSESTree.MemberExpression): boolean {
  const { object } = member;
  const name = propertyName(member);
  if (object.type !== "ThisExpression" || name === undefined) return false;
  const { sourceCode, flow } = reading;
  const { parent } = member;
  const isWritten = parent.type === "AssignmentExpression" && parent.left === member;
  if (isWritten || fieldOf(object, name)?.value === undefined) return false;
  if (!isSent(sourceCode, member) || isWrittenLater(sourceCode, member, name)) return false;
  const keys = flow.keysIn(member);
  return keys.length > 0 && keys.every(({ source }) => isSharedSource(sourceCode, source.node));
}

/** By a method that may be told the tenant, once the constructor has run. */
function isWrittenLater(
  sourceCode: TSESLint.SourceCode,
  member: TSESTree.MemberExpression,
  name: string,
): boolean {
  const owner = ownerOfThis(member);
  if (owner === undefined || owner.type === "ObjectExpression") return true;
  const members = membersOfThis(sourceCode, owner.body).get(name) ?? [];
  return members.some(isSetAgain);
}

function isClass(sourceCode: TSESLint.SourceCode, name: TSESTree.Identifier): boolean {
  return variableOf(sourceCode, name)?.defs[0]?.node.type === "ClassDeclaration";
}

/** `this.client ??= new PleoClient(…)` in a method that is told the tenant: the class keeps the first one's for all. */
export function isFirstComeField(
  reading: Reading,
  assignment: TSESTree.AssignmentExpression,
): boolean {
  const { left, right } = assignment;
  if (left.type !== "MemberExpression" || propertyName(left) === undefined) return false;
  if (!isKeptForAll(reading.sourceCode, left.object)) return false;
  const fn = functionAround(assignment);
  // What a constructor keeps is kept for the one that it is told.
  if (fn?.parent.type === "MethodDefinition" && fn.parent.kind === "constructor") return false;
  if (!fn?.params.some((param) => speaksOfTenant(reading.sourceCode, param))) return false;
  return isMemoised(reading.sourceCode, assignment) && isKeyed(reading, right);
}

/** An object that there is one of: `this` of most classes, a class itself, `globalThis`, an object at the top of the file. */
function isKeptForAll(sourceCode: TSESLint.SourceCode, object: TSESTree.Node): boolean {
  if (object.type === "ThisExpression") return true;
  if (object.type !== "Identifier") return false;
  const variable = variableOf(sourceCode, object);
  if (variable === undefined) return object.name === "globalThis" || object.name === "global";
  if (isClass(sourceCode, object)) return true;
  return (
    isOfFile(sourceCode, variable) && settledValue(sourceCode, object).type === "ObjectExpression"
  );
}

function isOfFile({ ast }: TSESLint.SourceCode, { scope }: TSESLint.Scope.Variable): boolean {
  return scope.block === ast;
}

/** `clients.set("pleo", new PleoClient(…))`: a map of the file's, under a name that is the same for all tenants. */
export function isKeptByOneName(reading: Reading, call: TSESTree.CallExpression): boolean {
  const { callee, arguments: args } = call;
  const [name, value] = args;
  if (callee.type !== "MemberExpression" || propertyName(callee) !== "set") return false;
  if (name?.type !== "Literal" || value === undefined || callee.object.type !== "Identifier") {
    return false;
  }
  const variable = variableOf(reading.sourceCode, callee.object);
  if (variable === undefined || !isOfFile(reading.sourceCode, variable)) return false;
  const made = settledValue(reading.sourceCode, callee.object);
  const isMap = made.type === "NewExpression" && lastNameOf(made.callee) === "Map";
  return isMap && isMadeWithKey(reading, value);
}

/** `once((tenant) => new PleoClient(tenant.apiKey))`: what it makes for the first one, it gives to all. */
export function madeOnce(
  reading: Reading,
  call: TSESTree.CallExpression,
): readonly TSESTree.Node[] {
  const [fn] = call.arguments;
  if (lastNameOf(call.callee) !== "once" || !isFunction(fn)) return [];
  return returnsOf(reading.sourceCode, fn).filter((returned) => isKeyed(reading, returned));
}

/** `client.defaults.headers.common.Authorization = …` in a function, of a client of the file's: the next tenant's request may go out with it. */
export function isSetForAll(reading: Reading, assignment: TSESTree.AssignmentExpression): boolean {
  const { left, right } = assignment;
  if (left.type !== "MemberExpression" || functionAround(assignment) === undefined) return false;
  const { root, links } = chainOf(left);
  if (root.type !== "Identifier" || links[0]?.name !== "defaults") return false;
  const variable = variableOf(reading.sourceCode, root);
  if (variable === undefined || !isOfFile(reading.sourceCode, variable)) return false;
  return reading.flow.keysIn(right).length > 0;
}
