import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { findPleoHost } from "../../../src/pleo/hosts.ts";
import { wordsOf } from "../evidence/key-names.ts";
import { isNamedAfterPleo } from "../evidence/pleo-name.ts";
import { wordSet } from "../evidence/word-set.ts";
import { bare, lastNameOf, propertyName } from "../syntax/binding.ts";
import { settledValue } from "../syntax/constant-member.ts";
import type { HttpRequest } from "./request.ts";
import type { KnownUrl } from "./url.ts";
import { requestsByCallers } from "./wrapped-request.ts";

type SourceCode = TSESLint.SourceCode;

/** Does a request go to somebody else than Pleo, as far as the file tells or its names do? */
export function goesElsewhere(
  sourceCode: SourceCode,
  request: HttpRequest,
  furthest = FURTHEST,
): boolean {
  const urls = request.urls().filter(({ host, hostPart }) => host ?? hostPart);
  if (urls.length > 0 && urls.every((url) => isElsewhere(sourceCode, url))) return true;
  const isPleos = urls.some(({ host }) => host !== undefined && findPleoHost(host) !== undefined);
  if (isPleos || furthest === 0) return false;
  const told = requestsByCallers(sourceCode, request);
  return told.length > 0 && told.every((each) => goesElsewhere(sourceCode, each, furthest - 1));
}

/** Functions that hand on where to ask end somewhere. */
const FURTHEST = 2;

function isElsewhere(sourceCode: SourceCode, { host, hostPart }: KnownUrl): boolean {
  if (host !== undefined) return findPleoHost(host) === undefined;
  if (hostPart === undefined || isNamedAfterPleo(sourceCode, hostPart)) return false;
  const names = [hostPart, settledValue(sourceCode, hostPart)].flatMap(namesIn);
  return names.some((name) => wordsOf(name).some((word) => !ANYBODYS.has(word)));
}

/** Of an address these say nothing of whose it is. */
const ANYBODYS = wordSet(
  "api apis base url urls uri host hostname hosts endpoint endpoints origin server service services address root path domain port href link target",
  "external internal remote upstream backend gateway proxy http https web rest v env environment process import meta config cfg conf constants",
  "settings setting options opts option params args props vars app application client clients provider partner integration connector connection",
  "tenant customer company organization organisation account user users request req res response ctx context state data input body query this self it",
  "default main primary fallback our my the own full whole raw final current next new get read load required optional must value string str",
  "expense expenses spend finance accounting card cards entry entries export exports receipt receipts employee employees vendor vendors tag tags team",
  "production prod staging stage sandbox live test testing dev development local public private secure insecure region eu us to of for from in and or",
  "a b c d e i j k n o p r s t u x y z",
);

/** The names that an address is read by: `env.ERP_URL`, `this.config.erp.url`, `config.get("erp.url")`. */
function namesIn(part: TSESTree.Node): readonly string[] {
  const names: string[] = [];
  const whole = bare(part);
  let node = whole.type === "LogicalExpression" ? bare(whole.left) : whole;
  if (node.type === "CallExpression") {
    const [first] = node.arguments;
    if (first?.type === "Literal" && typeof first.value === "string") return [first.value];
    return [lastNameOf(node.callee) ?? ""];
  }
  for (; node.type === "MemberExpression"; node = bare(node.object)) {
    names.push(propertyName(node) ?? "");
  }
  if (node.type === "Identifier") names.push(node.name);
  return names;
}
