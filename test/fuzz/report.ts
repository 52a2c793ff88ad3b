import path from "node:path";
import { KEY_PATTERN } from "../../src/key/shape.ts";
import { Broken } from "./target.ts";
import type { Failure } from "./target.ts";
import type { SessionResult } from "./session.ts";

/** What failed and how to see it again. No key is shown, not even a made one: a text of that shape alarms scanners. */
export function showFailure({
  target,
  seed,
  input,
  error,
}: Failure & { readonly target: string; readonly seed?: number }): string {
  const again =
    seed === undefined ? [] : [`  again:  FUZZ_SEED=${seed} FUZZ_TARGET="${target}" npm run fuzz`];
  return [
    `FAILED: ${target}`,
    ...again,
    `  what:   ${describe(error)}`,
    `  input:  ${show(input)}`,
  ].join("\n");
}

function show(input: unknown): string {
  const text = JSON.stringify(input ?? "none");
  return text.replaceAll(new RegExp(KEY_PATTERN, "g"), "‹shaped like a key›");
}

const FRAMES = 4;

/** Our own words, or where it was thrown. What a thrown error says may hold the input. */
function describe(error: unknown): string {
  if (error instanceof Broken) return `does not hold: ${error.message}`;
  if (!(error instanceof Error)) return "something that is no error was thrown";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at .*[:(]/.test(line));
  const places = frames
    .map((frame) => /((?:file:)?[^\s(]+:\d+):\d+\)?$/.exec(frame)?.[1] ?? "")
    .filter((place) => place !== "" && !place.includes("node_modules"))
    .map((place) => path.relative(process.cwd(), place.replace(/^file:\/\//, "")));
  return `${error.name} thrown at ${places.slice(0, FRAMES).join(", ")}`;
}

/** One line for each target: how much it had to take. */
export function showCounts(tallies: SessionResult["tallies"]): string {
  return tallies
    .map(
      ({ target, inputs, milliseconds }) =>
        `  ${target.name}: ${inputs} inputs in ${(milliseconds / 1000).toFixed(1)} s`,
    )
    .join("\n");
}
