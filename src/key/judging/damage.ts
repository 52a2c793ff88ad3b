import { PEELS } from "./peels.ts";

/** What can be wrong with a value around or inside the key, in the order in which it is told. */
export const DAMAGES = [
  "byte-order-mark",
  "surrounding-whitespace",
  "line-break",
  "quotes",
  "punctuation",
  "assignment",
  "json",
  "curl-command",
  "url",
  "header-line",
  "bearer-prefix",
  "basic-prefix",
  "encoded-credentials",
  "percent-encoded",
  "trailing-colon",
  "colon",
  "inner-whitespace",
  "control-character",
  "zero-width-character",
  "non-ascii",
] as const;

export type Damage = (typeof DAMAGES)[number];

export interface PeeledValue {
  /** The value as it came, then after each thing that was taken off; the last is what is left. */
  readonly layers: readonly string[];
  readonly damages: readonly Damage[];
}

/** Takes one thing off. `undefined` if it is not there. */
export interface Peel {
  readonly text: string;
  readonly damages: readonly Damage[];
}

/** No value that anybody stored has more around it; a bound, so that no value takes long. */
const MOST_LAYERS = 16;

/**
 * Takes off what is around a key and out what does not belong into one, until `isEnough` or nothing is left to
 * take. All damage is noted, so that one look at the advice mends all of it.
 */
export function peelValue(
  raw: string,
  isEnough: (layer: string) => boolean = () => false,
): PeeledValue {
  const layers = [raw];
  const damages = new Set<Damage>();
  let layer = raw;
  while (layers.length < MOST_LAYERS && !isEnough(layer)) {
    const peel = peelOnce(layer);
    if (peel === undefined) break;
    for (const damage of peel.damages) damages.add(damage);
    if (peel.text === layer) break;
    layers.push(peel.text);
    layer = peel.text;
  }
  return { layers, damages: DAMAGES.filter((damage) => damages.has(damage)) };
}

function peelOnce(text: string): Peel | undefined {
  for (const peel of PEELS) {
    const peeled = peel(text);
    if (peeled !== undefined) return peeled;
  }
  return undefined;
}
