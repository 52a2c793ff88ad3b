import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseInputs } from "../../../../action/inputs.ts";
import { readRawInputs } from "../../../../action/raw-inputs.ts";
import { createFingerprints } from "../../../../action/tenants/key-sources/fingerprints.ts";
import type { FleetOutcome } from "../../../../action/tenants/fleet-outcome.ts";
import { renderReportFile } from "../../../../action/tenants/merge/report-file.ts";
import { runMerge } from "../../../../action/tenants/merge/run-merge.ts";
import { optional } from "../../../../src/optional.ts";
import { isGuardError } from "../../../../src/errors.ts";
import { tenantRecord } from "../../../src/tenancy/tenant-records.ts";
import { runnerEnvironment } from "../../../support/run-action.ts";
import { fleetOf, NOW } from "../example-fleet.ts";

const RUN_OF_GITHUB = { GITHUB_REPOSITORY: "octo/shop", GITHUB_RUN_ID: "4711" };
const TENANTS = Array.from({ length: 20 }, (_, index) => tenantRecord(`t${index}`));

let workspace: string;
let outside: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "merge-"));
  outside = mkdtempSync(join(tmpdir(), "outside-"));
});

afterEach(() => {
  for (const folder of [workspace, outside]) rmSync(folder, { recursive: true });
});

function reportOf(index: number, count = 2, attempt?: number): string {
  const { run } = createFingerprints(RUN_OF_GITHUB);
  return renderReportFile(
    { ...fleetOf(TENANTS, { shard: { index, count } }), run },
    {
      toolVersion: "",
      ...optional("attempt", attempt),
      now: NOW,
      redact: String,
    },
  );
}

function put(file: string, text: string, folder = workspace): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function merge(paths: string, env: Readonly<Record<string, string>> = RUN_OF_GITHUB): FleetOutcome {
  return runMerge({
    config: parseInputs(readRawInputs(runnerEnvironment({ merge: paths }))),
    ports: { env: { ...env, GITHUB_WORKSPACE: workspace }, clock: { now: () => NOW } },
    sinks: { log: () => undefined },
  });
}

/** What is said where nothing can be merged. */
function refusalOf(paths: string, env?: Readonly<Record<string, string>>): string {
  try {
    merge(paths, env);
  } catch (error) {
    if (isGuardError(error)) return error.message;
  }
  return "";
}

describe("reports are found", () => {
  test.each<[string, readonly [string, string], string]>([
    ["by their names", ["one.json", "deep/er/two.json"], "one.json\ndeep/er/two.json"],
    ["by names that end otherwise", ["one.txt", "two"], "one.txt\ntwo"],
    ["in a folder", ["reports/one.json", "reports/two.JSON"], "reports"],
    ["in a folder with a slash", ["reports/one.json", "reports/two.json"], "./reports/"],
    ["in the folders of artifacts", ["reports/1/report.json", "reports/2/report.json"], "reports"],
    ["in the checkout", ["one.json", "two.json"], "."],
    ["named twice, once", ["reports/one.json", "reports/two.json"], "reports\nreports/one.json"],
  ])("%s", (_name, [one, two], paths) => {
    put(one, reportOf(1));
    put(two, reportOf(2));
    put("reports/notes.txt", "no report");
    expect(merge(paths).report).toMatchObject({ verdict: "pass", counts: { pass: 20 } });
  });

  test("no deeper than artifacts are unpacked", () => {
    put("reports/1/report.json", reportOf(1));
    put("reports/2/deep/report.json", reportOf(2));
    expect(merge("reports").report.findings).toMatchObject([{ id: "shard-missing" }]);
  });

  test("through no link", () => {
    put("reports/1.json", reportOf(1));
    put("2.json", reportOf(2), outside);
    symlinkSync(join(outside, "2.json"), join(workspace, "reports", "2.json"));
    symlinkSync(outside, join(workspace, "reports", "more"));
    symlinkSync(outside, join(workspace, "linked"));
    const { report } = merge("reports\nlinked/2.json\nreports/2.json\nlinked");
    expect(report.findings.map(({ id }) => id)).toEqual(["shard-missing"]);
  });

  test("in another run of the workflow they count for nothing", () => {
    for (const index of [1, 2]) put(`reports/${index}.json`, reportOf(index));
    for (const env of [{ ...RUN_OF_GITHUB, GITHUB_RUN_ID: "4712" }, {}]) {
      expect(refusalOf("reports", env)).toContain(
        "`reports/1.json` is of another run of the workflow",
      );
    }
  });
});

test.each<[string, FleetOutcome["earlier"]]>([
  ["1", undefined],
  ["2", [{ attempt: 1, shards: [1] }]],
  ["3", [{ attempt: 1, shards: [1] }]],
  ["0", undefined],
  ["", undefined],
  ["two", undefined],
])("what GitHub calls attempt `%s` tells which reports are of earlier ones", (given, earlier) => {
  put("reports/1.json", reportOf(1, 2, 1));
  put("reports/2.json", reportOf(2, 2, given === "3" ? 3 : undefined));
  const outcome = merge("reports", { ...RUN_OF_GITHUB, GITHUB_RUN_ATTEMPT: given });
  expect(outcome.earlier).toEqual(earlier);
});

describe("where there is nothing to merge, it is said", () => {
  test.each(["reports", "reports.json", "."])("at %s", (paths) => {
    mkdirSync(join(workspace, "reports"));
    expect(refusalOf(paths)).toContain("there is none where it looks");
  });

  test("and nothing of what is no report is shown", () => {
    put("reports/x.json", '{"key": "value that nobody may see"');
    const said = refusalOf("reports");
    expect(said).toContain("- The file `reports/x.json` is no JSON.");
    expect(said).not.toContain("nobody may see");
  });

  test("and what is too large is not read", () => {
    put("reports/1.json", " ".repeat(64 * 1024 * 1024 + 1));
    expect(refusalOf("reports")).toContain("`reports/1.json` is too large.");
  });

  test("and what is nested too deep is refused like any other", () => {
    put("reports/1.json", `${"[".repeat(200_000)}${"]".repeat(200_000)}`);
    expect(refusalOf("reports")).toMatch(/`reports\/1.json` (?:cannot be read|is no )/);
  });

  test("and a folder of other things is not searched through", () => {
    for (let index = 0; index <= 1_000; index += 1) put(`reports/${index}.json`, "");
    expect(refusalOf("reports")).toContain("more than 1000 files");
  });
});
