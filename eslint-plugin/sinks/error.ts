import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, constantOf, lastNameOf, propertyName, variableOf } from "../flow/syntax/binding.ts";
import { calleeOf, originOf, type Call, type Callee } from "../flow/syntax/callee.ts";
import type { CarriedKey } from "../flow/flow.ts";
import { wordsOf } from "../flow/evidence/key-names.ts";
import { isFunction, type FunctionNode } from "../flow/syntax/place.ts";
import { fillingOf } from "./error-fillers.ts";
import { callAround, chainOf, choicesIn, parameterOf } from "./places.ts";

type SourceCode = TSESLint.SourceCode;
type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** A call that makes an error, or puts something into one. */
export interface ErrorSink {
  readonly callee: Callee;
  /** What gets into the error. */
  readonly holders: readonly TSESTree.Node[];
}

const ERROR_NAME = /(?:Error|Exception|Fault)$/;
/** Called without `new`, only what is named like a class or like what makes one. */
const MAKES_ERROR = /^(?:[A-Z]\w*|(?:create|make|build|new)\w*)?(?:Error|Exception)$/;
const ERROR_PACKAGES: ReadonlySet<string> = new Set([
  "http-errors",
  "@hapi/boom",
  "boom",
  "ono",
  "@jsdevtools/ono",
]);
const ERROR_FACTORIES: ReadonlySet<string> = new Set(["httpErrors", "Boom", "boom"]);
const REQUEST_CONTEXTS: ReadonlySet<string> = new Set(["ctx", "context", "c"]);

/** The error that a call makes or fills; `undefined` for every other call. */
export function errorSinkOf(sourceCode: SourceCode, call: Call): ErrorSink | undefined {
  const callee = calleeOf(sourceCode, call);
  const holders = holdersOf(sourceCode, callee, call);
  return holders === undefined ? undefined : { callee, holders };
}

function holdersOf(
  sourceCode: SourceCode,
  callee: Callee,
  call: Call,
): readonly TSESTree.Node[] | undefined {
  const { names, args, isNew } = callee;
  const name = names.at(-1) ?? "";
  const owner = names.at(-2);
  if (isNew) return isErrorMade(sourceCode, callee, call) ? args : undefined;
  if (isAssertion(callee)) return args.slice(messageAt(callee)).map(messageOf);
  const filling = fillingOf(callee);
  if (filling !== undefined) return isError(sourceCode, filling.target) ? filling.given : undefined;
  if (makesError(callee, name)) return isOwnFunction(sourceCode, call) ? undefined : args;
  if (name === "throw" && REQUEST_CONTEXTS.has(owner ?? "")) return args;
  if (isFailure(callee, { name, owner })) return args;
  return undefined;
}

function isErrorMade(sourceCode: SourceCode, { names, module }: Callee, call: Call): boolean {
  if (ERROR_NAME.test(names.at(-1) ?? "")) return true;
  return (module !== undefined && ERROR_PACKAGES.has(module)) || isOwnErrorClass(sourceCode, call);
}

/** What Temporal and Fastify's plugins fail with: `ApplicationFailure.nonRetryable(…)`, `reply.badRequest(…)`. */
function isFailure(
  { module }: Callee,
  { name, owner = "" }: { readonly name: string; readonly owner: string | undefined },
): boolean {
  if (/^[A-Z]\w*Failure$/.test(owner)) return /^(?:create|retryable|nonRetryable)$/.test(name);
  if (owner === "Effect") return module === "effect" && /^(?:fail|die|dieMessage)$/.test(name);
  return owner === "reply" && ANSWERS_WITH_ERROR.test(name);
}

const ANSWERS_WITH_ERROR =
  /^(?:badRequest|unauthorized|paymentRequired|forbidden|notFound|conflict|gone|unprocessableEntity|tooManyRequests|internalServerError|badGateway|serviceUnavailable|gatewayTimeout)$/;

function makesError({ module, path, names }: Callee, name: string): boolean {
  if (module !== undefined) {
    if (ERROR_PACKAGES.has(module)) return !/^is[A-Z]/.test(path.at(-1) ?? "");
    if (module === "@sveltejs/kit") return path.at(-1) === "error";
  }
  if (ERROR_FACTORIES.has(names.at(-2) ?? "")) return !/^is[A-Z]/.test(name);
  return MAKES_ERROR.test(name) || (module !== undefined && MAKES_ERROR.test(path.at(-1) ?? ""));
}

/** A class of errors of this file, whatever it is called. */
function isOwnErrorClass(sourceCode: SourceCode, { callee }: Call): boolean {
  if (callee.type !== "Identifier") return false;
  const owner = variableOf(sourceCode, callee)?.defs[0]?.node;
  return owner?.type === "ClassDeclaration" && isErrorClass(owner);
}

/** What a function of this file makes an error of is seen inside of it. */
function isOwnFunction(sourceCode: SourceCode, { callee }: Call): boolean {
  const named = bare(callee);
  const variable = named.type === "Identifier" ? variableOf(sourceCode, named) : undefined;
  if (variable === undefined) return false;
  const constant = constantOf(variable);
  return isFunction(variable.defs[0]?.node) || (constant !== undefined && isFunction(constant));
}

