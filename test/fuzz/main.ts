/**
 * `npm run fuzz`: first the inputs that once failed, then new ones for `FUZZ_SECONDS`, shared by all targets alike, or
 * for the one of `FUZZ_TARGET`. `FUZZ_SEED` decides what is tried.
 */
import { randomInt } from "node:crypto";
import { REGRESSIONS } from "./regressions.ts";
import { showCounts, showFailure } from "./report.ts";
import { fuzz } from "./session.ts";
import { readSettings, type Settings } from "./settings.ts";
import { TARGETS } from "./targets.ts";

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function replayAll(): Promise<boolean> {
  let isGood = true;
  for (const { target: name, input } of REGRESSIONS) {
    try {
      await TARGETS.find((target) => target.name === name)?.replay(input);
    } catch (error) {
      isGood = false;
      say(showFailure({ target: name, input, error }));
    }
  }
  say(`${REGRESSIONS.length} inputs that once failed were tried again.`);
  return isGood;
}

async function tryNew({ seed, seconds, targets }: Settings): Promise<boolean> {
  say(`Seed ${seed}, ${seconds} seconds, ${targets.length} targets.`);
  const clock = (): number => performance.now();
  const { tallies, failure } = await fuzz(targets, { seed, seconds, clock });
  say(showCounts(tallies));
  if (failure !== undefined) say(showFailure(failure));
  return failure === undefined;
}

const settings = readSettings(process.env, { targets: TARGETS, seed: randomInt(2 ** 31 - 1) });
if (typeof settings === "string") {
  say(settings);
  process.exitCode = 2;
} else if (!(await replayAll()) || !(await tryNew(settings))) {
  process.exitCode = 1;
}
