import type { Range } from "./finding.ts";
import type { SecretNames } from "./secret-names.ts";
import { commandAt } from "./shell-line.ts";
import type { CommandAt } from "./shell-line.ts";

/** What puts a variable's whole value there, in shells, workflows, pipelines and Makefiles. */
const REFERENCE =
  /\$\{\{\s{0,4}(?:secrets|env|vars|inputs)\.(?<expression>\w{1,80})\s{0,4}\}\}|\$\{(?<braced>\w{1,80})(?:\}|:?[-?=][^}\n]{0,80}\})|\$\{?env:(?<power>\w{1,80})\}?|\$\((?<pipeline>\w{1,80})\)|\$(?<plain>\w{1,80})|%(?<batch>\w{1,80})%|(?<=\bprintenv\s+)(?<printed>\w{1,80})/gi;

/** References to a key in commands that print them, or in a shell that prints what it runs. */
export function findShellLogs(text: string, names: SecretNames): readonly Range[] {
  const ranges: Range[] = [];
  const traces = createTraces(text);
  let tracedUntil = -1;
  for (const { 0: reference, index, groups = {} } of text.matchAll(REFERENCE)) {
    const name =
      Object.values<string | undefined>(groups).find((group) => group !== undefined) ?? "";
    if (!names.holdsKey([name]) || text.charAt(index - 1) === "\\") continue;
    const { line, place } = lineAt(text, index);
    if (COMMENT.test(line)) continue;
    const range: Range = [index, index + reference.length];
    const trace = index < tracedUntil ? undefined : traces(index);
    // To read a line takes a while, and most have nothing to do with this.
    if (trace === undefined && !MAY_PRINT.test(line)) continue;
    const command = commandAt(line, place);
    if (command.isLiteral && !FILLED_IN_BEFORE.test(reference)) continue;
    if (isPrinted(command)) {
      ranges.push(range);
    } else if (trace !== undefined && !NO_COMMAND.test(line)) {
      // One for each trace: to turn it off mends all of them.
      tracedUntil = trace[1];
      ranges.push(range);
    }
  }
  return ranges;
}

