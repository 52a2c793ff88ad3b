import type { Env } from "../expression/env.ts";
import type { KeyUse } from "./uses.ts";

/** How programs of other languages read a variable, with the name of it. */
const READING =
  /\b(?:process\.env|os\.environ|environ|ENV)(?:\.get\(\s{0,4}|\.|\[\s{0,4})["']?(\w{1,200})["']?|\bos\.getenv\(\s{0,4}["'](\w{1,200})["']/g;

const PRINTING =
  /\b(?:console\.(?:log|info|debug|warn|error|dir|table)|process\.std(?:out|err)\.write|core\.(?:info|debug|notice|warning|error|setFailed)|print|pprint|puts|System\.out\.println)\s{0,4}\(?/;
const PUBLISHING = /\bcore\.(setOutput|exportVariable)\(\s{0,4}["'](\w{1,200})["']/;

/** Only whether there is one, or how long it is. */
const TEST_BEFORE = /(?:!|\bBoolean\(|\btypeof|\blen\(|\bbool\()\s{0,4}$/;
const TEST_AFTER = /^[\])\s]{0,4}(?:\.length\b|[!=]==?|\?(?!\?)|&&|is not\b|in\b)/;

/** What comes out of these is no key. */
const CLEANSING = /mask|redact|hash|sha\d|digest|fingerprint|length/i;

const LONGEST_LINE = 300;

/** Programs within a script, and scripts of `actions/github-script`, that print or publish a key. */
export function findCodeUses(text: string, env: Env): readonly KeyUse[] {
  const uses: KeyUse[] = [];
  for (const found of text.matchAll(READING)) {
    const secrets = env.get(found[1] ?? found[2] ?? "");
    if (secrets.size === 0) continue;
    const offset = found.index;
    const line = text.slice(Math.max(0, offset - LONGEST_LINE), offset);
    const before = line.slice(Math.max(line.lastIndexOf("\n"), line.lastIndexOf(";")) + 1);
    const after = text.slice(offset + found[0].length, offset + found[0].length + 30);
    if (/^\s*(?:\/\/|#)/.test(before)) continue;
    if (TEST_BEFORE.test(before) || TEST_AFTER.test(after)) continue;
    const publishing = PUBLISHING.exec(before);
    if (publishing !== null) {
      const to = publishing[1] === "setOutput" ? "GITHUB_OUTPUT" : "GITHUB_ENV";
      const name = publishing[2];
      uses.push({ kind: "written", offset, secrets, to, isRunnerFile: true, name });
      continue;
    }
    const printing = PRINTING.exec(before);
    if (printing === null) continue;
    const between = before.slice(printing.index + printing[0].length);
    if (!isOpen(between) || CLEANSING.test(between)) continue;
    const by = printing[0].replace(/\s*\($/, "");
    uses.push({ kind: "shown", offset, secrets, by });
  }
  return uses;
}

/** Is the call that begins before this text still going on behind it? */
function isOpen(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "(") depth++;
    else if (character === ")" && --depth < 0) return false;
  }
  return true;
}
