import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runGit } from "../../support/checkout.ts";

const SCRIPT = path.resolve("scripts/release/prepare.ts");

interface Ending {
  readonly status: number | null;
  readonly stdout: string;
  readonly outputs: string;
  readonly notes: string | undefined;
}

/** Runs the script in a repository with this version, this section in the changelog and these tags. */
function prepare(version: string, section: string, tags: readonly string[]): Ending {
  const folder = mkdtempSync(path.join(tmpdir(), "release-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const git = (...args: readonly string[]): string => runGit(folder, args);
  const write = (name: string, text: string): void => {
    writeFileSync(path.join(folder, name), text);
  };
  write("package.json", JSON.stringify({ version }));
  write("package-lock.json", JSON.stringify({ version, packages: { "": { version } } }));
  write("CHANGELOG.md", `# Changelog\n\n## Unreleased\n\n${section}`);
  git("init", "--quiet");
  git("commit", "--quiet", "--allow-empty", "--message=One");
  for (const tag of tags) git("tag", tag);
  write("output", "before=1\n");
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, "release"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", GITHUB_OUTPUT: path.join(folder, "output") },
  });
  const notes = path.join(folder, "release/notes.md");
  return {
    status,
    stdout,
    outputs: readFileSync(path.join(folder, "output"), "utf8"),
    notes: existsSync(notes) ? readFileSync(notes, "utf8") : undefined,
  };
}

test("a release is prepared", () => {
  const section = "## 1.1.0 (2027-01-31)\n\n- It does more.\n";
  expect(prepare("1.1.0", section, ["v1.0.0", "v1"])).toEqual({
    status: 0,
    stdout: "Releasing 1.1.0:\n\n- It does more.\n",
    outputs: "before=1\ntag=v1.1.0\nmovable-tag=v1\n",
    notes: "- It does more.\n",
  });
});

test("a version that has its tag is refused in an annotation, and nothing is written", () => {
  const section = "## 1.1.0 (2027-01-31)\n\n- It does more.\n";
  expect(prepare("1.1.0", section, ["v1.1.0"])).toEqual({
    status: 1,
    stdout: "::error::v1.1.0 is released already, and 1.1.0 is no newer version.\n",
    outputs: "before=1\n",
    notes: undefined,
  });
});
