import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, posix, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { INPUT_NAMES, INPUTS, OUTPUT_NAMES } from "../../action/contract.ts";
import { rules } from "../../eslint-plugin/rules.ts";
import { readApp } from "../../scripts/demo/example-app.ts";
import { STORIES, type Story } from "../../scripts/demo/stories.ts";
import { headlineOf } from "../../scripts/demo/surprises.ts";
import { tellFindings } from "../../scripts/demo/tell-findings.ts";
import { tellReview } from "../../scripts/demo/tell-review.ts";
import { tellSecrets } from "../../scripts/demo/tell-secrets.ts";
import { tellStories } from "../../scripts/demo/tell.ts";
import { findKeys } from "../../src/key/find-keys.ts";
import { maskText } from "../../src/key/mask-text.ts";
import { problemsOf, sampleValues, type Workflow } from "../support/workflow-sample.ts";

const PAGES = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name.replaceAll("\\", "/")}`),
  "examples/app/README.md",
];
const readme = readFileSync("README.md", "utf8");

describe("the README", () => {
  test("says that nothing is released only for as long as that is so", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as {
      readonly version: string;
    };
    const saying = PAGES.filter((page) => page !== "docs/releasing.md").filter((page) =>
      /nothing is\s+released|none is\s+published|-0\.0\.0\.tgz/i.test(readFileSync(page, "utf8")),
    );
    expect(saying.length > 0).toBe(version === "0.0.0");
  });

  test("is short", () => {
    expect(readme.trimEnd().split("\n").length).toBeLessThan(200);
  });

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

  test("says how many situations the demo shows, and where", () => {
    expect(readme.replaceAll("\n", " ")).toContain(`the Action in ${STORIES.length} situations`);
    expect(readme).toContain("`demo-output/`");
    expect(readFileSync(".gitignore", "utf8")).toMatch(/^\/demo-output\/$/m);
  });

  test("says that the demo shows each rule", () => {
    expect(readme).toContain("[a small app](examples/app/README.md) that makes a mistake for each");
    const marked = readApp("examples/app").flatMap(({ expected }) => expected);
    expect(new Set(marked.map(({ rule }) => rule))).toEqual(new Set(Object.keys(rules)));
  });

  test("says no input or output that is not there", () => {
    const known: readonly string[] = [...INPUT_NAMES, ...OUTPUT_NAMES];
    const named = [
      ...readme.matchAll(/`((?:on|deploy|api|company|required)-[a-z-]+)(?::[^`]*)?`/g),
    ].map(([, name]) => name ?? "");
    expect(named.length).toBeGreaterThan(2);
    // `on-failure` is a choice of `comment`.
    expect(named.filter((name) => !known.includes(name) && name !== "on-failure")).toEqual([]);
  });
});

const inputsAndOutputs = readFileSync("docs/inputs-and-outputs.md", "utf8");

/** The cells of every row of the table below a heading, the first two of each. */
function tableBelow(header: string): readonly (readonly [string, string])[] {
  const [, below = ""] = inputsAndOutputs.split(`| ${header} |`);
  const [table = ""] = below.split("\n\n");
  return table
    .split("\n")
    .slice(2)
    .map((row) => {
      const [, first = "", second = ""] = row.split(" | ").flatMap((cell) => cell.split(/^\| /));
      return [first, second] as const;
    });
}

describe("the tables of inputs and outputs", () => {
  test("list the inputs that the code reads, with the same defaults, in the same order", () => {
    const expected = Object.entries(INPUTS).map(([name, value]) => {
      const shown = value === undefined ? "–" : `\`${value}\``;
      return [`\`${name}\``, shown];
    });
    expect(tableBelow("Input | Default | What it is")).toEqual(expected);
  });

  test("list the outputs that the code writes, in the same order", () => {
    const names = tableBelow("Output | What it says").map(([name]) => name);
    expect(names).toEqual(OUTPUT_NAMES.map((name) => `\`${name}\``));
  });
});

interface Sample {
  readonly page: string;
  readonly number: number;
  readonly text: string;
}

