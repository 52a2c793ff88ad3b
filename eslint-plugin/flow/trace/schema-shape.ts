import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { wordSet } from "../evidence/word-set.ts";
import { bare, lastNameOf, literalText, propertyName } from "../syntax/binding.ts";
import { settledValue } from "../syntax/constant-member.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** What a schema lets through: the names it knows, each with what describes its value. */
export interface Shape {
  readonly fields: ReadonlyMap<string, Node>;
  /** Names that it does not know stay where they are. */
  readonly isOpen: boolean;
}

const OBJECTS = wordSet(
  "object Object strictObject looseObject objectWithRest shape keys type Struct struct interface objectType model",
);
/** With these, the first argument is a schema, or the list of several. */
const WRAPPERS = wordSet(
  "partial Partial required Required optional Optional nullable nullish pipe readonly Readonly intersect Intersect intersection Composite",
  "union Union all and merge extend Compile compile compileAsync array Array list strict exactOptional assign",
);
/** Methods after which a schema lies elsewhere, or says something else. */
const LEAVES = wordSet(
  "transform preprocess codec to json keyof element unwrap map",
  "parse safeParse parseAsync safeParseAsync spa validate validateSync validateAsync cast attempt assert decode Decode Parse Cast Convert Clean",
);
const OPENS = wordSet("passthrough loose catchall unknown looseObject objectWithRest type");
/** Their objects keep what they do not know. */
const KEEPS_UNKNOWN = /^(?:yup|joi)$/i;

/** No schema has more parts. */
const FURTHEST = 12;

/** The shape of the object that a schema describes; `undefined` for whatever is no schema of an object. */
export function shapeOf(
  sourceCode: SourceCode,
  expression: Node,
  left = FURTHEST,
): Shape | undefined {
  if (left <= 0) return undefined;
  const schema = settledValue(sourceCode, expression);
  if (schema.type !== "CallExpression") return undefined;
  const known = shapes.get(schema) ?? new Map<number, Shape | undefined>();
  shapes.set(schema, known);
  if (!known.has(left)) known.set(left, readShape(sourceCode, schema, left));
  return known.get(left);
}

/** One schema may be a part of many, each time with as many steps left. */
const shapes = new WeakMap<Node, Map<number, Shape | undefined>>();

function readShape(
  sourceCode: SourceCode,
  schema: TSESTree.CallExpression,
  left: number,
): Shape | undefined {
  const callee = bare(schema.callee);
  const name = lastNameOf(callee) ?? "";
  const owner = callee.type === "MemberExpression" ? callee.object : undefined;
  const shape = (node: Node): Shape | undefined => shapeOf(sourceCode, node, left - 1);
  const own = owner === undefined ? undefined : shape(owner);
  if (own !== undefined) return changed(sourceCode, own, { name, given: schema.arguments, left });
  const [first, second] = schema.arguments;
  if (first === undefined) return undefined;
  const written = settledValue(sourceCode, first);
  if (OBJECTS.has(name) && written.type === "ObjectExpression") {
    const isKept = KEEPS_UNKNOWN.test(owner === undefined ? "" : (rootNameOf(owner) ?? ""));
    return { fields: fieldsOf(sourceCode, written, left), isOpen: isKept || OPENS.has(name) };
  }
  const base = shape(first);
  if ((name === "omit" || name === "pick" || name === "Omit" || name === "Pick") && base)
    return chosen(base, name.toLowerCase(), namesIn(sourceCode, second));
  if (!WRAPPERS.has(name)) return undefined;
  if (written.type !== "ArrayExpression")
    return second === undefined || base === undefined ? base : united([base, shape(second)]);
  return united(written.elements.map((part) => (part === null ? undefined : shape(part))));
}

function rootNameOf(node: Node): string | undefined {
  let root = bare(node);
  for (;;) {
    if (root.type === "CallExpression") root = bare(root.callee);
    else if (root.type === "MemberExpression") root = bare(root.object);
    else return root.type === "Identifier" ? root.name : undefined;
  }
}

interface Change {
  readonly name: string;
  readonly given: readonly Node[];
  /** How many parts may follow. */
  readonly left: number;
}

