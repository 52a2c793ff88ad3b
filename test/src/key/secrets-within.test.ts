import { expect, it } from "vitest";
import { maskText } from "../../../src/key/mask-text.ts";
import { secretsWithin } from "../../../src/key/secrets-within.ts";
import { exampleKey } from "../../support/keys.ts";

const SECRET = "k7/fQ2+unknown shape";

it.each([
  ["as it is", "%"],
  ["with a line break", "%\n"],
  ["in quotes", '"%"'],
  ["after its name", "export TOKEN='%'\n"],
  ["behind a scheme", "Bearer %"],
  ["on one line of several", "A=first\r\n  B=%  \nC=last"],
])("the bare secret is among them when it was stored %s", (_, wrapping) => {
  const raw = wrapping.replace("%", SECRET);
  expect(secretsWithin(raw)).toEqual(expect.arrayContaining([raw, SECRET]));
});

it("every key is among them, however it is written", () => {
  const [one, other] = [exampleKey(), exampleKey()];
  const within = secretsWithin(`Basic ${btoa(`${one}:`)} and https://${other}:@host`);
  expect(within).toEqual(expect.arrayContaining([one, other]));
  expect(secretsWithin(btoa(`${one}:`))).toContain(one);
});

it("blank lines and nothing at all are not", () => {
  expect(secretsWithin(" \n\n\t\n")).toEqual([]);
  expect(secretsWithin("")).toEqual([]);
});

it("a key of another shape cannot leak through a value that was damaged", () => {
  const text = `sent ${btoa("other-shape-9f2:")} and other-shape-9f2`;
  expect(maskText(text, secretsWithin('PLEO_API_KEY="other-shape-9f2"\n'))).toBe(
    "sent **** and ****",
  );
});