const samples: readonly Sample[] = PAGES.flatMap((page) =>
  [...readFileSync(page, "utf8").matchAll(/^```ya?ml\n([^]*?)\n```$/gm)].map(([, text], index) => ({
    page,
    number: index + 1,
    text: text ?? "",
  })),
);

function sampleOf(page: string, number: number): Workflow {
  const found = samples.find((sample) => sample.page === page && sample.number === number);
  return parse(found?.text ?? "") as Workflow;
}

describe("a workflow to copy", () => {
  test("stands in the README and on the Action's page, and nowhere unseen", () => {
    expect(samples.map(({ page, number }) => `${page} ${number}`)).toEqual([
      "README.md 1",
      "README.md 2",
      "docs/action.md 1",
      "docs/action.md 2",
      "docs/action.md 3",
      "docs/action.md 4",
      "docs/tenants.md 1",
      "docs/tenants.md 2",
      "docs/tenants.md 3",
    ]);
  });

  test.each(samples)("number $number of $page is complete, safe and works", ({ text }) => {
    const { errors, warnings } = parseDocument(text, { strict: true, uniqueKeys: true });
    expect([...errors, ...warnings]).toEqual([]);
    expect(problemsOf(parse(text) as Workflow)).toEqual([]);
  });

  test.each(samples)("number $number of $page works before its variables are set", ({ text }) => {
    const values = Object.entries(sampleValues()).map(([name, value]) => [
      name,
      /COMPANY_ID|HINT|PREVIOUS/.test(name) ? "" : value,
    ]);
    const unset = Object.fromEntries(values) as Readonly<Record<string, string>>;
    expect(problemsOf(parse(text) as Workflow, unset)).toEqual([]);
  });

  test.each(samples)("number $number of $page says the version of what it pins", ({ text }) => {
    for (const [line] of text.matchAll(/uses: .*@[0-9a-f]{40}.*$/gm)) {
      expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  test("gates the deploy by the output that is true for a pass alone", () => {
    for (const deploy of [sampleOf("README.md", 1), sampleOf("docs/action.md", 4)]) {
      expect(deploy.jobs["pleo-key"]?.outputs).toEqual({
        "deploy-allowed": "${{ steps.guard.outputs.deploy-allowed }}",
      });
      expect(deploy.jobs["deploy"]?.if).toBe("needs.pleo-key.outputs.deploy-allowed == 'true'");
      expect(deploy.jobs["deploy"]?.needs).toBe("pleo-key");
    }
  });

  test.each([
    ["permissions: {}", "permissions: write-all", "does not begin with permissions: {}"],
    ["permissions: {}", "", "does not begin with permissions: {}"],
    ["on: workflow_dispatch", "", "never runs"],
    ["runs-on: ubuntu-latest", "", "pleo-key has no runs-on"],
    ["@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0", "@v7", "actions/checkout@v7 is not pinned"],
    ["3e0 # v7", "3e # v7", "is not pinned"],
    ["OWNER/pleo-key-guard@COMMIT_SHA", "OWNER/pleo-key-guard@main", "is not pinned"],
    ['echo "deploying"', 'echo "${{ vars.PLEO_COMPANY_ID }}"', "a run holds an expression"],
    ["api-key:", "key:", "there is no input key"],
    ["api-key:", "company-key:", "the key is not handed over"],
    ["secrets.PLEO_API_KEY ", "secrets.PLEO_KEY ", "nothing is known of secrets.PLEO_KEY"],
    ["vendors:read", "vendors", "`required-scopes` must be a list"],
    ["${{ vars.PLEO_COMPANY_ID }}", "bakery", "`company-id` must be"],
    ["guard.outputs.deploy-allowed", "guard.outputs.deploy", "no steps.guard.outputs.deploy"],
    ["id: guard", "id: check", "there is no steps.guard.outputs.deploy-allowed"],
    ["needs: pleo-key", "needs: []", "there is no needs.pleo-key.outputs.deploy-allowed"],
    ["needs.pleo-key.outputs.", "needs.pleo-key.", "needs.pleo-key.deploy-allowed reads no output"],
  ])("would be found out with %s as %s", (right, wrong, problem) => {
    const text = samples.find(
      ({ page, number }) => page === "docs/action.md" && number === 4,
    )?.text;
    expect(text).toContain(right);
    const broken = parse((text ?? "").replace(right, wrong)) as Workflow;
    expect(problemsOf(broken).join("\n")).toContain(problem);
  });
});

/** What GitHub makes of a heading, and the anchors that a page sets by itself. */
function anchorsOf(page: string): ReadonlySet<string> {
  const text = readFileSync(page, "utf8").replaceAll(/^```[^]*?^```$/gm, "");
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
  return new Set([
    ...headings,
    ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id ?? ""),
  ]);
}

/** Links of a page to files and headings of this repository that are not there. */
function deadLinksOf(page: string, text: string): readonly string[] {
  const prose = text.replaceAll(/^```[^]*?^```$/gm, "");
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? "");
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : posix.join(dirname(page), path);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(target).has(anchor);
  });
}

