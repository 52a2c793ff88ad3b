import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { Linter } from "eslint";
import type { Call } from "../../eslint-plugin/flow/syntax/callee.ts";
import { PARSERS } from "./lint.ts";
import type { ParserName } from "./lint.ts";

/** A program as ESLint hands it to a rule: with scopes, and with every node's parent. */
export function parse(code: string, parser: ParserName = "typescript-eslint"): TSESLint.SourceCode {
  const linter = new Linter();
  const [fatal] = linter.verify(code, [{ files: ["**/*.tsx"], ...PARSERS[parser] }], {
    filename: "file.tsx",
  });
  if (fatal !== undefined) throw new SyntaxError(fatal.message);
  return linter.getSourceCode() as unknown as TSESLint.SourceCode;
}

/** Every node of a program, in the order of the text, outer ones first. */
export function nodesOf(sourceCode: TSESLint.SourceCode): readonly TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  const pending: TSESTree.Node[] = [sourceCode.ast];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    found.push(node);
    const keys = sourceCode.visitorKeys[node.type] ?? [];
    const children = keys.flatMap((key) => (node as unknown as Record<string, unknown>)[key]);
    pending.push(...children.filter(isNode).toReversed());
  }
  return found;
}

/** Every call and `new` of a program. */
export function callsOf(sourceCode: TSESLint.SourceCode): readonly Call[] {
  return nodesOf(sourceCode).filter(isCall);
}

const CALLS: ReadonlySet<string> = new Set(["CallExpression", "NewExpression"]);

function isCall(node: TSESTree.Node): node is Call {
  return CALLS.has(node.type);
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && "type" in value;
}
