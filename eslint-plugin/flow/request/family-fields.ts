import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { findPleoHost } from "../../../src/pleo/hosts.ts";
import { bare, propertyName } from "../syntax/binding.ts";
import { methodOf, receiversCalled } from "../syntax/called-function.ts";
import type { Call } from "../syntax/callee.ts";
import { receiversOf } from "../syntax/inheritance.ts";
import { fieldOn } from "../syntax/inherited-fields.ts";
import type { ClassNode } from "../syntax/place.ts";
import { returnsOf } from "../syntax/returns.ts";
import { concatTexts, staticTextsOf, type StaticText } from "../syntax/static-text.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** A base class with more children than these has one for each vendor. */
const MOST_CHOICES = 8;

/** What a field, or a method, is that each child of a class has for itself: `this.base`. Nothing where all have the same. */
export function choicesOfField(sourceCode: SourceCode, part: Node): readonly Node[] {
  const asked = askedOfThis(part);
  if (asked === undefined) return [];
  const values = receiversOf(sourceCode, asked.self).map((each) =>
    valueOn(sourceCode, each, asked),
  );
  const known = new Set(values.filter((each) => each !== undefined));
  return known.size < 2 || known.size > MOST_CHOICES ? [] : [...known];
}

/** The one of them that the class has by which a method is called: `this.get("/v1/tags")` in the child. */
export function fieldByCall(sourceCode: SourceCode, call: Call, part: Node): Node | undefined {
  const asked = askedOfThis(part);
  if (asked === undefined || call.type !== "CallExpression") return undefined;
  if (choicesOfField(sourceCode, part).length === 0) return undefined;
  const values = receiversCalled(sourceCode, call).map((each) => valueOn(sourceCode, each, asked));
  const [value, ...others] = new Set(values);
  return others.length === 0 ? value : undefined;
}

interface AskedOfThis {
  readonly self: TSESTree.ThisExpression;
  readonly name: string;
  readonly isCall: boolean;
}

/** `this.base`, `this.base()`. */
function askedOfThis(part: Node): AskedOfThis | undefined {
  const node = bare(part);
  const isCall = node.type === "CallExpression";
  const member = isCall ? bare(node.callee) : node;
  if (member.type !== "MemberExpression" || member.object.type !== "ThisExpression") {
    return undefined;
  }
  const name = propertyName(member);
  return name === undefined ? undefined : { self: member.object, name, isCall };
}

function valueOn(
  sourceCode: SourceCode,
  owner: ClassNode,
  { name, isCall }: AskedOfThis,
): Node | undefined {
  if (!isCall) return fieldOn(sourceCode, owner, name)?.value;
  const fn = methodOf(sourceCode, owner, name);
  const [value, ...others] = fn === undefined ? [] : returnsOf(sourceCode, fn);
  return others.length === 0 ? value : undefined;
}

const HOST = /^https?:\/\/([^/?#:@]+)/i;

function isPleos(text: StaticText): boolean {
  const [start] = text;
  const host = typeof start === "string" ? HOST.exec(start)?.[1] : undefined;
  return host !== undefined && findPleoHost(host)?.role === "external";
}

/** Has any child of the class Pleo's address there? */
export function mayBePleosField(sourceCode: SourceCode, part: Node): boolean {
  return choicesOfField(sourceCode, part).some((value) =>
    staticTextsOf(sourceCode, value).some(isPleos),
  );
}

/** The texts of an address; where the children of a class choose, and each chooses one of Pleo's hosts, all of them. */
export function addressTextsOf(sourceCode: SourceCode, expression: Node): readonly StaticText[] {
  return staticTextsOf(sourceCode, expression).flatMap((text) => {
    const [first, ...rest] = text;
    const choices =
      first === undefined || typeof first === "string" ? [] : choicesOfField(sourceCode, first);
    const starts = choices.flatMap((each) => staticTextsOf(sourceCode, each));
    const isOurs = starts.length > 0 && starts.every(isPleos);
    return isOurs ? starts.map((start) => concatTexts(start, rest)) : [text];
  });
}
