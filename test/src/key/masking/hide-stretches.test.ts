import { describe, expect, it } from "vitest";
import { hideStretches } from "../../../../src/key/masking/hide-stretches.ts";
import type { Stretch } from "../../../../src/key/masking/hide-stretches.ts";

const TEXT = "0123456789";

function stretch(start: number, end: number, mask = "****"): Stretch {
  return { start, end, mask, inBase64: false };
}

describe("stretches of a text", () => {
  it.each<[string, readonly Stretch[], string]>([
    ["none", [], TEXT],
    ["one", [stretch(2, 4)], "01****456789"],
    ["all of it", [stretch(0, 10)], "****"],
    ["two apart", [stretch(1, 2), stretch(3, 4)], "0****2****456789"],
    ["two in the wrong order", [stretch(3, 4), stretch(1, 2)], "0****2****456789"],
    ["two that meet", [stretch(1, 3), stretch(3, 5)], "0********56789"],
    ["two that overlap by one", [stretch(1, 4), stretch(3, 5)], "0****56789"],
    ["one inside another", [stretch(1, 8), stretch(3, 5)], "0****89"],
    ["one that ends as another does", [stretch(1, 8), stretch(3, 8)], "0****89"],
    ["a third behind two", [stretch(1, 8), stretch(3, 5), stretch(7, 9)], "0****9"],
    ["a third after two", [stretch(1, 8), stretch(3, 5), stretch(8, 9)], "0********9"],
  ])("%s", (_, stretches, shown) => {
    expect(hideStretches(TEXT, stretches)).toBe(shown);
  });

  it.each([
    ["the same", "****abcd", "****abcd", "****abcd"],
    ["none and a hint", "****", "****abcd", "****abcd"],
    ["a hint and none", "****abcd", "****", "****abcd"],
    ["two hints", "****abcd", "****1234", "****"],
    ["none", "****", "****", "****"],
  ])("that overlap show one mask, of %s", (_, one, other, mask) => {
    expect(hideStretches(TEXT, [stretch(1, 4, one), stretch(3, 5, other)])).toBe(`0${mask}56789`);
  });

  it("leave gaps that are read by themselves, the last one too", () => {
    const gaps: string[] = [];
    const shown = hideStretches(TEXT, [stretch(2, 4), stretch(7, 8)], (gap) => {
      gaps.push(gap);
      return `<${gap}>`;
    });
    expect(gaps).toEqual(["01", "456", "89"]);
    expect(shown).toBe("<01>****<456>****<89>");
  });
});

describe("stretches in base64", () => {
  const hide = (text: string, ...stretches: readonly (readonly [number, number, string])[]) =>
    hideStretches(
      text,
      stretches.map(([start, end, mask]) => ({ start, end, mask, inBase64: true })),
    );

  it("take all of it, and no more", () => {
    expect(hide("a: aGVsbG8= b", [5, 7, "****"])).toBe("a: **** b");
  });

  it("that stand in one text become one", () => {
    expect(hide("aGVsbG8gd29ybGQ=", [2, 4, "****abcd"], [8, 10, "****abcd"])).toBe("****abcd");
    expect(hide("aGVsbG8gd29ybGQ=", [2, 4, "****abcd"], [8, 10, "****1234"])).toBe("****");
  });

  it("do not reach back into what is hidden already", () => {
    const plain: Stretch = { start: 0, end: 3, mask: "****", inBase64: false };
    const inBase64: Stretch = { start: 5, end: 6, mask: "****", inBase64: true };
    expect(hideStretches("abcdefgh.", [plain, inBase64])).toBe("********.");
  });
});
