import { isCleansingName } from "../flow/evidence/key-names.ts";
import type { Range } from "./finding.ts";
import { isInComment } from "./line.ts";
import type { SecretNames } from "./secret-names.ts";

/** Calls that print or log, in the languages of servers, scripts and apps. */
const SINKS = new RegExp(
  [
    "(?<![\\w$.])(?:",
    [
      "console\\.(?:log|info|warn|error|debug|trace|dir|table)",
      "print|println|printf|eprintln!|println!|eprint!|print!|dbg!|pprint|puts|pp|var_dump|print_r|var_export|error_log|syslog|NSLog|os_log|debugPrint|dump|dd",
      "fmt\\.(?:Print|Printf|Println)|fmt\\.Fprint(?:f|ln)?(?=\\(os\\.Std)",
      "System\\.(?:out|err)\\.print(?:ln|f)?",
      "(?:System\\.)?Console\\.(?:Write|WriteLine|Error\\.Write(?:Line)?)|(?:Debug|Trace)\\.Write(?:Line)?",
      "(?:(?:this|self)(?:\\.|->)|\\$this->|@)?(?:(?:\\w{0,20}_)?(?:log|logger|logging|slog)|\\w{0,20}(?:Log|Logger|Logging|LOG|LOGGER|Timber))(?:\\.|->|::)(?:\\w{1,20}\\(\\)\\.)?(?:trace|debug|verbose|info|notice|warn|warning|error|critical|fatal|exception|log|d|v|i|w|e|Log\\w{1,20}|Info|Debug|Warn|Error|Print|Printf|Println|Fatal|Fatalf|Infof|Debugf|Errorf|Warnf)",
      "Rails\\.logger\\.\\w{1,10}|(?:info|debug|warn|error|trace)!|IO\\.puts|IO\\.inspect",
    ].join("|"),
    ")\\s?\\(",
    // Without brackets.
    "|(?:^|[;{])[ \\t]*(?:puts|p|pp|echo|print|say)[ \\t]+(?:STD(?:ERR|OUT)[ \\t]+)?(?=[\\w$@\"':])",
  ].join(""),
  "gm",
);
const LONGEST_CALL = 500;

