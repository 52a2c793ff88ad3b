import { NOTHING, union, type Carried } from "../expression/carry.ts";
import { carriedByExpression, type Scope } from "../expression/carried.ts";
import { expressionsIn } from "../expression/find.ts";
import type { TreeText } from "../yaml-tree.ts";
import { findCodeUses } from "./code.ts";
import { readCommands } from "./commands.ts";
import { REFERENCE, type Command, type Dialect, type Word } from "./words.ts";
import {
  isBuiltin,
  isPrinter,
  isShell,
  isTalkative,
  isWriter,
  passesOn,
  filesReadBy,
  programOf,
  tracesFrom,
  type Program,
} from "./programs.ts";

/** What a script does with a key. */
export type KeyUse = {
  readonly offset: number;
  readonly secrets: Carried;
} & (
  | { readonly kind: "expanded" }
  | { readonly kind: "shown"; readonly by: string }
  | { readonly kind: "listed"; readonly by: string }
  | { readonly kind: "traced"; readonly by: string }
  | {
      readonly kind: "argument";
      readonly program: string;
      readonly isAddress: boolean;
      /** `docker build --build-arg NAME=value`. */
      readonly isOfBuild: boolean;
      /** The variable; `undefined` for an expression. */
      readonly variable: string | undefined;
    }
  | {
      readonly kind: "written";
      /** `GITHUB_OUTPUT` and the like, or the path of a file. */
      readonly to: string;
      readonly isRunnerFile: boolean;
      /** What it is called there. */
      readonly name: string | undefined;
    }
  | { readonly kind: "assigned"; readonly variable: string }
);

export interface ScriptFacts {
  readonly uses: readonly KeyUse[];
  /** Variables that it reads and that hold a key. */
  readonly mentioned: ReadonlySet<string>;
  /** The first words of its commands. */
  readonly commands: readonly Command[];
}

export interface Script {
  readonly tree: TreeText;
  readonly scope: Scope;
  /** As the step or its job names it; empty for the usual one. */
  readonly shell: string;
}

function dialectOf(shell: string): Dialect | undefined {
  if (shell === "" || /^(?:ba|z|k|da)?sh\b/i.test(shell)) return "posix";
  if (/^(?:pwsh|powershell)\b/i.test(shell)) return "powershell";
  return /^cmd\b/i.test(shell) ? "cmd" : undefined;
}

const read = new WeakMap<TreeText, readonly Command[]>();

function commandsOf(tree: TreeText, dialect: Dialect): readonly Command[] {
  const known =
    read.get(tree) ?? readCommands({ text: tree.text, dialect, expressions: expressionsIn(tree) });
  read.set(tree, known);
  return known;
}

const NO_FACTS: ScriptFacts = { uses: [], mentioned: new Set(), commands: [] };

/** What a script of a step does with the keys that its surroundings hold. */
export function readScript({ tree, scope, shell }: Script): ScriptFacts {
  if (tree.text === "") return NO_FACTS;
  const dialect = dialectOf(shell);
  const commands = dialect === undefined ? [] : commandsOf(tree, dialect);
  const hasExpressions = expressionsIn(tree).length > 0;
  if (scope.env.all.size === 0 && !hasExpressions) return { ...NO_FACTS, commands };
  const reading = new ScriptReading({ scope, dialect, text: tree.text, shell });
  for (const { start, expression } of expressionsIn(tree)) {
    const secrets = carriedByExpression(expression, scope);
    if (secrets.size > 0) reading.uses.push({ kind: "expanded", offset: start, secrets });
  }
  for (const command of commands) reading.readCommand(command);
  reading.uses.push(...findCodeUses(tree.text, scope.env));
  return { uses: reading.uses, mentioned: reading.mentioned, commands };
}

function spelled(name: string, dialect: Dialect | undefined): string {
  return dialect === "posix" ? name : name.toLowerCase();
}

