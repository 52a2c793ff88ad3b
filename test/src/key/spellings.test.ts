import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spellingsOf } from "../../../src/key/spellings.ts";
import { anyCharacter } from "../../support/arbitrary-texts.ts";
import { exampleKey } from "../../support/keys.ts";
import { runs } from "../samples.ts";
import { SPELLERS_OF_KNOWN } from "../../support/spell-key.ts";

const textsOf = (value: string) => spellingsOf(value).map(({ text }) => text);

describe("the spellings of a value", () => {
  it.each(Object.entries(SPELLERS_OF_KNOWN))("cover %s", (_, spell) => {
    const key = exampleKey();
    expect(textsOf(key).some((text) => spell(key).includes(text))).toBe(true);
  });

  it.each([
    ["a key", exampleKey()],
    ["a value of both cases", "Rotate2-This_Value"],
    ["a value beyond ASCII", "schlüssel-7-ключ"],
  ])("cover %s in capitals and in small letters", (_, value) => {
    expect(textsOf(value)).toEqual(
      expect.arrayContaining([value.toUpperCase(), value.toLowerCase()]),
    );
  });

  it("cover a key whose beginning alone is in capitals", () => {
    const key = exampleKey();
    const rest = key.slice(4);
    const texts = new Set(textsOf(key));
    // By whether it is there: what a failing test prints may hold no key.
    expect(texts.has(key.slice(0, 4).toUpperCase() + rest)).toBe(true);
    expect(texts.has(key.charAt(0).toUpperCase() + key.slice(1))).toBe(true);
    // In no other mixture, of which there are too many.
    expect(texts.has(key.slice(0, 2).toUpperCase() + key.slice(2))).toBe(false);
    expect(textsOf("pleo_api_key")).not.toContain("PLEO_api_key");
    expect(textsOf("pleo_api_key")).not.toContain("Pleo_api_key");
  });

  it("leave a value without a digit in its own case, since in another it may be a name", () => {
    expect(textsOf("pleo_api_key")).not.toContain("PLEO_API_KEY");
    expect(textsOf("pleo_api_key2")).toContain("PLEO_API_KEY2");
  });

  it("cover what a value with awkward characters turns into", () => {
    const texts = textsOf(`a "b' <c>/d_é&\n`);
    expect(texts).toEqual(
      expect.arrayContaining([
        `a \\"b' <c>/d_é&\\n`,
        `a \\"b' <c>\\/d_é&\\n`,
        `a \\"b' <c>/d_\\u00e9&\\n`,
        "a+%22b%27+%3Cc%3E%2Fd_%C3%A9%26%0A",
        "a%20%22b'%20%3Cc%3E%2Fd_%C3%A9%26%0A",
        "a%20%22b'%20%3cc%3e%2fd%5f%c3%a9%26%0a",
        "a &quot;b&#39; &lt;c&gt;/d_é&amp;\n",
        "a &quot;b&apos; &lt;c&gt;/d_é&amp;\n",
      ]),
    );
  });

  it.each([
    ["in an address", encodeURI],
    ["strictly", (text: string) => encodeURIComponent(text).replaceAll("'", "%27")],
    ["but for slashes", (text: string) => encodeURIComponent(text).replaceAll("%2F", "/")],
    ["as a user", (text: string) => encodeURIComponent(text).replaceAll("%2B", "+")],
    ["the equals sign only", (text: string) => text.replaceAll("=", "%3D")],
    ["the slash only", (text: string) => text.replaceAll("/", "%2F")],
  ])("cover percent-encoding %s, in either case", (_, encode) => {
    const value = "k7/fQ2+x9/Lm0Z==";
    const lower = encode(value).replaceAll(/%../g, (escape) => escape.toLowerCase());
    expect(textsOf(value)).toEqual(expect.arrayContaining([encode(value), lower]));
  });

  it("cover UTF-16 beyond Latin-1, by its real bytes", () => {
    const value = "pässword-ключ-密";
    const bytes = Buffer.from(value, "utf16le");
    for (const ordered of [bytes, Buffer.from(bytes).swap16()]) {
      const text = ordered.toString("latin1");
      expect(textsOf(value).some((form) => form.length > 28 && text.includes(form))).toBe(true);
    }
  });

  it("cover JSON in JSON, plus signs as codes and numbered quotes in HTML", () => {
    const value = `a"b\\c+d'e`;
    const once = JSON.stringify(value).slice(1, -1);
    expect(textsOf(value)).toEqual(
      expect.arrayContaining([
        JSON.stringify(once).slice(1, -1),
        once.replace("+", "\\u002B"),
        once.replace("+", "\\u002b"),
        "a&#34;b\\c+d&#x27;e",
      ]),
    );
  });

  it("come once each, the longest first, and never empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter() }), (value) => {
        const texts = textsOf(value);
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts).toEqual(texts.toSorted((one, other) => other.length - one.length));
        expect(texts).not.toContain("");
      }),
      { numRuns: runs(100) },
    );
  });

  it("are none for nothing", () => {
    expect(spellingsOf("")).toEqual([]);
  });

  it("have names that say which each of them is", () => {
    const value = "k7_Q/+='<\u00e9>?~";
    const named = new Map(spellingsOf(value).map(({ name, text }) => [text, name]));
    const [utf8, utf16] = [Buffer.from(value), Buffer.from(value, "utf16le")];
    const component = encodeURIComponent(value);
    const lower = (text: string) => text.replaceAll(/%../g, (escape) => escape.toLowerCase());
    const every = utf8.toString("hex").replaceAll(/../g, (byte) => `%${byte.toUpperCase()}`);
    const form = new URLSearchParams({ a: value }).toString().slice(2);
    const expected: readonly (readonly [string, string])[] = [
      ["raw", value],
      ["value and colon", `${value}:`],
      ["capitals in the prefix", "K7_Q/+='<\u00e9>?~"],
      ["capitals", value.toUpperCase()],
      ["small letters", value.toLowerCase()],
      ["percent-encoded", component],
      ["percent-encoded, underscores too", component.replaceAll("_", "%5F")],
      ["underscores percent-encoded", value.replaceAll("_", "%5F")],
      ["form-encoded", form],
      ["every byte percent-encoded", every],
      ["percent-encoded otherwise", value.replaceAll("=", "%3D")],
      ["percent-encoded, lower case", lower(component)],
      ["form-encoded, lower case", lower(form)],
      ["every byte percent-encoded, lower case", lower(every)],
      ["percent-encoded otherwise, lower case", value.replaceAll("=", "%3d")],
      ["JSON-escaped", value.replace("\u00e9", "\\u00e9")],
      ["JSON-escaped twice", value.replace("\u00e9", "\\\\u00e9")],
      ["HTML-escaped", value.replace("<", "&lt;").replace(">", "&gt;")],
      ["UTF-16", utf16.toString("latin1").slice(0, -1)],
      ["UTF-16", Buffer.from(utf16).swap16().toString("latin1").slice(1)],
      ["hex", utf8.toString("hex")],
      ["hex, upper case", utf8.toString("hex").toUpperCase()],
      ["hex of UTF-16", utf16.toString("hex")],
      ["hex of UTF-16, upper case", utf16.toString("hex").toUpperCase()],
      ["base64, standard alphabet", utf8.toString("base64")],
      ["base64, url alphabet", utf8.toString("base64url").padEnd(20, "=")],
      ["base64, url alphabet, no padding", utf8.toString("base64url")],
      ["base64, standard alphabet, percent-encoded", encodeURIComponent(utf8.toString("base64"))],
      ["base64 of value and colon, standard alphabet", btoa(utf8.toString("latin1") + ":")],
      ["base64 of UTF-16, standard alphabet", utf16.toString("base64")],
    ];
    expect(expected.map(([, text]) => [named.get(text), text])).toEqual(expected);
    const key = exampleKey();
    const capitalised = spellingsOf(key).filter(({ text }) => text === `P${key.slice(1)}`);
    expect(capitalised.map(({ name }) => name)).toEqual(["capitals at the beginning"]);
  });

  it("have names that hold nothing of the value", () => {
    const [one, other] = [exampleKey(), exampleKey()];
    expect(spellingsOf(one).map(({ name }) => name)).toEqual(
      spellingsOf(other).map(({ name }) => name),
    );
  });
});