/** References to a key that are arguments of a call that logs. */
export function findSourceLogs(
  { text, path }: { readonly text: string; readonly path: string },
  names: SecretNames,
): readonly Range[] {
  const ranges: Range[] = [];
  const plainQuotes = plainQuotesIn(path);
  let from = 0;
  for (const { 0: sink, index } of text.matchAll(SINKS)) {
    const start = index + sink.length;
    if (start < from || isInComment(text, index)) continue;
    const call = text.slice(start, start + LONGEST_CALL);
    const code = readCall(call, {
      hasBrackets: sink.endsWith("("),
      isMacro: /!\s?\($/.test(sink),
      plainQuotes,
    });
    from = start + code.length;
    for (const [at, end] of keysIn(code, names)) ranges.push([start + at, start + end]);
  }
  return ranges;
}

const OF_SCRIPTS = /\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/i;

/** Between which quotes a language has no places to fill in, unless the text is said to have some. */
function plainQuotesIn(path: string): string {
  if (/\.(?:dart|exs?)$/i.test(path)) return "";
  return OF_SCRIPTS.test(path) ? "'\"" : "'";
}

/** What is filled into texts; its own brackets are left. */
const FILLED_IN =
  /\$ENV\{[^{}]*\}|\$\{([^{}]*)\}|#\{([^{}]*)\}|\\\(([^()]*)\)|\$([A-Za-z_]\w*)|\{(\$?[A-Za-z_][^{}]*)\}/g;

interface CallForm {
  readonly hasBrackets: boolean;
  /** Of Rust, where every text has places to fill in. */
  readonly isMacro: boolean;
  readonly plainQuotes: string;
}

/**
 * The arguments of a call, as long as they are, with everything blank that is only text. Of a text with places to fill
 * in, those are left, where the language has them: after `f` or `$`, between back quotes, after `$` or `#`, in macros.
 */
function readCall(call: string, { hasBrackets, isMacro, plainQuotes }: CallForm): string {
  let code = "";
  let depth = hasBrackets ? 1 : 0;
  for (let index = 0; index < call.length; index++) {
    const character = call.charAt(index);
    if (/["'`]/.test(character)) {
      const end = endOfText(call, index);
      const isName = /[[(]\s?[rRbu]?$/.test(code) && /^\s?[\])]/.test(call.slice(end));
      const inner = call.slice(index, end);
      const isFormat = isMacro || FORMAT.test(code);
      if (isName) code += inner;
      else if (!isFormat && plainQuotes.includes(character)) code += " ".repeat(inner.length);
      else code += blankText(inner, isFormat);
      index = end - 1;
      continue;
    }
    if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    if (hasBrackets ? depth === 0 : /[\n;]/.test(character)) break;
    code += character;
  }
  return code;
}

function endOfText(call: string, start: number): number {
  const quote = call.charAt(start);
  for (let index = start + 1; index < call.length; index++) {
    const character = call.charAt(index);
    if (character === "\\") index++;
    else if (character === quote) return index + 1;
  }
  return call.length;
}

const FORMAT = /(?:^|[^\w])(?:[rb]?f|\$@?|[rb]?F)$/;
/** How a value is written: `{key:?}`. */
const FORMAT_RULE = /:[^'"\])]*(?=\}$)/;

function blankText(inner: string, isFormat: boolean): string {
  let blank = "";
  let from = 0;
  for (const match of inner.matchAll(FILLED_IN)) {
    const [whole, , , , , inBraces] = match;
    const before = inner.charAt(match.index - 1);
    const braces = /\{*$/.exec(inner.slice(0, match.index))?.[0].length ?? 0;
    const isEscaped = before === "\\" || (braces % 2 === 1 && inBraces?.startsWith("$") === false);
    if (isEscaped || (inBraces !== undefined && !isFormat && !inBraces.startsWith("$"))) continue;
    const filledIn =
      inBraces === undefined
        ? whole
        : whole.replace(FORMAT_RULE, (rule) => " ".repeat(rule.length));
    blank += " ".repeat(match.index - from) + filledIn.replace(/[{}]/g, " ");
    from = match.index + whole.length;
  }
  return blank + " ".repeat(inner.length - from);
}

const CHAIN =
  /[A-Za-z_$@][\w$]*(?:(?:\?\.|\.|->|::)[A-Za-z_$][\w$]*!?|\[\s?["'][\w.-]{1,80}["']\s?\]|\(\s?["'][\w.:-]{1,80}["']\s?\)|\(\))*/g;
const PART = /[A-Za-z_][\w-]*/g;
/** Leaves a key what it is. */
const SAME =
  /^(?:toString|ToString|to_s|to_string|trim|Trim|strip|unwrap|as_str|expose_secret|get_secret_value|getValue|value|Value|reveal|clone|encode|decode)$/;
const PASSES_ON =
  /^(?:String|str|format|Format|sprintf|Sprintf|stringify|dumps|inspect|json_encode|concat|join|repr|encodeURIComponent|btoa|b64encode|b64encode|Some|to_json)$/;
/** The key is only looked at, or a part of it is taken. */
const LOOKED_AT_AFTER =
  /^\s*(?:\[|[!=]={1,2}|[<>?](?!\?)|&&|\bis\b|\bin\b|\bif\b|\band\b|\?\s|:[^:])/;
const LOOKED_AT_BEFORE = /(?:!|\bnot\s|\btypeof\s|\bif\s|\bunless\s|[!=]=\s?)\s*$/;

function* keysIn(code: string, names: SecretNames): Generator<Range> {
  for (const { 0: chain, index } of code.matchAll(CHAIN)) {
    const parts = (chain.match(PART) ?? []).filter((part) => !SAME.test(part));
    if (!names.holdsKey(parts)) continue;
    const end = index + chain.length;
    if (/^\s*\(/.test(code.slice(end)) || LOOKED_AT_AFTER.test(code.slice(end))) continue;
    if (LOOKED_AT_BEFORE.test(code.slice(0, index)) || !reachesCall(code, index)) continue;
    yield [index, end];
  }
}

/** Only through calls that leave it whole. */
function reachesCall(code: string, index: number): boolean {
  let depth = 0;
  for (let at = index - 1; at >= 0; at--) {
    const character = code.charAt(at);
    if (character === ")") depth++;
    else if (character === "(" && depth > 0) depth--;
    else if (character === "(") {
      const callee = /([\w$]+)!?\s?$/.exec(code.slice(Math.max(0, at - 60), at))?.[1];
      if (callee !== undefined && (isCleansingName(callee) || !PASSES_ON.test(callee)))
        return false;
    }
  }
  return true;
}
