import { describe, expect, it } from "vitest";
import { isWordStart } from "../../../../src/key/reading/word-boundary.ts";

const starts = (before: string): boolean => isWordStart(`${before}x`, before.length);

describe("a word may begin after", () => {
  it.each([
    ["nothing", ""],
    ...Array.from(" \n\t\"'`=:/.-,()[]{}<>@&?#$%\\*+~^|!;\0é").map((mark) => [mark, `a${mark}`]),
  ])("%s", (_, before) => {
    expect(starts(before)).toBe(true);
  });

  it.each(Array.from("azAZ09_"))("not after %s", (before) => {
    expect(starts(before)).toBe(false);
    expect(starts(`=${before}`)).toBe(false);
  });

  // The escape, and what it would be with one character less or another one.
  it.each([
    ["\\n", "n", "\\N", "\\q"],
    ["\\a", "a", "\\A", "\\c"],
    ["\\0", "0", "\\8", "\\9"],
    ["\\07", "07", "\\87", "\\08"],
    ["\\377", "377", "\\477", "\\378"],
    ["\\x3d", "x3d", "\\x3g", "\\xg3"],
    ["\\u003d", "u003d", "\\u03d", "\\u003g"],
    ["\\U0000000a", "U0000000a", "\\U000000a", "\\U0000000g"],
    ["%3D", "3D", "%3g", "%g3"],
    ["%253D", "253D", "%263Dx", "%25x"],
    ["%252525253D", "252525253D", "%25x3D", "%%x"],
    ["=3D", "3D", "=3C", "=1D"],
    ["=3d", "3d", "=3c", "=4d"],
    ["=22", "22", "=2g", "=32"],
    ["=2F", "2F", "=G2", "=2_"],
    ["=0A", "0A", "=0B", "=1A"],
    ["=09", "09", "=08", "=19"],
    ["\x1b[31m", "31m", "\x1b31m", "\x1b(31m"],
    ["\x1b[0;1;31m", "0;1;31m", "\x1b[0x1;31m", "\x1b]0;1;31m"],
    ["\x1b[ q", "q", "\x1b q", "\x1b[\x00q"],
    ["\\x1b[31K", "1b[31K", "\\x2b[31K", "\\x1c[31K"],
    ["\\u001b[31K", "001b[31K", "\\u002b[31K", "\\u01b[31K"],
    ["\\U0000001b[31K", "1b[31K", "\\U1000001b[31K", "\\U0001b[31K"],
    ["\\033[31K", "033[31K", "\\034[31K", "\\33[31K"],
    ["\\e[31K", "e[31K", "\\f[31K", "\\ee[31K"],
    ["\x9b31K", "31K", "\x9c31K", "\x9b31_K_"],
    ["\\x9b31K", "x9b31K", "\\x9c31K", "\\x8b31K"],
    ["\\u009b31K", "u009b31K", "\\u009c31K", "\\u019b31K"],
    ["\\23331K", "23331K", "\\23431K", "\\13331K"],
    ["\x1b(B", "(B", "\x1b)B", "\x1b(C"],
    ["\x1b(0", "(0", "\x1b[(0", "\x1b(Z"],
    ["[31m", "31m", "[31n", "[31;x"],
    ["[0;1m", "[m", "[0:1m", "(0;1m"],
    [" -u", "-u", " -U", " u"],
  ])("%j, the end of an escape, and not after %j, %j or %j", (escape, ...others) => {
    for (const before of ["", "word", "word "]) expect(starts(before + escape)).toBe(true);
    for (const other of others) expect(starts(`word${other}`)).toBe(false);
  });
});

describe("in wide text", () => {
  it("the NULs between the characters are passed over", () => {
    expect(isWordStart("a\0x", 2, { wide: true })).toBe(false);
    expect(isWordStart("a\0x", 2)).toBe(true);
    expect(isWordStart("\\\0n\0x", 4, { wide: true })).toBe(true);
    expect(isWordStart("=\0x", 2, { wide: true })).toBe(true);
  });
});
