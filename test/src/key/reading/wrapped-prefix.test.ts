import { describe, expect, it } from "vitest";
import { lineJoints } from "../../../../src/key/reading/wrapped-prefix.ts";

const PREFIX = /PREFIX/g;
const line = (length: number): string => "x".repeat(length);

function jointsOf(text: string) {
  return lineJoints(text, PREFIX);
}

describe("where a line of base64 ends within a prefix", () => {
  it.each([
    "\n",
    "\r\n",
    "\r",
    "\\n",
    "\\r\\n",
    " \n",
    "\\\n",
    '" +\n"',
    '" + "',
    "' + '",
    '\\n",\n"',
  ])("by %j", (lineBreak) => {
    const text = `${line(40)}PRE${lineBreak}FIX${line(9)}`;
    const joints = jointsOf(text);
    expect(joints.length).toBeGreaterThan(0);
    for (const joint of joints) {
      expect(joint).toEqual({ joined: "xxxxPREFIXxxxx", start: 36, before: 7 });
    }
  });

  it.each([
    ["the line is too short", `${line(36)}PRE\nFIX${line(40)}`],
    ["the line is too long", `${line(118)}PRE\nFIX${line(40)}`],
    ["there is no prefix", `${line(40)}PRE\nFIT${line(40)}`],
    ["the prefix is too far away", `${line(40)}PREFIX${line(7)}\n${line(40)}`],
    ["the next line begins otherwise", `${line(40)}PRE\n)FIX`],
    ["too much stands before the break", `${line(40)}PRE${" ".repeat(13)}\nFIX`],
    ["a bracket stands before the break", `${line(40)}PRE)\nFIX`],
  ])("not where %s", (_, text) => {
    expect(jointsOf(text)).toEqual([]);
  });

  it.each([
    ["just long enough", `${line(37)}PRE\nFIX`, 33],
    ["as long as it may be", `${line(117)}PRE\nFIX`, 113],
    ["before it, as near as can be seen", `${line(33)}PREFIX${line(1)}\n${line(9)}`, 33],
    ["after it, as near as can be seen", `${line(40)}\nxPREFIX${line(9)}`, 33],
  ])("where the line is %s", (_, text, start) => {
    expect(jointsOf(text).map((joint) => joint.start)).toEqual([start]);
  });

  it("leaves a plus before the break to the base64", () => {
    const plus = lineJoints(`${line(40)}PRE+\nFIX`, /PRE\+FIX/g);
    expect(plus).toEqual([{ joined: "xxxPRE+FIX", start: 37, before: 7 }]);
  });

  it("is told from left to right, whatever the breaks are", () => {
    const pieces = ["\r", "\n", '" + "', "\\n"].map((lineBreak) => `${line(40)}PRE${lineBreak}FIX`);
    const text = pieces.join(" ");
    const starts = jointsOf(text).map(({ start }) => start);
    expect(new Set(starts).size).toBe(4);
    expect(starts).toEqual(starts.toSorted((one, other) => one - other));
  });
});
