import type { Evidence } from "../pleo/evidence.ts";

/**
 * What a Pleo key looks like. Pleo documents no format, so this is what public evidence shows, in the one
 * place that knows it:
 *
 * - Nango's provider for Pleo keys validated `pls_`, lower-case hex, `_`, lower-case hex; its sample has 32
 *   characters, then a visible tail of 6.
 * - A production client uses keys that begin `plp_`.
 *
 * What the two prefixes stand for, and whether Integrated keys look the same, is not known. So a value of
 * another shape is never wrong for that alone, and the environment a prefix hints at is only ever a hint.
 */
export const KEY_PREFIX = "pl[a-z]_";
export const PREFIX_LENGTH = 4;

/** Bounds on the hex before and after the second underscore. */
export const BODY_LENGTH = { min: 16, known: 32, max: 128 } as const;
export const TAIL_LENGTH = { min: 4, known: 6, max: 32 } as const;

/**
 * The second hex part is what tells a key from the many other things that begin with `pls_` or `plp_`:
 * `plp_` and `pls_` plus 64 hex are other products' keys and snapshot ids, and the bare prefixes name
 * enzymes and CSS classes.
 */
export const KEY_PATTERN = `${KEY_PREFIX}[0-9a-f]{${BODY_LENGTH.min},${BODY_LENGTH.max}}_[0-9a-f]{${TAIL_LENGTH.min},${TAIL_LENGTH.max}}`;
const TOLERANT = new RegExp(`^${KEY_PATTERN}$`);
const KNOWN = new RegExp(`^pl[ps]_[0-9a-f]{${BODY_LENGTH.known}}_[0-9a-f]{${TAIL_LENGTH.known}}$`);

/** The shortest and longest text that `isKeyShaped` accepts. */
export const KEY_LENGTH = {
  min: PREFIX_LENGTH + BODY_LENGTH.min + 1 + TAIL_LENGTH.min,
  max: PREFIX_LENGTH + BODY_LENGTH.max + 1 + TAIL_LENGTH.max,
} as const;

/** Is this whole text shaped like a Pleo key, small changes of the format allowed? */
export function isKeyShaped(text: string): boolean {
  return TOLERANT.test(text);
}

/** Is this whole text exactly of a shape that has been seen in public? */
export function isKnownShape(text: string): boolean {
  return KNOWN.test(text);
}

/** What a prefix hints at. A guess by others that fits all samples; nobody may fail a key for it. */
export const PREFIX_HINTS: Readonly<
  Record<string, { environment: "production" | "staging"; evidence: Evidence }>
> = {
  pls_: { environment: "staging", evidence: "inferred" },
  plp_: { environment: "production", evidence: "inferred" },
};
