import { describe, expect, it } from "vitest";
import { base64RunEnd, base64RunStart } from "../../../../src/key/masking/base64-run.ts";

const FULL = "x".repeat(40);
const SHORT = "x".repeat(39);

describe("the start of a base64 text", () => {
  it.each([
    ["after a space", "a bcd", 4, 2],
    ["after an equals sign", "a=bcd", 4, 2],
    ["at the start", "abcd", 2, 0],
    ["where it is already", "a bcd", 2, 2],
    ["of both alphabets", " a+/-_d", 6, 1],
    ["on the full line before", `a ${FULL}\nyy`, 44, 2],
    ["two full lines before", `a ${FULL}\n${FULL}\nyy`, 85, 2],
    ["on the last full line", `${SHORT}\n${FULL}\nyy`, 82, 40],
    ["on its own line after one too short", `${SHORT}\nyy`, 41, 40],
  ])("is %s", (_, text, within, start) => {
    expect(base64RunStart(text, within, 0)).toBe(start);
  });

  it.each([
    ["a character", "abcd", 3, 2, 2],
    ["the line before", `${FULL}\nyy`, 42, 41, 41],
    ["the end of the line before", `${FULL}\nyy`, 42, 40, 41],
    ["a part of the line before", `${FULL}\nyy`, 42, 30, 30],
  ])("goes back no further than %s", (_, text, within, floor, start) => {
    expect(base64RunStart(text, within, floor)).toBe(start);
  });
});

describe("the end of a base64 text", () => {
  it.each([
    ["before a space", "abc d", "abc"],
    ["before a bracket", "abc)", "abc"],
    ["after the padding", "abc== d", "abc=="],
    ["after an escaped plus", "ab%2Bcd e", "ab%2Bcd"],
    ["after an escaped slash in small letters", "ab%2fcd e", "ab%2fcd"],
    ["after escaped padding", "ab%3D%3d e", "ab%3D%3d"],
    ["after a slash of JSON", "ab\\/cd e", "ab\\/cd"],
    ["after a slash of JSON in JSON", "ab\\\\/cd e", "ab\\\\/cd"],
    ["after a code of JSON", "ab\\u002Bcd\\u003d e", "ab\\u002Bcd\\u003d"],
    ["after a code of JSON in JSON", "ab\\\\u002fcd e", "ab\\\\u002fcd"],
    ["after a number of HTML", "ab&#43;c&#47;d&#61; e", "ab&#43;c&#47;d&#61;"],
    ["after a hex number of HTML", "ab&#x2B;c&#X2f;d&#x3D; e", "ab&#x2B;c&#X2f;d&#x3D;"],
    ["after a name of HTML", "ab&plus;c&sol;d&equals; e", "ab&plus;c&sol;d&equals;"],
    ["before another escape", "ab%20cd", "ab"],
    ["before another escape of JSON", "ab\\u0020cd", "ab"],
    ["before another name of HTML", "ab&amp;cd", "ab"],
    ["before another number of HTML", "ab&#44;cd", "ab"],
    ["before three backslashes", "ab\\\\\\/cd", "ab"],
    ["at the end of the text", "abc", "abc"],
    ["at the end of the next line", "abc\ndef", "abc\ndef"],
    ["at the end of the line after it", "abc\ndef\nghi", "abc\ndef\nghi"],
    ["before a line that is more than base64", "abc\nHost: x", "abc"],
    ["before an empty line", "abc\n\n: x", "abc"],
    ["before a quote on the next line", 'abc\ndef"', "abc\ndef"],
    ["before a single quote on the next line", "abc\ndef'", "abc\ndef"],
    ["before a back quote on the next line", "abc\ndef`", "abc\ndef"],
    ["before a backslash on the next line", "abc\ndef\\", "abc\ndef"],
    ["before a tag on the next line", "abc\ndef</a>", "abc\ndef"],
    ["before a carriage return on the next line", "abc\ndef\r", "abc\ndef"],
    ["before a comma on the next line", "abc\ndef,", "abc"],
  ])("is %s", (_, text, run) => {
    expect(base64RunEnd(text, 1)).toBe(run.length);
  });
});
