import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { functionAround, type FunctionNode } from "../flow/place.ts";
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
  return isEmptyOnly || tests.some((test) => hasName(test, kept));
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

function hasName(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at >= 0 && !/[\w$]/.test(text.charAt(at + name.length) + text.charAt(at - 1));
}

function comparesTenants(test: string): boolean {
  return namesIn(test).some(isNameOfTenant);
}

/** Is anything in it called as one of several is? */
export function speaksOfTenant(sourceCode: SourceCode, node: Node): boolean {
  return namesIn(sourceCode.getText(node)).some(isNameOfTenant);
}

function namesIn(text: string): readonly string[] {
  return text.match(/[A-Za-z_$][\w$]*/g) ?? [];
}
