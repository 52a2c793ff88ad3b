import type { FoundExpression } from "../expression/find.ts";
import { ARRAY, CommandAssembler, TABLE, type Frame } from "./assemble.ts";
import { readReference, referencesInLine } from "./references.ts";
import { REFERENCE, type Command, type Dialect, type Reference, type Word } from "./words.ts";

export interface ScriptText {
  readonly text: string;
  readonly dialect: Dialect;
  readonly expressions: readonly FoundExpression[];
}

/** Splits a script into its commands, as far as quotes, substitutions and separators go. Reads each character once. */
export function readCommands(script: ScriptText): readonly Command[] {
  const reader = new CommandReader(script);
  reader.read();
  return reader.assembler.commands;
}

const DEEPEST = 20;
const LONGEST_SUM = 200;

interface HereText {
  readonly word: Word;
  readonly end: string;
  readonly isLiteral: boolean;
}

const REDIRECTION = /(?<number>\d?)(?<mark>&>>?|>>|>\||>&|<<<|<<-?|<>|>|<)[ \t]*/y;

class CommandReader {
  readonly assembler: CommandAssembler;
  private at = 0;
  private nextExpression = 0;
  private readonly pending: HereText[] = [];
  private readonly script: ScriptText;

  constructor(script: ScriptText) {
    this.script = script;
    this.assembler = new CommandAssembler(script.dialect);
  }

  read(): void {
    while (this.at < this.script.text.length) {
      this.readUntil(undefined, 0);
    }
  }

  /** Within a substitution, which ends with this, or the whole script. */
  private readUntil(closing: Frame["closing"], depth: number): readonly Command[] {
    const frame: Frame = {
      closing,
      isCaptured: closing !== undefined,
      groups: [],
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
    this.assembler.finish(frame, this.at);
    return frame.captured;
  }

  private readPart(frame: Frame, character: string, depth: number): void {
    const { dialect } = this.script;
    if (/\s/.test(character)) {
      this.at++;
      if (frame.groups.at(-1) === ARRAY) this.append(frame, " ");
      else if (character === "\n") this.assembler.finish(frame, this.at);
      else this.assembler.endWord(frame, this.at);
      if (character === "\n") this.readHereTexts();
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
    frame.word ??= this.newWord();
    return frame.word;
  }

  private newWord(): Word {
    return { offset: this.at, text: "", references: [], captures: [] };
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
    this.refer(frame, { offset: this.at, expression, isHarmless: false });
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
    if (dialect === "cmd") return this.takeVariable(frame);
    if (dialect === "powershell") {
      if (text.startsWith("$(", this.at)) return this.takeSubstitution(frame, depth, 2);
      return this.takeVariable(frame);
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
    return this.takeVariable(frame);
  }

  private takeVariable(frame: Frame): boolean {
    const found = readReference(this.script.text, this.at, this.script.dialect);
    if (found === undefined) return false;
    for (const reference of found.references) this.refer(frame, reference);
    this.at = found.end;
    return true;
  }

  private takeSubstitution(frame: Frame, depth: number, length: number): boolean {
    if (depth >= DEEPEST) return false;
    const word = this.wordOf(frame);
    const closing = length === 1 ? "`" : ")";
    // What `<(…)` stands for is the name of a pipe.
    const mark = this.script.text.charAt(this.at);
    this.at += length;
    const captured = this.readUntil(closing, depth + 1);
    if (mark === ">") word.feeds = captured[0];
    else if (mark !== "<") word.captures.push(...captured);
    word.text += REFERENCE;
    return true;
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
    this.assembler.endWord(frame, this.at);
    this.assembler.commandOf(frame, this.at);
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
    const word = this.newWord();
    this.assembler.commandOf(frame, this.at).redirections.push({ kind: "text", target: word });
    this.pending.push({ word, end: name, isLiteral: quote !== "" });
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
      word.references.push({ offset, expression, isHarmless: false });
    }
    const line = text.slice(start, end);
    // The first line tells what is written: `NAME=value`.
    word.text += `${line.slice(0, 200).replaceAll("$", REFERENCE)}\n`;
    if (isLiteral) return;
    word.references.push(...referencesInLine(line, start));
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
      this.assembler.openGroup(frame, ARRAY);
    } else if (character === ")" && frame.groups.at(-1) === ARRAY) {
      frame.groups.pop();
    } else if (isPowershell && character === "{" && frame.word?.text === "@") {
      this.assembler.openGroup(frame, TABLE);
      this.append(frame, character);
    } else if (isPowershell && character === "}" && frame.groups.at(-1) === TABLE) {
      frame.groups.pop();
      this.assembler.endWord(frame, this.at);
    } else if (
      isPowershell &&
      (/[()]/.test(character) || (character === ";" && frame.groups.at(-1) === TABLE))
    ) {
      this.assembler.endWord(frame, this.at);
    } else if (!isPowershell && /[{}]/.test(character)) {
      // Part of a word, or a word that stands alone.
      this.append(frame, character);
    } else if (character === "|" && text.charAt(this.at + 1) !== "|") {
      const { command, group } = this.assembler.finish(frame, this.at);
      frame.pipe = command;
      this.assembler.pipedGroup = group;
      if (text.charAt(this.at + 1) === "&") this.at++;
    } else {
      this.assembler.finish(frame, this.at);
      if (character === "(") this.assembler.openGroup(frame);
      else if (character === ")") this.assembler.closeGroup(frame);
      frame.pipe = undefined;
    }
    this.at++;
  }
}
