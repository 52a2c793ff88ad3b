import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { maskText } from "../../src/key/mask-text.ts";

const PAGES = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "docs/findings.md",
  "docs/compliance.md",
];
const readme = readFileSync("README.md", "utf8");

describe("the README", () => {
  test("gives two commands, and their scripts exist", () => {
    const commands = [...readme.matchAll(/^```sh\n([^`]*?)\n```$/gm)].map(([, command]) => command);
    expect(commands).toEqual(["npm ci && npm run demo", "npm ci && npm test"]);
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      readonly scripts: object;
    };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["demo", "test", "simulator"]));
  });

  test("is tested by what CI runs", () => {
    expect(readFileSync(".ci/run", "utf8")).toContain("(npm ci && npm test)");
  });
});

test.each(PAGES)("every link of %s leads to a file that is there", (page) => {
  const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(
    ([, link]) => link ?? "",
  );
  const local = links.filter((link) => !/^https?:/.test(link));
  expect(local.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
});

describe("the demo", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/demo.ts"], {
    encoding: "utf8",
  });

  test("ends well, and says so", () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(
      /13 keys checked with \d+ requests, none of which wrote; 0 surprises\.\n$/,
    );
  });

  test("shows each verdict", () => {
    for (const verdict of ["PASS ", "FAIL ", "UNKNOWN "]) expect(stdout).toContain(`\n${verdict}`);
  });

  test("shows no key", () => {
    expect(maskText(stdout)).toBe(stdout);
  });
});