interface ReadingOptions {
  readonly scope: Scope;
  readonly dialect: Dialect | undefined;
  readonly text: string;
  readonly shell: string;
}

const FUNCTION = /^[ \t]*(?:function[ \t]+)?([\w-]{1,80})[ \t]*\(\)/gm;
const LONGEST_PIPE = 10;

const IMAGE_BUILDER = /^(?:docker|podman|buildah|nerdctl)$/;
/** Of a word and the one before it. By its name alone it is taken from the environment. */
const BUILD_ARGUMENT = /(?:^--build-arg | --build-arg=)(\w+$)?/;

/** `[Convert]::ToBase64String`, and others of .NET that make another text of a text. */
const TEXT_METHOD =
  /^\[[\w.]+\]::(?:\w+\.)?(?:tobase64string|tohexstring|getstring|getbytes|join|format|concat|escape\w*|urlencode|write(?:line)?)$/i;
const ANSWERING = /^(?!(?:write|convert\w*|join|out)-)(?:[a-z]+-[a-z]+|irm|iwr|curl(?:\.exe)?)$/i;

class ScriptReading {
  readonly uses: KeyUse[] = [];
  readonly mentioned = new Set<string>();
  private readonly options: ReadingOptions;
  private readonly functions: ReadonlySet<string>;
  /** Those that the script itself has set. */
  private readonly variables = new Map<string, Carried>();
  private readonly words = new Map<Word, Carried>();
  /** Files that it wrote a key to. */
  private readonly files = new Map<string, Carried>();
  /** Where a shell began to print what it runs. */
  private trace: { readonly offset: number; readonly by: string } | undefined;

  constructor(options: ReadingOptions) {
    this.options = options;
    this.functions = new Set([...options.text.matchAll(FUNCTION)].map(([, name]) => name ?? ""));
    if (tracesFrom(options.shell.split(/\s+/))) {
      this.trace = { offset: 0, by: options.shell.split(" {")[0] ?? "" };
    }
  }

  readCommand(command: Command): void {
    const { words } = command;
    for (const word of command.assignments) this.assign(word);
    const program = programOf(command);
    if (program.name === "set") this.switchTrace(command);
    this.noteTrace(command);
    const given = program.args.map((word, place) =>
      union([this.carriedIn(word), this.valueOf(buildArgument(program, place))]),
    );
    if (changesFiles(program)) for (const word of program.args) this.files.delete(fileOf(word));
    const printed = this.printedBy(command, program.name, given);
    if (printed.size > 0) this.follow(command, printed, program.name);
    else if (this.isListing(program.name, program.args)) this.list(command, program.name);
    else if (/^(?:export|local|declare|readonly|typeset)$/.test(program.name)) {
      for (const word of program.args) if (word.text.includes("=")) this.assign(word);
    } else if (isWriter(program.name)) this.writeByWriter(program.args, command);
    else if (words[1]?.text === "=" && words[0]?.references.length === 1) {
      this.assignInPowershell(words);
    } else this.passArguments(command, program, given);
    if (isShell(program.name) && tracesFrom(words.map(({ text }) => text))) {
      this.traceChild(command, program.name);
    }
  }

  /** The secrets whose value a word is made of, by variables or by expressions. */
  private carriedIn(word: Word): Carried {
    if (word.references.length === 0 && word.captures.length === 0) return NOTHING;
    // Asked for at each level of a substitution within others.
    const known = this.words.get(word) ?? this.workOut(word);
    this.words.set(word, known);
    return known;
  }

  private workOut(word: Word): Carried {
    const parts = word.references
      .filter(({ isHarmless }) => !isHarmless)
      .map(({ variable, expression }) =>
        expression === undefined
          ? this.valueOf(variable)
          : carriedByExpression(expression.expression, this.options.scope),
      );
    return union([...parts, ...word.captures.map((command) => this.capturedFrom(command))]);
  }

