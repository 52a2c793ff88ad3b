import { matchAt } from "./match-at.ts";

/** A command on a line of a shell script, as it looks from one place in it. */
export interface CommandAt {
  /** The command, from its first word on. */
  readonly text: string;
  /** The place is between single quotes, where nothing is filled in. */
  readonly isLiteral: boolean;
  /** What the command prints is taken by another one: `$(…)`, or between back quotes. */
  readonly isCaptured: boolean;
  /** Where its output goes, if not to the log: `> file`. */
  readonly redirection?: string;
  /** The commands that its output is handed to. */
  readonly pipedTo: readonly string[];
}

/** A recipe's own words before the command, and the quotation mark that the whole command stands in. */
const INTRODUCTION =
  /^\s*(?:(?:-\s+)?(?:["']?[\w.-]{1,40}["']?\s*:\s*["']?|["'])|-\s+|(?:RUN|CMD|ENTRYPOINT)\s+(?:--\S+\s+)*|.{0,60}(?<![\w./-])(?:sh|bat|powershell)\s*\(?(?:script:\s*)?["']{1,3}|\$\s)?\s*[@-]{0,2}/;
const KEYWORD = /^(?:\s|[({!]|(?:then|do|else|if|while|until|sudo|time|exec|command)\s)+/;

interface Frame {
  start: number;
  quote: string;
  readonly closing: string;
}

/** Reads the line as a shell does, as far as quotes, substitutions and separators go. */
export function commandAt(line: string, place: number): CommandAt {
  const start = Math.min(INTRODUCTION.exec(line)?.[0].length ?? 0, place);
  const frames: Frame[] = [{ start, quote: "", closing: "" }];
  for (let index = start; index < place; index++) index = readOn(line, index, frames);
  const frame = frames.at(-1) ?? { start, quote: "", closing: "" };
  const end = endOfCommand(line, { from: place, quote: frame.quote });
  const text = line.slice(frame.start, end.at).replace(KEYWORD, "");
  return {
    text,
    isLiteral: frame.quote === "'",
    isCaptured: frames.length > 1,
    ...(end.redirection === undefined ? {} : { redirection: end.redirection }),
    pipedTo: pipeline(line, end.at),
  };
}

/** Reads one character, or one pair; the answer is the last one that was read. */
function readOn(line: string, index: number, frames: Frame[]): number {
  const frame = frames.at(-1);
  const character = line.charAt(index);
  if (frame === undefined) return index;
  if (frame.quote === "'") {
    if (character === "'") frame.quote = "";
    return index;
  }
  if (character === "\\") return index + 1;
  if (character === "$" && line.charAt(index + 1) === "(" && line.charAt(index + 2) !== "(") {
    frames.push({ start: index + 2, quote: "", closing: ")" });
    return index + 1;
  }
  if (character === frame.closing && (frame.quote === "" || character === "`")) {
    frames.pop();
  } else if (character === "`") {
    frames.push({ start: index + 1, quote: "", closing: "`" });
  } else if (character === '"') {
    frame.quote = frame.quote === '"' ? "" : '"';
  } else if (frame.quote === "") {
    if (character === "'") frame.quote = "'";
    else if (/[;&|]/.test(character) && line.charAt(index - 1) !== ">") frame.start = index + 1;
  }
  return index;
}

interface CommandEnd {
  readonly at: number;
  readonly redirection?: string;
}

const REDIRECTION = /(?<descriptor>\d?)>{1,2}\|?\s*(?<target>&\d|["']?[^\s;&|)"']+)/y;

function endOfCommand(line: string, { from, quote }: { from: number; quote: string }): CommandEnd {
  let open = quote;
  let redirection: string | undefined;
  let index = from;
  for (; index < line.length; index++) {
    const character = line.charAt(index);
    if (character === "\\" && open !== "'") index++;
    else if (open !== "") {
      if (character === open) open = "";
    } else if (character === '"' || character === "'") open = character;
    else if (/[;|)`]|&/.test(character)) break;
    else if (character === ">" || /\d/.test(character)) {
      const found = matchAt(REDIRECTION, line, index);
      if (found === undefined) continue;
      if (found.groups["descriptor"] !== "2") redirection = found.groups["target"];
      index = found.end - 1;
    }
  }
  return redirection === undefined ? { at: index } : { at: index, redirection };
}

const MOST_COMMANDS = 10;

function pipeline(line: string, end: number): readonly string[] {
  const commands: string[] = [];
  let at = end;
  while (
    line.charAt(at) === "|" &&
    line.charAt(at + 1) !== "|" &&
    commands.length < MOST_COMMANDS
  ) {
    const next = endOfCommand(line, { from: at + 1, quote: "" });
    const sink = next.redirection === undefined ? "" : ` > ${next.redirection}`;
    commands.push(
      `${
        line
          .slice(at + 1, next.at)
          .trim()
          .split(">", 1)[0] ?? ""
      }${sink}`,
    );
    at = next.at;
  }
  return commands;
}
