import { describe, expect, it } from "vitest";
import { maskText } from "../../../src/key/mask-text.ts";
import { secretsWithin } from "../../../src/key/secrets-within.ts";
import { exampleKey, randomHex } from "../../support/keys.ts";

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

describe("a secret of unknown shape among other things", () => {
  const unknown = `${randomHex(20).toUpperCase()}x${randomHex(19)}`;

  it.each([
    ["user:%"],
    ["https://user:%@h/"],
    ["https://h/?k=%"],
    ['{"a": "first", "b": "%"}'],
    ["% # comment"],
    ["FOO=1 KEY=%"],
    ["curl -X POST -H 'X-Key: %' https://h/"],
    ["<key>%</key>"],
    ["%\\n"],
    ["%,"],
    ["%;"],
  ])("is found in %s", (wrapping) => {
    expect(secretsWithin(wrapping.replace("%", unknown))).toContain(unknown);
  });

  it.each(["", "Basic ", "Authorization: Basic "])("is found in base64 after %j", (scheme) => {
    expect(secretsWithin(scheme + btoa(`user:${unknown}`))).toContain(unknown);
  });

  it("is found whole where it has the characters of base64", () => {
    const secret = `${unknown.slice(0, 15)}/+${unknown.slice(15)}==`;
    expect(secretsWithin(`user:${secret}`)).toContain(secret);
    expect(secretsWithin(`FOO=1 KEY=${secret}`)).toContain(secret);
  });

  it("does not bring names and hosts with it", () => {
    const raw = `PLEO_API_KEY=${unknown} Authorization clientSecret administrator https://external.pleo.io/v1`;
    const within = secretsWithin(raw);
    for (const name of [
      "PLEO_API_KEY",
      "Authorization",
      "clientSecret",
      "administrator",
      "external.pleo.io",
    ]) {
      expect(within).not.toContain(name);
    }
  });

  it("comes with no more pieces than a masker can bear", () => {
    const words = Array.from({ length: 200 }, () => randomHex(16));
    expect(secretsWithin(words.join(" ")).length).toBeLessThan(80);
    const file = words.map((word) => `${word}=${word}`).join("\n");
    expect(secretsWithin(file)).toEqual([file]);
    const key = exampleKey();
    expect(secretsWithin(`${file}\n${key}`)).toEqual([`${file}\n${key}`, key]);
  });
});
