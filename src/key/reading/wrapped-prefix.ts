import { base64Value, hasRun } from "../encoding/base64.ts";
import { isFullLine, SHORTEST_WRAPPED_LINE, wrapEnd } from "./line-wrap.ts";

/** Two pieces of base64, the end of a line and the beginning of the next, and where in the text they stand. */
export interface LineJoint {
  readonly joined: string;
  readonly start: number;
  /** How much of `joined` belongs to the line before. */
  readonly before: number;
}

/** No prefix is longer, so that one less of it stands on either side. */
const MOST_ON_A_SIDE = 7;
const BREAKS = ["\n", "\r", "\\", '" + "', "' + '"] as const;
/** What a wrap may have before the break that it is found by. */
const BEFORE_BREAK = new Set(Array.from(" \t\"'`+.\\", (character) => character.charCodeAt(0)));
const MOST_BEFORE_BREAK = 12;

/**
 * Every place where wrapped base64 goes on and a prefix is near, from left to right. By themselves, because an expression for a
 * prefix that allows a wrap between any two characters was measured to take six times as long on every text.
 */
export function lineJoints(text: string, prefix: RegExp): readonly LineJoint[] {
  if (!hasRun(text, SHORTEST_WRAPPED_LINE)) return [];
  const joints = BREAKS.flatMap((lineBreak) => jointsAt(text, lineBreak, prefix));
  return joints.sort((one, other) => one.start - other.start);
}

function jointsAt(text: string, lineBreak: string, prefix: RegExp): readonly LineJoint[] {
  const joints: LineJoint[] = [];
  for (let at = text.indexOf(lineBreak); at >= 0; at = text.indexOf(lineBreak, at + 1)) {
    const end = wrapStart(text, at);
    // First, because most lines of most texts end otherwise, and that is told from a few characters.
    const joint = isFullLine(text, end) ? jointAt(text, end, prefix) : undefined;
    if (joint !== undefined) joints.push(joint);
  }
  return joints;
}

/** Back over quotes and the like, but not over a plus that is base64 itself. */
function wrapStart(text: string, lineBreak: number): number {
  let start = lineBreak;
  const floor = Math.max(0, lineBreak - MOST_BEFORE_BREAK);
  while (start > floor && BEFORE_BREAK.has(text.charCodeAt(start - 1))) start--;
  while (start < lineBreak && base64Value(text, start) >= 0) start++;
  return start;
}

function jointAt(text: string, end: number, prefix: RegExp): LineJoint | undefined {
  const next = wrapEnd(text, end);
  if (next === undefined) return undefined;
  const start = end - MOST_ON_A_SIDE;
  const joined = text.slice(start, end) + text.slice(next, next + MOST_ON_A_SIDE);
  prefix.lastIndex = 0;
  if (!prefix.test(joined)) return undefined;
  return { joined, start, before: MOST_ON_A_SIDE };
}
