import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../flow/syntax/binding.ts";
import { calleeOf, type Call } from "../flow/syntax/callee.ts";
import { callsTo } from "../flow/syntax/calls-to.ts";
import { functionAround, isFunction, type FunctionNode } from "../flow/syntax/place.ts";
import { requestOf } from "../flow/request/request.ts";
import { visit } from "../flow/syntax/visit.ts";
import { wordSet } from "../flow/evidence/word-set.ts";
import { oncePerFile } from "../flow/evidence/once-per-file.ts";
import { callAround } from "../sinks/places.ts";
import { mentions } from "../sinks/response-evidence.ts";
import type { CallerInput } from "./caller-input.ts";
import { hasGuardOfAll, isGuardName } from "./guard-names.ts";
import { outermostFunction } from "./outermost-function.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

interface Used {
  readonly input: CallerInput;
  /** Where it says which company a request is about. */
  readonly use: Node;
  /** The request. */
  readonly call: Node;
  /** The function that is told what to ask, if the request is a call of one. */
  readonly through?: FunctionNode | undefined;
}

/** What Pleo itself sends, or whoever else can sign it, names its company by right. */
const SIGNED = /webhook|timingSafeEqual|createHmac|verify\w*Signature|x-\w+-signature/i;

/** Does this program ask anywhere whether the caller may name that company? */
export function isChecked(sourceCode: SourceCode, used: Used): boolean {
  return (
    mentions(sourceCode, SIGNED) ||
    isGuardedRoute(sourceCode, used) ||
    isRequestChecked(sourceCode, used) ||
    mentionsOf(sourceCode, used).some((node) => isCheckOf(sourceCode, node, used))
  );
}

/** Whoever asks about a value does so soon. */
const MOST_REFERENCES = 100;

/** Every place before the request is sent, or in it, where the same value stands: the variables that it passed, and where it came from. */
function mentionsOf(sourceCode: SourceCode, { input, call }: Used): readonly Node[] {
  const { source, via } = input;
  const names = via.flatMap(({ references }) =>
    references.slice(0, MOST_REFERENCES).map(({ identifier }) => identifier),
  );
  return [...names, ...copiesOf(sourceCode, source)].filter(
    (node) => functionAround(node) !== functionAround(call) || node.range[0] < call.range[1],
  );
}

/** `req.params.id` written once more. */
function copiesOf(sourceCode: SourceCode, source: Node): readonly Node[] {
  const around = outermostFunction(source);
  if (source.type === "Identifier" || around === undefined) return [];
  const copies = readsIn(sourceCode, around).get(plainText(sourceCode, source)) ?? [];
  return copies.slice(0, MOST_REFERENCES);
}

/** What is longer is no value that somebody reads twice. */
const LONGEST = 200;

const reads = new WeakMap<Node, ReadonlyMap<string, readonly Node[]>>();

/** Members and calls of a function by their text. */
function readsIn(sourceCode: SourceCode, fn: Node): ReadonlyMap<string, readonly Node[]> {
  const known = reads.get(fn);
  if (known !== undefined) return known;
  const found = new Map<string, Node[]>();
  visit([fn], sourceCode.visitorKeys, (node) => {
    const isRead = node.type === "MemberExpression" || node.type === "CallExpression";
    if (isRead && node.range[1] - node.range[0] <= LONGEST) {
      const text = plainText(sourceCode, node);
      const same = found.get(text);
      if (same === undefined) found.set(text, [node]);
      else same.push(node);
    }
    return true;
  });
  reads.set(fn, found);
  return found;
}

function plainText(sourceCode: SourceCode, node: Node): string {
  return sourceCode.getText(node).replaceAll("?.", ".");
}

const COMPARES = wordSet("=== !== == !=");

/** Hand on what they hold. */
const HOLDS: ReadonlySet<string> = new Set<`${Node["type"]}`>([
  "ArrayExpression",
  "AwaitExpression",
  "ChainExpression",
  "ConditionalExpression",
  "LogicalExpression",
  "ObjectExpression",
  "Property",
  "SpreadElement",
  "TemplateLiteral",
  "TSAsExpression",
  "TSNonNullExpression",
  "TSSatisfiesExpression",
]);

const OF_COMPANY = /compan|organi[sz]ation|^id$/i;

function isCheckOf(sourceCode: SourceCode, mention: Node, used: Used): boolean {
  let node = mention;
  for (let { parent } = node; parent; { parent } = node) {
    if (parent.type === "BinaryExpression") {
      if (parent.operator === "in") return true;
      if (COMPARES.has(parent.operator)) return isKnownValue(parent, node);
      if (parent.operator !== "+") return false;
    } else if (parent.type === "MemberExpression") {
      // `COMPANIES[id]` looks it up; `id.length` says nothing, and `query.companyId` is the value itself.
      if (parent.computed || !OF_COMPANY.test(propertyName(parent) ?? "")) {
        return parent.computed && parent.property === node;
      }
    } else if (parent.type === "SwitchStatement") return parent.discriminant === node;
    else if (parent.type === "CallExpression" || parent.type === "NewExpression") {
      if (parent.callee === node) return false;
      if (!handsBack(sourceCode, parent)) return isAsking(sourceCode, parent, used);
    } else if (parent.type === "VariableDeclarator") {
      return parent.init === node && isLookedUpBy(sourceCode, parent);
    } else if (!HOLDS.has(parent.type)) return false;
    node = parent;
  }
  return false;
}

