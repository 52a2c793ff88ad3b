import { masksInput } from "./masking.ts";
import type { Command, Dialect, Word } from "./words.ts";

/** What is known of the commands that scripts are made of. */

export interface Program {
  /** Without its folder, and without what only starts it: `sudo`, `env A=b`. */
  readonly name: string;
  readonly args: readonly Word[];
}

const STARTERS = /^(?:sudo|exec|command|time|nohup|xargs|builtin|nice)$/;

export function programOf({ words }: Command): Program {
  let first = 0;
  while (first < words.length - 1) {
    const text = words[first]?.text ?? "";
    const next = words[first + 1]?.text ?? "";
    if (STARTERS.test(text) && !next.startsWith("-")) first++;
    else if (text === "env" && /^\w+=/.test(next)) {
      first++;
      while (first < words.length - 1 && /^\w+=/.test(words[first]?.text ?? "")) first++;
    } else break;
  }
  const text = words[first]?.text ?? "";
  return { name: text.split(/[\\/]/).at(-1) ?? text, args: words.slice(first + 1) };
}

const PRINTERS =
  /^(?:echo|printf|print|write-(?:host|output|information|verbose|warning|error|debug))$/i;

export function isPrinter(name: string): boolean {
  return PRINTERS.test(name);
}

/** Write their input, or an argument, to a file. */
export function isWriter(name: string): boolean {
  return /^(?:out-file|add-content|set-content|tee-object)$/i.test(name);
}

/** Show what they are given, or another spelling of it. */
const PASSING =
  /^(?:cat|tee|base64|rev|tr|sed|awk|xxd|od|hexdump|fold|sort|head|cut|nl|less|more|out-host|out-string)$/i;

export function passesOn(program: Program): boolean {
  const { name, args } = program;
  if (PASSING.test(name)) return !masksInput(program);
  const first = args[0]?.text;
  return (
    name === "openssl" &&
    (first === "base64" || (first === "enc" && args[1]?.text.includes("base64") === true))
  );
}

/** The words that may name files which a program shows. Some write to them, or show something else of them. */
export function filesReadBy({ name, args }: Program): readonly Word[] {
  return /^(?:tee|sed|awk|cut|head)$/.test(name) ? [] : args;
}

/** `curl -v` prints the headers that it sends, also those that it was told by its input. */
export function isTalkative({ name, args }: Program): boolean {
  return (
    name === "curl" &&
    args.some(({ text }) => /^(?:-[a-zA-Z]{0,6}v|--verbose|--trace(?:-ascii)?)$/.test(text))
  );
}

const BUILTINS: ReadonlySet<string> = new Set(
  (
    ": . source test [ [[ export local declare typeset readonly set unset read return exit eval case for select " +
    "true false let cd pwd trap shift getopts umask wait alias mapfile readarray printf echo break continue function"
  ).split(" "),
);

/** Does no new process get to see what this is given? */
export function isBuiltin(name: string, dialect: Dialect): boolean {
  if (dialect === "powershell") {
    return (
      /^[a-z]+-[a-z]+$/i.test(name) ||
      /^(?:if|elseif|foreach|while|switch|throw|return|function|param|echo|iwr|irm|set|\[.*|[-@+].*|[\uE000$].*)$/i.test(
        name,
      )
    );
  }
  if (dialect === "cmd") return /^@?(?:set|setx|if|for|echo|rem|call|exit|cd)$/i.test(name);
  return BUILTINS.has(name);
}

export function isShell(name: string): boolean {
  return /^(?:ba|z|k|da)?sh$/.test(name);
}

/** Do these words tell a shell to print what it runs? */
export function tracesFrom(words: readonly string[]): boolean {
  return words.some(
    (word, index) =>
      /^-[a-wyz]*x[a-z]*$/i.test(word) || (/^-\w*o$/.test(word) && words[index + 1] === "xtrace"),
  );
}
