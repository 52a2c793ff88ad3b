import { describe, expect, it } from "vitest";
import {
  afterWrap,
  beforeWrap,
  isFullLine,
  withoutWraps,
  wrapEnd,
} from "../../../../src/key/reading/line-wrap.ts";

const line = (length: number): string => "x".repeat(length);

describe("a full line", () => {
  it.each([
    [0, false],
    [39, false],
    [40, true],
    [120, true],
    [121, false],
    [500, false],
  ])("of %d characters: %s", (length, isFull) => {
    expect(isFullLine(line(length), length)).toBe(isFull);
    expect(isFullLine(`${line(200)} ${line(length)}\n${line(200)}`, 201 + length)).toBe(isFull);
  });
});

const WRAPS = [
  ...["\n", "\r\n", "\r", "\\n", "\\r\\n", "\\\\n", "\\\\r\\\\n", "\\\\\\\\n", "\\r"],
  ...[" \n", "\t\n", "    \n", "\\\n", "\n  ", `\n${" ".repeat(40)}`, "\n> ", "\n# ", "\n\t> > "],
  ...[
    '" +\n  "',
    "' +\r\n  '",
    "` +\n`",
    '"\n  + "',
    '" . "',
    '" + "',
    '"\n"',
    '\\" +\\n\\"',
    '" \\\n"',
  ],
  ...['\\n",\n  "', '\\n" +\n "', "\\n',\n  '", '\\n","', '\\n" "', '\\n", "'],
];

describe("base64 goes on after", () => {
  it.each(WRAPS)("%j", (wrap) => {
    const text = `${line(40)}${wrap}yy`;
    expect(wrapEnd(text, 40)).toBe(40 + wrap.length);
    expect(afterWrap(text, 40, "full-lines")).toBe(40 + wrap.length);
    expect(withoutWraps(text)).toBe(`${line(40)}yy`);
    // The letter of a written break looks like the first character of the line after it.
    const next = 40 + wrap.length - (/\\[nr]$/.test(wrap) ? 1 : 0);
    expect(beforeWrap(text, next)).toBe(40);
  });

  it.each([
    ["a space", " "],
    ["nothing", ""],
    ["five spaces and a break", "     \n"],
    ["two breaks", "\n\n"],
    ["an indent that is too deep", `\n${" ".repeat(41)}`],
    ["another mark", "\n* "],
    ["another sign between strings", '" * "'],
    ["a string right after another", '""'],
    ["a comma between strings on one line", '", "'],
    ["another written letter", "\\t"],
    ["too many backslashes", "\\\\\\\\\\\\n"],
    ["the end of an HTML line", "<br>\n"],
  ])("not after %s", (_, wrap) => {
    const text = `${line(40)}${wrap}yy`;
    expect(wrapEnd(text, 40)).toBeUndefined();
    expect(afterWrap(text, 40, "any-lines")).toBeUndefined();
    expect(beforeWrap(text, 40 + wrap.length)).toBeUndefined();
  });

  it.each(["\n", '" +\n"', "\\n"])("not where none follows on %j", (wrap) => {
    expect(wrapEnd(`${line(40)}${wrap}=`, 40)).toBeUndefined();
    expect(wrapEnd(`${line(40)}${wrap}`, 40)).toBeUndefined();
  });

  it("a short line only for who takes any", () => {
    for (const [length, isFull] of [
      [39, false],
      [40, true],
      [120, true],
      [121, false],
    ] as const) {
      const text = `${line(length)}\nyy`;
      expect(afterWrap(text, length, "any-lines")).toBe(length + 1);
      expect(afterWrap(text, length, "full-lines")).toBe(isFull ? length + 1 : undefined);
    }
  });
});

describe("the line before", () => {
  it.each([
    [39, false],
    [40, true],
    [121, true],
    [300, true],
  ])("of %d characters is one to go on from: %s", (length, isOne) => {
    expect(beforeWrap(`${line(length)}\nyy`, length + 1)).toBe(isOne ? length : undefined);
  });

  it.each(["\\n", "\\r"])("is found from the letter of a written break, %j", (wrap) => {
    expect(beforeWrap(`${line(40)}${wrap}yy`, 41)).toBe(40);
    expect(beforeWrap(`${line(40)}${wrap}yy`, 43)).toBeUndefined();
  });

  it("is found after the longest wrap there is", () => {
    const spaces = " ".repeat(40);
    const wrap = `\\\\\\"${spaces}+${spaces}\\\\\\\\\\r\\\\\\\\n${spaces}+${spaces}\\\\\\"`;
    const text = `${line(60)}${wrap}yy`;
    expect(beforeWrap(text, 60 + wrap.length)).toBe(60);
  });
});
