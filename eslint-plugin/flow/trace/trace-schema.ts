import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { wordSet } from "../evidence/word-set.ts";
import { bare, propertyName } from "../syntax/binding.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { isFunction } from "../syntax/place.ts";
import { returnsOf } from "../syntax/returns.ts";
import { ANY, CLEAN, fromSource, under, unite, type Answer, type Path } from "./answer.ts";
import { schemaOfGiven, schemaOfRoute } from "./validated-input.ts";
import { mayBeText, shapeOf, type Shape } from "./schema-shape.ts";
import type { Asked, Tracing } from "./tracing.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

const CHECKS: ReadonlySet<string> = wordSet(
  "parse safeParse parseAsync safeParseAsync spa validate validateSync validateAsync cast attempt assert decode Decode Parse Cast Convert Clean",
  "create coerce check from allows decodeUnknownSync decodeUnknown",
);
const CHECKS_ALL: ReadonlySet<string> = wordSet("cleanEnv createEnv customCleanEnv");

interface AskedCall extends Asked {
  readonly node: TSESTree.CallExpression;
}

/** What comes out of a check by a schema of this file; `undefined` for all other calls. */
export function traceChecked(tracing: Tracing, asked: AskedCall, name: string): Answer | undefined {
  const given = schemaOfGiven(asked.node, asked.path);
  if (given !== undefined) return traceGiven(tracing, given, asked);
  const checked = checkOf(tracing.sourceCode, asked.node, name);
  if (checked === undefined) return undefined;
  const path = isWrapped(name) ? unwrapped(asked.path, checked.shape) : asked.path;
  if (path === undefined) return CLEAN;
  const answer = traceShape(tracing, checked, { ...asked, path });
  return isSafe(name) && asked.path.length === 0 ? under("data", answer) : answer;
}

/** `input` of a procedure, and what of it lies at a path. */
function traceGiven(
  tracing: Tracing,
  { schema, path }: { readonly schema: Node; readonly path: Path },
  asked: Asked,
): Answer | undefined {
  const checked = readChecked(tracing.sourceCode, [schema]);
  return checked && traceShape(tracing, checked, { ...asked, path });
}

interface Checked {
  readonly shape: Shape;
  readonly input: Node | undefined;
}

function checkOf(
  sourceCode: TSESLint.SourceCode,
  node: TSESTree.CallExpression,
  name: string,
): Checked | undefined {
  const callee = bare(node.callee);
  const [first, second] = node.arguments;
  if (CHECKS_ALL.has(name)) return environmentOf(sourceCode, node);
  if (name === "valid") {
    const schema = schemaOfRoute(sourceCode, node);
    return schema && readChecked(sourceCode, [schema]);
  }
  if (READS_CHECKED.test(name)) return readChecked(sourceCode, node.arguments);
  if (!CHECKS.has(name)) {
    // A type of ArkType's is a function itself.
    const isType = callee.type === "Identifier" && first !== undefined && second === undefined;
    const shape = isType ? shapeOf(sourceCode, callee) : undefined;
    return shape && { shape, input: first };
  }
  const own = callee.type === "MemberExpression" ? shapeOf(sourceCode, callee.object) : undefined;
  if (own !== undefined) return { shape: own, input: first };
  for (const [schema, input] of [
    [first, second],
    [second, first],
  ]) {
    const shape = schema === undefined ? undefined : shapeOf(sourceCode, schema);
    if (shape !== undefined) return { shape, input };
  }
  return undefined;
}

/** What reads a request, and checks what it reads by what it is given. */
const READS_CHECKED =
  /^(?:(?:read|get|parse|validate)(?:Validated)?(?:Body|Query|RouterParams|FormData|Json|Params|Payload)(?:Safe)?|useValidatedBody|useSafeValidatedBody|superValidate)$/;

/** `readValidatedBody(event, Body.parse)`, `readValidatedBody(event, (body) => Body.parse(body))`, `parseBody(event, Body)`. */
function readChecked(sourceCode: SourceCode, given: readonly Node[]): Checked | undefined {
  for (const argument of given) {
    const shape = shapeOf(sourceCode, schemaIn(sourceCode, argument));
    if (shape !== undefined) return { shape, input: undefined };
  }
  return undefined;
}

function schemaIn(sourceCode: SourceCode, argument: Node): Node {
  const node = bare(argument);
  const [only, ...more] = isFunction(node) ? returnsOf(sourceCode, node) : [];
  const check = only === undefined || more.length > 0 ? undefined : bare(only);
  const callee = check?.type === "CallExpression" ? bare(check.callee) : node;
  const isCheck = callee.type === "MemberExpression" && CHECKS.has(propertyName(callee) ?? "");
  return isCheck ? callee.object : node;
}

