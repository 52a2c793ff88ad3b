import { describe, expect, test } from "vitest";
import { lint } from "../../lint.ts";

const KEY = "process.env.PLEO_API_KEY";

/** A request whose header is `Basic`, and what is made of the credentials. */
function asks(encoded: string, before = ""): string {
  return `${before} fetch("https://external.pleo.io/v1/introspect", { headers: { Authorization: \`Basic \${${encoded}}\` } });`;
}

/** The import of an encoder, and how it is called. */
const ENCODERS: readonly (readonly [string, string])[] = [
  ["", "btoa"],
  ["", "window.btoa"],
  ["", "globalThis.btoa"],
  ['import btoa from "btoa";', "btoa"],
  ['const encode = require("btoa");', "encode"],
  ['import { encode } from "base-64";', "encode"],
  ['import { encode as b64 } from "base-64";', "b64"],
  ['import base64 from "base-64";', "base64.encode"],
  ['import * as base64 from "base-64";', "base64.encode"],
  ['const { encode } = require("base-64");', "encode"],
  ['import { Base64 } from "js-base64";', "Base64.encode"],
  ['import { encode, toBase64 } from "js-base64";', "toBase64"],
  ['import { encodeBase64 } from "jsr:@std/encoding/base64";', "encodeBase64"],
  ['import { encodeBase64 } from "hono/utils/encode";', "encodeBase64"],
  ['import { stringToBase64 } from "uint8array-extras";', "stringToBase64"],
  ['import { base64Encode } from "./text";', "base64Encode"],
];

/** The ids of what the rule says. */
function saidOf(code: string): readonly (string | undefined)[] {
  return lint(code, { rule: "require-basic-auth" }).map(({ messageId }) => messageId);
}

describe.each(ENCODERS)("%s %s", (before, encode) => {
  test("makes base64 of a key and a colon", () => {
    expect(saidOf(asks(`${encode}(${KEY} + ":")`, before))).toEqual([]);
  });

  test("makes base64 of a key, where the colon is missing", () => {
    expect(saidOf(asks(`${encode}(${KEY})`, before))).toEqual(["colon"]);
  });
});

test.each([
  ["another file's", asks(`encode(${KEY})`, 'import { encode } from "./credentials";')],
  ["the other way round", asks(`decode(${KEY})`, 'import { decode } from "base-64";')],
  ["another way back", asks(`fromBase64(${KEY})`, 'import { fromBase64 } from "js-base64";')],
])("what %s function makes of it, nobody knows", (_whose, code) => {
  expect(saidOf(code)).toEqual([]);
});

const HANDED = `.then((value) => fetch("https://external.pleo.io/v1/introspect", { headers: { Authorization: value } }));`;

test.each([
  `const header = async () => \`Basic \${btoa(\`\${${KEY}}:\`)}\`; header()${HANDED}`,
  `import { encode } from "base-64"; async function header() { const pleoApiKey = await load("pleo_api_key"); return \`Basic \${encode(\`\${pleoApiKey}:\`)}\`; } header()${HANDED}`,
])("a header that is handed on when it is there is no bare key: %s", (code) => {
  expect(saidOf(code)).toEqual([]);
});

test("a key that is handed on when it is there is one", () => {
  expect(saidOf(`const load = async () => ${KEY}; load()${HANDED}`)).toEqual(["bare"]);
});
