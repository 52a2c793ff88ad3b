import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bundle } from "../../../scripts/action-bundle/bundle.ts";
import { findInlinedPackages } from "../../../scripts/action-bundle/inlined-packages.ts";
import { startGitHub, type GitHubSimulator } from "../../github-simulator/simulator.ts";
import { rejected } from "./example-report.ts";

const ROOT = path.join(import.meta.dirname, "../../..");

/** As an import names it; to JavaScript, a backslash is something else. */
const PARTS = path.join(ROOT, "action/github").replaceAll("\\", "/");

/** A program that writes one comment and one reminder by the bundled parts, as a run would. */
const PROGRAM = `
const { publishComment } = await import("${PARTS}/comment.ts");
const { publishReminder } = await import("${PARTS}/reminder.ts");
const { token, report } = JSON.parse(process.env.GIVEN);
const subject = { kind: "standalone", environment: "production", report, dryRun: false };
const ports = { env: process.env, token, redact: String };
const event = { pull_request: { number: 7 } };
const comment = { ...subject, mode: "on-failure", fails: true, hidesIds: true, goesOn: false, nextStep: "x", event };
console.log((await publishComment(comment, ports)).kind);
console.log((await publishReminder({ ...subject, secretName: "PLEO_API_KEY" }, ports)).kind);
`;

let folder: string;
let github: GitHubSimulator;
let packages: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "pleo-key-guard-"));
  const entry = path.join(folder, "program.ts");
  writeFileSync(entry, PROGRAM);
  const chunks = await bundle(entry);
  const moduleIds = chunks.flatMap((chunk) => chunk.moduleIds);
  packages = [...findInlinedPackages(moduleIds, path.join(ROOT, "node_modules")).keys()];
  for (const { fileName, code } of chunks) {
    const file = path.join(folder, fileName.replace(/\.js$/, ".mjs"));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, code.replaceAll(/((?:from|import\()\s*")(\.[^"]+)\.js"/g, '$1$2.mjs"'));
  }
  github = await startGitHub({ prefix: "/api/v3" });
});
beforeEach(() => {
  github.clear();
});
afterAll(async () => {
  await github.close();
  rmSync(folder, { recursive: true });
});

async function run(
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const child = spawn(process.execPath, [path.join(folder, "index.mjs")], {
    env: {
      ...github.env,
      GITHUB_EVENT_NAME: "pull_request",
      GIVEN: JSON.stringify({ token: github.token, report: rejected() }),
      ...env,
    },
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr };
}

describe("bundled, and with stand-ins for what it drags along, GitHub's client", () => {
  test("writes a comment and a reminder, and leaves them alone the next time", async () => {
    expect(await run()).toEqual({ stdout: "written\nwritten\n", stderr: "" });
    expect(await run()).toEqual({ stdout: "nothing\nnothing\n", stderr: "" });
    expect(github.violations).toEqual([]);
    expect(github.repository.comments).toHaveLength(1);
    expect(github.repository.issues).toHaveLength(1);
  });

  test("does not care for the file of the event, which the run has read already", async () => {
    const file = path.join(folder, "event.json");
    writeFileSync(file, "{");
    const { stdout, stderr } = await run({ GITHUB_EVENT_PATH: file });
    expect({ stdout, stderr }).toEqual({ stdout: "written\nwritten\n", stderr: "" });
  });

  test("says nothing by itself, not even of an answer that is to go away", async () => {
    github.fault({ name: "deprecated" });
    expect(await run()).toEqual({ stdout: "notice\nnotice\n", stderr: "" });
  });

  test("is small, and brings no second HTTP client", () => {
    expect(packages).toContain("@actions/github");
    expect(packages).not.toContain("undici");
    expect(packages).not.toContain("@actions/http-client");
    const bytes = readdirSync(path.join(folder, "chunks"))
      .map((name) => statSync(path.join(folder, "chunks", name)).size)
      .reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(200_000);
  });
});
