import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { needleDetector } from "../../../../action/scan/leak/search/detector.ts";
import { needlesOf } from "../../../../action/scan/leak/search/needles.ts";
import { createWindow, type Hit } from "../../../../action/scan/leak/search/window.ts";
import { wrappedNeedlesOf } from "../../../../action/scan/leak/search/wrapped-base64.ts";
import { openCheckout } from "../../../support/checkout.ts";
import { arbitraryKey } from "../../../support/arbitrary-keys.ts";
import { growthOf } from "../../../support/cpu-time.ts";
import { exampleKey, randomHex } from "../../../support/keys.ts";
import { idsOf, placesOf, scan } from "./sandbox.ts";

const KEY = exampleKey();
/** The same but for one character in the middle. */
const NEARLY = KEY.slice(0, 20) + (KEY[20] === "0" ? "1" : "0") + KEY.slice(21);

const BREAKS: readonly (readonly [name: string, text: string])[] = [
  ["LF", "\n"],
  ["CR LF", "\r\n"],
  ["LF and an indent", "\n        "],
  ["CR LF and a tab", "\r\n\t"],
  ["the marks of a comment", "\n# "],
  ["a written break", "\\n"],
  ["a written break of Windows", "\\r\\n"],
  ["strings that are put together", '" +\n  "'],
  ["a list of strings", '",\n    "'],
];

function wrap(content: Buffer, columns: number, lineBreak: string): string {
  const lines = content.toString("base64").match(new RegExp(`.{1,${columns}}`, "g")) ?? [];
  return lines.join(lineBreak);
}

/** What a search of the text gives, in pieces of a few hundred bytes. */
function hitsIn(text: string, keys: readonly string[]): readonly Hit[] {
  const detector = needleDetector(needlesOf(keys), wrappedNeedlesOf(keys));
  const window = createWindow(detector, { size: 300, countsLinesOf: "all contents" });
  window.begin();
  window.write(Buffer.from(text));
  return window.end().list;
}

describe.each(BREAKS)("base64 that is wrapped with %s", (_, lineBreak) => {
  test.each([76, 64, 60, 40])(
    "at %i columns gives the key once, wherever a line ends",
    (columns) => {
      for (let before = 0; before <= columns; before++) {
        const content = Buffer.from(`${"?".repeat(before)}${KEY}${"?".repeat(100)}`);
        const text = `${"x\n".repeat(200)}"${wrap(content, columns, lineBreak)}"\n`;
        expect(hitsIn(text, [KEY]), `${before} bytes before it`).toHaveLength(1);
        expect(hitsIn(text, [NEARLY]), `${before} bytes before it`).toHaveLength(0);
      }
    },
  );

  test("gives a key in UTF-16 and the longest key", () => {
    const longest = `plp_${randomHex(128)}_${randomHex(32)}`;
    for (let before = 0; before < 76; before++) {
      const wide = Buffer.from(`${"?".repeat(before)}${KEY} `, "utf16le");
      expect(hitsIn(wrap(wide, 76, lineBreak), [KEY])).toHaveLength(1);
      const long = Buffer.from(`${"?".repeat(before)}${longest} `);
      expect(hitsIn(wrap(long, 64, lineBreak), [longest])).toHaveLength(1);
    }
  });
});

test("any key in any text is found in base64, however that is wrapped", () => {
  const columns = fc.integer({ min: 40, max: 90 });
  const breaks = fc.constantFrom(...BREAKS.map(([, text]) => text));
  fc.assert(
    fc.property(arbitraryKey(), fc.uint8Array(), columns, breaks, (key, before, width, mark) => {
      const content = Buffer.concat([before, Buffer.from(`${key}\n`)]);
      expect(hitsIn(wrap(content, width, mark), [key])).toHaveLength(1);
    }),
    { numRuns: 500 },
  );
});

test("a piece of the key in base64 is not the key", () => {
  const encoded = btoa(KEY);
  const halves = [encoded.slice(0, 28), encoded.slice(28)];
  for (const text of [...halves, halves.toReversed().join("\n"), halves.join("\nand\n")]) {
    expect(hitsIn(`${text}\n`, [KEY])).toEqual([]);
  }
  expect(hitsIn(halves.join("\n"), [KEY])).toHaveLength(1);
});

test("a text of nothing but pieces takes time in proportion to it", () => {
  const detector = needleDetector(needlesOf([KEY]), wrappedNeedlesOf([KEY]));
  const bytes = Buffer.alloc(2_000_000, `${btoa(KEY).slice(0, 30)}\n`);
  const prepare = (length: number) => () => {
    detector.detect({ bytes, length, kept: 0, isLast: true }, () => undefined);
  };
  // A square would be 16.
  expect(growthOf(prepare, 500_000, 2_000_000)).toBeLessThan(8);
});

test("a file is told with the line on which the key begins, and history as well", async () => {
  using sandbox = openCheckout();
  const content = Buffer.from(`A=1\n${"#".repeat(100)}\nPLEO_API_KEY=${KEY}\nB=2\n`);
  const yaml = wrap(content, 64, "\n    ");
  sandbox.write("secret.yaml", `data:\n  env: |\n    ${yaml}\n`);
  sandbox.commit();
  for (const mode of ["workspace", "history"] as const) {
    const { findings } = await scan(sandbox.folder, KEY, { modes: new Set([mode]) });
    expect(idsOf(findings)).toEqual(["key-leaked"]);
    expect(placesOf(findings)).toEqual(["secret.yaml:5"]);
    expect(findings[0]?.message).toContain("in base64, wrapped over lines");
  }
  expect((await scan(sandbox.folder, NEARLY)).findings).toEqual([]);
});
