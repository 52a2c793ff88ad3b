import { decodeBase64 } from "../../src/key/encoding/base64.ts";
import { placeholderReason } from "../../src/key/judging/placeholder.ts";

/** No secret of an API is shorter or longer. */
const SHORTEST = 16;
const LONGEST = 512;

/**
 * What a text says instead of a secret: where the secret is, how it was made unreadable, or what to put there.
 */
const NO_SECRETS: readonly RegExp[] = [
  /[^!-~]/,
  // References and expressions.
  /^[$%@&!#:<{([]|[${%]\{|\{\{|\}\}|\$\(|<%|%>/,
  /(?:^|[^A-Za-z])(?:secrets?|process\.env|import\.meta|os\.environ|env|vars|vault|op|ssm|kms|keyvault|var|local|data)(?:\.[A-Za-z_]|\[|:\/\/|:)/i,
  /:\/\/|^[a-z]+:[a-z]+:/i,
  /^arn:|^projects\/|^(?:\.{1,2}|~)\/|^\/[\w.-]+\//,
  // Sealed, encrypted, hashed.
  /^(?:ENC\[|ENC\(|enc:|encrypted:|cipher|sealed:|secure:|age1|vault:|sops|AQICAH|AQECAH|CiQA|AgA|AgB|AgC|AgD|wcFMA|hQEMA|hQIMA)/,
  /^(?:sha\d*|md5|blake\w*|bcrypt|scrypt|argon\w*|pbkdf\w*|hmac\w*)[-:=_]/i,
  // UUIDs, dates, numbers, versions.
  /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i,
  /^[\d.:+\-_/TZ]+$/,
  /^v?\d+\.\d+/,
  // Addresses, files, calls.
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/,
  /^[\w-]+(?:\.[\w-]+)*\.(?:io|com|net|org|dev|local|internal|json|ya?ml|toml|env|txt|pem|key|crt|md|ts|js|py|rb|go|java|cs|php|html?|csv|xml)(?:$|[/:#?])/i,
  /[()[\]{}]/,
  // What samples say.
  /example|placeholder|change[-_]?me|dummy|fake|sample|redacted|your[-_]?|insert|replace|[xX]{4}|\*{2}|0{8}|[Tt]est[-_]?(?:key|token|secret)|TEST[-_]?(?:KEY|TOKEN|SECRET)|not[-_]?(?:a[-_]?)?(?:real|secret)|[-_]here\b|goes[-_]?here|foobar|lorem|deadbeef|cafebabe|abcdef|12345678|87654321|\.{3}|qwerty/i,
];

/** Could this be a secret, though its shape is not known? */
export function isSecretValue(value: string, minimumEntropy: number): boolean {
  if (value.length < SHORTEST || value.length > LONGEST) return false;
  if (!isRandom(value, minimumEntropy)) return false;
  const decoded = decodeText(value);
  return decoded === undefined || isSecretInBase64(decoded, minimumEntropy);
}

function isRandom(value: string, minimumEntropy: number): boolean {
  return (
    !NO_SECRETS.some((pattern) => pattern.test(value)) &&
    placeholderReason(value) === undefined &&
    entropyOf(value) >= minimumEntropy &&
    !isCounting(value) &&
    !isWorded(value)
  );
}

/** Bits for each character, by how often each occurs. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values())
    entropy -= (count / text.length) * Math.log2(count / text.length);
  return entropy;
}

/** `abcdef…`, `1122…`, `a1b2c3…`: more than half of all steps lead to the next character, or nowhere. */
function isCounting(value: string): boolean {
  const [letters, digits] = [value.replace(/[^A-Za-z]/g, ""), value.replace(/\D/g, "")];
  return goesInSteps(value, 0.5) || (goesInSteps(letters, 0.7) && goesInSteps(digits, 0.7));
}

function goesInSteps(text: string, share: number): boolean {
  let steps = 0;
  for (let index = 1; index < text.length; index++) {
    if (Math.abs(text.charCodeAt(index) - text.charCodeAt(index - 1)) <= 1) steps++;
  }
  return steps >= share * text.length && text !== "";
}

const MOST_OF_WORDS = 0.6;
const PART = /[A-Z]?[a-z]+|[A-Z]+|\d+/g;
/** `pleo_live_…`: what the secret is, before it begins. */
const INTRODUCTION = /^(?:[A-Za-z]{2,8}[_-]){1,3}(?=[^_-]{16})/;

/** `my-pleo-key-in-production`, `getPleoApiKey`: made for people to read. */
function isWorded(value: string): boolean {
  const parts = value.replace(INTRODUCTION, "").match(PART) ?? [];
  const all = parts.reduce((sum, part) => sum + part.length, 0);
  const worded = parts.filter(isWordLike).reduce((sum, part) => sum + part.length, 0);
  return worded >= MOST_OF_WORDS * all;
}

const SHORT_WORDS: ReadonlySet<string> = new Set(
  "api key app dev env url the and for not new old sql aws gcp kv prod prd stg sec cfg conf ref pls plp in ci cd to by is it my of at on set see use get id iam".split(
    " ",
  ),
);

/** Has vowels, as words have, and nowhere as many consonants as hardly a word has. */
function isWordLike(part: string): boolean {
  const word = part.toLowerCase();
  if (SHORT_WORDS.has(word)) return true;
  if (word.length < 4 || /\d|[^aeiouy]{4}/.test(word)) return false;
  const vowels = word.match(/[aeiouy]/g)?.length ?? 0;
  return vowels >= word.length / 4;
}

/** What a base64 text holds, if that is text. */
function decodeText(value: string): string | undefined {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(value)) return undefined;
  const decoded = decodeBase64(value);
  return /^[\t\n\r -~]{8,}$/.test(decoded) ? decoded : undefined;
}

function isSecretInBase64(decoded: string, minimumEntropy: number): boolean {
  const user = decoded.trim().replace(/:$/, "");
  return user.length >= SHORTEST && isRandom(user, minimumEntropy);
}
