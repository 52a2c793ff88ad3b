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

it("blank lines among others are not", () => {
  const lines = "one\n  \n\n\t\ntwo\n";
  expect(secretsWithin(lines)).toEqual([lines, lines.trim(), "one  \ttwo", "onetwo", "one", "two"]);
});

it.each([
  ["of several lines is taken apart while it is short", 4_094, "\nx", true],
  ["of several lines is taken apart no more", 4_095, "\nx", false],
  ["of one line is always taken apart", 4_999, "\n", true],
])("a value of many words %s", (_, length, end, isTakenApart) => {
  const raw = "aB3dE6gH9jK2 ".repeat(400).slice(0, length) + end;
  expect(secretsWithin(raw).length > 1).toBe(isTakenApart);
});

describe("the pieces of a value", () => {
  const SECRET_PIECE = "Q7wE4rT9yU2i";

  it.each([
    ["as long as one may be", `user:${SECRET_PIECE}`, [SECRET_PIECE]],
    ["too short", `user:${SECRET_PIECE.slice(1)}`, []],
    ["between slashes", `p/${SECRET_PIECE}/x`, [SECRET_PIECE]],
    ["between equals signs", `a=${SECRET_PIECE}=b`, [`${SECRET_PIECE}=b`, SECRET_PIECE]],
    ["after a name", `a.b-c_1=${SECRET_PIECE}`, [SECRET_PIECE]],
    ["between written breaks", `a\\n${SECRET_PIECE}\\r\\tb`, [SECRET_PIECE]],
    ["before a name without a value", `${SECRET_PIECE}=`, [SECRET_PIECE]],
    ["before two equals signs", `${SECRET_PIECE}==`, [SECRET_PIECE]],
  ])("are these: %s", (_, raw, pieces) => {
    expect(secretsWithin(raw)).toEqual([raw, ...pieces]);
  });

  it.each([
    ["text", `user:${SECRET_PIECE}`, [`user:${SECRET_PIECE}`, SECRET_PIECE]],
    ["text of two lines", `user:\n${SECRET_PIECE}`, [`user:\n${SECRET_PIECE}`, SECRET_PIECE]],
    ["a control character before text", `\x01user:${SECRET_PIECE}`, []],
    ["a control character after text", `user:${SECRET_PIECE}\x01`, []],
    ["what is no ASCII within text", `us\u00e9r:${SECRET_PIECE}`, []],
  ])("of base64 are those of what it holds: %s", (_, text, pieces) => {
    const encoded = btoa(text);
    const bare = encoded.replace(/=+$/, "");
    expect(new Set(secretsWithin(encoded))).toEqual(new Set([encoded, ...pieces, bare]));
  });

  it("of too short a base64 text are none", () => {
    expect(secretsWithin(`a:${btoa("elevenchars")}`)).toEqual([
      `a:${btoa("elevenchars")}`,
      btoa("elevenchars"),
      btoa("elevenchars").replace("=", ""),
    ]);
    expect(secretsWithin(`a:${btoa("twelve chars")}`)).toContain("twelve chars");
  });

  it.each([
    ...["abcdefghijklmnop", "Abcdefghijklmnop", "ABCDEF_GHIJKLM", "AB_CDEF_GHIJKLM"],
    ...["abcdefGhijklMnop", "external.pleo.io", "EXTERNAL.PLEO.IO"],
  ])("are no names that everybody uses: %s", (name) => {
    expect(secretsWithin(`1:${name}`)).toEqual([`1:${name}`]);
  });

  it.each([
    ...["ABCDEFGHIJKLMNOP", "ABcdefghijklmnop", "abcdefghijklmno1", "1bcdefghijklmnop"],
    ...["ABCDEF_GHIJKL_", "_ABCDEF_GHIJKL", "ABCDEF_GHIJKL1", "abcdefGhijklMno1", "abcdefGHijklmn"],
    ...["external-pleo.io", "pleo.io.example", "xxxxxxxxpleo.io", "external.pleo-io"],
  ])("are what only looks a little like one: %s", (name) => {
    expect(secretsWithin(`1:${name}`)).toEqual([`1:${name}`, name]);
  });
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
