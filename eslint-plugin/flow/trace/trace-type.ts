import type { TSESTree } from "@typescript-eslint/utils";
import { bare } from "../syntax/binding.ts";
import { isAboutFields } from "../evidence/key-names.ts";
import { ANY, fromSource, under, UNKNOWN, type Answer, type Path } from "./answer.ts";
import { isGeneric } from "./declared-type.ts";
import { carriedByWhole, type Generic } from "./generic-type.ts";
import { genericOf, membersIn, typeInside, typeInsideGeneric } from "./member-type.ts";
import { isOtherType } from "./other-types.ts";
import type { Asked, Tracing } from "./tracing.ts";
import { keyMemberOf } from "./type-members.ts";

interface Typed {
  /** How the message calls what has the type. */
  readonly name: string;
  readonly type: TSESTree.TypeNode;
  readonly node: TSESTree.Node;
}

/** What holds a key because its type has a member for one. */
export function traceMembers(tracing: Tracing, { name, type, node }: Typed): Answer {
  const member = keyMemberOf(tracing, type);
  if (member === undefined) return traceInnerMembers(tracing, { name, type, node });
  return under(member, fromSource({ text: `\`${name}\`, whose \`${member}\` is one`, node }));
}

/** One level deeper: `{ companyId: string; credentials: { pleoApiKey: string } }`. */
function traceInnerMembers(tracing: Tracing, { name, type, node }: Typed): Answer {
  let known = innerKeys.get(tracing);
  if (known === undefined) {
    known = new WeakMap();
    innerKeys.set(tracing, known);
  }
  let place = known.get(type);
  if (place === undefined) {
    place = innerKeyOf(tracing, type);
    known.set(type, place);
  }
  const [outer, member] = place;
  if (outer === undefined || member === undefined) return UNKNOWN;
  const text = `\`${name}\`, whose \`${outer}.${member}\` is one`;
  return under(outer, under(member, fromSource({ text, node })));
}

const innerKeys = new WeakMap<Tracing, WeakMap<TSESTree.TypeNode, Path>>();

function innerKeyOf(tracing: Tracing, type: TSESTree.TypeNode): Path {
  for (const [outer, inner] of membersIn(tracing.sourceCode, type)) {
    const member = isAboutFields(outer) ? undefined : keyMemberOf(tracing, inner);
    if (member !== undefined) return [outer, member];
  }
  return [];
}

interface TypedPart extends Omit<Typed, "type"> {
  readonly type: TSESTree.TypeNode | Generic;
  readonly path: Path;
}

/** What lies somewhere in what has a type, of which this file says what it holds: `job.data` of a `Job<Data>`. */
export function traceTyped(tracing: Tracing, { name, type, node, path }: TypedPart): Answer {
  const { sourceCode } = tracing;
  const isWhole = path.length === 0;
  if (isWhole && !isGeneric(type)) {
    const answer = traceMembers(tracing, { name, type, node });
    return answer.carried.length > 0 ? answer : traceCarrier(tracing, { name, type, node });
  }
  if (path.some(isAboutFields) || isAboutFields(name)) return UNKNOWN;
  const inside = (at: Path): TSESTree.TypeNode | undefined =>
    isGeneric(type) ? typeInsideGeneric(sourceCode, type, at) : typeInside(sourceCode, type, at);
  const part = isWhole ? undefined : inside(path);
  const shown = [name, ...path].filter((each) => each !== ANY).join(".");
  if (part === undefined) return UNKNOWN;
  const answer = traceMembers(tracing, { name: shown, type: part, node });
  if (answer.carried.length > 0) return answer;
  const owner = inside(path.slice(0, -1));
  const isKey =
    owner?.type === "TSTypeReference" &&
    !isOtherType(sourceCode, part) &&
    tracing.names.isKey([nameOfType(owner), path.at(-1) ?? ""]);
  return isKey ? fromSource({ text: `\`${shown}\``, node }) : UNKNOWN;
}

/** `console.log(job)`, which shows its data. */
function traceCarrier(tracing: Tracing, { name, type, node }: Typed): Answer {
  const generic = genericOf(tracing.sourceCode, type);
  const carried = generic && carriedByWhole(generic);
  return carried === undefined
    ? UNKNOWN
    : under("data", traceMembers(tracing, { name: `${name}.data`, type: carried, node }));
}

/** `(await request.json()) as Draft`. */
export function traceCast(tracing: Tracing, wrapped: TSESTree.Node, path: Path): Answer {
  const node = bare(wrapped);
  for (let inner = wrapped; inner !== node;) {
    if (
      inner.type === "TSAsExpression" ||
      inner.type === "TSTypeAssertion" ||
      inner.type === "TSSatisfiesExpression"
    ) {
      const type = inner.typeAnnotation;
      const answer = traceTyped(tracing, { name: nameOfType(type), type, node, path });
      if (answer.carried.length > 0) return answer;
    }
    if (inner.type === "AwaitExpression") inner = inner.argument;
    else if ("expression" in inner && typeof inner.expression === "object")
      inner = inner.expression;
    else return UNKNOWN;
  }
  return UNKNOWN;
}

/** Never the text of a type, which may be a key. */
function nameOfType(type: TSESTree.TypeNode): string {
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return "object";
  return type.typeName.name;
}

const GIVES_OBJECT =
  /^(?:json|body|readBody|readValidatedBody|parse|payload|env|defineProps|\$fetch|ofetch|fetchJson)$/;
/** What these give has it as its data. */
const GIVES_ANSWER = /^(?:get|post|put|patch|request|useFetch|useQuery|useSWR)$/;

/** `request.json<Draft>()`, `(await axios.get<Draft>(url)).data`. */
export function traceTypedCall(
  tracing: Tracing,
  { node, path }: Asked & { readonly node: TSESTree.CallExpression },
  name: string,
): Answer {
  const given = node.typeArguments?.params ?? [];
  const [type] = given;
  if (type === undefined) return UNKNOWN;
  const typed = { name: nameOfType(type), node, path };
  if (GIVES_OBJECT.test(name)) return traceTyped(tracing, { ...typed, type });
  const isAnswer = path.length > 0 && GIVES_ANSWER.test(name);
  return isAnswer ? traceTyped(tracing, { ...typed, type: { name: "Answer", given } }) : UNKNOWN;
}
