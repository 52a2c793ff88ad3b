import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeInside } from "../../action/write-inside.ts";

let root: string;
let checkout: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "write-inside-"));
  checkout = join(root, "checkout");
  mkdirSync(checkout);
  mkdirSync(join(root, "elsewhere"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

test.each(["a.sarif", "./a.sarif", "reports/new/a.sarif", "reports//a.sarif"])(
  "writes %s",
  (file) => {
    expect(writeInside(checkout, file, "text")).toBeUndefined();
    expect(readFileSync(join(checkout, file), "utf8")).toBe("text");
    expect(writeInside(checkout, file, "again")).toBeUndefined();
    expect(readFileSync(join(checkout, file), "utf8")).toBe("again");
  },
);

test.each(["out/a.sarif", "out/new/a.sarif", "in/out/a.sarif"])(
  "writes nothing through a link: %s",
  (file) => {
    mkdirSync(join(checkout, "in"));
    symlinkSync(join(root, "elsewhere"), join(checkout, "out"));
    symlinkSync(join(root, "elsewhere"), join(checkout, "in/out"));
    expect(writeInside(checkout, file, "text")).toMatch(/^A link .*\.$/);
    expect(existsSync(join(root, "elsewhere/new"))).toBe(false);
    expect(existsSync(join(root, "elsewhere/a.sarif"))).toBe(false);
  },
);

test("does not follow a link in place of the file", () => {
  symlinkSync(join(root, "elsewhere/target"), join(checkout, "a.sarif"));
  expect(writeInside(checkout, "a.sarif", "text")).toMatch(/^A link/);
  expect(existsSync(join(root, "elsewhere/target"))).toBe(false);
});

test.each(["", ".", "checkout"])("writes nowhere without a checkout: %j", (folder) => {
  expect(writeInside(folder, "never-written.sarif", "text")).toMatch(/no checkout/);
  expect(existsSync("never-written.sarif")).toBe(false);
});

test("says that it could not write, and nothing of where", () => {
  expect(writeInside(join(root, "missing\0"), "a.sarif", "text")).toBe(
    "The file could not be written.",
  );
  mkdirSync(join(checkout, "a.sarif"));
  expect(writeInside(checkout, "a.sarif", "text")).toBe("The file could not be written.");
});
