import type { Command, Dialect, Redirection, Word } from "./words.ts";

/** Among the open groups: `NAME=(…)`, and `@{…}` of PowerShell. */
export const ARRAY = -2;
export const TABLE = -1;

/** What is open while a script, or a substitution within it, is read. */
export interface Frame {
  readonly closing: ")" | "`" | undefined;
  readonly isCaptured: boolean;
  /** Where the commands of each open group begin. */
  readonly groups: number[];
  command?: Command | undefined;
  word?: Word | undefined;
  /** What the next word is for, if it is no argument. */
  expects?: Redirection["kind"] | undefined;
  pipe?: Command | undefined;
  /** The commands of a group that just ended, to which a redirection behind it belongs. */
  group?: readonly Command[] | undefined;
  readonly captured: Command[];
}

const DEEPEST = 20;
const LARGEST_GROUP = 200;

const OPENING = /^(?:\{|then|do|else|elif|if|while|until|time|!|in)$/;
const CLOSING = /^(?:\}|done|fi|esac)$/;
const OPENS_GROUP = /^(?:\{|do|then)$/;

/** Puts words together to commands, and commands to pipes and groups. */
export class CommandAssembler {
  readonly commands: Command[] = [];
  private readonly dialect: Dialect;

  constructor(dialect: Dialect) {
    this.dialect = dialect;
  }

  /** The commands of a group that goes into a pipe. */
  pipedGroup: readonly Command[] | undefined;

  commandOf(frame: Frame, at: number): Command {
    if (frame.command === undefined) {
      frame.command = {
        offset: frame.word?.offset ?? at,
        words: [],
        assignments: [],
        redirections: [],
        isCaptured: frame.isCaptured,
      };
      if (frame.pipe !== undefined) frame.pipe.pipesTo = frame.command;
      for (const each of this.pipedGroup ?? []) each.pipesTo ??= frame.command;
      this.pipedGroup = undefined;
      frame.pipe = undefined;
    }
    return frame.command;
  }

  endWord(frame: Frame, at: number): void {
    const { word } = frame;
    if (word === undefined) return;
    frame.word = undefined;
    const command = frame.command;
    if (frame.expects !== undefined) {
      const kind = frame.expects;
      frame.expects = undefined;
      this.commandOf(frame, at).redirections.push({ kind, target: word });
    } else if (this.isStructure(frame, word)) {
      return;
    } else if (
      (command === undefined || command.words.length === 0) &&
      /^\w+\+?=/.test(word.text) &&
      this.dialect === "posix"
    ) {
      this.commandOf(frame, at).assignments.push(word);
    } else {
      frame.word = word;
      this.commandOf(frame, at);
      frame.word = undefined;
      this.commandOf(frame, at).words.push(word);
    }
  }

  /** A word of the shell's own around commands: `if`, `do`, `{`. */
  private isStructure(frame: Frame, { text, references }: Word): boolean {
    if (this.dialect !== "posix" || references.length > 0) return false;
    if (frame.command !== undefined && frame.command.words.length > 0) return false;
    if (OPENING.test(text)) {
      if (OPENS_GROUP.test(text)) this.openGroup(frame);
      return true;
    }
    if (!CLOSING.test(text)) return false;
    this.closeGroup(frame);
    return true;
  }

  openGroup(frame: Frame, start = this.commands.length): void {
    if (frame.groups.length < DEEPEST) frame.groups.push(start);
  }

  closeGroup(frame: Frame): void {
    const start = frame.groups.pop();
    if (start !== undefined) frame.group = this.commands.slice(start, start + LARGEST_GROUP);
  }

  finish(
    frame: Frame,
    at: number,
  ): { readonly command?: Command | undefined; readonly group?: readonly Command[] } {
    this.endWord(frame, at);
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
      return { group };
    }
    if (command !== undefined) {
      this.commands.push(command);
      if (frame.isCaptured) frame.captured.push(command);
    }
    return { command };
  }
}
