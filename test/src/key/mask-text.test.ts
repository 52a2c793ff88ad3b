import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTextMasker, maskText } from "../../../src/key/mask-text.ts";
import { maskKey } from "../../../src/key/mask.ts";
import { secretsWithin } from "../../../src/key/secrets-within.ts";
import { SHORTEST_MASKED, maskableSpellings, spellingsOf } from "../../../src/key/spellings.ts";
import {
  arbitraryDebris,
  arbitraryHex,
  arbitraryKey,
  arbitraryTwins,
} from "../../support/arbitrary-keys.ts";
import { anyCharacter } from "../../support/arbitrary-texts.ts";
import { exampleKey, randomHex } from "../../support/keys.ts";
import { runs, samplesOf } from "../samples.ts";
import { SPELLERS, SPELLERS_OF_KNOWN } from "../../support/spell-key.ts";

const KNOWN_FORMS: typeof SPELLERS_OF_KNOWN = {
  ...SPELLERS_OF_KNOWN,
  "in capitals": (key) => key.toUpperCase(),
};

describe("a known secret", () => {
  it.each(Object.entries(KNOWN_FORMS))("hides %s", (_, spell) => {
    const key = exampleKey();
    const rest = spell === SPELLERS_OF_KNOWN["with colon"] ? ":" : "";
    expect(maskText(`a ${spell(key)} b`, [key])).toBe(`a ****${key.slice(-4)}${rest} b`);
  });

  it("is hidden in small letters where it has capitals", () => {
    const secret = "Rotate2-This_Value";
    expect(maskText(`a ${secret.toLowerCase()} b ${secret.toUpperCase()}`, [secret])).toBe(
      "a **** b ****",
    );
  });

  it("leaves the name of a variable alone that it has in small letters", () => {
    const secrets = secretsWithin(`pleo_api_key=${exampleKey()}`);
    expect(maskText("store it as PLEO_API_KEY", secrets)).toBe("store it as PLEO_API_KEY");
  });

  it("leaves no trace but its hint, in any spelling and surroundings", () => {
    const spellers = fc.constantFrom(...Object.values(KNOWN_FORMS));
    const sample = fc.tuple(arbitraryTwins(), spellers, arbitraryDebris(), arbitraryDebris());
    fc.assert(
      fc.property(sample, ([[one, other], spell, before, after]) => {
        expect(maskText(before + spell(one) + after, [one])).toBe(
          maskText(before + spell(other) + after, [other]),
        );
      }),
      { numRuns: runs(700) },
    );
  });

  it("leaves no trace in the base64 of a longer text", () => {
    const sample = fc.tuple(arbitraryTwins(), fc.string({ unit: anyCharacter() }), fc.string());
    fc.assert(
      fc.property(sample, ([[one, other], before, after]) => {
        const shown = [one, other].map((key) =>
          maskText(` ${Buffer.from(before + key + after).toString("base64")} `, [key]),
        );
        expect(shown).toEqual([` ${maskKey(one)} `, ` ${maskKey(one)} `]);
      }),
    );
  });

  it("lets no five characters in a row through that do not stand elsewhere in the text", () => {
    const sample = fc.tuple(arbitraryKey(), arbitraryDebris(), arbitraryDebris());
    fc.assert(
      fc.property(sample, ([key, before, after]) => {
        const shown = maskText(before + key + after, [key]);
        const elsewhere = [before, after, key.slice(-4) + after];
        for (const piece of piecesOf(key, 5)) {
          const stands = elsewhere.some((text) => text.includes(piece));
          expect(shown.includes(piece) && !stands).toBe(false);
        }
      }),
      { numRuns: runs(700) },
    );
  });

  it("may be anything: each of its maskable spellings is hidden", () => {
    const value = fc.string({ unit: anyCharacter(), minLength: SHORTEST_MASKED });
    fc.assert(
      fc.property(value, (secret) => {
        const masker = createTextMasker([secret]);
        for (const { text } of maskableSpellings(secret)) {
          expect(masker(text).includes(text) && !maskKey(secret).includes(text)).toBe(false);
        }
      }),
      { numRuns: runs(700) },
    );
  });

  it("is hidden without a hint when it is not shaped like a key", () => {
    expect(maskText("the password is correct horse battery.", ["correct horse battery"])).toBe(
      "the password is ****.",
    );
  });

  it("is hidden where it overlaps itself", () => {
    expect(maskText("xabcabcabcabcx", ["abcabcabc"])).toBe("x****x");
    // By less than what it repeats.
    expect(maskText("xaabaacaabaabaacaabaax", ["aabaacaabaa"])).toBe("x****x");
  });

  it("is hidden where it overlaps itself in more than one way", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 6, maxLength: 60 });
    const secrets = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(texts, secrets, (text, secret) => {
        const hidden = Array.from(text, () => false);
        for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
          hidden.fill(true, at, at + secret.length);
        }
        const expected = Array.from(text, (character, at) => (hidden[at] ? "*" : character)).join(
          "",
        );
        const runs = maskText(text, [secret])
          .replaceAll("*", "#")
          .replaceAll(/(?:####)+/g, "*");
        expect(runs).toBe(expected.replaceAll(/[*]+/g, "*"));
      }),
      { numRuns: runs(700) },
    );
  });

  it.each([
    ["a character short", (key: string) => key.slice(0, -1)],
    ["two characters short", (key: string) => key.slice(0, -2)],
    ["in base64 that was cut short", (key: string) => btoa(key).slice(0, -5)],
  ])("shows no hint where it is %s", (_, cut) => {
    for (const tail of [randomHex(6), randomHex(7), randomHex(8)]) {
      const key = exampleKey({ tail });
      expect(maskText(`x ${cut(key)}…`, [key])).toBe("x ****…");
    }
  });

  it("shows its hint in a spelling that is known by its shape only", () => {
    const key = exampleKey({ tail: randomHex(8) });
    const mixed = key.replace("_", "%5F").replace("l", "%6c");
    expect(maskText(mixed, [key])).toBe(maskKey(key));
  });

  it("shares one mask with another that overlaps it", () => {
    const key = exampleKey();
    expect(maskText(`a ${key}\nb`, [`${key}\n`, key])).toBe(`a ****${key.slice(-4)}b`);
    expect(maskText("one two three four", ["one two three", "three four"])).toBe("****");
  });

  it("shows no hint where two keys share one base64 text", () => {
    const keys = [exampleKey(), exampleKey({ tail: randomHex(8) })];
    const text = Buffer.from(JSON.stringify(keys)).toString("base64");
    expect(maskText(text, keys)).toBe("****");
  });

  it("keeps what is too short or blank", () => {
    expect(maskText("a b c 12345", ["a", "", "      ", "12345"])).toBe("a b c 12345");
    expect(maskText("x       y", ["      "])).toBe("x       y");
  });

  it("goes with the escapes of the base64 that it stands in", () => {
    const secret = "\u00ff\u00ff\u00ff\u00fe>>>???";
    const text = Buffer.from(secret).toString("base64");
    expect(maskText(`a ${encodeURIComponent(text)} b`, [secret])).toBe("a **** b");
    expect(maskText(`a ${text.replaceAll("/", "\\/")} b`, [secret])).toBe("a **** b");
    const escapes = ["&#x3D;", "&#x3d;", "&#61;", "&equals;", "\\u003d", "\\u003D", "\\\\u003d"];
    for (const escape of escapes) {
      expect(maskText(`a ${btoa("four")}`.replaceAll("=", escape) + " b", ["four"])).toBe(
        "a **** b",
      );
    }
    expect(maskText(`a ${Buffer.from("four").toString("base64")}%3D%3D b`, ["four"])).toBe(
      "a **** b",
    );
  });
});

