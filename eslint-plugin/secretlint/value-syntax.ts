import type { FileKind } from "./file-kind.ts";
import type { Range } from "./finding.ts";
import { matchAt } from "./match-at.ts";

/** A value that is written in a text. */
export interface WrittenValue {
  readonly text: string;
  readonly range: Range;
}

const LONGEST_WAY = 400;

/** What may stand between a name and its value: the end of quotes and brackets, a type, accessors of C#, then the sign. */
const TO_SIGN = new RegExp(
  [
    "(?<closing>\\\\{0,3}[\"'`])?[\\])]{0,2}",
    "(?:[ \\t]*[?!]?:[ \\t]*(?:[&*](?:'static )?)?[A-Za-z_][\\w<>[\\]?.|&]{0,50}(?: \\w{1,20})?(?=[ \\t]*=))?",
    // `var pleoApiKey string = …`: a word in front of the sign is a type only if it is known for one.
    "(?:[ \\t]+string(?=[ \\t]*=))?",
    "(?:\\s{0,40}\\{[ \\t]{0,20}get;[\\w; \\t]{0,60}\\}(?=[ \\t]{0,20}=))?",
    "(?<gap>\\s{0,20})",
    "(?<sign>=>|<{1,2}-|:=|:-|\\?\\?=|\\|\\|=|\\?=|\\+=|={1,3}|!={1,2}|::|:|\\|\\||\\?\\?|\\?:|,|or(?= )|->)",
    "(?<space>[ \\t]*(?:\\\\{0,2}\\r?\\n[ \\t]{0,80})?)",
  ].join(""),
  "y",
);

/** Makes a secret of its argument and does nothing else. */
const WRAPPERS =
  "(?:(?:new[ \\t]+)?(?:SecretStr|SecretString|SecureString|Secret|Some|String::from|String|str|Redacted(?:\\.make)?|Buffer\\.from|(?:cdk\\.)?SecretValue\\.unsafePlainText|(?:pulumi|aws)\\.(?:secret|String)|Optional\\.of|sensitive|base64encode|btoa|b64encode)\\([ \\t]*)?";
const TAG = "(?:!!str[ \\t]+|&\\w{1,30}[ \\t]+)?";
const BLOCK = "(?:[|>][+-]?\\d?[ \\t]*\\r?\\n[ \\t]+)?";
const OPENING = new RegExp(
  `${TAG}${BLOCK}${WRAPPERS}(?:[fFrRbBuU]{1,2}(?=["'])|[@$LN](?=["']))?(?:"(?=\\\\"))?(?<quote>\\\\{0,3}(?:"""|'''|["'\`]))?`,
  "y",
);
const SCHEME = /(?:Basic|Bearer|Token)[ \t]+/iy;
const LONGEST_VALUE = 2048;
const BARE = new RegExp(`[^\\s"'\`<>{}()[\\],;|&\\\\]{1,${LONGEST_VALUE}}`, "y");

/** The value that a name which ends at `end` is given; `undefined` if it is given none. */
export function valueAfter(text: string, end: number, kind: FileKind): WrittenValue | undefined {
  const match = matchAt(TO_SIGN, text, end);
  if (match === undefined) return undefined;
  const { closing, gap = "", sign = "", space = "" } = match.groups;
  // A comma is a sign only after a name between quotes, as an argument or an entry of a list has it.
  if (sign === "," && (closing === undefined || kind === "table")) return undefined;
  const isTight = gap === "" && space === "";
  const mayBeBare = BARE_SIGN.test(sign) && !space.includes("\n") && isBareIn(kind, sign, isTight);
  return readValue(text, match.end, mayBeBare);
}

const BARE_SIGN = /^(?::?=|:|:-|\?=)$/;

/** Does a value need no quotes here? In a program only as a part of a text, as it is written in files of settings. */
function isBareIn(kind: FileKind, sign: string, isTight: boolean): boolean {
  if (kind === "settings" || kind === "table" || sign === ":-") return true;
  return (isTight && sign === "=") || (kind !== "source" && !isTight);
}

/** The value that begins at `start`. */
export function readValue(
  text: string,
  start: number,
  mayBeBare: boolean,
): WrittenValue | undefined {
  const opening = matchAt(OPENING, text, start);
  const quote = opening?.groups["quote"];
  const opened = opening?.end ?? start;
  const from = matchAt(SCHEME, text, opened)?.end ?? opened;
  if (quote === undefined) return mayBeBare ? readBare(text, from) : undefined;
  const near = text.slice(from, from + LONGEST_VALUE + 1);
  const length = near.indexOf(quote);
  if (length < 0) return undefined;
  return trimmed(near.slice(0, length), from);
}

