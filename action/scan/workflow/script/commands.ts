import type { FoundExpression } from "../expression/find.ts";

/** What a word takes from elsewhere: a variable, or an expression that GitHub fills in before. */
interface Reference {
  readonly offset: number;
  readonly variable: string | undefined;
  readonly expression: FoundExpression | undefined;
  /** Not the value, but how long it is or whether there is one. */
  readonly isHarmless: boolean;
}

export interface Word {
  readonly offset: number;
  /** Without quotation marks; each reference is one `REFERENCE` character. */
  text: string;
  readonly references: Reference[];
  /** Commands whose output becomes part of the word. */
  readonly captures: Command[];
}

export const REFERENCE = "\uE000";

interface Redirection {
  /** `>` and `>>`, of what would go to the log; `<<<` and `<<` of what is read. */
  readonly kind: "output" | "errors" | "input" | "text";
  readonly target: Word;
}

export interface Command {
  readonly offset: number;
  readonly words: Word[];
  /** `NAME=value` in front of the words, or alone. */
  readonly assignments: Word[];
  readonly redirections: Redirection[];
  pipesTo: Command | undefined;
  /** Its output is taken by the word that it stands in. */
  readonly isCaptured: boolean;
}

export type Dialect = "posix" | "powershell" | "cmd";

export interface ScriptText {
  readonly text: string;
  readonly dialect: Dialect;
  readonly expressions: readonly FoundExpression[];
}

/** Splits a script into its commands, as far as quotes, substitutions and separators go. Reads each character once. */
export function readCommands(script: ScriptText): readonly Command[] {
  const reader = new CommandReader(script);
  reader.read();
  return reader.commands;
}

const DEEPEST = 20;
const LONGEST_PARAMETER = 500;
const LONGEST_SUM = 200;
const LARGEST_GROUP = 200;

/** Among the open groups: `NAME=(…)`, and `@{…}` of PowerShell. */
const ARRAY = -2;
const TABLE = -1;

interface Frame {
  readonly closing: ")" | "`" | undefined;
  readonly isCaptured: boolean;
  /** Where the commands of each open group begin. */
  readonly groups: number[];
  command: Command | undefined;
  word: Word | undefined;
  /** What the next word is for, if it is no argument. */
  expects: Redirection["kind"] | undefined;
  pipe: Command | undefined;
  /** The commands of a group that just ended, to which a redirection behind it belongs. */
  group: readonly Command[] | undefined;
  readonly captured: Command[];
}

interface HereText {
  readonly command: Command;
  readonly word: Word;
  readonly end: string;
  readonly isLiteral: boolean;
}

