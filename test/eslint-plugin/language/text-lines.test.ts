import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextLines } from "../../../eslint-plugin/language/text-lines.ts";

describe("the lines of a text", () => {
  test.each([
    ["", 0, { line: 1, column: 0 }],
    ["abc", 0, { line: 1, column: 0 }],
    ["abc", 3, { line: 1, column: 3 }],
    ["a\nb", 1, { line: 1, column: 1 }],
    ["a\nb", 2, { line: 2, column: 0 }],
    ["a\r\nb", 3, { line: 2, column: 0 }],
    ["a\rb", 2, { line: 2, column: 0 }],
    ["a\n\nb", 2, { line: 2, column: 0 }],
    ["a\n", 2, { line: 2, column: 0 }],
    ["a\u2028b", 2, { line: 1, column: 2 }],
    ["abc", -1, { line: 1, column: 0 }],
    ["abc", 9, { line: 1, column: 3 }],
  ])("%j has its character %i at %j", (text, index, position) => {
    expect(new TextLines(text).positionAt(index)).toEqual(position);
  });

  test("lead from every place to its position and back", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "b", "\n", "\r") }), (text) => {
        const lines = new TextLines(text);
        for (let index = 0; index <= text.length; index++) {
          const { line, column } = lines.positionAt(index);
          expect(lines.indexAt({ line, column })).toBe(index);
          const before = text.slice(0, index).split(/\r\n|\r(?!\n)|\n/);
          // Between the two characters of a line break one is still on the line before.
          if (!(text[index - 1] === "\r" && text[index] === "\n")) {
            expect({ line, column }).toEqual({
              line: before.length,
              column: before.at(-1)?.length ?? 0,
            });
          }
        }
      }),
    );
  });

  test("end where the text does", () => {
    expect(new TextLines("a\nb").indexAt({ line: 9, column: 0 })).toBe(3);
    expect(new TextLines("a\nb").indexAt({ line: 2, column: 9 })).toBe(3);
  });
});
