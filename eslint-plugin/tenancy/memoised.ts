import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { functionAround, type FunctionNode } from "../flow/syntax/place.ts";
import { isNameOfTenant } from "./tenant-signs.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Is something assigned only while there is nothing yet, whoever it is for? */
export function isMemoised(
  sourceCode: SourceCode,
  assignment: TSESTree.AssignmentExpression,
): boolean {
  const fn = functionAround(assignment);
  if (fn === undefined) return false;
  const kept = sourceCode.getText(assignment.left);
  const tests = testsBefore(assignment, fn).map((test) => sourceCode.getText(test));
  // One that is thrown away for the next tenant is no longer the first one's.
  if (tests.some(comparesTenants)) return false;
  const isEmptyOnly = assignment.operator === "??=" || assignment.operator === "||=";
  if (isEmptyOnly) return true;
  return testsBefore(assignment, fn).some(
    (test) => !throws(test.parent) && hasName(sourceCode.getText(test), kept),
  );
}

/** What is asked before it is assigned: around it, or in an `if` that may have left the function. */
function testsBefore(assignment: Node, fn: FunctionNode): readonly Node[] {
  const tests: Node[] = [];
  for (let node = assignment; node !== fn && node.parent !== undefined; node = node.parent) {
    const { parent } = node;
    if (parent.type === "IfStatement" || parent.type === "ConditionalExpression") {
      tests.push(parent.test);
    } else if (parent.type === "LogicalExpression" && parent.right === node) {
      tests.push(parent.left);
    } else if (parent.type === "BlockStatement") {
      for (const statement of parent.body) {
        if (statement === node) break;
        if (statement.type === "IfStatement") tests.push(statement.test);
      }
    }
  }
  return tests;
}

/** Then nobody gets what was made for another one. */
function throws(branch: Node | undefined): boolean {
  if (branch?.type !== "IfStatement") return false;
  const { consequent } = branch;
  const last = consequent.type === "BlockStatement" ? consequent.body.at(-1) : consequent;
  return last?.type === "ThrowStatement";
}

function hasName(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/[\w$]/.test(text.charAt(at + name.length) + text.charAt(at - 1));
}

function comparesTenants(test: string): boolean {
  // Whether there is one at all says nothing of which.
  if (/^!?[\w$.?]+$/.test(test)) return false;
  return namesIn(test).some(isNameOfTenant) || COMPARES_NAMES.test(test);
}

/** `last !== id`: with what it was made for before. `null` and `undefined` are none. */
const COMPARES_NAMES = /[\w$\])]\s*[!=]==?\s*(?!null\b|undefined\b|\d)[A-Za-z_$]/;

/** Is anything in it called as one of several is? */
export function speaksOfTenant(sourceCode: SourceCode, node: Node): boolean {
  return namesIn(sourceCode.getText(node)).some(isNameOfTenant);
}

function namesIn(text: string): readonly string[] {
  return text.match(/[A-Za-z_$][\w$]*/g) ?? [];
}
