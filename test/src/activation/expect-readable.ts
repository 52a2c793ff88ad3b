import { expect } from "vitest";
import type { Finding } from "../../../src/report/finding.ts";

/** A blank that nothing was filled into; `{id}` stands in the paths of Pleo's API. */
const OPEN_BLANK = /\{(?!id\})\w+\}/;
/** What is left where a part of a sentence is empty, or is no text. */
const GAP = / {2}|\(\)|``|[ (][,;:.]|,,|\. ?\.|\bundefined\b|\bNaN\b|\[object/;

/** Whatever is found is told in whole sentences, for what failed as for what to do. */
export function expectReadable(findings: readonly Finding[]): void {
  for (const { message, remedy } of findings) {
    for (const text of [message, remedy]) {
      expect(text).toMatch(/^[A-Z`][^]*\.$/);
      expect(text).not.toMatch(OPEN_BLANK);
      expect(text).not.toMatch(GAP);
    }
  }
}
