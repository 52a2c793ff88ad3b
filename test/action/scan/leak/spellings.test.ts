import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { maskableSpellings } from "../../../../src/key/spellings.ts";
import { exampleKey } from "../../../support/keys.ts";
import { tarOf, zipOf } from "./archives.ts";
import { openCheckout } from "../../../support/checkout.ts";
import { idsOf, placesOf, scan } from "./sandbox.ts";

const KEY = exampleKey();
const OTHER = exampleKey();
/** The same but for the last character. */
const NEARLY = KEY.slice(0, -1) + (KEY.endsWith("0") ? "1" : "0");

/** A file of some kind that holds a text, and where that is told to be. */
interface FileKind {
  readonly name: string;
  readonly make: (text: string) => Buffer;
  readonly place: string;
}

/** Bytes as they are: a spelling may hold NULs. */
function bytes(text: string): Buffer {
  return Buffer.from(text, "latin1");
}
const BEFORE = "first line\nsecond line\n";
const wide = (text: string): Buffer => Buffer.from(`${BEFORE}const x = "${text}";\n`, "utf16le");

const KINDS: readonly FileKind[] = [
  { name: "a.txt", make: (text) => bytes(`${BEFORE}x=${text}\nlast\n`), place: "a.txt:3" },
  {
    name: "bundle.min.js",
    make: (text) => bytes(`${"var a=1;".repeat(5000)}"${text}"${";b()".repeat(5000)}`),
    place: "bundle.min.js:1",
  },
  {
    name: "bundle.js.map",
    make: (text) => bytes(JSON.stringify({ version: 3, sourcesContent: ["a\nb", `k = ${text}`] })),
    place: "bundle.js.map:1",
  },
  {
    name: "image.png",
    make: (text) => Buffer.concat([Buffer.from([0x89, 0, 1, 2, 0xff]), bytes(text)]),
    place: "image.png",
  },
  {
    name: "app.js.gz",
    make: (text) => gzipSync(bytes(`${BEFORE}${text}`)),
    place: "app.js.gz!/app.js:3",
  },
  {
    name: "app.tar.gz",
    make: (text) => gzipSync(tarOf([{ name: "d/a.js", content: bytes(`\n${text}`) }])),
    place: "app.tar.gz!/d/a.js:2",
  },
  {
    name: "app.tar",
    make: (text) => tarOf([{ name: "d/a.js", content: bytes(`\n${text}`) }]),
    place: "app.tar!/d/a.js:2",
  },
  {
    name: "app.zip",
    make: (text) => zipOf([{ name: "d/a.js", content: bytes(`\n\n${text}`) }]),
    place: "app.zip!/d/a.js:3",
  },
  {
    name: "stored.zip",
    make: (text) => zipOf([{ name: "a.js", content: bytes(`\n\n${text}`) }], { method: "stored" }),
    place: "stored.zip!/a.js:3",
  },
  {
    name: "nested.zip",
    make: (text) =>
      zipOf([{ name: "in.tgz", content: gzipSync(tarOf([{ name: "b", content: bytes(text) }])) }]),
    place: "nested.zip!/in.tgz!/b:1",
  },
];

const WIDE_KINDS: readonly FileKind[] = [
  { name: "wide.txt", make: wide, place: "wide.txt:3" },
  { name: "wide-be.txt", make: (text) => wide(text).swap16(), place: "wide-be.txt:3" },
  {
    name: "wide-bom.txt",
    make: (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), wide(text)]),
    place: "wide-bom.txt:3",
  },
  {
    name: "wide-be-bom.txt",
    make: (text) => Buffer.concat([Buffer.from([0xfe, 0xff]), wide(text).swap16()]),
    place: "wide-be-bom.txt:3",
  },
];

const SPELLINGS = maskableSpellings(KEY);

describe.each(KINDS)("in $name", ({ name, make, place }) => {
  // JSON has no NUL: it writes another text in its place.
  const texts = SPELLINGS.filter(({ text }) => !(name.endsWith(".map") && text.includes("\0")));
  test.each(texts)("the key is found, spelled as $name", async ({ text }) => {
    using sandbox = openCheckout({}, { git: false });
    sandbox.write(name, make(text));
    const { findings } = await scan(sandbox.folder, KEY);
    expect(idsOf(findings)).toEqual(["key-leaked"]);
    const [found = ""] = placesOf(findings);
    // NULs among plain text are neither lines of the one nor of the other.
    if (text.includes("\0")) expect(found.replace(/:\d+$/, "")).toBe(place.replace(/:\d+$/, ""));
    else expect(found).toBe(place);
    expect(JSON.stringify(findings)).not.toContain(KEY.slice(0, -4));
  });

  test.each([
    ["another key", OTHER],
    ["a key that differs in its last character", NEARLY],
  ])("%s is nothing, however it is spelled", async (_, key) => {
    using sandbox = openCheckout({}, { git: false });
    const forms = maskableSpellings(key).filter(({ text }) => !holdsAForm(text));
    for (const [index, { text }] of forms.entries()) sandbox.write(`${index}/${name}`, make(text));
    const { findings } = await scan(sandbox.folder, KEY);
    expect(idsOf(findings)).toEqual([]);
  });
});

/** Base64 shows bits of a last character in one of its own, which may be the same for two. */
function holdsAForm(text: string): boolean {
  return SPELLINGS.some((spelling) => text.includes(spelling.text));
}

describe.each(WIDE_KINDS)("in $name", ({ name, make, place }) => {
  const texts = SPELLINGS.filter(({ text }) => !text.includes("\0"));
  test.each(texts)("the key is found, spelled as $name", async ({ text }) => {
    using sandbox = openCheckout({}, { git: false });
    sandbox.write(name, make(text));
    const { findings } = await scan(sandbox.folder, KEY);
    expect(idsOf(findings)).toEqual(["key-leaked"]);
    expect(placesOf(findings)).toEqual([place]);
    expect(findings[0]?.message).toContain("in UTF-16");
  });
});

test("the previous key is told from the key", async () => {
  using sandbox = openCheckout({}, { git: false });
  sandbox.write("a", KEY);
  sandbox.write("b", Buffer.from(OTHER).toString("base64"));
  const { findings } = await scan(sandbox.folder, KEY, { previousKey: OTHER });
  expect(findings.map(({ message }) => message)).toEqual([
    "Line 1 of `a` holds the key as plain text, and it is not known since when; whoever can read the repository can use the key.",
    "Line 1 of `b` holds the previous key in base64, and it is not known since when; whoever can read the repository can use the key.",
  ]);
});
