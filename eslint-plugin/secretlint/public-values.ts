import { publicPrefixOf } from "../flow/evidence/key-names.ts";
import { createKeyNames, PUBLIC_PREFIX_PATTERN } from "../public-env/public-names.ts";
import type { KeyNames, PublicKeyName } from "../public-env/public-names.ts";
import { findPublicKeys } from "../public-env/text-places.ts";
import { readSettings } from "../settings.ts";
import { fileKindOf } from "./file-kind.ts";
import type { Range } from "./finding.ts";
import { isInComment, lineBefore } from "./line.ts";
import type { SecretNames } from "./secret-names.ts";

/** Finds the names by which a build tool makes a key public, in the text of one file. */
export type PublicNameFinder = (text: string, path: string) => readonly Range[];

interface PublicNameRules {
  readonly keyNames: readonly string[];
  readonly names: SecretNames;
  readonly isSecret: (value: string) => boolean;
}

const LONGEST_NAME = 100;
const FROM_PLEO = /(?<=_)PLEO_\w+$/;

export function createPublicNameFinder(rules: PublicNameRules): PublicNameFinder {
  const known = createKeyNames(readSettings({ pleo: { keyNames: rules.keyNames } }));
  /** `VITE_ACME_PLEO_API_KEY`: whose key it is may be said in between. */
  function keyOfSomebody(name: string): PublicKeyName | undefined {
    const prefix = publicPrefixOf(name) ?? "";
    if (prefix === "" || !rules.names.holdsKey([name.slice(prefix.length)])) return undefined;
    return known.publicKeyOf(`${prefix}${FROM_PLEO.exec(name)?.[0] ?? ""}`);
  }
  /** What stands in front of `PLEO` may also say that it is another's: `VITE_GITHUB_PLEO_TOKEN`. */
  function publicKeyOf(name: string): PublicKeyName | undefined {
    const found = known.publicKeyOf(name) ?? keyOfSomebody(name);
    if (found === undefined || !FROM_PLEO.test(found.privateName)) return found;
    return rules.names.holdsKey([name]) ? found : undefined;
  }
  const names: KeyNames = {
    ...known,
    // To take a name apart takes time out of proportion to its length, and no variable has one like that.
    publicKeyOf: (name) => (name.length > LONGEST_NAME ? undefined : publicKeyOf(name)),
  };
  return (text, path) =>
    fileKindOf(path) === "source"
      ? [...readsIn(text, names), ...writtenIn(text, names, rules.isSecret)]
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

const WRITTEN = new RegExp(
  `(?<=[{,]\\s{0,20}["']?)(${PUBLIC_PREFIX_PATTERN}[A-Za-z0-9_]{1,80})["']?\\s{0,4}:\\s{0,4}["'\`]([^"'\`\\s]{1,512})["'\`]`,
  "g",
);

/** Where a bundle has such a name and the value that was written into it, or somebody has put it there. */
function writtenIn(
  text: string,
  names: KeyNames,
  isSecret: (value: string) => boolean,
): readonly Range[] {
  return Array.from(text.matchAll(WRITTEN)).flatMap(({ 1: name = "", 2: value = "", index }) =>
    names.publicKeyOf(name) !== undefined && isSecret(value) && !isInComment(text, index)
      ? [[index, index + name.length] as const]
      : [],
  );
}
