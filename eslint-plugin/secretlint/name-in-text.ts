import type { Range } from "./finding.ts";
import { matchAt } from "./match-at.ts";

/** A name in a text, one inside of the other: `["config", "pleo", "apiKey"]`. */
export interface Name {
  readonly chain: readonly string[];
  readonly range: Range;
}

const NAME_CHARACTER = /[\w.$-]/;
const LONGEST_NAME = 80;
/** `pleo["apiKey"]`, `Pleo:ApiKey`, `pleo/api-key`. */
const REST_OF_NAME =
  /(?:["']\])?(?:\[["'](?<item>[\w-]{1,40})(?=["']\])|(?<=\w)(?:[:/]|->)(?<part>[A-Za-z][\w/-]{1,40}))/y;
const BETWEEN_NAMES = /[.:/]|->/;

/** The whole name that is written around a place. */
export function nameAround(text: string, index: number): Name {
  let [start, end] = [index, index];
  while (index - start < LONGEST_NAME && NAME_CHARACTER.test(text.charAt(start - 1))) start--;
  while (end - index < LONGEST_NAME && NAME_CHARACTER.test(text.charAt(end))) end++;
  while (end > index && /[.-]/.test(text.charAt(end - 1))) end--;
  const chain = text.slice(start, end).split(BETWEEN_NAMES).filter(Boolean);
  const rest = matchAt(REST_OF_NAME, text, end);
  const more = rest?.groups["item"] ?? rest?.groups["part"];
  if (rest === undefined || more === undefined) return { chain, range: [start, end] };
  return {
    chain: [...chain, ...more.split(BETWEEN_NAMES)],
    range: [start, rest.end],
  };
}