/** What a method makes of a schema: most of them leave its names alone. */
function changed(
  sourceCode: SourceCode,
  own: Shape,
  { name, given: [first], left }: Change,
): Shape | undefined {
  if (LEAVES.has(name)) return undefined;
  if (name === "omit" || name === "pick") return chosen(own, name, namesIn(sourceCode, first));
  const isOpen = own.isOpen || OPENS.has(name);
  if (name === "strip" || name === "strict" || name === "stripUnknown")
    return { ...own, isOpen: false };
  if (first === undefined) return { ...own, isOpen };
  const more = settledValue(sourceCode, first);
  const added =
    more.type === "ObjectExpression" && ADDS.has(name)
      ? { fields: fieldsOf(sourceCode, more, left), isOpen }
      : shapeOf(sourceCode, first, left - 1);
  return added === undefined ? { ...own, isOpen } : united([{ ...own, isOpen }, added]);
}

const ADDS = wordSet("extend safeExtend augment shape keys append setKey object and");

function united(shapes: readonly (Shape | undefined)[]): Shape | undefined {
  const known = shapes.filter((shape) => shape !== undefined);
  if (known.length === 0) return undefined;
  return {
    fields: new Map(known.flatMap(({ fields }) => [...fields])),
    isOpen: known.some(({ isOpen }) => isOpen) || known.length < shapes.length,
  };
}

function chosen(
  shape: Shape,
  name: string,
  names: readonly string[] | undefined,
): Shape | undefined {
  if (names === undefined) return undefined;
  const isPick = name === "pick";
  const fields = [...shape.fields].filter(([field]) => names.includes(field) === isPick);
  return { fields: new Map(fields), isOpen: false };
}

/** `{ a: true }`, `["a"]`. */
function namesIn(sourceCode: SourceCode, node: Node | undefined): readonly string[] | undefined {
  if (node === undefined) return undefined;
  const value = settledValue(sourceCode, node);
  if (value.type === "ObjectExpression")
    return value.properties.flatMap((property) =>
      property.type === "Property" ? (propertyName(property) ?? []) : [],
    );
  if (value.type !== "ArrayExpression") return undefined;
  return value.elements.flatMap((element) => literalText(element) ?? []);
}

function fieldsOf(
  sourceCode: SourceCode,
  { properties }: TSESTree.ObjectExpression,
  left: number,
): ReadonlyMap<string, Node> {
  const fields = new Map<string, Node>();
  if (left <= 0) return fields;
  for (const property of properties) {
    if (property.type === "SpreadElement") {
      // `...Base.shape`, `...base`.
      const spread = bare(property.argument);
      const value = settledValue(sourceCode, spread);
      const schema = spread.type === "MemberExpression" ? spread.object : spread;
      const base = shapeOf(sourceCode, schema, left - 1);
      if (value.type === "ObjectExpression")
        for (const [name, field] of fieldsOf(sourceCode, value, left - 1)) fields.set(name, field);
      for (const [name, field] of base?.fields ?? []) fields.set(name, field);
      continue;
    }
    // A type of ArkType's says so behind the name of what may be missing.
    const name = propertyName(property)?.replace(/\?$/, "");
    if (name !== undefined) fields.set(name, property.value);
  }
  return fields;
}

/** What describes no text. */
const NO_TEXT =
  /^(?:boolean|bool|bigint|number|int|integer|date|literal|enum|nativeEnum|picklist|valid|null|undefined|void|never|stringbool|port|Boolean|Number|Integer|Literal|Null)$/;

/** May what is described so be a text? `z.string().min(20)`, and not `z.boolean().default(false)`. */
export function mayBeText(sourceCode: SourceCode, field: Node): boolean {
  const names: string[] = [];
  let node = settledValue(sourceCode, field);
  if (node.type === "Literal")
    return (
      typeof node.value === "string" && !/^(?:boolean|number|date|true|false)/.test(node.value)
    );
  for (let left = FURTHEST; left > 0; left--) {
    if (node.type === "CallExpression") {
      if (isMadeOver(sourceCode, node)) return false;
      node = bare(node.callee);
    } else if (node.type === "MemberExpression") {
      names.push(propertyName(node) ?? "");
      node = bare(node.object);
    } else break;
  }
  if (node.type === "Identifier") names.push(node.name);
  return !names.some((name) => NO_TEXT.test(name));
}

/** `.transform((key) => key.slice(-4))`, unlike `.transform((key) => key.trim())`. */
function isMadeOver(
  sourceCode: SourceCode,
  { callee, arguments: args }: TSESTree.CallExpression,
): boolean {
  const [change] = args;
  if (lastNameOf(callee) !== "transform" || change === undefined) return false;
  return !/\.trim\w*\(/.test(sourceCode.getText(change));
}
