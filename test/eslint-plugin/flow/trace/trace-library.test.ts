import { expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

const IMPORTS = `
import base64, { encode } from "base-64";
import { Base64, encode as write, toBase64, encodeURI as writeUrl } from "js-base64";
import { fromByteArray } from "base64-js";
import { stringToBase64, stringToUint8Array, uint8ArrayToBase64 } from "uint8array-extras";
import { Buffer as Bytes } from "node:buffer";
import { encodeBase64 as standard } from "@std/encoding";
import base64url from "base64url";
import { utf8 } from "@scure/base";
import toText from "btoa";
import jwt from "jsonwebtoken";
import chalk from "chalk";
import colours from "picocolors";
import { sprintf as print } from "sprintf-js";
import text from "safe-stable-stringify";
import { decode as own } from "./codec";
import lodash, { omit } from "lodash";
import pick from "lodash/pick";
import * as R from "ramda";
const key = process.env.PLEO_API_KEY;
const settings = { host: "x", pleoApiKey: key };
`;

function carries(expression: string): readonly boolean[] {
  return keysIn(`${IMPORTS} sink(${expression})`).map((keys) => keys.length > 0);
}

test.each([
  "window.btoa(key)",
  "globalThis.btoa(`${key}:`)",
  "self.encodeURIComponent(key)",
  "globalThis.JSON.stringify(settings)",
  "window.Object.values(settings)",
  "globalThis.Buffer.from(key)",
  "base64.encode(key)",
  "encode(`${key}:`)",
  "Base64.toBase64(key)",
  "Base64.encodeURI(key)",
  "write(key)",
  "toBase64(key)",
  "writeUrl(key)",
  "fromByteArray(new TextEncoder().encode(key))",
  "uint8ArrayToBase64(stringToUint8Array(key))",
  "stringToBase64(key)",
  'Bytes.from(key, "utf8").toString("base64url")',
  "Bytes.concat([Bytes.from(key)])",
  "standard(key)",
  "base64url(key)",
  "base64url.encode(key)",
  "base64.encode(utf8.decode(key))",
  "toText(key)",
  "new TextEncoder().encode(key).toBase64()",
  "new TextEncoder().encode(key).toHex()",
  "chalk.bold.red(key)",
  "colours.dim(key)",
  'print("%s", key)',
  "text(settings)",
  "lodash.pick(settings, ['host', 'pleoApiKey'])",
  "pick(settings, 'pleoApiKey')",
  "omit(settings, ['host'])",
  "lodash.get(settings, 'pleoApiKey')",
  "lodash.merge({}, settings)",
  "lodash.toString(key)",
  "lodash.values(settings)",
  "lodash.toPairs(settings)",
  "lodash.cloneDeep(settings).pleoApiKey",
  "lodash.castArray(settings)[0].pleoApiKey",
  "lodash.head([settings])",
  "_.omit(settings, 'host')",
  "R.pick(['pleoApiKey'], settings)",
  "R.omit(['host'], settings)",
  "R.prop('pleoApiKey', settings)",
  "R.mergeRight({}, settings)",
])("a key is handed on by %s", (expression) => {
  expect(carries(expression)).toEqual([true]);
});

test.each([
  "window.Boolean(key)",
  "globalThis.Buffer.byteLength(key)",
  "Bytes.isBuffer(key)",
  "Bytes.from(key).length",
  "Base64.isValid(key)",
  "jwt.decode(key)",
  "own(key)",
  "lodash.pick(settings, ['host'])",
  "lodash.pick(settings, names)",
  "pick(settings, 'host')",
  "pick(settings, 'host').pleoApiKey",
  "omit(settings, ['pleoApiKey'])",
  "omit(settings, names)",
  "lodash.get(settings, 'host')",
  "lodash.keys(settings)",
  "lodash.size(settings)",
  "lodash.has(settings, 'pleoApiKey')",
  "lodash.cloneDeep(settings).host",
  "R.pick(['host'], settings)",
  "R.omit(['pleoApiKey'], settings)",
  "R.prop('host', settings)",
  "R.pick(['pleoApiKey'])",
])("no key is handed on by %s", (expression) => {
  expect(carries(expression)).toEqual([false]);
});

test("what the file itself calls so is something else", () => {
  const code = "const window = { btoa: () => 1 }; sink(window.btoa(process.env.PLEO_API_KEY))";
  expect(keysIn(code)).toEqual([[]]);
});