const ASSERTIONS: ReadonlySet<string> = new Set(["assert", "invariant", "tiny-invariant"]);
const COMPARES =
  /^(?:assert)?(?:not)?(?:deep|strict|almost|array|object|string)*(?:equal|match|throws|rejects|include|instanceOf|typeOf|greater|less)|^is$/i;

function isAssertion({ names, module, isGlobal, path }: Callee): boolean {
  const [root = "", method] = names;
  if (module !== undefined && ASSERTING.test(module)) {
    const [first = "assert"] = path;
    return ASSERTING_ALL.test(module) || ASSERTS.test(first);
  }
  if (names[0] === "ctx" && names[1] === "assert") return names.length < 4;
  if (names.length > 2 || !ASSERTIONS.has(root)) return false;
  return isGlobal || method === undefined || /^(?:ok|fail|equal|strictEqual)$/.test(method);
}

/** Packages that give out nothing else, and those that do. */
const ASSERTING_ALL = /^(?:assert(?:\/strict)?|(?:tiny-)?invariant|http-assert)$/;
const ASSERTING =
  /^(?:assert(?:\/strict)?|(?:tiny-|ts-|@epic-web\/)?invariant|http-assert|chai|tsafe(?:\/assert)?|devlop|power-assert|minimalistic-assert|nanoassert|uvu\/assert|@std\/assert)$/;
const ASSERTS = /^(?:assert\w*|invariant|ok|unreachable|equal|not|is)$/;

/** `invariant(ok, () => "…")`. */
function messageOf(given: TSESTree.Node): TSESTree.Node {
  const node = bare(given);
  return node.type === "ArrowFunctionExpression" ? node.body : given;
}

/** From where on the arguments of an assertion are its message. */
function messageAt({ names, path }: Callee): number {
  const method = path.at(-1) ?? names.at(-1) ?? "";
  if (method === "fail") return 0;
  const isNot = method === "not" && names.at(-2) === "is";
  return isNot || COMPARES.test(method) ? 2 : 1;
}

/** Is it an error, by how it was made or by its name? */
function isError(sourceCode: SourceCode, expression: TSESTree.Node): boolean {
  const node = bare(expression);
  if (node.type === "CallExpression" || node.type === "NewExpression")
    return errorSinkOf(sourceCode, node) !== undefined;
  if (node.type === "ThisExpression") return isErrorClass(classAround(node));
  if (node.type !== "Identifier") return false;
  const variable = variableOf(sourceCode, node);
  const isNamed = isErrorName(node.name) || isCaught(sourceCode, node);
  const constant = variable === undefined ? undefined : constantOf(variable);
  // Cheap, and false for nearly every name.
  if (!isNamed && constant === undefined && !isTyped(variable)) return false;
  const { madeBy, typeName } = originOf(sourceCode, node);
  if (madeBy !== undefined) return errorSinkOf(sourceCode, madeBy.call) !== undefined;
  return typeName === undefined ? isNamed : ERROR_NAME.test(typeName);
}

function isTyped(variable: ReturnType<typeof variableOf>): boolean {
  const name = variable?.defs[0]?.name;
  return name?.type === "Identifier" && name.typeAnnotation?.type !== undefined;
}

/** `error`, `err`, `fetchError`; the plural is a form's. */
function isErrorName(name: string): boolean {
  return ["error", "err", "exception"].includes(wordsOf(name).at(-1) ?? "");
}

/** `catch (e)`, `.catch((e) => …)`. */
function isCaught(sourceCode: SourceCode, name: TSESTree.Identifier): boolean {
  if (variableOf(sourceCode, name)?.defs[0]?.node.type === "CatchClause") return true;
  const parameter = parameterOf(sourceCode, name);
  const around = parameter === undefined ? undefined : callAround(parameter.fn);
  return around !== undefined && lastNameOf(around.callee) === "catch";
}

/** What a chain like `error.data.key = …` begins with, if that is an error. */
export function errorOfMember(
  sourceCode: SourceCode,
  member: TSESTree.MemberExpression,
): string | undefined {
  const { root, links } = chainOf(member);
  // `error.value = …` and `error.current = …` set what a component shows.
  const first = links[0]?.name ?? "";
  const isReference = root.type === "Identifier" && (first === "value" || first === "current");
  if (isReference || links.some(({ isCalled }) => isCalled)) return undefined;
  if (!isError(sourceCode, root)) return undefined;
  return [root.type === "Identifier" ? root.name : "this", ...links.map(({ name }) => name)].join(
    ".",
  );
}

const REJECTS: ReadonlySet<string> = new Set(["reject", "rejectWith", "rejectWithValue"]);