/** `cleanEnv(process.env, { … })`, `createEnv({ server: { … }, runtimeEnv: process.env })`. */
function environmentOf(
  sourceCode: TSESLint.SourceCode,
  { arguments: [first, second] }: TSESTree.CallExpression,
): Checked | undefined {
  if (first === undefined) return undefined;
  const specification = settledValue(sourceCode, second ?? first);
  if (specification.type !== "ObjectExpression") return undefined;
  const fields = new Map<string, Node>();
  const add = ({ properties }: TSESTree.ObjectExpression): void => {
    for (const property of properties) {
      const name = property.type === "Property" ? propertyName(property) : undefined;
      if (name !== undefined && property.type === "Property") fields.set(name, property.value);
    }
  };
  if (second !== undefined) add(specification);
  else
    for (const property of specification.properties) {
      const isPart = property.type === "Property" && PARTS.has(propertyName(property) ?? "");
      const part = isPart ? settledValue(sourceCode, property.value) : undefined;
      if (part?.type === "ObjectExpression") add(part);
    }
  return { shape: { fields, isOpen: false }, input: second === undefined ? undefined : first };
}

const PARTS: ReadonlySet<string> = wordSet("server client shared");

function isWrapped(name: string): boolean {
  return /^(?:safeParse|safeParseAsync|spa|validate|validateSync|check|decode)$/.test(name);
}

function isSafe(name: string): boolean {
  return name.startsWith("safe") || name === "spa";
}

const CALLED_RESULT: ReadonlySet<string> = wordSet("data output value right");
const CALLED_TROUBLE: ReadonlySet<string> = wordSet(
  "error errors issues success typed warning left summary ok artifacts",
);

/** What is asked of the value inside of a result; `undefined` for what tells only how the check went. */
function unwrapped(path: Path, { fields }: Shape): Path | undefined {
  const [name, ...rest] = path;
  if (name === undefined || fields.has(name)) return path;
  if (CALLED_TROUBLE.has(name)) return undefined;
  return CALLED_RESULT.has(name) ? rest : path;
}

/** What of the input gets through, and what is a key by the name that the schema has for it. */
function traceShape(tracing: Tracing, { shape, input }: Checked, asked: Asked): Answer {
  const { path, frame } = asked;
  const [name] = path;
  const isLetIn = (field: string): boolean =>
    shape.isOpen || field === ANY || shape.fields.has(field);
  const given =
    input === undefined || (name !== undefined && !isLetIn(name))
      ? CLEAN
      : tracing.trace({ node: input, path, frame });
  const carried =
    name === undefined
      ? given.carried.filter(({ inside: [field] }) => field === undefined || isLetIn(field))
      : given.carried;
  const named = keysOfShape(tracing, shape, { path, owners: [] });
  const isKnown =
    named.carried.length === 0 && (given.isKnown || (name !== undefined && !isLetIn(name)));
  return unite([{ carried, isKnown }, named]);
}

interface AskedShape {
  readonly path: Path;
  readonly owners: readonly string[];
}

/** Schemas in schemas are read this far. */
const FURTHEST = 3;

function keysOfShape(tracing: Tracing, { fields }: Shape, { path, owners }: AskedShape): Answer {
  const [wanted, ...rest] = path;
  const answers: Answer[] = [CLEAN];
  for (const [name, field] of fields) {
    if (wanted !== undefined && wanted !== ANY && wanted !== name) continue;
    const answer = keysOfField(tracing, field, { path: rest, owners: [...owners, name] });
    answers.push(wanted === undefined ? under(name, answer) : answer);
  }
  return unite(answers);
}

function keysOfField(tracing: Tracing, field: Node, { path, owners }: AskedShape): Answer {
  const inner = shapeOf(tracing.sourceCode, field);
  if (inner !== undefined)
    return owners.length < FURTHEST ? keysOfShape(tracing, inner, { path, owners }) : CLEAN;
  const isKey = tracing.names.isKey(owners) || tracing.names.isKey(["env", owners.at(-1) ?? ""]);
  return isKey && path.length === 0 && mayBeText(tracing.sourceCode, field)
    ? fromSource({ text: `\`${owners.join(".")}\``, node: field })
    : CLEAN;
}

/** The names of a schema that are keys, for what has its type: `z.infer<typeof schema>`. */
export function keyOfSchema(tracing: Tracing, schema: Node): string | undefined {
  const shape = shapeOf(tracing.sourceCode, schema);
  if (shape === undefined) return undefined;
  const [key] = keysOfShape(tracing, shape, { path: [], owners: [] }).carried;
  return key?.inside[0];
}
