import type { TSESTree } from "@typescript-eslint/utils";
import { isTypeOnly } from "./binding.ts";

/** A part of a text that a program puts together. */
export interface Piece {
  readonly text: string;
  /** What to point at when this piece matters: its literal, or the whole template or list that holds it. */
  readonly pointAt: TSESTree.Node;
}

/** What an expression puts together out of literals. */
export interface LiteralText {
  /** The pieces from left to right, a new stretch after each part that only running the program would tell. */
  readonly stretches: readonly (readonly Piece[])[];
  /** Every sum, template and list that was read on the way; reading it again would tell nothing new. */
  readonly read: readonly TSESTree.Node[];
}

/** Something to read, and what to point at if that is not the thing itself. */
interface Part {
  readonly content: TSESTree.Node | string | typeof UNKNOWN;
  readonly within: TSESTree.Node | undefined;
}

const UNKNOWN = Symbol("known only to the running program");

/** The literal that a name always stands for. */
type ValueOf = (name: TSESTree.Identifier) => TSESTree.Node | undefined;

/**
 * Reads templates, `+` and `[…].join("…")`, nested as they may be. Keeps its own stack, because generated code
 * adds up thousands of literals in one expression.
 */
export function readLiteralText(
  root: TSESTree.Node,
  valueOf: ValueOf = () => undefined,
): LiteralText {
  const stretches: Piece[][] = [[]];
  const read: TSESTree.Node[] = [];
  const pending: Part[] = [{ content: root, within: undefined }];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const { content, within } = part;
    if (typeof content === "string") {
      if (content !== "") stretches.at(-1)?.push({ text: content, pointAt: within ?? root });
      continue;
    }
    const parts = content === UNKNOWN ? undefined : partsOf(content, within, valueOf);
    if (parts === undefined) {
      stretches.push([]);
      continue;
    }
    if (content !== UNKNOWN) read.push(content);
    for (const next of parts.toReversed()) pending.push(next);
  }
  return { stretches, read };
}

/** What an expression's text is made of; `undefined` if it is not made of literals. */
function partsOf(
  node: TSESTree.Node,
  within: TSESTree.Node | undefined,
  valueOf: ValueOf,
): readonly Part[] | undefined {
  const whole = within ?? node;
  switch (node.type) {
    case "Identifier": {
      const value = valueOf(node);
      return value?.type === "Literal" ? [{ content: value, within: whole }] : undefined;
    }
    case "Literal":
      return typeof node.value === "string" || typeof node.value === "number"
        ? [{ content: String(node.value), within: whole }]
        : undefined;
    case "TemplateLiteral":
      return partsOfTemplate(node).map((content) => ({ content, within: whole }));
    case "CallExpression":
      return partsOfJoin(node)?.map((content) => ({ content, within: whole }));
    case "BinaryExpression":
      // Its operands are pointed at one by one: a sum may go on for pages before and after the key.
      return node.operator === "+"
        ? [node.left, node.right].map((content) => ({ content, within }))
        : undefined;
    default:
      return isTypeOnly(node) ? [{ content: node.expression, within }] : undefined;
  }
}

function partsOfTemplate(template: TSESTree.TemplateLiteral): readonly Part["content"][] {
  return template.quasis.flatMap(({ value }, index) => {
    const expression = template.expressions[index];
    // A tagged template may hold escapes that are none, and then has no text.
    const text = value.cooked ?? UNKNOWN;
    return expression === undefined ? [text] : [text, expression];
  });
}

function partsOfJoin(call: TSESTree.CallExpression): readonly Part["content"][] | undefined {
  if (call.callee.type !== "MemberExpression") return undefined;
  let list = call.callee.object;
  while (isTypeOnly(list)) list = list.expression;
  if (list.type !== "ArrayExpression" || joinOf(list) !== call) return undefined;
  const between = separatorText(call.arguments[0]);
  return list.elements.flatMap((element, index) => {
    const content = element ?? "";
    return index === 0 ? [content] : [between, content];
  });
}

/** The call of `[…].join(…)`, seen from the list. */
export function joinOf(list: TSESTree.ArrayExpression): TSESTree.CallExpression | undefined {
  let object: TSESTree.Node = list;
  while (isTypeOnly(object.parent)) object = object.parent;
  const member = object.parent;
  if (member.type !== "MemberExpression" || member.computed) return undefined;
  const isJoin = member.property.type === "Identifier" && member.property.name === "join";
  return isJoin && member.parent.type === "CallExpression" ? member.parent : undefined;
}

/**
 * One character at most: no key has room for more between its pieces, and a long separator, repeated, would make
 * a text out of all proportion to the source.
 */
function separatorText(
  separator: TSESTree.CallExpressionArgument | undefined,
): string | typeof UNKNOWN {
  const isShort =
    separator?.type === "Literal" &&
    typeof separator.value === "string" &&
    separator.value.length <= 1;
  return isShort ? separator.value : UNKNOWN;
}

/** May literals make this expression up? Answered at a glance, to spare most expressions the reading. */
export function isReadable(node: TSESTree.Node): boolean {
  return READABLE.has(node.type) || isTypeOnly(node);
}

const READABLE: ReadonlySet<string> = new Set<`${TSESTree.Node["type"]}`>([
  "Literal",
  "TemplateLiteral",
  "BinaryExpression",
  "CallExpression",
]);