/** What a call rejects a promise with, if it is not an error, which is seen where it is made. */
export function isRejection(sourceCode: SourceCode, call: TSESTree.CallExpression): boolean {
  const { names, isGlobal, madeBy, module, path } = calleeOf(sourceCode, call);
  if (module === "neverthrow") return /^err(?:Async)?$/.test(path.at(-1) ?? "");
  const method = names.at(-1) ?? "";
  const callee = bare(call.callee);
  const parameter = callee.type === "Identifier" ? parameterOf(sourceCode, callee) : undefined;
  if (parameter?.index === 1 && isExecutor(parameter.fn)) return true;
  if (!REJECTS.has(method)) return false;
  if (method === "rejectWithValue") return true;
  const owner = names.at(-2);
  if (owner === "Promise") return isGlobal;
  if (owner !== undefined)
    return /deferred|defer|promise|withResolvers/i.test(
      `${owner} ${madeBy?.callee.names.at(-1) ?? ""}`,
    );
  return parameter !== undefined;
}

/** What a promise is made with. */
function isExecutor({ parent }: FunctionNode): boolean {
  return (
    parent.type === "NewExpression" &&
    parent.callee.type === "Identifier" &&
    parent.callee.name === "Promise"
  );
}

/** The parts of what is thrown that are no errors made elsewhere, which are seen there. */
export function thrownParts(
  sourceCode: SourceCode,
  thrown: TSESTree.Node,
): readonly { readonly node: TSESTree.Node; readonly isWhole: boolean }[] {
  return choicesIn(thrown).flatMap((node) => {
    if (node.type === "NewExpression") return [];
    return [{ node, isWhole: !isIndirect(sourceCode, node) }];
  });
}

/** Of what comes from elsewhere only a text is surely no error: an error holds a key as its `message`. */
function isIndirect(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  if (node.type === "CallExpression") return true;
  if (node.type !== "Identifier") return false;
  const variable = variableOf(sourceCode, node);
  const constant = variable === undefined ? undefined : constantOf(variable);
  return constant === undefined || bare(constant).type !== "ObjectExpression";
}

/** Has an error in it brought the key? That one is seen where it is made. */
export function isOfInnerError({ inside }: CarriedKey, isAggregate: boolean): boolean {
  const [first] = inside;
  const isInner = first === "cause" || (first === "*" && isAggregate);
  return isInner && inside.length > 1 && inside.at(-1) === "message";
}

/** The class whose code this is. */
export function classAround(node: TSESTree.Node): ClassNode | undefined {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (outer.type === "ClassDeclaration" || outer.type === "ClassExpression") return outer;
    if (outer.type === "FunctionDeclaration") return undefined;
  }
  return undefined;
}

export function isErrorClass(owner: ClassNode | undefined): boolean {
  if (!owner?.superClass) return false;
  const base = bare(owner.superClass);
  const name = base.type === "MemberExpression" ? propertyName(base) : undefined;
  return ERROR_NAME.test(base.type === "Identifier" ? base.name : (name ?? owner.id?.name ?? ""));
}

/** A constructor of this file decides itself what of its arguments gets into the error. */
export interface OwnError {
  readonly owner: ClassNode;
  readonly constructor: TSESTree.FunctionExpression;
}

export function ownErrorOf(
  sourceCode: SourceCode,
  { callee }: TSESTree.NewExpression,
): OwnError | undefined {
  const name = bare(callee);
  if (name.type !== "Identifier") return undefined;
  const owner = variableOf(sourceCode, name)?.defs[0]?.node;
  if (owner?.type !== "ClassDeclaration" && owner?.type !== "ClassExpression") return undefined;
  const constructor = constructorOf(owner);
  return constructor === undefined ? undefined : { owner, constructor };
}

function constructorOf({ body }: ClassNode): TSESTree.FunctionExpression | undefined {
  for (const member of body.body) {
    if (member.type !== "MethodDefinition" || member.kind !== "constructor") continue;
    if (member.value.type === "FunctionExpression") return member.value;
  }
  return undefined;
}

/** Does the argument become a field by itself? `constructor(readonly apiKey: string)`. */
export function isField({ constructor }: OwnError, index: number): boolean {
  return constructor.params[index]?.type === "TSParameterProperty";
}

/** Everything that a constructor puts into the error: the arguments of `super`, and what it assigns to `this`. */
export function putByConstructor({ constructor }: OwnError): readonly TSESTree.Node[] {
  return constructor.body.body.flatMap((statement) => {
    if (statement.type !== "ExpressionStatement") return [];
    const { expression } = statement;
    if (expression.type === "CallExpression" && expression.callee.type === "Super")
      return expression.arguments;
    const isField =
      expression.type === "AssignmentExpression" &&
      expression.left.type === "MemberExpression" &&
      expression.left.object.type === "ThisExpression";
    return isField ? [expression.right] : [];
  });
}

/** Every `new` of a class in this file. */
export function makingsOf(
  sourceCode: SourceCode,
  owner: ClassNode,
): readonly TSESTree.NewExpression[] {
  // A class has one variable for those outside and one for itself.
  return sourceCode
    .getDeclaredVariables(owner)
    .flatMap(({ references }) =>
      references.flatMap(({ identifier: { parent } }) =>
        parent.type === "NewExpression" ? [parent] : [],
      ),
    );
}
