import { createHash } from "node:crypto";
import fc from "fast-check";
import { BODY_LENGTH, TAIL_LENGTH } from "../../src/key/shape.ts";

/** How a key is made, so that an input can be printed and kept without one in it. */
export interface KeyPlan {
  readonly prefix: string;
  readonly body: number;
  readonly tail: number;
  readonly salt: number;
}

export const keyPlans: fc.Arbitrary<KeyPlan> = fc.record({
  prefix: fc.constantFrom("pls", "plp", "plx"),
  body: fc.integer({ min: BODY_LENGTH.min, max: BODY_LENGTH.max }),
  tail: fc.integer({ min: TAIL_LENGTH.min, max: TAIL_LENGTH.max }),
  salt: fc.nat({ max: 0xffff }),
});

/** What a key may show. */
const SHOWN = 4;

export type Twins = readonly [one: string, other: string];

/** Two keys that differ in all but their prefix, their lengths and their last four characters. */
export function makeTwins({ prefix, body, tail, salt }: KeyPlan): Twins {
  const end = hexOf(`end ${salt}`, SHOWN);
  const make = (name: string): string =>
    `${prefix}_${hexOf(`${name} body ${salt}`, body)}_${hexOf(`${name} tail ${salt}`, tail - SHOWN)}${end}`;
  return [make("one"), make("other")];
}

/** The same for the same name. */
function hexOf(name: string, length: number): string {
  let hex = "";
  while (hex.length < length) {
    hex += createHash("sha256").update(`${name} ${hex.length}`).digest("hex");
  }
  return hex.slice(0, length);
}
