import { findPublicExtras } from "./expo-extra.ts";
import { PUBLIC_PREFIX_PATTERN } from "./public-names.ts";
import type { KeyNames, PublicPlace, Range } from "./public-names.ts";
import {
  contextOf,
  dialectOf,
  isDocument,
  isInComment,
  isMarkup,
  isReference,
  mayBeKey,
  valueIn,
} from "./text-context.ts";
import type { Context, Dialect } from "./text-context.ts";

const PUBLIC_NAME = new RegExp(
  `(?<![A-Za-z0-9_])${PUBLIC_PREFIX_PATTERN}[A-Za-z0-9_]{1,100}(?![A-Za-z0-9_])`,
  "g",
);

/** In a file that is no script: configuration, pages, recipes. */
export function findPublicKeys(
  text: string,
  { path, names }: { readonly path: string; readonly names: KeyNames },
): readonly PublicPlace[] {
  if (isDocument(path) || !names.mayStandIn(text)) return [];
  const dialect = dialectOf(path);
  const isPage = isMarkup(path);
  const named = Array.from(text.matchAll(PUBLIC_NAME)).flatMap(({ 0: name, index }) => {
    const cause = names.publicKeyOf(name);
    if (cause === undefined) return [];
    const range: Range = [index, index + name.length];
    const context = contextOf(text, range);
    if (isInComment(context)) return [];
    const isPublic = givesValue(context, dialect) || (isPage && isFilledIn(context));
    return isPublic ? [{ range, cause }] : [];
  });
  return [...named, ...findDefineFlags(text, names), ...findPublicExtras(text, { path, names })];
}

/** Does the name get a value that could be a key, from wherever? */
function givesValue(context: Context, dialect: Dialect): boolean {
  const { before, after } = context;
  if (isReference(context)) return false;
  // A recipe's argument is there to be given a value, whatever stands here.
  if (/^\s*ARG\s+$/i.test(before)) return true;
  const value = valueIn(context, dialect) ?? namedValue(context);
  if (value !== undefined) return mayBeKey(value);
  const spaced = /^\s*ENV\s+$/i.test(before) ? /^[ \t]+(.*)$/.exec(after)?.[1] : undefined;
  if (spaced !== undefined) return mayBeKey(spaced.trim());
  return isPassedOn(context);
}

/** `- name: NAME` with its value next to it, or below. */
function namedValue({ before, after, below }: Context): string | undefined {
  if (!/(?:^|[\s{,"'-])(?:name|key)["']?\s*[:=]\s*["']?$/i.test(before)) return undefined;
  const next = /^["']?[\s,]*["']?(\w+)["']?\s*[:=][ \t]*(?:["']([^"'\r\n]*)["']|([^\r\n,}]*))/.exec(
    `${after}${below}`,
  );
  const [, field, quoted, plain] = next ?? [];
  if (field === undefined || !/^(?:value|valueFrom|from|sync|secret)/i.test(field))
    return undefined;
  return field.toLowerCase() === "value" ? (quoted ?? plain ?? "").trim() : "elsewhere";
}

/** The value comes from outside: `- NAME` of a container, `--build-arg NAME`, `env add NAME`. */
function isPassedOn({ before, after }: Context): boolean {
  const isItem = /^\s*-\s+["']?$/.test(before) && /^["']?\s*(?:#.*)?$/.test(after);
  return isItem || PASSING.test(before);
}

const PASSING =
  /(?:--build-arg[= ]|\benv(?: add|:set|:create --name)[ =]|\b(?:secret|variable)s? set )["']?$/;

/** `%NAME%`, `<%= NAME %>` and what scripts in a page read. */
function isFilledIn({ before, after }: Context): boolean {
  if (before.endsWith("%") && after.startsWith("%")) return true;
  if (/(?:process|import\.meta)\.env\.$/.test(before)) return true;
  return before.lastIndexOf("<%") > before.lastIndexOf("%>");
}

const DEFINE_FLAG =
  /--define[:=\s]["'\\]{0,2}(?:process\.env\.|import\.meta\.env\.)?([A-Za-z_]\w{0,100})["'\\]{0,2}=["'\\]{0,4}([^\s"'\\]*)/g;

/** `--define:process.env.NAME=…` of bundlers, in scripts. */
function findDefineFlags(text: string, names: KeyNames): readonly PublicPlace[] {
  if (!text.includes("--define")) return [];
  return Array.from(text.matchAll(DEFINE_FLAG)).flatMap(
    ({ 0: flag, 1: name = "", 2: value = "", index }) => {
      if (!names.isKey([name]) || names.publicKeyOf(name) !== undefined || !mayBeKey(value))
        return [];
      const start = index + flag.indexOf(name, "--define".length);
      return [
        { range: [start, start + name.length] as const, cause: { name, place: "`--define`" } },
      ];
    },
  );
}
