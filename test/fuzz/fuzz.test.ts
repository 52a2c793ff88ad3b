import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KEY_PATTERN } from "../../src/key/shape.ts";
import { exampleKey } from "../support/keys.ts";
import { REGRESSIONS } from "./regressions.ts";
import { showCounts, showFailure } from "./report.ts";
import { fuzz } from "./session.ts";
import { readSettings } from "./settings.ts";
import { createTarget, require, type Target } from "./target.ts";
import { TARGETS } from "./targets.ts";
import { keyPlans, makeTwins } from "./twins.ts";

const PATIENCE = { timeout: 300_000 };

describe("every target", () => {
  test.each(TARGETS.map((target) => [target.name, target] as const))(
    "takes what it is given: %s",
    PATIENCE,
    async (_name, target) => {
      const { inputs, failure } = await target.fuzz({
        seed: 7,
        milliseconds: 250_000,
        inputsAtMost: 8,
      });
      expect(failure && showFailure({ ...failure, target: target.name, seed: 7 })).toBeUndefined();
      expect(inputs).toBe(8);
    },
  );

  test("has a name of its own", () => {
    expect(new Set(TARGETS.map(({ name }) => name)).size).toBe(TARGETS.length);
  });
});

describe("what once failed", () => {
  test.each(REGRESSIONS.map((regression) => [regression.why, regression] as const))(
    "holds: %s",
    PATIENCE,
    async (_why, { target: name, input }) => {
      const target = TARGETS.find((each) => each.name === name);
      expect(target?.name).toBe(name);
      await target?.replay(input);
    },
  );
});

describe("twins", () => {
  test("differ in all but prefix, lengths and their last four characters, and are the same each time", () => {
    fc.assert(
      fc.property(keyPlans, (plan) => {
        const [one, other] = makeTwins(plan);
        expect(makeTwins(plan)).toEqual([one, other]);
        expect(new RegExp(`^${KEY_PATTERN}$`).test(one)).toBe(true);
        expect(other).toHaveLength(one.length);
        expect(other.slice(-4)).toBe(one.slice(-4));
        expect(other.slice(4, 12)).not.toBe(one.slice(4, 12));
      }),
    );
  });
});

/** Fails for every list that holds a number above 41. */
const breakable = createTarget({
  name: "breakable",
  inputs: fc.record({ numbers: fc.array(fc.nat({ max: 1000 })) }),
  holds: ({ numbers }) => {
    require(numbers.every((each) => each < 42), "all numbers are small");
  },
});

/** Takes a while for each input, by a clock that the test turns. */
function slowTarget(name: string, each: number): { target: Target; tried: () => number } {
  let tried = 0;
  return {
    target: {
      name,
      fuzz: () => {
        now += each;
        tried += 1;
        return Promise.resolve({ inputs: 1 });
      },
      replay: () => Promise.resolve(),
    },
    tried: () => tried,
  };
}

let now = 0;
const clock = (): number => now;

describe("a session", () => {
  test("shares its time alike, whatever an input costs", async () => {
    const [quick, slow] = [slowTarget("quick", 10), slowTarget("slow", 100)];
    const { tallies } = await fuzz([quick.target, slow.target], { seed: 1, seconds: 4, clock });
    const [one = 0, other = 0] = tallies.map(({ milliseconds }) => milliseconds);
    expect(Math.abs(one - other)).toBeLessThanOrEqual(100);
    expect(one + other).toBeGreaterThanOrEqual(4000);
    expect(quick.tried()).toBeGreaterThan(5 * slow.tried());
    expect(showCounts(tallies)).toContain(`quick: ${quick.tried()} inputs in 2.0 s`);
  });

  test("gives every target a turn, however short the time", async () => {
    const targets = ["a", "b", "c"].map((name) => slowTarget(name, 1000));
    await fuzz(
      targets.map(({ target }) => target),
      { seed: 1, seconds: 0.1, clock },
    );
    expect(targets.map(({ tried }) => tried())).toEqual([1, 1, 1]);
  });

  test("lets one target alone go on with its seed until the time is up", async () => {
    const given: { seed: number; milliseconds: number }[] = [];
    const target: Target = {
      name: "alone",
      fuzz: (attempt) => {
        given.push(attempt);
        now += attempt.milliseconds;
        return Promise.resolve({ inputs: 1 });
      },
      replay: () => Promise.resolve(),
    };
    await fuzz([target], { seed: 9, seconds: 4, clock });
    expect(given).toEqual([{ seed: 9, milliseconds: 4000 }]);
  });

  test("ends at the first failure, with a small input that fails again", async () => {
    const { failure } = await fuzz([slowTarget("fine", 1).target, breakable], {
      seed: 3,
      seconds: 30,
      clock: () => performance.now(),
    });
    expect(failure).toMatchObject({ target: "breakable", input: { numbers: [42] } });
    await expect(breakable.replay(failure?.input)).rejects.toThrow("all numbers are small");
    const [one, other] = await Promise.all(
      [1, 2].map(() => breakable.fuzz({ seed: failure?.seed ?? 0, milliseconds: 10_000 })),
    );
    expect(one).toEqual(other);
    expect(one?.failure?.input).toEqual({ numbers: [42] });
  });
});

