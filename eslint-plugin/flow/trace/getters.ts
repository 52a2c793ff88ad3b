import type { TSESTree } from "@typescript-eslint/utils";
import { CLEAN, fromSource, under, type Answer } from "./answer.ts";
import { bare, lastNameOf, propertyName } from "../syntax/binding.ts";
import { wordsOf } from "../evidence/key-names.ts";
import { answerByName } from "../evidence/names.ts";
import { chainOf, constantText } from "./trace-member.ts";
import type { Asked, Tracing } from "./tracing.ts";
import { keyMemberOf } from "./type-members.ts";
import { wordSet } from "../evidence/word-set.ts";

interface AskedCall extends Asked {
  readonly node: TSESTree.CallExpression;
}

/** Functions that give a value out by its name: from the environment, a configuration, an Action's inputs, a vault. */
const GETTERS =
  /^(?:(?:get|read|load|require|required|resolve|retrieve|access|mustGet|ensure|use)(?:[A-Z]\w*)?|fetch[A-Z]\w*|env|envOrThrow|secret|secretValue|config|param|send|execute)$/;

/** What shows texts to people, in their language, has names of texts, not of values. */
const SHOWS_TEXTS =
  /^(?:i18n|intl|t|translat\w*|messages?|labels?|locales?|texts?|strings|dict\w*|copy)$/i;

export function showsTexts(owners: readonly string[]): boolean {
  return owners.some((owner) => SHOWS_TEXTS.test(owner));
}

/** Under these an options object says which value is wanted. */
const NAMES_THE_VALUE: ReadonlySet<string> = wordSet(
  "SecretId Name name secretId secretName key path id",
);

const GIVES =
  /^(?:get|fetch|read|load|resolve|decrypt|require|retrieve|find|lookup|obtain|ask|prompt)$/;

/** What a call reads whose name, or whose argument's name, says that it is a key; `undefined` if neither does. */
export function readByName(tracing: Tracing, { node, path }: AskedCall): Answer | undefined {
  const callee = bare(node.callee);
  const name = lastNameOf(callee);
  if (name === undefined) return undefined;
  return (
    readNamedValue(tracing, { name, callee, node, path }) ??
    readByFunction(tracing, { name, node, path })
  );
}

interface NamedRead {
  readonly name: string;
  readonly node: TSESTree.CallExpression;
  readonly path: Asked["path"];
}

function readNamedValue(
  tracing: Tracing,
  { name, callee, node, path }: NamedRead & { readonly callee: TSESTree.Node },
): Answer | undefined {
  if (!GETTERS.test(name)) return undefined;
  const owners = callee.type === "MemberExpression" ? chainOf(tracing, callee.object) : [];
  if (showsTexts(owners)) return undefined;
  const wanted = wantedName(tracing, node);
  if (wanted === undefined || wanted.includes("://")) return undefined;
  if (!/pleo/i.test(wanted + owners.join())) return undefined;
  const chain = [...owners.slice(-1), ...wanted.split(/[./:\s]+/)];
  const answer = answerByName(tracing.names, { chain, path: [], node });
  if (answer.carried.length > 0) {
    return path.length > 0 && SAYS_WHAT_IT_IS.test(path.at(-1) ?? "")
      ? CLEAN
      : fromSource({ text: `\`${wanted}\``, node });
  }
  const joined = answerByName(tracing.names, {
    chain: [wanted.replace(/[^A-Za-z0-9]+/g, "_")],
    path: [],
    node,
  });
  if (joined.carried.length > 0) return fromSource({ text: `\`${wanted}\``, node });
  // All that is kept under Pleo's name may hold a key, if its type says so.
  if (/(?:^|[./:\s])pleo$/i.test(wanted)) return readTyped(tracing, { wanted, node, path });
  return answer.isKnown ? CLEAN : undefined;
}

interface WantedRead extends Pick<NamedRead, "node" | "path"> {
  readonly wanted: string;
}

/** `config.getOrThrow<PleoConfig>("pleo")`. */
function readTyped(tracing: Tracing, { wanted, node, path }: WantedRead): Answer | undefined {
  const [type] = path.length === 0 ? (node.typeArguments?.params ?? []) : [];
  const member = type && keyMemberOf(tracing, type);
  if (member === undefined) return undefined;
  const text = `\`${wanted}\`, whose \`${member}\` is one`;
  return under(member, fromSource({ text, node }));
}

/** Of what a vault answers. */
const SAYS_WHAT_IT_IS =
  /^(?:ARN|VersionId|CreatedDate|Name|name|version|id|createTime|length|updatedOn)$/;

function wantedName(
  tracing: Tracing,
  { arguments: [first] }: TSESTree.CallExpression,
): string | undefined {
  if (first === undefined) return undefined;
  const text = constantText(tracing, first);
  if (text !== undefined) return text;
  const options = first.type === "NewExpression" ? first.arguments[0] : first;
  if (options?.type !== "ObjectExpression") return undefined;
  for (const property of options.properties) {
    if (property.type !== "Property" || !NAMES_THE_VALUE.has(propertyName(property) ?? ""))
      continue;
    const named = constantText(tracing, property.value);
    if (named !== undefined) return named;
  }
  return undefined;
}

/** `getPleoApiKey()`, `this.vault.readPleoToken()`. */
function readByFunction(tracing: Tracing, { name, node, path }: NamedRead): Answer | undefined {
  const [verb = "", ...rest] = wordsOf(name);
  if (!GIVES.test(verb) || !rest.includes("pleo")) return undefined;
  const noun = rest.join("_");
  const answer = answerByName(tracing.names, { chain: [noun], path, node });
  return answer.carried.length > 0 ? fromSource({ text: `\`${name}()\``, node }) : undefined;
}
