import type { TSESTree } from "@typescript-eslint/utils";
import { CLEAN, fromSource, under, unite, type Answer } from "./answer.ts";
import { bare, lastNameOf, propertyName, wholeOf } from "../syntax/binding.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { remember } from "../evidence/remember.ts";
import { isNeutralKeyName, wordsOf } from "../evidence/key-names.ts";
import { answerByName } from "../evidence/names.ts";
import { givenTexts } from "./given-texts.ts";
import { nameInMarkup } from "./markup-names.ts";
import { chainOf, constantText } from "./trace-member.ts";
import type { Asked, Tracing } from "./tracing.ts";
import { keyMemberOf } from "./type-members.ts";
import { wordSet } from "../evidence/word-set.ts";

interface AskedCall extends Asked {
  readonly node: TSESTree.CallExpression;
}

/** Functions that give a value out by its name: from the environment, a configuration, an Action's inputs, a vault. */
const GETTERS =
  /^(?:(?:get|read|load|require|required|resolve|retrieve|access|mustGet|ensure|use)(?:[A-Z]\w*)?|fetch[A-Z]\w*|define(?:Secret|String)|env|envOrThrow|secret|secretValue|config|param|watch|send|execute)$/;

/** Of a secret, not itself. */
const TELLS_ABOUT =
  /^get\w*(?:Meta|Metadata|Versions?|Polic(?:y|ies)|Expiry|Expiration|Info|Age|Tags|Labels|History|Status|Rotation|Description|Boolean(?:Value|Details)?|Number(?:Value|Details)?)$/;

/** And the commands that do so, if they are objects that are sent. */
const GETS = /^(?:Batch)?(?:Get|Read|Access|Decrypt)/;

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
export function readByName(tracing: Tracing, { node, path, frame }: AskedCall): Answer | undefined {
  const callee = bare(node.callee);
  const name = lastNameOf(callee);
  if (name === undefined) return undefined;
  return (
    readNamedValue(tracing, { name, callee, node, path, frame }) ??
    readByFunction(tracing, { name, node, path }) ??
    readIntoKey(tracing, { name, node, path })
  );
}

interface NamedRead {
  readonly name: string;
  readonly node: TSESTree.CallExpression;
  readonly path: Asked["path"];
}

function readNamedValue(
  tracing: Tracing,
  { name, callee, node, path, frame }: NamedRead & AskedCall & { readonly callee: TSESTree.Node },
): Answer | undefined {
  const inMarkup = nameInMarkup(node, path);
  const isGetter = inMarkup !== undefined || (GETTERS.test(name) && !TELLS_ABOUT.test(name));
  if (!isGetter) return undefined;
  const owners = callee.type === "MemberExpression" ? chainOf(tracing, callee.object) : [];
  if (showsTexts(owners)) return undefined;
  const names = inMarkup === undefined ? wantedNames(tracing, { node, path, frame }) : [inMarkup];
  const answers = names.flatMap(
    (wanted) => readWanted(tracing, { wanted, owners, node, path }) ?? [],
  );
  return answers.length === 0 ? undefined : unite(answers);
}

/** What is asked for, or what the function around it is told to ask for: `(name) => Deno.env.get(name)`. */
function wantedNames(tracing: Tracing, { node, frame }: AskedCall): readonly string[] {
  const wanted = wantedName(tracing, node);
  if (wanted !== undefined) return [wanted];
  const [first] = node.arguments;
  if (first === undefined || frame === undefined) return [];
  return givenTexts(tracing, { node: first, path: [], frame }) ?? [];
}

function readWanted(
  tracing: Tracing,
  { wanted, owners, node, path }: WantedRead & { readonly owners: readonly string[] },
): Answer | undefined {
  if (wanted.includes("://")) return undefined;
  if (!/pleo/i.test(wanted + owners.join())) return undefined;
  const chain = [...owners.slice(-1), ...wanted.split(/[./:\s]+/)];
  const answer = answerByName(tracing.names, { chain, path: [], node });
  const joined = wanted.replace(/[^A-Za-z0-9]+/g, "_");
  const isKey =
    answer.carried.length > 0 ||
    answerByName(tracing.names, { chain: [joined], path: [], node }).carried.length > 0;
  if (isKey) {
    return path.some(saysWhatItIs) ? CLEAN : fromSource({ text: `\`${wanted}\``, node });
  }
  // All that is kept under Pleo's name may hold a key, if its type says so.
  if (/(?:^|[./:\s])pleo$/i.test(wanted)) return readAmongOthers(tracing, { wanted, node, path });
  return answer.isKnown ? CLEAN : undefined;
}

interface WantedRead extends Pick<NamedRead, "node" | "path"> {
  readonly wanted: string;
}

/** `config.getOrThrow<PleoConfig>("pleo")`, and `(await vault.read("secret/pleo")).data.apiKey`. */
function readAmongOthers(tracing: Tracing, { wanted, node, path }: WantedRead): Answer | undefined {
  const text = `\`${wanted}\``;
  const last = path.at(-1);
  if (last !== undefined) {
    return isNeutralKeyName(last)
      ? fromSource({ text: `\`${last}\` of ${text}`, node })
      : undefined;
  }
  const [type] = node.typeArguments?.params ?? [];
  const member = type && keyMemberOf(tracing, type);
  if (member === undefined) return undefined;
  return under(member, fromSource({ text: `${text}, whose \`${member}\` is one`, node }));
}

