import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findKeys } from "../../../../src/key/find-keys.ts";
import { TextSigns } from "../../../../eslint-plugin/flow/evidence/text-signs.ts";
import { exampleKey } from "../../../support/keys.ts";

type Sign = {
  [Name in keyof TextSigns]: TextSigns[Name] extends boolean ? Name : never;
}[keyof TextSigns];

const KEY = exampleKey();

/** Per sign, texts that have it and texts that nearly do. */
const TEXTS: Readonly<Record<Sign, readonly (readonly [with_: string, without: string])[]>> = {
  hasWord: [
    ["a pleo b", "a ple o b"],
    ["Pleo", "Plea"],
    ["PLEO", "PLE0"],
    ["plEO", "plE\n"],
    ["pLeo", "xLeo"],
    ["pLEo", "pL_Eo"],
    ["applpleo", "applple"],
  ],
  hasPrefix: [
    ["pls_", "pls-"],
    ["x = plz_", "x = plZ_"],
    ["pleo plp_", "pleo pl1_"],
    ["plpla_", "Pla_"],
  ],
  hasBase64Prefix: [
    [btoa(KEY), btoa("nothing of that kind")],
    [btoa(`a${KEY}`), "Bs"],
    [btoa(`ab${KEY}`), "Gx wb"],
  ],
  hasHost: [
    ["https://external.pleo.io/v1", "https://pleo.example.com/v1"],
    ["PLEO.IO", "pleo-io"],
  ],
  mayHideKey: [
    ["\\u0070", "\\n"],
    ["&#112;", "& #"],
  ],
  showsDigits: [
    ["01234567", "0123456"],
    ["9abcdefa", "aabcdefa"],
    ["xMabcNabcOabc", "xMabcNabcPabc"],
    ["Z123Y123M123", "Z123Y123M12"],
  ],
  mayHoldUnseenPrefix: [["%70%6c%73%5f%30", "%71%6c%73%5f%30"]],
  showsPleo: [
    ["pleo", "apply_x"],
    ["pls_0", "pls_g"],
    [btoa(KEY), "Bs"],
  ],
  mayHoldKey: [[KEY, "pleo"]],
  mayDisguiseKey: [
    ["pls_", "pleo"],
    ["\\x70", "\\t"],
    ["01234567", "01234"],
  ],
};

const CASES = Object.entries(TEXTS).flatMap(([sign, pairs]) =>
  pairs.map(([shown, hidden]) => ({ sign: sign as Sign, shown, hidden })),
);

test.each(CASES)("$sign", ({ sign, shown, hidden }) => {
  expect(new TextSigns(shown)[sign]).toBe(true);
  expect(new TextSigns(hidden)[sign]).toBe(false);
});

describe("whatever the text", () => {
  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "p",
          "P",
          "l",
          "L",
          "e",
          "E",
          "o",
          "O",
          "_",
          "0",
          "a",
          "S",
          "N",
          "pl",
          "Bs",
          "wb",
          "Gx",
          "\\",
          "&#",
          " ",
        ),
        fc.constantFrom("pleo", "pls_", "01234567", "Mabc", ".io"),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(""));

  test("the word and the prefix are seen as by a pattern", () => {
    let seen = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const signs = new TextSigns(text);
        expect([signs.hasWord, signs.hasPrefix]).toEqual([
          /pleo/i.test(text),
          /pl[a-z]_/.test(text),
        ]);
        expect(signs.hasHost).toBe(/pleo\.io/i.test(text));
        expect(signs.showsDigits).toBe(/[0-9][0-9a-f]{7}|(?:[MNOYZ][A-Za-z0-9]{3}){3}/.test(text));
        seen += Number(signs.hasWord);
      }),
      { numRuns: 3000 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  test("what does not look as if it held a key holds none", () => {
    const spellings: readonly ((key: string) => string)[] = [
      (key) => key,
      (key) => `_${key}_`,
      (key) => encodeURIComponent(key).replaceAll(/[a-z]/g, (letter) => `%${hexOf(letter)}`),
      (key) => key.replace("_", "%5f"),
      (key) => key.replace(/(?<=_)./, (digit) => `%${hexOf(digit)}`),
      btoa,
      (key) => btoa(`${key}:`),
      (key) => btoa(`a${key}`),
      (key) => btoa(`ab${key}`),
      (key) => key.replaceAll(/(?!$)./g, "$&\0"),
      (key) => wrapped(btoa(`user of some longer name and what he said:${key}`)),
    ];
    let found = 0;
    fc.assert(
      fc.property(fc.constantFrom(...spellings), texts, texts, (spell, before, after) => {
        const text = `${before} ${spell(exampleKey())} ${after}`;
        if (findKeys(text).length === 0) return;
        found += 1;
        // Not by a matcher, whose report would show the key.
        if (!new TextSigns(text).mayHoldKey) throw new Error(`not seen: ${spell.toString()}`);
      }),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(500);
  });
});

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16);
}

function wrapped(base64: string): string {
  return base64.replaceAll(/.{60}/g, "$&\n");
}