  private valueOf(variable: string | undefined): Carried {
    if (variable === undefined) return NOTHING;
    const { dialect, scope } = this.options;
    const name = spelled(variable, dialect);
    const inherited = (): Carried =>
      dialect === "posix" ? scope.env.get(name) : scope.env.getInAnyCase(name);
    const carried = this.variables.get(name) ?? inherited();
    if (carried.size > 0) this.mentioned.add(name);
    return carried;
  }

  /** `$(printf '%s:' "$KEY" | base64)` is the key again; `$(curl …)` is an answer. */
  private capturedFrom(command: Command): Carried {
    const program = programOf(command);
    const given = program.args.map((word) => this.carriedIn(word));
    const printed = this.printedBy(command, program.name, given);
    return pipeBehind(command).every((next) => passesOn(programOf(next))) ? printed : NOTHING;
  }

  private inFile(word: Word): Carried {
    return this.files.get(fileOf(word)) ?? NOTHING;
  }

  private printedBy(command: Command, name: string, given: readonly Carried[]): Carried {
    const { dialect } = this.options;
    if (isPrinter(name)) return union(given);
    if (name === "printenv")
      return union(programOf(command).args.map(({ text }) => this.valueOf(text)));
    if (passesOn(programOf(command))) {
      const read = command.redirections.map(({ kind, target }) =>
        kind === "text" ? this.carriedIn(target) : kind === "input" ? this.inFile(target) : NOTHING,
      );
      return union([...read, ...filesReadBy(programOf(command)).map((word) => this.inFile(word))]);
    }
    // In PowerShell a value that nobody takes is printed.
    const [first, second] = command.words;
    if (dialect !== "powershell" || first === undefined) return NOTHING;
    if (TEXT_METHOD.test(first.text))
      return union(command.words.map((word) => this.carriedIn(word)));
    const isValue = first.text.includes(REFERENCE) && !/^[-+.]?=/.test(second?.text ?? "");
    return isValue ? this.carriedIn(first) : NOTHING;
  }

  /** Where does what a command prints go? */
  private follow(command: Command, secrets: Carried, by: string): void {
    const text = command.words.map((word) => word.text).join(" ");
    if (/::add-mask::|issecret=true/i.test(text)) return;
    const { offset } = command;
    const write = { by, secrets, command };
    for (const next of [command, ...pipeBehind(command)]) {
      const program = programOf(next);
      if (next !== command) {
        if (isWriter(program.name)) {
          this.writeTo(program.args, secrets, command);
          return;
        }
        if (isTalkative(program)) {
          this.uses.push({ kind: "shown", offset: next.offset, secrets, by: "curl --verbose" });
        }
        if (!passesOn(program)) return;
      }
      if (program.name === "tee") {
        for (const target of program.args) this.redirect(target, write);
      }
      const files = next.redirections.filter(({ kind }) => kind === "output");
      for (const { target } of files) this.redirect(target, write);
      if (files.length > 0) return;
    }
    if (command.isCaptured) return;
    const output = /::set-(output|env) name=([\w.-]+)::/.exec(text);
    if (output === null) this.uses.push({ kind: "shown", offset, secrets, by });
    else {
      const to = output[1] === "env" ? "GITHUB_ENV" : "GITHUB_OUTPUT";
      this.uses.push({ kind: "written", offset, secrets, to, isRunnerFile: true, name: output[2] });
    }
  }

  private redirect(
    target: Word,
    { by, secrets, command }: { by: string; secrets: Carried; command: Command },
  ): void {
    const { feeds } = target;
    if (feeds !== undefined) {
      if (passesOn(programOf(feeds))) this.follow(feeds, secrets, by);
    } else if (/^(?:[12]|\/dev\/(?:stdout|stderr|tty))$/.test(target.text)) {
      this.uses.push({ kind: "shown", offset: command.offset, secrets, by });
    } else if (target.text !== "/dev/null") {
      this.writeTo([target], secrets, command);
    }
  }

