/** A comment that turns rules off or on again, and where it stands. */
export interface DisableComment {
  readonly type: "disable" | "enable" | "disable-line" | "disable-next-line";
  /** The names of the rules, with commas between them; empty for all rules. */
  readonly value: string;
  readonly justification: string;
  /** The comment; of one that names rules of others as well, only the part that names one of ours. */
  readonly range: readonly [number, number];
}

/**
 * Comments of every kind of file that we may get. The name must end there, and what comes next is read up to the end of
 * the line or of the comment.
 */
const COMMENT =
  /(?<![\w:])(#|\/\/|\/\*|<!--|;|--|%|rem(?=[ \t]))[ \t]*eslint-(disable-next-line|disable-line|disable|enable)(?![\w-])([^\r\n]*)/gi;

const CLOSING: Readonly<Record<string, string>> = { "/*": "*/", "<!--": "-->" };

/** How a comment begins in files with this ending; in all others, with a hash sign or a semicolon. */
const OPENINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\.(?:md|mdx|markdown|html?|xhtml|xml|svg|vue|plist)$/i, ["<!--"]],
  [/\.(?:json|jsonc|json5|css|scss|less|proto|gradle|tf|hcl)$/i, ["//", "/*"]],
  [/\.sql$/i, ["--", "/*"]],
  [/\.(?:bat|cmd)$/i, ["rem"]],
];
const USUAL_OPENINGS = ["#", ";"];

/** What one has to know of a file to tell its comments from samples of comments. */
export interface CommentedText {
  readonly text: string;
  readonly path: string;
  /** Is it, with or without the plugin's name before it, one of our rules? */
  readonly isOurs: (ruleName: string) => boolean;
}

/**
 * The comments that ESLint has to obey. In documents stand samples of such comments, in whatever language and for whatever
 * rule. So only a comment of the file's own kind counts without a name, or for more than a line; and what it says of the
 * rules of others is left out, because ESLint would complain of those that it does not know.
 */
export function findDisableComments(commented: CommentedText): readonly DisableComment[] {
  const { text, path } = commented;
  if (!text.includes("eslint-")) return [];
  const own = OPENINGS.find(([ending]) => ending.test(path))?.[1] ?? USUAL_OPENINGS;
  return Array.from(text.matchAll(COMMENT)).flatMap((match) => {
    const [whole, opening = "", type = "", rest = ""] = match;
    const content = beforeClosing(rest, CLOSING[opening]);
    const start = match.index;
    const valueStart = start + whole.length - rest.length;
    const comment: FoundComment = {
      type: type.toLowerCase() as DisableComment["type"],
      content: content.text,
      contentStart: valueStart,
      range: [start, valueStart + content.end],
    };
    const isOwn =
      own.includes(opening.toLowerCase()) || (type.endsWith("line") && namesRules(content.text));
    return isOwn ? readComment(comment, commented.isOurs) : [];
  });
}

interface FoundComment {
  readonly type: DisableComment["type"];
  readonly content: string;
  readonly contentStart: number;
  readonly range: readonly [number, number];
}

function beforeClosing(rest: string, closing: string | undefined): { text: string; end: number } {
  const at = closing === undefined ? -1 : rest.indexOf(closing);
  return at < 0
    ? { text: rest, end: rest.length }
    : { text: rest.slice(0, at), end: at + (closing?.length ?? 0) };
}

const JUSTIFICATION = /(?:^|\s)-{2,}\s/;

function namesRules(content: string): boolean {
  return (content.split(JUSTIFICATION, 1)[0] ?? "").trim() !== "";
}

function readComment(
  { type, content, contentStart, range }: FoundComment,
  isOurs: CommentedText["isOurs"],
): readonly DisableComment[] {
  const dashes = JUSTIFICATION.exec(content);
  const list = dashes === null ? content : content.slice(0, dashes.index);
  const justification =
    dashes === null ? "" : content.slice(dashes.index + dashes[0].length).trim();
  const names = Array.from(list.matchAll(/[^\s,](?:[^,]*[^\s,])?/g));
  const ours = names.filter(([name]) => isOurs(name));
  // The whole comment, which ESLint then takes away as a whole if nothing needs it.
  if (ours.length === names.length) {
    return [{ type, value: list.trim(), justification, range }];
  }
  return ours.map(({ 0: name, index }) => {
    const start = contentStart + index;
    const comma = /^\s*,\s*/.exec(list.slice(index + name.length))?.[0] ?? "";
    return {
      type,
      value: name,
      justification,
      range: [start, start + name.length + comma.length] as const,
    };
  });
}
