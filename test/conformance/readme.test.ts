import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { INPUT_NAMES, OUTPUT_NAMES } from "../../action/contract.ts";
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

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps: readonly Step[];
        readonly if?: string;
        readonly outputs?: Readonly<Record<string, string>>;
      }
    >
  >;
}

describe("the workflow in the README", () => {
  const samples = [...readme.matchAll(/^```yaml\n([^]*?)\n```$/gm)].map(
    ([, text]) => parse(text ?? "") as Workflow,
  );

  test.each(samples.map((sample, index) => [index, sample] as const))(
    "number %i grants nothing, and uses what action.yml has",
    (_index, { permissions, jobs }) => {
      expect(permissions).toEqual({});
      const steps = Object.values(jobs).flatMap((job) => job.steps);
      const ours = steps.filter(({ uses }) => uses?.includes("/pleo-key-guard@") === true);
      expect(ours.length).toBeGreaterThan(0);
      for (const step of ours) {
        const known: readonly string[] = INPUT_NAMES;
        expect(Object.keys(step.with ?? {}).filter((name) => !known.includes(name))).toEqual([]);
      }
    },
  );

  test("gates the deploy by the output that is true for a pass alone", () => {
    const [deploy] = samples;
    expect(deploy?.jobs["pleo-key"]?.outputs).toEqual({
      "deploy-allowed": "${{ steps.guard.outputs.deploy-allowed }}",
    });
    expect(deploy?.jobs["deploy"]?.if).toBe("needs.pleo-key.outputs.deploy-allowed == 'true'");
    expect(OUTPUT_NAMES).toContain("deploy-allowed");
  });

  test("says no input or output that is not there", () => {
    const known: readonly string[] = [...INPUT_NAMES, ...OUTPUT_NAMES];
    const named = [
      ...readme.matchAll(/`((?:on|deploy|api|company|required)-[a-z-]+)(?::[^`]*)?`/g),
    ].map(([, name]) => name ?? "");
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
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
