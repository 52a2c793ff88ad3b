import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "./place.ts";

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
  let constant = constants.get(variable);
  if (constant === undefined) {
    constant = findConstant(variable) ?? null;
    constants.set(variable, constant);
  }
  return constant ?? undefined;
}

const constants = new WeakMap<Variable, TSESTree.Expression | null>();

/** Is it given another value after it was declared? */
export function isWrittenAgain({ references }: Variable): boolean {
  return references.some((reference) => reference.isWrite() && reference.init !== true);
}

function findConstant(variable: Variable): TSESTree.Expression | undefined {
  const [definition, ...more] = variable.defs;
  if (more.length > 0 || definition === undefined) return undefined;
  if (isFunction(definition.node)) return handedIn(variable, definition.node);
  if (definition.node.type !== "VariableDeclarator") return undefined;
  const { id, init } = definition.node;
  if (id.type !== "Identifier" || init === null) return undefined;
  let writes = 0;
  for (const reference of variable.references) if (reference.isWrite()) writes++;
  return writes <= 1 ? init : undefined;
}

/** `window` for `w` of `(function (w) { … })(window)`, which is called where it stands and nowhere else. */
function handedIn(variable: Variable, fn: FunctionNode): TSESTree.Expression | undefined {
  const { parent } = fn;
  if (fn.type === "FunctionDeclaration" || isWrittenAgain(variable)) return undefined;
  const isCalled = parent.type === "CallExpression" && parent.callee === fn;
  const through = parent.type === "MemberExpression" && parent.object === fn ? parent : undefined;
  const outer = through !== undefined && propertyName(through) === "call" ? through.parent : parent;
  if (outer.type !== "CallExpression" || (!isCalled && outer.callee !== through)) return undefined;
  const index = fn.params.findIndex(
    (param) => param.type === "Identifier" && param.name === variable.name,
  );
  const given = index < 0 ? undefined : outer.arguments[isCalled ? index : index + 1];
  const isSpread = outer.arguments.some(({ type }) => type === "SpreadElement");
  return given === undefined || given.type === "SpreadElement" || isSpread ? undefined : given;
}

type TypeOnly =
  | TSESTree.TSAsExpression
  | TSESTree.TSNonNullExpression
  | TSESTree.TSSatisfiesExpression
  | TSESTree.TSTypeAssertion
  | TSESTree.TSInstantiationExpression;

/** Says something about types, and leaves the value as it is. */
export function isTypeOnly(node: TSESTree.Node): node is TypeOnly {
  switch (node.type) {
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
    case "TSInstantiationExpression":
      return true;
    default:
      return false;
  }
}

/** The expression without what only concerns its type, its optional chain, or its promise. */
export function bare(node: TSESTree.Node): TSESTree.Node {
  let inner = node;
  for (;;) {
    switch (inner.type) {
      case "AwaitExpression":
        inner = inner.argument;
        break;
      case "ChainExpression":
      case "TSAsExpression":
      case "TSNonNullExpression":
      case "TSSatisfiesExpression":
      case "TSTypeAssertion":
      case "TSInstantiationExpression":
        inner = inner.expression;
        break;
      default:
        return inner;
    }
  }
}

/** The expression with all around it that only concerns its type, its optional chain, or its promise: `bare` undone. */
export function wholeOf(expression: TSESTree.Node): TSESTree.Node {
  const inner = bare(expression);
  let whole = expression;
  while (whole.parent !== undefined && bare(whole.parent) === inner) whole = whole.parent;
  return whole;
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