const MAY_PRINT = /echo|print|logger|write-|cat\s*<<<|sh\s+-|\$\((?:info|warning|error)\s/i;
const COMMENT = /^\s*(?:#(?!!)|\/\/|rem\s|::)/i;
/** A setting of a workflow that hands the key to the script. */
const NO_COMMAND = /^\s*(?:-\s+)?["']?\w{1,80}["']?:\s+["']?\$\{\{/;
/** Not by the shell, so quotes do not matter. */
const FILLED_IN_BEFORE = /^(?:\$\{\{|%|\$\(|\$\{?env:)/i;

const LONGEST_LINE = 500;

function lineAt(text: string, index: number): { readonly line: string; readonly place: number } {
  const from = Math.max(0, index - LONGEST_LINE);
  const before = text.slice(from, index);
  const start = from + lineStart(before);
  const rest = text.slice(index, index + LONGEST_LINE);
  const length = rest.search(/(?<!\\)\r?\n/);
  return {
    line: text.slice(start, length < 0 ? index + rest.length : index + length),
    place: index - start,
  };
}

/** A command goes on after a backslash at the end of a line. */
function lineStart(before: string): number {
  let start = before.lastIndexOf("\n") + 1;
  while (start > 1 && /\\\r?$/.test(before.slice(Math.max(0, start - 3), start - 1))) {
    start = before.lastIndexOf("\n", start - 2) + 1;
  }
  return start;
}

const PRINTS =
  /^(?:echo(?:\.exe)?|printf|print|printenv|logger|Write-(?:Host|Output|Information|Verbose|Warning|Error|Debug)|cat\s+<<<)(?=[\s"'.])/i;
const PRINTS_OF_MAKE = /^(?:info|warning|error)\s/;
const TRACED_SHELL = /^(?:ba|z|k|da)?sh\s+(?:-\S+\s+)*-[a-wyz]{0,8}x/;
const MASKS = /::add-mask::|##vso\[task\.setvariable[^\]]*issecret=true/i;
const PUBLIC_TARGET = /^(?:&\d|["']?(?:\/dev\/(?:stdout|stderr|tty)|\$\{?GITHUB_STEP_SUMMARY))/;
/** Shows what it is given, or another spelling of it; a few characters of a key are no key. */
const SHOWS =
  /^(?:cat|tee|base64|rev|tr|sed|xxd|od|hexdump|fold|sort|openssl\s+(?:base64|enc\s+-base64)|(?:head|tail)(?!\s+(?:-c\s*|--bytes[=\s])\d(?![\dA-Za-z])))(?![\w-])/;

function isPrinted({ text, isCaptured, redirection, pipedTo }: CommandAt): boolean {
  if (TRACED_SHELL.test(text)) return true;
  if (isCaptured && PRINTS_OF_MAKE.test(text)) return true;
  if (isCaptured || !PRINTS.test(text) || MASKS.test(text)) return false;
  if (redirection !== undefined && !PUBLIC_TARGET.test(redirection)) return false;
  return pipedTo.every((command) => {
    const [shown = "", target] = command.split(" > ", 2);
    return SHOWS.test(shown) && (target === undefined || PUBLIC_TARGET.test(target));
  });
}

const TRACE_ON =
  /(?:^|[\s;&"'])set\s{1,4}(?:-[a-wyzA-Z]{0,10}x[a-zA-Z]{0,10}(?![\w-])|-\w{0,10}o\s+xtrace)|^#!.{1,80}sh\s+-[a-wyz]{0,8}x/gm;
const TRACE_OFF = /(?:^|[\s;&"'])set\s{1,4}(?:\+[a-wyz]{0,10}x|\+o\s+xtrace)/;
const LONGEST_SCRIPT = 4000;

/** Where the shell prints what it runs: from `set -x` to `set +x`, or to the end of the script. Asked from left to right. */
function createTraces(text: string): (index: number) => Range | undefined {
  let traces: readonly Range[] | undefined;
  let next = 0;
  return (index) => {
    traces ??= readTraces(text);
    while ((traces[next]?.[1] ?? Infinity) <= index) next++;
    const trace = traces[next];
    return trace !== undefined && trace[0] <= index ? trace : undefined;
  };
}

function readTraces(text: string): readonly Range[] {
  const traces: Range[] = [];
  for (const { index, 0: on } of text.matchAll(TRACE_ON)) {
    const start = index + on.length;
    if (start >= (traces.at(-1)?.[1] ?? 0)) traces.push(traceFrom(text, index, start));
  }
  return traces;
}

function traceFrom(text: string, at: number, start: number): Range {
  const rest = text.slice(start, start + LONGEST_SCRIPT);
  const ends = [rest.search(TRACE_OFF), endOfScript(text, at, rest)];
  return [start, start + Math.min(rest.length, ...ends.filter((end) => end >= 0))];
}

const DEEPEST_INDENT = 60;

/** A script inside of a recipe ends where the lines are indented less; one on a single line, with the line. */
function endOfScript(text: string, at: number, rest: string): number {
  const from = text.lastIndexOf("\n", at) + 1;
  const line = text.slice(from, from + 200).split("\n", 1)[0] ?? "";
  if (/^\s*(?:-\s+)?\w{1,20}:\s+[^|>\s]|^RUN\s|^\s*"/.test(line))
    return rest.search(/(?<!\\)\r?\n/);
  const indent = Math.min(/^[ \t]*/.exec(line)?.[0].length ?? 0, DEEPEST_INDENT);
  return indent === 0 ? -1 : rest.search(new RegExp(`\\n[ \\t]{0,${indent - 1}}[^ \\t\\r\\n]`));
}
