import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { exampleKey } from "../support/keys.ts";
import { readGitleaksRules, scanWithGitleaks } from "./other-scanners.ts";
import { readBlindCases } from "./read-blind.ts";
import { readFixtures } from "./read-fixtures.ts";

const CONFIG = "docs/patterns/gitleaks.toml";
const isThere = spawnSync("gitleaks", ["version"]).status === 0;

interface Leak {
  readonly RuleID: string;
  readonly File: string;
  readonly Secret: string;
}

/** By its first characters gitleaks takes this for no text, and does not look into it. */
const NO_TEXT = "{\\rtf";
const KEY = exampleKey();
const LEAKS: readonly string[] = [
  `key=${KEY}`,
  `Basic ${Buffer.from(`${KEY}:`).toString("base64")}`,
];
const TEXTS: readonly string[] = [
  ...LEAKS,
  ...readFixtures().map(({ text }) => text),
  ...readBlindCases().map(({ text }) => text),
];

/** All secrets that our two rules find, by the file's number; what gitleaks brings with it does not count. */
function leaksOf(texts: readonly string[]): readonly (readonly string[])[] {
  const folder = mkdtempSync(path.join(tmpdir(), "gitleaks-"));
  try {
    const found = texts.map((): string[] => []);
    for (const { RuleID, File, Secret } of reportOn(texts, folder)) {
      if (RuleID.startsWith("pleo-")) found[Number.parseInt(path.basename(File), 10)]?.push(Secret);
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reportOn(texts: readonly string[], folder: string): readonly Leak[] {
  const [files, report] = [path.join(folder, "files"), path.join(folder, "report.json")];
  mkdirSync(files);
  for (const [index, text] of texts.entries()) {
    // No file's own name or ending may keep gitleaks from it.
    writeFileSync(path.join(files, `${index}.txt`), text);
  }
  const options = ["--config", CONFIG, "--report-format", "json", "--report-path", report];
  const run = spawnSync("gitleaks", ["dir", ...options, "--exit-code", "0", files]);
  expect(run.status, String(run.stderr)).toBe(0);
  return JSON.parse(readFileSync(report, "utf8")) as Leak[];
}

// It is no package of npm's, so that few have it: elsewhere our own reading of its rules stands for it.
describe.skipIf(!isThere)("gitleaks itself", () => {
  const scan = scanWithGitleaks(readGitleaksRules(readFileSync(CONFIG, "utf8")));
  const found = isThere ? leaksOf(TEXTS) : [];

  test("finds a key as it is and in base64", () => {
    expect(found.slice(0, LEAKS.length).map((secrets) => secrets.length)).toEqual([1, 1]);
  });

  test("finds in every file but one what our reading of its rules finds there", () => {
    const different = TEXTS.filter((text, index) => {
      const [ours, theirs] = [scan(text), found[index] ?? []].map((all) =>
        [...new Set(all)].sort(),
      );
      return ours?.join() !== theirs?.join();
    });
    expect(different.length).toBe(1);
    expect(different.every((text) => text.startsWith(NO_TEXT))).toBe(true);
    expect(found.filter((secrets) => secrets.length > 0).length).toBeGreaterThan(200);
  });
});
