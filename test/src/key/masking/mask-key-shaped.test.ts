import fc from "fast-check";
import { expect, test } from "vitest";
import { HIDDEN, maskKey } from "../../../../src/key/mask.ts";
import { createShapeMasker } from "../../../../src/key/masking/mask-key-shaped.ts";
import { exampleKey } from "../../../support/keys.ts";

/** The same secrets, and how often anybody has looked at one of them. */
function counted(secrets: readonly string[]): {
  readonly secrets: readonly string[];
  readonly looks: () => number;
} {
  let looks = 0;
  const watched = new Proxy(secrets, {
    get: (target, name, receiver): unknown => {
      if (typeof name === "string" && /^\d+$/.test(name)) looks += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  return { secrets: watched, looks: () => looks };
}

test("a text of many keys takes no look at each secret for each of them", () => {
  const { secrets, looks } = counted(Array.from({ length: 2_000 }, () => exampleKey()));
  const text = Array.from({ length: 50 }, () => exampleKey()).join("\n");
  const mask = createShapeMasker(secrets);
  expect(mask(text).split("\n")).toHaveLength(50);
  expect(looks()).toBeLessThan(10 * secrets.length);
});

const key = exampleKey({ prefix: "pls" });
const longer = `${key}ab`;

test.each<[string, string, readonly string[], string]>([
  ["no secret", key, [exampleKey()], maskKey(key)],
  ["a secret", key, [key], maskKey(key)],
  ["the beginning of one", key, [longer], HIDDEN],
  ["a secret and the beginning of another", key, [longer, key], maskKey(key)],
  ["longer than one by one character", longer.slice(0, -1), [key], HIDDEN],
  ["one that sorts just before a secret", key, [key.replace(/.$/, "z")], maskKey(key)],
  ["cut off in its body, and no secret's", key.slice(0, 30), [exampleKey()], HIDDEN],
])("what is shaped like a key shows its end or nothing: %s", (_name, text, secrets, shown) => {
  expect(createShapeMasker(secrets)(text)).toBe(shown);
});

const part = fc.constantFrom("0", "1", "a", "b");
const cut = fc.tuple(
  fc.array(part, { minLength: 32, maxLength: 32 }),
  fc.array(part, { minLength: 4, maxLength: 8 }),
);

test("every key-shaped text is shown as a look at each secret would have it", () => {
  const keys = cut.map(([body, tail]) => `plp_${body.join("")}_${tail.join("")}`);
  const bodies = fc.array(keys, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(bodies, bodies, fc.nat(8), (known, others, length) => {
      const secrets = [...known, ...others.map((it) => it.slice(0, 37 + length))];
      for (const text of [...known, ...others]) {
        const isCutOff = secrets.some((secret) => secret.startsWith(text));
        const isShown =
          secrets.includes(text) || (/^plp_[0-9a-f]{32}_[0-9a-f]{6}$/.test(text) && !isCutOff);
        expect(createShapeMasker(secrets)(text)).toBe(isShown ? maskKey(text) : HIDDEN);
      }
    }),
  );
});
