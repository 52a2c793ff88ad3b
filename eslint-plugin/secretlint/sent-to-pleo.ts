import { decodeBase64 } from "../../src/key/encoding/base64.ts";
import { tokenKind } from "../../src/key/judging/token.ts";
import type { FileKind } from "./file-kind.ts";
import { plainFinding } from "./finding.ts";
import type { Finding, MessageId, Range } from "./finding.ts";
import { matchAt } from "./match-at.ts";
import { isSampleToken } from "./tokens.ts";

/** A host of Pleo's, whatever it is for; a look-alike is nobody. */
const HOST = /(?<![\w-]|[\w-]\.)(?:[a-z][a-z0-9-]{0,40}\.){0,3}pleo\.io(?![\w-]|\.[a-z])/gi;

interface Reading {
  readonly kind: FileKind;
  readonly isSecret: (value: string) => boolean;
}

/** Credentials of whatever shape, and references to them, that are on their way to Pleo. */
export function findSentToPleo(text: string, reading: Reading): readonly Finding[] {
  const hosts = Array.from(text.matchAll(HOST), ({ 0: host, index }): Range => [
    index,
    index + host.length,
  ]);
  return [
    ...hosts.flatMap(([start, end]) => [
      ...userBefore(text, start, reading),
      ...parametersAfter(text, end, reading),
    ]),
    ...(hosts.length === 0 ? [] : findCredentials(text, reading)),
  ];
}

const LONGEST_USER = 300;
/** What a text in Python has to fill in, with quotes of its own: `{os.environ['NAME']}`, `{os.getenv('NAME', '')}`. */
const LOOK_UP = String.raw`\{[A-Za-z_][\w.]{0,60}(?:(?:\[["']?\w{1,80}["']?\]){1,3}|\(["']\w{1,80}["'][^(){}\n]{0,40}\))\}`;
const USER = new RegExp(String.raw`:\\{0,2}/\\{0,2}/((?:${LOOK_UP}|[^\s/@"'\`<>]){1,256})@$`);
/** What a program puts there when it runs. */
const REFERENCE = new RegExp(
  String.raw`^(?:\$\{?[\w(]|\$\{\{|\{\{|%[A-Za-z_]\w*%|%[sv]|#\{|\\\(|${LOOK_UP})|\{[\w.]*\}`,
);

function userBefore(text: string, host: number, { kind, isSecret }: Reading): readonly Finding[] {
  const before = text.slice(Math.max(0, host - LONGEST_USER), host);
  const user = USER.exec(before)?.[1];
  if (user === undefined) return [];
  const start = host - 1 - user.length;
  const name = /^(?:\$\{\{.{1,80}?\}\}|\$?\{.{1,80}?\}|[^:])+/.exec(user)?.[0] ?? "";
  return inUrl(name, { start, mayRefer: kind !== "document", isSecret });
}

interface UrlValue {
  readonly start: number;
  readonly mayRefer: boolean;
  readonly isSecret: (value: string) => boolean;
}

function inUrl(value: string, { start, mayRefer, isSecret }: UrlValue): readonly Finding[] {
  if (isSecret(value)) return [plainFinding("PLEO_KEY_IN_URL", value, start)];
  const isReference = mayRefer && REFERENCE.test(value);
  return isReference
    ? [{ messageId: "PLEO_KEY_IN_URL", range: [start, start + value.length] }]
    : [];
}