describe("a secret that another one begins with", () => {
  const cuts = Array.from({ length: 17 }, (_, index) => 24 + index);
  const splits = [12, 16, 20, 24, 30];

  it.each([" ", "\n", "\r\n"])(
    "leaves no trace of a text that breaks off within a key, stored with %j in it",
    (gap) => {
      const body = exampleKey().slice(0, -4);
      const tail = exampleKey().slice(-4);
      const twins = [body, exampleKey({ prefix: body.slice(0, 3) }).slice(0, -4)].map(
        (text) => text + tail,
      );
      for (const cut of samplesOf(cuts)) {
        for (const split of splits) {
          const [one, other] = twins.map((key) =>
            maskText(
              `got ${key.slice(0, cut)}`,
              secretsWithin(key.slice(0, split) + gap + key.slice(split)),
            ),
          );
          expect(one).toBe(other);
        }
      }
    },
  );

  it("leaves no trace of one in capitals that breaks off", () => {
    const key = exampleKey();
    const secrets = [key.slice(0, 20), key];
    for (const cut of cuts.filter((length) => length < key.length)) {
      const shown = maskText(`got ${key.slice(0, cut).toUpperCase()}`, secrets);
      expect(shown).toBe("got ****");
    }
  });
});

describe("secrets that begin alike", () => {
  it.each([
    ["the shorter", "x abcdef y", "x **** y"],
    ["the shorter and a character of the longer", "x abcdefg y", "x **** y"],
    ["the shorter and another character", "x abcdefq y", "x ****q y"],
    ["the longer", "x abcdefghi y", "x **** y"],
    ["the longer and one character more", "x abcdefghij y", "x ****j y"],
    ["the longer from its second character", "x bcdefghi y", "x bcdefghi y"],
    ["another one with the same beginning", "x abcdefxyz y", "x **** y"],
    ["the shorter at the very end", "x abcdef", "x ****"],
    ["the shorter twice", "abcdefabcdef", "****"],
    ["the shorter twice, and a character of the longer", "abcdefabcdefg.", "****."],
    ["the shorter twice, apart", "abcdef abcdef", "**** ****"],
  ])("%s", (_, text, shown) => {
    expect(maskText(text, ["abcdef", "abcdefghi", "abcdefxyz"])).toBe(shown);
  });
});

