import { describe, expect, test } from "vitest";
import { findDisableComments } from "../../../eslint-plugin/language/disable-comments.ts";
import type { DisableComment } from "../../../eslint-plugin/language/disable-comments.ts";

function find(text: string, path = ".env"): readonly DisableComment[] {
  return findDisableComments({ text, path, isOurs: (name) => name.startsWith("pleo/") });
}

describe("a comment that turns rules off", () => {
  test.each([
    [".env", "# eslint-disable-next-line pleo/a", "disable-next-line", "pleo/a", ""],
    [".env", "A=1 # eslint-disable-line pleo/a", "disable-line", "pleo/a", ""],
    [".env", "#eslint-disable pleo/a", "disable", "pleo/a", ""],
    [".env", "# eslint-enable", "enable", "", ""],
    [".env", "# eslint-disable-line", "disable-line", "", ""],
    [".env", "# eslint-disable-line -- a sample", "disable-line", "", "a sample"],
    [".env", "# eslint-disable-line pleo/a -- a -- b", "disable-line", "pleo/a", "a -- b"],
    [".env", "# eslint-disable-line pleo/a, pleo/b", "disable-line", "pleo/a, pleo/b", ""],
    ["a.ini", "; eslint-disable-next-line", "disable-next-line", "", ""],
    ["a.json", "// eslint-disable-next-line", "disable-next-line", "", ""],
    [
      "a.json",
      "/* eslint-disable-next-line pleo/a -- why */",
      "disable-next-line",
      "pleo/a",
      "why",
    ],
    [
      "a.html",
      "<!-- eslint-disable-next-line pleo/a -- why -->",
      "disable-next-line",
      "pleo/a",
      "why",
    ],
    ["a.md", "<!-- eslint-disable -->", "disable", "", ""],
    ["a.sql", "-- eslint-disable-next-line", "disable-next-line", "", ""],
    ["a.bat", "REM eslint-disable-next-line", "disable-next-line", "", ""],
    // Of another kind of file: only with a name, and only for a line.
    ["a.md", "// eslint-disable-next-line pleo/a", "disable-next-line", "pleo/a", ""],
    ["a.html", "f(); // eslint-disable-line pleo/a", "disable-line", "pleo/a", ""],
  ])("is found in %s: %s", (path, text, type, value, justification) => {
    expect(find(text, path)).toMatchObject([{ type, value, justification }]);
  });

  test.each([
    [".env", "A=eslint-disable"],
    [".env", "#A eslint-disable"],
    [".env", "# eslint-disabled"],
    [".env", "# eslint-disable-next-lines"],
    [".env", "# eslint-disable-next-line other/a"],
    [".env", "http://eslint-disable-line"],
    ["a.md", "// eslint-disable-next-line"],
    ["a.md", "/* eslint-disable pleo/a */"],
    ["a.md", "# eslint-disable"],
    ["a.md", "// eslint-disable-next-line -- pleo/a"],
    ["a.md", "// eslint-disable-next-line no-console"],
  ])("is not found in %s: %s", (path, text) => {
    expect(find(text, path)).toEqual([]);
  });

  test("is pointed at as a whole", () => {
    const text = "A=1 <!-- eslint-disable-line pleo/a --> B=2";
    expect(find(text, "a.md").map(({ range }) => text.slice(...range))).toEqual([
      "<!-- eslint-disable-line pleo/a -->",
    ]);
  });

  test("counts for our rules only, each pointed at by itself", () => {
    const text = "# eslint-disable-line other/a, pleo/a,pleo/b , other/b -- why";
    const found = find(text);
    expect(found.map(({ value, justification }) => [value, justification])).toEqual([
      ["pleo/a", "why"],
      ["pleo/b", "why"],
    ]);
    expect(found.map(({ range }) => text.slice(...range))).toEqual(["pleo/a,", "pleo/b , "]);
  });

  test("is found on every line, however long", () => {
    const line = `A=1 # eslint-disable-line pleo/a ${" -".repeat(5_000)}\r\n`;
    expect(find(line.repeat(50))).toHaveLength(50);
  });
});
