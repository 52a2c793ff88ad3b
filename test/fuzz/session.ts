import type { Failure, Target } from "./target.ts";

interface Session {
  readonly seed: number;
  readonly seconds: number;
  /** The time that has passed, in milliseconds. */
  readonly clock: () => number;
}

interface Tally {
  readonly target: Target;
  readonly inputs: number;
  readonly milliseconds: number;
}

export interface SessionResult {
  readonly tallies: readonly Tally[];
  readonly failure?: Failure & { readonly target: string; readonly seed: number };
}

const SLICE_MS = 500;

/** All targets by turns, a slice of time each, the one that has had least of it first; ends at the first failure. */
export async function fuzz(targets: readonly Target[], session: Session): Promise<SessionResult> {
  const { clock } = session;
  const end = clock() + session.seconds * 1000;
  const share = (session.seconds * 1000) / Math.max(1, targets.length);
  // One alone goes on with its seed, which may have needed longer than a slice to fail.
  const slice = targets.length === 1 ? share : Math.min(SLICE_MS, share);
  let tallies: readonly Tally[] = targets.map((target) => ({ target, inputs: 0, milliseconds: 0 }));
  let seed = session.seed;
  for (let turn = 0; turn < targets.length || clock() < end; turn++) {
    const next = leastTried(tallies);
    if (next === undefined) break;
    const start = clock();
    const { inputs, failure } = await next.target.fuzz({ seed, milliseconds: slice });
    const tally = {
      target: next.target,
      inputs: next.inputs + inputs,
      milliseconds: next.milliseconds + (clock() - start),
    };
    tallies = tallies.map((each) => (each === next ? tally : each));
    if (failure !== undefined) {
      return { tallies, failure: { ...failure, target: next.target.name, seed } };
    }
    seed = nextSeed(seed);
  }
  return { tallies };
}

function leastTried(tallies: readonly Tally[]): Tally | undefined {
  return tallies.reduce<Tally | undefined>(
    (least, tally) =>
      least === undefined || tally.milliseconds < least.milliseconds ? tally : least,
    undefined,
  );
}

/** Each turn tries other inputs, and the first seed decides them all. */
function nextSeed(seed: number): number {
  return (Math.imul(seed, 0x41c64e6d) + 0x3039) & 0x7fffffff;
}
