import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSecretFinder } from "../../eslint-plugin/secretlint/find-secrets.ts";
import { decodeSecret } from "../../eslint-plugin/secretlint/finding.ts";
import { readOptions } from "../../eslint-plugin/secretlint/options.ts";
import { wholeView } from "../../eslint-plugin/secretlint/text-view.ts";
import { findWrittenKeys } from "../../eslint-plugin/secretlint/written-keys.ts";
import { isKeyShaped } from "../../src/key/shape.ts";
import { adversarialPieces, repeatTo } from "../support/adversarial-texts.ts";
import { arbitraryDebris, arbitraryKey } from "../support/arbitrary-keys.ts";
import { cpuTimeOf } from "../support/cpu-time.ts";
import { SPELLERS } from "../support/spell-key.ts";

const findSecrets = createSecretFinder(readOptions({}));

const PATHS = [
  "a.js",
  "a.py",
  "a.sql",
  "deploy.sh",
  ".env",
  "ci.yml",
  "README.md",
  "a.csv",
  "unknown",
];

/** Everything that the finders look for, and what may stand beside it. */
const CONTEXTS = [
  "pleo",
  "PLEO_API_KEY",
  "pleoApiKey",
  "VITE_PLEO_API_KEY",
  "https://external.pleo.io/v1",
  "://",
  "?api_key=",
  "Basic ",
  "Bearer ",
  "eyJhbGciOiJub25lIn0.eyJpc3MiOiJwbGVvLiJ9.",
  "whsec_",
  "echo ",
  "$PLEO_API_KEY",
  "${{ secrets.PLEO_API_KEY }}",
  "set -x\n",
  "console.log(",
  'print(f"{',
  "insert into a (",
  ") values ('",
  "name: ",
  "value: ",
  "<key>",
  "</key><string>",
  "[pleo]\n",
  '" + "',
  "\\x5f",
  "&#95;",
  "q7Rx2Kp9WvTz4mB8nYc5Jd3Lh6Gf1S",
  ...Array.from("=:,;(){}[]<>\"'`|&\\\n\r\t /-$%#@!?"),
];

/** Ways to write a whole file, in some of which a line ends within the prefix of a key. */
const WRAPPERS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  "base64, wrapped at 76": (text) => wrapped(text, "\n"),
  "base64, wrapped with carriage returns": (text) => wrapped(text, "\r\n"),
  "base64 in a string": (text) => `"${wrapped(text, "\\n")}"`,
  "base64 in strings": (text) => `"${wrapped(text, '" +\n  "')}"`,
};

function wrapped(text: string, lineBreak: string): string {
  const lines =
    Buffer.from(text)
      .toString("base64")
      .match(/.{1,76}/g) ?? [];
  return lines.join(lineBreak);
}

function arbitraryText(): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...CONTEXTS), arbitraryDebris(), arbitraryKey());
  return fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(""));
}

test("whatever the text: never throws, keeps to the text, and what is reported spells the secret", () => {
  fc.assert(
    fc.property(arbitraryText(), fc.constantFrom(...PATHS), fc.boolean(), (plain, path, isWide) => {
      const text = isWide ? Buffer.from(plain, "utf16le").toString() : plain;
      let last = 0;
      for (const { range, secret } of findSecrets({ text, path })) {
        const [start, end] = range;
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = start;
        const stretch = text.slice(start, end);
        if (secret !== undefined) expect(decodeSecret(stretch, secret.spelling)).toBe(secret.value);
      }
    }),
    { numRuns: 2000 },
  );
});

test("whatever the text: to look at it once loses no key", () => {
  fc.assert(
    fc.property(arbitraryText(), fc.constantFrom(...Object.values(WRAPPERS)), (plain, wrap) => {
      const text = wrap(plain);
      const keys = findWrittenKeys(wholeView(text), []).map(({ secret }) => secret?.value);
      const found = findSecrets({ text, path: "a" }).map(({ secret }) => secret?.value);
      expect(found).toEqual(expect.arrayContaining(keys));
    }),
    { numRuns: 2000 },
  );
});

test.each(Object.entries(WRAPPERS))("a key within is found: %s", (_name, wrap) => {
  fc.assert(
    fc.property(arbitraryKey(), fc.nat({ max: 90 }), (key, before) => {
      const [found] = findSecrets({ text: wrap(`${"x".repeat(before)}:${key}:`), path: "a" });
      expect(found?.secret?.value).toBe(key);
    }),
  );
});

test.each(Object.entries(SPELLERS))(
  "a key is found in any file, whatever stands around it: %s",
  (_name, spell) => {
    fc.assert(
      fc.property(arbitraryKey(), fc.constantFrom(...PATHS), (key, path) => {
        const [found] = findSecrets({ text: `x = "${spell(key)}"\n`, path });
        expect(found?.secret?.value).toBe(key);
      }),
    );
  },
);

test("a key cut anywhere into pieces is found", () => {
  const joints = ['" + "', '"\n  + "', "' . '", '" "', "\\\n"];
  fc.assert(
    fc.property(arbitraryKey(), fc.nat(), fc.constantFrom(...joints), (key, cut, joint) => {
      // What is cut within the letters of the prefix shows too little of a key to be worth a second look.
      const at = 4 + (cut % (key.length - 5));
      const piece = key.slice(0, at);
      const text = `x = "${piece}${joint}${key.slice(at)}";`;
      const [found] = findSecrets({ text, path: "a.js" });
      // The first piece may be a key by itself, and what follows it only lengthens the tail.
      expect(found?.secret?.value).toBe(isKeyShaped(piece) ? piece : key);
    }),
  );
});

describe("takes time in proportion to the text", () => {
  const LENGTH = 1 << 18;
  /** Far above what is measured on a machine of one's own, and far below what a square would take. */
  const MILLISECONDS_AT_MOST = 5000;
  const pieces = Object.entries({
    ...adversarialPieces(),
    ...Object.fromEntries(CONTEXTS.map((context) => [context, context])),
    assignments: "PLEO_API_KEY=",
    blocks: "pleo={",
    calls: "console.log(pleoApiKey,",
    commands: 'echo "$PLEO_API_KEY" | base64 | ',
    entries: "name: PLEO_API_KEY value: q7Rx2Kp9WvTz4mB8nY ",
    hosts: "https://external.pleo.io/?api_key=q7Rx2Kp9WvTz4mB8nY&",
    traces: "set -x $PLEO_API_KEY\n",
    prefixes: "acme_pleo_",
    annotations: "checksum/pleo-secret: ",
    accessors: "pleoApiKey { get; ",
    bearers: '"bearer" "value" pleo.io ',
    "look-ups": "https://{os.environ['A']}pleo.io?api_key={os.environ['A'",
    rows: "PLEO_API_KEY,q7Rx2Kp9WvTz4mB8nY\n",
    "quoted fields": '"pleo""","""\n',
  });

  test.each(pieces)("of %j", (_name, piece) => {
    const text = repeatTo(piece, LENGTH);
    for (const path of ["a.js", "deploy.sh", "a.csv"]) {
      expect(cpuTimeOf(() => findSecrets({ text, path }))).toBeLessThan(MILLISECONDS_AT_MOST);
    }
  });
});
