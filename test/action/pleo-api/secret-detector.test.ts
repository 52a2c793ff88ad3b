import { expect, test } from "vitest";
import { secretDetector } from "../../../action/pleo-api/credential.ts";
import { PleoKey } from "../../../src/key/pleo-key.ts";
import { exampleKey } from "../../support/keys.ts";

const key = new PleoKey(exampleKey());

test.each<[string, string, boolean]>([
  ["the key", key.reveal(), true],
  ["its Basic header", btoa(`${key.reveal()}:`), true],
  ["another key", exampleKey(), true],
  ["a scope", "vendors:read", false],
  ["a part of the key", key.reveal().slice(10, 20), false],
])("%s is seen, unless it is ruled out before", (_name, text, isSeen) => {
  expect(secretDetector(key)(text)).toBe(isSeen);
  expect(secretDetector(key, () => true)(text)).toBe(isSeen);
  expect(secretDetector(key, () => false)(text)).toBe(false);
});

test("what rules it out is asked about each text", () => {
  const asked: string[] = [];
  const holds = secretDetector(key, (text) => {
    asked.push(text);
    return text.length > 20;
  });
  expect([holds("short"), holds(key.reveal()), holds("short")]).toEqual([false, true, false]);
  expect(asked).toEqual(["short", key.reveal(), "short"]);
});
