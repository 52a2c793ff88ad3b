import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../syntax/binding.ts";
import { calleeOf } from "../syntax/callee.ts";
import type { Call } from "../syntax/callee.ts";
import { membersOfThis } from "../syntax/members-of-this.ts";
import { clientOf, requestOf } from "./request.ts";
import type { HttpRequest } from "./request.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Where an expression ends up, as far as this file tells. */
export interface Uses {
  /** The requests that are sent with it, and the clients that have an address of their own. */
  readonly requests: readonly HttpRequest[];
  /** Names of the functions that are called with it and of the properties that it stands in: `Agent`, `ssl`. */
  readonly around: readonly string[];
  /** It may end up elsewhere, too: it is exported, kept, handed back, or given to a function that keeps it. */
  readonly isLost: boolean;
}

interface Search {
  readonly sourceCode: SourceCode;
  readonly requests: HttpRequest[];
  readonly around: string[];
  /** Fields of classes that were followed already. */
  readonly fields: Set<Node>;
  isLost: boolean;
  stepsLeft: number;
}

/** Constants may hold each other in circles, and one may be used everywhere. */
const MOST_STEPS = 500;

export function usesOf(sourceCode: SourceCode, expression: Node): Uses {
  const search: Search = {
    sourceCode,
    requests: [],
    around: [],
    fields: new Set(),
    isLost: false,
    stepsLeft: MOST_STEPS,
  };
  climb(search, expression);
  return search;
}

function climb(search: Search, from: Node): void {
  let node = from;
  for (let { parent } = node; parent; { parent } = node) {
    if (--search.stepsLeft < 0) break;
    switch (parent.type) {
      case "CallExpression":
      case "NewExpression":
        if (!climbCall(search, parent, node)) return;
        break;
      case "Property":
        search.around.push(propertyName(parent) ?? "*");
        break;
      case "VariableDeclarator":
        climbVariable(search, parent);
        return;
      case "PropertyDefinition":
        climbField(search, parent);
        return;
      case "MemberExpression":
        if (parent.object !== node || SAYS_WHERE.test(propertyName(parent) ?? "")) return;
        break;
      default:
        if (CARRIES.has(parent.type)) break;
        search.isLost = true;
        return;
    }
    node = parent;
  }
  search.isLost = true;
}

/** What is read of the options of a request, or set, beside what was asked about. */
const SAYS_WHERE = /^(?:host|hostname|port|path|method|headers|protocol|timeout|url|baseURL)$/;

/** What holds or hands on what it is given. */
const CARRIES: ReadonlySet<string> = new Set([
  "ObjectExpression",
  "ArrayExpression",
  "SpreadElement",
  "ConditionalExpression",
  "LogicalExpression",
  "AwaitExpression",
  "ChainExpression",
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
]);

/** Says whether the result of the call is to be followed, too. */
function climbCall(search: Search, call: Call, from: Node): boolean {
  const request = requestOf(search.sourceCode, call);
  if (request !== undefined) {
    search.requests.push(request);
    return false;
  }
  const client = clientOf(search.sourceCode, call);
  if (client !== undefined && client.urls().length > 0) {
    search.requests.push(client);
    return false;
  }
  // What a method of it gives back is something else.
  if (call.callee === from) return false;
  search.around.push(calleeOf(search.sourceCode, call).names.at(-1) ?? "*");
  return true;
}

function climbVariable(search: Search, declarator: TSESTree.VariableDeclarator): void {
  const variables = search.sourceCode.scopeManager?.getDeclaredVariables(declarator) ?? [];
  search.isLost ||= declarator.parent.parent.type === "ExportNamedDeclaration";
  for (const variable of variables) {
    for (const reference of variable.references) {
      if (--search.stepsLeft < 0) search.isLost = true;
      if (search.stepsLeft < 0) return;
      if (reference.isRead()) climb(search, reference.identifier);
    }
  }
}

/** `private readonly agent = new Agent(…)`, and then `this.agent`. */
function climbField(search: Search, field: TSESTree.PropertyDefinition): void {
  if (search.fields.has(field)) return;
  search.fields.add(field);
  const reads = membersOfThis(search.sourceCode, field.parent).get(propertyName(field) ?? "");
  search.isLost ||= reads === undefined;
  for (const read of reads ?? []) climb(search, read);
}
