import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName } from "../flow/syntax/binding.ts";
import { entriesOf } from "../flow/syntax/entries.ts";
import type { HttpRequest } from "../flow/request/request.ts";
import { contains } from "../flow/syntax/place.ts";
import type { KnownUrl } from "../flow/request/url.ts";
import { wordSet } from "../flow/evidence/word-set.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

const COMPANY_NAME = /^(?:compan(?:y|ies)[-_]?(?:id|uuid)|organi[sz]ation_id)$/i;
const BEFORE_COMPANY = /(?:\/companies\/|[?&](?:company[-_]?(?:id|uuid)|organi[sz]ation_id)=)$/i;

/** Does a name mean the company of a request, in any spelling? */
function isCompanyName(name: string): boolean {
  return COMPANY_NAME.test(name);
}

/** The expressions that say which company a request is about: in its path, its query and its body. */
export function companyValuesOf(sourceCode: SourceCode, request: HttpRequest): readonly Node[] {
  const urls = request.urls();
  const named = [
    ...urls.flatMap(({ query }) => query.entries),
    ...[...request.query, ...request.body].flatMap((node) => entriesOf(sourceCode, node).entries),
  ];
  const values = named.flatMap(({ name, value }) =>
    value !== undefined && isCompanyName(name) ? [value] : [],
  );
  return [...new Set([...urls.flatMap(({ text }) => valuesInText(text)), ...values])];
}

/** `…/companies/${id}`, `…?company_id=${id}`. */
function valuesInText(text: KnownUrl["text"]): readonly Node[] {
  return text.flatMap((part, index) => {
    const before = text[index - 1];
    if (typeof part === "string" || typeof before !== "string") return [];
    return BEFORE_COMPANY.test(before) ? [part] : [];
  });
}

interface Place {
  readonly node: Node;
  /** The constants between the value and that place. */
  readonly variables: readonly TSESLint.Scope.Variable[];
}

/** Roads from one constant to the next are shorter. */
const FURTHEST = 4;

/** Where a value is put into a request. What was read through a constant stands elsewhere, where the constant is made. */
export function placeOf(sourceCode: SourceCode, value: Node, call: Node): Place {
  const variables: TSESLint.Scope.Variable[] = [];
  let node = value;
  for (let left = FURTHEST; left > 0 && !contains(call, node); left--) {
    const variable = constantMadeOf(sourceCode, node);
    const read = variable?.references.findLast(
      (reference) => reference.isRead() && reference.identifier.range[0] < call.range[1],
    );
    if (variable === undefined || read === undefined) break;
    variables.push(variable);
    node = read.identifier;
  }
  return { node, variables };
}

const KEEPS = wordSet("String encodeURIComponent trim toString");

/** The constant that is this value, perhaps in another form. */
function constantMadeOf(sourceCode: SourceCode, value: Node): TSESLint.Scope.Variable | undefined {
  let node = value;
  for (let { parent } = node; parent; { parent } = node) {
    if (parent.type === "VariableDeclarator") {
      if (parent.init !== node || parent.id.type !== "Identifier") return undefined;
      return sourceCode.scopeManager?.getDeclaredVariables(parent)[0];
    }
    const isForm = parent.type === "CallExpression" && KEEPS.has(lastNameOf(parent.callee) ?? "");
    const isMethod = parent.type === "MemberExpression" && KEEPS.has(propertyName(parent) ?? "");
    const isDefault = parent.type === "LogicalExpression";
    if (!isForm && !isMethod && !isDefault && bare(parent) === parent) return undefined;
    node = parent;
  }
  return undefined;
}
