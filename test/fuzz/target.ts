import fc from "fast-check";

/** Something that takes any input, and what has to hold of it whatever it is given. */
export interface Target {
  readonly name: string;
  /** Tries inputs until the time is up; the same seed tries the same. */
  readonly fuzz: (attempt: Attempt) => Promise<Outcome>;
  /** Tries one input; throws if what has to hold does not. */
  readonly replay: (input: unknown) => Promise<void>;
}

interface Attempt {
  readonly seed: number;
  readonly milliseconds: number;
  readonly inputsAtMost?: number;
}

interface Outcome {
  readonly inputs: number;
  readonly failure?: Failure;
}

export interface Failure {
  /** The smallest input that was found to fail. No key is in it: keys are made of plans. */
  readonly input: unknown;
  readonly error: unknown;
}

interface Description<Input> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<Input>;
  readonly holds: (input: Input) => void | Promise<void>;
}

/** Thrown by what has to hold. Says what does not, and nothing of the input. */
export class Broken extends Error {
  override readonly name = "Broken";
}

export function require(isSo: boolean, sentence: string): void {
  if (!isSo) throw new Broken(sentence);
}

const SHRINKING_MS = 20_000;

export function createTarget<Input>({ name, inputs, holds }: Description<Input>): Target {
  const property = fc.asyncProperty(inputs, async (input) => {
    await holds(input);
  });
  return {
    name,
    fuzz: async ({ seed, milliseconds, inputsAtMost = 1e9 }) => {
      const tried = await fc.check(property, {
        seed,
        numRuns: inputsAtMost,
        interruptAfterTimeLimit: milliseconds,
      });
      if (!tried.failed) return { inputs: tried.numRuns };
      // Once more, since the first attempt may have had no time left to make the input small.
      const shrunk = await fc.check(property, {
        seed,
        ...(tried.counterexamplePath === null ? {} : { path: tried.counterexamplePath }),
        interruptAfterTimeLimit: SHRINKING_MS,
      });
      const { counterexample, errorInstance } = shrunk.failed ? shrunk : tried;
      const [input] = counterexample ?? [];
      return { inputs: tried.numRuns, failure: { input, error: errorInstance } };
    },
    replay: async (input) => {
      await holds(input as Input);
    },
  };
}
