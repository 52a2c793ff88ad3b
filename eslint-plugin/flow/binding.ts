import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type Variable = TSESLint.Scope.Variable;

/** The variable that a name means where it stands; `undefined` for a global that nobody declared. */
export function variableOf(
  sourceCode: TSESLint.SourceCode,
  name: TSESTree.Identifier | TSESTree.JSXIdentifier,
): Variable | undefined {
  let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(name);
  for (; scope !== null; scope = scope.upper) {
    const variable = scope.set.get(name.name);
    // What only the configuration declares says nothing of where a value comes from.
    if (variable !== undefined) return variable.defs.length > 0 ? variable : undefined;
  }
  return undefined;
}

/** Is it the thing that the language or the platform calls so, rather than something that this file declares? */
export function isGlobal(sourceCode: TSESLint.SourceCode, name: TSESTree.Identifier): boolean {
  return variableOf(sourceCode, name) === undefined;
}

/** What a variable was imported as: `import { b as a } from "m"` is `b` of `m`; a whole module is `*`. */
export interface Imported {
  readonly module: string;
  readonly name: string;
}

/** Where an imported variable comes from, be it by `import` or by `require`. */
export function importOf(variable: Variable): Imported | undefined {
  for (const { type, node, parent } of variable.defs) {
    if (isImport(type) && parent?.type === "ImportDeclaration") {
      return { module: parent.source.value, name: importedName(node) };
    }
    if (node.type === "VariableDeclarator") {
      const module = requiredModule(node.init);
      if (module !== undefined) return { module, name: nameInPattern(node.id, variable.name) };
    }
  }
  return undefined;
}

function isImport(type: string): boolean {
  return type === "ImportBinding";
}

function importedName(node: TSESTree.Node): string {
  if (node.type === "ImportDefaultSpecifier") return "default";
  if (node.type !== "ImportSpecifier") return "*";
  return node.imported.type === "Identifier" ? node.imported.name : node.imported.value;
}

function requiredModule(init: TSESTree.Expression | null): string | undefined {
  const call = init?.type === "AwaitExpression" ? init.argument : init;
  if (call?.type === "ImportExpression") return literalText(call.source);
  if (call?.type !== "CallExpression" || call.callee.type !== "Identifier") return undefined;
  return call.callee.name === "require" ? literalText(call.arguments[0]) : undefined;
}

/** The text of a literal that is one. */
export function literalText(node: TSESTree.Node | null | undefined): string | undefined {
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

function nameInPattern(pattern: TSESTree.Node, name: string): string {
  if (pattern.type !== "ObjectPattern") return "*";
  for (const property of pattern.properties) {
    if (property.type !== "Property" || property.key.type !== "Identifier") continue;
    const value =
      property.value.type === "AssignmentPattern" ? property.value.left : property.value;
    if (value.type === "Identifier" && value.name === name) return property.key.name;
  }
  return "*";
}

/** What a variable holds that is written once, where it is declared; `undefined` where that cannot be told. */
export function constantOf(variable: Variable): TSESTree.Expression | undefined {
  // Kept, because a variable that is written a thousand times is asked about a thousand times.
  if (!constants.has(variable)) constants.set(variable, findConstant(variable));
  return constants.get(variable);
}

const constants = new WeakMap<Variable, TSESTree.Expression | undefined>();

function findConstant(variable: Variable): TSESTree.Expression | undefined {
  const [definition, ...more] = variable.defs;
  if (more.length > 0 || definition?.node.type !== "VariableDeclarator") return undefined;
  const { id, init } = definition.node;
  const writes = variable.references.filter((reference) => reference.isWrite());
  return id.type === "Identifier" && writes.length <= 1 ? (init ?? undefined) : undefined;
}

type TypeOnly =
  | TSESTree.TSAsExpression
  | TSESTree.TSNonNullExpression
  | TSESTree.TSSatisfiesExpression
  | TSESTree.TSTypeAssertion
  | TSESTree.TSInstantiationExpression;

const TYPE_ONLY: ReadonlySet<string> = new Set<`${TypeOnly["type"]}`>([
  "TSAsExpression",
  "TSNonNullExpression",
  "TSSatisfiesExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
]);

/** Says something about types, and leaves the value as it is. */
export function isTypeOnly(node: TSESTree.Node): node is TypeOnly {
  return TYPE_ONLY.has(node.type);
}

/** The expression without what only concerns its type, its optional chain, or its promise. */
export function bare(node: TSESTree.Node): TSESTree.Node {
  let inner = node;
  for (;;) {
    if (isTypeOnly(inner) || inner.type === "ChainExpression") inner = inner.expression;
    else if (inner.type === "AwaitExpression") inner = inner.argument;
    else return inner;
  }
}

/** The name of a property, where it can be read: `a.b`, `a["b"]`, `{ b: 1 }`, `#b`. */
export function propertyName(
  node:
    | TSESTree.MemberExpression
    | TSESTree.Property
    | TSESTree.PropertyDefinition
    | TSESTree.MethodDefinition,
): string | undefined {
  const key = node.type === "MemberExpression" ? node.property : node.key;
  if (!node.computed && key.type === "Identifier") return key.name;
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  if (key.type === "Literal") return String(key.value);
  if (key.type === "TemplateLiteral" && key.expressions.length === 0) {
    return key.quasis[0]?.value.cooked ?? undefined;
  }
  return undefined;
}

/** What an expression is called by, however long the way to it: `c` of `c`, of `a.b.c` and of `(a?.c as F)`. */
export function lastNameOf(expression: TSESTree.Node): string | undefined {
  const node = bare(expression);
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" ? propertyName(node) : undefined;
}