describe("links", () => {
  test.each(PAGES)("of %s lead to files and headings that are there", (page) => {
    expect(deadLinksOf(page, readFileSync(page, "utf8"))).toEqual([]);
  });

  test.each([
    ["docs/findings.md#key-missing", 0],
    ["docs/findings.md#key-mising", 1],
    ["docs/compliance.md#sec-14", 0],
    ["docs/compliance.md#sec-99", 1],
    ["docs/action.md#use-an-environments-secret", 0],
    ["docs/action.md#use-an-environment's-secret", 1],
    ["#try-it", 0],
    ["#try", 1],
    ["docs/nowhere.md", 1],
    ["https://semver.org/#nothing", 0],
  ])("to %s are dead: %i", (link, dead) => {
    expect(deadLinksOf("README.md", `[a link](${link})`)).toHaveLength(dead);
  });
});

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
    const folder = mkdtempSync(join(tmpdir(), "pleo-key-guard-app-"));
    const printed: string[] = [];
    try {
      writeFileSync(join(folder, file), text);
      expect(await tellFindings({ folder, print: (it) => printed.push(it) })).toBe(surprises);
      expect(printed.join("\n")).toContain(said);
    } finally {
      rmSync(folder, { recursive: true });
    }
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
  ])("counts %s", async (_name, file, text, surprises, said) => {
    const folder = mkdtempSync(join(tmpdir(), "pleo-key-guard-app-"));
    const printed: string[] = [];
    try {
      writeFileSync(join(folder, file), text);
      expect(await tellSecrets({ folder, print: (it) => printed.push(it) })).toBe(surprises);
      expect(printed.join("\n")).toContain(said);
      expect(maskText(printed.join("\n"))).toBe(printed.join("\n"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("the demo's review finds what was planted, writes its files, and shows no key", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pleo-key-guard-demo-"));
  const printed: string[] = [];
  try {
    expect(await tellReview({ folder, print: (text) => printed.push(text) })).toBe(0);
    expect(printed.at(-1)).toContain("wrote 2 times to GitHub; 0 surprises.");
    const names = ["review-summary.md", "review.sarif", "review-comment.md", "review-reminder.md"];
    const texts = names.map((name) => readFileSync(join(folder, name), "utf8"));
    for (const text of texts) expect(text).not.toBe("");
    expect(findKeys([...printed, ...texts].join("\n"))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
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
    const folder = mkdtempSync(join(tmpdir(), "pleo-key-guard-demo-"));
    const printed: string[] = [];
    try {
      expect(await tellStories([story], { folder, print: (text) => printed.push(text) })).toBe(
        surprises,
      );
      expect(printed.join("\n")).toContain(said);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("ends with exit code 1", () => {
    const folder = mkdtempSync(join(tmpdir(), "pleo-key-guard-demo-"));
    try {
      // The demo runs the bundle of the folder that it is started in, and this one does nothing at all.
      mkdirSync(join(folder, "action/dist"), { recursive: true });
      writeFileSync(join(folder, "action/dist/index.js"), "");
      const { status, stdout } = spawnSync(process.execPath, [resolve("scripts/demo.ts")], {
        cwd: folder,
        encoding: "utf8",
      });
      expect(status).toBe(1);
      expect(stdout).toContain(
        `with 0 requests, none of which wrote; ${STORIES.length} surprises.`,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
