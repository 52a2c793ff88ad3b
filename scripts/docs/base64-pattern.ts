import { encodeBase64 } from "../../src/key/encoding/base64.ts";

/** The characters that may stand at one place of a text. */
export type Choice = readonly string[];

/** An expression for the base64 of every text that has these choices, as far as whole groups of three go. */
export function base64Pattern(choices: readonly Choice[]): string {
  const groups = Array.from({ length: Math.floor(choices.length / 3) }, (_, index) =>
    groupPattern(choices.slice(3 * index, 3 * index + 3)),
  );
  return inRuns(groups);
}

export function encodeText(text: string): string {
  const bytes = Array.from(text, (character) => character.charCodeAt(0));
  return encodeBase64(bytes).replace(/=+$/, "");
}

/** The four characters that three become. */
function groupPattern([first = [], second = [], third = []]: readonly Choice[]): string {
  const encoded = first.flatMap((one) =>
    second.flatMap((two) => third.map((three) => encodeText(one + two + three))),
  );
  return [0, 1, 2, 3].map((place) => classOf(encoded.map((text) => text.charAt(place)))).join("");
}

/** `[adx-z]`, or the one character that there is. */
function classOf(characters: readonly string[]): string {
  const [first = "", ...others] = [...new Set(characters)].sort();
  if (others.length === 0) return first;
  const stretches = [{ from: first, to: first }];
  for (const character of others) {
    const last = stretches.at(-1);
    if (last !== undefined && character.charCodeAt(0) === last.to.charCodeAt(0) + 1) {
      last.to = character;
    } else stretches.push({ from: character, to: character });
  }
  return `[${stretches.map(({ from, to }) => (from === to ? from : `${from}-${to}`)).join("")}]`;
}

/** Groups that come several times one after the other, once with their number. */
function inRuns(groups: readonly string[]): string {
  const runs: { readonly group: string; count: number }[] = [];
  for (const group of groups) {
    const last = runs.at(-1);
    if (last?.group === group) last.count++;
    else runs.push({ group, count: 1 });
  }
  return runs.map(({ group, count }) => (count === 1 ? group : `(?:${group}){${count}}`)).join("");
}