function readBare(text: string, start: number): WrittenValue | undefined {
  const value = matchAt(BARE, text, start)?.text;
  if (value === undefined || text.charAt(start + value.length) === "(") return undefined;
  return trimmed(value, start);
}

function trimmed(value: string, start: number): WrittenValue {
  const text = value.trim();
  const from = start + value.indexOf(text);
  return { text, range: [from, from + text.length] };
}

/** `NAME value` of recipes and command lines. */
const BEFORE_SPACED =
  /(?:^|[\s;&|"'])(?:ENV|set(?: -\w+)*|setenv|setx|secrets? set|secret put|config set|env:set|env set|variables? set|user-secrets set|git config(?: --\w+)*|#[ \t]*define)[ \t]+["']?$/i;
const SPACED = /["']?[ \t]+(?=[@"'\w])/y;
const FLAG =
  /["']?[ \t](?:[^\n]{0,200}?[ \t])?(?:\\\r?\n[ \t]*)?(?:--body|-b|--value|--secret-string|--secret-value|--plaintext|--data|-Value)[ \t=]+/iy;

/** The value that follows a name on a command line. */
export function spacedValue(text: string, [start, end]: Range): WrittenValue | undefined {
  const flag = matchAt(FLAG, text, end);
  if (flag !== undefined) return readValue(text, flag.end, true);
  const before = text.slice(Math.max(0, start - 60), start);
  if (!BEFORE_SPACED.test(before) && !text.startsWith("--", start)) return undefined;
  const space = matchAt(SPACED, text, end);
  return space === undefined ? undefined : readValue(text, space.end, true);
}

const NAMING =
  /(?:^|[\s{,(<"'-])(?:name|key|id|secret_?name|field|label|variable_name)\\{0,3}["']?\s{0,30}[:=]\s{0,4}\\{0,3}["']?$/i;
const DECLARING = /(?:variable|resource[ \t]+"[\w-]{1,60}"|data[ \t]+"[\w-]{1,60}")[ \t]+"$/;
const VALUE_FIELD =
  /(?:^|[\s{,"'(])(?:value|val|default|secret_string|secret_data|plaintext_value|plaintext|string_?value|currentValue|initialValue|secret_value|content)\\{0,3}["']?\s{0,30}[:=]\s{0,4}/i;
const NEXT_ENTRY = /[}\]>]|\n[ \t]*\r?\n|[\s{,](?:name|key)\\{0,3}["']?\s{0,4}[:=]|\n[ \t]*-[ \t]/i;
const END_OF_BLOCK = /\n\}/;

/** The value of an entry that names its variable in one field and gives the value in another. */
export function valueOfEntry(text: string, [start, end]: Range): WrittenValue | undefined {
  const before = text.slice(Math.max(0, start - 120), start);
  const isDeclared = DECLARING.test(before);
  if (!isDeclared && !NAMING.test(before)) return undefined;
  const after = text.slice(end, end + LONGEST_WAY);
  const stop = after.search(isDeclared ? END_OF_BLOCK : NEXT_ENTRY);
  const field = VALUE_FIELD.exec(stop < 0 ? after : after.slice(0, stop));
  if (field !== null) return readValue(text, end + field.index + field[0].length, true);
  return valueBefore(text, start);
}

/** `{ "value": …, "key": NAME }`. */
function valueBefore(text: string, start: number): WrittenValue | undefined {
  const floor = Math.max(0, start - LONGEST_WAY);
  const before = text.slice(floor, start);
  const open = before.lastIndexOf("{");
  if (open < 0 || before.includes("}", open)) return undefined;
  const field = VALUE_FIELD.exec(before.slice(open));
  return field === null
    ? undefined
    : readValue(text, floor + open + field.index + field[0].length, true);
}

const ELEMENT_VALUES: readonly RegExp[] = [
  // `<PleoApiKey>…`, and `<string name="pleo_api_key">…`.
  /["']?(?:[ \t][\w:.-]{1,40}=["'][^"'<>]{0,80}["']){0,4}[ \t]*>\s{0,40}(?=[^<\s])/y,
  // `<key>PLEO_API_KEY</key><string>…`.
  /<\/(?:key|name)>\s{0,80}<(?:string|value)>\s{0,40}/iy,
];

/** The content of an element that has the name, or comes after an element with it. */
export function valueOfElement(text: string, [start, end]: Range): WrittenValue | undefined {
  if (!/<[^<>]{0,80}$|<(?:key|name)>$/i.test(text.slice(Math.max(0, start - 90), start)))
    return undefined;
  for (const element of ELEMENT_VALUES) {
    const opening = matchAt(element, text, end);
    if (opening !== undefined) return readBare(text, opening.end);
  }
  return undefined;
}
