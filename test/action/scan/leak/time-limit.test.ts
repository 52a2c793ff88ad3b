import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LONGEST_SCAN_MINUTES } from "../../../../action/scan/leak/time-limit.ts";
import { openCheckout } from "../../../support/checkout.ts";
import { exampleKey } from "../../../support/keys.ts";
import { idsOf, placesOf, scan, type ScanOptions } from "./sandbox.ts";

const KEY = exampleKey();
const LINE = `PLEO_API_KEY=${KEY}\n`;

/** What a scan says whose time is over once it has told so often how late it is. */
async function scanUntil(
  folder: string,
  calls: number,
  { isFork = false, ...options }: ScanOptions & { readonly isFork?: boolean },
): ReturnType<typeof scan> {
  const limitMs = calls === 1 ? 50 : 3000;
  const start = performance.now();
  let called = 0;
  // Each look at the clock finds it late, so that the scan rests, and time goes by.
  const now = (): number => {
    called += 1;
    if (called < calls) return 0;
    while (performance.now() < start + limitMs + 20);
    return called * 1000;
  };
  return scan(folder, isFork ? undefined : KEY, { ...options, ports: { now, limitMs } });
}

describe("a scan whose time is over", () => {
  test.each<[string, ScanOptions]>([
    ["files", { modes: new Set(["workspace"]) }],
    ["the history", { modes: new Set(["history"]) }],
    ["both", { modes: new Set(["workspace", "history"]) }],
  ])("of %s is never clean", async (_, options) => {
    using sandbox = openCheckout();
    for (let index = 0; index < 300; index++) sandbox.write(`${index}.txt`, `${index}`);
    sandbox.commit();
    const { findings } = await scanUntil(sandbox.folder, 1, options);
    expect(idsOf(findings)).toEqual(["leak-scan-incomplete"]);
    expect(findings[0]?.inconclusive).toBe(true);
    expect(findings[0]?.message).toMatch(
      new RegExp(`^The search was ended after ${LONGEST_SCAN_MINUTES} minutes, `),
    );
  });

  test("tells what it has found until then, though not since when it is there", async () => {
    using sandbox = openCheckout();
    sandbox.write("a.txt", LINE);
    const base = sandbox.commit();
    // Each is read for itself, so that there is a look at the clock between two of them.
    for (let index = 0; index < 20; index++) {
      sandbox.write(`b${index}.txt`, Buffer.alloc(600_000, "x"));
    }
    const { findings } = await scanUntil(sandbox.folder, 10, { base });
    expect(idsOf(findings)).toEqual(["key-leaked", "leak-scan-incomplete"]);
    expect(placesOf(findings)).toEqual(["a.txt:1", "nowhere"]);
    expect(findings[0]?.values["since"]).toBe("it is not known since when");
  });

  test("is one of so many minutes as the documentation says", () => {
    const said = Array.from(
      readFileSync("docs/action.md", "utf8").matchAll(
        /After\s+(\d+)\s+minutes\s+the\s+scan\s+ends/g,
      ),
      ([, minutes]) => Number(minutes),
    );
    expect(said).toEqual([LONGEST_SCAN_MINUTES]);
  });

  test("is not clean on a fork either", async () => {
    using sandbox = openCheckout();
    for (let index = 0; index < 20; index++) sandbox.write(`${index}.txt`, "nothing");
    const { findings } = await scanUntil(sandbox.folder, 1, { isFork: true });
    expect(idsOf(findings)).toEqual(["leak-scan-incomplete"]);
  });

  test("is whole where the time suffices", async () => {
    using sandbox = openCheckout({ "a.txt": "nothing" });
    sandbox.commit();
    const modes = new Set(["workspace", "history"] as const);
    const { findings } = await scan(sandbox.folder, KEY, { modes, ports: { limitMs: 60_000 } });
    expect(findings).toEqual([]);
  });
});
