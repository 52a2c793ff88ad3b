import type { TSESTree } from "@typescript-eslint/utils";
import { wordsOf } from "../evidence/key-names.ts";
import { remember } from "../evidence/remember.ts";
import { wordSet } from "../evidence/word-set.ts";
import { bare, literalText, propertyName } from "../syntax/binding.ts";
import { calleeOf, type Callee } from "../syntax/callee.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { ANY, CLEAN, flattened, under, unite, type Answer, type Path } from "./answer.ts";
import type { Asked, Tracing } from "./tracing.ts";

interface AskedCall extends Asked {
  readonly node: TSESTree.CallExpression;
}

/** What a function of a package hands on of what it is given; `undefined` where nothing is known of it. */
export function traceLibrary(tracing: Tracing, asked: AskedCall): Answer | undefined {
  const callee = calleeOf(tracing.sourceCode, asked.node);
  const { module, names, isGlobal } = callee;
  if (module === undefined) {
    const isLodash = isGlobal && names.length === 2 && names[0] === "_";
    return isLodash
      ? traceUtility(tracing, asked, { name: names[1] ?? "", isLast: false })
      : undefined;
  }
  if (callee.madeBy !== undefined || asked.node.arguments.length === 0) return undefined;
  const name = nameIn(callee, module);
  if (UTILITIES.test(module)) {
    const known = traceUtility(tracing, asked, { name, isLast: TAKES_VALUE_LAST.test(module) });
    if (known !== undefined) return known;
  }
  return writesText(name, module) ? traceText(tracing, asked) : undefined;
}

/** Of a module that is one function, what the module is called. */
function nameIn({ path }: Callee, module: string): string {
  return path.at(-1) ?? module.split("/").at(-1) ?? "";
}

const UTILITIES =
  /^(?:lodash(?:-es)?|underscore|ramda|rambda|remeda|es-toolkit|radashi?|just-[a-z-]+)(?:[./]|$)|^lodash\.|^(?:deepmerge|defu|klona|rfdc|object-assign|xtend|extend)(?:\/|$)/;
const TAKES_VALUE_LAST = /^(?:ramda|rambda)(?:\/|$)|^lodash\/fp/;

const COLOURS =
  /^(?:chalk|picocolors|kleur|colors|ansis|colorette|yoctocolors|nanocolors|ansi-colors|cli-color|boxen|strip-ansi)(?:\/|$)/;

/** Say by themselves that a text becomes another one that holds the same. */
const OF_ENCODINGS = wordSet("64 btoa atob hex utf byte bytes uint encoding");
const OF_TEXTS = wordSet("stringify serialize serialise inspect format sprintf vsprintf");
/** May stand beside them and change nothing. */
const BESIDE = wordSet(
  "to from as encode decode encoded decoded string text url uri safe array arraybuffer buffer base b ascii raw std binary js json stable fast pretty object util javascript 8 16 32 58",
);

