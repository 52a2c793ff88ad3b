import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { auditWorkflows, readWorkflowFiles } from "../../action/scan/workflow/workflow-audit.ts";
import { problemsForGitHub } from "./github-parser.ts";
import { NOTHING, playJob, playOwnAction, type JobStage, type Step } from "./play-job.ts";

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly uses?: string;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = ".github/workflows";
const TEXTS = readdirSync(FOLDER).map(
  (name) => [name, readFileSync(`${FOLDER}/${name}`, "utf8")] as const,
);
const WORKFLOWS = TEXTS.map(([name, text]) => [name, parse(text) as Workflow] as const);
const JOBS = WORKFLOWS.flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, job]) => ({ where: `${file} ${name}`, job })),
);
const STEPS = JOBS.flatMap(({ where, job }) => job.steps.map((step) => ({ where, step })));

describe("GitHub's own parser", () => {
  test.each(TEXTS)("has nothing to say against %s", async (name, text) => {
    expect(await problemsForGitHub(name, text)).toEqual([]);
  });

  test.each([
    ["a key that does not exist", "timeout-minutes:", "timeout-minute:"],
    ["a permission that does not exist", "contents: read", "content: read"],
    ["an expression that ends nowhere", "${{ github.ref }}", "${{ github.ref"],
    ["a context that is not there", "${{ matrix.os }}", "${{ steps.os }}"],
  ])("would tell of %s", async (_what, right, wrong) => {
    const [, text = ""] = TEXTS.find(([name]) => name === "ci.yml") ?? [];
    expect(text).toContain(right);
    expect(await problemsForGitHub("ci.yml", text.replaceAll(right, wrong))).not.toEqual([]);
  });
});

test("our own audit finds nothing in what this repository runs", () => {
  const files = readWorkflowFiles(".").filter(
    ({ path }) => path.startsWith(`${FOLDER}/`) || path === "action.yml",
  );
  expect(files.map(({ path }) => path)).toEqual([
    ...TEXTS.map(([name]) => `${FOLDER}/${name}`),
    "action.yml",
  ]);
  const { findings } = auditWorkflows(files, { guard: { isOwnRepository: true } });
  expect(findings.map(({ id, where }) => [id, where?.file, where?.line])).toEqual([]);
});

describe("permissions", () => {
  test.each(WORKFLOWS)("are granted to nobody at the top of %s", (_name, { permissions }) => {
    expect(permissions).toEqual({});
  });

  test.each(JOBS)("are named one by one in $where, which ends in time", ({ job }) => {
    expect(Object.values(job.permissions ?? { none: "given" })).not.toContain("given");
    for (const access of Object.values(job.permissions ?? {})) {
      expect(access).toMatch(/^(?:read|write)$/);
    }
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(45);
  });

  test("to write are given to no job that runs what was installed, or our own code", () => {
    const writers = JOBS.filter(({ job }) =>
      Object.values(job.permissions ?? {}).includes("write"),
    );
    expect(writers.map(({ where }) => where)).toEqual([
      "release.yml attest",
      "release.yml npm",
      "release.yml github",
    ]);
    for (const { job } of writers) {
      for (const { run = "", uses } of job.steps) {
        expect(run).not.toMatch(/\bnpm (?!publish |view )|\bnpx\b|\bnode\b|\.ci\/|scripts\//);
        expect(uses ?? "actions/").toMatch(/^actions\//);
      }
    }
  });
});

describe("what is used", () => {
  const used = TEXTS.flatMap(([name, text]) =>
    [...text.matchAll(/^ *(?:- )?uses: *(.*)$/gm)].map(([, use = ""]) => ({ name, use })),
  );

  test("is all that is used", () => {
    expect(used).toHaveLength(STEPS.filter(({ step }) => step.uses !== undefined).length);
    expect(used.length).toBeGreaterThan(5);
  });

  test.each(used)(
    "$use in $name is ours, or pinned to a commit and its version named",
    ({ use }) => {
      if (use !== "./") expect(use).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    },
  );

  test("is the same version everywhere", () => {
    const pins = new Set(used.map(({ use }) => use));
    const actions = new Set(used.map(({ use }) => use.split("@", 1)[0]));
    expect(pins.size).toBe(actions.size);
  });

  test("leaves no token in a checkout", () => {
    const checkouts = STEPS.filter(({ step }) => step.uses?.startsWith("actions/checkout@"));
    expect(checkouts.length).toBeGreaterThan(2);
    for (const { where, step } of checkouts) {
      expect(step.with?.["persist-credentials"], where).toBe(false);
    }
  });
});

describe("scripts", () => {
  const scripts = STEPS.flatMap(({ where, step }) =>
    step.run === undefined ? [] : [{ where, run: step.run }],
  );
  const { scripts: npmScripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };

  test.each(scripts)("of $where hold no expression: $run", ({ run }) => {
    expect(run).not.toContain("${{");
  });

  test("that are called are there", () => {
    const all = scripts.map(({ run }) => run).join("\n");
    const files = [...all.matchAll(/(?:^|\s)((?:scripts|\.ci)\/[\w./-]+)/gm)].map(
      ([, file = ""]) => file,
    );
    expect(files.toSorted()).toEqual([
      ".ci/run",
      ".ci/run",
      "scripts/ci/hand-over-keys.ts",
      "scripts/release/prepare.ts",
    ]);
    for (const file of files) expect(existsSync(file), file).toBe(true);
    const called = [...all.matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
    expect(called).toEqual(["simulator"]);
    for (const name of called) expect(Object.keys(npmScripts)).toContain(name);
  });
});

// The runners that it is meant for have the bash that this needs.
describe.skipIf(process.platform === "win32")("the job that uses the Action", () => {
  const [, ci] = WORKFLOWS.find(([name]) => name === "ci.yml") ?? [];
  const steps = ci?.jobs["action"]?.steps ?? [];

  const stage: JobStage = {
    actions: {
      "actions/checkout": () => NOTHING,
      "actions/setup-node": () => NOTHING,
      "./": (inputs) => playOwnAction(inputs),
    },
  };

  /** The same job after one change to its text. */
  function changed(right: string, wrong: string): readonly Step[] {
    const text = JSON.stringify(steps);
    expect(text).toContain(right);
    return JSON.parse(text.replaceAll(right, wrong)) as readonly Step[];
  }

  test("succeeds", async () => {
    const { succeeded, log } = await playJob(steps, stage);
    expect(log).toContain("passing: success, pass, true; failing: failure, fail, false");
    expect(succeeded).toBe(true);
  });

  test("shows no key unmasked", async () => {
    const { log } = await playJob(steps, stage);
    const masked = [...log.matchAll(/^::add-mask::(pl[ps]_\S+)$/gm)].map(([, key = ""]) => key);
    expect(masked.length).toBeGreaterThan(20);
    const shown = log.replaceAll(/^::add-mask::.*$/gm, "");
    expect(masked.filter((key) => shown.includes(key))).toEqual([]);
  });

  test.each([
    ["a wrong key passes", "outputs.otherCompany", "outputs.healthy"],
    ["a right key fails", "outputs.healthy", "outputs.otherCompany"],
    ["the simulator does not start", "npm run simulator", "echo 'Stop it with '"],
  ])("fails where %s", async (_what, right, wrong) => {
    expect(await playJob(changed(right, wrong), stage)).toMatchObject({ succeeded: false });
  });
});