describe("a key that nobody named", () => {
  it.each(Object.entries(SPELLERS))("hides %s", (_, spell) => {
    const key = exampleKey();
    const rest = spell === SPELLERS["with colon"] ? ":" : "";
    expect(maskText(`a ${spell(key)} b`)).toBe(`a ****${key.slice(-4)}${rest} b`);
  });

  it("leaves no trace but its hint", () => {
    const lengths = fc.tuple(fc.integer({ min: 16, max: 128 }), fc.integer({ min: 4, max: 32 }));
    const twins = lengths.chain(([body, tail]) => {
      const half = fc.tuple(fc.constant("pls"), arbitraryHex(body), arbitraryHex(tail - 4));
      return fc
        .tuple(half, half, arbitraryHex(4))
        .map(([one, other, end]) => [one.join("_") + end, other.join("_") + end] as const);
    });
    fc.assert(
      fc.property(twins, arbitraryDebris(), arbitraryDebris(), ([one, other], before, after) => {
        expect(maskText(before + one + after)).toBe(maskText(before + other + after));
      }),
      { numRuns: runs(700) },
    );
  });

  it.each([
    ["with letters glued to it", (key: string) => [`x${key}yz`, `x****${key.slice(-4)}yz`]],
    ["in upper case hex", (key: string) => [`pls_${key.slice(4).toUpperCase()}`, "****"]],
    ["of any length", (key: string) => [key + randomHex(500), "****"]],
    ["cut off in its tail", (key: string) => [key.slice(0, -4), "****"]],
    ["cut off after its body", (key: string) => [key.slice(0, 36), "****"]],
    ["made up", () => [`pls_${"0".repeat(32)}_${"0".repeat(6)}`, "****0000"]],
  ])("is hidden %s", (_, make) => {
    const [text = "", shown] = make(exampleKey());
    expect(maskText(text)).toBe(shown);
  });

  it.each([
    ["a body one too short", 15, false],
    ["the shortest body", 16, true],
  ])("of %s: is hidden, %s characters, %s", (_, length, isHidden) => {
    const hex = randomHex(length);
    for (const text of [`plq_${hex}`, `plq_${hex.toUpperCase()}`, `plq_${hex}_`]) {
      expect(maskText(`a ${text} b`)).toBe(isHidden ? "a **** b" : `a ${text} b`);
    }
  });

  it("shows its hint only where it is exactly of the known shape", () => {
    const tail = randomHex(6);
    for (const [key, hint] of [
      [exampleKey({ tail }), tail.slice(2)],
      [exampleKey({ prefix: "plp", tail }), tail.slice(2)],
      [exampleKey({ prefix: "plx", tail }), ""],
      [exampleKey({ body: randomHex(33), tail }), ""],
      [exampleKey({ tail: randomHex(5) }), ""],
      [exampleKey({ tail: randomHex(7) }), ""],
    ] as const) {
      expect(maskText(`a ${key} b`)).toBe(`a ****${hint} b`);
    }
  });

  it("shows no hint where it is the beginning of a known one", () => {
    const key = exampleKey({ tail: randomHex(6) });
    expect(maskText(`a ${key} b`, [`${key}ab`])).toBe("a **** b");
    expect(maskText(`a ${key} b`, [`x${key}ab`])).toBe(`a ****${key.slice(-4)} b`);
  });

  it("ends where its second half does", () => {
    const key = exampleKey();
    expect(maskText(`${key}_ab`)).toBe(`****${key.slice(-4)}_ab`);
    expect(maskText(`${key}.ab`)).toBe(`****${key.slice(-4)}.ab`);
  });

  it("keeps what is no key", () => {
    const text = "pls_ plp_ .pls_button { } pls_abcdef pl_ cGxz cGxzX2 wbHNf %70%6c";
    expect(maskText(text)).toBe(text);
  });

  it("is hidden next to a known one", () => {
    const [known, unknown] = [exampleKey(), exampleKey()];
    expect(maskText(`${known} ${unknown}`, [known])).toBe(
      `****${known.slice(-4)} ****${unknown.slice(-4)}`,
    );
  });
});

