import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, isGlobal } from "../flow/syntax/binding.ts";
import { pleoHostOf, requestOf } from "../flow/request/request.ts";

type SourceCode = TSESLint.SourceCode;

/** Another way to send the same key. */
export interface HeaderInstead {
  /** What holds the key, as it is written. */
  readonly name: string;
  readonly fix: TSESLint.ReportFixFunction;
}

/** ``fetch(`https://external.pleo.io/…?api_key=${key}`)`` with a header; `undefined` where an edit is not that simple. */
export function headerInstead(
  sourceCode: SourceCode,
  part: TSESTree.Node,
): HeaderInstead | undefined {
  const template = part.parent;
  if (template?.type !== "TemplateLiteral") return undefined;
  const call = template.parent;
  if (call.type !== "CallExpression" || call.arguments[0] !== template) return undefined;
  if (call.callee.type !== "Identifier" || call.callee.name !== "fetch") return undefined;
  if (!isGlobal(sourceCode, call.callee)) return undefined;
  const key = withoutEncoding(part);
  const range = rangeInQuery(sourceCode, template, part);
  const addHeader = headerEdit(sourceCode, call, authorization(sourceCode.getText(key)));
  const request = requestOf(sourceCode, call);
  if (!isName(key) || range === undefined || addHeader === undefined) return undefined;
  if (request === undefined || pleoHostOf(request) === undefined) return undefined;
  return {
    name: sourceCode.getText(key),
    fix: (fixer) => [fixer.removeRange(range), addHeader(fixer)],
  };
}

/** A name can stand in another place and means the same; a literal would be repeated in the suggestion. */
function isName(node: TSESTree.Node): boolean {
  let root = bare(node);
  while (root.type === "MemberExpression" && !root.computed) root = bare(root.object);
  return (
    root.type === "Identifier" || root.type === "ThisExpression" || root.type === "MetaProperty"
  );
}

function withoutEncoding(part: TSESTree.Node): TSESTree.Node {
  const isEncoded =
    part.type === "CallExpression" &&
    part.callee.type === "Identifier" &&
    part.callee.name === "encodeURIComponent";
  return (isEncoded ? part.arguments[0] : undefined) ?? part;
}

/** From the name in the query to the end of the value, with the one mark that is then too much. */
function rangeInQuery(
  sourceCode: SourceCode,
  template: TSESTree.TemplateLiteral,
  part: TSESTree.Node,
): readonly [number, number] | undefined {
  const index = template.expressions.findIndex((expression) => expression === part);
  const before = template.quasis[index];
  const after = template.quasis[index + 1];
  if (before === undefined || after === undefined) return undefined;
  const [, mark, pair] = /([?&])([\w.-]+=)$/.exec(before.value.raw) ?? [];
  if (mark === undefined || pair === undefined) return undefined;
  const isLast = after.value.raw === "" && after.tail;
  if (!isLast && !after.value.raw.startsWith("&")) return undefined;
  // `${` and `}` belong to the part.
  const opening = sourceCode.getTokenBefore(part, { filter: isOfTemplate });
  const closing = sourceCode.getTokenAfter(part, { filter: isOfTemplate });
  if (opening === null || closing === null) return undefined;
  const start = opening.range[1] - "${".length - pair.length;
  const end = closing.range[0] + "}".length;
  return isLast ? [start - mark.length, end] : [start, end + "&".length];
}

/** Basic, with the key as the user and no password: what Pleo's pages ask for. */
function authorization(key: string): string {
  return `headers: { Authorization: \`Basic \${btoa(\`\${${key}}:\`)}\` }`;
}

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

function headerEdit(
  sourceCode: SourceCode,
  { arguments: [url, options, ...more] }: TSESTree.CallExpression,
  header: string,
): Edit | undefined {
  if (url === undefined || more.length > 0) return undefined;
  if (options === undefined) return (fixer) => fixer.insertTextAfter(url, `, { ${header} }`);
  if (options.type !== "ObjectExpression") return undefined;
  const isPlain = options.properties.every(
    (property) =>
      property.type === "Property" &&
      property.key.type === "Identifier" &&
      !property.computed &&
      property.key.name !== "headers",
  );
  const brace = sourceCode.getFirstToken(options);
  if (!isPlain || brace === null) return undefined;
  const separator = options.properties.length === 0 ? " " : ",";
  return (fixer) => fixer.insertTextAfter(brace, ` ${header}${separator}`);
}

function isOfTemplate({ type }: TSESTree.Token): boolean {
  return type === "Template";
}
