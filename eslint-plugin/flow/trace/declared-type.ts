import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { lastNameOf, propertyName, bare } from "../syntax/binding.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { pathInPattern } from "../syntax/pattern-path.ts";
import { isFunction } from "../syntax/place.ts";
import type { Generic } from "./generic-type.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** What a file says of the type of a name: of itself, or of the whole that it is taken from. */
export interface Declared {
  readonly type: TSESTree.TypeNode | Generic;
  /** Where in the whole it lies. */
  readonly inside: readonly string[];
  /** What was taken from the whole before this rest of it. */
  readonly without: readonly string[];
}

export function isGeneric(type: Declared["type"]): type is Generic {
  return "given" in type;
}

/** `name: T`, `{ name }: T`, and a parameter of what is known to get a `T`. */
export function declaredTypeOf(sourceCode: SourceCode, name: Node): Declared | undefined {
  if (name.type !== "Identifier") return undefined;
  const whole = wholePattern(name);
  const type = annotationOf(whole) ?? typeGivenTo(sourceCode, whole);
  if (type === undefined) return undefined;
  const inside = pathInPattern(whole, name.name);
  return inside && { type, inside, without: takenBefore(name) };
}

/** The outermost pattern that a name stands in, or the one that has a type. */
function wholePattern(name: Node): Node {
  let whole = name;
  for (let node = name.parent; node !== undefined; node = node.parent) {
    if (annotationOf(whole) !== undefined) return whole;
    const isTarget = node.type === "Property" ? node.value === whole : isPatternOf(node, whole);
    if (!isTarget) return whole;
    // A property is left by the pattern that it is in.
    whole = node;
  }
  return whole;
}

function isPatternOf(node: Node, inner: Node): boolean {
  if (node.type === "AssignmentPattern") return node.left === inner;
  return /^(?:Object|Array)Pattern$|^RestElement$|^TSParameterProperty$/.test(node.type);
}

function annotationOf(name: Node): TSESTree.TypeNode | undefined {
  const node = name.type === "AssignmentPattern" ? name.left : name;
  const isTyped =
    node.type === "Identifier" || node.type === "ObjectPattern" || node.type === "ArrayPattern";
  return isTyped ? node.typeAnnotation?.typeAnnotation : undefined;
}

function takenBefore({ parent: rest }: Node): readonly string[] {
  if (rest?.type !== "RestElement" || rest.parent.type !== "ObjectPattern") return [];
  return rest.parent.properties.flatMap((property) =>
    property.type === "Property" ? (propertyName(property) ?? []) : [],
  );
}

/** Of a function that is handed over, or that has a type itself, what its parameter gets. */
function typeGivenTo(sourceCode: SourceCode, param: Node): Declared["type"] | undefined {
  const fn = param.parent;
  if (!isFunction(fn)) return undefined;
  const index = fn.params.findIndex((each) => each === param);
  const holder = fn.parent;
  if (holder.type === "VariableDeclarator" || holder.type === "PropertyDefinition") {
    const name = holder.type === "VariableDeclarator" ? holder.id : holder;
    const type = name.typeAnnotation?.typeAnnotation;
    return type === undefined || index !== 0 ? undefined : takenByType(type);
  }
  const isCall = holder.type === "CallExpression" || holder.type === "NewExpression";
  return isCall && holder.callee !== fn ? takenByCallback(sourceCode, holder, index) : undefined;
}

/** Functions that get one thing of this type. */
const TAKES =
  /^(?:\w*SubmitHandler|FC|VFC|SFC|\w*FunctionComponent|NextPage|\w*Component|Handler)$/;
/** And those that get a job, or a request, with it inside. */
const TAKES_CARRIER = /^(?:Processor|\w*Consumer|\w*Worker|\w*Subscriber|\w*Listener)$/;

function takenByType(type: TSESTree.TypeNode): Declared["type"] | undefined {
  if (type.type !== "TSTypeReference") return undefined;
  const { typeName } = type;
  const name = typeName.type === "TSQualifiedName" ? typeName.right.name : nameOf(typeName);
  const given = type.typeArguments?.params ?? [];
  if (TAKES.test(name)) return given[0];
  if (TAKES_CARRIER.test(name)) return { name: "Carrier", given };
  return name === "RequestHandler" ? { name: "Request", given } : undefined;
}

function nameOf(node: Node): string {
  return node.type === "Identifier" ? node.name : "";
}

const ROUTES = /^(?:get|post|put|patch|delete|all|route|options|head)$/;
/** What gives each job, message or event to a function, and is told their type. */
const GIVES_CARRIER =
  /^(?:\w*Worker|process|work|define|consume|subscribe|cloudEvent|on[A-Z]\w*|addEventListener|handle|createWorker)$/;

function takenByCallback(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  index: number,
): Declared["type"] | undefined {
  if (index !== 0) return undefined;
  const name = lastNameOf(call.callee) ?? "";
  const given = call.typeArguments?.params ?? givenToMaker(sourceCode, call, name);
  if (given === undefined) return undefined;
  if (name === "forwardRef") return given[1];
  if (name === "memo") return given[0];
  if (ROUTES.test(name)) {
    return { name: given.length > 1 ? "Request" : "FastifyRequest", given };
  }
  return GIVES_CARRIER.test(name) ? { name: "Carrier", given } : undefined;
}

/** `new Queue<Data>("name")`, of which `queue.process(…)` is called. */
function givenToMaker(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  name: string,
): readonly TSESTree.TypeNode[] | undefined {
  const callee = bare(call.callee);
  if (name !== "process" || callee.type !== "MemberExpression") return undefined;
  const made = settledValue(sourceCode, callee.object);
  return made.type === "NewExpression" ? made.typeArguments?.params : undefined;
}
