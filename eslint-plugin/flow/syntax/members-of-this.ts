import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "./binding.ts";
import { functionAround } from "./place.ts";
import { visit } from "./visit.ts";

/** `this.name` in a class, by name, each in the order of the text. */
type MembersOfThis = ReadonlyMap<string, readonly TSESTree.MemberExpression[]>;

const known = new WeakMap<TSESTree.ClassBody, MembersOfThis>();

/** Whatever a class has of its own; a class inside of it has another `this`. */
export function membersOfThis(
  { visitorKeys }: TSESLint.SourceCode,
  body: TSESTree.ClassBody,
): MembersOfThis {
  let members = known.get(body);
  if (members === undefined) {
    members = findMembers(visitorKeys, body);
    known.set(body, members);
  }
  return members;
}

/** `this.name = …`, but for what a constructor sets, which is what the field is known to hold. */
export function isSetAgain(member: TSESTree.MemberExpression): boolean {
  const { parent } = member;
  if (parent.type !== "AssignmentExpression" || parent.left !== member) return false;
  const method = functionAround(member)?.parent;
  return method?.type !== "MethodDefinition" || method.kind !== "constructor";
}

function findMembers(
  visitorKeys: TSESLint.SourceCode["visitorKeys"],
  body: TSESTree.ClassBody,
): MembersOfThis {
  const members = new Map<string, TSESTree.MemberExpression[]>();
  visit([body], visitorKeys, (node) => {
    if (node.type === "MemberExpression" && node.object.type === "ThisExpression") {
      const name = propertyName(node);
      const others = name === undefined ? undefined : members.get(name);
      if (others !== undefined) others.push(node);
      else if (name !== undefined) members.set(name, [node]);
    }
    return node.type !== "ClassBody" || node === body;
  });
  return members;
}