const REST_OF_URL = new RegExp(
  String.raw`(?:\$\{\{[^}\n]{0,80}\}\}|${LOOK_UP}|[$#]?\{[^}\s]{0,80}\}|\$\([^)\n]{0,80}\)|[^\s"'\`<>{}\\]){0,600}`,
  "y",
);
const PARAMETER = new RegExp(
  [
    "[?&](?:(?:pleo[_-]?)?(?:api[_-]?key|key|token|auth|secret)|(?:access|auth|api|bearer)[_-]?token|authorization|credentials?)",
    String.raw`=((?:[$#]\{\{?[^}\n]{0,80}\}\}?|${LOOK_UP}|[^&#\s"'\`<>\\])*)`,
  ].join(""),
  "gi",
);
/** The address ends there, and what comes next is added to it. */
const ADDED = /^["'`]\s{0,40}(?:[+.&]|<>|\|\||%|,)\s{0,40}[A-Za-z_$@(]/;

function parametersAfter(
  text: string,
  host: number,
  { kind, isSecret }: Reading,
): readonly Finding[] {
  const rest = matchAt(REST_OF_URL, text, host)?.text ?? "";
  if (!rest.includes("=")) return [];
  return Array.from(rest.matchAll(PARAMETER)).flatMap(({ 0: parameter, 1: value = "", index }) => {
    const end = host + index + parameter.length;
    const start = end - value.length;
    const mayRefer = kind !== "document";
    if (value !== "") return inUrl(value, { start, mayRefer, isSecret });
    const isAdded = mayRefer && end === host + rest.length && ADDED.test(text.slice(end, end + 90));
    return isAdded
      ? [
          {
            messageId: "PLEO_KEY_IN_URL" as const,
            range: [end - parameter.length + 1, end] as const,
          },
        ]
      : [];
  });
}

/** How far from the host a credential may stand: within one command, request or entry of a collection. */
const REACH = 700;

const CREDENTIALS: readonly RegExp[] = [
  /\b(?<scheme>Basic|Bearer)[ \t]+(?<value>[A-Za-z0-9._~+/=-]{16,2048})/gi,
  // `"bearer": "…"` of Thunder Client, `"type": "bearer", "token": "…"`, `"bearer": [{ "key": "token", "value": "…"`.
  /"(?<scheme>bearer)\\{0,3}"(?:[^<>}]{0,120}?"(?:token|value)\\{0,3}")?\s{0,4}:\s{0,4}\\{0,3}"(?<value>[A-Za-z0-9._~+/=-]{16,2048})/gi,
  /(?<=[\s"',[])(?:-u|--user|-a|--auth)["']?[\s=,]{1,4}\\{0,3}["']?(?<value>[^\s"':\\]{16,256})/g,
  /(?<=[\s{,(<"'])user_?name\\{0,3}["']?\s{0,4}[:=]\s{0,4}\\{0,3}["']?(?<value>[^\s"',}\\]{16,256})/gi,
  /"key\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}"username\\{0,3}"\s{0,4},\s{0,40}\\{0,3}"value\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}"(?<value>[^\s"\\]{16,256})/g,
  /"value\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}"(?<value>[^\s"\\]{16,256})\\{0,3}"\s{0,4},\s{0,40}\\{0,3}"key\\{0,3}"\s{0,4}:\s{0,4}\\{0,3}"username/g,
  /(?:\bauth\s{0,4}[=:]\s{0,4}[([]|basic_?auth\(|authenticator\(|credentials\()\s{0,40}[bfru@$]?["'](?<value>[^\s"']{16,256})["']/gi,
];

function findCredentials(text: string, reading: Reading): readonly Finding[] {
  return CREDENTIALS.flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap(({ 0: match, index, groups = {} }) => {
      const { scheme, value = "" } = groups;
      const start = index + match.lastIndexOf(value);
      const range: Range = [start, start + value.length];
      const messageId = judge(value, scheme?.toLowerCase(), reading);
      if (messageId === undefined || !goesToPleo(text, range)) return [];
      return [plainFinding(messageId, value, start)];
    }),
  );
}

function judge(
  value: string,
  scheme: string | undefined,
  { isSecret }: Reading,
): MessageId | undefined {
  if (scheme === "bearer") {
    if (tokenKind(value) !== undefined)
      return isSampleToken(value) ? undefined : "PLEO_LEGACY_TOKEN";
    return isSecret(value) ? "PLEO_KEY_ASSIGNMENT" : undefined;
  }
  if (scheme === undefined) return isSecret(value) ? "PLEO_BASIC_AUTH" : undefined;
  const [user = "", password = ""] = decodeBase64(value).split(":");
  const isReadable = /^[!-~]+$/.test(user);
  return isReadable && (isSecret(user) || isSecret(password)) ? "PLEO_BASIC_AUTH" : undefined;
}

/** An address, or a host of Pleo's by itself. */
const ADDRESS = new RegExp(`:\\\\{0,2}/\\\\{0,2}/(?=[^\\s/"'\`<>])|${HOST.source}`, "gi");

const NEXT_REQUEST = /\n###/;
const LONGEST_HOST = 30;

interface Way {
  /** Out of how many braces one has to go. */
  readonly climbs: number;
  readonly distance: number;
  readonly isToPleo: boolean;
}

/** Is the nearest address Pleo's? In a collection of requests that is the one with the fewest braces on the way. */
function goesToPleo(text: string, [start, end]: Range): boolean {
  const [before = ""] = text
    .slice(Math.max(0, start - REACH), start)
    .split(NEXT_REQUEST)
    .slice(-1);
  const [behind = ""] = text.slice(end, end + REACH + LONGEST_HOST).split(NEXT_REQUEST, 1);
  const ways = [...waysTo(before, "back"), ...waysTo(behind, "on")];
  const [nearest] = ways
    .filter(({ distance }) => distance <= REACH)
    .sort((one, other) => one.climbs - other.climbs || one.distance - other.distance);
  return nearest?.isToPleo === true;
}

function waysTo(near: string, direction: "back" | "on"): readonly Way[] {
  const isBack = direction === "back";
  return Array.from(near.matchAll(ADDRESS), ({ 0: address, index }) => ({
    climbs: climbsOver(isBack ? near.slice(index) : near.slice(0, index), isBack ? "{" : "}"),
    distance: isBack ? near.length - index : index,
    isToPleo:
      /pleo\.io$/i.test(address) ||
      /^[:\\/]{3,7}[^\s/"'`<>]{0,256}pleo\.io(?![\w-]|\.[a-z])/i.test(near.slice(index)),
  }));
}

/** How many braces of this kind have no partner in the text. */
function climbsOver(between: string, out: "{" | "}"): number {
  const braces = between.match(/[{}]/g) ?? [];
  let [depth, climbs] = [0, 0];
  for (const brace of out === "{" ? braces.toReversed() : braces) {
    if (brace !== out) depth++;
    else if (depth > 0) depth--;
    else climbs++;
  }
  return climbs;
}
