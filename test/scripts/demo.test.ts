import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { rules } from "../../eslint-plugin/rules.ts";
import { readApp } from "../../scripts/demo/example-app.ts";
import { STORIES, type Story } from "../../scripts/demo/stories.ts";
import { headlineOf } from "../../scripts/demo/surprises.ts";
import { tellFindings } from "../../scripts/demo/tell-findings.ts";
import { tellReview } from "../../scripts/demo/tell-review.ts";
import { tellStories } from "../../scripts/demo/tell-stories.ts";
import { findKeys } from "../../src/key/find-keys.ts";
import { maskText } from "../../src/key/mask-text.ts";
import { writeFiles } from "../support/write-files.ts";

/** Secretlint loads the rule past Vitest, and two copies of a file in one process spoil what is known of its coverage. */
const TELL_SECRETS = `
import(${JSON.stringify(pathToFileURL(resolve("scripts/demo/tell-secrets.ts")).href)}).then(async ({ tellSecrets }) => {
  process.exitCode = await tellSecrets({ folder: process.argv[1], print: console.log });
});`;

describe("the demo", () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/demo.ts"], {
    encoding: "utf8",
  });

  test("ends well, and says so", () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const runs = `${STORIES.length} runs checked 11 keys with \\d+ requests, none of which wrote; 0 surprises.`;
    expect(stdout).toMatch(new RegExp(`\\n${runs}\\n`));
    const count = Object.keys(rules).length;
    const rulesSpoke = `\\d+ findings in \\d+ files by ${count} of ${count} rules; 0 surprises.`;
    expect(stdout).toMatch(new RegExp(`\\n${rulesSpoke}\\n`));
    expect(stdout).toMatch(/\n[1-9]\d* findings in [1-9]\d* files by secretlint; 0 surprises\.\n$/);
  });

  test("shows of every finding the place, the line and the rule", () => {
    for (const { path, text, expected } of readApp("examples/app")) {
      for (const { rule, line } of expected) {
        const [, ...told] = stdout.split(`\nexamples/app/${path}:${line}:`);
        const findings = told.map((text) => text.split("\n\n")[0] ?? "");
        const finding = findings.find((text) => text.includes(`pleo/${rule})`)) ?? "";
        // A line with a key in it is shown with another one, and that masked.
        const [start = ""] = (text.split("\n")[line - 1] ?? "").trim().split("pls_");
        expect(finding).toContain(`\n  ${start}`);
        expect(finding).toContain(`~\n`);
        expect(finding.replaceAll(/\s+/g, " ")).toContain(`. eslint(pleo/${rule})`);
      }
    }
  });

  test("shows what secretlint prints of every secret, with its place and the rule", () => {
    for (const { path, secrets } of readApp("examples/app")) {
      const [, printed = ""] = stdout.split(`\nexamples/app/${path}\n  `);
      const lines = printed.split("\n\n")[0]?.split("\n") ?? [];
      for (const { rule, line } of secrets) {
        const finding = lines.find((text) => text.trimStart().startsWith(`${line}:`)) ?? "";
        expect(finding).toContain(`error  [${rule}] `);
        expect(finding).toMatch(/ {2}eslint-plugin-pleo\/secretlint$/);
      }
    }
  });

  test("shows each verdict, with what it means for the job", () => {
    expect(stdout).toContain("\nPASS     exit code 0, deploy-allowed true\n");
    expect(stdout).toContain("\nFAIL     exit code 1, deploy-allowed false\n");
    expect(stdout).toContain("\nUNKNOWN  exit code 1, deploy-allowed false\n");
    expect(stdout).toContain("\nSKIPPED  exit code 0, deploy-allowed false\n");
    expect(stdout).toContain("deploy-allowed true, rotation-safe-to-revoke true\n");
  });

  test("prints where each summary is, and each says what the story is about", () => {
    const printed = [...stdout.matchAll(/^ {2}summary: (.+)$/gm)].map(([, path]) => path);
    expect(printed).toEqual(STORIES.map(({ name }) => `demo-output/${name}.md`));
    const written = readdirSync("demo-output").filter((name) => !name.startsWith("review"));
    expect(written.length).toBe(STORIES.length);
    for (const { name, expected } of STORIES) {
      const summary = readFileSync(`demo-output/${name}.md`, "utf8");
      expect(summary.split("\n")[0], name).toBe(headlineOf(expected.verdict));
      for (const id of expected.findings ?? []) expect(summary, name).toContain(`(\`${id}\`)`);
    }
  });

  test("shows no key, neither here nor in a summary", () => {
    const texts = STORIES.map(({ name }) => readFileSync(`demo-output/${name}.md`, "utf8"));
    for (const text of [stdout, ...texts]) expect(maskText(text)).toBe(text);
  });
});

interface Table {
  readonly folder: string;
  readonly printed: readonly string[];
  readonly print: (text: string) => void;
}

