import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { wholeOf } from "./binding.ts";
import { descendantsOf, lineageOf, readsOfClass } from "./inheritance.ts";
import { constructorOf } from "./inherited-fields.ts";
import { callsOfSuper, madeByThis } from "./members-of-this.ts";
import type { ClassNode } from "./place.ts";

type SourceCode = TSESLint.SourceCode;
type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Where this file makes an instance of a class: `new Client(…)`, and `new this(…)` in what is called on it. */
export function constructionsOf(sourceCode: SourceCode, owner: ClassNode): readonly Call[] {
  const named = readsOfClass(sourceCode, owner).flatMap((read) => {
    const whole = wholeOf(read);
    const call = whole.parent;
    return call?.type === "NewExpression" && call.callee === whole ? [call] : [];
  });
  const ofThis = lineageOf(sourceCode, owner).flatMap((each) => madeByThis(sourceCode, each.body));
  return ofThis.length === 0 ? named : [...named, ...ofThis];
}

/** What calls the constructor of a class: where it is made, and `super(…)` in the classes that extend it. */
export function callsOfConstructor(sourceCode: SourceCode, owner: ClassNode): readonly Call[] {
  const below = descendantsOf(sourceCode, owner).flatMap((each): readonly Call[] => {
    if (inheritedFrom(sourceCode, each) !== owner) return [];
    return constructorOf(each) === undefined
      ? constructionsOf(sourceCode, each)
      : callsOfSuper(sourceCode, each.body);
  });
  return [...new Set([...constructionsOf(sourceCode, owner), ...below])];
}

/** The nearest class above with a constructor of its own. */
function inheritedFrom(sourceCode: SourceCode, owner: ClassNode): ClassNode | undefined {
  return lineageOf(sourceCode, owner)
    .slice(1)
    .find((each) => constructorOf(each) !== undefined);
}
