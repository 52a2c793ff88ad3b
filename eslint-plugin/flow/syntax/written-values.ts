import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

/** Of what is written more often, nobody can say what is in it. */
const MOST_WRITES = 8;

/** All that a variable is set to, where each of it is written out: `let query = { limit }; query = { ...query, after };` */
export function writtenValues({
  references,
}: TSESLint.Scope.Variable): readonly TSESTree.Node[] | undefined {
  const values: TSESTree.Node[] = [];
  for (const reference of references) {
    if (!reference.isWrite()) continue;
    const { identifier, writeExpr } = reference;
    if (!writeExpr || !isPlainWrite(identifier, writeExpr)) return undefined;
    if (values.push(writeExpr) > MOST_WRITES) return undefined;
  }
  return values.length === 0 ? undefined : values;
}

/** `query = value`, `let query = value`. */
function isPlainWrite({ parent }: TSESTree.Node, value: TSESTree.Node): boolean {
  if (parent?.type === "VariableDeclarator") return parent.init === value;
  return (
    parent?.type === "AssignmentExpression" && parent.operator === "=" && parent.right === value
  );
}
