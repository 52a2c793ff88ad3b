import fc from "fast-check";
import type { rules } from "../../eslint-plugin/rules.ts";
import { arbitraryDebris } from "../support/arbitrary-keys.ts";
import { lintRaw, type ParserName } from "./lint.ts";

/** As much as one cut takes out of a program. */
const MOST_CUT_OUT = 8;

/** Lints programs of which parts are cut out and replaced by debris; tells how many of them still parsed. */
export function lintMangled(
  programs: readonly string[],
  { rule, parser }: { readonly rule: keyof typeof rules; readonly parser: ParserName },
): number {
  let parsed = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...programs),
      fc.array(fc.tuple(fc.nat(), fc.nat(MOST_CUT_OUT), arbitraryDebris()), { maxLength: 3 }),
      (program, cuts) => {
        const mangled = cuts.reduce((code, [at, count, put]) => {
          const start = at % (code.length + 1);
          return code.slice(0, start) + put + code.slice(start + count);
        }, program);
        const messages = lintRaw(mangled, { rule, parser });
        if (!messages.some(({ fatal }) => fatal === true)) parsed++;
      },
    ),
    { numRuns: 300 },
  );
  return parsed;
}