/** Of what a vault answers: which secret it is, since when, until when, and who may have it. */
const ABOUT_SECRET = wordSet(
  "arn id ids name names version versions stage stages type kind status state path date time at on created updated modified rotated",
  "expires expiry expiration expire ttl lease renewable enabled meta metadata properties tags labels label attributes annotations description",
  "environment region owner etag length count size ok found hit cached warnings request auth wrap url uri policies recovery level",
);

/** `versionId`, `createdAt`, `lease_duration`, `$metadata`. */
const saysWhatItIs = remember((name) => {
  const words = wordsOf(name);
  return ABOUT_SECRET.has(words.at(-1) ?? "") || ABOUT_SECRET.has(words[0] ?? "");
});

/** A version of a secret is named behind it. */
const VERSION = /\/versions?\/[^/]+$/;

function wantedName(tracing: Tracing, call: TSESTree.CallExpression): string | undefined {
  const [given, second] = call.arguments;
  if (given === undefined) return undefined;
  const text = readableText(tracing, given);
  if (text !== undefined) return withAccount(tracing, text, second);
  const first = settledValue(tracing.sourceCode, given);
  if (first.type === "NewExpression" && !GETS.test(lastNameOf(first.callee) ?? "Get"))
    return undefined;
  const options = first.type === "NewExpression" ? first.arguments[0] : first;
  const settled = options && settledValue(tracing.sourceCode, options);
  if (settled?.type !== "ObjectExpression") return undefined;
  for (const property of settled.properties) {
    if (property.type !== "Property" || !NAMES_THE_VALUE.has(propertyName(property) ?? ""))
      continue;
    const named = readableText(tracing, property.value);
    if (named !== undefined) return named;
  }
  return undefined;
}

/** `getPassword("pleo", "api-key")`. */
function withAccount(tracing: Tracing, text: string, second: TSESTree.Node | undefined): string {
  const more =
    second === undefined || !/^pleo$/i.test(text) ? undefined : readableText(tracing, second);
  return more === undefined ? text : `${text}/${more}`;
}

/** What a text says of where a secret lies, whatever stands for its stage or its project. */
function readableText(tracing: Tracing, node: TSESTree.Node): string | undefined {
  const text = constantText(tracing, node) ?? templateText(settledValue(tracing.sourceCode, node));
  return text?.replace(/^op:\/\//, "").replace(VERSION, "");
}

function templateText(node: TSESTree.Node): string | undefined {
  if (node.type !== "TemplateLiteral") return undefined;
  const parts = node.quasis.map(({ value }) => value.cooked ?? "");
  return /pleo/i.test(parts.join("")) ? parts.join(ANY_STAGE) : undefined;
}

const ANY_STAGE = "prod";

/** `getPleoApiKey()`, `this.vault.readPleoToken()`. */
function readByFunction(tracing: Tracing, { name, node, path }: NamedRead): Answer | undefined {
  const [verb = "", ...rest] = wordsOf(name);
  if (!GIVES.test(verb) || !rest.includes("pleo")) return undefined;
  const noun = rest.join("_");
  const answer = answerByName(tracing.names, { chain: [noun], path, node });
  return answer.carried.length > 0 ? fromSource({ text: `\`${name}()\``, node }) : undefined;
}

/** Tell about what they are told the name of, or make something of the name. */
const TELLS =
  /^(?:has|is|set|put|save|store|write|add|create|make|build|update|delete|remove|clear|drop|revoke|rotate|rename|validate|check|verify|assert|expect|log|warn|print|report|track|count|hash|mask|redact|label|translate|t|format|describe|hint|cache|derive|generate|import|sign|encode|register|mock|stub|confirm|locator|issue|slugify|column|key)$/;
/** `page.getByLabel("pleoApiKey")`, `screen.findByLabelText(…)` find elements of a page. */
const OF_PAGES = /By(?:Label|Text|Role|TestId|Placeholder|Title|AltText|DisplayValue)/;

/** `const nøkkel = await hent("pleoApiKey")`: what is kept as a key, and is asked for by the name of one. */
function readIntoKey(tracing: Tracing, { name, node, path }: NamedRead): Answer | undefined {
  if (path.length > 0 || node.parent.type !== "AwaitExpression") return undefined;
  const holder = wholeOf(node).parent;
  const kept = holder?.type === "VariableDeclarator" ? lastNameOf(holder.id) : undefined;
  if (kept === undefined || !isNeutralKeyName(kept)) return undefined;
  if (TELLS.test(wordsOf(name)[0] ?? "") || OF_PAGES.test(name)) return undefined;
  const wanted = node.arguments
    .map((argument) => constantText(tracing, argument))
    .find((text) => text !== undefined && isNameOfKey(tracing, text));
  return wanted === undefined ? undefined : fromSource({ text: `\`${wanted}\``, node });
}

function isNameOfKey({ names }: Tracing, text: string): boolean {
  return names.isKey([text]) || names.isKey(["env", text]);
}