describe("the report of a failure", () => {
  test("says what failed, how to see it again, and on what", () => {
    const error = catchError(() => {
      require(false, "all is well");
    });
    expect(showFailure({ target: "a b", seed: 7, input: { a: 1 }, error })).toBe(
      [
        "FAILED: a b",
        '  again:  FUZZ_SEED=7 FUZZ_TARGET="a b" npm run fuzz',
        "  what:   does not hold: all is well",
        '  input:  {"a":1}',
      ].join("\n"),
    );
  });

  test("shows no key, neither of the input nor of what was thrown", () => {
    const key = exampleKey();
    const error = catchError(() => {
      throw new TypeError(`cannot read ${key}\n    at ${key} (x:1:2)`);
    });
    const shown = showFailure({ target: "a", input: { text: key }, error });
    expect(shown.includes(key.slice(4, 20))).toBe(false);
    expect(shown).toContain("shaped like a key");
    expect(shown).toContain("TypeError thrown at ");
    expect(shown).toContain("test/fuzz/fuzz.test.ts:");
    expect(shown).not.toContain(process.cwd());
  });
});

function catchError(run: () => void): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("the environment", () => {
  const [one, other] = ["a b", "c"].map((name) => slowTarget(name, 1).target);
  const given = { targets: [one, other].filter((target) => target !== undefined), seed: 5 };

  test.each<[Readonly<Record<string, string>>, object]>([
    [{}, { seconds: 60, seed: 5, targets: given.targets }],
    [
      { FUZZ_SECONDS: "0.5", FUZZ_SEED: "0" },
      { seconds: 0.5, seed: 0 },
    ],
    [
      { FUZZ_SECONDS: "86400", FUZZ_SEED: "2147483647" },
      { seconds: 86_400, seed: 2_147_483_647 },
    ],
    [{ FUZZ_TARGET: "a b" }, { targets: [one] }],
  ])("%o is followed", (env, expected) => {
    expect(readSettings(env, given)).toMatchObject(expected);
  });

  test.each<[Readonly<Record<string, string>>, string]>([
    [{ FUZZ_SECONDS: "0" }, "FUZZ_SECONDS must be a number above 0"],
    [{ FUZZ_SECONDS: "soon" }, "FUZZ_SECONDS"],
    [{ FUZZ_SECONDS: "86401" }, "at most 86400"],
    [{ FUZZ_SEED: "-1" }, "FUZZ_SEED must be a whole number from 0"],
    [{ FUZZ_SEED: "1.5" }, "FUZZ_SEED"],
    [{ FUZZ_SEED: "2147483648" }, "to 2147483647"],
    [{ FUZZ_TARGET: "a" }, "FUZZ_TARGET must be one of these:\n- a b\n- c"],
  ])("%o is refused", (env, problem) => {
    expect(readSettings(env, given)).toContain(problem);
  });
});

test(
  "the command tries again what once failed, then what is new, and says how much",
  PATIENCE,
  () => {
    const env = { FUZZ_SECONDS: "0.5", FUZZ_SEED: "11", FUZZ_TARGET: "finder" };
    const { status, stdout } = spawnSync(process.execPath, ["test/fuzz/main.ts"], {
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
    expect(stdout).toMatch(
      /^[1-9]\d* inputs that once failed were tried again\.\nSeed 11, 0\.5 seconds, 1 targets\.\n {2}finder: [1-9]\d* inputs in \d+\.\d s\n$/,
    );
    expect(status).toBe(0);
  },
);
