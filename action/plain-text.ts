/** Control characters but tab and line feed, as ranges of code units. */
const CONTROLS = ["\\0-\\b", "\\v-\\x1f", "\\x7f-\\x9f"];
/** Characters that cannot be seen, or that turn the direction of writing round. */
const UNSEEN = ["\\u00ad\\u061c\\ufeff", "\\u200b-\\u200f", "\\u2028-\\u202e", "\\u2060-\\u2069"];
const INVISIBLE = new RegExp(`[${[...CONTROLS, ...UNSEEN].join("")}]`, "g");

/**
 * A text for the log, where a line that begins with `::` is a command to the runner, and escape sequences are
 * commands to a terminal.
 */
export function toLogText(text: string): string {
  return text
    .replaceAll(INVISIBLE, " ")
    .replaceAll(/^(\s*):(?=:)/gm, "$1: ")
    .replaceAll("##[", "## [");
}

const MARKUP: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "\\|",
};

/** A text for Markdown on one line, where it can open no tag and leave no table cell. Code stays code. */
export function toMarkdown(text: string): string {
  return text
    .replaceAll(INVISIBLE, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[&<>|]/g, (mark) => MARKUP[mark] ?? mark);
}