const PARAMETER = /\$(?:\{(?<flag>[#!]?)(?<braced>\w+)|(?<plain>\w+))/y;
const POWERSHELL_VARIABLE =
  /\$(?:\{(?:env:)?(?<braced>\w+)\}|(?:env:)?(?<plain>\w+))(?<length>\.length\b)?/iy;
const CMD_VARIABLE = /%(?<percent>\w+)%|!(?<late>\w+)!/y;
const REDIRECTION = /(?<number>\d?)(?<mark>&>>?|>>|>\||>&|<<<|<<-?|<>|>|<)[ \t]*/y;
const OPENING = /^(?:\{|then|do|else|elif|if|while|until|time|!|in)$/;
const CLOSING = /^(?:\}|done|fi|esac)$/;
const OPENS_GROUP = /^(?:\{|do|then)$/;

class CommandReader {
  readonly commands: Command[] = [];
  private at = 0;
  private nextExpression = 0;
  private readonly pending: HereText[] = [];
  private readonly script: ScriptText;

  constructor(script: ScriptText) {
    this.script = script;
  }

  read(): void {
    while (this.at < this.script.text.length) {
      this.readUntil(undefined, { isCaptured: false, depth: 0 });
    }
  }

  private readUntil(
    closing: Frame["closing"],
    { isCaptured, depth }: { isCaptured: boolean; depth: number },
  ): readonly Command[] {
    const frame: Frame = {
      closing,
      isCaptured,
      groups: [],
      command: undefined,
      word: undefined,
      expects: undefined,
      pipe: undefined,
      group: undefined,
      captured: [],
    };
    const { text } = this.script;
    while (this.at < text.length) {
      const character = text.charAt(this.at);
      if (this.takeExpression(frame)) continue;
      if (character === closing) {
        this.at++;
        break;
      }
      this.readPart(frame, character, depth);
    }
    this.endCommand(frame);
    return frame.captured;
  }

  private readPart(frame: Frame, character: string, depth: number): void {
    const { dialect } = this.script;
    if (character === "\n") {
      this.at++;
      if (frame.groups.at(-1) === ARRAY) this.append(frame, " ");
      else this.endCommand(frame);
      if (this.pending.length > 0) this.readHereTexts();
    } else if (/\s/.test(character)) {
      this.at++;
      if (frame.groups.at(-1) === ARRAY) this.append(frame, " ");
      else this.endWord(frame);
    } else if (character === "#" && frame.word === undefined && dialect !== "cmd") {
      this.at = this.endOfLine();
    } else if (character === "'" && dialect !== "cmd") {
      this.readLiteral(frame);
    } else if (character === '"') {
      this.at++;
      this.readQuoted(frame, depth);
    } else if (character === this.escape()) {
      this.readEscaped(frame);
    } else if (this.takeReference(frame, depth) || this.takeRedirection(frame, depth)) {
      return;
    } else if (/[;&|(){}]/.test(character)) {
      this.readMark(frame, character);
    } else {
      this.append(frame, character);
      this.at++;
    }
  }

  private escape(): string {
    return { posix: "\\", powershell: "`", cmd: "^" }[this.script.dialect];
  }

  private endOfLine(): number {
    const end = this.script.text.indexOf("\n", this.at);
    return end < 0 ? this.script.text.length : end;
  }

  private wordOf(frame: Frame): Word {
    frame.word ??= { offset: this.at, text: "", references: [], captures: [] };
    return frame.word;
  }

  private append(frame: Frame, text: string): void {
    this.wordOf(frame).text += text;
  }

  private refer(frame: Frame, reference: Reference): void {
    const word = this.wordOf(frame);
    word.references.push(reference);
    word.text += REFERENCE;
  }

  /** `${{ … }}` is filled in before any shell reads the script, so no quotation mark matters. */
  private takeExpression(frame: Frame): boolean {
    const { expressions } = this.script;
    while ((expressions[this.nextExpression]?.start ?? Infinity) < this.at) this.nextExpression++;
    const expression = expressions[this.nextExpression];
    if (expression?.start !== this.at) return false;
    this.refer(frame, {
      offset: this.at,
      variable: undefined,
      expression,
      isHarmless: false,
    });
    this.at = expression.end;
    return true;
  }

  private readLiteral(frame: Frame): void {
    const { text } = this.script;
    this.wordOf(frame);
    this.at++;
    while (this.at < text.length && text.charAt(this.at) !== "'") {
      if (this.takeExpression(frame)) continue;
      this.append(frame, text.charAt(this.at));
      this.at++;
    }
    this.at++;
  }

  private readQuoted(frame: Frame, depth: number): void {
    const { text } = this.script;
    this.wordOf(frame);
    while (this.at < text.length) {
      const character = text.charAt(this.at);
      if (character === '"') break;
      if (this.takeExpression(frame)) continue;
      if (character === this.escape() && this.script.dialect !== "cmd") this.readEscaped(frame);
      else if (!this.takeReference(frame, depth)) {
        this.append(frame, character);
        this.at++;
      }
    }
    this.at++;
  }

  private readEscaped(frame: Frame): void {
    const next = this.script.text.charAt(this.at + 1);
    const isBreak = next === "\n" || next === "\r";
    if (!isBreak) this.append(frame, next);
    this.at += next === "\r" ? 3 : 2;
  }

  private takeReference(frame: Frame, depth: number): boolean {
    const { text, dialect } = this.script;
    const character = text.charAt(this.at);
    if (dialect === "cmd") return this.takePattern(frame, CMD_VARIABLE);
    if (dialect === "powershell") {
      if (text.startsWith("$(", this.at)) return this.takeSubstitution(frame, depth, 2);
      return character === "$" && this.takePattern(frame, POWERSHELL_VARIABLE);
    }
    if (character === "`" && frame.closing !== "`") return this.takeSubstitution(frame, depth, 1);
    if (text.startsWith("$((", this.at)) {
      const end = text.slice(this.at, this.at + LONGEST_SUM).indexOf("))");
      this.append(frame, "0");
      this.at += end < 0 ? 3 : end + 2;
      return true;
    }
    if (/^[$<>]\($/.test(text.slice(this.at, this.at + 2))) {
      return this.takeSubstitution(frame, depth, 2);
    }
    return character === "$" && this.takeParameter(frame);
  }

  private takePattern(frame: Frame, pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const groups = pattern.exec(this.script.text)?.groups as
      Readonly<Record<string, string | undefined>> | undefined;
    if (groups === undefined) return false;
    const variable =
      groups["braced"] ?? groups["plain"] ?? groups["percent"] ?? groups["late"] ?? "";
    const isHarmless = groups["length"] !== undefined;
    this.refer(frame, { offset: this.at, variable, expression: undefined, isHarmless });
    this.at = pattern.lastIndex;
    return true;
  }

  private takeSubstitution(frame: Frame, depth: number, length: number): boolean {
    if (depth >= DEEPEST) return false;
    const word = this.wordOf(frame);
    const closing = length === 1 ? "`" : ")";
    // What `<(…)` stands for is the name of a pipe.
    const isName = /[<>]/.test(this.script.text.charAt(this.at));
    this.at += length;
    const captured = this.readUntil(closing, { isCaptured: true, depth: depth + 1 });
    if (!isName) word.captures.push(...captured);
    word.text += REFERENCE;
    return true;
  }

  /** `$NAME` and `${NAME…}`. */
  private takeParameter(frame: Frame): boolean {
    const { text } = this.script;
    PARAMETER.lastIndex = this.at;
    const found = PARAMETER.exec(text);
    const groups = found?.groups as Readonly<Record<string, string | undefined>> | undefined;
    if (found === null || groups === undefined) return false;
    const offset = this.at;
    const expression = undefined;
    const { plain, braced, flag } = groups;
    this.at = PARAMETER.lastIndex;
    if (plain !== undefined) {
      this.refer(frame, { offset, variable: plain, expression, isHarmless: false });
      return true;
    }
    const rest = this.takeParameterRest();
    // `${NAME:+set}`, and no more of it than may be shown.
    const isHarmless = flag === "#" || /^:?\+/.test(rest) || /^:\s+-[1-4]$/.test(rest);
    const variable = flag === "!" ? undefined : braced;
    this.refer(frame, { offset, variable, expression, isHarmless });
    for (const [, name] of rest.matchAll(/\$\{?(\w+)/g)) {
      this.refer(frame, { offset, variable: name, expression, isHarmless: false });
    }
    return true;
  }

  private takeParameterRest(): string {
    const { text } = this.script;
    const start = this.at;
    const end = Math.min(text.length, start + LONGEST_PARAMETER);
    let open = 1;
    while (this.at < end) {
      const character = text.charAt(this.at++);
      if (character === "{") open++;
      else if (character === "}" && --open === 0) return text.slice(start, this.at - 1);
    }
    this.at = start;
    return "";
  }

  private takeRedirection(frame: Frame, depth: number): boolean {
    const { text, dialect } = this.script;
    const character = text.charAt(this.at);
    if (!/[<>&\d]/.test(character)) return false;
    // A number is a channel only where it stands alone.
    if (/\d/.test(character) && frame.word !== undefined) return false;
    REDIRECTION.lastIndex = this.at;
    const groups = REDIRECTION.exec(text)?.groups as
      Readonly<Record<string, string | undefined>> | undefined;
    const mark = groups?.["mark"];
    if (mark === undefined) return false;
    this.at = REDIRECTION.lastIndex;
    this.endWord(frame);
    this.commandOf(frame);
    if (/^<<-?$/.test(mark)) {
      if (dialect === "posix") this.takeHereText(frame);
    } else if (mark === "<<<") frame.expects = "text";
    else if (mark.startsWith("<")) frame.expects = "input";
    else frame.expects = groups?.["number"] === "2" ? "errors" : "output";
    // `<(…)` stands where a name would.
    if (text.startsWith("(", this.at) && mark === "<") {
      this.at--;
      this.takeReference(frame, depth);
    }
    return true;
  }

  private takeHereText(frame: Frame): void {
    const { text } = this.script;
    const end = this.endOfLine();
    const delimiter = /^[ \t]*(['"\\]?)([\w.-]{1,80})['"]?/.exec(
      text.slice(this.at, Math.min(end, this.at + 90)),
    );
    if (delimiter === null) return;
    const [whole, quote, name = ""] = delimiter;
    this.at += whole.length;
    const word: Word = { offset: this.at, text: "", references: [], captures: [] };
    const command = this.commandOf(frame);
    command.redirections.push({ kind: "text", target: word });
    this.pending.push({ command, word, end: name, isLiteral: quote !== "" });
  }

  private readHereTexts(): void {
    const { text } = this.script;
    for (const { word, end, isLiteral } of this.pending.splice(0)) {
      while (this.at < text.length) {
        const lineEnd = this.endOfLine();
        const start = this.at;
        if (lineEnd - start < 200 && text.slice(start, lineEnd).trim() === end) {
          this.at = lineEnd;
          break;
        }
        this.readHereLine(word, { start, end: lineEnd, isLiteral });
        this.at = lineEnd + 1;
      }
    }
  }

  private readHereLine(
    word: Word,
    { start, end, isLiteral }: { start: number; end: number; isLiteral: boolean },
  ): void {
    const { text, expressions } = this.script;
    while ((expressions[this.nextExpression]?.start ?? Infinity) < end) {
      const expression = expressions[this.nextExpression++];
      if (expression === undefined || expression.start < start) continue;
      const offset = expression.start;
      word.references.push({ offset, variable: undefined, expression, isHarmless: false });
    }
    const line = text.slice(start, end);
    // The first line tells what is written: `NAME=value`.
    word.text += `${line.slice(0, 200).replaceAll("$", REFERENCE)}\n`;
    if (isLiteral) return;
    for (const { index, groups } of line.matchAll(
      /(?<!\\)\$(?:\{(?<flag>#?)(?<braced>\w+)(?<rest>:?\+)?|(?<plain>\w+))/g,
    )) {
      const variable = groups?.["braced"] ?? groups?.["plain"];
      const isHarmless = groups?.["flag"] === "#" || groups?.["rest"] !== undefined;
      word.references.push({ offset: start + index, variable, expression: undefined, isHarmless });
    }
  }

  private readMark(frame: Frame, character: string): void {
    const { dialect, text } = this.script;
    const isPowershell = dialect === "powershell";
    if (
      dialect === "posix" &&
      character === "(" &&
      frame.word !== undefined &&
      text.charAt(this.at - 1) === "="
    ) {
      this.openGroup(frame, ARRAY);
    } else if (character === ")" && frame.groups.at(-1) === ARRAY) {
      frame.groups.pop();
    } else if (isPowershell && character === "{" && frame.word?.text === "@") {
      this.openGroup(frame, TABLE);
      this.append(frame, character);
    } else if (isPowershell && character === "}" && frame.groups.at(-1) === TABLE) {
      frame.groups.pop();
      this.endWord(frame);
    } else if (isPowershell && /[()]/.test(character)) {
      this.endWord(frame);
    } else if (isPowershell && character === ";" && frame.groups.at(-1) === TABLE) {
      this.endWord(frame);
    } else if (!isPowershell && /[{}]/.test(character)) {
      // Part of a word, or a word that stands alone.
      this.append(frame, character);
    } else if (character === "|" && text.charAt(this.at + 1) !== "|") {
      const { command, group } = this.finish(frame);
      frame.pipe = command;
      this.pipedGroup = group;
      if (text.charAt(this.at + 1) === "&") this.at++;
    } else {
      if (character === "(") {
        this.endCommand(frame);
        this.openGroup(frame, this.commands.length);
      } else if (character === ")") {
        this.endCommand(frame);
        this.closeGroup(frame);
      } else {
        this.endCommand(frame);
      }
      frame.pipe = undefined;
    }
    this.at++;
  }

  private pipedGroup: readonly Command[] | undefined;

  private commandOf(frame: Frame): Command {
    if (frame.command === undefined) {
      frame.command = {
        offset: frame.word?.offset ?? this.at,
        words: [],
        assignments: [],
        redirections: [],
        pipesTo: undefined,
        isCaptured: frame.isCaptured,
      };
      if (frame.pipe !== undefined) frame.pipe.pipesTo = frame.command;
      for (const each of this.pipedGroup ?? []) each.pipesTo ??= frame.command;
      this.pipedGroup = undefined;
      frame.pipe = undefined;
    }
    return frame.command;
  }

  private endWord(frame: Frame): void {
    const { word } = frame;
    if (word === undefined) return;
    frame.word = undefined;
    const command = frame.command;
    if (frame.expects !== undefined) {
      const kind = frame.expects;
      frame.expects = undefined;
      this.commandOf(frame).redirections.push({ kind, target: word });
    } else if (this.isStructure(frame, word)) {
      return;
    } else if (
      (command === undefined || command.words.length === 0) &&
      /^\w+\+?=/.test(word.text) &&
      this.script.dialect === "posix"
    ) {
      this.commandOf(frame).assignments.push(word);
    } else {
      frame.word = word;
      this.commandOf(frame);
      frame.word = undefined;
      this.commandOf(frame).words.push(word);
    }
  }

  /** A word of the shell's own around commands: `if`, `do`, `{`. */
  private isStructure(frame: Frame, { text, references }: Word): boolean {
    if (this.script.dialect !== "posix" || references.length > 0) return false;
    if (frame.command !== undefined && frame.command.words.length > 0) return false;
    if (OPENING.test(text)) {
      if (OPENS_GROUP.test(text)) this.openGroup(frame, this.commands.length);
      return true;
    }
    if (!CLOSING.test(text)) return false;
    this.closeGroup(frame);
    return true;
  }

  private openGroup(frame: Frame, start: number): void {
    if (frame.groups.length < DEEPEST) frame.groups.push(start);
  }

  private closeGroup(frame: Frame): void {
    const start = frame.groups.pop();
    if (start !== undefined) frame.group = this.commands.slice(start, start + LARGEST_GROUP);
  }

  private endCommand(frame: Frame): void {
    this.finish(frame);
  }

  private finish(frame: Frame): {
    readonly command: Command | undefined;
    readonly group: readonly Command[] | undefined;
  } {
    this.endWord(frame);
    frame.expects = undefined;
    const { command, group } = frame;
    frame.command = undefined;
    frame.group = undefined;
    if (group !== undefined && (command === undefined || command.words.length === 0)) {
      const redirections = command?.redirections.filter(({ kind }) => kind === "output") ?? [];
      for (const each of group) {
        if (!each.redirections.some(({ kind }) => kind === "output")) {
          each.redirections.push(...redirections);
        }
      }
      return { command: undefined, group };
    }
    if (command !== undefined) {
      this.commands.push(command);
      if (frame.isCaptured) frame.captured.push(command);
    }
    return { command, group: undefined };
  }
}
