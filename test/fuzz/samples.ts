import fc from "fast-check";
import { damages, mangle, type Damage } from "../eslint-plugin/generated-programs.ts";

/** One of several files that people might have, and what was done to it, as to programs. */
export interface DamagedSample {
  readonly sample: number;
  readonly done: readonly Damage[];
}

export function damagedSamples(samples: readonly unknown[]): fc.Arbitrary<DamagedSample> {
  return fc.record({ sample: fc.nat({ max: samples.length - 1 }), done: damages });
}

export function damage(text: string, { done }: DamagedSample): string {
  return mangle(text, done);
}