describe("in base64 of something longer", () => {
  it("the characters that depend on the value alone are found at any place", () => {
    const sample = fc.tuple(
      fc.string({ unit: anyCharacter(), minLength: 2 }),
      fc.uint8Array(),
      fc.uint8Array(),
    );
    fc.assert(
      fc.property(
        sample,
        fc.constantFrom("base64" as const, "base64url" as const),
        (parts, alphabet) => {
          const [value, before, after] = parts;
          const longer = Buffer.concat([before, Buffer.from(value), after]).toString(alphabet);
          const cores = spellingsOf(value).filter(({ inBase64 }) => inBase64 !== undefined);
          expect(cores.some(({ text }) => longer.includes(text))).toBe(true);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it("it is known whether the neighbours hold bits of the value", () => {
    const neighbours = Object.fromEntries(
      spellingsOf("abcd").map(({ name, inBase64 }) => [name, inBase64]),
    );
    expect(neighbours["base64, standard alphabet, 0 bytes in"]).toEqual({ before: 0, after: 1 });
    expect(neighbours["base64, standard alphabet, 1 bytes in"]).toEqual({ before: 1, after: 1 });
    expect(neighbours["base64, standard alphabet, 2 bytes in"]).toEqual({ before: 1, after: 0 });
    expect(neighbours["raw"]).toBeUndefined();
  });
});
