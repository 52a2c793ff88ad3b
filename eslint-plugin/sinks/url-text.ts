import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, literalText, propertyName } from "../flow/syntax/binding.ts";
import { wordsOf } from "../flow/evidence/key-names.ts";
import { staticTextOf, type StaticText } from "../flow/syntax/static-text.ts";
import { wordSet } from "../flow/evidence/word-set.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** A part of a text that only the running program knows, and what stands before it. */
export interface OpenPart {
  /** The part as the text is written. */
  readonly node: Node;
  /** The same, or what it is made of, where the file tells. */
  readonly inner: Node;
  /** With a mark for each part that is not known. */
  readonly before: string;
}

const NOT_KNOWN = "\0";
/** Not known either, but called like an address. */
const SOME_URL = "\uE000";

/** Texts that take longer to read are no addresses. */
const LONGEST = 4000;

/** Is it put together out of several texts? */
export function isComposed(node: Node): boolean {
  return piecesOf(bare(node)).length > 1;
}

/** The parts of a text that are not known, from left to right. */
export function openPartsOf(sourceCode: SourceCode, text: Node): readonly OpenPart[] {
  const parts: OpenPart[] = [];
  let before = "";
  for (const piece of piecesOf(bare(text))) {
    const inner: StaticText = typeof piece === "string" ? [piece] : staticTextOf(sourceCode, piece);
    for (const part of inner) {
      if (before.length > LONGEST) return parts;
      if (typeof part === "string") before += part;
      else {
        const node = typeof piece === "string" ? part : piece;
        parts.push({ node, inner: part, before });
        before += before === "" && isNamedAsUrl(part) ? SOME_URL : NOT_KNOWN;
      }
    }
  }
  return parts;
}

/** What is written side by side; a single piece for what is no composed text. */
function piecesOf(text: Node): readonly (string | Node)[] {
  if (text.type === "TemplateLiteral") {
    return text.quasis.flatMap(({ value }, index) => {
      const expression = text.expressions[index];
      const written = value.cooked ?? "";
      return expression === undefined ? [written] : [written, expression];
    });
  }
  if (text.type === "AssignmentExpression" && text.operator === "+=") {
    return [text.left, ...piecesOf(bare(text.right))];
  }
  if (text.type === "BinaryExpression" && text.operator === "+") return summandsOf(text);
  if (text.type !== "CallExpression") return [text];
  const { callee } = text;
  if (callee.type !== "MemberExpression") return [text];
  const method = propertyName(callee);
  if (method === "concat") return [callee.object, ...text.arguments];
  return method === "join" ? joinedIn(text, bare(callee.object)) : [text];
}

/** A long separator, repeated, would make a text out of all proportion to the source. */
const LONGEST_SEPARATOR = 8;

/** `["https://…", key].join("/")`. */
function joinedIn(call: TSESTree.CallExpression, list: Node): readonly (string | Node)[] {
  const between = literalText(call.arguments[0]);
  if (list.type !== "ArrayExpression" || between === undefined) return [call];
  if (between.length > LONGEST_SEPARATOR) return [call];
  return list.elements.flatMap((element, index) => {
    const part = element ?? "";
    return index === 0 ? [part] : [between, part];
  });
}

/** May a text be put together out of a list here? */
export function isJoined({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === "MemberExpression" && propertyName(callee) === "join";
}

/** Without recursion: generated code adds up thousands of texts. */
function summandsOf(sum: TSESTree.BinaryExpression): readonly Node[] {
  const parts: Node[] = [];
  let node: Node = sum;
  for (; node.type === "BinaryExpression" && node.operator === "+"; node = bare(node.left)) {
    parts.push(node.right);
  }
  parts.push(node);
  return parts.reverse();
}

/** `url`, `baseUrl`, `API_URL`, `endpoint`, `this.apiOrigin`. */
function isNamedAsUrl(node: Node): boolean {
  const inner = bare(node);
  const name = lastNameOf(inner);
  return URL_WORDS.has(wordsOf(name ?? "").at(-1) ?? "");
}

const URL_WORDS: ReadonlySet<string> = wordSet("url uri href endpoint origin link baseurl webhook");

/** What follows is a part of an address: its user, its host, its path, its query or its fragment. */
const IN_ADDRESS = /^(?:(?:https?|wss?|ftp):\/\/|\/\/[\w-]+\.|\0:\/\/)\S*$/i;
/** The same after what is called like an address: `${url}/${key}`, and not `${url}:${key}`, which names an entry. */
const AFTER_ADDRESS = /^\uE000[/?#&]\S*$/;
/** What follows is a value in the query or the fragment of an address, even of a relative one. */
const IN_QUERY = /^[\w/?#.:@~%+\0-][^\s?#]*[?#](?:[^\s?]*&)?[\w.~%[\]-]+=(?:B(?:earer|asic)%20)?$/i;
/** The same where it is at the very beginning. */
const ONLY_QUERY = /^[?#](?:[^\s?]*&)?[\w.~%[\]-]+=(?:B(?:earer|asic)%20)?$/i;
/** What follows is all of a query, or names and values in it. */
const IS_QUERY = /^(?:[/.\0][^\s?#]*|[a-z][\w+.-]*:[^\s?#]*)?\?(?:\S*&)?$/i;
/** The same for an address in the middle of a text: a command, markup, a sentence. */
const IN_TEXT = /[\s"'=(<]https?:\/\/(?:[^\s"'<>/]*|[^\s"'<>]*[?&#][\w.~%[\]-]+=)$/i;

/** Is what follows this text a part of a URL? */
export function isWithinUrl(before: string): boolean {
  return [IN_ADDRESS, AFTER_ADDRESS, IN_QUERY, ONLY_QUERY, IS_QUERY, IN_TEXT].some((pattern) =>
    pattern.test(before),
  );
}
