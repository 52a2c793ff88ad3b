import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "./binding.ts";
import { functionAround } from "./place.ts";
import { visit } from "./visit.ts";

/** `this.name` in a class, by name, each in the order of the text. */
type Members = ReadonlyMap<string, readonly TSESTree.MemberExpression[]>;

interface Found {
  readonly ofThis: Members;
  readonly ofSuper: Members;
  /** `new this(…)`, as static methods write it. */
  readonly made: readonly TSESTree.NewExpression[];
  /** `super(…)`. */
  readonly handedUp: readonly TSESTree.CallExpression[];
}

const known = new WeakMap<TSESTree.ClassBody, Found>();

/** Whatever a class has of its own; a class inside of it has another `this`. */
export function membersOfThis(sourceCode: TSESLint.SourceCode, body: TSESTree.ClassBody): Members {
  return foundIn(sourceCode, body).ofThis;
}

/** The same for `super.name`. */
export function membersOfSuper(sourceCode: TSESLint.SourceCode, body: TSESTree.ClassBody): Members {
  return foundIn(sourceCode, body).ofSuper;
}

/** `new this(…)` in a class. */
export function madeByThis(
  sourceCode: TSESLint.SourceCode,
  body: TSESTree.ClassBody,
): Found["made"] {
  return foundIn(sourceCode, body).made;
}

/** `super(…)` in a class. */
export function callsOfSuper(
  sourceCode: TSESLint.SourceCode,
  body: TSESTree.ClassBody,
): Found["handedUp"] {
  return foundIn(sourceCode, body).handedUp;
}

function foundIn({ visitorKeys }: TSESLint.SourceCode, body: TSESTree.ClassBody): Found {
  let found = known.get(body);
  if (found === undefined) {
    found = findIn(visitorKeys, body);
    known.set(body, found);
  }
  return found;
}

/** `this.name = …`, but for what a constructor sets, which is what the field is known to hold. */
export function isSetAgain(member: TSESTree.MemberExpression): boolean {
  const { parent } = member;
  if (parent.type !== "AssignmentExpression" || parent.left !== member) return false;
  const method = functionAround(member)?.parent;
  return method?.type !== "MethodDefinition" || method.kind !== "constructor";
}

function findIn(visitorKeys: TSESLint.SourceCode["visitorKeys"], body: TSESTree.ClassBody): Found {
  const ofThis = new Map<string, TSESTree.MemberExpression[]>();
  const ofSuper = new Map<string, TSESTree.MemberExpression[]>();
  const made: TSESTree.NewExpression[] = [];
  const handedUp: TSESTree.CallExpression[] = [];
  visit([body], visitorKeys, (node) => {
    if (node.type === "MemberExpression") {
      if (node.object.type === "ThisExpression") addTo(ofThis, node);
      else if (node.object.type === "Super") addTo(ofSuper, node);
    } else if (node.type === "NewExpression") {
      if (node.callee.type === "ThisExpression") made.push(node);
    } else if (node.type === "CallExpression" && node.callee.type === "Super") {
      handedUp.push(node);
    }
    return node.type !== "ClassBody" || node === body;
  });
  return { ofThis, ofSuper, made, handedUp };
}

function addTo(
  members: Map<string, TSESTree.MemberExpression[]>,
  node: TSESTree.MemberExpression,
): void {
  const name = propertyName(node);
  if (name === undefined) return;
  const others = members.get(name);
  if (others === undefined) members.set(name, [node]);
  else others.push(node);
}
