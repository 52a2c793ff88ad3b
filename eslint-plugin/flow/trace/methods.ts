import type { TSESTree } from "@typescript-eslint/utils";

/** What methods of texts, lists and maps do with a key in what they are called on. */
export type MethodKind =
  /** The result says too little of it, or nothing. */
  | "tells-nothing"
  | "same-text"
  | "part-of-text"
  | "same-list"
  /** The same with one more under a name. */
  | "added"
  | "element"
  | "mapped"
  /** What lies under the name that is given. */
  | "held"
  /** What is given, checked. */
  | "validated"
  | "all-arguments"
  | "unknown";

const KINDS: readonly (readonly [MethodKind, string])[] = [
  [
    "tells-nothing",
    "charAt charCodeAt codePointAt indexOf lastIndexOf includes startsWith endsWith localeCompare search test match matchAll has digest update final some every findIndex forEach createHash createHmac verify equals timingSafeEqual compare isEqual keys exec push unshift delete getTime count",
  ],
  [
    "same-text",
    "toString asString toBase64 toHex trim trimStart trimEnd toLowerCase toUpperCase toLocaleString normalize valueOf padStart padEnd repeat toWellFormed join concat",
  ],
  ["part-of-text", "slice substring substr replace replaceAll split at"],
  [
    "same-list",
    "filter reverse toReversed sort toSorted flat values entries with fill copyWithin unwrap clone toJSON json promise required default convertFromBase64 getOrElse getOrThrow getOrUndefined getOrNull unwrapOr unwrapOrElse orDefault orNull extract extractNullable toNullable",
  ],
  ["added", "set append"],
  ["element", "find findLast pop shift"],
  ["mapped", "map flatMap then finally reduce"],
  ["held", "get getAll"],
  [
    "validated",
    "parse safeParse parseAsync validate validateSync cast cleanEnv check freeze snapshot",
  ],
  ["all-arguments", "inspect format formatWithOptions stringify encode"],
];

const KIND_OF = new Map<string, MethodKind>(
  KINDS.flatMap(([kind, names]) =>
    names.split(" ").map((name): [string, MethodKind] => [name, kind]),
  ),
);

export function methodKind(name: string): MethodKind {
  return KIND_OF.get(name) ?? "unknown";
}

const SHORT = 4;

/** Does a slice, or a replacement, leave no more of a key than its last four characters? */
export function hidesAll(
  name: string,
  given: readonly TSESTree.Node[],
  object: TSESTree.Node,
): boolean {
  switch (name) {
    case "at":
      return true;
    case "slice":
    case "substring":
    case "substr":
      return isShort(name, given, object);
    case "replace":
    case "replaceAll":
      return masks(given);
    default:
      return false;
  }
}

function isShort(
  name: string,
  [from, to]: readonly TSESTree.Node[],
  object: TSESTree.Node,
): boolean {
  const start = numberOf(from);
  const end = numberOf(to);
  if (start !== undefined && start < 0 && name !== "substring") return start >= -SHORT;
  if (start === undefined) return isLastCharacters(from, object);
  if (end === undefined) return false;
  if (name === "substr") return end <= SHORT;
  return end >= 0 && end - start <= SHORT;
}

function numberOf(node: TSESTree.Node | undefined): number | undefined {
  if (node?.type === "Literal" && typeof node.value === "number") return node.value;
  const isNegative = node?.type === "UnaryExpression" && node.operator === "-";
  const inner = isNegative ? numberOf(node.argument) : undefined;
  return inner === undefined ? undefined : -inner;
}

/** `key.slice(key.length - 4)`. */
function isLastCharacters(from: TSESTree.Node | undefined, object: TSESTree.Node): boolean {
  if (from?.type !== "BinaryExpression" || from.operator !== "-") return false;
  const length = from.left;
  const isLength =
    length.type === "MemberExpression" &&
    length.property.type === "Identifier" &&
    length.property.name === "length";
  const left = numberOf(from.right);
  return isLength && length.object.type === object.type && left !== undefined && left <= SHORT;
}

/** Stars, dots and crosses are put in the place of what nobody may see. */
const MASK =
  /^[*•·.xX#█_-]+$|\*{2,}|•{2,}|redact|hidden|masked|censored|filtered|removed|secret|\[.*\]|<.*>/i;

/** `.replace(/.(?=.{4})/g, "*")`, `.replace(key, "[redacted]")`; what only tidies up does not hide. */
function masks([, replacement]: readonly TSESTree.Node[]): boolean {
  return (
    replacement?.type === "Literal" &&
    typeof replacement.value === "string" &&
    MASK.test(replacement.value)
  );
}