  private writeTo(targets: readonly Word[], secrets: Carried, command: Command): void {
    const name = nameWritten(command);
    for (const target of targets) {
      const { references, text } = target;
      if (text.startsWith("-")) continue;
      this.files.set(fileOf(target), secrets);
      const runnerFile = references.find(({ variable }) =>
        /^GITHUB_(?:OUTPUT|ENV|STEP_SUMMARY|STATE)$/i.test(variable ?? ""),
      )?.variable;
      const to = runnerFile?.toUpperCase() ?? text;
      const isRunnerFile = runnerFile !== undefined;
      this.uses.push({ kind: "written", offset: command.offset, secrets, to, isRunnerFile, name });
    }
  }

  /** `Add-Content -Path $env:GITHUB_ENV -Value "KEY=$env:KEY"`. */
  private writeByWriter(args: readonly Word[], command: Command): void {
    const secrets = union(args.map((word) => this.carriedIn(word)));
    const files = args.filter((word) => this.carriedIn(word).size === 0);
    if (secrets.size > 0) this.writeTo(files, secrets, command);
  }

  private isListing(name: string, args: readonly Word[]): boolean {
    const { dialect } = this.options;
    const first = args[0]?.text ?? "";
    if (dialect === "powershell") {
      return /^(?:get-childitem|gci|dir|ls|get-item|gi)$/i.test(name) && /^env:/i.test(first);
    }
    if (dialect === "cmd") return name === "set" && args.length === 0;
    if (name === "export" || name === "declare") return args.length === 0 || /^-[px]$/.test(first);
    return /^(?:env|printenv|set)$/.test(name) && args.length === 0;
  }

  private list(command: Command, by: string): void {
    const secrets = this.all();
    if (secrets.size === 0 || command.isCaptured) return;
    if (command.redirections.some(({ kind }) => kind === "output")) {
      this.follow(command, secrets, by);
      return;
    }
    const programs = pipeBehind(command).map(programOf);
    if (!programs.every((program) => passesOn(program) || this.letsThrough(program))) return;
    this.uses.push({ kind: "listed", offset: command.offset, secrets, by });
  }

  /** `env | grep PLEO` */
  private letsThrough({ name, args }: { name: string; args: readonly Word[] }): boolean {
    if (!/^[ef]?grep$/.test(name)) return false;
    const flags = args
      .filter(({ text }) => text.startsWith("-"))
      .map(({ text }) => text)
      .join("");
    const pattern = args.find(({ text }) => !text.startsWith("-"))?.text ?? "";
    if (/[qcl]/.test(flags.replaceAll(/--\w+/g, ""))) return false;
    const isMeant = /pleo|key|token|secret/i.test(pattern);
    return flags.includes("v") ? !isMeant : /pleo/i.test(pattern);
  }

  private assign(word: Word): void {
    const [, name = ""] = /^(\w+)\+?=/.exec(word.text) ?? [];
    this.setVariable(name, this.carriedIn(word), word.offset);
  }

  private assignInPowershell([left, , ...right]: readonly Word[]): void {
    const name = left?.references[0]?.variable ?? "";
    // The answer of a command is not what it was asked with.
    const isAnswer = ANSWERING.test(right[0]?.text ?? "");
    const carried = isAnswer ? NOTHING : union(right.map((word) => this.carriedIn(word)));
    this.setVariable(name, carried, left?.offset ?? 0);
  }

  private setVariable(name: string, secrets: Carried, offset: number): void {
    if (name === "") return;
    if (secrets.size > 0) this.uses.push({ kind: "assigned", offset, secrets, variable: name });
    this.variables.set(spelled(name, this.options.dialect), secrets);
    // What was called by it may be another file now.
    for (const file of this.files.keys()) {
      if (file.split(IN_NAME).indexOf(name, 1) > 0) this.files.delete(file);
    }
  }

