import { ANY_PUBLIC_PREFIX, PUBLIC_PREFIXES } from "../../src/pleo/public-prefixes.ts";
import { isKeyInEnvironment } from "../flow/evidence/key-names.ts";
import { createNames } from "../flow/evidence/names.ts";
import type { PleoSettings } from "../settings.ts";

const PUBLIC_NAME = new RegExp(`^(${ANY_PUBLIC_PREFIX})(\\w+)$`);

/** The beginning of such a name within a text, for a search. */
export const PUBLIC_PREFIX_PATTERN = `(?:${ANY_PUBLIC_PREFIX})`;

/** A name that says both: here is a Pleo key, and everyone may read it. */
export interface PublicKeyName {
  readonly name: string;
  readonly prefix: string;
  readonly tool: string;
  /** The same without what makes it public. */
  readonly privateName: string;
}

export type Range = readonly [number, number];

/** A name in a text by which a key gets into what users get. */
export interface PublicPlace {
  readonly range: Range;
  /** What is wrong: the name itself, or where it stands. */
  readonly cause: PublicKeyName | InlinedName;
}

/** Under whatever name: what stands in this place is public. */
interface InlinedName {
  readonly name: string;
  readonly place: string;
}

/** Which names mean Pleo's key, in one project. */
export interface KeyNames {
  /** Is it Pleo's key that lies under these names, one inside of the other? */
  isKey(chain: readonly string[]): boolean;
  publicKeyOf(name: string): PublicKeyName | undefined;
  /** May the text hold any of these names? Costs one search. */
  mayStandIn(text: string): boolean;
}

export function createKeyNames(settings: PleoSettings): KeyNames {
  const names = createNames(settings);
  const isKey = (chain: readonly string[]): boolean => names.isKey(chain);
  return {
    isKey,
    publicKeyOf(name) {
      const [, prefix, privateName] = PUBLIC_NAME.exec(name) ?? [];
      if (prefix === undefined || privateName === undefined) return undefined;
      const isKnown = isKey([privateName]) || isKey([name]) || isKeyInEnvironment(privateName);
      if (!isKnown) return undefined;
      return { name, prefix, privateName, tool: toolOf(prefix) };
    },
    mayStandIn: (text) =>
      /pleo/i.test(text) || settings.keyNames.some((name) => text.includes(name)),
  };
}

function toolOf(prefix: string): string {
  return PUBLIC_PREFIXES.find(([known]) => known === prefix)?.[1] ?? prefix;
}
