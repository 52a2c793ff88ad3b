import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNeedleIndex } from "../../../../src/key/masking/needle-index.ts";
import { runs } from "../../samples.ts";

/** The same, by looking for each needle at each place. */
function lookEverywhere(lists: readonly (readonly string[])[], text: string) {
  return lists.flatMap((needles, list) =>
    needles.flatMap((form, needle) => {
      const starts = Array.from(text, (_, start) => start).filter((start) =>
        text.startsWith(form, start),
      );
      return starts.length === 0 ? [] : [{ list, needle, starts }];
    }),
  );
}

describe("an index of needles", () => {
  it("finds each of them wherever it stands, in order", () => {
    const unit = fc.constantFrom("a", "b", "\u00e5");
    const needles = fc.array(fc.string({ unit, minLength: 6, maxLength: 60 }), { maxLength: 4 });
    const lists = fc.array(needles, { maxLength: 40 });
    const filler = fc.array(fc.string({ unit, maxLength: 30 }), { maxLength: 6 });
    fc.assert(
      fc.property(lists, filler, fc.infiniteStream(fc.nat()), (all, gaps, choices) => {
        const flat = all.flat();
        // Most needles are too long to stand in a random text by chance.
        const text = gaps
          .map((gap) => gap + (flat[(choices.next().value ?? 0) % (flat.length || 1)] ?? ""))
          .join("");
        expect(createNeedleIndex(all).find(text)).toEqual(lookEverywhere(all, text));
      }),
      { numRuns: runs(500) },
    );
  });

  it.each([6, 7, 15, 16, 17, 47, 48, 49])(
    "finds one of %i characters, and none that is cut",
    (n) => {
      const needle = "0123456789".repeat(5).slice(0, n);
      const index = createNeedleIndex([["other needle"], ["something", needle]]);
      expect(index.find(needle)).toEqual([{ list: 1, needle: 1, starts: [0] }]);
      expect(index.find(`x${needle}${needle}`)).toEqual([
        { list: 1, needle: 1, starts: [1, 1 + n] },
      ]);
      expect(index.find(needle.slice(0, -1))).toEqual([]);
      expect(index.find(needle.slice(1))).toEqual([]);
      expect(index.find(`${needle.slice(0, -1)}!`)).toEqual([]);
    },
  );

  it("does not find shorter ones, and finds those beside them", () => {
    const index = createNeedleIndex([["short", "", "needle"], ["tiny"], ["longer needle"]]);
    expect(index.find("short and tiny")).toEqual([]);
    expect(index.find("a longer needle")).toEqual([
      { list: 0, needle: 2, starts: [9] },
      { list: 2, needle: 0, starts: [2] },
    ]);
  });

  it("finds each of very many", () => {
    const needles = Array.from({ length: 200 }, (_, index) => `needle ${index}, one of many`);
    const index = createNeedleIndex(needles.map((needle) => [needle]));
    for (const [list, needle] of needles.entries()) {
      expect(index.find(`a ${needle}`)).toEqual([{ list, needle: 0, starts: [2] }]);
    }
  });

  it("of nothing finds nothing", () => {
    expect(createNeedleIndex([]).find("anything at all")).toEqual([]);
    expect(createNeedleIndex([[], []]).find("anything at all")).toEqual([]);
    expect(createNeedleIndex([["needle"]]).find("")).toEqual([]);
  });

  it("finds one that stands in two lists for both", () => {
    const index = createNeedleIndex([["needle"], ["needle"]]);
    expect(index.find("a needle")).toEqual([
      { list: 0, needle: 0, starts: [2] },
      { list: 1, needle: 0, starts: [2] },
    ]);
  });
});