/** A folder for one part of the demo, gone when the test is over, and what that part prints. */
function setTable(files: Readonly<Record<string, string>> = {}): Table {
  const folder = mkdtempSync(join(tmpdir(), "pleo-key-guard-demo-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  writeFiles(folder, files);
  const printed: string[] = [];
  return { folder, printed, print: (text) => printed.push(text) };
}

describe("the app of the demo", () => {
  test("holds no key", () => {
    for (const entry of readdirSync("examples", { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      expect(findKeys(readFileSync(join(entry.parentPath, entry.name), "utf8"))).toEqual([]);
    }
  });

  const LOG = "console.log(process.env.PLEO_API_KEY);";

  test.each<[string, string, string, number, string]>([
    ["nothing", "a.ts", `// expect: no-key-in-log\n${LOG}`, 0, "1 findings in 1 files by 1 of "],
    [
      "nothing in a file that is no script",
      ".env",
      "# expect: no-hardcoded-key\nA={{key}}",
      0,
      "****",
    ],
    ["nothing in a file without mistakes", "a.ts", "let a: 1;", 0, "0 findings in 0 files"],
    [
      "a rule that is silent",
      "a.ts",
      '// expect: no-key-in-log\nconsole.log("ready");',
      1,
      "a.ts:2 pleo/no-key-in-log was expected to speak",
    ],
    ["a rule that speaks", "a.ts", LOG, 1, "a.ts:1 pleo/no-key-in-log was expected to be silent"],
    ["another rule", "a.ts", `// expect: no-key-in-url\n${LOG}`, 2, "2 pleo/no-key-in-url was"],
    ["another line", "a.ts", `// expect: no-key-in-log\n\n${LOG}`, 2, "a.ts:3 pleo/no-key-in-log"],
    [
      "a rule that speaks once instead of twice",
      "a.ts",
      `// expect: no-key-in-log, no-key-in-log\n${LOG}`,
      1,
      "was expected to speak",
    ],
    [
      "a rule that speaks twice instead of once",
      "a.ts",
      `// expect: no-key-in-log\n${LOG} ${LOG}`,
      1,
      "was expected to be silent",
    ],
    ["what does not parse", "a.ts", "const", 1, "a.ts:1 no rule was expected to be silent"],
    ["what no preset reads", "a.css", "a {}", 1, " no rule was expected to be silent"],
  ])("counts %s", async (_name, file, text, surprises, said) => {
    const { folder, printed, print } = setTable({ [file]: text });
    expect(await tellFindings({ folder, print })).toBe(surprises);
    expect(printed.join("\n")).toContain(said);
  });
});

describe("what secretlint finds in the app of the demo", () => {
  const TOLD = "PLEO_API_KEY was expected to be found";

  test.each<[string, string, string, number, string]>([
    ["nothing", ".env", "# expect: PLEO_API_KEY\nA={{key}}", 0, "1 findings in 1 files"],
    ["nothing in a file without secrets", ".env", "A=", 0, "0 findings in 0 files"],
    ["a secret that is not found", ".env", "# expect: PLEO_API_KEY\nA=", 1, `.env:2 ${TOLD}`],
    [
      "a secret that nobody expected",
      ".env",
      "A={{key}}",
      1,
      ".env:1 PLEO_API_KEY was not expected",
    ],
    ["another line", ".env", "# expect: PLEO_API_KEY\n\nA={{key}}", 2, `.env:2 ${TOLD}`],
    [
      "another message",
      ".env",
      "# expect: PLEO_BASIC_AUTH\nA={{key}}",
      2,
      ".env:2 PLEO_API_KEY was not expected",
    ],
    ["no rules of ESLint", ".env", "# expect: no-hardcoded-key\nA=", 0, "0 surprises"],
  ])("counts %s", (_name, file, text, surprises, said) => {
    const { folder } = setTable({ [file]: text });
    const { status, stdout } = spawnSync(process.execPath, ["--eval", TELL_SECRETS, folder], {
      encoding: "utf8",
    });
    expect(status).toBe(surprises);
    expect(stdout).toContain(said);
    expect(maskText(stdout)).toBe(stdout);
  });
});

test("the demo's review finds what was planted, writes its files, and shows no key", async () => {
  const { folder, printed, print } = setTable();
  expect(await tellReview({ folder, print })).toBe(0);
  expect(printed.at(-1)).toContain("wrote 2 times to GitHub; 0 surprises.");
  const names = ["review-summary.md", "review.sarif", "review-comment.md", "review-reminder.md"];
  const texts = names.map((name) => readFileSync(join(folder, name), "utf8"));
  for (const text of texts) expect(text).not.toBe("");
  expect(findKeys([...printed, ...texts].join("\n"))).toEqual([]);
});

describe("a demo that does not go as expected", () => {
  const healthy: Story = {
    name: "healthy",
    title: "Healthy",
    key: "healthy",
    expected: { verdict: "pass" },
  };

  test.each<[string, Story, number, string]>([
    ["nothing", healthy, 0, "; 0 surprises."],
    ["another verdict", { ...healthy, key: "expired" }, 1, "!! expected the verdict to be pass\n"],
    [
      "another finding",
      { ...healthy, key: "excessScope" },
      1,
      "!! expected the findings to be empty\n",
    ],
    [
      "no finding",
      { ...healthy, expected: { verdict: "pass", findings: ["key-expiring"] } },
      1,
      "!! expected the findings to be key-expiring\n",
    ],
    [
      "no rotation",
      { ...healthy, expected: { verdict: "pass", safeToRevoke: true } },
      1,
      "!! expected rotation-safe-to-revoke to be true\n",
    ],
  ])("counts %s", async (_name, story, surprises, said) => {
    const { folder, printed, print } = setTable();
    expect(await tellStories([story], { folder, print })).toBe(surprises);
    expect(printed.join("\n")).toContain(said);
  });

  test("ends with exit code 1", () => {
    // The demo runs the bundle of the folder that it is started in, and this one does nothing at all.
    const { folder } = setTable({ "action/dist/index.js": "" });
    const { status, stdout } = spawnSync(process.execPath, [resolve("scripts/demo.ts")], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(status).toBe(1);
    expect(stdout).toContain(`with 0 requests, none of which wrote; ${STORIES.length} surprises.`);
  });
});
