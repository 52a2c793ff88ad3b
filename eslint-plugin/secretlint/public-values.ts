import { createKeyNames, PUBLIC_PREFIX_PATTERN } from "../public-env/public-names.ts";
import type { KeyNames } from "../public-env/public-names.ts";
import { findPublicKeys } from "../public-env/text-places.ts";
import { readSettings } from "../settings.ts";
import { fileKindOf } from "./file-kind.ts";
import type { Range } from "./finding.ts";
import { isInComment, lineBefore } from "./line.ts";

/** Finds the names by which a build tool makes a key public, in the text of one file. */
export type PublicNameFinder = (text: string, path: string) => readonly Range[];

const LONGEST_NAME = 100;

export function createPublicNameFinder(keyNames: readonly string[]): PublicNameFinder {
  const known = createKeyNames(readSettings({ pleo: { keyNames } }));
  // To take a name apart takes time out of proportion to its length, and no variable has one like that.
  const names: KeyNames = {
    ...known,
    publicKeyOf: (name) => (name.length > LONGEST_NAME ? undefined : known.publicKeyOf(name)),
  };
  return (text, path) =>
    fileKindOf(path) === "source"
      ? readsIn(text, names)
      : findPublicKeys(text, { path, names }).map(({ range }) => range);
}

const READ = new RegExp(
  `(?<=\\benv(?:\\??\\.|\\.get\\(["']|\\[["']))${PUBLIC_PREFIX_PATTERN}[A-Za-z0-9_]{1,80}`,
  "g",
);
/** A program that makes sure that there is no such variable. */
const REFUSES = /\bdelete\b|\bthrow\b|\bassert\b|process\.exit/;

/** Where a program reads such a name. */
function readsIn(text: string, names: KeyNames): readonly Range[] {
  return Array.from(text.matchAll(READ)).flatMap(({ 0: name, index }) => {
    if (names.publicKeyOf(name) === undefined || isInComment(text, index)) return [];
    const line = `${lineBefore(text, index)}${text.slice(index, index + 200).split(/\r?\n/, 1)[0] ?? ""}`;
    return REFUSES.test(line) ? [] : [[index, index + name.length]];
  });
}
