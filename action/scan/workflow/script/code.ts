import type { Carried } from "../expression/carry.ts";
import type { Env } from "../expression/env.ts";
import type { KeyUse } from "./uses.ts";

/** How programs of other languages read a variable, with the name of it. */
const READING =
  /\b(?:process\.env|os\.environ|environ|ENV)(?:\.get\(\s{0,4}|\.|\[\s{0,4})["']?(\w{1,200})["']?|\bos\.getenv\(\s{0,4}["'](\w{1,200})["']/g;

/** `key = process.env.KEY`, and no more than that. */
const NAMED_BEFORE = /(?:^|[\s;])(\w{1,100})\s{0,4}=\s{0,4}$/;
const NAMED_AFTER = /^[\])]?\s{0,4}(?:[;,\n]|$|\?\?|\|\||or\b)/;

/** `const { KEY, OTHER: other } = process.env`. */
const TAKEN_OUT = /\{([^{}]{1,500})\}\s{0,4}=\s{0,4}process\.env\b(?!\s{0,4}[.[])/g;

const COMMENT = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/g;

const PRINTING =
  /\b(?:console\.(?:log|info|debug|warn|error|dir|table)|(?:process|sys)\.std(?:out|err)\.write|core\.(?:info|debug|notice|warning|error|setFailed)|print|pprint|puts|System\.out\.println)\s{0,4}\(?/;
const PUBLISHING = /\bcore\.(setOutput|exportVariable)\(\s{0,4}["'](\w{1,200})["']/;
/** `headers.append(…)` writes to no file. */
const WRITING = /\b(?:write\w{0,20}|append[A-Z_]\w{0,20})\(/;
/** On the same line, or on the one before. */
const RUNNER_FILE = /GITHUB_(?:OUTPUT|ENV|STEP_SUMMARY)(?=[^\n]*\n?[^\n]*$)/;

/** Only whether there is one, how long it is, or how it ends. */
const TEST_BEFORE = /(?:!|\bBoolean\(|\btypeof|\blen\(|\bbool\()\s{0,4}$/;
const TEST_AFTER =
  /^[\])\s]{0,4}(?:\.length\b|[!=]==?|\?(?!\?)|&&|is not\b|in\b|else\b|\.(?:starts|ends)[wW]ith\b|\.slice\(-[1-4]\)|\[-[1-4]:\])/;

/** What comes out of these is the key in another spelling; of any other function it is an answer, or a hash. */
const SPELLING =
  /^$|\b(?:from|String|str|repr|bytes|list|reversed|join|concat|format|stringify|dumps|inspect|btoa|hexlify|\w*encode\w*)$/;

const LONGEST_LINE = 300;
const MOST_NAMES = 20;
const MOST_READS = 2000;

/** A place at which a program has the key. */
interface Read {
  readonly offset: number;
  readonly end: number;
  readonly secrets: Carried;
  /** By a name of its own, which may stand in a text as well. */
  readonly isNamed: boolean;
}

/** Programs within a script, and scripts of `actions/github-script`, that print or publish a key. */
export function findCodeUses(text: string, env: Env): readonly KeyUse[] {
  const direct = [...text.matchAll(READING)].flatMap(({ 0: whole, 1: one, 2: other, index }) => {
    const secrets = env.get(one ?? other ?? "");
    const read = { offset: index, end: index + whole.length, secrets, isNamed: false };
    return secrets.size > 0 ? [read] : [];
  });
  const names = [...namesOf(direct, text), ...namesTakenOut(text, env)].slice(0, MOST_NAMES);
  const named = names
    .flatMap(([name, secrets]) => readsOf(name, secrets, text))
    .slice(0, MOST_READS);
  return [...direct, ...named].flatMap((read) => useAt(read, text) ?? []);
}

type Name = readonly [name: string, secrets: Carried];

function namesOf(reads: readonly Read[], text: string): readonly Name[] {
  return reads.flatMap(({ offset, end, secrets }) => {
    const name = NAMED_BEFORE.exec(text.slice(Math.max(0, offset - 110), offset))?.[1];
    const isAll = NAMED_AFTER.test(text.slice(end, end + 10));
    return name !== undefined && isAll ? [[name, secrets] as const] : [];
  });
}

function namesTakenOut(text: string, env: Env): readonly Name[] {
  return [...text.matchAll(TAKEN_OUT)].flatMap(([, list = ""]) =>
    list
      .replace(COMMENT, "")
      .split(",")
      .flatMap((part) => {
        const [variable = "", name = variable] = part
          .split("=", 1)
          .join("")
          .trim()
          .split(/\s*:\s*/);
        const secrets = env.get(variable);
        // What is no name is nothing to look for, and must not become a part of an expression.
        return secrets.size > 0 && /^\w{1,100}$/.test(name) ? [[name, secrets] as const] : [];
      }),
  );
}

function readsOf(name: string, secrets: Carried, text: string): readonly Read[] {
  // What is set anew may hold something else.
  if ([...text.matchAll(new RegExp(`\\b${name}\\s{0,4}=(?!=)`, "g"))].length > 1) return [];
  if (isBoundAnew(name, text)) return [];
  return [...text.matchAll(new RegExp(`(?<![\\w.$-])${name}\\b(?!\\s{0,4}[:=])`, "g"))].map(
    ({ index }) => ({ offset: index, end: index + name.length, secrets, isNamed: true }),
  );
}

/** By a loop, or as a parameter. */
function isBoundAnew(name: string, text: string): boolean {
  const word = `\\b${name}\\b`;
  return [
    `\\bfor\\b[^\\n:]{0,60}${word}[^\\n:]{0,60}\\b(?:in|of)\\b`,
    `${word}[^()\\n]{0,80}\\)\\s{0,4}=>|${word}\\s{0,4}=>`,
    `\\b(?:def|function)\\b[^\\n(]{0,60}\\([^)\\n]{0,80}${word}`,
  ].some((binding) => new RegExp(binding).test(text));
}

function useAt({ offset, end, secrets, isNamed }: Read, text: string): KeyUse | undefined {
  const line = text.slice(Math.max(0, offset - LONGEST_LINE), offset);
  const before = line.slice(Math.max(line.lastIndexOf("\n"), line.lastIndexOf(";")) + 1);
  if (/^\s*(?:\/\/|#)/.test(before)) return undefined;
  if (TEST_BEFORE.test(before) || TEST_AFTER.test(text.slice(end, end + 30))) return undefined;
  const publishing = PUBLISHING.exec(before);
  const printing = PRINTING.exec(before);
  const call = publishing ?? printing ?? WRITING.exec(before);
  if (call === null) return undefined;
  const between = before.slice(call.index + call[0].length);
  if (!isTaken(between)) return undefined;
  // As a word of a text it is no name.
  if (isNamed && (/\w\s*$/.test(call[0]) || isInText(between))) return undefined;
  const written = { kind: "written", offset, secrets, isRunnerFile: true } as const;
  if (publishing !== null) {
    const to = publishing[1] === "setOutput" ? "GITHUB_OUTPUT" : "GITHUB_ENV";
    return { ...written, to, name: publishing[2] };
  }
  if (printing !== null) {
    return { kind: "shown", offset, secrets, by: printing[0].replace(/\s*\($/, "") };
  }
  const to = RUNNER_FILE.exec(line)?.[0];
  const name = /(\w{1,200})=\W{0,4}$/.exec(between)?.[1];
  return to === undefined ? undefined : { ...written, to, name };
}

/** Does a call that begins before this text take what stands behind it, and nothing else that makes something of it? */
function isTaken(text: string): boolean {
  const calls: string[] = [];
  for (const [, name] of text.matchAll(/([\w.]{0,100})\(|\)/g)) {
    if (name !== undefined) calls.push(name);
    else if (calls.pop() === undefined) return false;
  }
  return calls.every((name) => SPELLING.test(name));
}

/** Does this text end within another, and not in what is filled into it? */
function isInText(text: string): boolean {
  let start = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (start < 0 ? /["'`]/.test(character) : character === text.charAt(start)) {
      start = start < 0 ? at : -1;
    }
  }
  return start >= 0 && !/^(?:.?`.*\$|f["'].*)\{[^{}]*$/s.test(text.slice(Math.max(0, start - 1)));
}
