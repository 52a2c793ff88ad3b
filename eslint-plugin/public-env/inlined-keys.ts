import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../flow/syntax/binding.ts";
import { settledValue } from "../flow/syntax/constant-member.ts";
import type { Flow } from "../flow/flow.ts";
import type { KeyNames } from "./public-names.ts";
import type { PublicObject } from "./script-places.ts";
import { mayHoldKey } from "./script-values.ts";

/** A key in an object that users get. */
export interface InlinedKey {
  /** What to point at. */
  readonly node: TSESTree.Node;
  /** For a message: a name as it is written, or the road that the key came. */
  readonly what: string;
}

interface Asked {
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly names: KeyNames;
  readonly flow: Flow;
}

interface Level {
  readonly value: TSESTree.Node;
  /** The names that lead there, the last few of them. */
  readonly chain: readonly string[];
}

const DEEPEST = 6;
/** Constants may hold each other, and themselves. */
const MOST_LEVELS = 2_000;

/** By the names of properties, and by the values under whatever name. */
export function inlinedKeysIn(asked: Asked, object: PublicObject): readonly InlinedKey[] {
  const found: InlinedKey[] = [];
  const pending: Level[] = [{ value: object.value, chain: [] }];
  for (let left = MOST_LEVELS; left > 0; left--) {
    const level = pending.pop();
    if (level === undefined) break;
    const { chain } = level;
    const value = settledValue(asked.sourceCode, level.value);
    if (value.type === "ArrayExpression" || value.type === "Literal") {
      if (object.namesOnly) found.push(...namesIn(asked, value));
      else found.push(...carriedBy(asked, level.value));
      continue;
    }
    if (value.type !== "ObjectExpression" || chain.length >= DEEPEST) {
      found.push(...carriedBy(asked, level.value));
      continue;
    }
    for (const property of value.properties) {
      if (property.type !== "Property") {
        found.push(...carriedBy(asked, property.argument));
        continue;
      }
      const name = lastPart(propertyName(property) ?? "");
      const isGiven = object.namesOnly === true || mayHoldKey(property.value);
      if (!isGiven) continue;
      if (asked.names.isKey([...chain, name]) || asked.names.publicKeyOf(name) !== undefined) {
        found.push({ node: property.key, what: `\`${name}\`` });
      } else pending.push({ value: property.value, chain: [...chain, name] });
    }
  }
  return found;
}

/** `process.env.NAME`, which bundlers put something in place of. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

function carriedBy({ flow }: Asked, value: TSESTree.Node): readonly InlinedKey[] {
  const [carried] = flow.keysIn(value);
  return carried === undefined ? [] : [{ node: value, what: carried.road }];
}

/** Variables that are listed by name. */
function namesIn(
  { names }: Asked,
  list: TSESTree.ArrayExpression | TSESTree.Literal,
): readonly InlinedKey[] {
  const items = list.type === "Literal" ? [list] : list.elements;
  return items.flatMap((item) => {
    if (item?.type !== "Literal" || typeof item.value !== "string") return [];
    const isKey = names.isKey([item.value]) || names.publicKeyOf(item.value) !== undefined;
    return isKey ? [{ node: item, what: `\`${item.value}\`` }] : [];
  });
}
