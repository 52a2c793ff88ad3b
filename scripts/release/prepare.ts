/**
 * Run by the workflow that releases, before anything else: refuses what cannot be released, tells the steps to come the
 * names of the tags, and writes the text of the release into the folder that is its argument.
 */
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { planRelease } from "./plan-release.ts";

const [folder = "release"] = process.argv.slice(2);

const plan = planRelease({
  manifest: readFileSync("package.json", "utf8"),
  lockFile: readFileSync("package-lock.json", "utf8"),
  changelog: readFileSync("CHANGELOG.md", "utf8"),
  tags: execFileSync("git", ["tag", "--list"], { encoding: "utf8" }).split("\n"),
});

if ("problems" in plan) {
  for (const problem of plan.problems) console.log(`::error::${problem}`);
  process.exitCode = 1;
} else {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "notes.md"), `${plan.notes}\n`);
  const outputs = `tag=${plan.tag}\nmovable-tag=${plan.movableTag}\n`;
  const { GITHUB_OUTPUT } = process.env;
  if (GITHUB_OUTPUT !== undefined) appendFileSync(GITHUB_OUTPUT, outputs);
  console.log(`Releasing ${plan.version}:\n\n${plan.notes}`);
}
