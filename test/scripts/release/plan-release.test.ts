import { describe, expect, test } from "vitest";
import { planRelease, type ReleaseSources } from "../../../scripts/release/plan-release.ts";

interface Given {
  readonly version?: string;
  readonly lockVersion?: string;
  readonly innerLockVersion?: string;
  readonly changelog?: string;
  readonly tags?: readonly string[];
}

function changelogOf(version: string, date = "2027-01-31", notes = "- It does more."): string {
  return `# Changelog\n\nIntroduction.\n\n## Unreleased\n\n## ${version} (${date})\n\n${notes}\n\n## 0.9.0 (2026-12-01)\n\n- It did less.\n`;
}

function sources({
  version = "1.2.3",
  lockVersion = version,
  innerLockVersion = lockVersion,
  changelog = changelogOf(version),
  tags = ["v0.9.0", "v0"],
}: Given): ReleaseSources {
  const packages = { "": { version: innerLockVersion }, "node_modules/a": { version: "9.9.9" } };
  return {
    manifest: JSON.stringify({ name: "a", version }),
    lockFile: JSON.stringify({ version: lockVersion, packages }),
    changelog,
    tags,
  };
}

describe("a release", () => {
  test.each<[given: Given, tag: string, movableTag: string]>([
    [{}, "v1.2.3", "v1"],
    [{ version: "0.0.1", tags: [] }, "v0.0.1", "v0"],
    [{ version: "10.0.0", tags: ["v9.9.9", "v9"] }, "v10.0.0", "v10"],
    [{ tags: ["v1.2.2", "v1", "", "v1.2.3-rc.1", "v2", "1.2.3", "vendor"] }, "v1.2.3", "v1"],
    [{ version: "1.10.0", tags: ["v1.9.9"] }, "v1.10.0", "v1"],
  ])("of %o makes the tag %s and moves %s", (given, tag, movableTag) => {
    const { version = "1.2.3" } = given;
    expect(planRelease(sources(given))).toEqual({
      version,
      tag,
      movableTag,
      notes: "- It does more.",
    });
  });

  test("is told in the words of its section, a line each, whatever the line ends", () => {
    const section =
      "- One.\n- Two,\n  in two\n  lines.\n  - A part of it,\n    too.\n\n### Fixed\n\n- Three.";
    const notes = "- One.\n- Two, in two lines.\n  - A part of it, too.\n\n### Fixed\n\n- Three.";
    const changelog = changelogOf("1.2.3", "2027-01-31", section);
    expect(planRelease(sources({ changelog }))).toMatchObject({ notes });
    const windows = changelog.replaceAll("\n", "\r\n");
    expect(planRelease(sources({ changelog: windows }))).toMatchObject({ notes });
  });

  test.each<[why: string, given: Given, said: RegExp]>([
    ["the version of before the first release", { version: "0.0.0" }, /version 0\.0\.0, which is/],
    ["a preview", { version: "1.2.3-rc.1" }, /1\.2\.3-rc\.1, which is none/],
    ["half a version", { version: "1.2" }, /version 1\.2, which is none/],
    ["a version with a leading zero", { version: "1.02.3" }, /1\.02\.3, which is none/],
    ["a lock file left behind", { lockVersion: "1.2.2" }, /package-lock\.json names another/],
    ["half a lock file", { innerLockVersion: "1.2.2" }, /package-lock\.json names another/],
    ["a tag that is there", { tags: ["v1.2.3"] }, /v1\.2\.3 is released already/],
    ["a step back", { tags: ["v1.2.4"] }, /v1\.2\.4 is released already, and 1\.2\.3 is no newer/],
    ["a step back by text only", { version: "1.9.0", tags: ["v1.10.0"] }, /v1\.10\.0 is released/],
    ["an older major version", { tags: ["v2.0.0"] }, /v2\.0\.0 is released already/],
    ["no section", { changelog: "# Changelog\n\n## Unreleased\n" }, /has "nothing" there/],
    ["another section", { changelog: changelogOf("1.2.4") }, /has "1\.2\.4 \(2027-01-31\)" there/],
    ["a section that only begins so", { changelog: changelogOf("1.2.30") }, /"1\.2\.30/],
    ["a section without a day", { changelog: changelogOf("1.2.3", "soon") }, /\(soon\)" there/],
    ["a day that is none", { changelog: changelogOf("1.2.3", "2027-02-29") }, /02-29\)" there/],
    [
      "a section without a word",
      { changelog: changelogOf("1.2.3", "2027-01-31", "") },
      /nothing of/,
    ],
    [
      "what is not moved yet",
      { changelog: changelogOf("1.2.3").replace("## Unreleased\n", "## Unreleased\n\n- New.\n") },
      /still tells something under "Unreleased": move it to 1\.2\.3/,
    ],
    [
      "no place for what comes next",
      { changelog: changelogOf("1.2.3").replace("## Unreleased\n\n", "") },
      /has to begin with a section "## Unreleased"/,
    ],
  ])("is refused with %s", (_why, given, said) => {
    const plan = planRelease(sources(given));
    expect("problems" in plan ? plan.problems.join("\n") : "").toMatch(said);
  });

  test("is refused for all reasons at once", () => {
    const changelog = "# Changelog\n\n## Unreleased\n\n- New.\n";
    const plan = planRelease(sources({ lockVersion: "0.0.0", changelog, tags: ["v1.2.3"] }));
    expect(plan).toMatchObject({ problems: { length: 4 } });
  });
});