  private passArguments(command: Command, program: Program, given: readonly Carried[]): void {
    const { name, args } = program;
    const secrets = union(given);
    const { dialect } = this.options;
    if (secrets.size === 0 || name === "" || this.functions.has(name)) return;
    if (isBuiltin(name, dialect ?? "posix")) return;
    const place = given.findIndex((part) => part.size > 0);
    const word = args[place];
    const reference = word?.references.find(({ isHarmless }) => !isHarmless);
    this.uses.push({
      kind: "argument",
      offset: word?.offset ?? command.offset,
      secrets,
      program: name,
      isAddress: word?.text.includes("://") === true,
      isOfBuild: buildArgument(program, place) !== undefined,
      variable: reference?.variable,
    });
  }

  private switchTrace({ words, offset }: Command): void {
    const flags = words.slice(1).map(({ text }) => text);
    const isOff = flags.some(
      (flag, index) => /^\+[a-z]*x/.test(flag) || (flag === "+o" && flags[index + 1] === "xtrace"),
    );
    if (isOff) this.trace = undefined;
    else if (tracesFrom(flags)) this.trace ??= { offset, by: "set -x" };
  }

  private noteTrace(command: Command): void {
    if (this.trace === undefined) return;
    const words = [...command.words, ...command.assignments];
    const secrets = union(
      words.flatMap(({ references }) =>
        references
          .filter(({ isHarmless, expression }) => !isHarmless && expression === undefined)
          .map(({ variable }) => this.valueOf(variable)),
      ),
    );
    if (secrets.size === 0) return;
    this.uses.push({ kind: "traced", ...this.trace, secrets });
    // One for each trace: to turn it off mends all of them.
    this.trace = undefined;
  }

  /** The script that it runs reads the key from the environment. */
  private traceChild(command: Command, name: string): void {
    const secrets = this.all();
    if (secrets.size === 0) return;
    this.uses.push({ kind: "traced", offset: command.offset, secrets, by: `${name} -x` });
  }

  private all(): Carried {
    return union([this.options.scope.env.all, ...this.variables.values()]);
  }
}

/** The variable that a build is given by its name; empty for one that is given with its value. */
function buildArgument({ name, args }: Program, place: number): string | undefined {
  const words = `${args[place - 1]?.text ?? ""} ${args[place]?.text ?? ""}`;
  const found = IMAGE_BUILDER.test(name) ? BUILD_ARGUMENT.exec(words) : null;
  return found === null ? undefined : (found[1] ?? "");
}

/** What a file is called, also where a variable says it. */
/** Between the text of a file's name and the variables in it. */
const IN_NAME = "\0";

function fileOf({ text, references }: Word): string {
  return [text, ...references.map(({ variable }) => variable)].join(IN_NAME);
}

/** Removes them, or writes something else into them. */
function changesFiles({ name, args }: Program): boolean {
  if (name === "sed") return args.some(({ text }) => /^(?:-[a-zA-Z]*i|--in-place)/.test(text));
  return name === "rm" || name === "shred";
}

/** What a command pipes to, and what that pipes to. */
function pipeBehind({ pipesTo }: Command): readonly Command[] {
  const pipe: Command[] = [];
  for (let next = pipesTo; next !== undefined && pipe.length < LONGEST_PIPE; next = next.pipesTo) {
    pipe.push(next);
  }
  return pipe;
}

/** `NAME` of `echo "NAME=$KEY"`. */
function nameWritten({ words, redirections }: Command): string | undefined {
  const texts = redirections.filter(({ kind }) => kind === "text").map(({ target }) => target.text);
  for (const text of [...words.map((word) => word.text), ...texts]) {
    const found = /(?:^|\s)([\w.-]+)(?:=|<<)/.exec(text);
    if (found !== null) return found[1];
  }
  return undefined;
}
