import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { keyHint, maskKey } from "../../../src/key/mask.ts";
import { PleoKey } from "../../../src/key/pleo-key.ts";
import { KEY_LENGTH, PREFIX_HINTS, isKeyShaped, isKnownShape } from "../../../src/key/shape.ts";
import { isSendable } from "../../../src/key/sendable.ts";
import { exampleKey, randomHex } from "../../support/keys.ts";

describe("a key that is held", () => {
  const value = exampleKey();
  const key = new PleoKey(value);
  const masked = `****${value.slice(-4)}`;

  it.each<[string, () => string]>([
    ["a string", () => String(key)],
    ["part of a template", () => `<${key as unknown as string}>`.slice(1, -1)],
    ["part of a sum", () => ((key as unknown as string) + ".").slice(0, -1)],
    ["JSON", () => JSON.parse(JSON.stringify(key)) as string],
  ])("shows its mask as %s", (_, print) => {
    expect(print()).toBe(masked);
  });

  it("shows its mask under an inspector, at any depth", () => {
    expect(inspect(key)).toBe(`PleoKey(${masked})`);
    expect(inspect({ a: { b: key } }, { showHidden: true, depth: 9 })).not.toContain(
      value.slice(4, 12),
    );
    expect(Object.getOwnPropertyNames(key)).toEqual([]);
  });

  it("gives its value only when asked, and compares without", () => {
    expect(key.reveal()).toBe(value);
    expect(key.hint).toBe(value.slice(-4));
    expect(key.equals(new PleoKey(value))).toBe(true);
    expect(key.equals(new PleoKey(exampleKey()))).toBe(false);
  });

  it("shows nothing where four characters would be too much", () => {
    for (const other of ["", "short", "a password of some length", `${value}x`]) {
      expect(maskKey(other)).toBe("****");
      expect(keyHint(other)).toBeUndefined();
    }
  });
});

describe("the shape", () => {
  it.each([
    [true, true, exampleKey()],
    [true, true, exampleKey({ prefix: "plp" })],
    [true, false, exampleKey({ prefix: "plx" })],
    [true, false, exampleKey({ body: randomHex(16), tail: randomHex(4) })],
    [true, false, exampleKey({ body: randomHex(128), tail: randomHex(32) })],
    [false, false, exampleKey({ body: randomHex(15) })],
    [false, false, exampleKey({ body: randomHex(129) })],
    [false, false, exampleKey({ tail: randomHex(3) })],
    [false, false, exampleKey({ tail: randomHex(33) })],
    [false, false, `${exampleKey()}\n`],
    [false, false, ` ${exampleKey()}`],
  ])("tolerant %s, known %s", (tolerant, known, text) => {
    expect([isKeyShaped(text), isKnownShape(text)]).toEqual([tolerant, known]);
    if (!tolerant) return;
    expect(text.length).toBeGreaterThanOrEqual(KEY_LENGTH.min);
    expect(text.length).toBeLessThanOrEqual(KEY_LENGTH.max);
  });

  it("bounds are the lengths of the shortest and the longest", () => {
    expect(exampleKey({ body: randomHex(16), tail: randomHex(4) })).toHaveLength(KEY_LENGTH.min);
    expect(exampleKey({ body: randomHex(128), tail: randomHex(32) })).toHaveLength(KEY_LENGTH.max);
  });

  it("what a prefix hints at is marked as a guess", () => {
    for (const { evidence } of Object.values(PREFIX_HINTS)) expect(evidence).toBe("inferred");
  });
});

describe("what HTTP Basic can carry", () => {
  it("is printable ASCII without spaces and colons", () => {
    const sendable = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).filter(
      isSendable,
    );
    expect(sendable).toHaveLength(0x7e - 0x20 - 1);
    for (const text of ["", " ", ":", "a:b", "a b", "a\n", "é", "\0", "\x7f"]) {
      expect(isSendable(text)).toBe(false);
    }
    expect(isSendable(exampleKey())).toBe(true);
  });
});

it("shows nothing, and does not throw, behind a proxy or as a prototype", () => {
  const key = new PleoKey(exampleKey());
  for (const disguised of [new Proxy(key, {}), Object.create(key) as PleoKey]) {
    for (const shown of [inspect(disguised), JSON.stringify([disguised]), String(disguised)]) {
      expect(shown).not.toContain(key.hint);
      expect(shown).toContain("****");
    }
  }
});