describe("base64 that was wrapped", () => {
  const key = exampleKey();
  const wrap = (text: string, lineBreak: string) =>
    (btoa(text).match(/.{1,60}/g) ?? []).join(lineBreak);

  it.each(["\n", "\r\n", "\r", "\\n", "\n> ", '" +\n  "'])(
    "with %j is hidden as a whole",
    (mark) => {
      const text = wrap(`${"?".repeat(100)}${key}${"?".repeat(100)}`, mark);
      expect(maskText(`a "${text}" b`)).toBe(`a "****${key.slice(-4)}" b`);
    },
  );

  it("is hidden inside JSON", () => {
    const content = wrap(`A=b\nPLEO_API_KEY=${key}\n`, "\n");
    expect(maskText(JSON.stringify({ content }), [key])).toBe(`{"content":"****${key.slice(-4)}"}`);
  });

  it("leaves a next line alone that is more than base64", () => {
    expect(maskText(`Basic ${btoa(`${key}:`)}\nHost: x`)).toBe(
      `Basic ****${key.slice(-4)}\nHost: x`,
    );
  });
});

describe("masking twice", () => {
  it("changes nothing more", () => {
    const spellers = fc.constantFrom(...Object.values(KNOWN_FORMS));
    const plainText = fc.string().filter((text) => !text.includes("*"));
    fc.assert(
      fc.property(arbitraryKey(), spellers, plainText, plainText, (key, spell, before, after) => {
        const once = maskText(before + spell(key) + after, [key]);
        expect(maskText(once, [key])).toBe(once);
      }),
      { numRuns: runs(700) },
    );
  });
});

describe("spellings that are left out", () => {
  it("are only the short ones", () => {
    const left = spellingsOf("ab").filter(({ text }) => text.length >= SHORTEST_MASKED);
    expect(maskableSpellings("ab")).toEqual(left);
    expect(left.length).toBeGreaterThan(0);
  });
});

function piecesOf(text: string, length: number): readonly string[] {
  return Array.from({ length: text.length - length + 1 }, (_, at) => text.slice(at, at + length));
}
