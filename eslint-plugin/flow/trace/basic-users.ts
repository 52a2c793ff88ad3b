import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { NAMES_ANOTHER_OWNER } from "../../../src/pleo/other-owners.ts";
import { wordsOf } from "../evidence/key-names.ts";
import { remember } from "../evidence/remember.ts";
import { wordSet } from "../evidence/word-set.ts";
import { encodedIn } from "../request/encoded.ts";
import { bare, constantOf, lastNameOf, variableOf } from "../syntax/binding.ts";
import { calledFunction } from "../syntax/called-function.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { isFunction, ownerOfThis } from "../syntax/place.ts";
import { staticTextOf } from "../syntax/static-text.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** What a header says is the user, with an empty password: `key` of `"Basic " + btoa(key + ":")`. */
export function usersInHeader(sourceCode: SourceCode, header: Node): readonly Node[] {
  return staticTextOf(sourceCode, header).flatMap((part) => {
    const encoded = typeof part === "string" ? undefined : encodedIn(sourceCode, part);
    const [user, colon, ...more] = encoded === undefined ? [] : staticTextOf(sourceCode, encoded);
    if (user === undefined || typeof user === "string" || colon !== ":" || more.length > 0)
      return [];
    return [givenAs(sourceCode, withoutForm(user), header)];
  });
}

/** `key` of `key.trim()`, of `String(key)` and of `key ?? ""`. */
function withoutForm(user: Node): Node {
  const node = bare(user);
  if (node.type === "LogicalExpression" && node.operator !== "&&") return withoutForm(node.left);
  if (node.type !== "CallExpression") return node;
  const name = lastNameOf(node.callee) ?? "";
  const [first] = node.arguments;
  if (name === "String" && first !== undefined) return withoutForm(first);
  const { callee } = node;
  return callee.type === "MemberExpression" && /^(?:trim|toString|normalize)$/.test(name)
    ? withoutForm(callee.object)
    : node;
}

/** What the call that makes the header gives for a parameter: others may give other keys. */
function givenAs(sourceCode: SourceCode, user: Node, header: Node): Node {
  const fn = user.type === "Identifier" ? variableOf(sourceCode, user)?.defs[0]?.node : undefined;
  const call = settledValue(sourceCode, header);
  if (user.type !== "Identifier" || !isFunction(fn) || call.type !== "CallExpression") return user;
  if (calledFunction(sourceCode, bare(call.callee)) !== fn) return user;
  const index = fn.params.findIndex(
    (param) => param.type === "Identifier" && param.name === user.name,
  );
  return call.arguments[index] ?? user;
}

/** By these names it is somebody, or something that is made of a key and not a key. */
const OTHERS = wordSet(
  "user username login email mail id uuid name host url uri address company organization organisation header headers auth",
  "authorization authorisation basic bearer oauth session cookie password pass",
);

/** Is what stands for the user called like something else than a key? */
const isCalledOtherwise = remember((name) => {
  const words = wordsOf(name);
  return OTHERS.has(words.at(-1) ?? "") || words.some((word) => NAMES_ANOTHER_OWNER.has(word));
});

/** A name that Pleo is told as the user, with all names that it was given before. */
export function namesOfUser(
  sourceCode: SourceCode,
  user: Node,
): readonly (TSESTree.Identifier | TSESTree.MemberExpression)[] {
  const names: (TSESTree.Identifier | TSESTree.MemberExpression)[] = [];
  let node = withoutForm(user);
  for (let left = MOST_NAMES; left > 0; left--) {
    if (node.type !== "Identifier" && node.type !== "MemberExpression") return names;
    if (isCalledOtherwise(lastNameOf(node) ?? "")) return names;
    names.push(node);
    const variable = node.type === "Identifier" ? variableOf(sourceCode, node) : undefined;
    const constant = variable === undefined ? undefined : constantOf(variable);
    if (constant === undefined) return names;
    node = withoutForm(constant);
  }
  return names;
}

const MOST_NAMES = 8;

/** Whose member it is: `a` of `a.b.c`, the class of `this`. Two of one name are not one thing. */
export function rootOf(sourceCode: SourceCode, member: Node): unknown {
  let root = bare(member);
  while (root.type === "MemberExpression") root = bare(root.object);
  if (root.type === "Identifier") return variableOf(sourceCode, root);
  return root.type === "ThisExpression" ? ownerOfThis(root) : undefined;
}