const ID = /^[0-9a-f]{8}-/i;

/** Compared with nothing, or with a word, it is only there or not. */
function isKnownValue({ left, right }: TSESTree.BinaryExpression, node: Node): boolean {
  const other = left === node ? right : left;
  if (other.type === "Literal") return ID.test(String(other.value));
  return !(other.type === "Identifier" && other.name === "undefined");
}

const HANDS_BACK = wordSet(
  "String Number encodeURIComponent decodeURIComponent trim toString stringify parse parseAsync safeParse safeParseAsync fromEntries URL URLSearchParams",
);

function handsBack(sourceCode: SourceCode, call: Call): boolean {
  return HANDS_BACK.has(calleeOf(sourceCode, call).names.at(-1) ?? "");
}

const ASKS_NOTHING =
  /^(?:log|info|warn|error|debug|trace|fatal|json|send|set|append|status|captureMessage|setTag|setTags|push|isUuid|isUUID|validate|isString|isArray|entries|keys|values|is[A-Z]\w*Error|\w*Error|test|match|setAttribute)$/;

/** Any function that is given the value may ask whose it is, but for those that are known not to. */
function isAsking(sourceCode: SourceCode, call: Call, { input, through }: Used): boolean {
  if (requestOf(sourceCode, call) !== undefined) return false;
  if (ASKS_NOTHING.test(calleeOf(sourceCode, call).names.at(-1) ?? "")) return false;
  // The value is followed into it, so it is looked at by itself.
  const ofParameters = input.via.flatMap(({ defs }) => defs.map(({ node }) => node));
  const passed = [...ofParameters, through].filter(isFunction);
  return !passed.some((fn) => callsTo(sourceCode, fn).includes(call));
}

/** `const name = "PLEO_KEY_" + id`, and then `process.env[name]`. */
function isLookedUpBy(sourceCode: SourceCode, declarator: TSESTree.VariableDeclarator): boolean {
  const variables = sourceCode.scopeManager?.getDeclaredVariables(declarator) ?? [];
  return variables.some(({ references }) =>
    references.some(({ identifier }) => {
      const { parent } = identifier;
      return (
        parent.type === "MemberExpression" && parent.computed && parent.property === identifier
      );
    }),
  );
}

/** `await requireMembership(req)`: a function that is given the whole request, and whose name says what it asks. */
function isRequestChecked(sourceCode: SourceCode, { input }: Used): boolean {
  if (input.request === undefined) return false;
  let isGuarded = guarded.get(input.request);
  if (isGuarded === undefined) {
    isGuarded = input.request.references.some(({ identifier: { parent }, identifier }) => {
      if (parent.type !== "CallExpression" || parent.callee === identifier) return false;
      return isGuardName(calleeOf(sourceCode, parent).names.at(-1) ?? "");
    });
    guarded.set(input.request, isGuarded);
  }
  return isGuarded;
}

const guarded = new WeakMap<TSESLint.Scope.Variable, boolean>();

/** A middleware that stands before the handler, whose name says that it asks for companies. */
function isGuardedRoute(sourceCode: SourceCode, { input, use }: Used): boolean {
  if (isWholeFileGuarded(sourceCode)) return true;
  for (const start of [input.source, use]) {
    for (let outer: Node | undefined = start; outer; outer = outer.parent) {
      if (isFunction(outer) && hasGuardBeside(sourceCode, outer)) return true;
      if (hasGuardDecorator(sourceCode, outer)) return true;
    }
  }
  return false;
}

const isWholeFileGuarded = oncePerFile((sourceCode) => hasGuardOfAll(sourceCode.text));

function hasGuardBeside(sourceCode: SourceCode, fn: Node): boolean {
  const call = callAround(fn);
  if (call === undefined) return false;
  return call.arguments.some((argument) => {
    const isNamed = argument.type === "Identifier" || argument.type === "MemberExpression";
    const isMade = argument.type === "CallExpression";
    if (argument === fn || (!isNamed && !isMade)) return false;
    return isGuardName(sourceCode.getText(isMade ? argument.callee : argument));
  });
}

function hasGuardDecorator(sourceCode: SourceCode, node: Node): boolean {
  if (node.type !== "MethodDefinition" && node.type !== "ClassDeclaration") return false;
  const { decorators } = node as { readonly decorators?: readonly TSESTree.Decorator[] };
  return (decorators ?? []).some((decorator) => {
    const { expression } = decorator;
    const isGuard =
      expression.type === "CallExpression" &&
      expression.callee.type === "Identifier" &&
      expression.callee.name === "UseGuards";
    return (
      isGuard && expression.arguments.some((each) => isGuardName(withoutGuard(sourceCode, each)))
    );
  });
}

/** Each of them is called a guard, and most of them only ask who it is. */
function withoutGuard(sourceCode: SourceCode, node: Node): string {
  const named = node.type === "CallExpression" ? node.callee : node;
  const name = named.type === "MemberExpression" ? propertyName(named) : sourceCode.getText(named);
  return (name ?? "").replaceAll(/guard/gi, "");
}