/** `encode` of `base-64`, `toBase64`, `uint8ArrayToBase64`, `safe-stable-stringify`, `chalk.red`. */
function writesText(name: string, module: string): boolean {
  if (COLOURS.test(module)) return true;
  // What a file of one's own calls so may leave things out: `safeStringify` of `./redaction`.
  const isOwnText = /^[.~#]|^@\//.test(module) && wordsOf(name).some((word) => OF_TEXTS.has(word));
  if (saysEncoding(name)) return !isOwnText;
  return (
    (name === "encode" || name === "decode" || name === "encodeURI" || name === "encodeURL") &&
    wordsOf(module).some((word) => OF_ENCODINGS.has(word) || word === "base")
  );
}

const saysEncoding = remember((name) => {
  const words = wordsOf(name);
  return (
    // What makes an address of parts, as `stringifyUrl`, is asked about its parts.
    words.some(
      (word) => OF_ENCODINGS.has(word) || (OF_TEXTS.has(word) && !words.includes("url")),
    ) && words.every((word) => OF_ENCODINGS.has(word) || OF_TEXTS.has(word) || BESIDE.has(word))
  );
});

function traceText(tracing: Tracing, { node, path, frame }: AskedCall): Answer {
  if (path.length > 0) return CLEAN;
  const answers = node.arguments.map((given) => tracing.trace({ node: given, path, frame }));
  return flattened(unite([CLEAN, ...answers]));
}

interface Utility {
  readonly name: string;
  /** The value that it works on comes last. */
  readonly isLast: boolean;
}

const SAME = wordSet(
  "identity clone cloneDeep klona rfdc tap always constant compact uniq sortBy orderBy reverse shuffle defaultTo toPlainObject",
);
const MERGES = wordSet(
  "merge mergeDeep mergeRight mergeLeft mergeDeepRight mergeDeepLeft mergeAll mergeWith defaults defaultsDeep assign assignIn extend deepmerge defu xtend concat",
);
const TEXTS = wordSet(
  "toString trim trimStart trimEnd trimChars escape unescape toLower toUpper upperFirst lowerFirst pad padStart padEnd repeat deburr join",
);

function traceUtility(
  tracing: Tracing,
  asked: AskedCall,
  { name, isLast }: Utility,
): Answer | undefined {
  const given = isLast ? asked.node.arguments.toReversed() : asked.node.arguments;
  const [value, wanted] = given;
  if (value === undefined || (isLast && given.length < 2 && NEEDS_NAMES.has(name)))
    return undefined;
  const { path, frame } = asked;
  const own = (at: Path): Answer => tracing.trace({ node: value, path: at, frame });
  if (SAME.has(name) || name === "object-assign") return own(path);
  if (MERGES.has(name)) {
    return merged(tracing, asked, FIRST_WINS.test(name));
  }
  if (TEXTS.has(name)) return path.length > 0 ? CLEAN : flattened(own([]));
  switch (name) {
    case "pick":
    case "omit":
      return chosen(own(path), {
        names: namesIn(tracing, given.slice(1)),
        path,
        keeps: name === "pick",
      });
    case "get":
    case "prop":
    case "path":
    case "result":
      return own([...(placeIn(tracing, wanted) ?? [ANY]), ...path]);
    case "values":
      return own(path.length === 0 ? [] : [ANY, ...path.slice(1)]);
    case "toPairs":
    case "entries":
      return path[1] === "0" ? CLEAN : own(path.length === 0 ? [] : [ANY, ...path.slice(2)]);
    case "head":
    case "first":
    case "last":
    case "find":
    case "sample":
      return own([ANY, ...path]);
    case "castArray":
      return path.length === 0 ? under(ANY, own([])) : own(path.slice(1));
    default:
      return undefined;
  }
}

/** Unlike the others, these keep what is there already. */
const FIRST_WINS = /^(?:defaults|defaultsDeep|defu|mergeLeft|mergeDeepLeft)$/;

/** What wins hides what others have under its names: `merge(config, { pleoApiKey: "…" })`. */
function merged(
  tracing: Tracing,
  { node: { arguments: given }, path, frame }: AskedCall,
  isFirst: boolean,
): Answer {
  const answers = given.map((node, at) => {
    const winners = isFirst ? given.slice(0, at) : given.slice(at + 1);
    const hidden = new Set(winners.flatMap(namesWritten));
    const answer = tracing.trace({ node, path, frame });
    const carried = answer.carried.filter(({ inside }) => !hidden.has(path[0] ?? inside[0] ?? ""));
    return { ...answer, carried };
  });
  return unite(answers);
}

function namesWritten(node: TSESTree.Node): readonly string[] {
  if (node.type !== "ObjectExpression") return [];
  // An object may be merged with what is there.
  return node.properties.flatMap((each) =>
    each.type === "Property" && each.value.type !== "ObjectExpression"
      ? (propertyName(each) ?? [])
      : [],
  );
}

const NEEDS_NAMES = wordSet("pick omit get prop path result");

interface Choice {
  /** `undefined` where they cannot be read. */
  readonly names: readonly string[] | undefined;
  readonly path: Path;
  readonly keeps: boolean;
}

function chosen(answer: Answer, { names, path, keeps }: Choice): Answer {
  if (answer.carried.length === 0) return answer;
  if (names === undefined) return CLEAN;
  // Lodash takes a name like `pleo.apiKey` for a place.
  const places = names.map((name) => name.split("."));
  const isNamed = (at: Path): boolean =>
    places.some((place) =>
      place.every((name, index) => {
        const own = at[index];
        return keeps ? own === undefined || own === ANY || own === name : own === name;
      }),
    );
  const carried = answer.carried.filter(({ inside }) => isNamed([...path, ...inside]) === keeps);
  return { ...answer, carried };
}

/** `"a", "b"` or `["a", "b"]`. */
function namesIn(
  { sourceCode }: Tracing,
  given: readonly TSESTree.Node[],
): readonly string[] | undefined {
  const names: string[] = [];
  for (const node of given) {
    const list = settledValue(sourceCode, node);
    const parts = list.type === "ArrayExpression" ? list.elements : [list];
    for (const part of parts) {
      const name = part === null ? undefined : literalText(bare(part));
      if (name === undefined) return undefined;
      names.push(name);
    }
  }
  return names;
}

function placeIn(tracing: Tracing, wanted: TSESTree.Node | undefined): Path | undefined {
  const names = wanted && namesIn(tracing, [wanted]);
  return names?.flatMap((name) => name.split("."));
}
