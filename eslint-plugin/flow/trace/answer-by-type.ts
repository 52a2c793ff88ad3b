import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { answerByName } from "../evidence/names.ts";
import { ANY, fromSource, membersOf, UNKNOWN, type Answer, type Path } from "./answer.ts";
import { declaredTypeOf, isGeneric, type Declared } from "./declared-type.ts";
import { traceTyped } from "./trace-type.ts";
import type { Asked, Tracing } from "./tracing.ts";

type Variable = TSESLint.Scope.Variable;

/**
 * `key: PleoApiKey` is one, whatever it is called, `draft: Draft` holds one if `Draft` has a member for it, and so does
 * `job.data` of a `Job<Draft>`.
 */
export function answerByType(tracing: Tracing, variable: Variable, { node, path }: Asked): Answer {
  for (const { name } of variable.defs) {
    const declared = declaredTypeOf(tracing.sourceCode, name);
    if (declared === undefined) continue;
    const named = answerByTypeName(tracing, variable, { declared, path, node });
    if (named.carried.length > 0) return named;
    const ofType = (at: Path): Answer => {
      const typed = { name: variable.name, type: declared.type, node };
      const answer = traceTyped(tracing, { ...typed, path: [...declared.inside, ...at] });
      const carried = answer.carried.filter(
        ({ inside }) => !declared.without.includes(at[0] ?? inside[0] ?? ""),
      );
      return { ...answer, carried };
    };
    const answer = ofType(path);
    if (answer.carried.length > 0) return answer;
    // Any of its members, as `Object.values(env)` gives them.
    const isAny = path.length === 1 && path[0] === ANY;
    const members = isAny ? membersOf(ofType([])) : UNKNOWN;
    if (members.carried.length > 0) return members;
  }
  return UNKNOWN;
}

interface AskedOfType {
  readonly declared: Declared;
  readonly path: Path;
  readonly node: TSESTree.Node;
}

function answerByTypeName(
  tracing: Tracing,
  variable: Variable,
  { declared: { type, inside }, path, node }: AskedOfType,
): Answer {
  if (inside.length > 0 || isGeneric(type)) return UNKNOWN;
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return UNKNOWN;
  const chain = [type.typeName.name];
  const answer = answerByName(tracing.names, { chain, path, node });
  if (answer.carried.length === 0) return UNKNOWN;
  // What the member is called says more, such as which environment it is for.
  const text =
    path.length > 0
      ? `\`${[variable.name, ...path].join(".")}\``
      : `\`${variable.name}\`, a \`${type.typeName.name}\``;
  return fromSource({ text, node });
}
